"""All on board and who they were: ``62 people aboard … 57 passengers and five crew members``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

_CREW = frozenset(("crew", "crewmen", "crewmembers"))
_ABOARD = frozenset(("aboard", "board", "carrying", "carried"))
# "all 62 people on board", "carrying 62 people"
_ALL = pattern(
    r"(?:\b(?:carrying|carried)\s(?P<carried>{n})\s(?:people|persons)\b"
    r"|(?P<whole>{n})\s(?:people|persons|souls)\s(?:were\s)?(?:who were\s)?(?:on board|aboard)\b)"
)
# "57 passengers and five crew", "57 passengers, four cabin crew and two pilots"
_HANDS = r"(?:[a-z]+\s){{0,2}}?(?:crew(?:\smembers|members|men)?|pilots?|attendants?|stewards?)"
_PARTS = pattern(
    r"(?P<first>{n})\s(?:[a-z]+\s)?passengers(?:\s(?:on board|aboard))?"
    r"(?P<tie>,\s|\sand\s|,\sand\s)" + rf"{{n}}\s{_HANDS}(?:(?:,\sand|,|\sand)\s{{n}}\s{_HANDS})*"
)
# "there were 57 passengers", "it had", "carrying": and not who was rescued, or could be carried
_WERE = lazy(r"(?:\bthere were|\bit (?:had|was carrying|carried)|\b(?:carrying|carried))\s$")
_ON_BOARD = lazy(r"\s(?:on board|aboard)\b")
# "as well as two guards", "and a rescue team": more were on board
_BESIDES = lazy(r"(?:,?\s(?:and|plus|as well as|along with|with|including)\b|,\s[\ue000-\uf8ff])")


def aboard(reading: Reading) -> Iterator[Relation]:
    """Passengers and crew against the one number of people that a text says were aboard."""
    whole = _whole(reading)
    if whole is None:
        return
    for _, skeleton in worded(reading, _CREW, fewest=2):
        for match in _PARTS.finditer(skeleton.text):
            start = skeleton.sign_of(skeleton.figure_at(match.start("first")))
            parts = skeleton.within(start, match.end())
            if whole in parts:
                continue
            total = Interval.sum(f.range for f in parts)
            told = _WERE.search(skeleton.text, 0, match.start()) is not None
            besides = _BESIDES.match(skeleton.text, match.end()) is not None
            if total.meets(whole.range) or (told and not besides):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _whole(reading: Reading) -> Figure | None:
    """The number of people aboard; None where it is told of two vessels, or as two numbers."""
    found = [f for _, skeleton in worded(reading, _ABOARD) for f in _wholes(skeleton)]
    return found[0] if found and len({f.value for f in found}) == 1 else None


def _wholes(skeleton: Skeleton) -> Iterator[Figure]:
    for match in _ALL.finditer(skeleton.text):
        figure = skeleton.group(match, "whole") or skeleton.group(match, "carried")
        if figure is not None and figure.value is not None:
            yield figure
