"""Which words of a sentence speak of which figure.

Between two figures stands a border: the last mark or conjunction before the second one. What lies
before it speaks of the first figure, what follows of the second. Two figures that say one thing
twice (``317, or about 64 percent, had``) share their scope.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.figures.context.english import BEFORE_FIGURE, CONJUNCTIONS
from crossfoot.model import Figure

_SEPARATORS = CONJUNCTIONS | frozenset(", ; : ( with".split())
_BREAKS = frozenset("; but which while although though whereas because".split())
_POINTERS = frozenset("them those these whom which".split())
_SOME = frozenset("many some most several others few none all each".split())
_SHARES = frozenset({"percent", "fraction"})


class Scope(NamedTuple):
    """The words of one figure: ``start`` to ``stop``."""

    at: int
    start: int
    stop: int
    whole: bool = False  # the base of a share: "of the 498 people arrested"


def refers_back(lower: Sequence[str], at: int) -> bool:
    """Whether the figure at word *at* is a part of one before: ``eight of them``, ``of whom 8``."""
    if lower[at + 1] == "of" and lower[at + 2] in _POINTERS:
        return True
    back = at - 1
    while lower[back] in ("about", "nearly", "some", "only", "roughly", "were"):
        back -= 1
    return lower[back] in ("whom", "which") and lower[back - 1] in ("of", "among")


def scopes_of(
    lower: Sequence[str], row: Sequence[tuple[int, Figure]], begin: int, end: int
) -> tuple[Scope, ...]:
    """The scope of each figure of a sentence of words *begin* to *end*, in order."""
    borders = [begin]
    twins: list[int | None] = [None]
    for (first, earlier), (second, figure) in pairwise(row):
        twins.append(first if _repeats(lower, first, second, end, earlier, figure) else None)
        borders.append(_border(lower, first, second))
    out: list[Scope] = []
    for number, (at, _) in enumerate(row):
        last = number + 1
        while last < len(row) and twins[last] is not None:
            last += 1
        stop = borders[last] if last < len(row) else _clause_end(lower, at, end)
        first = number
        while twins[first] is not None:
            first -= 1
        if last == number + 1 and last < len(row) and _is_part(lower, at, row[last][0]):
            after = last + 1  # "two-thirds of the 618 people had": what is said is of the share
            stop = borders[after] if after < len(row) else _clause_end(lower, row[last][0], end)
        whole = _is_whole(lower, at, begin)
        if whole:
            stop = min(stop, _phrase_end(lower, at, end))
        out.append(Scope(at, borders[first], max(stop, at + 1), whole))
    return tuple(out)


def _border(lower: Sequence[str], first: int, second: int) -> int:
    if "including" in lower[first + 1 : second]:
        return lower.index("including", first + 1, second)
    before = second - 1 - (lower[second - 1] == "(")  # "Peru (101)"
    for position in range(before, first, -1):
        if lower[position] in _SEPARATORS:
            return position
    return second


def _clause_end(lower: Sequence[str], at: int, end: int) -> int:
    for position in range(at + 1, end):
        if lower[position] in ('"', "”") and lower[position - 1] == ",":
            return position
        if lower[position] == "and" and lower[position + 1] in _SOME and lower[position - 1] == ",":
            return position  # "1,200 were arrested, and many of them had no record"
        if lower[position] in _BREAKS and (
            lower[position] in (";", "where", "because")
            or lower[position - 1] in (",", "-", "—", "–")
        ):
            return position
    return end


def _phrase_end(lower: Sequence[str], at: int, end: int) -> int:
    for position in range(at + 1, end):
        if lower[position] in (",", ";", ")", "had", "were", "have", "was", "are"):
            return position
    return end


def _is_part(lower: Sequence[str], at: int, following: int) -> bool:
    """``two-thirds of the 618``: the next figure is the whole of this one."""
    return lower[at + 1] == "of" and following <= at + 4


def _is_whole(lower: Sequence[str], at: int, begin: int) -> bool:
    position = at - 1
    while position > begin and lower[position] in ("the", "its", "those", "these", "all", "about"):
        position -= 1
    return position >= begin and lower[position] == "of"


def _repeats(
    lower: Sequence[str], first: int, second: int, end: int, earlier: Figure, figure: Figure
) -> bool:
    """Whether the second figure says the first one again: ``378, about one-third, had``."""
    if (figure.kind in _SHARES) == (earlier.kind in _SHARES):
        return False
    position = second - 1
    while position > first and lower[position] in _HEDGING:
        position -= 1
    if lower[position] not in _OPENING or not _LISTING.isdisjoint(lower[first:position]):
        return False
    stop = second + 1
    if lower[stop] not in _CLOSING:
        stop = _phrase_end(lower, second, min(end, second + 5))
    after = lower[stop] if stop < end else "."
    if lower[second + 1] == "of":
        return lower[second + 3] in ("total", "year", "whole") or after == ")"
    plain = stop == second + 1 or figure.kind not in _SHARES
    return plain and (after in _CLOSING or stop >= end)


_LISTING = frozenset("including : namely".split())  # "half had convictions, including theft (9)"
_HEDGING = (BEFORE_FIGURE | {"or"}) - {"(", "-"}
_OPENING = frozenset(", ( - — –".split())
_CLOSING = frozenset(", ) . - — – ;".split())
