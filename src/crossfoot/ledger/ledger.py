"""The ledger as Python and the command line see it."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count, islice
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal

from crossfoot.ledger import group
from crossfoot.ledger.export import export
from crossfoot.ledger.links import Link, link
from crossfoot.ledger.rows import Entry, entry_of, figure_row, storable
from crossfoot.ledger.sketch import resemblance
from crossfoot.ledger.store import Connection, Store
from crossfoot.ledger.traits import NAMED, kinship
from crossfoot.model import Document, InputError
from crossfoot.report.result import Report

__all__ = ["Added", "Ledger"]

_BATCH = 200  # documents of one transaction: what a kill can cost
_SAME_TEXT = 0.4  # resemblance from which a text of the same name is a revision
Form = Literal["rows", "arrow", "pandas", "polars"]
Item = str | PathLike[str] | Document | Report


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: `added`, `known` (nothing changed) or `revised`."""

    id: str
    name: str
    state: Literal["added", "known", "revised"]
    version_of: str | None = None


class Ledger:
    """Observations of many documents in one DuckDB file.

    Args:
        path: The file; the first `add` makes it.
        patience: Seconds to wait while other processes write.
        keep: Seconds for which readers of this process share one opening of the file.
    """

    def __init__(self, path: str | PathLike[str], *, patience: float = 60, keep: float = 0) -> None:
        self._store = Store(Path(path), patience, keep)

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file where it was kept open (`keep`)."""
        self._store.close()

    def add(self, items: Item | Iterable[Item], *, keep_text: bool = False) -> list[Added]:
        """Check documents and store their figures and findings; link them to the others.

        Each batch of 200 is written as a whole or not at all. A text that is there already
        changes nothing; one of the same name that shares much of its wording with it is its
        newer version and takes its place.

        Args:
            items: Paths, documents, or reports of documents that were checked already.
            keep_text: Store the text too; else excerpts, names of private persons left out.

        Raises:
            InputError: a path cannot be read, or the ledger cannot be written.
        """
        if isinstance(items, (str, PathLike, Document, Report)):
            items = [items]
        reports = (_checked(item) for item in items)
        out: list[Added] = []
        while batch := [entry_of(r, keep_text=keep_text) for r in islice(reports, _BATCH)]:
            with self._store.writing() as connection:
                out += _add(connection, batch)
        return out

    def remove(self, *names: str) -> list[str]:
        """Take documents out, by id, start of an id, or name; gives their ids.

        Raises:
            InputError: a name fits no document, or several.
        """
        with self._store.writing() as connection:
            ids = sorted({_find(connection, name) for name in names})
            _remove(connection, ids)
        return ids

    def documents(self, *, all_versions: bool = False) -> list[dict[str, Any]]:
        """One row a document, newest first; superseded versions only on demand."""
        table = "documents" if all_versions else "current_documents"
        columns = (
            "id, name, title, outlet, published, chars, figures, findings, version_of, added"
            + ("" if all_versions else ", event")
        )
        return self._rows(f"SELECT {columns} FROM {table} ORDER BY published DESC NULLS LAST, name")

    def document(self, name: str) -> dict[str, Any]:
        """A document with its `figures`, `findings` and `links`.

        Raises:
            InputError: *name* fits no document, or several.
        """
        with self._store.reading() as connection:
            found = _find(connection, name)
            (row,) = _dicts(
                connection,
                "SELECT d.* EXCLUDE (sketch), m.event FROM documents d "
                "LEFT JOIN members m ON m.document = d.id WHERE id = ?",
                [found],
            )
            for table, order in (("figures", '"start"'), ("findings", "number")):
                row[table + "_list"] = _dicts(
                    connection,
                    f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}",
                    [found],
                )
            row["links_list"] = _links(connection, "WHERE $1 IN (l.later, l.earlier)", [found])
        return row

    def events(self) -> list[dict[str, Any]]:
        """One row an event of two documents or more: its id, documents and first date."""
        return self._rows(
            "SELECT m.event, count(*) AS documents, min(d.published) AS first, "
            "max(d.published) AS last, list(d.name ORDER BY d.published, d.name) AS names "
            "FROM members m JOIN documents d ON d.id = m.document "
            "GROUP BY m.event HAVING count(*) > 1 ORDER BY first DESC NULLS LAST, m.event"
        )

    def event(self, event: str) -> dict[str, Any]:
        """An event: its documents, why each belongs to it, and the links between them.

        Raises:
            InputError: there is no such event.
        """
        with self._store.reading() as connection:
            documents = _dicts(
                connection,
                "SELECT d.* FROM current_documents d WHERE d.event = ? ORDER BY published, name",
                [event],
            )
            if not documents:
                raise InputError(f"{event}: no such event; `crossfoot ledger events` lists them")
            ids = [d["id"] for d in documents]
            relatives = _dicts(
                connection,
                "SELECT * FROM relatives WHERE later IN (SELECT unnest($1)) "
                "AND earlier IN (SELECT unnest($1)) ORDER BY score DESC, later, earlier",
                [ids],
            )
            links = _links(connection, "WHERE l.later IN (SELECT unnest($1))", [ids])
        title = documents[0]["title"] or documents[0]["name"]
        for reason in (r for relative in relatives for r in relative["reasons"]):
            if reason.startswith(NAMED):
                title = reason.removeprefix(NAMED)
                break
        return {
            "event": event, "title": title, "documents": documents, "relatives": relatives,
            "links": links,
        }  # fmt: skip

    def links(self, kind: str | None = None) -> list[dict[str, Any]]:
        """One row a link between figures of two documents, all or of one kind."""
        with self._store.reading() as connection:
            return _links(connection, "WHERE $1 IS NULL OR l.kind = $1", [kind])

    def query(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), *, form: Form = "rows"
    ) -> Any:
        """The result of a read-only query.

        Args:
            sql: One statement; it sees the ledger and neither files nor the network.
            parameters: For ``?`` or ``$name``.
            form: ``rows`` (list of dictionaries), ``arrow`` (a pyarrow Table), ``pandas`` or
                ``polars`` (a data frame, where that library is installed).

        Raises:
            InputError: the SQL is wrong or would change something.
        """
        with self._store.reading() as connection:
            import duckdb  # behind the opening, which says so where it is not installed

            try:
                return _shaped(connection, sql, parameters, form)
            except duckdb.Error as error:
                raise InputError(f"query: {str(error).splitlines()[0]}") from None

    def export(self, folder: str | PathLike[str], form: str = "csv") -> list[Path]:
        """Write every table into a new folder as csv, parquet, jsonl or datapackage.

        Raises:
            InputError: the format is unknown, or the folder is in use or cannot be written.
        """
        with self._store.reading() as connection:
            return export(connection, Path(folder), form)

    def related(self, report: Report) -> list[Link]:
        """The links of a draft to the stored documents about its event; nothing is stored."""
        entry = entry_of(report)
        with self._store.reading() as connection:
            return _related(connection, entry)

    def check(self, report: Report) -> Report:
        """A checked draft with the findings across documents (CF3xx); nothing is stored."""
        from crossfoot.checks import check_relations
        from crossfoot.ledger.findings import relations

        entry = entry_of(report)
        with self._store.reading() as connection:
            links = _related(connection, entry)
            stored = {c.document for x in links for c in (x.later, x.earlier)} - {entry.id}
            names = {
                document: (name, published.isoformat() if published else "")
                for document, name, published in connection.execute(
                    "SELECT id, name, published FROM documents WHERE id IN (SELECT unnest(?))",
                    [sorted(stored)],
                ).fetchall()
            }
        return report.with_findings(check_relations(relations(report, links, names)))

    def _rows(self, sql: str) -> list[dict[str, Any]]:
        with self._store.reading() as connection:
            return _dicts(connection, sql)


def _checked(item: Item) -> Report:
    from crossfoot.pipeline import check_document
    from crossfoot.read import load

    if isinstance(item, Report):
        return item
    return check_document(item if isinstance(item, Document) else load(item))


def _add(connection: Connection, batch: Sequence[Entry]) -> Iterator[Added]:
    known = {
        d
        for (d,) in connection.execute(
            "SELECT id FROM documents WHERE id IN (SELECT unnest(?))", [[e.id for e in batch]]
        ).fetchall()
    }
    fresh: dict[str, Entry] = {}
    out: list[Added] = []
    for entry in batch:
        if entry.id in known or entry.id in fresh:
            out.append(Added(entry.id, entry.document["name"], "known"))
        else:
            fresh[entry.id] = entry
            out.append(Added(entry.id, entry.document["name"], "added"))
    versions = _versions(connection, list(fresh.values()))
    _write(connection, list(fresh.values()), versions)
    group.forget(connection, sorted(set(versions.values())))
    group.relate(connection, [d for d in fresh if d not in versions.values()])
    for added in out:
        old = versions.get(added.id)
        yield (
            added
            if old is None or added.state == "known"
            else Added(added.id, added.name, "revised", old)
        )


def _versions(connection: Connection, entries: Sequence[Entry]) -> dict[str, str]:
    """For each entry that revises a current document, that document's id."""
    rows = connection.execute(
        "SELECT d.name, d.id, d.sketch FROM documents d WHERE name IN (SELECT unnest(?)) "
        "AND id NOT IN (SELECT version_of FROM documents WHERE version_of IS NOT NULL)",
        [[e.document["name"] for e in entries]],
    ).fetchall()
    current: dict[str, list[tuple[str, Sequence[int]]]] = {}
    for name, document, sketch in rows:
        current.setdefault(name, []).append((document, sketch))
    out: dict[str, str] = {}
    for entry in entries:
        sketch = entry.document["sketch"]
        held = current.setdefault(entry.document["name"], [])
        likely = [(resemblance(sketch, old), d) for d, old in held]
        best = max(likely, default=(0.0, ""))
        if best[0] >= _SAME_TEXT:
            out[entry.id] = best[1]
            held[:] = [(d, s) for d, s in held if d != best[1]]
        held.append((entry.id, sketch))
    return out


