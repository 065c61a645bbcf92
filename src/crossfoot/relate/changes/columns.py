"""Columns of changes: lines of an earlier count, a later one and the percentage between them.

A head may say so ("% change"); without one, the lines themselves do where nearly all of them fit.
Between the counts and the percentage the change may stand as an amount, too; below such a head one
column of counts is enough, line after line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.hedges import significant
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span, Table
from crossfoot.relate._footings import Cells
from crossfoot.relate.changes.cues import PORTIONS
from crossfoot.relate.changes.elsewhere import step_of
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# "% change", "Diff.", "+/-", "Increase"; "YoY"
_CHANGE = lazy(
    r"(?i)[^\w%+]*(?P<percent>(?:%|per ?cent(?:age)?|pct\.?)\s*)?"
    r"(?:change|chg|diff|incr|decr|\+/-|variance|yoy|year[- ](?:on|over)[- ]year)"
    r"(?P<after>\s*\(?(?:%|in per ?cent))?"
)
# lines that must fit, and the part of all that may not: without a head that says so, and with one
_BARE, _HEADED = (3, Fraction(1, 4)), (1, Fraction(1, 2))
_ROUND = 100  # an amount that ends in two noughts may be rounded
_FINE = 2  # figures of a change that is not met by chance: 25%, 1.4%


class _Line(NamedTuple):
    """An earlier and a later amount of a line, and the change told behind them."""

    base: Figure
    result: Figure
    change: Figure
    direction: str

    @property
    def fits(self) -> bool:
        """Whether the change leads from one to the other."""
        return self._leads(self.base.range, self.result.range)

    @property
    def may_fit(self) -> bool:
        """Whether it does so between the amounts that these are rounded from."""
        return self._leads(_unrounded(self.base), _unrounded(self.result))

    def _leads(self, base: Interval, result: Interval) -> bool:
        step = step_of(self.change, self.direction)
        moved = base * step if self.change.kind in PORTIONS else base + step
        return moved.meets(result)


class _Head(NamedTuple):
    words: Span
    percents: bool  # the numbers below need no sign to be percentages


def of_columns(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """The changes of a column of percentages, or of amounts, behind the amounts that changed."""
    heads = _heads(reading, table)
    changes: dict[int, list[tuple[int, Figure]]] = defaultdict(list)
    for (row, at), figure in figures.items():
        if figure is not None and figure.kind in (*AMOUNTS, "percent"):
            head = heads.get(at)
            changes[at].append((row, _in_percent(figure) if head and head.percents else figure))
    for column in range(2, 1 + max(changes, default=0)):
        head = heads.get(column)
        sides = [list(_told(figures, changes[column], column, 2, bare=head is None))]
        if head:  # behind a column of amounts of change; behind one of amounts row by row
            sides.append(list(_told(figures, changes[column], column, 3, bare=False)))
            sides += (list(_in_turn(figures, changes[column], column, k)) for k in (-1, 1))
        best: list[_Line] = []
        for told in sides:
            read = _as_told(reading, told, headed=head is not None)
            best = max(best, read, key=lambda lines: sum(line.fits for line in lines))
        for line in best:
            if line.may_fit and not line.fits:
                continue  # 61,468 to 1,900,000: a change of what that is rounded from
            yield relation(
                "change", reading,
                [head.words if head else Span(line.change.start, line.change.end)],
                {"direction": line.direction},
                **{"from": line.base, "to": line.result}, change=line.change,
            )  # fmt: skip


def _unrounded(figure: Figure) -> Interval:
    """What a figure may be rounded from: 1,900,000 is 1,850,000 at least."""
    unit = significant(figure.value or Fraction(0), figure.step)
    return figure.range + Interval.around(Fraction(0), unit / 2) if unit >= _ROUND else figure.range


def _in_percent(figure: Figure) -> Figure:
    return replace(figure, kind="percent", unit="%") if figure.kind in AMOUNTS else figure


def _in_turn(
    figures: Cells, changes: Sequence[tuple[int, Figure]], column: int, back: int
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """The lines of a column of amounts, each with the one *back* rows from it."""
    for row, change in changes:
        first, last = (figures.get((at, column - 1)) for at in (row + back, row))
        if first and last and _are_like(first, last):
            yield first, last, change


def _told(
    figures: Cells, changes: Sequence[tuple[int, Figure]], column: int, back: int, *, bare: bool
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """The lines of a column and of the two that begin *back* columns before it."""
    for row, change in changes:
        if bare and change.kind != "percent":
            continue  # an amount is a change only where the head says so
        first, last = (figures.get((row, column - k)) for k in (back, back - 1))
        if first and last and _are_like(first, last) and not _exceeds(change, first, last):
            yield first, last, change


def _exceeds(change: Figure, first: Figure, last: Figure) -> bool:
    """Whether an amount is more than both ends, in a unit that was not read: 700,000 of "3.5m"."""
    nought = Fraction(0)
    high = max(first.value or nought, last.value or nought)
    return change.kind not in PORTIONS and abs(change.value or nought) > high


def _are_like(first: Figure, last: Figure) -> bool:
    """Whether two amounts can be ends of one change."""
    return (
        family(first) == family(last) and first.kind in AMOUNTS and bool(first.value and last.value)
    )


def _as_told(
    reading: Reading, told: Sequence[tuple[Figure, Figure, Figure]], *, headed: bool
) -> list[_Line]:
    """The lines read forth or back, as more of them fit; none where too few do."""
    best: list[_Line] = []
    fewest, most_off = _HEADED if headed else _BARE
    for lines in (told, [(last, first, change) for first, last, change in told]):
        read = [_Line(*line, _direction(reading, *line)) for line in lines]
        fitting = sum(line.fits or (headed and line.may_fit) for line in read)
        surely = fitting > 1 or any(line.fits and _is_fine(line.change) for line in read)
        if fitting >= fewest and surely and len(read) - fitting <= most_off * len(read):
            fewest, best = fitting + 1, read
    return best


def _is_fine(change: Figure) -> bool:
    """Whether a change is told so finely that one line alone shows it."""
    return sum(c.isdigit() for c in change.text) >= _FINE


def _heads(reading: Reading, table: Table) -> dict[int, _Head]:
    """The heads of columns, where they say that changes stand below."""
    text = reading.document.text
    first = {c.column: c for c in reversed(table.cells) if c.row == 0}
    found = {at: (c, _CHANGE.match(text, c.start, c.end)) for at, c in first.items()}
    return {
        at: _Head(Span(c.start, c.end), percents=bool(match["percent"] or match["after"]))
        for at, (c, match) in found.items()
        if match
    }


def _direction(reading: Reading, base: Figure, result: Figure, change: Figure) -> str:
    """Up or down by the sign; without a sign, as the amounts move."""
    if (change.value or 0) < 0:
        return "down"
    signed = reading.text[change.start - 1 : change.start] == "+"
    return "up" if signed or (result.value or 0) >= (base.value or 0) else "down"
