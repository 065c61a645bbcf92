"""The "ATD" sheet of an ICE workbook: people monitored instead of detained."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from crossfoot.packs.observations import LayoutError, Observation, PeriodKind, Proof
from crossfoot.packs.us_immigration.loaders.grid import (
    Grid,
    address,
    dates_in,
    fiscal_end,
    fiscal_start,
    month_end,
    month_number,
)
from crossfoot.packs.us_immigration.loaders.ice_dates import fiscal_year_of
from crossfoot.packs.us_immigration.loaders.ice_detention import SheetReading
from crossfoot.packs.us_immigration.loaders.members import is_total, member_of

# "FY25 thru August Court Appearance: Total Hearings*", "FY23 Year End Court Appearance: Final …"
_COURT = re.compile(
    r"FY ?(?:20)?(\d\d)\s*(?:YTD|thru|through)?\s*(year end|[a-z]+)?.*"
    r"court appearance: *(total|final)",
    re.I,
)


def read_atd(grid: Grid) -> SheetReading:
    """Read the technology, family status, area and court tables of an ATD sheet.

    Raises:
        LayoutError: the sheet's year, date or one of its tables cannot be placed.
    """
    year = fiscal_year_of(grid.name)
    as_of = _as_of(grid)
    if year is None or as_of is None:
        raise LayoutError(f"{grid.name.strip()}: the sheet does not say of what year or day it is")
    reading = SheetReading([], [], [], 0)
    rows = 0
    for r, c, text in list(grid.texts()):
        if text == "Technology":
            rows += _by_technology(grid, r, c, as_of, reading)
        elif text == "FAMU Status":
            rows += _by_status(grid, r, c, as_of, reading)
        elif text.startswith("AOR/"):
            rows += _by_area(grid, r, c, as_of, reading)
        elif match := _COURT.search(text):
            rows += _court(grid, r, c, match, reading)
    if not rows:
        raise LayoutError(f"{grid.name.strip()}: no table was found")
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows)


def _as_of(grid: Grid) -> date | None:
    """The day of the participants' report, which the sheet prints under its tables."""
    for wanted in ("participants report", "as of"):
        for _, _, text in grid.texts():
            if wanted in text.lower() and (days := dates_in(text)):
                return days[-1] if wanted == "as of" else days[0]
    return None


def _snapshot(
    reading: SheetReading, grid: Grid, r: int, c: int, measure: str, unit: str, day: date,
    dims: dict[str, str],
) -> float | None:  # fmt: skip
    value = grid.number(r, c)
    if value is not None:
        reading.observations.append(
            Observation(measure, value, unit, day, day, "snapshot", dims, grid.name, address(r, c))
        )
    return value


def _by_technology(grid: Grid, r: int, c: int, day: date, reading: SheetReading) -> int:
    parts, row = 0.0, r + 1
    while (label := grid.text(row, c)) and grid.number(row, c + 1) is not None:
        member = member_of("technology", label)
        if member is None and not is_total(label):
            raise LayoutError(
                f"{grid.name.strip()}!{address(row, c)}: the technology {label!r} is not known"
            )
        dims = {"technology": member} if member else {}
        count = _snapshot(reading, grid, row, c + 1, "atd_active", "people", day, dims) or 0
        _snapshot(reading, grid, row, c + 2, "atd_daily_cost", "USD", day, dims)
        if member is None:
            reading.proofs.append(_proof(grid, row, c + 1, count, parts))
            break
        parts += count
        row += 1
    return row - r


def _by_status(grid: Grid, r: int, c: int, day: date, reading: SheetReading) -> int:
    parts, row = 0.0, r + 1
    while (label := grid.text(row, c)) and grid.number(row, c + 1) is not None:
        member = member_of("family_status", label)
        dims = {"family_status": member} if member else {}
        if member is None and not is_total(label):
            raise LayoutError(
                f"{grid.name.strip()}!{address(row, c)}: the status {label!r} is not known"
            )
        if member:
            count = _snapshot(reading, grid, row, c + 1, "atd_active", "people", day, dims) or 0
            parts += count
            _snapshot(reading, grid, row, c + 2, "atd_alip", "days", day, dims)
        else:
            stated = grid.number(row, c + 1) or 0
            reading.proofs.append(_proof(grid, row, c + 1, stated, parts))
        row += 1
    return row - r - 1


