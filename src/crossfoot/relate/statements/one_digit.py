"""Long numbers told of like things that differ in one digit: 14,372 arrests, and 18,372 arrests.

Two numbers of four digits or more hardly ever lie so, but for those of two times or two places,
which grow alike. Where the wording names no such two, one of them is mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.bases import is_base, is_mark
from crossfoot.relate.statements.deeds import done_alike, is_counted_by
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import elsewhere, heads, other_event, other_time
from crossfoot.relate.statements.some_or_more import is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import WORDS, are_opposed, is_mean
from crossfoot.relate.wording.stems import stem

_NEAR = 1.0  # the weight of words near by that tie two names of one thing
_UNLIKE = 2.0
_SAYS = lazy(r"\b(?:says?|puts?|claims?|counts?|estimates?|shows?|lists?|gives?)\s")
# of which each side has its own number, and more come in
_COUNTED_ON = frozenset(map(stem, "votes ballots shares points signatures".split()))


def one_digit(field: Field) -> Iterator[Pair]:
    """Pairs of statements whose long numbers are one but for a digit, told of like things."""
    for members in field.of_one_digit:
        for odd in members:
            if field.settled(odd):
                continue
            others = (s for s in members if s is not odd and _told_alike(field, s, odd))
            yield from ((s, odd) if s.order < odd.order else (odd, s) for s in islice(others, 1))


def _told_alike(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the wording lets two numbers be one, of which a digit is changed."""
    if one.terms == odd.terms or one.figure.sentence == odd.figure.sentence:
        return False
    if field.crowded(one) or field.crowded(odd) or one.each != odd.each:
        return False
    if _is_marked(one) or _is_marked(odd) or are_opposed(one, odd):
        return False
    first, later = (one, odd) if one.order < odd.order else (odd, one)
    if other_time(one, odd) or other_event(one, odd) or elsewhere(one, odd):
        return False
    if later.when[1] - first.when[1] and first.zone != "title":
        return False
    few, many = (one, odd) if (one.figure.value or 0) < (odd.figure.value or 0) else (odd, one)
    if few.modifiers - many.modifiers - many.words or is_narrowed(few, many):
        return False
    if field.told_beside(one, odd) or field.told_beside(odd, one):
        return False
    return _is_tied(field, first, later)


def _is_marked(statement: Statement) -> bool:
    """Whether it is a step, a part, an end of a range, a mean, or one of a list."""
    s = statement
    if len(s.skeleton.words) < WORDS or is_base(s) or is_mark(s):
        return True
    return s.step or s.part or s.ranged or s.listed or s.joined or is_mean(s)


def _is_tied(field: Field, first: Statement, later: Statement) -> bool:
    """Whether nouns and words near by let the two be of one thing."""
    noun, near = heads(first, later), field.story.near(first, later)
    if first.head in _COUNTED_ON or not (later.definite or _is_taken_further(first, later, near)):
        return False
    if noun == "same":
        return True
    if done_alike(first, later) or is_counted_by(first, later) or is_counted_by(later, first):
        return True
    return near >= (_UNLIKE if noun == "unlike" else _NEAR)


def _is_taken_further(first: Statement, later: Statement, near: float) -> bool:
    """Whether the later does not answer the first: "One side cast 1,200 votes. The other cast"."""
    if first.zone == "title":
        return True
    if all(_SAYS.search(s.skeleton.text, 0, s.skeleton.sign_of(s.figure)) for s in (first, later)):
        return False  # "The state says 6,382", "The union puts the number at 6,882"
    return first.block != later.block and (first.zone == "lede" or near >= _UNLIKE)
