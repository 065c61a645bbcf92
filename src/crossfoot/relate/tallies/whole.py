"""Whether a list behind a number tells all of it: a number that it does not fit is wrong then."""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.names import Row, persons_from
from crossfoot.relate.tallies.words import counted
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.phrases import is_unnumbered, singular

# "…, with Chile close behind"
_WITH_MORE = lazy(r",\s(?:with|followed|plus|along with|then|trailed|while|as well as|and)\s")
_LOWER = lazy(r"(?:the|an?)\s[a-z]")  # "Fiat, the auto maker, and Olivetti"
_GOES_ON = lazy(r"(?:will|would|has|have|is|are|was|were|can)\s")  # "…, and will add Utah"
_LOCATED = lazy(r"[a-z]+\s(?:in|at|near|from)\s[A-Z]")  # "locations in Iowa, Ohio and Utah"
_STANDING = frozenset(
    "warehouse store restaurant bank branch home house shop office plant factory hotel hearing"
    " meeting shooting robbery burglary raid trial ceremony forum rally protest checkpoint".split()
)
_AT = lazy(r"(?:in|at|from|on|near|off|across|around|outside)\s(?:the\s)?[A-Z]")
_JOINED_LAST = lazy(r"(?:\b(?:and|or|plus|as well as|along with)\b|[&;])")
# "three states: Texas, Utah and Arizona | had refused"
_CLAUSE = lazy(r"\s(?:had|has|have|was|were|are|is|will|would|can|could|did)\s")
# "Alba Health, LLC, Bora Health, LCC": a form of company that is not read as one
_FORM = lazy(r"[A-Z]{2,4}")
_COMPANY = lazy(r",\s(?:LLC|LLP|PLLC|Inc|Corp|Ltd|P\.C|L\.L\.C)\b")
# "the FBI, the DEA and local police": the last may be several
_OF_MANY = lazy(
    r"(?i)(?:the |its |their )?(?:(?:state|local|county|city|area|regional|federal|tribal)\s"
    r"(?:and\s)?){1,2}(?:sheriff'?s?'?\s)?(?:police|law enforcement|agencies|authorities|partners"
    r"|officials|offices|departments|groups)\b"
)


def is_whole_list(reading: Reading, match: re.Match[str], items: Items | None) -> bool:
    """Whether a list has its last "and", as one that is read right does, and no item twice."""
    if items is None:
        return False
    text = reading.document.text
    if _AT.match(text, items.spans[0].start) and not _counts_places(match["np"]):
        return False  # "six ferries lay idle - in Oslo, Kiel and Riga"
    if _LOCATED.match(text, items.finest[0].start) and text[items.finest[-1].start].isupper():
        return False
    said = [text[s.start : s.end] for s in items.finest]
    if any(map(_GOES_ON.match, said)) or (said[0][0].isupper() and any(map(_LOWER.match, said))):
        return False
    if _OF_MANY.match(said[-1]) or any(map(is_unnumbered, said)):
        return False
    if said[0][0].isupper() and _CLAUSE.search(said[-1]):
        return False
    if any(map(_FORM.fullmatch, said)) and _COMPANY.search(
        text, items.spans[0].start, items.spans[-1].end + len(", LLC")
    ):
        return False
    said = [words.lower() for words in said]
    if len(set(said)) < len(said) or any(words[0] in "-*" for words in said):
        return False
    if _WITH_MORE.match(reading.text, items.spans[-1].end):
        return False
    if ";" not in text[items.spans[0].start : items.spans[-1].end] and any(
        " and " in text[s.start : s.end] for s in items.spans[:-1]
    ):
        return False  # "the Alder and Dane, the Elm and the Fir and Gorse"
    between = [reading.text[a.end : b.start] for a, b in pairwise(items.spans)]
    bracketed = match["tie"].strip() == "("
    return bracketed or any(_JOINED_LAST.search(words) for words in between[-1:])


def _counts_places(words: str) -> bool:
    """Whether what is counted is a place, or stands at one: others can be several at a place."""
    return any(singular(word) in PLACES | _STANDING for word in words.split())


def row_of_persons(reading: Reading, skeleton: Skeleton, start: int) -> Row | None:
    """The row of persons that is listed, where there is one: `apposed` tells best how many."""
    row = persons_from(reading.document.text, skeleton.offset(start), skeleton.end)
    return row if row is not None and len(row.persons) > 1 else None


def too_few(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], items: Items | None
) -> bool:
    """Whether a stretch between semicolons may tell of two: ``cells in B and C are reserved``."""
    figure = counted(skeleton, match)
    if items is None or figure is None or (figure.value or 0) <= len(items.spans):
        return False
    return any(" and " in reading.text[s.start : s.end] for s in items.spans)
