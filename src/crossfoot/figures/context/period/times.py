"""The times that a text has told so far, and the dates in its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.figures.context.period.calendar import NamedDate, is_long, shift_years, shifted
from crossfoot.figures.context.words import Words
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.model import Figure, Period

_DAYS = {"day": 1, "week": 7, "night": 1, "hour": 0}
_BESIDE = frozenset("previous following that".split())
SHORT_WEEKDAYS = frozenset(day[:3] for day in WEEKDAYS)


class When(NamedTuple):
    """A period and how it was named.

    `said` marks the day on which somebody spoke or published; `bygone` one named only to compare
    or to date a record.
    """

    period: Period
    said: bool = False
    bygone: bool = False
    event: bool = False
    later: Period | None = None  # of "from fiscal 2019 to fiscal 2020", where that is a change
    relative: bool = False  # named by its distance from another: "two weeks ago"
    each: bool = False  # "the same days": one after the other


@dataclass(slots=True)
class Times:
    """The words of a text, and the times that it has told so far: what "that day" points to."""

    words: Words
    text: str
    anchor: date | None
    said: frozenset[str]  # verbs of saying and publishing
    spans: Lexicon[NamedDate]  # what begins on a day that the field knows by a name
    fiscal_month: int = 10
    last: Period | None = None
    named_last: Period | None = None  # the same, or only to compare with
    last_said: Period | None = None
    topic: Period | None = None  # the last one that was not named by its distance from another
    long: list[Period] = field(default_factory=list)  # years and the like, as named
    weekdays: dict[str, Period] = field(default_factory=dict)  # "Sunday" as first dated
    begun: date | None = None  # when the event reported began
    event: Period | None = None
    event_length: int | None = None

    def remember(self, when: When) -> None:
        """Take in a time told; what comes after may point back to it."""
        period = when.period
        if not when.said and not when.relative:
            self.named_last = period
        if when.said:
            self.last_said = period
        elif not when.bygone:
            self.last = period
            self.topic = self.topic if when.relative else period
            if is_long(period):
                self.long.append(period)

    def forget(self) -> None:
        """Start again from the top of the text, knowing the event."""
        self.last = self.named_last = self.last_said = self.topic = None
        self.long.clear()

    def figure_at(self, position: int) -> Figure | None:
        """The figure that a word is, if any."""
        number = self.words.figure[position]
        return self.words.figures[number] if number >= 0 else None

    def date_at(self, position: int, end: int) -> Period | None:
        """The period of a date at *position*, where it is known."""
        figure = self.figure_at(position) if position < end else None
        if figure is None or figure.kind != "date" or figure.period is None:
            return None
        period = figure.period
        if period.start is None and period.end is None:
            return None
        beside = self.words.lower[position - 1] in _BESIDE and position > 0
        if beside and len(parts_of(figure)) == 1:
            period = self._by_neighbour(position, period)
        if figure.text[:3].lower() not in SHORT_WEEKDAYS:
            return period
        day, *more = parts_of(figure)
        if day in WEEKDAYS and any(word.isdigit() for word in more):
            self.weekdays[day] = period  # "Sunday, Jan. 26, 2025": a later Sunday than before
            return period
        if day in WEEKDAYS:
            return self.weekdays.setdefault(day, period) if more else self.weekdays.get(day, period)
        return period

    def _by_neighbour(self, position: int, period: Period) -> Period:
        """``the previous October``, ``the following May``: a month counted from the last date."""
        word, last = self.words.lower[position - 1], self.last
        if last is None or period.start is None:
            return period
        base = last.start or last.end
        if base is None or period.end is None:
            return period
        years = base.year - period.start.year
        moved = shifted(period, years)
        if word == "that":
            return moved
        if word == "previous":
            return moved if moved.start and moved.start < base else shifted(period, years - 1)
        return moved if moved.start and moved.start > base else shifted(period, years + 1)

    def mention(
        self,
        start: int,
        stop: int,
        period: Period,
        *,
        said: bool = False,
        bygone: bool = False,
        event: bool = False,
        later: Period | None = None,
        relative: bool = False,
        each: bool = False,
    ) -> Mention[When]:
        """Words *start* to *stop* as a mention of *period*, as the text has it."""
        text = " ".join(self.text[self.words.start[start] : self.words.stop[stop - 1]].split())
        named = period if period.text == text else Period(period.start, period.end, text)
        return Mention(start, stop, When(named, said, bygone, event, later, relative, each))

    def years_back(self, word: str, years: int) -> Period | None:
        """The year, or the last period, *years* on: by ``ago`` from now, else from the last."""
        if word == "ago" and self.anchor is not None:
            then = shift_years(date(self.anchor.year, 1, 1), years)
            return Period(then, then.replace(month=12, day=31)) if then else None
        if self.last is None:
            return None
        return shifted(replace(self.last, text=""), years)


def days_of(figure: Figure) -> int | None:
    """The length of a duration in days, where days or weeks count it."""
    if figure.kind != "duration" or figure.value is None:
        return None
    unit = (figure.unit or figure.text).lower()
    for name, days in _DAYS.items():
        if days and name in unit:
            return int(figure.value * days)
    return None


def parts_of(figure: Figure) -> list[str]:
    """The words and numbers of a date."""
    return figure.text.lower().replace(",", " ").split()
