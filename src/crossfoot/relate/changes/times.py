"""When a figure is told of: ``150 in 2018``, ``120 this year``, ``a year ago there were 150``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Skeleton
from crossfoot.model import Figure

_DATE, _LENGTH = SIGNS["date"], SIGNS["duration"]
_HALF_A_YEAR = 6  # months: of May and December, either may be the earlier
_DAYS = 3  # by which months and the like differ in length
_PERIOD = r"(?:fiscal |calendar )?(?:year|month|week|quarter|day|season|decade)"
# "last year", "a year ago"; "a year earlier", "the month before", "the previous quarter"
_THEN = (
    rf"(?P<then>(?:{_LENGTH}|(?:the|a) {_PERIOD}) ago|last {_PERIOD})"
    rf"|(?P<before>{_LENGTH} (?:earlier|before|prior|previously)|the (?:previous|prior|preceding)"
    rf" {_PERIOD}|(?:the|a) {_PERIOD} (?:before|earlier|prior)|previously)"
)
_NOW = rf"(?P<now>this {_PERIOD}|so far|now|today|to date|currently)"
_AT = (
    r"(?:\(?(?:in|for|during|by|at|as of|on|through|of) )?(?:the )?(?:same [a-z]+ (?:in |of )?"
    r"|this (?:same )?(?:time|point|date) |end of |(?:fiscal |calendar )?(?:year )?)?"
)
# 120 "burglaries in" 2019; 150 "(BG) at this time last year"
_AFTER = lazy(
    r"(?: (?!and\b|but\b|or\b|to\b|from\b|than\b|while\b|after\b|since\b|compared\b"
    r"|versus\b|against\b|who\b|whom\b|whose\b|which\b|that\b|had\b)"
    rf"[a-z'()-]+){{0,5}}? ?{_AT}(?:\(?(?P<date>{_DATE})|{_NOW}|{_THEN})"
)
# "in" 2018 "it received" 500; "by this time last year there were" 150; 2019": " 120
_BEFORE = lazy(
    rf"(?:^|[;,.:-] ?|\band |\bbut |\bwhile |\bor |\bthan )\W*{_AT}"
    rf"(?:(?P<date>{_DATE})|{_NOW}|{_THEN})"
    r"(?:,|:)?(?: [^;:.]{0,60})?$"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When: from a day on for some days, in a month of no known year, or now and then.

    `place` orders moments of one `scale`.
    """

    scale: str
    place: int
    days: int = 0


NOW, THEN = Moment("relative", 1), Moment("relative", 0)
BEFORE = Moment("before", 0)  # whatever time the other figure is of


def moment(figure: Figure) -> Moment | None:
    """When a date is, as far as the text tells."""
    if figure.period and figure.period.start:
        start, end = figure.period.start, figure.period.end or figure.period.start
        return Moment("day", start.toordinal(), (end - start).days)
    first = figure.text.lower().removeprefix("the ").split()[:1]
    if first in (["previous"], ["prior"], ["preceding"]):
        return BEFORE
    if first in (["last"], ["this"], ["today"]):
        return THEN if first == ["last"] else NOW
    month = MONTHS.get(figure.text.lower().strip("."))
    return Moment("month", month) if month else None


def is_before(one: Moment | None, other: Moment | None) -> bool | None:
    """Whether *one* is before *other*; None where the text does not tell or they are unlike."""
    if one is None or other is None or one == other:
        return None
    if BEFORE in (one, other):
        return one == BEFORE
    if one.scale == other.scale:
        near = one.scale != "month" or abs(one.place - other.place) < _HALF_A_YEAR
        alike = 2 * min(one.days, other.days) + _DAYS >= max(one.days, other.days)
        return one.place < other.place if near and alike else None
    if {one.scale, other.scale} == {"day", "relative"} and NOW in (one, other):
        return other == NOW
    return None


def times(skeleton: Skeleton, places: Iterable[tuple[int, int]]) -> list[Moment | None]:
    """When figures are told of, each given by where it stands and where the one before does.

    A date between two figures is the first one's, where it stands behind its noun.
    """
    found: list[Moment | None] = []
    taken = 0
    for at, before in places:
        if told := _AFTER.match(skeleton.text, at + 1):
            found.append(_moment(skeleton, told, 0))
            taken = told.end()
        else:
            start = max(taken, before + 1)
            found.append(_moment(skeleton, _BEFORE.search(skeleton.text[start:at]), start))
    return found


def _moment(skeleton: Skeleton, told: re.Match[str] | None, shift: int) -> Moment | None:
    if told is None:
        return None
    if told["date"]:
        return moment(skeleton.figure_at(shift + told.start("date")))
    return NOW if told["now"] else THEN if told["then"] else BEFORE
