# ruff: noqa: E501
"""What a wording allows: the interval of a number with its hedge."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from crossfoot.interval import Interval

Bend = Literal["about", "nearly", "over", "under", "slightly"]


class Hedge(NamedTuple):
    """The words that widen a number, which way, and where they begin."""

    start: int
    words: str
    bend: Bend
    more: Bend | None = None  # "at least about"


_TENTH = Fraction(1, 10)
_POINTS = Fraction(1, 40)  # two and a half points of a fraction
_TWENTIETH = Fraction(1, 20)

_ABOUT = (
    r"about|around|roughly|some|approximately|approx\.?|approximatly|circa|ca\.|an? estimated|estimated|close to or about"
    r"|in the (?:neighborhood|region|vicinity) of|on the order of|more or less|or so|an? (?:average|reported)(?= about)"
    r"|~|somewhere around"
)
_NEARLY = r"nearly|almost|close to|just under|just shy of|shy of|just below|just short of|approaching|not quite|nigh on"
_OVER = (
    r"(?:slightly |far |much |well |a little |just |a bit |no )?(?:more than|over|above|in excess of|greater than|exceeding|upwards? of|north of|higher than|larger than)"
    r"|at least|at the very least|a minimum of|minimum of|no fewer than|no less than|not less than|not fewer than|exceeded|exceeds|exceed|topped|topping|surpassed|surpassing|surpasses|upward of|at minimum"
)
_UNDER = (
    r"(?:far |much |well |slightly |a little |a bit )?(?:fewer than|less than|under|below|lower than|smaller than)|up to|at most|as many as|as much as|as high as|no more than|not more than"
    r"|no greater than|a maximum of|maximum of|no higher than|not over|not exceeding|at the most"
)
# the word before a number that can end a hedge, so that the pattern is tried there only
_LAST = frozenset(
    "about around roughly some approximately approx approx. approximatly circa ca. estimated of less so ~ nearly almost to"
    " under below approaching quite on than over above excess exceeding least minimum exceeded exceeds exceed"
    " topped topping surpassed surpassing surpasses most many much high shy an a average reported maximum short"
    " the".split()
)
_BEFORE = re.compile(
    rf"(?<![a-z-])(?:(?P<no>no (?:more|greater|higher) than|not (?:more than|over|exceeding))"
    rf"|(?P<nofewer>no (?:fewer|less|lower) than|not (?:fewer|less) than)"
    rf"|(?P<nearly>{_NEARLY})|(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<about>{_ABOUT}))"
    r"[ \u00a0]?$"
)
_AFTER = re.compile(
    r"(?P<over>-plus\b|[ \u00a0]?\+(?![0-9])|[ \u00a0]or more\b|[ \u00a0]and (?:more|up|over|above)\b|[ \u00a0]plus(?= (?:people|years|days|arrests)\b))"
    r"|(?P<under>[ \u00a0]or (?:fewer|less)\b|[ \u00a0]and under\b|[ \u00a0]at most\b)"
    r"|(?P<about>[ \u00a0]or so\b|-odd\b|[ \u00a0]odd\b|-ish\b|[ \u00a0]or thereabouts\b|[ \u00a0]more or less\b)"
)


def before(text: str, start: int) -> Hedge | None:
    """The hedge that ends where a number begins at *start*."""
    opening = max(0, start - 44)
    ahead = text[opening:start]
    if ahead.endswith("~"):
        return Hedge(start - 1, "~", "about")
    words = ahead.rsplit(None, 1)
    if not words or ahead[-1:] not in " \u00a0" or words[-1].lstrip('("') not in _LAST:
        return None
    match = _BEFORE.search(ahead)
    if match is None:
        return None
    said = match.group().strip(" \u00a0")
    bend: Bend
    if match["no"]:
        bend = "under"
    elif match["nofewer"]:
        bend = "over"
    else:
        bend = match.lastgroup  # type: ignore[assignment]
    return Hedge(opening + match.start(), said, bend)


def after(text: str, end: int) -> tuple[int, str, Bend] | None:
    """The hedge that begins where a number ends: its end, words and bend."""
    if text[end : end + 1] not in (" ", "-", "+", "\u00a0"):
        return None
    match = _AFTER.match(text, end)
    if match is None or match.lastgroup is None:
        return None
    return match.end(), match.group().strip(" \u00a0-"), match.lastgroup  # type: ignore[return-value]


def significant(value: Fraction, step: Fraction) -> Fraction:
    """One unit of the last significant place; trailing zeros are not significant."""
    unit = step
    if value:
        units = value / step
        if units.denominator == 1:
            count = abs(units.numerator)
            while count % 10 == 0:
                count //= 10
                unit *= 10
    return unit


def slack(value: Fraction, step: Fraction, kind: str) -> Fraction:
    """How far "about" may be off: one significant unit, at most a tenth of the value."""
    if kind == "fraction":
        return _POINTS
    if kind == "multiple":
        return abs(value) * _TENTH
    return min(significant(value, step), abs(value) * _TENTH)


def bare(value: Fraction, step: Fraction, kind: str, form: str, words: bool) -> Interval:
    """The interval of a number without a hedge."""
    if kind == "fraction":
        return Interval.around(value, _POINTS)
    if kind == "multiple" and words:
        return Interval.around(value, value * _TWENTIETH)
    if form == "exact" and kind in _EXACT:
        return Interval(value, value)
    half = step / 2
    return Interval(value - half, value + half)


_EXACT = frozenset({"count", "number", "age", "duration", "rank", "measure"})
_ZERO = Fraction(0)


def bent(value: Fraction, step: Fraction, kind: str, base: Interval, bend: Bend) -> Interval:
    """The interval of a number with a hedge; *base* is its bare one."""
    if bend == "over":
        return Interval(value, None)
    if bend == "under":
        return Interval(min(_ZERO, value), max(value, _ZERO))
    width = slack(value, step, kind)
    if bend == "nearly":
        return Interval(value - width, value)
    return Interval(value - width, value + width)
