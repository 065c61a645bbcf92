"""Released tables that are no ICE workbook: long series, removals by country, flights, …

Each is known by its header, never by its name or place.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from crossfoot.model import InputError
from crossfoot.packs.observations import LayoutError, Loaded, Observation, PeriodKind, Place, Proof
from crossfoot.packs.us_immigration.loaders.grid import (
    address,
    dates_in,
    fiscal_end,
    fiscal_start,
    month_end,
    month_number,
)
from crossfoot.packs.us_immigration.loaders.ice_sheets import country_key

Rows = list[list[str]]
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?$")


def read_csv(path: Path, limit: int | None = None) -> Rows:
    """The rows of a comma separated file, a byte-order mark dropped.

    Raises:
        InputError: the file is no text in UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows: Rows = []
            for row in csv.reader(lines):
                rows.append([value.strip() for value in row])
                if limit is not None and len(rows) == limit:
                    break
            return rows
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: no comma separated text ({error})") from None


def number(text: str) -> float | None:
    """``"1,350"`` is 1350; None for what is no number."""
    return float(text.replace(",", "")) if _NUMBER.match(text) else None


@dataclass(frozen=True)
class Known:
    """A kind of table: how its header is known, and what reads it."""

    name: str
    header: Callable[[Rows], bool]
    load: Callable[[Path, Rows], Loaded]


def _header(rows: Rows, *names: str) -> bool:
    return bool(rows) and [h.lower() for h in rows[0][: len(names)]] == [n.lower() for n in names]


# --- average daily population: by fiscal year, by month ----------------------------------------


def _adp_years(path: Path, rows: Rows) -> Loaded:
    """``FY, ADP``. The name of the file may say that its last year runs to a month only."""
    years = [(r, int(row[0]), number(row[1])) for r, row in enumerate(rows[1:], 1) if row[0]]
    cut = re.search(r"(\d{4})_([a-z]{3})\b", path.stem, re.I)
    notes, found = [], []
    for r, year, value in years:
        if value is None:
            notes.append(f"A{r + 1}: {year} has no value")
            continue
        last = fiscal_end(year)
        if cut and int(cut[1]) == year and (month := month_number(cut[2])):
            last = month_end(year - (month >= 10), month)
        kind: PeriodKind = "fiscal_year" if last == fiscal_end(year) else "to_date"
        found.append(
            Observation("adp", value, "people", fiscal_start(year), last, kind, {}, None,
                        address(r, 1))
        )  # fmt: skip
    steps = [b[1] - a[1] for a, b in pairwise(years)]
    if any(step != 1 for step in steps):
        raise LayoutError(f"{path.name}: the fiscal years do not follow one another")
    return Loaded(
        path.name, "N. Craig, from ICE reports", "Average daily population by fiscal year",
        f"to {found[-1].end}", found[-1].end, tuple(found), "no licence stated", len(years),
        (), tuple(notes),
    )  # fmt: skip


def _adp_months(path: Path, rows: Rows) -> Loaded:
    """``Date, ADP`` with months as 2018-10."""
    found = []
    for r, row in enumerate(rows[1:], 1):
        year, month = (int(part) for part in row[0].split("-"))
        value = number(row[1])
        if value is not None:
            found.append(
                Observation("adp", value, "people", date(year, month, 1), month_end(year, month),
                            "month", {}, None, address(r, 1))
            )  # fmt: skip
    return Loaded(
        path.name, "N. Craig, from ICE reports", "Average daily population by month",
        f"to {found[-1].end}", found[-1].end, tuple(found), "no licence stated", len(rows) - 1,
    )  # fmt: skip


def _man_days(path: Path, rows: Rows) -> Loaded:
    """``20-Aug`` is August 2020: the year comes first. Man-days are turned into a daily mean."""
    found = []
    facility = "OTERO COUNTY PROCESSING CENTER, CHAPARRAL, NM"
    for r, row in enumerate(rows[1:], 1):
        parts = row[0].split("-")
        month, value = month_number(parts[-1]), number(row[1])
        if len(parts) != 2 or month is None or value is None:
            raise LayoutError(f"{path.name}: row {r + 1} is no month with man-days: {row}")
        year = 2000 + int(parts[0])
        first, last = date(year, month, 1), month_end(year, month)
        dims = {"facility": facility}
        found.append(Observation("mandays", value, "days", first, last, "month", dims, None,
                                 address(r, 1)))  # fmt: skip
        found.append(
            Observation("adp", value / monthrange(year, month)[1], "people", first, last, "month",
                        dims, None, f"{address(r, 1)}/{monthrange(year, month)[1]}",
                        "man-days over the days of the month")
        )  # fmt: skip
    place = Place(facility, "OTERO COUNTY PROCESSING CENTER", "CHAPARRAL", "NM", "ELP")
    last_day = max(o.end for o in found)
    return Loaded(
        path.name, "N. Craig, from ICE reports", "Man-days at Otero County Processing Center",
        f"to {last_day}", last_day, tuple(found), "no licence stated", len(rows) - 1,
        notes=("the facility is not named in the file; its man-days fit Otero County's",),
        places=(place,),
    )  # fmt: skip


