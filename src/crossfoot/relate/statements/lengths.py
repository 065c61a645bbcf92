"""Lengths of headline and text: terms of punishment, and how long an operation took."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import distinct
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.same import heads
from crossfoot.relate.statements.slips import transposed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_NEEDED = 1.5  # the weight of shared words near by that ties a length of the first paragraph
_FURTHER = 1.5  # and what a length further on needs more
# "gets 14 years", "sentenced to 14 years in prison"
_IMPOSED = frozenset(map(stem, "sentenced gets get jailed prison jail serve receives".split()))
_SENTENCED = stem("sentenced")
# "five years | ago", a "40 years | old" ship
_NOT_LASTING = lazy(r"[ -](?:ago|later|earlier|old|before|apart)\b")
# a sentence that the law allows, or of somebody else
_MAY_BE_GIVEN = lazy(
    r"\b(?:faces?|facing|maximum|minimum|up to|carr(?:y|ies)|co-?defendants?|accomplices?|prior"
    r"|previous(?:ly)?|parole|probation|supervised|guidelines?|sought|asked|another|others?)\b"
)
# what lasts so long: "a two-week operation"
_EVENTS = frozenset(
    map(
        stem,
        "operation sweep raid sting takedown bust enforcement crackdown investigation inquiry"
        " deployment surge blitz roundup effort".split(),
    )
)
# "after a | six-day surge", "as part of a | 30-day surge"
_AFTER_A = lazy(r"\b(?:after|following|before|since|amid|of|from)\s(?:a|an|the|its|their|his)\s$")


def are_one_length(one: Statement, other: Statement) -> bool:
    """Whether two equal lengths may be one: both terms of punishment, or none, and no age."""
    for told in (one, other):
        if _NOT_LASTING.match(told.skeleton.text, told.skeleton.sign_of(told.figure) + 1):
            return False
    return _is_imposed(one) == _is_imposed(other)


def _is_imposed(statement: Statement) -> bool:
    return not _IMPOSED.isdisjoint(statement.words)


def lengths_alike(field: Field, one: Statement, other: Statement, *, opening: bool) -> float:
    """How strongly the wording makes a length of the opening and a later one the same.

    Further on only what the headline gives is looked for: races run, terms served, of many each
    has its own.
    """
    if one.figure.unit != other.figure.unit or one.zone == "body":
        return 0
    if not opening and one.zone != "title":
        return 0
    noun = heads(one, other)
    near = field.story.near(one, other) + (noun == "same")
    if opening:
        return _of_opening(field, one, other, near)
    if noun == "same":
        given = _MAY_BE_GIVEN.search(other.skeleton.text) is not None
        return near if field.numbers_of(one) == 2 and not given and near >= 2 else 0
    # 17 and 71
    least = _NEEDED + _FURTHER - transposed(one, other)
    return near if near >= least else 0


def _of_opening(field: Field, one: Statement, other: Statement, near: float) -> float:
    """The same for headline and first paragraph."""
    if is_after(one, other):
        return 0
    if _sentences_alone(field, one, other):
        return 2 + near
    imposed = bool(_IMPOSED & one.near and _IMPOSED & other.words)
    of_event = one.head in _EVENTS and heads(one, other) in ("same", "kin")
    if (imposed or of_event) and field.only_one(one) and field.only_one(other):
        return 1 + near
    return near if near >= _NEEDED else 0


def is_after(one: Statement, other: Statement) -> bool:
    """Whether *other* is of an event by another name that came before: "after a six-day surge"."""
    text, sign = other.skeleton.text, other.skeleton.sign_of(other.figure)
    events = {one.head, other.head} <= _EVENTS and one.head != other.head
    return events and _AFTER_A.search(text, 0, sign) is not None


def _sentences_alone(field: Field, one: Statement, other: Statement) -> bool:
    """Whether each is the only length that its zone says somebody was sentenced to."""
    return all(
        s.governor == _SENTENCED
        and distinct([t for t in field.by_zone[s.group, s.zone] if t.governor == _SENTENCED]) == 1
        for s in (one, other)
    )
