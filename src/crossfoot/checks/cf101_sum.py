"""CF101: parts and their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import (
    consistent,
    holds,
    inconsistent,
    listed,
    mend,
    quoted,
    say,
    severity,
    unverifiable,
)  # fmt: skip
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Relation, Repair

HUNDRED = Fraction(100)


@register("CF101", relation="sum")
def parts_foot_to_whole(relation: Relation) -> Finding:
    """Parts that the text adds up should foot to the whole it states.

    Why: Readers take a list as the breakdown of the total it follows. When the list says more
    or less than the total, one of the figures is wrong, and often the total has been quoted since.
    Example: "30 arrests: Denver (12), Boston (9), Tampa (10)" foots to 31.
    Silent: Lists opened by "including" or "among them" that stay below the whole; groups that the
    text says overlap; numbers that fit or misfit without words that tie them. A gap so wide that
    no slip of the pen explains it, since a part may not have been read.
    Misses: A total in another section of a long report; items described and not counted.
    Source: XBRL Calculations 1.1, summation with rounded values.
    """
    parts, minus = relation.figures("parts"), relation.figures("minus")
    unnamed = Fraction(len(relation.roles["parts"]) - len(parts))  # "and trespass": one count
    times = _times(relation)
    if any(f.value is None for f in (*parts, *minus)):
        return unverifiable(relation, "One of the parts is given without a number.")
    computed = Interval.sum(_ranges(parts, times, unnamed))
    total = sum(_values(parts, times), unnamed)
    if minus:
        computed -= Interval.sum(f.range for f in minus)
        total -= sum(_values(minus, (1,) * len(minus)), Fraction(0))
    whole = sorted(relation.figures("whole"), key=_looseness)  # stated twice: the closer one
    stated = whole[0].value if whole else HUNDRED
    limits = whole[0].range if whole else Interval.exactly(HUNDRED)
    kind = (*parts, *whole)[0]  # what the sum is said in: of those without a number, as the whole
    line = _sum_line(parts, times, minus, unnamed, total, kind)
    weak = relation.options.get("claim") == "weak"  # a reading that rests on fitting one of them
    if limits.meets(computed) or (weak and any(w.range.meets(computed) for w in whole)):
        close = whole[0] if whole else None
        said = holds(line, total, computed, limits, close, "100%")
        return consistent(relation, computed=total, stated=stated, arithmetic=line, message=said)
    repairs = _repairs(relation, total, stated)
    said = quoted(whole[0]) if whole else "100%"
    return inconsistent(
        relation,
        computed=total,
        stated=stated,
        arithmetic=f"{line}, not {say(stated, kind) if stated is not None else said}",
        message=f"{_made_of(parts, times, minus, int(unnamed))} {say(total, kind)}, "
        f"not {said}{mend(repairs)}.",
        severity=severity(computed, whole[0]) if whole else "substance",
        repairs=repairs,
    )


def _made_of(
    parts: Sequence[Figure], times: Sequence[int], minus: Sequence[Figure], unnamed: int
) -> str:
    """``“12” and “9” add up to``, ``“41” less “9” makes``, ``“$3,000” taken 12 times makes``."""
    alone = len(parts) == 1 and not unnamed
    named = listed(_names(parts, (1,) if alone else times, unnamed))
    if minus:
        return f"{named} less {listed(map(quoted, minus))} makes"
    if alone:
        return f"{named} taken {times[0]} times makes"
    return f"{named} add up to"


def _names(parts: Sequence[Figure], times: Sequence[int], unnamed: int) -> Iterator[str]:
    for part, often in zip(parts, times, strict=True):
        yield quoted(part) if often == 1 else f"{quoted(part)} taken {often} times"
    if unnamed:
        yield "one without a number" if unnamed == 1 else f"{unnamed} without a number"


def _looseness(figure: Figure) -> Fraction:
    """How much room a figure leaves: none an exact count, most an open one."""
    low, high = figure.range.low, figure.range.high
    return high - low if low is not None and high is not None else (figure.value or HUNDRED) * 2


def _times(relation: Relation) -> tuple[int, ...]:
    """How often each part counts: "two counts each of theft and fraud" are four."""
    if times := relation.options.get("times"):
        return tuple(map(int, times.split(",")))
    return (1,) * len(relation.figures("parts"))


def _ranges(parts: Sequence[Figure], times: Sequence[int], unnamed: Fraction) -> Iterator[Interval]:
    yield Interval.exactly(unnamed)
    for part, often in zip(parts, times, strict=True):
        yield part.range.scale(often)


def _values(figures: Sequence[Figure], times: Sequence[int]) -> Iterator[Fraction]:
    for figure, often in zip(figures, times, strict=True):
        if figure.value is not None:
            yield figure.value if often == 1 else figure.value * often


def _sum_line(
    parts: Sequence[Figure],
    times: Sequence[int],
    minus: Sequence[Figure],
    unnamed: Fraction,
    total: Fraction,
    kind: Figure,
) -> str:
    terms = [
        say(p.value, p) + (f" × {t}" if t > 1 else "")
        for p, t in zip(parts, times, strict=True)
        if p.value is not None
    ] + ["1"] * int(unnamed)
    less = "".join(f" - {say(m.value, m)}" for m in minus if m.value is not None)
    return f"{' + '.join(terms)}{less} = {say(total, kind)}"


def _repairs(relation: Relation, total: Fraction, stated: Fraction | None) -> tuple[Repair, ...]:
    """One figure changed so that the sum comes out: the whole, or any one of the parts."""
    if stated is None:
        return ()
    short = stated - total
    wholes = relation.figures("whole")
    changed = [candidate(w, total) for w in wholes if len(wholes) == 1]
    changed += [
        candidate(p, p.value + short / t)
        for p, t in zip(relation.figures("parts"), _times(relation), strict=True)
        if p.value
    ]
    changed += [candidate(m, m.value - short) for m in relation.figures("minus") if m.value]
    return ranked(changed)
