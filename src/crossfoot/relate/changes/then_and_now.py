"""A percentage told of a count, and the count of now and of then in the next two sentences.

``Thefts were up 60 percent in July compared to July 2019. The county counted 160 thefts in July.
In July 2019 there were just 100``. All three speak of one thing in one place, the first of the
very times that the others name: such a change is alleged however far it is off.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import AMOUNTS, SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.announced import (
    counts_just,
    gives_portion,
    opens_alike,
    same_scope,
    sole_change,
    told_alone,
    what_changes,
)
from crossfoot.relate.changes.cues import VALUES, Cue, Statement
from crossfoot.relate.changes.one_time import are_one, times_told
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import LIGHT
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.stems import stem

_DATE = SIGNS["date"]
_YEAR_AGO = r"(?:a|one|the) year (?:ago|earlier|before)|the (?:previous|prior) year"
_SAME = r"(?:the )?(?:same|this) (?:month|period|time|point|quarter|week|weekend)(?: in| of)? "
# "In July 2019 there were just" 100; "A year earlier, it counted" 100
_THEN = pattern(
    r"^\W*(?:(?:in|during|at|over|for|by) )?(?:{same})?(?:(?P<then>{date})|{year_ago}),? "
    r"(?:there (?:were|had been)|(?:it|they|the [a-z]+|[a-z]+) (?:had )?"
    r"(?:saw|had|made|took|[a-z]+ed)) {light}(?P<from>{amount})(?=(?: [a-z'-]+){{0,3}}[.;,]|$)",
    same=_SAME, year_ago=_YEAR_AGO, light=LIGHT,
)  # fmt: skip
_SAME_ONES = frozenset(map(stem, ("such", "reported")))
# "compared to" July 2019, "from the same month last year"
_COMPARED = lazy(
    r" (?:compared (?:with|to)|from|over|versus) "
    rf"(?:{_SAME})?(?:(?P<then>{_DATE})|{_YEAR_AGO})(?=[.,;]|$)"
)


def then_and_now(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that a sentence tells alone, with the ends that the next two give."""
    if index + 2 >= len(reading.sentences) or not gives_portion(skeleton):
        return
    now, then = reading.sentences[index + 1], reading.sentences[index + 2]
    result = _only_amount(now)
    match = _THEN.match(then.text) if result and _only_amount(then) else None
    base = then.group(match, "from") if match else None
    if not (match and base and result):
        return
    told = then.group(match, "then") if match["then"] else None
    change = sole_change(skeleton)
    if change is None:
        return
    compared = _COMPARED.search(skeleton.text, change.changes[0].at)
    if not (_is_since(skeleton, compared, told) if compared else told_alone(skeleton)):
        return
    end = compared.start() if compared else None
    if not _is_of_it(reading, skeleton, change, (now, result), (then, base), end):
        return
    if ((result.value or 0) > (base.value or 0) and change.direction == "up") or (
        (result.value or 0) < (base.value or 0) and change.direction == "down"
    ):
        licence = change.licence(skeleton)[0]
        yield Shape(base, result, change.changes[0].figure, change.direction, licence)


def _only_amount(skeleton: Skeleton) -> Figure | None:
    """The amount of a sentence that gives no other value."""
    values = [f for f in skeleton.figures if f.kind in VALUES]
    return values[0] if len(values) == 1 and values[0].kind in AMOUNTS else None


def _is_since(skeleton: Skeleton, compared: Match[str], then: Figure | None) -> bool:
    """Whether a change is reckoned from the time *then* of the earlier count, or a year ago."""
    named = skeleton.group(compared, "then") if compared["then"] else None
    if named is None or then is None:
        return named is then
    return named.period == then.period if named.period else named.text == then.text


def _is_of_it(
    reading: Reading,
    home: Skeleton,
    change: Statement,
    now: tuple[Skeleton, Figure],
    then: tuple[Skeleton, Figure],
    end: int | None,
) -> bool:
    """Whether both counts are of what changes, in its place and, told up to *end*, of its time."""
    what = what_changes(home, change)
    result = Cue(now[1], now[0].sign_of(now[1]), "", "")
    if not what or not counts_just(now[0], result, what):
        return False
    if not opens_alike(reading, home, now[0], result):
        return False
    if not all(same_scope(reading, home, sentence) for sentence, _ in (now, then)):
        return False
    nouns = [stem(word) for word in phrase(*then)]
    if not set(nouns) <= {*what, *_SAME_ONES}:
        return False
    return are_one(times_told(home, 0, end), times_told(now[0]))
