"""CF201: one quantity said twice."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import (
    claimed,
    consistent,
    inconsistent,
    listed,
    mend,
    quoted,
    say,
    stands_for,
    unverifiable,
)
from crossfoot.checks._repairs import candidate, ranked, reworded, to_last_place
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Relation
from crossfoot.relate.statements.agreement import contradict
from crossfoot.relate.wording.phrases import is_called_long

HUNDRED = Fraction(100)
FAR = Fraction(1, 4)  # "more than 24 kilograms" are no 85 pounds
TASTE, POINTS = Fraction(3, 20), Fraction(15, 2)  # of itself, and points, that a hedge spans
LOOSELY = Fraction(5, 2)  # points by which speech takes a fraction beyond what it is rounded to


@register("CF201", relation="restatement")
def restated_figures_agree(relation: Relation) -> Finding:
    """A quantity that is said twice should be the same both times, within what is rounded off.

    Why: Headline, lede and text are often written by different hands and hours apart. When one
    of them says 115 victims and another 117, the reader cannot tell which is right.
    Example: "Seven men charged" over "prosecutors charged nine men" disagrees.
    Silent: Numbers of the same noun that are parts, steps, other periods or other places; and
    wherever the wording leaves open whether the two are one quantity; numbers so far apart that no
    slip of the pen explains it, but where a sentence of the opening is told twice in its words.
    Misses: The same thing under two unrelated nouns.
    Source: Associated Press, Stylebook, on checking headlines against the text.
    """
    figures = relation.figures("figures")
    if "factor" in relation.options:
        return _converted(relation, figures[0], figures[1])
    if "scale" in relation.options:
        return _share(relation, figures[0], figures[1])
    first = figures[0]
    # of one sentence told twice "more than 50" and "more than 80" are not both right
    alike, apart = "alike" in relation.options, "apart" in relation.options
    odd = next(
        (
            f
            for f in figures[1:]
            if apart or contradict(first, f) or (alike and f.value != first.value)
        ),
        None,
    )
    if odd is None:
        return consistent(relation, stated=first.value, message=_agree(figures))
    ranged = relation.options.get("of") == "ages"
    repairs = ranked(
        reworded(f, g.text)
        if g.value is None or is_called_long(f) or ranged
        else candidate(f, g.value)
        for f, g in ((first, odd), (odd, first))
    )
    return inconsistent(
        relation,
        computed=first.value,
        stated=odd.value,
        arithmetic=f"{quoted(first)} against {quoted(odd)}",
        message=_disagree(relation, first, odd) + mend(repairs) + ".",
        repairs=repairs,
    )


def _said(figures: tuple[Figure, ...]) -> str:
    return listed(claimed(f) for f in figures)


def _agree(figures: tuple[Figure, ...]) -> str:
    """That they are one number; where only rounding makes them one, what the roundest allows."""
    told = {f.value for f in figures if f.value is not None}
    if len(told) < 2 or any(f.hedge or f.range.is_open for f in figures):
        return f"{_said(figures)} agree."
    round_one = max(figures, key=lambda f: (f.range.high or 0) - (f.range.low or 0))
    return f"{_said(figures)} agree by rounding: {stands_for(round_one)}."


def _disagree(relation: Relation, first: Figure, odd: Figure) -> str:
    """Where the two stand, and that they should be one."""
    if relation.options.get("of") == "age":
        return f"One person's age is given as {quoted(first)} and as {quoted(odd)}"
    if relation.options.get("of") == "ages":
        return f"The ages of one group are given as {quoted(first)} and as {quoted(odd)}"
    if relation.options.get("of") == "day":
        return f"The day of one event is given as {quoted(first)} and as {quoted(odd)}"
    told = relation.options
    if "first" not in told:
        return f"{quoted(first)} and {quoted(odd)} are given for one number"
    here, there = told["first"], told["second"]
    if here == there:
        there = "further on it"
    begin = here[0].upper() + here[1:]
    return f"{begin} says “{told['first_words']}”; {there} says “{told['second_words']}”"


def _share(relation: Relation, one: Figure, other: Figure) -> Finding:
    """A fraction beside the percentage it stands for."""
    ranges = [_loosely(f) if f.kind == "fraction" else f.range for f in (one, other)]
    if ranges[0].meets(ranges[1]):
        return consistent(relation, stated=other.value, message=f"{_said((one, other))} agree.")
    told = next((f for f in (one, other) if f.kind == "fraction"), one)
    if told.hedge and _by_taste(told).meets((other if told is one else one).range):
        said = f"{_said((one, other))}: whether they agree is a matter of taste."
        return unverifiable(relation, said)
    shares = [s for f in (one, other) if f.kind == "fraction" and (s := _percent(f))]
    repairs = ranked(
        candidate(f, to_last_place(s, f))
        for f in (one, other)
        for s in shares
        if f.kind == "percent"
    )
    return inconsistent(
        relation,
        computed=_percent(one),
        stated=_percent(other),
        message=f"{quoted(one)} is not {quoted(other)}{mend(repairs)}.",
        repairs=repairs,
    )


def _loosely(fraction: Figure) -> Interval:
    """The percentages that a fraction in words may stand for: of "nearly two in three", 62.6."""
    return fraction.range.scale(HUNDRED) + Interval.around(Fraction(0), LOOSELY)


def _by_taste(fraction: Figure) -> Interval:
    """What a hedged fraction may pass for: "almost half" for 43%; "more than half" has a limit."""
    told = (fraction.value or Fraction(0)) * HUNDRED
    low, high = fraction.range.low, fraction.range.high
    if low is None or high is None or not low:
        return Interval.exactly(told)
    near = min(TASTE * told, POINTS)
    # "nearly" a third is never more
    return Interval(told - near, told if high <= (fraction.value or 0) else told + near)


def _percent(figure: Figure) -> Fraction | None:
    if figure.value is None or figure.kind != "fraction":
        return figure.value
    return figure.value * HUNDRED


def _converted(relation: Relation, one: Figure, other: Figure) -> Finding:
    """A measure beside the same in another unit, both as round as they are written."""
    factor = Fraction(relation.options["factor"])
    shift = Fraction(relation.options.get("shift", "0"))
    if one.value is None or other.value is None:
        return consistent(relation, message=f"{_said((one, other))} agree.")
    computed = one.value * factor + shift
    exact = "exact" in relation.options  # "30 years" in prison are 360 months to the month
    half = one.step / 2 * min(factor, Fraction(1)) if exact else _rounding(one) / 2 * factor
    reach = Interval.around(computed, half)
    if one.hedge:
        reach = one.range.scale(factor) + Interval.exactly(shift)
    near = Interval.around(other.value, other.step / 2 if exact else _rounding(other))
    fits = reach.meets(near) or (other.hedge and reach.meets(other.range))
    if fits and abs(other.value - computed) <= FAR * max(computed, other.value):
        return consistent(
            relation, computed=computed, stated=other.value, message=f"{_said((one, other))} agree."
        )
    repairs = ranked([candidate(other, _nearest(computed, other.step))])
    return inconsistent(
        relation,
        computed=computed,
        stated=other.value,
        arithmetic=f"{say(one.value)} {_times(factor)}"
        + (f" + {say(shift)}" if shift else "")
        + f" = {say(computed)}",
        message=f"“{relation.options['words']}” is {say(computed, places=1)} "
        f"{relation.options['unit']}, not {quoted(other)}{mend(repairs)}.",
        repairs=repairs,
    )


def _times(factor: Fraction) -> str:
    """``x 12``, or ``/ 12`` for months in years."""
    return f"/ {say(1 / factor)}" if factor.numerator == 1 else f"x {say(factor, places=4)}"


def _nearest(value: Fraction, step: Fraction) -> Fraction:
    return round(value / step) * step


def _rounding(figure: Figure) -> Fraction:
    """One unit of the last place that is not an idle zero: 10 for 150, 1/10 for 12.6."""
    step, value = figure.step, figure.value or Fraction(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return step
