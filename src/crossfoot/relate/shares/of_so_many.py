"""A share of a number, whose part is not counted: ``40 percent of the seven officers``.

There is nothing to divide; but not every percent of so few can be. Of persons and cases, that is:
a company, a loan and a country's vote can be held in part.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton, pattern
from crossfoot.model import Figure, Span
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.predicates import VERBS
from crossfoot.relate.wording.rows import head

MOST = 1000  # of more, a whole percent is always of whole things
_THE = r"(?:(?:the|these|those|all|its|his|her|their|our)\s){{0,2}}"
# "40 percent of the seven officers"
_OF_WHOLE = pattern(rf"(?P<share>{{percent}})(?P<tie>\sof\s{_THE})(?P<whole>{{count}})")
# "Of the seven officers who stayed, 40 percent were"
_OF_WHOM = pattern(
    rf"\b(?P<tie>(?:of|among)\s{_THE})(?P<whole>{{count}})(?:\s[a-z'-]+){{{{1,6}}}}?,\s"
    r"(?:(?:about|nearly|almost|some|just over|over)\s)?(?P<share>{percent})"
    r"(?=\s(?:{verbs}|[a-z]+ed)\b)",
    verbs=VERBS,
)
_CASE = "case"
# "of the seven officers' pay"
_THEIRS = lazy(r"(?:\s[a-z-]+){1,3}'")


def of_so_many(skeleton: Skeleton) -> Iterator[tuple[Figure, Figure, Span]]:
    """Every share, the number that it is said to be of, and the words that say so."""
    if "of " not in skeleton.text and "among " not in skeleton.text:
        return
    for match in chain(_OF_WHOLE.finditer(skeleton.text), _OF_WHOM.finditer(skeleton.text)):
        share, whole = skeleton.group(match, "share"), skeleton.group(match, "whole")
        if share is None or whole is None or not _are_whole(skeleton, whole):
            continue
        if whole.range.is_exact and whole.hedge is None and 1 < (whole.value or 0) < MOST:
            yield share, whole, skeleton.span(match, "tie")


def _are_whole(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* counts what is never halved: persons or cases, and nothing of theirs."""
    noun = head(skeleton, figure)
    if not noun or _THEIRS.match(skeleton.text, skeleton.sign_of(figure) + 1):
        return False
    return noun == _CASE or is_person(noun)
