"""The share that a part of those just told makes up: ``Of the 90 people, 60 … That is 67%``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.subset import taken_out
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family, head

# "That is 67%."; no "That is 67% fewer", "67% of the budget"
_THAT_IS = pattern(
    r"^\W*(?P<tie>(?:that|this|which)(?:'s|\s(?:is|was|makes|made|comes to|came to|amounts to"
    r"|amounted to|works out to|represents|represented|equals)))\s"
    + hedges("an?", "or", "thus")
    + r"(?P<share>{percent})(?=[.;]|$|,\s(?:according to|(?:[^.,;:]{{2,40}}\s)?(?:said|says|say))\b"
    r"[^,;:]*(?:[.;]|$)|\sof (?:them|those|the total)(?=[.,;]|$))"
)
# "Some 61 were children": no noun, so of those counted in the sentence before
_BARE = pattern(
    r"^\W*(?:(?:some|about|only|just|nearly|roughly|but)\s)*(?P<part>{n})\s(?:had|were|have|are)\s"
)


def that_is(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The share with which a sentence takes up the part of the sentence before."""
    if not index or SIGNS["percent"] not in skeleton.text:
        return
    match = _THAT_IS.match(skeleton.text)
    share = skeleton.group(match, "share") if match else None
    told = _part_and_whole(reading, index - 1) if match and share else None
    if match and share and told:
        part, whole = told
        if part.sentence != whole.sentence and (part.value or 0) > (whole.value or 0):
            return  # "320 arrests. … 1104 of them": of others, it may be
        tie = skeleton.span(match, "tie")
        yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _part_and_whole(reading: Reading, index: int) -> tuple[Figure, Figure] | None:
    """The one part that sentence *index* tells, and what it is taken out of."""
    skeleton = reading.sentences[index]
    found = list(taken_out(reading, index, skeleton))
    if len(found) == 1:
        told = found[0].one("part"), found[0].one("whole")
        here = [f for f in skeleton.figures if f.kind in ("count", "number", "money", "percent")]
        return told if all(f in told for f in here) else None
    match = _BARE.match(skeleton.text)
    if found or not match or not index or skeleton.amounts > 1:
        return None
    before = reading.sentences[index - 1]
    wholes = [f for f in before.figures if family(f) == "count"]
    part = skeleton.group(match, "part")
    if part is None or len(wholes) != 1 or head(before, wholes[0]) not in PERSONS:
        return None
    return part, wholes[0]
