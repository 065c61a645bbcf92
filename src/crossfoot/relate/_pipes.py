"""Tables drawn with bars in plain text: ``| Convicted | 17,161 | 29.2% |``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.model import Cell, Document, Table

_ROW = lazy(r"(?m)^[ \t]*\|(?P<cells>[^\n]+)\|[ \t]*$")
_RULE = lazy(r"[\s:|+-]*")  # "|---|---|"
FEWEST = 3  # rows, the heads among them
MOST = 200  # rows of all such tables; a longer one is data, not a story


def pipe_tables(document: Document) -> Iterator[Table]:
    """The tables that lines of cells between bars make, row under row."""
    if document.tables or document.text.count("|") < 2 * FEWEST:
        return
    rows: list[list[tuple[int, int]]] = []
    end = -1
    for number, match in enumerate(_ROW.finditer(document.text)):
        if number > MOST:
            return
        if match.start() != end + 1:
            yield from _table(rows)
            rows = []
        end = match.end()
        if not _RULE.fullmatch(match["cells"]):
            rows.append(list(_cells(document.text, match.start("cells"), match.end("cells"))))
    yield from _table(rows)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the text of each cell stands, blanks and marks of emphasis left out."""
    at = start
    for piece in text[start:end].split("|"):
        body = piece.strip(" \t*_")
        begin = at + piece.index(body) if body else at
        yield begin, begin + len(body)
        at += len(piece) + 1


def _table(rows: list[list[tuple[int, int]]]) -> Iterator[Table]:
    if len(rows) >= FEWEST:
        yield Table(
            tuple(
                Cell(row, column, start, end, header=row == 0)
                for row, cells in enumerate(rows)
                for column, (start, end) in enumerate(cells)
            )
        )
