"""Whether one number can be another mistyped."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.slips import digits_unlike

LONG = 3  # digits of a number that one of them cannot tell from another
_TWO = 2  # digits of a number that is not round
NEXT = 3  # a small number is put for one so few away
SMALL = 20


def is_slip(one: Statement, other: Statement) -> bool:
    """Whether one number is the other with a digit changed, dropped or moved, or one close by."""
    if one.terms is None or other.terms is None:
        return False
    # in integers, a tenth of the time
    (a, below), (b, beneath) = one.terms, other.terms
    a, b, unit = a * beneath, b * below, below * beneath
    if a <= 0 or b <= 0:
        return False
    apart = abs(a - b)
    close = apart <= NEXT * unit and max(a, b) <= SMALL * unit
    if not (close or _is_mistyped(one, other)):
        return False
    return apart >= unit * max(one.figure.step, other.figure.step)  # not "75 percent" of 75.9


def _is_mistyped(one: Statement, other: Statement) -> bool:
    """Whether they are printed alike but for a digit changed, dropped or moved."""
    here, there = one.printed.replace(",", ""), other.printed.replace(",", "")
    if len(here) == len(there):
        return digits_unlike(here, there) == 1 or transposed(one, other)
    dropped = abs(len(here) - len(there)) == 1 and _one_dropped(here, there)
    if not (dropped or tenfold(one, other)):
        return False
    return one.figure.step == other.figure.step  # not "4.5 billion" and 500 million


def is_one_digit_off(here: str, there: str) -> bool:
    """Whether two numbers of one length differ in one place."""
    return len(here) == len(there) and digits_unlike(here, there) == 1


def _one_dropped(here: str, there: str) -> bool:
    """Whether a number is another with a digit dropped: 1240 and 124."""
    short, long = sorted((here, there), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def in_scale(one: Statement, other: Statement) -> bool:
    """Whether one value could be the other mistyped: at most threefold apart, or digits swapped.

    One of a thing is no number to compare: "one count of theft" and two counts of fraud.
    """
    a, b = one.figure.value, other.figure.value
    if one.group == "date":
        return True
    if a is None or b is None or (one.group != "length" and (a <= 1 or b <= 1)):
        return False
    return max(a, b) <= 3 * min(a, b) or one.digits == other.digits or _tenfold(one.group, a, b)


def transposed(one: Statement, other: Statement) -> bool:
    """Whether two numbers are printed with the same digits in another order: 36 and 63."""
    if one.terms is None or other.terms is None or one.terms == other.terms:
        return False
    return one.digits == other.digits


def mistyped(one: Statement, other: Statement) -> bool:
    """Whether a long number is another with two digits swapped, one changed, or a nought more."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None or a == b:
        return False
    if one.digits == other.digits or _tenfold(one.group, a, b):
        return True
    long = min(one.significant, other.significant) > LONG
    return long and is_one_digit_off(one.printed, other.printed)


def _tenfold(group: str, one: Fraction, other: Fraction) -> bool:
    """Whether an amount of money has a nought too many: $10 million and $1 million."""
    return group == "money" and _is_tenfold(one, other)


def tenfold(one: Statement, other: Statement) -> bool:
    """Whether one number has a nought too many: 5,000 bags and 500 bags."""
    a, b = one.figure.value, other.figure.value
    return a is not None and b is not None and _is_tenfold(a, b)


def _is_tenfold(one: Fraction, other: Fraction) -> bool:
    a, b = one.numerator * other.denominator, other.numerator * one.denominator
    return a == 10 * b or b == 10 * a


def may_slip(one: Statement, other: Statement) -> bool:
    """Whether one number could be the other miscounted or mistyped: some way nearer than threefold.

    A third more or less, two more or fewer of a small number, the same digits in another order.
    """
    a, b = one.figure.value, other.figure.value
    if one.group == "date":
        return True
    if a is None or b is None or not in_scale(one, other):
        return False
    if one.group == "count" and min(one.significant, other.significant) > LONG:
        return mistyped(one, other)  # of two numbers in the thousands a third is no slip
    near = 3 * max(a, b) <= 4 * min(a, b) or (max(a, b) <= 20 and abs(a - b) <= 2)
    changed = one.group == "count" and one_changed(one, other)
    return near or changed or one.digits == other.digits or _tenfold(one.group, a, b)


def one_changed(one: Statement, other: Statement) -> bool:
    """Whether two exact numbers differ in one digit: 19 and 29, not 20 and 50.

    One of them can be in words: a number that begins a sentence is, "Thirty-eight" for 28.
    """
    if one.figure.hedge is not None or other.figure.hedge is not None:
        return False
    least = min(one.significant, other.significant)
    if least < _TWO or not (least >= LONG or _in_digits(one) or _in_digits(other)):
        return False
    return len(one.printed) > 1 and is_one_digit_off(one.printed, other.printed)


def digit_off(one: Statement, other: Statement) -> bool:
    """Whether one slip of the pen turns one number into the other, as they are printed.

    Digits told in another order, one of them changed, or a nought more: 1.44 and 1.24.
    """
    if transposed(one, other) or tenfold(one, other):
        return True
    return is_one_digit_off(one.printed, other.printed)


def _in_digits(statement: Statement) -> bool:
    """Whether it is no number in words."""
    return any(c.isdigit() for c in statement.figure.text)
