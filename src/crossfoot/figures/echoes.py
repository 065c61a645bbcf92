"""Numbers written twice, in words and in digits: "three (3) men", "$50 (fifty dollars)".

The second parts the number from its noun; read over, all else is read as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import DOZENS, SCALES, SMALL
from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Document, Figure
from crossfoot.read.edit import Edit

_WORD = "|".join((*SMALL, *SCALES, *DOZENS, "hundred"))
# "three (3", "two million dollars ($2", "fifty percent (50", "12 (twelve", "$2 (two"
_TWICE = lazy(
    rf"(?i)(?:\b(?:{_WORD})(?: (?:dollars|percent|per cent))? ?\( ?[$£€]?[0-9]"
    rf"|[0-9]%? ?\( ?(?:{_WORD})\b)"
)
_OPENS, _CLOSES = lazy(r"[ \u00a0]?\([ \u00a0]?"), lazy(r"[ \u00a0]?\)")


class Echo(NamedTuple):
    """A number and the same again in brackets, with all that is read over."""

    told: Figure
    again: Figure
    edit: Edit


def echoes(document: Document) -> tuple[Echo, ...]:
    """The numbers of *document* that are written twice, in order."""
    if "(" not in document.text or not _TWICE.search(document.text):
        return ()
    return tuple(_echoes(document.text, read_quantities(document)))


def _echoes(text: str, figures: tuple[Figure, ...]) -> Iterator[Echo]:
    for told, again in pairwise(figures):
        if not _may_echo(told, again) or not (opens := _OPENS.match(text, told.end)):
            continue
        closes = _CLOSES.match(text, again.end)
        if opens.end() == again.start and closes:
            yield Echo(told, again, Edit(told.end, closes.end()))


def _may_echo(told: Figure, again: Figure) -> bool:
    """Whether one is in words, the other in digits, and both are one number of one kind."""
    return (
        told.kind == again.kind
        and told.value is not None
        and told.value == again.value
        and told.unit == again.unit
        and told.text[:1].isalpha() != again.text[:1].isalpha()
        and not again.hedge
    )
