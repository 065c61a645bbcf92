"""The figures of a change and what the words beside them make of each: changes, ends, neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure, Span
from crossfoot.relate.changes import words
from crossfoot.relate.wording.kinds import means_the_same
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.stems import stem

Direction = Literal["up", "down", ""]
Tag = Literal["change", "from", "to", "plain"]
PORTIONS = frozenset({"percent", "fraction", "multiple"})
VALUES = PORTIONS | {"points", "count", "number", "money", "measure", "rate"}
_FACTOR = 20  # by which one end of a change is larger than the other, at most
SIGNED = PORTIONS | {"points"}


class Cue(NamedTuple):
    """A figure with what the words beside it make of it; `said` lies in the skeleton's text."""

    figure: Figure
    at: int
    before: str
    after: str
    tag: Tag = "plain"
    direction: Direction = ""
    moves: bool = False  # the words have a subject of their own that moves
    said: tuple[int, int] = (0, 0)


class Statement(NamedTuple):
    """A change told by one or more figures, and the ends that the same sentence gives.

    `earlier` holds all figures given for earlier times, `base` the one the change is from.
    """

    changes: tuple[Cue, ...]
    base: Cue | None
    result: Cue | None
    direction: Direction
    earlier: tuple[Cue, ...] = ()

    @property
    def base_at(self) -> int:
        """Where the figure that the change is from stands; 0 without one."""
        return self.base.at if self.base else 0

    @property
    def ends(self) -> set[int]:
        """Where the figures stand that the change leads from and to."""
        return {cue.at for cue in (self.base, self.result) if cue}

    def licence(self, skeleton: Skeleton) -> list[Span]:
        """The words that tell the change and its ends."""
        cues = [c for c in (*self.changes, self.base, self.result) if c and c.said[1]]
        spans = {Span(skeleton.offset(a), skeleton.offset(b)) for a, b in (c.said for c in cues)}
        return sorted(spans)


def tag_at(cues: Sequence[Cue], k: int) -> Tag | None:
    """What the words make of the figure at index *k*; None where there is none."""
    return cues[k].tag if 0 <= k < len(cues) else None


def year_after(cue: Cue, skeleton: Skeleton) -> int | None:
    """The year said of a count: 240 "in 2011"."""
    found = words.IN_YEAR.match(skeleton.text, cue.at + 1)
    return year_of(skeleton.figure_at(found.start("year"))) if found else None


def year_of(figure: Figure) -> int | None:
    """The year in which the period of a figure begins."""
    start = figure.period.start if figure.period else None
    return start.year if start else None


def comparable(result: Cue, base: Cue) -> bool:
    """Whether two figures can be ends of one change: they do not count unlike things."""
    # an end that is a multiple counts occasions: "84 times"
    kinds = {f.kind if f.kind != "multiple" else "count" for f in (result.figure, base.figure)}
    if "duration" in kinds and kinds <= words.BARE and len(kinds) == 2:
        return not things_after(base.after)
    if len(kinds) > 1 and not kinds <= words.COUNTED:
        return False
    if _of_unlike(result.after, base.after):
        return False
    if kinds == {"duration"}:
        return result.figure.unit == base.figure.unit
    if result.figure.measure and result.figure.measure == base.figure.measure:
        return True
    one, other = things_after(result.after), things_after(base.after)
    return not (one and other) or any(means_the_same(a, b) for a in one for b in other)


def of_a_size(one: Cue, other: Cue) -> bool:
    """Whether two figures are within a factor of twenty."""
    a, b = one.figure.value, other.figure.value
    return bool(a and b) and max(a or 0, b or 0) <= _FACTOR * min(a or 0, b or 0)


def _of_unlike(one: str, other: str) -> bool:
    """Whether two figures are said to be of unlike things: pounds "of cocaine", "of heroin"."""
    first, last = words.OF_THING.match(one), words.OF_THING.match(other)
    if first is None or last is None:
        return False
    return stem(first["what"]) != stem(last["what"])


def things_after(after: str) -> set[str]:
    """The plural nouns right after a figure, in the singular."""
    named = words.PHRASE.match(after)
    nouns = named.group().replace("-", " ").split() if named else []
    return {
        singular(w) for w in nouns if w.endswith("s") and not w.endswith("ss")
    } - words.NO_THINGS
