"""Days that a date may mean, the day of publication, and spans built from them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept, plain
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.wording.phrases import relation

UNITS = frozenset({"days", "weeks", "months", "years"})
LEAD = 4  # sentences that tell the news
_OLD = 2 * 366  # days before publication from which a date is an old one
_HEAD = 400  # characters in which a text prints its day of publication
_SEASON = 60  # days between a picture and the story below it
_LINE = 110  # characters of a line that may hold only a date, a byline and a title
_TH = r"(?:st|nd|rd|th)?"
# "Jan. 26", "Jan. 26th", "26 January"
_MONTH_DAY = (
    lazy(rf"(?P<month>[a-z]{{3}})[a-z]*\.? (?P<day>\d{{1,2}}){_TH}\b"),
    lazy(rf"\b(?P<day>\d{{1,2}}){_TH}(?: of)? (?P<month>[a-z]{{3}})[a-z]*\b"),
)
# "Jan. 26-28", "26 to 28 January", "Jan. 26th to 28th"
_TO = rf"{_TH} ?(?:-|to|through|and) ?(?P<last>\d{{1,2}})"
_MONTH_DAYS = (
    lazy(rf"(?P<month>[a-z]{{3}})[a-z]*\.? (?P<day>\d{{1,2}}){_TO}"),
    lazy(rf"(?P<day>\d{{1,2}}){_TO} (?P<month>[a-z]{{3}})[a-z]*\.?"),
)
_DAY_ALONE = lazy(r"[a-z]+day\.?")
_LENGTHS = {"days": Fraction(1), "weeks": Fraction(7), "months": Fraction(304, 10)}
_A_YEAR = Fraction(3652, 10)  # days
_MOST_YEARS = 200  # by which a date without a year may be off
_YEARS = lazy(r"\d{4} ?[-–—] ?\d{4}")
_YEAR = lazy(r"\b\d{4}\b")
# "killed on" Nov. 9, 2015: a date that the line tells something of
_TOLD_OF = lazy(r"\b(?:on|in|from|since|of|for|until|before|after|through|to|and|between) $")
_PUBLISHED = lazy(r"\W*(?:by|posted|published|updated|released|date[ds]?|issued|last)\b")
# two years "and" four months; "a year and" two months
_AND_LENGTH = lazy(rf",? and {SIGNS['duration']}")
_LENGTH_AND = lazy(rf"(?:{SIGNS['duration']}|\ba (?:year|month|week)),? and $")
# "Nov. 9 (Agency) --"
_AGENCY = lazy(r" ?\([a-z .]{2,20}\) ?-")
# "Nov. 9, 2015) -", "Nov. 9, 2015:"
_DATELINE = lazy(r"\)? ?(?:-|:|\|)")


@dataclass(frozen=True, slots=True)
class Window:
    """The days a date may mean."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@kept
def published(reading: Reading) -> date | None:
    """The day of publication, where the reader gives it or the text prints it apart."""
    return reading.document.published or _printed(reading)


def _printed(reading: Reading) -> date | None:
    """The day that "today" means, where a line of its own or a dateline prints it."""
    today = reading.today
    figure = dated(reading, today) if today else None
    if figure is None or figure.start >= _HEAD:
        return None
    if any(_in_dateline(reading, f, figure) for f in reading.figures):
        return today
    blocks, text = reading.document.blocks, reading.text
    block = blocks[max(0, bisect_right(blocks, figure.start, key=lambda b: b.start) - 1)]
    before = text[block.start : figure.start]
    if _PUBLISHED.match(before):
        return today
    dateline = _DATELINE.match(text[figure.end : figure.end + 3])
    apart = dateline is not None or block.end - block.start <= _LINE
    return today if apart and not _TOLD_OF.search(before) else None


def _in_dateline(reading: Reading, figure: Figure, full: Figure) -> bool:
    """Whether *figure* is a dateline without a year, of the days of a full date beside it.

    "LISBON, Nov. 9 (Agency) --" below a picture "taken on Nov. 6, 2015".
    """
    if figure.kind != "date" or not (figure.period and full.period):
        return False
    days = (figure.period.start, full.period.start)
    after = reading.text[figure.end : figure.end + 30]
    near = days[0] and days[1] and abs((days[0] - days[1]).days) <= _SEASON
    return bool(near) and _AGENCY.match(after) is not None


def dated(reading: Reading, today: date) -> Figure | None:
    """The figure that names the day of publication, where the text does."""
    return next(
        (f for f in reading.figures if f.kind == "date" and f.period and f.period.start == today),
        None,
    )


def has_year(figure: Figure) -> bool:
    """Whether the date is printed with its year."""
    return _YEAR.search(figure.text) is not None


def is_old(figure: Figure, today: date) -> bool:
    """Whether it is a date, printed with its year, long before *today*."""
    window = window_of(figure) if figure.kind == "date" and has_year(figure) else None
    return window is not None and (today - window.last).days > _OLD