def _write(connection: Connection, entries: Sequence[Entry], versions: Mapping[str, str]) -> None:
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    group.insert(
        connection,
        "documents",
        [{**e.document, "version_of": versions.get(e.id), "added": now} for e in entries],
    )
    group.insert(connection, "figures", [figure_row(c) for e in entries for c in e.claims])
    group.insert(connection, "findings", [f for e in entries for f in e.findings])
    group.insert(
        connection,
        "traits",
        [row for e in entries for row in group.trait_rows(e.id, e.profile)],
    )


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    """Delete documents; what they revised takes their place again."""
    group.forget(connection, ids)
    for document in ids:
        (old,) = connection.execute(
            "SELECT version_of FROM documents WHERE id = ?", [document]
        ).fetchone()
        for table in ("figures", "findings", "traits"):
            connection.execute(f"DELETE FROM {table} WHERE document = ?", [document])
        connection.execute("DELETE FROM documents WHERE id = ?", [document])
        successors = connection.execute(
            "SELECT id FROM documents WHERE version_of = ?", [document]
        ).fetchall()
        connection.execute(
            "UPDATE documents SET version_of = ? WHERE version_of = ?", [old, document]
        )
        if old is not None and not successors and old not in ids:
            group.relate(connection, [old])


def _find(connection: Connection, name: str) -> str:
    """The id of the document that *name* means."""
    name = storable(name)
    rows = (
        connection.execute(
            "SELECT id FROM documents WHERE id = $1 OR starts_with(id, $1) AND len($1) >= 4",
            [name],
        ).fetchall()
        or connection.execute(
            "SELECT id FROM documents WHERE name = $1 "
            "AND id NOT IN (SELECT version_of FROM documents WHERE version_of IS NOT NULL)",
            [name],
        ).fetchall()
    )
    if len(rows) != 1:
        what = "no document" if not rows else f"{len(rows)} documents"
        raise InputError(
            f"{name}: {what} of that id or name; `crossfoot ledger list` shows the ids"
        )
    return str(rows[0][0])


