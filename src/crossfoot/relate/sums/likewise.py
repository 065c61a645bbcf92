"""Amounts told in the same words and then together: ``a value of $821,440`` … ``combined``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.slipped import off_by_a_slip
from crossfoot.relate.wording.phrases import backwards, relation, worded
from crossfoot.relate.wording.rows import family

REACH = 14  # sentences back to the first of the amounts
MOST = 9  # amounts that are told apart before they are told together
_CUES = frozenset("combined both together altogether".split())
# "The narcotics in both seizures combined have an estimated street value of"
_JOINS = lazy(
    r"\b(?P<tie>combined|together|altogether|both\s(?:[a-z]+\s){1,2}?"
    r"(?=ha[ds]\b|have|were|was|are|is|came))"
)
_WORDS = lazy(r"(?P<words>\b[a-z]+\s[a-z]+\s)$")


def likewise(reading: Reading) -> Iterator[Relation]:
    """Sums of the amounts that the text tells in the words in which it then tells their total."""
    for index, skeleton in worded(reading, _CUES):
        joins = _JOINS.search(skeleton.text)
        if joins is None:
            continue
        for whole in skeleton.figures:
            words = _before(skeleton, whole) if whole.kind in ("money", "measure") else ""
            parts = _told_so(reading, index, whole, words) if words else ()
            if len(parts) > 1:
                tie = skeleton.span(joins, "tie")
                yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)


def _before(skeleton: Skeleton, figure: Figure) -> str:
    """The two words that lead to *figure*: ``value of``."""
    at = skeleton.sign_of(figure)
    match = _WORDS.search(skeleton.text, max(0, at - 40), at)
    return match["words"] if match else ""


def _told_so(reading: Reading, index: int, whole: Figure, words: str) -> tuple[Figure, ...]:
    """The smaller amounts before, as closely told and led to by the same words."""
    found: list[Figure] = []
    for figure in backwards(reading, index - 1, index - REACH, whole.start):
        if family(figure) != family(whole) or figure.value is None or whole.value is None:
            continue
        if figure.step > whole.step or figure.hedge or figure.value == whole.value:
            continue  # "more than $1 million" in the opening is the total itself
        if _before(reading.sentences[figure.sentence], figure) == words:
            found.append(figure)
    below = [f for f in found if (f.value or 0) < (whole.value or 0)]
    if len(below) < len(found) and off_by_a_slip(whole, found):
        below = found  # $53,299,099 told as $35,299,099
    return tuple(reversed(below)) if len(below) <= MOST else ()
