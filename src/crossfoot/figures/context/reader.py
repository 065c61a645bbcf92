"""All five dimensions of every figure, sentence by sentence, and what carries over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache

from crossfoot.figures.context.english import AUXILIARIES
from crossfoot.figures.context.lexicon import Hit, Sought, joined
from crossfoot.figures.context.measure.reader import MeasureReader
from crossfoot.figures.context.measure.sentence import Counted, is_memorable
from crossfoot.figures.context.measure.table import measure_table
from crossfoot.figures.context.period.calendar import is_long, named_dates, named_spans
from crossfoot.figures.context.period.reader import PeriodReader
from crossfoot.figures.context.period.timeline import RATIOS, Row, Timeline
from crossfoot.figures.context.period.times import Times
from crossfoot.figures.context.period.worded import WORDED
from crossfoot.figures.context.place.gazetteer import gazetteer
from crossfoot.figures.context.place.names import PlaceNames
from crossfoot.figures.context.place.reader import PlaceReader
from crossfoot.figures.context.place.whereabouts import Whereabouts
from crossfoot.figures.context.population import (
    PopulationReader,
    Qualifier,
    inherit,
    population_table,
)
from crossfoot.figures.context.scope import refers_back, scopes_of
from crossfoot.figures.context.source.cast import Cast
from crossfoot.figures.context.source.crediting import Crediting
from crossfoot.figures.context.source.directory import source_table
from crossfoot.figures.context.source.reader import SourceReader
from crossfoot.figures.context.source.wording import TOLD
from crossfoot.figures.context.words import Openers, Words, words_of
from crossfoot.figures.dates import anchor_date
from crossfoot.model import Document, Figure, Period, Source
from crossfoot.packs import Pack

_LENGTHS = frozenset({"duration", "age"})  # mostly of nobody who is counted
_PEOPLED = frozenset({"count", "number", "percent", "fraction"}) | RATIOS
_HEADS = ("heading", "caption")
_DEFINITE = frozenset("the that those these".split())
_LABEL = 7  # words; a shorter line without figures is a label of what follows
_DATELINE = 3  # words; a line that is hardly more than a date says when the text was written
_LEDE = 3  # sentences that may be dated by what follows them


def add_context(document: Document, figures: tuple[Figure, ...], pack: Pack) -> tuple[Figure, ...]:
    """*figures* with unit, measure, population, place, period and source, where the text says."""
    return _reader(document, figures, pack).run()


@lru_cache(maxsize=8)
def _openers(pack: Pack) -> Openers:
    """The words that may open a phrase which is looked for all over a text."""
    places = gazetteer(pack)
    return joined(
        (
            measure_table(pack).terms.openers,
            population_table(pack).qualifiers.openers,
            places.wide.openers,
            places.actors.openers,
            named_dates(pack).openers,
            WORDED,
        )
    )


def _reader(document: Document, figures: tuple[Figure, ...], pack: Pack) -> _Reader:
    words, text = words_of(document, figures, _openers(pack)), document.text
    table, people = measure_table(pack), population_table(pack)
    places = PlaceReader(PlaceNames(gazetteer(pack), words, text))
    month = pack.measures.get("fiscal_year_starts", 1)
    times = Times(words, text, anchor_date(document), TOLD, named_spans(pack), month)
    periods = PeriodReader(times, named_dates(pack))
    sources = SourceReader(Cast(source_table(pack), words, text, places.is_place))
    return _Reader(
        document,
        words,
        MeasureReader(table, words, text),
        PopulationReader(people, words, Sought(people.qualifiers, words)),
        Whereabouts(words, places, table, _lede_end(document)),
        Timeline(words, figures, periods, table),
        Crediting(words, sources, table),
        list(figures),
    )


def _lede_end(document: Document) -> int:
    """The sentence after the first paragraph; a headline before it belongs to it."""
    lede = -1  # the block
    for sentence in document.sentences:
        if lede >= 0 and sentence.block != lede:
            return sentence.index
        if lede < 0 and document.blocks[sentence.block].kind != "heading":
            lede = sentence.block
    return len(document.sentences) if lede >= 0 else 0


def _with_context(
    figure: Figure,
    counted: Counted,
    population: tuple[str, ...],
    place: str | None,
    period: Period | None,
    source: Source | None,
) -> Figure:
    """*figure* with all that was found out of it; half the time of ``dataclasses.replace``."""
    return Figure(
        figure.id, figure.start, figure.end, figure.text, figure.sentence, figure.kind,
        figure.value, figure.range, figure.step, figure.hedge, figure.unit or counted.unit,
        counted.measure, population, place, period, source,
    )  # fmt: skip


@dataclass(slots=True)
class _Reader:
    document: Document
    words: Words
    measures: MeasureReader
    population: PopulationReader
    where: Whereabouts
    when: Timeline
    credit: Crediting
    out: list[Figure]
    lede_measure: str | None = None  # what the first figure counts
    known: dict[Fraction, Figure] = field(default_factory=dict)  # large counts, as first told
    whole: Figure | None = None  # the first figure of the last sentence that had one
    bare: frozenset[int] = frozenset()  # figures that stand as "the 566" does, by their words

    def run(self) -> tuple[Figure, ...]:
        """Read every sentence in order, then what only the whole text tells."""
        rows: list[list[tuple[int, Figure]]] = [[] for _ in self.document.sentences]
        for number, figure in enumerate(self.out):
            if figure.kind not in ("date", "identifier"):
                rows[figure.sentence].append((self.words.at[number], figure))
        lower = self.words.lower
        pointed = [at for row in rows for at, _ in row if lower[at - 1] in _DEFINITE]
        self.bare = frozenset(at for at in pointed if self._is_bare(at))
        self.when.find_event(self.where.lede)
        block, last = -1, self._last_of_use(rows)
        for sentence, row in zip(self.document.sentences[: last + 1], rows, strict=False):
            if sentence.block != block:
                block = sentence.block
                self.where.turn_paragraph()
                self.when.turn_paragraph()
                self.credit.turn_paragraph()
            self._sentence(sentence.index, row)
        self._recall(rows)
        self._look_back(rows)
        return tuple(self.out)

    def _last_of_use(self, rows: Sequence[Row]) -> int:
        """The last sentence that has a figure, or says whose those above it are; -1 for none."""
        bounds = self.words.sentence
        return next(
            (
                index
                for index in range(len(rows) - 1, -1, -1)
                if rows[index] or self.credit.sources.vouches(bounds[index], bounds[index + 1])
            ),
            -1,
        )

    def _sentence(self, index: int, row: Row) -> None:
        begin, end = self.words.sentence[index], self.words.sentence[index + 1]
        if begin >= end:
            return
        kind = self.document.blocks[self.document.sentences[index].block].kind
        self.measures.headline = kind in _HEADS
        first = self.where.places.dateline(begin, end)
        places = self.where.places.read(first, end)
        credits = self.credit.sources.read(first, end)
        periods = self.when.periods.read(begin, end)
        if not row:
            self.where.pass_over(index, places)
            if end - begin > _DATELINE:
                self.when.pass_over(periods)
            self.credit.close_sentence(credits)
            if self.credit.sources.vouches(begin, end):
                self._vouch_above(begin, end)
            self._introduce(index, begin, end)
            return
        counting = not _LENGTHS.issuperset([figure.kind for _, figure in row])
        qualifiers = self.population.hits(begin, end) if counting else None
        masked = self.population.masked(qualifiers) if qualifiers else {}
        counted = self.measures.read(row, begin, end, masked)
        at = [position for position, _ in row]
        found_places = self.where.of_row(index, at, counted, places)
        found_periods = self.when.of_row(row, periods, counted, begin, end)
        if self._opens_back(begin) and self.words.lower[begin + 2] == ",":
            self._of_whole(row, counted, found_places, found_periods, bool(places), bool(periods))
        again = self._told_again(row, counted) if self.bare else None
        if again is not None and not periods and again.period is not None:
            found_periods = [again.period] * len(row)
            self.when.period = again.period
        people = self._people(row, qualifiers, counted, begin, end)
        national = not credits and self.where.places.is_of_nation(first, end)
        self.credit.open_sentence(begin, credits, national=national)
        for k, (position, figure) in enumerate(row):
            found, number = counted[position], self.words.figure[position]
            party = self.credit.party_of(figure, position, credits, found)
            if self.where.inherited and self._is_elsewhere(found, found_periods[k]):
                found_places[k] = None
            source = self.credit.sources.source(party) if party else None
            self.out[number] = _with_context(
                figure, found, people[k], found_places[k], found_periods[k], source
            )
            value = figure.value if figure.kind == "count" else None
            if value is not None and is_memorable(value):
                self.known.setdefault(value, self.out[number])
        self.whole = self.out[self.words.figure[at[0]]]
        if self.lede_measure is None:
            self.lede_measure = self.whole.measure
        if credits:
            self.credit.close_sentence(credits, frozenset(c.measure for c in counted.values()))

    def _told_again(self, row: Row, counted: Mapping[int, Counted]) -> Figure | None:
        """The figure told before that ``613 of the 1,179`` points to."""
        for position, figure in row:
            if position not in self.bare or figure.value is None:
                continue
            known = self.known.get(figure.value)
            if known is not None:
                return known if counted[position].measure == known.measure else None
        return None

    def _opens_back(self, begin: int) -> bool:
        """Whether the sentence takes parts of the last one's count: ``Of those, …``."""
        lower = self.words.lower
        start = begin + (lower[begin] == "out")
        return lower[start] in ("of", "among") and lower[start + 1] in ("those", "them", "these")

    def _of_whole(
        self,
        row: Row,
        counted: Mapping[int, Counted],
        places: list[str | None],
        periods: list[Period | None],
        placed: bool,
        dated: bool,
    ) -> None:
        """Parts are of the place and time of their whole, where the sentence tells no other."""
        for k, (position, _) in enumerate(row):
            if self.whole is None or counted[position].measure != self.whole.measure:
                continue
            places[k] = places[k] if placed else self.whole.place
            periods[k] = periods[k] if dated else self.whole.period

    def _is_elsewhere(self, found: Counted, period: Period | None) -> bool:
        """Whether a figure of another paragraph outgrows the place the text began with.

        A national stock or plan in a local story, or a whole year's total, is of the nation.
        """
        table = self.measures.table
        if found.measure in table.apart and found.measure != self.lede_measure:
            return True
        main = self.when.main
        return is_long(period) and main is not None and not is_long(main)

    def _vouch_above(self, begin: int, end: int) -> None:
        """A line ``Source: …`` credits what stands above it, where nothing else does."""
        party = self.credit.sources.below(begin, end)
        if party is None:
            return
        source = self.credit.sources.source(party)
        for number, figure in enumerate(self.out):
            told = figure.start < source.start and figure.kind not in ("date", "identifier")
            if told and figure.source is None:
                self.out[number] = replace(figure, source=source)

    def _introduce(self, index: int, begin: int, end: int) -> None:
        """A heading, a label or a line that ends in a colon names what is counted below it."""
        closing = self.document.text[self.document.sentences[index].end - 1]
        if self.measures.headline or end - begin < _LABEL or closing == ":":
            self.measures.introduce(begin, end)

    def _people(
        self,
        row: Row,
        qualifiers: Sequence[Hit[Qualifier]] | None,
        counted: Mapping[int, Counted],
        begin: int,
        end: int,
    ) -> list[tuple[str, ...]]:
        """The qualifiers of each figure, with those of the whole it is a part of.

        *qualifiers* are those of the sentence; None where they have not been looked for.
        """
        lengths = self.measures.table.lengths  # of stays, which people are said to have
        counts = [
            (p, f)
            for p, f in row
            if f.kind not in ("duration", "age", "rank") or counted[p].measure in lengths
        ]
        if not counts:
            return [()] * len(row)
        if qualifiers is None:
            qualifiers = self.population.hits(begin, end)
        first = counted[counts[0][0]].measure
        before = self._whole_of(begin, counts[0][0], first)
        if not (qualifiers or before):
            return [()] * len(row)
        scopes = scopes_of(self.words.lower, counts, begin, end)
        out: dict[int, tuple[str, ...]] = {}
        listed: tuple[str, ...] = ()  # of the whole whose parts a list gives
        shared: tuple[str, ...] = ()  # of the whole that the last figure is said to be part of
        for k, ((position, figure), scope) in enumerate(zip(counts, scopes, strict=True)):
            measure = counted[position].measure
            own = self.population.read(qualifiers, scope, measure)
            if k and scopes[0].whole and measure == first:
                own = self.population.tidy(inherit(out[counts[0][0]], own), measure)
            if k and not own and self._is_elided(counts[k - 1][0], position):
                own = shared
            shared = ()
            if self.population.refers_back(scope) or (k == 0 and before):
                shared = before
                own = self.population.tidy(inherit(before, own), measure)
            if k:
                last = counts[k - 1][0]
                listed = before if self._is_included(last, position) else listed
                listed = listed if self._lists_on(last, position) else ()
                if own or listed:
                    own = self.population.tidy(inherit(listed, own), measure)
            if not own and k and (self._is_compared(position) or self._is_change(position)):
                own = before
            if figure.kind in _PEOPLED:
                before = own
            out[position] = own
        return [out.get(position, ()) for position, _ in row]

    def _whole_of(self, begin: int, at: int, first: str | None) -> tuple[str, ...]:
        """The people of the whole that ``Of those, …`` or ``9 of them`` takes a part of."""
        lower, whole = self.words.lower, self.whole
        if whole is not None and whole.measure == first and self.population.is_part(at):
            return whole.population
        start = begin + (lower[begin] == "out")
        if not self._opens_back(begin) or whole is None or whole.measure != first:
            return ()
        return whole.population if lower[start] == "among" or lower[start + 2] == "," else ()

    def _is_included(self, last: int, position: int) -> bool:
        """``6,321 people, including 310 families``: some of those before."""
        gap = self.words.lower[last + 1 : position]
        return "including" in gap or ["among", "them"] in (gap[-3:-1], gap[-2:])

    def _lists_on(self, last: int, position: int) -> bool:
        """Whether the figure is in one list with the last: ``including theft (9), fraud (4)``."""
        gap = self.words.lower[last + 1 : position]
        return (gap[:1] == [")"] and gap[-1:] == ["("]) or self._is_included(last, position)

    def _is_elided(self, last: int, position: int) -> bool:
        """``Dallas made 40 of them and Houston 30``: the second is a part of the same whole."""
        lower = self.words.lower
        gap = lower[last + 1 : position]
        bare = lower[position + 1] in (".", ",", ";", "and")
        return bare and refers_back(lower, last) and ("and" in gap or "," in gap)

    def _is_change(self, position: int) -> bool:
        """``up 30 percent``, ``half as many``: of the people that changed in number."""
        lower = self.words.lower
        back = position - 1
        while lower[back] in ("about", "nearly", "almost", "more", "than", "some"):
            back -= 1
        return lower[back] in ("up", "down") or lower[position + 1 : position + 3] == ["as", "many"]

    def _is_compared(self, position: int) -> bool:
        """Whether the figure is an end of a change, of the same people: ``from 934 to 5,578``."""
        lower = self.words.lower
        back = position - 1
        while lower[back] in ("about", "nearly", "just", "some", "roughly", "the"):
            back -= 1
        return lower[back] in ("from", "to", "than", "with", "against") and (
            lower[back] != "with" or lower[back - 1] == "compared"
        )

    def _recall(self, rows: Sequence[Sequence[tuple[int, Figure]]]) -> None:
        """``the 566`` is the 566 told of before, with all that was said of it."""
        if not self.bare:
            return
        known: dict[Fraction, Figure] = {}
        for row in rows:
            for position, figure in row:
                number = self.words.figure[position]
                value = figure.value if figure.kind == "count" else None
                if value is None or not is_memorable(value):
                    continue
                earlier = known.setdefault(value, self.out[number])
                if earlier.id != figure.id and position in self.bare:
                    self.out[number] = replace(
                        self.out[number],
                        measure=earlier.measure,
                        population=earlier.population,
                        place=earlier.place,
                        period=earlier.period,
                    )

    def _is_bare(self, position: int) -> bool:
        following = self.words.lower[position + 1]
        return following in AUXILIARIES or following in ",.;)" or following == "who"

    def _look_back(self, rows: Sequence[Sequence[tuple[int, Figure]]]) -> None:
        """Headline and lede take the day of the event that the next sentences date."""
        undated: list[int] = []
        for row in rows[:_LEDE]:
            numbers = [self.words.figure[position] for position, _ in row]
            dated = {
                self.out[n].measure: self.out[n].period
                for n in reversed(numbers)
                if self.out[n].period is not None
            }
            for earlier in undated:
                period = dated.get(self.out[earlier].measure)
                if period is not None and self.out[earlier].period is None:
                    self.out[earlier] = replace(self.out[earlier], period=period)
            undated += [
                n
                for n in numbers
                if self.out[n].period is None and self.out[n].kind not in _LENGTHS
            ]
