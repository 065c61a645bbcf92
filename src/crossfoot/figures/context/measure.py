"""Of what: the counted noun as the text has it, and the pack's name for what is measured.

The noun that follows a figure speaks first (``28 arrests``); a figure of people takes the event
said of them (``arrested 498 people``, ``people held``); a bare figure takes the nearest noun
before it (``arrests rose to 956``), the measure of its list, or the topic carried over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.context.attach import is_base
from crossfoot.figures.context.english import (
    AUXILIARIES,
    BEFORE_FIGURE,
    DETERMINERS,
    GENERIC,
    PREPOSITIONS,
    STOPS,
    TIMES,
    is_plural,
)
from crossfoot.figures.context.lexicon import Hit, Lexicon, Sought
from crossfoot.figures.context.scope import refers_back
from crossfoot.figures.context.words import Words
from crossfoot.model import Figure
from crossfoot.packs import Pack

# a noun after one of these is no subject; "not arrests" is none at all
_GOVERNING = (PREPOSITIONS - {"of", "than"}) | {"not"}
_GOVERNING_BUT_FROM = _GOVERNING - {"from"}
_NO_NOUNS = STOPS | GENERIC | TIMES
_PARTING = frozenset("; . : whose".split())
_LINKS = frozenset("to from , and or then down up by compared with in".split())
_WHO = frozenset("who whom whose which that".split())
_TALLIES = frozenset("figures numbers counts totals".split())
_CLAUSE = frozenset(", ; : and or but".split())
_TURNS = frozenset(", ; and but".split())
_OF_THE = ["of", "the"]
_MEASURING = frozenset("above below beyond exceeding".split())
_POINTING = frozenset("another other more among of the these those it they".split())
_MEMORABLE = 13
_FAR = 200  # words beyond which nothing is said of a figure: no sentence is so long
_REACH = 7  # words that a noun phrase may hold before its head
_RECENT = 20  # measures looked back over, to settle an open term
_PARTS = frozenset({"percent", "points", "fraction", "multiple"})
_COUNTED = frozenset(
    {"count", "number", "rate", "percent", "points", "fraction", "multiple", "rank"}
)


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


_NO_RULES: tuple[frozenset[str], tuple[Composite, ...]] = (frozenset(), ())


class Counted(NamedTuple):
    """What a figure counts. `until` is the word after its noun phrase."""

    unit: str | None
    measure: str | None
    until: int
    own: bool  # named by the figure's own noun or verb, not carried on

    @property
    def unit_of_count(self) -> str | None:
        """The unit, where it is a noun that another count may share."""
        plain = self.unit is not None and self.unit[0].isalpha()
        return self.unit if plain and not (self.unit or "").startswith("per ") else None


def is_memorable(value: Fraction) -> bool:
    """Whether a number is so large that, said again, it is the same one."""
    return value >= _MEMORABLE


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
        unless = Lexicon((phrase, True) for phrase in row.get("unless", ()))
        term = Term("event", tuple(row["choices"]), unless)
        entries += [(phrase, term) for phrase in row["phrases"]]
    people = " ".join((table.get("people", ""), *pack.countries.get("countries", {}).values()))
    entries += [(word.lower().replace("-", " "), Term("people")) for word in people.split()]
    composites = tuple(
        Composite(
            frozenset(row["of"]),
            Lexicon((phrase, True) for phrase in row["with"]),
            row["gives"],
            Lexicon((phrase, True) for phrase in row["also"]) if "also" in row else None,
            Lexicon((phrase, True) for phrase in row["unless"]) if "unless" in row else None,
            row.get("before", 99),
            row.get("after", 99),
        )
        for row in table.get("composites", ())
    )
    rows = table.get("measures", ())
    topical = frozenset(r["name"] for r in rows if "kind" in r and not r.get("things"))
    stocks = frozenset(r["name"] for r in rows if r.get("kind") == "stock") & topical

    def flagged(flag: str) -> frozenset[str]:
        return frozenset(row["name"] for row in rows if row.get(flag))

    by_kind = {row["figure_kind"]: row["name"] for row in rows if "figure_kind" in row}
    lengths = frozenset(c.gives for c in composites if c.of & set(by_kind.values()))
    return MeasureTable(
        terms=Lexicon(entries),
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


def _rules_of(
    name: str, composites: Sequence[Composite]
) -> tuple[frozenset[str], tuple[Composite, ...]]:
    rules = tuple(c for c in composites if name in c.of)
    return frozenset().union(*(c.words.firsts for c in rules)), rules


class MeasureReader:
    """Reads the figures of one sentence after the other, carrying the topic on."""

    def __init__(self, table: MeasureTable, words: Words, text: str) -> None:
        """Read *words* of *text* by the measures of *table*."""
        self.table = table
        self._words = words
        self._text = text
        self._terms = Sought(table.terms, words)
        self._values: dict[Fraction, Counted] = {}
        self._named: list[str] = []  # measures in the order of the text, to settle open terms
        self.topic: Counted | None = None
        self.headline = False

    def read(
        self,
        figures: Sequence[tuple[int, Figure]],
        begin: int,
        end: int,
        masked: Mapping[int, int],
    ) -> dict[int, Counted]:
        """What each figure of words *begin* to *end* counts.

        Args:
            figures: Word and figure, in order.
            begin: First word of the sentence.
            end: The word after its last.
            masked: Words that qualify people and measure nothing here (``ordered deported``),
                and where the phrase of each ends.
        """
        named = not _COUNTED.isdisjoint([figure.kind for _, figure in figures])
        hits = self._hits(begin, end) if named else []
        free = [h for h in hits if h.end > masked.get(h.start, h.start)] if masked else hits
        read: dict[int, Counted] = {}
        stops = [at for at, _ in figures[1:]] + [end]
        previous: list[Counted] = []
        start = begin
        sentence = _Sentence(
            self.table, self._words, self._text, hits, free, {hit.start: hit for hit in hits},
            begin, end, self._named, bool(masked),
        )  # fmt: skip
        for (at, figure), stop in zip(figures, stops, strict=True):
            if figure.kind not in _COUNTED:
                name = self.table.by_kind.get(figure.kind)
                counted = Counted(figure.unit, name, at + 1, True)
                read[at] = sentence.composed(counted, at, start, stop)
            else:
                of_the = self._words.lower[at + 1 : at + 3] == _OF_THE
                sentence.topic = (self._whole_said(at) if of_the else None) or self.topic
                counted = (
                    self._recalled(at, figure)
                    or self._compared(at, read.get(start - 1))
                    or sentence.counted(at, figure, start, stop, previous)
                )
                read[at] = counted = sentence.composed(counted, at, start, stop)
                if of_the and previous and self._is_parallel(at, previous[-1], counted):
                    read[start - 1] = previous[-1]._replace(measure=counted.measure)
                previous.append(counted)
                if not self._is_yardstick(at, counted):
                    self._note(counted, figure)
            start = at + 1
        return read

    def _whole_said(self, at: int) -> Counted | None:
        """What the 35 counted of which ``18 of the 35`` are a part."""
        number = self._words.figure[at + 3]
        return self._recalled(at + 3, self._words.figures[number]) if number >= 0 else None

    def _is_parallel(self, at: int, before: Counted, counted: Counted) -> bool:
        """``ICE arrested 36 and CBP arrested 4 of the 40 people booked``: both are of the 40."""
        if self._words.figure[at + 3] < 0:
            return False
        absorbed = before.measure in self.table.absorbs.get(counted.measure or "", ())
        return absorbed and "and" in self._words.lower[before.until : at]

    def _is_yardstick(self, at: int, counted: Counted) -> bool:
        """``53,000, well above the 45,274 beds``: a plan to compare with is no topic."""
        if counted.measure not in self.table.plans or self.topic is None:
            return False
        window = self._words.lower[at - 4 : at]
        return not _MEASURING.isdisjoint(window) or is_base(self._words.lower, at)

    def _recalled(self, at: int, figure: Figure) -> Counted | None:
        """``of the 32,809``: a large number said again counts what it did."""
        lower, value = self._words.lower, figure.value
        if lower[at - 1] not in ("the", "that", "those") or value is None:
            return None
        if lower[at + 1] not in AUXILIARIES and lower[at + 1] not in (",", ".", ";", ")"):
            return None
        known = self._values.get(value)
        return known._replace(until=at + 1) if known is not None else None

    def _compared(self, at: int, before: Counted | None) -> Counted | None:
        """``171 days on average, up from 37``: the base of a length is a length."""
        if before is None or before.measure not in self.table.known or before.until > at:
            return None
        lower, length = self._words.lower, before.until - 1
        if at - length > _REACH or lower[length - 1] in _GOVERNING_BUT_FROM:
            return None
        bare = lower[at + 1] in (".", ",", ";", ")", "in", "a", "last")
        if bare and lower[at - 1] == "to" and length == at - 2:  # "from 23 days to 17"
            return before._replace(until=at + 1)
        return before._replace(until=at + 1) if bare and is_base(self._words.lower, at) else None

    def introduce(self, begin: int, end: int) -> None:
        """A heading or a line that opens a list names what is counted below it."""
        for hit in self._hits(begin, end):
            name = hit.meaning.measures[0] if hit.meaning.measures else None
            if hit.meaning.role in ("noun", "event") and name in self.table.topical:
                unit = self._text[self._words.start[hit.start] : self._words.stop[hit.end - 1]]
                self.topic = Counted(unit, name, hit.end, False)
                return

    def _hits(self, begin: int, end: int) -> list[Hit[Term]]:
        found = self._terms.find(begin, end)
        if self.headline:  # Where Every Word Has a Capital
            return found
        titled = self._words.titled
        return [
            hit for hit in found if not (titled[hit.start] and self._in_a_name(hit.start, begin))
        ]

    def _note(self, counted: Counted, figure: Figure) -> None:
        if counted.measure == self.table.people and self.topic is None:
            self.topic = counted
        if counted.measure in self.table.topical and figure.kind != "rank":
            self.topic = counted
            if figure.value is not None and is_memorable(figure.value):
                self._values.setdefault(figure.value, counted)
            self._named.append(counted.measure or "")

    def _in_a_name(self, position: int, begin: int) -> bool:
        """Whether the word, which has a capital, is part of a proper name: ``Cook County``."""
        raw = self._words.raw
        if position == begin or raw[position].isupper():
            return False
        before, after = raw[position - 1], raw[position + 1]
        return (before[0].isupper() and before.isalpha()) or (
            after[0].isupper() and after.isalpha() and before != "•"
        )


@dataclass(slots=True)
class _Sentence:
    table: MeasureTable
    words: Words
    text: str
    hits: list[Hit[Term]]
    free: list[Hit[Term]]  # without those that qualify people
    opened: dict[int, Hit[Term]]  # by the words that open them
    begin: int
    end: int
    named: Sequence[str]  # measures in the order of the text
    qualified: bool  # whether the sentence narrows people down
    topic: Counted | None = None  # of the figure asked for

    def counted(
        self, at: int, figure: Figure, start: int, stop: int, previous: Sequence[Counted]
    ) -> Counted:
        """What the figure at word *at* counts; it owns words *start* to *stop*."""
        head = self._head(at, figure, stop)
        if head is not None and previous and self._is_elided(at, head):
            head = None
        if head is not None and head.own:
            return head
        until = head.until if head else at + 1
        unit = figure.unit or (head.unit if head else None)
        rest, pointing = self._is_rest(at), refers_back(self.words.lower, at)
        back = pointing or self._is_included(at) or (bool(previous) and self._is_of_first())
        event = self._event_before(at, start) if self.hits else None
        if event is None and head is not None and head.measure is not None:
            event = self._said_of(until) or head.measure
        if event is None and self.free and self.free[-1].start >= until:
            event = self._event_after(at, until, self._reach(at, stop), bare=head is None)
        if event is not None and rest and self._yields(event):
            event = None
        bare_share = figure.kind in ("percent", "fraction") and head is None
        if event is not None and bare_share and self.topic and self._absorbed(self.topic, event):
            event = None  # "80 percent had been arrested by" others: of the people removed
        whole = self._whole(at, stop)
        if whole is not None and (event is None or self._absorbed(whole, event)):
            event = whole.measure
        wholes = (*previous[:1], *previous[-1:]) if back else ()
        of_topic = (pointing and not previous) or self._opens_back()
        if self.topic is not None and of_topic:
            wholes = (*wholes, self.topic)  # "Of those, 9 were arrested": as the whole was
        for earlier in wholes:
            if event is not None and self._absorbed(earlier, event):
                event = earlier.measure
        if event is not None:
            return Counted(unit or self._unit_carried(previous, event), event, until, True)
        topic = self.topic.measure if self.topic else None
        if rest and self.topic is not None and topic is not None and event is None:
            return Counted(unit or self.topic.unit_of_count, self.topic.measure, until, False)
        found = self._carried(at, figure, start, until, unit, head, previous)
        whole = next((w for w in wholes if self._absorbed(w, found.measure or "")), None)
        return found._replace(measure=whole.measure) if whole else found

    def _is_elided(self, at: int, head: Counted) -> bool:
        """``7,600 had convictions and 2,000 pending charges``: people who had them, not charges."""
        if head.measure not in self.table.things or self.words.lower[at - 1] not in ("and", ","):
            return False
        return not any(at < hit.start < head.until for hit in self.free)

    def composed(self, counted: Counted, at: int, start: int, stop: int) -> Counted:
        """*counted* as the words around it make it: an average of people held, a goal."""
        lower = self.words.lower
        firsts, rules = self.table.composites.get(counted.measure or "", _NO_RULES)
        if not rules or firsts.isdisjoint(lower[start : max(stop, counted.until)]):
            return counted
        for rule in rules:
            left, right = max(start, at - rule.before), counted.until
            far = min(stop, right + rule.after)
            while right < far and lower[right] not in _TURNS:
                right += 1
            hits = list(rule.words.find(lower, left, right))
            if hits and hits[-1].start >= self._clause_of(at) and self._allows(rule):
                return Counted(counted.unit, rule.gives, counted.until, counted.own)
        return counted

    def _allows(self, rule: Composite) -> bool:
        """Whether the sentence has what the rule needs besides, and nothing that forbids it."""
        lower, begin, end = self.words.lower, self.begin, self.end
        if rule.unless and next(rule.unless.find(lower, begin, end), None):
            return False
        return rule.also is None or next(rule.also.find(lower, begin, end), None) is not None

    def _clause_of(self, at: int) -> int:
        """The first word of the figure's clause: behind the last ``, and`` before it."""
        lower = self.words.lower
        for position in range(at - 1, self.begin, -1):
            if lower[position] in ("and", "but", "while") and lower[position - 1] == ",":
                return position
        return self.begin

    def _head(self, at: int, figure: Figure, stop: int) -> Counted | None:
        """The noun phrase that the figure opens, or None where it stands alone."""
        first = self._phrase(at, figure, stop)
        return self._noun(first, figure, stop) if first is not None else None

    def _phrase(self, at: int, figure: Figure, stop: int) -> int | None:
        """The word at which a noun phrase may start, past ``of the``."""
        lower, first = self.words.lower, at + 1
        if lower[first] == ":" and figure.kind == "count":  # "37,684: the average population"
            first += 1
            while lower[first] in DETERMINERS:
                first += 1
        elif first < stop and lower[first] == "of":
            first += 1
            while first < stop and (lower[first] in DETERMINERS or lower[first] in ("all", "'s")):
                first += 1
        elif figure.kind in _PARTS and not self._opens(first, stop):
            return None
        return first

    def _noun(self, first: int, figure: Figure, stop: int) -> Counted | None:
        """The noun that heads the phrase from word *first*."""
        lower = self.words.lower
        weak: Hit[Term] | None = None
        plural: int | None = None
        position, far = first, min(stop, first + _REACH)
        while position < far:
            hit = self.opened.get(position)
            if hit is not None and hit.meaning.role != "event":
                if hit.meaning.role == "noun":
                    return self._named_by(hit, stop)
                weak, position = hit, hit.end
                continue
            word = lower[position]
            if word in _TALLIES and figure.kind == "count":
                return Counted(self._span(position, position + 1), None, position + 1, True)
            if hit is not None or self._ends_phrase(position, weak is not None):
                break
            if is_plural(word) and not weak:
                plural = position
            elif plural is not None and word.endswith(("ed", "ing")):
                break
            position += 1
        if weak is not None:
            measure = weak.meaning.measures[0] if weak.meaning.measures else None
            return Counted(self._surface(weak), measure, weak.end, False)
        if plural is not None and figure.kind not in _PARTS:
            return Counted(self._span(plural, plural + 1), None, plural + 1, True)
        return None

    def _named_by(self, hit: Hit[Term], stop: int) -> Counted:
        if self._compound(hit, stop):
            return Counted(self._span(hit.end, hit.end + 1), None, hit.end + 1, True)
        return Counted(self._surface(hit), self._choose(hit.meaning), hit.end, True)

    def _ends_phrase(self, position: int, headed: bool) -> bool:
        word = self.words.lower[position]
        following = self.words.lower[position + 1]
        if word in ("more", "fewer", "other", "others"):  # "10,000 more officers"
            return headed or following in STOPS or not following[0].isalpha()
        if following == "-" and not headed:  # "majority-Muslim countries"
            return False
        if word in _NO_NOUNS or headed:
            return True
        return not (word[0].isalpha() or word in ("-", "'", '"', "'s", "“", "”"))

    def _compound(self, hit: Hit[Term], stop: int) -> bool:
        """Whether a noun only qualifies the next one: ``removal flights``."""
        lower = self.words.lower
        if hit.end >= stop or is_plural(lower[hit.end - 1]):
            return False
        following = lower[hit.end]
        return is_plural(following) and following not in _NO_NOUNS

    def _opens(self, position: int, stop: int) -> bool:
        if position >= stop:
            return False
        hit = self.table.terms.at(self.words.lower, position)
        return hit is not None and hit.meaning.role != "event"

    def _surface(self, hit: Hit[Term]) -> str:
        return self._span(hit.start, hit.end)

    def _span(self, start: int, end: int) -> str:
        return self.text[self.words.start[start] : self.words.stop[end - 1]]

    def _choose(self, term: Term, *, active: bool = False) -> str:
        """The measure that *term* names; an open one goes with what the text spoke of."""
        if len(term.measures) == 1:
            return term.measures[0]
        if term.unless and next(term.unless.find(self.words.lower, self.begin, self.end), None):
            return term.measures[-1]
        for name in reversed(self.named[-_RECENT:]):
            if name in term.measures:
                return name
        return term.measures[0] if active else term.measures[-1]

    def _event_before(self, at: int, start: int) -> str | None:
        """The verb that governs the figure: ``arrested [about] 498 people``."""
        position = at - 1
        while position >= start and self.words.lower[position] in BEFORE_FIGURE:
            position -= 1
        for hit in reversed(self.hits):
            if hit.end - 1 == position and hit.meaning.role == "event" and hit.start >= start:
                return self._choose(hit.meaning, active=True)
            if hit.end <= position:
                break
        return None

    def _said_of(self, until: int) -> str | None:
        """What happened to the people a noun names: ``two detainees [have] died``."""
        position = until
        while self.words.lower[position] in AUXILIARIES:
            position += 1
        for hit in self.free:
            if hit.start == position and hit.meaning.role == "event":
                return self._choose(hit.meaning)
        return None

    def _reach(self, at: int, stop: int) -> int:
        """Up to where an event is said of the figure: past figures that open no new clause."""
        lower = self.words.lower
        far = min(self.end, at + _FAR)
        for position in range(at + 1, far):
            if position < stop < self.end and lower[position] in _CLAUSE:
                return stop
            if position >= stop and (lower[position] in _CLAUSE or lower[position] in _WHO):
                return position
        return far

    def _event_after(self, at: int, until: int, stop: int, *, bare: bool) -> str | None:
        """What is said of the people counted: ``498 people [from 42 countries] were arrested``."""
        lower = self.words.lower
        for hit in self.free[bisect_left(self.free, until, key=lambda h: h.start) :]:
            if hit.start >= stop or not _PARTING.isdisjoint(lower[until : hit.start]):
                return None
            if hit.meaning.role == "event" and not self._governs(hit.end, at):
                return self._choose(hit.meaning)
            if bare and hit.meaning.role == "noun":
                named = all(lower[k] in AUXILIARIES for k in range(until, hit.start))
                return self._choose(hit.meaning) if named and hit.start > until else None
        return None

    def _governs(self, position: int, at: int) -> bool:
        """Whether a verb before *position* governs a figure behind it: ``and removed 59,011``."""
        lower = self.words.lower
        while lower[position] in BEFORE_FIGURE:
            if lower[position] == "at" and lower[position + 1] not in ("least", "most"):
                return False  # "arrested at two plants"
            position += 1
        number = self.words.figure[position]
        return number >= 0 and position > at and self.words.figures[number].kind in _COUNTED

    def _is_rest(self, at: int) -> bool:
        """Whether the figure is what remains of the topic: ``the other 40``."""
        position = at - 1
        while position > self.begin and self.words.lower[position] in ("some", "about", "nearly"):
            position -= 1
        lower = self.words.lower
        if lower[position] == "," and lower[position - 1] in ("rest", "remainder", "others"):
            return True
        return lower[position] in ("other", "remaining")

    def _yields(self, event: str) -> bool:
        """Whether an event said of the rest tells less than the topic does: arrested, then held."""
        topic = self.topic.measure if self.topic else None
        if topic is not None and event in self.table.absorbs.get(topic, ()):
            return True
        if topic is None or topic in self.table.exits:
            return False
        return event in self.table.weak and topic not in self.table.weak

    def _opens_back(self) -> bool:
        lower = self.words.lower
        return lower[self.begin] == "of" and lower[self.begin + 1] in ("those", "them", "these")

    def _is_of_first(self) -> bool:
        """Whether the sentence takes parts of its first figure: ``Of 36,704 people booked in,``."""
        opening = self.words.figure[self.begin : min(self.end, self.begin + 4)]
        return self.words.lower[self.begin] == "of" and max(opening) >= 0

    def _is_included(self, at: int) -> bool:
        return "including" in self.words.lower[max(self.begin, at - 3) : at]

    def _whole(self, at: int, stop: int) -> Counted | None:
        """What the whole counts that a figure is part of: ``46,015 of the 59,762 people held``."""
        if self.words.lower[at + 1] != "of" or stop > at + 4 or stop >= self.end:
            return None
        until = stop + 1
        event = self._event_after(stop, until, self._reach(stop, self.end), bare=False)
        return Counted(None, event, until, False)

    def _absorbed(self, whole: Counted, event: str) -> bool:
        return event in self.table.absorbs.get(whole.measure or "", ())

    def _before(self, at: int, after: int) -> Hit[Term] | None:
        """The nearest noun between words *after* and *at* that stands on its own, or an event."""
        event = None
        for hit in reversed(self.free):
            if hit.end > at or hit.meaning.role == "people":
                continue
            if hit.start < after:
                break
            if hit.meaning.role == "event":
                event = event or hit
            elif self._stands_alone(hit):
                return hit
        return event

    def _stands_alone(self, hit: Hit[Term]) -> bool:
        """Whether a noun can be what a later figure counts: ``to the countries`` cannot."""
        name = hit.meaning.measures[0]
        if name in self.table.agents:
            return False
        lower = self.words.lower
        if name in self.table.things and not is_plural(lower[hit.end - 1]):
            return False
        for position in range(hit.start - 1, max(self.begin, hit.start - 5) - 1, -1):
            word = lower[position]
            if word in _GOVERNING or word in ("a", "an"):
                return False
            number = self.words.figure[position]
            if number >= 0 and self.words.figures[number].kind == "date":
                break
            if number >= 0 and name in self.table.things:
                return False
            if (word in STOPS and word not in DETERMINERS) or not (
                word[0].isalpha() or number >= 0
            ):
                break
        return True

    def _unit_before(self, at: int) -> str | None:
        """The nearest noun of several before a figure that has none after it."""
        lower = self.words.lower
        for position in range(at - 1, max(self.begin, at - _FAR) - 1, -1):
            word = lower[position]
            if word in (";", ":") and position < at - 1:
                break
            noun = is_plural(word) and word not in _NO_NOUNS
            if noun and (position == self.begin or not self.words.titled[position]):
                return self._span(position, position + 1)
        return None

    def _unit_carried(self, previous: Sequence[Counted], measure: str | None = None) -> str | None:
        """The noun of the last count, of the same *measure* where one is given."""
        for counted in reversed((self.topic, *previous)):
            unit = counted.unit_of_count if counted else None
            if unit and counted and (measure in (None, counted.measure) or self._is_person(unit)):
                return unit
        return None

    def _is_person(self, unit: str) -> bool:
        hit = self.table.terms.at((unit.lower().split()[-1], ""), 0)
        return hit is not None and hit.meaning.role == "people"

    def _carried(
        self,
        at: int,
        figure: Figure,
        start: int,
        until: int,
        unit: str | None,
        head: Counted | None,
        previous: Sequence[Counted],
    ) -> Counted:
        """A figure that names nothing itself: the noun before it, its list, or the topic."""
        back = refers_back(self.words.lower, at)
        if previous and head is None and figure.kind == "count" and is_base(self.words.lower, at):
            return Counted(unit or previous[-1].unit_of_count, previous[-1].measure, until, False)
        if not previous and back and self.topic is not None:
            return Counted(unit or self.topic.unit_of_count, self.topic.measure, until, False)
        if previous and back and previous[-1].measure is not None:
            return Counted(unit or previous[-1].unit_of_count, previous[-1].measure, until, False)
        if head is not None and self._is_plain(at, previous):
            return Counted(unit, self.table.people, until, False)
        listed = next((c for c in reversed(previous) if c.measure not in self.table.unlisted), None)
        near = self._before(at, start)
        if near is None and listed is not None and listed.measure is not None:
            return Counted(unit or listed.unit_of_count, listed.measure, until, False)
        before = near or self._before(at, self.begin)
        if before is not None and self._fits(before, figure, head):
            named = self._surface(before) if before.meaning.role != "event" else None
            unit = unit or named or self._unit_carried(previous) or self._unit_before(at)
            return Counted(unit, self._choose(before.meaning), until, False)
        again = bool(previous) and self._counts_again(previous[-1], at)
        if again and (previous[-1].measure or head is None) and figure.kind not in _PARTS:
            unit = unit or previous[-1].unit_of_count or self._unit_before(at)
            return Counted(unit, previous[-1].measure, until, False)
        unit = unit or self._unit_before(at)
        if head is not None and self.topic and self.topic.measure in self.table.plans:
            return Counted(unit, self.table.people, until, False)  # beds, and then people
        if self.topic is not None and (unit is None or head is not None or figure.kind in _PARTS):
            return Counted(unit or self.topic.unit_of_count, self.topic.measure, until, False)
        if self.topic is not None:
            return Counted(unit, self.topic.measure, until, False)
        return Counted(unit, self.table.people if head else None, until, False)

    def _is_plain(self, at: int, previous: Sequence[Counted]) -> bool:
        """Whether people are counted of whom the sentence says nothing that the field knows."""
        lower = self.words.lower
        if previous or self.qualified or refers_back(lower, at) or self._is_included(at):
            return False
        if not _POINTING.isdisjoint(lower[max(self.begin, at - 4) : at]):
            return False
        return all(hit.meaning.role == "people" for hit in self.free)

    def _counts_again(self, previous: Counted, at: int) -> bool:
        """Whether a bare figure goes on counting what the last did: ``201 centers to 172``."""
        if self.topic is None or previous.measure not in self.table.unlisted:
            return True
        gap = self.words.lower[previous.until : at]
        return all(word in BEFORE_FIGURE or word in _LINKS for word in gap)

    def _fits(self, before: Hit[Term], figure: Figure, head: Counted | None) -> bool:
        """Whether a noun before can be what the figure counts; places and offices hardly are."""
        if before.meaning.measures[0] not in self.table.things:
            return True
        plain = figure.kind not in ("percent", "rate") and head is None
        return plain or self.topic is None
