"""A count with the percentage it moved by, and in the next sentence by how many.

``Crashes fell 15 percent to 850 in 2009. That was 150 fewer than in 2008``. The count and either
of the two give the other; the second sentence names nothing else that is counted, and the year
before is what both are reckoned from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.changes.announced import (
    gives_portion,
    same_scope,
    told_alone,
    what_changes,
)
from crossfoot.relate.changes.cues import VALUES, Statement, year_of
from crossfoot.relate.changes.neighbours import names_month
from crossfoot.relate.changes.stock import LIGHT
from crossfoot.relate.wording.phrases import phrase, relation
from crossfoot.relate.wording.stems import meaning, stem

# "That was" 150 "fewer than in" 2008; "There were" 150 "fewer crashes in" 2009 "than in" 2008
_THAN = pattern(
    r"^\W*(?:there (?:were|had been|have been)|(?:that|this|it)(?:'s| is| was)|that means) {light}"
    r"(?P<change>{n})(?P<what>(?: [a-z'-]+){{0,2}}?) (?:(?P<down>fewer|less)|(?P<up>more))"
    r"(?P<again>(?: [a-z'-]+){{0,2}}?)(?: (?:in|during) (?P<now>{date}))? than"
    r" (?:(?:in |during )?(?P<then>{date})|(?:in )?the (?:previous|prior) year"
    r"|(?:a|the) year (?:ago|before|earlier))(?=\W*$|[.;])",
    light=LIGHT,
)  # fmt: skip
# "The" 400 "fires recorded were the fewest in a decade"
_THE = pattern(r"^\W*the {light}{n}[^.;:]*? (?:was|were) ", light=LIGHT)
_LAST = frozenset(("last year", "a year ago", "a year earlier", "the year before"))


def than_then(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The amount that the sentence at *index* tells of the change of the one before."""
    if not index or " than " not in skeleton.text or not (match := _THAN.match(skeleton.text)):
        return
    amount = skeleton.group(match, "change")
    told = _in_one(reading.sentences[index - 1]) or (_in_two(reading, index) if index > 1 else None)
    if amount is None or told is None:
        return
    home, statement, result = told
    if names_month(home):
        return
    portion, way = statement.changes[0].figure, "down" if match["down"] else "up"
    if portion.kind != "percent" or statement.direction != way or not _of_one(home, match):
        return
    if _from_the_year_before(skeleton, match, result):
        yield relation(
            "change", reading, statement.licence(home), {"direction": way},
            **{"from": None, "to": result}, change=[portion, amount],
        )  # fmt: skip


def _in_one(home: Skeleton) -> tuple[Skeleton, Statement, Figure] | None:
    """The percentage and the count that it led to, told in one sentence."""
    values = sorted(f.kind for f in home.figures if f.kind in VALUES)
    told = told_alone(home) if values in (["count", "percent"], ["number", "percent"]) else None
    return (home, told, told.result.figure) if told and told.result and not told.base else None


def _in_two(reading: Reading, index: int) -> tuple[Skeleton, Statement, Figure] | None:
    """The percentage in one sentence, and in the next the count of what it is told of."""
    home, now = reading.sentences[index - 2 : index]
    counts = [f for f in now.figures if f.kind in VALUES]
    if not gives_portion(home) or len(counts) != 1 or counts[0].kind not in ("count", "number"):
        return None
    told = told_alone(home)
    if told is None or told.base or told.result or not _THE.match(now.text) or names_month(now):
        return None
    what = what_changes(home, told)
    # "crime fell": the crimes reported
    same = what and {stem(w) for w in phrase(now, counts[0])} & set(what)
    return (home, told, counts[0]) if same and same_scope(reading, home, now) else None


def _of_one(home: Skeleton, match: re.Match[str]) -> bool:
    """Whether the amount counts what the sentence before does, or names nothing."""
    named = [stem(w) for g in ("what", "again") for w in match[g].split() if meaning(w)]
    return set(named) <= set(map(stem, home.words))


def _from_the_year_before(skeleton: Skeleton, match: re.Match[str], result: Figure) -> bool:
    """Whether the amount is reckoned from the year before that of the count."""
    then = skeleton.group(match, "then") if match["then"] else None
    if then is None or then.text.lower() in _LAST:
        return match["now"] is None
    now = skeleton.group(match, "now") if match["now"] else result
    years = [year_of(f) if f else None for f in (then, now, result)]
    first, last, of_count = years
    return first is not None and last == first + 1 and of_count in (None, last)
