"""A number of the headline that is told nowhere below it, and the one of the lede it should be.

A headline sums up what follows: its number of those killed or held must be told there, or be what
others told there come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from crossfoot.figures.lazy import lazy
from crossfoot.interval import number
from crossfoot.relate.statements.antecedents import OTHERS
from crossfoot.relate.statements.deeds import done_alike
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import (
    agree,
    contradict,
    distinct,
    heads,
    one_changed,
    tenfold,
    transposed,
)
from crossfoot.relate.statements.some_or_more import one_more
from crossfoot.relate.statements.statement import Statement

# "five people | were arrested in each of ten towns", "1,100 arrests | a day"
_OF_EACH = lazy(r"(?:\s[a-z'-]+){0,4}?\s(?:in each|each|apiece|a day|a week|a month|daily)\b")
_MOST = 8  # figures of a headline; more are a table or a list
_PAIR = 2  # "8 Dead, 12 Hurt"
_FIRST = 12  # numbers of which two or three can come to that of the headline


def headed(field: Field) -> Iterator[Pair]:
    """Numbers of the headline, each with the only one of the lede that it can be."""
    for group in ("count", "measure"):
        yield from _headed(field, group)


def _headed(field: Field, group: str) -> Iterator[Pair]:
    titles = field.by_zone.get((group, "title"), ())
    if not titles or len(titles) > _MOST:
        return
    below = [s for s in field.by_group[group] if s.zone != "title" and s.figure.value is not None]
    first_told = min((s.figure.sentence for s in below if s.zone == "lede"), default=0)
    for one in titles:
        if not _stands_alone(one) or _is_told(below, one):
            continue
        able = [
            s
            for s in below
            if (s.figure.sentence == first_told or not any(s.when))  # "last month 500 pounds"
            and _could_be(field, one, s)
            and not any(agree(s.figure, t.figure) for t in titles)
        ]
        first = [s for s in able if s.zone == "lede"]
        # further down only what the number of the headline can be mistyped for
        if not first and not (distinct(able) == 1 and _is_slip(one, able[0])):
            continue
        chosen = first or able
        if (
            len(titles) > _PAIR
            and sum(s.figure.value or 0 for s in titles) == chosen[0].figure.value
        ):
            continue  # lines of a list, and their total
        if distinct(chosen) == 1 and contradict(one.figure, chosen[0].figure):
            yield one, chosen[0]


def _is_slip(one: Statement, other: Statement) -> bool:
    """Whether one is the other mistyped, of one noun: "Six Summonses", "was given 60 summonses"."""
    if not (_in_one_unit(one, other) or one.head == other.head != ""):
        return False
    return transposed(one, other) or one_changed(one, other) or tenfold(one, other)


def _stands_alone(one: Statement) -> bool:
    """Whether it counts several, and no rest or part of more."""
    several = (one.figure.value or 0) > 1
    return several and not (one.part or one.ranged or (one.step and one.head != OTHERS))


def _is_told(below: Sequence[Statement], one: Statement) -> bool:
    """Whether the number is told below the headline, or is what two or three told there make."""
    if any(agree(s.figure, one.figure) for s in below):
        return True
    told = [number(s.figure.value) for s in below[:_FIRST] if s.figure.value is not None]
    sums = map(sum, chain(combinations(told, 2), combinations(told, 3)))
    return one.figure.value is not None and number(one.figure.value) in sums


def _could_be(field: Field, one: Statement, other: Statement) -> bool:
    """Whether the same is done to both, or one noun counts them among words that both have."""
    if other.part or other.ranged or other.listed or (one.head == OTHERS != other.head):
        return False
    if other.step and other.head != OTHERS:
        return False
    if one.group == "measure" and not _in_one_unit(one, other):
        return False
    if _OF_EACH.match(other.skeleton.text, other.skeleton.sign_of(other.figure) + 1):
        return False
    noun = heads(one, other)
    if noun == "unlike" or one_more(other, one):  # "two men and a woman" are three
        return False
    same = noun == "same" or (noun == "open" and _in_one_unit(one, other))
    return done_alike(one, other) or field.story.near(one, other) >= (not same) + 1 / 2


def _in_one_unit(one: Statement, other: Statement) -> bool:
    """Whether both are so many gallons."""
    return one.group == "measure" and one.figure.unit == other.figure.unit is not None
