"""What a sentence says of measures, members and places.

Told by the words of the pack and by the data themselves: the facilities, countries and areas
that the store holds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from crossfoot.packs import load_pack
from crossfoot.packs.observations import Place
from crossfoot.packs.us_immigration.loaders.members import members


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of the sentence that narrows what is counted: a member, or several it may mean."""

    start: int
    end: int
    dimension: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the cube, and how sentences name it."""

    name: str
    words: re.Pattern[str]
    kind: str
    unit: str
    names: tuple[str, ...]
    over: str | None
    needs: re.Pattern[str] | None
    ignores: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Something people count that no data set of the cube does."""

    name: str
    words: re.Pattern[str]
    says: str
    nearest: str
    unit: str | None
    unless: re.Pattern[str] | None


@cache
def table() -> Mapping[str, Any]:
    """records.toml of the pack."""
    folder = resources.files("crossfoot.packs.us_immigration")
    return tomllib.loads(folder.joinpath("records.toml").read_text("utf-8"))


@cache
def measures() -> tuple[Measure, ...]:
    """The measures in the order in which wording is tried."""
    return tuple(
        Measure(
            name, _any(entry["words"]), entry["kind"], entry["unit"],
            tuple(entry.get("names", ())), entry.get("over"),
            re.compile(entry["needs"]) if "needs" in entry else None,
            frozenset(entry.get("ignores", ())),
        )
        for name, entry in table()["measures"].items()
    )  # fmt: skip


@cache
def measure_named(name: str) -> Measure:
    """The measure of that name."""
    return next(m for m in measures() if m.name == name)


@cache
def names_of_others() -> re.Pattern[str]:
    """Names of offices and projects that hold a measure's word and mean none."""
    return _any(table()["names"]["words"])


@cache
def narrowing() -> re.Pattern[str]:
    """Words that single out some, whom no table of the cube tells apart."""
    return _any(table()["narrowing"]["words"])


@cache
def uncovered() -> tuple[Uncovered, ...]:
    """What the cube lacks."""
    return tuple(
        Uncovered(
            name,
            _any(e["words"]),
            e["says"],
            e["nearest"],
            e.get("unit"),
            re.compile(e["unless"]) if "unless" in e else None,
        )
        for name, e in table()["uncovered"].items()
    )


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{w})" for w in words))


@cache
def _member_words() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (dimension, member, _any(entry["words"]))
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
def _state_words() -> re.Pattern[str]:
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
    for match in _state_words().finditer(text):
        yield Mention(match.start(), match.end(), "state", (codes[match[0]],))


# --- facilities ----------------------------------------------------------------------------


_SHORT = {
    "det": "detention", "ctr": "center", "cntr": "center", "co": "county", "fac": "facility",
    "fclty": "facility", "corr": "correctional", "correct": "correctional", "proc": "processing",
    "corrects": "correctional", "spc": "service processing center", "cdf": "contract detention",
    "ipc": "ice processing center", "dept": "department", "fed": "federal", "cty": "county",
    "nw": "northwest", "svc": "service", "reg": "regional", "st": "saint", "ft": "fort",
    "cor": "correctional", "ci": "correctional institution", "sec": "secure",
    "facili": "facility", "pris": "prison", "just": "justice", "fam": "family", "annx": "annex",
}  # fmt: skip
_GENERIC = frozenset(
    "county detention center facility processing ice jail correctional correction corrections "
    "service contract federal secure the of and at in for regional institution public safety "
    "complex staging residential family department sheriff sheriffs s office prison state city "
    "annex main ero core civic corecivic geo adult unit new justice law enforcement d parish "
    "penitentiary institute immigration camp special population local holding authority".split()
)
_WORD = re.compile(r"[a-z0-9]+")


def tokens(name: str) -> list[tuple[str, int, int]]:
    """Words of a name with their places, short forms written out."""
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(name.lower().replace("'s", "  ").replace(".", "")):
        for word in _SHORT.get(match[0], match[0]).split():
            found.append((word, match.start(), match.end()))
    return found


