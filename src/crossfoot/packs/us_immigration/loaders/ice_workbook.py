"""ICE's detention statistics workbook, of any fiscal year and edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import InputError
from crossfoot.packs.observations import LayoutError, Loaded, Observation, Place, Proof
from crossfoot.packs.us_immigration.loaders.grid import Grid, fiscal_end, shown
from crossfoot.packs.us_immigration.loaders.ice_atd import read_atd
from crossfoot.packs.us_immigration.loaders.ice_dates import (
    fiscal_year_of,
    footnote_dates,
    tps_designations,
)
from crossfoot.packs.us_immigration.loaders.ice_detention import Dates, SheetReading, read_detention
from crossfoot.packs.us_immigration.loaders.ice_facilities import read_facilities
from crossfoot.packs.us_immigration.loaders.ice_sheets import (
    read_bonds,
    read_iclos,
    read_segregation,
    read_semiannual,
    read_transgender,
    read_vulnerable,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

# a table's sums may fail by a little here and there, the agency's own slips; where a fifth of them
# are off by more than a fiftieth, the layout was misread
_MISREAD, _OFF = 0.2, 0.02


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook.

    Raises:
        InputError: the file is no workbook, or the reader is not installed.
    """
    return list(open_workbook(path).sheet_names)


def is_detention_workbook(names: list[str]) -> bool:
    """Whether the sheets are those of ICE's detention statistics."""
    plain = [name.strip().lower() for name in names]
    return any(n.startswith("detention") for n in plain) and any(n.startswith("atd") for n in plain)


