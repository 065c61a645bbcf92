"""The "Detention" sheet of an ICE workbook: a dozen cross tables, found by their titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from crossfoot.packs.observations import LayoutError, Observation, PeriodKind, Place, Proof
from crossfoot.packs.us_immigration.loaders.crosstab import Column, Crosstab, Row, place
from crossfoot.packs.us_immigration.loaders.grid import (
    Grid,
    address,
    fiscal_end,
    fiscal_start,
    in_fiscal_year,
    month_end,
)
from crossfoot.packs.us_immigration.loaders.members import is_total, member_of

Shape = Literal["snapshot", "flow", "mean"]


@dataclass(frozen=True)
class Spec:
    """How a table is read that a title announces and whose header begins as `head` says."""

    title: re.Pattern[str]
    head: re.Pattern[str]
    measure: str
    shape: Shape
    rows: tuple[str, ...]  # dimensions a row label may name
    columns: tuple[str, ...]
    family: str  # which as-of date of the footnotes holds
    unit: str = "people"
    labels: int = 1
    by_year: bool = False  # each row is a fiscal year
    adds_up: bool = True


def _spec(title: str, head: str, *args: Any, **more: Any) -> Spec:
    return Spec(re.compile(title, re.I), re.compile(head, re.I), *args, **more)


_DETAINED = r"currently detained"  # "ICE Currently Detained by Criminality and Arresting Agency"
_BOOKINS = r"initial book-? ?ins"  # "ICE Initial Book-Ins by Arresting Agency and Month: FY2019 "
_RELEASES = r"final releases"  # "ICE Final Releases by Facility Type: FY2021 YTD"
_BOOKOUTS = r"final book-? ?outs"  # "ICE Final Book Outs : EOFY2024"
_ADP = r"average daily population"  # "ICE Average Daily Population by Facility Type and Month"
_ALOS = r"average length of stay"  # "ICE Average Length of Stay by Arresting Agency, Month and …"
_AGENCY, _TYPE, _REASON = r"^agency", r"^facility type", r"^release reason"
# title, first cell of the header -> measure, shape, row dimensions, column dimensions, as-of family
SPECS: tuple[Spec, ...] = (
    _spec(r"stateless", r"^detention facility", "detained_stateless", "snapshot",
          ("facility",), (), "snapshot", labels=2),
    _spec(_DETAINED, r"^processing disposition", "detained", "snapshot",
          ("disposition",), ("facility_type",), "snapshot"),
    _spec(_DETAINED, r"^criminality", "detained", "snapshot",
          ("criminality",), ("agency",), "snapshot"),
    # "Average Time from USCIS Fear Decision Service Date to ICE Release (In Days)"
    _spec(r"average time from uscis fear decision", r"fiscal year", "fear_to_release_days", "mean",
          (), ("facility_type",), "fear_flow", unit="days", by_year=True, labels=2, adds_up=False),
    # "Aliens with USCIS-Established Fear Decisions in an ICE Detention Facility"
    _spec(r"established fear decisions", r"^detention facility", "detained_with_fear_finding",
          "snapshot", ("facility_type",), (), "fear", labels=2),
    _spec(_BOOKINS, _AGENCY, "bookins", "flow", ("agency",), (), "bookins"),
    _spec(_BOOKINS, _TYPE, "bookins", "flow", ("facility_type",), ("criminality",), "bookins"),
    _spec(_RELEASES, _TYPE, "releases", "flow", ("facility_type",), (), "releases", labels=2),
    _spec(_BOOKOUTS, _TYPE, "bookouts", "flow", ("facility_type",), (), "releases", labels=2),
    _spec(_RELEASES, _REASON, "releases", "flow", ("reason",), ("criminality",), "releases"),
    _spec(_BOOKOUTS, _REASON, "bookouts", "flow", ("reason",), ("criminality",), "releases"),
    _spec(_ADP, _AGENCY, "adp", "mean", ("agency", "criminality"), (), "adp"),
    _spec(_ADP, _TYPE, "adp", "mean", ("facility_type",), (), "adp", adds_up=False),
    _spec(_ALOS, _AGENCY, "alos", "mean", ("agency", "criminality"), (), "adp", unit="days",
          adds_up=False),
    _spec(_ALOS, _TYPE, "alos", "mean", ("facility_type",), (), "adp", unit="days",
          adds_up=False),
    # "ICE Average Length of Stay Adult Facility Type by Month and Arresting Agency"
    _spec(_ALOS, r"^arresting agency", "alos_adult", "mean", ("agency",), (), "adp",
          unit="days", adds_up=False),
    # "Aliens with Positive Credible Fear Determination Parole Requested: FY2023 - FY2025"
    _spec(r"parole requested", r"^fiscal year", "parole_requested", "flow", (), (), "parole",
          by_year=True),
    _spec(r"parole status", r"^fiscal year", "parole_status", "flow", (), (), "parole",
          by_year=True, labels=2),
)  # fmt: skip

# "ICE Removals: FY2025": the two rows and two header cells below it change from year to year
_REMOVALS = re.compile(r"^ice removals\b", re.I)
# a title that announces a table of numbers: none may go unread
_ANNOUNCES = re.compile(
    r"\b(?:currently detained|book-? ?ins|book-? ?outs|final releases|average daily population|"
    r"average length of stay|average time from|fear decisions|parole (?:requested|status)|"
    r"ice removals)\b",
    re.I,
)
_YEAR = re.compile(r"\bFY ?(?:20)?(\d\d)\b", re.I)
_FAMILY_REMOVALS = re.compile(r"\b(FRC|FSC|FAMU)\b")


@dataclass(frozen=True)
class Dates:
    """The as-of date of each family of tables of a workbook, and its fiscal year."""

    fiscal_year: int
    families: Mapping[str, date]

    def of(self, family: str) -> date:
        """The as-of date of *family*, held within the fiscal year for what it counts.

        Raises:
            LayoutError: the workbook does not say.
        """
        found = self.families.get(family) or self.families.get("adp")
        if found is None:
            raise LayoutError(f"the footnotes give no date for {family}")
        return found

    def through(self, family: str) -> date:
        """The last day that a flow or mean of *family* covers."""
        return min(self.of(family), fiscal_end(self.fiscal_year))


@dataclass(frozen=True)
class SheetReading:
    """What came of a sheet."""

    observations: list[Observation]
    proofs: list[Proof]
    notes: list[str]
    rows: int
    places: tuple[Place, ...] = ()


def read_detention(grid: Grid, dates: Dates) -> SheetReading:
    """Read every table of a Detention sheet; a table that is not known is named and left out.

    Raises:
        LayoutError: a known table cannot be placed, or one that every edition has is missing.
    """
    reading = SheetReading([], [], [], 0)
    rows = 0
    for r, c, text in grid.texts():
        if len(text) > 200 or not _ANNOUNCES.search(text):
            continue
        if _REMOVALS.match(text):
            rows += _removals(grid, r, c, dates, reading)
            continue
        if _numbers_beside(grid, r, c) or _is_label(text):  # "Removals with …", "Parole Status"
            continue
        spec = _spec_of(grid, r, c, text)
        if spec is None:
            reading.notes.append(
                f"{grid.name.strip()}!{address(r, c)}: no table like {text!r} is known: left out"
            )
            continue
        table = place(grid, r, c, text, spec.columns, spec.labels)
        _read_table(table, spec, dates, reading)
        rows += len(table.rows)
    missing = _EVERY - {o.measure for o in reading.observations}
    if missing:
        raise LayoutError(f"{grid.name.strip()}: no table of {', '.join(sorted(missing))} is found")
    return SheetReading(reading.observations, reading.proofs, reading.notes, rows)


# what every edition since FY2019 prints; without them the sheet was misread
_EVERY = frozenset({"detained", "bookins", "adp", "alos", "removals"})


def _spec_of(grid: Grid, row: int, column: int, title: str) -> Spec | None:
    """The spec of a table, by its title and by how the header under it begins."""
    for spec in SPECS:
        if not spec.title.search(title):
            continue
        for r in range(row + 1, row + 4):
            if spec.head.search(grid.text(r, column)):
                second = grid.text(r, column + 1).lower()
                if spec.rows == ("reason",) and second == "criminality":
                    return replace(spec, rows=("reason", "criminality"), columns=(), labels=2)
                return spec
    return None


def _numbers_beside(grid: Grid, row: int, column: int) -> bool:
    return any(grid.number(row, c) is not None for c in range(column + 1, column + 4))


def _is_label(text: str) -> bool:
    """Header cells such as ``Release Reason``; prose such as the sheet's introduction."""
    return len(text.split()) <= 3 or text.endswith(".")


