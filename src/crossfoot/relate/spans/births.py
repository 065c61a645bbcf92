"""Ages: told of a day and held against a birth, or told of two days of one life."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.spans.windows import (
    Window,
    dated,
    guessed,
    has_year,
    loosely,
    published,
    window_of,
)
from crossfoot.relate.wording.phrases import relation

_D, _A, _R = SIGNS["date"], SIGNS["age"], SIGNS["rank"]
_AGED = f"[{_A}{SIGNS['count']}]"
# the words that follow an age told as a bare number
_BARE = r"(?=[,.;:)]|$| (?:when|at the|at (?:his|her|their|its)|on|in|and|as|while|years? old)\b)"
# 38", who was born on" Jan. 9, 1981; 38", was born in Honduras in" 1981
_WHO_WAS_BORN = lazy(
    rf"(?P<age>{_AGED}),? (?:(?:who|and) )?(?:was )?born (?:in (?:[a-z.'-]+,? ){{1,3}}?)?"
    rf"(?:on |in )?(?P<start>{_D})"
)
# "born in Honduras on" Jan. 9, 1981; "a law passed in" 1996
_FOUNDING = frozenset("enacted founded built passed established adopted opened".split())
_FOUNDED = rf"(?:{'|'.join(sorted(_FOUNDING))})"
_ENACTED = lazy(rf"{_FOUNDED}[^.;]{{0,40}}{_D}[^.;]*{_A}")
_BORN = lazy(
    rf"\b(?:born|{_FOUNDED})"
    rf"(?: in (?:[a-z.'-]+ ?){{1,3}},?)? (?:on |in )?(?P<start>{_D})"
)
# "is now" 38
_IS_NOW = lazy(rf"\b(?:is|turns)(?: now)?(?: aged?| only| just)? (?P<age>{_AGED}){_BARE}")
# "was" 34 "when he was arrested on" June 1, 2024; "turned" 18 "on" June 3, 2023
_WAS_WHEN = lazy(
    rf"\b(?:was|were|aged?|age of|turn(?:ed|ing)|only|just|then|,) (?P<age>{_AGED})"
    r"(?: years old)?,? (?:(?:when|at the time|at (?:his|her) (?:death|arrest)|as)\b"
    rf"[^.;{_D}]{{0,80}}?[ (](?:on|in|of) )?(?:on |in )?(?P<end>{_D})"
)
# "died on" April 2, 2025", at the age of" 60
_WHEN_AGED = lazy(
    rf"\b(?:on|in|died) (?P<end>{_D}),? (?:at (?:the )?age (?:of )?|aged? |at )"
    rf"(?P<age>{_AGED}){_BARE}"
)
# "Marsh," 38", died on" June 3, 1994; "In" 2008", Ann Marsh," 33", was arrested"; the latter may
# be so old today
_APPOSED = lazy(
    rf", (?P<age>{_A}), (?:died|drowned|was (?:killed|shot dead|fatally [a-z]+|pronounced dead))\b"
    rf"[^.;{_D}{_A}]{{0,60}}? (?:on|in) (?P<end>{_D})"
    rf"|^\W*(?:[^;]{{2,40}}? - )?(?:on|in) (?P<end2>{_D}), [^.,;]{{2,40}}, (?P<age2>{_A}), was\b"
)
# "on his" 18th "birthday," June 3, 2023; June 3, 2023", her" 18th "birthday"
_BIRTHDAY = lazy(
    rf"(?P<age>{_R}) birthday(?:,| on| in| -)* (?P<end>{_D})"
    rf"|(?P<end2>{_D}),? (?:-+ |which (?:was|is) |was )?(?:the day of )?(?:on )?(?:his|her|their)"
    rf" (?P<age2>{_R}) birthday"
)
# "He was born on" / "Born in": the person whom the sentence beside it is about
_TAKES_UP = lazy(r"\W*(?:(?:he|she) was |(?:he|she) is )?born\b")
# "He was" 24, "On her" 18th "birthday"
_TAKEN_UP = lazy(r"\W*(?:he|she|died|on (?:his|her))\b")
# "in" 1989", Marsh, then" 25
_THEN_AGED = lazy(
    rf"\b(?:in|on) (?P<start>{_D}),? (?P<name>[a-z'-]+)(?: [a-z'.-]+){{0,2}}, (?:who was )?then"
    rf"(?: aged| age)? (?P<age>{_AGED})"
)
_AGE_TOLD = frozenset(("when", "time", "then"))
# what a sentence without either lacks
_AGED_HINT = lazy(rf"{_AGED},? (?:when|at the time)\b|, (?:who was )?then\b")
# "Marsh was" 25 "when he shot the man in" 1989; "Marsh," 25 "at the time, shot the man in" 1989
_AGED_WHEN = lazy(
    rf"\b(?P<name>[a-z'-]+)(?:,? (?:who )?was (?:just |only |then )?|, (?:who was )?(?:then )?)"
    rf"(?P<age>{_AGED}),? (?:when|at the time)\b[^.;{_D}]{{0,90}}?\b(?:in|on) (?P<start>{_D})"
)


def ages_told(reading: Reading) -> Iterator[Relation]:
    """Every age that the words tie to a birth or to an age at another time."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        text = skeleton.text
        if _D not in text:
            continue
        founded = not _FOUNDING.isdisjoint(skeleton.words) and _ENACTED.search(text)
        for match in _BORN.finditer(text) if "born" in text or founded else ():
            start = skeleton.group(match, "start")
            if start and has_year(start):
                yield from _since_birth(reading, index, skeleton, match, start)
        if not _AGE_TOLD.isdisjoint(skeleton.words) and reading.today and _AGED_HINT.search(text):
            yield from _grown_up(reading, skeleton)


