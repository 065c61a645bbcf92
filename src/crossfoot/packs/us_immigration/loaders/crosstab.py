"""Cross tables found by their titles: a label column or two, then columns of one dimension.

Several may stand side by side. A table starts under its title, its header is the next row with
text, and its body ends at the first row without numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.packs.observations import LayoutError
from crossfoot.packs.us_immigration.loaders.grid import Grid, address, month_number
from crossfoot.packs.us_immigration.loaders.members import is_total, member_of


@dataclass(frozen=True)
class Column:
    """A column of numbers: its place, and the month or member it stands for (neither: total)."""

    index: int
    month: int | None = None
    dimension: str | None = None
    member: str | None = None

    @property
    def total(self) -> bool:
        """Whether it adds up the others."""
        return self.month is None and self.dimension is None


@dataclass(frozen=True)
class Row:
    """A row of numbers with the labels that stand before them."""

    index: int
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Crosstab:
    """A table placed on its sheet."""

    grid: Grid
    title: str
    where: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cells(self) -> Iterator[tuple[Row, Column, float]]:
        """Every number of the body."""
        for row in self.rows:
            for column in self.columns:
                value = self.grid.number(row.index, column.index)
                if value is not None:
                    yield row, column, value


def place(
    grid: Grid, row: int, column: int, title: str, dimensions: tuple[str, ...], labels: int
) -> Crosstab:
    """Place the table whose title stands at (*row*, *column*).

    Args:
        grid: The sheet.
        row: Of the title.
        column: Of the title.
        title: Its text.
        dimensions: What a column may stand for besides a month and the total.
        labels: How many label columns come first.

    Raises:
        LayoutError: no header or no rows are found where the title announces them.
    """
    where = f"{grid.name.strip()}!{address(row, column)}"
    for header in range(row + 1, row + 4):
        columns = tuple(_columns(grid, header, column + labels, dimensions))
        if columns:
            break
    else:
        raise LayoutError(f"{where}: no header is known under {title!r}")
    rows = tuple(_rows(grid, header + 1, column, labels, columns))
    if not rows:
        raise LayoutError(f"{where}: no rows of numbers under {title!r}")
    return Crosstab(grid, title, where, columns, rows)


def _columns(grid: Grid, header: int, first: int, dimensions: tuple[str, ...]) -> Iterator[Column]:
    """The columns a header names, up to a label that is not one of this table's."""
    empty = 0
    for index in range(first, grid.width):
        label = grid.text(header, index)
        if not label:
            empty += 1
            if empty > 1:  # a merged cell leaves one; two set tables apart
                return
            continue
        empty = 0
        if label.lower().startswith("percent"):
            continue  # shares of the row, which mislead: recomputed where wanted
        found = _column(index, label, dimensions)
        if found is None:
            return
        yield found


def _column(index: int, label: str, dimensions: tuple[str, ...]) -> Column | None:
    if (month := month_number(label)) is not None:
        return Column(index, month=month)
    for dimension in dimensions:
        if (member := member_of(dimension, label)) is not None:
            return Column(index, dimension=dimension, member=member)
    return Column(index) if is_total(label) else None


def _rows(
    grid: Grid, first: int, column: int, labels: int, columns: tuple[Column, ...]
) -> Iterator[Row]:
    for index in range(first, len(grid.rows)):
        if not any(grid.number(index, c.index) is not None for c in columns):
            return
        yield Row(index, tuple(grid.text(index, column + k) for k in range(labels)))
