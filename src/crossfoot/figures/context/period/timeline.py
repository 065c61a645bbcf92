"""When each figure was: what a sentence tells, and what carries over between sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.figures.context.attach import Mention, is_base, owners, spread
from crossfoot.figures.context.measure.sentence import Counted
from crossfoot.figures.context.measure.table import MeasureTable
from crossfoot.figures.context.period.calendar import fiscal_start
from crossfoot.figures.context.period.event import find_event, may_tell_event
from crossfoot.figures.context.period.reader import PeriodReader
from crossfoot.figures.context.period.times import When
from crossfoot.figures.context.words import Words
from crossfoot.model import Figure, Period

_SHARES = frozenset({"percent", "points", "multiple", "fraction"})
RATIOS = frozenset({"percent", "points", "multiple"})
_TURNS = frozenset("up down more fewer less higher lower".split())
_CHANGING = frozenset(
    "rose fell grew dropped climbed declined increased decreased jumped plunged plummeted shrank "
    "surged soared rise fall drop increase decrease decline jump doubled tripled change changed "
    "went slipped dipped slid gained".split()
)
_COMPARING = _CHANGING | _TURNS
_EVENT_TOLD = 10  # an event is dated within the first dated sentences, or not at all

Row = Sequence[tuple[int, Figure]]


@dataclass(slots=True)
class Timeline:
    """Gives the figures of one sentence after the other their period."""

    words: Words
    figures: Sequence[Figure]
    periods: PeriodReader
    table: MeasureTable
    period: Period | None = None  # of the paragraph
    main: Period | None = None  # of the whole text
    day: Period | None = None  # of what is counted at a point in time
    listed: tuple[Period, ...] = ()  # of the last list by days, months, years
    event_measure: str | None = None

    def find_event(self, lede: int) -> None:
        """Look for the period of the event that the whole text is about."""
        dated = {f.sentence for f in self.figures if f.kind in ("date", "duration")}
        bounds = [self.words.sentence[k : k + 2] for k in sorted(dated)[:_EVENT_TOLD]]
        top = self.words.sentence[lede]
        while bounds and not may_tell_event(self.periods, *bounds[-1], top=bounds[-1][0] < top):
            bounds.pop()
        for begin, end in bounds:
            mentions = self.periods.read(begin, end)
            find_event(self.periods, begin, end, mentions, top=begin < top)
            if self.periods.times.event is not None:
                break
        self.periods.times.forget()
        self.period = self.main = self.periods.times.event

    def turn_paragraph(self) -> None:
        """A new paragraph starts from the period of the whole."""
        self.period = self.main

    def pass_over(self, mentions: Sequence[Mention[When]]) -> None:
        """A sentence without figures may still set the time."""
        if self.periods.times.event is not None:
            return
        told = (m for m in mentions if not m.meaning.said and not m.meaning.bygone)
        self._set(next(told, None))

    def of_row(
        self,
        row: Row,
        mentions: Sequence[Mention[When]],
        counted: Mapping[int, Counted],
        begin: int,
        end: int,
    ) -> list[Period | None]:
        """The period of each figure of *row*, in words *begin* to *end*."""
        if not mentions:
            if len(self.listed) > 2:
                self._recount(row)
            return self._undated([counted[position].measure for position, _ in row])
        told = [m for m in mentions if not m.meaning.said and not m.meaning.bygone]
        told = [m for m in told if not self._is_base(m)]
        said = [m.meaning.period for m in mentions if m.meaning.said]
        at = _datable(row, mentions)
        if at and self._recount(row):
            told = []
        owner = owners(self.words.lower, at, told, begin) if at else []
        found = self._told(at, told, owner) if owner else {}
        carried = {position: self._carried(c.measure) for position, c in counted.items()}
        if owner:
            self._retell(at, told, owner, counted)
        if found:
            self._later_end(row, found, begin, end)
        changes = bool(found) and not _CHANGING.isdisjoint(self.words.lower[begin:end])
        out: list[Period | None] = []
        period: Period | None
        for position, figure in row:
            when, measure = found.get(position), counted[position].measure
            if when is not None and when.period.end is None and measure in self.table.stocks:
                period = self.day or when.period  # what is counted at a time has no "since"
            elif when is not None:
                later = when.later if changes and figure.kind in RATIOS else None
                period = later or when.period
            else:
                told_on = self._day_told(said) if measure in self.table.stocks else None
                period = told_on or carried[position]
            out.append(self._accrued(period, measure))
        return out

    def _undated(self, measures: Sequence[str | None]) -> list[Period | None]:
        """The periods of the figures of a sentence that names none, by what they measure."""
        carried = [self._carried(measure) for measure in measures]
        if self.table.untimely.isdisjoint(measures):
            return carried
        out: list[Period | None] = []
        for measure, period in zip(measures, carried, strict=True):
            told_on = self._day_told(()) if measure in self.table.stocks else None
            out.append(self._accrued(told_on or period, measure))
        return out

    def _told(
        self, at: Sequence[int], told: Sequence[Mention[When]], owner: Sequence[int]
    ) -> dict[int, When]:
        """What the sentence itself says of each figure."""
        near = spread(self.words.lower, at, told, owner)
        found = {p: m.meaning for p, m in zip(at, near, strict=True) if m}
        if len(told) == 1 and told[0].meaning.each and len(at) == len(self.listed):
            # "373, 449 and 421 for the same days": to each figure the day listed before
            found = {p: When(day) for p, day in zip(at, self.listed, strict=True)}
        return {p: w for p, w in found.items() if not (w.relative and self._is_difference(p))}

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
        while lower[back] in ("the", "a", "in", "during"):
            back -= 1
        if lower[back] not in ("from", "over", "since", "than") or lower[mention.end + 1] == "when":
            return False
        number = self.words.figure[back - 1]
        kind = self.figures[number].kind if number >= 0 else None
        return kind in _SHARES or lower[back - 1] in _COMPARING

    def _retell(
        self,
        at: Sequence[int],
        told: Sequence[Mention[When]],
        owner: Sequence[int],
        counted: Mapping[int, Counted],
    ) -> None:
        """What the sentence leaves as the topic: the period of its first figure, or its list."""
        if len(set(owner)) > 2 and len(told) > 2:
            self.listed = tuple(m.meaning.period for m in told)
        if self.periods.times.event is None:
            owned = [
                (mention, counted[at[index]].measure)
                for mention, index in zip(told, owner, strict=True)
                if not is_base(self.words.lower, at[index])
            ]
            lasting = (m for m, name in owned if name not in self.table.stocks)
            day = next((m for m, name in owned if name in self.table.stocks), None)
            if day is not None and not day.meaning.relative:
                self.day = day.meaning.period
            self._set(next(lasting, owned[0][0] if owned and self.period is None else None))
        elif self.event_measure is None:
            self.event_measure = counted[at[0]].measure

    def _set(self, mention: Mention[When] | None) -> None:
        if mention is None:
            return
        when = mention.meaning
        if when.relative or when.bygone or when.period.start is None:
            return
        back = range(mention.start - 1, max(0, mention.start - 9), -1)
        held = next((k for k in back if self.words.figure[k] >= 0), None)
        if held is not None and is_base(self.words.lower, held):
            return
        self.period = when.period
        if self.main is None:
            self.main = when.period

    def _recount(self, row: Sequence[tuple[int, Figure]]) -> bool:
        """``The six daily figures come to``: the span of the days just listed."""
        listed = self.listed
        if len(listed) > 2 and any(f.value == len(listed) for _, f in row):
            starts = [p.start for p in listed if p.start]
            ends = [p.end for p in listed if p.end]
            if starts and ends:
                self.period = Period(min(starts), max(ends))
                return True
        return False

    def _later_end(
        self, row: Sequence[tuple[int, Figure]], found: dict[int, When], begin: int, end: int
    ) -> None:
        """``fell 40%, from 500 in 2012 to 300 in 2015``: the change is told for the end."""
        lower = self.words.lower
        for k in range(len(row) - 2):
            (at, figure), (one, _), (two, _) = row[k : k + 3]
            if figure.kind not in _SHARES and "by" not in lower[max(begin, at - 3) : at]:
                continue
            if "from" in lower[at:one] and "to" in lower[one:two] and two in found:
                found[at] = found[two]

    def _carried(self, measure: str | None) -> Period | None:
        """The period that a figure without one takes over.

        What is no part of the event reported is not dated by it.
        """
        if measure in self.table.stocks and self.day is not None:
            return self.day
        event = self.periods.times.event
        dated_by_event = event is not None and self.period == event
        if dated_by_event and measure in self.table.apart and measure != self.event_measure:
            self.period = None
        return self.period

    def _day_told(self, said: Sequence[Period]) -> Period | None:
        """A count of people at a time, undated, is of the day it was told."""
        if said:
            return said[-1]
        return self.periods.times.last_said if self.period is None else None

    def _accrued(self, period: Period | None, measure: str | None) -> Period | None:
        """An average since the fiscal year began, told for a day, covers the days since."""
        if measure not in self.table.accruing or period is None:
            return period
        if period.start is None or period.start != period.end:
            return period
        return Period(
            fiscal_start(period.start, self.periods.times.fiscal_month), period.end, period.text
        )


def _datable(row: Row, mentions: Collection[Mention[When]]) -> list[int]:
    """The words of the figures that a date may belong to; lengths only where there is no other."""
    inside = {p for m in mentions for p in range(m.start, m.end)}
    free = [(p, f) for p, f in row if p not in inside] if inside else row
    counts = [p for p, f in free if f.kind not in ("duration", "age", "rank")]
    return counts or [p for p, f in free if f.kind != "rank"] or [p for p, _ in free]
