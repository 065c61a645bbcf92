"""A change told in one sentence and its two ends in the next, where these fit but for one slip.

``Arrests more than doubled. Officers arrested 1,830 people last year, up from 802 in 2023``. The
second sentence may add a time or tell the deed by its verb, so that what `announced` asks for is
not sure. But both tell of one thing in one direction: ends that fit once a digit of one is
changed are misprinted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.changes.announced import (
    LOCAL,
    SCOPE,
    TIMES,
    WHAT_MOVES,
    gives_ends,
    in_turn,
    is_short,
    is_within,
    moves_so,
    names_in,
    opens_alike,
    told_alone,
    what_changes,
)
from crossfoot.relate.changes.cues import VALUES, Cue, Statement
from crossfoot.relate.changes.elsewhere import counted_alike, told_up_to
from crossfoot.relate.changes.of_subject import pairs_at
from crossfoot.relate.changes.one_time import are_one, times_of_ends, times_told
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.slips import may_mean
from crossfoot.relate.wording.stems import IDLE, stem

# 412 "people were arrested", 23 "died"
_DONE = lazy(r"(?: (?P<who>[a-z]+))?(?: (?:were|have been|had been|was))? (?P<verb>[a-z]+)\b")
# "officers arrested" 412, "the county recorded" 118
_DOES = lazy(r"\b(?P<verb>[a-z]+) (?:(?:about|nearly|more|than|only|a|total|of|just|some) )*$")
_ANYBODY = frozenset(("people", "persons", "individuals", "detainees", "migrants", "immigrants"))
_ROOT = 5  # letters that a deed and its verb share: "removals", "removed"
_HERE = LOCAL | frozenset(map(stem, "district sector state office".split()))
_WORD = lazy(r"[a-z][a-z'-]+")
_FEW, _MANY = 10, 100  # fewer are soon fitted by another digit; counts told of a part of the time


def announced_by_slip(
    reading: Reading, index: int, skeleton: Skeleton, kinds: Collection[str]
) -> Iterator[Shape]:
    """The change that a sentence tells alone, with the ends of the next that may be misprinted.

    Only a change of one of *kinds*, ``percent``, ``fraction`` or ``multiple``.
    """
    if index + 1 >= len(reading.sentences) or skeleton.amounts:
        return
    told = [f.kind for f in skeleton.figures if f.kind in VALUES]
    if len(told) != 1 or told[0] not in kinds:
        return
    other = reading.sentences[index + 1]
    if not gives_ends(other) or (change := told_alone(skeleton)) is None:
        return
    pairs = pairs_at(reading, index + 1)
    if len(pairs) != 1 or pairs[0][0].figure.sentence != pairs[0][1].figure.sentence:
        return
    base, result = pairs[0]
    what = _what(reading, skeleton, change)
    if not what or not moves_so(other, change, base, result) or not _counts(other, result, what):
        return
    if not _is_of_it(reading, skeleton, other, change, base, result):
        return
    ends = in_turn(base.figure, result.figure)
    if _fits_but_for_a_slip(*ends, change.changes[0].figure, change.direction):
        yield Shape(*ends, change.changes[0].figure, change.direction, change.licence(skeleton)[0])


def _counts(other: Skeleton, result: Cue, what: tuple[str, ...]) -> bool:
    """Whether *result* counts what changes: 118 "deaths", "arrested" 412, 23 "people died"."""
    nouns = [stem(w) for w in phrase(other, result.figure) if w not in IDLE and w[-2:] != "ed"]
    if nouns and set(nouns) == set(what):
        return True
    if nouns and not set(nouns) <= set(map(stem, _ANYBODY)):
        return False
    after, before = _DONE.match(other.text, result.at + 1), _DOES.search(other.text, 0, result.at)
    verbs = [after["verb"]] if after and (after["who"] or "people") in _ANYBODY else []
    verbs += [before["verb"]] if before else []
    return len(what) == 1 and any(
        stem(verb) == what[0] or (len(what[0]) >= _ROOT and verb.startswith(what[0][:_ROOT]))
        for verb in verbs
    )


def _what(reading: Reading, skeleton: Skeleton, change: Statement) -> tuple[str, ...]:
    """The stems of what is said to change, but for an agency's name: "ICE arrests have" doubled."""
    cue = change.changes[0]
    end = cue.at if cue.figure.kind == "multiple" else cue.said[0] if cue.moves else 0
    told = WHAT_MOVES.fullmatch(skeleton.text, 0, end) if end else None
    if told is None:
        return what_changes(skeleton, change)
    found = _WORD.finditer(skeleton.text, *told.span("what"))
    return tuple(
        stem(m.group())
        for m in found
        if m.group() not in IDLE and not is_short(reading, skeleton, m)
    )


def _is_of_it(
    reading: Reading, home: Skeleton, other: Skeleton, change: Statement, base: Cue, result: Cue
) -> bool:
    """Whether the next sentence tells of nobody, nowhere and no time that is another."""
    if not opens_alike(reading, home, other, result) or not counted_alike(home, other):
        return False
    mine, theirs = names_in(reading, home), names_in(reading, other)
    known = frozenset(map(stem, home.words))
    if not theirs <= mine or not is_within(other, known | _HERE):
        return False
    placed = frozenset(map(stem, {*other.words, *mine})) if not theirs else map(stem, other.words)
    if not _is_within_home(reading, home, frozenset(placed) | _HERE):
        return False
    told = times_told(home, 0, told_up_to(home, change.changes[0]))
    now, _ = times_of_ends(other, base.figure, result.figure)
    if told:
        return are_one(told, now)
    return not now or min(base.figure.value or 0, result.figure.value or 0) >= _MANY


def _is_within_home(reading: Reading, home: Skeleton, known: frozenset[str]) -> bool:
    """Whether the next sentence knows of what is said of the change, but for an agency's name."""
    for scope in SCOPE.finditer(home.text):
        if scope.group().startswith("under "):
            return False  # "doubled under the new law": since it came
        told = [
            stem(m.group())
            for m in _WORD.finditer(home.text, *scope.span("what"))
            if m.group() not in IDLE | TIMES and not is_short(reading, home, m)
        ]
        if told and told[0] not in known:
            return False
    return True


def _fits_but_for_a_slip(base: Figure, result: Figure, change: Figure, direction: str) -> bool:
    """Whether the ends are as told, or would be with a digit of one of them changed."""
    times = _times(change, direction)
    if times.low is None and times.high is not None:  # "fell by more than half"
        times = Interval(times.high / 2, times.high)
    if times.low is None or times.low <= 0 or min(base.value or 0, result.value or 0) < _FEW:
        return False
    needed = base.range * times
    before = Interval(
        None if times.high is None or result.range.low is None else result.range.low / times.high,
        None if result.range.high is None else result.range.high / times.low,
    )
    return result.range.meets(needed) or _may_be(result, needed) or _may_be(base, before)


def _times(change: Figure, direction: str) -> Interval:
    """How many times the earlier number the later is said to be."""
    if change.kind == "multiple":
        return change.range
    part = change.range.scale(Fraction(1, 100)) if change.kind == "percent" else change.range
    return Interval.exactly(1) + part if direction == "up" else Interval.exactly(1) - part


def _may_be(figure: Figure, needed: Interval) -> bool:
    """Whether *figure* may be a slip for what is *needed*, at most twice as much where open."""
    low, high = needed.low, needed.high
    if low is None:
        low = (high or Fraction(0)) / 2
    return may_mean(figure, low, 2 * low if high is None else high)
