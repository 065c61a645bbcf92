"""The store: one DuckDB file that holds every loaded edition, each added whole or not at all."""

from __future__ import annotations

import hashlib
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
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
    """CREATE TABLE IF NOT EXISTS sheets (
        edition INTEGER, sheet VARCHAR, row INTEGER, cells VARCHAR[])""",
    """CREATE TABLE IF NOT EXISTS daily (
        edition INTEGER, code VARCHAR, name VARCHAR, date DATE, any_time INTEGER,
        midnight INTEGER)""",
)
_PATIENCE = 20.0  # seconds; the largest file that is released takes half of one to be written
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


def _connect(path: Path, write: bool) -> duckdb.DuckDBPyConnection:
    module = _duckdb()
    try:
        connection = _in_turn(path, write)
        tables = {name for (name,) in connection.execute("SHOW TABLES").fetchall()}
        another = "editions" not in tables and bool(tables or not write)
        for statement in _SCHEMA if write and not another else ():
            connection.execute(statement)
    except module.Error as error:
        reason = str(error).splitlines()[0]
        raise InputError(f"{path}: the data file cannot be opened ({reason})") from None
    if another:
        connection.close()
        raise InputError(f"{path}: a DuckDB file, but no released data of Crossfoot")
    return connection


def _in_turn(path: Path, write: bool) -> duckdb.DuckDBPyConnection:
    """The file, opened once no other process writes to it, or none uses it where *write*."""
    module = _duckdb()
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection: duckdb.DuckDBPyConnection = module.connect(str(path), read_only=not write)
        except module.IOException as error:
            if "Could not set lock" not in str(error):
                raise
            if time.monotonic() > deadline:
                raise InputError(
                    f"{path}: another process has been using it for {_PATIENCE:g} s; "
                    "try again when it is done"
                ) from None
            time.sleep(random.uniform(0.002, 0.02))
        else:
            return connection


@contextmanager
def open_store(path: Path | None = None, *, write: bool = False) -> Iterator[Store]:
    """Open the store; made where it is to be written and does not exist.

    For reading, the file is opened when something is asked that an earlier reading of the same
    file has not found out, and closed at the end. For writing, it is let go of while a file that
    is to be added is read: processes take turns, and wait `_PATIENCE` seconds for theirs.

    Raises:
        InputError: there is none to read, it is no store, or another process keeps writing to it.
    """
    path = path or default_path()
    if not write and not path.exists():
        raise InputError(f"no data at {path}: add some with 'crossfoot data add FILE'")
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        store = Store(path, Memory(), write=True)
    else:
        store = Store(path, _remembered(path))
    try:
        if write:
            _ = store.editions  # a file that is no store is found out at once
            store.close()
        yield store
    finally:
        store.close()


