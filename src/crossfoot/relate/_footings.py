"""Columns that add up: of a table, those of which one is the sum of others, line after line.

``Total | Federal | State | Men | Women`` says it by its heads; where the lines of a table show it,
too, the one line that does not is held against the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.wording.rows import family

# a line by its columns; None for a cell that says "none"
Line = Mapping[int, Figure | None]

LONGEST, LISTED = 8, 40  # columns that are added up, the latter where a head says "total"
MANY = 40  # columns of which a total must say that it is one
FEWEST, TOTALED = 3, 2  # lines that must add up, the latter where a head says "total"
MOST_OFF = 4  # one line in so many may not, and one of the first
LEAST = 10  # smaller sums are met by chance
MANY_FIT = 8  # so many lines come out only where nothing was rounded or left out
LEFT_OUT = Fraction(1, 50)  # of a total: less may be those of whom a column does not tell

_TOTAL = lazy(r"(?i)\b(?:totals?|all|overall|combined|sum)\b")


@dataclass(frozen=True)
class Footing:
    """A column that the others add up to, with the lines that tell of it."""

    whole: int
    parts: tuple[int, ...]
    told: tuple[tuple[Figure, tuple[Figure, ...]], ...]


def footings(lines: Sequence[Line], heads: Mapping[int, str]) -> Iterator[Footing]:
    """The columns of *lines* that others beside them add up to; *heads* are what they are named."""
    columns = sorted({column for line in lines for column, f in line.items() if f is not None})
    if len(columns) < 3 or len(lines) < FEWEST:
        return
    for at, whole in enumerate(columns):
        total = _TOTAL.search(heads.get(whole, "")) is not None
        if len(columns) > MANY and not total:
            continue
        taken: list[Footing] = []
        for parts in _runs(columns, at, LISTED if total else LONGEST):
            found = _foot(lines, whole, parts, TOTALED if total else FEWEST)
            if found and not any(set(parts) & set(other.parts) for other in taken):
                taken.append(found)
        yield from taken


def _runs(columns: Sequence[int], at: int, longest: int) -> Iterator[tuple[int, ...]]:
    """The runs of columns that column number *at* may be the sum of, the longest first.

    They stand right beside it, or beyond others: ``Total | Federal | State | Men | Women``.
    """
    last, first = min(len(columns), at + 1 + longest), max(0, at - longest)
    after = ((i, j) for i in range(at + 1, last) for j in range(i + 2, last + 1))
    before = ((i, j) for j in range(at, first, -1) for i in range(first, j - 1))
    runs = sorted((*after, *before), key=lambda run: run[0] - run[1])
    return (tuple(columns[i:j]) for i, j in runs)


def _foot(lines: Sequence[Line], whole: int, parts: tuple[int, ...], fewest: int) -> Footing | None:
    """The lines of which *parts* make *whole*, with the few that they do not; None of too many."""
    told: list[tuple[Figure, tuple[Figure, ...]]] = []
    off: list[tuple[Figure, tuple[Figure, ...]]] = []
    fits = 0
    for line in lines:
        total, members = line.get(whole), _members(line, parts)
        if total is None or members is None:
            continue
        if any(family(f) != family(total) for f in members):
            return None
        if Interval.sum(f.range for f in members).meets(total.range):
            fits += len(members) > 1 and (total.value or 0) >= LEAST
            told.append((total, members))
        else:
            off.append((total, members))
        if len(off) > max(1, len(lines) // MOST_OFF):
            return None
    if fits < fewest:
        return None
    far = (line for line in off if fits >= MANY_FIT or not _is_near(*line))
    return Footing(whole, parts, (*told, *far))


def _is_near(total: Figure, members: Sequence[Figure]) -> bool:
    """Whether rounding, or a few who are in no column, can keep *members* from their *total*."""
    stated = total.value or Fraction(0)
    short = stated - sum((f.value for f in members if f.value is not None), Fraction(0))
    return abs(short) < len(members) or 0 < short < stated * LEFT_OUT


def _members(line: Line, parts: tuple[int, ...]) -> tuple[Figure, ...] | None:
    """The figures of *line* in *parts*; None where a cell cannot be read, or all say none."""
    if any(column not in line for column in parts):
        return None
    return tuple(f for column in parts if (f := line[column]) is not None) or None
