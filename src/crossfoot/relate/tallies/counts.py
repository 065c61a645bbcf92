"""Lists of places by their counts or addresses: ``14 counties: Brown (3), Dane (20), …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import of_places, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.words import CHOSEN, counted
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.rows import Row, family, head, rows

# between the places and the first bracket: " counties: Brown ("
_OPENS_NAMES = lazy(r"[^.;:()]{0,60}(?::|\s-)\s[^.;:()]{1,40}\($")
# "the three largest ceremonies will be held in Reno ("
_THE_LARGEST = lazy(
    r"\s(?:largest|biggest|top|busiest|main|leading|most [a-z]+)\s[^.;:()]{0,70}?"
    r"\b(?:in|at|to|from|were|are|include)\s[^.;:()]{1,40}\($"
)
# "nationals of four countries: 110"
_COUNTED_PLACES = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,3}}?(?:countries|counties|states|cities|nations|places|sites|offices"
    r"|courthouses|courts|jails|prisons|centers|plants|districts|towns|locations|airports|ports|camps"
    r"|facilities|villages|provinces|stores|schools|hospitals|agencies|departments|nationalities)"
    r"(?P<tie>:)\s(?={n})"
)
_COUNTED_ITEM = pattern(r"(?:^|,\s(?:and\s)?|;\s(?:and\s)?|\sand\s)(?P<f>{n})(?=\s)")
_ITEM_STARTS = lazy(r"(?:^|,\s(?:and\s)?|;\s(?:and\s)?|\sand\s)(?=\S)")
_ELSEWHERE = lazy(r"\b(?:other|others|rest|elsewhere|remaining|unknown|total)\b")
# "110 in the north", "110 for Dover"; "23 for felonies" is told of no place
_AT = lazy(r"\s(?:[a-z]+\s){0,2}?(?:(?:in|at|from|on|to)\s(?!night\b|dawn\b)|for\s(?:the\s)?[A-Z])")
# "seven Brooklyn properties:", "four homes -"
_HOMES = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,3}}?(?:homes|houses|properties|addresses|locations|buildings"
    r"|residences|apartments|sites|lots|stores|businesses|premises)"
    r"(?:\s(?:in|on|across|around|near|at)\s[^.;:()]{{1,40}}?)?(?P<tie>:|\s-|--|\s\()\s*"
)
# "290 Broadway | , both in Alder, and Birch Street": one more, without a number
_AND_A_NAME = lazy(r"[^;.]{0,80}?,?\sand\s(?:(?:the|on|at|in)\s){0,2}[A-Z]")
_ADDRESS = lazy(r"\d[\d-]*\s+\S")

# "25 arrests in Iowa"
_IN = lazy(r"\s(?:[a-z]+\s){0,3}?(?P<where>in|from|at|for|to)\s")
# "people in five"
_WHERE = lazy(r"\b(?P<where>in|from|at|for|to)\s(?:the\s)?$")
SLACK = 2  # places that a slip of the number may leave between the two
_SEVERAL = lazy(r"\b(?:other|others|elsewhere|rest|each|combined)\b")
FEWEST = 3  # brackets in a row
REACH = 2  # sentences after a number of places in which each has its count


def counts_listed(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """Places announced by number, each then given with a count or an address."""
    yield from _bracketed(reading, skeleton)
    yield from _counted_each(reading, skeleton)
    yield from _addresses(reading, skeleton)
    yield from _making_total(reading, index, skeleton)


def _bracketed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``in 14 counties: Brown (3), Dane (20), …``: as many brackets as places."""
    if skeleton.text.count("(") < FEWEST:
        return
    for row in rows(skeleton):
        signs = [skeleton.sign_of(f) for f in row.figures]
        if len(signs) < FEWEST or any(skeleton.text[at - 1] != "(" for at in signs):
            continue
        before = [f for f in skeleton.within(0, row.start) if family(f) == "count"]
        if not before:
            continue
        between = skeleton.text[skeleton.sign_of(before[-1]) + 1 : row.start]
        places = [f for f in before if head(skeleton, f) in PLACES]
        largest = len(before) == 1 and _THE_LARGEST.match(between) is not None
        if (len(places) == 1 and _OPENS_NAMES.match(between)) or largest:
            places = places or before
            items = Items.exactly([f.span for f in row.figures])
            tie = Span(before[-1].end, row.figures[0].start)
            yield from tally(reading, places, items, tie)


