"""One behind another, both told in a sentence: ``second to Ohio, with 88``, ``since 2019, when``.

``Dallas ranked second with 64, behind Tulsa with 71``; ``the fewest since 2019, when there were
88``; ``second only to the 910 of 2018``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.ranks.told import FEWEST, LEAST, MOST, Told
from crossfoot.relate.wording.rows import family, head

CUES = frozenset("second behind after to trailing since".split())
_WHILE = r"(?:[^.;:()\ue000-\uf8ff]|{date}|{rank}|{age}){{0,60}}?"
_WHO = r"(?:[^.;:()\ue000-\uf8ff]|{date}){{0,40}}?"
_ON = r"(?:only )?(?:behind|to|after|trailing)\s"
_GIVES = r"(?:,?\s(?:with|at|when there were|which (?:had|saw|recorded|reported))\s|'s?\s|\s\()"
_BE = r"(?:ranked|ranks|was|is|came(?: in)?|comes(?: in)?|placed|finished|stood)"
_NTH = rf"{{rank}}[ -](?:(?:{MOST}|{LEAST})(?!\s(?:time|day)))"
_BEHIND = tuple(
    pattern(source)
    for source in (
        # 64 "…, the second-highest total on record, behind" 71 "in 2016"
        r"(?P<figure>{n})" + _WHILE + r",\sthe\s(?P<nth>" + _NTH + r")"
        r"[^.;:,()\ue000-\uf8ff]{{0,50}}?,?\s" + _ON + r"(?P<other>{n})"
        r"(?:\s[a-z]+)?\s(?:in|of|from)\s{date}",
        # 64 "…, second only to the" 71 "recorded in 2016"
        r"(?P<figure>{n})" + _WHILE + r",\s(?P<nth>{rank}) only to (?:the |last year's |{date}'s )?"
        r"(?P<other>{n})(?!\s(?:percent|other)\b)",
        # 64 "…, second only to 2016, when there were" 71
        r"(?P<figure>{n})" + _WHILE + r",\s(?P<nth>{rank}) only to\s" + _WHO + _GIVES
        + r"(?P<other>{n})",
        # "ranked second with" 64 "arrests, behind Tulsa with" 71
        r"\b" + _BE + r" (?P<nth>{rank})(?: place| nationally| statewide| overall)?,? with "
        r"(?P<figure>{n})(?:\s[a-z]+){{0,3}}?,?\s" + _ON + _WHO + _GIVES + r"(?P<other>{n})",
        # "Dallas, with" 64", was second to Tulsa, with" 71
        r"(?:,\s|^\W*|- |: )(?:with|at)\s(?P<figure>{n})(?:\s[a-z]+){{0,3}}?,\s" + _WHO + _BE
        + r" (?P<nth>{rank})(?: place)?\s" + _ON + _WHO + _GIVES + r"(?P<other>{n})",
        # "had the second-highest number of arrests," 64", after Tulsa, with" 71
        r"\bthe\s(?P<nth>" + _NTH + r")(?:\s[a-z]+){{0,4}}?(?:,|,? with| at)\s"
        r"(?P<figure>{n})(?:\s[a-z]+){{0,2}}?,?\s" + _ON + _WHO + _GIVES + r"(?P<other>{n})",
    )
)  # fmt: skip
# 64 "…, the fewest since 2019, when there were" 88
_SINCE = pattern(
    r"(?P<figure>{n})" + _WHILE + rf",\s(?:the|its|their)\s(?P<way>{MOST}|{LEAST})"
    r"(?:\s(?:number|total|count|figure|tally|such|[a-z]+ly))?(?:\s(?:for|in) [a-z ]{{2,30}}?)?\s"
    r"since\s{date},\swhen\s(?:there were|it (?:had|was|saw|recorded|reported|counted|made)"
    r"|(?:the )?[a-z]+ (?:had|saw|recorded|reported|counted|made))\s(?P<other>{n})"
)
# 28 "in July alone": less than what is told of the year
_OF_A_PART = pattern(r"[^.;,]{{0,30}}?(?:\balone\b|\b(?:in|on|by|through)\s{date})")
_SECOND = 2
_OTHERWISE = lazy(r"\b(?:per|average|combined|half|more|fewer|another)\b")
_SCORES = frozenset("point stroke shot penalty".split())  # in some sports the fewest win


def behind(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Told]:
    """The number that a sentence places right behind another of its numbers."""
    if skeleton.amounts < _SECOND or CUES.isdisjoint(skeleton.words):
        return
    if SIGNS["rank"] in skeleton.text:
        for source in _BEHIND:
            if match := source.search(skeleton.text):
                yield from _placed(skeleton, match)
                return
    if " when " in skeleton.text:
        for match in _SINCE.finditer(skeleton.text):
            if not _OF_A_PART.match(skeleton.text, match.end()):
                yield from _told(skeleton, match, FEWEST.fullmatch(match["way"]))


def _placed(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Told]:
    """A second place, and the first."""
    nth = skeleton.group(match, "nth")
    if nth is None or nth.kind != "rank" or nth.value != _SECOND:
        return
    bare = match["nth"] == SIGNS["rank"] and " only to" not in match.group()
    figure = skeleton.group(match, "figure")
    if bare and figure and head(skeleton, figure) in {None, *_SCORES}:
        return  # "Kim finished second with 274, behind Park with 271": golf
    yield from _told(skeleton, match, FEWEST.search(match["nth"]))


def _told(skeleton: Skeleton, match: re.Match[str], least: object) -> Iterator[Told]:
    figure, other = skeleton.group(match, "figure"), skeleton.group(match, "other")
    if figure is None or other is None or _OTHERWISE.search(match.group()):
        return
    if _of_one(skeleton, figure, other):
        way = "behind least" if least else "behind most"
        yield Told(figure, (other,), skeleton.span(match), way)


def _of_one(skeleton: Skeleton, figure: Figure, other: Figure) -> bool:
    """Whether both count one thing."""
    noun = head(skeleton, other)
    counted = family(figure) == family(other) == "count"
    return counted and (noun is None or noun == head(skeleton, figure))
