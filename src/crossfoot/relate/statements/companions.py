"""What stands beside two figures that agree is paired: "27 felonies", and its like again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import agree, of_one_hedge
from crossfoot.relate.statements.counted import COUNTED
from crossfoot.relate.statements.field import ABREAST, Field, Pair
from crossfoot.relate.statements.likeness import DIGITS, one_changed_or_swapped
from crossfoot.relate.statements.others import are_placed_apart
from crossfoot.relate.statements.same import heads, other_time
from crossfoot.relate.statements.slips import digit_off
from crossfoot.relate.statements.some_or_more import about_as_many
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import are_opposed

_OPENS = lazy(r"\W*(?:of|among) (?:all )?(?:the|those|these) ")
_WERE = lazy(r"(?: [a-z'-]+){0,5}?(?:,| were| are) ")
_MUCH = 1000  # pounds or gallons; fewer are of many a parcel
_WAYS = frozenset(("rise", "drop"))  # ways of a share alone tell nothing of what changed


def companions(field: Field) -> Iterator[Pair]:
    """What stands with two figures that agree: "27 felonies and 63 misdemeanors", said again."""
    for group in field.agreed:
        far = all(s.zone == "body" for s in group)
        if far and not _is_telling(group):
            continue  # of two like things further on each has numbers of its own
        members = [s for s in group if not field.crowded(s)][:ABREAST]
        for one, other in (*pairwise(members), *((members[0], s) for s in members[2:])):
            pairs = [
                (a, b)
                for a in field.beside(one)
                for b in field.beside(other)
                if a.group == b.group
                and _go_along(field, a, b)
                and not (far and not _is_the_other(a, b))
                and _is_taken_from(a, one) == _is_taken_from(b, other)
                and not (_is_of_another(field, a, one) or _is_of_another(field, b, other))
            ]
            # of several such pairs none is sure
            if len({a.figure.id for a, _ in pairs}) == 1 == len({b.figure.id for _, b in pairs}):
                yield pairs[0]


def hedged_companions(field: Field) -> Iterator[Pair]:
    """The same of numbers of which both are told as "more than" so much, a slip apart."""
    for one, other in companions(field):
        long = min(one.significant, other.significant) >= DIGITS
        if long and of_one_hedge(one.figure, other.figure) and _is_the_other(one, other):
            yield one, other


def _is_taken_from(statement: Statement, agreed: Statement) -> bool:
    """Whether it tells some of those whose number agrees: ``Among the 64 were 28 skaters``."""
    skeleton = agreed.skeleton
    if skeleton is not statement.skeleton:
        return False
    at, then = skeleton.sign_of(agreed.figure), skeleton.sign_of(statement.figure)
    opens = at < then and _OPENS.fullmatch(skeleton.text, 0, at) is not None
    return opens and _WERE.fullmatch(skeleton.text, at + 1, then) is not None


def _is_telling(group: Sequence[Statement]) -> bool:
    """Whether no two things have its number by chance: a long count, or so much of one stuff."""
    first = group[0]
    digits = DIGITS - (first.group == "measure" and (first.figure.value or 0) >= _MUCH)
    return first.group in ("count", "measure") and all(
        s.significant >= digits and s.terms == first.terms and s.head == first.head != ""
        for s in group
    )


def _is_the_other(one: Statement, other: Statement) -> bool:
    """Whether, far down, one number can only be the other mistyped: of one noun, a slip apart."""
    return one.head == other.head != "" and digit_off(one, other)


def _go_along(field: Field, one: Statement, other: Statement) -> bool:
    """Whether two neighbours of one kind are worded alike."""
    if one.group not in COUNTED or agree(one.figure, other.figure):
        return False
    noun = heads(one, other)
    typed = one.group == "count" and one_changed_or_swapped(one, other)
    if noun not in ("same", "open") and not typed:
        return False
    if noun == "open" and other.zone == "body":
        return False  # further on "11.9 million and 11.6 million" are of anything
    if one.zone != "title" and are_placed_apart(one, other):
        return False
    if field.met_in(one, other) or field.met_in(other, one) or are_opposed(one, other):
        return False
    if one.step or other.step or one.ranged or other.ranged or other_time(one, other):
        return False
    near = field.story.near(one, other)
    if typed:
        # "over 90 guns and 12 persons", "over 90 guns and 21 defendants"
        long = near >= 1 and min(one.significant, other.significant) >= DIGITS
        if long or noun == "kin":
            return True
        if noun not in ("same", "open"):
            return False
    if noun == "open":
        return typed and near >= 1.5
    if one.group == "share":
        return bool(one.modifiers - _WAYS) and one.modifiers == other.modifiers
    if not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers):
        return False
    return about_as_many(one, other) and (bool(one.modifiers & other.modifiers) or near >= 1)


def _is_of_another(field: Field, statement: Statement, agreed: Statement) -> bool:
    """Whether a number has no noun but that of one told since: "230 cases, 9 deaths; here 11"."""
    return not statement.head and any(
        agreed.order < s.order < statement.order and s.head for s in field.beside(statement)
    )
