"""Of whom: the qualifiers that narrow a count, inherited and added along partitives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.figures.context.english import is_plural
from crossfoot.figures.context.lexicon import Hit, Lexicon, Sought
from crossfoot.figures.context.scope import Scope, refers_back
from crossfoot.figures.context.words import Words
from crossfoot.packs import Pack

_TELLING = frozenset("( accounted with : — - for , received led had topped".split())
_CLAUSE_STARTS = frozenset(", . ; and : — – -".split())
_NEGATIONS = frozenset(
    "no not without never neither nor lacked lacking didn't wasn't beyond besides excluding".split()
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What a phrase narrows a count to. A country's dimension hangs on the word before it."""

    value: str
    role: str = "plain"  # plain, country, demonym, agency
    only: tuple[str, ...] = ()
    masks: bool = False  # the words tell of no event: "ordered deported"
    not_after: tuple[str, ...] = ()  # "families with children" are not children


@dataclass(frozen=True, slots=True)
class PopulationTable:
    """The qualifiers of a pack, compiled."""

    qualifiers: Lexicon[Qualifier]
    people: frozenset[str]
    roles: Mapping[str, str]
    receiving: frozenset[str]  # "Mexico received 24 flights"
    origin_for: frozenset[str]
    replaces: Mapping[str, tuple[str, ...]]
    implied: Mapping[str, tuple[str, ...]]
    negated: Mapping[str, str]
    recast: Mapping[str, Mapping[str, str]]
    dimensions: Mapping[str, tuple[str, ...]]  # the only ones that narrow a measure


@lru_cache(maxsize=8)
def population_table(pack: Pack) -> PopulationTable:
    """Compile the qualifiers, countries and acting agencies of *pack*."""
    table, countries = pack.population, pack.countries
    entries: list[tuple[str, Qualifier]] = []
    for row in table.get("qualifiers", ()):
        dimension = row["value"].partition(":")[0]
        masks = dimension in table.get("no_events", ()) and not row.get("measures")
        meaning = Qualifier(
            row["value"],
            only=tuple(row.get("only_measure", ())),
            masks=masks,
            not_after=tuple(row.get("not_after", ())),
        )
        entries += [(phrase, meaning) for phrase in row["phrases"]]
    same = countries.get("same", {})
    for country, demonyms in countries.get("countries", {}).items():
        name = same.get(country, country)
        entries.append((country.lower(), Qualifier(name, "country")))
        for demonym in demonyms.lower().split():
            entries.append((demonym.replace("-", " "), Qualifier(name, "demonym")))
    for region in countries.get("regions", ()):
        entries.append((region.lower().removeprefix("the "), Qualifier(region, "country")))
    for agency, phrases in table.get("agencies", {}).items():
        entries += [(phrase, Qualifier(agency, "agency")) for phrase in phrases]
    return PopulationTable(
        Lexicon(entries),
        frozenset(pack.measures.get("people", "").split()),
        countries.get("roles", {}),
        frozenset(countries.get("receiving", ())),
        frozenset(countries.get("origin_for", ())),
        {key: tuple(values) for key, values in table.get("replaces", {}).items()},
        {key: tuple(values) for key, values in table.get("implied", {}).items()},
        table.get("negated", {}),
        table.get("recast", {}),
        {key: tuple(values) for key, values in table.get("dimensions", {}).items()},
    )