@dataclass
class Memory:
    """What has been read of a file, kept while the file is the same: it only saves time."""

    records: dict[tuple[str, str], tuple[Record, ...]] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def _remembered(path: Path) -> Memory:
    state = path.stat()
    return _memory(str(path.resolve()), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _memory(path: str, changed: int, size: int) -> Memory:
    return Memory()


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Store:
    """An open store."""

    def __init__(self, path: Path, memory: Memory, *, write: bool = False) -> None:
        self.path = path
        self.memory = memory
        self._write = write

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection, made when it is first needed."""
        opened = _connect(self.path, self._write)
        if not self._write:
            self.memory = _remembered(self.path)  # it may have been written to until now
        return opened

    def close(self) -> None:
        """Close the connection, if one was made; what is asked next opens the file again."""
        if "connection" in self.__dict__:
            self.connection.close()
            del self.connection
        if self._write:
            self._forget()  # others may write to it now

    def fact(self, name: str, find: Callable[[], Any]) -> Any:
        """Something found out once for each state of the file."""
        if name not in self.memory.facts:
            self.memory.facts[name] = find()
        return self.memory.facts[name]

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
        try:
            if known := self._known(sha):
                return known
            self.close()  # reading the file takes the longest, and nobody has to wait for it
            with _duckdb().connect() as elsewhere:
                loaded = load_file(path, elsewhere)
            return self._known(sha) or Added(self.put(loaded, sha, path), new=True)
        finally:
            self.close()

    def _known(self, sha: str) -> Added | None:
        found = next((e for e in self.editions if e.sha256 == sha), None)
        return Added(found, new=False) if found else None

    def put(self, loaded: Loaded, sha: str, path: Path | None = None) -> Edition:
        """Add what a loader read, whole or not at all."""
        number = 1 + max((e.id for e in self.editions), default=0)
        self.connection.execute("BEGIN")
        try:
            self._insert_edition(number, sha, loaded)
            self._insert_observations(number, loaded)
            self._insert_places(number, loaded.places)
            self._insert_sheets(number, loaded.sheets)
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

    def _insert_sheets(self, number: int, sheets: Mapping[str, list[list[str]]]) -> None:
        """The sheets as text, so that a finding can show where its cells stand."""
        kept = [
            (sheet, row, cells)
            for sheet, rows in sheets.items()
            for row, cells in enumerate(rows)
            if any(cells)
        ]
        columns: list[list[Any]] = [[k[0] for k in kept], [k[1] for k in kept],
                                    [k[2] for k in kept]]  # fmt: skip
        self._insert("sheets", number, ("sheet VARCHAR", "row INTEGER", "cells VARCHAR[]"), columns)

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
        from crossfoot.packs.us_immigration.loaders.daily import alone

        self.connection.execute(
            f"INSERT INTO daily SELECT {number}, detention_facility_code, detention_facility, date,"
            " n_detained, n_detained_at_midnight FROM read_parquet(?) WHERE n_detained > 0",
            [alone(path)],
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
            for table in ("observations", "places", "sheets", "daily"):
                self.connection.execute(f"DELETE FROM {table} WHERE edition = ?", [edition.id])
            self.connection.execute("DELETE FROM editions WHERE id = ?", [edition.id])
        self.connection.execute("COMMIT")
        self._forget()
        return gone

    def _forget(self) -> None:
        self.memory = Memory()

    # --- reading ---------------------------------------------------------------------

    @property
    def editions(self) -> tuple[Edition, ...]:
        """What is loaded, oldest data first."""
        found: tuple[Edition, ...] = self.fact("editions", self._editions)
        return found

    def _editions(self) -> tuple[Edition, ...]:
        rows = self._fetch("SELECT * FROM editions ORDER BY as_of, file")
        return tuple(Edition(*(*row[:12], tuple(row[12] or ()), row[13])) for row in rows)

    @property
    def _by_id(self) -> Mapping[int, Edition]:
        found: Mapping[int, Edition] = self.fact("by id", lambda: {e.id: e for e in self.editions})
        return found

    @property
    def places(self) -> tuple[Place, ...]:
        """Every facility of every edition, each key once."""
        sql = "SELECT DISTINCT ON (key) key, name, city, state, aor FROM places ORDER BY key"
        found: tuple[Place, ...] = self.fact(
            "places", lambda: tuple(Place(*row) for row in self._fetch(sql))
        )
        return found

    @property
    def _keys(self) -> frozenset[tuple[str, str]]:
        """Every measure with every set of dimensions that has a number."""
        sql = "SELECT DISTINCT measure, dims FROM observations"
        found: frozenset[tuple[str, str]] = self.fact("keys", lambda: frozenset(self._fetch(sql)))
        return found

    def _fetch(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        duckdb = _duckdb()
        try:
            return self.connection.execute(sql, list(values)).fetchall()
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise InputError(f"{self.path}: no store that can be read ({reason})") from None

    def records(self, measure: str, dims: str) -> tuple[Record, ...]:
        """Every recorded number of *measure* with exactly these dimensions."""
        key = (measure, dims)
        if key not in self._keys:
            return ()
        if key not in self.memory.records:
            self.memory.records[key] = self._records(measure, dims)
        return self.memory.records[key]

    def _records(self, measure: str, dims: str) -> tuple[Record, ...]:
        rows = self._fetch(
            "SELECT edition, measure, value, unit, period_start, period_end, period_kind, dims, "
            "sheet, cell, note FROM observations WHERE measure = ? AND dims = ? "
            "ORDER BY period_start, period_end, edition, sheet, cell",
            (measure, dims),
        )
        found = [
            Record(m, exact(v), u, s, e, k, d, sheet, c, n, self._by_id[i])
            for i, m, v, u, s, e, k, d, sheet, c, n in rows
        ]
        latest: dict[tuple[str, date, bool], date] = {}
        for r in found:
            latest[_series(r)] = max(r.edition.as_of, latest.get(_series(r), r.edition.as_of))
        return tuple(replace(r, superseded=r.edition.as_of < latest[_series(r)]) for r in found)

    def rows(self, edition: int, sheet: str, first: int, last: int) -> dict[int, list[str]]:
        """Rows of a sheet as text, by their number from 0."""
        key = f"rows {edition} {sheet} {first} {last}"
        found: dict[int, list[str]] = self.fact(
            key,
            lambda: dict(
                self._fetch(
                    "SELECT row, cells FROM sheets WHERE edition = ? AND sheet = ? "
                    "AND row BETWEEN ? AND ? ORDER BY row",
                    (edition, sheet, first, last),
                )
            ),
        )
        return found

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a query; the first row of the answer holds the columns' names.

        Raises:
            InputError: DuckDB refuses it.
        """
        duckdb = _duckdb()
        try:
            answer = self.connection.execute(sql, list(values))
            if answer is None:  # as DuckDB answers an empty text, or nothing but a comment
                raise InputError("query: there is no statement in it; write SELECT …")
            names = tuple(c[0] for c in answer.description or ())
            return [names, *answer.fetchall()]
        except duckdb.Error as error:
            raise InputError(f"query: {str(error).splitlines()[0]}") from None

    def members(self, dimension: str) -> tuple[str, ...]:
        """The members of a dimension that the data hold."""
        found: tuple[str, ...] = self.fact(f"members {dimension}", lambda: self._members(dimension))
        return found

    def _members(self, dimension: str) -> tuple[str, ...]:
        start = f"{dimension}="
        return tuple(
            sorted(
                {
                    pair.removeprefix(start)
                    for _, dims in self._keys
                    for pair in dims.split(";")
                    if pair.startswith(start)
                }
            )
        )

    def daily(self, code: str, start: date, end: date, column: str) -> Record | None:
        """The mean of a facility's daily counts; None where a day is not covered.

        A facility has no row on days when it held nobody.
        """
        rows = self._fetch(
            f"SELECT edition, sum({column}) FROM daily WHERE code = ? AND date BETWEEN ? AND ? "
            "GROUP BY edition ORDER BY edition DESC LIMIT 1",
            (code, start, end),
        )
        found = rows[0] if rows else None
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

    @property
    def _days(self) -> Mapping[int, tuple[date, date]]:
        """The first and last day of each edition with daily counts."""
        sql = "SELECT edition, min(date), max(date) FROM daily GROUP BY edition"
        found: Mapping[int, tuple[date, date]] = self.fact(
            "days", lambda: {e: (first, last) for e, first, last in self._fetch(sql)}
        )
        return found


def _series(record: Record) -> tuple[str, date, bool]:
    """What a later edition of the same publisher replaces: the same month, day or year to date."""
    return record.edition.publisher, record.start, record.kind in {"month", "snapshot"}


def exact(value: float) -> Fraction:
    """A double as the shortest decimal that means it: 0.1, not its binary neighbour."""
    return Fraction(repr(value))
