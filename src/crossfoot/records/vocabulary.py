"""The words of the field for what its data count: the pack's measures, and what none covers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the cube, and how sentences name it."""

    name: str
    words: re.Pattern[str]
    kind: str
    unit: str
    names: tuple[str, ...]
    over: str | None
    needs: re.Pattern[str] | None
    ignores: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Something people count that no data set of the cube does."""

    name: str
    words: re.Pattern[str]
    says: str
    nearest: str
    unit: str | None
    unless: re.Pattern[str] | None


@cache
def table() -> Mapping[str, Any]:
    """records.toml of the pack."""
    folder = resources.files("crossfoot.packs.us_immigration")
    return tomllib.loads(folder.joinpath("records.toml").read_text("utf-8"))


@cache
def measures() -> tuple[Measure, ...]:
    """The measures in the order in which wording is tried."""
    return tuple(
        Measure(
            name, any_of(entry["words"]), entry["kind"], entry["unit"],
            tuple(entry.get("names", ())), entry.get("over"),
            re.compile(entry["needs"]) if "needs" in entry else None,
            frozenset(entry.get("ignores", ())),
        )
        for name, entry in table()["measures"].items()
    )  # fmt: skip


@cache
def measure_named(name: str) -> Measure:
    """The measure of that name."""
    return next(m for m in measures() if m.name == name)


@cache
def names_of_others() -> re.Pattern[str]:
    """Names of offices and projects that hold a measure's word and mean none."""
    return any_of(table()["names"]["words"])


@cache
def narrowing() -> re.Pattern[str]:
    """Words that single out some, whom no table of the cube tells apart."""
    return any_of(table()["narrowing"]["words"])


@cache
def uncovered() -> tuple[Uncovered, ...]:
    """What the cube lacks."""
    return tuple(
        Uncovered(
            name,
            any_of(e["words"]),
            e["says"],
            e["nearest"],
            e.get("unit"),
            re.compile(e["unless"]) if "unless" in e else None,
        )
        for name, e in table()["uncovered"].items()
    )


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern that matches where one of *words*, patterns themselves, does."""
    return re.compile("|".join(f"(?:{w})" for w in words))
