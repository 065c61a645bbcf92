"""Which loader a file needs, told by what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import InputError
from crossfoot.packs.observations import Loaded
from crossfoot.packs.us_immigration.loaders.daily import is_daily, load_daily
from crossfoot.packs.us_immigration.loaders.ice_workbook import (
    is_detention_workbook,
    load_workbook,
    sheet_names,
)
from crossfoot.packs.us_immigration.loaders.tables import KNOWN, read_csv

if TYPE_CHECKING:
    import duckdb


def load_file(path: Path, connection: duckdb.DuckDBPyConnection) -> Loaded:
    """Read a released file.

    Raises:
        InputError: the file is of no kind that is known; says what was looked for.
        LayoutError: it is of a known kind, but laid out in a way that cannot be placed.
    """
    suffix = path.suffix.lower()
    if suffix in {".xlsx", ".xlsm"}:
        if is_detention_workbook(sheet_names(path)):
            return load_workbook(path)
        raise InputError(f"{path.name}: a workbook, but not ICE's detention statistics")
    if suffix == ".parquet":
        if is_daily(path, connection):
            return load_daily(path, connection)
        raise InputError(f"{path.name}: a parquet file, but no daily population by facility")
    if suffix == ".csv":
        start = read_csv(path, limit=12)
        for known in KNOWN:
            if known.header(start):
                return known.load(path, read_csv(path))
        raise InputError(f"{path.name}: no released table has the header {start[:1]}")
    raise InputError(f"{path.name}: no loader reads {suffix or 'a file without a suffix'}")
