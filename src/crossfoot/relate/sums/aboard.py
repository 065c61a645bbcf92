"""All on board and who they were: ``62 people aboard … 57 passengers and five crew members``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.slips import is_a_slip_apart

_HANDS = frozenset(
    "crew crewmen crewmembers pilot pilots driver drivers attendant attendants".split()
)
_ABOARD = frozenset(("aboard", "board", "carrying", "carried", "all"))
CRAFT = r"(?:plane|jet|flight|aircraft|airliner|helicopter|ferry|boat|ship|vessel|bus|coach|train)"
# "all 62 people on board", "carrying 62 people", "all 62 aboard"
_ALL = pattern(
    r"(?:\b(?:carrying|carried)\s(?:(?:about|some|nearly|almost|around|approximately)\s)?"
    r"(?P<carried>{n})\s(?:people|persons|migrants|refugees|tourists)\b"
    r"|\ball\s(?:of the\s)?(?P<all>{n})\s(?:(?:people|persons|souls)\s)?"
    rf"(?:on board|aboard|(?:on|in) the {CRAFT})\b"
    r"|(?P<whole>{n})\s(?:people|persons|souls)\s(?:were\s)?(?:who were\s)?(?:on board|aboard)\b"
    r"|\bof the\s(?P<of>{n})\s(?:people\s)?(?:on board|aboard)\b)"
)
# "17 people are being taken to Darwin after a boat was stopped"
_TAKEN = frozenset("taken transported moved transferred flown brought held detained".split())
_TAKEN_OFF = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?:people|persons|passengers|arrivals|migrants)\s"
    r"(?:are|were|have been)\s(?:being\s)?(?:taken|transported|moved|transferred|flown|brought|held"
    r"|detained)\s[^.;]{{0,90}}\b(?:boat|ship|vessel|ferry|plane|aircraft)\b"
)
LEDE = 3  # sentences in which they are told
MENTIONS = 3  # of the number of all aboard
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
FAR = 8  # sentences before them in which another craft is told of
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
# "On board were 57 workers and two pilots"
_ON_IT_WERE = pattern(
    r"\b(?P<were>(?:on board|aboard)(?: it| the [a-z]+)?,? were)\s(?P<first>{n})\s(?!of\b)"
    r"(?:[a-z-]+\s){{0,2}}?[a-z-]+"
    rf"(?P<aside>{_ASIDE})"
    r"(?P<tie>,\s|,?\sand\s|(?<=-)\s)"
    rf"(?P<crew>{{n}}\s{_CREW}(?:(?:,\sand|,|\sand)\s{{n}}\s{_CREW})*)"
)
# "there were 57 passengers", "it had", "carrying": and not who was rescued, or could be carried
_WERE = lazy(
    r"(?:\bthere were|\b(?:carrying|carried)"
    rf"|\b(?:it|the (?!other|second|first)(?:[a-z]+\s){{0,2}}?{CRAFT}) had)\s$"
)
_HAD = lazy(r"\bhad\s$")  # "The An-26 had 57 passengers and five crew on board"
# "The 57 passengers and five crew were taken off": some of them may not be told of
_THE = lazy(r"(?:^\W*|[.;]\s)the\s$")
_OF_ANY = lazy(r"\s(?:of|from)\b")
# "Officials said", "According to officials,"
_OPENS = lazy(
    r"(?:\W*|[^.;:]{1,100}\b(?:said|says|reported)\s(?:that\s)?|\W*according to [^.;:,]{1,60},\s)"
)
_ON_BOARD = lazy(r"\s(?:were\s)?(?:on board|aboard)(?:\s(?:it|(?:the|that)\s[a-z]+))?")
# "as well as two guards", "and a rescue team": more were on board
_BESIDES = lazy(r"(?:,?\s(?:and|plus|as well as|along with|with|including)\b|,\s[\ue000-\uf8ff])")
# another craft, or what was thought at first
_ANOTHER = pattern(
    r"\b(?:hit|struck|rammed|collided with|crashed into)\san?(?:other)?\s(?:[a-z]+\s){{0,2}}?"
    r"(?:{craft}|truck|lorry|van|car|barge|tanker)\s(?:carrying|with)\b"
    r"|(?:\b(?:another|the other|both|each|sister)|{rank})\s(?:[a-z]+\s){{0,2}}?{craft}(?:s|es)?\b"
    r"|\bthe (?:other|{rank})\s(?:had|carried|was)\b"
    r"|(?:\b(?:initially|earlier|originally|previously|had)|{rank})\s(?:been\s)?"
    r"(?:said|reported|told|put|thought|believed)\b"
    r"|(?:\b(?:initial|early|earlier|preliminary)|{rank}) (?:reports?|figures?)\b|\bmanifest\b"
    r"|\b(?:took on|picked up|boarded later)\b",
    craft=CRAFT,
)
# "A bus carrying 44 people, 42 students and two drivers,": set out right behind their number
_SET_OUT = pattern(
    r"(?:\b(?:carrying|carried|with)\s(?P<carried>{n})\s(?:people|persons|souls)"
    r"|(?P<whole>{n})\s(?:people|persons|souls))(?:\s(?:were\s)?(?:on board|aboard))?"
    r"(?P<tie>,|:| -|\s(?=\())\s?\(?(?P<first>{n})\s(?!of\b)(?:[a-z-]+\s){{0,2}}?[a-z-]+"
    rf"(?P<aside>{_ASIDE})(?:,\s|,?\sand\s|(?<=-)\s)"
    rf"(?P<crew>{{n}}\s{_CREW}(?:(?:,\sand|,|\sand)\s{{n}}\s{_CREW})*)(?=[.,;)]|\s-)"
)


def aboard(reading: Reading) -> Iterator[Relation]:
    """Passengers and crew against the one number of people that a text says were aboard."""
    if _HANDS.isdisjoint(reading.words):  # as of most texts
        return
    wholes = all_aboard(reading)
    taken = None if wholes else _taken_off(reading)
    of_all = wholes or ([taken] if taken else [])
    for index, skeleton in worded(reading, _HANDS, fewest=2):
        yield from _set_out(reading, skeleton)
        told = (_PARTS.finditer(skeleton.text), _ON_IT_WERE.finditer(skeleton.text))
        for match in chain.from_iterable(told):
            parts = _parts(skeleton, match)
            fared = None if of_all else _all_who_fared(reading, index, skeleton, match)
            whole = of_all or ([fared] if fared else [])
            if not whole or whole[0] in parts:
                continue
            total = Interval.sum(f.range for f in parts)
            besides = _more_were_aboard(skeleton, match)
            besides = besides or (not wholes and not is_a_slip_apart(whole[0], parts))
            besides = besides or (not of_all and _tells_of_crew(reading, index, match.end()))
            above = (total.low or 0) > (whole[0].value or 0)
            all_told = _is_told(skeleton, match) or (above and _are_definite(skeleton, match))
            all_told = all_told and not besides and not _of_another(reading, index)
            if total.meets(whole[0].range) or all_told:
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _set_out(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """All aboard and, right behind their number, who they were: ``44 people, 42 students and``."""
    for match in _SET_OUT.finditer(skeleton.text):
        whole = skeleton.group(match, "carried") or skeleton.group(match, "whole")
        parts = _parts(skeleton, match)
        if whole is None or any(f.value is None for f in (whole, *parts)):
            continue
        total = Interval.sum(f.range for f in parts)
        more = _BESIDES.match(skeleton.text, match.end())
        if total.meets(whole.range) or (not more and is_a_slip_apart(whole, parts)):
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
    before = skeleton.text[: match.start()]
    if _WERE.search(before) or "were" in match.groupdict() or before.endswith(("all ", "all the ")):
        return True
    if _ON_BOARD.match(skeleton.text, match.end()) is None:
        return False
    opens = _OPENS.fullmatch(skeleton.text, 0, match.start())
    return opens is not None or _HAD.search(skeleton.text, 0, match.start()) is not None


def _are_definite(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether *match* takes up those aboard: ``The 57 passengers and five crew were taken off``."""
    the = _THE.search(skeleton.text, 0, match.start())
    return the is not None and _OF_ANY.match(skeleton.text, match.end()) is None


def _more_were_aboard(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether others are told of behind the crew: ``five crew on board, and one guard``."""
    behind = _ON_BOARD.match(skeleton.text, match.end())
    ends = (match.end(), behind.end()) if behind else (match.end(),)
    return any(_BESIDES.match(skeleton.text, end) for end in ends)


def _of_another(reading: Reading, index: int) -> bool:
    """Whether another craft, or what was thought at first, is told near sentence *index*."""
    near = reading.sentences[max(0, index - FAR) : index + 2]
    return any(_ANOTHER.search(skeleton.text) for skeleton in near)


def all_aboard(reading: Reading) -> list[Figure]:
    """The number of people aboard; none where it is told of two vessels, or as two numbers."""
    found = [f for _, skeleton in worded(reading, _ABOARD) for f in _wholes(skeleton)]
    return found[:MENTIONS] if len({f.value for f in found}) == 1 else []


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
        found = (skeleton.group(match, name) for name in ("all", "carried", "whole", "of"))
        figure = next(filter(None, found), None)
        if figure is None or figure.value is None:
            continue
        some = _SOME_WERE.search(skeleton.text, 0, match.start()) or (
            _SOME_DIED.match(skeleton.text, match.end())
        )
        if match["all"] is not None or not some:
            yield figure
