"""Persons named one by one: the defendants of an indictment, the victims of a crash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sized
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, plain
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._ages import Aged, aged
from crossfoot.relate._items import Items, items_of
from crossfoot.relate._kinds import PERSONS
from crossfoot.relate._rows import head
from crossfoot.relate._tallies import aged_sentences, announced, announces, tally
from crossfoot.relate._wording import phrase, singular

LEDE = 10  # sentences, headings included, in which the number of persons is announced
REACH = 6  # sentences after which "The crews are" still means the three gangs
LEAD = 120  # characters between a number and the lines of the persons it counts
MORE = 2  # persons whom lines may leave out of the number of a headline
SHORT = 1  # persons that a row after the lede may leave out of an announced number

_NOUNS = (
    r"(?:(?:co-?)?(?:defendants?|accused|conspirators)|suspects?|men|women|individuals|victims"
    r"|people|arrestees|detainees|officers|soldiers|students|the dead"
    r"|those (?:arrested|charged|indicted|named|killed|sentenced|convicted))"
)
_NAMING = ("dentified", "named", ":", "harged", "rrested", "ndicted", "illed", "ead ", "entenced")
# "identified the defendants as", "The men are identified as", "The defendants are:"
_IDENTIFIED = lazy(
    r"\b(?:identified|named)\b[^.;:]{0,50}?\b" + _NOUNS + r"\b[^.;:]{0,40}?(?:\bas\b:?|:)"
    r"|\b" + _NOUNS + r"\b[^.;:]{0,30}\b(?:are|were|have been)\b(?: \w+)?"
    r" (?:identified as|named as|identified by \w+ as|:)"
    r"|^\W*(?:they (?:are|were|have been)(?: all)? (?:identified|named)[^.;:]{0,30} as:?"
    r"|(?:those )?(?:arrested|charged|indicted|killed|sentenced)(?: in the [a-z]+)?"
    r" (?:are|were):?)(?= )"
)
_TAKING_UP = ("The ", "Those ", "These ", "They ", "“The ", '"The ')
# "The crews are Reds (…), Blues and Greens"
_NOUN_ARE = lazy(
    r"\W*(?:(?:the|those|these)\s(?P<noun>(?:co-)?[a-z]+(?:s|men|women|people|accused))|they|these)\s"
    r"(?P<tie>are|were)(?: identified as)?\s"
)
# "Seven men charged", "arrested seven men"
_CHARGED = lazy(
    r"\b(?:charged|indicted|arrested|arraigned|convicted|sentenced|pleaded|plead|named|defendants"
    r"|suspects|in custody|detained|accused|guilty|facing|face|sought|wanted|extradited|fined)\b"
)
_CHARGED_BEFORE = lazy(
    r"\b(?:charg(?:es?|ed|ing)|indict(?:s|ed)?|arrest(?:s|ed|ing)?|convict(?:s|ed)?|sentenced|detained"
    r"|named?|identif(?:y|ied|ies)|caught|captured"
    r"|against|nabs?|nabbed|guilty pleas from|extradit(?:ed|es|ing))\s(?:of\s|the\s|all\s)*$"
)
_MISSING = lazy(
    r"\b(?:at large|being sought|remains? outstanding|fugitives?|unidentified|juveniles?|minors?"
    r"|not (?:been|yet))\b"
)
# said anywhere, it leaves open who else there is
_OTHERS = lazy(
    r"\b(?:two|three|four|five|six|\d+|several|many|some|the) others\b"
    r"|\bothers (?:were|are|have|had|face|arrested|charged)\b"
    r"|\b(?:another|other|remaining|third|fourth|fifth|unnamed) (?:man|men|woman|women|suspects?"
    r"|defendants?|persons?|people|individuals?|members?|arrests?)\b"
    r"|\b(?:previously|earlier|also) (?:arrested|indicted|sentenced|pleaded)\b"
    r"|\b(?:1[0-7])-year-old|\baccomplices?\b|\bco-defendant\b|\bwithheld\b"
    r"|\bstill (?:at|being|wanted|sought|looking|searching)\b|\btheir names\b"
)
# a line that is a person: "Luis Arce, 42, Pasadena"
_PERSON_LINE = lazy(r"\W{0,3}[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’“”\"-]+){1,4},\s\d{2}\b,?.{0,60}")
_ACCUSED = lazy(
    r"\b(?:charged|indicted|arraigned|sentenced|convicted|arrested|accused|pleaded|pled|pleas?|booked"
    r"|faces?|held|custody|guilty|detained|apprehended|defendants?|suspects?|alleg(?:ed?|es|edly)"
    r"|lawsuits?|complaint|fined|jailed)\b"
)
# before a name: a person whom nobody accuses
_BYSTANDER = lazy(
    r"\b(?:victims?|witness(?:es)?|wife|husband|mother|father|son|daughter|widow|girlfriend|boyfriend"
    r"|killed|killing|died|injured|wounded|murders? of|deaths? of|shot|stabbed|beat|robbed|robbing"
    r"|neighbor|survived|assault(?:ed|ing)|raped|attack(?:ed|ing)|against|spokes[a-z]+)\b"
)
_TITLES = frozenset(
    "Detective Officer Sgt Sgt. Sergeant Deputy Chief Judge Justice Lt Lt. Capt Capt. Captain"
    " Sheriff Trooper Agent Inspector Attorney Prosecutor Rep. Sen. Mayor Gov.".split()
)
# another number of persons beside this one: "two men and a woman"
_BESIDE = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:men|women|people|[a-z]+s),?\sand\s(?:an?|one|[\ue000-\uf8ff])\s"
)
_BESIDE_BEFORE = lazy(r"(?:\b(?:an?|one)|[\ue000-\uf8ff])\s[a-z-]+(?:\s[a-z-]+)?,?\sand\s$")

_NAME = r"[A-Z][\w'’-]*\.?(?:\s(?:[A-Z][\w.'’-]*|de|la|del|van|von|bin|al)){0,3}\s[A-Z][\w'’-]+"
_AGE = r"(?:,\s(?:age\s)?\d{1,3}\b)"
_OLD = r"(?:\d{1,2}-(?:year|month)-old\s)"
_FATAL = (
    r"killed|murdered|killing|murdering|murders? of|deaths? of|killings? of|slayings? of|shot dead"
    r"|fatally (?:shot|stabbed|struck|beat)"
)
# "shot and killed Ann Lee, 46", "murder of an innocent victim, Bo Roy", "shot 27-year-old Cy Fox"
_VICTIM = lazy(
    rf"\b(?:(?P<fatal>{_FATAL})|(?P<hurt>shot|stabbed|struck|hit|strangled|ran over))"
    rf"(?:,?\s(?:an?|the|his|her)\s(?:[a-z-]+\s?){{1,4}},?)?\s{_OLD}?(?P<name>{_NAME})"
)
_KIN = r"(?:(?:(?:her|his|their)\s)?[a-z]+\s)"
# "…, 46, and Bo Roy, 28", ", her boyfriend Bo Roy"
_AND_VICTIM = lazy(
    rf"{_AGE}?,?(?:\s(?:and|of)\s|,\s){{1,2}}{_KIN}?{_OLD}?(?P<name>{_NAME})(?={_AGE}|[,.]|\s[a-z])"
)
_PLURAL = lazy(r"(?:murders|deaths|killings|slayings)\b")
_KILLED_BEFORE = lazy(
    r"\b(?P<by>killed|murder(?:ed|ing|s of)|killing|deaths? of|killings? of|shot dead|left)"
    r"\s(?:the\s)?$"
)
_KILLED = lazy(
    r"\s(?:[a-z-]+\s){0,3}?(?:victims|deaths|murders|killings|homicides|slayings)\b"
    r"|\s(?:[a-z-]+\s){1,3}?(?:were\s|was\s)?"
    r"(?:(?:shot and )?killed|dead|shot dead|murdered|died)\b"
)
_ALL_DIED = lazy(
    r"\b(?:[Aa]ll|[Bb]oth)\b(?:\sof)?(?:\sthe)?(?:\s[a-z]+){0,3}\s(?:were|was|had)?\s?"
    r"(?:died|killed|dead|succumbed|perished|pronounced)\b"
)
# told beside the murders of one case
_ELSEWHERE = lazy(r"\b(?:previous(?:ly)?|prior|earlier|unrelated|separate(?:ly)?)\b")


def persons_listed(reading: Reading) -> Iterator[Relation]:
    """Persons announced by number and then named."""
    yield from _noun_are(reading)
    yield from victims_listed(reading)
    if sum(aged_sentences(reading).values()) < 2 or not any(
        True for _ in _persons_charged(reading, LEDE)
    ):
        return
    yield from _identified(reading)
    yield from _person_lines(reading)
    yield from _accused(reading)


def _noun_are(reading: Reading) -> Iterator[Relation]:
    """``three crews … The crews are FNO, PPP and YAWAH``."""
    text = reading.document.text
    for index, sentence in enumerate(reading.document.sentences):
        if not text.startswith(_TAKING_UP, sentence.start):
            continue
        opening = text[sentence.start : sentence.start + 60]
        if " are " not in opening and " were " not in opening:
            continue
        opening = plain(opening)
        match = _NOUN_ARE.match(opening)
        if match is None:
            continue
        noun = singular((match["noun"] or "").removeprefix("co-"))
        figure = _announced(reading, index, noun) if noun else _only_number(reading, index - 1)
        start = sentence.start + match.end()
        tie = Span(sentence.start + match.start("tie"), sentence.start + match.end("tie"))
        items = items_of(text, start, sentence.end) if text[start].isupper() else None
        yield from tally(reading, [figure], items, tie)
        if figure is None and noun in PERSONS and not _missing(reading, index):
            for figures in _persons_charged(reading, index):
                yield from tally(reading, figures, items, tie)


def _only_number(reading: Reading, index: int) -> Figure | None:
    """The number that "They are" takes up, where the sentence before has no other."""
    figures = [f for f in reading.by_sentence[index] if f.kind in ("count", "number")]
    return figures[0] if index >= 0 and len(figures) == 1 else None


def _announced(reading: Reading, index: int, noun: str) -> Figure | None:
    """The nearest figure before that counts *noun*."""
    for at in range(index - 1, max(-1, index - REACH - 1), -1):
        for figure in reversed(reading.by_sentence[at]):
            if head(reading.sentences[at], figure) == noun or noun in map(
                singular, phrase(reading.sentences[at], figure)
            ):
                return figure
    return None


def _identified(reading: Reading) -> Iterator[Relation]:
    """Persons named, each with an age, against the number of the headline or lede."""
    for index, ages in aged_sentences(reading).items():
        skeleton = reading.sentences[index]
        if ages < 2:
            continue
        if not any(map(skeleton.text.__contains__, _NAMING)):
            continue
        match = _IDENTIFIED.search(skeleton.text)
        if match is None or _missing(reading, index):
            continue
        spans = [
            f.span for f in skeleton.within(match.end(), len(skeleton.text)) if f.kind == "age"
        ]
        if len(spans) > 1:
            for figures in _persons_charged(reading, index):
                yield from tally(reading, figures, Items.exactly(spans), skeleton.span(match))


def _missing(reading: Reading, index: int) -> bool:
    """Whether the text says that some are not named."""
    sentences = reading.document.sentences[index : index + 4]
    text = reading.document.text[sentences[0].start : sentences[-1].end].lower()
    return _MISSING.search(text) is not None


def _persons_charged(reading: Reading, index: int) -> Iterator[list[Figure]]:
    """The numbers of persons that the headline and lede say are charged, alike ones together."""
    groups: dict[Fraction, list[Figure]] = {}
    for at, figures in announced(reading):
        if at >= min(index, LEDE):
            break
        skeleton = reading.sentences[at]
        for figure in figures:
            if figure.value is not None and _are_charged(skeleton, figure):
                groups.setdefault(figure.value, []).append(figure)
    yield from groups.values()


def _are_charged(skeleton: Skeleton, figure: Figure) -> bool:
    sign = skeleton.sign_of(figure)
    words = [*phrase(skeleton, figure)][:4]
    return any(singular(w) in PERSONS for w in words) and bool(
        _CHARGED.search(skeleton.text[sign + 1 : sign + 90])
        or _CHARGED_BEFORE.search(skeleton.text, 0, sign)
    )


def _person_lines(reading: Reading) -> Iterator[Relation]:
    """Lines that each name a person, against the number of the headline or lede."""
    document = reading.document
    lines = [
        Span(b.start, b.end)
        for b in document.blocks
        if _PERSON_LINE.fullmatch(document.text, b.start, b.end)
    ]
    if len(lines) < 2 or len(lines) < len(_columns(reading)):
        return
    # "The five defendants charged in complaints are:" numbers its own lines
    led = [f for f in reading.figures if f.end < lines[0].start <= f.end + LEAD and announces(f)]
    for figures in [led] if led else _persons_charged(reading, len(document.sentences)):
        near = int(figures[0].value or 0) <= len(lines) + MORE
        if figures[-1].end < lines[0].start:
            yield from tally(reading, figures, Items.exactly(lines), lines[0], sure=near)


def _columns(reading: Reading) -> tuple[Aged, ...]:
    """The persons with whom a paragraph or a line begins."""
    starts = {b.start for b in reading.document.blocks}
    return tuple(
        p for p in aged(reading) if len(p.name) > 1 and any(p.at - k in starts for k in range(4))
    )


def _accused(reading: Reading) -> Iterator[Relation]:
    """Everybody whom the text names and accuses, in rows or in paragraphs of their own."""
    persons: dict[tuple[str, str], Aged] = {}
    for person in aged(reading):
        if len(person.name) > 1:
            persons.setdefault((person.name[0], person.name[-1]), person)
    sure = [p for p in persons.values() if _is_accused(reading, p)]
    if len(sure) < 2:
        return
    before = sure[0].figure.start
    groups = [g for g in _persons_charged(reading, LEDE) if g[0].end <= before]
    lists = _rows_of(sure)
    for figures in groups:
        items = _fitting(figures, lists)
        if items is None:
            same = [g for g in groups if _fitting(g, lists) and _same_deed(reading, figures, g)]
            items = _fitting(same[0], lists) if same else None
            alone = items is None and len(groups) == len(lists) == 1
            if alone and _near(reading, figures, persons):
                items = Items(lists[0], tuple(p.figure.span for p in persons.values()), len(sure))
        if items:
            yield from tally(reading, [f for f in figures if f.end <= before], items, lists[0][0])


def _rows_of(persons: list[Aged]) -> list[tuple[Span, ...]]:
    """The persons named in each sentence that names several, and all of them."""
    rows: dict[int, list[Span]] = {}
    for person in persons:
        rows.setdefault(person.figure.sentence, []).append(person.figure.span)
    several = [tuple(row) for row in rows.values() if 1 < len(row) < len(persons)]
    return [*several, tuple(p.figure.span for p in persons)]


def _fitting(figures: list[Figure], lists: list[tuple[Span, ...]]) -> Items | None:
    """The first list that has as many persons as announced."""
    found = next((spans for spans in lists if len(spans) == figures[0].value), None)
    return Items.exactly(found) if found else None


def _near(reading: Reading, figures: list[Figure], persons: Sized) -> bool:
    """Whether the number is of these persons alone, and hardly more than are named."""
    few = int(figures[0].value or 0) <= len(persons) + SHORT
    beside = few and any(_beside(reading, f) for f in figures)
    return few and not beside and not _OTHERS.search(plain(reading.document.text))


def _is_accused(reading: Reading, person: Aged) -> bool:
    """Whether the sentence accuses the person, or a line of its own names him."""
    skeleton = reading.sentences[person.figure.sentence]
    if person.name[0] in _TITLES:
        return False
    before = skeleton.text[: skeleton.position(person.at)]
    return bool(_ACCUSED.search(skeleton.text)) and not _BYSTANDER.search(before)


def _same_deed(reading: Reading, one: list[Figure], other: list[Figure]) -> bool:
    """Whether both numbers are said of one deed: "Two Men Indicted", "three people … indicted"."""
    deeds = [
        {d for f in figures for d in _deeds(reading.sentences[f.sentence], f)}
        for figures in (one, other)
    ]
    return bool(deeds[0] & deeds[1])


def _deeds(skeleton: Skeleton, figure: Figure) -> list[str]:
    sign = skeleton.sign_of(figure)
    after = _CHARGED.findall(skeleton.text[sign + 1 : sign + 90])
    return after or [d.split()[0] for d in _CHARGED_BEFORE.findall(skeleton.text[:sign])]


def _beside(reading: Reading, figure: Figure) -> bool:
    """Whether other persons are counted beside these: "two men and a woman"."""
    skeleton = reading.sentences[figure.sentence]
    sign = skeleton.sign_of(figure)
    return bool(
        _BESIDE.match(skeleton.text, sign + 1)
        or _BESIDE_BEFORE.search(skeleton.text, max(0, sign - 40), sign)
    )


def victims_listed(reading: Reading) -> Iterator[Relation]:
    """``killed three people … killed Ann Lee, 46 … the murder of Bo Roy``."""
    text = reading.document.text
    if "illed" not in text and "urder" not in text and "illing" not in text:
        return
    groups: dict[Fraction, list[Figure]] = {}
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        for figure in figures if index < LEDE else ():
            if figure.value is not None and _are_dead(skeleton, figure):
                groups.setdefault(figure.value, []).append(figure)
    if not groups:
        return
    named = _victims(reading, min(dead[0].end for dead in groups.values()))
    if named is None:
        return
    alone = len(groups) == 1 or len(named.spans) in groups
    items, tie = Items.exactly(named.spans), named.spans[0]
    for dead in groups.values():
        if dead[0].start < tie.start:
            sure = alone and (named.whole or named.fatal)
            yield from tally(reading, dead, items, tie, partial=not named.whole, sure=sure)


@dataclass(frozen=True, slots=True)
class _Victims:
    """Where victims are named; whether the words tell of a death each time, and of all of them."""

    spans: tuple[Span, ...]
    fatal: bool
    whole: bool


def _are_dead(skeleton: Skeleton, figure: Figure) -> bool:
    sign = skeleton.sign_of(figure)
    if not _KILLED.match(skeleton.text, sign + 1):
        words = phrase(skeleton, figure)[:4]
        before = _KILLED_BEFORE.search(skeleton.text, max(0, sign - 30), sign)
        persons = any(singular(w) in PERSONS for w in words)
        return before is not None and (persons or (bool(words) and before["by"] != "left"))
    return True


def _victims(reading: Reading, after: int) -> _Victims | None:
    """The victims named, each once by the last word of the name."""
    text = reading.document.text
    found: dict[str, Span] = {}
    fatal = True
    rows, last = 0, 0
    for match in _VICTIM.finditer(text, after):
        start = text.rfind(".", 0, match.start()) + 1
        if _ELSEWHERE.search(text, start, match.start()):
            return None
        fatal &= match["fatal"] is not None
        rows, last = rows + 1, match.start()
        victim: re.Match[str] | None = match
        while victim:
            span = Span(victim.start("name"), victim.end("name"))
            found.setdefault(victim["name"].split()[-1], span)
            victim = _AND_VICTIM.match(text, victim.end())
    if len(found) < 2:
        return None
    # "guilty of the murders of" names them all
    whole = _ALL_DIED.search(text, after) or (rows == 1 and _PLURAL.match(text, last))
    return _Victims(tuple(found.values()), fatal, bool(whole))
