"""A name said to lead a list, in which each name has its figure: ``Denver had the most``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.ranks.told import LEAST, MOST
from crossfoot.relate.wording.phrases import relation

EXTREMES = frozenset(f"most|{LEAST}|{MOST}".split("|"))
# "Denver had the most", "Tuesday's was the highest", "Mexicans were the largest"
_LEADS = lazy(
    r"\b(?:(?:had|has|saw|was|were|is|are|recorded|reported|made|took|accounted for|made up"
    r"|represented)(?: by far| easily)? the (?:single )?"
    rf"(?:(?P<least>{LEAST})|(?P<most>{MOST}))\b|(?P<led>led|topped|headed) (?:the|all)\b)"
)
LED = frozenset(("led", "topped", "headed"))
_WHO = lazy(r"(?P<who>[a-z][a-z.-]+)(?:'s|s')? $")
# what stands between two items of a list
_ITEM_GAP = lazy(
    r"[^.;:]{0,70}?(?:,|,? and|;|\)|,? followed by)(?: and| then)? ?"
    r"(?:[a-z.' -]{1,30} ?(?:\(|with|had|at|:|-) ?|another |the other |about )?"
)
_OTHERS = lazy(r"\W*(?:another|the (?:rest|others|other)|others)\b")
# one of which a sentence without figures has that ranks those told around it
THE_MOST = (
    "the single ", *(f"the {word}" for word in EXTREMES),
    *(f"{led} {all_}" for led in LED for all_ in ("the", "all")),
)  # fmt: skip
_NAME_BEFORE = lazy(r"\b(?P<name>[A-Z][\w'’.-]*)\s$")
_NO_NAMES = (
    frozenset(
        "the but and in while only of for although though as by at from overall again here"
        " there then today yesterday".split()
    )
    | WEEKDAYS.keys()
)
_NEAR = 60  # characters beside a figure in which its name is looked for
BACK = 4  # sentences looked back over for the list


def leaders(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A name said to lead a list, which gives a figure for every name."""
    if not any(map(skeleton.text.__contains__, THE_MOST)):
        return
    for match in _LEADS.finditer(skeleton.text):
        named = _WHO.search(skeleton.text, max(0, match.start() - 30), match.start())
        if named is None:
            continue
        way = "least" if match["least"] else "most"
        first = _first_name(reading, index, skeleton.offset(named.start("who")))
        for at in range(index, max(-1, index - BACK - 1), -1):
            listed = _list_with(reading, at, named["who"], first)
            if listed:
                figure, others = listed
                tie = [skeleton.span(match)]
                yield relation("rank", reading, tie, {"way": way}, figure=[figure], others=others)
                break


def _list_with(
    reading: Reading, index: int, who: str, first: str
) -> tuple[Figure, list[Figure]] | None:
    """The figure that sentence *index* gives for *who*, and the other items of its list.

    *first* is the name before it, of which an item has the same: the South Cape is not the North.
    """
    skeleton = reading.sentences[index]
    stem = who[: max(4, len(who) - 3)]
    if (len(who) < 4 and not first) or stem not in reading.text[skeleton.start : skeleton.end]:
        return None
    run = _run(reading, index)
    ends = [0, *(f.end for f in run)]
    starts = [*(f.start for f in run[1:]), len(reading.text)]
    gaps = zip(run, ends, starts, strict=False)
    mine = [f for f, start, end in gaps if first == _label(reading, f, start, end, stem)]
    if len(run) < 3 or len(mine) != 1:
        return None
    return mine[0], [f for f in run if f is not mine[0]]


def _run(reading: Reading, index: int) -> list[Figure]:
    """The longest list of counts in a sentence, carried on by "Another 50 …" in the next."""
    found = _longest(reading.sentences[index])
    if index + 1 < len(reading.sentences) and _OTHERS.match(reading.sentences[index + 1].text):
        found = [*found, *_longest(reading.sentences[index + 1])]
    return found


def _longest(skeleton: Skeleton) -> list[Figure]:
    runs: list[list[Figure]] = [[]]
    last = -1
    for at, figure in zip(skeleton.signs, skeleton.figures, strict=True):
        if not counts(figure) or figure.kind == "money":
            continue
        if runs[-1] and not _ITEM_GAP.fullmatch(skeleton.text, last + 1, at):
            runs.append([])
        runs[-1].append(figure)
        last = at
    return max(runs, key=len)


def _label(reading: Reading, figure: Figure, start: int, end: int, stem: str) -> str | None:
    """The name before *stem*, where the words of an item of a list name that: 19 "in Denver".

    The item before ends at *start*, the next one's figure begins at *end*. Without a name before
    it is empty; None where another is named.
    """
    text = reading.text
    begin = max(start, figure.start - _NEAR)
    after = text[figure.end : min(end, figure.end + _NEAR)]
    before = text[begin : figure.start]
    behind = re.match(
        r"[ -](?:[a-z]+ ){0,3}?(?:in|from|for|at|on|by|of|to) (?:[a-z]+ ){0,2}?"
        rf"(?P<name>{re.escape(stem)})",
        after,
    )
    if behind:
        return _first_name(reading, figure.sentence, figure.end + behind.start("name"))
    ahead = re.search(
        rf"(?P<name>{re.escape(stem)})[a-z.]*(?: [a-z]+){{0,3}} ?(?:\(|with|had|at|:|-) ?$", before
    )
    if ahead is None:
        return None
    return _first_name(reading, figure.sentence, begin + ahead.start("name"))


def _first_name(reading: Reading, index: int, offset: int) -> str:
    """The name right before that at *offset*: "western" of the Western Cape; empty without one."""
    start = max(reading.sentences[index].start, offset - _NEAR)
    match = _NAME_BEFORE.search(reading.document.text, start, offset)
    word = match["name"].lower() if match else ""
    return "" if word in _NO_NAMES else word


def counts(figure: Figure) -> bool:
    """Whether *figure* counts or measures something."""
    return figure.kind in ("count", "number", "money", "measure") and figure.value is not None
