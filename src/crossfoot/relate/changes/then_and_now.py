"""A percentage told of a count, and the count of now and of then in the next two sentences.

``Thefts were up 60 percent in July compared to July 2019. The county counted 160 thefts in July.
In July 2019 there were just 100``; ``… Police logged 160 this July. That is up from the 100
reported in July 2019``. All three speak of one thing in one place, the first of the very times
that the others name: such a change is alleged however far it is off.
"""

from __future__ import annotations

import re
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
from crossfoot.relate.changes.one_time import are_one, beside, times_told
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import LIGHT
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.stems import stem

_DATE = SIGNS["date"]
_YEAR_AGO = r"(?:a|one|the) year (?:ago|earlier|before)|the (?:previous|prior) year"
_SAME = (
    r"(?:the )?(?:same|this) (?:time )?(?:month|period|time|point|quarter|week|weekend|span|frame)"
    r"(?: in| of)? "
)
_FIRST = rf"(?:the )?(?:first|{SIGNS['rank']}) (?:half|quarter|{SIGNS['duration']}) of "
_WHEN = rf"(?P<same>{_SAME}|{_FIRST})?(?:fiscal (?:year )?)?(?:(?P<then>{_DATE})|{_YEAR_AGO})"
# "In July 2019 there were just" 100; "A year earlier, it counted" 100
_THEN = pattern(
    r"^\W*(?:(?:in|during|at|over|for|by) )?{when},? "
    r"(?:there (?:were|had been)|(?:it|they|the [a-z]+|[a-z]+) (?:had )?"
    r"(?:saw|had|made|took|[a-z]+ed)) {light}(?P<from>{amount})(?=(?: [a-z'-]+){{0,3}}(?:[.;,]|$))",
    when=_WHEN, light=LIGHT,
)  # fmt: skip
# "That number is down from the" 100 "thefts reported during the first six months of" 2019
_DOWN_FROM = pattern(
    r"^\W*(?:that|this|the) ?(?:number|figure|total|count|tally)?(?:'s| is| was)"
    r" (?:(?P<down>down)|(?P<up>up)) from (?:the )?{light}(?P<from>{amount})(?: [a-z'-]+){{0,4}}?"
    r" (?:in|during|over|for|at|by) {when}(?=[.;,]|$)",
    when=_WHEN, light=LIGHT,
)  # fmt: skip
_SAME_ONES = frozenset(map(stem, ("such", "reported", "recorded", "counted", "logged")))
# "compared to" July 2019, "from the same month last year", "when compared with" 2020
_COMPARED = lazy(
    rf" (?:(?:when )?compar(?:ed|ing) (?:[a-z' -]{{1,40}}? )?(?:with|to)|from|over|versus) {_WHEN}"
    rf"(?=[.,;]|$)"
)
# 605 thefts, 190 (31%) "of which": a part of what was counted
_OF_WHICH = pattern(r",? (?:{n}|{percent})(?: \({percent}\))? of (?:which|whom|them|those)\b")
_NAMED = re.compile(r"(?:19|20)\d\d")
# "apprehensions of smugglers": agents "arrested" 400 smugglers
_VERB = lazy(r"\b(?P<verb>[a-z]+) (?:(?:about|nearly|more|than|only|just|a|total|of) )*$")
ASIDE = 2  # sentences without a number that may stand before the counts
_MIGRANTS = frozenset(map(stem, ("migrant", "immigrant", "alien", "noncitizen")))
_CAUGHT = frozenset(map(stem, ("apprehended", "arrested", "detained", "detention")))


