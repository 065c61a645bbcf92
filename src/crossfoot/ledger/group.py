"""Events and links within a store: relatives by the inverted index, then figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crossfoot.ledger.claims import Claim
from crossfoot.ledger.links import Link, link
from crossfoot.ledger.rows import claim_of, storable
from crossfoot.ledger.store import Connection
from crossfoot.ledger.traits import NEAR, Profile, Trait, kinship, weight

# a document is compared with the holders of a trait that were published nearest to it, and
# linked to its closest relatives: this bounds the work however large the ledger grows
_HOLDERS = 64
_RELATIVES = 32
_GLANCE = 1.0  # shared weight from which a pair is looked at
_COPIED = 45  # days within which wording is copied; later it is boilerplate
_YEARS = 800  # days after which a report is no more about the same event

_CANDIDATES = f"""
WITH met AS (
    SELECT n.document AS one, o.document AS other, o.weight AS weight
    FROM {{new}} n JOIN (
        SELECT * FROM traits WHERE NOT starts_with(trait, 'text:') OR day IS NULL OR day BETWEEN
            (SELECT coalesce(min(day), 0) - {_COPIED} FROM {{new}}) AND
            (SELECT coalesce(max(day), 9999999) + {_COPIED} FROM {{new}})
    ) o ON o.trait = n.trait
    WHERE o.document <> n.document AND o.document NOT IN
        (SELECT version_of FROM documents WHERE version_of IS NOT NULL)
    AND (n."last" IS NULL OR o."last" IS NULL
        OR (n."first" <= o."last" + {NEAR} AND o."first" <= n."last" + {NEAR}))
    AND (n.day IS NULL OR o.day IS NULL OR abs(n.day - o.day) <=
        CASE WHEN starts_with(n.trait, 'text:') THEN {_COPIED} ELSE {_YEARS} END)
    QUALIFY row_number() OVER (
        PARTITION BY n.document, n.trait ORDER BY abs(n.day - o.day) NULLS LAST, o.document
    ) <= {_HOLDERS}
)
SELECT one, other FROM met GROUP BY one, other HAVING sum(weight) >= {_GLANCE}
QUALIFY row_number() OVER (PARTITION BY one ORDER BY sum(weight) DESC, other) <= {_RELATIVES}
ORDER BY one, other
"""


@dataclass(frozen=True, slots=True)
class Relative:
    """Two documents about one event."""

    later: str
    earlier: str
    score: float
    reasons: tuple[str, ...]


def insert(connection: Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows by the names of their columns."""
    if not rows:
        return
    import pyarrow

    written = [{column: _storable(value) for column, value in r.items()} for r in rows]
    connection.register("incoming", pyarrow.Table.from_pylist(written))
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    connection.unregister("incoming")


def _storable(value: Any) -> Any:
    if isinstance(value, list):
        return [_storable(v) for v in value]
    return storable(value) if isinstance(value, str) else value


def trait_rows(document: str, profile: Profile) -> list[dict[str, Any]]:
    """The rows of the table `traits`."""
    day = profile.published.toordinal() if profile.published else None
    return [
        {"document": document, "trait": t.key, "lead": t.lead, "weight": weight(t.key),
         "measure": t.measure, "place": t.place, "first": t.first, "last": t.last, "day": day}
        for t in profile.traits.values()
    ]  # fmt: skip


def candidates(connection: Connection, new: str) -> list[tuple[str, str]]:
    """Pairs of a document of the table or view *new* (as `traits`) and one that shares enough."""
    return list(connection.execute(_CANDIDATES.format(new=new)).fetchall())


def relate(connection: Connection, ids: Sequence[str]) -> int:
    """Find the relatives of stored documents, link their figures, regroup events.

    Gives the number of links made. Documents of *ids* must have no relatives stored.
    """
    connection.execute("CREATE OR REPLACE TEMP TABLE fresh AS SELECT unnest(?) AS id", [list(ids)])
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE fresh_traits AS "
        "SELECT t.* FROM traits t JOIN fresh f ON f.id = t.document"
    )
    met = candidates(connection, "fresh_traits")
    related = relatives(connection, met)
    _drop_known(connection)
    insert(connection, "relatives", [_row(r) for r in related])
    claims = claims_of(connection, {d for r in related for d in (r.later, r.earlier)})
    links = [
        made for r in related for made in link(claims.get(r.later, ()), claims.get(r.earlier, ()))
    ]
    insert(connection, "links", [link_row(made) for made in links])
    regroup(connection, {*ids, *(d for r in related for d in (r.later, r.earlier))})
    return len(links)


def relatives(connection: Connection, met: Iterable[tuple[str, str]]) -> list[Relative]:
    """Those pairs of stored documents that are about one event, each once, in order."""
    pairs = sorted({tuple(sorted(pair)) for pair in met})
    ids = {d for pair in pairs for d in pair}
    profiles = profiles_of(connection, ids)
    out = []
    for one, other in pairs:
        score, reasons = kinship(profiles[one], profiles[other])
        if score:
            later, earlier = in_order(
                (one, profiles[one].published), (other, profiles[other].published)
            )
            out.append(Relative(later, earlier, score, reasons))
    return out


