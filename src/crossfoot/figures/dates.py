"""Dates as written, and the days they mean.

A date without a year is resolved against the day of publication (:func:`anchor_date`).
Ends are inclusive. What cannot be resolved has no days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTH_NAMES, MONTHS, WEEKDAYS
from crossfoot.model import Document

# how far ahead of publication a date without a year may lie ("to be sentenced Feb. 28")
_AHEAD = timedelta(days=45)
_TOP = 1500  # where a text without a date of publication may tell its day


class Written(NamedTuple):
    """A date of the text: where, and the days it covers (None where open or unknown)."""

    start: int
    end: int
    first: date | None
    last: date | None
    month_at: int = 0  # where the name of its month stands


_GAP = "[ \u00a0]"
# the dot belongs to the short forms only
MONTH = f"{MONTH_NAMES.lower()}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
WEEKDAY = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun"
)
_DOT = r"(?:(?<=jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.|(?<=sept)\.)?"
_DAY = r"(?:3[01]|[0-2]?[0-9])"
_YEAR = r"(?:1[6-9]|20|21)[0-9]{2}"
_TH = rf"(?:{_GAP}?(?:st|nd|rd|th))?"
_NOT_A_DAY = rf"(?![0-9a-z%]|[.,:][0-9]|{_GAP}?(?:%|percent|[mb]illion|[ap]\.?m\b))"
# "12 on July 2 and 30 on July 3": what comes before it was counted, and is no day
_COUNTED_DAY = (
    rf"{_GAP}(?:more|others?|(?:(?:on|in|during){_GAP})?(?:(?:{MONTH}|{WEEKDAY})(?![a-z])"
    rf"|the{_GAP}(?:next|following|same|day){_GAP}|a{_GAP}(?:day|week|month)(?![a-z])))"
)
# "Jan. 26", "January 26-28, 2025", "Jan. 26 to 28"
_MONTH_DAY = lazy(
    rf"(?P<m>{MONTH})(?![a-z]){_DOT}{_GAP}*(?:the{_GAP})?(?P<d>{_DAY}){_TH}(?![0-9a-z%]|[.,][0-9])"
    rf"(?:{_GAP}?(?:-|to|through|thru|and){_GAP}?(?P<d2>{_DAY}){_TH}{_NOT_A_DAY}"
    rf"(?!{_GAP}[a-z]+s(?![a-z])|{_COUNTED_DAY}))?"
    rf"(?:,?{_GAP}+(?P<y>{_YEAR})(?![0-9]|,[0-9]|{_GAP}(?:people|arrests|percent)))?"
)
# "January 2025", "March", "June of 2019"
_MONTH_ONLY = lazy(
    rf"(?P<m>{MONTH})(?![a-z]){_DOT}(?:,?{_GAP}(?:of{_GAP})?(?P<y>{_YEAR})(?![0-9]|,[0-9]))?"
)
# "26 January 2025", "4th of July", "26-28 January", "26 to 28 January"
_DAY_FIRST = lazy(
    rf"(?P<d>{_DAY}){_TH}(?:{_GAP}?(?:-|to|through|and){_GAP}?(?P<d2>{_DAY}){_TH})?(?:{_GAP}|-)(?:(?:day{_GAP})?of{_GAP})?"
    rf"(?P<m>{MONTH})(?![a-z]){_DOT}(?:,?(?:{_GAP}|-)(?P<y>{_YEAR})(?![0-9]))?"
)
# the year of a later date holds for this one too: "June and July 2018", "May 3 to June 9, 2019"
_YEAR_LATER = lazy(
    rf"{_GAP}?(?:and|to|through|or|-|until){_GAP}?(?:{MONTH})(?![a-z])\.?(?:{_GAP}{_DAY}{_TH})?"
    rf",?{_GAP}({_YEAR})(?![0-9])"
)
_ISO = lazy(rf"({_YEAR})([-/.])([01]?[0-9])\2([0-3]?[0-9])(?![0-9]|[-/][0-9])(?:t[0-9:.]+z?)?")
_AMERICAN = lazy(r"([0-3]?[0-9])([/-])([0-3]?[0-9])\2((?:1[6-9]|20)?[0-9]{2})(?![0-9]|[-/][0-9])")
_YEARS = lazy(rf"({_YEAR})(?:{_GAP}?[-/]{_GAP}?({_YEAR}|[0-9]{{2}})(?![0-9-]))?(?![0-9])")
_DECADE = lazy(r"((?:1[6-9]|20)[0-9]0|[2-9]0)'?s(?![a-z0-9])")
_PARTS = {
    "early": "early", "start of": "early", "beginning of": "early", "mid": "mid",
    "middle of": "mid", "late": "late", "end of": "late",
}  # fmt: skip
_PART = lazy(rf"(?<![a-z])({'|'.join(_PARTS)})(?:{_GAP}|-)$")


def anchor_date(document: Document) -> date | None:
    """The day that "today" means: publication, else the first full date near the top."""
    return document.published or _first_full_date(document.text[:_TOP])


@lru_cache(maxsize=8)  # several stages ask for that of the same text
def _first_full_date(top: str) -> date | None:
    first = next(full_dates(top.lower()), None)
    return first.first if first else None


_DIGITS = lazy(r"[0-9]+")
_MONTH_BEFORE = lazy(rf"(?<![a-z0-9/.-])(?:{MONTH})\.?{_GAP}{{1,2}}$")
LEAP = 2024  # a year with every day there is
_LONGEST_MONTH = len("september.  ")
_BLANKS = frozenset(" \u00a0")
_JOINING = frozenset("abcdefghijklmnopqrstuvwxyz/.-")  # digits behind these begin nothing
_CLOSING, _PARTING = frozenset(",.%)\n"), frozenset("/.-")  # behind a day, in a day by numbers


def full_dates(text: str) -> Iterator[Written]:
    """The days written with year, month and day in *text* (lowered), in order."""
    for digits in _DIGITS.finditer(text):  # by digits, which are few, and what stands before them
        at, end = digits.span()
        before, following = text[at - 1 : at], text[end : end + 1]
        found = None
        if before in _BLANKS and (
            month := _MONTH_BEFORE.search(text, max(0, at - _LONGEST_MONTH), at)
        ):
            at = month.start()
            found = _MONTH_DAY.match(text, at)
        elif before not in _JOINING and end - at < 3 and following not in _CLOSING:
            found = _DAY_FIRST.match(text, at)
        if found is None:
            if following in _PARTING and before not in _JOINING and (written := numeric(text, at)):
                yield written
        elif found["y"]:
            day = _day(int(found["y"]), MONTHS[found["m"]], int(found["d"]))
            if day:
                yield Written(at, found.end(), day, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int, part: str = "") -> tuple[date, date]:
    """The days of a month, or of its early (1-10), middle (15-20) or late (21-) part."""
    last = monthrange(year, month)[1]
    first, end = {"early": (1, 10), "mid": (15, 20), "late": (21, last)}.get(part, (1, last))
    return date(year, month, first), date(year, month, end)


def fiscal_year(year: int) -> tuple[date, date]:
    """The federal fiscal year: October to September."""
    return date(year - 1, 10, 1), date(year, 9, 30)


def near(month: int, day: int, anchor: date | None) -> date | None:
    """The day of that name nearest publication: up to it, or shortly after."""
    if anchor is None:
        return None
    for year in range(anchor.year + 1, anchor.year - 4, -1):
        found = _day(year, month, day)
        if found and found <= anchor + _AHEAD:
            return found
    return None


def weekday_before(number: int, anchor: date | None) -> date | None:
    """The last such weekday up to *anchor*."""
    return anchor and anchor - timedelta(days=(anchor.weekday() - number) % 7)


def _full_year(digits: str) -> int:
    number = int(digits.lstrip("'"))
    return number if number >= 100 else number + (2000 if number < 50 else 1900)


# --- months and days -----------------------------------------------------------------------------


def by_month(text: str, at: int, anchor: date | None) -> Written | None:
    """The date whose month's name stands at *at*; a month alone is a date too."""
    match = _MONTH_DAY.match(text, at)
    if match and not (text.startswith("in ", at - 3) and _has_no_such_day(match)):
        return _days(text, match, anchor)  # not "16 in January and in February 30"
    match = _MONTH_ONLY.match(text, at)
    if match is None:
        return None
    month, end = MONTHS[match["m"]], match.end()
    year = int(match["y"]) if match["y"] else _year_later(text, end)
    if year is None and anchor is not None:
        year = anchor.year if month <= anchor.month + 1 else anchor.year - 1
    start, part = _part_before(text, at)
    days = month_span(year, month, part) if year else (None, None)
    return Written(start, end, days[0], days[1], at)