@dataclass(frozen=True, slots=True)
class PopulationReader:
    """Reads qualifiers sentence by sentence."""

    table: PopulationTable
    words: Words
    qualifiers: Sought[Qualifier]

    def hits(self, begin: int, end: int) -> list[Hit[Qualifier]]:
        """Every qualifier in words *begin* to *end*; names need their capitals."""
        return [
            hit
            for hit in self.qualifiers.find(begin, end)
            if (self._is_free if hit.meaning.role == "plain" else self._is_name)(hit, begin)
        ]

    def masked(self, hits: Sequence[Hit[Qualifier]]) -> dict[int, int]:
        """The words of *hits* that qualify people and measure nothing, and where each ends."""
        return {
            position: hit.end
            for hit in hits
            if hit.meaning.masks
            for position in range(hit.start, hit.end)
        }

    def read(
        self, hits: Sequence[Hit[Qualifier]], scope: Scope, measure: str | None
    ) -> tuple[str, ...]:
        """The qualifiers that the words of *scope* give a figure of *measure*."""
        groups: list[list[tuple[str, Hit[Qualifier]]]] = []
        for hit in [hit for hit in hits if scope.start <= hit.start < scope.stop]:
            value = self._value(hit, scope, measure)
            if value is None:
                continue
            if groups and self._alternative(groups[-1][-1][1], hit):
                groups[-1].append((value, hit))
            else:
                groups.append([(value, hit)])
        entries: list[str] = []
        for group in groups:
            entries += _entries(group) if len(group) > 1 else [group[0][0]]
        return self.tidy(entries, measure)

    def tidy(self, entries: Sequence[str], measure: str | None) -> tuple[str, ...]:
        """Sorted, each once; what a narrower entry says already left out."""
        if not entries:
            return ()
        found = set(entries)
        for entry in tuple(found):
            found.difference_update(self.table.replaces.get(entry, ()))
        found.difference_update(self.table.implied.get(measure or "", ()))
        allowed = self.table.dimensions.get(measure or "")
        if allowed is not None:
            found = {entry for entry in found if entry.partition(":")[0] in allowed}
        return tuple(sorted(found))

    def refers_back(self, scope: Scope) -> bool:
        """Whether the figure is a part of one named before: ``eight of those were``.

        ``of those arrested`` is a whole of its own.
        """
        return self.is_part(scope.at)

    def is_part(self, at: int) -> bool:
        """Whether the figure at word *at* is a part of one named before."""
        lower = self.words.lower
        if not refers_back(lower, at):
            return False
        following = lower[at + 3] if lower[at + 1] == "of" else ""
        return not following.endswith("ed") and following not in ("taken", "held", "in", "caught")

    def _is_name(self, hit: Hit[Qualifier], begin: int) -> bool:
        raw = self.words.raw
        if not raw[hit.start][0].isupper():
            return hit.meaning.role == "agency" and hit.end > hit.start + 1  # "border agents"
        return hit.start == begin or raw[hit.start - 1] != "New"

    def _is_free(self, hit: Hit[Qualifier], begin: int) -> bool:
        """Whether plain words stand for themselves: not inside ``Refugee Processing Center``."""
        raw, start = self.words.raw, hit.start
        if start == begin or not raw[start][0].isupper():
            return True
        before = raw[start - 1]
        return not (before[0].isupper() and before.isalpha())

    def _value(self, hit: Hit[Qualifier], scope: Scope, measure: str | None) -> str | None:
        meaning, lower = hit.meaning, self.words.lower
        if meaning.role == "plain":
            if meaning.only and measure not in meaning.only:
                return None
            if lower[hit.start - 1] in meaning.not_after:
                return None
            value = self.table.recast.get(measure or "", {}).get(meaning.value, meaning.value)
            return self.table.negated.get(value) if self._is_negated(hit, scope) else value
        following = lower[hit.end] if hit.end < len(lower) else "."
        before = self._preposition(hit.start)
        if meaning.role == "agency":
            return self._agency(hit, scope, before)
        if meaning.role == "demonym":
            fits = following in self.table.people or is_plural(lower[hit.end - 1])
            return self._citizenship(meaning.value, measure) if fits else None
        dimension = self.table.roles.get(before) or self._subject(hit, scope, measure)
        if dimension is None or dimension == "place":
            return None
        if dimension == "origin" and measure not in self.table.origin_for:
            return None
        if dimension == "citizenship":
            return self._citizenship(meaning.value, measure)
        return f"{dimension}:{meaning.value}"

    def _is_negated(self, hit: Hit[Qualifier], scope: Scope) -> bool:
        """``without any conviction``, ``never been convicted``, ``not gang members``."""
        lower = self.words.lower
        if lower[hit.start] in _NEGATIONS:
            return False  # the phrase says so itself
        window = lower[max(scope.start, hit.start - 4) : hit.start]
        for word in reversed(window):
            if word in (",", ";", ":", "but", "and"):
                return False
            if word in _NEGATIONS:
                return True
        return False

    def _citizenship(self, country: str, measure: str | None) -> str:
        return f"{'origin' if measure in self.table.origin_for else 'citizenship'}:{country}"

    def _subject(self, hit: Hit[Qualifier], scope: Scope, measure: str | None) -> str | None:
        """``Mexico accounted for 87,298``: the country that a figure is told of."""
        lower = self.words.lower
        if not scope.start <= hit.start < scope.at or scope.at - hit.end > 5:
            return None
        gap = set(lower[hit.end : scope.at])
        if measure not in self.table.origin_for and self._receives(hit, scope.at):
            return "destination"
        return "citizenship" if not gap or gap & _TELLING else None

    def _receives(self, hit: Hit[Qualifier], at: int) -> bool:
        """``Honduras received 46 flights and Mexico 24``: also down a list, without the verb."""
        lower = self.words.lower
        if not self.table.receiving.isdisjoint(lower[hit.end : at]):
            return True
        if hit.end != at:
            return False
        for back in range(hit.start - 1, max(0, hit.start - 30), -1):
            if lower[back] in (".", ";"):
                return False
            if lower[back] in self.table.receiving:
                return True
        return False

    def _preposition(self, position: int) -> str:
        """The preposition that governs a country, also down a list: ``from Haiti and Cuba``."""
        lower = self.words.lower
        for back in range(position - 1, max(-1, position - 12), -1):
            if lower[back] in self.table.roles:
                return lower[back]
            name = self.words.raw[back][0].isupper()
            if not name and lower[back] not in (",", "and", "or", "the", "than"):
                break
        return ""

    def _agency(self, hit: Hit[Qualifier], scope: Scope, before: str) -> str | None:
        lower = self.words.lower
        ahead = hit.start - 1
        while ahead > 0 and lower[ahead] in ("the", "u.s."):
            ahead -= 1
        if lower[ahead] == "by":
            inverse = "than" in lower[max(0, ahead - 4) : ahead]
            return None if inverse else f"agency:{hit.meaning.value}"
        if hit.start < scope.at and lower[hit.end] != "'s" and lower[hit.end] not in (",", "said"):
            if lower[ahead] == "and" and self.words.raw[ahead - 1][0].isupper():
                return None  # "ICE and the Border Patrol made"
            subject = ahead < scope.start or lower[ahead] in _CLAUSE_STARTS
            return f"agency:{hit.meaning.value}" if subject else None
        return None

    def _alternative(self, first: Hit[Qualifier], second: Hit[Qualifier]) -> bool:
        """Whether two qualifiers are joined by "or", directly or down a list."""
        lower = self.words.lower
        gap = lower[first.end : second.start]
        if "or" in gap:
            return True
        if gap and gap[0] == "," and len(gap) <= 8:
            ahead = lower[second.end : second.end + 6]
            return "or" in ahead
        nouns = is_plural(lower[first.end - 1]) and gap == ["and"]
        return nouns and is_plural(lower[second.end - 1])


def _entries(group: list[tuple[str, Hit[Qualifier]]]) -> list[str]:
    values = [value for value, _ in group]
    if len({value.endswith(":none") for value in values}) > 1:
        return []  # "criminals and violators of immigration law": everybody
    dimensions = {value.partition(":")[0] for value in values}
    if len(dimensions) > 1:
        return [" | ".join(sorted(set(values)))]
    return values


def inherit(base: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The qualifiers of a part: those of the whole, and its own in place of the same dimension."""
    dimensions = {entry.partition(":")[0] for entry in own}
    kept = [entry for entry in base if entry.partition(":")[0] not in dimensions]
    return (*kept, *own)
