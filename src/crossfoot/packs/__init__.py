"""Knowledge of a field as data: what is counted, of whom, where, and who speaks for whom.

A pack is a folder of JSON files; nothing in Crossfoot but the folder knows the field. Readers of
context ask a :class:`Pack` for a table by name, and do without where it has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from crossfoot.model import InputError

__all__ = ["DEFAULT_PACK", "Pack", "load_pack"]

DEFAULT_PACK = "us_immigration"
_HERE = Path(__file__).parent
_TABLES = ("measures", "population", "sources", "countries", "places")


@dataclass(frozen=True, eq=False)
class Pack:
    """The tables of one field, as its JSON files have them.

    Compared by identity, so that what a reader compiles from a pack can be cached on it.
    `cities` and `counties` are lines of ``State:name;name;…``; an asterisk marks the place
    that a name shared by several states means when nothing else is said.
    """

    name: str
    cities: str = ""
    counties: str = ""
    measures: Mapping[str, Any] = field(default_factory=dict)
    population: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, Any] = field(default_factory=dict)
    countries: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Any] = field(default_factory=dict)


@cache
def load_pack(name: str = DEFAULT_PACK) -> Pack:
    """Read the pack *name* that ships with Crossfoot, or the folder of that path.

    Raises:
        InputError: there is no such pack, or a table of it is no JSON.
    """
    folder = _HERE / name if (_HERE / name).is_dir() else Path(name)
    if not (folder / "measures.json").is_file():
        known = ", ".join(sorted(p.parent.name for p in _HERE.glob("*/measures.json")))
        raise InputError(f"pack {name!r} not found; known packs: {known}")
    tables = {table: _read_table(folder / f"{table}.json") for table in _TABLES}
    cities, counties = (_read_lines(folder / f"{name}.txt") for name in ("cities", "counties"))
    return Pack(folder.name, cities, counties, **tables)


def _read_table(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        table: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None
    return table


def _read_lines(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
