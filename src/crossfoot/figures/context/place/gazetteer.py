"""The places that a pack knows by name, compiled for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.packs import Pack
from crossfoot.read.accents import unaccented


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
            name = unaccented(name)  # as texts are read
            if name.endswith("*"):
                name = name[:-1]
                marked.add(name)
                table[name] = (state, *table.get(name, ()))
            else:
                table[name] = (*table.get(name, ()), state)
    return table, frozenset(marked)
