"""A ledger in the formats of others: CSV, Parquet, JSON Lines, a Frictionless data package."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from crossfoot.ledger.store import Connection
from crossfoot.model import InputError

FORMATS = ("csv", "parquet", "jsonl", "datapackage")
# the tables of an export, in an order that does not depend on the order of adding
TABLES = {
    "documents": "SELECT d.* EXCLUDE (sketch, text), m.event FROM documents d "
    "LEFT JOIN members m ON m.document = d.id ORDER BY published, id",
    "figures": 'SELECT * EXCLUDE (numbers, words) FROM figures ORDER BY document, "start"',
    "findings": "SELECT * FROM findings ORDER BY document, number",
    "relatives": "SELECT * FROM relatives ORDER BY later, earlier",
    "links": "SELECT * FROM links ORDER BY later, earlier, later_figure, earlier_figure",
}
_TYPES = {
    "VARCHAR": "string", "INTEGER": "integer", "BIGINT": "integer", "DOUBLE": "number",
    "DATE": "date", "TIMESTAMP": "datetime", "BOOLEAN": "boolean",
}  # fmt: skip
_KEYS = {"documents": ["id"], "figures": ["document", "figure"], "findings": ["document", "number"]}


def export(connection: Connection, folder: Path, form: str) -> list[Path]:
    """Write every table into *folder*, new or empty; all of it or nothing.

    Raises:
        InputError: the format is unknown, or the folder is in use or cannot be written.
    """
    if form not in FORMATS:
        raise InputError(f"{form}: no such format; use {', '.join(FORMATS)}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: exists and is not empty; name a new folder")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from None
    try:
        _write(connection, draft, form)
        draft.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return sorted(folder.iterdir())


def _write(connection: Connection, folder: Path, form: str) -> None:
    ending, writer = _WRITERS[form]
    for table, sql in TABLES.items():
        writer(connection.sql(sql).to_arrow_table(), folder / f"{table}.{ending}")
    if form == "datapackage":
        _describe(connection, folder)


def _csv(table: Any, path: Path) -> None:
    """Lists are written as JSON within a cell."""
    import csv

    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.column_names)
        for batch in table.to_batches():
            for row in batch.to_pylist():
                writer.writerow([_cell(value) for value in row.values()])


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in ("=", "+", "@"):
        return "'" + value  # a spreadsheet would run it as a formula
    return value


def _jsonl(table: Any, path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for batch in table.to_batches():
            for row in batch.to_pylist():
                stream.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def _parquet(table: Any, path: Path) -> None:
    from pyarrow import parquet

    parquet.write_table(table, path)


def _describe(connection: Connection, folder: Path) -> None:
    """``datapackage.json`` as specs.frictionlessdata.io has it (version 1)."""
    resources = []
    for table, sql in TABLES.items():
        file = folder / f"{table}.csv"
        columns = connection.execute(f"DESCRIBE {sql}").fetchall()
        schema: dict[str, Any] = {
            "fields": [
                {"name": name, "type": _TYPES.get(kind, "array")} for name, kind, *_ in columns
            ]
        }
        if table in _KEYS:
            schema["primaryKey"] = _KEYS[table]
        if table in ("figures", "findings"):
            schema["foreignKeys"] = [
                {"fields": "document", "reference": {"resource": "documents", "fields": "id"}}
            ]
        resources.append({
            "name": table, "path": file.name, "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "bytes": file.stat().st_size, "hash": f"sha256:{sha256(file.read_bytes()).hexdigest()}",
            "schema": schema,
        })  # fmt: skip
    package = {
        "name": "crossfoot-ledger",
        "profile": "tabular-data-package",
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n", "utf-8"
    )


_WRITERS: dict[str, tuple[str, Callable[[Any, Path], None]]] = {
    "csv": ("csv", _csv), "parquet": ("parquet", _parquet), "jsonl": ("jsonl", _jsonl),
    "datapackage": ("csv", _csv),
}  # fmt: skip
