"""What the page asks of the ledger: pages of rows, filtered and counted in DuckDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.ledger import Ledger

PAGE = 50  # rows of a page
_MAX_PAGE = 100_000
_MAX_TERM = 200  # characters of a search
STATUSES = ("failed", "conflict", "unverifiable", "held", "unchecked")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of rows, and how many there are in all."""

    rows: tuple[dict[str, Any], ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """The number of the first row shown, from 1; 0 where there is none."""
        return (self.number - 1) * PAGE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return (self.number - 1) * PAGE + len(self.rows)


def term(asked: Mapping[str, str], name: str) -> str:
    """A search term, bounded, without characters that no text has."""
    return asked.get(name, "").replace("\0", "")[:_MAX_TERM].strip()


def page_number(asked: Mapping[str, str]) -> int:
    """The page asked for, 1 where it is no number."""
    digits = asked.get("page", "1")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
    return min(max(number, 1), _MAX_PAGE)


def documents(ledger: Ledger, asked: Mapping[str, str]) -> Page:
    """Documents whose name, title or outlet has the term, newest first."""
    where, values = ["true"], []
    if words := term(asked, "q"):
        values.append(_like(words))
        where.append(
            "(name ILIKE $1 ESCAPE '!' OR title ILIKE $1 ESCAPE '!' OR outlet ILIKE $1 ESCAPE '!')"
        )
    if term(asked, "with") == "findings":
        where.append(
            "id IN (SELECT document FROM findings WHERE verdict IN ('inconsistent', 'conflict'))"
        )
    return _page(
        ledger, "current_documents", " AND ".join(where), values,
        "published DESC NULLS LAST, name, id", page_number(asked),
    )  # fmt: skip


def figures(ledger: Ledger, asked: Mapping[str, str]) -> Page:
    """Figures that fit every filter given, newest document first."""
    where = ["f.kind <> 'date'"]
    values: list[Any] = []

    def add(condition: str, value: Any) -> None:
        values.append(value)
        where.append(condition.replace("?", f"${len(values)}"))

    if words := term(asked, "q"):
        add("(f.excerpt ILIKE ? ESCAPE '!' OR f.text ILIKE ? ESCAPE '!')", _like(words))
    if measure := term(asked, "measure"):
        add("f.measure = ?", measure)
    if place := term(asked, "place"):
        add("f.place ILIKE ? ESCAPE '!'", _like(place))
    if source := term(asked, "source"):
        add("f.source ILIKE ? ESCAPE '!'", _like(source))
    if (status := term(asked, "status")) in STATUSES:
        add("f.status = ?", status)
    if value := term(asked, "value"):  # what is no number is the value of no figure
        add("f.value = ?", _number(value))
    wanted = " AND ".join(where)
    tables = "figures f JOIN current_documents d ON d.id = f.document"
    number = page_number(asked)
    # the page is found by few columns; the rows are read for its fifty figures alone
    rows = ledger.query(
        f"WITH page AS (SELECT f.rowid AS place, d.name, d.published FROM {tables} WHERE {wanted} "
        f'ORDER BY d.published DESC NULLS LAST, f.document, f."start" '
        f"LIMIT {PAGE} OFFSET {(number - 1) * PAGE}) "
        "SELECT f.* EXCLUDE (numbers, words), page.name, page.published FROM page "
        "JOIN figures f ON f.rowid = page.place "
        'ORDER BY page.published DESC NULLS LAST, f.document, f."start"',
        values,
    )
    (counted,) = ledger.query(f"SELECT count(*) AS n FROM {tables} WHERE {wanted}", values)
    return Page(tuple(rows), counted["n"], number)


def events(ledger: Ledger, asked: Mapping[str, str]) -> Page:
    """Events of two documents or more, the newest first."""
    table = (
        "(SELECT m.event, count(*) AS documents, min(d.published) AS first, "
        "max(d.published) AS last, list(d.name ORDER BY d.published, d.name)[:4] AS names, "
        "(SELECT count(*) FROM links l JOIN members x ON x.document = l.later "
        " WHERE x.event = m.event AND l.kind IN ('conflict', 'label')) AS differ "
        "FROM members m JOIN documents d ON d.id = m.document "
        "GROUP BY m.event HAVING count(*) > 1)"
    )
    order = "first DESC NULLS LAST, event"
    return _page(ledger, table, "true", [], order, page_number(asked))


def measures(ledger: Ledger) -> list[dict[str, Any]]:
    """Every measure with its figures and documents, the most frequent first."""
    rows: list[dict[str, Any]] = ledger.query(
        "SELECT measure, count(*) AS figures, count(DISTINCT document) AS documents "
        "FROM figures WHERE measure IS NOT NULL GROUP BY measure ORDER BY figures DESC, measure"
    )
    return rows


# lengths of period that share a chart: days of each
LENGTHS = {"": (1, 100_000), "days": (1, 27), "months": (28, 200), "years": (201, 400)}


def measure(
    ledger: Ledger, name: str, place: str, length: str, limit: int = 2000
) -> list[dict[str, Any]]:
    """The counts of a measure with a period, of all people, at one place; by time.

    *place* empty: figures that name none, or the whole country. *length*: of the period, one
    of `LENGTHS`.
    """
    rows: list[dict[str, Any]] = ledger.query(
        "SELECT f.document, f.text, f.value, f.low, f.high, f.place, f.period_start, f.period_end,"
        " f.source, f.status, f.excerpt, d.name, d.published "
        "FROM figures f JOIN current_documents d ON d.id = f.document "
        "WHERE f.measure = $1 AND f.kind IN ('count', 'number') AND len(f.population) = 0 "
        "AND f.value IS NOT NULL AND f.period_end IS NOT NULL "
        "AND CASE WHEN $2 = '' THEN coalesce(f.place, 'United States') = 'United States' "
        "ELSE f.place = $2 END "
        "AND coalesce(f.period_end - f.period_start + 1, 1) BETWEEN $4 AND $5 "
        "ORDER BY f.period_end, f.period_start, f.value, d.name LIMIT $3",
        [name, place, limit, *LENGTHS.get(length, LENGTHS[""])],
    )
    return rows


def places(ledger: Ledger, name: str) -> list[str]:
    """The places for which a measure has figures, the most frequent first."""
    rows = ledger.query(
        "SELECT place FROM figures WHERE measure = ? AND place IS NOT NULL "
        "AND place <> 'United States' GROUP BY place ORDER BY count(*) DESC, place LIMIT 200",
        [name],
    )
    return [row["place"] for row in rows]


def quantities(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """An event's linked figures as a table: a row a quantity, a cell a document.

    A quantity is a connected group of links; `differ` where a link in it is a conflict or label.
    """
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    ends = [
        ((x["later"], x["later_figure"]), (x["earlier"], x["earlier_figure"]), x)
        for x in event["links"]
    ]
    for later, earlier, _ in ends:
        parent[root(later)] = root(earlier)
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for later, earlier, made in ends:
        row = groups.setdefault(
            root(earlier),
            {"cells": {}, "kinds": set(), "reasons": [], "about": _about(made)},
        )
        row["kinds"].add(made["kind"])
        if made["kind"] != "same":
            row["reasons"].append((made["kind"], "; ".join(made["reasons"])))
        for side, (document, figure) in (("later", later), ("earlier", earlier)):
            cell = (made[f"{side}_text"], made[f"{side}_excerpt"], figure)
            held = row["cells"].setdefault(document, [])
            if cell not in held:
                held.append(cell)
    for row in groups.values():
        row["differ"] = bool(row["kinds"] & {"conflict", "label"})
        row["reasons"] = sorted(set(row["reasons"]))
    return sorted(groups.values(), key=lambda r: (not r["differ"], -len(r["cells"]), r["about"]))


def _about(made: Mapping[str, Any]) -> str:
    """What a linked figure is of, in a few words; the words around it where that is open."""
    start, end = made["period_start"], made["period_end"]
    when = f"{start}" if start == end else f"{start or '…'} to {end or '…'}"
    parts = (
        (made["measure"] or "").replace("_", " "),
        ", ".join(p.partition(":")[2] for p in made["population"]),
        made["place"] or "",
        when if start or end else "",
    )
    return "; ".join(p for p in parts if p) if parts[0] else str(made["later_excerpt"])


def _page(
    ledger: Ledger, table: str, where: str, values: Sequence[Any], order: str, number: int,
    columns: str = "*",
) -> Page:  # fmt: skip
    rows = ledger.query(
        f"SELECT {columns}, count(*) OVER () AS total FROM {table} WHERE {where} "
        f"ORDER BY {order} LIMIT {PAGE} OFFSET {(number - 1) * PAGE}",
        list(values),
    )
    if rows:
        return Page(tuple(rows), rows[0]["total"], number)
    (counted,) = ledger.query(f"SELECT count(*) AS n FROM {table} WHERE {where}", list(values))
    return Page((), counted["n"], number)


def _like(words: str) -> str:
    """A pattern for ILIKE with ``!`` as escape, in which the words stand for themselves."""
    for sign in "!%_":
        words = words.replace(sign, "!" + sign)
    return f"%{words}%"


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", "").replace("\u2212", "-"))
    except ValueError:
        return None
