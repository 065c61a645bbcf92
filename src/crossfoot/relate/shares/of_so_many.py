"""A share of a number, whose part is not counted: ``40 percent of the seven officers``.

There is nothing to divide; but not every percent of so few can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from crossfoot.figures.skeleton import Skeleton, pattern
from crossfoot.model import Figure, Span

MOST = 1000  # of more, a whole percent is always of whole things
_THE = r"(?:(?:the|these|those|all|its|his|her|their|our)\s){{0,2}}"
# "40 percent of the seven officers"
_OF_WHOLE = pattern(rf"(?P<share>{{percent}})(?P<tie>\sof\s{_THE})(?P<whole>{{count}})")
# "Of the seven officers who stayed, 40 percent were"
_OF_WHOM = pattern(
    rf"\b(?P<tie>(?:of|among)\s{_THE})(?P<whole>{{count}})(?:\s[a-z'-]+){{{{1,6}}}}?,\s"
    r"(?:(?:about|nearly|almost|some|just over|over)\s)?(?P<share>{percent})(?=\s)"
)


def of_so_many(skeleton: Skeleton) -> Iterator[tuple[Figure, Figure, Span]]:
    """Every share, the number that it is said to be of, and the words that say so."""
    if "of " not in skeleton.text and "among " not in skeleton.text:
        return
    for match in chain(_OF_WHOLE.finditer(skeleton.text), _OF_WHOM.finditer(skeleton.text)):
        share, whole = skeleton.group(match, "share"), skeleton.group(match, "whole")
        if share is None or whole is None:
            continue
        if whole.range.is_exact and whole.hedge is None and 1 < (whole.value or 0) < MOST:
            yield share, whole, skeleton.span(match, "tie")