def _related(connection: Connection, entry: Entry) -> list[Link]:
    import pyarrow

    published = entry.profile.published
    rows = group.trait_rows(entry.id, entry.profile)
    if not rows:
        return []
    schema = pyarrow.schema(
        [("document", "string"), ("trait", "string"), ("lead", "bool"), ("weight", "double"),
         ("measure", "string"), ("place", "string"), ("first", "int32"), ("last", "int32"),
         ("day", "int32")]
    )  # fmt: skip
    connection.register("draft_traits", pyarrow.Table.from_pylist(rows, schema))
    met = [other for _, other in group.candidates(connection, "draft_traits")]
    profiles = group.profiles_of(connection, met)
    near = [
        other
        for other in met
        if kinship(entry.profile, profiles[other])[0] and not _is_version(connection, entry, other)
    ]
    claims = group.claims_of(connection, near)
    out: list[Link] = []
    for other in near:
        later, _ = group.in_order((entry.id, published), (other, profiles[other].published))
        theirs = claims.get(other, ())
        later_is_draft = later == entry.id or published is None
        out += link(entry.claims, theirs) if later_is_draft else link(theirs, entry.claims)
    return out


def _is_version(connection: Connection, entry: Entry, other: str) -> bool:
    """Whether a stored document is the draft itself in an earlier version."""
    name, sketch = connection.execute(
        "SELECT name, sketch FROM documents WHERE id = ?", [other]
    ).fetchone()
    same_text = resemblance(entry.document["sketch"], sketch)
    return bool(name == entry.document["name"] and same_text >= _SAME_TEXT)