@dataclass(frozen=True)
class Facilities:
    """The facilities of the data, found by the words that set them apart."""

    places: tuple[Place, ...]
    words: Mapping[str, tuple[tuple[str, ...], ...]]  # key -> its names, in words
    by_word: Mapping[str, tuple[str, ...]]  # telling word -> keys


def facilities(places: Sequence[Place]) -> Facilities:
    """Index *places* by their telling words; what stands in brackets is a name of its own."""
    words = {p.key: _names(p.name) for p in places}
    by_word: dict[str, list[str]] = {}
    for key, names in words.items():
        for word in {w for name in names for w in name} - _GENERIC:
            by_word.setdefault(word, []).append(key)
    return Facilities(tuple(places), words, {w: tuple(k) for w, k in by_word.items()})


def _names(name: str) -> tuple[tuple[str, ...], ...]:
    pieces = [re.sub(r"\(.*?\)", " ", name), *re.findall(r"\((.*?)\)", name)]
    found = [tuple(t for t, _, _ in tokens(piece)) for piece in pieces]
    return tuple(dict.fromkeys(f for f in found if set(f) - _GENERIC))


# "Karnes County Immigration Processing Center", "Broward Transitional Center", "Baker County Jail"
_NAMED_SITE = re.compile(
    r"(?:(?:[A-Z][\w.'’-]+|of|the) ){0,5}?[A-Z][\w.'’-]+ (?:County )?(?:ICE |Immigration )?"
    r"(?:(?:Processing|Detention|Correctional|Corrections|Contract|Residential|Service|Staging|"
    r"Transitional|Regional|Federal) )*(?:Center|Facility|Jail|Annex|Institution|Prison|Complex)\b"
)
# "the Big Spring facility", "Delaney Hall's detention center"
_NAMED_BEFORE = re.compile(
    r"(?<=[a-z,] )(?P<name>[A-Z][a-z][\w.'’-]*(?: [A-Z][a-z][\w.'’-]*)*) (?:county )?"
    r"(?:(?:immigration|ice|processing|detention) )*(?:facility|jail|prison|lockup|"
    r"(?:detention|processing) center)\b|"
    r"^The (?P<first>[A-Z][a-z]+(?: [A-Z][a-z]+)+) (?:facility|jail|prison)\b"
)


def unknown_facility(original: str) -> Mention | None:
    """A place named as a facility is that no data set holds."""
    match = _NAMED_SITE.search(original) or _NAMED_BEFORE.search(original)
    return Mention(match.start(), match.end(), "facility", (match[0],)) if match else None


_KIND_WORDS = frozenset(
    "detention center facility jail processing correctional prison annex staging camp "
    "residential penitentiary complex institution".split()
)
_BESIDE = 8  # words: how near one of the above stands to a facility's name


def facility_mentions(text: str, index: Facilities) -> list[Mention]:
    """Facilities named: the telling words of one follow one another, and a word such as "center"
    or "jail" stands beside them or inside. Of several the one with most words said stands; equals
    are told apart by city and state, or else all kept."""
    said = _sentence_tokens(text)
    positions: dict[str, list[int]] = {}
    for i, (word, _, _) in enumerate(said):
        positions.setdefault(word, []).append(i)
    candidates = {k for word in positions for k in index.by_word.get(word, ())}
    scored: list[tuple[int, int, int, str]] = []
    for key in candidates:
        runs = [r for name in index.words[key] if (r := _run(name, said, positions))]
        if runs:
            first, last, count = max(runs, key=lambda r: r[2])
            scored.append((count, first, last, key))
    return _best_facilities(text, said, scored, {p.key: p for p in index.places})


def _sentence_tokens(text: str) -> list[tuple[str, int, int]]:
    return [(m[0], m.start(), m.end()) for m in _WORD.finditer(text.replace("'s", "  "))]


