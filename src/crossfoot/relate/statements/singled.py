"""Whether fewer persons may be some of those told before: "the six men", of seven jailed.

They are all again only where nothing from the one number to the sentence of the other tells some
apart: a name, "including", "one of them", a single person, a step that some only reach.
"""

from __future__ import annotations

from fractions import Fraction
from re import Match

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.antecedents import OTHERS
from crossfoot.relate.statements.deeds import is_accused
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.same import from_elsewhere, heads
from crossfoot.relate.statements.some_or_more import DONE_WORDS
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem
from crossfoot.relate.wording.steps import later_step

# words of a name that make it no person's, or that of someone who only tells of them
_OFFICES = frozenset(
    "Police Department Office Border Patrol Bureau Force Customs Service Services Security"
    " Investigation Investigations Guard Agency Administration News Post Times Attorney General"
    " Chief Sheriff Sergeant Sgt Captain Capt Lieutenant Lt Judge Justice Agent Director Division"
    " Commissioner Detective Inspector Officer Mayor Governor Spokesman Spokeswoman Prosecutor"
    " President Secretary Minister Operation Homeland Indictment Court State States".split()
)
_NO_PERSONS = _OFFICES | frozenset(
    "Courthouse County Street Road Avenue Highway Station Port City District Hospital Airport"
    " School Schools Park Council Sector Bridge Island Beach Valley Prison Jail Union University"
    " College Bank Square Lake River Coast Unit Center Program Act Kingdom House Church Club"
    " Company New North South East West San Los Las El Fort Saint".split()
)
_NAME = lazy(
    r"(?P<before>[A-Za-z]*[.,:;]?\s)?"
    r"(?P<name>\b[A-Z][a-z]+\s(?:[A-Z]\.\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)"
    r"(?=(?P<after>(?:,?\s[a-z]+)?))"
)
# a name inside a sentence: "the Bear", "to Bath"
_A_NAME = lazy(
    r"(?:\b(?P<before>[a-z]+),?\s(?:the\s)?|[,;]\s)"
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’.-]+)*)(?=(?P<after>(?:,?\s[a-z]+)?))"
)
_NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June"
    " July August September October November December ATF FBI DEA ICE CBP HSI I U.S".split()
)
_WHERE = frozenset("in at near from on of by for off said says told and".split())
_IN = frozenset("in at of near from the to on by for with said says told called".split())
_TELLS = frozenset("said says told announced added explained wrote".split())
_PERSON = (
    r"(?:man|woman|boy|girl|driver|passenger|(?:ring)?leader|suspect|defendant|victim|person|child"
    r"|teen(?:ager)?|fugitive|captain|skipper|pilot|mother|father|brother|sister|son|daughter|wife"
    r"|husband|minor|juvenile|baby|infant|accomplice|co-defendant|guest|guide|smuggler|survivor"
    r"|migrant)"
)
_OTHERS = lazy(r"\bothers\b")
# "twelve people, including Ann Lee, Bo Roe and others, were": all of them
_INCLUDING = lazy(r"\bincluding\s[^.;:\n]{3,90}?\band\sothers\b")
_PERSONS = rf"(?:{_PERSON}s?|(?:wo)?men|children|people|members|group)"
_SOME = (
    r"(?:some|most|few|several|couple|half|pair|rest|n?either|latter|another|both|many|last|others?"
    r"|remaining|one)"
)
# "including two women", "most of them", "another was", "a third man", "remains at large", "a woman"
_PICKED = lazy(
    rf"\b(?:includ(?:es?|ing)\s(?:[a-z0-9-]+\s){{0,3}}?{_PERSONS}"
    rf"|{_SOME}\s(?:of\s(?:them|whom|those|these|the\s(?:[a-z]+\s){{0,2}}?{_PERSONS})"
    rf"|were|was|are|is|had|have|has|who|{_PERSONS})"
    r"|except|besides|all but|alone|along with|together with|joined by"
    r"|remain(?:s|ed|ing)?\s(?:at large|free|in|a|under|on the run|hospitali[sz]ed)"
    rf"|(?:first|second|third|[a-z]+th|\d+th)\s(?:was|is|{_PERSON})"
    r"|(?:young|old|larg|lat|small)est"
    rf"|(?:an?|the|his|her)\s(?:[a-z0-9-]+\s){{0,2}}?{_PERSON})\b"
    r"|\b(?:another|[a-z]+th|third),"
)
# "but the one in Quay stays"
_SOME_THINGS = lazy(
    r"\b(?:the one|except|all but|others?|remaining|the rest|another|most of|some of|half of)\b"
)
# "a second house", "they seized more", "then found": more than were told
_MORE = lazy(
    r"\b(?:another|others|more(?! than\b)|additional|second|third|separate|two other)\b"
    r"|\b(?:then|later|also)\s(?:found|seized|discovered|recovered|stopped|searched)\b"
)
# "The six men | were", ", all from Leeds,"
_VERB = (
    r"(?:were|are|was|is|have|had|has|will|would|must|may|face|faced|allegedly|then|later|also|now|each"
    r"|all|conspired|ran|brought|sold|took|used|stole|made|drove|went|got|came|hid|kept|wore|told|left"
    r"|pled|hit|sent|paid|met|fled|broke|beat|put|set|began|led|lost|spent|bought|fell|gave"
    rf"|lived|lay|sat|knew|saw|won|(?!{DONE_WORDS}\b)[a-z]{{2,}}ed)\b"
)
_GOES_ON = lazy(
    r"(?:\s(?:[a-z'-]+\s)??[a-z'-]+)?"
    r"(?:\s(?:in|of) (?:this|the) (?:case|group|scheme|plot|ring|conspiracy))?"
    rf"(?:\s{_VERB}|(?:,|\s-)\s(?:all|who|from|aged|ages|ranging|whose|each)\b|[.,]?\"?\s*$)"
)
# things that have no names of their own; "the Glock" may still be one of the guns
_NAMELESS = frozenset(
    map(
        stem,
        "package bundle brick kilo bag box crate parcel packet pill tablet round bullet shell gun"
        " firearm rifle pistol handgun shotgun weapon phone laptop document passport card check"
        " count charge arrest".split(),
    )
)
_ARTICLES = frozenset("a an the".split())
_MOST = 8  # numbers told since, of which some may come to it
# nouns that name anyone told of before
ANYONE = frozenset(
    map(
        stem,
        "people persons individuals suspects defendants accused victims arrestees subjects".split(),
    )
)


