"""Shares in the cells of a table, behind the counts they are told of: ``320 (51.4%)``.

What they are of stands in another column of their lines, or in the one cell of their own column
that holds ``100%``. Most of them must fit it: a table may show shares of what it does not print.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.model import Cell, Figure, Relation, Span, Table
from crossfoot.relate._footings import Cells
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_BETWEEN = lazy(r"\s?\(\s?~?")  # 320" ("51.4%
_FEWEST, _MOST_OFF = 3, Fraction(1, 4)  # shares that must fit, and the part of all that may not
_ALL = 100


class _Share(NamedTuple):
    row: int
    column: int
    part: Figure
    share: Figure


def of_cells(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """The shares in the cells of *table*; *figures* holds the cells of one figure each."""
    told = [s for cell in table.cells if (s := _share_in(reading, cell))]
    if len(told) < _FEWEST:
        return
    found: list[tuple[_Share, Figure]] = []
    for column in range(1, min(s.column for s in told)):
        wholes = ((s, figures.get((s.row, column))) for s in told)
        found = max(found, _as_told(wholes), key=len)
    columns: dict[int, list[_Share]] = defaultdict(list)
    for share in told:
        columns[share.column].append(share)
    for here in columns.values() if not found else ():
        full = [s.part for s in here if s.share.value == _ALL]
        if len(full) == 1:
            found += _as_told((s, full[0]) for s in here if s.part is not full[0])
    for line, whole in found:
        tie = Span(line.part.end, line.share.start)
        yield relation("share", reading, [tie], part=line.part, whole=whole, share=line.share)


def _share_in(reading: Reading, cell: Cell) -> _Share | None:
    """The count and the share that a cell holds, and nothing else."""
    at = bisect_left(reading.figures, cell.start, key=lambda f: f.start)
    held = [f for f in reading.figures[at : at + 3] if f.end <= cell.end]
    if len(held) != 2 or held[0].kind not in AMOUNTS or held[1].kind != "percent":
        return None
    part, share = held
    beside = _BETWEEN.fullmatch(reading.document.text, part.end, share.start)
    return _Share(cell.row, cell.column, part, share) if beside and part.value else None


def _as_told(lines: Iterable[tuple[_Share, Figure | None]]) -> list[tuple[_Share, Figure]]:
    """The shares with their wholes, where all have one and nearly all fit it."""
    read = list(lines)
    whole = [(s, w) for s, w in read if w and w.value and family(w) == family(s.part)]
    fitting = sum(quotient_off((s.part,), w, s.share) == 0 for s, w in whole)
    off = len(whole) - fitting
    if len(whole) < len(read) or fitting < _FEWEST or off > _MOST_OFF * len(whole):
        return []
    return whole
