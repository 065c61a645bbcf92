"""A change told between two years, and in the next sentence how many there were in each.

``Homicides fell by 25 percent between 2019 and 2023. There were 150 in 2023, compared with 170 in
2022 and 200 in 2019``. Both years are named again, each with one number, and nothing else is
counted: such a change is alleged however far it is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.announced import (
    WHAT_MOVES,
    same_scope,
    sole_change,
    what_changes,
)
from crossfoot.relate.changes.cues import VALUES, Cue, Statement
from crossfoot.relate.changes.neighbours import amounts_of, when_told
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.times import moment
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.stems import IDLE, stem

# "fell" 12 percent "between" 2018 "and" 2019
_BETWEEN = pattern(
    r"\b(?:between|from) (?:fiscal )?(?P<first>{date}) (?:and|to) (?:fiscal )?(?P<last>{date})"
    r"(?! to\b)"
)
# "There were", "Police recorded": a count of all that the sentence before spoke of
_COUNTS = pattern(
    r"\W*(?:(?:in|during|for) {date},? )?(?:there (?:were|had been)|(?:it|they) (?:numbered"
    r"|stood at|was|were|fell from|rose from|went from)|(?:the )?(?:city|county|state|town"
    r"|department|police|agency|office|bureau|deputies|officers|country|nation|district|authorities)"
    r" (?:recorded|reported|counted|logged|saw|had|registered|took|handled))"
    r" (?:about |nearly |only |just )?$"
)
# a rate moves otherwise than the number; of part of a year
_RATE = lazy(r"\b(?:rates?|per|adjusted)\b")
_SO_FAR = lazy(r"\b(?:so far|to date|through|until|alone|by (?:then|now|mid)|as of)\b")
_OF_THEM = (" of them ", " of these ", " such ")
_YEARS, _OPENING = 2, 3


def of_two_years(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that a sentence tells between two years, with the counts of the next sentence."""
    dates = skeleton.text.count(SIGNS["date"])
    if dates != _YEARS or index + 1 >= len(reading.sentences):
        return
    between = _BETWEEN.search(skeleton.text)
    other = reading.sentences[index + 1]
    if between is None or other.amounts < _YEARS or SIGNS["date"] not in other.text:
        return
    change = _sole(skeleton)
    if change is None:
        return
    if _RATE.search(skeleton.text) or _SO_FAR.search(other.text):
        return
    told = [c for c in amounts_of(other) if c.figure.kind in VALUES]
    values = [f for f in other.figures if f.kind in VALUES]
    if len(told) != len(values) or not _COUNTS.fullmatch(other.text, 0, told[0].at):
        return
    what = _what_changes(skeleton, change, between)
    if not what or not all(_are_counted(other, cue, what) for cue in told):
        return
    ends = [_of_year(other, told, skeleton.group(between, g)) for g in ("first", "last")]
    base, result = ends
    if base and result and base.kind == result.kind and same_scope(reading, skeleton, other):
        cue = change.changes[0]
        yield Shape(base, result, cue.figure, change.direction, change.licence(skeleton)[0])


def _sole(skeleton: Skeleton) -> Statement | None:
    """The one change of a sentence that gives no other value."""
    if sum(f.kind in VALUES for f in skeleton.figures) != 1:
        return None
    return sole_change(skeleton)


def _what_changes(skeleton: Skeleton, change: Statement, between: re.Match[str]) -> tuple[str, ...]:
    """The stems of what is said to change, which may stand behind the two years."""
    cue = change.changes[0]
    if not cue.moves or between.start() > _OPENING:
        return what_changes(skeleton, change)
    told = WHAT_MOVES.fullmatch(skeleton.text, between.end(), cue.said[0])
    return tuple(stem(w) for w in told["what"].split() if w not in IDLE) if told else ()


def _are_counted(other: Skeleton, cue: Cue, what: tuple[str, ...]) -> bool:
    """Whether a number counts what is said to change: by its noun, or by none of its own."""
    if other.text.startswith(_OF_THEM, cue.at + 1):
        return True
    nouns = [stem(w) for w in phrase(other, cue.figure) if w not in IDLE]
    return not nouns or (nouns[-1] == what[-1] and set(nouns) <= set(what))


def _of_year(other: Skeleton, told: list[Cue], year: Figure | None) -> Figure | None:
    """The one number that is told of *year*."""
    when = moment(year) if year else None
    found = [c.figure for c in told if when and when_told(other, c.figure) == when]
    return found[0] if len(found) == 1 else None
