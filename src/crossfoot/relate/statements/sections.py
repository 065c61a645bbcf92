"""Sections of a text under headings of their own: what a heading counts, the lines below tell.

A section is read as a story is: its heading for a title, its first paragraph for a lede. Only
what the heading itself says is compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Document
from crossfoot.read.prose import is_closed, is_prose
from crossfoot.relate.statements.statement import Statement, Zone
from crossfoot.relate.statements.zones import zones

_LONGEST = 120  # characters of a heading
_MOST = 40  # blocks of a section; more are a document of its own
_KINDS = frozenset({"count", "measure", "money", "share"})
_NO_HEADING = frozenset("|\t")
_GOES_ON = (":", ";", ",")  # what does not end a heading
_DAY = lazy(
    r"(?:[A-Z][a-z]+:?,? ){0,2}(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d)\W*"
)


def sections(reading: Reading, statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """The statements of each section whose heading gives a number, in their zones."""
    document, first = reading.document, zones(reading).body
    told = {s.block for s in statements if s.block >= first and s.group in _KINDS}
    if not any(_is_line(document, block) for block in told):
        return
    headings = list(_headings(document, min(told)))
    blocks = [s.block for s in statements]  # in text order
    ends = [*(heading.start for heading in headings[1:]), len(document.blocks)]
    for heading, end in zip(headings, ends, strict=False):
        if told.isdisjoint(heading):
            continue
        last = min(end, heading.stop + _MOST)
        low, high = bisect_left(blocks, heading.start), bisect_left(blocks, last)
        yield tuple(replace(s, zone=_zone(s.block - heading.stop)) for s in statements[low:high])


def _zone(offset: int) -> Zone:
    if offset < 1:
        return "lede" if offset == 0 else "title"
    return "body"


def _headings(document: Document, first: int) -> Iterator[range]:
    """The lines of each heading, right above a paragraph: one, and the day of its item below it."""
    for block in range(first + 1, len(document.blocks)):
        if not _is_line(document, block - 1) or _is_line(document, block):
            continue
        lines = 2 if block > first + 1 and _is_day(document, block - 1) else 1
        heading, here = range(block - lines, block), document.blocks[block]
        if _is_line(document, heading.start) and is_prose(document.text[here.start : here.end]):
            yield heading


def _is_day(document: Document, block: int) -> bool:
    """Whether a line tells a day and nothing else: "June 3, 2024", "Posted: 6/3/2024"."""
    told = document.blocks[block]
    return _DAY.fullmatch(document.text, told.start, told.end) is not None


def _is_line(document: Document, block: int) -> bool:
    """Whether a block is a short line that no stop ends, as those of a heading are."""
    told = document.blocks[block]
    here = document.text[told.start : told.end]
    if told.kind == "item" or len(here) > _LONGEST or not _NO_HEADING.isdisjoint(here):
        return False
    return here.rstrip()[-1:] not in _GOES_ON and not is_closed(here)
