"""Two claims, dimension by dimension: the same, near, open (one is silent) or other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from crossfoot.checks._repairs import one_digit_apart
from crossfoot.ledger.claims import Claim


class Tie(Enum):
    """How two claims stand to each other in one dimension."""

    SAME = "same"
    NEAR = "near"
    OPEN = "open"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims of one family compared. `agree`: their ranges meet; `exact`: equal values."""

    agree: bool
    exact: bool
    measure: Tie
    population: Tie
    place: Tie
    period: Tie
    wording: float
    score: float

    @property
    def others(self) -> tuple[str, ...]:
        """The dimensions in which the claims differ."""
        named = ("measure", "population", "place", "period")
        return tuple(n for n in named if getattr(self, n) is Tie.OTHER)


# kinds whose values can be set against each other
FAMILY = {
    "count": "count", "number": "count", "percent": "share", "fraction": "share",
    "money": "money", "duration": "duration", "rate": "rate", "points": "points",
}  # fmt: skip
# what a dimension adds to the belief that two claims speak of one quantity
_WORTH = {
    "measure": {Tie.SAME: 1.0, Tie.NEAR: 0.5, Tie.OPEN: 0.0, Tie.OTHER: -2.0},
    "population": {Tie.SAME: 1.5, Tie.NEAR: 1.0, Tie.OPEN: 0.25, Tie.OTHER: -2.0},
    "place": {Tie.SAME: 1.5, Tie.NEAR: 0.75, Tie.OPEN: 0.0, Tie.OTHER: -2.0},
    "period": {Tie.SAME: 1.0, Tie.NEAR: 0.5, Tie.OPEN: 0.0, Tie.OTHER: -1.5},
}
# measures that reports use for one another
_KIN = (
    frozenset(("arrests", "at_large_arrests")),
    frozenset(("arrests", "detained")),
    frozenset(("arrests", "people")),
    frozenset(("detained", "people")),
    frozenset(("removals", "returns")),
    frozenset(("removals", "people")),
    frozenset(("detained", "average_daily_population")),
)
# dimensions that describe the event, not a group within it
_INCIDENTAL = frozenset(("setting", "assignment", "method"))
_SPECIFIC = frozenset(("offence", "gang"))
# counts of things that populations do not narrow
_THINGS = frozenset(("countries", "places", "offices", "facilities", "operations", "duration"))
_NATION = frozenset(("united states", "u.s.", "us", "usa", "nationwide"))
_COUNTY = re.compile(r"\s+(?:county|parish|city)\b")


def compare(one: Claim, other: Claim) -> Comparison:
    """Compare two claims whose kinds are of one family."""
    measure = measure_tie(one.measure, other.measure)
    population = population_tie(one, other)
    place = place_tie(one.place, other.place)
    period = _period(one, other)
    wording = _wording(one, other)
    exact = one.value is not None and one.value == other.value
    agree = _agree(one, other)
    score = (
        _WORTH["measure"][measure]
        + _WORTH["population"][population]
        + _WORTH["place"][place]
        + _WORTH["period"][period]
        + 2 * wording
        + (_distinct(one.value) if exact else 0.5 if agree else 0.0)
    )
    return Comparison(agree, exact, measure, population, place, period, wording, score)


def unit_slip(one: Claim, other: Claim) -> bool:
    """Whether two units are words that look alike and mean different things: county, country."""
    first, second = _noun(one.unit), _noun(other.unit)
    if first == second or min(len(first), len(second)) < 5:
        return False
    return first[:3] == second[:3] and _edits(first, second) == 1


def _agree(one: Claim, other: Claim) -> bool:
    """The ranges meet; an open end ("more than 150") reaches a tenth beyond the number said."""
    if one.value is None or other.value is None:
        return False
    if not one.range.meets(other.range):
        return False
    if one.range.is_open or other.range.is_open or one.hedge or other.hedge:
        larger = max(abs(one.value), abs(other.value))
        return abs(one.value - other.value) * 10 <= larger
    return True


def _distinct(value: Fraction | None) -> float:
    """How unlikely it is that two figures share this value by chance."""
    if value is None:
        return 0.0
    digits = str(value.numerator if value.denominator == 1 else float(value)).replace(".", "")
    significant = len(digits.strip("0-"))
    return {0: 0.0, 1: 0.5, 2: 1.0, 3: 2.0}.get(significant, 3.0)


def measure_tie(one: str | None, other: str | None) -> Tie:
    """How two measures stand to each other."""
    if one is None or other is None:
        return Tie.OPEN
    if one == other:
        return Tie.SAME
    return Tie.NEAR if frozenset((one, other)) in _KIN else Tie.OTHER


