"""Wholes that one sentence shares out: ``23 people in two vans, 14 in one and nine in the other``.

And what a jury made of the counts: convicted of some, acquitted of others, undecided on the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Match

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart

# "found 23 people in two trailers, 14 in one and nine in the other"
_IN_TWO = pattern(
    r"(?P<whole>{n})\s(?:[^.;:()\ue000-\uf8ff]{{1,60}}\s)?{place}\s(?P<two>{n})\s"
    r"(?:(?!and\b)[a-z-]+\s){{0,3}}[a-z-]+(?:,|:|\s-)\s(?P<one>{n})\s(?:[a-z]+\s)?{place}\s"
    r"(?:the\s)?(?:one|first|{n}|{rank})[^.;:\ue000-\uf8ff]{{0,30}}?\s(?:and|while)\s"
    r"(?P<other>{n})\s(?:[a-z]+\s)?{place}\s(?:the\s)?(?:other|second|{rank})",
    place=r"(?:in|on|at|aboard|from|inside)",
)
_FEWEST, _PAIR = 4, 2
# "convicted him of four of the nine counts, acquitted him of three and could not agree on two"
_VERDICT = pattern(
    r"\b(?:convicted|found)\b[^.;\ue000-\uf8ff]{{0,80}}?\s(?:of|on)\s(?P<one>{n})\s(?:out )?of\s"
    r"(?:the\s|his\s|her\s|all\s)?(?P<whole>{n})\s[^.;\ue000-\uf8ff]{{0,60}}?"
    r"\bacquitted\b[^.;\ue000-\uf8ff]{{0,40}}?\s(?:of|on)\s(?P<other>{n})"
    r"[^.;\ue000-\uf8ff]{{0,40}}?\b(?:could not|couldn't|deadlocked|hung|unable to|undecided"
    r"|failed to|did not)\b[^.;\ue000-\uf8ff]{{0,40}}?\son\s(?:the\s)?(?P<third>{n})"
)


def shared_out(reading: Reading) -> Iterator[Relation]:
    """Sums of the two or three parts that a sentence tells its whole by."""
    for _, skeleton in reading.quantified:
        if len(skeleton.figures) < _FEWEST or all(f.value != _PAIR for f in skeleton.figures):
            continue
        for match in _IN_TWO.finditer(skeleton.text):
            two = skeleton.group(match, "two")
            if two is not None and two.value == _PAIR:
                yield from _sum(reading, skeleton, match, ("one", "other"))
    for _, skeleton in worded(reading, frozenset(("acquitted",)), fewest=_FEWEST):
        for match in _VERDICT.finditer(skeleton.text):
            yield from _sum(reading, skeleton, match, ("one", "other", "third"))


def _sum(
    reading: Reading, skeleton: Skeleton, match: Match[str], names: Sequence[str]
) -> Iterator[Relation]:
    whole = skeleton.group(match, "whole")
    parts: list[Figure] = [f for name in names if (f := skeleton.group(match, name))]
    plain = whole is not None and all(
        family(f) == "count" and f.range.is_exact and not f.hedge for f in (whole, *parts)
    )
    if plain and whole and len(parts) == len(names):
        total = sum(f.value for f in parts if f.value is not None)
        if total != whole.value and not is_a_slip_apart(whole, parts):
            return
        tie = skeleton.span(match, names[-1])
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=tuple(parts), whole=whole)