def _has_no_such_day(match: re.Match[str]) -> bool:
    """Whether no year has the day of a month that *match* tells."""
    return int(match["d"]) > monthrange(LEAP, MONTHS[match["m"]])[1]


def _year_later(text: str, end: int) -> int | None:
    match = _YEAR_LATER.match(text, end)
    return int(match[1]) if match else None


def _part_before(text: str, at: int) -> tuple[int, str]:
    match = _PART.search(text, max(0, at - 14), at)
    return (match.start(), _PARTS[match[1]]) if match else (at, "")


_BESIDE = 300  # characters on either side within which a full date tells the year
_HALF_YEAR, _TWO_MONTHS = 183, 61  # how far from it, in its year and in those beside it
_RECENT = 60  # days before publication of which a date is news
_FITTING = 10  # years back in which a weekday tells the year


def _without_year(
    text: str, match: re.Match[str], anchor: date | None, weekday: int | None
) -> date | None:
    """The day meant: near a full date of its paragraph, or of that weekday, or the last one."""
    month, day = MONTHS[match["m"]], int(match["d"])
    latest = anchor + _AHEAD if anchor else date.max
    beside = _full_beside(text, match.start(), match.end())
    if beside is not None:
        for shift, reach in ((0, _HALF_YEAR), (-1, _TWO_MONTHS), (1, _TWO_MONTHS)):
            found = _day(beside.year + shift, month, day)
            if found and abs((found - beside).days) <= reach and found <= latest:
                return found
    last = near(month, day, anchor)
    if weekday is None or anchor is None or last is None or last.weekday() == weekday:
        return last
    if (anchor - last).days <= _RECENT:
        return last  # news of these weeks with a wrong weekday, and not an old story
    fits = (_day(last.year - back, month, day) for back in range(_FITTING + 1))
    return next((found for found in fits if found and found.weekday() == weekday), last)


