"""Sections of a text under headings of their own: what a heading counts, the lines below tell.

A section is read as a story is: its heading for a title, its first paragraph for a lede. Only
what the heading itself says is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Document
from crossfoot.read.prose import is_closed, is_prose
from crossfoot.relate.statements.statement import Statement, Zone
from crossfoot.relate.statements.zones import zones

_LONGEST = 120  # characters of a heading
_MOST = 40  # blocks of a section; more are a document of its own
_KINDS = frozenset({"count", "measure", "money", "share"})
_NO_HEADING = frozenset("|\t")


def sections(reading: Reading, statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """The statements of each section whose heading gives a number, in their zones."""
    document, first = reading.document, zones(reading).body
    headings = sorted({s.block for s in statements if s.block >= first and s.group in _KINDS})
    headings = [block for block in headings if _is_heading(document, block)]
    if not headings:
        return
    ends = [
        block for block in range(headings[0], len(document.blocks)) if _is_heading(document, block)
    ]
    until = dict(pairwise([*ends, len(document.blocks)]))
    for heading in headings:
        end = min(until[heading], heading + _MOST)
        yield tuple(
            replace(s, zone=_zone(s.block - heading))
            for s in statements
            if heading <= s.block < end
        )


def _zone(offset: int) -> Zone:
    if offset < 2:
        return "lede" if offset else "title"
    return "body"


def _is_heading(document: Document, block: int) -> bool:
    """Whether a short line without a stop stands above a paragraph."""
    if block + 1 >= len(document.blocks) or document.blocks[block].kind == "item":
        return False
    here, below = (document.text[b.start : b.end] for b in document.blocks[block : block + 2])
    if len(here) > _LONGEST or not _NO_HEADING.isdisjoint(here) or here.rstrip()[-1:] in ":;,":
        return False
    return not is_closed(here) and is_prose(below)