def _guaranteed(path: Path, rows: Rows) -> Loaded:
    """Guaranteed minimums and per diems of one budget year."""
    year = next((2000 + int(m) for m in re.findall(r"FY(\d\d)", path.stem)), None)
    year = year or next((2000 + int(m) for m in re.findall(r"FY(\d\d)", " ".join(rows[0]))), None)
    if year is None:
        raise LayoutError(f"{path.name}: the table does not say of what fiscal year it is")
    found, places = [], []
    for r, row in enumerate(rows[1:], 1):
        key = f"{row[0]}, {row[1]}"
        places.append(Place(key, row[0], aor=row[1]))
        for c, measure, unit in ((3, "guaranteed_minimum", "beds"), (4, "per_diem", "USD")):
            value = number(row[c])
            if value is None or (measure == "per_diem" and "Average" in row[c + 1 :]):
                continue  # a filled-in mean is no contract price
            found.append(
                Observation(measure, value, unit, fiscal_start(year), fiscal_end(year),
                            "fiscal_year", {"facility": key}, None, address(r, c))
            )  # fmt: skip
    return Loaded(
        path.name, "N. Craig, from ICE budget requests", "Guaranteed minimums", f"FY{year}",
        fiscal_end(year), tuple(found), "no licence stated", len(rows) - 1, places=tuple(places),
    )  # fmt: skip


# --- removals by country -------------------------------------------------------------------


def _removals_by_country(path: Path, rows: Rows) -> Loaded:
    """One row a country, one column a fiscal year; no total row, so it is added up."""
    years = {c: int(h) for c, h in enumerate(rows[0]) if re.fullmatch(r"(?:FY)?20\d\d", h)}
    found: list[Observation] = []
    totals = dict.fromkeys(years, 0.0)
    for r, row in enumerate(rows[1:], 1):
        for c, year in years.items():
            value = number(row[c]) if c < len(row) else None
            if value is None:
                continue
            totals[c] += value
            found.append(
                Observation("removals", value, "people", fiscal_start(year), fiscal_end(year),
                            "fiscal_year", {"country": country_key(row[0])}, None, address(r, c))
            )  # fmt: skip
    for c, year in years.items():
        cells = f"SUM({address(1, c)}:{address(len(rows) - 1, c)})"
        found.append(
            Observation("removals", totals[c], "people", fiscal_start(year), fiscal_end(year),
                        "fiscal_year", {}, None, cells, "the table prints no total")
        )  # fmt: skip
    last = fiscal_end(max(years.values()))
    return Loaded(
        path.name, "ICE, as CSV by UWCHR", "ICE removals by country of citizenship",
        "FY" + ", FY".join(str(y) for y in years.values()), last, tuple(found),
        "figures are ICE's; no licence stated", len(rows) - 1,
    )  # fmt: skip


# --- flights -------------------------------------------------------------------------------


def _flights(path: Path, rows: Rows) -> Loaded:
    """Two header rows (what was counted, by whom) and a third with ``Date``."""
    head = next((r for r, row in enumerate(rows) if row and row[0] == "Date"), None)
    if head is None or head < 2:
        raise LayoutError(f"{path.name}: two header rows and one with 'Date' expected")
    found = []
    for r, row in enumerate(rows[head + 1 :], head + 1):
        last = date.fromisoformat(row[0])
        for c in range(1, len(row)):
            value = number(row[c])
            if value is not None:
                dims = {"count": rows[head - 1][c], "direction": rows[head - 2][c].lower()}
                found.append(
                    Observation("flight_passengers", value, "people", last.replace(day=1), last,
                                "month", dims, None, address(r, c))
                )  # fmt: skip
    last_day = max(o.end for o in found)
    return Loaded(
        path.name, "UWCHR and Yakima Immigrant Response Network", "ICE Air passengers at Yakima",
        f"to {last_day}", last_day, tuple(found), "no licence stated", len(rows) - head - 1,
    )  # fmt: skip


# --- a release under FOIA, one row a removed person: counted, never kept -----------------------


_AREA = re.compile(r"for the (.+?) Area of Responsibility", re.I)
_COUNTED = {"gender": "sex", "country of citizenship": "country", "case category": "case"}


def is_removal_release(rows: Rows) -> bool:
    """Whether one of the first lines is the header of a release of single removals."""
    return any("Departed Date" in row and "Country of Citizenship" in row for row in rows[:12])


