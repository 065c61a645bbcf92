"""A figure of title or lede is held against its like further on, where both are said only once."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.deeds import done_alike, governed
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.likeness import likeness
from crossfoot.relate.statements.same import of_one_event
from crossfoot.relate.statements.slips import digit_off, in_scale, may_slip
from crossfoot.relate.statements.statement import Statement

_AT_FIRST = lazy(r"\b(?:initially|originally|at first|revised|first asked)\b")
_SUMS_UP = lazy(
    r"\W*(?:altogether|in all|in total|all told"
    r"|in (?:an? )?(?:related|separate|other|another) (?:case|matter|inquiry|prosecution)s?)\b"
)
_NAMED = frozenset(("count", "length", "date"))  # a noun or deed tells which is meant
_CONVERTED = lazy(rf"{SIGNS['money']}\s?\((?:about |some |or |a)?$")
_FROM = lazy(r"\bfrom\s$")
# "18 suspects arrested | were from Alder"
_WERE_FROM = lazy(r"(?:\s[a-z'-]+){1,3}?\s(?:were|are)\s(?:from|under|over|aged|women|men)\b")


def said_twice(field: Field) -> Iterator[Pair]:
    """A figure of title or lede and its like further on, both said only once."""
    leading = [s for s in field.lonely if s.zone != "body"]
    for one in leading[:LEAD]:
        if _is_described(one):
            continue
        converted = one.group == "money" and _is_converted(one)
        for zone in ("lede", "body"):
            best = _likest(field, one, zone)
            if best is None or converted or field.settled(best) or _is_described(best):
                continue
            if itemised(field, best) and not done_alike(one, best):
                continue
            if zone == "body" and _is_source(best) and not _is_source(one):
                continue
            if field.told_beside(one, best) or field.told_beside(best, one):
                continue
            if _picked_out(one, best, further=zone == "body"):
                continue
            if _from_another(one, best):
                continue
            if revised(one, best) or (zone == "body" and _rounded_apart(one, best)):
                continue
            if _is_near_enough(one, best, opening=zone == "lede"):
                yield one, best


def _is_near_enough(one: Statement, best: Statement, *, opening: bool) -> bool:
    """Whether one number can be the other gone wrong; the headline's persons need not be near.

    Further on there are many amounts, which no noun tells apart: there only a slip of the pen.
    """
    if opening:  # two races of two lengths
        weighed = one.group == "measure" and not (one.head and one.head == best.head)
        return not weighed or may_slip(one, best)
    return may_slip(one, best) and (one.group in _NAMED or digit_off(one, best))


def _from_another(one: Statement, other: Statement) -> bool:
    """Whether two changes are each from a number of its own: "up 31% from 4", "up 32% from 5"."""
    if one.group != "share":
        return False
    here, there = _bases(one), _bases(other)
    return bool(here and there) and not any(agree(a, b) for a in here for b in there)


def _bases(statement: Statement) -> list[Figure]:
    """The numbers of its sentence that something went up or down from."""
    skeleton = statement.skeleton
    pairs = zip(skeleton.figures, skeleton.signs, strict=True)
    return [f for f, at in pairs if f.kind != "percent" and _FROM.search(skeleton.text, 0, at)]


def _is_source(statement: Statement) -> bool:
    """Whether something is taken from the persons: 52 people arrested, guns bought "from 42"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.of_persons and _FROM.search(text, 0, sign) is not None


def _is_described(statement: Statement) -> bool:
    """Whether its predicate tells what some of them are: "18 suspects were from Alder"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.group == "count" and _WERE_FROM.match(text, sign + 1) is not None


def _is_converted(statement: Statement) -> bool:
    """Whether a sum is told again in another currency: "$150m (£80m)"."""
    sign = statement.skeleton.sign_of(statement.figure)
    return _CONVERTED.search(statement.skeleton.text, 0, sign) is not None


def _picked_out(one: Statement, best: Statement, *, further: bool) -> bool:
    """Whether fewer are picked out of those told before: "these three latest arrivals".

    Further on a word that narrows them is enough: of three men, "two Iranian men".
    """
    fewer = (best.figure.value or 0) < (one.figure.value or 0)
    narrowed = best.modifiers - one.modifiers - (one.words if further else frozenset())
    return fewer and (best.definite or further) and bool(narrowed)


def revised(one: Statement, other: Statement) -> bool:
    """Whether words tell that one number took the place of the other, or is of more or others."""
    if sums_up(other):
        return True
    return _is_of_first(one.skeleton) is not _is_of_first(other.skeleton)


@kept
def _is_of_first(skeleton: Skeleton) -> bool:
    """Whether a sentence tells what was told at first, or takes its place."""
    return _AT_FIRST.search(skeleton.text) is not None


def sums_up(statement: Statement) -> bool:
    """Whether its sentence adds up more than was told: "In all, they arrested 98"."""
    return _SUMS_UP.match(statement.skeleton.text) is not None


def _rounded_apart(one: Statement, other: Statement) -> bool:
    """Whether two round numbers of thousands are told of different deeds: neither is a slip."""
    a, b = one.figure.value, other.figure.value
    if one.group != "count" or a is None or b is None or min(a, b) < 1000:
        return False
    return not (a % 1000 or b % 1000) and not governed(one, other)


def itemised(field: Field, statement: Statement) -> bool:
    """Whether its sentence gives another number of the same noun: the items of a whole."""
    money = statement.group == "money"
    return any(
        s.group == statement.group
        and (money or _of_one_kind(s, statement))
        and not agree(s.figure, statement.figure)
        and (not money or in_scale(s, statement))
        for s in field.beside(statement)
    )


def _of_one_kind(item: Statement, statement: Statement) -> bool:
    """Whether *item* is of the same noun, and no sub-kind: "43 guns, two machine guns of them"."""
    if item.head == "" or item.head != statement.head or item.step or item.part:
        return False
    few, many = item.figure.value or 0, statement.figure.value or 0
    return not (item.modifiers and not statement.modifiers and few < many)


def _likest(field: Field, one: Statement, zone: str) -> Statement | None:
    """The later statement of *zone* most like *one*, where no other number comes near it."""
    if one.zone == zone:
        return None
    told = field.by_zone.get((one.group, zone), ())
    if one.group == "count" and (one.zone, zone) != ("title", "lede"):
        told = [s for s in told if s.head == one.head] if one.head else ()  # as `_alike` asks
    elif one.group == "date":
        told = [s for s in told if of_one_event(one, s)] if one.head or one.verb else ()
    rivals = [
        (strength, s)
        for s in told
        if not field.crowded(s) and (strength := likeness(field, one, s)) > 0
    ]
    if not rivals:
        return None
    strength, best = max(rivals, key=lambda r: r[0])
    if agree(one.figure, best.figure):
        return None
    clear = all(
        strength >= other + 1 or agree(best.figure, s.figure)
        for other, s in rivals
        if s is not best
    )
    return best if clear else None
