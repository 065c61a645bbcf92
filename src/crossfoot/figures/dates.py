# ruff: noqa: E501
"""Dates as written, and the days they mean.

A date without a year is resolved against the day of publication (:func:`anchor_date`).
Ends are inclusive. What cannot be resolved has no period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from crossfoot.figures.lexicon import MONTHS, WEEKDAYS
from crossfoot.model import Document

# how far ahead of publication a date without a year may lie ("to be sentenced Feb. 28")
_AHEAD = timedelta(days=45)


class Written(NamedTuple):
    """A date of the text: where, and the days it covers (None where open or unknown)."""

    start: int
    end: int
    first: date | None
    last: date | None


MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun)"
_DAY = r"(?:[0-2]?[0-9]|3[01])"
_YEAR = r"(?:1[6-9]|20|21)[0-9]{2}"
_TH = r"(?:[ \u00a0]?(?:st|nd|rd|th))?"
# "Jan. 26", "January 26-28, 2025", "Jan. 26 to 28", "January 2025", "March"
_MONTH_FIRST = re.compile(
    rf"(?P<m>{MONTH})(?![a-z])\.?"
    rf"(?:[ \u00a0]*(?:the )?(?P<d>{_DAY}){_TH}(?![0-9]|[.,][0-9]|[a-z%])"
    rf"(?:[ \u00a0]?(?:-|to|through|thru|and)[ \u00a0]?(?P<d2>{_DAY}){_TH}(?![0-9]|[.,:][0-9]|[ \u00a0]?(?:%|percent|million|people|arrests|[ap]\.?m\b)|[a-z]))?"
    rf"(?:,?[ \u00a0]+(?P<y>{_YEAR})(?![0-9]|,[0-9]|[ \u00a0](?:people|arrests|percent)))?"
    rf"|,?[ \u00a0](?:of[ \u00a0])?(?P<y2>{_YEAR})(?![0-9,]*[0-9]))?"
)
# "26 January 2025", "4th of July", "26-28 January"
_DAY_FIRST = re.compile(
    rf"(?P<d>{_DAY}){_TH}(?:[ \u00a0]?-[ \u00a0]?(?P<d2>{_DAY}){_TH})?[ \u00a0-](?:of[ \u00a0])?(?:day of )?"
    rf"(?P<m>{MONTH})(?![a-z])\.?(?:,?[ \u00a0-](?P<y>{_YEAR})(?![0-9]))?"
)
_ISO = re.compile(r"([12][0-9]{3})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?![0-9/-])(?:t[0-9:.]+z?)?")
_AMERICAN = re.compile(r"([01]?[0-9])([/-])([0-3]?[0-9])\2((?:[12][0-9])?[0-9]{2})(?![0-9/-])")
_MONTH_DAY = re.compile(r"(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9/])")
_YEARS = re.compile(rf"({_YEAR})(?:[ \u00a0]?[-/][ \u00a0]?({_YEAR}|[0-9]{{2}}))?(?![0-9])")
_DECADE = re.compile(r"((?:1[6-9]|20)[0-9]0)'?s(?![a-z0-9])")
_SHORT_DECADE = re.compile(r"([2-9]0)'?s(?![a-z0-9])")
_PART = re.compile(r"(?<![a-z])(early|mid|late|end of|start of|beginning of)[ \u00a0-](?:in )?$")
_FISCAL = re.compile(
    rf"(?:(?:the )?fiscal[ \u00a0](?:year[ \u00a0])?(?P<y>{_YEAR}|'?[0-9]{{2}})(?:-(?:20)?(?P<z>[0-9]{{2}}))?"
    rf"|fy[ \u00a0-]?'?(?P<f>{_YEAR}|[0-9]{{2}})(?:-(?:20)?(?P<g>[0-9]{{2}}))?)(?![0-9])"
)
_QUARTER = re.compile(
    rf"(?:q(?P<q>[1-4])|(?:the )?(?P<w>first|second|third|fourth|last|1st|2nd|3rd|4th)[ \u00a0-](?P<k>quarter|half))"
    rf"(?:[ \u00a0](?:of[ \u00a0])?(?P<f>(?:the )?fiscal[ \u00a0](?:year[ \u00a0])?|fy[ \u00a0]?)?(?P<y>{_YEAR}|[0-9]{{2}})(?![0-9]))?"
)
_RELATIVE = re.compile(
    r"(?P<w>today|tonight|yesterday|tomorrow)(?![a-z])"
    r"|(?:(?:the|this) )?(?P<r>this|last|past|previous|current|next|coming)[ \u00a0](?P<f>fiscal[ \u00a0])?(?P<u>week|weekend|month|year|quarter)(?![a-z'])"
    r"|(?P<f2>fiscal)[ \u00a0]year(?![a-z])"
)


def anchor_date(document: Document) -> date | None:
    """The day that "today" means: publication, else the first full date near the top."""
    if document.published is not None:
        return document.published
    for found in full_dates(document.text[:1500].lower()):
        return found.first
    return None


_FULL = re.compile(rf"(?<![a-z0-9])(?=[0-9jfmasond])(?:{MONTH}\.? [0-9]|[0-9])")


def full_dates(text: str) -> Iterator[Written]:
    """The days written with year, month and day in *text* (lowered), in order."""
    for match in _FULL.finditer(text.replace("\u00a0", " ")):
        at = match.start()
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            found = pattern.match(text, at)
            if found and found["y"] and found["d"]:
                day = _day(int(found["y"]), MONTHS[found["m"]], int(found["d"]))
                if day:
                    yield Written(at, found.end(), day, day)
                break
        else:
            written = numeric(text, at)
            if written and written.first:
                yield written


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int, part: str = "") -> tuple[date, date]:
    """The days of a month; "early" to the 10th, "mid" from the 15th to the 20th, "late" from the 21st."""
    last = monthrange(year, month)[1]
    first, end = {
        "early": (1, 10), "mid": (15, 20), "late": (21, last), "end of": (21, last),
        "start of": (1, 10), "beginning of": (1, 10),
    }.get(part, (1, last))  # fmt: skip
    return date(year, month, first), date(year, month, end)


def fiscal_year(year: int) -> tuple[date, date]:
    """The federal fiscal year: October to September."""
    return date(year - 1, 10, 1), date(year, 9, 30)


def near(month: int, day: int, anchor: date | None) -> date | None:
    """The day of that name nearest publication: up to it, or shortly after."""
    if anchor is None:
        return None
    for year in (anchor.year + 1, anchor.year, anchor.year - 1, anchor.year - 2, anchor.year - 3):
        found = _day(year, month, day)
        if found and found <= anchor + _AHEAD:
            return found
    return None


def weekday_before(number: int, anchor: date | None) -> date | None:
    """The last such weekday up to *anchor*."""
    return anchor and anchor - timedelta(days=(anchor.weekday() - number) % 7)


def _full_year(digits: str) -> int:
    number = int(digits.lstrip("'"))
    if number >= 100:
        return number
    return number + (2000 if number < 50 else 1900)


def _month_year(month: int, anchor: date | None) -> int | None:
    if anchor is None:
        return None
    return anchor.year if month <= anchor.month + 1 else anchor.year - 1


def by_month(text: str, at: int, anchor: date | None) -> Written | None:
    """The date whose month's name stands at *at*; a month alone is a date too."""
    match = _MONTH_FIRST.match(text, at)
    if match is None:
        return None
    month = MONTHS[match["m"]]
    if match["d"]:
        return _days(match, at, month, anchor)
    year = int(match["y2"]) if match["y2"] else None
    start, part = _part_before(text, at)
    year = year or _month_year(month, anchor)
    end = match.end()
    if year is None:
        return Written(start, end, None, None)
    return Written(start, end, *month_span(year, month, part))


