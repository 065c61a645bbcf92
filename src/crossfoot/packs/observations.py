"""What a loader hands over: one row an observation, and an account of how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from crossfoot.model import InputError

PeriodKind = Literal["snapshot", "month", "to_date", "fiscal_year", "quarter", "year", "span"]


class LayoutError(InputError):
    """A file is laid out in a way its loader cannot place. Nothing of it is loaded."""


class Observation(NamedTuple):
    """One recorded number: of what, when, for whom, and the cell that holds it.

    `dims` names only what narrows the number: the grand total of a table has none. A value
    computed from several cells (a sum that the sheet does not print) gives the formula as `cell`.
    """

    measure: str
    value: float
    unit: str
    start: date
    end: date
    kind: PeriodKind
    dims: Mapping[str, str]
    sheet: str | None
    cell: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A sum that the sheet asserts, and whether its cells bear it out."""

    where: str
    stated: float
    computed: float
    holds: bool
    table: str = ""  # where one sheet has several


@dataclass(frozen=True, slots=True)
class Place:
    """A facility: its key in `dims`, its name as printed, and where it stands."""

    key: str
    name: str
    city: str = ""
    state: str = ""
    aor: str = ""


@dataclass(frozen=True)
class Loaded:
    """One edition of one file, read.

    `rows_in` counts the rows that held numbers, `notes` says what was left out and why.
    """

    source: str
    publisher: str
    title: str
    edition: str
    as_of: date
    observations: tuple[Observation, ...]
    terms: str = ""
    rows_in: int = 0
    proofs: tuple[Proof, ...] = ()
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    person_level: bool = False
    sheets: Mapping[str, list[list[str]]] = field(default_factory=dict)  # cells as text
    daily: str = ""  # name of a table of its own that the store reads from the file itself
    options: Mapping[str, str] = field(default_factory=dict)


def dims_key(dims: Mapping[str, str]) -> str:
    """The one spelling of a set of dimensions: ``agency=ICE;criminality=convicted``."""
    return ";".join(f"{name}={dims[name]}" for name in sorted(dims))
