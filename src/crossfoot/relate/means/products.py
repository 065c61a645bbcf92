"""Totals multiplied out: so much a bed a day, so many beds, so much a year.

The rate says over what it is ("per bed per day"), a count is of that ("2,760 beds"), and words
say that the total follows ("so", "would cost", "amounts to"). Only one that fits is reported: a
total can always be of more than what stands beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.means.averages import counts_of, fits, sort_of
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import head
from crossfoot.relate.wording.stems import IDLE

_CUES = frozenset(
    "so would cost costs costing could amounts amount comes came makes runs ran total totaling"
    " totals thereby spent spends pay paid means works or earn earns translates".split()
)
_RESULT = lazy(
    r"\b(?P<tie>so|would|could|costs?|costing|amounts? to|comes? to|came to|makes?|runs? to|ran to"
    r"|total(?:s|ing|led)?|thereby|spends?|spent|pays?|paid|means?|works? out to|or|earns?"
    r"|translates? (?:in)?to)\b[^.;:]{0,60}$"
)
_UNIT = r"(?:hour|day|night|week|month|year)"
# $152 "per bed per day", $246 "a day", $2,236 "per form", 3,000 arrests "a day"
_RATE = lazy(
    r"(?:\s[a-z]+){0,2}?\s(?:per|an?|each|every|for (?:each|every))\s(?P<one>[a-z]+)"
    r"(?:\s(?:per|an?|each|every)\s(?P<two>[a-z]+))?"
)
# "A bed costs" $246, "the average daily cost of" …
_GIVING = frozenset("cost costs get gets pay pays bring brings earn earns".split())
_SUBJECT = lazy(
    r"\b(?:an?|each|every) (?P<one>[a-z]+) (?:costs?|gets?|pays?|brings?|earns?)[^.;:]{0,20}$"
)
_DAILY = lazy(
    r"\b(?P<unit>dai|week|month|year)ly [a-z]+ [^.;:,]{0,40}?(?:was|is|of|at)[^.;:]{0,12}$"
)
_SPANNED = lazy(rf"\s(?:an?|per|each|every|that) (?P<unit>{_UNIT})\b|\s(?P<ly>annually|yearly)\b")
_OVER = lazy(rf"\b(?:over|in|for) (?:an?|one|the|that) (?:whole |full )?(?P<unit>{_UNIT})\b")
_DAYS = {"day": (1, 1), "night": (1, 1), "week": (7, 7), "month": (30, 31), "year": (365, 366)}
_PER_YEAR = {"month": (12,), "week": (52,)}
_REACH = 2  # sentences from the rate or the count to the total
_FAR = 120  # characters before a figure within which its rate is told
_MANY = 5
_LISTED = 12  # rates of one passage: of a longer list each has a total of its own
_LAST = 40  # figures of a sentence, the last, among which a count is looked for
_CLOSE = Fraction(1, 20)  # of itself: a total in rounder numbers fits too much


@dataclass(frozen=True, slots=True)
class _Rate:
    figure: Figure
    over: str  # what it is for one of: "bed"; "" where that is not told
    unit: str  # of time; "" where none is told


def products(reading: Reading, told: Collection[str]) -> Iterator[Relation]:
    """Totals that a rate and a count, or a length of time, make."""
    rates: dict[int, list[_Rate]] = {}
    for index, _ in worded(reading, _CUES):
        told_in = range(max(0, index - _REACH), index + 1)
        for at in told_in:
            if at not in rates:
                skeleton = reading.sentences[at]
                rates[at] = [r for f in skeleton.figures if (r := _rate(skeleton, f))]
        near = [r for at in told_in for r in rates[at]][:_LISTED]
        if near:
            yield from _made(reading, index, near, told)


def _rate(skeleton: Skeleton, figure: Figure) -> _Rate | None:
    """What a figure is a rate of, by the words around it."""
    if sort_of(figure) is None or figure.kind == "duration":
        return None
    at = skeleton.sign_of(figure)
    floor = max(0, at - _FAR)
    after = _RATE.match(skeleton.text, at + 1)
    names = [n for n in (after["one"], after["two"]) if n] if after else []
    if figure.kind == "rate":
        names.append((figure.unit or "").removeprefix("per "))
    named = not _GIVING.isdisjoint(skeleton.words)
    if named and (before := _SUBJECT.search(skeleton.text, floor, at)):
        names.append(before["one"])
    units = [n for n in names if n in _DAYS]
    if figure.kind == "money" and (daily := _DAILY.search(skeleton.text, floor, at)):
        units.append({"dai": "day"}.get(daily["unit"], daily["unit"]))
    things = [singular(n) for n in names if n not in IDLE]  # units of time are idle words too
    if not (units or things) or len(units) > 1 or len(things) > 1:
        return None
    return _Rate(figure, "".join(things), "".join(units))


def _made(
    reading: Reading, index: int, rates: Sequence[_Rate], told: Collection[str]
) -> Iterator[Relation]:
    skeleton = reading.sentences[index]
    taken = {r.figure.id for r in rates}
    for total in skeleton.figures:
        sign = skeleton.sign_of(total)
        tie = _RESULT.search(skeleton.text, max(0, sign - _FAR), sign)
        if tie is None or (total.id in taken and not _spanned(skeleton, total)):
            continue
        for rate in rates:
            if rate.figure.id in told or not _larger(total, rate.figure):
                continue
            if found := _factors(reading, index, total, rate):
                count, lengths = found
                span = skeleton.span(tie, "tie")
                options = {"count": ",".join(map(str, lengths)), "unit": ""}
                yield relation(
                    "mean", reading, [span], options, total=total, mean=rate.figure, count=count
                )
                break


def _larger(total: Figure, rate: Figure) -> bool:
    if total is rate or sort_of(total) != sort_of(rate) or not (total.value and rate.value):
        return False
    close = all(f.value and f.step <= _CLOSE * f.value for f in (total, rate))
    return close and total.value > rate.value


def _spanned(skeleton: Skeleton, figure: Figure) -> str:
    """The time that an amount is for: "a year", "annually"."""
    match = _SPANNED.match(skeleton.text, skeleton.sign_of(figure) + 1)
    return (match["unit"] or "year") if match else ""


def _factors(
    reading: Reading, index: int, total: Figure, rate: _Rate
) -> tuple[Figure | None, list[Fraction]] | None:
    """The count, if one is needed, and by how much the rate is to be taken; None without a fit."""
    skeleton = reading.sentences[index]
    times = _times(skeleton, total, rate)
    for count in _counts(reading, index, total, rate):
        lengths = [count.value * t for t in times if count.value]
        if any(fits(total, length, rate.figure) for length in lengths):
            return count, lengths
    if rate.over or not rate.unit:
        return None
    spans = [f for f in skeleton.figures if f.kind == "duration" and f.value and f.range.is_exact]
    for span in spans:
        named = singular((span.unit or "").lower()) == rate.unit
        if named and span.value and fits(total, span.value, rate.figure):
            return span, [span.value]
    lengths = [t for t in times if t != 1]
    held = any(fits(total, length, rate.figure) for length in lengths)
    return (None, lengths) if held else None


def _times(skeleton: Skeleton, total: Figure, rate: _Rate) -> list[Fraction]:
    """How many units of the rate's time the total is over."""
    if not rate.unit:
        return [Fraction(1)]
    over = _spanned(skeleton, total)
    if not over and (match := _OVER.search(skeleton.text, 0, skeleton.sign_of(total))):
        over = match["unit"]
    if not over or over == rate.unit:
        return [Fraction(1)]
    if over == "year" and rate.unit in _PER_YEAR:
        return [Fraction(n) for n in _PER_YEAR[rate.unit]]
    if over not in _DAYS or rate.unit not in ("day", "night"):
        return []
    return [Fraction(n) for n in sorted(set(_DAYS[over]))]


def _counts(reading: Reading, index: int, total: Figure, rate: _Rate) -> list[Figure]:
    """What the rate may be for each of: counts of its noun, or in the sentence of the total."""
    found: list[Figure] = []
    for at in range(max(0, index - _REACH), index + 1):
        for figure in reading.by_sentence[at][-_LAST:]:
            if figure is total or figure is rate.figure or figure.kind not in ("count", "number"):
                continue
            if figure.value is None or figure.value < 2 or figure.value.denominator != 1:
                continue
            noun = head(reading.sentences[at], figure)
            if noun is None or not rate.over:
                if at in (index, rate.figure.sentence):
                    found.append(figure)
            elif counts_of(noun, (rate.over,)):
                found.append(figure)
    return found[-_MANY:]
