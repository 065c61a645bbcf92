"""The smaller sheets of an ICE workbook: time in custody, bonds, semiannual, segregation, …"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from crossfoot.figures.lexicon import MONTHS
from crossfoot.packs.observations import LayoutError, Observation, PeriodKind, Place, Proof
from crossfoot.packs.us_immigration.loaders.grid import (
    Grid,
    address,
    as_date,
    dates_in,
    fiscal_end,
    fiscal_start,
    month_end,
    month_number,
)
from crossfoot.packs.us_immigration.loaders.ice_dates import fiscal_year_of
from crossfoot.packs.us_immigration.loaders.ice_detention import Dates, SheetReading
from crossfoot.packs.us_immigration.loaders.members import is_total, member_of


def _where(grid: Grid, r: int, c: int) -> str:
    return f"{grid.name.strip()}!{address(r, c)}"


# --- time in custody so far, and head counts at mid-month and month's end -------------------


def read_iclos(grid: Grid, dates: Dates) -> SheetReading:
    """Read the two blocks of the ICLOS sheet: days in custody, then people by days."""
    reading = SheetReading([], [], [], 0)
    heads = [r for r, c, text in grid.texts() if c == 0 and text == "Population"]
    if len(heads) != 2:
        raise LayoutError(f"{grid.name.strip()}: two tables headed 'Population' expected")
    rows = 0
    for head, measure in zip(heads, ("iclos_days", "detained"), strict=True):
        days = _days(grid, head, dates)
        rows += _iclos_block(grid, head, days, measure, reading)
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows)


def _days(grid: Grid, head: int, dates: Dates) -> dict[int, date]:
    """Column -> day. The year row is not believed where the months have gone round again."""
    years = [(c, int(y)) for c in range(1, grid.width) if (y := grid.number(head, c))]
    if not years:
        raise LayoutError(f"{_where(grid, head, 1)}: no year above the months")
    year, previous, found = years[0][1], 0, {}
    month = 0
    for c in range(1, grid.width):
        month = month_number(grid.text(head + 1, c)) or month
        if not month or not (when := grid.text(head + 2, c).lower()):
            continue
        if month < previous:
            year += 1
        previous = month
        day = date(year, month, 15) if when.startswith("mid") else month_end(year, month)
        if day <= dates.of("iclos"):
            found[c] = day
    return found


def _iclos_block(
    grid: Grid, head: int, days: dict[int, date], measure: str, reading: SheetReading
) -> int:
    population: dict[str, str] = {}
    cells: dict[tuple[str, str, int], float] = {}
    rows = 0
    blank = {c for c in days if not any(grid.number(r, c) for r in _body(grid, head))}
    if blank:
        reading.notes.append(
            f"{_where(grid, head, 0)}: {len(blank)} columns are zeros throughout: no observation"
        )
    for r in _body(grid, head):
        label = grid.text(r, 0)
        member = _population(label)
        span = member_of("time_in_custody", label)
        heading = all(grid.number(r, c) is None for c in range(1, grid.width))
        if heading:
            if member is None and not is_total(label):
                raise LayoutError(f"{_where(grid, r, 0)}: the population {label!r} is not known")
            population = {"population": member} if member else {}
            continue
        dims = dict(population)
        if measure == "iclos_days":
            dims = {"population": member} if member else {}
            if member is None and not is_total(label):
                raise LayoutError(f"{_where(grid, r, 0)}: the population {label!r} is not known")
        elif span:
            dims["time_in_custody"] = span
        rows += 1
        for c, day in days.items():
            value = grid.number(r, c)
            if value is None or c in blank:
                continue
            cells[dims.get("population", ""), dims.get("time_in_custody", ""), c] = value
            reading.observations.append(
                Observation(
                    measure, value, "people" if measure == "detained" else "days", day, day,
                    "snapshot", dims, grid.name, address(r, c),
                )
            )  # fmt: skip
    if measure == "detained":
        reading.proofs.extend(_iclos_proofs(grid, cells))
    return rows


def _population(label: str) -> str | None:
    """The wording changes by year: "Individuals" or "Aliens", "Post-Determination for …"."""
    low = label.lower()
    family = re.search(r"\b(?:fsc|frc|famil(?:y|ies))\b", low) is not None
    if "fear" in low:
        return f"{'families' if family else 'adults'} with positive fear finding"
    if family or "adult" in low:
        return f"{'family' if family else 'adult'} facilities"
    return None


def _body(grid: Grid, head: int) -> list[int]:
    rows = []
    for r in range(head + 3, len(grid.rows)):
        if not grid.text(r, 0):
            break
        rows.append(r)
    return rows


def _iclos_proofs(grid: Grid, cells: dict[tuple[str, str, int], float]) -> list[Proof]:
    sums: dict[tuple[str, str, int], float] = defaultdict(float)
    for (population, span, c), value in cells.items():
        if span:
            sums[population, "", c] += value
        if population:
            sums["", span, c] += 0  # the total block is proved by its own spans
    return [
        Proof(f"{grid.name.strip()} {population or 'total'} column {c + 1}", cells[key], computed,
              abs(cells[key] - computed) < 0.5)
        for key, computed in sums.items()
        if key in cells and (population := key[0]) is not None and not key[1]
        for c in (key[2],)
    ]  # fmt: skip


# --- bonds ------------------------------------------------------------------------------


_BOND_ROWS: tuple[tuple[str, str, str], ...] = (
    # label -> measure, unit; the first that fits
    (r"with bond posted", "bond_posted", "people"),
    (r"total ice final", "bookouts_all", "people"),
    (r"average bond amount", "bond_amount_mean", "USD"),
    (r"alos", "bond_alos", "days"),
)


def read_bonds(grid: Grid, dates: Dates) -> SheetReading:
    """Read the bond sheet: one row a measure, one column a month."""
    head = next(
        (r for r in range(len(grid.rows)) if sum(as_date(v) is not None for v in grid.rows[r]) > 3),
        None,
    )
    if head is None:
        raise LayoutError(f"{grid.name.strip()}: no row of months")
    months = {c: d for c, v in enumerate(grid.rows[head]) if (d := as_date(v))}
    body = [r for r in range(head + 1, len(grid.rows)) if grid.text(r, 0)]
    blank = {c for c in months if not any(grid.number(r, c) for r in body)}
    reading = SheetReading([], [], [], len(body))
    if blank:
        reading.notes.append(
            f"{grid.name.strip()}: {len(blank)} months are zeros throughout, taken as blanked"
        )
    posted: dict[str, dict[int, float]] = defaultdict(dict)
    for r in body:
        label = grid.text(r, 0)
        found = next(((m, u) for words, m, u in _BOND_ROWS if re.search(words, label, re.I)), None)
        if found is None:
            if "%" in label:
                posted["%"] = {c: v for c in months if (v := grid.number(r, c)) is not None}
            elif any(grid.number(r, c) is not None for c in months):
                raise LayoutError(f"{_where(grid, r, 0)}: the row {label!r} is not known")
            continue
        for c, first in months.items():
            value = grid.number(r, c)
            if value is None or c in blank:
                continue
            posted[found[0]][c] = value
            measure = found[0]
            if measure == "bookouts_all":  # a release until FY2023, a book-out from FY2024
                measure = "bookouts" if first >= date(2023, 10, 1) else "releases"
            last = min(month_end(first.year, first.month), dates.of("bond"))
            if last >= first:
                reading.observations.append(
                    Observation(measure, value, found[1], first, last, "month", {}, grid.name,
                                address(r, c))
                )  # fmt: skip
    reading.proofs.extend(
        Proof(f"{grid.name.strip()} column {c + 1}", share, part / whole,
              abs(share - part / whole) < 0.0005)
        for c, share in posted["%"].items()
        if (whole := posted["bookouts_all"].get(c)) and (part := posted["bond_posted"].get(c))
    )  # fmt: skip
    return reading


# --- semiannual: a fiscal year a row, or a country a row and a fiscal year a column ------------


_SERIES = re.compile(
    r"^(?P<group>United States Armed Forces|United States Citizens?|Parents of USC|"
    r"Temporary Protected Status Countries)\b.*?\b(?P<what>Arrests|Book-?ins|Removals)\b",
    re.I,
)
_SEMI = {"arrests": "arrests", "bookins": "bookins", "book-ins": "bookins", "removals": "removals"}
# "FY2022 (10/1/2021 - 3/31/2022)"
_SPELLED = re.compile(r"FY ?(\d{4})\s*\((.+?)\)")


def read_semiannual(grid: Grid, dates: Dates, tps: dict[str, date]) -> SheetReading:
    """Read the semiannual sheet. Years that hold nothing but zeros are taken as blanked."""
    reading = SheetReading([], [], [], 0)
    found: list[tuple[int, Observation]] = []
    rows = 0
    for r, c, text in grid.texts():
        match = _SERIES.match(text)
        if not match or c != 0:
            continue
        measure = _SEMI[match["what"].lower()]
        if match["group"].lower().startswith("temporary"):
            rows += _by_country(grid, r, measure, dates, tps, found)
        else:
            group = member_of("group", match["group"])
            if group is None:
                raise LayoutError(f"{_where(grid, r, c)}: {match['group']!r} is not known")
            rows += _by_year(grid, r, measure, group, dates, found)
    if not rows:
        raise LayoutError(f"{grid.name.strip()}: no table was found")
    alive: dict[int, list[bool]] = defaultdict(list)
    for year, observation in found:
        alive[year].append(observation.value != 0)
    for year, lives in alive.items():
        if sum(lives) <= len(lives) * 0.05:
            reading.notes.append(f"{grid.name.strip()}: FY{year} is zeros, taken as blanked")
    kept = [o for year, o in found if sum(alive[year]) > len(alive[year]) * 0.05]
    return SheetReading(kept, reading.proofs, reading.notes, rows)


def _year_span(label: str, dates: Dates) -> tuple[int, date, date, PeriodKind] | None:
    year = fiscal_year_of(label.split("(")[0])
    if year is None:
        return None
    last = fiscal_end(year)
    spelled = _SPELLED.search(label)
    if spelled and len(days := dates_in(spelled[2])) == 2:
        last = days[1]
    elif year >= dates.fiscal_year:
        last = min(last, dates.of("semiannual"))
    return year, fiscal_start(year), last, "fiscal_year" if last == fiscal_end(year) else "to_date"


def _by_year(
    grid: Grid, title: int, measure: str, group: str, dates: Dates,
    found: list[tuple[int, Observation]],
) -> int:  # fmt: skip
    rows = 0
    for r in range(title + 2, len(grid.rows)):
        span = _year_span(grid.text(r, 0), dates)
        value = grid.number(r, 1)
        if span is None or value is None:
            break
        rows += 1
        found.append(
            (span[0], Observation(measure, value, "people", *span[1:], {"group": group},
                                  grid.name, address(r, 1)))
        )  # fmt: skip
    if not rows:
        raise LayoutError(f"{_where(grid, title, 0)}: no years under the title")
    return rows


def _by_country(
    grid: Grid, title: int, measure: str, dates: Dates, tps: dict[str, date],
    found: list[tuple[int, Observation]],
) -> int:  # fmt: skip
    """Countries down, fiscal years across; counted only since the country's designation."""
    labels = {c: _year_span(grid.text(title + 1, c), dates) for c in range(1, grid.width)}
    spans = {c: span for c, span in labels.items() if span}
    rows = 0
    for r in range(title + 2, len(grid.rows)):
        country = grid.text(r, 0)
        if not country or country.lower().startswith(("temporary", "fiscal")):
            break
        rows += 1
        since = next((d for name, d in tps.items() if _same_country(name, country)), None)
        for c, (year, first, last, kind) in spans.items():
            value = grid.number(r, c)
            if value is None or (since and since > last):
                continue  # before the designation nothing was counted: a zero is no observation
            start = max(first, since) if since and since > date(2018, 1, 1) else first
            found.append(
                (year, Observation(measure, value, "people", start, last,
                                   "span" if start != first else kind,
                                   {"country": country_key(country)}, grid.name, address(r, c)))
            )  # fmt: skip
    if not rows or not spans:
        raise LayoutError(f"{_where(grid, title, 0)}: no countries or no years under the title")
    return rows


