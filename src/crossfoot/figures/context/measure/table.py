"""The measures of a pack, compiled: the phrases that name them, and how they go together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.packs import Pack


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase of the pack says of a figure: the role it plays, and the measures it names."""

    role: str  # noun, people, role, event
    measures: tuple[str, ...] = ()
    unless: Lexicon[bool] | None = None  # with these words the last measure is meant


@dataclass(frozen=True, slots=True)
class Composite:
    """A measure that other words turn into another: ``average`` and ``detained``."""

    of: frozenset[str]
    words: Lexicon[bool]
    gives: str
    also: Lexicon[bool] | None  # words that the sentence must have as well
    unless: Lexicon[bool] | None  # and those it must not have
    before: int  # how many words before the figure are read
    after: int  # and after its noun


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """The measures of a pack, compiled."""

    terms: Lexicon[Term]
    # by the measure that they turn: the words that open any of theirs, and the rules
    composites: Mapping[str, tuple[frozenset[str], tuple[Composite, ...]]]
    apart: frozenset[str]  # no part of an event reported, and not dated or vouched for by it
    accruing: frozenset[str]  # averaged since the fiscal year began
    untimely: frozenset[str]  # the same, and stocks: of other times than what is told beside them
    topical: frozenset[str]  # what a bare figure may carry on from sentence to sentence
    plans: frozenset[str]  # what there is to be
    stocks: frozenset[str]  # counted at a point in time
    things: frozenset[str]  # counted beside people: countries, offices, cases
    unlisted: frozenset[str]  # things that a bare figure after them does not count again
    agents: frozenset[str]  # who acts, and is counted only by name
    exits: frozenset[str]  # ends of a stay; what remains is none of them
    weak: frozenset[str]  # gives way to the topic for "the other 40"
    absorbs: Mapping[str, tuple[str, ...]]  # what a part of the measure may be said to be
    by_kind: Mapping[str, str]
    lengths: frozenset[str]  # what words make of a length, an age or a sum of money
    known: frozenset[str]  # the same, and what the kind alone tells
    people: str | None


@lru_cache(maxsize=8)
def measure_table(pack: Pack) -> MeasureTable:
    """Compile the measures of *pack*."""
    table = pack.measures
    composites = _composites(pack)
    rows = table.get("measures", ())
    topical = frozenset(r["name"] for r in rows if "kind" in r and not r.get("things"))
    stocks = frozenset(r["name"] for r in rows if r.get("kind") == "stock") & topical

    def flagged(flag: str) -> frozenset[str]:
        return frozenset(row["name"] for row in rows if row.get(flag))

    by_kind = {row["figure_kind"]: row["name"] for row in rows if "figure_kind" in row}
    lengths = frozenset(c.gives for c in composites if c.of & set(by_kind.values()))
    return MeasureTable(
        terms=_terms(pack),
        composites={
            name: _rules_of(name, composites)
            for name in frozenset().union(*(c.of for c in composites))
        },
        apart=flagged("apart"),
        accruing=flagged("accrues"),
        untimely=flagged("accrues") | stocks,
        topical=topical,
        plans=frozenset(r["name"] for r in rows if r.get("kind") == "plan") & topical,
        stocks=stocks,
        things=flagged("things"),
        unlisted=flagged("things") - flagged("lists"),
        agents=flagged("agent"),
        exits=flagged("exit"),
        weak=flagged("weak"),
        absorbs={key: tuple(values) for key, values in table.get("absorbs", {}).items()},
        by_kind=by_kind,
        lengths=lengths,
        known=lengths.union(by_kind.values()),
        people=table.get("people_measure"),
    )


def _terms(pack: Pack) -> Lexicon[Term]:
    """The phrases of *pack* that say something of a figure."""
    table = pack.measures
    entries: list[tuple[str, Term]] = []
    for row in table.get("measures", ()):
        for key, role in (("nouns", "noun"), ("roles", "role"), ("events", "event")):
            term = Term(role, (row["name"],))
            entries += [(phrase, term) for phrase in row.get(key, ())]
    for row in table.get("ambiguous", ()):
        unless = Lexicon((phrase, True) for phrase in row.get("unless", ()))
        term = Term("event", tuple(row["choices"]), unless)
        entries += [(phrase, term) for phrase in row["phrases"]]
    people = " ".join((table.get("people", ""), *pack.countries.get("countries", {}).values()))
    entries += [(word.lower().replace("-", " "), Term("people")) for word in people.split()]
    return Lexicon(entries)


def _composites(pack: Pack) -> tuple[Composite, ...]:
    """The rules of *pack* by which other words turn a measure into another."""
    return tuple(
        Composite(
            frozenset(row["of"]),
            Lexicon((phrase, True) for phrase in row["with"]),
            row["gives"],
            Lexicon((phrase, True) for phrase in row["also"]) if "also" in row else None,
            Lexicon((phrase, True) for phrase in row["unless"]) if "unless" in row else None,
            row.get("before", 99),
            row.get("after", 99),
        )
        for row in pack.measures.get("composites", ())
    )


def _rules_of(
    name: str, composites: Sequence[Composite]
) -> tuple[frozenset[str], tuple[Composite, ...]]:
    rules = tuple(c for c in composites if name in c.of)
    return frozenset().union(*(c.words.firsts for c in rules)), rules
