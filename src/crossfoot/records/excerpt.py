"""The part of a sheet that a finding rests on: its cells with their headings and labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossfoot.packs.us_immigration.loaders.grid import letters
from crossfoot.records.store import Record, Store

Excerpt = tuple[tuple[tuple[str, bool], ...], ...]

# "F20", "SUM(J9:M9)", "O38+O50"
_CELL = re.compile(r"\b([A-Z]{1,3})(\d{1,5})(?::([A-Z]{1,3})(\d{1,5}))?\b")
_MOST = 24  # cells marked; sums over a whole list are not shown cell by cell
_ABOVE = 30  # rows looked through for a heading
_WIDE = 40  # characters of a text


def excerpt_of(records: Sequence[Record], store: Store) -> Excerpt:
    """The rows of the cells of *records*, which stand in one sheet of one edition."""
    first = records[0]
    cells = _cells(r.cell for r in records)
    if first.sheet is None or not cells:
        return ()
    top, bottom = min(r for r, _ in cells), max(r for r, _ in cells)
    rows = store.rows(first.edition.id, first.sheet, max(0, top - _ABOVE), bottom)
    if not rows:
        return ()
    columns = sorted({c for _, c in cells})
    labels = _labels(rows, {r for r, _ in cells}, columns[0])
    heading = _heading(rows, top, columns)
    chosen = [*([heading] if heading is not None else []), *sorted({r for r, _ in cells})]
    shown = [*labels, *columns]
    head = (("", False), *((letters(c), False) for c in shown))
    body = (
        ((str(r + 1), False), *((_text(rows.get(r, []), c), (r, c) in cells) for c in shown))
        for r in chosen
    )
    return (head, *body)


def _cells(formulas: Iterable[str]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for formula in formulas:
        for a, top, b, bottom in _CELL.findall(formula):
            last_column, last_row = _number(b or a), int(bottom or top)
            found.update(
                (r - 1, c)
                for r in range(int(top), last_row + 1)
                for c in range(_number(a), last_column + 1)
            )
            if len(found) > _MOST:
                return set()
    return found


def _number(name: str) -> int:
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _labels(rows: dict[int, list[str]], wanted: set[int], before: int) -> list[int]:
    """The columns with words before the first cell: a row's names, at most two."""
    found = [
        c
        for c in range(before)
        if any(re.search(r"[A-Za-z]", _text(rows.get(r, []), c)) for r in wanted)
    ]
    return found[-2:] if before > 12 else found[:2]


def _heading(rows: dict[int, list[str]], top: int, columns: Sequence[int]) -> int | None:
    """The nearest row above in which every column has a word."""
    for r in range(top - 1, top - _ABOVE, -1):
        texts = [_text(rows.get(r, []), c) for c in columns]
        if all(re.search(r"[A-Za-z]", t) for t in texts):
            return r
    return None


def _text(row: Sequence[str], column: int) -> str:
    text = row[column] if column < len(row) else ""
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 1]}…"
