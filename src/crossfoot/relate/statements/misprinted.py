"""A number of the headline told nowhere below it, and the one of the lede it is misprinted for.

Headline and first sentence tell one thing. Where the headline gives an amount, a share or a count
that stands nowhere else, and the lede gives just one of its kind, among like words and a slip of
the pen away, that one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossfoot.relate.statements.deeds import deed_of, done_alike
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.lengths import is_after
from crossfoot.relate.statements.likeness import is_paid_back
from crossfoot.relate.statements.same import (
    agree,
    another_kind,
    contradict,
    distinct,
    heads,
)
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.some_or_more import one_more
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import is_person

_MOST = 3  # figures of a kind in a headline; more are a table or a list
_FIRST = 12  # numbers of which two or three can come to that of the headline
_LINES = 5  # and of any kind
_SHARED = 2.0  # the weight of the words that two counts must have in reach, two shares near by
_UNLIKE = 2.0  # and near by, where two nouns count them


def misprinted(field: Field) -> Iterator[Pair]:
    """Numbers of the headline, each with the one of the lede that it is a slip for."""
    told = [s for s in field.story.statements if s.figure.value is not None and s.group != "date"]
    titles = [s for s in told if s.zone == "title"]
    below = [s for s in told if s.zone != "title"]
    if not titles or len(titles) > _LINES or not below:
        return
    first = below[0].figure.sentence
    ledes = [s for s in below if s.zone == "lede" and s.figure.sentence <= first + 1]
    for one in titles:
        alike = [s for s in titles if s.group == one.group]
        if len(alike) > _MOST or not _is_whole(one) or one.figure.value == 1:
            continue
        able = [
            s
            for s in ledes
            if _could_be(one, s) and not any(agree(s.figure, t.figure) for t in alike)
        ]
        if distinct(able) == 1 and _is_tied(field, one, able[0]) and not _is_told(below, one):
            yield one, able[0]


def _is_whole(statement: Statement) -> bool:
    """Whether it is no part or step, nor an end of a span."""
    return not (statement.part or statement.step or statement.ranged)


def _could_be(one: Statement, other: Statement) -> bool:
    """Whether two numbers are of one kind and a slip apart."""
    if one.group != other.group or not _is_whole(other) or other.listed:
        return False
    if one.group != "count" and one.figure.unit != other.figure.unit:
        return False
    return contradict(one.figure, other.figure) and is_slip(one, other)


def _is_tied(field: Field, one: Statement, other: Statement) -> bool:
    """Whether enough words are told of both, and none that set them apart.

    Headline and first sentence are of one time, by whatever name each has it.
    """
    if another_kind(one, other) or one_more(other, one) or _done_otherwise(one, other):
        return False
    alike, story = heads(one, other) != "unlike", field.story
    alone = field.only_one(one) and field.only_one(other)
    if one.group in ("count", "length") and not alike:
        persons = is_person(one.head) == is_person(other.head)
        return alone and persons and story.near(one, other) >= _UNLIKE
    if one.group == "share":  # of one budget the rise and the teachers' pay
        return story.near(one, other) >= _SHARED
    return story.reach(one, other) >= (_SHARED if one.group == "count" and not alone else 1.0)


def _done_otherwise(one: Statement, other: Statement) -> bool:
    """Whether another thing is told of each: "two dead", "three hurt"; taken, and paid back."""
    if one.group == "money":
        return is_paid_back(one) != is_paid_back(other)
    if one.group == "length":
        return is_after(one, other)
    return bool(deed_of(one) or deed_of(other)) and not done_alike(one, other)


def _is_told(below: Sequence[Statement], one: Statement) -> bool:
    """Whether the number is told below, or is what two or three of those told first come to."""
    wanted = one.figure.value
    if wanted is None or any(s.terms == one.terms or agree(s.figure, one.figure) for s in below):
        return True
    like = [v for s in below if s.group == one.group and (v := s.figure.value)][:_FIRST]
    counts = [v for s in below if s.group == "count" and (v := s.figure.value)][:_FIRST]
    sums = (made for a, b in combinations(like, 2) for made in (a + b, abs(a - b)))
    if wanted in sums or wanted in map(sum, combinations(like, 3)):
        return True
    return one.group != "share" and wanted in (a * b for a in like for b in counts)
