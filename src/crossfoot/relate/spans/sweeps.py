"""Sweeps: ``a nine-day operation`` here, and there the only days on which the text says it ran."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.spans import words
from crossfoot.relate.spans.events import is_another, is_of_a_place, of_events, same_months
from crossfoot.relate.spans.windows import (
    UNITS,
    Window,
    both_windows,
    fine_enough,
    loosely,
    span_of,
)

_D = SIGNS["date"]
_LEAD = 3  # sentences in which the news of a headline is told
_NEAR = 8  # sentences between a sweep's length and its days
_BESIDE = 2  # and a length that is told of no operation in so many words
_WORDS = 30  # characters of "as part of the"
_LONGEST = 62  # days of a sweep


@dataclass(frozen=True, slots=True)
class Length:
    """How long a sweep lasted, and the word for it; "nine days" is told of none."""

    figure: Figure
    value: Fraction
    unit: str
    sentence: int
    event: str | None = None
    another: bool = False  # "last year's nine-day sweep"
    part: bool = False  # "as part of a 30-day surge", of which the days may be a few


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which something was done; `ran` where the sentence says that of an operation."""

    ends: tuple[Figure, Figure]
    windows: tuple[Window, Window]
    words: Span
    sentence: int
    said: str
    event: str | None
    ran: bool
    loose: bool


def lengths_of_sweeps(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """A sweep's length, and its days where the text tells those of one sweep alone."""
    lengths = _lengths(reading)
    days = _days(reading) if lengths else []
    if len({d.windows for d in days}) != 1:
        return
    if not taken.isdisjoint(f.start for d in days for f in d.ends):
        return
    named = [length for length in lengths if length.event]
    one, told = _are_one(named), days[0]
    for length in _nearest(named if one else lengths, told.sentence):
        apart = abs(length.sentence - told.sentence)
        if length.figure.start in taken or not _fits(told, length.unit):
            continue
        if not same_months(reading, length.sentence, told.ends):
            continue
        if apart > (_NEAR if length.event else _BESIDE) and not (one and _short(length)):
            continue
        span = span_of(reading, told.words, told.ends, told.windows, length.figure, length.unit)
        sure = one and _is_of(told, length, headed=_is_headline(reading, length.sentence))
        yield span if sure else loosely(span)


def _nearest(lengths: Sequence[Length], index: int) -> Iterator[Length]:
    """Of lengths told twice, as in headline and lede, the one nearest to sentence *index*."""
    told: dict[tuple[Fraction, str], Length] = {}
    for length in sorted(lengths, key=lambda length: abs(length.sentence - index)):
        told.setdefault((length.value, length.unit), length)
    yield from told.values()


def _are_one(lengths: Sequence[Length]) -> bool:
    """Whether the text tells of one length, or headline and lede of one sweep's by one word."""
    apart = len({length.sentence for length in lengths}) == len(lengths)  # not two in a sentence
    if apart and len({length.event for length in lengths}) == 1 and lengths[-1].sentence < _LEAD:
        return True
    return len({(length.value, length.unit) for length in lengths}) == 1


def _is_headline(reading: Reading, index: int) -> bool:
    """Whether a sentence heads the text, and is none."""
    sentence = reading.document.sentences[index]
    return index == 0 and reading.text[sentence.end - 1] not in ".!?\"'"


def _is_of(days: Days, length: Length, *, headed: bool) -> bool:
    """Whether the length, *headed* where the headline tells it, can be of nothing else."""
    if days.loose or not days.ran or length.event is None or length.another:
        return False
    if length.part and not words.THE_SWEEP.match(days.said):
        return False
    if length.event == days.event:
        return True
    lead = length.sentence <= 1 and days.sentence <= _LEAD
    near = lead or abs(length.sentence - days.sentence) == 1
    alike = (lead and headed) or words.SWEEP.match(days.event or "operation")
    return bool(near and alike and words.SWEEP.match(length.event))


def _short(length: Length) -> bool:
    """Whether a length is one number of days or weeks, not many."""
    return length.unit in ("days", "weeks") and length.value <= _LONGEST


def _fits(days: Days, unit: str) -> bool:
    """Whether a length in *unit* can be reckoned from the days as they are told."""
    start, end = days.ends
    return unit in UNITS and (start is end or all(fine_enough(f, unit) for f in days.ends))


def _lengths(reading: Reading) -> list[Length]:
    """The lengths that the text tells of operations: by a figure, or "week-long"."""
    found = []
    for index, matches in of_events(reading).items():
        skeleton = reading.sentences[index]
        another = bool(matches) and is_another(reading, index)
        for match in matches:
            figure = next(f for g in ("", "2", "3") if (f := skeleton.group(match, f"length{g}")))
            if figure.value is None or figure.unit is None:
                continue
            part = _is_part(skeleton, skeleton.sign_of(figure))
            event = match["event"]
            found.append(Length(figure, figure.value, figure.unit, index, event, another, part))
    return sorted(found, key=lambda length: length.figure.start)


def _is_part(skeleton: Skeleton, at: int) -> bool:
    """Whether the words before *at* say that something was a part of the sweep told there."""
    return words.PART_OF_ONE.search(skeleton.text, max(0, at - _WORDS), at) is not None


def _days(reading: Reading) -> list[Days]:
    """The stretches of days, no longer than a sweep, in which the text says something was done."""
    found = []
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        for start, end in stretches(skeleton) if _D in skeleton.text else ():
            windows = both_windows(start, end)
            if windows and 0 < (windows[1].last - windows[0].first).days <= _LONGEST:
                found.append(_told(reading, skeleton, index, (start, end), windows))
    return found


def stretches(skeleton: Skeleton) -> Iterator[tuple[Figure, Figure]]:
    """The first and last days that a sentence joins, or one figure that tells both."""
    dates = [f for f in skeleton.figures if f.kind == "date"]
    for match in words.FROM_DAY_TO_DAY.finditer(skeleton.text) if len(dates) > 1 else ():
        which = "" if match["start"] else "2"
        start, end = skeleton.group(match, f"start{which}"), skeleton.group(match, f"end{which}")
        if start and end:
            yield start, end
    yield from ((date, date) for date in dates if _is_range(skeleton, date))


def _is_range(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether one figure tells a stretch of days: "May 3-7", "between May 3 and 7"."""
    joined = words.DAYS.search(figure.text)
    before = skeleton.text[: skeleton.sign_of(figure)]
    return joined is not None and (" and " not in figure.text or before.endswith("between "))


def _told(
    reading: Reading,
    skeleton: Skeleton,
    index: int,
    ends: tuple[Figure, Figure],
    windows: tuple[Window, Window],
) -> Days:
    said = skeleton.text[: skeleton.sign_of(ends[0])]
    ran = words.IT_TOOK_PLACE.search(said)
    loose = is_another(reading, index) or words.ONLY_SOME.match(said) is not None
    if ran and not loose:
        stretch = skeleton.span(ran)
        place = words.ONLY_IN.search(reading.document.text, stretch.start, stretch.end)
        loose = place is not None or is_of_a_place(reading, ends[1])
    events = words.EVENT_NAMED.findall(ran.group()) if ran else []
    event = events[-1] if events else None
    tie = Span(ends[0].start, ends[1].end)
    return Days(ends, windows, tie, index, said, event, ran is not None, loose)
