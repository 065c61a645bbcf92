"""What the readers of quantities share: the text they scan and the drafts they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from crossfoot.exact import whole
from crossfoot.figures import hedges
from crossfoot.figures.dates import Written
from crossfoot.figures.hedges import Hedge
from crossfoot.figures.numerals import Numeral
from crossfoot.interval import Interval
from crossfoot.model import Kind


class Draft(NamedTuple):
    """A figure before it has a number and a sentence; positions are those of the flat text."""

    start: int
    end: int
    kind: Kind
    value: Fraction | None
    range: Interval
    step: Fraction
    hedge: str | None = None
    unit: str | None = None
    period: tuple[date | None, date | None] | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """What every reader is handed.

    `text` is flat and lowered, `cased` the same before lowering. `listed` holds the positions
    of numbers in brackets that only count the items of a list: "(1) … (2) …".
    """

    text: str
    cased: str
    anchor: date | None
    listed: frozenset[int] = frozenset()


# a draft where one was read, and where to go on
Found = tuple[Draft | None, int]

OPEN = Interval(None, None)
ONE = whole(1)


def nothing(end: int) -> Found:
    """No figure; the search goes on at *end*."""
    return None, end


def identifier(start: int, end: int) -> Found:
    """Digits that name."""
    return Draft(start, end, "identifier", None, OPEN, ONE), end


def dated(written: Written) -> Found:
    """A date of the text."""
    period = (written.first, written.last)
    return Draft(written.start, written.end, "date", None, OPEN, ONE, period=period), written.end


def rank(start: int, end: int, value: Fraction) -> Found:
    """``second``, ``21st``, ``No. 10``."""
    return Draft(start, end, "rank", value, Interval(value, value), ONE), end


def exactly(start: int, end: int, value: int) -> Found:
    """A count said by a word: ``both``, ``none``."""
    number = whole(value)
    return Draft(start, end, "count", number, Interval(number, number), ONE), end


def hedged(scan: Scan, start: int, number: Numeral, kind: Kind, unit: str | None = None) -> Found:
    """The figure of *number* with the hedges before and after it."""
    base = hedges.bare(number, kind)
    end, words, interval = number.end, None, base
    lead = hedges.before(scan.text, start, kind)
    if lead is not None:
        words = lead.words
        interval = hedges.bent(number, kind, base, lead.bend)
        if (outer := hedges.before(scan.text, lead.start, kind)) is not None:
            words = f"{outer.words} {words}"
            interval = hedges.stacked(interval, number.value, outer.bend)
    trail = hedges.after(scan.text, end)
    if trail is not None:
        end = trail.end
        interval = _trailed(number, kind, base, interval, lead, trail)
        words = trail.words if lead is None else words
    return Draft(start, end, kind, number.value, interval, number.step, words, unit), end


def _trailed(
    number: Numeral, kind: Kind, base: Interval, so_far: Interval, lead: Hedge | None, trail: Hedge
) -> Interval:
    if lead is None:
        return hedges.bent(number, kind, base, trail.bend)
    return so_far if trail.bend == "about" else hedges.stacked(so_far, number.value, trail.bend)