# what a proof compares: measure, dimensions, fiscal year, month (0: the total column)
_Key = tuple[str, tuple[tuple[str, str], ...], int, int]


def _read_table(table: Crosstab, spec: Spec, dates: Dates, reading: SheetReading) -> None:
    cells: dict[_Key, float] = {}
    group: dict[str, str] = {}
    blanked = _blanked_years(table, spec, dates)
    for row, year in _with_years(table, spec, dates):
        dims = _row_dims(row, spec, group)
        if dims is None:
            reading.notes.append(f"{table.where}: row {row.index + 1} {row.labels} left out")
            continue
        if year in blanked:
            reading.notes.append(
                f"{table.where}: row {row.index + 1}, FY{year}, is zeros throughout in an edition "
                f"of FY{dates.fiscal_year}: taken as blanked"
            )
            continue
        measure = dims.pop("_measure", spec.measure)
        for column in table.columns:
            value = table.grid.number(row.index, column.index)
            period = _period(column, spec, dates, year)
            if value is None or period is None:
                continue
            whole = dict(dims)
            if column.dimension and column.member:
                whole[column.dimension] = column.member
            cells[measure, tuple(sorted(whole.items())), year, column.month or 0] = value
            reading.observations.append(
                Observation(
                    measure, value, spec.unit, *period, whole, table.grid.name,
                    address(row.index, column.index),
                )
            )  # fmt: skip
    if spec.adds_up:
        reading.proofs.extend(_proofs(table, cells, flow=spec.shape == "flow"))


