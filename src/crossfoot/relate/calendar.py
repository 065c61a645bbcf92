"""Calendar: dates that name their weekday, and dates that no calendar has."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS, WEEKDAYS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import relation

_MONTH = "|".join(name for name in MONTHS if len(name) == 3)
_WEEKDAY = lazy(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|s|rs|urs)?\b\.?")
# "August 7, 2016", "Aug. 7"; "7 August 2016"
_MONTH_DAY = lazy(
    rf"\b(?P<month>{_MONTH})[a-z]*\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"(?:,? (?P<year>\d{4}))?(?! ?-)"
)
_DAY_MONTH = lazy(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})[a-z]*\b"
    r"(?:,? (?P<year>\d{4}))?"
)
_NUMBER = lazy(r"(?<!\d)\d\d?(?!\d)")  # of a day: years alone, and "Tuesday", have none
# "Aug. 7, a" Sunday; "Aug. 7 (" Sunday
_NAMED_AFTER = lazy(rf"{SIGNS['date']}(?:, (?:which was )?an? | \(){SIGNS['date']}")
# Friday 3 March 2021
_NAMED_BEFORE = lazy(rf"{SIGNS['date']} {SIGNS['date']}")
# "Saturday and" Sunday, May 17; "Monday through" Friday, May 12
_AND_DAY = lazy(r"(?:,|,? and|,? or|,? to|,? through|,? until| ?-| ?/| ?&) ?")
# "May 17 and 18, 2025", "May 30 to June 2"
_TWO_DAYS = lazy(
    rf"\b(?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?:-|to|through|and|&)"
    rf" ?(?:(?P<month2>{_MONTH})[a-z]*\.? )?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"(?:,? (?P<year>\d{4}))?"
)
_ONE_MORE = lazy(rf"\W*$|[.;,]| and (?:{SIGNS['count']}|{SIGNS['number']})|,? {SIGNS['date']}")
_LAST_OF_MONTH = 31
_YEARS = tuple(range(1950, 2031))  # dates without a year are sought in these
# "due May 14, 2031", "until June 3": no day of publication
_TO_COME = lazy(
    r"\b(?:due|matur(?:es|ed|ing)|expir(?:es|ed|ing)|until|through|effective|starting|beginning|by"
    r"|before|after|since)(?: on)? $"
)
_HEAD = 200  # characters in which a text prints its day of publication
_SPRING, _FALL = 3, 10  # months on either side of a turn of the year
_NEAR = 60  # days within which a date without a year is taken to be of the same season


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar as printed: the weekday and the year may be missing."""

    figure: Figure
    weekday: int | None
    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The date in *year*, where that year has it."""
        return date(year, self.month, self.day) if self.day <= _length(year, self.month) else None

    def fits(self, year: int) -> bool:
        """Whether it falls on its weekday in *year*."""
        there = self.in_year(year)
        return there is not None and there.weekday() == self.weekday


def relate(reading: Reading) -> Iterator[Relation]:
    """Every date whose weekday or existence can be looked up."""
    days = [d for f in reading.figures if f.kind == "date" and (d := _day(reading, f))]
    days = _in_rows(reading, _with_weekdays_after(reading, days))
    if not days:
        return
    undated = []
    for day in days:
        if not _exists(day) or (day.year is not None and day.weekday is not None):
            yield _relation(reading, day, day.year, "printed")
        elif day.weekday is not None:
            undated.append(day)
    if undated:
        yield from _undated(reading, undated)


def _printed(reading: Reading, figure: Figure) -> str:
    """What the text prints of a figure, made plain."""
    return reading.text[figure.start : figure.end]


def _day(reading: Reading, figure: Figure) -> Day | None:
    text = _printed(reading, figure)
    if not _NUMBER.search(text):
        return None
    found = _MONTH_DAY.search(text) or _DAY_MONTH.search(text)
    if found is None or not int(found["day"]):  # "Jan.  0" of a table
        return None
    named = _WEEKDAY.search(text)
    year = int(found["year"] or 0) or None  # there is no year 0000
    weekday = WEEKDAYS[named[1]] if named else None
    return Day(figure, weekday, MONTHS[found["month"]], int(found["day"]), year)


def _with_weekdays_after(reading: Reading, days: Sequence[Day]) -> list[Day]:
    """The same days, with a weekday that is no part: "Aug. 7, a Sunday", "Sunday 7 August"."""
    named: dict[str, int] = {}
    for index in {d.figure.sentence for d in days if d.weekday is None}:
        skeleton = reading.sentences[index]
        for found in _NAMED_AFTER.finditer(skeleton.text):
            first, second = skeleton.within(*found.span())
            if weekday := _WEEKDAY.fullmatch(_printed(reading, second).strip(". ")):
                named[first.id] = WEEKDAYS[weekday[1]]
        for found in _NAMED_BEFORE.finditer(skeleton.text):
            first, second = skeleton.within(*found.span())
            weekday = _WEEKDAY.fullmatch(_printed(reading, first).strip(". "))
            if weekday and second.text[:1].isdigit():
                named[second.id] = WEEKDAYS[weekday[1]]
    return [
        Day(d.figure, named[d.figure.id], d.month, d.day, d.year) if d.figure.id in named else d
        for d in days
    ]


def _in_rows(reading: Reading, days: Sequence[Day]) -> list[Day]:
    """The same days, where two weekdays stand before two: "Saturday and Sunday, May 17 and 18"."""
    found = {d.figure.id: d for d in days}
    for day in days:
        skeleton = reading.sentences[day.figure.sentence]
        at = bisect_left(skeleton.signs, skeleton.sign_of(day.figure))
        first = _first_of_row(reading, skeleton, at) if day.weekday is not None else None
        if first is None:
            continue
        two = _TWO_DAYS.search(_printed(reading, day.figure))
        after = skeleton.figures[at + 1] if at + 1 < len(skeleton.figures) else None
        gap = skeleton.text[skeleton.signs[at] + 1 : skeleton.sign_of(after)] if after else ""
        if two:
            found[day.figure.id] = _one_of_two(day, first, two)
        elif after and _AND_DAY.fullmatch(gap):
            later = found.get(after.id)
            if later and later.weekday is None:  # "May 12 to May 16, 2025"
                found[after.id] = replace(later, weekday=day.weekday)
                year = day.year or _year_before(later.year, day.month, later.month)
                found[day.figure.id] = replace(day, weekday=first, year=year)
            elif day.day < (after.value or 0) <= _LAST_OF_MONTH and _ONE_MORE.match(
                skeleton.text, skeleton.sign_of(after) + 1
            ):
                found[day.figure.id] = replace(day, weekday=first)  # "May 16, 17 and 18"
    return list(found.values())


def _first_of_row(reading: Reading, skeleton: Skeleton, at: int) -> int | None:
    """The first of the weekdays that stand in a row right before a date's own weekday."""
    if _WEEKDAY.match(_printed(reading, skeleton.figures[at])) is None:
        return None
    first = None
    for k in range(at - 1, -1, -1):
        gap = skeleton.text[skeleton.signs[k] + 1 : skeleton.signs[k + 1]]
        named = _WEEKDAY.fullmatch(_printed(reading, skeleton.figures[k]).strip(". "))
        if named is None or not _AND_DAY.fullmatch(gap):
            break
        first = WEEKDAYS[named[1]]
    return first


