"""The "Facilities" sheet of an ICE workbook: a row a facility, columns found by their headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from crossfoot.packs.observations import LayoutError, Observation, PeriodKind, Place, Proof
from crossfoot.packs.us_immigration.loaders.grid import (
    Grid,
    address,
    dates_in,
    fiscal_end,
    fiscal_start,
)
from crossfoot.packs.us_immigration.loaders.ice_dates import fiscal_year_of
from crossfoot.packs.us_immigration.loaders.members import member_of

# heading -> what the column holds; compared without case
_LEVELS = ("Level A", "Level B", "Level C", "Level D")
_THREATS = ("ICE Threat Level 1", "ICE Threat Level 2", "ICE Threat Level 3", "No ICE Threat Level")
# crim means convicted
_SEXES: dict[str, dict[str, str]] = {
    "male crim": {"sex": "male", "criminality": "convicted"},
    "male non-crim": {"sex": "male", "criminality": "none_or_pending"},
    "female crim": {"sex": "female", "criminality": "convicted"},
    "female non-crim": {"sex": "female", "criminality": "none_or_pending"},
}
_ALOS = re.compile(r"^FY ?\d+ ALOS$", re.I)
# "BERKS COUNTY RESIDENTIAL CENTER1": the number of a footnote under the list
_FOOTNOTE = re.compile(r"(?<=[A-Za-z)])\d$")


class Facility(NamedTuple):
    """A row of the list."""

    row: int
    place: Place
    adp: float | None


def read_facilities(
    grid: Grid,
) -> tuple[list[Observation], list[Proof], list[str], list[Place], int, date]:
    """Read the facility list.

    Returns:
        Observations, proofs, notes, the facilities, rows read, and the as-of date.

    Raises:
        LayoutError: the heading row, the year or the date cannot be found.
    """
    header, columns = _header(grid)
    year, as_of = _dates(grid, header)
    start, kind = fiscal_start(year), _kind(as_of, year)
    observations: list[Observation] = []
    proofs: list[Proof] = []
    notes: list[str] = []
    facilities = list(_facilities(grid, header, columns, notes))

    def record(measure: str, unit: str, value: float, dims: dict[str, str], cell: str) -> None:
        observations.append(
            Observation(measure, value, unit, start, as_of, kind, dims, grid.name, cell)
        )

    for facility in facilities:
        r, key = facility.row, {"facility": facility.place.key}
        if facility.adp is not None:
            cell = _sum_of(r, [columns[x.lower()] for x in _LEVELS])
            record("adp", "people", facility.adp, key, cell)
            proofs.extend(_crossfoot(grid, r, columns, facility))
        for heading, dims in _breakdown():
            value = grid.number(r, columns[heading])
            if value is not None:
                record("adp", "people", value, {**key, **dims}, address(r, columns[heading]))
        for dimension, members in (("criminality", ("convicted", "none_or_pending")),
                                   ("sex", ("male", "female"))):  # fmt: skip
            for member in members:
                at = [columns[h] for h, d in _SEXES.items() if d[dimension] == member]
                values = [v for c in at if (v := grid.number(r, c)) is not None]
                if values:
                    record("adp", "people", sum(values), {**key, dimension: member}, _sum_of(r, at))
        for heading, measure, unit in (
            ("alos", "alos", "days"),
            ("mandatory", "adp_mandatory", "people"),
            ("guaranteed minimum", "guaranteed_minimum", "beds"),
        ):
            if (c := columns.get(heading)) is not None and (value := grid.number(r, c)) is not None:
                record(measure, unit, value, key, address(r, c))
    _areas(facilities, columns, record)
    return observations, proofs, notes, [f.place for f in facilities], len(facilities), as_of


def _kind(as_of: date, year: int) -> PeriodKind:
    return "fiscal_year" if as_of == fiscal_end(year) else "to_date"


def _breakdown() -> Iterator[tuple[str, dict[str, str]]]:
    for heading in _LEVELS:
        yield heading.lower(), {"level": heading[-1]}
    for heading in _THREATS:
        yield heading.lower(), {"threat": member_of("threat", heading) or "none"}
    yield from _SEXES.items()


def _header(grid: Grid) -> tuple[int, dict[str, int]]:
    """The row of headings and the columns it names."""
    for r in range(len(grid.rows)):
        headings = [grid.text(r, c).lower() for c in range(len(grid.rows[r]))]
        if {"name", "city", "state", "aor"} <= set(headings):
            columns = {heading: c for c, heading in enumerate(headings) if heading}
            for c, heading in enumerate(headings):
                if _ALOS.match(heading):
                    columns["alos"] = c
            missing = [
                x
                for x in (*map(str.lower, _LEVELS), *map(str.lower, _THREATS), *_SEXES)
                if x not in columns
            ]
            if missing:
                raise LayoutError(f"{grid.name.strip()}: no column {missing[0]!r} in row {r + 1}")
            return r, columns
    raise LayoutError(f"{grid.name.strip()}: no row names Name, City, State and AOR")


def _dates(grid: Grid, header: int) -> tuple[int, date]:
    """The year, and the day before the report was run (within the year)."""
    year = fiscal_year_of(grid.name)
    for r in range(header + 1):
        for c in range(3):
            text = grid.text(r, c)
            year = year or fiscal_year_of(text)
            if "source" in text.lower() and (days := dates_in(text)) and year:
                return year, min(days[0] - timedelta(days=1), fiscal_end(year))
    raise LayoutError(f"{grid.name.strip()}: no line 'Source: … mm/dd/yyyy' above the list")


def _facilities(
    grid: Grid, header: int, columns: dict[str, int], notes: list[str]
) -> Iterator[Facility]:
    seen: dict[str, int] = defaultdict(int)
    levels = [columns[x.lower()] for x in _LEVELS]
    for r in range(header + 1, len(grid.rows)):
        name = _FOOTNOTE.sub("", grid.text(r, columns["name"]))
        state = grid.text(r, columns["state"])
        if not name or not state:
            if name:
                notes.append(f"{grid.name.strip()}!A{r + 1}: a note under the list: {name[:60]}")
            continue
        city, aor = grid.text(r, columns["city"]), grid.text(r, columns["aor"])
        key = f"{name}, {city}, {state}"
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key} ({seen[key]})"
        values = [grid.number(r, c) for c in levels]
        adp = None if None in values else sum(v for v in values if v is not None)
        if adp is None:
            notes.append(f"{grid.name.strip()}!A{r + 1}: {name} has no population by level")
        yield Facility(r, Place(key, name, city, state, aor), adp)


def _sum_of(row: int, columns: list[int]) -> str:
    if columns == list(range(columns[0], columns[-1] + 1)) and len(columns) > 1:
        return f"SUM({address(row, columns[0])}:{address(row, columns[-1])})"
    return "+".join(address(row, c) for c in columns)


def _crossfoot(
    grid: Grid, row: int, columns: dict[str, int], facility: Facility
) -> Iterator[Proof]:
    """The same population by level, by criminality and by threat adds up to one number."""
    for name, headings in (("criminality", tuple(_SEXES)), ("threat", _THREATS)):
        values = [grid.number(row, columns[h.lower()]) for h in headings]
        if facility.adp is None or None in values:
            continue
        computed = sum(v for v in values if v is not None)
        close = abs(computed - facility.adp) <= max(0.6, facility.adp * 0.01)
        where = f"{grid.name.strip()}!A{row + 1} by {name}"
        yield Proof(where, facility.adp, computed, close)


def _areas(
    facilities: Iterable[Facility], columns: dict[str, int], record: Callable[..., object]
) -> None:
    """Sums of the list by state and by area: the sheet prints none."""
    first, last = columns["level a"], columns["level d"]
    for dimension in ("state", "aor"):
        groups: dict[str, list[Facility]] = defaultdict(list)
        for facility in facilities:
            if facility.adp is not None:
                groups[getattr(facility.place, dimension)].append(facility)
        for member, group in groups.items():
            rows = ",".join(f"{address(f.row, first)}:{address(f.row, last)}" for f in group)
            total = sum(f.adp or 0 for f in group)
            record("adp", "people", total, {dimension: member}, f"SUM({rows})")
            names = ",".join(f"A{f.row + 1}" for f in group)
            record("facilities", "facilities", len(group), {dimension: member}, f"COUNTA({names})")