def _with_years(table: Crosstab, spec: Spec, dates: Dates) -> Iterator[tuple[Row, int]]:
    """Each row with its fiscal year; where rows are years, one without a label goes on."""
    year = dates.fiscal_year
    for row in table.rows:
        if spec.by_year:
            year = next(
                (2000 + int(m[1]) for label in row.labels if (m := _YEAR.search(label))), year
            )
        yield row, year


def _row_dims(row: Row, spec: Spec, group: dict[str, str]) -> dict[str, str] | None:
    """The dimensions a row stands for; *group* carries the heading rows' down."""
    label = row.labels[0]
    if spec.measure == "parole_status":
        status = row.labels[1].lower()
        kind = "granted" if "granted" in status else "denied" if "denied" in status else None
        return {"_measure": f"parole_{kind}"} if kind else None
    if spec.by_year:
        return {} if _YEAR.search(label) else None
    if spec.rows == ("facility",):
        return {} if is_total(label) else {"facility": row.labels[1] or label}
    if spec.rows == ("agency", "criminality"):
        return _grouped(label, group)
    if spec.rows == ("reason", "criminality"):
        return _by_reason(row.labels, group)
    if is_total(label):
        return {}
    for dimension in spec.rows:
        if (member := member_of(dimension, label)) is not None:
            return {dimension: member}
    return None


def _grouped(label: str, group: dict[str, str]) -> dict[str, str] | None:
    """Rows of a month table: ``CBP Average`` opens a group of three criminality rows."""
    if is_total(label):
        group.clear()
        return {}
    if (agency := member_of("agency", label)) is not None:
        group.clear()
        group["agency"] = agency
        return dict(group)
    criminality = member_of("criminality", label)
    return None if criminality is None else {**group, "criminality": criminality}


