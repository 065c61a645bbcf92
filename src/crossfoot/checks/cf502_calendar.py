"""CF502: a date and its weekday."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, quoted
from crossfoot.checks._repairs import ranked, reworded
from crossfoot.model import Figure, Finding, Relation, Repair

# in English whatever the locale, which the names of `calendar` follow
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAY = re.compile(
    "|".join(rf"\b{d[:3]}(?:{d[3:]}|[rs]{{0,2}}\b)" for d in _DAYS), re.IGNORECASE
)
_SHORT = 5  # letters of "Thurs"
_LONGEST = 31  # days of a month
_REPAIRS = 3  # days offered for one that no month has


@register("CF502", relation="calendar")
def date_falls_on_its_weekday(relation: Relation) -> Finding:
    """A date should exist and fall on the weekday named.

    Why: A weekday beside a date is copied from a calendar of another year, or one of the two was
    corrected and the other not; the reader cannot tell which night was meant.
    Example: "Saturday, August 7, 2016" was a Sunday.
    Silent: A date without a year, far from the day of publication and alone in its text.
    Misses: A weekday in one sentence and its date in another; a day like June 45 with no weekday,
    no year and no other day that it begins or ends a stretch of time with.
    Source: Silverman, Verification Handbook, dates and times; the Gregorian calendar.
    """
    told = relation.options
    month, day, year = int(told["month"]), int(told["day"]), int(told.get("year", 0))
    if not 1 <= day <= monthrange(year or 2024, month)[1]:
        in_year = f" in {year}" if year else ""
        last = monthrange(year or 2024, month)[1]
        return inconsistent(
            relation,
            computed="no such date",
            stated=relation.one("date").text,
            arithmetic=f"{_MONTHS[month]}{in_year} has {last} days",
            message=f"{quoted(relation.one('date'))} is no date: {_MONTHS[month]} has "
            f"{last} days{in_year}.",
            repairs=_slipped(relation, day, last)
            or _shortened(relation.one("date"), day, date(year or 2024, month, last)),
        )
    if told["basis"] == "clash":
        return _clash(relation)
    return _named(relation, date(year, month, day), int(told["weekday"]))


def _clash(relation: Relation) -> Finding:
    first, second = relation.figures("date")
    return inconsistent(
        relation,
        computed="no shared year",
        stated=first.text,
        arithmetic=f"no year has both {first.text} and {second.text}",
        message=f"{quoted(first)} and {quoted(second)} cannot be of one year: the days between "
        "them do not lead from the one weekday to the other.",
    )


def _named(relation: Relation, there: date, weekday: int) -> Finding:
    """The weekday named against that of the calendar."""
    stated, computed = _DAYS[weekday], _DAYS[there.weekday()]
    name = f"{_MONTHS[there.month]} {there.day}, {there.year}"
    line = f"{name} = {computed}"
    if weekday == there.weekday() and relation.options["basis"] == "shared":
        line = f"{_MONTHS[there.month]} {there.day} is a {computed} in a year that fits all dates"
    if weekday == there.weekday():
        return consistent(relation, computed=computed, stated=stated, arithmetic=line)
    shift = (weekday - there.weekday() + 3) % 7 - 3
    nearest = there + timedelta(days=shift)
    return inconsistent(
        relation,
        computed=computed,
        stated=stated,
        arithmetic=line,
        message=f"{name} is a {computed}, not a {stated}; the nearest {stated} is "
        f"{_MONTHS[nearest.month]} {nearest.day}.",
        repairs=_repairs(relation.one("date"), there, nearest),
    )


def _repairs(printed: Figure, there: date, nearest: date) -> tuple[Repair, ...]:
    """Another year or day with that weekday, or the weekday that the date has."""
    found = [
        _with_number(printed, there.year, year)
        for year in (there.year + 1, there.year - 1)
        if there.day <= monthrange(year, there.month)[1]
        and date(year, there.month, there.day).weekday() == nearest.weekday()
    ]
    if nearest.month == there.month:
        found.append(_with_number(printed, there.day, nearest.day))
    found.append(reworded(printed, _with_weekday(printed.text, there)))
    return ranked(found)


def _slipped(relation: Relation, day: int, last: int) -> tuple[Repair, ...]:
    """The days up to *last* that a day no month has is a slip for, of the weekday if it can be."""
    told = relation.options
    printed, year, month = relation.one("date"), int(told.get("year", 0)), int(told["month"])
    meant = [] if day <= _LONGEST else [d for d in range(1, last + 1) if _one_digit_off(day, d)]
    if year and "weekday" in told:
        named = int(told["weekday"])
        meant = [d for d in meant if date(year, month, d).weekday() == named]
    # a wrong ten is likelier than a wrong one: 28 for 48, not 1 for 41
    meant.sort(key=lambda d: (sorted(f"{d:02}") != sorted(str(day)), d % 10 != day % 10, -d))
    return ranked([_with_number(printed, day, d) for d in meant[:_REPAIRS]])


def _one_digit_off(printed: int, meant: int) -> bool:
    """Whether two days of two digits differ in one of them, or in their order."""
    one, other = str(printed), f"{meant:02}"
    return one == other[::-1] or (one[0] == other[0]) != (one[1] == other[1])


def _shortened(printed: Figure, day: int, last: date) -> tuple[Repair, ...]:
    """The last day of the month, and its weekday where one is named."""
    found = _with_number(printed, day, last.day)
    if found is None:
        return ()
    return ranked([reworded(printed, _with_weekday(str(found.value), last))])


def _with_weekday(words: str, day: date) -> str:
    """A date with the weekday of *day* for the one it names, as long or as short as that."""
    name = _DAYS[day.weekday()]
    return _WEEKDAY.sub(lambda m: name[:3] if len(m[0]) <= _SHORT else name, words, count=1)


def _with_number(printed: Figure, old: int, new: int) -> Repair | None:
    """The date with one of its numbers changed, where it prints that number once."""
    words, times = re.subn(rf"(?<!\d){old}(?!\d)", str(new), printed.text)
    return reworded(printed, words) if times == 1 else None
