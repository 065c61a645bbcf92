"""Where each figure was: what a sentence tells, and what carries over between sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.figures.context.attach import Mention, owners, spread
from crossfoot.figures.context.english import PREPOSITIONS
from crossfoot.figures.context.measure.sentence import Counted
from crossfoot.figures.context.measure.table import MeasureTable
from crossfoot.figures.context.place.gazetteer import Where
from crossfoot.figures.context.place.reader import PlaceReader
from crossfoot.figures.context.words import Words


@dataclass(slots=True)
class Whereabouts:
    """Gives the figures of one sentence after the other their place."""

    words: Words
    places: PlaceReader
    table: MeasureTable
    lede: int  # the sentence after the first paragraph
    place: str | None = None  # of the paragraph
    main: str | None = None  # of the whole text
    inherited: bool = False  # whether the paragraph has named no place of its own yet

    def turn_paragraph(self) -> None:
        """A new paragraph starts from the place of the whole."""
        self.place, self.inherited = self.main, self.main is not None

    def pass_over(self, index: int, mentions: Sequence[Mention[Where]]) -> None:
        """A sentence without figures may still set the place."""
        if not mentions:
            return
        names = {m.meaning.name for m in mentions if m.meaning.kind != "home"}
        if len(names) == 1:
            self._set(index, names.pop())
        elif mentions and not names:
            self.place = self.place or mentions[0].meaning.name

    def _set(self, index: int, name: str) -> None:
        self.place, self.inherited = name, False
        abroad = ", " in name and name.rpartition(", ")[2] not in self.places.table.states
        if index < self.lede and not abroad and self.main is None:
            self.main = name

    def of_row(
        self,
        index: int,
        at: Sequence[int],
        counted: Mapping[int, Counted],
        places: Sequence[Mention[Where]],
    ) -> list[str | None]:
        """The place of each figure at words *at* of sentence *index*."""
        if not places:
            begin, end = self.words.sentence[index], self.words.sentence[index + 1]
            national = self.main is not None and self.places.is_of_nation(begin, end)
            return [None if national else self.place] * len(at)
        self.inherited = False
        lower = self.words.lower
        owner = owners(lower, at, places, self.words.sentence[index])
        found = spread(lower, at, places, owner)
        if found[0] is not None:
            self._take_place(index, places)
        carried = self.place
        return [
            m.meaning.name if m and not self._is_subject(m, k, counted[k]) else carried
            for k, m in zip(at, found, strict=True)
        ]

    def _take_place(self, index: int, places: Sequence[Mention[Where]]) -> None:
        """One place, told of the first figure on, holds for what follows."""
        names = {m.meaning.name for m in places}
        names -= {name for name in names if any(n.endswith(f", {name}") for n in names)}
        if len(names) != 1:
            return
        if places[0].meaning.kind == "home":
            self.place, self.inherited = names.pop(), False
        else:
            self._set(index, names.pop())

    def _is_subject(self, mention: Mention[Where], position: int, counted: Counted) -> bool:
        """``Boston had the most of the 10 cities``: the cities are not in Boston."""
        if counted.measure not in self.table.things or mention.end > position:
            return False
        return self.words.lower[mention.start - 1] not in PREPOSITIONS
