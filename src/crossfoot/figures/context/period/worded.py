"""Times told without a date: ``that day``, ``the year before``, ``last year's``."""

from __future__ import annotations

from datetime import date, timedelta

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.period.calendar import (
    contains,
    fiscal_start,
    is_long,
    shift_years,
    shifted,
)
from crossfoot.figures.context.period.times import Times, When
from crossfoot.figures.context.period.turning import BEGINNING, ENDS, turning
from crossfoot.figures.context.words import Openers
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.model import Period

_BY_WORD = frozenset("a one last this next".split())
_UNITS = frozenset(
    "day night days week month year quarter period stretch date evening morning weekend span "
    "nights years months weeks".split()
)
_OF_YEAR = frozenset("fiscal calendar same full".split())  # "the same fiscal year"
_NEXT = frozenset("next following".split())
_WHOLE = frozenset("full whole entire".split())
_TURNING = BEGINNING | ENDS | frozenset("year before earlier to now that which , ran just".split())
# words without a date that may name a time, each with those that may follow it
WORDED: Openers = {
    **dict.fromkeys(WEEKDAYS, frozenset({"'s"})),
    **dict.fromkeys(_BY_WORD, frozenset({"year"})),
    **dict.fromkeys(("that", "same"), _UNITS | _OF_YEAR),
    **dict.fromkeys(("fiscal", "year", "week", "month"), _TURNING),
    "the": _NEXT | _WHOLE,
}


def worded(times: Times, position: int, begin: int, end: int) -> Mention[When] | None:
    """A time told without a date: ``that day``, ``the year before``, ``Sunday's``."""
    lower = times.words.lower
    word, following = lower[position], lower[position + 1]
    if word in WEEKDAYS and following == "'s" and word in times.weekdays:
        return times.mention(position, position + 1, times.weekdays[word])
    if word in _BY_WORD and following == "year":
        return _by_word(times, position)
    if word == "the":
        return _next_day(times, position) if following in _NEXT else _whole(times, position)
    if word in ("that", "same"):
        return _back(times, position)
    if word in ("fiscal", "year", "week", "month") and lower[position - 1] not in ("a", "per"):
        return turning(times, position, begin, end)
    return None


def _by_word(times: Times, position: int) -> Mention[When] | None:
    """``a year earlier``, ``last year's``: told by a word that is no date by itself."""
    lower = times.words.lower
    word, following = lower[position], lower[position + 2]
    if word in ("a", "one"):
        if following not in ("earlier", "before", "ago") or lower[position + 1] != "year":
            return None
        period = times.years_back("before" if times.last else following, -1)
    elif following == "'s" and lower[position + 1] == "year":
        period = _year_by(times, {"last": -1, "this": 0, "next": 1}[word])
    else:
        return None
    if period is None:
        return None
    return times.mention(position, position + 3, period, relative=True)


def _year_by(times: Times, shift: int) -> Period | None:
    """The year before or after the one spoken of, or else the calendar's."""
    if times.long and shift:
        base = times.long[-1]
        return Period(shift_years(base.start, shift), shift_years(base.end, shift))
    if times.anchor is None:
        return None
    year = times.anchor.year + shift
    return Period(date(year, 1, 1), date(year, 12, 31))


def _next_day(times: Times, position: int) -> Mention[When] | None:
    """``the next day``, ``the following day``: counted from what was said last."""
    base = times.last_said or times.last
    if times.words.lower[position + 2] != "day" or base is None or base.end is None:
        return None
    day = base.end + timedelta(days=1)
    return times.mention(position, position + 3, Period(day, day), said=True)


def _whole(times: Times, position: int) -> Mention[When] | None:
    """``over the full year``: the long span that holds the one named last."""
    if times.words.lower[position + 2] not in ("year", "fiscal", "period") or not times.long:
        return None
    last = times.last
    for period in reversed(times.long):
        if last and contains(period, last) and last != period:
            return times.mention(position, position + 3, period)
    return times.mention(position, position + 3, times.long[0])


def _back(times: Times, position: int) -> Mention[When] | None:
    """``that day``, ``the same days``, ``that fiscal year``."""
    lower = times.words.lower
    ahead = position + 1
    while lower[ahead] in _OF_YEAR:
        ahead += 1
    if lower[ahead] not in _UNITS or (times.last is None and times.named_last is None):
        return None
    return _back_to(times, position, ahead)


def _back_to(times: Times, position: int, unit: int) -> Mention[When] | None:
    """The time that ``that`` or ``the same`` day, month or year points back to."""
    lower = times.words.lower
    following = lower[unit + 1]
    if times.last is None and lower[position] == "that" and times.named_last is not None:
        return times.mention(position, unit + 1, times.named_last)
    if times.last is None:
        return None
    if following in ("before", "earlier") or lower[unit + 1 : unit + 3] == ["a", "year"]:
        period = times.years_back("before", -1)
        if period is None:
            return None
        return times.mention(position, unit + 1, period, relative=True)
    ahead = times.figure_at(unit + 1)
    if ahead is not None and ahead.kind == "duration" and "year" in ahead.text:
        period = times.years_back("before", -1)  # "the same period a year ago"
        return times.mention(position, unit + 2, period, relative=True) if period else None
    moved = _moved(times, unit)
    if moved is not None:
        stop, period = moved
        return times.mention(position, stop, period, relative=True)
    if lower[position] == "that" and times.named_last is not None:
        return times.mention(position, unit + 1, times.named_last)
    each = lower[unit].endswith("s")
    return times.mention(position, unit + 1, times.last, each=each, relative=each)


def _moved(times: Times, unit: int) -> tuple[int, Period] | None:
    """``the same period of 2024``: the last period, in the year named."""
    ahead = unit + 1
    while times.words.lower[ahead] in ("of", "in", "during", "a"):
        ahead += 1
    year = times.date_at(ahead, ahead + 1)
    last = times.last
    if year is None or last is None or year.start is None or last.start is None:
        return None
    if not is_long(year):
        return None
    fiscal = year.start.month == times.fiscal_month and year.start.day == 1
    base = fiscal_start(last.start, times.fiscal_month) if fiscal else last.start
    return ahead + 1, shifted(last, year.start.year - base.year)
