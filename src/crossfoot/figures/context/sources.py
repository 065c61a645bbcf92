"""Who says so: whom the text credits, and until when.

Organisations, and people who hold an office or speak for one, are named; anyone else is
``a person``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from crossfoot.figures.context.english import PREPOSITIONS, STOPS
from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.figures.context.words import Words, within
from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Source
from crossfoot.packs import Pack

PERSON = "a person"

SAYING = frozenset(
    "said says say announced announces announce reported reports report told tells claimed claims "
    "claim estimated estimates estimate stated states counted counts listed lists posted posts "
    "published publishes confirmed confirms added adds noted notes wrote writes tweeted testified "
    "declared disclosed revealed found finds calculated calculates recorded acknowledged boasted "
    "put puts shows show showed credited attributed tallied tallies released describes described "
    "indicated indicates warned argued called insisted asserted identified cites cited details "
    "tracked tracks logged logs projected predicted released".split()
)
# after these a date tells when somebody spoke; "states", "counts" and the like are nouns as well
TOLD = frozenset(
    "said says announced reported told posted published confirmed wrote tweeted testified added "
    "declared disclosed revealed stated put obtained warned acknowledged noted".split()
)
# verbs with which a body acts as well as tells; credit needs a "that" or a number after them
_ACTING = frozenset("released found called identified recorded logged tracked put puts".split())
_DATA = frozenset(
    "data figures statistics numbers records report reports tally tallies count counts estimate "
    "estimates spreadsheet spreadsheets table tables release statement documents document "
    "dashboard analysis study survey emails email memo memos headline database list release "
    "tracker dataset reckoning accounting website summary filing review audit".split()
)
_TITLES = frozenset(
    "director secretary spokesman spokeswoman spokesperson commissioner chief sheriff mayor "
    "governor senator representative congressman congresswoman president czar administrator "
    "official officials chairman chairwoman superintendent judge minister gov sen rep "
    "commander chancellor prosecutor undersecretary ambassador deputy leader head counsel "
    "heads leads oversees directs runs agent treasurer comptroller supervisor councilman "
    "councilwoman chair ceo marshal warden ombudsman".split()
)
_FUNCTION = STOPS | PREPOSITIONS | {"the", "a", "an", "but", "it", "he", "she", "they"}
# "X, which warned of a raid" tells nothing of what follows
_NOT_THAT = frozenset("of for to against about over".split())
_MEMORY = 200  # names looked back over, so that long texts stay linear
_POINTERS = frozenset("officials the this that it he she they".split())
_CREDITING = SAYING | _DATA | {"according", "per", "number"}
_PEOPLE = frozenset({"person", "private"})
_NOBODY: frozenset[str] = frozenset()
_JOINTS = frozenset("of for and".split())
_GOING_ON = _JOINTS | {"."}
_PREFIXED = _TITLES | {"attorney"}  # "U.S. Attorney X"; a family's attorney is a person
# these speak for an organisation only where one is named with them
_HIRED = frozenset("lawyer attorney researcher analyst economist fellow professor expert".split())
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson official officials".split())
_SKIP = frozenset("'s also later then has have had just first only now again".split())
_BY = frozenset("by from".split())
_MADE = frozenset(  # "a list compiled by X"
    "obtained published released analyzed compiled posted collected provided reviewed gathered "
    "issued reported cited listed named".split()
)
_CREDITING_OR_MADE = _CREDITING | _MADE
_GOT = frozenset("obtained reviewed analyzed leaked compiled".split())
_COMPANY = frozenset("group corporation body company inc".split())
_NO_GROUP = frozenset("agency department outlet administration body office court jail".split())
# what a body does with its own data: "figures the agency released"
_HANDING = frozenset(
    "released posted published provided issued shared disclosed gave compiled obtained "
    "collected keeps".split()
)


class Body(NamedTuple):
    """An organisation: the name it is credited by, and what common noun points back to it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The organisations and offices of a pack, compiled."""

    names: Lexicon[Body]
    offices: Lexicon[str]
    people: Mapping[str, str]
    generic: Mapping[str, str]
    outlets: frozenset[str]
    endings: frozenset[str]
    president_name: str
    openers: frozenset[str]  # words without a capital that may open a party
    telling: frozenset[str]  # words that may be a party by themselves, or open one


@lru_cache(maxsize=8)
def source_table(pack: Pack) -> SourceTable:
    """Compile the sources of *pack*."""
    table = pack.sources
    names = [
        (name.lower().replace(" & ", " and "), Body(short, row["kind"]))
        for short, row in table.get("organisations", {}).items()
        for name in row["names"]
    ]
    offices, bodies = Lexicon(table.get("offices", {}).items()), Lexicon(names)
    openers = offices.firsts | _POINTERS | frozenset(table.get("generic", ()))
    return SourceTable(
        bodies,
        offices,
        table.get("people", {}),
        table.get("generic", {}),
        frozenset(table.get("outlet_endings", ())),
        frozenset(table.get("organisation_endings", ())),
        table.get("president", ""),
        openers,
        openers | bodies.firsts | _PREFIXED,
    )


class Party(NamedTuple):
    """Somebody the text names: words ``start`` to ``end``, and what to call them."""

    start: int
    end: int
    name: str
    kind: str  # of an organisation, or person, office


class Credit(NamedTuple):
    """A party credited in a sentence; `at` is the word that credits, `bound` a figure's own."""

    party: Party
    at: int
    reach: tuple[int, int] | None = None  # only figures between these words


