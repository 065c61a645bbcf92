"""Tables in plain text: lines whose cells are parted by tabs, as pasted from a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from crossfoot.model import Block, Cell, Table

_CELL = re.compile(r"[^\t]+")


def split_columns(
    text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """*blocks* with the rows of tables cut into cells, and the tables.

    Two or more lines in a row with the same number of tabs make a table. The first row is its
    header where no figure stands in it beyond its first cell.
    """
    if "\t" not in text:
        return tuple(blocks), ()
    out: list[Block] = []
    tables: list[Table] = []
    for tabs, run in groupby(blocks, key=lambda b: text.count("\t", b.start, b.end)):
        for rows in _adjacent(text, list(run)):
            if tabs == 0 or len(rows) < 2:
                out += rows
                continue
            cells = list(_cells(text, rows))
            tables.append(Table(tuple(cells)))
            number = len(tables)
            out += [
                Block(c.start, c.end, "cell", label=f"table {number}, row {c.row + 1}, "
                      f"column {c.column + 1}")
                for c in cells
            ]  # fmt: skip
    return tuple(out), tuple(tables)


def _adjacent(text: str, blocks: list[Block]) -> Iterator[list[Block]]:
    """*blocks* in groups that no blank line parts."""
    group: list[Block] = []
    for block in blocks:
        if group and text.count("\n", group[-1].end, block.start) > 1:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _cells(text: str, rows: Sequence[Block]) -> Iterator[Cell]:
    header = not any(c.isdigit() for c in text[rows[0].start : rows[0].end].partition("\t")[2])
    for r, row in enumerate(rows):
        for match in _CELL.finditer(text, row.start, row.end):
            body = match.group()
            start = match.start() + len(body) - len(body.lstrip())
            end = match.end() - (len(body) - len(body.rstrip()))
            if start < end:
                column = text.count("\t", row.start, match.start())
                yield Cell(r, column, start, end, header and r == 0)
