"""The nouns of Crossfoot: documents, figures, relations, findings, reports. Frozen and typed.

Positions are code points in the plain text of the document, end exclusive. They are made once,
by ``read``, and carried from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Literal, get_args

from crossfoot.interval import Interval, json_number

Kind = Literal[
    "count", "percent", "points", "money", "duration", "age", "rank", "multiple", "fraction",
    "rate", "measure", "number", "date", "identifier",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
Verdict = Literal["consistent", "inconsistent", "conflict", "unverifiable"]
Severity = Literal["rounding", "substance"]
Status = Literal["held", "failed", "conflict", "unverifiable", "unchecked"]
BlockKind = Literal["paragraph", "heading", "item", "cell", "caption", "dateline", "other"]


_ONE = Fraction(1)
_store = object.__setattr__


class InputError(ValueError):
    """The user's input cannot be used. The message says what, where, and what to do."""


def published_on(day: date) -> date:
    """*day*, where a report can be of it.

    Raises:
        InputError: the years around it, which "next year" may ask for, are no years of reports.
    """
    if not 1600 <= day.year <= 2199:
        raise InputError(f"{day}: a report is of the years 1600 to 2199; use YYYY-MM-DD")
    return day


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of a document's plain text."""

    start: int
    end: int

    def at(self, start: int, end: int) -> Span:
        """Another; what else has a place gives itself at *start* to *end* so.

        `dataclasses.replace` takes two to four times as long.
        """
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that the author set apart: a paragraph, heading, list item or table cell."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0  # of a heading, or of a nested list item
    page: int | None = None  # 1-based, where the source has pages
    line: int | None = None  # 1-based line of the source file, where that is known
    label: str | None = None  # "paragraph 12", "table 2, row 3, column 1"

    def at(self, start: int, end: int) -> Block:
        """The same at another place."""
        return Block(start, end, self.kind, self.level, self.page, self.line, self.label)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is the index of the block that holds it."""

    index: int
    start: int
    end: int
    block: int

    def at(self, start: int, end: int) -> Sentence:
        """The same at another place."""
        return Sentence(self.index, start, end, self.block)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: 0-based row and column, and where its text stands."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False

    def at(self, start: int, end: int) -> Cell:
        """The same at another place."""
        return Cell(self.row, self.column, start, end, self.header)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document: cells in reading order."""

    cells: tuple[Cell, ...]
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Plain text and what its source tells of it."""

    text: str
    name: str
    sha256: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    format: str = "text"
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()  # what the reader could not read, for the report


@dataclass(frozen=True, slots=True)
class Period:
    """ISO dates, end inclusive; an end the text leaves open is None."""

    start: date | None
    end: date | None
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As `report-format` has it."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the text credits, and where it does so."""

    name: str
    start: int
    end: int

    def at(self, start: int, end: int) -> Source:
        """The same at another place."""
        return Source(self.name, start, end)

    def to_dict(self) -> dict[str, Any]:
        """As `report-format` has it."""
        return {"name": self.name, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, init=False)
class Figure:
    """An observation that the text claims: a value with its precision, and its dimensions.

    `step` is one unit of the last place written (1 for 498, 1/10 for 47.5, 100,000 for
    1.2 million): what "off by rounding" means for this figure.
    """

    id: str
    start: int
    end: int
    text: str
    sentence: int
    kind: Kind
    value: Fraction | None
    range: Interval
    step: Fraction = _ONE
    hedge: str | None = None
    unit: str | None = None
    measure: str | None = None
    population: tuple[str, ...] = ()
    place: str | None = None
    period: Period | None = None
    source: Source | None = None

    def __init__(
        self,
        id: str,
        start: int,
        end: int,
        text: str,
        sentence: int,
        kind: Kind,
        value: Fraction | None,
        range: Interval,
        step: Fraction = _ONE,
        hedge: str | None = None,
        unit: str | None = None,
        measure: str | None = None,
        population: tuple[str, ...] = (),
        place: str | None = None,
        period: Period | None = None,
        source: Source | None = None,
    ) -> None:
        """Store the fields as `_Unsealed` does: a frozen class takes three times as long."""
        fields: Any = self
        _store(fields, "__class__", _Unsealed)
        fields.id, fields.start, fields.end, fields.text = id, start, end, text
        fields.sentence, fields.kind, fields.value, fields.range = sentence, kind, value, range
        fields.step, fields.hedge, fields.unit, fields.measure = step, hedge, unit, measure
        fields.population, fields.place = population, place
        fields.period, fields.source = period, source
        fields.__class__ = Figure

    def __eq__(self, other: object) -> bool:
        """Field by field; nearly all that are compared differ in the first."""
        if not isinstance(other, Figure):
            return NotImplemented
        return self.start == other.start and self._fields() == other._fields()

    def __hash__(self) -> int:
        """By where it stands: the ranges and dates of a figure take long to hash."""
        return hash((self.start, self.end, self.text))

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def at(self, start: int, end: int) -> Figure:
        """The same at another place."""
        return Figure(
            self.id, start, end, self.text, self.sentence, self.kind, self.value, self.range,
            self.step, self.hedge, self.unit, self.measure, self.population, self.place,
            self.period, self.source,
        )  # fmt: skip

    @property
    def span(self) -> Span:
        """Where the figure stands."""
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        """As `report-format` has it, without `status` and `why`, which the report adds."""
        return {
            "id": self.id, "start": self.start, "end": self.end, "text": self.text,
            "sentence": self.sentence, "kind": self.kind, "value": json_number(self.value),
            "low": json_number(self.range.low), "high": json_number(self.range.high),
            "hedge": self.hedge, "unit": self.unit, "measure": self.measure,
            "population": list(self.population), "place": self.place,
            "period": self.period.to_dict() if self.period else None,
            "source": self.source.to_dict() if self.source else None,
        }  # fmt: skip


