"""A definite amount told nowhere before: "the $4.3 million loan", after a loan of $4.8 million.

"The" takes up what was told. Where such an amount, or a count of three digits, was not, and one
that was told stands among like words a slip of the pen away, that one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.relate.statements.agreement import contradict, distinct
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.made import FEW, is_made, is_told
from crossfoot.relate.statements.same import apart, elsewhere, other_event
from crossfoot.relate.statements.slips import LONG, is_slip
from crossfoot.relate.statements.statement import Statement

_NEAR = 2.0  # the weight of the words near by that two amounts must share
_PRICE = 1000  # below it amounts are prices, of which each thing has its own


def known(field: Field) -> Iterator[Pair]:
    """Definite amounts and long counts, each with the only one told before that it can be."""
    for odd in field.definite:
        if odd.group not in ("count", "money") or odd.zone == "title" or not _is_whole(odd):
            continue
        if odd.dated or odd.figure.value is None or field.crowded(odd):
            continue
        told = [s for s in field.before(odd) if s.figure.value is not None]
        able = [s for s in told if _could_be(field, s, odd)]
        if distinct(able) == 1 and not (is_told(told, odd) or is_made(told[-FEW:], odd)):
            yield able[-1], odd


def _is_whole(statement: Statement) -> bool:
    """Whether it is no part or step, and stands in no row of numbers."""
    s = statement
    return not (s.part or s.step or s.ranged or s.listed or s.joined)


def _could_be(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether they are a slip apart and told in like words: of counts the noun is the same."""
    if one.figure.sentence == odd.figure.sentence or not _is_whole(one):
        return False
    if not (_is_long(one, odd) if one.group == "count" else _is_same_sum(field, one, odd)):
        return False
    if not (contradict(one.figure, odd.figure) and is_slip(one, odd)):
        return False
    if field.told_beside(one, odd) or field.told_beside(odd, one):
        return False
    return not (apart(one, odd) or elsewhere(one, odd) or other_event(one, odd))


def _is_long(one: Statement, odd: Statement) -> bool:
    """Whether two counts of one noun have digits enough to be known by."""
    return one.head == odd.head != "" and min(one.significant, odd.significant) >= LONG


def _is_same_sum(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether two amounts in one currency, which are no prices, are told in like words."""
    priced = (odd.figure.value or 0) < _PRICE
    same = one.figure.unit == odd.figure.unit and not priced
    return same and field.story.near(one, odd) >= _NEAR