def may_be_some(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd*, which is fewer, may be some of those *one* counts."""
    if (odd.head != one.head and odd.head not in ANYONE) or not tells_of_all(odd, one):
        return True
    step = later_step(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)
    if step is not None and step not in one.words | one.near:
        return True
    if _is_left(field, one, odd):
        return True
    start, written = _since(one, odd)
    if _PICKED.search(field.story.text, start, odd.skeleton.end) or _others(field, one, odd):
        return True
    return any(map(_is_person, _NAME.finditer(_INCLUDING.sub("", written))))


def _since(one: Statement, odd: Statement) -> tuple[int, str]:
    """From where on others may be told: behind *one*, or its headline; and all up to *odd*."""
    start = one.skeleton.end if one.zone == "title" else one.figure.end
    return start, odd.written_since(one)[start - one.skeleton.start :] + odd.written_after()


def _others(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether others are told of without their number: not "two men and five others"."""
    text, end = field.story.text, odd.skeleton.end
    counted = sum(s.head == OTHERS for s in field.before(odd) if s.order > one.order)
    told = sum(1 for _ in _OTHERS.finditer(text, one.figure.end, end))
    listed = sum(1 for _ in _INCLUDING.finditer(text, one.figure.end, end))
    return told > counted + listed


def tells_of_all(odd: Statement, one: Statement) -> bool:
    """Whether a verb or a stop follows the noun, and no words that narrow it."""
    if odd.modifiers - one.modifiers - one.words or odd.joined:
        return False
    text, after = odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1
    return is_accused(odd) or _GOES_ON.match(text, after) is not None


def _is_left(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether numbers told since come to *odd*, or leave it of *one*: "one fled", of four cars."""
    whole, few = one.figure.value or 0, odd.figure.value or 0
    since = [s for s in field.before(odd) if s.order > one.order]
    told = [s for s in (*since, *field.beside(odd)) if s is not odd and s.group == "count"]
    like = (
        s
        for s in told
        if heads(s, odd) != "unlike" or (s.of_persons and odd.of_persons) or _begins(field, s)
    )
    values = [s.figure.value or 0 for s in like][-_MOST:]
    sums = {Fraction(0)}
    for value in values:
        sums |= {value + other for other in sums}
    return few in sums or whole - few in sums


def _begins(field: Field, statement: Statement) -> bool:
    """Whether a sentence begins with it: "One got away"."""
    start = statement.figure.start
    return not start or field.story.text[start - 2 : start].strip(' \n"') in (".", "!", "?", "")


def things_apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether more are told of since, or one of them: "a second house", "one got away"."""
    if from_elsewhere(one, odd):
        return True
    if (odd.figure.value or 0) > (one.figure.value or 0):
        return _MORE.search(field.story.text, one.figure.end, odd.skeleton.start) is not None
    if odd.places and not tells_of_all(odd, one):
        return True
    if _SOME_THINGS.search(field.story.text, one.figure.end, odd.skeleton.end):
        return True
    return _is_left(field, one, odd) or _names_some(one, odd)


def _names_some(one: Statement, odd: Statement) -> bool:
    """Whether a name is told since that may be of one of them: "the navy will scrap the Bear"."""
    _, written = _since(one, odd)
    nameless = odd.head in _NAMELESS
    return any(
        match["before"] not in _WHERE
        and (not nameless or _behind_article(match, written))
        and match["after"].strip(" ,") not in _TELLS
        and match["name"] not in _NO_NAMES
        and _OFFICES.isdisjoint(match["name"].replace(".", "").split())
        for match in _A_NAME.finditer(written)
    )


def _behind_article(match: Match[str], written: str) -> bool:
    """Whether an article leads to a name: "the Glock"."""
    before = written[: match.start("name")].split()
    return bool(before) and before[-1].lower() in _ARTICLES


def _is_person(match: Match[str]) -> bool:
    """Whether a name is of someone that something is told of: no place, office or spokesman."""
    before, after = (match[side] or "" for side in ("before", "after"))
    if before.strip() in _IN or after.strip(" ,") in _TELLS:
        return False
    return _NO_PERSONS.isdisjoint(match["name"].replace(".", "").split())
