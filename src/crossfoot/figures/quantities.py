"""Quantities in prose: value, interval, kind, hedge. Context is added afterwards."""

from __future__ import annotations

import re
from bisect import bisect_right
from fractions import Fraction

from crossfoot.interval import Interval
from crossfoot.model import Document, Figure, Kind

_NUMERAL = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?!\w)|(?<![\w.,-])\d+(?:\.\d+)?(?![\w-])")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)", re.I)


def read_quantities(document: Document) -> tuple[Figure, ...]:
    """All quantities of *document*, in text order, without context."""
    starts = [s.start for s in document.sentences]
    figures: list[Figure] = []
    for match in _NUMERAL.finditer(document.text):
        kind: Kind = "count"
        end = match.end()
        value = Fraction(match.group().replace(",", ""))
        bounds = Interval.exactly(value)
        step = Fraction(1)
        if percent := _PERCENT.match(document.text, end):
            kind, end = "percent", percent.end()
            decimals = len(match.group().partition(".")[2])
            step = Fraction(1, 10**decimals)
            bounds = Interval.around(value, step / 2)
        figures.append(
            Figure(
                id=f"f{len(figures) + 1}",
                start=match.start(),
                end=end,
                text=document.text[match.start() : end],
                sentence=max(0, bisect_right(starts, match.start()) - 1),
                kind=kind,
                value=value,
                range=bounds,
                step=step,
            )
        )
    return tuple(figures)