def _part_before(text: str, at: int) -> tuple[int, str]:
    part = _PART.search(text[max(0, at - 14) : at])
    return (at - len(part.group()), part[1]) if part else (at, "")


def _days(match: re.Match[str], at: int, month: int, anchor: date | None) -> Written:
    year = int(match["y"]) if match["y"] else None
    day, day2 = int(match["d"]), int(match["d2"] or match["d"])
    first = _day(year, month, day) if year else near(month, day, anchor)
    last = _day(first.year, month, day2) if first else None
    if last and first and last < first:
        return Written(at, match.end("d"), first, first)
    return Written(at, match.end(), first, last)


def by_day(text: str, at: int, anchor: date | None) -> Written | None:
    """``26 January 2025`` and ``4th of July`` at *at*."""
    match = _DAY_FIRST.match(text, at)
    return _days(match, at, MONTHS[match["m"]], anchor) if match else None


def numeric(text: str, at: int) -> Written | None:
    """``2019-01-04`` and ``11/7/2025`` at *at*."""
    if match := _ISO.match(text, at):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return Written(at, match.end(), day, day) if day else None
    if match := _AMERICAN.match(text, at):
        day = _day(_full_year(match[4]), int(match[1]), int(match[3]))
        if day is None and match[2] == "/":  # 26/1/2025
            day = _day(_full_year(match[4]), int(match[3]), int(match[1]))
        return Written(at, match.end(), day, day) if day else None
    return None


