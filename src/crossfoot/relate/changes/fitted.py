"""The ends of a change that no wording ties to it, found by their numbers.

``The jail held 412 people in May … 350 in June … a drop of 15 percent``: a change is told, so its
ends stand somewhere near. Two figures of one kind from which it follows to its last digit are
those, unless it says so little, or so many pairs stand by, that one may fit by chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.interval import Interval, number
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import PORTIONS, Statement
from crossfoot.relate.changes.elsewhere import fits, step_of
from crossfoot.relate.changes.ends import MOST_PAIRS, Told, words_as_stems
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.changes.statements import said_to_change, statements
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import stem

BACK, ON = 4, 1  # sentences before and after a change in which its ends are told
BEFORE, AFTER = 30, 10  # figures of any kind that are looked at
MOST = 12  # figures of a kind among them, the nearest
CHANCE = Fraction(1, 5)  # pairs that may fit by chance, of all that are tried
SMALL = 10  # counts below it are told of too many things
FACTOR = 20  # by which ends of one change differ at most, but for a multiple that says more
# what any sentence of a text can be said to be about
_ANYTHING = frozenset(map(stem, "number total figure count rate case people".split()))
_RELATIVE = PORTIONS | {"points"}


def found_by_number(text: Told, index: int, statement: Statement, ends: Ends) -> Ends | None:
    """The ends that only their numbers tell: near the change, or set against each other far off."""
    found = fitted(text.reading, index, statement, ends)
    if found and _is_from_elsewhere(text.reading.sentences[index], statement, found):
        return None
    if found is None and not (ends.base or ends.result):
        return told_elsewhere(text, statement)
    return found


def _is_from_elsewhere(skeleton: Skeleton, statement: Statement, ends: Ends) -> bool:
    """Whether a change is from another time: "10 more than in May, and" 15 of another place."""
    last = statement.changes[-1]
    if ends.base not in skeleton.figures or words.THAN_IN.match(last.after) is None:
        return False
    at = skeleton.sign_of(ends.base) if ends.base else 0
    return at > last.at and words.AND_NEXT.search(skeleton.text, last.at, at) is not None


def fitted(reading: Reading, index: int, statement: Statement, ends: Ends) -> Ends | None:
    """The ends of the change that *statement* tells, where its number finds them alone."""
    change = statement.changes[0].figure
    if not change.value or change.range.low is None or change.range.high is None:
        return None
    if not statement.direction and change.kind != "multiple":
        return None
    kinds = list(_kinds(reading, index, statement))
    if not kinds:
        return None
    tried, width = 0, Fraction(0)
    found: list[Ends] = []
    step = step_of(change, statement.direction)
    for told in kinds:
        bases = [f for f in told if (ends.base or f) is f]
        results = [f for f in told if (ends.result or f) is f]
        tried += len(bases) * len(results) - (len(told) if bases == results else 0)
        for base in bases:
            moved = [r for r in results if _may_change(base, r, change, statement.direction)]
            if not moved:
                continue
            expected = base.range * step if change.kind in PORTIONS else base.range + step
            for result in moved:
                if expected.meets(result.range) and _alike(reading, base, result, change):
                    found.append(Ends(base, result))
                    width = max(width, _chance(expected, result, change))
    if not found or tried * width > CHANCE or len({_values(e) for e in found}) > 1:
        return None
    return min(found, key=lambda e: abs(e.result.start - change.start) if e.result else 0)


def told_elsewhere(text: Told, statement: Statement) -> Ends | None:
    """The one pair that the text sets against each other, anywhere, that the change separates.

    The sentence of one of them must name what changes: "burglaries fell 16 percent", and far below
    "410 burglaries, compared with 492".
    """
    change = statement.changes[0].figure
    if not change.value or change.range.is_open or not statement.direction:
        return None
    things = frozenset(said_to_change(statement)) - _ANYTHING
    if not things:
        return None
    pairs = text.pairs_of(things)
    if len(pairs) > MOST_PAIRS:
        return None
    fitting = {_values(ends): ends for ends in pairs if _fits_closely(statement, ends, len(pairs))
               and _is_said_of(text, ends, things)}  # fmt: skip
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _is_said_of(text: Told, ends: Ends, things: frozenset[str]) -> bool:
    """Whether a sentence of the ends names *things*, and tells them as no changes themselves."""
    told = [(text.reading.sentences[f.sentence], f) for f in ends]
    named = any(_tells_of(skeleton, things) for skeleton, _ in told)
    return named and not any(f.id in _changes_in(skeleton) for skeleton, f in told)


def _fits_closely(statement: Statement, ends: Ends, tried: int) -> bool:
    """Whether the change separates the ends, and of so many pairs hardly one does by chance."""
    if ends.base is None or ends.result is None or any(f.range.is_open for f in ends):
        return False
    if not fits(statement, ends):
        return False
    change = statement.changes[0].figure
    step = step_of(change, statement.direction)
    relative = change.kind in PORTIONS and ends.base.kind != "percent"
    expected = ends.base.range * step if relative else ends.base.range + step
    first, last = ends.base.value or Fraction(1), ends.result.value or Fraction(1)
    moved = last / first if relative else last - first
    near = Interval.around(moved, _width(step))  # coarse ends fit whatever is told
    return near.meets(step) and tried * _chance(expected, ends.result, change) <= CHANCE


def _values(ends: Ends) -> tuple[Fraction | None, ...]:
    return tuple(f.value for f in (ends.base, ends.result) if f)


def _chance(expected: Interval, result: Figure, change: Figure) -> Fraction:
    """How likely it is that a figure of the size of *result* meets what is expected by chance."""
    of_size = result.value if change.kind in PORTIONS else change.value
    wide = sum((_width(limits) for limits in (expected, result.range)), result.step)
    return wide / (2 * (of_size or 1))


def _width(limits: Interval) -> Fraction:
    low, high = limits.low or Fraction(0), limits.high or Fraction(0)
    return high - low


def _kinds(reading: Reading, index: int, statement: Statement) -> Iterator[list[Figure]]:
    """The figures near the statement that may be its ends, of each kind the nearest."""
    change = statement.changes[0].figure
    first, last = index - BACK, index + ON
    kinds: dict[str, list[Figure]] = {}
    for figure in _around(reading, change):
        if first <= figure.sentence <= last and figure.value and not figure.range.is_open:
            kind = family(figure)
            if kind and _can_end(kind, change) and _is_told_enough(figure, change):
                kinds.setdefault(kind, []).append(figure)
    things: frozenset[str] | None = None
    for told in kinds.values():
        if len(told) < 2:
            continue
        things = frozenset(said_to_change(statement)) if things is None else things
        ends = [f for f in told if _may_be_end(reading.sentences[f.sentence], f, things)]
        if len(ends) > 1:
            yield sorted(ends, key=lambda f: abs(f.start - change.start))[:MOST]


def _may_be_end(skeleton: Skeleton, figure: Figure, things: frozenset[str]) -> bool:
    """Whether a figure is no change itself, and told in a sentence that names *things*."""
    return _tells_of(skeleton, things) and figure.id not in _changes_in(skeleton)


def _around(reading: Reading, change: Figure) -> Sequence[Figure]:
    """The figures that stand nearest before and after *change*."""
    at = bisect_left(reading.figures, change.start, key=lambda f: f.start)
    return reading.figures[max(0, at - BEFORE) : at + AFTER]


@kept
def _changes_in(skeleton: Skeleton) -> frozenset[str]:
    """The figures of a sentence that are themselves changes; worked out once."""
    return frozenset(cue.figure.id for here in statements(skeleton) for cue in here.changes)


def _is_told_enough(figure: Figure, change: Figure) -> bool:
    """Whether a count is no "seven of the eight", which come near many a percentage."""
    return change.kind not in PORTIONS or figure.kind != "count" or (figure.value or 0) >= SMALL


def _can_end(kind: str, change: Figure) -> bool:
    """Whether a figure of that kind can rise or fall by *change*."""
    if kind == "percent":
        return change.kind == "points"
    return change.kind in PORTIONS or family(change) == kind


def _may_change(base: Figure, result: Figure, change: Figure, direction: str) -> bool:
    """Whether two figures move as told, but not by more than one thing does over time."""
    first, last = number(base.value or Fraction(1)), number(result.value or Fraction(1))
    if change.kind == "multiple":
        return first != last
    low, high = (last, first) if direction == "down" else (first, last)
    return low < high <= FACTOR * low


def _alike(reading: Reading, base: Figure, result: Figure, change: Figure) -> bool:
    """Whether two figures count one thing, which an amount of change is counted in too."""
    figures = (base, result) if change.kind in _RELATIVE else (base, result, change)
    nouns = [head(reading.sentences[f.sentence], f) for f in figures]
    return all(alike(one, other) for one, other in combinations(nouns, 2))


def _tells_of(skeleton: Skeleton, things: frozenset[str]) -> bool:
    """Whether a sentence names one of *things*, given as stems; true without any."""
    if not things:
        return True
    return not things.isdisjoint(words_as_stems(skeleton))
