"""Items that stand below the words that open their list: bullets, or short lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Block, Span
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.names import persons_from

LONGEST_LINE = 90  # characters in a line that is an item and no paragraph
_STOPS = (".", ":", "?", "!")
_GOES_ON = lazy(r"[;,] and(?P<gap>\s*\n\s*)")
_MORE = (";", "; and", ", and", "; &", ",")  # with which a line says that another follows


def items_below(reading: Reading, first: int) -> Items | None:
    """The bullets from block *first* on, or the short lines; None where there are not two."""
    bullets = bullets_below(reading, first)
    if bullets:
        spans = tuple(Span(b.start, b.end) for b in bullets)
        return Items.exactly(spans) if len(spans) > 1 else None
    return lines_below(reading, first)


def bullets_below(reading: Reading, first: int) -> tuple[Block, ...]:
    """The items with bullets or numbers from block *first* on."""
    blocks = reading.document.blocks
    after = first
    while after < len(blocks) and blocks[after].kind == "item":
        after += 1
    return tuple(blocks[first:after])


def lines_below(reading: Reading, first: int) -> Items | None:
    """The short lines from block *first* on; what is set under them may be a heading."""
    listed, after = _short_lines(reading, first)
    if rows := _rows_of_table(reading, listed):
        listed = rows
    if len(listed) < 2:
        return None
    return Items(listed, listed, len(listed) - _may_be_heading(reading, listed, after))


def _rows_of_table(reading: Reading, listed: tuple[Span, ...]) -> tuple[Span, ...]:
    """The rows of a table drawn with bars, without its head and the line below."""
    texts = [reading.document.text[b.start : b.end] for b in listed]
    if len(texts) < 2 or not all(t.startswith("|") for t in texts):
        return ()
    return listed[2:] if not texts[1].strip("|-: ") else listed


def _may_be_heading(reading: Reading, listed: tuple[Span, ...], after: int) -> bool:
    """Whether the last line is set apart from what follows as from the line before."""
    blocks = reading.document.blocks
    if after == len(blocks) or _ends_list(reading, listed) or _is_person(reading, listed[-1]):
        return False
    gaps = [
        reading.document.text[end:start]
        for end, start in (
            (listed[-2].end, listed[-1].start),
            (listed[-1].end, blocks[after].start),
        )
    ]
    return gaps[0] == gaps[1]


def _short_lines(reading: Reading, first: int) -> tuple[tuple[Span, ...], int]:
    """The lines from block *first* on that are short, no sentence, and set apart in one way.

    With them the block behind the last.
    """
    found: list[Span] = []
    gap = None
    for number, block in enumerate(reading.document.blocks[first:], first):
        between = reading.document.text[found[-1].end : block.start] if found else None
        lines = _lines_of(reading, block)
        short = block.kind != "item" and all(b.end - b.start <= LONGEST_LINE for b in lines)
        if not short or (gap is not None and between != gap):
            return tuple(found), number
        if reading.document.text.endswith(_STOPS, block.start, block.end) and not (
            _is_person(reading, lines[-1]) or _ends_list(reading, (*found, *lines))
        ):
            return tuple(found), number
        gap = between
        found += lines
        if _ends_list(reading, found):
            return tuple(found), number + 1
    return tuple(found), len(reading.document.blocks)


def _lines_of(reading: Reading, block: Block) -> tuple[Span, ...]:
    """The lines of a block that goes on behind a line's end: ``Ann Lee, 34; and`` / ``Bo Roy``."""
    cuts = list(_GOES_ON.finditer(reading.document.text, block.start, block.end))
    starts = [block.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start("gap") for cut in cuts), block.end]
    return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True))


def _ends_list(reading: Reading, lines: Sequence[Span]) -> bool:
    """Whether the last line has the full stop of a list whose other lines say that more follows."""
    text = reading.document.text
    return (
        len(lines) > 1
        and text.endswith(".", lines[-1].start, lines[-1].end)
        and all(text.endswith(_MORE, line.start, line.end) for line in lines[:-1])
    )


def _is_person(reading: Reading, line: Span) -> bool:
    """Whether a line is a person, with what is told of one, and nothing more."""
    row = persons_from(reading.document.text, line.start, line.end)
    if row is None or len(row.persons) > 1:
        return False
    return not reading.document.text[row.end : line.end].strip(" .;,").removesuffix("and")
