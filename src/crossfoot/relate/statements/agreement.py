"""Whether two figures can be one number, and when they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.exact import last_place
from crossfoot.model import Figure, Period
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.slips import digits_unlike

_NOTHING = Fraction(0)
# hedges that say the same
_SAME = {
    "over": "more than", "in excess of": "more than", "upwards of": "more than",
    "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "around": "about", "approximately": "about", "roughly": "about", "some": "about",
}  # fmt: skip
AT_MOST = frozenset(("up to", "as many as", "as much as", "at most"))
_NEAREST = 50  # a part of a number, so near to which another of the same hedge may be that number
_TWOFOLD, _HALF_AS_MANY_MORE = 2, Fraction(3, 2)
_YEAR = 360  # days, at least
_CHECKED = 12  # of a long group, so many members are compared with a newcomer


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one number, each as precise as it is written.

    Two figures rounded alike must be alike: 31% and 32% touch at 31.5 and are two numbers.
    A hedge reaches a tenth of the number: 864 is "more than 150", and no reader takes it so.
    """
    a, b = one.value, other.value
    if a is None or b is None:  # "a majority" and "24%" of one year are not the same
        return one.kind == other.kind == "date" and _same_day(one.period, other.period)
    # in integers, a tenth of the time
    left, right = a.numerator * b.denominator, b.numerator * a.denominator
    if left == right:
        return True
    apart, most = abs(left - right), max(left, right)
    if 10 * apart > most:
        return False
    if one.hedge is None and other.hedge is None and one.step == other.step:
        return False
    if not one.range.meets(other.range) and not _weighed_finer(one, other):
        return False
    # "more than 31,000" is not "over 32,000", but "over $10.5 million" can be "over $10.6 million"
    alike = one.step == other.step and of_one_hedge(one, other)
    return not alike or _NEAREST * apart <= most


def of_one_hedge(one: Figure, other: Figure) -> bool:
    """Whether both are "over" so much, or "more than" so much, which says the same.

    Of two fees each may be "up to" so much.
    """
    if one.hedge is None or other.hedge is None or one.hedge in AT_MOST:
        return False
    return _SAME.get(one.hedge, one.hedge) == _SAME.get(other.hedge, other.hedge)


def _weighed_finer(one: Figure, other: Figure) -> bool:
    """Whether one weight or length is the other to the last place it is told with: 31 of 31.39."""
    if one.kind != "measure" or one.unit != other.unit or one.value is None or other.value is None:
        return False
    width = max(one.step, other.step)
    return -width <= 2 * (one.value - other.value) <= width


def contradict(one: Figure, other: Figure) -> bool:
    """Whether no number is allowed by both; an open bound never contradicts."""
    if one.kind == "date":
        told = bool(one.period and other.period)
        return told and not agree(one, other) and not _overlapping_years(one.period, other.period)
    if one.value is None or other.value is None:
        return False
    if "money" in (one.kind, other.kind) and one.unit != other.unit:
        return False  # "$156 million" and "£81 million" may be one sum
    if not one.range.meets(other.range):
        return not _weighed_finer(one, other)
    if one.hedge is not None or other.hedge is not None or one.value == other.value:
        return False
    if one.range.contains(other.value) and other.range.contains(one.value):
        return False  # "two billion", "between one and two billion"
    return one.step == other.step and _width(one) == _width(other)


def is_far_beyond(one: Figure, other: Figure) -> bool:
    """Whether one is "more than" a number that the other is far above: 4,400, "over 1,400".

    Nobody calls twice as many so; nor half as many more, where a slip tells how it came.
    """
    bound, figure = (one, other) if one.range.high is None else (other, one)
    if bound.range.high is not None or figure.range.high is None or bound.hedge is None:
        return False
    low, value = bound.value, figure.value
    if low is None or value is None or low <= 0:
        return False
    typed = len(str(low)) == len(str(value)) and digits_unlike(str(low), str(value)) == 1
    return value >= low * (_HALF_AS_MANY_MORE if typed else _TWOFOLD)


def _width(figure: Figure) -> Fraction | None:
    """How wide a span is: 10 for "10 to 20 years", nothing for "15 years"."""
    low, high = figure.range.low, figure.range.high
    if low is None or high is None:
        return None
    return _NOTHING if low is high else high - low


def all_agree(some: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Whether every figure of two groups agrees with every other."""
    return all(agree(a.figure, b.figure) for a in some[:_CHECKED] for b in others[:_CHECKED])


def _same_day(one: Period | None, other: Period | None) -> bool:
    """Whether one of two periods lies in the other: "1986", "March 1986"."""
    if not (one and other and one.start and one.end and other.start and other.end):
        return False
    return (one.start <= other.start and other.end <= one.end) or (
        other.start <= one.start and one.end <= other.end
    )


def _overlapping_years(one: Period | None, other: Period | None) -> bool:
    """Whether two years have time in common: 2017 and fiscal 2017."""
    if not (one and other and one.start and one.end and other.start and other.end):
        return False
    if min((one.end - one.start).days, (other.end - other.start).days) < _YEAR:
        return False
    return one.start <= other.end and other.start <= one.end


def rounds(one: Statement, other: Statement) -> bool:
    """Whether *one* is *other* in round numbers, as headlines have it: 350,000 of 348,217."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None or a < 100 or a.denominator != 1:
        return False
    if one.figure.step == other.figure.step > 1:
        return False  # "$10 million" is not $11 million in round numbers
    if one.figure.hedge is not None and one.zone != "body" and not one.figure.range.contains(b):
        return False  # nor is 478 the "more than 500" of a headline, whatever it is rounded to
    unit = last_place(a.numerator)
    return unit > 1 and 2 * abs(a - b) <= unit


def rounded_alike(one: Figure, other: Figure) -> bool:
    """Whether of two figures one is the other, or rounds it."""
    a, b = one.value, other.value
    return a is not None and b is not None and 2 * abs(a - b) <= max(one.step, other.step)


def distinct(values: Sequence[Statement]) -> int:
    """How many numbers that do not agree are among *values*, counted up to three."""
    found: list[list[Statement]] = []
    for statement in values:
        for members in found:
            if all(agree(statement.figure, m.figure) for m in members[:_CHECKED]):
                members.append(statement)
                break
        else:
            found.append([statement])
            if len(found) > 2:
                break
    return len(found)
