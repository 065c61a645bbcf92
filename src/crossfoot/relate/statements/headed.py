"""Numbers of the headline that the text tells again: "gets eight years", far below "eight years".

A headline says in short what stands below it, so that the first number of its value there is the
same, whatever is told between. Where that tells of other things, the nouns of the two show it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import heads
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import is_nationality

_GROUPS = frozenset(("count", "measure", "length", "money", "share"))
_MUCH = 2  # words near by that two numbers share, which are then hardly of two things
_MORE = lazy(r" (?:more|others?|additional|further)\b")


def headed(field: Field, told: Collection[str]) -> Iterator[Pair]:
    """Pairs of a number of the headline and the first of its value below, but for those *told*."""
    titles = [
        s
        for s in field.story.statements
        if s.zone == "title" and s.group in _GROUPS and s.figure.id not in told
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
    """Whether nothing tells of two; the nouns of counts, of which there are more, may do."""
    if _MORE.match(one.skeleton.text, one.skeleton.sign_of(one.figure) + 1):
        return False
    if one.group != "count" or heads(one, other) != "unlike":
        return True
    narrowed = is_nationality(one.head) and one.head in other.modifiers
    return narrowed or field.story.near(one, other) >= _MUCH