def _full_beside(text: str, start: int, end: int) -> date | None:
    """The nearest date with its year in the same paragraph."""
    floor = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    ceiling = text.find("\n", end, end + _BESIDE)
    ceiling = end + _BESIDE if ceiling < 0 else ceiling
    found = [(start - floor - w.end, w.first) for w in full_dates(text[floor:start])]
    if after := next(full_dates(text[end:ceiling]), None):
        found.append((after.start, after.first))
    return min(found, default=(0, None), key=lambda pair: pair[0])[1]


def _days(
    text: str, match: re.Match[str], anchor: date | None, weekday: int | None = None
) -> Written:
    month, day = MONTHS[match["m"]], int(match["d"])
    year = int(match["y"]) if match["y"] else _year_later(text, match.end())
    first = _day(year, month, day) if year else _without_year(text, match, anchor, weekday)
    last = _day(first.year, month, int(match["d2"])) if first and match["d2"] else first
    if last is None or first is None or last < first:
        last = first
    return Written(match.start(), match.end(), first, last, month_at=match.start("m"))


def by_day(text: str, at: int, anchor: date | None) -> Written | None:
    """``26 January 2025`` and ``4th of July`` at *at*."""
    match = _DAY_FIRST.match(text, at)
    return _days(text, match, anchor) if match else None