def years(text: str, at: int) -> Written | None:
    """``2017``, ``2012-2017``, ``2013-14``, ``1980s`` at *at*, whatever they mean there."""
    if match := _DECADE.match(text, at):
        year = int(match[1])
        return Written(at, match.end(), date(year, 1, 1), date(year + 9, 12, 31))
    match = _YEARS.match(text, at)
    if match is None:
        return None
    first, second = int(match[1]), match[2]
    end = match.end()
    last = first
    if second:
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if last <= first:
            last, end = first, match.end(1)
    start, part = _part_before(text, at)
    if part and last == first:
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part.split(" ")[0], (1, 12))
        return Written(start, end, date(first, months[0], 1), month_span(first, months[1])[1])
    return Written(at, end, date(first, 1, 1), date(last, 12, 31))


def by_weekday(text: str, at: int, anchor: date | None) -> Written | None:
    """The weekday at *at*, with the date that may follow it."""
    match = _WEEKDAY.match(text, at)
    if match is None:
        return None
    if (link := _LINK.match(text, match.end())) is not None:
        following = by_month(text, link.end(), anchor) or None
        if following is not None and _MONTH_FIRST.match(text, link.end())["d"]:  # type: ignore[index]
            closing = following.end + (
                1
                if text[link.start() : link.end()].endswith("(")
                and text[following.end : following.end + 1] == ")"
                else 0
            )
            return following._replace(start=at, end=closing)
    day = weekday_before(WEEKDAYS[match[1]], anchor)
    start = at
    if day and (turn := _TURN.search(text[max(0, at - 6) : at])):
        start = at - len(turn.group())
        if turn[1] == "next":
            day += timedelta(days=7)
        elif day == anchor:
            day -= timedelta(days=7)
    return Written(start, match.end(), day, day)


_WEEKDAY = re.compile(rf"({WEEKDAY})(?![a-z'])\.?")
_LINK = re.compile(r",?[ \u00a0]\(?(?=[a-z])")
_TURN = re.compile(r"(?<![a-z])(last|next)[ \u00a0]$")


def fiscal(text: str, at: int) -> Written | None:
    """``fiscal 2015``, ``fiscal year 2017``, ``FY25`` at *at*."""
    match = _FISCAL.match(text, at)
    if match is None:
        return None
    year = _full_year(match["y"] or match["f"])
    second = match["z"] or match["g"]
    if second:
        year = year // 100 * 100 + int(second)
    return Written(at, match.end(), *fiscal_year(year))


_NUMBERED = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
}


def quarter(text: str, at: int, anchor: date | None) -> Written | None:
    """``Q1 2024``, ``the third quarter of fiscal 2024``, ``first half of 2024`` at *at*."""
    match = _QUARTER.match(text, at)
    if match is None:
        return None
    half = match["k"] == "half"
    if half and not match["y"]:
        return None
    number = int(match["q"]) if match["q"] else _NUMBERED[match["w"]]
    if half and number == 4:
        number = 2
    year = _full_year(match["y"]) if match["y"] else anchor.year if anchor else None
    if year is None or (half and number > 2):
        return Written(at, match.end(), None, None)
    length = 6 if half else 3
    month = (number - 1) * length + 1
    if match["f"]:
        month += 9
        year, month = (year - 1, month) if month <= 12 else (year, month - 12)
    last = month + length - 1  # the first half of a fiscal year ends in the next one
    ends = month_span(year, last) if last <= 12 else month_span(year + 1, last - 12)
    return Written(at, match.end(), date(year, month, 1), ends[1])


def relative(text: str, at: int, anchor: date | None) -> Written | None:
    """``today``, ``last week``, ``this fiscal year`` at *at*."""
    match = _RELATIVE.match(text, at)
    if match is None:
        return None
    if anchor is None:
        return Written(at, match.end(), None, None)
    if word := match["w"]:
        day = anchor + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
        return Written(at, match.end(), day, day)
    if match["f2"]:
        return Written(at, match.end(), None, None)
    shift = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["r"], 0)
    unit = match["u"]
    if match["f"]:
        year = anchor.year + (1 if anchor.month >= 10 else 0) + shift
        return Written(at, match.end(), *fiscal_year(year))
    return Written(at, match.end(), *_turn(unit, shift, match["r"] == "past", anchor))


def _turn(unit: str, shift: int, past: bool, anchor: date) -> tuple[date, date]:
    if unit == "year":
        if past:
            return anchor - timedelta(days=365), anchor
        return date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)
    if unit == "month":
        if past:
            return anchor - timedelta(days=30), anchor
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
        return month_span(year, month + 1)
    if unit == "quarter":
        year, number = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + shift, 4)
        return date(year, number * 3 + 1, 1), month_span(year, number * 3 + 3)[1]
    if past:
        return anchor - timedelta(days=6), anchor
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
    if unit == "weekend":
        if shift == 0 and anchor.weekday() < 5:
            monday -= timedelta(weeks=1)
        return monday + timedelta(days=5), monday + timedelta(days=6)
    return monday, monday + timedelta(days=6)
