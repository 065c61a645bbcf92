"""A claim: a figure of one document as the ledger compares it with those of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from crossfoot.interval import Interval


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the table `figures`, with exact numbers.

    `words` are the content words between this figure and its neighbours in the sentence,
    `excerpt` the text around it without names of private persons.
    """

    document: str
    figure: str
    start: int
    end: int
    text: str
    sentence: int
    kind: str
    value: Fraction | None
    range: Interval
    step: Fraction
    hedge: str | None
    unit: str | None
    measure: str | None
    population: tuple[str, ...]
    place: str | None
    period_start: date | None
    period_end: date | None
    source: str | None
    status: str
    words: tuple[str, ...]
    excerpt: str

    @property
    def days(self) -> int | None:
        """The length of the period in days, ends included; None where an end is open."""
        if self.period_start is None or self.period_end is None:
            return None
        return (self.period_end - self.period_start).days + 1
