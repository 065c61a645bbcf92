"""Of what: the counted noun as the text has it, and the pack's name for what is measured.

The noun that follows a figure speaks first (``28 arrests``); a figure of people takes the event
said of them (``arrested 498 people``, ``people held``); a bare figure takes the nearest noun
before it (``arrests rose to 956``), the measure of its list, or the topic carried over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from crossfoot.figures.context.english import (
    BEFORE_FIGURE,
    DETERMINERS,
    GENERIC,
    PREPOSITIONS,
    STOPS,
    TIMES,
    is_plural,
)
from crossfoot.figures.context.lexicon import Hit, Lexicon
from crossfoot.figures.context.words import Words
from crossfoot.model import Figure
from crossfoot.packs import Pack

# a noun after one of these is no subject; "not arrests" is none at all
_GOVERNING = (PREPOSITIONS - {"of"}) | {"not"}
_TALLIES = frozenset("figures numbers counts totals".split())
_CLAUSE = frozenset(", ; : and or but".split())
_REACH = 7  # words that a noun phrase may hold before its head
_PARTS = frozenset({"percent", "points", "fraction", "multiple"})
_COUNTED = frozenset(
    {"count", "number", "rate", "percent", "points", "fraction", "multiple", "rank"}
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase of the pack says of a figure: the role it plays, and the measures it names."""

    role: str  # noun, people, role, event
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composite:
    """A measure that other words turn into another: ``average`` and ``detained``."""

    of: frozenset[str]
    words: Lexicon[bool]
    gives: str
    near: bool


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """The measures of a pack, compiled."""

    terms: Lexicon[Term]
    composites: tuple[Composite, ...]
    topical: frozenset[str]  # what a bare figure may carry on from sentence to sentence
    stocks: frozenset[str]  # counted at a point in time
    things: frozenset[str]  # counted beside people: countries, offices, cases
    agents: frozenset[str]  # who acts, and is counted only by name
    by_kind: Mapping[str, str]
    people: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts. `until` is the word after its noun phrase."""

    unit: str | None
    measure: str | None
    until: int
    own: bool  # named by the figure's own noun or verb, not carried on


@lru_cache(maxsize=8)
def measure_table(pack: Pack) -> MeasureTable:
    """Compile the measures of *pack*."""
    table = pack.measures
    entries: list[tuple[str, Term]] = []
    for row in table.get("measures", ()):
        for key, role in (("nouns", "noun"), ("roles", "role"), ("events", "event")):
            term = Term(role, (row["name"],))
            entries += [(phrase, term) for phrase in row.get(key, ())]
    for row in table.get("ambiguous", ()):
        term = Term("event", tuple(row["choices"]))
        entries += [(phrase, term) for phrase in row["phrases"]]
    entries += [(word, Term("people")) for word in table.get("people", "").split()]
    composites = tuple(
        Composite(
            frozenset(row["of"]),
            Lexicon((phrase, True) for phrase in row["with"]),
            row["gives"],
            row.get("near", False),
        )
        for row in table.get("composites", ())
    )
    rows = table.get("measures", ())
    return MeasureTable(
        Lexicon(entries),
        composites,
        frozenset(row["name"] for row in rows if "kind" in row and not row.get("things")),
        frozenset(row["name"] for row in rows if row.get("kind") == "stock"),
        frozenset(row["name"] for row in rows if row.get("things")),
        frozenset(row["name"] for row in rows if row.get("agent")),
        {row["figure_kind"]: row["name"] for row in rows if "figure_kind" in row},
        table.get("people_measure"),
    )


class MeasureReader:
    """Reads the figures of one sentence after the other, carrying the topic on."""

    def __init__(self, pack: Pack, words: Words, text: str) -> None:
        self._table = measure_table(pack)
        self._words = words
        self._text = text
        self.topic: Counted | None = None
        self.topical = self._table.topical

    def read(
        self, figures: list[tuple[int, Figure]], begin: int, end: int, masked: set[int]
    ) -> dict[int, Counted]:
        """What each figure of words *begin* to *end* counts.

        Args:
            figures: Word and figure, in order.
            begin: First word of the sentence.
            end: The word after its last.
            masked: Words that qualify people and measure nothing here (``ordered deported``).
        """
        hits = [
            hit
            for hit in self._table.terms.find(self._words.lower, begin, end)
            if not self._in_a_name(hit.start, begin)
        ]
        free = [hit for hit in hits if hit.start not in masked]
        sentence = _Sentence(self._table, self._words, self._text, hits, free, begin, end, None)
        read: dict[int, Counted] = {}
        stops = [at for at, _ in figures[1:]] + [end]
        previous: Counted | None = None
        start = begin
        for (at, figure), stop in zip(figures, stops, strict=True):
            if figure.kind not in _COUNTED:
                name = self._table.by_kind.get(figure.kind)
                read[at] = sentence.composed(Counted(figure.unit, name, at + 1, False), start, stop)
            else:
                sentence = replace(sentence, topic=self.topic)
                counted = sentence.counted(at, figure, start, stop, previous)
                read[at] = previous = sentence.composed(counted, start, stop)
                if previous.measure in self._table.topical and figure.kind != "rank":
                    self.topic = previous
            start = at + 1
        return read

    def _in_a_name(self, position: int, begin: int) -> bool:
        """Whether the word is part of a proper name: ``Cook County``."""
        raw = self._words.raw
        word = raw[position]
        if not word[0].isupper() or word.isupper() or position == begin:
            return False
        return raw[position - 1][0].isupper() and raw[position - 1].isalpha()


@dataclass(frozen=True, slots=True)
class _Sentence:
    table: MeasureTable
    words: Words
    text: str
    hits: list[Hit[Term]]
    free: list[Hit[Term]]  # without those that qualify people
    begin: int
    end: int
    topic: Counted | None

    def counted(
        self, at: int, figure: Figure, start: int, stop: int, previous: Counted | None
    ) -> Counted:
        """What the figure at word *at* counts; it owns words *start* to *stop*."""
        head = self._head(at, figure, stop)
        if head is not None and head.own and head.measure is not None:
            return head
        if head is not None and head.own and not self._is_people(head):
            return head
        event = self._event_before(at, start)
        until = head.until if head else at + 1
        unit = figure.unit or (head.unit if head else None)
        if event is None and head is not None and head.measure is not None:
            return head
        if event is None:
            event = self._event_after(at, until, self._reach(at, stop), bare=head is None)
        if event is not None and not self._is_remainder_of_flow(at, event):
            return Counted(unit or self._surface_before(at), event, until, True)
        return self._carried(at, figure, start, until, unit, head, previous)

    def composed(self, counted: Counted, start: int, stop: int) -> Counted:
        """*counted* as the words around it make it: an average of people held, a goal."""
        for rule in self.table.composites:
            if counted.measure not in rule.of:
                continue
            left = max(self.begin, start)
            right = counted.until + 1 if rule.near else stop
            if next(rule.words.find(self.words.lower, left, max(left, right)), None):
                return Counted(counted.unit, rule.gives, counted.until, counted.own)
        return counted

    def _is_people(self, head: Counted) -> bool:
        return head.measure is None and head.unit is not None and not head.own

    def _head(self, at: int, figure: Figure, stop: int) -> Counted | None:
        """The noun phrase that the figure opens, or None where it stands alone."""
        lower = self.words.lower
        first = at + 1
        if first < stop and lower[first] == "of":
            first += 1
            while first < stop and lower[first] in ("the", "all", "its", "those", "these", "a"):
                first += 1
        elif figure.kind in _PARTS and not (first < stop and self._opens(first)):
            return None
        by_start = {hit.start: hit for hit in self.hits if first <= hit.start < first + _REACH}
        people: Hit[Term] | None = None
        role: Hit[Term] | None = None
        plural: int | None = None
        position = first
        while position < min(stop, first + _REACH):
            hit = by_start.get(position)
            if hit and hit.meaning.role == "noun":
                return self._named(hit)
            if hit and hit.meaning.role == "role":
                role, position = hit, hit.end
                continue
            if hit and hit.meaning.role == "people":
                people, position = hit, hit.end
                continue
            word = lower[position]
            if word in STOPS or not (word[0].isalpha() or word in "-'\"'s") or hit:
                break
            if word in _TALLIES and figure.kind == "count" and position > first - 1:
                return Counted(self._span(position, position + 1), None, position + 1, True)
            if word in TIMES or word in GENERIC:
                break
            if is_plural(word) and not people:
                plural = position
            elif plural is not None and word.endswith(("ed", "ing")):
                break
            position += 1
        if role is not None:
            return Counted(self._surface(role), role.meaning.measures[0], role.end, False)
        if people is not None:
            return Counted(self._surface(people), None, people.end, False)
        if plural is not None and figure.kind not in _PARTS:
            return Counted(self._span(plural, plural + 1), None, plural + 1, True)
        return None

    def _opens(self, position: int) -> bool:
        hit = self.table.terms.at(self.words.lower, position)
        return hit is not None and hit.meaning.role != "event"

    def _named(self, hit: Hit[Term]) -> Counted:
        return Counted(self._surface(hit), self._choose(hit.meaning), hit.end, True)

    def _surface(self, hit: Hit[Term]) -> str:
        return self._span(hit.start, hit.end)

    def _span(self, start: int, end: int) -> str:
        return self.text[self.words.start[start] : self.words.end[end - 1]]

    def _choose(self, term: Term, *, active: bool = False) -> str:
        """The measure that *term* names; an open one goes with the topic."""
        if len(term.measures) == 1:
            return term.measures[0]
        if self.topic is not None and self.topic.measure in term.measures:
            return self.topic.measure or term.measures[0]
        return term.measures[0] if active else term.measures[-1]

    def _event_before(self, at: int, start: int) -> str | None:
        """The verb that governs the figure: ``arrested [about] 498 people``."""
        position = at - 1
        while position >= start and self.words.lower[position] in BEFORE_FIGURE:
            position -= 1
        for hit in reversed(self.free):
            if hit.end - 1 == position and hit.meaning.role == "event" and hit.start >= start:
                return self._choose(hit.meaning, active=True)
            if hit.end <= position:
                break
        return None

    def _reach(self, at: int, stop: int) -> int:
        """Up to where an event is said of the figure: past figures that open no new clause."""
        lower = self.words.lower
        for position in range(at + 1, self.end):
            if position >= stop and lower[position] in _CLAUSE:
                return position
            if stop < self.end and position < stop and lower[position] in _CLAUSE:
                return stop
        return self.end

    def _event_after(self, at: int, until: int, stop: int, *, bare: bool) -> str | None:
        """What is said of the people counted: ``498 people [from 42 countries] were arrested``."""
        lower = self.words.lower
        for hit in self.free:
            if hit.start < until or hit.start >= stop:
                continue
            if any(lower[k] in (";", ".", ":") for k in range(until, hit.start)):
                return None
            if hit.meaning.role == "event":
                return self._choose(hit.meaning)
            if bare and hit.meaning.role == "noun":
                return None
        return None

    def _before(self, at: int) -> Hit[Term] | None:
        """The nearest noun before the figure that stands on its own, or else the nearest event."""
        event = None
        for hit in reversed(self.free):
            if hit.end > at or hit.meaning.role == "people":
                continue
            if hit.meaning.role == "event":
                event = event or hit
            elif self._stands_alone(hit):
                return hit
        return event

    def _stands_alone(self, hit: Hit[Term]) -> bool:
        """Whether a noun can be what a later figure counts: ``to the countries`` cannot."""
        if hit.meaning.measures[0] in self.table.agents:
            return False
        lower = self.words.lower
        for position in range(hit.start - 1, max(self.begin, hit.start - 5) - 1, -1):
            word = lower[position]
            if word in _GOVERNING or word in ("a", "an"):
                return False
            sign = self.words.figure[position] >= 0
            if sign and hit.meaning.measures[0] in self.table.things:
                return False
            if (word in STOPS and word not in DETERMINERS) or not (word[0].isalpha() or sign):
                break
        return True

    def _surface_before(self, at: int) -> str | None:
        """The nearest noun of several before a figure that has none after it."""
        lower = self.words.lower
        for position in range(at - 1, self.begin - 1, -1):
            word = lower[position]
            if word in (";", ":") and position < at - 1:
                break
            if is_plural(word) and word not in STOPS and word not in GENERIC | TIMES:
                return self._span(position, position + 1)
        return None

    def _is_remainder_of_flow(self, at: int, event: str) -> bool:
        """Whether the figure is the rest of the topic: arrests, of whom "the other 5 are held"."""
        position = at - 1
        while position > self.begin and self.words.lower[position] in ("some", "about", "nearly"):
            position -= 1
        rest = self.words.lower[position] in ("other", "remaining")
        topic = self.topic.measure if self.topic else None
        return (
            rest and event in self.table.stocks and topic in self.table.topical - self.table.stocks
        )

    def _carried(
        self,
        at: int,
        figure: Figure,
        start: int,
        until: int,
        unit: str | None,
        head: Counted | None,
        previous: Counted | None,
    ) -> Counted:
        """A figure that names nothing itself: the noun before it, its list, or the topic."""
        before = self._before(at)
        if before is not None:
            noun = unit or self._surface(before) if before.meaning.role != "event" else unit
            if noun is None:
                noun = previous.unit if previous else self._surface_before(at)
            return Counted(noun, self._choose(before.meaning), until, False)
        if previous is not None and (previous.measure or head is None):
            return Counted(unit or previous.unit, previous.measure, until, False)
        unit = unit or self._surface_before(at)
        if self.topic is not None:
            return Counted(unit or self.topic.unit, self.topic.measure, until, False)
        return Counted(unit, self.table.people if head else None, until, False)
