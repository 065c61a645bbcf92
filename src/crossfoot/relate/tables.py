"""Tables: a row or column marked as the total asserts that the others add up to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Cell, Figure, Relation, Span, Table
from crossfoot.relate._pipes import pipe_tables
from crossfoot.relate._rows import family
from crossfoot.relate._wording import AMOUNTS, relation

_TOTAL = re.compile(r"\W*(?:grand\s+|over)?(?:total|all|sum)s?\b.{0,30}", re.I)
_PARTIAL = re.compile(r"\bsub-?\s?totals?\b", re.I)
HUNDRED = 100
# cells that say "none" without a figure
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "none", "."})


def relate(reading: Reading) -> Iterator[Relation]:
    """The sums that the total rows and total columns of the document's tables assert."""
    starts = [f.start for f in reading.figures]

    def figure_in(cell: Cell) -> Figure | None:
        """The one amount of a cell; None where it holds no figure, or several."""
        at = bisect_left(starts, cell.start)
        held = [f for f in reading.figures[at : at + 2] if f.end <= cell.end]
        return held[0] if len(held) == 1 and held[0].kind in (*AMOUNTS, "percent") else None

    for table in (*reading.document.tables, *pipe_tables(reading.document)):
        figures = {(c.row, c.column): figure_in(c) for c in table.cells}
        for across in (False, True):
            yield from _sums(reading, table, figures, across)


def _sums(
    reading: Reading, table: Table, figures: Mapping[tuple[int, int], Figure | None], across: bool
) -> Iterator[Relation]:
    """Sums down the columns, or *across* the rows."""
    text = reading.document.text

    def place(cell: Cell) -> tuple[int, int]:
        return (cell.column, cell.row) if across else (cell.row, cell.column)

    labels = {place(c)[0]: c for c in table.cells if place(c)[1] == 0}
    totals = [n for n, c in labels.items() if n and _TOTAL.fullmatch(text[c.start : c.end])]
    if len(totals) != 1 or any(_PARTIAL.search(text[c.start : c.end]) for c in labels.values()):
        return  # no total, or several whose parts are not told apart
    lines: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
    for cell in table.cells:
        n, line = place(cell)
        if line and not cell.header:
            lines[line][n] = cell
    for cells in lines.values():
        whole_cell = cells.pop(totals[0], None)
        whole = figures[whole_cell.row, whole_cell.column] if whole_cell else None
        parts = _parts(text, cells.values(), figures)
        if whole and whole.kind == "percent" and whole.value != HUNDRED:
            continue  # the share of the total is no total of shares
        if whole and parts and all(family(p) == family(whole) for p in parts):
            label = labels[totals[0]]
            yield relation("sum", reading, [Span(label.start, label.end)], whole=whole, parts=parts)


def _parts(
    text: str, cells: Iterable[Cell], figures: Mapping[tuple[int, int], Figure | None]
) -> tuple[Figure, ...]:
    """The figures of a line; none where a cell says something that is neither figure nor blank."""
    parts = []
    for cell in cells:
        figure = figures[cell.row, cell.column]
        if figure is not None:
            parts.append(figure)
        elif text[cell.start : cell.end].strip().lower() not in _NOTHING:
            return ()
    return tuple(parts)
