"""How strongly nouns and words near by make two figures one quantity."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.deeds import deed_of, done_alike, governed
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.lengths import lengths_alike
from crossfoot.relate.statements.portions import are_of_two
from crossfoot.relate.statements.same import (
    another_kind,
    apart,
    elsewhere,
    heads,
    of_one_event,
    other_event,
)
from crossfoot.relate.statements.slips import digit_off, may_slip, one_changed, transposed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.what_changed import tells_change
from crossfoot.relate.wording.stems import is_person, never_one, stem

# the weight of shared words near by that amounts, which have no noun of their own, must have
_NEEDED = {"money": 1.5, "share": 1.5, "multiple": 2.0, "rate": 1.5, "measure": 2.0}
_FURTHER = 1.5  # and so much more where they are not told in title and lede
_AND_A_PERSON = lazy(
    r"\b(?:and|plus|with)\s(?:a|an|one|another|his|her|their)\s(?:[a-z-]+\s){0,2}?(?:man|woman|boy"
    r"|girl|brother|sister|wife|husband|son|daughter|mother|father|teenager|juvenile|person|driver"
    r"|officer|doctor|nurse|associate|other)\b"
)
DIGITS = 3  # an amount of fewer is no long number
_PAID_BACK = frozenset(
    map(stem, "restitution forfeit forfeiture repay fine fined bail bond reimburse".split())
)


def likeness(field: Field, one: Statement, other: Statement) -> float:
    """How strongly the wording makes two statements one; 0 where it does not."""
    if one.figure.sentence == other.figure.sentence:
        return 0
    opening = one.zone == "title" and other.zone == "lede"
    strength = _alike(field, one, other, opening)
    return strength if strength > 0 and not _told_apart(one, other, opening) else 0


def _told_apart(one: Statement, other: Statement, opening: bool) -> bool:
    """Whether words set two statements apart; of title and lede the place is that of both."""
    if one.each != other.each:
        return True
    if opening:  # of one time: a date in the title is of the release
        return apart(one, other) if one.group == "share" else another_kind(one, other)
    return apart(one, other) or elsewhere(one, other) or other_event(one, other)


def _alike(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """How strongly nouns and words near by make two statements one."""
    alike = _ALIKE.get(one.group)
    if alike is not None:
        return alike(field, one, other, opening)
    return _enough(one, other, field.story.near(one, other), opening)


def _enough(
    one: Statement, other: Statement, near: float, opening: bool, further: float = _FURTHER
) -> float:
    """The weight of the words near by, where amounts that have no noun need no more."""
    least = _NEEDED.get(one.group, 9.0) + (0 if opening else further)
    least -= 1.0 if not opening and transposed(one, other) else 0  # 17 and 71
    return near if near >= least else 0


def _counts(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """By the noun, or of title and lede by what was done to them."""
    noun = heads(one, other)
    if noun == "same":
        return _same_noun(field, one, other, field.story.near(one, other), opening)
    if not opening or one.joined or other.joined:
        return 0
    if noun == "unlike":
        return _other_name(field, one, other)
    if noun == "kin":
        return _kin(field, one, other)
    alike = done_alike(one, other) and (noun == "deed" or governed(one, other))
    return 1 + field.story.near(one, other) if alike else 0


def _kin(field: Field, one: Statement, other: Statement) -> float:
    """Of two nouns for one kind: "14 suspects", "fourteen men"."""
    if _AND_A_PERSON.search(other.skeleton.text):  # "fourteen men and a woman"
        return 0
    near, reach = field.story.near(one, other), field.story.reach(one, other)
    alone = field.alone(one) and field.alone(other)
    if done_alike(one, other):
        return near + reach / 2 if near > 0 or alone else 0
    sure = (near >= 2 or (alone and reach >= 1)) and not (deed_of(one) and deed_of(other))
    return near + reach / 2 if sure else 0


def _measures(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    near = field.story.near(one, other)
    if heads(one, other) == "same" and one.figure.unit == other.figure.unit:
        return _same_noun(field, one, other, near, opening) if opening else 0
    return _enough(one, other, near, opening)


def _lengths(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    return lengths_alike(field, one, other, opening=opening)


def _dates(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """Of one event, which is not told by its date."""
    if not of_one_event(one, other):
        return 0
    if _names_events(one, other) and not (opening and _is_year(one) and _is_year(other)):
        return 0
    if not opening and _is_year(one) != _is_year(other):
        return 0  # "a surplus in 1986", "after one of two billion in December 1985"
    near = field.story.near(one, other)
    alone = heads(one, other) == "same" and len(field.by_noun["date", one.head]) == 2
    return 1 + near if near >= (0.5 if alone else 1) else 0


def _shares(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """By the noun they are of, or by the words near by."""
    strength = _shares_alike(field, one, other, opening)
    if strength == 0:
        return 0
    changes = tells_change(one), tells_change(other)
    if all(changes) or (not opening and any(changes)):
        return 0  # changes are tied clause by clause
    return 0 if are_of_two(one, other) else strength


def _shares_alike(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """The weight of the words that two shares have in common."""
    noun = heads(one, other)
    if noun == "unlike":
        return 0
    near = field.story.near(one, other)
    if noun == "same" and one.modifiers == other.modifiers:
        alone = field.numbers_of(one) <= 2
        named = opening or one.head or governed(one, other)
        return 1 + near if alone and named and near >= (0.5 if one.modifiers else 1.5) else 0
    near += one.head in other.near or other.head in one.near  # a rate of convictions
    return _enough(one, other, near, opening, further=0.5)


def is_paid_back(statement: Statement) -> bool:
    """Whether an amount is to be paid for what was done: "in restitution"."""
    return bool(_PAID_BACK & statement.near)


def _money(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """By the words near by; of title and lede an only amount needs few."""
    if is_paid_back(one) != is_paid_back(other):
        return 0
    near = field.story.near(one, other)
    if opening and _only_amounts(field, one, other):
        return 2 + near
    return _enough(one, other, near, opening)


def _names_events(one: Statement, other: Statement) -> bool:
    """Whether dates tell which event is meant: "the March 2015 sweep", and one of 2017."""
    return not (one.verb and one.verb == other.verb)


def _is_year(statement: Statement) -> bool:
    return statement.figure.text.isdigit()


def _other_name(field: Field, one: Statement, other: Statement) -> float:
    """Whether persons by two names are those of the story: "25 Crew Members Charged", 26 teenagers.

    Title and lede tell of no others, the same is done to them, and the numbers are a slip apart.
    """
    if not (is_person(one.head) and is_person(other.head)) or never_one(one.head, other.head):
        return 0
    if not (field.alone(one) and field.alone(other) and may_slip(one, other)):
        return 0
    joined = _AND_A_PERSON.search(other.skeleton.text) is not None
    return 1 + field.story.near(one, other) if done_alike(one, other) and not joined else 0


def _only_amounts(field: Field, one: Statement, other: Statement) -> bool:
    """Whether title and lede give one amount each, a slip apart, in a story of some like words."""
    if not (field.only_one(one) and field.only_one(other)):
        return False
    reach = field.story.reach(one, other)
    return reach >= 1 if may_slip(one, other) else reach >= 2 and digit_off(one, other)


def _same_noun(field: Field, one: Statement, other: Statement, near: float, opening: bool) -> float:
    """The weight of all that two numbers of one noun have in common."""
    strength = near + len(one.modifiers & other.modifiers) + governed(one, other)
    strength += opening and done_alike(one, other)
    if opening:
        reach = field.story.reach(one, other)
        alone = field.numbers_of(one) <= 2
        strength += one.significant >= DIGITS and transposed(one, other)
        return strength + reach / 4 + alone / 4 if alone or strength >= 0.5 or reach >= 1 else 0
    if (
        one.modifiers - other.modifiers - other.words
        and other.modifiers - one.modifiers - one.words
    ):
        return 0  # "five private banks in Alder", "six large banks in Alder"
    few = field.numbers_of(one) <= 2 or (one.modifiers == other.modifiers and field.named(one) <= 2)
    least = (0.5 if one.zone == "title" or one.modifiers & other.modifiers else 1) if few else 1.5
    if few and one_changed_or_swapped(one, other):
        near += done_alike(one, other) / 2  # "28 people were arrested", "38 people were arrested"
    return strength if near >= least else 0


def one_changed_or_swapped(one: Statement, other: Statement) -> bool:
    """Whether one number is likely the other mistyped, by its digits alone."""
    return transposed(one, other) or one_changed(one, other)


_ALIKE = {
    "count": _counts,
    "measure": _measures,
    "length": _lengths,
    "date": _dates,
    "share": _shares,
    "money": _money,
}
