"""Persons told by their ages alone: ``three were shot. A 17-year-old girl was hit, a boy of 9``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import aged_sentences, announced, tally
from crossfoot.relate.tallies.charged import others_left
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import phrase

_HARMED = (
    r"shot|shooting|stabb(?:ed|ing)|killed|wounded|injured|hurt|hit|struck|slashed|attacked|beaten|dead"
    r"|died|victims?|grazed|gunshot|hospital|hospitalized|burned|drowned|rescued|robbed|missing"
    r"|survived|survivors|perished|fatally"
)
_CAUGHT = (
    r"arrest(?:ed|s)?|charged|custody|detained|suspects?|accused|booked|cited|indicted|defendants"
)
_ALLEGED = lazy(r"\ballegedly\b")
_DEEDS = (lazy(rf"\b(?:{_HARMED})\b"), lazy(rf"\b(?:{_CAUGHT})\b"))
# of the other deed: "He is accused of shooting a 30-year-old" tells of who was harmed
_OTHERS = (
    lazy(r"\b(?:arrest(?:ed|s)?|custody|detained|suspects?|booked|cited|defendants?)\b"),
    _DEEDS[0],
)
# "a 17-year-old girl", "another 20-year-old", "a second 30-year-old man"
_AGED = pattern(
    r"\b(?P<article>an?|another|the|one)\s(?:(?:{rank}|other)\s)?(?P<age>{age})"
    r"(?:\s(?P<noun>(?!and\b)[a-z]+))?"
)
# "A girl was shot in the foot, a 22-year-old …": one whose age is not told, at the head of a clause
_UNAGED = lazy(
    r"(?:^\W*|[,;]\s(?:and\s|while\s|but\s)?|\s(?:and|while|but)\s)(?P<who>(?:an?|another|the|one)\s"
    r"(?:man|woman|boy|girl|teen|teenager|child|toddler|infant|baby|male|female))\s(?:was|were)\b"
)
# "The victims are a", "The other three were a", "They were identified as a"
_ARE_ALL = lazy(
    r"\W*(?:(?:the|those|these)\s(?:other\s)?(?:victims|dead|injured|wounded|killed|deceased|suspects|defendants"
    r"|arrested|arrestees)|they)\s(?:are|were)\s(?:identified\sas\s)?(?=an?\s)"
)
_ROW = pattern(
    r"an?\s{age}(?:\s[a-z-]+){{0,4}}(?:[,;]\san?\s{age}(?:\s[a-z-]+){{0,4}})*[,;]?\sand\san?\s{age}"
    r"(?:\s[a-z-]+){{0,4}}[.,;]"
)
# "The injured were": not those who died
_HURT = ("injured", "wounded")
REACH = 5  # sentences after a number in which its persons are told
_SORTS = 2  # numbers of a headline: "Two dead, 17 hurt"
FEW = 3  # persons that as many of another deed would hardly be by chance


def told_by_age(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons harmed or caught, and those of whom the same is told by their ages."""
    ages = aged_sentences(reading)
    for index, figures in announced(reading) if len(ages) and sum(ages.values()) > 1 else ():
        skeleton = reading.sentences[index]
        counted = [f for f in figures if f.hedge is None and _of_persons(skeleton, f)]
        if not 0 < len(counted) <= _SORTS:
            continue
        deeds = [bool(deed.search(skeleton.text)) for deed in _DEEDS]
        if deeds[0] != deeds[1]:
            for figure in counted:
                for found in _held(reading, index, figure, _DEEDS[deeds[1]], _OTHERS[deeds[1]]):
                    if len(counted) == 1 or figure.value == len(found.roles["items"]):
                        yield found


def _of_persons(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether it counts persons, and is no part: "two of the men"."""
    at = skeleton.sign_of(figure) + 1
    if skeleton.text.startswith(" of ", at):
        return False
    others = skeleton.text.startswith(" others", at)
    return others or any(map(is_person, phrase(skeleton, figure)))


def _held(
    reading: Reading, index: int, figure: Figure, deed: re.Pattern[str], other: re.Pattern[str]
) -> Iterator[Relation]:
    """The number against all of whom the *deed* is told right after it, and not the *other*."""
    found: list[Span] = []
    told: set[str] = set()
    rows = 0
    for later in reading.sentences[index + 1 : index + 1 + REACH]:
        persons = _persons(reading, later, told)
        if not persons:
            continue
        match = _ARE_ALL.match(later.text)
        they = match is not None and later is reading.sentences[index + 1]
        if not (they or deed.search(later.text) or _ALLEGED.search(later.text)) or other.search(
            later.text
        ):
            return
        if match and not found and _ROW.match(later.text, match.end()):
            here = reading.sentences[index].text
            near = not any(word in match.group() and word not in here for word in _HURT)
            between = reading.sentences[index + 1 : later.figures[0].sentence]
            near = near and not any(SIGNS["count"] in s.text for s in between)
            near = near and not others_left(reading, index + 1, later.figures[0].sentence + 1)
            items = Items.exactly(persons)
            yield from tally(reading, [figure], items, later.span(match), sure=near)
            return
        found += persons
        rows += 1
        if len(found) > (figure.value or 0):
            return
    in_row = rows == 1 and reading.text[found[0].end : found[-1].start].endswith(" and ")
    if len(found) == figure.value and (len(found) >= FEW or in_row):
        yield from tally(reading, [figure], Items.exactly(found), found[0], sure=False)


def _persons(reading: Reading, skeleton: Skeleton, told: set[str]) -> list[Span]:
    """Those whom a sentence tells by an age, and beside them by "a man"; none who has a name."""
    if SIGNS["age"] not in skeleton.text:
        return []
    found: list[Span] = []
    for match in _AGED.finditer(skeleton.text):
        after = skeleton.offset(match.end()) + 1
        named = reading.document.text[after : after + 1].isupper()
        again = match["article"] == "the" and skeleton.figure_at(match.start("age")).text in told
        told.add(skeleton.figure_at(match.start("age")).text)
        if not named and not again:
            found.append(skeleton.span(match))
    if found:
        found += [skeleton.span(m, "who") for m in _UNAGED.finditer(skeleton.text)]
    return sorted(found, key=lambda s: s.start)