def window_of(figure: Figure) -> Window | None:
    """The days that a date may mean, where it is known."""
    period = figure.period
    if period and period.start and period.end:
        return Window(period.start, period.end)
    return None


def fine_enough(figure: Figure, unit: str) -> bool:
    """Whether a date is told finely enough for a length in *unit* to be reckoned from it."""
    window = window_of(figure) or _in_year(figure, 2024)
    if window is None:
        return False
    days = (window.last - window.first).days
    return days <= {"days": 0, "weeks": 3, "months": 31}.get(unit, 366)


def both_windows(start: Figure, end: Figure) -> tuple[Window, Window] | None:
    """The days of both dates; a date without a year is of the other's year."""
    first, last = window_of(start), window_of(end)
    if start is end:
        if first and _YEARS.fullmatch(
            start.text
        ):  # "2008-2020": from a day of one to one of the other
            return _year_of(first.first), _year_of(first.last)
        first = first or _days_of_month(start)
        return (Window(first.first, first.first), Window(first.last, first.last)) if first else None
    if not has_year(start) and not has_year(end) and _DAY_ALONE.fullmatch(plain(end.text)):
        pass  # "Friday" is known by the day of publication, and so is the other
    elif not has_year(start) and not has_year(end):
        first, last = _in_year(start, 2022), _in_year(end, 2022)
        if first and last and last.last < first.first:
            last = _in_year(end, 2023)
        if first and last and first.first < date(last.first.year, 3, 1) <= last.first:
            last = Window(last.first, last.last + timedelta(1))  # it may be a leap year
    elif not has_year(start) and last:
        first = _in_year(start, last.first.year)
        if first and first.first > last.last:
            first = _in_year(start, last.first.year - 1)
    elif not has_year(end) and first:
        last = _in_year(end, first.first.year)
        if last and last.last < first.first:
            last = _in_year(end, first.first.year + 1)
    if first is None or last is None or last.last < first.first:
        return None
    return first, last


def is_before(one: Figure, other: Figure) -> bool:
    """Whether of two dates the first is the earlier, or the sooner followed by the other."""
    there, back = both_windows(one, other), both_windows(other, one)
    if there is None or back is None:
        return there is not None
    return there[1].last - there[0].first < back[1].last - back[0].first


def _year_of(day: date) -> Window:
    return Window(date(day.year, 1, 1), date(day.year, 12, 31))


def _backward(start: Figure, end: Figure) -> tuple[Window, Window] | None:
    """The days of both dates, each printed with its year, where the later one is told first."""
    first, last = window_of(start), window_of(end)
    if first is None or last is None or not (has_year(start) and has_year(end)):
        return None
    return (first, last) if last.last < first.first else None


def _days_of_month(figure: Figure) -> Window | None:
    """The days of "May 3-7", in a year that the text does not tell."""
    said = plain(figure.text)
    found = next((m for written in _MONTH_DAYS if (m := written.fullmatch(said))), None)
    if found is None or found["month"] not in MONTHS:
        return None
    month = MONTHS[found["month"]]
    try:
        return Window(date(2022, month, int(found["day"])), date(2022, month, int(found["last"])))
    except ValueError:
        return None


def _in_year(figure: Figure, year: int) -> Window | None:
    """A month and day of *year*."""
    said = plain(figure.text)
    found = next((m for written in _MONTH_DAY if (m := written.search(said))), None)
    if found is None or found["month"] not in MONTHS:
        return None
    try:
        there = date(year, MONTHS[found["month"]], int(found["day"]))
    except ValueError:
        return None
    return Window(there, there)


def span_between(
    reading: Reading,
    skeleton: Skeleton,
    match: re.Match[str],
    start: Figure | None,
    end: Figure | None,
    counting: str,
    *,
    loose: bool = False,
    joined: bool = False,
) -> Iterator[Relation]:
    """The length that *match* tells between two dates, where both are known.

    What is *loose* may be another length than theirs: it is found to hold, and never not to. Where
    "from" and "to" have *joined* them, the second cannot come before the first.
    """
    windows = both_windows(start, end) if start and end else None
    if windows and start and end and start is not end:
        windows = _years_apart(skeleton, match, (start, end), windows)
    back = _backward(start, end) if joined and start and end and windows is None else None
    if back:
        for found in _told(reading, skeleton, match, (start, end), back, counting):
            yield replace(found, options={**found.options, "backward": "yes"})
    if windows:
        for found in _told(reading, skeleton, match, (start, end), windows, counting):
            yield loosely(found) if loose else found


