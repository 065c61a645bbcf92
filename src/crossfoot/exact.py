"""Exact numbers: fractions of the library, with the arithmetic of whole numbers for whole numbers.

The numbers of a text are held against each other thousands of times, and nearly all are whole. The
library goes by way of its abstract kinds of numbers, which takes several times as long. Sums,
differences, products and quotients of these and of fractions and whole numbers are of this kind
again; whatever else the library does gives its own.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["Exact", "last_place", "ratio", "whole"]


@lru_cache(maxsize=4096)
def ratio(above: int, below: int) -> Exact:
    """A fraction of two whole numbers; the common ones are made once."""
    return Exact(above, below)


@lru_cache(maxsize=4096)
def whole(number: int) -> Exact:
    """*number* as a fraction; the common ones are made once."""
    return Exact(number)


def last_place(number: int) -> int:
    """The last place of a whole number that is no nought: 1,000 of 348,000."""
    digits = str(number)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if number else 1


class Exact(Fraction):
    """A fraction; its types are those of the library."""

    __slots__ = ()

    if not TYPE_CHECKING:
        # read without a call of Python, as those of the library are
        numerator = property(attrgetter("_numerator"))
        denominator = property(attrgetter("_denominator"))

        def __eq__(self, other):
            if type(other) not in _EXACT:
                return super().__eq__(other)
            return self._numerator == other.numerator and self._denominator == other.denominator

        def __hash__(self):
            return hash(self._numerator) if self._denominator == 1 else super().__hash__()

        def __lt__(self, other):
            if type(other) not in _EXACT:
                return super().__lt__(other)
            return self._numerator * other.denominator < other.numerator * self._denominator

        def __le__(self, other):
            if type(other) not in _EXACT:
                return super().__le__(other)
            return self._numerator * other.denominator <= other.numerator * self._denominator

        def __gt__(self, other):
            if type(other) not in _EXACT:
                return super().__gt__(other)
            return self._numerator * other.denominator > other.numerator * self._denominator

        def __ge__(self, other):
            if type(other) not in _EXACT:
                return super().__ge__(other)
            return self._numerator * other.denominator >= other.numerator * self._denominator

        def __add__(self, other):
            if type(other) not in _EXACT:
                return super().__add__(other)
            below, others = self._denominator, other.denominator
            if below == others == 1:
                return whole(self._numerator + other.numerator)
            return ratio(self._numerator * others + other.numerator * below, below * others)

        __radd__ = __add__

        def __sub__(self, other):
            return self + -other

        def __rsub__(self, other):
            return -self + other

        def __mul__(self, other):
            if type(other) not in _EXACT:
                return super().__mul__(other)
            return ratio(self._numerator * other.numerator, self._denominator * other.denominator)

        __rmul__ = __mul__

        def __truediv__(self, other):
            if type(other) not in _EXACT:
                return super().__truediv__(other)
            return ratio(self._numerator * other.denominator, self._denominator * other.numerator)

        def __rtruediv__(self, other):
            if type(other) not in _EXACT:
                return super().__rtruediv__(other)
            return ratio(other.numerator * self._denominator, other.denominator * self._numerator)

        def __neg__(self):
            return ratio(-self._numerator, self._denominator)

        def __abs__(self):
            return self if self._numerator >= 0 else -self

        def __reduce__(self):  # the library's goes by way of the printed number
            return ratio, (self._numerator, self._denominator)


_EXACT = frozenset((Exact, Fraction, int))
