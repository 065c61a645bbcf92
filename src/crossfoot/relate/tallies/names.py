"""Rows of persons: ``Ann Lee, 34, a/k/a “Ace,” of Reno; Sgt. Bo Roy Jr.; and Cy Fox, a clerk``.

Only where the names stand is read off; no name is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import NAME_PARTICLES, NAME_PREFIX
from crossfoot.model import Span
from crossfoot.relate.tallies.items import STATES

_CAPITAL = r"[A-Z](?:[\w'’]|-(?!-)|\.(?=\w|\s[A-Z]))*"  # "J." of "Ann J. Lee", not the last stop
NICK = r"“[^”]{1,25}”|\"[^\"]{1,25}\"|‘[^’]{1,25}’|\([A-Z][^()]{1,25}\)"
_MIDDLE = rf"(?:{_CAPITAL}|{NAME_PARTICLES}|{NICK}|{NAME_PREFIX}{_CAPITAL})"
# "William “Big Will” Hunt", "Luis de la Cruz Jr.", "Ali al-Sayed"
FULL_NAME = rf"{_CAPITAL}(?:\s{_MIDDLE}){{0,5}}\s(?:{_CAPITAL}|{NAME_PREFIX}{_CAPITAL})"
# before a name, and no part of it; a plural opens a row of its own: "nurses Ann Lee and Bo Roy"
TITLE = (
    r"(?:Officers?|Sergeants?|Lieutenants?|Captains?|Corporals?|Troopers?|Detectives?|Deput(?:y|ies)"
    r"|Agents?|Defendants?|Brothers|Sisters|Doctors?|Drs?\.?|Mrs?\.?|Ms\.?|Sgts?\.?|Lts?\.?|Capt\.?"
    r"|Cpl\.?|Firefighters?|Private|Specialist|Pastor|Rev\.?|Father|Attorney|Nurses?)"
)
_NO_LEAD = (
    r"(?:of|in|at|from|with|by|to|for|on|against|that|said|says|told|was|were|is|are|has|have|had|and"
    r"|or|but|as|near|between|under|over|when|while|where|because|including|named|called)\b"
)
_NO_START = r"(?:In|On|At|After|When|While|As|By|For|With|From|Since|Under|According)\b"
# "his wife, Ann Lee", "former chief executive Bo Roy", "Sgt. Cy Fox"
_PERSON = lazy(
    rf"(?P<lead>(?:(?!{_NO_START})[A-Z][a-z]+\s(?=[a-z]))?(?:(?!{_NO_LEAD})[a-z][a-z'’-]*,?\s){{0,4}}(?:{TITLE}\s){{0,2}})"
    rf"(?:\d{{2}}-year-old\s)?(?P<name>{FULL_NAME})(?:,?\s(?:Jr|Sr)\b\.?|(?<=\s[JS]r)\.|\s(?:II|III|IV)\b)?"
)
_QUOTED = r"[“\"‘][^”\"’]{1,40}[”\"’],?"
_ALIAS = (
    r",?\s\(?(?:(?:who is |who was )?(?:also |formerly )?known as|aka|a/k/a|a\.k\.a\.|f/k/a"
    r"|nicknamed|AKA|A/K/A)\s"
    rf"(?:{_QUOTED}(?:\s(?:and|or)\s{_QUOTED}|\s{_QUOTED})*"
    r"|[^,;:()]{1,30}?\sand\s[A-Z][^,;:()]{0,20}(?=,\s(?:age\s)?\d{1,3}\b)"  # "Ace and Doc, 31"
    r"|[^,;:()]{1,40}?(?=[,;)]|\sand\s|\s[a-z]{3}))\)?"
)
_AGE = (
    r",?\s\(?(?:aged?\s)?\d{1,3}\b(?!,\d|-|\s(?:counts|months|people|others|years\s(?:in|to)))"
    r"(?:\syears\sold)?\)?"
)
_DEGREE = r",\s(?:M\.?D|D\.?O|R\.?N|L\.?P\.?N|N\.?P|C\.?P\.?A|D\.?D\.?S|D\.?P\.?M|Ph\.?D|Esq)\b\.?"
_PLACE = (
    r",?\s(?:(?:both|all|each|formerly|currently|and)\s)?(?:of|from|residing in|in)\s(?:the\s)?"
    r"[A-Z][\w.'’-]*(?:\s(?:of|the|[A-Z][\w.'’-]*)){0,4}"
)
_ONE_WORD = r",\s[A-Z][\w.'’-]*(?=[,;]|\sand\s|\.?$)"  # "Bo Roy, 31, Pasadena;"
_BRACKET = r"\s\([^()]{1,90}\)"
# "a broker", "who also ran the shop", "his wife": what is said of one who is named
_SAID = (
    r",\s(?:an?|the|who|whose|whom|also|both|all|each|former|formerly|then|now"
    r"|(?:his|her|their|its|our)(?![^,;:]{0,40}\s[A-Z][\w'’-]+\s[A-Z])"
    r"|owner|president|director|manager|chief|(?!\w+ed\s)[a-z]+\s(?:of|at|for|with))\s[^,;:]{1,90}?(?=[,;]|\.?$)"
)
_ASIDE = lazy("|".join((_ALIAS, _DEGREE, _BRACKET, _AGE, _PLACE, _SAID, _ONE_WORD)))
_STATE = lazy(r",\s(?P<state>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?)(?=[,;:)]|\s[a-z–—-]|\.?$)")
_NEXT = lazy(
    r"[,;]?\s(?P<last>(?:and|&|as well as|along with|together with|plus)\s(?:also\s)?)"
    r"|[,;]\s|(?<=,[”\"’])\s"
)
_NO_PERSON = lazy(
    r"\b(?:Department|Agency|Office|Bureau|Police|Service|Administration|County|Court|District|Unit"
    r"|Commission|Enforcement|Investigations?|Division|Committee|Company|Inc|LLC|Corp|University"
    r"|Secretary|President|Director|Sens?|Reps?|Judge|Justice|Sheriff|Chief|Prosecutors?|Mayor|Governor"
    r"|Attorney|Attorneys|Authority|Association|Center|Hospital|Bank|School|Church|Street|Avenue|Road"
    r"|The|This|These|Those|In|On|At|According|After|United|New|North|South|West|East|San|Santa|Los|Las"
    r"|January|February|March|April|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
# ", two sisters, Ann Lee and Bea Roy": others than those before
_COUNTED = lazy(r"(?i:two|three|four|five|six|seven|eight|nine|ten|several)\b")
LONGEST = 60  # persons in a row
ASIDES = 5  # things said of one of them


@dataclass(frozen=True, slots=True)
class Person:
    """Where a name stands, and the words that lead up to it: ``physical therapists``."""

    span: Span
    lead: str


@dataclass(frozen=True, slots=True)
class Row:
    """Persons named together; `closed` where an "and" says who is the last; `end` is its end."""

    persons: tuple[Person, ...]
    closed: bool
    end: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the names stand."""
        return tuple(person.span for person in self.persons)


