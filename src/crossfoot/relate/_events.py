"""Operations and schemes: their dates in one sentence, and how long they took in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate import _span_words as words
from crossfoot.relate._windows import UNITS, Window, both_windows, has_year, span_options
from crossfoot.relate._wording import relation

_D, _L = SIGNS["date"], SIGNS["duration"]
_AROUND = 2  # sentences between an operation's dates and its length
_LEAD = 4  # sentences that tell the news
_LONG = 60  # days that a scheme lasts at least


@dataclass(frozen=True, slots=True)
class Told:
    """A length: of an event by its own words, taken up by "those", or only set beside one."""

    of_event: Figure | None
    taken_up: Figure | None
    beside: Figure | None
    another: bool = False  # "a four-day sweep", which after the dates of one may be another


def lengths_of_events(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """An operation that ran from one date to another, and its length a sentence or two away."""
    told = {i: found for i in reading.with_figures if (found := _lengths_told(reading, i))}
    near = {i + k for i in told for k in range(-_AROUND, _AROUND + 1)}
    for index in (i for i in reading.with_figures if i in near):
        skeleton = reading.sentences[index]
        if _D not in skeleton.text:
            continue
        text = skeleton.text
        ran = words.EVENT_RAN.search(text) if text.count(_D) > 1 else None
        match = (
            ran
            or words.ASIDE_THROUGH.search(text)
            or words.ARRESTS_RAN.search(text)
            or words.EVENT_BEGAN.search(text)
        )
        if match is None:
            continue
        start = skeleton.group(match, "start")
        both = "end" in match.groupdict()
        end = skeleton.group(match, "end") if both else _end_nearby(reading, index)
        if start is None or end is None or {start.start, end.start} & taken:
            continue
        if words.OTHER_ONE.search(text, 0, match.end()):
            continue
        lengths = [
            f
            for f in _around(told, index, named=ran is None)
            if f.start not in taken and _same_months(reading, f, (start, end))
        ]
        windows = both_windows(start, end)
        if len(lengths) == 1 and lengths[0].unit in UNITS and windows:
            yield _span(reading, skeleton.span(match), (start, end), windows, lengths[0])


def lengths_of_leads(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """The one "four-day sweep" of the first sentences, and the one sweep that has its dates."""
    with_lengths = [s for i in reading.with_figures if _L in (s := reading.sentences[i]).text]
    lengths = {
        figure.value: (figure, match["event"])
        for skeleton in with_lengths
        for match in words.OF_EVENT.finditer(skeleton.text)
        if (figure := skeleton.group(match, "length2"))
    }
    if len(lengths) != 1:
        return
    length, event = next(iter(lengths.values()))
    if length.start in taken or length.sentence >= _LEAD or length.unit not in UNITS:
        return
    ranges = []
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        for match in words.EVENT_RAN.finditer(skeleton.text) if skeleton.text.count(_D) > 1 else ():
            ranges.append((skeleton, match))
    ends = [(s, m, s.group(m, "start"), s.group(m, "end")) for s, m in ranges]
    if len(ends) == 1 and event in ends[0][1].group():
        skeleton, match, start, end = ends[0]
        windows = both_windows(start, end) if start and end else None
        if not (start and end and windows) or length.start > start.start:
            return
        other = words.OTHER_ONE.search(skeleton.text, 0, match.end())
        fits = _same_months(reading, length, (start, end))
        if fits and not other and not {start.start, end.start} & taken:
            yield _span(reading, skeleton.span(match), (start, end), windows, length)


def _same_months(reading: Reading, length: Figure, ends: tuple[Figure, Figure]) -> bool:
    """Whether the sentence of a length names no month but those of the dates."""
    named = {m for f in reading.by_sentence[length.sentence] for m in _months(f)}
    return named <= {m for f in ends for m in _months(f)}


def _months(figure: Figure) -> set[int]:
    if figure.kind != "date":
        return set()
    return {MONTHS[w] for w in re.findall("[a-z]+", figure.text.lower()) if w in MONTHS}


def _span(
    reading: Reading,
    words_of_it: Span,
    ends: tuple[Figure, Figure],
    windows: tuple[Window, Window],
    length: Figure,
) -> Relation:
    options = span_options(length.unit or "days", windows, "inclusive")
    return relation(
        "span", reading, [words_of_it], options, start=ends[0], end=ends[1], length=length
    )


def _lengths_told(reading: Reading, index: int) -> list[Told]:
    """The lengths that a sentence may tell of an event."""
    skeleton = reading.sentences[index]
    if _L not in skeleton.text:
        return []
    named = words.EVENT_NAMED.search(skeleton.text) is not None
    found = []
    for match in (words.IN_ALL.match(skeleton.text), words.THATS_OVER.match(skeleton.text)):
        if match is None:
            continue
        found.append(Told(None, skeleton.group(match, "length"), None))
    for match in words.OF_EVENT.finditer(skeleton.text):
        loose, of_event, taken_up = (skeleton.group(match, f"length{g}") for g in ("", "2", "3"))
        start = match.start("length2")
        another = start >= 0 and words.ANOTHER_ONE.search(skeleton.text, max(0, start - 12), start)
        found.append(Told(of_event, taken_up, loose if named else None, bool(another)))
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
    """A scheme's length, and in another sentence the only dates between which crimes are told."""
    ranges = list(_crime_ranges(reading))
    if len({tuple(map(str, windows)) for _, windows in ranges}) != 1:
        return
    ends, windows = ranges[0]
    lengths = _scheme_lengths(reading, taken, ends[0])
    if len({f.value for f, _ in lengths}) != 1:
        return
    for length, words_of_it in lengths:
        yield _span(reading, words_of_it, ends, windows, length)


def _scheme_lengths(reading: Reading, taken: set[int], dates: Figure) -> list[tuple[Figure, Span]]:
    """The lengths, in months or years, of what the text calls a scheme or tells as a crime."""
    found = []
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if _L not in skeleton.text:
            continue
        for match in words.SCHEME_LENGTH.finditer(skeleton.text):
            groups = (skeleton.group(match, f"length{g}") for g in ("", "2", "3", "4"))
            length = next((f for f in groups if f), None)
            if match["one"] and skeleton.offset(match.start()) > dates.start:
                continue  # "a two-year scheme" told later may be another one
            if length and length.sentence == dates.sentence:
                continue
            if length and length.unit in ("months", "years") and length.start not in taken:
                found.append((length, skeleton.span(match)))
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
