"""Shares of a part and a whole told with a slash: ``97/123 (79%)``, ``79% (97/123)``.

So health reports tell how many of how many: the two numbers and the share are one phrase, and
nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import relation

_QUOTIENT = r"(?P<part>{n}) ?(?P<tie>/) ?(?P<whole>{n})(?! ?/)"
# 97/123 (79%); 97/123 "patients" [79%]; (97/123, 79%)
_THEN_SHARE = pattern(
    r"(?<![/\w-])" + _QUOTIENT
    + r"(?:(?: [a-z-]+){{0,3}} [(\[]|[,;:] ?| = ?)(?P<share>{percent})[)\]]"
)  # fmt: skip
# 79% (97/123); 79% (n=97/123 patients); (79%, 97/123)
_SHARE_THEN = pattern(
    r"(?P<share>{percent})(?: [(\[]|[,;:] )(?:n ?= ?)?" + _QUOTIENT + r"(?: [a-z -]{{1,40}})?[)\]]"
)
# no part and whole: "route" 9/20, "on" 9/20
_NAMED = lazy(
    r"\b(?:routes?|highways?|hwy|road|interstate|section|rule|form|no\.|number|channel|score|pressure"
    r"|vision|flight|version|model|cfr|size) $"
)
# a share of others than the two numbers tell
_ADJUSTED = lazy(
    r"\b(?:weighted|adjusted|imput(?:ed|ation)|standardi[sz]ed|extrapolated|missing)\b"
)
_LONGEST_MONTH, _MONTHS = 31, 12


def slashed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The shares that stand beside their part and whole, these parted by a slash."""
    for test in (_THEN_SHARE, _SHARE_THEN):
        for match in test.finditer(skeleton.text):
            part, whole, share = (skeleton.group(match, g) for g in ("part", "whole", "share"))
            if not (part and whole and share) or not 0 < (part.value or 0) <= (whole.value or 0):
                continue
            if _NAMED.search(skeleton.text, 0, match.start("part")):
                continue
            doubted = _may_be_day(part, whole) or _ADJUSTED.search(skeleton.text)
            if doubted and quotient_off((part,), whole, share):
                continue
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _may_be_day(part: Figure, whole: Figure) -> bool:
    """Whether two numbers can be a month and its day: 9/20."""
    return (whole.value or 0) <= _LONGEST_MONTH and (part.value or 0) <= _MONTHS
