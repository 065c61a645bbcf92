"""Exact ranges: what a wording allows a number to be.

Bounds are :class:`fractions.Fraction` (a printed decimal is exact, and so is a third), ``None``
where the range is open. This is the only module that rounds, and only on the way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.exact import ratio, whole

__all__ = ["Interval", "ZeroBaseError", "decimals", "display", "json_number", "number"]

_ZERO = whole(0)
_FINEST = 10  # decimals that are looked for
_store = object.__setattr__


def number(value: Fraction) -> Fraction | int:
    """*value* as an integer where it is one: Python reckons with those many times faster."""
    return value.numerator if value.denominator == 1 else value


class ZeroBaseError(ZeroDivisionError):
    """A quotient was asked for whose denominator can be zero."""


def _total(bounds: Sequence[Fraction | None]) -> Fraction | None:
    """The sum of *bounds*; open where one is. Whole numbers are added as such."""
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return None
    if all(bound.denominator == 1 for bound in known):
        return whole(sum([bound.numerator for bound in known]))
    return sum(known, _ZERO)


@dataclass(frozen=True, slots=True, init=False)
class Interval:
    """A closed range of numbers; ``None`` leaves that side open."""

    low: Fraction | None
    high: Fraction | None

    def __init__(self, low: Fraction | None, high: Fraction | None) -> None:
        """Take the ends of the range; most are of one number, or open."""
        if low is not high and low is not None and high is not None and low > high:
            raise ValueError(f"empty interval: {low} > {high}")
        _store(self, "low", low)
        _store(self, "high", high)

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The range that holds *value* alone."""
        exact = ratio(value.numerator, value.denominator)
        return cls(exact, exact)

    @classmethod
    def around(cls, value: Fraction, half_width: Fraction) -> Interval:
        """*value* give or take *half_width* (>= 0)."""
        return cls(value - half_width, value + half_width)

    @classmethod
    def rounded(cls, value: Fraction, step: Fraction) -> Interval:
        """What may have been rounded to *value*: half a *step* each way."""
        return cls.around(value, step / 2)

    @classmethod
    def sum(cls, parts: Iterable[Interval]) -> Interval:
        """The range of a sum whose terms lie in *parts*; open where any term is."""
        terms = list(parts)
        low = _total([term.low for term in terms])
        if all(term.low is term.high for term in terms):  # mostly: each is one number, or open
            return cls(low, low)
        return cls(low, _total([term.high for term in terms]))

    @property
    def is_exact(self) -> bool:
        """Whether one number alone is allowed."""
        return self.low is not None and (self.low is self.high or self.low == self.high)

    @property
    def is_open(self) -> bool:
        """Whether a side is unbounded."""
        return self.low is None or self.high is None

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        if self.low is self.high and other.low is other.high:  # one number each, or open
            return Interval(low, low)
        return Interval(
            low, None if self.high is None or other.high is None else self.high + other.high
        )

    def __neg__(self) -> Interval:
        high = None if self.low is None else -self.low
        if self.low is self.high:
            return Interval(high, high)
        return Interval(None if self.high is None else -self.high, high)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def scale(self, factor: Fraction | int) -> Interval:
        """Every number of the range times *factor* (> 0)."""
        if factor <= 0:
            raise ValueError("scale takes a factor above 0")
        if factor == 1:
            return self
        low = None if self.low is None else self.low * factor
        if self.low is self.high:
            return Interval(low, low)
        return Interval(low, None if self.high is None else self.high * factor)

    def __mul__(self, other: Interval) -> Interval:
        """Product of two ranges: of numbers >= 0 (counts, shares, lengths), where a side is open.

        One falls below 0 where it is what is left after a fall of more than all.
        """
        low, high, least, most = self.low, self.high, other.low, other.high
        if (low is not None and low < 0) or (least is not None and least < 0):
            if low is None or high is None or least is None or most is None:
                return Interval(None, None)
            ends = (low * least, low * most, high * least, high * most)
            return Interval(min(ends), max(ends))
        if (high is not None and high < 0) or (most is not None and most < 0):
            return Interval(None, None)
        return Interval(
            _ZERO if low is None or least is None else low * least,
            None if high is None or most is None else high * most,
        )

    def __truediv__(self, base: Interval) -> Interval:
        """The range of part / base; the base is above 0.

        Raises:
            ZeroBaseError: *base* reaches 0.

        Source: division is monotone in each argument here, so the ends bound it.
        """
        if base.low is None or base.low <= 0:
            raise ZeroBaseError(base)
        far = _ZERO if base.high is None else 1 / base.high
        near = 1 / base.low
        low = _ZERO if self.low is None else self.low * (far if self.low >= 0 else near)
        if self.high is None:
            return Interval(low, None)
        return Interval(low, self.high * (near if self.high >= 0 else far))

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both; an open end never contradicts."""
        if self.low is self.high and other.low is other.high and self.low and other.low:
            # one number each, as nearly all have
            return self.low == other.low
        return not (
            (self.low is not None and other.high is not None and self.low > other.high)
            or (self.high is not None and other.low is not None and other.low > self.high)
        )

    def contains(self, value: Fraction | int) -> bool:
        """Whether *value* is allowed."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def json_number(value: Fraction | None) -> int | float | None:
    """A bound as JSON has it: an integer where it is one, else the nearest double."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def decimals(step: Fraction) -> int:
    """The decimals of numbers told in steps of *step*: 3 for 1/1000 and 1/8, none for thirds."""
    return next((n for n in range(_FINEST) if 10**n % step.denominator == 0), 0)


def display(value: Fraction, places: int = 2) -> str:
    """A number for a reader: thousands separated, at most *places* decimals, no idle zeros."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    nearest = (2 * value.numerator * 10**places + value.denominator) // (2 * value.denominator)
    sign, digits = ("-" if nearest < 0 else ""), abs(nearest)
    whole, rest = divmod(digits, 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{whole:,}" + (f".{decimals}" if decimals else "")
