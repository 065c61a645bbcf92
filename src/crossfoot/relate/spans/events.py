"""Operations and schemes: their dates in one sentence, and how long they took in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, kept
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.spans import words
from crossfoot.relate.spans.windows import (
    UNITS,
    Window,
    both_windows,
    has_year,
    loosely,
    span_of,
)
from crossfoot.relate.wording.times import months_named

_D, _L = SIGNS["date"], SIGNS["duration"]
_AROUND = 2  # sentences between an operation's dates and its length
_NEAR = 8  # sentences between what is told of one scheme or sweep
_SHORT = 31  # days of a sweep whose one length and one pair of dates are of each other
_LONG = 60  # days that a scheme lasts at least


@dataclass(frozen=True, slots=True)
class Told:
    """A length: of an event by its own words, taken up by "those", or only set beside one."""

    of_event: Figure | None
    taken_up: Figure | None
    beside: Figure | None
    another: bool = False  # "a four-day sweep", which after the dates of one may be another


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that a sentence gives an event, and the words that do."""

    index: int
    start: Figure
    end: Figure
    tie: Span
    match: re.Match[str] | None
    ran: re.Match[str] | None  # "the operation ran from … to": both days told of it outright


def lengths_of_events(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """An operation that ran from one date to another, and its length a sentence or two away."""
    told = {i: found for i in reading.with_figures if (found := _lengths_told(reading, i))}
    near = {i + k for i in told for k in range(-_AROUND, _AROUND + 1)}
    for index in (i for i in reading.with_figures if i in near):
        days = _days_told(reading, index)
        if days is None or {days.start.start, days.end.start} & taken:
            continue
        lengths = [
            f
            for f in _around(told, index, named=days.ran is None)
            if f.start not in taken and same_months(reading, f.sentence, (days.start, days.end))
        ]
        if len(lengths) == 1 and lengths[0].unit in UNITS:
            yield from _lasting(reading, days, lengths[0])


def _days_told(reading: Reading, index: int) -> Days | None:
    """The days that a sentence gives an operation, the last of them perhaps in a neighbour."""
    skeleton = reading.sentences[index]
    text = skeleton.text
    if _D not in text:
        return None
    ran = words.EVENT_RAN.search(text) if text.count(_D) > 1 else None
    match = (
        ran
        or words.ASIDE_THROUGH.search(text)
        or words.ARRESTS_RAN.search(text)
        or words.EVENT_BEGAN.search(text)
    )
    if words.OTHER_ONE.search(text, 0, match.end() if match else len(text)):
        return None
    if match is None:
        both = _range_told(skeleton)
        return Days(index, both, both, both.span, None, None) if both else None
    start = skeleton.group(match, "start2" if match.groupdict().get("start2") else "start")
    here = "end" in match.groupdict()
    end = skeleton.group(match, "end") if here else _end_nearby(reading, index)
    return Days(index, start, end, skeleton.span(match), match, ran) if start and end else None


def _lasting(reading: Reading, days: Days, length: Figure) -> Iterator[Relation]:
    """How long an event lasted; loosely where that length may be another's."""
    ends = days.start, days.end
    if windows := both_windows(*ends):
        span = span_of(reading, days.tie, ends, windows, length, length.unit)
        goes_on = (days.ran or days.match is None) and _goes_on(reading, days.index, length)
        tied = (
            goes_on or _is_named(reading, days.ran, length) or _is_taken_up(reading, days, length)
        )
        another = any(is_another(reading, at) for at in (days.index, length.sentence))
        another = another or is_of_a_place(reading, days.end)
        yield span if tied and not another else loosely(span)


def _is_taken_up(reading: Reading, days: Days, length: Figure) -> bool:
    """Whether the next sentence speaks on of what ran so: "the five-day effort led to" arrests.

    Or the one before told how long it was and that it ended, and this one when it began.
    """
    other = reading.sentences[length.sentence].text
    if days.ran and length.sentence == days.index + 1:
        if words.OVER_THE_DAYS.match(other):
            return True
        told = words.THE_LONG.match(other)
        alike = told is not None and words.SWEEP_OR_EFFORT.match(told["event"])
        return bool(alike and words.SWEEP_OR_EFFORT.search(days.ran.group()))
    if days.end.sentence == length.sentence == days.index - 1:
        return bool(
            words.LONG_ENDED.search(other)
            and words.IT_BEGAN.match(reading.sentences[days.index].text)
        )
    return False


def _range_told(skeleton: Skeleton) -> Figure | None:
    """The days that one figure tells: ``The five-day sweep, May 3-7``; None beside other dates."""
    dates = [f for f in skeleton.figures if f.kind == "date"]
    if len(dates) != 1 or not dates[0].period or not words.DAYS.search(dates[0].text):
        return None
    start, end = dates[0].period.start, dates[0].period.end
    return dates[0] if start and end and 0 < (end - start).days <= _SHORT else None


def _goes_on(reading: Reading, index: int, length: Figure) -> bool:
    """Whether the dates stand right behind the length, of what that sentence was about."""
    match = words.IT_RAN.match(reading.sentences[index].text)
    if match is None or index - length.sentence != 1:
        return False
    if match["event"] is None:  # "it ran"
        return True
    said = reading.sentences[index].span(match)
    if words.A_NAME.search(reading.document.text, said.start, said.end):  # "the Boston operation"
        return False
    named = words.EVENT_NAMED.findall(reading.sentences[index - 1].text)
    alike = words.SWEEP.match(match["event"]) and any(map(words.SWEEP.match, named))
    return match["event"] in named or bool(alike)


def is_another(reading: Reading, index: int) -> bool:
    """Whether a sentence speaks of one sweep beside another: "a second operation"."""
    sentence = reading.document.sentences[index]
    return words.ANOTHER_SWEEP.search(reading.text, sentence.start, sentence.end) is not None


def is_of_a_place(reading: Reading, end: Figure) -> bool:
    """Whether the days that end with *end* are told of a place first named there."""
    text = reading.document.text
    there = words.THERE.match(text, end.end)
    return there is not None and text.find(there["name"], 0, end.start) < 0


def _is_named(reading: Reading, ran: re.Match[str] | None, length: Figure) -> bool:
    """Whether the event that a sentence says ran so long is that of the length, by its name.

    Or whether the length takes up dates told before it: "over those 12 days".
    """
    skeleton = reading.sentences[length.sentence]
    for match in of_events(reading).get(length.sentence, ()):
        if skeleton.group(match, "length3") is length:
            return True
        if ran and skeleton.group(match, "length2") is length and match["event"] in ran.group():
            return True
    return False


def same_months(reading: Reading, index: int, ends: tuple[Figure, Figure]) -> bool:
    """Whether sentence *index*, which tells a length, names no month but those of the dates."""
    return months_named(reading.by_sentence[index]) <= months_named(ends)


@kept
def of_events(reading: Reading) -> Mapping[int, Sequence[re.Match[str]]]:
    """By sentence with a length of time: the lengths that may be of an event."""
    return {
        i: list(words.OF_EVENT.finditer(reading.sentences[i].text))
        for i in reading.with_figures
        if _L in reading.sentences[i].text
    }


def _lengths_told(reading: Reading, index: int) -> list[Told]:
    """The lengths that a sentence may tell of an event."""
    skeleton = reading.sentences[index]
    if _L not in skeleton.text:
        return []
    found = []
    for match in (words.IN_ALL.match(skeleton.text), words.THATS_OVER.match(skeleton.text)):
        if match is None:
            continue
        found.append(Told(None, skeleton.group(match, "length"), None))
    for match in of_events(reading)[index]:
        loose, of_event, taken_up = (skeleton.group(match, f"length{g}") for g in ("", "2", "3"))
        start = match.start("length2")
        another = start >= 0 and words.ANOTHER_ONE.search(skeleton.text, max(0, start - 12), start)
        if loose and not words.EVENT_NAMED.search(skeleton.text):
            loose = None
        found.append(Told(of_event, taken_up, loose, bool(another)))
    return found


def _around(told: Mapping[int, Sequence[Told]], index: int, *, named: bool) -> list[Figure]:
    """The lengths of events in the sentences around; *named*: of a "four-day sweep" only."""
    found = []
    for at in range(index - _AROUND, index + _AROUND + 1):
        for here in told.get(at, ()):
            if here.another and at > index:
                continue
            mine = here.of_event or (here.taken_up if at > index else None)
            figure = mine or here.beside
            if figure and (mine or (figure.unit == "days" and not named)):
                found.append(figure)
    return found


def _end_nearby(reading: Reading, index: int) -> Figure | None:
    """The date on which the sentence itself or a neighbour says that an operation ended."""
    found = []
    for at in range(max(0, index - 1), min(len(reading.sentences), index + 2)):
        skeleton = reading.sentences[at]
        for match in words.EVENT_ENDED.finditer(skeleton.text) if _D in skeleton.text else ():
            found.append(skeleton.group(match, "end"))
    return found[0] if len(found) == 1 else None


def lengths_of_schemes(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """A scheme's length, and near it the only dates between which crimes are told."""
    ranges = list(_crime_ranges(reading))
    lengths = _scheme_lengths(reading, taken) if ranges else []
    for ends, windows in ranges:
        home = ends[0].sentence
        rivals = {tuple(map(str, w)) for e, w in ranges if abs(e[0].sentence - home) <= 2 * _NEAR}
        near = [
            told
            for told in lengths
            if 0 < abs(told.length.sentence - home) <= _NEAR
            and not (told.another and told.length.start > ends[0].start)
        ]
        if len(rivals) == 1 and len({told.length.value for told in near}) == 1:
            for told in near:
                span = span_of(reading, told.words, ends, windows, told.length, told.length.unit)
                next_to = told.length.sentence - home == 1 and not told.another
                the = words.THE_SCHEME.match(reading.sentences[told.length.sentence].text)
                ran = home - told.length.sentence == 1 and _has_run(reading, home)
                yield span if (next_to and the) or ran else loosely(span)


def _has_run(reading: Reading, index: int) -> bool:
    """Whether a sentence tells when what was told before it began: ``The thefts began in``."""
    return words.SCHEME_RAN.match(reading.sentences[index].text) is not None


@dataclass(frozen=True, slots=True)
class Scheme:
    """How long a scheme lasted; "a two-year scheme" after other dates may be another one."""

    length: Figure
    words: Span
    another: bool


def _scheme_lengths(reading: Reading, taken: set[int]) -> list[Scheme]:
    """The lengths, in months or years, of what the text calls a scheme or tells as a crime."""
    found = []
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if _L not in skeleton.text:
            continue
        for match in words.SCHEME_LENGTH.finditer(skeleton.text):
            groups = (skeleton.group(match, f"length{g}") for g in ("", "2", "3", "4"))
            length = next((f for f in groups if f), None)
            if length and length.unit in ("months", "years") and length.start not in taken:
                found.append(Scheme(length, skeleton.span(match), match["one"] is not None))
    return found


def _crime_ranges(
    reading: Reading,
) -> Iterator[tuple[tuple[Figure, Figure], tuple[Window, Window]]]:
    """The stretches of time, both ends with their year, in which a sentence tells a crime."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if skeleton.text.count(_D) < 2:
            continue
        for match in words.RANGE.finditer(skeleton.text):
            start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
            if not (start and end and has_year(start) and has_year(end)):
                continue
            windows = both_windows(start, end)
            long = windows and (windows[1].last - windows[0].first).days >= _LONG
            if windows and long and words.CRIME.search(skeleton.text):
                yield (start, end), windows
