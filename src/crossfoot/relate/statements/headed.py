"""Numbers of the headline that the text tells again: "gets eight years", far below "eight years".

A headline says in short what stands below it, so that the first number of its value there is the
same, whatever is told between. Where that tells of other things, nouns, times and places show it,
or nothing at all that the two share.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.evidence import meanings
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.lengths import are_one_length
from crossfoot.relate.statements.others import are_placed_apart
from crossfoot.relate.statements.same import heads, is_of_another_event, other_time
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import is_nationality
from crossfoot.relate.wording.stems import meaning

_GROUPS = frozenset(("count", "measure", "length", "money", "share"))
_MUCH = 2  # words near by that two numbers share, which are then hardly of two things
_SOME = 0.5  # words in reach, without which nothing but the value ties them
_RISE, _FALL = meaning("rose"), meaning("fell")
_MORE = lazy(r" (?:more|others?|additional|further)\b")


def headed(field: Field, told: Collection[str]) -> Iterator[Pair]:
    """Pairs of a number of the headline and the first of its value below, but for those *told*."""
    titles = [
        s
        for s in field.story.statements
        if s.zone == "title" and s.group in _GROUPS and s.figure.id not in told and s.terms
    ]
    values = {s.terms for s in titles}
    below = [s for s in field.story.statements if s.zone != "title" and s.terms in values]
    first = {_key(s): s for s in reversed(below)}
    for one in titles:
        other = first.get(_key(one))
        if other is not None and other.figure.value != 1 and _are_one(field, one, other):
            yield one, other


def _key(statement: Statement) -> tuple[str, tuple[int, int] | None, str | None]:
    """By what two numbers are the same; a count has its noun as unit, which may be left out."""
    unit = None if statement.group in ("count", "share") else statement.figure.unit
    return statement.group, statement.terms, unit


def _are_one(field: Field, one: Statement, other: Statement) -> bool:
    """Whether something tells that they are one, and nothing that they are two."""
    if one.group == "share":  # "63% more than in 2020": times are of what it is held against
        return _are_one_share(field, one, other)
    if any(_MORE.match(s.skeleton.text, s.skeleton.sign_of(s.figure) + 1) for s in (one, other)):
        return False
    if one.group == "length":
        return are_one_length(one, other)
    if other_time(one, other) or is_of_another_event(one, other) or are_placed_apart(one, other):
        return False
    noun = heads(one, other)
    if noun == "unlike":
        narrowed = is_nationality(one.head) and one.head in other.modifiers
        return narrowed or field.story.near(one, other) >= _MUCH
    if other.zone == "body" and (noun == "open" or one.group == "money"):
        return field.story.reach(one, other) >= _SOME
    return True


def _are_one_share(field: Field, one: Statement, other: Statement) -> bool:
    """Whether both are of one thing, and not one of a rise and the other of a fall."""
    here, there = meanings(one.skeleton), meanings(other.skeleton)
    ways = [words & {_RISE, _FALL} for words in (here, there)]
    if all(ways) and ways[0].isdisjoint(ways[1]):
        return False
    nouns = {one.head, other.head} - {""}
    if other.zone == "lede":
        return True
    return field.story.reach(one, other) >= _SOME or bool(nouns & here & there)
