"""Victims named one by one: ``killed three people … shot and killed Ann Lee, 46 …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.apposed import persons_in_row
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import phrase, singular

ROW = 800  # characters in a row of the dead
LEDE = 10  # sentences, headings included, in which the number of the dead is announced
# no name goes on behind a stop, but that of an initial or a title: "of Salem. The crash"
_FIRST = r"(?:[A-Z][\w'’-]*|(?:[A-Z]|St|Jr|Sr|Dr|Sgt|Cpl)\.)"
_NAME = rf"{_FIRST}(?:\s(?:{_FIRST}|{NAME_PARTICLES})){{0,3}}\s[A-Z][\w'’-]+"
_AGE = r"(?:,\s(?:age\s)?\d{1,3}\b)"
_OLD = r"(?:\d{1,2}-(?:year|month)-old\s)"
_FATAL = (
    r"killed|murdered|killing|murdering|murders? of|deaths? of|killings? of|slayings? of|shot dead"
    r"|fatally (?:shot|stabbed|struck|beat)"
)
# "shot and killed Ann Lee, 46", "murder of an innocent victim, Bo Roy", "shot 27-year-old Cy Fox"
_VICTIM = lazy(
    rf"(?=[dfhkmrs])\b(?:(?P<fatal>{_FATAL})|(?P<hurt>shot|stabbed|struck|hit|strangled|ran over))"
    rf"(?:,?\s(?:an?|the|his|her)\s(?:[a-z-]+\s?){{1,4}},?)?\s{_OLD}?(?P<name>{_NAME})"
)
_KIN = r"(?:(?:(?:her|his|their)\s)?[a-z]+\s)"
# "…, 46, and Bo Roy, 28", ", her boyfriend Bo Roy"
_AND_VICTIM = lazy(
    rf"{_AGE}?,?(?:\sand\s(?:of\s)?|,\s){_KIN}?{_OLD}?(?P<name>{_NAME})(?={_AGE}|[,.]|\s[a-z])"
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
# "The victims were identified as", "Killed in the crash were"
_THE_DEAD = lazy(
    r"\b(?:[Vv]ictims|[Dd]ead|[Dd]eceased)\s(?:\w+\s){0,3}?(?:identified|named)[^.;:]{0,30}?\sas:?\s"
    r"|\b(?:The dead|Killed)(?: in the \w+)? (?:are|were):?\s"
)
_DEAD = ("identified", "named", "The dead", "Killed")  # one of which each of them has
_ALL_DIED = lazy(
    r"\b(?:[Aa]ll|[Bb]oth)\b(?:\sof)?(?:\sthe)?(?:\s[a-z]+){0,3}\s(?:were|was|had)?\s?"
    r"(?:died|killed|dead|succumbed|perished|pronounced)\b"
)
# told beside the murders of one case
_ELSEWHERE = lazy(r"\b(?:previous(?:ly)?|prior|earlier|unrelated|separate(?:ly)?)\b")


def victims_listed(reading: Reading) -> Iterator[Relation]:
    """``killed three people … killed Ann Lee, 46 … the murder of Bo Roy``."""
    text = reading.document.text
    if "illed" not in text and "dead" not in text and "urder" not in text and "illing" not in text:
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
    if _KILLED.match(skeleton.text, sign + 1):
        return True
    before = _KILLED_BEFORE.search(skeleton.text, max(0, sign - 30), sign)
    words = phrase(skeleton, figure)[:4] if before else ()
    persons = any(singular(w) in PERSONS for w in words)
    return before is not None and (persons or (bool(words) and before["by"] != "left"))


def _victims(reading: Reading, after: int) -> _Victims | None:
    """The victims named, each once by the last word of the name."""
    text = reading.document.text
    told = _THE_DEAD.search(text, after) if any(map(text.__contains__, _DEAD)) else None
    if told:
        spans = tuple(persons_in_row(text, told.end(), min(told.end() + ROW, len(text))))
        if len(spans) > 1:
            return _Victims(spans, fatal=True, whole=True)
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