def population_tie(one: Claim, other: Claim) -> Tie:
    """How the groups of two claims stand to each other."""
    mine, theirs = _group(one), _group(other)
    if mine == theirs:
        return Tie.SAME if mine else Tie.OPEN
    if not mine or not theirs:
        # a count of some against a count of all
        return Tie.OTHER
    return Tie.NEAR if {_broad(p) for p in mine} == {_broad(p) for p in theirs} else Tie.OTHER


def _group(claim: Claim) -> frozenset[str]:
    """The qualifiers that tell one group from another.

    Where arrests were made narrows nothing once the event is known, countries are counted
    without regard to whose, and whoever has an offence named is a convict or an accused.
    """
    if claim.measure in _THINGS:
        return frozenset()
    kept = frozenset(p for p in claim.population if p.partition(":")[0] not in _INCIDENTAL)
    named = frozenset(p for p in kept if p.partition(":")[0] in _SPECIFIC)
    return kept - {"criminality:convicted", "criminality:criminal"} if named else kept


def _broad(qualifier: str) -> str:
    """ "Criminal", where a text does not say which, stands for convicted or arrested."""
    dimension, _, value = qualifier.partition(":")
    if dimension == "criminality" and value in ("convicted", "criminal", "arrested"):
        return "criminality:criminal"
    return qualifier


@lru_cache(maxsize=4096)
def place_tie(one: str | None, other: str | None) -> Tie:
    """How two places stand to each other; none named and the whole country are one."""
    first, second = _plain_place(one), _plain_place(other)
    if first is None or second is None:
        return Tie.OPEN if first == second else Tie.OTHER
    if first == second:
        return Tie.SAME
    mine, theirs = first.split(", "), second.split(", ")
    heads = _COUNTY.sub("", mine[0]), _COUNTY.sub("", theirs[0])
    if heads[0] == heads[1] and (len(mine) < 2 or len(theirs) < 2 or mine[1:] == theirs[1:]):
        return Tie.SAME
    if mine[0].endswith(" " + theirs[0]) or theirs[0].endswith(" " + mine[0]):
        return Tie.NEAR  # Northern California, California
    counties = ("county" in mine[0]) != ("county" in theirs[0])
    if counties and len(mine) > 1 and mine[1:] == theirs[1:]:
        return Tie.NEAR  # a city and a county of one state: one may hold the other
    return Tie.OTHER


def _plain_place(place: str | None) -> str | None:
    """A place in small letters; the whole country counts as none named."""
    lowered = place.casefold() if place else None
    return None if lowered in _NATION else lowered


def _period(one: Claim, other: Claim) -> Tie:
    a, b = (one.period_start, one.period_end), (other.period_start, other.period_end)
    if a == (None, None) or b == (None, None):
        return Tie.OPEN
    if a == b:
        return Tie.SAME
    start = max(a[0] or date.min, b[0] or date.min)
    end = min(a[1] or date.max, b[1] or date.max)
    if start > end:
        return Tie.OTHER
    if None in a or None in b:
        return Tie.NEAR
    shared = (end - start).days + 1
    union = (one.days or 0) + (other.days or 0) - shared
    if 2 * shared >= union:
        return Tie.NEAR
    # the day that a period ends or starts on may stand for the period: "the year to Sept. 30"
    return Tie.OPEN if a[0] == b[0] or a[1] == b[1] else Tie.OTHER


