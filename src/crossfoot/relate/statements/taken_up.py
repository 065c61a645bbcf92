"""Numbers taken up again: "the eight warehouses", "Of the 88 people arrested", "all nine".

A definite number goes back to one that was told before. It is held against that only where one
number could be meant, and no word narrows it to some of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.antecedents import NEAR, OTHERS, sentences_between
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.in_operations import in_an_operation
from crossfoot.relate.statements.in_quotes import in_their_words
from crossfoot.relate.statements.numbers_taken_up import (
    is_of_those,
    mistyped_again,
    of_the_number,
    of_these,
)
from crossfoot.relate.statements.persons_taken_up import (
    all_of_them,
    as_many,
    of_the_persons,
    who_did,
)
from crossfoot.relate.statements.slips import mistyped, one_changed, transposed
from crossfoot.relate.statements.some_or_more import one_more
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.things_taken_up import of_things

_RULES = (
    of_things,
    of_the_persons,
    of_the_number,
    who_did,
    all_of_them,
    mistyped_again,
    as_many,
    in_an_operation,
    in_their_words,
    of_these,
)
_MANY = 20  # persons of whom some are easily told apart


def taken_up(field: Field) -> Iterator[Pair]:
    """Numbers that take up an earlier one and are another."""
    for rule in _RULES:
        for one, odd in rule(field):
            rest = odd.head == OTHERS != one.head  # "the two others" are the rest
            rest = rest or is_of_those(odd, one)
            if not (rest or one_more(one, odd) or _just_told(field, one, odd) or _some(one, odd)):
                yield one, odd


def _just_told(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the number itself was told between: "20 had records. Of the 20 convicts"."""
    return any(
        s.order > one.order and sentences_between(s, odd) <= NEAR and agree(s.figure, odd.figure)
        for s in field.just_before(odd)
    )


def _some(one: Statement, odd: Statement) -> bool:
    """Whether persons fewer by many are some of those told of, and no digit was mistyped."""
    a, b = one.figure.value or 0, odd.figure.value or 0
    if not odd.of_persons or not _MANY <= b < a - 2:
        return False
    return not (one_changed(one, odd) or transposed(one, odd) or mistyped(one, odd))
