"""Columns that add up: of a table, those of which one is the sum of others, line after line.

``Total | Federal | State | Men | Women`` says it by its heads; where the lines of a table show it,
too, the one line that does not is held against the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from crossfoot.figures.lazy import lazy
from crossfoot.interval import Interval, number
from crossfoot.model import Figure
from crossfoot.relate.wording.rows import family

# a line by its columns; None for a cell that says "none"
Line = Mapping[int, Figure | None]
# the one amount of each cell of a table, by row and column
Cells = Mapping[tuple[int, int], Figure | None]

LONGEST, LISTED = 8, 40  # columns that are added up, the latter where a head says "total"
MANY = 40  # columns of which a total must say that it is one
FEWEST, TOTALED = 3, 2  # lines that must add up, the latter where a head says "total"
MOST_OFF = 4  # one line in so many may not, and one of the first
LEAST = 10  # smaller sums are met by chance
MANY_FIT = 8  # so many lines come out only where nothing was rounded or left out
LEFT_OUT = Fraction(1, 50)  # of a total: less may be those of whom a column does not tell

_Number = Fraction | int
_NONE = Interval.exactly(0)
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
    sums = [_Sums.of(line, columns) for line in lines]
    for at, whole in enumerate(columns):
        total = _TOTAL.search(heads.get(whole, "")) is not None
        if len(columns) > MANY and not total:
            continue
        taken: list[Footing] = []
        fewest = TOTALED if total else FEWEST
        for first, last in _runs(columns, at, LISTED if total else LONGEST):
            if not _may_foot(sums, whole, first, last, fewest):  # as nearly none does
                continue
            parts = tuple(columns[first:last])
            found = _foot(lines, whole, parts, fewest)
            if found and not any(set(parts) & set(other.parts) for other in taken):
                taken.append(found)
        yield from taken


@dataclass(frozen=True, slots=True)
class _Sums:
    """A line added up from its first column to each: what any run of columns makes is soon told."""

    totals: Mapping[int, tuple[str | None, Interval]]  # the family and the range of each figure
    unread: Sequence[_Number]  # cells that are none
    figures: Sequence[_Number]
    families: Mapping[str | None, Sequence[_Number]]  # the figures of each
    open: Sequence[_Number]  # the figures with a side unbounded
    lows: Sequence[_Number]
    highs: Sequence[_Number]

    @classmethod
    def of(cls, line: Line, columns: Sequence[int]) -> _Sums:
        """Add up the cells of *line* in *columns*."""
        cells = [line.get(column) for column in columns]
        kinds = [None if f is None else family(f) for f in cells]
        ranges = [f.range if f is not None else _NONE for f in cells]
        return cls(
            {c: (k, f.range) for c, k, f in zip(columns, kinds, cells, strict=True) if f},
            _added(column not in line for column in columns),
            _added(f is not None for f in cells),
            {
                k: _added(f is not None and kind == k for f, kind in zip(cells, kinds, strict=True))
                for k in set(kinds)
            },
            _added(r.is_open for r in ranges),
            _added(_whole(r.low) for r in ranges),
            _added(_whole(r.high) for r in ranges),
        )

    def tells(self, whole: int, first: int, last: int) -> bool:
        """Whether *whole* and columns *first* to *last* can all be read, and are not all "none"."""
        read = whole in self.totals and self.unread[first] == self.unread[last]
        return read and self.figures[first] < self.figures[last]

    def are_alike(self, whole: int, first: int, last: int) -> bool:
        """Whether all are of the family of *whole*."""
        same = self.families[self.totals[whole][0]]
        return same[last] - same[first] == self.figures[last] - self.figures[first]

    def meets(self, whole: int, first: int, last: int) -> bool:
        """Whether they make *whole*, as far as their bounds tell."""
        total = self.totals[whole][1]
        if self.open[last] > self.open[first]:
            return True
        low, high = self.lows[last] - self.lows[first], self.highs[last] - self.highs[first]
        below = total.high is None or low <= total.high
        return below and (total.low is None or high >= total.low)


def _whole(bound: Fraction | None) -> _Number:
    return 0 if bound is None else number(bound)


def _added(terms: Iterable[_Number]) -> Sequence[_Number]:
    return list(accumulate(terms, initial=0))


def _may_foot(sums: Sequence[_Sums], whole: int, first: int, last: int, fewest: int) -> bool:
    """Whether enough lines come out for `_foot` to look at them, and not too many do not."""
    fits = off = 0
    for line in sums:
        if not line.tells(whole, first, last):
            continue
        if not line.are_alike(whole, first, last):
            return False
        met = line.meets(whole, first, last)
        fits, off = fits + met, off + (not met)
        if off > max(1, len(sums) // MOST_OFF):
            return False
    return fits >= fewest


def _runs(columns: Sequence[int], at: int, longest: int) -> Iterable[tuple[int, int]]:
    """The runs of columns, by number, that number *at* may be the sum of, the longest first.

    They stand right beside it, or beyond others: ``Total | Federal | State | Men | Women``.
    """
    last, first = min(len(columns), at + 1 + longest), max(0, at - longest)
    after = ((i, j) for i in range(at + 1, last) for j in range(i + 2, last + 1))
    before = ((i, j) for j in range(at, first, -1) for i in range(first, j - 1))
    return sorted((*after, *before), key=lambda run: run[0] - run[1])


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