def persons_from(text: str, start: int, end: int) -> Row | None:
    """The row of persons that begins right at *start*; None where none begins there."""
    found: list[Person] = []
    at, stop, closed, last = start, start, False, False
    ands = 0  # a second "and" in one row opens another: "Ann and Bo Lee, Cy and Dee Fox"
    while len(found) < LONGEST and (match := _PERSON.match(text, at, end)):
        if _NO_PERSON.search(match["name"]) or _COUNTED.match(match["lead"]):
            break
        found.append(Person(Span(match.start("name"), match.end("name")), match["lead"].strip()))
        ands = 0 if found[-1].lead else ands + last
        closed = last and ands < 2
        stop = _after_asides(text, match.end(), end)
        step = _NEXT.match(text, stop, end)
        if step is None:
            break
        at, last = step.end(), step["last"] is not None
        if text[stop] == ";":  # "Ann and Bo Lee of Reno; Cy Fox; and Dee and Ed Hall"
            ands = -1 if last else 0
    return Row(tuple(found), closed, stop) if found else None


def _after_asides(text: str, at: int, end: int) -> int:
    """Where what is said of a person ends."""
    for _ in range(ASIDES):
        state = _STATE.match(text, at, end)
        if state and state["state"].lower() in STATES:
            at = state.end()
            continue
        aside = _ASIDE.match(text, at, end)
        if aside is None:
            return at
        at = aside.end()
    return at


def groups(row: Row) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The persons of *row* by the words that lead up to them: ``nurses A and B, and clerk C``."""
    lead = ""
    spans: list[Span] = []
    for person in row.persons:
        if person.lead and spans:
            yield lead, tuple(spans)
            spans = []
        lead = person.lead or lead
        spans.append(person.span)
    if spans:
        yield lead, tuple(spans)
