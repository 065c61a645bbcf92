"""The store: one DuckDB file that holds every loaded edition, each added whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossfoot.model import InputError
from crossfoot.packs.observations import Loaded, Place, dims_key

if TYPE_CHECKING:
    import duckdb

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS editions (
        id INTEGER PRIMARY KEY, sha256 VARCHAR UNIQUE, file VARCHAR, publisher VARCHAR,
        title VARCHAR, edition VARCHAR, as_of DATE, terms VARCHAR,
        rows_in INTEGER, rows_out INTEGER, sums INTEGER, sums_held INTEGER,
        notes VARCHAR[], person_level BOOLEAN)""",
    """CREATE TABLE IF NOT EXISTS observations (
        edition INTEGER, measure VARCHAR, value DOUBLE, unit VARCHAR, period_start DATE,
        period_end DATE, period_kind VARCHAR, dims VARCHAR, sheet VARCHAR, cell VARCHAR,
        note VARCHAR)""",
    """CREATE TABLE IF NOT EXISTS places (
        edition INTEGER, key VARCHAR, name VARCHAR, city VARCHAR, state VARCHAR, aor VARCHAR)""",
    """CREATE TABLE IF NOT EXISTS daily (
        edition INTEGER, code VARCHAR, name VARCHAR, date DATE, any_time INTEGER,
        midnight INTEGER)""",
)
# how the columns of `observations` are filled, a list a column
_COLUMNS = (
    "measure VARCHAR", "value DOUBLE", "unit VARCHAR", "period_start DATE", "period_end DATE",
    "period_kind VARCHAR", "dims VARCHAR", "sheet VARCHAR", "cell VARCHAR", "note VARCHAR",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """One loaded file."""

    id: int
    sha256: str
    file: str
    publisher: str
    title: str
    edition: str
    as_of: date
    terms: str
    rows_in: int
    rows_out: int
    sums: int
    sums_held: int
    notes: tuple[str, ...]
    person_level: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A recorded number with where it stands; `superseded` where a later edition has it too."""

    measure: str
    value: Fraction
    unit: str
    start: date
    end: date
    kind: str
    dims: str
    sheet: str | None
    cell: str
    note: str
    edition: Edition
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a file."""

    edition: Edition
    new: bool


def default_path() -> Path:
    """``$CROSSFOOT_DATA``, or ``crossfoot/data.duckdb`` where the platform keeps user data."""
    if named := os.environ.get("CROSSFOOT_DATA"):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "crossfoot" / "data.duckdb"


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise InputError(
            "released data needs crossfoot[data]: pip install 'crossfoot[data]'"
        ) from None
    return duckdb


@contextmanager
def open_store(path: Path | None = None, *, write: bool = False) -> Iterator[Store]:
    """Open the store; made where it is to be written and does not exist.

    Raises:
        InputError: there is none to read, it is no store, or another process writes to it.
    """
    path = path or default_path()
    duckdb = _duckdb()
    if not write and not path.exists():
        raise InputError(f"no data at {path}: add some with 'crossfoot data add FILE'")
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(str(path), read_only=not write)
        if write:
            for statement in _SCHEMA:
                connection.execute(statement)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise InputError(f"{path}: the data file cannot be opened ({reason})") from None
    try:
        yield Store(connection, path)
    finally:
        connection.close()


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Store:
    """An open store."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._kept: dict[tuple[str, str], tuple[Record, ...]] = {}

    # --- writing ---------------------------------------------------------------------

    def add(self, path: Path) -> Added:
        """Load a file and add it in one transaction; a file that is there already changes nothing.

        Raises:
            InputError: the file cannot be read, or is of no kind that is known.
        """
        from crossfoot.packs.us_immigration.loaders.choose import load_file

        if not path.is_file():
            raise InputError(f"{path}: no such file")
        sha = digest(path)
        known = next((e for e in self.editions if e.sha256 == sha), None)
        if known is not None:
            return Added(known, new=False)
        loaded = load_file(path, self.connection)
        return Added(self.put(loaded, sha, path), new=True)

    def put(self, loaded: Loaded, sha: str, path: Path | None = None) -> Edition:
        """Add what a loader read, whole or not at all."""
        number = 1 + max((e.id for e in self.editions), default=0)
        self.connection.execute("BEGIN")
        try:
            self._insert_edition(number, sha, loaded)
            self._insert_observations(number, loaded)
            self._insert_places(number, loaded.places)
            if loaded.daily and path is not None:
                self._insert_daily(number, path)
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self._forget()
        return next(e for e in self.editions if e.id == number)

    def _insert_edition(self, number: int, sha: str, loaded: Loaded) -> None:
        self.connection.execute(
            f"INSERT INTO editions VALUES ({', '.join('?' * 14)})",
            [
                number, sha, loaded.source, loaded.publisher, loaded.title, loaded.edition,
                loaded.as_of, loaded.terms, loaded.rows_in, len(loaded.observations),
                len(loaded.proofs), sum(p.holds for p in loaded.proofs), list(loaded.notes),
                loaded.person_level,
            ],
        )  # fmt: skip

    def _insert_observations(self, number: int, loaded: Loaded) -> None:
        rows = loaded.observations
        columns: list[list[Any]] = [
            [o.measure for o in rows], [o.value for o in rows], [o.unit for o in rows],
            [o.start for o in rows], [o.end for o in rows], [o.kind for o in rows],
            [dims_key(o.dims) for o in rows], [o.sheet for o in rows], [o.cell for o in rows],
            [o.note for o in rows],
        ]  # fmt: skip
        self._insert("observations", number, _COLUMNS, columns)

    def _insert_places(self, number: int, places: Sequence[Place]) -> None:
        names = ("key", "name", "city", "state", "aor")
        columns = [[getattr(p, name) for p in places] for name in names]
        self._insert("places", number, tuple(f"{n} VARCHAR" for n in names), columns)

    def _insert(
        self, table: str, number: int, typed: Sequence[str], columns: list[list[Any]]
    ) -> None:
        """A list a column goes in at once, which is a hundred times faster than row by row."""
        unnested = ", ".join(f"unnest(?::{column.split()[1]}[])" for column in typed)
        names = ", ".join(column.split()[0] for column in typed)
        self.connection.execute(
            f"INSERT INTO {table} (edition, {names}) SELECT {number}, {unnested}", columns
        )

    def _insert_daily(self, number: int, path: Path) -> None:
        self.connection.execute(
            f"INSERT INTO daily SELECT {number}, detention_facility_code, detention_facility, date,"
            " n_detained, n_detained_at_midnight FROM read_parquet(?) WHERE n_detained > 0",
            [str(path)],
        )

    def remove(self, name: str) -> list[Edition]:
        """Remove the editions whose file name or checksum begins with *name*.

        Raises:
            InputError: there is none.
        """
        gone = [e for e in self.editions if e.file == name or e.sha256.startswith(name.lower())]
        if not gone:
            raise InputError(f"no loaded file is named {name!r}; see 'crossfoot data list'")
        self.connection.execute("BEGIN")
        for edition in gone:
            for table in ("observations", "places", "daily"):
                self.connection.execute(f"DELETE FROM {table} WHERE edition = ?", [edition.id])
            self.connection.execute("DELETE FROM editions WHERE id = ?", [edition.id])
        self.connection.execute("COMMIT")
        self._forget()
        return gone

    def _forget(self) -> None:
        self._kept.clear()
        for name in ("editions", "places", "_by_id", "_days"):
            self.__dict__.pop(name, None)

    # --- reading ---------------------------------------------------------------------

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """What is loaded, oldest data first."""
        rows = self.connection.execute("SELECT * FROM editions ORDER BY as_of, file").fetchall()
        return tuple(Edition(*(*row[:12], tuple(row[12] or ()), row[13])) for row in rows)

    @cached_property
    def _by_id(self) -> Mapping[int, Edition]:
        return {e.id: e for e in self.editions}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every facility of every edition, each key once."""
        rows = self.connection.execute(
            "SELECT DISTINCT ON (key) key, name, city, state, aor FROM places ORDER BY key"
        ).fetchall()
        return tuple(Place(*row) for row in rows)

    def records(self, measure: str, dims: str) -> tuple[Record, ...]:
        """Every recorded number of *measure* with exactly these dimensions."""
        key = (measure, dims)
        if key not in self._kept:
            self._kept[key] = self._records("measure = ? AND dims = ?", [measure, dims])
        return self._kept[key]

    def _records(self, where: str, values: list[Any]) -> tuple[Record, ...]:
        rows = self.connection.execute(
            "SELECT edition, measure, value, unit, period_start, period_end, period_kind, dims, "
            f"sheet, cell, note FROM observations WHERE {where} "
            "ORDER BY period_start, period_end, edition, sheet, cell",
            values,
        ).fetchall()
        return tuple(
            Record(m, exact(v), u, s, e, k, d, sheet, c, n, self._by_id[i])
            for i, m, v, u, s, e, k, d, sheet, c, n in rows
        )

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a query; the first row of the answer holds the columns' names.

        Raises:
            InputError: DuckDB refuses it.
        """
        duckdb = _duckdb()
        try:
            answer = self.connection.execute(sql, list(values))
            names = tuple(c[0] for c in answer.description or ())
            return [names, *answer.fetchall()]
        except duckdb.Error as error:
            raise InputError(f"query: {str(error).splitlines()[0]}") from None

    def members(self, dimension: str) -> tuple[str, ...]:
        """The members of a dimension that the data hold."""
        rows = self.connection.execute(
            "SELECT DISTINCT regexp_extract(dims, ?, 1) AS m FROM observations "
            "WHERE contains(dims, ?) ORDER BY m",
            [f"(?:^|;){dimension}=([^;]*)", f"{dimension}="],
        ).fetchall()
        return tuple(row[0] for row in rows if row[0])

    def daily(self, code: str, start: date, end: date, column: str) -> Record | None:
        """The mean of a facility's daily counts; None where a day is not covered.

        A facility has no row on days when it held nobody.
        """
        found = self.connection.execute(
            f"SELECT edition, sum({column}) FROM daily WHERE code = ? AND date BETWEEN ? AND ? "
            "GROUP BY edition ORDER BY edition DESC LIMIT 1",
            [code, start, end],
        ).fetchone()
        known = self._days.get(found[0]) if found else None
        if found is None or known is None or start < known[0] or end > known[1]:
            return None
        days = (end - start).days + 1
        cell = f"SUM({column})/{days} WHERE code = '{code}' AND date FROM {start} TO {end}"
        return Record(
            "detained_daily", Fraction(int(found[1]), days), "people", start, end,
            "snapshot" if days == 1 else "span", f"count={column};facility={code}", None, cell, "",
            self._by_id[found[0]],
        )  # fmt: skip

    @cached_property
    def _days(self) -> Mapping[int, tuple[date, date]]:
        """The first and last day of each edition with daily counts."""
        rows = self.connection.execute(
            "SELECT edition, min(date), max(date) FROM daily GROUP BY edition"
        ).fetchall()
        return {edition: (first, last) for edition, first, last in rows}


def exact(value: float) -> Fraction:
    """A double as the shortest decimal that means it: 0.1, not its binary neighbour."""
    return Fraction(repr(value))