def _one_of_two(day: Day, weekday: int, told: re.Match[str]) -> Day:
    """The first of two days that one figure tells, or the last where only that one is off."""
    year = int(told["year"] or 0) or day.year
    month = MONTHS[told["month2"] or told["month"]]
    begun = _year_before(year, MONTHS[told["month"]], month)
    first = Day(day.figure, weekday, MONTHS[told["month"]], int(told["day"]), begun)
    last = Day(day.figure, day.weekday, month, int(told["last"]), year)
    fits = begun and year and first.fits(begun) and not last.fits(year)
    return last if fits else first


def _year_before(year: int | None, first: int, last: int) -> int | None:
    """The year of the first of two days of which the last has it: "Dec. 31 and Jan. 1, 2021"."""
    return year - 1 if year and first > last else year


def _exists(day: Day) -> bool:
    return 1 <= day.day <= _length(day.year or 2024, day.month)  # 2024 has a February 29


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _relation(
    reading: Reading, day: Day, year: int | None, basis: str, beside: Sequence[Figure] = ()
) -> Relation:
    options = {"month": str(day.month), "day": str(day.day), "basis": basis}
    if day.weekday is not None:
        options["weekday"] = str(day.weekday)
    if year is not None:
        options["year"] = str(year)
    licence = [Span(day.figure.start, day.figure.end)]
    return relation("calendar", reading, licence, options, date=[day.figure, *beside])