def country_key(name: str) -> str:
    """A country's name as the cube keys it: upper case, without what stands in brackets."""
    return re.sub(r"\s*\(.*?\)", "", " ".join(name.split())).upper()


def _same_country(one: str, other: str) -> bool:
    return country_key(one) == country_key(other)


# --- segregation ------------------------------------------------------------------------


_MONTH_TITLE = re.compile(rf"^((?:{'|'.join(MONTHS)})[a-z]*)\.? (20\d\d)\b", re.I)


def read_segregation(grid: Grid) -> SheetReading:
    """Read the monthly blocks: facilities with the people they placed, and a grand total.

    A block starts at its month; one of them has no heading row.
    """
    reading = SheetReading([], [], [], 0)
    rows, r = 0, 0
    while r < len(grid.rows):
        match = _MONTH_TITLE.match(grid.text(r, 0))
        r += 1
        if not match or month_number(match[1]) is None:
            continue
        first = date(int(match[2]), month_number(match[1]) or 1, 1)
        last = month_end(first.year, first.month)
        block: dict[str, float] = {}
        while r < len(grid.rows) and not _MONTH_TITLE.match(grid.text(r, 0)):
            label, value = grid.text(r, 0), grid.number(r, 1)
            if label and value is not None:
                rows += 1
                dims = {} if is_total(label) else {"facility": label}
                reading.observations.append(
                    Observation("segregation_people", value, "people", first, last, "month", dims,
                                grid.name, address(r, 1))
                )  # fmt: skip
                if is_total(label):
                    total = sum(block.values())
                    reading.proofs.append(
                        Proof(_where(grid, r, 1), value, total, abs(total - value) < 0.5)
                    )
                    r += 1
                    break
                block[f"{label} {r}"] = value
            r += 1
    if not rows:
        raise LayoutError(f"{grid.name.strip()}: no month with facilities was found")
    names = dict.fromkeys(o.dims["facility"] for o in reading.observations if o.dims)
    places = tuple(Place(name, name) for name in names)
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows, places)