def _by_area(grid: Grid, r: int, c: int, day: date, reading: SheetReading) -> int:
    """Areas with their technologies under them: a technology is known by its name."""
    areas: list[tuple[str, int, list[tuple[str, int]]]] = []
    row = r + 1
    total_row = None
    while row < len(grid.rows) and grid.number(row, c + 1) is not None:
        label = grid.text(row, c)
        technology = member_of("technology", label)
        if is_total(label):
            total_row = row
        elif technology or not label:
            if not areas:
                raise LayoutError(f"{grid.name.strip()}!{address(row, c)}: no area above this row")
            areas[-1][2].append((technology or "", row))
        else:
            areas.append((_area(label), row, []))
        row += 1
    named: dict[str, float] = defaultdict(float)
    for area, at, parts in areas:
        stated = _snapshot(reading, grid, at, c + 1, "atd_active", "people", day, {"aor": area})
        _snapshot(reading, grid, at, c + 2, "atd_alip", "days", day, {"aor": area})
        named[""] += stated or 0
        _technologies(grid, c, day, reading, area, stated or 0, parts)
    if total_row is not None:
        total = grid.number(total_row, c + 1) or 0
        _snapshot(reading, grid, total_row, c + 2, "atd_alip", "days", day, {})
        if not any(o.measure == "atd_active" and not o.dims for o in reading.observations):
            _snapshot(reading, grid, total_row, c + 1, "atd_active", "people", day, {})
        reading.proofs.append(_proof(grid, total_row, c + 1, total, named[""]))
    return row - r - 1


def _technologies(
    grid: Grid, c: int, day: date, reading: SheetReading, area: str, stated: float,
    parts: list[tuple[str, int]],
) -> None:  # fmt: skip
    """The technologies of one area. A row without a label belongs to it only if it is needed
    for the area's total; which technology it is, the sheet does not say."""
    known = sum(grid.number(row, c + 1) or 0 for technology, row in parts if technology)
    for technology, row in parts:
        if not technology:
            value = grid.number(row, c + 1) or 0
            belongs = known + value <= stated + 0.5
            known += value if belongs else 0
            reading.notes.append(
                f"{grid.name.strip()}!{address(row, c)}: a row without a label, "
                f"{'a' if belongs else 'no'} part of {area}"
            )
            continue
        dims = {"aor": area, "technology": technology}
        _snapshot(reading, grid, row, c + 1, "atd_active", "people", day, dims)
        _snapshot(reading, grid, row, c + 2, "atd_alip", "days", day, dims)
    close = abs(known - stated) < 0.5
    reading.proofs.append(Proof(f"{grid.name.strip()} {area}", stated, known, close))


def _area(label: str) -> str:
    """``WashingtonDC`` and ``Washington DC`` are one; so are ``St. Paul`` and ``St Paul``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label.replace(".", "")).strip()
    return {"Washington DC": "Washington"}.get(spaced, spaced)


def _court(grid: Grid, r: int, c: int, match: re.Match[str], reading: SheetReading) -> int:
    """Court appearance: attended, missed and all hearings, since the fiscal year began."""
    year, until, which = 2000 + int(match[1]), (match[2] or "").lower(), match[3].lower()
    month = month_number(until)
    last = fiscal_end(year)
    if month is not None:
        last = month_end(year - (month >= 10), month)
    kind: PeriodKind = "fiscal_year" if last == fiscal_end(year) else "to_date"
    dims = {"hearing": "final"} if which == "final" else {}
    found: dict[str, float] = {}
    for row in range(r + 1, r + 6):
        label, value = grid.text(row, c).lower(), grid.number(row, c + 1)
        name = {"attended": "hearings_attended", "failed to attend": "hearings_missed",
                "total": "hearings"}.get(label)  # fmt: skip
        if name is None or value is None:
            continue
        found[name] = value
        reading.observations.append(
            Observation(name, value, "hearings", fiscal_start(year), last, kind, dims, grid.name,
                        address(row, c + 1))
        )  # fmt: skip
    if len(found) != 3:
        raise LayoutError(
            f"{grid.name.strip()}!{address(r, c)}: hearings attended, missed and in all expected"
        )
    parts = found["hearings_attended"] + found["hearings_missed"]
    reading.proofs.append(Proof(f"{grid.name.strip()} {which} hearings", found["hearings"], parts,
                                abs(found["hearings"] - parts) < 0.5))  # fmt: skip
    return 3


def _proof(grid: Grid, row: int, column: int, stated: float, computed: float) -> Proof:
    where = f"{grid.name.strip()}!{address(row, column)}"
    return Proof(where, stated, computed, abs(stated - computed) < 0.5)
