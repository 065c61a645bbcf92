"""CF502: a date and its weekday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, quoted
from crossfoot.model import Finding, Relation

# in English whatever the locale, which the names of `calendar` follow
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@register("CF502", relation="calendar")
def date_falls_on_its_weekday(relation: Relation) -> Finding:
    """A date should exist and fall on the weekday named.

    Why: A weekday beside a date is copied from a calendar of another year, or one of the two was
    corrected and the other not; the reader cannot tell which night was meant.
    Example: "Saturday, August 7, 2016" was a Sunday.
    Silent: A date without a year, far from the day of publication and alone in its text.
    Misses: A weekday in one sentence and its date in another.
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
    )
