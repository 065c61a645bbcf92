"""Times told by a date, and what the words about it make of it: a span, open or closed."""

from __future__ import annotations

from datetime import date, timedelta

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.period.calendar import (
    fiscal_start,
    is_long,
    shift_days,
    shift_years,
    shifted,
    up_to,
)
from crossfoot.figures.context.period.standing import (
    in_aside,
    is_compared,
    is_said,
    record_before,
    since_clause,
)
from crossfoot.figures.context.period.times import Times, When, days_of
from crossfoot.figures.context.period.turning import BEGINNING, ENDING, turning
from crossfoot.model import Figure, Period

_TO = frozenset("to through thru until till - – — and".split())
# before a date that opens a span
OPENERS = frozenset("from between began started since beginning starting".split())
_LENGTHS = {"weeklong": 7, "daylong": 1}


def dated(
    times: Times, position: int, period: Period, begin: int, end: int, out: list[Mention[When]]
) -> Mention[When]:
    """A date, or what the words about it make of it."""
    previous = times.words.lower[position - 1] if position > begin else ""
    return (
        _span(times, position, previous, period, end)
        or _opened(times, position, previous, period, begin)
        or _closed(times, position, previous, period, begin, out)
        or _single(times, position, previous, period, begin, end)
    )


def _span(
    times: Times, position: int, previous: str, period: Period, end: int
) -> Mention[When] | None:
    """``from Jan. 20, 2017, to … Sept. 30``, ``fiscal 2026 through Jan. 25``."""
    lower = times.words.lower
    if previous in OPENERS and (close := _closing(times, position, end)) is not None:
        last, until = close
        span = Period(up_to(period, until).start, until.end)
        return times.mention(position, last + 1, span, event=True, later=until)
    joint = lower[position + 1]
    other = times.date_at(position + 2, end) if joint in ("through", "thru", "of") else None
    if other is None:
        return None
    if joint != "of":
        return times.mention(position, position + 3, Period(period.start, other.end))
    if is_long(other) and other.start and period.start:
        moved = shifted(period, other.start.year - period.start.year)
        return times.mention(position, position + 3, moved)  # "March of last year"
    return None


def _opened(
    times: Times, position: int, previous: str, period: Period, begin: int
) -> Mention[When] | None:
    """``since Jan. 20``, ``so far in fiscal 2026``: the end is open."""
    lower = times.words.lower
    since = previous == "since"
    if since and (record_before(times, position - 1, begin) or in_aside(times, position, begin)):
        if lower[position + 1 : position + 3] == [",", "when"]:
            return times.mention(position, position + 1, _likewise(times, period), relative=True)
        return times.mention(position, position + 1, period, bygone=True)
    near = lower[max(0, position - 3) : position]
    so_far = "far" in near and ["so", "far"] in (near[:2], near[1:])
    if since or so_far or since_clause(times, position, begin):
        return times.mention(position, position + 1, Period(period.start, None))
    return None


def _likewise(times: Times, period: Period) -> Period:
    """A bare year beside a fiscal one is fiscal: "the most since 2014, when"."""
    last = times.last
    fiscal = last is not None and is_long(last) and last.start is not None
    if not fiscal or not is_long(period) or period.start is None or period.end is None:
        return period
    if last is None or last.start is None or last.start.month != times.fiscal_month:
        return period
    start = fiscal_start(period.start, times.fiscal_month)
    return Period(start, (shift_years(start, 1) or start) - timedelta(days=1), period.text)


def _closed(
    times: Times, position: int, previous: str, period: Period, begin: int, out: list[Mention[When]]
) -> Mention[When] | None:
    """``through June 10``, ``by Friday``, ``a four-day sweep ending Sunday``: the end of it."""
    if period.end is None:
        return None
    if previous in ("through", "until") and out and out[-1].meaning.period.end is None:
        opened = out[-1]
        span = Period(opened.meaning.period.start, period.end, opened.meaning.period.text)
        out[-1] = Mention(opened.start, opened.end, opened.meaning._replace(period=span))
        times.remember(out[-1].meaning)
        return times.mention(position, position + 1, period, bygone=True)
    begun = times.begun if previous in ("by", "through") else None
    if begun is not None and begun <= period.end:
        return times.mention(position, position + 1, Period(begun, period.end))
    if ENDING.isdisjoint(times.words.lower[max(begin, position - 9) : position]):
        return None
    length = _length_before(times, position, begin)
    first = _first_of(length, period.end) if length else None
    if first is None and (days := _worded_length(times, position, begin)):
        first = period.end - timedelta(days=days - 1)
    if first is None:
        return None
    return times.mention(position, position + 1, Period(first, period.end), event=True)


def _single(
    times: Times, position: int, previous: str, period: Period, begin: int, end: int
) -> Mention[When]:
    """A date by itself: of what is told, of the telling, or only to compare with."""
    if previous in BEGINNING and period.start is not None:
        times.begun = period.start
    bygone = previous in ("since", "in") and record_before(times, position, begin)
    bygone = bygone or is_compared(times, position, begin)
    said = is_said(times, position, begin, end)
    return times.mention(position, position + 1, period, said=said, bygone=bygone)


def _closing(times: Times, position: int, end: int) -> tuple[int, Period] | None:
    """The date that closes a span opened at *position*, with no figure between."""
    lower, joined = times.words.lower, False
    for ahead in range(position + 1, min(end, position + 14)):
        period = times.date_at(ahead, end)
        if period is not None:
            return (ahead, period) if joined else None
        figure = times.figure_at(ahead)
        if figure is not None and figure.kind != "date":
            return None
        turned = turning(times, ahead, ahead, end) if figure is not None else None
        if turned is not None and joined:
            return turned.end - 1, turned.meaning.period
        joined = joined or lower[ahead] in _TO or lower[ahead] in ENDING
    return None


def _length_before(times: Times, position: int, begin: int) -> Figure | None:
    """The length of ``a four-day period ending`` right before the date at *position*."""
    lower, ended = times.words.lower, False
    for back in range(position - 1, max(begin, position - 9) - 1, -1):
        if lower[back] in ENDING:
            ended = True
        figure = times.figure_at(back)
        if figure is not None:
            return figure if ended and figure.kind == "duration" else None
        if lower[back] in (",", ";") and not ended:
            return None
    return None


def _worded_length(times: Times, position: int, begin: int) -> int | None:
    """The days of ``a weeklong surge that ended`` before the date at *position*."""
    lower = times.words.lower
    window = lower[max(begin, position - 9) : position]
    joined = " ".join(window).replace(" - ", "")
    return next((days for word, days in _LENGTHS.items() if word in joined), None)


def _first_of(length: Figure, last: date) -> date | None:
    """The first day of a stretch of that *length* that ends on *last*."""
    days = days_of(length)
    if days:
        return shift_days(last, 1 - days)
    if length.value == 12 and "month" in (length.unit or length.text):
        return shift_years(last + timedelta(days=1), -1)
    return None
