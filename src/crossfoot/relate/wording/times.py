"""The months that dates name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossfoot.figures.lexicon import MONTHS
from crossfoot.model import Figure

_WORD = re.compile("[a-z]+")


def months_named(figures: Iterable[Figure]) -> set[int]:
    """The months, 1 to 12, that the dates among *figures* name: ``Jan. 26 to Feb. 3``."""
    dates = (f for f in figures if f.kind == "date")
    words = (word for f in dates for word in _WORD.findall(f.text.lower()))
    return {MONTHS[word] for word in words if word in MONTHS}