# "Fiscal Year (FY) 2026 Quarter 1 Data", "FY 2022 Quarter 2 Data"
_QUARTER = re.compile(r"(?:FY\)?)\s*(20\d\d)\s+Quarter\s+(\d)", re.I)
_UNIQUE = re.compile(r"represents ([\d,]+) unique", re.I)


def read_vulnerable(grid: Grid) -> SheetReading:
    """Read the quarterly blocks on vulnerable people in segregation."""
    reading = SheetReading([], [], [], 0)
    quarter: tuple[date, date] | None = None
    parts = 0.0
    rows = 0
    for r in range(len(grid.rows)):
        label = grid.text(r, 0)
        if match := _QUARTER.search(label):
            quarter, parts = _quarter(int(match[1]), int(match[2])), 0.0
            continue
        if quarter is None:
            continue
        if match := _UNIQUE.search(label):
            reading.observations.append(
                Observation("segregation_people", float(match[1].replace(",", "")), "people",
                            *quarter, "quarter", {"vulnerable": "yes"}, grid.name, address(r, 0),
                            "stated in the note under the table")
            )  # fmt: skip
            continue
        value = grid.number(r, 1)
        if value is None:
            continue
        member = member_of("placement_reason", label)
        if member is None and not is_total(label):
            raise LayoutError(f"{_where(grid, r, 0)}: the reason {label!r} is not known")
        rows += 1
        dims = {"vulnerable": "yes", **({"placement_reason": member} if member else {})}
        for c, measure, unit in (
            (1, "segregation_placements", "placements"),
            (2, "segregation_days_consecutive", "days"),
            (3, "segregation_days_cumulative", "days"),
        ):
            number = grid.number(r, c)
            if number is not None:
                reading.observations.append(
                    Observation(measure, number, unit, *quarter, "quarter", dims, grid.name,
                                address(r, c))
                )  # fmt: skip
        if member:
            parts += value
        else:
            reading.proofs.append(Proof(_where(grid, r, 1), value, parts, abs(value - parts) < 0.5))
    if not rows:
        raise LayoutError(f"{grid.name.strip()}: no quarter was found")
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows)