def in_order(one: tuple[str, date | None], other: tuple[str, date | None]) -> tuple[str, str]:
    """The later and the earlier of two documents; without a date the id decides."""
    first, second = sorted((one, other), key=lambda d: (d[1] or date.max, d[0]))
    return second[0], first[0]


def profiles_of(connection: Connection, ids: Iterable[str]) -> dict[str, Profile]:
    """What stored documents are found by."""
    found: dict[str, dict[str, Trait]] = {d: {} for d in ids}
    rows = connection.execute(
        'SELECT document, trait, lead, measure, place, "first", "last" FROM traits '
        "WHERE document IN (SELECT unnest(?))",
        [sorted(found)],
    ).fetchall()
    for document, *trait in rows:
        found[document][trait[0]] = Trait(*trait)
    days = connection.execute(
        "SELECT id, published, about_start, about_end FROM documents "
        "WHERE id IN (SELECT unnest(?))",
        [sorted(found)],
    ).fetchall()
    return {
        d: Profile(found[d], published, (start.toordinal(), end.toordinal()) if start else None)
        for d, published, start, end in days
    }


def published_of(connection: Connection, ids: Iterable[str]) -> dict[str, date | None]:
    """When documents were published."""
    return dict(
        connection.execute(
            "SELECT id, published FROM documents WHERE id IN (SELECT unnest(?))", [sorted(ids)]
        ).fetchall()
    )


def claims_of(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Claim, ...]]:
    """The claims of documents, in text order."""
    cursor = connection.execute(
        "SELECT * FROM figures WHERE document IN (SELECT unnest(?)) ORDER BY document, start",
        [sorted(ids)],
    )
    names = [column[0] for column in cursor.description]
    out: dict[str, list[Claim]] = {}
    for row in cursor.fetchall():
        claim = claim_of(dict(zip(names, row, strict=True)))
        out.setdefault(claim.document, []).append(claim)
    return {document: tuple(claims) for document, claims in out.items()}


def regroup(connection: Connection, documents: Iterable[str]) -> None:
    """Compute the events of *documents* anew, and of all that share an event with them.

    An event is a connected component of relatives; it bears the id of its first document.
    """
    touched = sorted(documents)
    members = {
        d
        for (d,) in connection.execute(
            "SELECT document FROM members WHERE event IN "
            "(SELECT event FROM members WHERE document IN (SELECT unnest($1)))",
            [touched],
        ).fetchall()
    }
    published = published_of(connection, {*touched, *members})
    superseded = {
        d
        for (d,) in connection.execute(
            "SELECT version_of FROM documents WHERE version_of IN (SELECT unnest(?))",
            [sorted(published)],
        ).fetchall()
    }
    everyone = [d for d in published if d not in superseded]
    edges = connection.execute(
        "SELECT later, earlier FROM relatives WHERE later IN (SELECT unnest($1)) "
        "AND earlier IN (SELECT unnest($1))",
        [everyone],
    ).fetchall()
    event = components(everyone, edges, published)
    connection.execute(
        "DELETE FROM members WHERE document IN (SELECT unnest(?))", [sorted({*published, *touched})]
    )
    insert(connection, "members", [{"document": d, "event": e} for d, e in sorted(event.items())])


def components(
    nodes: Iterable[str], edges: Iterable[tuple[str, str]], published: Mapping[str, date | None]
) -> dict[str, str]:
    """For each node the first node, by date and id, that edges connect it to."""
    order = sorted(nodes, key=lambda d: (published.get(d) or date.max, d))
    rank = {d: n for n, d in enumerate(order)}
    parent = list(range(len(order)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for one, other in edges:
        a, b = sorted((root(rank[one]), root(rank[other])))
        parent[b] = a
    return {d: order[root(rank[d])] for d in order}


def forget(connection: Connection, ids: Sequence[str]) -> None:
    """Take documents out of events and links, as when a newer version replaces them."""
    touched = {
        d
        for (d,) in connection.execute(
            "SELECT document FROM members WHERE event IN "
            "(SELECT event FROM members WHERE document IN (SELECT unnest($1)))",
            [list(ids)],
        ).fetchall()
    }
    for table in ("relatives", "links"):
        connection.execute(
            f"DELETE FROM {table} WHERE later IN (SELECT unnest($1)) "
            "OR earlier IN (SELECT unnest($1))",
            [list(ids)],
        )
    connection.execute("DELETE FROM members WHERE document IN (SELECT unnest(?))", [list(ids)])
    regroup(connection, touched - set(ids))


def link_row(made: Link) -> dict[str, Any]:
    """The row of the table `links`."""
    return {
        "kind": made.kind, "later": made.later.document, "later_figure": made.later.figure,
        "earlier": made.earlier.document, "earlier_figure": made.earlier.figure,
        "reasons": list(made.reasons),
    }  # fmt: skip


def _row(relative: Relative) -> dict[str, Any]:
    return {
        "later": relative.later, "earlier": relative.earlier, "score": relative.score,
        "reasons": list(relative.reasons),
    }  # fmt: skip


def _drop_known(connection: Connection) -> None:
    """Documents related anew lose what was stored of them before."""
    for table in ("relatives", "links"):
        connection.execute(
            f"DELETE FROM {table} WHERE later IN (SELECT id FROM fresh) "
            "OR earlier IN (SELECT id FROM fresh)"
        )
