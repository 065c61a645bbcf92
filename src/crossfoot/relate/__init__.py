"""Wording becomes Relations: one module a relation, each with ``relate(reading)``.

Modules of this folder are discovered; adding one is adding a file. Each yields a relation only
where words assert it, and gives the spans of those words as its licence.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate._held import adds_up
from crossfoot.relate.restatement import weigh

__all__ = ["Relater", "find_relations", "in_order", "members"]

_Members = frozenset[tuple[str, int, int]]  # role, start and end of each


class Relater(Protocol):
    """A module that reads one kind of relation."""

    def relate(self, reading: Reading) -> Iterator[Relation]:
        """Every relation of this kind that the wording asserts."""
        ...


@cache
def relaters() -> tuple[Relater, ...]:
    """The modules of this folder, by name; its packages are what they are made of."""
    names = sorted(
        m.name for m in pkgutil.iter_modules(__path__) if not (m.ispkg or m.name.startswith("_"))
    )
    return tuple(cast(Relater, import_module(f"{__name__}.{name}")) for name in names)


def find_relations(reading: Reading) -> tuple[Relation, ...]:
    """All relations that the wording asserts, each once, in the order of their first figure."""
    # two modules can read one relation, each from words of its own: the first is kept
    once: dict[tuple[str, _Members], Relation] = {}
    for relater in relaters():
        for relation in relater.relate(reading):
            once.setdefault((relation.kind, members(relation)), relation)
    for relation in weigh(reading, tuple(once.values())):
        once.setdefault((relation.kind, members(relation)), relation)
    # what the text itself sets against another source's account is not said to be one number
    disputed = [pair for kind, pair in once if kind == "conflict"]
    # nor is a whole one number with a part of it: "259 people" above "166 to Haiti, 93 to Cuba"
    sums = [_wholes_and_parts(r) for r in once.values() if r.kind == "sum" and adds_up(r)]
    told = (
        relation
        for (kind, related), relation in once.items()
        if kind != "restatement"
        or not (any(related <= pair for pair in disputed) or _is_of_part(relation, sums))
    )
    return in_order(told)


def _wholes_and_parts(relation: Relation) -> tuple[frozenset[str], frozenset[str]]:
    wholes, parts = relation.figures("whole"), relation.figures("parts")
    return frozenset(f.id for f in wholes), frozenset(f.id for f in parts)


def _is_of_part(relation: Relation, sums: Sequence[tuple[frozenset[str], frozenset[str]]]) -> bool:
    """Whether a restatement sets a number against what it is a part of."""
    ids = {f.id for f in relation.figures("figures")}
    return any(ids & wholes and ids & parts for wholes, parts in sums)


def in_order(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """*relations* as a reader comes upon them: by their first figure."""
    return tuple(sorted(relations, key=_place))


def members(relation: Relation) -> _Members:
    """What a relation holds between, and as what."""
    return frozenset(
        (role, r.start, r.end) for role, members in relation.roles.items() for r in members
    )


def _place(relation: Relation) -> tuple[int, str]:
    return min(r.start for members in relation.roles.values() for r in members), relation.kind
