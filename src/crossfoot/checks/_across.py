"""What the checks across documents share: the other reports of a relation, told briefly.

The ledger hands each relation what it found as ``options["others"]``, a JSON list with one object
a report: `document`, `text`, `value`, `published`, `excerpt`, `reasons`, newest first.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from crossfoot.checks._findings import listed
from crossfoot.model import Evidence, Finding, Relation, Verdict

_NAMED = 3  # of many reports, so many are named
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Other:
    """A figure of another report."""

    document: str
    text: str
    value: Fraction
    published: str
    excerpt: str
    reasons: tuple[str, ...]


def others(relation: Relation) -> tuple[Other, ...]:
    """The figures of other reports, as the ledger gave them."""
    return tuple(
        Other(
            document=row["document"],
            text=row["text"],
            value=Fraction(row["value"]),
            published=row["published"],
            excerpt=row["excerpt"],
            reasons=tuple(row["reasons"]),
        )
        for row in json.loads(relation.options["others"])
    )


def reports(found: Sequence[Other], *, start: bool = True) -> str:
    """``Six other reports (a.txt, b.txt, c.txt and 3 more)``."""
    names = list(dict.fromkeys(o.document for o in found))
    shown = names[:_NAMED] + ([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else [])
    number = _WORDS[len(names)] if len(names) < len(_WORDS) else str(len(names))
    noun = "report" if len(names) == 1 else "reports"
    return f"{number.capitalize() if start else number} other {noun} ({listed(shown)})"


def verb(found: Sequence[Other], one: str, many: str) -> str:
    """The verb for one report, or for several."""
    return one if len({o.document for o in found}) == 1 else many


def why(found: Sequence[Other]) -> str:
    """What ties the figures, but for the numbers themselves, to close a message."""
    told = "; ".join(found[0].reasons[1:])
    return f" ({told})" if told else ""


def across(
    relation: Relation, kind: str, verdict: Verdict, message: str, found: Sequence[Other]
) -> Finding:
    """The finding, with each other report as its evidence."""
    (figure,) = relation.figures("figures")
    evidence = tuple(
        Evidence(file=o.document, edition=o.published or None, value=o.value, note=o.excerpt)
        for o in found
    )
    apart = abs(found[0].value - figure.value) if figure.value is not None else None
    return Finding(
        "", replace(relation, kind=kind), verdict, message, "", found[0].value,
        figure.value, apart if verdict == "conflict" and apart else None, None, (), evidence,
    )  # fmt: skip
