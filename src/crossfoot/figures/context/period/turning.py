"""Years and weeks told by where they end or begin: ``the fiscal year that ended Sept. 30``."""

from __future__ import annotations

from datetime import timedelta

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.period.calendar import fiscal_start, shift_years
from crossfoot.figures.context.period.times import Times, When
from crossfoot.model import Period

ENDING = frozenset("ending ended ends end concluded concluding finished wrapped closed".split())
ENDS = ENDING | {"through", "up", "on"}
BEGINNING = frozenset("began begins beginning started starts starting start".split())
_PRESENT = frozenset("begins starts beginning starting ends ending".split())
_SHIFTS = {
    "this": 0, "current": 0, "present": 0, "coming": 1, "next": 1, "upcoming": 1,
    "last": -1, "previous": -1, "past": -1, "prior": -1,
}  # fmt: skip


def turning(times: Times, position: int, begin: int, end: int) -> Mention[When] | None:
    """``the fiscal year that ended Sept. 30``, ``the year before``, ``the week ending``."""
    lower = times.words.lower
    fiscal = times.figure_at(position) is not None or lower[position] == "fiscal"
    ahead = position + 1
    if fiscal and lower[ahead] == "year":
        ahead += 1
    relative = _turned(times, position, ahead, fiscal)
    return relative or _turned_on(times, position, ahead, begin, end, fiscal)


def _turned(times: Times, position: int, ahead: int, fiscal: bool) -> Mention[When] | None:
    """``the year before``, ``the fiscal year to date``, ``the year now ending``."""
    lower = times.words.lower
    pair = lower[ahead : ahead + 2]
    if lower[ahead] in ("before", "earlier") and times.last is not None:
        period = times.years_back("before", -1)
        return times.mention(position, ahead + 1, period, relative=True) if period else None
    if fiscal and pair == ["to", "date"]:
        day = times.last.end if times.last is not None else times.anchor
        if day is not None:
            span = Period(fiscal_start(day, times.fiscal_month), day)
            return times.mention(position, ahead + 2, span)
    if pair == ["now", "ending"] and times.long:
        period = times.years_back("before", -1)
        return times.mention(position, ahead + 2, period) if period else None
    return None


def _turned_on(
    times: Times, position: int, ahead: int, begin: int, end: int, fiscal: bool
) -> Mention[When] | None:
    """``the fiscal year that ended Sept. 30``, ``… that begins Sunday``."""
    lower, verb = times.words.lower, ahead
    while lower[verb] in ("that", "which", "now", ",", "ran", "just"):
        verb += 1
    opens = lower[verb] in BEGINNING
    if not opens and lower[verb] not in ENDS and lower[verb] != "to":
        return None
    stop = verb + 1
    while lower[stop] in ("on", "in", "through", "to", ",", "last"):
        stop += 1
    named = times.date_at(stop, end)
    if named is None or named.start is None or named.end is None:
        return None
    ahead_of_us = lower[verb] in _PRESENT and times.anchor and named.end < times.anchor
    if ahead_of_us and named.start == named.end:  # "begins Sunday" looks ahead
        named = Period(named.start + timedelta(days=7), named.end + timedelta(days=7))
    period = _year_of(times, named, position, opens, fiscal)
    if opens and "since" in lower[max(begin, position - 2) : position]:
        return times.mention(position, stop + 1, Period(period.start, None), relative=True)
    return times.mention(position, stop + 1, period)


def _year_of(times: Times, named: Period, position: int, opens: bool, fiscal: bool) -> Period:
    """The week or year that ends or begins at the date *named*."""
    unit = times.words.lower[position]
    assert named.start is not None  # checked by the caller
    assert named.end is not None
    if unit == "week":
        return Period(named.end - timedelta(days=6), named.end)
    if opens:
        last = shift_years(named.start, 1)
        start = named.start
        if start.day > 25 or start.day < 6:  # a Sunday named for the 1st
            return Period(start, (last or start) - timedelta(days=1))
        return Period(start, None)
    if fiscal:
        return Period(fiscal_start(named.end, times.fiscal_month), named.end)
    return Period((shift_years(named.end, -1) or named.end) + timedelta(days=1), named.end)


def coming_year(times: Times, position: int) -> Mention[When] | None:
    """``the coming fiscal year``, ``this fiscal year``: counted from publication."""
    shift = _SHIFTS.get(times.words.lower[position - 1])
    if shift is None or times.anchor is None:
        return None
    start = shift_years(fiscal_start(times.anchor, times.fiscal_month), shift)
    after = shift_years(start, 1)
    if start is None or after is None:
        return None
    return times.mention(position - 1, position + 1, Period(start, after - timedelta(days=1)))
