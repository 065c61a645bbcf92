"""Whether a number is told among others, or is what two or three of them come to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crossfoot.interval import number
from crossfoot.relate.statements.agreement import agree
from crossfoot.relate.statements.statement import Statement

FEW = 12  # numbers of which two or three can come to another


def is_told(told: Sequence[Statement], one: Statement) -> bool:
    """Whether its number stands among *told*, of whatever kind it is there."""
    return any(s.terms == one.terms or agree(s.figure, one.figure) for s in told)


def is_made(told: Sequence[Statement], one: Statement) -> bool:
    """Whether two of *told* come to its number or differ by it, or three come to it."""
    if one.figure.value is None:
        return False
    wanted = number(one.figure.value)
    values = [number(s.figure.value) for s in told if s.figure.value is not None]
    pairs = (made for a, b in combinations(values, 2) for made in (a + b, abs(a - b)))
    return wanted in pairs or wanted in map(sum, combinations(values, 3))
