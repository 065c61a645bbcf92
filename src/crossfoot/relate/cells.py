"""Figures of the prose that a table of the same document holds too, by row and column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.figures.skeleton import AMOUNTS, Reading, Skeleton, pattern
from crossfoot.model import Cell, Figure, Relation, Span, Table
from crossfoot.relate.wording.phrases import phrase, relation, singular

_MOST_ROWS = 200  # of all tables; a longer one is data, not the digest of a story
# "Dover had 31", "Dover, with 31", "Dover: 31", "Dover (31"
_AFTER = r"(?:,? (?:had|has|with|saw|made|recorded|reported|counted|accounted for)|:| \() ?{n}"
# "31 evictions in Dover", "31 in Dover"
_BEFORE = r"{n}(?: [a-z'-]+){{0,4}} (?:in|at|for|from) (?:the )?$"
# words that may give the figure another time, or make it a step and no count
_OTHER = re.compile(
    r"\b(?:than|last|previous|earlier|before|ago|since|up|down|rose|fell|more|fewer|another"
    r"|additional|other|average|nearly all|each|every|so far)\b"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table: its label, and its figures under their column's words."""

    label: Cell
    cells: tuple[tuple[frozenset[str], Figure], ...]


def relate(reading: Reading) -> Iterator[Relation]:
    """Restatements between the prose and the tables of one document."""
    lines = {
        reading.text[line.label.start : line.label.end]: line
        for table in reading.document.tables
        for line in _lines(reading, table)
    }
    labels = [label for label in lines if len(label) > 2 and label[0].isalpha()]
    if not labels or len(labels) > _MOST_ROWS:
        return
    longest_first = sorted(map(re.escape, labels), key=len, reverse=True)
    mention = re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if reading.document.blocks[reading.document.sentences[index].block].kind != "cell":
            for match in mention.finditer(skeleton.text):
                yield from _tied(reading, skeleton, match, lines[match.group()])


def _lines(reading: Reading, table: Table) -> Iterator[_Line]:
    """The body rows of a table that begin with a label."""
    starts = [f.start for f in reading.figures]
    heads = {
        c.column: frozenset(map(singular, reading.text[c.start : c.end].split()))
        for c in table.cells
        if c.header
    }
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if not cell.header:
            rows.setdefault(cell.row, []).append(cell)
    for label, *rest in rows.values():
        held = []
        for cell in rest:
            at = bisect_left(starts, cell.start)
            inside = [f for f in reading.figures[at : at + 2] if f.end <= cell.end]
            if len(inside) == 1 and inside[0].kind in AMOUNTS and cell.column in heads:
                held.append((heads[cell.column], inside[0]))
        if label.column == 0 and held:
            yield _Line(label, tuple(held))


def _tied(
    reading: Reading, skeleton: Skeleton, mention: re.Match[str], line: _Line
) -> Iterator[Relation]:
    """The figure beside a row's label, and the cell of that row that counts the same."""
    after = pattern(_AFTER).match(skeleton.text, mention.end())
    before = pattern(_BEFORE).search(skeleton.text, 0, mention.start())
    at = after.end() - 1 if after else before.start() if before else None
    if at is None:
        return
    figure = skeleton.figure_at(at)
    cell = _cell(phrase(skeleton, figure), line.cells)
    if cell is None or cell.value is None or figure.value is None:
        return
    if not cell.range.meets(figure.range) and not _alleged(skeleton, figure, line):
        return
    words = skeleton.span(mention)
    options = {
        "first": "the text",
        "first_words": " ".join(
            reading.document.text[
                min(words.start, figure.start) : max(words.end, figure.end)
            ].split()
        ),
        "second": "the table",
        "second_words": f"{mention.group().title()}: {cell.text}",
    }
    label = Span(line.label.start, line.label.end)
    yield relation("restatement", reading, [words, label], options, figures=[figure, cell])


def _cell(nouns: Sequence[str], cells: Sequence[tuple[frozenset[str], Figure]]) -> Figure | None:
    """The cell under a head with one of *nouns*; without a noun, the row's only cell."""
    if nouns:
        wanted = set(map(singular, nouns))
        found = [cell for head, cell in cells if head & wanted]
    else:
        found = [cell for _, cell in cells]
    return found[0] if len(found) == 1 else None


def _alleged(skeleton: Skeleton, figure: Figure, line: _Line) -> bool:
    """Whether a figure that differs from its cell can only be that cell's."""
    return (
        not _OTHER.search(skeleton.text)
        and not any(f.kind == "date" for f in skeleton.figures)
        and not any(figure.value == other.value for _, other in line.cells)
    )
