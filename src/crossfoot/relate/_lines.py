"""Columns in plain lines: ``Arrests: 30`` over ``Removals: 12`` over ``Total: 42``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._rows import family
from crossfoot.relate._wording import relation

# "- 3 policy updates"
_NUMBER_FIRST = pattern(r"\W*{amount}\s(?P<label>[^.;]{{2,70}})\W*")
# "Policy updates: 3"
_NUMBER_LAST = pattern(r"\W*(?P<label>[^.;]{{2,70}}?)\s*[:\t -]\s*{amount}\W*")
_TOTAL = re.compile(r"\b(?:grand total|sub-?total|total|totals|overall|combined)\b")


@dataclass(frozen=True)
class _Line:
    figure: Figure
    block: int
    style: str
    total: Span | None


def totals_of_lines(reading: Reading) -> Iterator[Relation]:
    """A line marked as the total, against the lines that run up to it."""
    run: list[_Line] = []
    for line in _lines(reading):
        if run and (
            line.block != run[-1].block + 1
            or line.style != run[-1].style
            or family(line.figure) != family(run[-1].figure)
        ):
            yield from _foot(reading, run)
            run = []
        run.append(line)
    yield from _foot(reading, run)


def _lines(reading: Reading) -> Iterator[_Line]:
    """Blocks that are one label and one number."""
    sentences = reading.document.sentences
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if len(skeleton.figures) != 1:
            continue
        for style, source in (("first", _NUMBER_FIRST), ("last", _NUMBER_LAST)):
            if source.fullmatch(skeleton.text):
                marked = _TOTAL.search(skeleton.text)
                total = skeleton.span(marked) if marked else None
                yield _Line(skeleton.figures[0], sentences[index].block, style, total)
                break


def _foot(reading: Reading, run: list[_Line]) -> Iterator[Relation]:
    """The only line marked as total against the others; it closes the column or heads it."""
    marked = [i for i, line in enumerate(run) if line.total]
    if len(marked) != 1 or len(run) < 3:
        return
    at = marked[0]
    parts = run[:at] if at else run[1:]
    if len(parts) < 2:
        return
    tie = run[at].total
    assert tie is not None
    yield relation(
        "sum",
        reading,
        [tie],
        {"claim": "full"},
        parts=[p.figure for p in parts],
        whole=run[at].figure,
    )
