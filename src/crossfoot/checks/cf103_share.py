"""CF103: a part, its whole and the share it is said to be."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import (
    consistent,
    inconsistent,
    mend,
    quoted,
    say,
    severity,
    unverifiable,
)
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.interval import Interval, ZeroBaseError, display
from crossfoot.model import Figure, Finding, Relation, Repair


@register("CF103", relation="share")
def part_over_whole_is_share(relation: Relation) -> Finding:
    """A part divided by its whole should give the percent or fraction stated.

    Why: A share is what readers keep; it goes wrong when a figure is updated and the percent is
    not, or when it was taken of another base.
    Example: "of 1,200 arrests, 645, or 47 percent" is 53.8 percent.
    Silent: A percent with no count beside it; a base that several figures could be.
    Misses: A share whose part and whole stand in different paragraphs without "of those".
    Source: AAPOR's code of transparency: a percent is published with its base.
    """
    part, whole, share = relation.one("part"), relation.one("whole"), relation.one("share")
    if part.value is None or whole.value is None or share.value is None:
        return unverifiable(relation, f"“{share.text}” is of a number that is not given exactly.")
    try:
        computed = (part.range / whole.range).scale(_unit(share))
    except ZeroBaseError:
        return unverifiable(relation, f"The base of “{share.text}” may be zero.")
    exact = part.value / whole.value * _unit(share)
    line = f"{say(part.value, part)} / {say(whole.value, whole)} = {_percent(exact, share)}"
    if computed.meets(share.range):
        return consistent(
            relation,
            computed=exact,
            stated=share.value,
            arithmetic=line,
            message=_agreement(line, exact, share, computed),
        )
    repairs = _repairs(part, whole, share, exact)
    return inconsistent(
        relation,
        computed=exact,
        stated=share.value,
        arithmetic=f"{line}, not {share.text}",
        message=f"{quoted(part)} of {quoted(whole)} is {_percent(exact, share)}, "
        f"not {quoted(share)}{mend(repairs)}.",
        severity=severity(computed, share) if share.kind == "percent" else "substance",
        repairs=repairs,
    )


def _unit(share: Figure) -> Fraction:
    return Fraction(100 if share.kind == "percent" else 1)


def _percent(value: Fraction, share: Figure) -> str:
    """A share as a percent, with one place more than stated."""
    percent = value if share.kind == "percent" else value * 100
    places = 1 if share.kind != "percent" or share.step >= 1 else len(display(share.step)) - 1
    return f"{display(percent, places)}%"


def _agreement(line: str, exact: Fraction, share: Figure, computed: Interval) -> str:
    """Says so where only rounding makes the two agree."""
    if share.value is None or exact == share.value or share.range.is_open:
        return f"Holds: {line}."
    return f"Holds by rounding: {line}, “{share.text}” as stated."


def _repairs(part: Figure, whole: Figure, share: Figure, exact: Fraction) -> tuple[Repair, ...]:
    """The share as it comes out, or the part or whole that it would take."""
    if share.value is None or whole.value is None or part.value is None or share.value <= 0:
        return ()
    printed = _round(exact, share.step) if share.kind == "percent" else exact
    stated = share.value / _unit(share)
    return ranked(
        [
            candidate(share, printed),
            candidate(part, _round(whole.value * stated, part.step)),
            candidate(whole, _round(part.value / stated, whole.step)),
        ]
    )


def _round(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of *step*."""
    return Fraction(round(value / step)) * step
