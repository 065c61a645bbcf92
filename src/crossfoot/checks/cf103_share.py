"""CF103: a part, its whole and the share it is said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from crossfoot.checks import register
from crossfoot.checks._findings import (
    claimed,
    consistent,
    holds,
    inconsistent,
    listed,
    mend,
    quoted,
    say,
    severity,
    unverifiable,
)
from crossfoot.checks._repairs import candidate, ranked, slip, slips, to_last_place
from crossfoot.interval import Interval, ZeroBaseError, display
from crossfoot.model import Figure, Finding, Relation, Repair

LOOSE = Fraction(1, 20)  # "nearly half" of 46 in 100: loose, and no error
NEARLY = Fraction(1, 100)  # "more than two-thirds" for 66%


@register("CF103", relation="share")
def part_over_whole_is_share(relation: Relation) -> Finding | None:
    """A part divided by its whole should give the percent or fraction stated.

    Why: A share is what readers keep; it goes wrong when a figure is updated and the percent is
    not, or when it was taken of another base.
    Example: "of 1,200 arrests, 645, or 47 percent" is 53.8 percent.
    Silent: A percent with no count beside it; a base that several figures could be, that
    is narrower than any counted, or that no word names; a gap that no slip of the pen explains.
    Misses: A share whose part and whole stand in different paragraphs without "of those".
    Source: AAPOR's code of transparency: a percent is published with its base.
    """
    parts, wholes, share = (
        relation.figures("part"),
        relation.figures("whole"),
        relation.one("share"),
    )
    if not parts:  # "40 percent of the seven officers": there is nothing to divide
        return None
    unknown = share.value is None and share.range.low is None  # of "majority" the limit is known
    if unknown or any(f.value is None for f in (*parts, *wholes)):
        return unverifiable(relation, f"“{share.text}” is of a number that is not given exactly.")
    try:
        together = Interval.sum(part.range for part in parts)
        base = Interval.sum(whole.range for whole in wholes)
        computed = (together / base).scale(_unit(share))
    except ZeroBaseError:
        return unverifiable(relation, f"The base of “{share.text}” may be zero.")
    exact = _total(parts) / _total(wholes) * _unit(share)
    line = f"{_added(parts)} / {_added(wholes)} = {_percent(exact, share)}"
    if computed.meets(_within_all(share)):
        return consistent(
            relation,
            computed=exact,
            stated=share.value,
            arithmetic=line,
            message=holds(line, exact, computed, share.range, share),
        )
    if share.kind == "fraction" and share.hedge and computed.meets(_loosely(share)):
        return unverifiable(
            relation, f"{line}: whether that is “{share.hedge} {share.text}” is a matter of taste."
        )
    repairs = _repairs(parts, wholes, share, exact)
    return inconsistent(
        relation,
        computed=exact,
        stated=share.value,
        arithmetic=f"{line}, not {share.text}",
        message=f"{listed(map(quoted, parts))} of {_together(wholes)} {_are(parts)} "
        f"{_percent(exact, share)}, "
        f"not {claimed(share)}{mend(repairs)}.",
        severity=severity(computed, share) if share.kind == "percent" else "substance",
        repairs=repairs,
    )


def _within_all(share: Figure) -> Interval:
    """What it stands for, "more than half" up to all: no part is more than its whole."""
    low, high = share.range.low, share.range.high
    every = Fraction(_unit(share))
    return Interval(low, every) if high is None and low is not None and low < every else share.range


def _loosely(share: Figure) -> Interval:
    """What a hedged "half" or "one in six" still passes for; "more than half" is a limit."""
    loose = NEARLY if share.range.is_open else LOOSE
    return _within_all(share) + Interval(-loose, loose)


def _is_limit(share: Figure) -> bool:
    """Whether it says how many at least or at most: "more than half", "under 30 percent"."""
    return share.range.high is None or share.range.low == 0


def _unit(share: Figure) -> Fraction:
    return Fraction(100 if share.kind == "percent" else 1)


def _percent(value: Fraction, share: Figure) -> str:
    """A share as a percent, with one place more than stated."""
    percent = value if share.kind == "percent" else value * 100
    places = 1 if share.kind != "percent" or share.step >= 1 else len(display(share.step)) - 1
    return f"{display(percent, places)}%"


def _together(wholes: Sequence[Figure]) -> str:
    said = listed(map(quoted, wholes))
    return said if len(wholes) == 1 else f"{said} together"


def _are(parts: Sequence[Figure]) -> str:
    return "is" if len(parts) == 1 else "are"


def _added(parts: Sequence[Figure]) -> str:
    """The part, or the parts as they are added: ``(12 + 30)``."""
    terms = [say(part.value, part) for part in parts if part.value is not None]
    return terms[0] if len(terms) == 1 else f"({' + '.join(terms)})"


def _total(figures: Sequence[Figure]) -> Fraction:
    return sum((f.value for f in figures if f.value is not None), Fraction(0))


def _repairs(
    parts: Sequence[Figure], wholes: Sequence[Figure], share: Figure, exact: Fraction
) -> tuple[Repair, ...]:
    """The share as it comes out, or the part or whole that it would take."""
    if _is_limit(share):
        return ranked(_past_limit(parts[0], wholes, share)) if len(parts) == 1 else ()
    if share.value is None or share.value <= 0:
        return ()
    printed = to_last_place(exact, share) if share.kind == "percent" else exact
    if len(wholes) > 1:  # a part of the whole is in both
        return ranked([candidate(share, printed)])
    total, whole = _total(parts), wholes[0]
    stated = share.value / _unit(share)
    return ranked(
        [
            candidate(share, printed),
            *(
                candidate(part, part.value + to_last_place(_total(wholes) * stated, part) - total)
                for part in parts
                if part.value is not None
            ),
            candidate(whole, to_last_place(total / stated, whole)),
        ]
    )


def _past_limit(part: Figure, wholes: Sequence[Figure], share: Figure) -> Iterator[Repair | None]:
    """The part with two digits swapped, or moved past the limit: of "more than half" of 60, 31."""
    whole, above = _total(wholes), share.range.high is None
    limit = ((share.range.low if above else share.range.high) or Fraction(0)) * whole
    limit /= _unit(share)
    yield candidate(part, Fraction(floor(limit) + 1 if above else ceil(limit) - 1))
    for meant in slips(part):
        value = meant.value or Fraction(0)
        fits = limit < value <= whole if above else value < limit
        if fits and not slip(part, value):
            yield candidate(part, value)