def _since_birth(
    reading: Reading, index: int, skeleton: Skeleton, born: re.Match[str], start: Figure
) -> Iterator[Relation]:
    """The ages that the sentence of a birth, or one beside it, tells with their day."""
    person = born.group().startswith("born")
    if person and (match := _WHO_WAS_BORN.search(skeleton.text)):
        yield from _aged_now(reading, skeleton, match, start)
    for match in _IS_NOW.finditer(skeleton.text, born.end()):
        yield from _aged_now(reading, skeleton, match, start)
    yield from _aged_then(reading, skeleton, start, person=person, after=born.end())
    if person and index and _TAKES_UP.match(skeleton.text):
        yield from _aged_then(reading, reading.sentences[index - 1], start, person=True)
    if person and index + 1 < len(reading.sentences):
        following = reading.sentences[index + 1]
        if _TAKEN_UP.match(following.text):
            yield from _aged_then(reading, following, start, person=True)


def _aged_now(
    reading: Reading, skeleton: Skeleton, match: re.Match[str], start: Figure
) -> Iterator[Relation]:
    today, age = reading.today, skeleton.group(match, "age")
    if today and age and age.value:
        found = _born(
            reading, skeleton.span(match), (start, dated(reading, today)), age, today, "1"
        )
        yield from (f if published(reading) else guessed(f) for f in found)


def _aged_then(
    reading: Reading, skeleton: Skeleton, start: Figure, *, person: bool, after: int = 0
) -> Iterator[Relation]:
    tests = (_WAS_WHEN, _WHEN_AGED, _BIRTHDAY) if person else (_WAS_WHEN,)
    matches = [m for test in tests for m in test.finditer(skeleton.text, after)]
    if person and not matches and not after and skeleton.text.count(_A) == 1:
        matches = list(_APPOSED.finditer(skeleton.text))
    for match in matches if len(matches) == 1 else ():
        which = "2" if match.groupdict().get("end2") else ""
        age, end = skeleton.group(match, f"age{which}"), skeleton.group(match, f"end{which}")
        if end and end is not start and age and (person or age.kind == "age"):
            found = _born(reading, skeleton.span(match), (start, end), age, None, "0")
            today = bool(which) and age.kind == "age"
            yield from (loosely(f) if today else f for f in found)


def _born(
    reading: Reading,
    words: Span,
    ends: tuple[Figure, Figure | None],
    age: Figure,
    today: date | None,
    slack: str,
) -> Iterator[Relation]:
    """An age, the birth and the day of which it is told."""
    first = window_of(ends[0])
    last = Window(today, today) if today else window_of(ends[1]) if ends[1] else None
    if first and last and last.first > first.last and age.value is not None:
        options = {
            "counting": "born", "unit": "years", "slack": slack,
            "start": str(first), "end": str(last),
        }  # fmt: skip
        yield relation("span", reading, [words], options, start=ends[0], end=ends[1], length=age)


def _grown_up(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """An age then and an age now, and the years between."""
    today = reading.today
    for test in (_THEN_AGED, _AGED_WHEN):
        for match in test.finditer(skeleton.text):
            start, then = skeleton.group(match, "start"), skeleton.group(match, "age")
            now = _age_now(reading, match["name"]) if start and has_year(start) else None
            window = window_of(start) if start else None
            if not (today and start and then and now and window):
                continue
            options = {
                "counting": "ages", "unit": "years",
                "start": str(window), "end": str(Window(today, today)),
            }  # fmt: skip
            found = relation(
                "span", reading, [skeleton.span(match)], options,
                start=start, end=dated(reading, today), length=(now, then),
            )  # fmt: skip
            yield found if published(reading) else guessed(found)


def _age_now(reading: Reading, name: str) -> Figure | None:
    """The one age set behind *name* in commas: "Marsh, 62,"."""
    test = re.compile(rf"\b{re.escape(name)}, (?P<age>{_AGED}),")
    found = {
        figure.value: figure
        for index in reading.with_figures
        for match in test.finditer(reading.sentences[index].text)
        if (figure := reading.sentences[index].group(match, "age"))
    }
    return next(iter(found.values())) if len(found) == 1 else None