def then_and_now(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that a sentence tells alone, with the ends that the next two give."""
    if index + 2 >= len(reading.sentences) or not gives_portion(skeleton):
        return
    at = _next_told(reading, index)
    if at + 1 >= len(reading.sentences):
        return
    now, then = map(_without_part, reading.sentences[at : at + 2])
    result = _only_amount(now)
    match = (_THEN.match(then.text) or _DOWN_FROM.match(then.text)) if result else None
    base = then.group(match, "from") if match else None
    if not (match and base and result and base is _only_amount(then)):
        return
    change = sole_change(skeleton)
    if change is None or match.groupdict().get("up" if change.direction == "down" else "down"):
        return
    compared = _COMPARED.search(skeleton.text, change.changes[0].at)
    if not (_is_since(compared, match, skeleton, now, then) if compared else told_alone(skeleton)):
        return
    home = skeleton.up_to(compared.end()) if compared else skeleton
    end = compared.start() if compared else None
    if not _is_of_it(reading, home, change, (now, result), (then, base), end):
        return
    rises = (result.value or 0) > (base.value or 0)
    # of a change whose earlier time is not named, the two may be another's
    if compared or rises is (change.direction == "up"):
        licence = change.licence(skeleton)[0]
        yield Shape(base, result, change.changes[0].figure, change.direction, licence)


def _next_told(reading: Reading, index: int) -> int:
    """The next sentence that gives a number, or the third behind *index*."""
    for at in range(index + 1, min(index + ASIDE, len(reading.sentences)) + 1):
        if at == len(reading.sentences) or any(f.kind in VALUES for f in reading.by_sentence[at]):
            return at
    return index + ASIDE + 1


def _without_part(skeleton: Skeleton) -> Skeleton:
    """A sentence up to a part of what it counts: 605 thefts, 190 (31%) "of which"."""
    part = _OF_WHICH.search(skeleton.text) if " of " in skeleton.text else None
    return skeleton.up_to(part.start()) if part else skeleton


def _only_amount(skeleton: Skeleton) -> Figure | None:
    """The amount of a sentence that gives no other value."""
    values = [f for f in skeleton.figures if f.kind in VALUES]
    return values[0] if len(values) == 1 and values[0].kind in AMOUNTS else None


def _is_since(
    compared: Match[str], earlier: Match[str], home: Skeleton, now: Skeleton, then: Skeleton
) -> bool:
    """Whether a change is reckoned from the time of the earlier count, or a year ago."""
    part = compared["same"]
    if part and "month" not in part and not earlier["same"]:
        return False  # "compared to the same period last year. Last year there were"
    named = home.group(compared, "then") if compared["then"] else None
    told = then.group(earlier, "then") if earlier["then"] else None
    if named and told and named.period and named.period == told.period:
        return True
    here = [*home.within(0, compared.start()), *now.figures]
    times = {_time(named, here), _time(told, here)}
    return len(times) == 1


def _time(told: Figure | None, here: list[Figure]) -> str:
    """A time by its words, or the year that "last year" is where the others name their own."""
    text = told.text.lower() if told else "last year"
    if text.removeprefix("the ") not in ("last year", "previous year", "prior year"):
        return text
    years = {year for f in here if f.kind == "date" for year in _NAMED.findall(f.text)}
    return str(int(years.pop()) - 1) if len(years) == 1 else "last year"


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
    if not what or not (counts_just(now[0], result, what) or _does_to(home, now[0], result, what)):
        return False
    if not opens_alike(reading, home, now[0], result):
        return False
    if not all(same_scope(reading, home, sentence) for sentence, _ in (now, then)):
        return False
    nouns = [stem(word) for word in phrase(*then)]
    if not set(nouns) <= {*what, *_SAME_ONES}:
        return False
    mine, here = times_told(home, 0, end), times_told(now[0])
    return are_one(beside(mine, here), here)


def _does_to(home: Skeleton, now: Skeleton, result: Cue, what: tuple[str, ...]) -> bool:
    """Whether "arrests of smugglers" are counted by a verb: "arrested" 400 "smugglers"."""
    verb = _VERB.search(now.text, 0, result.at)
    nouns = [stem(word) for word in phrase(now, result.figure)]
    if verb is None or len(what) < 2 or " of " not in home.text:
        return False
    if nouns != [*what[1:]] and not (nouns == [what[-1]] and _MIGRANTS.issuperset(what[1:-1])):
        return False
    done = stem(verb["verb"])
    return done == what[0] or {done, what[0]} <= _CAUGHT
