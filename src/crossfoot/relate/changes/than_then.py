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
from crossfoot.relate.changes.announced import told_alone
from crossfoot.relate.changes.cues import VALUES, year_of
from crossfoot.relate.changes.neighbours import names_month
from crossfoot.relate.changes.stock import LIGHT
from crossfoot.relate.wording.phrases import relation
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
_LAST = frozenset(("last year", "a year ago", "a year earlier", "the year before"))


def than_then(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The amount that the sentence at *index* tells of the change of the one before."""
    if not index or " than " not in skeleton.text or not (match := _THAN.match(skeleton.text)):
        return
    home = reading.sentences[index - 1]
    amount = skeleton.group(match, "change")
    values = [f.kind for f in home.figures if f.kind in VALUES]
    if amount is None or sorted(values) not in (["count", "percent"], ["number", "percent"]):
        return
    told = told_alone(home)
    if told is None or told.base or told.result is None or names_month(home):
        return
    portion, way = told.changes[0].figure, "down" if match["down"] else "up"
    result = told.result.figure
    if portion.kind != "percent" or told.direction != way or not _of_one(home, match):
        return
    if _from_the_year_before(skeleton, match, result):
        yield relation(
            "change", reading, told.licence(home), {"direction": way},
            **{"from": None, "to": result}, change=[portion, amount],
        )  # fmt: skip


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