def by_weekday(text: str, at: int, anchor: date | None) -> Written | None:
    """The weekday at *at*, with the date that may follow it."""
    match = _WEEKDAY.match(text, at)
    if match is None:
        return None
    link = _LINK.match(text, match.end())
    following = _MONTH_DAY.match(text, link.end()) if link else None
    if link and following:
        dated = _days(text, following, anchor, WEEKDAYS[match[1]])
        closed = link.group().endswith("(") and text[dated.end : dated.end + 1] == ")"
        return dated._replace(start=at, end=dated.end + closed)
    if match[1] in _NEED_DOT and not match.group().endswith("."):
        return None
    return _turned(text, match, anchor)


_WEEKDAY = lazy(
    rf"({WEEKDAY})(?![a-z'])(?:(?<=mon|tue|wed|thu|fri|sat|sun)\.|(?<=tues|thur)\.|(?<=thurs)\.)?"
)
_NEED_DOT = frozenset({"mon", "sat", "sun", "wed"})  # words and names too
_LINK = lazy(rf",?{_GAP}\(?(?=[a-z])")
_TURN = lazy(rf"(?<![a-z])(last|next){_GAP}$")


def _turned(text: str, match: re.Match[str], anchor: date | None) -> Written:
    at = match.start()
    day = weekday_before(WEEKDAYS[match[1]], anchor)
    turn = _TURN.search(text, max(0, at - 6), at)
    if turn is None:
        return Written(at, match.end(), day, day)
    if day and turn[1] == "next":
        day += timedelta(days=7)
    elif day and day == anchor:
        day -= timedelta(days=7)
    return Written(turn.start(), match.end(), day, day)


# --- digits --------------------------------------------------------------------------------------


def numeric(text: str, at: int) -> Written | None:
    """``2019-01-04`` and ``11/7/2025`` at *at*."""
    if match := _ISO.match(text, at):
        day = _day(int(match[1]), int(match[3]), int(match[4]))
    elif match := _AMERICAN.match(text, at):
        year = _full_year(match[4])
        day = _day(year, int(match[1]), int(match[3])) or _day(year, int(match[3]), int(match[1]))
    return Written(at, match.end(), day, day) if match and day else None


def years(text: str, at: int) -> Written | None:
    """``2017``, ``2012-2017``, ``2013-14``, ``late 2017``, ``1980s`` at *at*."""
    if written := decade(text, at):
        return written
    match = _YEARS.match(text, at)
    if match is None:
        return None
    first, second = int(match[1]), match[2]
    if named := _FISCAL_AFTER.match(text, match.end()):
        year = first + 1 if second else first
        return Written(at, named.end(), *fiscal_year(year))
    if second:
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if last > first:
            return Written(at, match.end(), date(first, 1, 1), date(last, 12, 31))
    start, part = _part_before(text, at)
    month, last, day = _PARTS_OF_YEAR.get(part, (1, 12, 31))
    return Written(start, match.end(1), date(first, month, 1), date(first, last, day))


# the first month of each, its last, and the days of that
_PARTS_OF_YEAR = {"early": (1, 4, 30), "mid": (5, 8, 31), "late": (9, 12, 31)}
_FISCAL_AFTER = lazy(rf"{_GAP}fiscal{_GAP}year(?![a-z])")


def decade(text: str, at: int) -> Written | None:
    """``1980s``, ``'90s`` at *at*."""
    match = _DECADE.match(text, at)
    if match is None:
        return None
    year = _full_year(match[1])
    return Written(at, match.end(), date(year, 1, 1), date(year + 9, 12, 31))


# --- fiscal years, quarters, words ---------------------------------------------------------------

_FISCAL = lazy(
    rf"(?:fiscal{_GAP}(?:year(?P<s>s)?{_GAP})?|fy{_GAP}?-?)"
    rf"(?P<y>{_YEAR}|'?[0-9]{{2}})(?:(?:-|/)(?:20)?(?P<z>[0-9]{{2}})(?![0-9]))?(?!,?[0-9])"
    rf"|fiscal{_GAP}year(?![a-z])(?:,?{_GAP}(?:that{_GAP}|which{_GAP})?(?P<ended>end(?:ed|ing|s)?)"
    rf"(?={_GAP}(?:on{_GAP})?(?:sept|sep|september)\.?{_GAP}30(?:,{_GAP}(?P<e>{_YEAR}))?))?"
)


