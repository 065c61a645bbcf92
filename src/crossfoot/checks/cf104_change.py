"""CF104: a change and the figures it separates."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from crossfoot.checks import register
from crossfoot.checks._findings import (
    claimed,
    consistent,
    holds,
    inconsistent,
    mend,
    quoted,
    say,
    severity,
    unverifiable,
)
from crossfoot.checks._repairs import candidate, ranked, to_last_place
from crossfoot.exact import last_place
from crossfoot.interval import Interval, ZeroBaseError, decimals, display
from crossfoot.model import Figure, Finding, Relation, Repair

_PORTIONS = frozenset({"percent", "fraction"})
_ONE = Interval.exactly(1)
# of an end told as "more than" so much: it is at most half as much again
_BEYOND = Fraction(3, 2)
_HUNDREDS = 100  # what a report rounds all its figures to, at least
_ROUNDED = frozenset(("count", "number", "measure", "rate"))
# units that a figure must have to be one rounded, of a percentage or of a difference: 1,500 has 15
_FEW_UNITS, _MANY_UNITS = 20, 1000


@register("CF104", relation="change")
def change_separates_the_ends(relation: Relation) -> Finding:
    """A stated rise or fall should be what separates the two figures.

    Why: Percentage changes are often worked out on the wrong base, or copied from a draft in
    which one of the figures was another; readers quote the percentage and not the counts.
    Example: "66 arsons, a 33% decline from the 88 of last year" is a decline of 25%.
    Silent: A percentage without both figures, or without one figure and the amount; figures that
    count unlike things; figures rounded to hundreds, by what that allows; several earlier
    figures without a word on which is meant; a gap so wide that no slip of the pen explains it;
    an end told as "more than" so much, by up to half as much again.
    Misses: An earlier figure in another section; a change of an average that is not printed.
    Source: AP Stylebook, percentages and percentage points; ONS, "Calculating percentage change".
    """
    base, result = _one(relation, "from"), _one(relation, "to")
    changes = relation.figures("change")
    changes = tuple(map(_unsigned, changes))
    known = [f for f in (base, result, *changes) if f is not None]
    if any(f.value is None for f in known):
        return unverifiable(relation, "One of the figures is given without a number.")
    try:
        if base and result:
            return _between(relation, base, result, changes[0])
        return _from_one_end(relation, changes)
    except ZeroBaseError:
        return unverifiable(relation, "A change from nothing has no percentage.")


def _unsigned(change: Figure) -> Figure:
    """A change without its sign, which the direction holds: -24% is a fall of 24%."""
    if change.value is None or change.value >= 0:
        return change
    return replace(change, value=-change.value, range=-change.range)


def _one(relation: Relation, role: str) -> Figure | None:
    found = relation.figures(role)
    return found[0] if found else None


def _between(relation: Relation, base: Figure, result: Figure, change: Figure) -> Finding:
    """Both ends are given."""
    if change.kind in _PORTIONS and base.kind != "percent":
        return _judged(
            relation, change, _relative(base, result, relation, change=change), "relative"
        )
    points = _judged(relation, change, _apart(base, result, relation), "apart")
    if change.kind == "percent" and points.verdict != "consistent":
        return _judged(
            relation, change, _relative(base, result, relation, change=change), "relative"
        )
    return points


def _meant(figure: Figure) -> Interval:
    """The numbers that an end can stand for: nobody calls 500,000 "more than 300,000"."""
    low, high, value = figure.range.low, figure.range.high, figure.value
    if value is None or value <= 0 or not figure.range.is_open:
        return figure.range
    return Interval(
        value / _BEYOND if low is None else low, value * _BEYOND if high is None else high
    )


def _apart(base: Figure, result: Figure, relation: Relation) -> Interval:
    """How far the ends lie apart, in the stated direction."""
    up = _meant(result) - _meant(base)
    return up if _direction(relation, base, result) == "up" else -up


def _relative(base: Figure, result: Figure, relation: Relation, *, change: Figure) -> Interval:
    """The change as a part of the base, in the unit of *change*."""
    up = _meant(result) / _meant(base) - _ONE
    moved = up if _direction(relation, base, result) == "up" else -up
    return moved.scale(100) if change.kind == "percent" else moved


def _direction(relation: Relation, base: Figure, result: Figure) -> str:
    """The direction stated, or that of the figures where the text names none."""
    stated = relation.options.get("direction")
    rises = (result.value or 0) >= (base.value or 0)
    return stated or ("up" if rises else "down")


def _judged(relation: Relation, change: Figure, computed: Interval, how: str) -> Finding:
    base, result = relation.one("from"), relation.one("to")
    value = _value(relation, base, result, change, how)
    line = _line(base, result, value, change, how)
    if computed.meets(change.range) or _hedged_and_rounded(computed, change):
        return consistent(
            relation, computed=value, stated=change.value, arithmetic=line,
            message=holds(line, value, computed, change.range, change),
        )  # fmt: skip
    if _rounding_explains(relation, base, result, change, how):
        return unverifiable(relation, f"{line}: both figures are rounded, and may be that far off.")
    repairs = _repairs(relation, base, result, change, value, how)
    moved = "a rise" if (result.value or 0) > (base.value or 0) else "a fall"
    turned = _turned(relation, base, result, change, computed, how)
    return inconsistent(
        relation,
        computed=value,
        stated=change.value,
        arithmetic=line,
        message=f"From {quoted(base)} to {quoted(result)} is {moved} of "
        f"{_said(abs(value), change)}, not {_stated(relation, change)}"
        f"{turned or _other_base(base, result, change) + mend(repairs)}.",
        severity=severity(computed, change),
        repairs=repairs,
    )


def _turned(
    relation: Relation, base: Figure, result: Figure, change: Figure, computed: Interval, how: str
) -> str:
    """What else than a figure is wrong: the direction, or which end comes first; else nothing."""
    if "direction" not in relation.options:
        return ""
    if (-computed).meets(change.range):
        return "; only the direction is wrong"
    other = _apart if how == "apart" else partial(_relative, change=change)
    if other(result, base, relation).meets(change.range):
        return "; with the two exchanged it would hold"
    return ""


def _hedged_and_rounded(computed: Interval, change: Figure) -> bool:
    """Whether "over 269%" is 268.9%, rounded before it was called more."""
    if change.hedge is None or change.value is None or change.kind != "percent":
        return False
    return computed.meets(Interval.around(change.value, change.step / 2))


def _rounding_explains(
    relation: Relation, base: Figure, result: Figure, change: Figure, how: str
) -> bool:
    """Whether two figures printed in hundreds or more can be of the unrounded ones' change.

    A report that rounds all it prints reckons its changes before it does: 1,461,600 to 1,463,500
    may be 1,800 more.
    """
    unit = min(_unit(base), _unit(result))
    digits = max(base.value or Fraction(0), result.value or Fraction(0)) / unit
    if unit < _HUNDREDS or digits < (_MANY_UNITS if how == "apart" else _FEW_UNITS):
        return False
    half = Interval.around(Fraction(0), unit / 2)
    wide = [replace(f, range=f.range + half) for f in (base, result)]
    if how == "apart":
        return _apart(wide[0], wide[1], relation).meets(change.range)
    return _relative(wide[0], wide[1], relation, change=change).meets(change.range)


def _unit(figure: Figure) -> Fraction:
    """The last place of a whole number that is no nought; one for other figures."""
    value = figure.value or Fraction(0)
    if value.denominator != 1 or not value or figure.kind not in _ROUNDED:
        return Fraction(1)
    return Fraction(last_place(value.numerator))


def _value(relation: Relation, base: Figure, result: Figure, change: Figure, how: str) -> Fraction:
    """The change between the printed values, negative where it runs against the words."""
    first, last = base.value or Fraction(0), result.value or Fraction(0)
    moved = last - first if _direction(relation, base, result) == "up" else first - last
    if how == "apart":
        return moved
    return moved / first * (100 if change.kind == "percent" else 1)


def _line(base: Figure, result: Figure, value: Fraction, change: Figure, how: str) -> str:
    high, low = sorted((base, result), key=lambda f: f.value or 0, reverse=True)
    apart = f"{say(high.value or Fraction(0), high)} - {say(low.value or Fraction(0), low)}"
    if how == "apart":
        return f"{apart} = {_said(abs(value), change)}"
    first = say(base.value or Fraction(0), base)
    return f"({apart}) / {first} = {_said(abs(value), change)}"


def _said(value: Fraction, change: Figure) -> str:
    """The computed change in the unit of the stated one, a little finer than it is printed."""
    if change.kind == "percent":
        return f"{display(value, decimals(change.step) + 1)}%"
    if change.kind == "fraction":
        return f"{display(value * 100, 1)}%"
    return say(value, change)


def _stated(relation: Relation, change: Figure) -> str:
    stated = relation.options.get("direction")
    word = {"up": "a rise of ", "down": "a fall of "}.get(stated or "", "")
    return f"{word}{claimed(change)}"


def _other_base(base: Figure, result: Figure, change: Figure) -> str:
    """Whether the stated percentage was reckoned on the later figure."""
    if change.kind != "percent" or not result.value or not base.value:
        return ""
    other = abs(result.value - base.value) / result.value * 100
    if not change.range.contains(other):
        return ""
    return f", which is the difference as a share of {quoted(result)}"


def _from_one_end(relation: Relation, changes: tuple[Figure, ...]) -> Finding:
    """One end, the amount and the percentage are given: two of them fix the third."""
    amount, portion = sorted(changes, key=lambda f: f.kind in _PORTIONS)
    unit = 100 if portion.kind == "percent" else 1
    base, printed, line = _earlier(relation, amount)
    if base.high is not None and base.high < 0:
        result = relation.one("to")
        return inconsistent(
            relation,
            computed=printed,
            stated=portion.value,
            arithmetic=f"{line[1:-1]} = {say(printed, result)}",
            message=f"{quoted(amount)} more than before cannot lead to {quoted(result)}.",
        )
    computed = (amount.range / base).scale(unit)
    if not printed:
        raise ZeroBaseError
    value = (amount.value or Fraction(0)) / printed * unit
    said = f"{say(amount.value or Fraction(0), amount)} / {line} = {_said(value, portion)}"
    if computed.meets(portion.range):
        return consistent(
            relation, computed=value, stated=portion.value, arithmetic=said,
            message=holds(said, value, computed, portion.range, portion),
        )  # fmt: skip
    repairs = _repairs_of_one_end(relation, amount, portion, value)
    return inconsistent(
        relation,
        computed=value,
        stated=portion.value,
        arithmetic=said,
        message=f"{quoted(amount)} of {line} is {_said(value, portion)}, not "
        f"{claimed(portion)}{mend(repairs)}.",
        severity=severity(computed, portion),
        repairs=repairs,
    )


def _repairs_of_one_end(
    relation: Relation, amount: Figure, portion: Figure, value: Fraction
) -> tuple[Repair, ...]:
    """The percentage, the amount, or the end given, changed so that the others fit it."""
    found = [candidate(portion, to_last_place(value, portion))]
    share = (portion.value or Fraction(0)) / (100 if portion.kind == "percent" else 1)
    moved = amount.value or Fraction(0)
    base, result = _one(relation, "from"), _one(relation, "to")
    sign = 1 if relation.options.get("direction") == "up" else -1
    if base and base.value:
        found.append(candidate(amount, to_last_place(base.value * share, amount)))
        if share:
            found.append(candidate(base, to_last_place(moved / share, base)))
    elif result and result.value and share > 0 and share * sign > -1:
        before = result.value / (1 + sign * share)
        found.append(candidate(amount, to_last_place(before * share, amount)))
        found.append(candidate(result, to_last_place(moved / share + sign * moved, result)))
    return ranked(found)


def _earlier(relation: Relation, amount: Figure) -> tuple[Interval, Fraction, str]:
    """The figure that the change is reckoned from, printed or worked out, and how to say it."""
    if base := _one(relation, "from"):
        printed = base.value or Fraction(0)
        return base.range, printed, say(printed, base)
    result = relation.one("to")
    after, moved = result.value or Fraction(0), amount.value or Fraction(0)
    ends = say(after, result), say(moved, amount)
    if relation.options.get("direction") == "up":
        return result.range - amount.range, after - moved, f"({ends[0]} - {ends[1]})"
    return result.range + amount.range, after + moved, f"({ends[0]} + {ends[1]})"


def _repairs(
    relation: Relation, base: Figure, result: Figure, change: Figure, value: Fraction, how: str
) -> tuple[Repair, ...]:
    """One figure changed so that the others fit it."""
    sign = 1 if _direction(relation, base, result) == "up" else -1
    found = [candidate(change, to_last_place(value, change))]
    size, first, last = (f.value or Fraction(0) for f in (change, base, result))
    if how == "apart":
        found += [candidate(result, first + sign * size), candidate(base, last - sign * size)]
    else:
        factor = 1 + sign * size / (100 if change.kind == "percent" else 1)
        found.append(candidate(result, to_last_place(first * factor, result)))
        if factor > 0:
            found.append(candidate(base, to_last_place(last / factor, base)))
    return ranked(found)
