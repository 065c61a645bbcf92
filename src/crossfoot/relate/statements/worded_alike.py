"""A sentence of the opening told again in the same words, but for one number.

Headline and first paragraph, or a paragraph printed twice: "a ring that took nearly $2 million in
jewelry and cash", and again "a ring that took nearly $5 million in jewelry and cash". The more
alike the words, the less the numbers have to be near: those of the headline may be any.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.bases import is_of_a_row
from crossfoot.relate.statements.deeds import done_alike
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.others import bracketed
from crossfoot.relate.statements.said_twice import sums_up
from crossfoot.relate.statements.same import (
    agree,
    apart,
    contradict,
    digit_off,
    elsewhere,
    in_scale,
    of_one_hedge,
    other_event,
    other_time,
)
from crossfoot.relate.statements.statement import Statement

# the words right beside both that must stand alike, and the weight of those near by; of some
# 2,900 texts as published no two numbers of headline and first paragraph had so many in common
_OPENING = (4, 2.0)
_FURTHER = (9, 4.0)  # in a body many a sentence is built like another
# words by which one of two hedged numbers is of more, or of another occasion
_APART = frozenset("far since altogether another other separate earlier later".split())
_HEDGED = 1.0  # the weight of words near by that two numbers of one hedge must share
_BY_MONEY = 2  # words near by of amounts, which have no noun: one name tells little


def worded_alike(field: Field) -> Iterator[Pair]:
    """Pairs of unlike numbers told in the same words, one of them in title or lede."""
    lonely = {s.figure.id for s in field.lonely}
    for one, other in _candidates(field):
        if one.figure.id not in lonely and other.figure.id not in lonely:
            continue
        if one.zone != "title" and (one.group == "length" or not digit_off(one, other)):
            continue  # of terms served, as of races run, each has its own
        if is_of_a_row(one) or field.told_beside(one, other) or field.told_beside(other, one):
            continue
        alike = _in_same_words(field, one, other) or _hedged_alike(field, one, other)
        if alike and not _of_two_rows(field, one, other):
            yield one, other


def _in_same_words(field: Field, one: Statement, other: Statement) -> bool:
    least, weight = _OPENING if one.zone == "title" else _FURTHER
    return (
        one.words_shared(other) >= least  # of few pairs, and quickly asked
        and _differ(one, other)
        and field.story.near(one, other) >= weight
        and not other_time(one, other)
    )


def _of_two_rows(field: Field, one: Statement, other: Statement) -> bool:
    """Whether what stands beside them differs, too: "11 people with $800K", "21 with $3M"."""
    if field.crowded(one) or field.crowded(other):
        return True
    return any(
        a.group == b.group and a.head == b.head and _differ(a, b)
        for a in field.beside(one)
        for b in field.beside(other)
        if a is not one and b is not other
    )


def _candidates(field: Field) -> Iterator[Pair]:
    """Statements of a kind in the title and the lede, in the lede and the body."""
    for group in sorted(field.by_group.keys() - {"date"}):
        title, lede, body = (
            field.by_zone.get((group, zone), ())[:LEAD] for zone in ("title", "lede", "body")
        )
        yield from product(title, lede)
        yield from product(lede, body)


def _hedged_alike(field: Field, one: Statement, other: Statement) -> bool:
    """Whether both are "nearly" so much, as round the one as the other, and told in like words.

    "Nearly 200 people were charged", and further on "has charged nearly 300 individuals".
    """
    a, b = one.figure, other.figure
    if not of_one_hedge(a, b) or a.step != b.step:
        return False
    if bracketed(one, other):
        return False
    if one.group not in ("count", "money") or not _differ(one, other) or not in_scale(one, other):
        return False
    if one.group == "count" and not (one.head == other.head and done_alike(one, other)):
        return False
    if field.settled(one) and sums_up(other):
        return False
    if _APART & (one.skeleton.words ^ other.skeleton.words) or _of_one_in_a_row(one, other):
        return False
    if one.group == "money" and len(one.near & other.near) < _BY_MONEY:
        return False
    return field.story.near(one, other) >= _HEDGED and not (
        apart(one, other) or other_event(one, other) or elsewhere(one, other)
    )


def _of_one_in_a_row(one: Statement, other: Statement) -> bool:
    """Whether a sentence tells which of several it is about: "in the second sweep"."""
    return any(SIGNS["rank"] in s.skeleton.text for s in (one, other))


def _differ(one: Statement, other: Statement) -> bool:
    """Whether they contradict each other, or are "more than" two numbers."""
    a, b = one.figure, other.figure
    if a.sentence == b.sentence or (a.unit != b.unit and one.group != "count"):
        return False
    if contradict(a, b):
        return True
    return of_one_hedge(a, b) and a.value != b.value and not agree(a, b)
