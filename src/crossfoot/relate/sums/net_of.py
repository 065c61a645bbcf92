"""What came less what went: net migration of immigration and emigration, births and deaths.

``Net migration was +212,000. Immigration was 518,000. Emigration was 306,000``. Each is told by a
word of its own, in a sentence or on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.balances import of_another_time
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart

_MARKS = frozenset(("migration", "natural"))
_NET = pattern(
    r"(?P<tie>\bnet\s(?:(?:long-term|international|overseas|external|annual|total)\s)*migration"
    r"|(?:the\s)?natural\s(?:increase|change|growth|decrease))\b"
    r"(?P<gap>[^.;:\ue000-\uf8ff]{{0,60}}?)\+?(?P<rest>{n})"
)
# what came, by what went
_WENT = {"immigration": "emigration", "arrivals": "departures", "births": "deaths"}
_FLOW = pattern(
    r"(?P<before>[a-z'-]+|^\W*|[^a-z\s\ue000-\uf8ff])\s?(?P<flow>immigration|emigration|arrivals|departures"
    r"|births|deaths)\b(?P<gap>[^.;:\ue000-\uf8ff]{{0,50}})(?P<sum>{n})"
    r"|(?P<number>{n})\s(?:live\s|registered\s)?(?P<told>births|deaths|arrivals|departures)\b"
)
_PLAIN = frozenset(
    "the its their total overall gross long-term international overseas and while with but as"
    " said that estimated annual because though against when where live registered of".split()
)
_NO_LEVEL = frozenset("by up down from than against with another extra further".split())
# "of EU citizens", "for work", "to England": some of it
_SOME = lazy(
    r"\b(?:of|to|from|for|among|by|between|in) (?!about\b|around\b|some\b|nearly\b|almost\b|an?\b"
    r"|over\b|the (?:year|quarter|same|period|first|second|12)\b)[a-z]"
)
# "was", "of", "stood at": how much it is, and not "averaged", "should have been"
_TELLS = frozenset(
    "was is were of at stood came to reached hit totaled totalled hits fell rose slowed climbed"
    " dropped increased declined amounted added the nation population a record about in for year"
    " {} therefore thus then so only just".format(SIGNS["date"]).split()
)
# "arrivals | by air", "| of students", "in hospitals"
_OF_SOME = lazy(
    r" (?:[a-z]+ )?(?:by|of|from|among|for|in (?!the (?:year|period|same)\b)|at|aboard|on) ?[a-z]"
)
_REACH = 3  # sentences from the one to the others
_MANY = 20  # of what came, or went, so much is looked at
_CLOSE = 2  # of the places told by which rounding may part them
_TENS = 10


def net_of(reading: Reading) -> Iterator[Relation]:
    """What came less what went, where the difference is told by its own word."""
    for index, skeleton in worded(reading, _MARKS):
        match = _NET.search(skeleton.text)
        rest = skeleton.group(match, "rest") if match else None
        if match is None or rest is None or not _is_level(match["gap"]):
            continue
        flows = _flows(reading, index)
        for came, went in _WENT.items():
            if ("natural" in match["tie"]) != (came == "births"):
                continue
            more, less = flows.get(came, [])[:_MANY], flows.get(went, [])[:_MANY]
            found = next(((a, b) for a in more for b in less if _makes(a, b, rest)), None) or (
                _is_told(match["gap"]) and _surely(reading, rest, more, less)
            )
            if found:
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=found[0], minus=found[1], whole=rest)
                break


def _is_level(gap: str) -> bool:
    """Whether what stands between a word and its number leads to how much it is, of all."""
    words = gap.split() or [""]
    return words[-1] not in _NO_LEVEL and not _SOME.search(gap)


def _flows(reading: Reading, index: int) -> dict[str, list[Figure]]:
    """What is told near sentence *index* to have come and gone."""
    found: dict[str, list[Figure]] = {}
    for skeleton in reading.sentences[max(0, index - _REACH) : index + _REACH + 1]:
        for match in _FLOW.finditer(skeleton.text) if skeleton.figures else ():
            told = _told(skeleton, match)
            if told is not None and family(told) == "count":
                found.setdefault(match["flow"] or match["told"], []).append(told)
    return found


def _told(skeleton: Skeleton, match: re.Match[str]) -> Figure | None:
    if match["told"]:
        return skeleton.group(match, "number")
    before = match["before"].strip()
    if before[:1].isalpha() and before not in _PLAIN:
        return None  # "EU immigration"
    return skeleton.group(match, "sum") if _is_level(match["gap"]) else None


def _makes(came: Figure, went: Figure, rest: Figure) -> bool:
    """Whether *rest* is what is left, but for a step or two where all are told in round numbers."""
    more, less, left = values = [int(f.value or 0) for f in (came, went, rest)]
    if not (came.range - went.range).meets(rest.range):
        return False
    return abs(more - less - left) <= _CLOSE * _place(values)


def _is_told(gap: str) -> bool:
    """Whether nothing but how much it is stands between a word and its number."""
    return _TELLS.issuperset(gap.replace(",", " ").split())


def _surely(
    reading: Reading, rest: Figure, came: list[Figure], went: list[Figure]
) -> tuple[Figure, Figure] | None:
    """The only two that *rest* can be of, where no rounding parts them from it, but a slip."""
    if len(came) != 1 or len(went) != 1:
        return None
    told = (rest, came[0], went[0])
    if of_another_time(reading, told):
        return None
    sentences = [reading.sentences[f.sentence] for f in told]
    if any(_OF_SOME.match(s.text, s.sign_of(f) + 1) for s, f in zip(sentences, told, strict=True)):
        return None
    periods = {(f.period.start, f.period.end) for f in told if f.period}
    if len(periods) > 1 or any(f.hedge or not f.range.is_exact for f in told):
        return None
    left, more, less = values = [int(f.value or 0) for f in told]
    if more <= less or abs(more - less - left) <= _CLOSE * _place(values):
        return None
    return (came[0], went[0]) if is_a_slip_apart(came[0], (went[0], rest)) else None


def _place(values: list[int]) -> int:
    """The last place in which all of *values* are told, 1000 of 45,000 and 3,000; 0 of units."""
    place = 1
    while all(value and value % (place * _TENS) == 0 for value in values):
        place *= _TENS
    return place if place > 1 else 0
