"""Persons or places in apposition: ``two suspects, Ann Lee and Bo Roy, were``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate._ages import aged
from crossfoot.relate._items import Items, items_of
from crossfoot.relate._kinds import PLACES
from crossfoot.relate._list_words import NO_LIST, NP, of_places, of_several
from crossfoot.relate._tallies import tally
from crossfoot.relate._wording import singular

# "two suspects, Ann Lee and Bo Roy, were"
_APPOSED = pattern(r"(?P<n>{n})(?P<np>" + NP + r")(?P<tie>,)\s(?=[a-z])")
# "The four - Ann Lee, 25, Bo Roy, 31, … - got out", "six members, Ann Lee, aka Lo, 31, …"
_PERSONS = pattern(
    r"(?:\b(?:the|all|these|those)\s)?(?P<n>{n})(?P<np>" + NP + r")?(?P<tie>,|:|\s?-\s|\s?--\s?)\s?"
    r"(?=[a-z])"
)
_NAMES = lazy(r"[A-Z][\w.'’-]*(?P<more>(?:\s[A-Z][\w.'’-]*){0,3})(?:,| and )")
_SAID = lazy(r"\b(?:said|says|reported|announced|told|confirmed|among|according)\b")
_VERB = lazy(r",?\s(?:were|was|are|is|have|has|had|who|face|faces|pleaded|pled|allegedly)\b")
# "…, 31, arrested": here the list is left; "…, 31, of Reno", "…, 31, and" go on
_LEFT = lazy(
    r"\s(?:-|--)\s|;?,\s(?!of\b|from\b|formerly\b|and\b|aka\b|an?\b|the\b|both\b|all\b|who\b|also\b|known"
    r"|each\b|of\b|is\b)[a-z]+(?:ed|s)?\b|\s(?:were|was|are|is|have|has|had|pleaded|face)\b|\.\s"
)
NEAR = 70  # characters between the start of a list of persons and the first age


def apposed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Names right after the number of those who bear them."""
    if "," not in skeleton.text and "-" not in skeleton.text:
        return
    yield from _with_ages(reading, skeleton)
    yield from _names(reading, skeleton)


def _with_ages(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Names with an age each: as many ages as persons, up to the verb."""
    ages = [f for f in skeleton.figures if f.kind == "age"]
    if len(ages) < 2:
        return
    text = reading.document.text
    named = {p.figure.id for p in aged(reading) if len(p.name) > 1}
    for match in _PERSONS.finditer(skeleton.text):
        at = match.end()
        start = skeleton.offset(at)
        if not text[start].isupper() or (match["np"] and not of_several(skeleton, match)):
            continue
        if not match["np"] and not skeleton.text[match.start()].isalpha():
            continue
        found: list[Span] = []
        for age in ages:
            sign = skeleton.sign_of(age)
            if sign < at:
                continue
            if age.id not in named or _LEFT.search(skeleton.text, at, sign) or sign - at > 2 * NEAR:
                break
            found.append(age.span)
            at = sign + 1
        near = found and skeleton.sign_of(ages[0]) - match.end() <= NEAR
        if len(found) > 1 and near and not NO_LIST.search(skeleton.text, match.end()):
            figure = skeleton.group(match, "n")
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [figure], Items.exactly(found), tie)


def _names(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two suspects, Ann Lee and Bo Roy, were``: names only, told apart in one way."""
    text = reading.document.text
    for match in _APPOSED.finditer(skeleton.text):
        start = skeleton.offset(match.end())
        if not _NAMES.match(text, start) or not of_several(skeleton, match):
            continue
        verb = _VERB.search(skeleton.text, match.end())
        end = skeleton.offset(verb.start() if verb else len(skeleton.text))
        items = items_of(text, start, end, places=of_places(match["np"]))
        if items is None or items.least != len(items.finest):
            continue
        figure = skeleton.group(match, "n")
        names = [_NAMES.match(text[s.start : s.end] + ",") for s in items.spans]
        close = text[items.spans[-1].end : items.spans[-1].end + 60]
        if not all(names) or _SAID.search(close) or figure is None:
            continue
        persons = all(name and name["more"] for name in names)
        named = singular(match["np"].split()[-1]) in PLACES and len(names) > 2
        if persons or named or figure.value == len(names):
            yield from tally(reading, [figure], items, skeleton.span(match, "tie"))
