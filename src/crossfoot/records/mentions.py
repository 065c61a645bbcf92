"""What a sentence names of the data: members of its dimensions, countries, areas and states.

A mention narrows whom a number counts, by the words of the pack and what the store holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossfoot.packs import load_pack
from crossfoot.packs.us_immigration.loaders.members import members
from crossfoot.records.vocabulary import any_of, table


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of the sentence that narrows what is counted: a member, or several it may mean."""

    start: int
    end: int
    dimension: str
    members: tuple[str, ...]


@cache
def _member_words() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (dimension, member, any_of(entry["words"]))
        for dimension, entries in members().items()
        for member, entry in entries.items()
    )


# a comparison names what the number is not: "rather than handed over by …"
_NOT = re.compile(
    r"(?:rather than|instead of|as opposed to|not including|excluding|unlike|"
    r"(?:longer|shorter|higher|lower|faster) than)\b[^,;]*$"
)


def member_mentions(text: str) -> list[Mention]:
    """Members of the fixed dimensions; of two that overlap in a dimension the longer stands."""
    found = [
        Mention(m.start(), m.end(), dimension, (member,))
        for dimension, member, words in _member_words()
        for m in words.finditer(text)
    ]
    return [
        m
        for m in found
        if not any(_covers(o, m) for o in found) and not _NOT.search(text[: m.start])
    ]


def _covers(one: Mention, other: Mention) -> bool:
    return (
        one is not other
        and one.dimension == other.dimension
        and one.start < other.end
        and other.start < one.end
        and (one.end - one.start, -one.start) > (other.end - other.start, -other.start)
    )


# --- countries ---------------------------------------------------------------------------


@cache
def _demonyms() -> tuple[tuple[str, str], ...]:
    """Word -> country, in lower case: ``hondurans`` -> ``Honduras``."""
    countries = load_pack().countries.get("countries", {})
    pairs = []
    for country, words in countries.items():
        pairs.append((country.lower(), country))
        pairs.extend((w.lower().replace("-", " "), country) for w in words.split())
        pairs.extend((w.lower(), country) for w in words.split() if "-" in w)
    return tuple(pairs)


@cache
def _country_words() -> re.Pattern[str]:
    words = sorted({w for w, _ in _demonyms()}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def country_mentions(text: str, held: Sequence[str]) -> Iterator[Mention]:
    """Countries and their citizens; one the data do not hold keeps its own name."""
    by_word = dict(_demonyms())
    for match in _country_words().finditer(text):
        country = by_word[match[0]]
        if country == "United States" or (country == "Georgia" and match[0] == "georgia"):
            continue
        name = country.upper()
        keys = tuple(k for k in held if k == name or k.startswith(f"{name},"))
        yield Mention(match.start(), match.end(), "country", keys or (name,))


# --- areas and states ----------------------------------------------------------------------


@cache
def state_words() -> re.Pattern[str]:
    """The names of states."""
    names = sorted((s.lower() for s in table()["states"].values()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


_IN_CITY = re.compile(r"\b(?:in|from|around|near|across)(?: the)?(?: greater)? $")
_AREA_TAIL = re.compile(
    r"(?:'s)?(?:,? [a-z]+)?[- ]?(?:field office|area|aor\b|region|office|district)|'s area", re.I
)


@cache
def _area_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    spelled = {
        name: re.escape(name.lower()).replace(r"st\ ", r"st\.? ")
        for name in table()["aor"].values()
    }
    return tuple((name, re.compile(rf"\b{words}\b")) for name, words in spelled.items())


@cache
def _any_area() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in _area_names()))


def area_mentions(text: str) -> Iterator[Mention]:
    """Areas of responsibility by their cities, where the sentence calls them an area or office."""
    if not _any_area().search(text):
        return
    for name, spelled in _area_names():
        for match in spelled.finditer(text):
            tail = _AREA_TAIL.match(text, match.end())
            if tail:
                yield Mention(match.start(), tail.end(), "aor", (name,))
            elif _IN_CITY.search(text[: match.start()]) and name not in {"Washington", "New York"}:
                yield Mention(match.start(), match.end(), "city", (name,))


def state_mentions(text: str) -> Iterator[Mention]:
    """States by their names."""
    codes = {name.lower(): code for code, name in table()["states"].items()}
    for match in state_words().finditer(text):
        yield Mention(match.start(), match.end(), "state", (codes[match[0]],))
