"""Columns of shares: ``Year | Deaths | On foot | On foot as % of all``, line after line.

The part and the whole stand in two columns before the share. That they do is shown by the lines:
nearly all must fit, and the head must call the column one of shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, Reading
from crossfoot.model import Figure, Relation, Span, Table
from crossfoot.relate._footings import Cells
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

# "Share", "% of total", "On foot as % of all", "Clearance rate"; not "% change"
_HEAD = lazy(
    r"(?i)(?!.*(?:change|chg|diff|incr|decr|growth))"
    r".*(?:\bshare\b|%|\bper ?cent(?:age)?\b|\bpct\b|\brate\b|\bproportion\b)"
)
_FEWEST, _FITTING = 2, 3  # lines that must fit, of which so many for one that does not
_MOST = 8  # columns before the share in which its part and whole are looked for
_Line = tuple[Figure, Figure, Figure]


def of_share_columns(reading: Reading, table: Table, figures: Cells) -> Iterator[Relation]:
    """The shares of each column that is headed as one, with their parts and wholes."""
    text = reading.document.text
    heads = [c for c in table.cells if c.row == 0 and c.column > 1]
    for head in heads:
        if not _HEAD.match(text, head.start, head.end):
            continue
        told = _shares(figures, head.column)
        if len(told) < _FEWEST:
            continue
        before = range(max(1, head.column - _MOST), head.column)
        pairs = permutations(reversed(before), 2)
        for lines in filter(None, (_lines(figures, told, *pair) for pair in pairs)):
            for part, whole, share in lines:
                tie = [Span(head.start, head.end)]
                yield relation("share", reading, tie, part=part, whole=whole, share=share)
            break


def _shares(figures: Cells, column: int) -> Sequence[tuple[int, Figure]]:
    """The numbers of a column, each with its row; they need no sign to be percentages."""
    return [
        (row, figure if figure.kind == "percent" else replace(figure, kind="percent", unit="%"))
        for (row, at), figure in figures.items()
        if at == column and row and figure is not None and figure.kind in (*AMOUNTS, "percent")
    ]


def _lines(
    figures: Cells, shares: Sequence[tuple[int, Figure]], part: int, whole: int
) -> list[_Line]:
    """The lines in which two columns give part and whole; none where too few fit."""
    read: list[_Line] = []
    for row, share in shares:
        one, all_ = figures.get((row, part)), figures.get((row, whole))
        if one is None or all_ is None or not all_.value or family(one) != family(all_):
            return []
        if one.kind not in AMOUNTS or (one.value or 0) > all_.value:
            return []
        read.append((one, all_, share))
    fitting = sum(quotient_off((one,), all_, share) == 0 for one, all_, share in read)
    return read if fitting >= max(_FEWEST, _FITTING * (len(read) - fitting)) else []
