"""Lengths told behind the year they lead back to, or before both years of what moved.

``In 2014 it made 300 boats, up from 200 in 2006, eight years prior``; ``Compared to 2006, just
three years prior, the 2009 harvest was poor``; ``In the past 34 years fires have halved (40 in
1980 and 20 in 2014)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans.windows import fine_enough, has_year, now_of, span_between, unit_of
from crossfoot.relate.spans.words import HEDGE

_D, _L = SIGNS["date"], SIGNS["duration"]
_PLAIN = rf"[^.;:{_D}{_L}]"
# 2006", just" three years "prior,"
_PRIOR = lazy(
    rf"(?P<start>{_D}),? ?[-(]* ?(?P<tie>{HEDGE}(?P<length>{_L}) (?:prior|earlier|previously))"
    r"(?=\W*$|[.,;)]| -)"
)
# "Compared to" 2006, …", the" 2009 "harvest"
_COMPARED = lazy(rf"^\W*(?:when )?(?:compared (?:to|with)|unlike|versus) {_PLAIN}{{0,30}}$")
_THEN_MAIN = lazy(rf"[)-]?, {_PLAIN}{{0,60}}?(?:in |the |by |for )(?P<end>{_D})")
# "in" 2014 "it made …, up from …", not "the" 2014 "report said that"
_WHEN = lazy(r"(?:^|\b(?:in|by|during|for|since|of|until) (?:fiscal |early |late |mid-)?)$")
_TOLD = lazy(
    r"\b(?:said|says?|told|found|heard|reported|shows?|showed|alleg[a-z]+|according|learned|because"
    r"|after|before|when|whose|who|where)\b"
)
# "In the past" 34 years
_PAST = lazy(
    r"\b(?:in|over|during|within) (?:just |only )?(?:the |these )?(?P<tie>(?:past|last|previous) "
    rf"{HEDGE}(?P<length>{_L}))(?! (?:ago|of)\b)"
)
_COUNT = rf"{_PLAIN}{{1,50}}?"
# "from" 40 "in" 1980 "to" 20 "in" 2014; "(40 fires in" 1980 "and 20 in" 2014")"
_MOVED = lazy(
    rf"\bfrom {_COUNT} in (?P<start>{_D}) to {_COUNT} in (?P<end>{_D})"
    rf"|\({_COUNT} in (?P<start2>{_D})(?:,|;| and| to| versus| vs\.?| compared (?:to|with)) "
    rf"{_COUNT} in (?P<end2>{_D})\)"
)
_ROUND = 5  # years of which a length is told loosely: "the past 30 years", from 1980 to 2014
_LAG = 3  # years by which the last count lies before the text, at most


def prior(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The lengths of a sentence told behind the earlier of two dates, or before both."""
    text = skeleton.text
    if "prior" in text or "earlier" in text or "previously" in text:
        for match in _PRIOR.finditer(text):
            start = skeleton.group(match, "start")
            end = _later(reading, index, skeleton, match)
            if start and end:
                yield from span_between(reading, skeleton, match, start, end, "elapsed")
    if text.count(_D) == 2 and ("past " in text or "last " in text or "previous " in text):
        yield from _past(reading, skeleton)


def _later(reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    """The only date from which a length before it can be reckoned back."""
    unit, start = unit_of(skeleton, match), skeleton.group(match, "start")
    here = [f for f in skeleton.figures if f.kind == "date" and f is not start]
    if here:
        end = here[0]
        at = skeleton.sign_of(end)
        if len(here) > 1 or not fine_enough(end, unit):
            return None
        if at > match.start():
            main = _THEN_MAIN.match(skeleton.text, match.end())
            opens = _COMPARED.match(skeleton.text[: match.start()])
            return end if main and opens and skeleton.group(main, "end") is end else None
        between = skeleton.text[at + 1 : match.start()]
        when = _WHEN.search(skeleton.text[:at])
        return end if when and not _TOLD.search(between) and ";" not in between else None
    before = reading.by_sentence[index - 1] if index else ()
    dates = [f for f in before if f.kind == "date"]
    if len(dates) != 1 or not has_year(dates[0]) or not fine_enough(dates[0], unit):
        return None
    home = reading.sentences[index - 1]
    when = _WHEN.search(home.text[: home.sign_of(dates[0])])
    return dates[0] if when and not _TOLD.search(skeleton.text[: match.start()]) else None


def _past(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The length of "the past 12 years", in which something went from a count to another."""
    match, moved = _PAST.search(skeleton.text), _MOVED.search(skeleton.text)
    if match is None or moved is None or unit_of(skeleton, match) != "years":
        return
    which = "" if moved["start"] else "2"
    start, end = (skeleton.group(moved, g + which) for g in ("start", "end"))
    length = skeleton.group(match, "length")
    if start and end and length and length.value and has_year(start) and has_year(end):
        loose = _may_be_up_to_now(reading, start, end, length)
        yield from span_between(reading, skeleton, match, start, end, "inclusive", loose=loose)


def _may_be_up_to_now(reading: Reading, start: Figure, end: Figure, length: Figure) -> bool:
    """Whether a length may be a round one, or go on from the last count to the day of the text."""
    years = [f.period.start.year for f in (start, end) if f.period and f.period.start]
    if len(years) < 2 or length.value is None:
        return True
    apart, told = years[1] - years[0], length.value
    now = now_of(reading)
    if now and now.first.year - years[0] - 1 <= told <= now.last.year - years[0] + 1:
        return True
    if told % _ROUND == 0 and 4 * abs(apart - told) <= told:
        return True
    return 0 <= told - apart <= _LAG
