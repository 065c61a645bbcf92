"""Where: places by name, one look-up a capitalised word; ambiguity is kept as ambiguity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.english import PREPOSITIONS
from crossfoot.figures.context.lexicon import Hit, Lexicon, Sought
from crossfoot.figures.context.words import Words, within
from crossfoot.packs import Pack

_BEFORE_TOWN = PREPOSITIONS | {",", "and", "("}
_MEMORY = 50  # states looked back over, so that long texts stay linear
_LONGEST = 5  # words of a name
_AWAY = frozenset("from to toward towards via".split())
_LOCATING = PREPOSITIONS - _AWAY
# "living in the United States" tells of people, not of where they were counted
_LIVING = frozenset(
    "been living live lives lived be remain stay enter entered entering came come coming "
    "residing settled arrived arrive return returned".split()
)
# "the San Francisco spokesman" is not in San Francisco
_BELONGING = frozenset(
    "mayor spokesman spokeswoman spokesperson officials official residents resident man woman "
    "police newspaper native lawmakers lawyer attorney judge governor senator radio television "
    "sheriff democrat republican activist activists".split()
)
_OFFICES = frozenset(
    "director spokesman spokeswoman spokesperson attorney lawyer judge organizer professor "
    "commissioner representative senator mayor chief agent researcher resident".split()
)
_MANNER = frozenset("illegally legally unlawfully without".split())


class Where(NamedTuple):
    """A place: its full name, and what it is."""

    name: str
    kind: str  # state, city, county, region, country, home, facility


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a pack, by name as printed."""

    states: Mapping[str, str]  # name or abbreviation to state
    cities: Mapping[str, tuple[str, ...]]  # states, the first one meant if it is marked
    marked: frozenset[str]  # cities whose bare name means the first
    counties: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, str]
    regions: frozenset[str]
    countries: Mapping[str, str]
    home: str | None
    wide: Lexicon[str]  # "nationwide": home, "across the state": state, "here": here
    actors: Lexicon[bool]  # of the whole country
    names: frozenset[str]  # of every table
    firsts: frozenset[str]  # their first words
    facilities: tuple[tuple[str, ...], ...]
    closing: frozenset[str]  # their last words


@lru_cache(maxsize=8)
def gazetteer(pack: Pack) -> Gazetteer:
    """Compile the places of *pack*."""
    table, world = pack.places, pack.countries
    states = {name: name for name in table.get("states", ())}
    for name, short in table.get("states", {}).items():
        if short:
            states[short] = states[short + "."] = name
    cities, marked = _names(pack.cities)
    for town, state in table.get("towns", {}).items():
        cities[town] = (*cities.get(town, ()), state)
    counties, same = _names(pack.counties)[0], world.get("same", {})
    bare, regions = table.get("bare", {}), frozenset(table.get("regions", ()))
    countries = {name: same.get(name, name) for name in world.get("countries", ())}
    home = world.get("home")
    wide = [(phrase.lower(), "home") for phrase in world.get("home_words", ()) if home is not None]
    wide += [("here", "here")] + [(phrase, "state") for phrase in table.get("statewide", ())]
    facilities = tuple(tuple(ending.split()) for ending in table.get("facility_endings", ()))
    every = frozenset().union(states, cities, counties, bare, regions, countries)
    return Gazetteer(
        states,
        cities,
        marked,
        counties,
        bare,
        regions,
        countries,
        home,
        Lexicon(wide),
        Lexicon((phrase, True) for phrase in table.get("national_actors", ())),
        every,
        frozenset(name.partition(" ")[0].partition(".")[0] for name in every),
        facilities,
        frozenset(ending[-1] for ending in facilities),
    )


def _names(lines: str) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """``State:name;name*`` lines as the states of each name, the marked one first."""
    table: dict[str, tuple[str, ...]] = {}
    marked: set[str] = set()
    for line in lines.splitlines():
        state, _, names = line.partition(":")
        for name in names.split(";"):
            if name.endswith("*"):
                name = name[:-1]
                marked.add(name)
                table[name] = (state, *table.get(name, ()))
            else:
                table[name] = (*table.get(name, ()), state)
    return table, frozenset(marked)


