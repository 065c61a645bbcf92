"""The file: opened for each transaction, so that writers and readers of many processes take turns.

A writer holds a lock file beside the store while it waits and writes; a reader holds it only
while it opens, so readers run together and a waiting writer is never starved. Within the lock
one DuckDB transaction does the work: it is there as a whole or not at all.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from crossfoot.ledger.schema import TABLES, VERSION
from crossfoot.model import InputError

Connection = Any  # duckdb.DuckDBPyConnection; duckdb is an extra and imported where it is used
# user-written SQL sees the ledger and nothing else of the machine
_FENCED = {"enable_external_access": "false", "lock_configuration": "true"}


class Store:
    """One ledger file.

    Args:
        path: The file.
        patience: Seconds to wait for other processes.
        keep: Seconds for which an opened file is kept for further readers of this process. A
            page that is asked for many times a second opens it once; a writer waits no longer.
    """

    def __init__(self, path: Path, patience: float = 60, keep: float = 0) -> None:
        self.path = path
        self.patience = patience
        self.keep = keep
        self._kept: Connection | None = None
        self._turn = Lock()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction: committed at the end, undone on any error.

        Raises:
            InputError: the file cannot be opened or written (no space, no right, not a ledger).
        """
        with self._locked(), self._open(read_only=False) as connection:
            _check_schema(connection, self.path)
            connection.execute("BEGIN")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                with suppress(Exception):
                    connection.execute("ROLLBACK")
                raise _explained(error, self.path) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read-only connection, without access to anything but the ledger.

        Raises:
            InputError: there is no ledger at the path, or it cannot be opened.
        """
        if not self.path.is_file():
            raise InputError(f"{self.path}: no ledger there; `crossfoot ledger add` makes one")
        connection = self._shared() if self.keep else self._opened()
        try:
            yield connection
        finally:
            connection.close()

    def _opened(self) -> Connection:
        with self._locked():
            connection = self._connect(read_only=True)
        try:
            _refuse_other(_tables(connection), connection, self.path)
        except BaseException:
            connection.close()
            raise
        return connection

    def _shared(self) -> Connection:
        """A connection to the file as this process has it open, for at most `keep` seconds."""
        with self._turn:
            if self._kept is None:
                self._kept = self._opened()
                timer = Timer(self.keep, self.close)
                timer.daemon = True
                timer.start()
            # the file is open in this process, so another connection to it is made at once
            return self._connect(read_only=True)

    def close(self) -> None:
        """Let go of a file that was kept open; it closes when its last reader is done."""
        with self._turn:
            if self._kept is not None:
                self._kept.close()
                self._kept = None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        filelock = _require("filelock")
        if not self.path.parent.is_dir():
            raise InputError(f"{self.path.parent}: no such folder; make it first")
        lock = filelock.FileLock(f"{self.path}.lock", timeout=self.patience)
        try:
            lock.acquire(poll_interval=0.01)
        except filelock.Timeout:
            raise InputError(
                f"{self.path}: another process has been writing for {self.patience:g} s; "
                "try again when it is done"
            ) from None
        except OSError as error:
            if self.path.is_file() and not _writable(self.path.parent):
                yield  # a ledger on a read-only disk has no writers to wait for
                return
            raise _explained(error, self.path) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _open(self, *, read_only: bool) -> Iterator[Connection]:
        connection = self._connect(read_only=read_only)
        try:
            yield connection
        finally:
            connection.close()

    def _connect(self, *, read_only: bool) -> Connection:
        duckdb = _require("duckdb")
        deadline = time.monotonic() + self.patience
        config = _FENCED if read_only else {}
        while True:
            try:
                return duckdb.connect(str(self.path), read_only=read_only, config=config)
            except duckdb.Error as error:
                busy = "lock" in str(error) or "different configuration" in str(error)
                if not busy or time.monotonic() > deadline:
                    raise _explained(error, self.path) from error
                time.sleep(random.uniform(0.002, 0.02))


def _require(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise InputError(f"the ledger needs {name}: pip install 'crossfoot[data]'") from None


def _check_schema(connection: Connection, path: Path) -> None:
    """Make the tables in a new file.

    Raises:
        InputError: the file is no ledger, or one of another version.
    """
    tables = _tables(connection)
    if not tables:
        connection.execute("BEGIN")
        connection.execute(TABLES)
        connection.execute("INSERT INTO meta VALUES ('schema', ?)", [VERSION])
        connection.execute("COMMIT")
        return
    _refuse_other(tables, connection, path)


def _tables(connection: Connection) -> set[str]:
    return {name for (name,) in connection.execute("SHOW TABLES").fetchall()}


def _refuse_other(tables: set[str], connection: Connection, path: Path) -> None:
    if "meta" not in tables or "traits" not in tables:
        raise InputError(f"{path}: a DuckDB file, but no Crossfoot ledger")
    # all rows: one that is not fetched would keep the connection busy
    ((version,),) = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall()
    if version != VERSION:
        raise InputError(
            f"{path}: written by another version of Crossfoot (schema {version}, not {VERSION}); "
            "export it there and add the documents anew"
        )


def _writable(folder: Path) -> bool:
    import os

    return os.access(folder, os.W_OK)


def _explained(error: BaseException, path: Path) -> BaseException:
    """The error as a user should read it; what is no fault of the file is passed on."""
    if isinstance(error, InputError) or not isinstance(error, Exception):
        return error
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    module = type(error).__module__
    if not isinstance(error, OSError) and "duckdb" not in module:
        return error
    low = text.lower()
    if "no space" in low or "too large" in low or "could not write" in low:
        return InputError(f"{path}: the disk is full; nothing was changed")
    if "not a valid duckdb" in low or "magic" in low:
        return InputError(f"{path}: not a DuckDB file")
    return InputError(f"{path}: {text}")