def _by_reason(labels: tuple[str, ...], group: dict[str, str]) -> dict[str, str] | None:
    """Rows of a release table: the reason stands only before its total."""
    reason, criminality = labels
    if is_total(reason):
        group.clear()
        return {}
    if reason:
        member = member_of("reason", reason)
        if member is None:
            return None
        group["reason"] = member
    if is_total(criminality):
        return dict(group)
    found = member_of("criminality", criminality)
    return None if found is None else {**group, "criminality": found}


def _blanked_years(table: Crosstab, spec: Spec, dates: Dates) -> set[int]:
    """Closed years that a later edition overwrote with zeros."""
    if not spec.by_year:
        return set()
    alive: dict[int, bool] = defaultdict(bool)
    for row, year in _with_years(table, spec, dates):
        alive[year] |= any(table.grid.number(row.index, c.index) for c in table.columns)
    return {year for year, lives in alive.items() if year < dates.fiscal_year and not lives}


def _period(
    column: Column, spec: Spec, dates: Dates, year: int
) -> tuple[date, date, PeriodKind] | None:
    """The days a cell covers, and None for a month that had not happened."""
    if spec.shape == "snapshot":
        day = dates.of(spec.family)
        return day, day, "snapshot"
    last = dates.through(spec.family) if year == dates.fiscal_year else fiscal_end(year)
    if column.month is None:
        return fiscal_start(year), last, "fiscal_year" if last == fiscal_end(year) else "to_date"
    first = in_fiscal_year(year, column.month)
    if first > last:
        return None
    return first, min(month_end(first.year, first.month), last), "month"


def _proofs(table: Crosstab, cells: Mapping[_Key, float], *, flow: bool) -> Iterator[Proof]:
    """Each total beside its parts: over each dimension and, for what is counted, the months."""
    parts: dict[tuple[_Key, str], float] = defaultdict(float)
    for (measure, dims, year, month), value in cells.items():
        for pair in dims:
            if pair in (("reason", "bond_ice"), ("reason", "bond_judge")):
                continue  # parts of Bonded Out, not reasons beside it
            rest = tuple(p for p in dims if p != pair)
            parts[(measure, rest, year, month), pair[0]] += value
        if flow and month:
            parts[(measure, dims, year, 0), "month"] += value
    for (key, over), computed in parts.items():
        stated = cells.get(key)
        if stated is not None:
            where = f"{table.where} {dict(key[1])} {key[3] or 'total'} over {over}"
            close = abs(stated - computed) <= max(0.5, abs(stated) * 1e-4)
            yield Proof(where, stated, computed, close, table.where)


def _removals(grid: Grid, row: int, column: int, dates: Dates, reading: SheetReading) -> int:
    """The small table of removals: a total, and the removals of families below it."""
    last = dates.through("removals")
    first = fiscal_start(dates.fiscal_year)
    kind: PeriodKind = "fiscal_year" if last == fiscal_end(dates.fiscal_year) else "to_date"
    found = 0
    for r in range(row + 1, row + 5):
        label = grid.text(r, column)
        value, at = _first_number(grid, r, column)
        if value is None:
            continue
        family = _FAMILY_REMOVALS.search(label)
        if not is_total(label) and not family:
            raise LayoutError(
                f"{grid.name.strip()}!{address(r, column)}: removals of {label!r} are not known"
            )
        measure = "removals" if not family else f"removals_with_{family[1].lower()}"
        reading.observations.append(
            Observation(measure, value, "people", first, last, kind, {}, grid.name, address(r, at))
        )
        found += 1
    if not found:
        raise LayoutError(
            f"{grid.name.strip()}!{address(row, column)}: no removals below the title"
        )
    return found


def _first_number(grid: Grid, row: int, column: int) -> tuple[float | None, int]:
    for c in range(column + 1, column + 6):
        value = grid.number(row, c)
        if value is not None:
            return value, c
    return None, column