def _making_total(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``78 people in five states. … 25 in Iowa, 15 in Ohio, …``: the row that makes up the 78."""
    if len(skeleton.figures) < 2 or not any(map(of_places, skeleton.figures)):
        return
    places = [f for f in skeleton.figures if family(f) == "count" and head(skeleton, f) in PLACES]
    if len(places) != 1:
        return
    before = _WHERE.search(skeleton.text, 0, skeleton.sign_of(places[0]))
    totals = {f.value for f in skeleton.figures if f is not places[0] and family(f) == "count"}
    for sentence in reading.sentences[index : index + REACH + 1] if before else ():
        for row in rows(sentence):
            made = row.kind == "count" and row.total.is_exact and row.total.low in totals
            later = row.figures[0].start > places[0].end
            if before and made and later and _each_in_one(row, before["where"]):
                items = Items.exactly([f.span for f in row.figures])
                near = abs(len(row.figures) - int(places[0].value or 0)) <= SLACK
                yield from tally(reading, places, items, row.figures[0].span, sure=near)
                return


def _each_in_one(row: Row, where: str) -> bool:
    """Whether each count is given for one place, in the way the number of places is."""
    text = row.skeleton.text
    signs = [row.skeleton.sign_of(f) for f in row.figures]
    ends = [*signs[1:], signs[-1] + 40]
    given = [text[at + 1 : end] for at, end in zip(signs, ends, strict=True)]
    places = (_IN.match(one) for one in given)
    return all(p and p["where"] == where for p in places) and not any(map(_SEVERAL.search, given))


def _counted_each(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``nationals of four countries: 110 Cubans, 213 Haitians, …``: as many counts as places."""
    if ":" not in skeleton.text:
        return
    text = reading.document.text
    for match in _COUNTED_PLACES.finditer(skeleton.text):
        listed = skeleton.text[match.end() :]
        starts = [match.end() + m.start("f") for m in _COUNTED_ITEM.finditer(listed)]
        counts = [
            skeleton.sign_of(f)
            for f in skeleton.within(match.end(), len(skeleton.text))
            if family(f) == "count"
        ]
        if len(starts) < 2 or counts != starts or _ELSEWHERE.search(listed):
            continue
        each = [skeleton.figure_at(at) for at in starts]
        if all(
            text[f.end : f.end + 2].strip()[:1].isupper() or _AT.match(text, f.end) for f in each
        ):
            items = Items.exactly([f.span for f in each])
            sure = len(starts) == len(_ITEM_STARTS.findall(listed))
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [skeleton.group(match, "n")], items, tie, sure=sure)


def _addresses(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``seven homes: 12 Oak Street and 40 Elm Avenue, in Reno; …``: as many addresses."""
    if skeleton.text.count(SIGNS["identifier"]) < 2:
        return
    for match in _HOMES.finditer(skeleton.text):
        found: list[Span] = []
        for figure in skeleton.within(match.end(), len(skeleton.text)):
            if figure.kind in ("count", "number"):  # "and two homes in Elko: 3 Main Street …"
                break
            if figure.kind == "identifier" and _ADDRESS.match(figure.text):
                found.append(figure.span)
        if len(found) > 1 and skeleton.group(match, "n") not in (None, *_chosen(skeleton, match)):
            tie = skeleton.span(match, "tie")
            sure = _AND_A_NAME.match(reading.document.text, found[-1].end) is None
            items = Items.exactly(found)
            yield from tally(reading, [skeleton.group(match, "n")], items, tie, sure=sure)


def _chosen(skeleton: Skeleton, match: re.Match[str]) -> list[Figure]:
    """The number itself, where it is "the first three" or some of another."""
    figure = skeleton.group(match, "n")
    some = counted(skeleton, match) is not figure
    chosen = some or CHOSEN.search(skeleton.text, 0, match.start("n"))
    return [figure] if figure and chosen else []
