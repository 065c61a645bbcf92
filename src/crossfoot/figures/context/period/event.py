"""The event that a whole text is about: its length, its ends, and so its period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.period.calendar import shift_days
from crossfoot.figures.context.period.dated import OPENERS
from crossfoot.figures.context.period.reader import PeriodReader
from crossfoot.figures.context.period.times import SHORT_WEEKDAYS, When, days_of, parts_of
from crossfoot.figures.context.period.turning import BEGINNING, ENDING
from crossfoot.figures.context.words import within
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.model import Period

_ENDS_TOLD = ENDING | BEGINNING
_SHORT = timedelta(days=62)  # as long as an operation may take
_EVENT = frozenset(
    "operation operations sweep sweeps raid raids surge crackdown campaign blitz effort roundup "
    "push initiative enforcement mission action drive it".split()
)


def may_tell_event(periods: PeriodReader, begin: int, end: int, *, top: bool) -> bool:
    """Whether the words may tell the ends of an event, or of which week a weekday is."""
    times = periods.times
    lower, said = times.words.lower, times.words.lower[begin:end]
    of_event = top or not _EVENT.isdisjoint(said)
    if not (_ENDS_TOLD if of_event else BEGINNING).isdisjoint(said):
        return True
    for position in within(periods.timely, begin, end):
        figure = times.figure_at(position)
        if figure is not None and figure.kind == "date":
            if of_event and lower[position - 1] in OPENERS:
                return True
            if figure.text[:3].lower() in SHORT_WEEKDAYS:
                day, *more = parts_of(figure)
                if more and day in WEEKDAYS:
                    return True
    return False


def find_event(
    periods: PeriodReader, begin: int, end: int, mentions: Sequence[Mention[When]], *, top: bool
) -> None:
    """Take in what the sentence tells of the length and ends of the event reported."""
    times = periods.times
    if times.event is not None:
        return
    lower = times.words.lower
    of_event = top or not _EVENT.isdisjoint(lower[begin:end])
    for mention in mentions:
        period = mention.meaning.period
        if of_event and mention.meaning.event and _is_short(period):
            times.event = period
            return
    for position in within(periods.timely, begin, end):
        figure = times.figure_at(position)
        if figure is not None and figure.kind == "duration" and times.event_length is None:
            spanning = lower[position - 1] in ("over", "in", "a", "during", "for", "the")
            if spanning or "-" in figure.text:
                times.event_length = days_of(figure)
    if times.event_length is None or _EVENT.isdisjoint(lower[begin:end]):
        return
    for mention in mentions:
        verb = set(lower[max(begin, mention.start - 3) : mention.start])
        day = mention.meaning.period.end
        if day is None or mention.meaning.said:
            continue
        length = times.event_length - 1
        if verb & ENDING:
            times.event = Period(shift_days(day, -length), day, mention.meaning.period.text)
        elif verb & BEGINNING:
            times.event = Period(day, shift_days(day, length), mention.meaning.period.text)


def _is_short(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end - period.start <= _SHORT
