"""What a figure counts, and the sentence that it is asked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures.context.lexicon import Hit
from crossfoot.figures.context.measure.table import MeasureTable, Term
from crossfoot.figures.context.words import Words

_MEMORABLE = 13
_RECENT = 20  # measures looked back over, to settle an open term
FAR = 200  # words beyond which nothing is said of a figure: no sentence is so long
# kinds of figures that are a part of something counted
PARTS = frozenset({"percent", "points", "fraction", "multiple"})
# kinds of figures that count at all
COUNTED = frozenset(
    {"count", "number", "rate", "percent", "points", "fraction", "multiple", "rank"}
)


class Counted(NamedTuple):
    """What a figure counts. `until` is the word after its noun phrase."""

    unit: str | None
    measure: str | None
    until: int
    own: bool  # named by the figure's own noun or verb, not carried on

    @property
    def unit_of_count(self) -> str | None:
        """The unit, where it is a noun that another count may share."""
        plain = self.unit is not None and self.unit[0].isalpha()
        return self.unit if plain and not (self.unit or "").startswith("per ") else None

    def again(self, unit: str | None, until: int) -> Counted:
        """What a figure counts that goes on counting the same, by its own *unit* if it has one."""
        return Counted(unit or self.unit_of_count, self.measure, until, False)


def is_memorable(value: Fraction) -> bool:
    """Whether a number is so large that, said again, it is the same one."""
    return value >= _MEMORABLE


@dataclass(slots=True)
class Sentence:
    """A sentence whose figures are asked, one after the other, what they count."""

    table: MeasureTable
    words: Words
    text: str
    hits: list[Hit[Term]]
    free: list[Hit[Term]]  # without those that qualify people
    opened: dict[int, Hit[Term]]  # by the words that open them
    begin: int
    end: int
    named: Sequence[str]  # measures in the order of the text
    qualified: bool  # whether the sentence narrows people down
    topic: Counted | None = None  # of the figure asked for

    def surface(self, hit: Hit[Term]) -> str:
        """A phrase as the text has it."""
        return self.span(hit.start, hit.end)

    def span(self, start: int, end: int) -> str:
        """Words *start* to *end* as the text has them."""
        return self.text[self.words.start[start] : self.words.stop[end - 1]]

    def choose(self, term: Term, *, active: bool = False) -> str:
        """The measure that *term* names; an open one goes with what the text spoke of."""
        if len(term.measures) == 1:
            return term.measures[0]
        if term.unless and next(term.unless.find(self.words.lower, self.begin, self.end), None):
            return term.measures[-1]
        for name in reversed(self.named[-_RECENT:]):
            if name in term.measures:
                return name
        return term.measures[0] if active else term.measures[-1]

    def absorbs(self, whole: Counted, event: str) -> bool:
        """Whether what is said of a part of *whole* is counted as the whole is."""
        return event in self.table.absorbs.get(whole.measure or "", ())
