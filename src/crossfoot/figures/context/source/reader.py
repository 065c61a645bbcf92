"""Whom a sentence names and credits, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress

from crossfoot.figures.context.english import STOPS
from crossfoot.figures.context.source.cast import PEOPLE, Cast, Party
from crossfoot.figures.context.source.credit import Credit, credit_of
from crossfoot.figures.context.source.directory import SourceTable
from crossfoot.figures.context.source.pointing import common, pronoun
from crossfoot.figures.context.source.proper import proper
from crossfoot.figures.context.source.wording import DATA, JOINTS, MADE, SAYING
from crossfoot.figures.context.words import Words, within
from crossfoot.model import Source

_CREDITING = SAYING | DATA | {"according", "per", "number"}
_CREDITING_OR_MADE = _CREDITING | MADE
_NOBODY: frozenset[str] = frozenset()
_GOING_ON = JOINTS | {"."}


@dataclass(slots=True)
class SourceReader:
    """Finds who is credited, sentence by sentence."""

    cast: Cast
    words: Words = field(init=False)
    table: SourceTable = field(init=False)
    opening: Party | None = None  # the first one of the sentence
    waiting: list[tuple[int, int]] = field(default_factory=list)  # sentences to `catch_up` on
    plain: set[int] = field(init=False)  # the capitals that name nobody, as far as is known

    def __post_init__(self) -> None:
        """Sort out the capitals that only a person named before would make a name of."""
        self.words, self.table = self.cast.words, self.cast.table
        raw, lower, table = self.words.raw, self.words.lower, self.table
        titled = self.words.titled
        self.plain = {
            k
            for k in self.words.capitals
            if not titled[k + 1]
            and lower[k] not in table.telling
            and raw[k + 1] not in _GOING_ON
            and (word := raw[k]).isalpha()
            and not word.isupper()
            and word not in table.people
        }

    def read(self, begin: int, end: int) -> list[Credit]:
        """The credits of words *begin* to *end*, in order."""
        said = self.words.lower[begin:end]
        if _CREDITING_OR_MADE.isdisjoint(said):
            self.waiting.append((begin, end))
            return []
        self.catch_up()
        telling = not _CREDITING.isdisjoint(said)
        parties = self._parties(begin, end, self.table.openers if telling else _NOBODY)
        self.opening = parties[0] if parties else None
        credits: list[Credit] = []
        before: Party | None = None
        for party in parties:
            if party.kind in PEOPLE and party.end - party.start > 1:
                self.cast.named = party
            credit = credit_of(self.cast, party, begin, end)
            if credit is not None and before is not None and self._houses(before, party):
                credit = credit._replace(party=before)  # "the Institute at X University found"
            before = party
            if credit is not None:
                credits.append(credit)
                self.cast.speaker = party = credit.party
                if party.kind == "office" and "official" in party.name:
                    self.cast.officials = party.name
        return credits

    def catch_up(self) -> None:
        """Read who is named in sentences that credit nobody; later ones may point back to them.

        Most texts end with such sentences, and nobody asks for those.
        """
        for begin, end in self.waiting:
            parties = self._parties(begin, end, _NOBODY)
            self.opening = parties[0] if parties else None
            for party in parties:
                if party.kind in PEOPLE and party.end - party.start > 1:
                    self.cast.named = party
        self.waiting.clear()

    def _houses(self, guest: Party, host: Party) -> bool:
        """``the Institute at X University``: the second only says where the first is."""
        joint = self.words.lower[guest.end] in ("at", "of", "in") and host.start <= guest.end + 2
        return joint and guest.kind not in PEOPLE and guest.kind != "office"

    def vouches(self, begin: int, end: int) -> bool:
        """Whether words *begin* to *end* are a line that tells whose the figures above it are."""
        lower = self.words.lower
        return lower[begin] in ("source", "sources") and lower[begin + 1] == ":" and end > begin + 2

    def below(self, begin: int, end: int) -> Party | None:
        """The party of a line ``Source: ICE``, one that vouches for all above it."""
        self.catch_up()
        telling = not _CREDITING.isdisjoint(self.words.lower[begin + 2 : end])
        parties = self._parties(begin + 2, end, self.table.openers if telling else _NOBODY)
        return parties[0] if parties else None

    def source(self, party: Party) -> Source:
        """*party* as the model has it."""
        words = self.words
        return Source(party.name, words.start[party.start], words.stop[party.end - 1])

    def _parties(self, begin: int, end: int, openers: frozenset[str]) -> list[Party]:
        """Who is named, also without a capital by one of *openers*."""
        out: list[Party] = []
        self.cast.opened = len(self.cast.bodies)
        done = begin
        positions = within(self.words.capitals, begin, end)
        if openers:
            opening = map(openers.__contains__, self.words.lower[begin:end])
            positions = sorted({*positions, *compress(range(begin, end), opening)})
        raw, plain, people = self.words.raw, self.plain, self.cast.people
        for position in positions:
            if position < done or (position in plain and raw[position] not in people):
                continue
            party = self._party(position, begin, end)
            if party is not None:
                out.append(party)
                done = party.end
        return out

    def _party(self, position: int, begin: int, end: int) -> Party | None:
        """The party that a word opens: by its name, its office, or what points back to it."""
        lower = self.words.lower
        if self.words.titled[position] and lower[position] not in STOPS:
            named = lower[position] in self.table.names.firsts
            hit = self.table.names.at(lower, position) if named else None
            if hit is not None and not self._is_no_acronym(position, hit.end):
                office = self.table.offices.at(lower, position)
                if office is not None and office.end > hit.end:
                    return Party(position, office.end, office.meaning, "office")
                self.cast.bodies.append(hit.meaning)
                return Party(position, hit.end, hit.meaning.name, hit.meaning.kind)
            return proper(self.cast, position, begin, end)
        held = lower[position] in self.table.offices.firsts
        office = self.table.offices.at(lower, position) if held else None
        if office is not None:
            return Party(position, office.end, office.meaning, "office")
        unnamed = lower[position] == "officials" and lower[position + 1] in ("said", "say")
        if unnamed and self.cast.bodies:
            body = self.cast.spoken_for(position)
            return Party(position, position + 1, body.name, body.kind)
        if lower[position] in ("the", "this", "that"):
            return common(self.cast, position, end)
        if lower[position] in ("it", "he", "she", "they"):
            return pronoun(self.cast, position)
        if lower[position] in self.table.generic and lower[position + 1] in DATA:
            last = self.cast.last(self.table.generic[lower[position]])  # "according to agency data"
            return Party(position, position + 1, last.name, last.kind) if last else None
        return None

    def _is_no_acronym(self, start: int, stop: int) -> bool:
        """``Ice`` and ``Times`` by themselves are words like others."""
        alone = stop == start + 1 and not self.words.raw[start].isupper()
        return alone and self.words.lower[start] in ("ice", "us", "ap", "guardian", "times")