def _wording(one: Claim, other: Claim) -> float:
    """The share of content words that both use, by their stems; 0 to 1."""
    mine, theirs = {w[:5] for w in one.words}, {w[:5] for w in other.words}
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def _noun(unit: str | None) -> str:
    """The last word of a unit, in the singular."""
    word = unit.lower().split()[-1] if unit and unit.split() else ""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _edits(one: str, other: str) -> int:
    """Letters to put in, leave out or exchange to turn one short word into another."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, theirs in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (mine != theirs))
    return row[-1]


def slipped(one: Fraction, other: Fraction) -> bool:
    """Whether one number is a slip of the pen from the other: 16 and 61, 1,240 and 124."""
    first, second = (str(v.numerator) for v in (one, other))
    if one.denominator != 1 or other.denominator != 1 or min(len(first), len(second)) < 2:
        return False
    if len(first) == len(second):
        return sorted(first) == sorted(second)
    return one_digit_apart(first, second)


Claims = tuple[Claim, ...]


def at_home(one: Claims, other: Claims) -> tuple[Claims, Claims]:
    """Two documents' claims; where one never says where it all happened, the other need not.

    A report of one sweep may name the state with every figure or with none. Where only one does,
    its own ground is taken as understood; "southeast Texas" and "Houston" are one ground where
    each is all that its report names.
    """
    mine, theirs = _ground(one), _ground(other)
    if mine and theirs and nested(mine, theirs):
        return _moved(one, mine, theirs), other
    if mine and not theirs and mine not in _places(other):
        return _moved(one, mine, None), other
    if theirs and not mine and theirs not in _places(one):
        return one, _moved(other, theirs, None)
    return one, other


def nested(one: str, other: str) -> bool:
    """Whether one place is named as a part of the other: Houston, Texas, and Texas."""
    return one.endswith(", " + other) or other.endswith(", " + one)


def _places(claims: Claims) -> list[str]:
    """The places of counts, but the whole country."""
    return [c.place for c in claims if c.place and _plain_place(c.place) and _counts(c)]


def _counts(claim: Claim) -> bool:
    return claim.kind in ("count", "number") and claim.measure is not None


def _ground(claims: Claims) -> str | None:
    """The place of the leading count, where half of what is placed or more is placed there."""
    placed = _places(claims)
    lead = next((c.place for c in claims if _counts(c)), None)
    if lead is None or _plain_place(lead) is None:
        return None
    return lead if 2 * placed.count(lead) >= len(placed) else None


def _moved(claims: Claims, place: str, to: str | None) -> Claims:
    return tuple(replace(c, place=to) if c.place == place else c for c in claims)


def in_time(one: Claims, other: Claims) -> tuple[Claims, Claims]:
    """Two documents' claims; where one is undated, or knows but an end of the other's period.

    "The sweep, which ended on Friday" dates every figure of a report to that Friday; beside a
    report that has the whole period, that period is meant.
    """
    mine, theirs = ground_span(one), ground_span(other)
    if mine and not _any_date(other):
        return one, _dated(other, (None, None), mine)
    if theirs and not _any_date(one):
        return _dated(one, (None, None), theirs), other
    if mine is None or theirs is None or mine == theirs:
        return one, other
    if mine[0] == mine[1] and mine[0] in theirs:
        return _dated(one, mine, theirs), other
    if theirs[0] == theirs[1] and theirs[0] in mine:
        return one, _dated(other, theirs, mine)
    return one, other


def ground_span(claims: Sequence[Claim]) -> tuple[date, date] | None:
    """The period of the leading count, up to a month, where most counts have it."""
    counts = [c for c in claims if _counts(c)]
    dated = [(c.period_start, c.period_end) for c in counts if c.period_end]
    start, end = dated[0] if dated else (None, None)
    if start is None or end is None or (end - start).days > 31:
        return None
    return (start, end) if 2 * dated.count((start, end)) > len(dated) else None


def _any_date(claims: Claims) -> bool:
    return any(c.period_end or c.period_start for c in claims if c.kind != "date" and c.measure)


def _dated(claims: Claims, old: tuple[date | None, date | None], new: tuple[date, date]) -> Claims:
    return tuple(
        replace(c, period_start=new[0], period_end=new[1])
        if (c.period_start, c.period_end) == old and c.kind != "date"
        else c
        for c in claims
    )


def dated_by_words(claims: Claims) -> frozenset[str]:
    """The figures whose own words name a time: a date beside them, a weekday, a month, a year.

    The others have their period from the sentences around, where it is more often misread.
    """
    return frozenset(
        c.figure
        for number, c in enumerate(claims)
        if c.kind != "date" and (_CALENDAR & set(c.words) or _date_beside(claims, number))
    )


def _date_beside(claims: Claims, number: int) -> bool:
    """Whether a date of the same sentence stands next to the figure, no other figure between."""
    claim = claims[number]
    beside = claims[max(0, number - 1) : number] + claims[number + 1 : number + 2]
    return any(c.kind == "date" and c.sentence == claim.sentence for c in beside)


_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december fiscal".split()
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def settled(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims of one document, a day moved where its own weekday says otherwise.

    "Sunday (January 27, 2025)" is a Monday's date: writers know the weekday and look the date
    up, so the weekday is believed, for every figure that the document puts on that date.
    """
    moved = {
        claim.period_start: _nearest(claim.period_start, weekday)
        for claim in claims
        if claim.period_start and (weekday := _other_weekday(claim)) is not None
    }
    return tuple(
        replace(c, period_start=moved[c.period_start], period_end=moved[c.period_start])
        if c.period_start in moved and c.period_start == c.period_end
        else c
        for c in claims
    )


def _other_weekday(claim: Claim) -> int | None:
    """The weekday that a date names, where it falls on another."""
    day = claim.period_start
    if claim.kind != "date" or day is None or day != claim.period_end:
        return None
    named = [n for n, weekday in enumerate(_WEEKDAYS) if weekday in claim.text.lower()]
    return named[0] if len(named) == 1 and named[0] != day.weekday() else None


def _nearest(day: date, weekday: int) -> date:
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back if back <= 3 else back - 7)
