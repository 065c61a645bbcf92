"""A number taken up again in other words is tied to the one that it repeats."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.antecedents import BACK, may_be, sentences_between
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import is_person

_FAR = 10  # and over which "the four" takes up the last number of persons


def said_again(field: Field) -> Iterator[list[Statement]]:
    """Numbers that take up an earlier one and are the same, where no other wording ties them."""
    for odd in field.story.statements:
        if odd.group != "count" or not odd.definite or odd.zone == "title" or odd.part:
            continue
        one = _last_so_many(field, odd)
        group = field.group_of.get(one.figure.id) if one else None
        if one and (group is None or group is not field.group_of.get(odd.figure.id)):
            yield [one, odd]


def _last_so_many(field: Field, odd: Statement) -> Statement | None:
    """The last number before *odd* that it can go back to and that is the same.

    Of persons it may be farther away, where no other number of them was told since.
    """
    alone = not odd.head or is_person(odd.head)
    for one in reversed(field.just_before(odd)):
        if one.figure.value in (None, 1):
            continue
        near = sentences_between(one, odd) <= (_FAR if alone and one.of_persons else BACK)
        if near and agree(one.figure, odd.figure) and may_be(one, odd):
            return one
        alone = alone and not one.of_persons
    return None