def _links(connection: Connection, where: str, parameters: Sequence[Any]) -> list[dict[str, Any]]:
    return _dicts(
        connection,
        "SELECT l.*, a.text AS later_text, b.text AS earlier_text, a.excerpt AS later_excerpt, "
        'b.excerpt AS earlier_excerpt, a."start" AS later_start, a."end" AS later_end, '
        'b."start" AS earlier_start, b."end" AS earlier_end, '
        "a.measure, a.place, a.population, a.period_start, a.period_end, "
        "x.name AS later_name, y.name AS earlier_name FROM links l "
        "JOIN figures a ON a.document = l.later AND a.figure = l.later_figure "
        "JOIN figures b ON b.document = l.earlier AND b.figure = l.earlier_figure "
        "JOIN documents x ON x.id = l.later JOIN documents y ON y.id = l.earlier "
        f'{where} ORDER BY x.published, l.later, a."start", l.earlier, b."start"',
        parameters,
    )


def _dicts(connection: Connection, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, parameters or None)
    if cursor is None:  # as DuckDB answers an empty text, or nothing but a comment
        raise InputError("query: there is no statement in it; write SELECT …")
    names = _told_apart([column[0] for column in cursor.description or ()])
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names of columns, each its own, numbered as DuckDB does in a table: ``id``, ``id_1``."""
    taken = set(names)
    out: list[str] = []
    for name in names:
        free = (f"{name}_{n}" for n in count(1))
        out.append(name if name not in out else next(f for f in free if f not in taken))
        taken.add(out[-1])
    return out


#: what each form of results but plain rows is made with
_LIBRARY: Final = {"arrow": "pyarrow", "pandas": "pandas", "polars": "polars"}


def _shaped(connection: Connection, sql: str, parameters: Any, form: Form) -> Any:
    if form == "rows":
        return _dicts(connection, sql, parameters)
    try:
        # asked first: without it DuckDB raises errors of several kinds
        importlib.import_module(_LIBRARY[form])
        # a relation is None for a statement without a result, which read-only leaves few of
        relation = connection.sql(sql, params=parameters or None)
        if relation is None:
            raise InputError("query: it gives no rows; write SELECT …")
        if form == "arrow":
            return relation.to_arrow_table()
        return relation.df() if form == "pandas" else relation.pl()
    except ImportError as error:
        raise InputError(f"results as {form} need {error.name}: pip install {error.name}") from None
