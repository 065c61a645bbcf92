"""A share against the quotient of its part and whole, all of them intervals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.interval import Interval, ZeroBaseError
from crossfoot.model import Figure

__all__ = ["likeliest", "may_be_of", "quotient_off", "reaches", "whole_needed"]

_ZERO, _PERCENT = Fraction(0), Fraction(1, 100)
_LOOSE = Fraction(1, 4)  # of "more than 291,000": how much more a share of it may be taken of


def quotient_off(parts: Sequence[Figure], whole: Figure, share: Figure) -> Fraction:
    """How far the quotient is from the stated share, as a fraction of one; 0 where they meet."""
    try:
        quotient = Interval.sum(map(_about, parts)) / _about(whole)
    except ZeroBaseError:
        return Fraction(1)
    stated = _stated(share)
    if quotient.meets(stated):
        return Fraction(0)
    if quotient.low is not None and stated.high is not None and quotient.low > stated.high:
        return quotient.low - stated.high
    if quotient.high is not None and stated.low is not None:
        return stated.low - quotient.high
    return Fraction(1)


def whole_needed(parts: Sequence[Figure], share: Figure, off: Fraction = _ZERO) -> Interval | None:
    """What a whole must reach for *parts* to be *share* of it, *off* at most; None where none is.

    So many wholes can be compared without a quotient for each.
    """
    of, stated = Interval.sum(map(_about, parts)), _stated(share)
    above = None if stated.high is None else stated.high + off
    below = None if stated.low is None else stated.low - off
    if above is not None and above <= 0:
        return None
    low = None if of.low is None or above is None else of.low / above
    high = None if of.high is None or below is None or below <= 0 else of.high / below
    return Interval(low, high)


def reaches(whole: Figure, needed: Interval | None) -> bool:
    """Whether *whole* is as `whole_needed` has it."""
    told = _about(whole)
    return needed is not None and bool(told.low and told.low > 0) and told.meets(needed)


def likeliest(wholes: Sequence[Figure], parts: Sequence[Figure], share: Figure) -> Figure:
    """The nearest of *wholes* that a share fits; the closest to it of "just over half"."""
    if not share.range.is_open:
        return wholes[0]
    stated = (share.value or Fraction(0)) / (100 if share.kind == "percent" else 1)
    part = sum((p.value or Fraction(0) for p in parts), Fraction(0))
    return min(wholes, key=lambda w: abs(part / w.value - stated) if w.value else 1)


def may_be_of(parts: Sequence[Figure], whole: Figure, share: Figure) -> bool:
    """Whether the share is not ruled out, however much more than printed an open figure is."""
    if not any(f.range.is_open for f in (*parts, whole)):
        return quotient_off(parts, whole, share) == 0
    try:
        quotient = Interval.sum(p.range for p in parts) / whole.range
    except ZeroBaseError:
        return True
    return quotient.meets(_stated(share))


def _stated(share: Figure) -> Interval:
    """A share as a fraction of one."""
    return share.range.scale(_PERCENT) if share.kind == "percent" else share.range


def _about(figure: Figure) -> Interval:
    """What a figure allows; one told as "more than" or "fewer than" is no more than that off."""
    low, high, value = figure.range.low, figure.range.high, figure.value
    if value is None or not figure.range.is_open:
        return figure.range
    return Interval(
        value * (1 - _LOOSE) if low is None else low, value * (1 + _LOOSE) if high is None else high
    )
