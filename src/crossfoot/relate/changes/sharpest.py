"""The sharpest of several changes, and above it the two counts that it parts.

``Police logged 150 arsons this year, compared with 200 last year. … The biggest decline came in
arsons, at 25 percent``. The counts are of just what the change names, told of this time and the
one before, and no other pair near it is: such a change is alleged however far it is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.relate.changes.announced import (
    counts_just,
    gives_ends,
    in_turn,
    is_within,
    names_in,
)
from crossfoot.relate.changes.of_subject import pairs_at
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import GAIN, LIGHT, LOSS
from crossfoot.relate.wording.stems import IDLE, stem

_SHARPEST = pattern(
    r"^\W*(?:but |and )?(?P<tie>the (?:[a-z]+est|most [a-z]+) (?:(?P<down>{loss})|(?P<up>{gain}))"
    r" (?:is|was|came) in (?P<what>[a-z-]+(?: [a-z-]+)?)),? (?:at|by|with) {light}"
    r"(?P<change>{percent})(?! of\b)",
    loss=LOSS, gain=GAIN, light=LIGHT,
)  # fmt: skip
# counts held against something else than the time before
_LEVELS = lazy(r"\b(?:average|record|peak|high|low|expected|projected|goal|target|since)\b")
_PART = lazy(
    r"\b(?:precinct|division|zone|beat|ward|downtown|north|south|east|west|neighborhood|borough|alone)"
    r"(?:ern|s)?\b"
)
_BACK = 4  # sentences in which the counts were told


def sharpest(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that is said to be the sharpest, with the ends that were told before it."""
    may = index and SIGNS["percent"] in skeleton.text and "est " in skeleton.text
    match = _SHARPEST.match(skeleton.text) if may else None
    change = skeleton.group(match, "change") if match else None
    if match is None or change is None:
        return
    what = tuple(stem(w) for w in match["what"].split() if w not in IDLE)
    told = [
        (before, base, result)
        for at in range(max(0, index - _BACK), index)
        for base, result in pairs_at(reading, at)
        if (before := reading.sentences[at]) is reading.sentences[base.figure.sentence]
        and counts_just(before, result, what)
    ]
    if len(told) != 1 or not gives_ends(told[0][0]):
        return
    before, base, result = told[0]
    if _LEVELS.search(before.text, *sorted((base.at, result.at))) or _PART.search(before.text):
        return
    if _has_other_time(reading, before, index):
        return
    ends = in_turn(base.figure, result.figure)
    way = "down" if match["down"] else "up"
    falls = (ends[1].value or 0) < (ends[0].value or 0)
    home = skeleton.up_to(match.end())
    known = frozenset(map(stem, {*before.words, *what}))
    here = is_within(home, known) and names_in(reading, home) <= names_in(reading, before)
    if falls is (way == "down") and here:
        yield Shape(*ends, change, way, skeleton.span(match, "tie"))


def _has_other_time(reading: Reading, before: Skeleton, index: int) -> bool:
    """Whether a sentence from the counts to the change tells a time that the counts do not."""
    told = {f.text.lower() for f in before.figures if f.kind == "date"}
    first = before.figures[0].sentence
    later = (f for at in range(first + 1, index + 1) for f in reading.by_sentence[at])
    return any(f.kind == "date" and f.text.lower() not in told for f in later)