@dataclass(slots=True)
class SourceReader:
    """Finds who is credited, sentence by sentence."""

    table: SourceTable
    words: Words
    text: str
    is_place: Callable[[str], bool]
    bodies: list[Body] = field(default_factory=list)  # as named, last one last
    people: dict[str, str] = field(default_factory=dict)  # last names of people with an office
    speaker: Party | None = None
    named: Party | None = None  # the person named last
    opening: Party | None = None  # the first one of the sentence
    officials: str | None = None  # as described when they first spoke
    opened: int = 0  # how many bodies were named before this sentence
    waiting: list[tuple[int, int]] = field(default_factory=list)  # sentences to `catch_up` on
    plain: set[int] = field(init=False)  # the capitals that name nobody, as far as is known

    def __post_init__(self) -> None:
        """Sort out the capitals that only a person named before would make a name of."""
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
            if party.kind in _PEOPLE and party.end - party.start > 1:
                self.named = party
            credit = self._credit(party, begin, end)
            if credit is not None and before is not None and self._houses(before, party):
                credit = credit._replace(party=before)  # "the Institute at X University found"
            before = party
            if credit is not None:
                credits.append(credit)
                self.speaker = party = credit.party
                if party.kind == "office" and "official" in party.name:
                    self.officials = party.name
        return credits

    def catch_up(self) -> None:
        """Read who is named in sentences that credit nobody; later ones may point back to them.

        Most texts end with such sentences, and nobody asks for those.
        """
        for begin, end in self.waiting:
            parties = self._parties(begin, end, _NOBODY)
            self.opening = parties[0] if parties else None
            for party in parties:
                if party.kind in _PEOPLE and party.end - party.start > 1:
                    self.named = party
        self.waiting.clear()

    def _houses(self, guest: Party, host: Party) -> bool:
        joint = self.words.lower[guest.end] in ("at", "of", "in") and host.start <= guest.end + 2
        return joint and guest.kind not in _PEOPLE and guest.kind != "office"

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
        self.opened = len(self.bodies)
        done = begin
        positions = within(self.words.capitals, begin, end)
        if openers:
            opening = map(openers.__contains__, self.words.lower[begin:end])
            positions = sorted({*positions, *compress(range(begin, end), opening)})
        raw, plain = self.words.raw, self.plain
        for position in positions:
            if position < done or (position in plain and raw[position] not in self.people):
                continue
            party = self._party(position, begin, end)
            if party is not None:
                out.append(party)
                done = party.end
        return out

    def _party(self, position: int, begin: int, end: int) -> Party | None:
        lower = self.words.lower
        if self.words.titled[position] and lower[position] not in _FUNCTION:
            named = lower[position] in self.table.names.firsts
            hit = self.table.names.at(lower, position) if named else None
            if hit is not None and not self._is_no_acronym(position, hit.end):
                office = self.table.offices.at(lower, position)
                if office is not None and office.end > hit.end:
                    return Party(position, office.end, office.meaning, "office")
                self.bodies.append(hit.meaning)
                return Party(position, hit.end, hit.meaning.name, hit.meaning.kind)
            return self._proper(position, begin, end)
        held = lower[position] in self.table.offices.firsts
        office = self.table.offices.at(lower, position) if held else None
        if office is not None:
            return Party(position, office.end, office.meaning, "office")
        if (
            lower[position] == "officials"
            and lower[position + 1] in ("said", "say")
            and self.bodies
        ):
            body = self._spoken_for(position)
            return Party(position, position + 1, body.name, body.kind)
        if lower[position] in ("the", "this", "that"):
            return self._common(position, end)
        if lower[position] in ("it", "he", "she", "they"):
            return self._pronoun(position, begin)
        if lower[position] in self.table.generic and lower[position + 1] in _DATA:
            last = self._last(self.table.generic[lower[position]])  # "according to agency data"
            return Party(position, position + 1, last.name, last.kind) if last else None
        return None

    def _is_no_acronym(self, start: int, stop: int) -> bool:
        """``Ice`` and ``Times`` by themselves are words like others."""
        alone = stop == start + 1 and not self.words.raw[start].isupper()
        return alone and self.words.lower[start] in ("ice", "us", "ap", "guardian", "times")

    def _proper(self, position: int, begin: int, end: int) -> Party | None:
        """A run of capitals: an outlet, an organisation, a person of office, or someone else."""
        raw, lower = self.words.raw, self.words.lower
        stop = self._run_end(position, end)
        while stop > position + 1 and raw[stop - 1] == ".":
            stop -= 1
        if stop <= position + 1:
            return self._lone(position) if stop > position else None
        body = self._as_body(position, stop)
        if body is not None:
            self.bodies.append(body)
            return Party(position, stop, body.name, body.kind)
        if lower[stop - 1] in _PREFIXED:  # "the District Attorney"
            return self._office(position - 1, stop - 1)
        first = position
        if not _PREFIXED.isdisjoint(lower[position : stop - 1]):
            first = max(k for k in range(position, stop - 1) if lower[k] in _PREFIXED) + 1
        while first < stop - 1 and lower[first] in (".", "general", "acting", "former"):
            first += 1
        name = self._slice(first, stop)
        known = self.table.people.get(name) or self.people.get(name)
        if known is None and " " in name:
            if first == position and not self._titled(position, stop, begin, end):
                private = not self.is_place(name)
                return Party(position, stop, PERSON, "private") if private else None
            known = self.people[name] = self.people[name.rpartition(" ")[2]] = name
        if known is None:
            return None
        self.people.setdefault(known.rpartition(" ")[2], known)
        return Party(position, stop, known, "person")

    def _lone(self, position: int) -> Party | None:
        """One word with a capital: letters of an organisation, or a last name known by now."""
        raw, words = self.words.raw, self.words
        word = raw[position]
        letters = word.isupper() and word.isalpha() and 2 < len(word) < 7
        if letters and not words.titled[position + 1]:
            self.bodies.append(Body(word, "body"))
            return Party(position, position + 1, word, "body")
        if words.lower[position] in _PREFIXED:
            return self._office(position - 1, position)
        name = self.text[words.start[position] : words.stop[position]]
        known = self.table.people.get(name) or self.people.get(name)
        if known is None:
            return None
        self.people.setdefault(known.rpartition(" ")[2], known)
        return Party(position, position + 1, known, "person")

    def _speaks(self, start: int, stop: int) -> bool:
        """Whether the words make a lawyer or researcher one of an organisation."""
        words = self.words.lower[start:stop]
        if _HIRED.isdisjoint(words) or "," not in words:
            return False
        named = any(self.table.names.at(self.words.lower, k) for k in range(start, stop))
        return named or not self.table.endings.isdisjoint(self.words.raw[start:stop])

    def _as_body(self, start: int, stop: int) -> Body | None:
        """A run of capitals that names an organisation by its last word, or by one of it."""
        raw = self.words.raw
        last = raw[stop - 1]
        if last in self.table.outlets:
            return Body(self._slice(start, stop).removeprefix("The "), "outlet")
        if last in self.table.endings:
            return Body(self._slice(start, stop), last.lower())
        if _JOINTS.isdisjoint(raw[start:stop]):
            return None
        headed = next((w for w in raw[start:stop] if w in self.table.endings), None)
        # "the Department of Corrections"
        return Body(self._slice(start, stop), headed.lower()) if headed else None

    def _run_end(self, position: int, end: int) -> int:
        """Where a run of capitals ends; "and", "of" belong to it where an organisation follows."""
        raw, titled = self.words.raw, self.words.titled
        stop, joint, last = position, 0, min(end, position + 9)
        while stop < last:
            word = raw[stop]
            if titled[stop]:
                if not (word.isalpha() or "." in word):
                    break
            elif stop == position:
                break
            elif word in _JOINTS and titled[stop + 1]:
                joint = joint or stop
            elif word != "." or len(raw[stop - 1]) > 3:  # an initial, or the end
                break
            stop += 1
        if joint and self.table.endings.isdisjoint((raw[stop - 1], raw[joint - 1])):
            return joint
        return stop

    def _titled(self, start: int, stop: int, begin: int, end: int) -> bool:
        """Whether an office stands by the name: ``X, the deputy director``, ``spokesman X``."""
        lower = self.words.lower
        if start > begin and lower[start - 1] in _TITLES:
            return True
        aside = start > begin + 1 and lower[start - 1] == ","
        if aside and not _TITLES.isdisjoint(lower[max(begin, start - 11) : start]):
            return True
        if lower[stop] == ",":
            ahead = stop + 1
            while ahead < min(end, stop + 9) and lower[ahead] not in (",", ".", "said"):
                if lower[ahead] in _TITLES:
                    return True
                ahead += 1
        first, last = max(begin, start - 12), min(end, stop + 12)
        if _HIRED.isdisjoint(lower[first:last]):
            return False
        return self._speaks(first, start) or self._speaks(stop, last)

    def _common(self, position: int, end: int) -> Party | None:
        """``the agency``, ``that advocacy group``, ``the governor``."""
        lower = self.words.lower
        ahead = position + 1
        while ahead < end and ahead < position + 4 and lower[ahead] not in self.table.generic:
            if lower[ahead] in _TITLES or not lower[ahead].isalpha():
                break
            ahead += 1
        word = lower[ahead]
        # not "the University of Iowa"
        if word in self.table.generic and self.words.raw[ahead] == word and ahead <= position + 2:
            body = self._last(self.table.generic[word])
            if body is not None:
                return Party(position, ahead + 1, body.name, body.kind)
        if word not in _TITLES or lower[position] != "the":
            return None
        president = self.table.president_name
        if president and lower[position + 1] == "president":
            return Party(position, position + 2, president, "person")
        if lower[ahead + 1 : ahead + 3] == ["'s", "office"]:  # "the sheriff's office"
            return Party(position, ahead + 3, self._slice(position + 1, ahead + 3), "office")
        return self._office(position, ahead) if ahead <= position + 3 else None

    def _office(self, position: int, title: int) -> Party:
        """``the governor``: the one quoted before, or the office itself."""
        lower, speaker = self.words.lower, self.speaker or self.named
        if speaker is not None and speaker.kind == "person":
            return Party(position, title + 1, speaker.name, "person")
        if self.officials is not None and lower[title].startswith("official"):
            return Party(position, title + 1, self.officials, "office")
        return Party(position, title + 1, self._slice(position + 1, title + 1), "office")

    def _spoken_for(self, position: int) -> Body:
        """Whom an unnamed spokesman speaks for: the subject of the sentence, or the last body."""
        return self.bodies[self.opened] if self.opened < len(self.bodies) else self.bodies[-1]

    def _last(self, kind: str) -> Body | None:
        """Whom ``the agency`` means: the one named most so far, of several the last."""
        kinds = (kind, "department") if kind == "agency" else (kind,)
        bodies = self.bodies[-_MEMORY:]
        fitting = [body for body in bodies if body.kind in kinds]
        if kind == "group":  # a network, a coalition, a union
            fitting = [body for body in bodies if body.kind not in _NO_GROUP]
        if kind == "company":
            fitting = [body for body in bodies if body.kind in _COMPANY]
        if not fitting:
            return None
        if kind != "agency":
            return fitting[-1]
        times = Counter(body.name for body in fitting)
        most = max(times.values())
        return next(body for body in reversed(fitting) if times[body.name] == most)

    def _pronoun(self, position: int, begin: int) -> Party | None:
        if self.speaker is None and self.named is None:
            return None
        word = self.words.lower[position]
        if word in ("he", "she"):
            who = self.named or self.speaker
            if who is None:
                return None
            human = who.kind in ("person", "private")
            return Party(position, position + 1, who.name, who.kind) if human else None
        if self.speaker is None or self.speaker.kind in ("person", "private"):
            body = self.bodies[-1] if self.bodies and word == "it" else None
            return Party(position, position + 1, body.name, body.kind) if body else None
        return Party(position, position + 1, self.speaker.name, self.speaker.kind)

    def _slice(self, start: int, stop: int) -> str:
        return " ".join(self.text[self.words.start[start] : self.words.stop[stop - 1]].split())

    def _credit(self, party: Party, begin: int, end: int) -> Credit | None:
        """Whether the words around *party* credit it."""
        lower = self.words.lower
        before = party.start - 1
        while before > begin and lower[before] in ("the", "an", "a", "u.s.", "federal", "own"):
            before -= 1
        if before >= begin and self._credits_before(before, party, begin):
            quoted = lower[before] in ("said", "says", "announced", "reported")
            return Credit(party, before, (begin, before) if quoted else None)
        after = self._past_label(party.end)
        if lower[after] == "," and party.kind in ("person", "private"):
            after = self._past_apposition(after, end)
        while after < end and (
            lower[after] in _SKIP or lower[after] == "'s" or self._is_rank(after)
        ):
            after += 1
        if after >= end:
            return None
        word = lower[after]
        if word in _HANDING and self._is_of_data(party.start, begin):
            return Credit(party, after)
        if word in SAYING:
            return self._said(party, after, begin, end)
        if lower[party.end] == "'s" or party.kind not in ("person", "private"):
            return self._data(party, after, begin, end)
        return None

    def _is_of_data(self, start: int, begin: int) -> bool:
        """``figures the agency released``, ``a tally that the group keeps``."""
        lower = self.words.lower
        back = start - 1 - (lower[start - 1] == "the")
        back -= lower[back] in ("that", "which")
        return back > begin and lower[back] in _DATA and self.words.figure[back - 1] < 0

    def _is_rank(self, position: int) -> bool:
        """``ICE first reported``: an ordinal is read as a figure."""
        return self.words.raw[position] == SIGNS["rank"]

    def _past_label(self, position: int) -> int:
        """Past what a name may carry: ``(ICE)``, ``agency``, ``officials``."""
        lower = self.words.lower
        if lower[position] == "(" and lower[position + 2] == ")":
            position += 3
        if lower[position] in self.table.generic or lower[position] in _SPEAKERS:
            position += 1
        return position

    def _credits_before(self, before: int, party: Party, begin: int) -> bool:
        """``according to X``, ``said X``, ``data obtained by X``."""
        lower = self.words.lower
        if lower[before] == "to" and lower[before - 1] == "according":
            return True
        if lower[before] == "per" and self.words.raw[party.start][0].isupper():
            return True
        if lower[before] in ("said", "says", "told", "announced", "reported"):
            return lower[before] != "told" and lower[before - 1] in (",", '"', "”", "“", "'")
        if lower[before] in _BY:
            window = lower[max(begin, before - 7) : before]
            if lower[before] == "by" and (
                not _MADE.isdisjoint(window[-2:])
                or "according" in lower[max(begin, before - 9) : before]
            ):
                return True
            return not _DATA.isdisjoint(window[-2:])
        return False

    def _past_apposition(self, comma: int, end: int) -> int:
        lower, verb = self.words.lower, comma + 1
        while lower[verb] in ("has", "have", "had", "also", "later"):
            verb += 1
        if lower[verb] in SAYING:
            return verb
        for position in range(comma + 1, min(end, comma + 16)):
            if lower[position] == ",":
                return position + 1
        return comma

    def _said(self, party: Party, verb: int, begin: int, end: int) -> Credit | None:
        lower = self.words.lower
        if (
            lower[party.start - 1] in ("what", "before", "after", "when")
            or lower[verb + 1] in _NOT_THAT
        ):
            return None
        closing = lower[party.start - 1] == "," and lower[verb + 1] in (".", ",", ";")
        if lower[verb] in _HANDING and not _DATA.isdisjoint(lower[verb + 1 : verb + 4]):
            return Credit(party, verb)  # "ICE released its figures"
        if lower[verb] in _ACTING and lower[verb + 1] != "that" and not closing:
            numbered = any(self.words.figure[k] >= 0 for k in range(verb + 1, min(end, verb + 4)))
            if lower[verb] in ("released", "called", "identified") or not numbered:
                return None if lower[verb] not in ("put", "puts") else Credit(party, verb)
        if lower[verb - 1] in ("that",) and party.end != verb:
            return None
        relative = self._relative(party, verb, begin, end)
        if relative is not None:
            return relative
        return Credit(party, verb)

    def _relative(self, party: Party, verb: int, begin: int, end: int) -> Credit | None:
        """``the 956 arrests the agency announced``: credit for that figure alone."""
        lower, figure = self.words.lower, self.words.figure
        back = party.start - 1
        while (
            back >= begin and lower[back].isalpha() and figure[back] < 0 and back > party.start - 5
        ):
            back -= 1
        adjoining = back >= begin and figure[back] >= 0 and back < party.start - 1
        if adjoining and "," not in lower[back : party.start]:
            return Credit(party, verb, (back, back + 1))
        return None

    def _data(self, party: Party, after: int, begin: int, end: int) -> Credit | None:
        """``ICE statistics show``, ``the agency's official number of 956``."""
        lower, figure = self.words.lower, self.words.figure
        limit = min(end, after + 5)
        noun = next(
            (k for k in range(after, limit) if lower[k] in _DATA or lower[k] == "number"), None
        )
        if noun is None or any(lower[k] in (",", ";", ".") for k in range(after, noun)):
            return None
        if lower[noun + 1] in _GOT and lower[noun + 2] == "by":
            return None  # "ICE data obtained by Reuters": the outlet vouches
        if lower[noun + 1] == "of" and lower[party.end] == "'s":
            number = next((k for k in range(noun + 2, min(end, noun + 5)) if figure[k] >= 0), None)
            if number is not None:
                return Credit(party, noun, (number, number + 1))
        tail = lower[noun + 1 : min(end, noun + 12)]
        told = any(w in SAYING or w in ("indicate", "suggest", "suggests") for w in tail)
        lead = lower[max(begin, party.start - 3) : party.start]
        if told or "to" in lead[-2:] or lower[party.start - 1] in ("by", "in"):
            return Credit(party, noun)
        return None
