"""Where things stand: line and column of an offset, and the words around a finding's figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crossfoot.model import Block, Document, Figure, Finding, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_REACH = 60  # code points kept on each side of a figure
_SHORT = 40  # a gap up to this long is kept rather than elided


class Lines:
    """Line and column, both from 1, of any offset; columns count code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of *offset*."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Places:
    """Where an offset of a document stands in its file.

    Of a page or Markdown the line is known on which a paragraph or cell begins, and no column; of
    a file without lines they are those of its text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = Lines(document.text)

    def at(self, offset: int) -> tuple[int, int | None]:
        """Line and column of *offset*, both from 1."""
        block = block_at(self._document, offset)
        if block is not None and block.line is not None:
            return block.line, None
        return self._lines.at(offset)

    def said(self, offset: int) -> str:
        """``line:column``, or the line alone."""
        line, column = self.at(offset)
        return f"{line}" if column is None else f"{line}:{column}"


def block_at(document: Document, offset: int) -> Block | None:
    """The block that holds *offset*, or the one before it."""
    index = bisect_right(document.blocks, offset, key=lambda b: b.start) - 1
    return document.blocks[index] if index >= 0 else None


def page_at(document: Document, offset: int) -> int | None:
    """The page of *offset*, where the source has pages."""
    block = block_at(document, offset)
    return block.page if block else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of an excerpt; `figure` where it is one of the finding's."""

    text: str
    start: int = -1
    figure: Figure | None = None
    marked: bool = False


def members(finding: Finding) -> tuple[tuple[str, Span, Figure | None], ...]:
    """Role, place and figure of everything a finding relates, in reading order."""
    every = [
        (role, Span(member.start, member.end), member if isinstance(member, Figure) else None)
        for role, group in finding.relation.roles.items()
        for member in group
    ]
    return tuple(sorted(every, key=lambda m: m[1]))


def excerpt(document: Document, finding: Finding) -> list[Piece]:
    """The words of a finding: its figures in their sentences, long gaps elided with ``…``.

    A tally of forty names keeps its ends; the whole text is in the report anyway.
    """
    spots = _disjoint(members(finding))
    if len(spots) > 14:
        spots = spots[:10] + spots[-3:]
    return list(_pieces(document, spots))


def _disjoint(
    spots: Iterable[tuple[str, Span, Figure | None]],
) -> list[tuple[Span, Figure | None]]:
    out: list[tuple[Span, Figure | None]] = []
    for _, span, figure in spots:
        if not out or span.start >= out[-1][0].end:
            out.append((span, figure))
    return out


def _pieces(document: Document, spots: list[tuple[Span, Figure | None]]) -> Iterator[Piece]:
    text, at, reach = document.text, None, 0
    for span, figure in spots:
        low, high = _bounds(document, span)
        start = max(low, _word_start(text, max(low, span.start - _REACH)))
        if at is None:
            yield from _plain("… " if start > low else "", -1)
            yield from _plain(text[start : span.start], start)
        elif span.start - at <= _SHORT or start <= at:
            yield from _plain(text[at : span.start], at)
        else:
            stop = min(reach, _word_end(text, min(reach, at + _REACH // 2)))
            if stop >= start:
                yield from _plain(text[at : span.start], at)
            else:
                yield from _plain(text[at:stop], at)
                yield from _plain(" … ", -1)
                yield from _plain(text[start : span.start], start)
        yield Piece(text[span.start : span.end], span.start, figure, True)
        at, reach = span.end, high
    if at is not None:
        stop = min(reach, _word_end(text, min(reach, at + _REACH)))
        yield from _plain(text[at:stop], at)
        yield from _plain(" …" if stop < reach else "", -1)


def _plain(text: str, start: int) -> Iterator[Piece]:
    if text:
        yield Piece(text, start)


def _bounds(document: Document, span: Span) -> tuple[int, int]:
    """The sentence that holds *span*, else its line."""
    sentences = document.sentences
    index = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    if index >= 0 and sentences[index].end >= span.end:
        return sentences[index].start, sentences[index].end
    text = document.text
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _word_start(text: str, offset: int) -> int:
    """The start of the first word that begins at or after *offset*, nearby."""
    if offset == 0 or text[offset - 1].isspace():
        return offset
    for place in range(offset, min(offset + 25, len(text))):
        if text[place].isspace():
            return place + 1
    return offset


def _word_end(text: str, offset: int) -> int:
    if offset >= len(text) or text[offset].isspace():
        return offset
    for place in range(offset, max(offset - 25, 0), -1):
        if text[place - 1].isspace():
            return place - 1
    return offset
