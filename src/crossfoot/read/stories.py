"""Where one text ends and another begins: a digest of releases, stories one after another.

What is told of one event is no claim about another, so that each story is read as a document of
its own. Only strong signs start one: a dateline, a line with nothing but a date beside a title,
a release line, a rule between, a headline whose words the paragraph below says again.
Sections of one report under their headings stay together.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crossfoot.model import Block, Cell, Document, Figure, Sentence, Source, Span, Table
from crossfoot.read.openings import Opening, Page


@dataclass(frozen=True, slots=True)
class Story:
    """A text of its own inside a document: as a document, and where that begins in the whole.

    `parts` are what it falls into where a headline may begin another text, or but a section.
    """

    document: Document
    start: int = 0
    sentence: int = 0
    parts: tuple[Story, ...] = ()

    def back(self, placed: P) -> P:
        """*placed* where it stands in the whole document."""
        return placed.at(placed.start + self.start, placed.end + self.start)


def stories(document: Document) -> tuple[Story, ...]:
    """The texts of *document* in order; nearly always one."""
    page = Page.of(document)
    openings = list(_openings(page))
    if not openings:
        return (Story(document),)
    last = len(document.blocks)
    sure = [0, *(o.block for o in openings if o.sure), last]
    return tuple(
        _parted(page, a, b, [o.block for o in openings if a < o.block < b])
        for a, b in itertools.pairwise(sure)
    )


def _openings(page: Page) -> Iterator[Opening]:
    """Where a story begins, or may begin, but for the first."""
    for first, end in itertools.pairwise([0, *_marked(page), page.end]):
        if first:
            yield Opening(first)
        while end - 1 > first and page.is_rule(end - 1):
            end -= 1
        yield from _worded(page.up_to(end), first)


def _marked(page: Page) -> Iterator[int]:
    """The blocks that a date, a dateline, a release line or a rule shows to begin a story."""
    first, told = 0, None
    for index in range(page.end):
        if told is None:
            told = page.told_at(index, first)
        if (
            told is not None
            and index > told
            and (found := page.begins(index, first, told + 1)) is not None
        ):
            yield found
            first, told = found, None


def _worded(page: Page, first: int) -> Iterator[Opening]:
    """What begins, or may begin, in the story from block *first* on because of its words."""
    part, told = first, None
    for index in range(first, page.end):
        if told is None:
            told = page.told_at(index, part)
        if (
            told is not None
            and index > told
            and (found := page.may_begin(index, first, told + 1)) is not None
        ):
            yield found
            first, part, told = found.block if found.sure else first, found.block, None


def _parted(page: Page, first: int, end: int, within: Sequence[int]) -> Story:
    """Blocks *first* to *end* as a story, with the parts that begin *within*."""
    bounds = [first, *within, end] if within else []
    parts = tuple(_cut(page, a, b) for a, b in itertools.pairwise(bounds))
    return replace(_cut(page, first, end), parts=parts)


def _cut(page: Page, first: int, end: int) -> Story:
    """Blocks *first* to *end* as a document of their own, without the rules behind them."""
    document, blocks, sentences = page.document, page.document.blocks, page.document.sentences
    while end - 1 > first and page.is_rule(end - 1):
        end -= 1
    start, stop = blocks[first].start if first else 0, blocks[end - 1].end
    low, high = (bisect_left(sentences, b, key=lambda s: s.block) for b in (first, end))
    tables = (t for t in document.tables if t.cells and start <= t.cells[0].start < stop)
    part = replace(
        document,
        text=document.text[start:stop],
        blocks=tuple(_back(b, start) for b in blocks[first:end]),
        sentences=tuple(
            Sentence(s.index - low, s.start - start, s.end - start, s.block - first)
            for s in sentences[low:high]
        ),
        tables=tuple(
            Table(tuple(_back(c, start) for c in t.cells), t.caption and _back(t.caption, start))
            for t in tables
        ),
    )
    return Story(part, start, low)


P = TypeVar("P", Block, Cell, Sentence, Span, Figure, Source)


def _back(placed: P, start: int) -> P:
    return placed.at(placed.start - start, placed.end - start)