def load_workbook(path: Path) -> Loaded:
    """Read every sheet that is known; name those that are not.

    Raises:
        LayoutError: a known sheet cannot be placed, or its sums do not hold.
    """
    book = open_workbook(path)
    grids = {
        name: Grid(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        for name in book.sheet_names
    }
    detention = _starting(grids, "detention")
    footnotes = _starting(grids, "footnotes")
    if not detention or not footnotes:
        raise LayoutError(f"{path.name}: a Detention and a Footnotes sheet are needed")
    year = fiscal_year_of(detention[0].name) or _year_of_title(detention[0])
    dates = Dates(year, footnote_dates(footnotes[0], year))
    if not dates.families:
        raise LayoutError(f"{path.name}: Footnotes gives no as-of date")
    reading = _Reading(path.name, [], [], [], [], 0)
    tps = tps_designations(footnotes[0])
    known: tuple[tuple[str, Callable[[Grid], SheetReading]], ...] = (
        ("detention", lambda g: read_detention(g, dates)),
        ("atd", read_atd),
        ("iclos", lambda g: read_iclos(g, dates)),
        ("monthly bond", lambda g: read_bonds(g, dates)),
        ("semiannual", lambda g: read_semiannual(g, dates, tps)),
        ("segregation", read_segregation),
        ("vulnerable", read_vulnerable),
        ("trans", read_transgender),
    )
    for grid in grids.values():
        name = grid.name.strip().lower()
        if name.startswith("facilit"):
            reading.facilities(grid)
            continue
        reader = next((f for start, f in known if _named(name, start)), None)
        if reader is not None:
            reading.take(grid, reader(grid))
        elif name not in {"header", "footnotes"}:
            reading.notes.append(f"sheet {grid.name!r} is not known and was left out")
    observations = [*reading.observations, *_let_go(reading.observations)]
    as_of = dates.of("adp")
    edition = f"FY{year}" if as_of >= fiscal_end(year) else f"FY{year} to {as_of.isoformat()}"
    return Loaded(
        source=path.name, publisher="ICE", title="ICE Detention Statistics", edition=edition,
        as_of=as_of, observations=tuple(observations), terms="US government work",
        rows_in=reading.rows, proofs=tuple(reading.proofs), notes=tuple(reading.notes),
        places=tuple(reading.places),
        sheets={name: [[shown(v) for v in row] for row in g.rows] for name, g in grids.items()},
    )  # fmt: skip


def _named(name: str, start: str) -> bool:
    """Segregation's sheet may have the year before its name."""
    return start in name if start in {"segregation", "iclos"} else name.startswith(start)


class _Reading:
    """What has been read of a workbook so far."""

    def __init__(
        self, file: str, observations: list[Observation], proofs: list[Proof], notes: list[str],
        places: list[Place], rows: int,
    ) -> None:  # fmt: skip
        self.file, self.observations, self.proofs = file, observations, proofs
        self.notes, self.places, self.rows = notes, places, rows

    def take(self, grid: Grid, sheet: SheetReading) -> None:
        """Add a sheet, unless its sums say that it was misread."""
        self._prove(grid, sheet.proofs)
        self.observations.extend(sheet.observations)
        self.notes.extend(sheet.notes)
        self.places.extend(sheet.places)
        self.rows += sheet.rows

    def facilities(self, grid: Grid) -> None:
        """Add the facility list."""
        observations, proofs, notes, places, rows, _ = read_facilities(grid)
        self._prove(grid, proofs)
        self.observations.extend(observations)
        self.notes.extend(notes)
        self.places.extend(places)
        self.rows += rows

    def _prove(self, grid: Grid, proofs: list[Proof]) -> None:
        for table in dict.fromkeys(p.table for p in proofs):
            own = [p for p in proofs if p.table == table]
            bad = [p for p in own if abs(p.stated - p.computed) > max(1, _OFF * abs(p.stated))]
            if len(bad) > _MISREAD * len(own):
                raise LayoutError(
                    f"{self.file}, {grid.name.strip()}: {len(bad)} of {len(own)} sums do not "
                    f"hold, first {bad[0].where} ({bad[0].stated:g} stated, "
                    f"{bad[0].computed:g} added up)"
                )
        self.proofs.extend(proofs)
        self.notes.extend(
            f"{p.where}: the sheet states {p.stated:g}, its parts add up to {p.computed:g}"
            for p in proofs
            if not p.holds
        )


def _let_go(observations: list[Observation]) -> list[Observation]:
    """Releases in the years that print book-outs: those bonded out, on recognizance, under
    supervision and paroled, as the footnotes define them."""
    freed = ("bonded", "recognizance", "supervision", "paroled")
    groups: dict[tuple[object, ...], dict[str, Observation]] = {}
    for o in observations:
        if o.measure == "bookouts" and o.dims.get("reason") in freed:
            rest = tuple(sorted((k, v) for k, v in o.dims.items() if k != "reason"))
            groups.setdefault((o.start, o.end, rest), {})[o.dims["reason"]] = o
    found = []
    for parts in groups.values():
        if len(parts) == len(freed):
            first = parts["bonded"]
            dims = {k: v for k, v in first.dims.items() if k != "reason"}
            cell = "+".join(parts[reason].cell for reason in freed)
            value = sum(o.value for o in parts.values())
            note = "bonded out, recognizance, supervision and parole, as the footnotes define it"
            found.append(first._replace(measure="releases", value=value, dims=dims, cell=cell,
                                        note=note))  # fmt: skip
            found.extend(o._replace(measure="releases") for o in parts.values())
    bonds = [o for o in observations if o.dims.get("reason") in {"bond_ice", "bond_judge"}]
    found.extend(o._replace(measure="releases") for o in bonds if o.measure == "bookouts")
    return found


def _starting(grids: dict[str, Grid], start: str) -> list[Grid]:
    return [g for name, g in grids.items() if name.strip().lower().startswith(start)]


def _year_of_title(grid: Grid) -> int:
    for _, _, text in grid.texts():
        if re.match(r"ICE DETENTION DATA", text, re.I) and (year := fiscal_year_of(text)):
            return year
    raise LayoutError(f"{grid.name.strip()}: the sheet does not say of what fiscal year it is")


def open_workbook(path: Path) -> CalamineWorkbook:
    """Open a spreadsheet.

    Raises:
        InputError: the file is none, or the reader is not installed.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise InputError(
            f"{path.name}: reading workbooks needs crossfoot[data]: pip install 'crossfoot[data]'"
        ) from None
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise InputError(f"{path}: no workbook that can be read ({error})") from None
