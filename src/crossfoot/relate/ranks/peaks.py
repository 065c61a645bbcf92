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
from crossfoot.relate.ranks.told import FEWEST, LEAST, MOST
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head

_RECORDS = frozenset("record high low mark peak".split())
_CUES = _RECORDS | frozenset("peaked compared combined".split())
_EARLIER = frozenset("previous prior former old earlier".split())
_OPENS = lazy(r"\W*the (?:previous|prior|former|old|earlier) ")
_H = hedges()
_ON = r"(?:[^.;:()\ue000-\uf8ff]|{date}){{0,50}}?"
# "a record 412 people", "set a record with 412 arrests", "a single-month record of 412"
_RECORD = pattern(
    r"\ban?\s(?:new\s|all-time\s|[a-z-]+-(?:month|year|day|week)\s)?record"
    r"(?:\s(?:high|of|with|for)){{0,2}}\s" + _H + r"(?P<new>{amount})"
)
# "The previous record was 390", "The previous monthly record for arrivals was 390"
_OLD = pattern(
    r"^\W*the (?:previous|prior|former|old|earlier) (?:[a-z-]+ ){{0,2}}?"
    r"(?P<tie>record(?: (?:high|low))?|high|low|peak|mark)"
    r"(?:,? (?:for|of|in|set|was set)[^.;:\ue000-\uf8ff]{{1,40}}?)?,?"
    r"(?: {date},?)?(?: (?:was|is|stood at|came to|of)|(?<=,))\s" + _H + r"(?P<old>{amount})"
)
# "a record low", "the fewest on record", "set a record", and no record that stands
_IS_RECORD = lazy(
    rf"\b(?:an? (?:new |all-time )*record|(?:{MOST}|{LEAST})\b[^.;]{{0,40}}? (?:on record|ever|in"
    r" (?:its|the (?:city|county|state|country|agency)'s) history|since records? began))\b"
)
# "The previous record for losses was"
_OF_WHAT = lazy(r"\bfor (?:[a-z]+ )*?(?P<what>[a-z]+)(?:,| (?:was|is|stood|came|set|in|of)\b)")
_NO_RECORD = lazy(
    r"\b(?:not|tied|ties|matched|matches|nearly|near|almost|short of|shy of|below|under|off"
    r"|second|third|may|could|would|will|expected|pace|daily|weekly|monthly|single)\b"
)
# "The previous record for arrests," 390 "in 2016", was broken last year, when there were" 412
_WAS_BROKEN = pattern(
    r"^\W*(?:[^;()\ue000-\uf8ff]{{2,40}}?(?: -{{1,2}} |: ))?the"
    r" (?:previous|prior|former|old|earlier) (?P<tie>record(?: (?:high|low))?|high|low|peak|mark)"
    r"(?: (?:for|of|in)(?: [a-z-]+){{1,4}}?)?, (?P<old>{n})(?:,? (?:in|set in|from|of) {date})?,"
    r" (?:was|has been) (?:broken|beaten|surpassed|eclipsed|topped|shattered|passed)"
    r"[^.;:()\ue000-\uf8ff]{{0,20}}?(?:{date})?, (?:when|with)"
    r" (?:there were |[a-z ]{{2,30}} (?:had|saw|recorded|reported|counted) )?(?P<new>{n})"
)
# 412 "people came, a new low, breaking the" 430 "of 2016"; "a record" 412 "came, passing the" 390
_BREAKS = pattern(
    r"(?:\ban? (?:new |all-time )?record(?: high)? (?P<new>{n})"
    + _ON
    + r"|(?P<new2>{n})"
    + _ON
    + r", an? (?:new |all-time )*(?P<tie>record(?: (?:high|low))?|high|low)),"
    r" (?:beating|breaking|topping|passing|surpassing|eclipsing|exceeding|shattering) the"
    r" (?:(?:previous|old|prior|former|earlier) (?:record|high|low|mark) of )?(?P<old>{n})"
    r"(?! (?:percent|other)\b)"
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
        if skeleton.amounts > 1 and not words.isdisjoint(_RECORDS):
            yield from _broken(reading, skeleton)
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
        if new is None and at == index - 1:
            new = _one_of_record(before, match, family(old))
        if new is None or family(new) != family(old) or new.value is None or old.value is None:
            continue
        if at == index - 1 or new.value > old.value:
            way = _way(before, match)
            beats = new.value < old.value if way == "least" else new.value > old.value
            if beats or not _is_of_another(before, match):
                yield from _rank(reading, skeleton, match, new, (old,), way)
        return


def _one_of_record(before: Skeleton, match: re.Match[str], kind: str | None) -> Figure | None:
    """The one number of the sentence before, where that tells of a record set."""
    said = _IS_RECORD.search(before.text)
    if said is None or _NO_RECORD.search(before.text) or _NO_RECORD.search(match.group()):
        return None
    told = [f for f in before.figures if family(f) == kind]
    return told[0] if len(told) == 1 else None


def _is_of_another(before: Skeleton, old: re.Match[str]) -> bool:
    """Whether the old record is told to be of what was not told of: "record for losses"."""
    named = _OF_WHAT.search(old.group())
    return named is not None and named["what"] not in before.words


def _are_one(skeleton: Skeleton, new: Figure, old: Figure) -> bool:
    """Whether the old record counts what the new one does, as far as it says."""
    noun = head(skeleton, old)
    return noun is None or noun == head(skeleton, new)


def _way(new: Skeleton, old: re.Match[str]) -> str:
    """Whether the record is one of smallness or of size."""
    low = "low" in old["tie"] or ("high" not in old["tie"] and FEWEST.search(new.text))
    return "least" if low else "most"


def _broken(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Both records in one sentence: ``a new low, breaking the 430 of 2016``."""
    for match in (_WAS_BROKEN.match(skeleton.text), _BREAKS.search(skeleton.text)):
        if match is None:
            continue
        at = "new" if match["new"] else "new2"
        new, old = skeleton.group(match, at), skeleton.group(match, "old")
        low = match["tie"] is not None and "low" in match["tie"]
        if old and new and _are_one(skeleton, new, old) and not _NO_RECORD.search(match.group()):
            tie = [skeleton.span(match)]
            way = {"way": "least" if low else "most"}
            yield relation("rank", reading, tie, way, figure=new, others=old)


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
