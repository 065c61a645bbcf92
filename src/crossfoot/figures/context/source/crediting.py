"""Who vouches for each figure: the party credited, carried on until another takes over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.figures.context.english import PREPOSITIONS
from crossfoot.figures.context.measure.sentence import Counted
from crossfoot.figures.context.measure.table import MeasureTable
from crossfoot.figures.context.source.cast import PEOPLE, Party
from crossfoot.figures.context.source.credit import Credit
from crossfoot.figures.context.source.reader import SourceReader
from crossfoot.figures.context.words import Words
from crossfoot.model import Figure

_NO_BODY = PEOPLE | {"office"}


@dataclass(slots=True)
class Crediting:
    """Gives the figures of one sentence after the other their source."""

    words: Words
    sources: SourceReader
    table: MeasureTable
    party: Party | None = None
    measures: frozenset[str | None] = frozenset()  # what the credit was for
    _silent: bool = False

    def turn_paragraph(self) -> None:
        """A person's word does not reach beyond the paragraph."""
        if self.party is not None and self.party.kind in PEOPLE:
            self.party = None

    def open_sentence(self, begin: int, credits: Sequence[Credit], *, national: bool) -> None:
        """Note whether the sentence is some other body's doing, which vouches for nothing."""
        self._silent = not credits and (national or self._is_another(begin))

    def close_sentence(
        self, credits: Sequence[Credit], measures: frozenset[str | None] | None = None
    ) -> None:
        """Whoever was credited last is carried on, for the *measures* of the sentence."""
        if not credits:
            return
        self.party = credits[-1].party
        self.measures = self.measures if measures is None else measures

    def party_of(
        self, figure: Figure, position: int, credits: Sequence[Credit], counted: Counted
    ) -> Party | None:
        """Who is credited with the figure at word *position*."""
        if not credits and self.party is None:
            return None
        free: Party | None = None  # credited with all that no other is
        for credit in credits:
            if credit.reach and credit.reach[0] <= position < credit.reach[1]:
                return credit.party
            if credit.reach is None:
                free = free or credit.party
        if free is not None:
            return free
        if self._silent or figure.kind == "multiple" or self._is_foreign(counted.measure):
            return None
        return self.party

    def _is_foreign(self, measure: str | None) -> bool:
        """Whether a measure is none of what was credited, nor next to it."""
        if measure not in self.table.apart:
            return False
        vouched = self.measures - self.table.things - {None}
        if not vouched:
            return False
        near = self.table.absorbs.get(measure or "", ())  # an average beside the count of a day
        return measure not in vouched and vouched.isdisjoint(self.table.apart.intersection(near))

    def _is_another(self, begin: int) -> bool:
        """Whether the sentence opens with another body than the one credited."""
        credit = self.party
        if credit is None:
            return False
        self.sources.catch_up()
        opening = self.sources.opening
        if opening is None:
            return False
        lower = self.words.lower
        before, after = lower[opening.start - 1], lower[opening.end]
        led = opening.start > begin and before in PREPOSITIONS
        if led or before == "the" or after == "'s":
            return False
        return opening.kind not in _NO_BODY and opening.name != credit.name
