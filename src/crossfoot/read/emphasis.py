"""Marks of emphasis in plain text ("**45** people"): read without them, told where they stand.

Drafts of language models and notes have them on most numbers. A mark parts the number from its
noun for whoever reads the text as it stands; taken out, all else is read as ever.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from crossfoot.model import Block, Cell, Document, Figure, Sentence, Source, Span
from crossfoot.read.columns import split_columns
from crossfoot.read.segment import blocks_of, sentences_of

# "**45 people**", "__45__", "*45*", "_45_", "`45`"; no "* item", no "2 * 3", no "name_of_a_file"
_MARKED = re.compile(
    r"(?P<two>\*\*|__)(?=[^\s*_])(?:(?!(?P=two))[^\n]){1,300}?(?<=\S)(?P<two_end>(?P=two))"
    r"|(?<![\w*_`])(?P<one>[*_`])(?=[^\s*_`])[^*_`\n]{1,300}?(?<=[^\s*_`])"
    r"(?P<one_end>(?P=one))(?![\w*_`])"
)

P = TypeVar("P", Figure, Source, Span, Block, Sentence, Cell)


@dataclass(frozen=True)
class Unmarked:
    """A document without its marks, and what places in it are in the text with them."""

    document: Document
    starts: Sequence[int]  # where the marks begin in the text with them, ascending
    cuts: Sequence[int]  # and where they are cut in the document without
    before: Sequence[int]  # characters cut up to and with each of them

    def back(self, placed: P) -> P:
        """*placed* where it stands in the text with its marks, which lie outside of it."""
        start = self._with(placed.start, bisect_right)
        return replace(placed, start=start, end=max(start, self._with(placed.end, bisect_left)))

    def forth(self, placed: P) -> P:
        """What stands in the text with marks where it stands in the one without."""
        start, end = (
            at - (self.before[k - 1] if (k := bisect_left(self.starts, at)) else 0)
            for at in (placed.start, placed.end)
        )
        return replace(placed, start=start, end=end)

    def _around(self, placed: P) -> P:
        """The same with the marks at its ends, as a paragraph has them."""
        start, end = self._with(placed.start, bisect_left), self._with(placed.end, bisect_right)
        return replace(placed, start=start, end=end)

    def _with(self, at: int, side: Callable[[Sequence[int], int], int]) -> int:
        cut = side(self.cuts, at)
        return at + (self.before[cut - 1] if cut else 0)

    def marked(self, document: Document) -> Document:
        """*document*, the one with marks, in the blocks and sentences of the one without."""
        read = self.document
        return replace(
            document,
            blocks=tuple(map(self._around, read.blocks)),
            sentences=tuple(map(self._around, read.sentences)),
            tables=tuple(replace(t, cells=tuple(map(self._around, t.cells))) for t in read.tables),
        )


def unmarked(document: Document) -> Unmarked | None:
    """*document*, a plain text, without marks of emphasis; None where it has none."""
    if document.format != "text" or not any(mark in document.text for mark in "*_`"):
        return None
    marks = [
        match.span(name)
        for match in _MARKED.finditer(document.text)
        for name in ("two", "two_end", "one", "one_end")
        if match[name]
    ]
    if not marks:
        return None
    pieces, at = [], 0
    for start, end in marks:
        pieces.append(document.text[at:start])
        at = end
    text = "".join((*pieces, document.text[at:]))
    before = list(accumulate(end - start for start, end in marks))
    starts = [start for start, _ in marks]
    cuts = [start - gone for start, gone in zip(starts, [0, *before], strict=False)]
    blocks, tables = split_columns(text, blocks_of(text))
    plain = replace(
        document, text=text, blocks=blocks, sentences=sentences_of(text, blocks), tables=tables
    )
    return Unmarked(plain, starts, cuts, before)