def _undated(reading: Reading, days: Sequence[Day]) -> Iterator[Relation]:
    """Dates with a weekday and no year: by the day of publication, else by one another."""
    anchor = reading.today
    shared = _shared_year(days, _years_named(reading))
    sure = anchor is not None and _is_sure(reading, anchor)
    if shared is None and not sure and (turned := _turn_of_year(days, _years_named(reading))):
        for day in days:
            yield _relation(reading, day, turned + (day.month <= _SPRING), "shared")
        return
    for day in days:
        mate = next((d for d in days if _together(day, d)), None)
        year = _year_near(day, anchor) if anchor and sure else None
        of_both = _shared_year([day, mate], ()) if mate else None
        if year is not None and (day.fits(year) or not (of_both or _fit(shared, days))):
            yield _relation(reading, day, year, "published")
        elif shared is not None and (day.fits(shared) or not of_both):
            if day.fits(shared) or _beside(day, days, shared):
                yield _relation(reading, day, shared, "shared")
        elif of_both:
            yield _relation(reading, day, of_both, "shared")
        elif mate and year is None and mate.figure.start > day.figure.start:
            yield _relation(reading, day, None, "clash", [mate.figure])


def _turn_of_year(days: Sequence[Day], named: Sequence[int]) -> int | None:
    """The year whose fall and winter, with the spring after, all days fit."""
    months = {day.month for day in days}
    if len(days) < 2 or min(months) > _SPRING or max(months) < _FALL:
        return None
    if any(_SPRING < month < _FALL for month in months):
        return None
    years = [
        year
        for year in (*_YEARS, *_after(named), *named)
        if all(day.fits(year + (day.month <= _SPRING)) for day in days)
    ]
    return years[-1] if years else None


def _fit(year: int | None, days: Sequence[Day]) -> bool:
    """Whether several days fit one year: then they are of it, whenever the text appeared."""
    return year is not None and len(days) > 1 and all(day.fits(year) for day in days)


def _together(day: Day, other: Day) -> bool:
    """Whether two days stand in one sentence and month, and so in one year."""
    return (
        day is not other
        and day.figure.sentence == other.figure.sentence
        and day.month == other.month
    )


def _is_sure(reading: Reading, anchor: date) -> bool:
    """Whether the day of publication is known: given, or printed at the head of the text."""
    if reading.document.published is not None:
        return True
    return any(
        f.kind == "date" and f.period and f.period.start == f.period.end == anchor
        for f in reading.figures
        if f.start < _HEAD and not _TO_COME.search(reading.text, max(0, f.start - 20), f.start)
    )


def _year_near(day: Day, anchor: date) -> int | None:
    """The year that puts the day near *anchor*, or, further off, a year in which it fits."""
    near = [
        year
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (there := day.in_year(year)) and abs((there - anchor).days) <= _NEAR
    ]
    if near:
        return near[0]
    return next((y for y in (anchor.year, anchor.year - 1, anchor.year + 1) if day.fits(y)), None)


def _years_named(reading: Reading) -> list[int]:
    """The years that other dates of the text name, the latest last."""
    periods = (f.period for f in reading.figures if f.kind == "date")
    return sorted({p.start.year for p in periods if p and p.start})


def _shared_year(days: Sequence[Day], named: Sequence[int]) -> int | None:
    """A year in which all days fit, or all but one of three or more: one that is named, if any.

    A lone day fits some year always, so for it the year must be named, or be the one after the
    latest that is: texts tell what was last year.
    """
    for missing in (0, 1) if len(days) > 2 else (0,):
        years = [
            year
            for year in (*(_YEARS if len(days) > 1 else _after(named)), *named)
            if sum(day.fits(year) for day in days) >= len(days) - missing
        ]
        if years:
            return years[-1]
    return None


def _after(named: Sequence[int]) -> tuple[int, ...]:
    """The year after the latest one named."""
    return (named[-1] + 1,) if named else ()


def _beside(day: Day, days: Sequence[Day], year: int) -> bool:
    """Whether the others of that year lie close by, so that the day belongs to it."""
    there = day.in_year(year)
    return there is not None and any(
        abs((other - there).days) <= _NEAR
        for d in days
        if d is not day and (other := d.in_year(year)) is not None
    )
