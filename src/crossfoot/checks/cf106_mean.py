"""CF106: a total, a count and the average stated."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

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
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Relation, Repair

ROUND = 1000  # a bare total of so many noughts was rounded
WORKED = Fraction(2, 3), Fraction(3, 4)  # of all days, those of work: holidays fall where they do
DIGITS = 2  # of a bare average that are taken as told


@register("CF106", relation="mean")
def total_over_count_is_mean(relation: Relation) -> Finding | None:
    """A total spread over its days, months or cases should give the average stated.

    Why: A daily rate is often taken over another period than the total's: a year to date divided
    by a full year, or days counted without the last.
    Example: "4,380 arrests in the year, or 15 a day" is 12 a day.
    Silent: A rate with no total beside it; a day's rate that fits the working days of a time not
    counted in days; a period told in another sentence only; a period whose length the text does not
    give; an average per head that does not fit, where several numbers could be its total or count;
    a gap so wide that no slip of the pen explains it.
    Misses: An average of ratios; a moving average; a product told part by part.
    Source: Office for National Statistics, guidance on rates: the base and the period are stated.
    """
    if not relation.figures("total"):  # an average called typical: there is nothing to divide
        return None
    total, mean = relation.one("total"), relation.one("mean")
    counts = [Fraction(c) for c in relation.options["count"].split(",")]
    if total.value is None or mean.value is None:
        return unverifiable(relation, f"“{mean.text}” is an average of a number not given exactly.")
    if min(counts) <= 0:
        return unverifiable(relation, "Nothing is averaged over none.")
    held = next((c for c in counts if _mean(relation, c).meets(_limits(relation, mean))), None)
    count = held or counts[0]
    exact = total.value / count
    line = f"{say(total.value, total)} / {say(count)} = {say(exact, total, 1)}"
    if held is not None:
        said = holds(line, exact, _mean(relation, count), _limits(relation, mean), mean)
        return consistent(
            relation, computed=exact, stated=mean.value, arithmetic=line, message=said
        )
    if "carried" in relation.options or _in_days_of_work(relation, counts):
        return None
    if (
        mean.hedge
        and relation.options.get("unit") == "year"
        and _in_whole_years(relation, total, counts)
    ):
        return None
    if relation.options.get("loose"):
        return unverifiable(relation, f"{line}, if the count goes up to the day of publication.")
    repairs = _repairs(total, mean, count)
    return inconsistent(
        relation,
        computed=exact,
        stated=mean.value,
        arithmetic=f"{line}, not {say(mean.value, mean)}",
        message=f"{quoted(total)} over {say(count)}{_units(relation)} is {say(exact, total, 1)}, "
        f"not {claimed(mean)}{mend(repairs)}.",
        severity=severity(_mean(relation, count), mean),
        repairs=repairs,
    )


def _mean(relation: Relation, count: Fraction) -> Interval:
    """What the total comes to; a round one was divided, for a rate, before it was rounded."""
    total = relation.one("total")
    value, within = total.value or Fraction(0), total.range
    if relation.options.get("unit") and within.is_exact and value % ROUND == 0:
        within = Interval.rounded(value, _last_place(value))
    return within.scale(1 / count)


def _in_days_of_work(relation: Relation, counts: Sequence[Fraction]) -> bool:
    """Whether so many a day may be of the days of work: about 250 in a year, 21 in a month."""
    if "working" not in relation.options:
        return False
    limits = _limits(relation, relation.one("mean"))
    few, many = WORKED
    total = relation.one("total").range
    return any((total / Interval(c * few, c * many)).meets(limits) for c in counts)


def _in_whole_years(relation: Relation, total: Figure, counts: Sequence[Fraction]) -> bool:
    """Whether "nearly 1,000 a year" may be of "six years" that were six and a half."""
    half, limits = Fraction(1, 2), _limits(relation, relation.one("mean"))
    long = (c for c in counts if c > 1)
    return any((total.range / Interval(c - half, c + half)).meets(limits) for c in long)


def _limits(relation: Relation, mean: Figure) -> Interval:
    """A bare average was rounded to its last place, even where a bare count would be exact.

    One that was divided out may end in noughts that stand for no places: ``$5,200`` of $5,240.
    """
    if mean.value is None:
        return mean.range
    told = "divided" in relation.options and mean.hedge is None
    place = max(mean.step, _last_place(mean.value) if told else mean.step)
    widened = mean.range.is_exact or (told and place > mean.step)
    return Interval.rounded(mean.value, place) if widened else mean.range


def _last_place(value: Fraction) -> Fraction:
    """The place of its last digit that is no nought, and of its second at most."""
    if value.denominator != 1 or not value:
        return Fraction(0)
    digits = str(abs(value.numerator))
    noughts = len(digits) - len(digits.rstrip("0"))
    return Fraction(10 ** max(0, min(noughts, len(digits) - DIGITS)))


def _units(relation: Relation) -> str:
    unit = relation.options.get("unit")
    return f" {unit}s" if unit else ""


def _repairs(total: Figure, mean: Figure, count: Fraction) -> tuple[Repair, ...]:
    """The average as it comes out, or the total it would take."""
    if total.value is None or mean.value is None:
        return ()
    steps = total.value / count / mean.step
    return ranked([candidate(mean, round(steps) * mean.step), candidate(total, mean.value * count)])
