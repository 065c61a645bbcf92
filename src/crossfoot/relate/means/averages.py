"""Averages told away from their total: "each of them closed 298", "the average was $4,000".

The word that says of what the average is picks the count, its own noun the total. Where several
could be meant, one that fits is taken and none alleged to misfit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import phrase, relation, singular, worded
from crossfoot.relate.wording.rows import head
from crossfoot.relate.wording.stems import is_person, stem

CUES = frozenset("average averages averaged averaging each every apiece per".split())
_TIME = frozenset("hour day night week month quarter year decade second minute".split())
_HEDGE = (
    r"(?:(?:about|around|nearly|almost|roughly|some|approximately|just|over|under|more|less|than"
    r"|fewer|an?|little|only|well|slightly|average|of|at|or) ?){0,6}"
)
# "or", "that is", "works out to", "an average of": right before the figure
_TIE = lazy(
    r"(?P<tie>\baverag(?:e|es|ed|ing)\b|\bor\b|\bthat(?:'s| is| makes| means| comes to)\b"
    r"|\bworks? out (?:to|at)\b|\brepresents?\b|\bwhich (?:is|makes|means|comes to)\b"
    r"|\bcomes? (?:out )?to\b|\bequals?\b|[,(]|\s?-{1,2})\s?" + _HEDGE + "$"
)
# "the average was", "an average sentence of"
_WAS = lazy(
    r"\b(?P<tie>averag(?:e|es|ed|ing))(?: [a-z]+){0,3}? (?:was|were|is|came to|comes to|of|at)\s"
    + _HEDGE
    + "$"
)
# "each of them completed", "every judge now has", "each seat cost"
_EACH = lazy(
    r"\b(?P<tie>each|every)\b"
    r"[^.;:\ue000-\uf8ff]{0,40}$"
)
# "5.9 arrests per sworn officer", "$11,920 a claim", "11 people to each", "10,000 each"
_EACH_ONE = r"(?:(?:for|to|at|in|by) (?:each|every)|per|each|every|an?)\b(?: of (?:them|those))?"
_OVER = r"(?P<per>[a-z'-]+(?: (?!(?:an?|per|each|every)\b)[a-z'-]+)?)"
_PER = lazy(
    r"(?P<noun>(?:\s(?!(?:per|each|every|apiece|an?|for|to|of|in)\b)[a-z'-]+){0,5}?)\s"
    rf"(?:{_EACH_ONE}(?:\s{_OVER})?|apiece\b)"
)
_OF_DATES = lazy(r"{date}(?: [a-z]+)? ?$".format(**CLASSES))  # "the 2016-2019 average"
_TAKES_UP = lazy(r"\W*(?:that|this|which|it)\b")
_SPREAD_AGAIN = lazy(r"\s?(?:per|an?|each|every) (?:hour|day|night|week|month|year)\b")
# "The last one, in Elko in March, led to" 14 arrests: no arrests of what is told next
_OF_OTHER_TIME = lazy(
    r"\W*(?:in )?(?:the |an? )?(?:last|previous|prior|earlier|second|another|similar)\b"
)
_REACH = 5  # sentences back
_NEXT, _SURE = 1, 4  # of them, where a number that does not fit must stand
_MANY = 6  # totals or counts that could be meant; a page of figures has no average of its own
_FAR = 60  # figures before an average and behind it that are looked at
_JUST = 40  # characters before a total that tell what it is of
_LONGEST = 120  # characters of a tie with its hedges
_HEDGED = 6
_FINE = Fraction(1, 500)
_COARSE = Fraction(1, 50)  # of itself: a rougher average fits too many numbers


@dataclass(frozen=True, slots=True)
class _Average:
    figure: Figure
    tie: Span
    nouns: frozenset[str]  # what is averaged; none where that is left out
    per: frozenset[str]  # over what; none of "each"
    loose: bool  # "each … has", without the word "average"


def sort_of(figure: Figure) -> str | None:
    """What a figure is an amount of: only amounts of one sort are totals of averages."""
    if figure.value is None or figure.value.numerator <= 0:
        return None
    if figure.kind in ("count", "number", "rate"):
        return "count"
    if figure.kind in ("money", "measure", "duration"):
        return f"{figure.kind} {singular((figure.unit or '').lower())}"
    return None


def fits(total: Figure, count: Fraction, mean: Figure) -> bool:
    """Whether *total* spread over *count* gives *mean*, as precise as it is written.

    "More than 12" reaches a sixth above.
    """
    if mean.value is None or total.value is None:
        return False
    if _HEDGED * abs(total.value / count - mean.value) > mean.value:
        return False
    limits = mean.range
    if limits.is_exact:
        limits = Interval.around(mean.value, mean.step / 2)
    return total.range.scale(1 / count).meets(limits)


def counts_of(noun: str | None, per: Collection[str]) -> bool:
    """Whether a noun counts what an amount is for one of; "individuals" those of "per person"."""
    if noun is None or noun in per:
        return noun is not None
    return is_person(stem(noun)) and any(is_person(stem(one)) for one in per)


def averages(reading: Reading, told: Collection[str]) -> Iterator[Relation]:
    """Averages over things counted, not over time; those of *told* are read already."""
    for index, skeleton in worded(reading, CUES):
        for average in _found(skeleton):
            if average.figure.id not in told:
                yield from _spread(reading, index, average)


def _found(skeleton: Skeleton) -> Iterator[_Average]:
    """The figures of a sentence that it calls averages."""
    for figure, at in zip(skeleton.figures, skeleton.signs, strict=True):
        if figure.kind == "rate" or sort_of(figure) is None:
            continue
        per = _PER.match(skeleton.text, at + 1)
        if per and _SPREAD_AGAIN.match(skeleton.text, per.end()):
            continue
        if per and (match := _TIE.search(skeleton.text, max(0, at - _LONGEST), at)):
            over, nouns, loose = _names(per["per"]), _names(per["noun"]), False
        elif match := _WAS.search(skeleton.text, max(0, at - _LONGEST), at):
            over, nouns, loose = _names(None), _own(skeleton, figure), False
        elif match := _EACH.search(skeleton.text, max(0, at - _LONGEST), at):
            over, nouns = frozenset[str](), _own(skeleton, figure)
            loose = "average" not in skeleton.text
        else:
            continue
        start = match.start("tie")
        if not over & _TIME and not _OF_DATES.search(skeleton.text, 0, start):
            tie = Span(skeleton.offset(start), skeleton.offset(at))
            yield _Average(figure, tie, nouns, over, loose)


def _names(words: str | None) -> frozenset[str]:
    return frozenset(map(singular, (words or "").split()))


def _own(skeleton: Skeleton, figure: Figure) -> frozenset[str]:
    noun = head(skeleton, figure) if sort_of(figure) == "count" else None
    return frozenset((noun,)) if noun else frozenset()


def of_other_time(skeleton: Skeleton) -> bool:
    """Whether a sentence opens with another of what the text is about: ``The last one led to``."""
    return _OF_OTHER_TIME.match(skeleton.text) is not None


def _spread(reading: Reading, index: int, average: _Average) -> Iterator[Relation]:
    """The total and the count that the words name: a pair that fits, or the only one there is."""
    sentences = range(max(0, index - _REACH), min(index + 2, len(reading.sentences)))
    near = [f for at in sentences for f in reading.by_sentence[at]]
    place = bisect_left(near, average.figure.start, key=lambda f: f.start)
    near = near[max(0, place - _FAR) : place + _FAR]
    totals = [f for f in near if _may_total(average, f) and not _is_count(reading, average, f)]
    totals = totals[-_MANY:]
    counts = [f for f in near if f.sentence <= index and _may_count(average, f)]
    heads = {f.id: head(reading.sentences[f.sentence], f) for f in counts}
    named = [f for f in counts if counts_of(heads[f.id], average.per)]
    open_ = [f for f in counts if heads[f.id] is None or not average.per]
    beside = [f for f in open_ if f.sentence == index and f not in named]
    counts = [*(named or open_)[-_MANY:], *(beside if named else ())]
    pairs = [(t, c) for c in reversed(counts) for t in reversed(totals) if t is not c]
    fitting = (p for p in pairs if _fits(reading, index, average, *p))
    pair = next(fitting, None) or _only(reading, index, average, pairs)
    if pair is not None:
        total, count = pair
        options = {"count": str(count.value), "unit": ""}
        yield relation(
            "mean", reading, [average.tie], options,
            total=total, mean=average.figure, count=count,
        )  # fmt: skip


def _may_total(average: _Average, figure: Figure) -> bool:
    mean = average.figure
    if figure is mean or figure.kind == "rate" or sort_of(figure) != sort_of(mean):
        return False
    return bool(figure.value and mean.value and figure.value > mean.value)


def _is_count(reading: Reading, average: _Average, figure: Figure) -> bool:
    """Whether *figure* is a number of what is averaged over: ``against 1,030 loads last year``."""
    own = head(reading.sentences[figure.sentence], figure)
    return sort_of(figure) == "count" and own is not None and own in average.per - average.nouns


def _may_count(average: _Average, figure: Figure) -> bool:
    if figure is average.figure or sort_of(figure) != "count" or figure.kind == "rate":
        return False
    if figure.value is None or figure.value < 2 or figure.value.denominator != 1:
        return False
    return not average.loose or figure.sentence == average.figure.sentence


def _named(reading: Reading, average: _Average, total: Figure, count: Figure) -> bool:
    """Whether the words name both: "289 were detained …, 1.8 detentions for each operation"."""
    counted = head(reading.sentences[count.sentence], count)
    if not counts_of(counted, average.per):
        return False
    if sort_of(total) != "count":
        return True
    skeleton = reading.sentences[total.sentence]
    if not average.nouns.isdisjoint(map(singular, phrase(skeleton, total))):
        return True
    at = skeleton.sign_of(total)  # "the detention of 289 suspects"
    return not average.nouns.isdisjoint(
        map(singular, skeleton.text[max(0, at - _JUST) : at].split())
    )


def _fits(reading: Reading, index: int, average: _Average, total: Figure, count: Figure) -> bool:
    """Whether a pair gives the average, and is no chance: a rough one must be named or beside."""
    mean = average.figure
    if count.value is None or mean.value is None or not fits(total, count.value, mean):
        return False
    fine = _FINE if average.loose else _COARSE
    if mean.step <= fine * mean.value and mean.hedge is None:
        return True
    if average.loose:
        return False
    if _named(reading, average, total, count):
        return True
    if average.per:
        return False
    skeleton = reading.sentences[index]
    above = total.sentence == count.sentence == index - 1 and _TAKES_UP.match(skeleton.text)
    beside = total.sentence == count.sentence == index or (above and len(skeleton.figures) == 1)
    return bool(beside)


def _only(
    reading: Reading, index: int, average: _Average, pairs: list[tuple[Figure, Figure]]
) -> tuple[Figure, Figure] | None:
    """The one pair that the words name close by, though it does not fit."""
    dated = any(f.kind == "date" for f in reading.by_sentence[index])
    # many persons are told of in a text, and each number of them could be the one
    persons = any(is_person(stem(one)) for one in average.per)
    back = 0 if dated else _NEXT if persons else _SURE
    named = [
        (t, c)
        for t, c in pairs
        if index - back <= min(t.sentence, c.sentence)
        and max(t.sentence, c.sentence) <= index
        and (_named(reading, average, t, c) or _just_told(reading, index, average, t, c))
        and _comparable(average.figure, t, c)
        and not any(
            f.sentence < index and of_other_time(reading.sentences[f.sentence]) for f in (t, c)
        )
    ]
    one = len({(t.value, c.value) for t, c in named}) == 1
    return named[0] if one and not average.loose else None


def _just_told(
    reading: Reading, index: int, average: _Average, total: Figure, count: Figure
) -> bool:
    """Whether an average "at each of them" can only be of two numbers of the sentence before."""
    if average.per or total.sentence != index - 1 or len(reading.by_sentence[index]) > 1:
        return False
    above = [f for f in reading.by_sentence[index - 1] if sort_of(f) == sort_of(total)]
    noun = head(reading.sentences[index - 1], total)
    return set(above) == {total, count} and any(alike(noun, own) for own in average.nouns)


def _comparable(mean: Figure, total: Figure, count: Figure) -> bool:
    """Whether a slip could part the average from what comes out: at most by half or twofold."""
    if mean.value is None or total.value is None or not count.value:
        return False
    comes_out = total.value / count.value
    return max(comes_out, mean.value) <= 2 * min(comes_out, mean.value)
