"""Persons of one operation told again: "the sweep ended with 25 arrests", of 52 arrested in it."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import agree, distinct
from crossfoot.relate.statements.deeds import deed_of
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.singled import ANYONE
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.some_or_more import is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS

_STAGE = lazy(r"\b(?:phases?|stages?|waves?|legs?|rounds?|also|so far)\b")
# of an operation without a name
_OTHERWISE = lazy(
    r"\b(?:alone|first|second|another|others?|separate|earlier|previous|similar|more|including|among"
    r"|since|before|last|expect\w*|plan\w*|hope\w*|would|could|had hoped|not|never)\b"
)
_OPERATION = lazy(r"\bOperation (?P<name>[A-Z][\w'’-]+)")
_EVENTS = frozenset("operation sweep raid sting crackdown roundup bust surge".split())
# "a two-day operation", "the operation", "this sweep"
_NOUN = rf"(?:[a-z\ue000-\uf8ff-]+\s){{0,3}}?(?P<noun>{'|'.join(sorted(_EVENTS))})\b"
_ONE_EVENT = lazy(rf"\b(?:an?|its|the|this)\s{_NOUN}")
_THE_EVENT = lazy(rf"\b(?:the|this|that)\s{_NOUN}")
# an official's own words: "We arrested 36 people"
_WE = lazy(r"\W*\"[^\"]{0,80}?\b(?:we|our (?:officers|agents|deputies|detectives|troopers|team))\b")


def in_an_operation(field: Field) -> Iterator[Pair]:
    """ "The sweep led to 25 arrests", where the opening tells 52 arrested in a sweep.

    Both sentences name it, and no third number of those to whom it was done is told.
    """
    led = [s for s in field.lonely if s.group == "count" and s.zone != "body" and _is_done_in(s)]
    led = [s for s in led[:LEAD] if not _EVENTS.isdisjoint(s.skeleton.words)]
    done: dict[str, list[Statement]] = {}  # by deed, in the order of the text
    for s in field.by_group["count"] if led else ():
        if _is_done_in(s) and (deed := deed_of(s)):
            done.setdefault(deed, []).append(s)
    for one in led:
        deed = deed_of(one)
        alike = [s for s in done[deed] if s.order > one.order] if deed else []
        if distinct([one, *alike]) == 2:
            odd = next(s for s in alike if not agree(s.figure, one.figure))
            again = odd.figure.sentence != one.figure.sentence and _is_same_event(field, one, odd)
            again = again and not (
                _STAGE.search(one.skeleton.text) or _STAGE.search(odd.skeleton.text)
            )
            if again and is_slip(one, odd) and not (any(odd.when) or is_narrowed(odd, one)):
                yield one, odd


def _is_done_in(statement: Statement) -> bool:
    """Whether it counts persons to whom something was done, and all of them."""
    s = statement
    return s.of_persons and not (s.part or s.step or s.joined or s.listed or s.places)


def _is_same_event(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether both are told of one operation: by its name, by its noun, or by who made it."""
    name = _operation(one)
    if name:
        return _operation(odd) == name
    told = _nouns(one, _ONE_EVENT)
    if not told or any(f"{noun}s" in field.story.text for noun in told):
        return False
    if one.head != odd.head and one.head not in ANYONE:
        return False  # 63 gang members, and 65 arrests
    if odd.head not in ANYONE | DEEDS | {one.head}:
        return False
    if _OTHERWISE.search(one.skeleton.text) or _OTHERWISE.search(odd.skeleton.text):
        return False
    return bool(told & _nouns(odd, _THE_EVENT)) or _WE.match(odd.skeleton.text) is not None


def _nouns(statement: Statement, source: Pattern[str]) -> frozenset[str]:
    """The operations that its sentence names by a noun."""
    return frozenset(m["noun"] for m in source.finditer(statement.skeleton.text))


def _operation(statement: Statement) -> str:
    """The name of the operation that its sentence is told of."""
    match = _OPERATION.search(statement.written_before())
    return match["name"] if match else ""
