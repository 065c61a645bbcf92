"""Columns of changes: lines of an earlier count, a later one and the percentage between them.

A head may say so ("% change"); without one, the lines themselves do where nearly all of them fit.
Between the counts and the percentage the change may stand as an amount, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.model import Figure, Relation, Span, Table
from crossfoot.relate._footings import Cells
from crossfoot.relate.changes.cues import PORTIONS
from crossfoot.relate.changes.elsewhere import step_of
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# "% change", "Diff.", "+/-", "Increase"
_CHANGE = lazy(
    r"(?i)\W*(?:%|per ?cent(?:age)?|pct\.?)?\s*(?:change|chg|diff|incr|decr|\+/-|variance)"
)
# lines that must fit, and the part of all that may not: without a head that says so, and with one
_BARE, _HEADED = (3, Fraction(1, 4)), (2, Fraction(1, 3))


class _Line(NamedTuple):
    """An earlier and a later amount of a line, and the change told behind them."""

    base: Figure
    result: Figure
    change: Figure
    direction: str

    @property
    def fits(self) -> bool:
        """Whether the change leads from one to the other."""
        step = step_of(self.change, self.direction)
        relative = self.change.kind in PORTIONS
        moved = self.base.range * step if relative else self.base.range + step
        return moved.meets(self.result.range)


def of_columns(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """The changes of a column of percentages, or of amounts, behind two columns of amounts."""
    heads = _heads(reading, table)
    changes: dict[int, list[tuple[int, Figure]]] = defaultdict(list)
    for (row, at), figure in figures.items():
        if figure is not None and figure.kind in (*AMOUNTS, "percent"):
            changes[at].append((row, figure))
    for column in range(2, 1 + max(changes, default=0)):
        head = heads.get(column)
        best: list[_Line] = []
        for back in (2, 3) if head else (2,):  # behind a column of amounts of change
            told = list(_told(figures, changes[column], column, back, bare=head is None))
            read = _as_told(reading, told, *(_HEADED if head else _BARE))
            best = max(best, read, key=lambda lines: sum(line.fits for line in lines))
        for line in best:
            yield relation(
                "change", reading, [head or Span(line.change.start, line.change.end)],
                {"direction": line.direction},
                **{"from": line.base, "to": line.result}, change=line.change,
            )  # fmt: skip


def _told(
    figures: Cells, changes: Sequence[tuple[int, Figure]], column: int, back: int, *, bare: bool
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """The lines of a column and of the two that begin *back* columns before it."""
    for row, change in changes:
        if bare and change.kind != "percent":
            continue  # an amount is a change only where the head says so
        first, last = (figures.get((row, column - k)) for k in (back, back - 1))
        if first and last and _are_like(first, last):
            yield first, last, change


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


def _heads(reading: Reading, table: Table) -> dict[int, Span]:
    """The heads of columns, where they say that changes stand below."""
    text = reading.document.text
    first = {c.column: c for c in reversed(table.cells) if c.row == 0}
    return {
        column: Span(c.start, c.end)
        for column, c in first.items()
        if _CHANGE.match(text, c.start, c.end)
    }


def _direction(reading: Reading, base: Figure, result: Figure, change: Figure) -> str:
    """Up or down by the sign; without a sign, as the amounts move."""
    if (change.value or 0) < 0:
        return "down"
    signed = reading.text[change.start - 1 : change.start] == "+"
    return "up" if signed or (result.value or 0) >= (base.value or 0) else "down"
