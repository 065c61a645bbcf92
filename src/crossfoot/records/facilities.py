"""Facilities by name: the words that set one apart, found near a word such as "center" or "jail".

A facility of the data is found by its telling words, in full or in a short form; of several the
one with most words said stands. One that is named as such and that no data hold is told too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.packs.observations import Place
from crossfoot.records.mentions import Mention, state_mentions, state_words

_SHORT = {
    "det": "detention", "ctr": "center", "cntr": "center", "co": "county", "fac": "facility",
    "fclty": "facility", "corr": "correctional", "correct": "correctional", "proc": "processing",
    "corrects": "correctional", "spc": "service processing center", "cdf": "contract detention",
    "ipc": "ice processing center", "dept": "department", "fed": "federal", "cty": "county",
    "nw": "northwest", "svc": "service", "reg": "regional", "st": "saint", "ft": "fort",
    "cor": "correctional", "ci": "correctional institution", "sec": "secure",
    "facili": "facility", "pris": "prison", "just": "justice", "fam": "family", "annx": "annex",
}  # fmt: skip
_KIND_WORDS = frozenset(
    "detention center facility jail processing correctional prison annex staging camp "
    "residential penitentiary complex institution".split()
)
# words that set no facility apart
_GENERIC = _KIND_WORDS | frozenset(
    "county ice correction corrections service contract federal secure the of and at in for "
    "regional public safety family department sheriff sheriffs s office state city main ero core "
    "civic corecivic geo adult unit new justice law enforcement d parish institute immigration "
    "special population local holding authority".split()
)
_BESIDE = 8  # words: how near one of the above stands to a facility's name
_WORD = re.compile(r"[a-z0-9]+")


def _tokens(name: str) -> list[str]:
    """Words of a name, short forms written out."""
    plain = name.lower().replace("'s", "  ").replace(".", "")
    return [word for said in _WORD.findall(plain) for word in _SHORT.get(said, said).split()]


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
    found = [tuple(_tokens(piece)) for piece in pieces]
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
    if len(telling) < 2 or state_words().fullmatch(telling[0]):
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
        words = frozenset(_tokens(places[k].name)) - _GENERIC
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
