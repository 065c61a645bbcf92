"""Columns of changes: lines of an earlier count, a later one and what lies between them.

A head may say so ("Change", "% change"); without one, the lines themselves do where nearly all of
them fit percentages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.model import Cell, Figure, Relation, Span, Table
from crossfoot.relate.changes.elsewhere import step_of
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# "% change", "Diff.", "+/-", "Increase"
_CHANGE = lazy(
    r"(?i)\W*(?:%|per ?cent(?:age)?|pct\.?)?\s*(?:change|chg|diff|incr|decr|\+/-|variance)"
)
# lines that must fit, and the part of all that may not: without a head that says so, and with one
_BARE, _HEADED = (3, Fraction(1, 4)), (2, Fraction(1, 3))

Cells = Mapping[tuple[int, int], Figure | None]


class _Line(NamedTuple):
    """An earlier and a later amount of a line, and the change told behind them."""

    base: Figure
    result: Figure
    change: Figure
    direction: str

    @property
    def fits(self) -> bool:
        """Whether the change leads from one to the other."""
        step, base = step_of(self.change, self.direction), self.base.range
        moved = base * step if self.change.kind == "percent" else base + step
        return moved.meets(self.result.range)


def of_columns(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """The changes of a column of steps or percentages behind two columns of amounts."""
    columns: defaultdict[int, list[tuple[Figure, Figure, Figure]]] = defaultdict(list)
    heads = {c.column: _head(reading, c) for c in table.cells if c.row == 0}
    for (row, column), change in figures.items():
        back = 1 if heads.get(column - 1) else 0  # "2023 | 2024 | Change | % Change"
        first, last = (figures.get((row, column - k - back)) for k in (2, 1))
        if change is None or first is None or last is None or not _are_like(first, last):
            continue
        if change.kind == "percent" or (heads.get(column) and change.kind == last.kind):
            columns[column].append((first, last, change))
    for column, told in columns.items():
        head = heads.get(column)
        for line in _as_told(reading, told, *(_HEADED if head else _BARE)):
            yield relation(
                "change", reading, [head or Span(line.change.start, line.change.end)],
                {"direction": line.direction},
                **{"from": line.base, "to": line.result}, change=line.change,
            )  # fmt: skip


def _are_like(first: Figure, last: Figure) -> bool:
    """Whether two amounts can be ends of one change."""
    return (
        family(first) == family(last) and first.kind in AMOUNTS and bool(first.value and last.value)
    )


def _as_told(
    reading: Reading, told: list[tuple[Figure, Figure, Figure]], fewest: int, most_off: Fraction
) -> list[_Line]:
    """The lines read forth or back, as more of them fit; none where too few do."""
    best: list[_Line] = []
    for lines in (told, [(last, first, change) for first, last, change in told]):
        read = [_Line(*line, _direction(reading, *line)) for line in lines]
        fitting = sum(line.fits for line in read)
        if fitting >= fewest and len(read) - fitting <= most_off * len(read):
            fewest, best = fitting + 1, read
    return best


def _head(reading: Reading, cell: Cell) -> Span | None:
    """Where the head of a column says that changes stand below."""
    told = _CHANGE.match(reading.document.text, cell.start, cell.end)
    return Span(cell.start, cell.end) if told else None


def _direction(reading: Reading, base: Figure, result: Figure, change: Figure) -> str:
    """Up or down by the sign; without a sign, as the amounts move."""
    if (change.value or 0) < 0:
        return "down"
    signed = reading.text[change.start - 1 : change.start] == "+"
    return "up" if signed or (result.value or 0) >= (base.value or 0) else "down"
