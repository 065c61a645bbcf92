"""Lengths told apart from their days: ``18 loads in five days``, and ``18 from May 3 to May 7``.

The headline or the lede says how long it took, or a sentence beside the one with the days. Where
both tell one count, the length is of those days; elsewhere it is found to be where it fits them,
and nowhere said not to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Role, Span
from crossfoot.relate.spans import words
from crossfoot.relate.spans.sweeps import stretches
from crossfoot.relate.spans.windows import (
    UNITS,
    Window,
    both_windows,
    fine_enough,
    loosely,
    span_of,
)
from crossfoot.relate.wording.rows import head
from crossfoot.relate.wording.slips import digits_unlike, may_mean
from crossfoot.relate.wording.stems import meaning
from crossfoot.relate.wording.wholes import is_heading

_D, _L, _RANK = SIGNS["date"], SIGNS["duration"], SIGNS["rank"]
_LEAD = 3  # sentences in which the news is told
_REACH = 10  # sentences from the news in which its days are told
_BESIDE = 2  # sentences between a length and its days elsewhere
_LEAST = 3  # a count that is told twice by no chance
_SLIP = 2  # days that a length is told too short or too long
_DAYS_OF_MONTH = 31
_HEDGES = (
    rf"(?:(?:just|only|the|its|their|about|around|nearly|almost|roughly|approximately|some|past"
    rf"|last|first|course of|space of|period of|{_RANK}) )*"
)
# what a length is not of: a term, an age, the time up to something
_NOT_THEN = (
    rf"(?!,? and {_L})"
    r"(?! (?:in (?:prison|jail|custody|state|federal)|of (?:probation|supervised|age|imprisonment"
    r"|experience|raids|searches|work|overtime|research|data|negotiations?|talks|planning"
    r"|surveillance)|behind"
    r"|later|earlier|ago|before|after|prior|old|from (?:now|today)|apart|straight|running|notice))"
)
# "in" five days, "a stretch of" two weeks; ", four days" of a headline; "a week of raids"
_LENGTH = lazy(
    rf"(?:\b(?:in|over|during|within|across|for|of|spanning|lasting|lasts|lasted|took|through)"
    rf" {_HEDGES}|, |- |^\W*)(?P<length>{_L}|(?:a|one) (?:day|week|month|year)\b){_NOT_THEN}"
    rf"|(?:^\W*|[:;,-] |\b(?:in|over|for|during) )(?:the |this |that )?(?P<week>week)"
    r"(?= of\b|[.,]|$)"
    r"|\b(?P<news>week)(?= (?:brings?|yields?|nets?|sees|nabs?)\b)"
    rf"|\b(?P<long>{_L}|week)[ -]long\b"
)
_WORDS = frozenset(("week", "month", "year", "weeklong", "day"))
# "until" the 15th "of the month"
_TO_THE = lazy(
    rf"\bfrom (?P<start>{_D}),? (?:to|through|until|till) (?:the )?(?P<end>{_RANK})"
    r"(?: (?:day )?of (?:the|that|this) month| |,)"
)
# what is another's, or a part
_OTHER = lazy(
    r"\b(?:another|earlier|previous(?:ly)?|prior|separate(?:ly)?|last year|each|every|per|same"
    r"|compared|as many as|most|of those|of them|annual(?:ly)?|average[ds]?|alone)\b"
)
# how far a length in a unit is stretched, in units
_SLACK = {
    "days": Fraction(0),
    "weeks": Fraction(2, 7),
    "months": Fraction(3, 10),
    "years": Fraction(3, 10),
}
_IN_UNIT = {
    "days": Fraction(1),
    "weeks": Fraction(7),
    "months": Fraction(146097, 4800),
    "years": Fraction(146097, 400),
}
# "stopped" 18, "arrest about" 40; the last word before a number
# "910 pounds of drugs," 18 "shipments, six days"
_BARE = lazy(r"(?:^\W*|, )$")
_OVER = ("over", "in", "during")
# 849 "arrested", 18 "dead"
_DONE = lazy(r" (?:[a-z]+s )?(?P<verb>[a-z]+ed|dead|held|caught|found|shot|killed)\b")
_VERB = lazy(
    r"(?:^|[\s\"'(])"
    r"(?P<verb>(?!from|with|over|than|into|after)[a-z]{4,}) (?:a total of |another |all |some )?$"
)


@dataclass(frozen=True, slots=True)
class _Length:
    """How long something took; "a week" is no figure."""

    role: Role
    at: int
    value: Fraction
    unit: str
    sentence: int


@dataclass(frozen=True, slots=True)
class _Days:
    """The first and last day told in a sentence."""

    ends: tuple[Figure, Figure]
    windows: tuple[Window, Window]
    sentence: int

    @property
    def tie(self) -> Span:
        return Span(self.ends[0].start, self.ends[1].end)


def lengths_apart(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """The lengths of the news, and the only stretch of time that is told with them or below."""
    lasting = " week" in reading.text or any(f.kind == "duration" for f in reading.figures)
    days = _days(reading, taken) if lasting or " a month" in reading.text else []
    lengths = [h for h in _lengths(reading, days) if h.at not in taken] if days else []
    placed = [d.sentence for d in days]
    told: dict[tuple[Fraction, str], Relation] = {}
    for length in lengths:
        found = _days_of(length, days, placed)
        if found is None:
            continue
        known = (length.value, length.unit)
        if known in told and length.at > found.ends[0].start:
            continue  # of those before its days, the one nearest to them
        sure = _is_sure(reading, length, found)
        if sure or _fits(length, found):
            span = span_of(reading, found.tie, found.ends, found.windows, length.role, length.unit)
            told[known] = span if sure else loosely(span)
    yield from told.values()


def _lengths(reading: Reading, days: Sequence[_Days]) -> Iterator[_Length]:
    """The lengths of time that the text tells of what was done, up front or beside *days*."""
    told = {d.sentence + n for d in days for n in range(-_BESIDE, _BESIDE + 1)}
    for index in sorted(told.union(range(_LEAD))):
        if 0 <= index < len(reading.sentences):
            skeleton = reading.sentences[index]
            if _L in skeleton.text or not _WORDS.isdisjoint(skeleton.words):
                yield from _lengths_in(skeleton, index)


def _lengths_in(skeleton: Skeleton, index: int) -> Iterator[_Length]:
    text = skeleton.text
    for match in _LENGTH.finditer(text):
        name = next(name for name in ("length", "week", "news", "long") if match[name])
        at = match.start(name)
        if words.PUNISHED.search(text, max(0, at - 80), at):
            continue
        if words.SERVED.search(text, max(0, at - 60), at):
            continue
        if match[name][0] == _L:
            figure = skeleton.figure_at(at)
            if figure.value and figure.unit in UNITS:
                value = Fraction(figure.value)
                yield _Length(figure, figure.start, value, figure.unit, index)
        else:
            span = skeleton.span(match, name)
            unit = match[name].rpartition(" ")[2] + "s"
            yield _Length(span, span.start, Fraction(1), unit, index)


def _days(reading: Reading, taken: set[int]) -> list[_Days]:
    """The stretches of time that the text tells."""
    found = []
    for index in reading.with_figures:
        figures = reading.by_sentence[index]
        dates = [f for f in figures if f.kind == "date"]
        if not dates:
            continue
        if len(dates) > 1 or words.DAYS.search(dates[0].text):
            for ends in stretches(reading.sentences[index]):
                windows = both_windows(*ends)
                if windows is None or windows[0] == windows[1]:
                    continue  # "2024-03-09"
                if taken.isdisjoint(f.start for f in ends):
                    found.append(_Days(ends, windows, index))
        if any(f.kind == "rank" for f in figures):
            found += _to_the_day(reading.sentences[index], index)
    return found


def _to_the_day(skeleton: Skeleton, index: int) -> Iterator[_Days]:
    """``From December 1 until the 15th``."""
    for match in _TO_THE.finditer(skeleton.text):
        start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
        windows = both_windows(start, start) if start else None
        if start is None or end is None or end.value is None or windows is None:
            continue
        first = windows[0].first
        days = monthrange(first.year, first.month)[1]
        if first == windows[1].last and first.day < end.value <= days:
            last = date(first.year, first.month, int(end.value))
            yield _Days((start, end), (windows[0], Window(last, last)), index)


def _days_of(length: _Length, days: Sequence[_Days], placed: Sequence[int]) -> _Days | None:
    """The only stretch of time of which a length may be: below the news, or beside it.

    *placed* are the sentences of the *days*, in order.
    """
    reach = _REACH if length.sentence < _LEAD else _BESIDE
    first = bisect_left(placed, length.sentence - reach)
    last = bisect_right(placed, length.sentence + reach)
    near = [
        d for d in days[first:last] if d.ends[0] is d.ends[1] or fine_enough(d.ends[0], length.unit)
    ]
    finest = min(near, key=_leeway, default=None)
    return finest if finest and all(_holds(days, finest) for days in near) else None


def _leeway(days: _Days) -> int:
    """Between how many days its ends may lie."""
    return sum((window.last - window.first).days for window in days.windows)


def _holds(days: _Days, other: _Days) -> bool:
    """Whether two tell one stretch, the *other* as finely or more so: ``2018 to 2022``."""
    return all(
        one.first <= two.first and two.last <= one.last
        for one, two in zip(days.windows, other.windows, strict=True)
    )


def _fits(length: _Length, days: _Days) -> bool:
    """Whether a stretch of time is as long, its first day counted or not."""
    (first, last), unit = days.windows, _IN_UNIT[length.unit]
    least = max(0, (last.first - first.last).days)
    most = (last.last - first.first).days + 1
    slack = _SLACK[length.unit]
    return least <= (length.value + slack) * unit and (length.value - slack) * unit <= most


def _is_sure(reading: Reading, length: _Length, days: _Days) -> bool:
    """Whether both sentences tell one deed by one count, and one slip parts length and days.

    ``Officers stop 18 loads in six days`` and ``stopped 18 loads from May 3 to May 7``.
    """
    figure = length.role
    if length.sentence == days.sentence or not isinstance(figure, Figure) or figure.hedge:
        return False
    above, below = (reading.sentences[i] for i in (length.sentence, days.sentence))
    if any(_OTHER.search(s.text) or _RANK in s.text for s in (above, below)):
        return False
    # "They worked four days of that week" tells the length of something else
    near = (above, below, *reading.sentences[days.sentence + 1 : days.sentence + 2])
    durations = [f for s in {id(s): s for s in near}.values() for f in s.figures]
    durations = [f for f in durations if f.kind == "duration"]
    if len(durations) > 1 or above.text.startswith(" of ", above.sign_of(figure) + 1):
        return False
    if not _is_slip(figure, days):
        return False
    heads = is_heading(reading, length.sentence)
    return any(
        _is_one_deed((above, one), (below, other), heads=heads)
        for one in above.figures
        for other in below.figures
        if one.value == other.value
    )


def _is_one_deed(
    above: tuple[Skeleton, Figure], below: tuple[Skeleton, Figure], *, heads: bool
) -> bool:
    """Whether two equal counts are of one thing, and one thing was done to it.

    ``849 arrested over four days`` *heads* a text; ``police arrested 849 suspects`` is below it.
    """
    if any(
        f.kind not in ("count", "number") or f.hedge or f.value is None or f.value < _LEAST
        for _, f in (above, below)
    ):
        return False
    deeds = [_deeds(*told) for told in (above, below)]
    nouns = [_noun(*told, done) for told, done in zip((above, below), deeds, strict=True)]
    bare = (
        heads
        and nouns[0] is not None
        and _BARE.search(above[0].text, 0, above[0].sign_of(above[1]))
    )
    if deeds[0].isdisjoint(deeds[1]) and not (bare and not deeds[0]):
        return False
    return nouns[0] == nouns[1] or (heads and None in nouns)


def _deeds(skeleton: Skeleton, figure: Figure) -> frozenset[str]:
    """What is said to have been done to what is counted: ``stopped 18 loads``, ``849 arrested``."""
    at = skeleton.sign_of(figure)
    found = _VERB.search(skeleton.text, 0, at), _DONE.match(skeleton.text, at + 1)
    return frozenset(meaning(match["verb"]) for match in found if match)


def _noun(skeleton: Skeleton, figure: Figure, done: frozenset[str]) -> str | None:
    """What is counted; None where no noun follows: ``849 arrested``."""
    noun = head(skeleton, figure)
    return None if noun is None or meaning(noun) in done or noun in _OVER else noun


def _is_slip(length: Figure, days: _Days) -> bool:
    """Whether a length is a slip of the pen away from its days, or a day of the month is."""
    first, last = days.windows[0].first, days.windows[1].last
    apart, value = (last - first).days, length.value or Fraction(0)
    if length.unit != "days" or first != days.windows[0].last or last != days.windows[1].first:
        return False
    if any(abs(value - n) <= _SLIP for n in (apart, apart + 1)):
        return True
    if may_mean(length, Fraction(apart), Fraction(apart + 1)):
        return True
    return any(
        _digit(day, meant)
        for off in (apart - value, apart + 1 - value)
        for day, meant in ((last.day, last.day - off), (first.day, first.day + off))
    )


def _digit(told: int, meant: Fraction) -> bool:
    """Whether a day of the month is another but for one digit, or for their order."""
    one, other = str(told), str(meant)
    if len(one) != len(other) or not 1 <= meant <= _DAYS_OF_MONTH:
        return False
    return sorted(one) == sorted(other) or digits_unlike(one, other) == 1
