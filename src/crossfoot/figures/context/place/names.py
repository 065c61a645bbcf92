"""By what name a text calls a place: one look-up a capitalised word; ambiguity is kept.

A name that several states share is that of the state named beside it or before. A town that no
table has is known by its state, and a facility by its last words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.english import PREPOSITIONS
from crossfoot.figures.context.place.gazetteer import Gazetteer, Where
from crossfoot.figures.context.words import Words

_BEFORE_TOWN = PREPOSITIONS | {",", "and", "("}
_MEMORY = 50  # states looked back over, so that long texts stay linear
_LONGEST = 5  # words of a name


@dataclass(slots=True)
class PlaceNames:
    """Looks names up; remembers the states named, for names that several states share."""

    table: Gazetteer
    words: Words
    text: str
    seen: list[str] = field(default_factory=list)  # states, last named last

    def __post_init__(self) -> None:
        """Tables have plain apostrophes."""
        self.text = self.text.replace("’", "'")

    def listed(self, position: int, end: int) -> Mention[Where] | None:
        """The longest name from *position* on that a table has."""
        raw, titled, names = self.words.raw, self.words.titled, self.table.names
        begin = self.words.start[position]
        for stop in range(min(end, position + _LONGEST), position, -1):
            if titled[stop - 1] or raw[stop - 1] == ".":
                name = self.text[begin : self.words.stop[stop - 1]]
                if name in names and (where := self._look_up(name)) is not None:
                    return self._with_state(position, stop, name, where, end)
        return None

    def _look_up(self, name: str) -> Where | None:
        table = self.table
        if name in table.states and name in self.seen[-_MEMORY:]:
            bare = table.bare.get(name, name)
            if bare.rpartition(", ")[2] != name:  # Washington, in a story from Tacoma, Wash.
                return Where(table.states[name], "state")
        if name in table.bare or name in table.cities:
            county = name.rpartition(" ")[2] in ("County", "Parish")
            return Where(self._city(name), "county" if county else "city")
        if name in table.states:
            return Where(table.states[name], "state")
        if name in table.counties:
            return Where(self.settle(name, table.counties[name], marked=False), "county")
        if name in table.regions:
            return Where(name, "region")
        if name in table.countries:
            return Where(table.countries[name], "country")
        return None

    def _city(self, name: str) -> str:
        if name in self.table.bare and name not in self.table.cities:
            return self.table.bare[name]
        states = self.table.cities.get(name, ())
        if self.table.bare.get(name, name) != name:
            return self.table.bare[name]
        return self.settle(name, states, marked=name in self.table.marked)

    def settle(self, name: str, states: Sequence[str], *, marked: bool) -> str:
        """The full name: of its only state, of one the text named, or of the one all mean."""
        if len(states) == 1:
            return f"{name}, {states[0]}"
        for state in reversed(self.seen[-_MEMORY:]):
            if state in states:
                return f"{name}, {state}"
        if name in self.table.bare:
            return self.table.bare[name]
        return f"{name}, {states[0]}" if marked else name

    def _with_state(
        self, start: int, stop: int, name: str, where: Where, end: int
    ) -> Mention[Where]:
        """``Portland, Oregon``: the state that follows settles which one is meant."""
        raw = self.words.raw
        if where.kind in ("city", "county", "state") and raw[stop] == "," and stop + 1 < end:
            for until in range(min(end, stop + 5), stop + 1, -1):
                short = self.slice(stop + 1, until)
                if short in self.table.states and self._closes(until, short):
                    state = self.table.states[short]
                    known = where.kind != "state" or name in self.table.cities
                    if known and state != name:
                        self.seen.append(state)
                        return Mention(start, until, Where(f"{name}, {state}", where.kind))
        if self.words.lower[stop] == "state" and name in self.table.states:
            self.seen.append(name)
            return Mention(start, stop + 1, Where(name, "state"))
        if where.kind == "state":
            self.seen.append(where.name)
        return Mention(start, stop, where)

    def _closes(self, until: int, short: str) -> bool:
        return short[-1:] == "." or self.words.raw[until] != "." or len(short) > 4

    def unlisted(self, position: int, begin: int, end: int) -> Mention[Where] | None:
        """A place that no table has, known by the state after it: ``Lumpkin, Georgia``."""
        raw, titled = self.words.raw, self.words.titled
        tied = self.words.lower[position - 1] == "in" and self._is_tied_to_figure(position)
        if not (tied or titled[position + 1] or raw[position + 1] == ","):
            return None
        if position > begin and titled[position - 1] and raw[position - 1].isalpha():
            return None  # inside a longer name
        stop = position
        while stop < end and stop < position + 7 and titled[stop] and raw[stop].isalpha():
            stop += 1
        if raw[stop] != "," or stop > position + 4 or position == begin:
            return self._facility(position, stop, tied)
        for until in range(min(end, stop + 4), stop + 1, -1):
            short = self.slice(stop + 1, until)
            if short in self.table.states:
                if self.words.lower[position - 1] not in _BEFORE_TOWN:
                    return None
                state = self.table.states[short]
                self.seen.append(state)
                return Mention(
                    position, until, Where(f"{self.slice(position, stop)}, {state}", "city")
                )
        return self._facility(position, stop, tied)

    def _facility(self, position: int, stop: int, tied: bool) -> Mention[Where] | None:
        raw = self.words.raw
        if tied and stop <= position + 3:
            return Mention(position, stop, Where(self.slice(position, stop), "city"))
        if stop < position + 3 or raw[stop - 1] not in self.table.closing:
            return None
        for ending in self.table.facilities:
            size = len(ending)
            if stop - position > size and tuple(raw[stop - size : stop]) == ending:
                return Mention(position, stop, Where(self.slice(position, stop), "facility"))
        return None

    def _is_tied_to_figure(self, position: int) -> bool:
        """``17 in Carpinteria``, after other places: a town that no table has."""
        if self.words.figure[position - 2] < 0 or not self.seen:
            return False
        kind = self.words.figures[self.words.figure[position - 2]].kind
        return kind == "count" and self.words.figure[position] < 0

    def state_of(self, name: str) -> str | None:
        """The state that *name* is, or lies in, where that is certain."""
        if name in self.table.states:
            return self.table.states[name]
        if name in self.table.bare:
            return self.table.bare[name].rpartition(", ")[2] or None
        states = self.table.cities.get(name, ())
        return states[0] if len(states) == 1 or name in self.table.marked else None

    def slice(self, start: int, stop: int) -> str:
        """Words *start* to *stop* as printed."""
        return self.text[self.words.start[start] : self.words.stop[stop - 1]]