def _years_apart(
    skeleton: Skeleton,
    match: re.Match[str],
    ends: tuple[Figure, Figure],
    windows: tuple[Window, Window],
) -> tuple[Window, Window]:
    """The days of both dates, so many years apart as the length takes where one has no year.

    "It expired on July 30, 2023; 14 months later, on Oct. 2" is of the year after.
    """
    length, unit = _length(skeleton, match), unit_of(skeleton, match)
    if all(map(has_year, ends)) or not isinstance(length, Figure) or length.value is None:
        return windows
    first, last = windows
    days = length.value * _LENGTHS.get(unit, _A_YEAR)
    years = round((days - (last.first - first.first).days) / _A_YEAR)
    if days < _A_YEAR or not 0 < years < min(_MOST_YEARS, first.first.year):
        return windows
    if has_year(ends[1]):
        return _moved(first, -years), last
    return first, _moved(last, years)


def _moved(window: Window, years: int) -> Window:
    first, last = (
        day.replace(year=day.year + years, day=28 if _is_leap(day) else day.day)
        for day in (window.first, window.last)
    )
    return Window(first, last)


def _is_leap(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def loosely(found: Relation) -> Relation:
    """The relation, marked as tied by no words that leave no other reading."""
    return replace(found, options={**found.options, "loose": "yes"})


def span_to_now(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], start: Figure | None
) -> Iterator[Relation]:
    """The length that *match* tells from a date to the day of publication."""
    first, now = window_of(start) if start else None, now_of(reading)
    if first and now and (reading.today or _may_be(skeleton, match, first, now)):
        ends = (start, dated(reading, reading.today) if reading.today else None)
        for found in _told(reading, skeleton, match, ends, (first, now), "elapsed"):
            yield found if published(reading) else guessed(found)


def _may_be(skeleton: Skeleton, match: re.Match[str], first: Window, now: Window) -> bool:
    """Whether as many years lie between a date and a year in which the text may have appeared."""
    length = _length(skeleton, match)
    years = length.value if isinstance(length, Figure) and length.unit == "years" else None
    least, most = now.first.year - first.last.year, now.last.year - first.first.year
    return years is not None and least <= years <= most


def now_of(reading: Reading) -> Window | None:
    """The day of publication; where none is told, the latest year named and the one after it."""
    if reading.today:
        return Window(reading.today, reading.today)
    years = [
        f.period.end.year
        for f in reading.figures
        if f.kind == "date" and f.period and f.period.end and has_year(f)
    ]
    return Window(date(max(years), 1, 1), date(max(years) + 1, 12, 31)) if years else None


def guessed(found: Relation) -> Relation:
    """The relation, marked as reckoned to a day that only may be that of publication."""
    return replace(found, options={**found.options, "now": "guessed"})


def _told(
    reading: Reading,
    skeleton: Skeleton,
    match: re.Match[str],
    ends: tuple[Figure | None, Figure | None],
    windows: tuple[Window, Window],
    counting: str,
) -> Iterator[Relation]:
    options = span_options(unit_of(skeleton, match), windows, counting)
    if options["unit"] in UNITS and not _is_compound(skeleton, match):
        yield relation(
            "span", reading, [skeleton.span(match)], options,
            start=ends[0], end=ends[1], length=_length(skeleton, match),
        )  # fmt: skip


def span_options(unit: str, windows: tuple[Window, Window], counting: str) -> dict[str, str]:
    """What the check of a span needs besides its figures."""
    return {
        "counting": counting,
        "unit": unit,
        "start": str(windows[0]),
        "end": str(windows[1]),
    }


def span_of(
    reading: Reading,
    tie: Span,
    ends: tuple[Figure, Figure],
    windows: tuple[Window, Window],
    length: Role,
    unit: str | None,
) -> Relation:
    """How long something lasted from one day to another, both counted."""
    options = span_options(unit or "days", windows, "inclusive")
    return relation("span", reading, [tie], options, start=ends[0], end=ends[1], length=length)


def _is_compound(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether a length is one of two that make one: "two years and four months"."""
    at = match.start(_length_name(match))
    return bool(
        _AND_LENGTH.match(skeleton.text, at + 1)
        or _LENGTH_AND.search(skeleton.text, max(0, at - 12), at)
    )


def _length(skeleton: Skeleton, match: re.Match[str]) -> Role | None:
    """The figure of the length, or the words "a year"."""
    name = _length_name(match)
    if match[name][0] == "a":
        return skeleton.span(match, name)
    return skeleton.group(match, name)


def _length_name(match: re.Match[str]) -> str:
    """The group that holds the length."""
    groups = match.groupdict()
    return next((n for n in ("length2", "length3") if groups.get(n)), "length")


def unit_of(skeleton: Skeleton, match: re.Match[str]) -> str:
    """The unit of the length: of its figure, of "a year", of "16th consecutive year"."""
    name = _length_name(match)
    if match[name][0] == "a":
        return match[name][2:] + "s"
    figure = skeleton.group(match, name)
    if figure is None or figure.kind != "duration":
        return "years"
    return figure.unit or ""