def fiscal(text: str, at: int, anchor: date | None) -> Written | None:
    """``fiscal 2015``, ``FY25``, ``the fiscal year that ended Sept. 30`` at *at*."""
    match = _FISCAL.match(text, at)
    if match is None:
        return None
    if not match["y"]:
        end = at + len("fiscal year")
        if match["e"]:
            return Written(at, end, *fiscal_year(int(match["e"])))
        day = near(9, 30, anchor) if match["ended"] == "ended" else None
        return Written(at, end, *(fiscal_year(day.year) if day else (None, None)))
    year = _full_year(match["y"])
    last = year // 100 * 100 + int(match["z"]) if match["z"] else year
    start = fiscal_year(year if match["s"] else last)[0]  # "fiscal years 2015-19" are five
    return Written(at, match.end(), start, fiscal_year(max(year, last))[1])


_NUMBERED = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
_QUARTER = lazy(
    rf"(?:q(?P<q>[1-4])|(?P<w>{'|'.join(_NUMBERED)})(?:{_GAP}|-)(?P<k>quarter|half))(?![a-z])"
    rf"(?:{_GAP}(?:of{_GAP})?(?:the{_GAP})?(?P<f>fiscal{_GAP}(?:year{_GAP})?|fy{_GAP}?)?"
    rf"(?P<y>{_YEAR}|'[0-9]{{2}}|(?<=fy)[0-9]{{2}})(?![0-9]))?"
)


def quarter(text: str, at: int, anchor: date | None) -> Written | None:
    """``Q1 2024``, ``third quarter of fiscal 2024``, ``first half of 2024`` at *at*."""
    match = _QUARTER.match(text, at)
    if match is None or (match["k"] == "half" and not match["y"]):
        return None
    number = int(match["q"]) if match["q"] else _NUMBERED[match["w"]]
    length = 6 if match["k"] == "half" else 3
    year = _full_year(match["y"]) if match["y"] else anchor.year if anchor else None
    if year is None or number * length > 12:
        return Written(at, match.end(), None, None)
    # months since year 0; a fiscal year begins in October of the year before
    first = year * 12 + (number - 1) * length - (3 if match["f"] else 0)
    last = first + length - 1
    return Written(
        at, match.end(), date(first // 12, first % 12 + 1, 1),
        month_span(last // 12, last % 12 + 1)[1],
    )  # fmt: skip


_RELATIVE = lazy(
    r"(?P<w>today|tonight|yesterday|tomorrow)(?![a-z])"
    rf"|(?P<r>this|last|past|previous|prior|current|next|coming){_GAP}(?P<f>fiscal{_GAP})?"
    r"(?P<u>week|weekend|month|year|quarter)(?![a-z'])"
)
_SHIFTS = {"last": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}


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
    shift = _SHIFTS.get(match["r"], 0)
    if match["f"]:
        return Written(at, match.end(), *fiscal_year(anchor.year + (anchor.month >= 10) + shift))
    if match["r"] == "past":
        days = {"week": 6, "weekend": 6, "month": 30, "quarter": 90, "year": 365}[match["u"]]
        return Written(at, match.end(), anchor - timedelta(days=days), anchor)
    return Written(at, match.end(), *_turn(match["u"], shift, anchor))


def _turn(unit: str, shift: int, anchor: date) -> tuple[date, date]:
    """The calendar week, month, quarter or year *shift* away from *anchor*."""
    if unit == "year":
        year = anchor.year + shift
        return date(year, 1, 1), date(year, 12, 31)
    if unit in ("month", "quarter"):
        length = 1 if unit == "month" else 3
        first = (anchor.year * 12 + anchor.month - 1) // length * length + shift * length
        last = first + length - 1
        return date(first // 12, first % 12 + 1, 1), month_span(last // 12, last % 12 + 1)[1]
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if shift == 0 and anchor.weekday() < 5:  # "this weekend" said on a Tuesday is the last one
        monday -= timedelta(weeks=1)
    return monday + timedelta(days=5), monday + timedelta(days=6)
