"""Documents are put together here: plain text grows block by block, and so do positions.

Every reader of a format adds blocks in reading order. A block's offsets are made when it is added
and never searched for again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from crossfoot.model import Block, BlockKind, Cell, Document, Span, Table
from crossfoot.read.columns import split_columns
from crossfoot.read.segment import blocks_of, sentences_of

__all__ = ["Builder", "TableCell", "mark_header", "squeeze"]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as a format gives it."""

    text: str
    header: bool = False
    line: int | None = None


def squeeze(text: str) -> str:
    """*text* with each run of blanks as one and none at the ends; line breaks are kept."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def mark_header(rows: list[list[TableCell]]) -> list[list[TableCell]]:
    """*rows* with the first as header, where no figure stands in it beyond its first cell.

    For formats that do not say which row is the header.
    """
    if len(rows) < 2 or any(c.text.strip()[:1].isdigit() for c in rows[0][1:]):
        return rows
    return [[TableCell(c.text, True, c.line) for c in rows[0]], *rows[1:]]


@dataclass
class Builder:
    """Collects the blocks, tables and notes of one document."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _paragraphs: int = 0

    def _append(self, text: str, separator: str) -> Span:
        lead = separator if self._length else ""
        start = self._length + len(lead)
        self._pieces += [lead, text]
        self._length = start + len(text)
        return Span(start, self._length)

    def add(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        *,
        level: int = 0,
        page: int | None = None,
        line: int | None = None,
    ) -> Span | None:
        """Add a block of its own; None where *text* is blank."""
        body = squeeze(text)
        if not body:
            return None
        self._paragraphs += 1
        span = self._append(body, "\n\n")
        label = f"paragraph {self._paragraphs}"
        self.blocks.append(Block(span.start, span.end, kind, level, page, line, label))
        return span

    def add_lines(
        self, text: str, kind: BlockKind = "paragraph", *, level: int = 0, line: int | None = None
    ) -> None:
        """Add a block; a paragraph in which the author ended lines, as plain text is read."""
        if kind == "paragraph" and "\n" in text.strip():
            self.add_plain(text, line=line)
        else:
            self.add(text, kind, level=level, line=line)

    def add_table(
        self,
        rows: Sequence[Sequence[TableCell]],
        *,
        caption: Span | None = None,
        page: int | None = None,
        line: int | None = None,
    ) -> None:
        """Add a table, a row a line, its cells parted by tabs. Blank cells keep their column."""
        number = len(self.tables) + 1
        cells: list[Cell] = []
        for r, row in enumerate(rows):
            separator = "\n" if cells else "\n\n"
            for c, cell in enumerate(row):
                body = " ".join(cell.text.split())
                if body:
                    span = self._append(body, separator)
                    separator = "\t"
                    cells.append(Cell(r, c, span.start, span.end, cell.header))
                    label = f"table {number}, row {r + 1}, column {c + 1}"
                    where = cell.line if cell.line is not None else line
                    self.blocks.append(Block(span.start, span.end, "cell", 0, page, where, label))
        if cells:
            self.tables.append(Table(tuple(cells), caption))

    def add_plain(self, text: str, *, line: int | None = None) -> None:
        """Add plain text: its paragraphs, headings and items, and tables parted by tabs.

        *line* is that of the source on which it begins, where that is known.
        """
        blocks, tables = split_columns(text, blocks_of(text))
        firsts = {table.cells[0].start: table for table in tables}
        for block in blocks:
            if table := firsts.get(block.start):
                rows: dict[int, list[TableCell]] = {}
                for cell in table.cells:
                    row = rows.setdefault(cell.row, [])
                    row += [TableCell("")] * (cell.column - len(row))
                    row.append(TableCell(text[cell.start : cell.end], cell.header))
                self.add_table(list(rows.values()))
            elif block.kind != "cell":
                self.add(text[block.start : block.end], block.kind, level=block.level, line=line)

    def document(
        self,
        source: bytes,
        *,
        name: str,
        format: str,
        published: date | None = None,
        title: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
    ) -> Document:
        """The finished document; *source* is the file as it came, for its digest."""
        text, blocks = "".join(self._pieces), tuple(self.blocks)
        return Document(
            text=text,
            name=name,
            sha256=hashlib.sha256(source).hexdigest(),
            published=published,
            title=title or None,
            outlet=outlet or None,
            language=language or None,
            format=format,
            blocks=blocks,
            sentences=sentences_of(text, blocks),
            tables=tuple(self.tables),
            notes=tuple(self.notes),
        )
