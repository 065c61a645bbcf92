"""A figure at odds with two or more that agree is held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.relate.statements.deeds import deed_of, done_alike, governed
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.likeness import likeness, one_changed_or_swapped
from crossfoot.relate.statements.said_twice import itemised, revised
from crossfoot.relate.statements.same import (
    apart,
    contradict,
    elsewhere,
    heads,
    may_slip,
    other_event,
)
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS


def odd_one(field: Field) -> Iterator[Pair]:
    """A figure at odds with two or more that agree."""
    for odd in field.lonely:
        if odd.zone == "body" and (odd.group, odd.head) not in field.agreed_of_noun:
            continue
        for one in _established(field, odd):
            if _at_odds(field, one, odd):
                yield _opposed(field.group_of[one.figure.id], one, odd), odd
                break


def _opposed(members: Sequence[Statement], one: Statement, odd: Statement) -> Statement:
    """*one*, or where a hedge of its own allows the odd number another that agrees with it."""
    if contradict(one.figure, odd.figure):
        return one
    exact = (m for m in members if contradict(m.figure, odd.figure))
    return next((m for m in exact if m.figure.sentence != odd.figure.sentence), one)


def _established(field: Field, odd: Statement) -> Iterator[Statement]:
    """The figures of the same noun that agree with others; of title and lede, kin as well."""
    yield from field.agreed_of_noun.get((odd.group, odd.head), ())
    if odd.zone == "title" and odd.group == "count" and (deed := deed_of(odd)) in DEEDS:
        yield from field.agreed_of_noun.get((odd.group, deed), ())
    if odd.zone != "body" and (odd.group != "count" or odd.of_persons or not odd.head):
        other_zone = "title" if odd.zone == "lede" else "lede"
        for one in field.by_zone.get((odd.group, other_zone), ())[:LEAD]:
            kin = odd.group != "count" or heads(one, odd) in ("kin", "open", "deed")
            if kin and one.figure.id in field.group_of:
                yield one


def _at_odds(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* stands where the number that *one* shares with others should stand."""
    members = field.group_of[one.figure.id]
    said = odd.zone != "body" and any(m.zone == odd.zone for m in members)
    if said and not (done_alike(one, odd) and one_changed_or_swapped(one, odd)):
        return False  # it is said there already
    if odd.figure.sentence == one.figure.sentence or field.told_beside(one, odd):
        return False
    if {one.zone, odd.zone} == {"title", "lede"}:
        return _is_of_the_opening(field, one, odd)
    if one.group not in ("count", "measure") or one.each != odd.each:
        return False
    if odd.zone == "title" and one.head in DEEDS and one.head == deed_of(odd):
        # "Agents Arrest 23 in Harbor"
        led = {"lede", "body"} <= {m.zone for m in members}
        return led and may_slip(one, odd) and not elsewhere(one, odd)
    if other_event(one, odd) or not may_slip(one, odd) or revised(one, odd):
        return False
    if apart(one, odd) or elsewhere(one, odd):
        return False
    return _is_of_one_name(field, members, one, odd)


def _is_of_the_opening(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the figures of title and lede are told of one thing, and neither of its items."""
    first, second = (one, odd) if one.zone == "title" else (odd, one)
    sure = governed(one, odd) or field.numbers_of(odd) <= 2
    sure = sure or field.story.near(one, odd) >= 2
    listed = itemised(field, odd) or itemised(field, one)
    least = 1.5 if one.group == "money" else 0.0
    return sure and not listed and likeness(field, first, second) > least


def _is_of_one_name(
    field: Field, members: Sequence[Statement], one: Statement, odd: Statement
) -> bool:
    """Whether the full name of what is counted has no third number, and more words tie the two."""
    typed = one_changed_or_swapped(one, odd)
    if one.modifiers != odd.modifiers and not typed:
        return False
    zones = {odd.zone, *(m.zone for m in members)}
    if zones == {"body"} or field.named(odd) != 2:
        return False
    named = odd.modifiers and any(m.modifiers == odd.modifiers for m in members)
    if not (named or governed(one, odd) or any(done_alike(m, odd) for m in members)):
        return False
    if typed:
        return _tie(field, one, odd) >= (0.5 if field.numbers_of(odd) == 2 else 1.0)
    return _tie(field, one, odd) >= (1.0 if {"title", "lede"} < zones else 1.5)


def _tie(field: Field, one: Statement, odd: Statement) -> float:
    """The weight of the words that two statements under one full name share."""
    return field.story.near(one, odd) + len(one.modifiers) + governed(one, odd)
