"""Daily population by facility: kept as a table of its own, with national sums in the cube."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import InputError
from crossfoot.packs.observations import LayoutError, Loaded, Observation, Place, Proof

if TYPE_CHECKING:
    import duckdb

_NEEDED = ("detention_facility_code", "date", "n_detained", "n_detained_at_midnight")
# column -> what narrows the count; "at any time that day" unless at midnight
COLUMNS: dict[str, dict[str, str]] = {
    "n_detained": {"count": "any time"},
    "n_detained_at_midnight": {"count": "midnight"},
    "n_detained_male": {"count": "any time", "sex": "male"},
    "n_detained_female": {"count": "any time", "sex": "female"},
    "n_detained_convicted_criminal": {"count": "any time", "criminality": "convicted"},
    "n_detained_possibly_under_18": {"count": "any time", "age": "possibly under 18"},
}


def is_daily(path: Path, connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether a parquet file holds a population a day and facility."""
    return set(_NEEDED) <= set(_columns(path, connection))


def _columns(path: Path, connection: duckdb.DuckDBPyConnection) -> list[str]:
    try:
        return [c[0] for c in connection.execute(
            "SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(?))", [alone(path)]
        ).fetchall()]  # fmt: skip
    except Exception as error:  # duckdb's own errors: the file is none it can read
        reason = str(error).splitlines()[0]  # below it stands the query
        raise InputError(f"{path}: no parquet file that can be read ({reason})") from None


def alone(path: Path) -> str:
    """The path as DuckDB takes it for one file: "data[1].parquet" is a pattern to it."""
    return glob.escape(str(path))


def load_daily(path: Path, connection: duckdb.DuckDBPyConnection) -> Loaded:
    """National sums of each day. The facilities stay in the table ``daily``.

    Raises:
        LayoutError: a facility and day occur twice, or nothing does.
    """
    columns = [c for c in COLUMNS if c in _columns(path, connection)]
    source = "read_parquet(?)"
    rows, distinct, twice = connection.execute(
        f"SELECT count(*), count(DISTINCT detention_facility_code), count(*) - count(DISTINCT "
        f"(detention_facility_code, date)) FROM {source}",
        [alone(path)],
    ).fetchall()[0]
    if twice:
        raise LayoutError(f"{path.name}: {twice} facility-days occur twice")
    sums = ", ".join(f"sum({c})" for c in columns)
    days = connection.execute(
        f"SELECT date, {sums} FROM {source} GROUP BY date ORDER BY date", [alone(path)]
    ).fetchall()
    if not days:
        raise LayoutError(f"{path.name}: has no row")
    first, last = days[0][0], days[-1][0]
    whole = (last - first).days + 1
    found = [
        Observation("detained_daily", float(value), "people", day, day, "snapshot", COLUMNS[column],
                    None, f"SUM({column}) WHERE date = '{day}'")
        for day, *values in days
        for column, value in zip(columns, values, strict=True)
        if value is not None
    ]  # fmt: skip
    names = connection.execute(
        f"SELECT detention_facility_code, any_value(detention_facility) FROM {source} "
        "GROUP BY ALL ORDER BY ALL", [alone(path)],
    ).fetchall()  # fmt: skip
    places = tuple(Place(code, name or code) for code, name in names)
    notes = () if whole == len(days) else (f"{whole - len(days)} days have no row",)
    return Loaded(
        path.name, "Deportation Data Project", "Daily detained population by facility",
        f"{first} to {last}", last, tuple(found), "the file states no licence", rows,
        (Proof("a row for every facility and day", rows, distinct * whole,
               rows == distinct * whole),),
        notes, places, daily="daily",
    )  # fmt: skip
