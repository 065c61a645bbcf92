"""Traits: what documents about one event share, as keys of an inverted index.

A pair of documents is compared only if it shares a trait. Each trait weighs as much as it
tells an event apart; a pair belongs together where the shared weight reaches `ENOUGH` and some of
what is shared stands in the lead of both, so that a background paragraph ("311 a day last
year") or a yearly round-up binds no events together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.ledger.claims import Claim
from crossfoot.model import Document

ENOUGH = 2.0
NAMED = "both name "  # opens the reason that gives an event its title
_FAR = 200  # days between publications after which a shared operation's name says little
_LEAD = 0.4  # share of a document's figures, from the top, that tell what it is about
_SHINGLES = 8
# "Operation Safe Harbor", "a sweep called Operation Blue Tide"
_OPERATION = re.compile(
    r"\bOperation\s+[\"“‘']?((?:[A-Z][\w'’-]*)(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’-]*){0,3})"
)
# "the operation, called Safe Harbor", "the effort, dubbed “Blue Tide”"
_CALLED = re.compile(
    r"\b(?:operation|sweep|effort|campaign|crackdown|surge|push)s?,?\s+(?:was\s+|is\s+)?"
    r"(?:called|dubbed|named|known\s+as|code-?named|nicknamed)\s+"
    r"[\"“‘']?(?:Operation\s+)?[\"“‘']?((?:[A-Z][\w'’-]*)(?:\s+(?:of\s+|the\s+)?[A-Z][\w'’-]*){0,3})"
)
_COUNTED = frozenset(("count", "number", "rate", "money"))


@dataclass(frozen=True, slots=True)
class Trait:
    """One key of the index; `lead` where it stands in the document's first part."""

    key: str
    lead: bool


def traits_of(
    document: Document, claims: Sequence[Claim], sketch: Sequence[int]
) -> tuple[Trait, ...]:
    """The traits of a document, each once."""
    found: dict[str, bool] = {}
    lead_end = _lead_end(document, claims)
    for key, start in [
        *_operations(document.text),
        *_figures(claims),
        *_days(claims),
        *_topics(claims),
    ]:
        found[key] = found.get(key, False) or start < lead_end
    for run in sketch[:_SHINGLES]:
        found[f"text:{run:016x}"] = True
    return tuple(Trait(key, lead) for key, lead in sorted(found.items()))


def weight(key: str) -> float:
    """How much a shared trait tells."""
    kind, _, rest = key.partition(":")
    if kind == "figure":
        return _figure_weight(rest)
    return {"operation": 2.0, "day": 0.5, "topic": 1.0, "text": 0.75}[kind]


def kinship(
    one: Mapping[str, bool], other: Mapping[str, bool], apart: int | None
) -> tuple[float, tuple[str, ...]]:
    """How strongly two documents belong together, 0 where they do not, and why.

    Args:
        one: The traits of a document, each with whether it stands in the lead.
        other: Those of another.
        apart: Days between their publications, where both are known.
    """
    shared = sorted(one.keys() & other.keys(), key=lambda k: (-weight(k), k))
    if not any(one[k] and other[k] and not k.startswith("text:") for k in shared):
        return 0.0, ()
    far = apart is not None and apart > _FAR
    kinds: dict[str, float] = {}
    for key in shared:
        kind = key.partition(":")[0]
        worth = weight(key) / 2 if far and kind == "operation" else weight(key)
        kinds[kind] = kinds.get(kind, 0.0) + worth
    # days and copied words alone make no event: capped
    score = sum(min(v, {"day": 1.0, "text": 3.0}.get(k, 9.0)) for k, v in kinds.items())
    if score < ENOUGH or not kinds.keys() & {"operation", "figure"}:
        return 0.0, ()
    return round(score, 2), tuple(_told(shared))


def _told(shared: Iterable[str]) -> list[str]:
    """The shared traits in words, the strongest first."""
    out = []
    copied = 0
    for key in shared:
        kind, _, rest = key.partition(":")
        if kind == "text":
            copied += 1
        elif kind == "operation":
            out.append(f"{NAMED}Operation {rest.title()}")
        elif kind == "figure":
            out.append(f"both give {rest.partition('=')[2]}")
        elif kind == "day":
            out.append(f"both speak of {rest}")
        else:
            out.append(f"both count {rest.replace('|', ', ')}")
    if copied:
        out.append(f"the same wording in {copied} places")
    return out[:8]


def _lead_end(document: Document, claims: Sequence[Claim]) -> int:
    """Where the first part ends: by figures or by text, whichever is further on."""
    by_text = int(len(document.text) * _LEAD)
    counted = [c for c in claims if c.kind != "date"]
    return max(by_text, counted[int(len(counted) * _LEAD)].end if counted else 0)


def _operations(text: str) -> Iterable[tuple[str, int]]:
    for rule in (_OPERATION, _CALLED):
        for match in rule.finditer(text):
            yield f"operation:{match.group(1).lower().strip()}", match.start()


def _figures(claims: Sequence[Claim]) -> Iterable[tuple[str, int]]:
    for claim in claims:
        if claim.value is None or (not claim.range.is_exact and claim.kind != "percent"):
            continue
        if claim.kind in _COUNTED and claim.hedge is None:
            family = "count"
        elif claim.kind == "percent" and claim.step < 1:
            family = "percent"
        else:
            continue
        key = f"figure:{family}={_shown(claim.value)}"
        if _figure_weight(key.partition(":")[2]) > 0:
            yield key, claim.start


def _shown(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else str(float(value))


def _figure_weight(rest: str) -> float:
    """By significant digits: 143,470 is told by few stories, 300 by many."""
    family, _, shown = rest.partition("=")
    digits = shown.replace(",", "").replace(".", "").strip("0")
    if family == "percent":
        return 0.5 if len(digits) >= 3 else 0.0
    if len(shown.replace(",", "")) < 3 or len(digits) < 2:
        return 0.25 if len(shown.replace(",", "")) >= 3 and len(digits) == 1 else 0.0
    return {2: 0.5, 3: 1.0, 4: 1.25}.get(len(digits), 1.5)


def _days(claims: Sequence[Claim]) -> Iterable[tuple[str, int]]:
    for claim in claims:
        start, end = claim.period_start, claim.period_end
        if start is None or end is None or (end - start).days > 10:
            continue
        for day in {start, end}:
            yield f"day:{day.isoformat()}", claim.start


def _topics(claims: Sequence[Claim]) -> Iterable[tuple[str, int]]:
    for claim in claims:
        if not (claim.measure and claim.place and claim.days is not None and claim.days <= 31):
            continue
        when = f"{claim.period_start} to {claim.period_end}"
        yield f"topic:{claim.measure}|{claim.place}|{when}", claim.start