@dataclass(slots=True)
class PlaceReader:
    """Finds places; remembers the states named, for names that several states share."""

    table: Gazetteer
    words: Words
    text: str
    seen: list[str] = field(default_factory=list)  # states, last named last
    dated_from: Where | None = None  # the place of the dateline, which "here" means
    named: dict[int, bool] = field(init=False)  # capitals that may open one: are they in a table?
    opening: list[int] = field(init=False)  # the words that may open a place
    wide: dict[int, Hit[str]] = field(init=False)  # those that open one told by no name
    actors: Sought[bool] = field(init=False)  # who acts for the whole country
    acting: bool = field(init=False)  # whether the text names one

    def __post_init__(self) -> None:
        """Sort out the words that may open a place."""
        self.text = self.text.replace("’", "'")
        raw, titled, opening = self.words.raw, self.words.titled, set(self.words.sentence)
        firsts = self.table.firsts
        self.named = {
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
        self.opening = sorted({*self.named, *self.wide}) if self.wide else list(self.named)

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
        found = [m for m in names if self._locates(m, begin, end)]
        if not found:
            return found
        seats = [m for m in found if self._seats_office(m, begin)] if len(found) > 1 else []
        if seats and len(seats) < len(found):  # "ICE Houston arrested 12 people in Beaumont"
            found = [m for m in found if m not in seats]
        self.seen += [
            s for m in found if (s := m.meaning.name.rpartition(", ")[2]) in self.table.states
        ]
        if len(found) == 1:
            return self._as_counties(found, end)
        states = sum(m.meaning.kind == "state" for m in found)
        if states * 2 > len(found):
            found = [self._leveled(m) for m in found]
        return self._merged(self._as_counties(found, end))

    def _as_counties(self, found: list[Mention[Where]], end: int) -> list[Mention[Where]]:
        """``Orange (22) and Riverside (19) counties``: a list of counties, not of cities."""
        lower, stop = self.words.lower, end
        if "counties" not in lower[found[-1].end : end]:
            return found
        out = list(found)
        for k in range(len(found) - 1, -1, -1):
            mention = found[k]
            gap = lower[mention.end : stop]
            gap = gap[: gap.index("counties")] if "counties" in gap else gap
            name = self._slice(mention.start, mention.end) + " County"
            listed = all(not word.isalpha() or word == "and" for word in gap)
            if not listed or name not in self.table.counties:
                break
            full = self._settle(name, self.table.counties[name], marked=False)
            out[k], stop = mention._replace(meaning=Where(full, "county")), mention.start
        return out

    def _seats_office(self, mention: Mention[Where], begin: int) -> bool:
        """``ICE Houston``: a place that names an office of a body known by its letters."""
        before = self.words.raw[mention.start - 1]
        return mention.start > begin and before.isupper() and 2 < len(before) < 6

    def is_of_nation(self, begin: int, end: int) -> bool:
        """Whether the sentence opens with one who acts for the whole country: ``Congress``."""
        return self.acting and bool(self.actors.find(begin, min(end, begin + 4)))

    def _merged(self, found: list[Mention[Where]]) -> list[Mention[Where]]:
        """Places listed side by side: their state if they share one, else none of them."""
        out: list[Mention[Where]] = []
        for run in self._runs(found):
            states = {m.meaning.name.rpartition(", ")[2] for m in run}
            if len(run) == 1:
                out.append(run[0])
            elif len(states) == 1 and (state := states.pop()) in self.table.states:
                out.append(Mention(run[0].start, run[-1].end, Where(state, "state")))
        return out

    def _runs(self, found: list[Mention[Where]]) -> list[list[Mention[Where]]]:
        """Places with nothing but commas and "and" between them."""
        runs: list[list[Mention[Where]]] = []
        for mention in found:
            gap = self.words.lower[runs[-1][-1].end : mention.start] if runs else ["."]
            if gap and all(word in (",", "and", "or", "the") for word in gap):
                runs[-1].append(mention)
            else:
                runs.append([mention])
        return runs

    def _names_in(self, opening: Sequence[int], begin: int, end: int) -> list[Mention[Where]]:
        out: list[Mention[Where]] = []
        done = begin
        for position in opening:
            if position < done:
                continue
            found = self._named(position, begin, end) if position in self.named else None
            if found is None and position in self.wide:
                found = self._worded(self.wide[position])
            if found is not None:
                out.append(found)
                done = found.end
        return out

    def _named(self, position: int, begin: int, end: int) -> Mention[Where] | None:
        """A place by its name, or by what stands after it."""
        listed = self._name(position, end) if self.named[position] else None
        return listed or self._town(position, begin, end)

    def _worded(self, hit: Hit[str]) -> Mention[Where] | None:
        """A place told otherwise: ``nationwide``, ``statewide``, ``here``."""
        where: Where | None = None
        if hit.meaning == "here":
            where = self.dated_from
        elif hit.meaning == "state":
            where = Where(self.seen[-1], "state") if self.seen else None
        elif self.table.home and self.words.raw[hit.start] not in ("us", "Us"):
            where = Where(self.table.home, "home")
        return Mention(hit.start, hit.end, where) if where else None

    def is_place(self, name: str) -> bool:
        """Whether *name* stands in a table of places."""
        return name in self.table.names

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
        state = self.table.states[rest[0]] if rest else self._state_of(name)
        if state:
            self.seen.append(state)
            self.dated_from = Where(name if name == state else f"{name}, {state}", "city")

    def _state_of(self, name: str) -> str | None:
        if name in self.table.states:
            return self.table.states[name]
        if name in self.table.bare:
            return self.table.bare[name].rpartition(", ")[2] or None
        states = self.table.cities.get(name, ())
        return states[0] if len(states) == 1 or name in self.table.marked else None

    def _slice(self, start: int, stop: int) -> str:
        return self.text[self.words.start[start] : self.words.stop[stop - 1]]

    def _name(self, position: int, end: int) -> Mention[Where] | None:
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
            return Where(self._settle(name, table.counties[name], marked=False), "county")
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
        return self._settle(name, states, marked=name in self.table.marked)

    def _settle(self, name: str, states: Sequence[str], *, marked: bool) -> str:
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
                short = self._slice(stop + 1, until)
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

    def _town(self, position: int, begin: int, end: int) -> Mention[Where] | None:
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
            short = self._slice(stop + 1, until)
            if short in self.table.states:
                if self.words.lower[position - 1] not in _BEFORE_TOWN:
                    return None
                state = self.table.states[short]
                self.seen.append(state)
                return Mention(
                    position, until, Where(f"{self._slice(position, stop)}, {state}", "city")
                )
        return self._facility(position, stop, tied)

    def _facility(self, position: int, stop: int, tied: bool) -> Mention[Where] | None:
        raw = self.words.raw
        if tied and stop <= position + 3:
            return Mention(position, stop, Where(self._slice(position, stop), "city"))
        if stop < position + 3 or raw[stop - 1] not in self.table.closing:
            return None
        for ending in self.table.facilities:
            size = len(ending)
            if stop - position > size and tuple(raw[stop - size : stop]) == ending:
                return Mention(position, stop, Where(self._slice(position, stop), "facility"))
        return None

    def _is_tied_to_figure(self, position: int) -> bool:
        """``17 in Carpinteria``, after other places: a town that no table has."""
        if self.words.figure[position - 2] < 0 or not self.seen:
            return False
        kind = self.words.figures[self.words.figure[position - 2]].kind
        return kind == "count" and self.words.figure[position] < 0

    def _locates(self, mention: Mention[Where], begin: int, end: int) -> bool:
        """Whether the name says where: not ``Oakland Mayor``, not ``from Haiti``."""
        raw, lower = self.words.raw, self.words.lower
        position = mention.start - 1
        following = raw[mention.end] if mention.end < end else "."
        kind = mention.meaning.kind
        if kind == "home":
            return self._is_home(mention, begin, following)
        if following in _BELONGING:
            return False
        while position > begin and lower[position] in ("the", "nearby", "downtown", "greater"):
            position -= 1
        before = lower[position] if position >= begin else ""
        if kind == "country":
            return before in ("in", "inside", "within")
        if before in _AWAY:
            return False
        named_on = following.isalpha() and following[0].isupper()
        if named_on and kind != "facility" and not (kind == "county" and following == "Jail"):
            return False
        name_before = position >= begin and raw[position][0].isupper() and raw[position].isalpha()
        if name_before and position > begin and before not in PREPOSITIONS:
            return False
        if kind == "facility" and before not in PREPOSITIONS:
            return False
        if before in ("in", "for", "of", "at") and self._is_title(position, begin):
            return False
        return not (following == "-" and kind in ("state", "city"))

    def _is_title(self, preposition: int, begin: int) -> bool:
        """``the field office director in Boston`` says where the director sits."""
        window = self.words.lower[max(begin, preposition - 2) : preposition]
        return not _OFFICES.isdisjoint(window)

    def _is_home(self, mention: Mention[Where], begin: int, following: str) -> bool:
        lower = self.words.lower
        if mention.end - mention.start == 1 and lower[mention.start] in (
            "nationwide",
            "nationally",
        ):
            return True
        window = lower[max(begin, mention.start - 5) : mention.start]
        if not _LIVING.isdisjoint(window) or lower[mention.end] in _MANNER:
            return False
        if lower[mention.start] in ("across", "around", "throughout", "national"):
            return lower[mention.start] != "national" or lower[mention.end] in ("total", "totals")
        if following[0].isupper() or following in ("citizens", "citizen", "government"):
            return False
        back = mention.start - 1
        while back > begin and lower[back] in ("the", "entire", "whole"):
            back -= 1
        possessive = following == "'s" or lower[mention.end - 1] == "'s"
        return lower[back] in _LOCATING or possessive

    def _leveled(self, mention: Mention[Where]) -> Mention[Where]:
        """New York among states is the state."""
        name = self._slice(mention.start, mention.end)
        if name in self.table.states and mention.meaning.kind == "city":
            return Mention(mention.start, mention.end, Where(self.table.states[name], "state"))
        return mention
