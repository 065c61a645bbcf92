"""Shares of two sides that make up the whole: ``420 votes (66 percent) to 220 (34 percent)``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# 420 "votes (" 66 percent ") to" 220 "(" 34 percent")"; 420", or" 66 percent", against" 220
_SIDES = pattern(
    r"(?<!from )(?P<one>{n})(?:\s[a-z-]+){{0,3}}?(?: \(|, or |, )(?P<share>{percent})(?:\)|,)?"
    r"(?:\s[a-z]+){{0,4}}? (?P<tie>to|against|versus|vs\.?|compared (?:to|with))"
    r"(?:\s[a-z'-]+){{0,4}}? (?P<other>{n})(?:\s[a-z-]+){{0,3}}?"
    r"(?: \(|, or |, )(?P<share2>{percent})"
)
_HUNDRED = 100
_VOTES = frozenset("vote votes voted ballots voters".split())


def of_two_sides(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The shares of two sides of a vote, each of both together."""
    if _VOTES.isdisjoint(skeleton.words):
        return
    for match in _SIDES.finditer(skeleton.text):
        sides = [f for g in ("one", "other") if (f := skeleton.group(match, g))]
        shares = [f for g in ("share", "share2") if (f := skeleton.group(match, g))]
        if len(sides) != 2 or len(shares) != 2 or family(sides[0]) != family(sides[1]):
            continue
        total = sum((f.value or Fraction(0) for f in sides), Fraction(0))
        told = list(zip(sides, shares, strict=True))
        filling = sum((s.value or Fraction(0) for s in shares), Fraction(0)) == _HUNDRED
        fits = any(s.range.contains((f.value or 0) * _HUNDRED / total) for f, s in told if total)
        if not (fits or filling):
            continue  # those of a third side are left out
        tie = skeleton.span(match, "tie")
        for part, share in told:
            yield relation("share", reading, [tie], part=part, whole=sides, share=share)
