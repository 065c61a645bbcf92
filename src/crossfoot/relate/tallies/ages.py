"""Ages of one person given twice: "a 36-year-old man", and further on the defendant's name, 36."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES, NAME_PREFIX
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.tallies.ages_again import told_again
from crossfoot.relate.tallies.ages_headed import profiles
from crossfoot.relate.tallies.names import NICK
from crossfoot.relate.wording.kinds import is_nationality
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.slips import slip_for

_NAME = (
    rf"(?:[A-Z][\w'’.-]*+\s++(?:(?:{NAME_PARTICLES}|{NICK})\s++){{0,3}})*{NAME_PREFIX}?[A-Z]"
    r"(?:[\w'’-]++|\.)(?:,? (?:(?:Jr|Sr)\b\.?|II|III|IV))?"
)
_ALIAS = r"(?:,?\s+(?:aka|a/k/a|a\.k\.a\.|also known as|known as|nicknamed)\s+[^,;()]{1,50})"
# "Marcus Gamble, 24, of …": what stands before; "Bo Roy, aka Slim and Doc, 39", "Bo Roy (39)"
_BEFORE = lazy(rf"({_NAME}){_ALIAS}{{0,3}}(?:(?P<comma>,)?[”\"’']?\s+(?:age[d]?\s+)?|\s?\()$")
# "24-year-old Marcus Gamble": what stands after
_AFTER = lazy(rf"(?:[\s-]*years?[\s-]old)?\s+({_NAME})")
# "a 24-year-old man", "36-year-old Bronx man"
_SOMEONE = lazy(
    r"(?:[\s-]*years?[\s-]old)?\s+(?:[\w'’.-]+\s+){0,4}?(man|woman|person|resident|driver|teenager"
    r"|contractor|doctor|lawyer|attorney|teacher|officer|nurse|mother|father|defendant|suspect)\b"
)
_ACCUSED = lazy(
    r"\b(?:charged|indicted|arraigned|sentenced|convicted|arrested|accused|pleaded|pled|indictment)\b"
)
# "identified the defendant as"; never the victim
_INTRODUCED = lazy(
    r"\bidentified (?:the (?:defendant|suspect|man|woman|driver|gunman|shooter)|him|her) as\b"
)
_ROLE = lazy(r"\b(?:[Dd]efendant|[Ss]uspect|[Aa]ccused),?\s+(?=[A-Z])")
# "…, who lives next to the church", "the victim, …", "the car belongs to", "said Ann Lee, 43"
_ANOTHER = lazy(
    r"\b(?:who|victim|witness|neighbor|owner|owns|owned|belongs|saw|heard|[Jj]udge|spokes[a-z]+"
    r"|his|her|another|separate(?:ly)?)\b|\bsaid\s+[A-Z]"
)
# "Ann Lee, 43, of Ely, is charged with"; not "is also charged"
_IS_ACCUSED = lazy(
    rf"{_NAME}(?:,\s(?:age[d]?\s)?|\s\()\d{{1,3}}\)?(?:,?\sof\s[^,.;]{{2,40}})?"
    r",?\s(?:(?:was|is|has been)"
    r"\s(?:being held|(?:charged|accused|held|indicted|arraigned|jailed|booked)\b)|faces\b)"
)
_SEVERAL = lazy(
    r"(?i)\b(?:two|three|four|five|six|\d+ (?:people|men|women)|both|several|others?|another|men"
    r"|women|people|one of|an? \d{1,2}-year-old\b.*\ban? \d{1,2}-year-old)\b"
)
# "30, was arrested in 2019", "30, was arrested on May 4, 2019"
_YEAR = lazy(
    r"[^.;\n]{0,60}?\b(?:in|on|since)\s(?:[A-Z][a-z]+\.?\s(?:\d{1,2},\s)?)?(?P<year>(?:19|20)\d\d)\b"
)
# "his son | John Poe", "the younger | Poe"
_KIN = lazy(
    r"\b(?:(?:grand)?(?:son|daughter|father|mother)|uncle|aunt|nephew|niece|cousin|namesake|elder"
    r"|younger|older)(?:, also|, too)?,?\s(?:named\s)?$"
)
_CLOSED = lazy(r"[,.;:)\n]|\sand\s|$")
# behind "Ann Lee, | 24"; no name stands there, as in "Ann Lee, 24-year-old Bo Roy"
_ENDS = lazy(r"[,.;:)\n–—-]|\s(?![A-Z“\"])(?!(?:man|woman|boy|girl)\b)|$")
_NEAR = 24  # characters before a name
_SUFFIXES = ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Aged:
    """A person of an age: by the words of the name, or without a name."""

    figure: Figure
    name: tuple[str, ...]
    sentence: str
    at: int = 0  # where the name begins
    suffix: str = ""  # "Jr": the son is not the father

    @property
    def key(self) -> tuple[str, str, str]:
        """The name as it is written with and without middle names."""
        return (self.name[0], self.name[-1], self.suffix)


def ages(reading: Reading) -> Iterator[Relation]:
    """Ages that the wording gives to one person. Names are compared and not kept."""
    persons = aged(reading)
    named = [p for p in persons if p.name]
    known: set[str] = set()
    for found in chain(_same_name(reading, named), _the_accused(reading, persons, named)):
        known |= {f.id for f in found.figures("figures")}
        yield found
    for one, other in profiles(reading):
        if not {one.id, other.id} <= known:
            known |= {one.id, other.id}
            yield _relation(reading, one, other)
    for one, other in told_again(reading, {p.figure.id: p.name for p in named}):
        if not {one.id, other.id} <= known:
            yield _relation(reading, one, other)


@kept
def aged(reading: Reading) -> tuple[Aged, ...]:
    """The persons whose ages the text gives, in its order; worked out once."""
    ages = (_person(reading, f) for f in reading.figures if f.kind == "age")
    return tuple(person for person in ages if person)


def _person(reading: Reading, figure: Figure) -> Aged | None:
    text = reading.document.text
    sentence = reading.document.sentences[figure.sentence]
    said = text[sentence.start : sentence.end]
    near = max(sentence.start, figure.start - 120)
    before = _BEFORE.search(text[near : figure.start])
    tail = text[figure.end : figure.end + 80].partition("\n\n")[0]
    if before and (_ENDS if before["comma"] else _CLOSED).match(tail):
        name = before.group(1)
        return Aged(figure, _words(name), said, near + before.start(1), _suffix(name))
    if _SOMEONE.match(tail):
        return Aged(figure, (), said)
    after = _AFTER.match(tail)
    if after is None or is_nationality(after.group(1).lower().rpartition("-")[2]):
        return None
    name = after.group(1)
    return Aged(figure, _words(name), said, figure.start, _suffix(name))


def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in name.replace(",", " ").split() if w not in _SUFFIXES)


def _suffix(name: str) -> str:
    last = name.split()[-1]
    return last.rstrip(".") if last in _SUFFIXES else ""


def _same_name(reading: Reading, named: list[Aged]) -> Iterator[Relation]:
    """Two ages under one full name."""
    seen: dict[tuple[str, str, str], Aged] = {}
    for person in named:
        if len(person.name) < 2:
            continue
        first = seen.setdefault(person.key, person)
        if first is person or _are_two(reading, first, person):
            continue
        if not _grown(reading, first, person):
            yield _relation(reading, first.figure, person.figure)


def _are_two(reading: Reading, one: Aged, other: Aged) -> bool:
    """Whether two bear one name: in one sentence, or "his son John Poe, 16"."""
    text = reading.document.text
    kin = (_KIN.search(text, max(0, p.at - _NEAR), p.at) for p in (one, other))
    return one.figure.sentence == other.figure.sentence or any(kin)


def _grown(reading: Reading, one: Aged, other: Aged) -> bool:
    """Whether the ages are of two times, the lesser of the earlier: "30, was arrested in 2019"."""
    then, now = sorted((one, other), key=lambda p: p.figure.value or 0)
    years = [_YEAR.match(reading.document.text, p.figure.end) for p in (then, now)]
    if years[0] is None or then.figure.value == now.figure.value:
        return False
    return years[1] is None or years[0]["year"] < years[1]["year"]


def _the_accused(
    reading: Reading, persons: tuple[Aged, ...], named: list[Aged]
) -> Iterator[Relation]:
    """The one person without a name who is charged up front, and the one who is then named."""
    lead = _lead_end(reading)
    up_front = [
        p for p in persons if not p.name and p.figure.start < lead and _ACCUSED.search(p.sentence)
    ]
    if not up_front:
        return
    later = [p for p in named if _INTRODUCED.search(p.sentence)] or [
        p for p in named if _ROLE.search(p.sentence)
    ]
    later = later or _likely_of(up_front, named)
    alone = len({p.name for p in later}) == 1 and len({p.figure.value for p in up_front}) == 1
    if alone and later[0].figure.start > up_front[0].figure.start:
        yield _relation(reading, up_front[0].figure, later[0].figure)


def _likely_of(up_front: Sequence[Aged], named: Sequence[Aged]) -> list[Aged]:
    """The only person named with an age: of the age told up front, its digits, or a slip of it.

    Of the last only who opens a sentence as the one accused: "Ann Lee, 43, is charged with".
    """
    if not up_front or len({p.key for p in named if len(p.name) > 1}) != 1:
        return []
    told = _digits(up_front[0])
    return [
        p
        for p in named
        if len(p.name) > 1
        and not _ANOTHER.search(p.sentence)
        and (_digits(p) == told or _is_accused_next(up_front[0], p))
    ]


def _is_accused_next(one: Aged, named: Aged) -> bool:
    """Whether the next sentence with an age opens with who is accused, a slip from *one*."""
    if named.figure.sentence - one.figure.sentence != 1 or not _IS_ACCUSED.match(named.sentence):
        return False
    if _SEVERAL.search(one.sentence):
        return False
    meant = one.figure.value
    return meant is not None and slip_for(named.figure, meant.numerator) is not None


def _digits(person: Aged) -> Sequence[str]:
    """What the age is written with, in no order: the same of 34 and 43."""
    return sorted(str(person.figure.value))


def _lead_end(reading: Reading) -> int:
    """Where title and lede end."""
    blocks = reading.document.blocks
    return blocks[min(zones(reading).body, len(blocks)) - 1].end if blocks else 0


def _relation(reading: Reading, one: Figure, other: Figure) -> Relation:
    spans = [Span(f.start, f.end) for f in (one, other)]
    return relation("restatement", reading, spans, {"of": "age"}, figures=[one, other])
