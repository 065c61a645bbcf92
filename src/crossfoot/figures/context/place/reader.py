"""Where a sentence says something was counted: its places, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.lexicon import Hit, Sought
from crossfoot.figures.context.place.gazetteer import Gazetteer, Where
from crossfoot.figures.context.place.lists import as_counties, leveled, merged
from crossfoot.figures.context.place.location import locates, seats_office
from crossfoot.figures.context.place.names import PlaceNames
from crossfoot.figures.context.words import Words, within


@dataclass(slots=True)
class PlaceReader:
    """Finds places sentence by sentence; remembers where the text was written."""

    names: PlaceNames
    words: Words = field(init=False)
    table: Gazetteer = field(init=False)
    dated_from: Where | None = None  # the place of the dateline, which "here" means
    capitals: dict[int, bool] = field(init=False)  # may open one: are they in a table?
    opening: list[int] = field(init=False)  # the words that may open a place
    wide: dict[int, Hit[str]] = field(init=False)  # those that open one told by no name
    actors: Sought[bool] = field(init=False)  # who acts for the whole country
    acting: bool = field(init=False)  # whether the text names one

    def __post_init__(self) -> None:
        """Sort out the words that may open a place."""
        self.words, self.table = self.names.words, self.names.table
        raw, titled, opening = self.words.raw, self.words.titled, set(self.words.sentence)
        firsts = self.table.firsts
        self.capitals = {
            k: listed
            for k in self.words.capitals
            if (listed := raw[k] in firsts or ("." in raw[k] and self._is_abbreviated(raw[k])))
            # a town that no table has or a facility, and not inside a longer name
            or ((not titled[k - 1] or k in opening) and self._may_be_unlisted(k))
        }
        wide = Sought(self.table.wide, self.words).find(0, self.words.sentence[-1])
        self.wide = {hit.start: hit for hit in wide}
        self.actors = Sought(self.table.actors, self.words)
        self.acting = self.actors.any
        self.opening = sorted({*self.capitals, *self.wide}) if self.wide else list(self.capitals)

    def _is_abbreviated(self, word: str) -> bool:
        """Whether a name of the tables begins with *word*, which has a stop: ``N.H.``."""
        return "." in word and word.partition(".")[0] in self.table.firsts

    def _may_be_unlisted(self, position: int) -> bool:
        """Whether what follows a capital lets it be a place that no table has."""
        raw, titled = self.words.raw, self.words.titled
        if titled[position + 1]:
            if titled[position + 2] or raw[position + 2] == ",":  # a facility
                return True
        elif raw[position + 1] == ",":  # a town and its state
            after = raw[position + 2]
            return after in self.table.firsts or self._is_abbreviated(after)
        return self.words.lower[position - 1] == "in"  # "17 in Carpinteria"

    def read(self, begin: int, end: int) -> list[Mention[Where]]:
        """The places in words *begin* to *end* where something may have been counted."""
        opening = within(self.opening, begin, end)
        if not opening:
            return []
        names = self._names_in(opening, begin, end)
        found = [m for m in names if locates(self.words, m, begin, end)]
        if not found:
            return found
        seats = [m for m in found if seats_office(self.words, m, begin)] if len(found) > 1 else []
        if seats and len(seats) < len(found):  # "ICE Houston arrested 12 people in Beaumont"
            found = [m for m in found if m not in seats]
        self.names.seen += [
            s for m in found if (s := m.meaning.name.rpartition(", ")[2]) in self.table.states
        ]
        if len(found) == 1:
            return as_counties(self.names, found, end)
        states = sum(m.meaning.kind == "state" for m in found)
        if states * 2 > len(found):
            found = [leveled(self.names, m) for m in found]
        return merged(self.names, as_counties(self.names, found, end))

    def _names_in(self, opening: Sequence[int], begin: int, end: int) -> list[Mention[Where]]:
        out: list[Mention[Where]] = []
        done = begin
        for position in opening:
            if position < done:
                continue
            found = self._named(position, begin, end) if position in self.capitals else None
            if found is None and position in self.wide:
                found = self._worded(self.wide[position])
            if found is not None:
                out.append(found)
                done = found.end
        return out

    def _named(self, position: int, begin: int, end: int) -> Mention[Where] | None:
        """A place by its name, or by what stands after it."""
        listed = self.names.listed(position, end) if self.capitals[position] else None
        return listed or self.names.unlisted(position, begin, end)

    def _worded(self, hit: Hit[str]) -> Mention[Where] | None:
        """A place told otherwise: ``nationwide``, ``statewide``, ``here``."""
        where: Where | None = None
        if hit.meaning == "here":
            where = self.dated_from
        elif hit.meaning == "state":
            where = Where(self.names.seen[-1], "state") if self.names.seen else None
        elif self.table.home and self.words.raw[hit.start] not in ("us", "Us"):
            where = Where(self.table.home, "home")
        return Mention(hit.start, hit.end, where) if where else None

    def is_place(self, name: str) -> bool:
        """Whether *name* stands in a table of places."""
        return name in self.table.names

    def is_of_nation(self, begin: int, end: int) -> bool:
        """Whether the sentence opens with one who acts for the whole country: ``Congress``."""
        return self.acting and bool(self.actors.find(begin, min(end, begin + 4)))

    def dateline(self, begin: int, end: int) -> int:
        """Take in the dateline that words *begin* to *end* open with; where it ends.

        A dateline is not where things were counted, but says what "statewide" means.
        """
        raw = self.words.raw
        if not raw[begin].isupper() or len(raw[begin]) == 1:
            return begin
        for position in range(begin + 1, min(end, begin + 12)):
            if raw[position] in ("—", "–", "-", "―"):
                self._date_from(begin, position)
                return position + 1
        return begin

    def _date_from(self, begin: int, end: int) -> None:
        name = " ".join(w.title() for w in self.words.raw[begin:end] if w.isupper() and len(w) > 1)
        rest = [w for w in self.words.raw[begin:end] if w in self.table.states and not w.isupper()]
        state = self.table.states[rest[0]] if rest else self.names.state_of(name)
        if state:
            self.names.seen.append(state)
            self.dated_from = Where(name if name == state else f"{name}, {state}", "city")
