"""Whether one number can be another mistyped."""

from __future__ import annotations

from crossfoot.relate.statements.same import tenfold, transposed
from crossfoot.relate.statements.statement import Statement

_NEXT = 3  # a small number is put for one so few away
_SMALL = 20


def is_slip(one: Statement, other: Statement) -> bool:
    """Whether one number is the other with a digit changed, dropped or moved, or one close by."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None or min(a, b) <= 0:
        return False
    if abs(a - b) < max(one.figure.step, other.figure.step):
        return False  # "75 percent" of 75.9
    if max(a, b) <= _SMALL and abs(a - b) <= _NEXT:
        return True
    here, there = one.printed.replace(",", ""), other.printed.replace(",", "")
    if len(here) == len(there):
        return sum(x != y for x, y in zip(here, there, strict=True)) == 1 or transposed(one, other)
    alike = one.figure.step == other.figure.step  # not "4.5 billion" and 500 million
    return alike and (tenfold(one, other) or _one_dropped(*sorted((here, there), key=len)))


def _one_dropped(short: str, long: str) -> bool:
    """Whether a number is another with a digit dropped: 1240 and 124."""
    return len(long) - len(short) == 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )
