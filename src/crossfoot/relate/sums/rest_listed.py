"""A remainder told as a list: ``160 of the 214 were men. The rest were women (31) and …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.mentions import Mention, mentions
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import Row, family, rows
from crossfoot.relate.wording.wholes import filled_otherwise, restated

_CUES = frozenset("rest remainder others balance".split())
# "The rest were women (31", "and the others are from Guatemala (31"
_REST = lazy(
    r"(?:^\W*|[,;]\s(?:and\s|while\s|with\s)?|\band\s)"
    r"(?P<tie>the (?:rest|remainder|others|balance))\s"
    r"(?:(?:were|are|was|is|came|come|hail(?:ed)?|live|lived|work(?:ed)?)\s|:)[^.;:()\ue000-\uf8ff]{2,50}\($"
)
# "As for the rest, | 44 are stable and two", "Of the others, | 20 were": perhaps not all of them
_AS_FOR = lazy(
    r"(?:^\W*|[,;]\s(?:and\s|but\s)?|\band\s)(?:of|as for|as to|among|in)\s"
    r"(?P<tie>the (?:rest|remainder|others)),\s$"
)
# "mostly from Guatemala (31)", "from Guatemala (31) and elsewhere": not all of the rest
_SOME = lazy(
    r"\b(?:mostly|mainly|largely|chiefly|primarily|includ(?:ed|es?|ing)|such as|among|others?"
    r"|elsewhere|several|various|some|(?<!too )few|(?<!too )many)\b"
)
_AND_MORE = lazy(r"\)?,? and [a-z][^.;:()\ue000-\uf8ff]*(?:\.|$)")


def rest_listed(reading: Reading) -> Iterator[Relation]:
    """Sums of the part named first and of a list that is all the rest."""
    for index, skeleton in worded(reading, _CUES, fewest=2):
        for row in rows(skeleton):
            match = _REST.search(skeleton.text, 0, row.start)
            some = None if match else _AS_FOR.search(skeleton.text, 0, row.start)
            match = match or some
            if match is None or row.kind == "percent" or _tells_of_some(row, match.end("tie")):
                continue
            before = skeleton.text[: match.start()].strip()
            account = _account(reading, index if before else index - 1, row)
            if account is None:
                continue
            whole, parts = account[0], (*account[1:], *row.figures)
            total = Interval.sum(f.range for f in parts)
            fits = total.meets(whole.range)
            if not fits and (some or filled_otherwise(reading, parts, total, whole)):
                continue
            tie, stated = [skeleton.span(match, "tie")], restated(reading, whole, parts=parts)
            yield relation("sum", reading, tie, {"claim": "full"}, parts=parts, whole=stated)


def _tells_of_some(row: Row, after: int) -> bool:
    """Whether a list of brackets leaves others out: it is no list of all the rest."""
    text: str = row.skeleton.text
    stop = text.find(".", row.end)
    if _AND_MORE.match(text, row.end):
        return True  # "The others were grocers (four), hunters (seven) and people on business"
    return _SOME.search(text, after, stop if stop >= 0 else len(text)) is not None


def _account(reading: Reading, index: int, row: Row) -> Sequence[Figure] | None:
    """The whole and the parts that sentence *index* takes from it, before the rest of them."""
    if index < 0:
        return None
    told = [
        m
        for m in mentions(reading, index)
        if m.figure.start < row.figures[0].start and family(m.figure) == row.kind
    ]
    told = [m for m in told if not m.nested]
    beside = _beside(reading.sentences[index], told)
    parts = [m.figure for m in told if m.marked or m.figure in beside]
    whole = _whole(reading.sentences[index], told)
    if whole is None or not parts or len(parts) + (whole in [m.figure for m in told]) < len(told):
        return None  # others are told of, which may be parts too
    return (whole, *parts) if (whole.value or 0) > row.largest else None


def _beside(skeleton: Skeleton, told: Sequence[Mention]) -> Sequence[Figure]:
    """What stands in a row behind a part of like things: ``12 of the 61 rose and three fell``."""
    first = next((m.figure for m in told if m.marked), None)
    row = next((r for r in rows(skeleton) if r.figures[0] is first), None)
    return row.figures if row and all(alike(row.heads[0], h) for h in row.heads) else ()


def _whole(skeleton: Skeleton, told: Sequence[Mention]) -> Figure | None:
    """What the parts are taken from; the first number, where "of them" follows it."""
    taken = {m.taken_from for m in told if m.taken_from is not None}
    if taken:
        return taken.pop() if len(taken) == 1 else None
    return told[0].figure if told and not told[0].marked else None
