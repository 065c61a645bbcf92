"""The organisations, offices and people that a pack knows, compiled for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.figures.context.source.wording import PREFIXED
from crossfoot.packs import Pack

_POINTERS = frozenset("officials the this that it he she they".split())


class Body(NamedTuple):
    """An organisation: the name it is credited by, and what common noun points back to it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The organisations and offices of a pack, compiled."""

    names: Lexicon[Body]
    offices: Lexicon[str]
    people: Mapping[str, str]
    generic: Mapping[str, str]
    outlets: frozenset[str]
    endings: frozenset[str]
    president_name: str
    openers: frozenset[str]  # words without a capital that may open a party
    telling: frozenset[str]  # words that may be a party by themselves, or open one


@lru_cache(maxsize=8)
def source_table(pack: Pack) -> SourceTable:
    """Compile the sources of *pack*."""
    table = pack.sources
    names = [
        (name.lower().replace(" & ", " and "), Body(short, row["kind"]))
        for short, row in table.get("organisations", {}).items()
        for name in row["names"]
    ]
    offices, bodies = Lexicon(table.get("offices", {}).items()), Lexicon(names)
    openers = offices.firsts | _POINTERS | frozenset(table.get("generic", ()))
    return SourceTable(
        bodies,
        offices,
        table.get("people", {}),
        table.get("generic", {}),
        frozenset(table.get("outlet_endings", ())),
        frozenset(table.get("organisation_endings", ())),
        table.get("president", ""),
        openers,
        openers | bodies.firsts | PREFIXED,
    )