def _quarter(year: int, number: int) -> tuple[date, date]:
    first_month = (10, 1, 4, 7)[number - 1]
    first = date(year - (first_month == 10), first_month, 1)
    return first, month_end(first.year, first_month + 2)


# --- transgender people --------------------------------------------------------------------


def read_transgender(grid: Grid) -> SheetReading:
    """Read the list of areas: book-ins of the year, or people detained on the day."""
    reading = SheetReading([], [], [], 0)
    year = fiscal_year_of(grid.name)
    as_of = next((d[0] for _, _, t in grid.texts() if "as of" in t.lower() and (d := dates_in(t))),
                 None)  # fmt: skip
    if year is None:
        raise LayoutError(f"{grid.name.strip()}: the sheet does not say of what year it is")
    flow = (fiscal_start(year), min(as_of or fiscal_end(year), fiscal_end(year)))
    snapshot = as_of is not None
    total, parts, rows = 0.0, 0.0, 0
    for r in range(len(grid.rows)):
        label, value = grid.text(r, 0), grid.number(r, 1)
        if not label or value is None:
            continue
        low = label.lower()
        rows += 1
        if "book-in" in low:
            kind: PeriodKind = "fiscal_year" if flow[1] == fiscal_end(year) else "to_date"
            reading.observations.append(
                Observation("bookins_transgender", value, "people", *flow, kind, {}, grid.name,
                            address(r, 1))
            )  # fmt: skip
            total = total if snapshot else value
        elif "final order" in low:
            continue
        elif "currently detained" in low:
            total = value
            if as_of and "location" not in low:
                reading.observations.append(
                    Observation("detained_transgender", value, "people", as_of, as_of, "snapshot",
                                {}, grid.name, address(r, 1))
                )  # fmt: skip
        else:
            parts += value
    if not rows:
        raise LayoutError(f"{grid.name.strip()}: no rows of numbers")
    reading.proofs.append(Proof(f"{grid.name.strip()} areas", total, parts, total == parts))
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows)
