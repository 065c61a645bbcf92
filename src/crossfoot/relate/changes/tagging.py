"""Every figure that can take part in a change, tagged by the words beside it.

`down 12`, `from 88`, `to 66`, `a 25% decline`: the words before a figure are asked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.skeleton import Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import PORTIONS, SIGNED, VALUES, Cue, Direction, Tag
from crossfoot.relate.changes.linking import as_change, linked
from crossfoot.relate.changes.money import BARE_END, in_money
from crossfoot.relate.changes.moved import told_of_object
from crossfoot.relate.changes.stock import NOUNS, TELLING, VERBS

_NEAR = 90  # characters before a figure in which a word can tell its change


def is_signed(figure: Figure) -> bool:
    """Whether a figure has its sign with it: -20%."""
    return figure.kind in SIGNED and figure.text[0] in "+-−–"


def tells_change(skeleton: Skeleton) -> bool:
    """Whether the words beside a figure of *skeleton* tell a change."""
    return any(c.tag == "change" for c in _changes_told(skeleton))


@kept
def tagged(skeleton: Skeleton) -> Sequence[Cue]:
    """A cue for every figure that can be an end or a change, in text order."""
    cues: list[Cue] = []
    for cue in _changes_told(skeleton):
        cues.append(cue if cue.tag == "change" else _as_end(cue, cues) or cue)
    told = linked(cues)
    if any(cue.figure.kind == "money" for cue in told):
        return [in_money(told, k) if cue.tag == "from" else cue for k, cue in enumerate(told)]
    return told


@kept
def _changes_told(skeleton: Skeleton) -> Sequence[Cue]:
    """A cue for every figure that can take part, tagged where the words make it a change."""
    text, spaced = skeleton.text, words.spaced(skeleton.text)
    signs = [
        (at, f)
        for at, f in zip(skeleton.signs, skeleton.figures, strict=True)
        if (f.kind in VALUES and text[max(0, at - 5) : at] != " per " and not _in_word(text, at, f))
        or (f.kind == "duration" and _is_length(text, at))
    ]
    signs = [sign for k, sign in enumerate(signs) if not _converts(signs[k - 1 : k], *sign, text)]
    cues: list[Cue] = []
    stops = [at for at, _ in signs[1:]] + [len(text)] * bool(signs)
    last = -1
    for (at, figure), stop in zip(signs, stops, strict=True):
        cue = Cue(figure, at, text[last + 1 : at], text[at + 1 : stop])
        telling = TELLING.intersection(spaced[max(last + 1, at - _NEAR) : at].split())
        tag = _told_before(cue, telling) if telling else None
        if tag is None:
            after = spaced[at + 1 : min(stop, at + _NEAR)].split()
            tag = None if TELLING.isdisjoint(after) else _told_after(cue)
        cues.append(tag or _as_bare_change(cue) or cue)
        last = at
    return cues


def _in_word(text: str, at: int, figure: Figure) -> bool:
    """Whether a part is of a period and no quantity: "second-half" profits."""
    return figure.kind == "fraction" and text[at - 1 : at] == "-"


def _converts(before: Sequence[tuple[int, Figure]], at: int, figure: Figure, text: str) -> bool:
    """Whether a sum in brackets tells the one before it in other money: $1.2 million (£900,000)."""
    if figure.kind != "money" or not before or before[0][1].kind != "money":
        return False
    last, other = before[0]
    apart = text[last + 1 : at]
    return (
        other.unit != figure.unit and apart in (" (", "; ", ", ") and text[at + 1 : at + 2] in ");,"
    )


def _is_length(text: str, at: int) -> bool:
    """Whether a length of time is a quantity that can change, not when something happened."""
    if words.LONGER.match(text, at + 1):
        return True
    return bool(words.LENGTH.search(text, max(0, at - 40), at)) and not words.WHENCE.match(
        text, at + 1
    )


def _told_before(cue: Cue, telling: frozenset[str]) -> Cue | None:
    """A change told by the words that lead to it: "fell by" 12, "an increase of" 12.

    *telling* are those of them that can tell a change.
    """
    near = cue.before[-_NEAR:]
    shift = cue.at - len(near)
    found = None
    if not VERBS.isdisjoint(telling):
        found = words.BY_VERB.search(near)
        if not found and " by " in near and _bare(cue):
            found = words.BY_VERB_FAR.search(near)
        if not found and (told := told_of_object(cue, near)):
            return told._replace(said=(shift + told.said[0], cue.at))
    if found:
        moving = _verb(cue, found, near)
        return moving._replace(said=(shift + found.start(), cue.at)) if moving else None
    if not NOUNS.isdisjoint(telling):
        found = (" of " in near and words.NOUN_OF.search(near)) or words.NOUN_BE.search(near)
    if found and not _is_loss(cue, found):
        return as_change(cue, found)._replace(said=(shift + found.start(), cue.at))
    if cue.figure.kind == "fraction" and (found := words.IN_HALF.search(near)):
        said = (shift + found.start(), cue.at)
        return cue._replace(tag="change", direction="down", moves=True, said=said)
    return None


def _told_after(cue: Cue) -> Cue | None:
    """A change told by the words after it: 12 "fewer", 12 percent "decline"."""
    portion = _bare(cue)
    if found := words.THEN_NOUN.match(cue.after):
        if portion or cue.after.startswith("-"):
            return as_change(cue, found)._replace(said=(cue.at + 1, cue.at + 1 + found.end()))
    elif (found := words.THEN_MORE.match(cue.after)) and (
        portion or found["down"] or words.COMPARES.search(found["rest"])
    ):
        said = (cue.at + 1, cue.at + 1 + found.start("rest"))
        return as_change(cue, found)._replace(said=said)
    elif portion and (found := words.THEN_DOWN.match(cue.after)):
        return as_change(cue, found)._replace(said=(cue.at + 1, cue.at + 1 + found.end()))
    trailing = cue.figure.kind in ("count", "number") and words.MORE_THAN_THAT.match(cue.after)
    if trailing and words.SET_BESIDE.search(cue.before):
        said = (cue.at + 1, cue.at + 1 + trailing.end())
        return cue._replace(tag="change", direction="up", said=said)
    return None


def _as_bare_change(cue: Cue) -> Cue | None:
    """A change told by no word: a multiple, a portion with its sign."""
    if cue.figure.kind == "multiple" and not _occasions(cue):
        return cue._replace(tag="change", direction="up", said=(cue.at, cue.at + 1))
    if cue.figure.kind in SIGNED and (sign := _sign(cue)):
        direction: Direction = "up" if sign == "+" else "down"
        return cue._replace(tag="change", direction=direction, said=(cue.at, cue.at + 1))
    return None


def _occasions(cue: Cue) -> bool:
    """Whether "84 times" counts occasions: nothing follows that it could be times of."""
    by = words.BY_VERB.search(cue.before[-90:])
    return cue.figure.text.endswith("times") and not by and not words.TIMES_WHAT.match(cue.after)


def _sign(cue: Cue) -> str:
    """A sign before a portion, or the first of its characters: (-24%)."""
    before = words.SIGNED.search(cue.before) if cue.before.endswith(("+", "-")) else None
    printed = before["sign"] if before else cue.figure.text[:1]
    return "+" if printed == "+" else "-" if printed in "-−–" else ""


def _is_loss(cue: Cue, found: re.Match[str]) -> bool:
    """Whether a sum is what was lost or earned, no change: "a loss of" $793 million."""
    return cue.figure.kind == "money" and found.group().startswith(("loss ", "gain "))


def _bare(cue: Cue) -> bool:
    """Whether the figure can tell a change without "by": 12 percent, 3 points, 5 cents."""
    return cue.figure.kind in PORTIONS | {"points"} or words.UNITS.match(cue.after) is not None


def _verb(cue: Cue, found: re.Match[str], near: str) -> Cue | None:
    """A change told by a verb, or by `up` and `down` where they tell one."""
    portion = _bare(cue)
    word = found["cut"] or found["add"]
    head = near[: found.start()]
    moves = True
    if word in ("up", "down", "off"):
        headline = portion and words.HEADLINE.search(head) is not None
        opens = headline or words.UPDOWN_OPENS.search(head) or " by " in found.group()
        if not opens:
            return None
        moves = headline or bool(words.BE.search(head))
    elif word and not portion and " by " not in f"{found.group()} ":
        return None
    direction: Direction = "up" if found["up"] or found["add"] else "down"
    return cue._replace(tag="change", direction=direction, moves=moves)


def _as_end(cue: Cue, before: Sequence[Cue]) -> Cue | None:
    """Tag a figure by the words that lead to it as what a change is from or to."""
    previous = before[-1] if before else None
    near = cue.before[-110:]
    opens = previous is None and ("after" in cue.before or "following" in cue.before)
    if opens and (found := words.AFTER.fullmatch(cue.before)):
        return cue._replace(tag="from", said=(found.start("words"), cue.at))
    if previous and previous.tag in ("to", "change") and words.AFTER_THOSE.match(cue.before):
        earlier = words.IN_YEAR.match(cue.after) or words.BEFOREHAND.match(cue.after)
        return (
            cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at)) if earlier else None
        )
    at = [c.figure.kind for c in before[-2:-1]] == ["percent"]
    at = at and words.AT.fullmatch(before[-1].before) is not None
    ended = previous is not None and (previous.tag == "to" or at)
    if ended and words.AGAINST.fullmatch(cue.before):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    after_change = previous is not None and previous.tag == "change"
    if after_change and words.BARE_OVER.fullmatch(cue.before):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    if after_change and words.NOUN_OVER.fullmatch(cue.before) and BARE_END.match(cue.after):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    if after_change and (found := words.BESIDE.fullmatch(cue.before)):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    for test, tag in _tests(cue, near, before):
        if found := test.search(near):
            if tag == "to" and words.WHERE_TO.match(cue.after):
                return None
            shift = cue.at - len(near)
            return cue._replace(tag=tag, said=(shift + found.start("words"), cue.at))
    times = after_change and previous and previous.figure.kind == "multiple"
    if times and (found := words.TIMES.match(near)):
        shift = cue.at - len(near)
        return cue._replace(tag="from", said=(shift + found.start("words"), cue.at))
    return None


def _tests(cue: Cue, near: str, before: Sequence[Cue]) -> Iterator[tuple[re.Pattern[str], Tag]]:
    """The patterns of which *near* holds a word."""
    if "from" in near:
        yield words.FROM, "from"
    if words.HINTS_COMPARED.search(near):
        yield words.COMPARED, "from"
    if "to " in near:
        yield words.TO, "to"
    if words.HINTS_TOTAL.search(near):
        yield words.TOTAL, "to"
        yield words.PEAK, "from"
    tags = [c.tag for c in before[-2:]]
    if "change" in tags and (tags[-1] == "change" or tags == ["change", "to"]):
        yield words.OVER, "from"
    told = bool(tags) and tags[-1] == "change" and words.THEN_MORE.match(cue.before)
    if "than" in near and (told or words.THAN_BRACKET.match(cue.before)):
        yield words.THAN, "from"
