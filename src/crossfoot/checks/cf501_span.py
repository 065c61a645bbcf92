"""CF501: two dates and the time between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, mend, quoted, unverifiable
from crossfoot.checks._repairs import candidate, ranked, reworded
from crossfoot.interval import Interval, display
from crossfoot.model import Figure, Finding, Relation, Repair, Severity

# days in a unit, by the Gregorian calendar's average
_DAYS = {
    "days": Fraction(1),
    "weeks": Fraction(7),
    "months": Fraction(146097, 4800),
    "years": Fraction(146097, 400),
}
_YEAR = re.compile(r"\b\d{4}\b")
_YEARS = range(1700, 2101)  # in which a slip of a year is sought
# how far a length in whole units is stretched in prose: "five months" for 4.6 or 5.9
_SHORT, _LONG = Fraction(1, 2), Fraction(19, 20)
_HEDGED = Fraction(1, 4)  # what a hedged length still allows beyond its range


@register("CF501", relation="span")
def dates_lie_as_far_apart(relation: Relation) -> Finding | None:
    """Two dates should be as far apart as the text says, and an age should fit the years.

    Why: Intervals are reckoned in the head; when a date is corrected, "five months later" stays.
    Example: "On Oct. 9, 2011, he was freed. Seven months later, on April 12, 2012" is six months.
    Silent: Dates too coarse for the unit; several dates before, of which none fits; no day of
    publication for "ago"; a length and dates that do not fit and that no words tie together;
    days of one place or one phase of a longer operation.
    Misses: Dates that only the course of events ties to a length.
    Source: Silverman, Verification Handbook, time; Gregorian calendar, mean month and year.
    """
    told = relation.options
    start, end = _window(told["start"]), _window(told["end"])
    how = {"ages": _ages, "born": _born}.get(told["counting"], _length)
    found = (_backward if "backward" in told else how)(relation, start, end)
    if found.verdict == "inconsistent" and "loose" in told:
        return None
    if found.verdict == "inconsistent" and told.get("now") == "guessed":
        return unverifiable(relation, "The day of publication is not printed at the head.")
    return found


def _length(relation: Relation, start: tuple[date, date], end: tuple[date, date]) -> Finding:
    """A length of time, and the two dates."""
    told = relation.options
    length = relation.figures("length")
    if length and length[0].value is None:
        return unverifiable(relation, "The length is given without a number.")
    unit = told["unit"]
    computed = _apart(start, end, unit, inclusive=told["counting"] == "inclusive")
    stated = length[0].value if length else Fraction(1)
    value = Fraction((end[1] - start[0]).days + (end[0] - start[1]).days, 2) / _DAYS[unit]
    first, last = relation.figures("start"), relation.figures("end")
    one_figure = bool(first) and first == last  # "May 3-7"
    names = _said(relation, "start", start)
    if not one_figure:
        names += f" to {_said(relation, 'end', end)}"
    line = f"{names} = {_number(value)} {unit if value != 1 else unit[:-1]}"
    if told["counting"] == "inclusive" and unit == "days":
        line += f", {_number(value + 1)} with both counted"
    if computed.meets(_allowed(length[0] if length else None, unit)):
        return consistent(relation, computed=value, stated=stated, arithmetic=line)
    words = quoted(length[0]) if length else f"a {unit[:-1]}"
    repairs = _whole(length[0], computed, unit) if length else ()
    return inconsistent(
        relation,
        computed=value,
        stated=stated,
        arithmetic=line,
        message=f"{'' if one_figure else 'From '}{line.replace(' =', ' is', 1)}, not {words}"
        f"{mend(repairs)}.",
        severity=_severity(computed, stated),
        repairs=repairs,
    )


def _whole(length: Figure, computed: Interval, unit: str) -> tuple[Repair, ...]:
    """The whole number of the unit nearest to what the dates give that the wording allows."""
    least, most = computed.low or Fraction(0), computed.high or Fraction(0)
    for value in (round((least + most) / 2), ceil(most), ceil(least), floor(least)):
        moved = value - (length.value or 0)
        if (_allowed(length, unit) + Interval.exactly(Fraction(moved))).meets(computed):
            return ranked([candidate(length, Fraction(value))])
    return ()


def _backward(relation: Relation, start: tuple[date, date], end: tuple[date, date]) -> Finding:
    """Two dates that "from" and "to" join, and the second comes before the first."""
    first, last = relation.one("start"), relation.one("end")
    length, unit = relation.figures("length"), relation.options["unit"]
    value = Fraction((end[0] - start[0]).days + (end[1] - start[1]).days, 2) / _DAYS[unit]
    allowed = _allowed(length[0] if length else None, unit)
    repairs = [
        *(_year_for(first, moved) for moved in _moved(start) if _fits(moved, end, unit, allowed)),
        *(_year_for(last, moved) for moved in _moved(end) if _fits(start, moved, unit, allowed)),
    ]
    return inconsistent(
        relation,
        computed=value,
        stated=length[0].value if length else Fraction(1),
        arithmetic=f"{_said(relation, 'start', start)} to {_said(relation, 'end', end)} = "
        f"{_number(value)} {unit}",
        message=f"{quoted(last)} comes before {quoted(first)}, from which it is reckoned.",
        repairs=ranked(repairs),
    )


def _moved(window: tuple[date, date]) -> Iterator[tuple[date, date]]:
    """The same days of every other year that a slip of the year may stand for."""
    first, last = (day.replace(day=min(day.day, 28)) for day in window)  # no February 29
    for year in _YEARS:
        later = year + last.year - first.year
        yield first.replace(year=year), last.replace(year=later)


def _fits(start: tuple[date, date], end: tuple[date, date], unit: str, allowed: Interval) -> bool:
    return start[0] <= end[1] and _apart(start, end, unit, inclusive=True).meets(allowed)


def _year_for(printed: Figure, meant: tuple[date, date]) -> Repair | None:
    """The date with another year, where it prints one."""
    words, times = _YEAR.subn(str(meant[0].year), printed.text)
    return reworded(printed, words) if times == 1 else None


def _window(told: str) -> tuple[date, date]:
    first, last = told.split("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def _apart(
    start: tuple[date, date], end: tuple[date, date], unit: str, *, inclusive: bool
) -> Interval:
    """How many units lie between, with both days counted where a length may count them."""
    least = max(0, (end[0] - start[1]).days)
    most = (end[1] - start[0]).days + (1 if inclusive else 0)
    return Interval(least / _DAYS[unit], max(least, most) / _DAYS[unit])


def _allowed(length: Figure | None, unit: str) -> Interval:
    """What a stated length allows: days are counted, longer units are rounded in prose."""
    limits = length.range if length else Interval.exactly(1)
    if unit == "days" and limits.is_exact:
        return limits
    short, long = (_SHORT, _LONG) if limits.is_exact else (_HEDGED, _HEDGED)
    return Interval(
        None if limits.low is None else limits.low - short,
        None if limits.high is None else limits.high + long,
    )


def _severity(computed: Interval, stated: Fraction | None) -> Severity:
    near = Interval.around(stated or Fraction(0), Fraction(1))
    return "rounding" if near.meets(computed) else "substance"


def _ages(relation: Relation, start: tuple[date, date], end: tuple[date, date]) -> Finding:
    """Two ages of one person and the years between them."""
    now, then = relation.figures("length")
    grown = (now.value or Fraction(0)) - (then.value or Fraction(0))
    between = _apart(start, end, "years", inclusive=False)
    # either birthday may lie on either side of its day
    possible = Interval((between.low or Fraction(0)) - 1, (between.high or Fraction(0)) + 1)
    years = Fraction((end[0] - start[0]).days) / _DAYS["years"]
    first, last = _said(relation, "start", start), _said(relation, "end", end)
    line = f"{first} to {last} = {_number(years)} years"
    if possible.contains(grown):
        return consistent(relation, computed=years, stated=grown, arithmetic=line)
    apart = round(years)
    return inconsistent(
        relation,
        computed=years,
        stated=grown,
        arithmetic=line,
        message=f"Somebody who was {quoted(then)} in {first} is not {quoted(now)} in "
        f"{last}: the ages are {display(grown)} years apart, the dates {_number(years)}.",
        repairs=ranked(
            [
                candidate(now, (then.value or Fraction(0)) + apart),
                candidate(then, (now.value or Fraction(0)) - apart),
            ]
        ),
    )


def _born(relation: Relation, start: tuple[date, date], end: tuple[date, date]) -> Finding:
    """An age, and the years since a birth."""
    age = relation.one("length")
    # a text may be older than its last edit
    least = _age(start[1], end[0]) - int(relation.options["slack"])
    possible = Interval(Fraction(least), Fraction(_age(start[0], end[1])))
    years = Fraction((end[0] - start[0]).days) / _DAYS["years"]
    line = f"{_said(relation, 'start', start)} to {_said(relation, 'end', end)}"
    line += f" = {_number(years)} years"
    if age.range.meets(possible):
        return consistent(relation, computed=years, stated=age.value, arithmetic=line)
    repairs = ranked([candidate(age, Fraction(_age(start[0], end[1])))])
    return inconsistent(
        relation,
        computed=years,
        stated=age.value,
        arithmetic=line,
        message=f"From {line.replace(' =', ' is', 1)}, so the age cannot be {quoted(age)}"
        f"{mend(repairs)}.",
        repairs=repairs,
    )


def _age(born: date, day: date) -> int:
    """Full years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _said(relation: Relation, role: str, window: tuple[date, date]) -> str:
    """A date as printed, or the day of publication where the text prints none."""
    printed = relation.figures(role)
    if printed:
        return " ".join(printed[0].text.split()).rstrip(".")
    if window[0].year != window[1].year:  # no day is printed, and the years named tell about when
        return f"{window[0].year} or {window[1].year}"
    return f"{window[0]:%B} {window[0].day}, {window[0].year}"


def _number(value: Fraction) -> str:
    return display(value, 1)
