"""A text as it was meant, where its print says it another way: read so, told where things stand.

Marks of emphasis part a number from its noun, an entity stands for the character it names, a
hidden character for nothing. None of that changes what a text says, so nothing further on meets
it: the text is read as meant, and what is found is put back among the characters as given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple, TypeVar

from crossfoot.model import Block, Cell, Document, Figure, Sentence, Source, Span, Table
from crossfoot.read.blanks import blanks, items
from crossfoot.read.characters import coded, hidden, usual
from crossfoot.read.columns import split_columns
from crossfoot.read.edit import Edit
from crossfoot.read.emphasis import marks
from crossfoot.read.notes import notes
from crossfoot.read.segment import blocks_of, sentences_of

P = TypeVar("P", Figure, Source, Span, Block, Sentence, Cell)


class Run(NamedTuple):
    """A stretch of the text as given, and where what stands for it is in the text as meant."""

    start: int
    end: int
    meant_start: int
    meant_end: int


@dataclass(frozen=True)
class Printed:
    """A document as meant, and where places in it are in the document as given."""

    document: Document
    runs: Sequence[Run]  # in order, none overlapping
    _starts: Sequence[int] = field(init=False, repr=False)
    _meant: Sequence[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Where the runs begin in either text, to look places up by."""
        object.__setattr__(self, "_starts", [run.start for run in self.runs])
        object.__setattr__(self, "_meant", [run.meant_start for run in self.runs])

    def back(self, placed: P) -> P:
        """*placed* where it stands in the text as given; what was cut lies outside of it."""
        if not self.runs:
            return placed
        start = self._given(placed.start, bisect_right)
        end = self._given(placed.end, bisect_left, last=True)
        return placed.at(start, max(start, end))

    def forth(self, placed: P) -> P:
        """What stands in the text as given where it stands in the one as meant."""
        return placed.at(self._as_meant(placed.start), self._as_meant(placed.end, last=True))

    def marked(self, document: Document) -> Document:
        """*document*, the one as given, in the blocks and sentences of the one as meant."""
        read = self.document
        if not self.runs:
            return replace(
                document, blocks=read.blocks, sentences=read.sentences, tables=read.tables
            )
        return replace(
            document,
            blocks=tuple(map(self._around, read.blocks)),
            sentences=tuple(map(self._around, read.sentences)),
            tables=tuple(replace(t, cells=tuple(map(self._around, t.cells))) for t in read.tables),
        )

    def _around(self, placed: P) -> P:
        """The same with what was cut at its ends, as a paragraph has it."""
        start = self._given(placed.start, bisect_left)
        return placed.at(start, self._given(placed.end, bisect_right, last=True))

    def _given(
        self, at: int, side: Callable[[Sequence[int], int], int], *, last: bool = False
    ) -> int:
        """A place of the text as meant in the one as given; *last*, the end of what stands there.

        *side* tells whether what was cut right there lies before it.
        """
        if not (before := side(self._meant, at)):
            return at
        run = self.runs[before - 1]
        if at >= run.meant_end:
            return run.end + at - run.meant_end
        return run.end if last and at > run.meant_start else run.start

    def _as_meant(self, at: int, *, last: bool = False) -> int:
        """A place of the text as given in the one as meant."""
        if not (before := bisect_left(self._starts, at)):
            return at
        run = self.runs[before - 1]
        if at >= run.end:
            return run.meant_end + at - run.end
        return run.meant_end if last else run.meant_start


def printed(document: Document) -> Printed | None:
    """*document* as meant; None where that is as given."""
    text = document.text
    plain = usual(text)
    finders = [hidden(text), coded(text), notes(text)]
    if document.format == "text":  # the readers of formats have taken their own marks out
        finders += [marks(text), blanks(text)]
        plain = items(plain)
    edits = _apart(chain.from_iterable(finders))
    if not edits and plain == text:
        return None
    if not edits and _spaced(plain) == _spaced(text):  # most of them: in the same blocks
        return Printed(replace(document, text=plain), ())
    meant, runs = _edited(plain, edits)
    if document.format != "text":
        return _in_its_blocks(document, meant, runs)
    blocks, tables = split_columns(meant, blocks_of(meant))
    return Printed(_read_again(document, meant, blocks, tables), runs)


def _spaced(text: str) -> str:
    """*text* with blanks for those that break no line."""
    return text.replace("\u00a0", " ")


def without(document: Document, edits: Sequence[Edit]) -> Printed:
    """*document* with *edits* made in its text, in order, in the blocks that it has."""
    return _in_its_blocks(document, *_edited(document.text, edits))


def _edited(text: str, edits: Sequence[Edit]) -> tuple[str, list[Run]]:
    """*text* with *edits* made, and where they are."""
    pieces: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for start, end, meant in edits:
        length += start - at
        pieces += (text[at:start], meant)
        runs.append(Run(start, end, length, length + len(meant)))
        at, length = end, length + len(meant)
    return "".join((*pieces, text[at:])), runs


def _in_its_blocks(document: Document, text: str, runs: Sequence[Run]) -> Printed:
    """*document* with *text* in the blocks and tables that it has."""
    forth = Printed(document, runs).forth
    blocks = tuple(map(forth, document.blocks))
    tables = tuple(
        replace(t, cells=tuple(map(forth, t.cells)), caption=t.caption and forth(t.caption))
        for t in document.tables
    )
    return Printed(_read_again(document, text, blocks, tables), runs)


def _read_again(
    document: Document, text: str, blocks: tuple[Block, ...], tables: tuple[Table, ...]
) -> Document:
    sentences = sentences_of(text, blocks)
    return replace(document, text=text, blocks=blocks, sentences=sentences, tables=tables)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """*edits* in order, without those inside of others."""
    return list(_outermost(sorted(edits, key=lambda e: (e.start, -e.end))))


def _outermost(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end
