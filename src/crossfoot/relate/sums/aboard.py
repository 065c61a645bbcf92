"""All on board and who they were: ``62 people aboard … 57 passengers and five crew members``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.slips import is_a_slip_apart

_HANDS = frozenset(
    "crew crewmen crewmembers pilot pilots driver drivers attendant attendants".split()
)
_ABOARD = frozenset(("aboard", "board", "carrying", "carried"))
# "all 62 people on board", "carrying 62 people", "all 62 aboard"
_ALL = pattern(
    r"(?:\b(?:carrying|carried)\s(?P<carried>{n})\s(?:people|persons)\b"
    r"|\ball\s(?:of the\s)?(?P<all>{n})\s(?:(?:people|persons|souls)\s)?(?:on board|aboard)\b"
    r"|(?P<whole>{n})\s(?:people|persons|souls)\s(?:were\s)?(?:who were\s)?(?:on board|aboard)\b)"
)
# "17 people are being taken to Darwin after a boat was stopped"
_TAKEN = frozenset("taken transported moved transferred flown brought held detained".split())
_TAKEN_OFF = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?:people|persons|passengers|arrivals|migrants)\s"
    r"(?:are|were|have been)\s(?:being\s)?(?:taken|transported|moved|transferred|flown|brought|held"
    r"|detained)\s[^.;]{{0,90}}\b(?:boat|ship|vessel|ferry|plane|aircraft)\b"
)
LEDE = 3  # sentences in which they are told
# "killed | 58 people on board", "58 people aboard | a ferry died": some of those aboard
_SOME_WERE = lazy(
    r"\b(?:kill(?:ed|ing)|rescu(?:ed|ing)|sav(?:ed|ing)|injur(?:ed|ing)|hurt|wound(?:ed|ing)|pulled"
    r"|evacuat(?:ed|ing)|only|another|(?:a|the) first|missing)\s(?:the\s)?$"
)
_SOME_DIED = lazy(
    r"\s(?:(?:the|a|an|its|one|both)\s(?:[a-z-]+\s){1,3}?)?(?:and\s)?(?:died|drowned|survived"
    r"|(?:were|are|was)\s(?:[a-z]+\s)?(?:killed|rescued|saved|injured|hurt|wounded|missing|dead"
    r"|evacuated|feared|confirmed))\b"
)
# "All 62 people died": of those aboard, where that is told right behind them
_ALL_FARED = pattern(
    r"(?:^|[.;,]\s|\band\s)\W?all\s(?:of the\s)?(?P<all>{n})\s"
    r"(?:(?:people|persons|souls|of them)\s)?"
    r"(?:died|perished|drowned|survived|(?:were|are)\s(?:all\s)?(?:killed|saved|rescued|feared dead"
    r"|lost|believed dead|presumed dead))\b"
)
_CREW_AGAIN = lazy(
    r"\b(?:crew(?:men|man|members?)?|pilots?|captain|skipper|drivers?|attendants?|stewards?"
    r"|the (?:other|second) (?:[a-z]+ )?(?:had|carried|was|were))\b"
)
BEHIND = 2  # sentences after those told in which they are
# "57 passengers and five crew", "57 passengers, four cabin crew and two pilots"
_CREW = (
    r"(?:[a-z]+\s){{0,2}}?"
    r"(?:crew(?:\smembers|members|men)?|pilots?|drivers?|attendants?|stewards?)"
)
# " - including three nuns - ", ", two of them children,": some of the passengers
_ASIDE = (
    r"(?:\s-\s[^.;-]{{2,60}}\s-|\s\([^()]{{2,60}}\)"
    r"|,\s(?:including|among them|{n}\sof\s(?:them|whom))\s[^.;,]{{2,50}}?(?=,|\sand\s))?"
)
_PARTS = pattern(
    r"(?P<first>{n})\s(?:[a-z]+\s)?passengers(?:\s(?:on board|aboard))?"
    rf"(?P<aside>{_ASIDE})"
    r"(?P<tie>,\s|,?\sand\s|(?<=-)\s)"
    rf"(?P<crew>{{n}}\s{_CREW}(?:(?:,\sand|,|\sand)\s{{n}}\s{_CREW})*)"
)
# "there were 57 passengers", "it had", "carrying": and not who was rescued, or could be carried
_WERE = lazy(
    r"(?:\bthere were|\b(?:carrying|carried)"
    r"|\b(?:it|the (?!other|second|first)(?:[a-z]+\s){0,2}?(?:plane|jet|flight|aircraft|airliner"
    r"|helicopter|ferry|boat|ship|vessel|bus|train)) had)\s$"
)
_OPENS = lazy(r"(?:\W*|[^.;:,]{1,60}\b(?:said|says|reported)\s(?:that\s)?)")  # "Officials said"
_ON_BOARD = lazy(r"\s(?:were\s)(?:on board|aboard)\b")
# "as well as two guards", "and a rescue team": more were on board
_BESIDES = lazy(r"(?:,?\s(?:and|plus|as well as|along with|with|including)\b|,\s[\ue000-\uf8ff])")


def aboard(reading: Reading) -> Iterator[Relation]:
    """Passengers and crew against the one number of people that a text says were aboard."""
    if _HANDS.isdisjoint(reading.words):  # as of most texts
        return
    told = _whole(reading)
    of_all = told or _taken_off(reading)
    for index, skeleton in worded(reading, _HANDS, fewest=2):
        for match in _PARTS.finditer(skeleton.text):
            parts = _parts(skeleton, match)
            whole = of_all or _all_who_fared(reading, index, skeleton, match)
            if whole is None or whole in parts:
                continue
            total = Interval.sum(f.range for f in parts)
            besides = _BESIDES.match(skeleton.text, match.end()) is not None
            besides = besides or (told is None and not is_a_slip_apart(whole, parts))
            besides = besides or (of_all is None and _tells_of_crew(reading, index, match.end()))
            if total.meets(whole.range) or (_is_told(skeleton, match) and not besides):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _parts(skeleton: Skeleton, match: re.Match[str]) -> tuple[Figure, ...]:
    """The passengers and the crew of *match*; those of an aside are some of the passengers."""
    crew = skeleton.within(match.start("crew"), match.end("crew"))
    return (skeleton.figure_at(match.start("first")), *crew)


def _all_who_fared(
    reading: Reading, index: int, skeleton: Skeleton, match: re.Match[str]
) -> Figure | None:
    """The number of all whose fate is told behind *match*: ``All 62 people died``."""
    for at in range(index, min(index + BEHIND + 1, len(reading.sentences))):
        told = reading.sentences[at]
        start = match.end() if told is skeleton else 0
        if found := _ALL_FARED.search(told.text, start):
            figure = told.group(found, "all")
            passengers = skeleton.figure_at(match.start("first"))
            return None if figure is None or figure.value == passengers.value else figure
        if at > index and told.figures:
            break
    return None


def _tells_of_crew(reading: Reading, index: int, start: int) -> bool:
    """Whether the crew, or another vessel, are told of behind: "All 30" may be others."""
    after = reading.sentences[index + 1 : index + BEHIND + 2]
    told = reading.sentences[index].text
    return _CREW_AGAIN.search(told, start) is not None or any(
        _CREW_AGAIN.search(skeleton.text) for skeleton in after
    )


def _is_told(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the words say that the passengers and crew of *match* were those aboard."""
    if _WERE.search(skeleton.text, 0, match.start()):
        return True
    opens = _OPENS.fullmatch(skeleton.text, 0, match.start()) is not None
    return opens and _ON_BOARD.match(skeleton.text, match.end()) is not None


def _whole(reading: Reading) -> Figure | None:
    """The number of people aboard; None where it is told of two vessels, or as two numbers."""
    found = [f for _, skeleton in worded(reading, _ABOARD) for f in _wholes(skeleton)]
    return found[0] if found and len({f.value for f in found}) == 1 else None


def _taken_off(reading: Reading) -> Figure | None:
    """The one number of people who are told to be taken off a vessel: ``17 are being flown to``."""
    found = [
        skeleton.group(match, "n")
        for index, skeleton in worded(reading, _TAKEN)
        if index < LEDE
        for match in _TAKEN_OFF.finditer(skeleton.text)
    ]
    return found[0] if len(found) == 1 else None


def _wholes(skeleton: Skeleton) -> Iterator[Figure]:
    for match in _ALL.finditer(skeleton.text):
        found = (skeleton.group(match, name) for name in ("all", "carried", "whole"))
        figure = next(filter(None, found), None)
        if figure is None or figure.value is None:
            continue
        some = _SOME_WERE.search(skeleton.text, 0, match.start()) or (
            _SOME_DIED.match(skeleton.text, match.end())
        )
        if match["all"] is not None or not some:
            yield figure
