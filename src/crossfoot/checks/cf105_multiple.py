"""CF105: a multiple and the figures it ties."""

from __future__ import annotations

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
from crossfoot.checks._repairs import candidate, ranked, to_last_place
from crossfoot.interval import Interval, ZeroBaseError
from crossfoot.model import Figure, Finding, Relation


@register("CF105", relation="multiple")
def result_is_the_multiple(relation: Relation) -> Finding:
    """A result should be as many times its base as the text says.

    Why: "Doubled" and "three times" are written from memory of one figure; when either figure is
    corrected the word stays.
    Example: "removals tripled, from 150 to 300" is a doubling.
    Silent: A multiple without both figures; "times" that counts occasions; a gap so wide
    that no slip of the pen explains it.
    Misses: A base that only a pronoun names.
    Source: AP Stylebook, "times"; The Economist Style Guide, figures.
    """
    base, result, multiple = (relation.one(role) for role in ("base", "result", "multiple"))
    if base.value is None or result.value is None or multiple.value is None:
        return unverifiable(relation, "One of the figures is given without a number.")
    if result.value < 0:
        return unverifiable(relation, "Nothing below zero is a multiple.")
    try:
        computed = result.range / base.range
    except ZeroBaseError:
        return unverifiable(relation, "Nothing is a multiple of zero.")
    value = result.value / base.value
    line = f"{say(result.value, result)} / {say(base.value, base)} = {say(value)}"
    allowed = _allowed(multiple, relation)
    if computed.meets(allowed):
        said = holds(line, value, computed, allowed, multiple)
        return consistent(
            relation, computed=value, stated=multiple.value, arithmetic=line, message=said
        )
    if _rounds_to(value, multiple):
        return unverifiable(relation, f"{line}, which {quoted(multiple)} may stand for.")
    repairs = ranked(
        [
            candidate(result, base.value * multiple.value),
            candidate(base, to_last_place(result.value / multiple.value, base)),
        ]
    )
    return inconsistent(
        relation,
        computed=value,
        stated=multiple.value,
        arithmetic=line,
        message=f"{quoted(result)} is {say(value)} times {quoted(base)}, not "
        f"{claimed(multiple)}{mend(repairs)}.",
        severity=severity(computed, multiple) if multiple.step < 1 else "substance",
        repairs=repairs,
    )


def _rounds_to(value: Fraction, multiple: Figure) -> bool:
    """Whether a whole multiple in words is the nearest one: "four times" for 4.2."""
    if multiple.value is None or multiple.step < 1 or multiple.hedge:
        return False
    near = Fraction(1, 2) if multiple.value > 2 else Fraction(1, 4)
    return abs(value - multiple.value) < near


def _allowed(multiple: Figure, relation: Relation) -> Interval:
    """What the multiple allows; "three times more" is read as three or as four times."""
    if relation.options.get("reading") != "more" or multiple.range.high is None:
        return multiple.range
    return Interval(multiple.range.low, multiple.range.high + 1)
