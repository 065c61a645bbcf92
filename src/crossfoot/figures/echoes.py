"""Numbers written twice, in words and in digits: "three (3) men", "$50 (fifty dollars)".

The second parts the number from its noun; read over, all else is read as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import DOZENS, SCALES, SMALL
from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Document, Figure
from crossfoot.read.edit import Edit

_WORD = "|".join((*SMALL, *SCALES, *DOZENS, "hundred"))
# "(3", "($2", "( 50"; "(twelve", "(two": brackets are few, and soon found
_BRACKET = lazy(rf"(?i)\( ?(?:(?P<digits>[$£€]?[0-9])|(?:{_WORD})\b)")
# "three" (3, "two million dollars" ($2, "fifty percent" (50
_IN_WORDS = lazy(rf"(?i)\b(?:{_WORD})(?: (?:dollars|percent|per cent))? ?$")
_IN_DIGITS = lazy(r"[0-9]%? ?$")  # "12" (twelve, "$2" (two
_LONGEST = len(" quadrillion per cent ")
_OPENS, _CLOSES = lazy(r"[ \u00a0]?\([ \u00a0]?"), lazy(r"[ \u00a0]?\)")


class Echo(NamedTuple):
    """A number and the same again in brackets, with all that is read over."""

    told: Figure
    again: Figure
    edit: Edit


def echoes(document: Document) -> tuple[Echo, ...]:
    """The numbers of *document* that are written twice, in order."""
    if not any(_is_between(document.text, b) for b in _BRACKET.finditer(document.text)):
        return ()
    return tuple(_echoes(document.text, read_quantities(document)))


def _is_between(text: str, bracket: re.Match[str]) -> bool:
    """Whether a number stands before *bracket* in words where one in digits follows, or so."""
    told = _IN_WORDS if bracket["digits"] else _IN_DIGITS
    return told.search(text, max(0, bracket.start() - _LONGEST), bracket.start()) is not None


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