def _removal_release(path: Path, rows: Rows) -> Loaded:
    """Count the rows by month, sex, country and case; no row, date of birth or number is kept.

    Rows that look alike are different people, whose identifiers are redacted: none is dropped.
    """
    head = next(r for r, row in enumerate(rows) if "Departed Date" in row)
    title = " ".join(value for row in rows[:head] for value in row if value)
    area = _AREA.search(title)
    if area is None:
        raise LayoutError(f"{path.name}: the lines above the header name no area")
    columns = {name.lower(): c for c, name in enumerate(rows[head])}
    body = [row for row in rows[head + 1 :] if len(row) > 1 and row[columns["departed date"]]]
    days = [_us_date(row[columns["departed date"]], path) for row in body]
    span = dates_in(title)
    first, last = (min(days), max(days)) if len(span) < 2 else (span[0], span[-1])
    base = {"aor": area[1].strip(), "disposition": "expedited removal"}
    found: list[Observation] = []
    where = f"rows {head + 2} to {head + 1 + len(body)}"

    def count(start: date, end: date, kind: PeriodKind, chosen: list[int]) -> None:
        tallies: dict[tuple[str, str], int] = {("", ""): len(chosen)}
        for i in chosen:
            for column, dimension in _COUNTED.items():
                value = body[i][columns[column]] if column in columns else ""
                member = _member(dimension, value)
                if member:
                    tallies[dimension, member] = tallies.get((dimension, member), 0) + 1
        for (dimension, member), n in tallies.items():
            dims = {**base, **({dimension: member} if dimension else {})}
            found.append(
                Observation("removals", n, "people", start, end, kind, dims, None,
                            f"COUNT({where})", "counted from person-level rows")
            )  # fmt: skip

    count(first, last, "span", list(range(len(body))))
    for year, month in sorted({(d.year, d.month) for d in days}):
        chosen = [i for i, d in enumerate(days) if (d.year, d.month) == (year, month)]
        count(date(year, month, 1), min(last, month_end(year, month)), "month", chosen)
    for year in sorted({d.year for d in days}):
        chosen = [i for i, d in enumerate(days) if d.year == year]
        count(max(first, date(year, 1, 1)), min(last, date(year, 12, 31)), "year", chosen)
    for year in sorted({d.year + (d.month >= 10) for d in days}):
        chosen = [i for i, d in enumerate(days) if fiscal_start(year) <= d <= fiscal_end(year)]
        start, end = max(first, fiscal_start(year)), min(last, fiscal_end(year))
        whole = (start, end) == (fiscal_start(year), fiscal_end(year))
        count(start, end, "fiscal_year" if whole else "span", chosen)
    return Loaded(
        path.name, "ICE, released to the UW Center for Human Rights",
        f"ICE expedited removals, {area[1]} area", f"{first} to {last}", last, tuple(found),
        "US government record; no licence stated by the publisher", len(body),
        (Proof(where, len(body), sum(1 for _ in days), True),), person_level=True,
    )  # fmt: skip


def _us_date(text: str, path: Path) -> date:
    days = dates_in(text)
    if not days:
        raise LayoutError(f"{path.name}: {text!r} is no date of departure")
    return days[0]


def _member(dimension: str, value: str) -> str:
    if not value or value.startswith(("b(", "(b)")):
        return ""
    if dimension == "sex":
        return value.lower()
    return country_key(value) if dimension == "country" else " ".join(value.split())


# --- tables that ship with Crossfoot ------------------------------------------------------------


_SHIPPED = {"refugee_ceiling", "refugee_admissions", "removals", "arrests"}


def _by_fiscal_year(path: Path, rows: Rows) -> Loaded:
    """``fiscal_year`` and columns named as measures are, with a note on single years."""
    columns = {c: name for c, name in enumerate(rows[0]) if name in _SHIPPED}
    if not columns:
        raise LayoutError(f"{path.name}: no column is named as a measure is")
    noted = rows[0].index("note") if "note" in rows[0] else None
    found = []
    for r, row in enumerate(rows[1:], 1):
        year = int(row[0])
        note = row[noted] if noted is not None and noted < len(row) else ""
        for c, measure in columns.items():
            value = number(row[c])
            if value is not None:
                found.append(
                    Observation(measure, value, "people", fiscal_start(year), fiscal_end(year),
                                "fiscal_year", {}, None, address(r, c),
                                note if "admissions" in measure else "")
                )  # fmt: skip
    last = max(o.end for o in found)
    return Loaded(
        path.name, "yearly reports", "Yearly figures", f"to FY{last.year}", last, tuple(found),
        "US government figures", len(rows) - 1,
    )  # fmt: skip


KNOWN: tuple[Known, ...] = (
    Known("by fiscal year", lambda rows: _header(rows, "fiscal_year"), _by_fiscal_year),
    Known("ADP by fiscal year", lambda rows: _header(rows, "FY", "ADP"), _adp_years),
    Known("ADP by month", lambda rows: _header(rows, "Date", "ADP"), _adp_months),
    Known("man-days", lambda rows: _header(rows, "Date", "Monthly Man Days"), _man_days),
    Known("guaranteed minimums",
          lambda rows: _header(rows, "Name", "AOR", "Type Detailed", "Guaranteed Minimum"),
          _guaranteed),
    Known("removals by country", lambda rows: _header(rows, "CountryOfCitizenship"),
          _removals_by_country),
    Known("flights", lambda rows: _header(rows, "", "Pickups"), _flights),
    Known("release of removals", is_removal_release, _removal_release),
)  # fmt: skip
