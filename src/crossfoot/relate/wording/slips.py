"""What a figure may be a slip of the pen for: digits in another order, a digit, a word near by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import ne
from typing import Literal

from crossfoot.model import Figure

# order: the same digits otherwise arranged, 1,378 for 1,387; digit: one of them, 36 for 32;
# word: "three" for "four", "thirteen" for "thirty"
Slip = Literal["order", "digit", "word"]

FARTHEST = Fraction(1, 2)  # of the larger: how far parts may be from their whole
MOVED = 3  # digits that a slip brings into another order
BESIDE = 2  # a word is put for a number so near
_TEENS = frozenset((n, (n - 10) * 10) for n in range(13, 20))


def digits_unlike(one: str, other: str) -> int:
    """In how many places two numbers differ, as far as the shorter goes."""
    return sum(map(ne, one, other))


def slip_for(figure: Figure, meant: int) -> tuple[Slip, int] | None:
    """How *figure* can be a slip for *meant* of its last places, and of how many digits it is.

    Noughts that both end in are not counted: $45,000 for $54,000 are two digits in another order.
    """
    if figure.value is None or meant <= 0:
        return None
    told = figure.value / figure.step
    if told.denominator != 1 or told.numerator == meant:
        return None
    here = told.numerator
    if not any(c.isdigit() for c in figure.text):
        return _of_words(here, meant)
    while not (here % 10 or meant % 10):
        here, meant = here // 10, meant // 10
    one, other = str(here), str(meant)
    if len(one) != len(other):
        return None
    unlike = digits_unlike(one, other)
    if unlike <= MOVED and not (here - meant) % 9 and sorted(one) == sorted(other):
        return "order", len(one)
    return ("digit", len(one)) if unlike == 1 else None


def _of_words(here: int, meant: int) -> tuple[Slip, int] | None:
    digits = len(str(here))
    if abs(here - meant) <= BESIDE or {(here, meant), (meant, here)} & _TEENS:
        return "word", digits
    one, other = str(here), str(meant)
    if digits > 2 and sorted(one) == sorted(other):
        return "order", digits
    unlike = digits_unlike(one, other)
    return ("digit", digits) if digits == len(other) > 1 == unlike else None


def slips_between(whole: Figure, parts: Sequence[Figure]) -> Iterator[tuple[Slip, int]]:
    """The slips of one figure that would explain why *parts* do not make *whole*."""
    stated = whole.value or Fraction(0)
    total = sum((f.value for f in parts if f.value is not None), Fraction(0))
    off = stated - total
    if abs(off) > FARTHEST * max(stated, total):
        return
    for figure, meant in ((whole, total), *((f, (f.value or 0) + off) for f in parts)):
        places = meant / figure.step
        if places.denominator == 1 and (slip := slip_for(figure, places.numerator)):
            yield slip


def is_a_slip_apart(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a slip of one figure explains why *parts* do not make *whole*."""
    return any(True for _ in slips_between(whole, parts))


def may_mean(figure: Figure, low: Fraction, high: Fraction) -> bool:
    """Whether *figure* can be a slip for a number from *low* to *high*: a digit more or less, too.

    ``2557`` can be 257, and ``1551`` a number between 2,527 and 2,600.
    """
    if figure.value is None or figure.value <= 0 or low > high:
        return False
    told, first, last = figure.value / figure.step, low / figure.step, high / figure.step
    if told.denominator != 1:
        return False
    if not any(c.isdigit() for c in figure.text):
        return any(first <= told.numerator + d <= last for d in (-1, 1))
    return any(first <= meant <= last for meant in _misprints(str(told.numerator)))


def has_digit_more_or_less(figure: Figure, meant: Fraction) -> bool:
    """Whether *figure* is *meant* with a digit doubled or left out: 88 for 8, 257 for 2,257."""
    told = (figure.value or Fraction(0)) / figure.step
    places = meant / figure.step
    printed = any(c.isdigit() for c in figure.text)
    if told.denominator != 1 or places.denominator != 1 or not printed:
        return False
    short, long = sorted((str(told.numerator), str(places.numerator)), key=len)
    if len(long) - len(short) != 1:
        return False
    lost = (i for i in range(len(long)) if long[:i] + long[i + 1 :] == short)
    return any(len(short) > 1 or long[i] == long[i - 1] for i in lost)


def _misprints(digits: str) -> Iterator[int]:
    """What *digits* may have been: two swapped, one changed, one left out or doubled."""
    for at, digit in enumerate(digits):
        before, after = digits[:at], digits[at + 1 :]
        if after:
            yield int(before + after[0] + digit + after[1:])
        if len(digits) > 2 or after[:1] == digit:
            yield int(before + after or "0")
        yield int(before + digit + digits[at:])
        if len(digits) > 1:
            yield from (int(before + other + after) for other in "0123456789" if other != digit)
            yield from (int(before + other + digits[at:]) for other in "0123456789")
