"""Links of a draft as relations, which the checks CF3xx turn into findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossfoot.ledger.claims import Claim
from crossfoot.ledger.links import Link
from crossfoot.model import Figure, Relation
from crossfoot.report.result import Report


def relations(
    report: Report, links: Iterable[Link], names: Mapping[str, tuple[str, str]]
) -> list[Relation]:
    """One relation a figure, kind and value of the other reports, in text order.

    Args:
        report: The draft.
        links: Its links to stored documents.
        names: Name and date of publication of the stored documents, by id.
    """
    figures = {f.id: f for f in report.figures}
    groups: dict[tuple[int, str, str, bool], list[tuple[Claim, Link]]] = {}
    for made in links:
        later = made.later.document not in names
        mine, other = (made.later, made.earlier) if later else (made.earlier, made.later)
        key = (figures[mine.figure].start, made.kind, str(other.value), later)
        groups.setdefault(key, []).append((other, made))
    by_start = {f.start: f for f in report.figures}
    return [
        _relation(by_start[start], kind, "no" if later else "yes", members, names)
        for (start, kind, _, later), members in sorted(groups.items(), key=lambda g: g[0])
    ]


def _relation(
    figure: Figure,
    kind: str,
    stale: str,
    members: Sequence[tuple[Claim, Link]],
    names: Mapping[str, tuple[str, str]],
) -> Relation:
    rows = [_row(other, made, names[other.document]) for other, made in members]
    rows.sort(key=lambda r: (r["published"], r["document"]), reverse=True)
    options = {"others": json.dumps(rows, ensure_ascii=False), "stale": stale}
    return Relation(f"across {kind}", {"figures": (figure,)}, (), options)


def _row(other: Claim, made: Link, name: tuple[str, str]) -> dict[str, Any]:
    return {
        "document": name[0], "published": name[1], "text": " ".join(other.text.split()),
        "value": str(other.value), "excerpt": other.excerpt, "reasons": list(made.reasons),
    }  # fmt: skip
