"""Times told by a length: ``two weeks ago``, ``the first ten weeks of the year``."""

from __future__ import annotations

from datetime import date, timedelta

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.period.calendar import is_long, shift_days, shift_years
from crossfoot.figures.context.period.standing import is_compared
from crossfoot.figures.context.period.times import Times, When, days_of
from crossfoot.model import Figure, Period


def from_length(
    times: Times, position: int, figure: Figure, begin: int, end: int
) -> Mention[When] | None:
    """``two weeks earlier``, ``30 days ago``, ``after four days``."""
    lower = times.words.lower
    days = days_of(figure)
    after = lower[position + 1]
    opening = _opening(times, position, figure, end) if lower[position - 1] == "first" else None
    if opening is not None:
        return opening
    if lower[position - 1] == "after" and days and times.event and times.event.start:
        until = shift_days(times.event.start, days - 1)
        return times.mention(position, position + 1, Period(times.event.start, until))
    if after in ("ago", "earlier", "before", "later", "prior"):
        return _apart(times, position, figure, begin, days)
    return None


def _apart(
    times: Times, position: int, figure: Figure, begin: int, days: int | None
) -> Mention[When] | None:
    """``two weeks ago``, ``a year later``: so far from now, or from the last time told."""
    after = times.words.lower[position + 1]
    base = _now(times) if after == "ago" else _then(times)
    year = "year" in (figure.unit or figure.text)
    if base is None or figure.value is None or (days is None and not year):
        return None
    sign = 1 if after == "later" else -1
    if is_compared(times, position, begin):
        return times.mention(position, position + 2, Period(base, base), bygone=True)
    if year:
        period = times.years_back(after, int(figure.value) * sign)
    else:
        day = shift_days(base, sign * (days or 0))
        period = Period(day, day) if day else None
    return times.mention(position, position + 2, period, relative=True) if period else None


def _opening(times: Times, position: int, figure: Figure, end: int) -> Mention[When] | None:
    """``the first ten weeks of the year``."""
    lower, ahead = times.words.lower, position + 2
    while lower[ahead] in ("the", "this"):
        ahead += 1
    year = times.date_at(ahead, end)
    start = year.start if year is not None and is_long(year) else None
    if start is None and lower[ahead] == "year" and times.anchor is not None:
        start = date(times.anchor.year, 1, 1)
    if start is None or lower[position + 1] != "of":
        start, ahead = _span_start(times, position, end), position
    if start is None or figure.value is None:
        return None
    days = days_of(figure)
    last = shift_days(start, days - 1) if days else None
    if last is None and "month" in (figure.unit or figure.text):
        year_after, month = divmod(start.month - 1 + int(figure.value), 12)
        after = shift_years(date(start.year, month + 1, 1), year_after)
        last = after - timedelta(days=1) if after else None
    return times.mention(position - 1, ahead + 1, Period(start, last)) if last else None


def _span_start(times: Times, position: int, end: int) -> date | None:
    """The day on which what is named beside the length began: ``his first week in office``."""
    lower = times.words.lower
    for near in range(max(0, position - 5), min(end, position + 7)):
        hit = times.spans.at(lower, near) if lower[near] in times.spans.firsts else None
        if hit is not None and times.anchor is not None:
            return hit.meaning.last(times.anchor)
    return None


def _now(times: Times) -> date | None:
    """The day that "ago" counts from: that of the statement reported, if it is fresh."""
    said = times.last_said.end if times.last_said else None
    if said and times.anchor and timedelta(0) <= times.anchor - said <= timedelta(days=3):
        return said
    return times.anchor


def _then(times: Times) -> date | None:
    """The day that "earlier" counts from."""
    if times.last is not None and times.last.end is not None:
        return times.last.end
    return times.last_said.end if times.last_said else None
