"""Days, years and spans: arithmetic of dates, and the days that a pack knows by a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.model import Period
from crossfoot.packs import Pack

_FIRST_YEAR, _LAST_YEAR = 1000, 3000  # further off is a slip, or no date that a report means
_LONG = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day that returns every so many years, told by a name."""

    month: int
    day: int
    every: int
    after: int  # the remainder of its years by `every`

    def last(self, anchor: date) -> date:
        """The last such day up to *anchor*."""
        year = anchor.year - (anchor.year - self.after) % self.every
        day = date(year, self.month, self.day)
        return day if day <= anchor else date(year - self.every, self.month, self.day)


@lru_cache(maxsize=8)
def named_dates(pack: Pack) -> Lexicon[NamedDate]:
    """The days that *pack* knows by a name."""
    return _named(pack, "phrases")


@lru_cache(maxsize=8)
def named_spans(pack: Pack) -> Lexicon[NamedDate]:
    """What *pack* knows to begin on such a day: "the administration's first 50 days"."""
    return _named(pack, "spans")


def _named(pack: Pack, key: str) -> Lexicon[NamedDate]:
    return Lexicon(
        (phrase, NamedDate(row["month"], row["day"], row["every"], row["after"]))
        for row in pack.measures.get("named_dates", ())
        for phrase in row.get(key, ())
    )


def shift_years(day: date | None, years: int) -> date | None:
    """The same day *years* on; the 29th of February falls back to the 28th."""
    if day is None or not _FIRST_YEAR <= day.year + years <= _LAST_YEAR:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def shift_days(day: date, days: int) -> date | None:
    """The day *days* on, where a calendar has it."""
    try:
        there = day + timedelta(days=days)
    except OverflowError:
        return None
    return there if _FIRST_YEAR <= there.year <= _LAST_YEAR else None


def shifted(period: Period, years: int) -> Period:
    """*period* so many years on."""
    return Period(shift_years(period.start, years), shift_years(period.end, years), period.text)


def up_to(first: Period, last: Period) -> Period:
    """*first* in a year that lets it come before *last*: "between January and September 2025"."""
    if first.start is None or last.end is None or first.start <= last.end:
        return first
    return shifted(first, last.end.year - first.start.year)


def fiscal_start(day: date, month: int) -> date:
    """The first day of the fiscal year that *day* lies in, when years start in *month*."""
    return date(day.year if day.month >= month else day.year - 1, month, 1)


def is_long(period: Period | None) -> bool:
    """Whether the period is a year or the like."""
    if period is None or period.start is None or period.end is None:
        return False
    return period.end - period.start > _LONG


def contains(outer: Period, inner: Period) -> bool:
    """Whether all of *inner* lies in *outer*."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end