class _Unsealed:
    """A figure while its fields are stored: the same fields, not frozen yet."""

    __slots__ = Figure.__slots__


Role = Figure | Span


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that the wording asserts between figures, with the words that assert it.

    `roles` maps a role of `report-format` to figures, or to bare spans where the text has
    no figure there (the items of a tally, an implicit whole). `options` carries what a check
    needs besides (direction "up" or "down", "partial", a unit).
    """

    kind: str
    roles: Mapping[str, tuple[Role, ...]]
    licence: tuple[Span, ...]
    options: Mapping[str, str] = field(default_factory=dict)
    quoted: bool = False

    def figures(self, role: str) -> tuple[Figure, ...]:
        """The figures of *role*, in text order as given; bare spans left out."""
        return tuple(r for r in self.roles.get(role, ()) if isinstance(r, Figure))

    def one(self, role: str) -> Figure:
        """The only figure of *role*.

        Raises:
            LookupError: there is none, or more than one.
        """
        found = self.figures(role)
        if len(found) != 1:
            raise LookupError(f"{self.kind}: {len(found)} figures as {role}")
        return found[0]


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of one figure that would make the relation hold: a number, or a date's words."""

    figure: Figure
    value: Fraction | str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record finding rests on."""

    file: str
    edition: str | None = None
    sheet: str | None = None
    cells: tuple[str, ...] = ()
    query: str | None = None
    value: Fraction | None = None
    note: str | None = None
    # the part of the sheet around the cells: rows of texts, each with whether it is one of them
    excerpt: tuple[tuple[tuple[str, bool], ...], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Keys as named here; without the excerpt, which is for reports that are read."""
        return {
            "file": self.file, "edition": self.edition, "sheet": self.sheet,
            "cells": list(self.cells), "query": self.query,
            "value": json_number(self.value), "note": self.note,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation recomputed: whether it holds, by how much not, and what would mend it.

    `arithmetic` is the sum in one line, as a reader would redo it: ``101 + 107 = 208``.
    """

    code: str
    relation: Relation
    verdict: Verdict
    message: str
    arithmetic: str = ""
    computed: Fraction | str | None = None
    stated: Fraction | str | None = None
    difference: Fraction | None = None
    severity: Severity | None = None
    repairs: tuple[Repair, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def figures(self) -> tuple[Figure, ...]:
        """Every figure in any role."""
        return tuple(r for rs in self.relation.roles.values() for r in rs if isinstance(r, Figure))

    def to_dict(self) -> dict[str, Any]:
        """As `report-format` has it."""
        return {
            "code": self.code, "relation": self.relation.kind, "verdict": self.verdict,
            "roles": {
                role: [r.id if isinstance(r, Figure) else [r.start, r.end] for r in members]
                for role, members in self.relation.roles.items()
            },
            "computed": _plain(self.computed), "stated": _plain(self.stated),
            "difference": json_number(self.difference), "severity": self.severity,
            "message": self.message, "arithmetic": self.arithmetic,
            "licence": [[s.start, s.end] for s in self.relation.licence],
            "quoted": self.relation.quoted,
            "repairs": [
                {"figure": r.figure.id, "value": _plain(r.value)} for r in self.repairs
            ],
            "evidence": [e.to_dict() for e in self.evidence],
        }  # fmt: skip


def _plain(value: Fraction | str | None) -> int | float | str | None:
    return value if isinstance(value, str) else json_number(value)
