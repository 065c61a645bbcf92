"""Where a story begins: its title, its lede and the rest."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Document
from crossfoot.read.prose import is_closed, is_prose

_WRAPPED = 8  # a paragraph set in so many lines is still one


class Zones(NamedTuple):
    """Blocks of a story: where its lede begins, the one after it, the one after the first prose.

    A paragraph without a figure opens nothing that is told again, and is passed over as lede.
    """

    lede: int
    body: int
    second: int


@kept
def zones(reading: Reading) -> Zones:
    """The zones of a document, found once."""
    document = reading.document
    figured = {document.sentences[index].block for index in reading.with_figures}
    opening: Zones | None = None
    for index, block in enumerate(document.blocks[:12]):
        if block.kind == "item" or (opening and index not in figured):
            continue
        if is_prose(document.text[block.start : block.end]) and not _is_headline(document, index):
            end = _paragraph_end(document, index)
            opening = opening or Zones(index, end, end)
            if index in figured:
                return Zones(index, end, opening.second)
    return opening or Zones(0, 1, 1)


def _paragraph_end(document: Document, index: int) -> int:
    """The block after a paragraph: after its first line that ends like a sentence."""
    lines = range(index, min(index + _WRAPPED, len(document.blocks)))
    return next((i for i in lines if is_closed(_tail(document, i))), index) + 1


def _is_headline(document: Document, index: int) -> bool:
    """Whether a line as long as a paragraph is a headline: no stop ends it, and a space follows.

    Or who wrote what stands below it: "By Ann Moor, The Courier".
    """
    blocks, end = document.blocks, document.blocks[index].end
    if index + 1 == len(blocks) or not document.text[end - 1].isalnum():
        return False
    below = blocks[index + 1].start
    signed = document.text.startswith("By ", below) and not is_closed(_tail(document, index + 1))
    return signed or document.text.count("\n", end, below) > 1


def _tail(document: Document, block: int) -> str:
    end = document.blocks[block].end
    return document.text[max(0, end - 3) : end]
