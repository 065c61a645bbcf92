"""Peaks and records told with those they stand above, in a sentence or in the next.

``A record 412 people came. The previous record was 390``; ``Arrests peaked in May at 95. There
were 71 in April``; ``the highest total, 71, compared with 62 in 2021``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.ranks.told import LEAST, MOST
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family

_CUES = frozenset("record high mark peaked peak compared combined".split())
_EARLIER = frozenset("previous prior former old earlier".split())
_OPENS = lazy(r"\W*the (?:previous|prior|former|old|earlier) ")
_H = hedges()
# "a record 412 people", "set a record with 412 arrests", "a single-month record of 412"
_RECORD = pattern(
    r"\ban?\s(?:new\s|all-time\s|[a-z-]+-(?:month|year|day|week)\s)?record"
    r"(?:\s(?:high|of|with|for)){{0,2}}\s" + _H + r"(?P<new>{amount})"
)
# "The previous record was 390", "The previous monthly record for arrivals was 390"
_OLD = pattern(
    r"^\W*the (?:previous|prior|former|old|earlier) (?:[a-z-]+ ){{0,2}}?"
    r"(?P<tie>record|high|peak|mark)(?:,? (?:for|of|in|set|was set)[^.;:\ue000-\uf8ff]{{1,40}}?)?,?"
    r"(?: {date},?)? (?:was|is|stood at|came to)\s" + _H + r"(?P<old>{amount})"
)
# "Arrests peaked in May at 95", "peaked at 95 in May"
_PEAKED = pattern(r"\bpeaked\s(?P<tie>(?:(?:in|on)\s{date}\s)?at)\s" + _H + r"(?P<figure>{amount})")
# "There were 71 in April and 88 in June"
_THERE_WERE = pattern(
    r"^\W*there were {n}(?:\s[a-z]+)? in {date}"
    r"(?:,? (?:and )?{n}(?:\s[a-z]+)? in {date})*\.?$"
)
# "its highest total, 71, this year, compared with 62 in 2021 and 47 in 2020"
_HIGHEST = pattern(
    rf"\b(?:its|the|their) (?:(?P<least>{LEAST})|(?:{MOST})) (?:[a-z-]+ )?"
    r"(?:total|number|count|figure|tally),?\s"
    r"(?P<figure>{amount})[^.;:()\ue000-\uf8ff]{{0,40}}?(?:{date}[^.;:()\ue000-\uf8ff]{{0,10}}?)?,?"
    r"\s(?P<tie>compared (?:with|to))\s"
    r"(?P<others>{amount} in {date}(?:(?:,| and|, and) {amount} in {date})*)"
)
# "74 murders, more than Salem (33) and Dayton (29) combined"
_COMBINED = pattern(
    r"(?P<figure>{n})(?:\s[a-z-]+){{1,4}}?(?:\sin\s{date})?,\s(?:far\s)?(?P<tie>more than)\s"
    r"(?P<others>[^.;:\ue000-\uf8ff(]{{2,60}}\({n}\)(?:[^.;:\ue000-\uf8ff(]{{2,60}}\({n}\))+)"
    r"[^.;:\ue000-\uf8ff]{{0,30}}?\bcombined\b"
)
_TOTALS = frozenset("total number count figure tally".split())
REACH = 8  # sentences back in which a record is looked for


def peaks(reading: Reading) -> Iterator[Relation]:
    """Each peak or record of which the text tells what it stands above."""
    for index, skeleton in worded(reading, _CUES):
        words = skeleton.words
        if not words.isdisjoint(_EARLIER) and _OPENS.match(skeleton.text):
            yield from _record(reading, index, skeleton)
        if "peaked" in words:
            yield from _peaked(reading, index, skeleton)
        if "compared" in words and not words.isdisjoint(_TOTALS):
            for match in _HIGHEST.finditer(skeleton.text):
                others = skeleton.within(*match.span("others"))
                way = "least" if match["least"] else "most"
                figure = skeleton.group(match, "figure")
                yield from _rank(reading, skeleton, match, figure, others, way)
        if "combined" in words and "than" in words:
            for match in _COMBINED.finditer(skeleton.text):
                others = skeleton.within(*match.span("others"))
                figure = skeleton.group(match, "figure")
                if figure and (figure.value or 0) > sum(f.value or 0 for f in others):
                    yield from _rank(reading, skeleton, match, figure, others, "most")


def _record(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The old record, and the new one told before it; further back it must be the larger."""
    match = _OLD.match(skeleton.text)
    old = skeleton.group(match, "old") if match else None
    if match is None or old is None:
        return
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        before = reading.sentences[at]
        told = _RECORD.search(before.text) if "record" in before.words else None
        new = before.group(told, "new") if told else None
        if new is None or family(new) != family(old) or new.value is None or old.value is None:
            continue
        if at == index - 1 or new.value > old.value:
            yield from _rank(reading, skeleton, match, new, (old,), "most")
        return


def _peaked(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A peak, and what the next sentence tells of other months."""
    match = _PEAKED.search(skeleton.text)
    if match is None or index + 1 == len(reading.sentences):
        return
    following = reading.sentences[index + 1]
    there = _THERE_WERE.match(following.text)
    figure = skeleton.group(match, "figure")
    if there and figure and SIGNS["date"] in skeleton.text:
        others = [f for f in following.figures if f.kind in ("count", "number")]
        yield from _rank(reading, skeleton, match, figure, others, "most")


def _rank(
    reading: Reading,
    skeleton: Skeleton,
    match: re.Match[str],
    figure: Figure | None,
    others: Sequence[Figure],
    way: str,
) -> Iterator[Relation]:
    counts = [f for f in others if figure and f.kind != "date" and family(f) == family(figure)]
    if figure and counts:
        tie = skeleton.span(match, "tie")
        yield relation("rank", reading, [tie], {"way": way}, figure=figure, others=counts)
