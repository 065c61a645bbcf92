"""All five dimensions of every figure, sentence by sentence, and what carries over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from crossfoot.figures.context.attach import Mention, is_base, owners, spread
from crossfoot.figures.context.english import AUXILIARIES, PREPOSITIONS
from crossfoot.figures.context.measure import MEMORABLE, Counted, MeasureReader
from crossfoot.figures.context.periods import PeriodReader, When, fiscal_start, named_dates
from crossfoot.figures.context.places import PlaceReader, Where, gazetteer
from crossfoot.figures.context.population import PopulationReader, inherit, population_table
from crossfoot.figures.context.scope import scopes_of
from crossfoot.figures.context.sources import TOLD, Credit, Party, SourceReader, source_table
from crossfoot.figures.context.words import words_of
from crossfoot.figures.dates import anchor_date
from crossfoot.model import Document, Figure, Period
from crossfoot.packs import Pack

_PEOPLED = frozenset({"count", "number", "percent", "fraction"})
_SHARES = frozenset({"percent", "points", "multiple", "fraction"})
_RATIOS = frozenset({"percent", "points", "multiple"})
_TURNS = frozenset("up down more fewer less higher lower".split())
_CHANGING = frozenset(
    "rose fell grew dropped climbed declined increased decreased jumped plunged plummeted shrank "
    "surged soared rise fall drop increase decrease decline jump doubled tripled change changed "
    "went slipped dipped slid gained".split()
)
_EVENT_TOLD = 10  # an event is dated within the first dated sentences, or not at all
_LEDE = 3  # sentences from the top whose place and time hold for the whole


def add_context(document: Document, figures: tuple[Figure, ...], pack: Pack) -> tuple[Figure, ...]:
    """*figures* with unit, measure, population, place, period and source, where the text says."""
    return _Reader(document, figures, pack).run()


@dataclass
class _Topic:
    """What carries over from sentence to sentence."""

    place: str | None = None  # of the paragraph
    lede_place: str | None = None
    period: Period | None = None  # of the paragraph
    main_period: Period | None = None  # of the whole
    day: Period | None = None  # of what is counted at a point in time
    listed: tuple[Period, ...] = ()  # of the last list by days, months, years
    event_measure: str | None = None
    whole: Figure | None = None  # the first figure of the last sentence that had one
    credit: Party | None = None
    credited: str | None = None  # the measure that the credit was for


@dataclass
class _Reader:
    document: Document
    figures: tuple[Figure, ...]
    pack: Pack
    topic: _Topic = field(default_factory=_Topic)

    def run(self) -> tuple[Figure, ...]:
        document, pack = self.document, self.pack
        words = self.words = words_of(document, self.figures)
        anchor = anchor_date(document)
        month = pack.measures.get("fiscal_year_starts", 1)
        self.month = month
        self.measures = MeasureReader(pack, words, document.text)
        self.population = PopulationReader(population_table(pack), words)
        self.places = PlaceReader(gazetteer(pack), words, document.text)
        self.periods = PeriodReader(
            words, self.figures, document.text, anchor, TOLD, named_dates(pack), month
        )
        self.sources = SourceReader(source_table(pack), words, document.text, self.places.is_place)
        self.accruing = {
            row["name"] for row in pack.measures.get("measures", ()) if row.get("accrues")
        }
        self.stocks = {
            row["name"] for row in pack.measures.get("measures", ()) if row.get("kind") == "stock"
        }
        self.apart = {row["name"] for row in pack.measures.get("measures", ()) if row.get("apart")}
        self.topical = self.measures.topical
        self.things = {
            row["name"] for row in pack.measures.get("measures", ()) if row.get("things")
        }
        self.stocks &= self.topical
        self.out = list(self.figures)
        rows: list[list[tuple[int, Figure]]] = [[] for _ in document.sentences]
        for number, figure in enumerate(self.figures):
            if figure.kind not in ("date", "identifier"):
                rows[figure.sentence].append((words.at[number], figure))
        self.lede = self._lede_end()
        self._find_event()
        block = -1
        for sentence, row in zip(document.sentences, rows, strict=True):
            if sentence.block != block:
                block = sentence.block
                self._turn_paragraph()
            self._sentence(sentence.index, row)
        self._recall(rows)
        self._look_back(rows)
        return tuple(self.out)

    def _lede_end(self) -> int:
        """The sentence after the first paragraph; a headline before it belongs to it."""
        for sentence in self.document.sentences:
            block = self.document.blocks[sentence.block]
            if block.kind != "heading":
                mates = (s.index for s in self.document.sentences if s.block == sentence.block)
                return max(mates) + 1
        return 0

    def _turn_paragraph(self) -> None:
        topic = self.topic
        topic.place = topic.lede_place
        topic.period = topic.main_period
        if topic.credit is not None and topic.credit.kind in ("person", "private"):
            topic.credit = None

    def _recall(self, rows: Sequence[Sequence[tuple[int, Figure]]]) -> None:
        """``the 566`` is the 566 told of before, with all that was said of it."""
        known: dict[Fraction, Figure] = {}
        for row in rows:
            for position, figure in row:
                number = self.words.figure[position]
                if figure.kind != "count" or figure.value is None or figure.value < MEMORABLE:
                    continue
                earlier = known.setdefault(figure.value, self.out[number])
                if earlier.id != figure.id and self._is_bare(position):
                    self.out[number] = replace(
                        self.out[number],
                        measure=earlier.measure,
                        population=earlier.population,
                        place=earlier.place,
                        period=earlier.period,
                    )

    def _is_bare(self, position: int) -> bool:
        lower = self.words.lower
        following = lower[position + 1]
        opened = lower[position - 1] in ("the", "that", "those", "these")
        return opened and (following in AUXILIARIES or following in ",.;)" or following == "who")

    def _look_back(self, rows: Sequence[Sequence[tuple[int, Figure]]]) -> None:
        """Headline and lede take the day of the event that the next sentences date."""
        undated: list[int] = []
        for row in rows[:_LEDE]:
            for position, figure in row:
                number = self.words.figure[position]
                period, measure = self.out[number].period, self.out[number].measure
                if period is None and figure.kind not in ("duration", "age"):
                    undated.append(number)
                elif period is not None and measure is not None:
                    for earlier in undated:
                        if self.out[earlier].measure == measure:
                            self.out[earlier] = replace(self.out[earlier], period=period)
                    return

    def _bounds(self, index: int) -> tuple[int, int]:
        return self.words.sentence[index], self.words.sentence[index + 1]

    def _find_event(self) -> None:
        """The period of the event that the whole text is about, wherever it says so."""
        dated = {f.sentence for f in self.figures if f.kind in ("date", "duration")}
        for index in sorted(dated)[:_EVENT_TOLD]:
            begin, end = self._bounds(index)
            mentions = self.periods.read(begin, end)
            self.periods.find_event(begin, end, mentions, top=index < self.lede)
            if self.periods.event is not None:
                break
        self.periods.last = self.periods.last_said = None
        self.periods.long.clear()
        self.topic.period = self.topic.main_period = self.periods.event

    def _sentence(self, index: int, row: Sequence[tuple[int, Figure]]) -> None:
        begin, end = self._bounds(index)
        if begin >= end:
            return
        block = self.document.blocks[self.document.sentences[index].block]
        self.measures.headline = block.kind in ("heading", "caption")
        first = self.places.dateline(begin, end)
        places = self.places.read(first, end)
        credits = self.sources.read(first, end)
        periods = self.periods.read(begin, end)
        if not row:
            self._pass(index, places, periods, credits)
            return
        self.another = not credits and self._is_another(begin)
        lower = self.words.lower
        at = [position for position, _ in row]
        qualifiers = self.population.hits(begin, end)
        counted = self.measures.read(list(row), begin, end, self.population.masked(qualifiers))
        scopes = scopes_of(lower, row, begin, end)
        things = [counted[position].measure in self.things for position in at]
        where = self._places_of(index, at, things, places, begin)
        when = self._periods_of(row, periods, counted, begin, end)
        before = self._whole_of(begin, counted[at[0]])
        for k, ((position, figure), scope) in enumerate(zip(row, scopes, strict=True)):
            found = counted[position]
            own = self.population.read(qualifiers, scope, found.measure)
            part = scopes[0].whole and k > 0 and found.measure == counted[at[0]].measure
            if part:
                whole = self.out[self.words.figure[at[0]]].population
                own = self.population.tidy(inherit(whole, own), found.measure)
            if self.population.refers_back(scope) or (k == 0 and before):
                own = self.population.tidy(inherit(before, own), found.measure)
            if not own and k and self._is_compared(position):
                own = before
            if figure.kind in _PEOPLED | _RATIOS:
                before = own
            party = self._party(figure, position, credits, found)
            self.out[self.words.figure[position]] = replace(
                figure,
                unit=figure.unit or found.unit,
                measure=found.measure,
                population=own,
                place=where[k],
                period=when[k],
                source=self.sources.source(party) if party else None,
            )
        self.topic.whole = self.out[self.words.figure[at[0]]]
        if credits:
            self.topic.credit = credits[-1].party
            self.topic.credited = counted[at[-1]].measure

    def _whole_of(self, begin: int, first: Counted) -> tuple[str, ...]:
        """The people of the whole that ``Of those, …`` takes a part of."""
        lower, whole = self.words.lower, self.topic.whole
        start = begin + (lower[begin] == "out")
        opened = lower[start] in ("of", "among") and lower[start + 1] in ("those", "them", "these")
        if not opened or whole is None or whole.measure != first.measure:
            return ()
        return whole.population if lower[start] == "among" or lower[start + 2] == "," else ()

    def _is_another(self, begin: int) -> bool:
        """Whether the sentence opens with another body than the one credited."""
        opening = self.sources.opening
        credit = self.topic.credit
        if opening is None or credit is None:
            return False
        lower = self.words.lower
        before, after = lower[opening.start - 1], lower[opening.end]
        led = opening.start > begin and before in PREPOSITIONS
        if led or before == "the" or after == "'s":
            return False
        return opening.kind not in ("person", "private", "office") and opening.name != credit.name

    def _is_compared(self, position: int) -> bool:
        """Whether the figure is an end of a change, of the same people: ``from 934 to 5,578``."""
        lower = self.words.lower
        back = position - 1
        while lower[back] in ("about", "nearly", "just", "some", "roughly", "the"):
            back -= 1
        return lower[back] in ("from", "to", "than", "with", "against") and (
            lower[back] != "with" or lower[back - 1] == "compared"
        )

    def _pass(
        self,
        index: int,
        places: Sequence[Mention[Where]],
        periods: Sequence[Mention[When]],
        credits: Sequence[Credit],
    ) -> None:
        """A sentence without figures may still set the scene."""
        names = {m.meaning.name for m in places if m.meaning.kind != "home"}
        if len(names) == 1:
            self._set_place(index, names.pop())
        elif places and not names:
            self.topic.place = self.topic.place or places[0].meaning.name
        sentence = self.document.sentences[index]
        heads = self.document.blocks[sentence.block].kind in ("heading", "caption")
        begin, end = self._bounds(index)
        if heads or end - begin < 7 or self.document.text[sentence.end - 1] == ":":
            self.measures.introduce(*self._bounds(index))
        told = [m for m in periods if not m.meaning.said and not m.meaning.bygone]
        if told and self.periods.event is None:
            self._set_period(told[0])
        if credits:
            self.topic.credit = credits[-1].party

    def _set_place(self, index: int, name: str) -> None:
        self.topic.place = name
        abroad = ", " in name and name.rpartition(", ")[2] not in self.places.table.states
        if index < self.lede and not abroad and self.topic.lede_place is None:
            self.topic.lede_place = name

    def _places_of(
        self,
        index: int,
        at: Sequence[int],
        things_of: Sequence[bool],
        places: Sequence[Mention[Where]],
        begin: int,
    ) -> list[str | None]:
        if not places:
            return [self.topic.place] * len(at)
        lower = self.words.lower
        owner = owners(lower, at, places, begin)
        found = spread(lower, at, places, owner)
        if found[0] is not None:
            self._take_place(index, places)
        carried = self.topic.place
        return [
            m.meaning.name if m and not self._is_subject(m, position, things) else carried
            for position, m, things in zip(at, found, things_of, strict=True)
        ]

    def _take_place(self, index: int, places: Sequence[Mention[Where]]) -> None:
        """One place, told of the first figure on, holds for what follows."""
        names = {m.meaning.name for m in places}
        names -= {name for name in names if any(n.endswith(f", {name}") for n in names)}
        if len(names) != 1:
            return
        if places[0].meaning.kind == "home":
            self.topic.place = self.topic.place or names.pop()
        else:
            self._set_place(index, names.pop())

    def _is_subject(self, mention: Mention[Where], position: int, things: bool) -> bool:
        """``Boston had the most of the 10 cities``: the cities are not in Boston."""
        before = self.words.lower[mention.start - 1]
        return things and mention.end <= position and before not in PREPOSITIONS

    def _periods_of(
        self,
        row: Sequence[tuple[int, Figure]],
        periods: Sequence[Mention[When]],
        counted: dict[int, Counted],
        begin: int,
        end: int,
    ) -> list[Period | None]:
        inside = {p for m in periods for p in range(m.start, m.end)}
        at = [p for p, f in row if p not in inside and f.kind not in ("duration", "age")]
        at = at or [p for p, _ in row if p not in inside]
        told = [m for m in periods if not m.meaning.said and not m.meaning.bygone]
        told = [m for m in told if not self._is_base(m)]
        said = [m for m in periods if m.meaning.said]
        found: dict[int, When] = {}
        owner: list[int] = []
        if at and self._recount(row):
            told = []
        if told and at:
            owner = owners(self.words.lower, at, told, begin)
            spreaded = spread(self.words.lower, at, told, owner)
            found = {p: m.meaning for p, m in zip(at, spreaded, strict=True) if m}
            self._each(at, told, found)
        carried = {p: self._carried(c.measure) for p, c in counted.items()}
        if told and at:
            self._retell(at, told, owner, counted)
        self._later_end(row, found, begin, end)
        out: list[Period | None] = []
        for position, figure in row:
            when = found.get(position)
            if when and when.relative and self._is_difference(position):
                when = None
            measure = counted[position].measure
            period = when.period if when else carried[position]
            if when and when.later and figure.kind in _RATIOS and self._changes(begin, end):
                period = when.later
            if when is None and measure in self.stocks:
                period = self._day_told(said) or period
            out.append(self._accrued(period, measure))
        return out

    def _is_difference(self, position: int) -> bool:
        """``fell by 5,000``: a difference is of the later date."""
        window = self.words.lower[position - 5 : position]
        return "by" in window and not _CHANGING.isdisjoint(window)

    def _is_base(self, mention: Mention[When]) -> bool:
        """Whether a change is told from that date: ``up 60 percent from April``."""
        lower, start = self.words.lower, mention.start
        if mention.meaning.later is not None:
            return False
        back = start - 1
        while lower[back] in ("the", "a"):
            back -= 1
        if lower[back] not in ("from", "over", "since") or lower[mention.end + 1] == "when":
            return False
        number = self.words.figure[back - 1]
        kind = self.figures[number].kind if number >= 0 else None
        return kind in _SHARES or lower[back - 1] in _CHANGING | _TURNS

    def _each(
        self, at: Sequence[int], told: Sequence[Mention[When]], found: dict[int, When]
    ) -> None:
        """``373, 449 and 421 for the same days``: to each figure the day listed before."""
        listed = self.topic.listed
        if len(told) == 1 and told[0].meaning.each and len(at) == len(listed):
            for position, period in zip(at, listed, strict=True):
                found[position] = When(period)

    def _retell(
        self,
        at: Sequence[int],
        told: Sequence[Mention[When]],
        owner: Sequence[int],
        counted: dict[int, Counted],
    ) -> None:
        """What the sentence leaves as the topic: the period of its first figure, or its list."""
        if len(set(owner)) > 2 and len(told) > 2:
            self.topic.listed = tuple(m.meaning.period for m in told)
        if self.periods.event is None:
            measures = [counted[at[o]].measure for o in owner]
            owned = list(zip(told, measures, strict=True))
            lasting = (m for m, name in owned if name not in self.stocks)
            day = next((m for m, name in owned if name in self.stocks), None)
            if day is not None and not day.meaning.relative:
                self.topic.day = day.meaning.period
            self._set_period(next(lasting, told[0] if self.topic.period is None else None))
        elif self.topic.event_measure is None:
            self.topic.event_measure = counted[at[0]].measure

    def _set_period(self, mention: Mention[When] | None) -> None:
        if mention is None:
            return
        when, topic = mention.meaning, self.topic
        if when.relative or when.bygone or when.period.start is None:
            return
        back = range(mention.start - 1, max(0, mention.start - 9), -1)
        held = next((k for k in back if self.words.figure[k] >= 0), None)
        if held is not None and is_base(self.words.lower, held):
            return
        topic.period = when.period
        if topic.main_period is None:
            topic.main_period = when.period

    def _recount(self, row: Sequence[tuple[int, Figure]]) -> bool:
        """``The six daily figures come to``: the span of the days just listed."""
        listed = self.topic.listed
        if len(listed) > 2 and any(f.value == len(listed) for _, f in row):
            starts = [p.start for p in listed if p.start]
            ends = [p.end for p in listed if p.end]
            if starts and ends:
                self.topic.period = Period(min(starts), max(ends))
                return True
        return False

    def _later_end(
        self, row: Sequence[tuple[int, Figure]], found: dict[int, When], begin: int, end: int
    ) -> None:
        """``fell 63%, from 297,898 in 2009 to 110,104 in 2016``: the change is told for the end."""
        lower = self.words.lower
        for k in range(len(row) - 2):
            (at, figure), (one, _), (two, _) = row[k : k + 3]
            if figure.kind not in _SHARES and "by" not in lower[max(begin, at - 3) : at]:
                continue
            if "from" in lower[at:one] and "to" in lower[one:two] and two in found:
                found[at] = found[two]

    def _changes(self, begin: int, end: int) -> bool:
        return not _CHANGING.isdisjoint(self.words.lower[begin:end])

    def _carried(self, measure: str | None) -> Period | None:
        """The period that a figure without one takes over.

        What is no part of the event reported is not dated by it.
        """
        topic = self.topic
        if measure in self.stocks and topic.day is not None:
            return topic.day
        dated_by_event = topic.period is not None and topic.period == self.periods.event
        if dated_by_event and measure in self.apart and measure != topic.event_measure:
            topic.period = None
        return topic.period

    def _day_told(self, said: Sequence[Mention[When]]) -> Period | None:
        """A count of people at a time, undated, is of the day it was told."""
        if said:
            return said[-1].meaning.period
        return self.periods.last_said if self.topic.period is None else None

    def _accrued(self, period: Period | None, measure: str | None) -> Period | None:
        """An average since the fiscal year began, told for a day, covers the days since."""
        if measure not in self.accruing or period is None:
            return period
        if period.start is None or period.start != period.end:
            return period
        return Period(fiscal_start(period.start, self.month), period.end, period.text)

    def _party(
        self, figure: Figure, position: int, credits: Sequence[Credit], found: Counted
    ) -> Party | None:
        for credit in credits:
            if credit.reach and credit.reach[0] <= position < credit.reach[1]:
                return credit.party
        free = [credit for credit in credits if credit.reach is None]
        if free:
            return free[0].party
        topic = self.topic
        apart = found.own and found.measure in self.apart and found.measure != topic.credited
        return None if apart or self.another or figure.kind == "multiple" else topic.credit