def _run(
    name: Sequence[str], said: Sequence[tuple[str, int, int]], positions: Mapping[str, list[int]]
) -> tuple[int, int, int] | None:
    """Where the telling words of *name* stand together in the sentence: first, last, how many."""
    telling = [w for w in name if w not in _GENERIC]
    kinds = [w for w in name if w in _GENERIC]
    best: tuple[int, int, int] | None = None
    for start in positions.get(telling[0], ()) if telling else ():
        at, matched = start, 1
        for word in telling[1:]:
            near = next((p for p in positions.get(word, ()) if at < p <= at + 2), None)
            if near is None:
                break
            at, matched = near, matched + 1
        if matched < len(telling) or not (_kind_follows(said, at) or matched > 2):
            continue
        around = {w for w, _, _ in said[max(0, start - 4) : at + _BESIDE]}
        count = 2 * matched + sum(w in around for w in set(kinds))
        if best is None or count > best[2]:
            best = start, at, count
    return best or _first_word(telling, said, positions) or _tail_run(name, said, positions)


def _first_word(
    telling: Sequence[str], said: Sequence[tuple[str, int, int]],
    positions: Mapping[str, list[int]],
) -> tuple[int, int, int] | None:  # fmt: skip
    """A short form: the first telling word with "detention center" or the like right after it."""
    if len(telling) < 2 or _state_words().fullmatch(telling[0]):
        return None
    for start in positions.get(telling[0], ()):
        if _kind_follows(said, start):
            return start, start, 1
    return None


def _kind_follows(said: Sequence[tuple[str, int, int]], at: int) -> bool:
    """Whether "center", "jail" or the like comes next, with none but such words between."""
    for word, _, _ in said[at + 1 : at + 6]:
        if word in _KIND_WORDS:
            return True
        if word not in _GENERIC and word not in _SHORT:
            return False
    return False


def _tail_run(
    name: Sequence[str], said: Sequence[tuple[str, int, int]], positions: Mapping[str, list[int]]
) -> tuple[int, int, int] | None:
    """A run of three or more words of a long name ("camp east montana" of its full name)."""
    for size in range(len(name), 2, -1):
        for i in range(len(name) - size + 1):
            part = name[i : i + size]
            if sum(w not in _GENERIC for w in part) < 2:
                continue
            for start in positions.get(part[0], ()):
                if [w for w, _, _ in said[start : start + size]] == list(part):
                    return start, start + size - 1, 2 * size
    return None


def _best_facilities(
    text: str, said: Sequence[tuple[str, int, int]], scored: list[tuple[int, int, int, str]],
    places: Mapping[str, Place],
) -> list[Mention]:  # fmt: skip
    mentions: list[Mention] = []
    states = {m.members[0] for m in state_mentions(text)}
    while scored:
        scored.sort(key=lambda s: (-s[0], s[1], s[3]))
        _, first, last, _ = scored[0]
        rivals = [s for s in scored if s[1] <= last and first <= s[2]]
        top = [s for s in rivals if s[0] == rivals[0][0]]
        keys = _told_apart(text, [s[3] for s in top], places, states)
        keys += [s[3] for s in rivals if s[3] not in keys and _renamed(places, s[3], keys)]
        mentions.append(Mention(said[first][1], said[last][2], "facility", tuple(keys)))
        scored = [s for s in scored if s not in rivals]
    return mentions


def _renamed(places: Mapping[str, Place], key: str, keys: list[str]) -> bool:
    """Whether *key* is one of *keys* under the name of another edition."""

    def telling(k: str) -> tuple[str, str, frozenset[str]]:
        words = frozenset(w for w, _, _ in tokens(places[k].name)) - _GENERIC
        return places[k].city, places[k].state, words

    mine = telling(key)
    return any(
        mine[2] == other[2] and (mine[:2] == other[:2] or not (mine[1] and other[1]))
        for other in map(telling, keys)
    )


def _told_apart(
    text: str, keys: list[str], places: Mapping[str, Place], states: set[str]
) -> list[str]:
    """Of several with one name, those in the city or state that the sentence names."""
    in_city = [
        k
        for k in keys
        if places[k].city
        and places[k].city.lower() in text
        and (not states or places[k].state in states)
    ]
    return in_city or [k for k in keys if places[k].state in states] or keys
