"""Persons told by their ages: ``three men, ages 20, 25, 31 and 40``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import TIMES, aged_sentences, slipped
from crossfoot.relate.tallies.words import BESIDE
from crossfoot.relate.wording.phrases import relation, singular

MOST = 20  # persons whose ages a text lists
# "three men, ages" / "four teenagers (aged" / "two nephews of the mayor," / "two riders were hurt:"
# "three clerks, all of Reno and" / "The four,"
_ANNOUNCED = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>men|women|people|children|[a-z]+s)"
    r"(?:\s?(?:[,(]|-{{1,2}}|:)|\s(?:of|from|in|at|were|who|arrested|hurt|killed|held)"
    r"(?:\s[a-z'-]+){{0,5}}?\s?(?:[,(:]|-{{1,2}})"
    r"|,\s(?:all|both)\s(?:of|from|in)\s[a-z.' -]{{2,30}}\sand"
    # "six men, all of them Thai, were arrested:"
    r"|(?:,\s(?:all|both)\s[^,;:.()]{{2,40}},)?\s(?:were|are|have\sbeen)\s(?:[a-z]+\s){{0,3}}?[a-z]+:"
    r"|(?:,?\swho)?\s(?:are|were))?"
    r"\s?(?:all\s)?$"
    # "The three, Thai nationals"
    r"|\b(?:the|all|these)\s(?P<n2>{n})(?:,|\s\(|\s-{{1,2}})\s?"
    r"(?:(?:all\s|both\s)?(?!includ|among|most|some|with\b)(?:[a-z-]+\s){{1,3}}?"
    r"(?:men|women|people|children|[a-z]+s),?\s)?$"
)
# no persons: "two counts, ages"
_NOT_AGED = TIMES | frozenset("count charge term crime offense felony misdemeanor".split())
# "aged 20, 25, 31 and 40"; "who are 20 and 25 years old"
_ROW = r"\d{1,2}(?:,\s\d{1,2}\b)*,?\sand\s\d{1,2}\b"
_AGES = lazy(rf"\b(?:ages|aged)\s{_ROW}(?![,.]\d)|(?<=\bwho are\s){_ROW}(?=\syears old\b)")
_AGE = lazy(r"\d{1,2}")
# "a 34-year-old from Mexico, a 29-year-old from Peru and a 41-year-old"
_AN_OLD = (
    r"\ban?\s(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[\s-]year[\s-]old\b"
)
_OLD = lazy(_AN_OLD)
_OLD_ROW = lazy(
    rf"{_AN_OLD}(?:[^.;:,]{{0,50}}?[,;]\s{_AN_OLD})*[^.;:,]{{0,50}}?[,;]?\sand\s{_AN_OLD}"
)
_SEVERAL = 3
# "The victims, | ages", "The children (| aged"
_THE_PERSONS = lazy(
    r"\b(?:the|these)\s(?:[a-z]+\s)?(?:men|women|people|children|[a-z]+s)(?:,|\s\()\s?$"
)
_AND_ONE = lazy(r"\b(?:and|plus|with)\s(?:an?|one|another|his|her|their|the)\s")
# "The four children are", "All four were"
_THE_N = pattern(
    r"\W*(?:the|all|these)\s(?P<n>{n})\s"
    r"(?:(?:men|women|people|children|victims|suspects|defendants|teenagers|boys|girls|migrants)\s)?"
    r"(?:were|are|have|had|will|face|pleaded|live|died)\b"
)
LEAD = 80  # characters before the first age in which the number stands


def ages_listed(reading: Reading) -> Iterator[Relation]:
    """Persons announced by number and then told one by one by their ages."""
    for index, aged in aged_sentences(reading).items():
        skeleton = reading.sentences[index]
        if len(skeleton.figures) < 2:
            continue
        body = reading.text[skeleton.start : skeleton.end]
        if "age" in body or "years old" in body:
            for match in _AGES.finditer(body):
                yield from _told(reading, skeleton, match.start(), _spans(skeleton, _AGE, match))
        if aged > 1 and ("year-old" in body or "year old" in body):
            yield from _told_of(reading, skeleton, body)
            for match in _OLD_ROW.finditer(body):
                yield from _told(reading, skeleton, match.start(), _spans(skeleton, _OLD, match))


def _told_of(reading: Reading, skeleton: Skeleton, body: str) -> Iterator[Relation]:
    """``two cases: a 40-year-old, a resident, …, and a 42-year-old man``: all after the colon."""
    colon = body.find(": a")
    if colon > 0:
        persons = tuple(
            Span(skeleton.start + m.start(), skeleton.start + m.end())
            for m in _OLD.finditer(body, colon)
        )
        if len(persons) > 1 and persons[0].start == skeleton.start + colon + 2:
            yield from _told(reading, skeleton, colon + 2, persons, whole=True)


def _taken_up(
    reading: Reading, skeleton: Skeleton, start: int, end: int, persons: tuple[Span, ...]
) -> Iterator[Relation]:
    """``The victims, ages 9, 12 and 15, were found. The three children``: those just told."""
    index = skeleton.figures[0].sentence
    if len(persons) < _SEVERAL or not _THE_PERSONS.search(skeleton.text, start, end):
        return
    after = skeleton.position(persons[-1].end)
    if any(f.kind in ("count", "number") for f in skeleton.figures) or _AND_ONE.search(
        skeleton.text, after
    ):
        return
    following = reading.sentences[index + 1] if index + 1 < len(reading.sentences) else None
    match = _THE_N.match(following.text) if following else None
    count = following.group(match, "n") if following and match else None
    if count is None or count.value is None or count.hedge is not None:
        return
    if slipped(int(count.value), len(persons)):
        tie = Span(persons[0].start, persons[-1].end)
        yield relation("tally", reading, [tie], {}, count=count, items=persons)


def _spans(skeleton: Skeleton, source: re.Pattern[str], match: re.Match[str]) -> tuple[Span, ...]:
    start = skeleton.start
    found = source.finditer(match.string, *match.span())
    return tuple(Span(start + m.start(), start + m.end()) for m in found)


def _told(
    reading: Reading,
    skeleton: Skeleton,
    at: int,
    persons: tuple[Span, ...],
    *,
    whole: bool = False,
) -> Iterator[Relation]:
    """The number right before the list; of two it may be that others go without an age."""
    end = skeleton.position(skeleton.start + at)
    start = max(0, end - LEAD)
    match = _ANNOUNCED.search(skeleton.text[start:end])
    if match is None:
        yield from _taken_up(reading, skeleton, start, end, persons)
    if match is None or (match["noun"] and singular(match["noun"]) in _NOT_AGED):
        return
    number = "n" if match["n"] else "n2"
    sign = start + match.start(number)
    count = skeleton.figure_at(sign)
    if count.value is None or not 2 <= count.value <= MOST or count.hedge is not None:
        return
    if count.value > len(persons) and len(persons) < 3 and not whole:
        return
    if not slipped(int(count.value), len(persons)):
        return
    if BESIDE.search(skeleton.text, max(0, sign - 40), sign):
        return
    tie = Span(
        skeleton.offset(start + match.end("noun" if match["n"] else number)), persons[0].start
    )
    yield relation("tally", reading, [tie], {}, count=count, items=persons)
