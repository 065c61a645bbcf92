"""Changes told in one closed shape, with both ends: nothing else in the text can be meant.

``increased by 269% between 2014 (1,295 incidents) and 2023 (4,777 incidents)``; ``dropped by 300,
with 1,567 people counted on Friday and only 1,267 on Monday``; ``Homicides: 210 (2021: 250), down
16%``; ``250 homicides in 2021. In 2022, that number fell by 16% to 210``; ``crime up 12% in the
year to March (21,840 vs 19,500)``; ``44.7% → 58.8% = +14.1 points``. The shape alone finds the
ends, whether they fit or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES, SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Span
from crossfoot.relate.changes.cues import VALUES, year_of
from crossfoot.relate.changes.stock import (
    ADD,
    COUNTED,
    CUT,
    DATE,
    FALL,
    FEWER,
    GAIN,
    LIGHT,
    LOSS,
    MORE,
    RISE,
)
from crossfoot.relate.wording.phrases import led_by
from crossfoot.relate.wording.rows import of_one_kind
from crossfoot.relate.wording.slips import digits_unlike
from crossfoot.relate.wording.stems import meaning, stem

_PARTS = {
    "moved": rf"(?:(?P<down>{FALL}|{CUT}|lower|fewer|less)|(?P<up>{RISE}|{ADD}|higher|more))",
    "light": LIGHT,
    "loss": LOSS,
    "gain": GAIN,
    "noun": r"(?:[ -][a-z'-]+){0,4}?",
    "then": rf"(?:(?:fiscal )?{DATE}|last year|a year (?:ago|earlier|before)"
    r"|the (?:year|month) before)",
    "value": r"(?:{amount}|{rate}|{percent})".format(**CLASSES),
    "fewer": FEWER,
    "greater": MORE,
}


def _shape(source: str) -> partial[re.Pattern[str]]:
    return partial(pattern, source, **_PARTS)


# "increased by over | 269% | between 2014 (1,295 incidents) and 2023 (4,777 incidents)"
_BETWEEN = _shape(
    r"\b{moved} {light}(?P<change>{percent}|{n}){noun} (?:between|from) (?:fiscal )?{date}"
    r" \((?P<from>{n}){noun}\) (?:and|to) (?:fiscal )?{date} \((?P<to>{n}){noun}\)"
)
# "dropped by | 300, with 1,567 people counted on Friday and only 1,267 on Monday"
_WITH = _shape(
    r"\b{moved} {light}(?P<change>{percent}|{n}){noun}, (?:with|from) (?P<from>{n})(?P<what>{noun})"
    r" (?:in |on |at )?{then} (?:and|to) (?:just |only )?(?P<to>{n}){noun} (?:in |on |at )?{date}"
)
# "Homicides: | 210 (2021: 250), down 16%"
_BRACKETED = _shape(
    r"(?P<to>{n}){noun} \((?:in |vs\.? |from )?{then}:? (?P<from>{n}){noun}\)(?:,| -|:)?"
    r" {moved} {light}(?P<change>{percent})(?! of\b)"
)
# "crime is up | 12% in 12 months to March 2025 (21,840 vs 19,500)"
_VERSUS = _shape(
    r"\b{moved} {light}(?P<change>{percent}|{n})(?:[^.;()\ue000-\uf8ff]|{date}|{duration}){{0,80}}?"
    r" \({light}(?P<to>{n})(?P<what>{noun}),? (?:v|vs\.?|versus|against|compared (?:with|to))"
    r" {light}(?P<from>{n})(?:{noun} (?:in |on |at )?{then})?\)"
)
# "| 44.7% (1990s low) → 58.8% (2020s) = +14.1 points"
_ASIDE = r"(?: ?\([^()]{{0,30}}\))?"
_ARROW = _shape(
    r"(?P<from>{amount}|{percent})"
    + _ASIDE
    + r" ?(?:→|->|=>) ?(?P<to>{amount}|{percent})"
    + _ASIDE
    + r"(?: ?=|,|:| ?\() ?(?P<sign>\+)?(?P<change>{percent}|{points}|{n})(?! of\b)"
)
# "there were | 5,250 robberies in the year to June, up 5% on the 5,000 offences of the year before"
_UP_ON = _shape(
    r"\bthere were {light}(?P<to>{n})(?:[^.;()\ue000-\uf8ff]|{date}|{duration}){{0,80}}?"
    r"(?:,| -) (?:(?P<up>up)|(?P<down>down)) {light}(?P<change>{percent}) (?:from|on|over)"
    r" the {light}(?P<from>{n})(?: recorded| reported)?"
    r" (?:offen[cs]es|incidents|cases|crimes|people|reports)\b"
)
# "murders dropped 20% (from 50 to 40) | and robberies 10% (from 400 to 360)"
_IN_LIST = _shape(
    r"(?:,|\band) (?!(?:and |then )?(?:{moved}|by|of|an?|or|about|nearly|almost|only|just)\b)"
    r"(?:[a-z'-]+ ){{1,3}}?(?<!by )(?P<sign>\+)?(?P<change>{percent})"
    r" \(from (?P<from>{n}) to (?P<to>{n})\)"
)
_BEFORE = r"\b(?:there were|had|recorded|counted|made|saw|reported) (?:about )?(?P<from>{n}){noun}"
# "there were | 250 homicides. In 2022, there were 210, 40 fewer"
_IN_TURN = _shape(
    _BEFORE + r"[.;] (?:in|by|for|during) {date},? (?:there were|it (?:had|recorded|counted|made))"
    r" (?P<to>{n}){noun}, (?P<change>{n}) (?:(?P<down>fewer|less)|(?P<up>more))(?=[.;,])"
)
# "there were | 250 homicides. In 2022, that number fell by 16% to 210"
_THAT_NUMBER = _shape(
    _BEFORE
    + r"(?: (?:in|for|during) {date})?[.;] (?:(?:in|by|for|during) {date},? )?(?:that|the|this)"
    r" (?:number|figure|total|count) {moved} {light}(?P<change>{percent}|{n}),? to"
    r" (?:about |just )?(?P<to>{n})(?= in {date}|[.;,]|$)"
)
# "the | 9,020 citations issued this weekend rose by 3,085 compared with the 5,935 issued in 2021"
_COMPARED = _shape(
    r"(?P<to>{n})(?P<what>(?:[ -][a-z'-]+){{0,7}}?)(?: in| during| over)?(?: {date})? {moved} by"
    r" {light}(?P<change>{percent}|{n}){noun},? (?:compared|when compared|in comparison)"
    r" (?:with|to) (?:the )?{light}(?P<from>{n})(?P<again>{noun})"
    r"(?= (?:in|during|of|on|at|for) |[.;,]|$)"
)
# "shootings are down | 30% this year: the city has counted 140, compared with 200 in 2019"
_COLON = _shape(
    r"\b{moved} {light}(?P<change>{percent})(?: (?:in |for )?(?:the )?{date})?: (?:the |its )?"
    r"(?:[a-z]+ ){{1,4}}?{light}(?P<to>{n})(?P<what>{noun})(?: (?:in|through|so far|during|for"
    r"|as of))?(?: {date})?,? (?:compared (?:with|to)|against|versus|(?:up|down) from) (?:the )?"
    r"{light}(?P<from>{n})(?= (?:in|during|at|by|through|for|over|that|recorded|reported) |[.;,]|$)"
)
# "3,200 people in May, \"a | 20 percent decline from April, when it deported 4,000"
_WHEN_IT = _shape(
    r"(?<!below )(?<!above )(?<!than )(?P<to>{n})(?P<what>{noun})(?: (?:in|during|for) {date})?"
    r"(?:,? \W?(?:the (?:first|{rank}) |its [a-z]+est\b)"
    r"(?:[^.;()\ue000-\uf8ff]|{n}|{date}|{duration}){{0,70}}?)?,? \W?(?:(?:which (?:is|was)|marking"
    r"|representing|and marking|and) )?\W?an? {light}(?P<change>{percent}) (?:(?P<down>decline"
    r"|decrease|drop|fall|reduction|dip)|(?P<up>increase|rise|jump|gain|surge|spike)) (?:from"
    r"|over|on|compared (?:to|with)) {then},? when (?:[a-z]+ ){{0,3}}?(?P<verb>[a-z]+)"
    r" {light}(?P<from>{n})(?P<again>{noun})(?=[.,;\"]|$)"
)
# "climbed | 50 percent between 2020, when there were 400, and 2022, when there were 600"
_BETWEEN_WHEN = _shape(
    r"\b{moved} {light}(?P<change>{percent}) (?:between|from) (?:fiscal )?{date},? when"
    r" (?:[a-z]+ ){{1,3}}?{light}(?P<from>{n}){noun},? (?:and|to) (?:fiscal )?{date},? when"
    r" (?:[a-z]+ ){{1,3}}?{light}(?P<to>{n})(?={noun}(?:[.,;]|$))"
)
# "compared with | 390 in January, 570 people were held in June, 46 percent more"
_COMPARED_FIRST = _shape(
    r"(?:^|[.;] )\W*compared (?:with|to) (?:the )?{light}(?P<from>{n})(?P<what>{noun})"
    r" (?:in |on |during )?{then}, {light}(?P<to>{n})(?P<again>{noun})(?: (?:in|on|during) {date})?"
    r", {light}(?P<change>{percent}) (?:(?P<down>fewer|less|lower)|(?P<up>more|higher))(?=[.;,]|$)"
)
_STRETCH = r"(?:[^.;()\ue000-\uf8ff]|{date}|{duration}){{0,40}}?"
_FELL, _ROSE = r"(?:de(?:cline|crease)|drop|fall)", r"(?:increase|rise|jump|gain)"
_MOVED_ASIDE = (
    rf" \((?:{{moved}} {{light}}|an? {{light}}(?=\S+ (?:{_FELL}|{_ROSE})\b))(?P<change>{{percent}})"
    rf"(?: (?:(?P<fall>{_FELL})|{_ROSE}))?(?: (?:per|an?) [a-z]+)?\)"
)
_AGAIN = r"(?P<again>(?:[ -](?!(?:in|on|at|for|of|during|and)\b)[a-z'-]+){{0,4}})"
_RATED = r"(?:{amount}|{rate})"
# "7 flights in June, compared to | 5 in May (up 40%)"
_HELD = _shape(
    r"(?P<to>{amount}|{rate})(?P<what>{noun})(?: (?:in|during|for|on) {date})?,?"
    rf" compared (?:with|to) {_STRETCH}(?P<from>{_RATED}){_AGAIN}{_STRETCH}{_MOVED_ASIDE}"
)
# "7 flights in June, compared to 5 in May (up 40%), and | 4 in June 2019 (a 75% increase)"
_AND_HELD = _shape(
    r"(?P<to>{amount}|{rate})(?P<what>{noun})(?: (?:in|during|for|on) {date})?,?"
    rf" compared (?:with|to) {_STRETCH}{_RATED}{_STRETCH}\([^()]*\),? and (?:with |to )?"
    rf"{_STRETCH}(?P<from>{_RATED}){_AGAIN}{_STRETCH}{_MOVED_ASIDE}"
)
# "a | 20 percent increase in robberies last year, with 60 reported, compared to 50 in 2018"
_INCREASE_WITH = _shape(
    r"(?P<change>{percent}) (?:(?P<down>{loss})|(?P<up>{gain})) in (?:the )?(?:number of )?"
    r"(?P<moved>(?P<moves>[a-z'-]+(?: [a-z'-]+){{0,3}}?)(?: (?:in |during |for )?{date})?),? with"
    r" {light}"
    r"(?P<to>{n})(?P<what>{noun})(?: (?:in|during|for) (?P<when>{date}))?,? (?:compared (?:with|to)"
    r"|(?:up|down) from|versus|against) {light}(?P<from>{n})(?P<again>{noun})"
    r"(?= (?:in|during|the|last|a|at|for) |[.;,]| {date}|$)"
)
# "fires have fallen | 40% (500 fires in 2004 and 300 fires in 2014)"
_BOTH_ASIDE = _shape(
    r"\b{moved} {light}(?P<change>{percent}) \({light}(?P<from>{n})(?P<what>{noun})"
    r" in (?P<first>{date}),? (?:and|to|versus|compared (?:with|to)) {light}(?P<to>{n}){noun}"
    r" in (?P<last>{date})\)"
)
_TIME = r"(?: (?:(?:in|during|on|at|by|for) )?(?:the )?{then})?"
_ENDS_TOLD = (
    rf"from (?:the )?{{light}}(?P<from>{{value}}){{noun}}{_TIME},? to {{light}}(?P<to>{{value}})"
    rf"{{noun}}{_TIME}"
)
# "gone from | 480 to 600 (+ 25%)", "from 480 guards to 600 (120 more)"
_STEP_ASIDE = _shape(
    rf"\b{_ENDS_TOLD} \((?P<sign>[+-])? ?{{light}}(?P<change>{{value}}|{{points}})"
    r"(?:(?: [a-z]+)? (?:(?P<down>fewer|less|lower)|(?P<up>more|higher))"
    r"|(?P<each> (?:an?|per|each) (?:day|week|month|year)))?\)"
)
# "the county's drop in thefts from April to May was | 25 percent (from 480 cases to 360)"
_ENDS_ASIDE = _shape(
    r"\b(?:(?P<down>{loss})|(?P<up>{gain}))\b"
    r"(?: (?!(?:who|that|which|whose|mean[st]|left|brought|made|but)\b)[a-z'-]+| {date}){{0,8}}?"
    r" (?:was|is|came to|amounted to|works out at) {light}(?P<change>{percent})"
    rf" \({_ENDS_TOLD}\)"
)
# "April's | 480, which was itself a 20 percent increase over March's 400"
_ITSELF = _shape(
    rf"(?P<to>{{value}}){{noun}}{_TIME}, (?:which|that) (?:(?:was|is|were|had|has|been|represent"
    r"(?:s|ed)|mark(?:s|ed)) ){{0,2}}(?:itself|in (?:its )?turn) (?:(?:was|is|were) )?"
    r"(?:an? |up |(?P<fall>down ))?{light}(?P<change>{percent})"
    r"(?: (?:(?P<down>{loss}|{fewer})|(?P<up>{gain}|{greater})))?"
    r" (?:(?:than|over|from|on|compared (?:with|to)) )?(?:(?:those|that) (?:of|in) |the )?"
    r"(?:(?:{then}|(?:last )?[a-z]+)'s )?(?:(?:total|figure|count|number|level) of )?"
    r"{light}(?P<from>{value})"
)
# "so far this year | 600 have come, and in the previous year 800 (-25%)"
_AND_BEFORE = _shape(
    r"(?P<to>{amount})(?:[ -][a-z'-]+){{0,8}}?,? (?:and|but|while|against|versus"
    r"|compared (?:with|to)) (?:(?:in|during|for) )?(?:the )?(?:same [a-z]+ (?:in|of) )?(?:the )?"
    r"(?P<when>{date}|year before|a year (?:ago|earlier|before)),?"
    r" (?:(?:it was|there were|they were) )?{light}(?P<from>{amount}){noun}"
    r" \((?P<sign>[+-])? ?(?P<change>{percent})\)"
)
_OPEN = lazy(r" \(")
_BY = lazy(r" by .*\bcompar")
_BEHIND_ASIDE = lazy(r"\)[^()]*" + SIGNS["percent"])
_COLON_BEHIND = lazy(SIGNS["percent"] + "[^.;:]*: ")
_ASIDE_BEHIND = lazy(r" compared .*\([^()]*" + SIGNS["percent"])
_VERSUS_WITHIN = lazy(r"\([^()]* (?:vs?\b|versus|against|compared)")
# each with what it cannot do without
_WITHIN = (
    (_BETWEEN, (f"{SIGNS['date']} (",), _OPEN),
    (_WITH, led_by(", with", ", from"), None),
    (_BRACKETED, (SIGNS["percent"],), _BEHIND_ASIDE),
    (_VERSUS, (" v", " against", " compared"), _VERSUS_WITHIN),
    (_IN_LIST, (" (from ",), _OPEN),
    (_ARROW, ("→", "->", "=>"), None),
    (_UP_ON, ("there were",), None),
    (_WHEN_IT, (" when ",), None),
    (_BETWEEN_WHEN, (f"{DATE} when ", f"{DATE}, when "), None),
    (_COMPARED_FIRST, ("compared ",), None),
    (_COMPARED, (" compared ", " comparison "), _BY),
    (_COLON, (" compared ", " against ", " versus ", " from "), _COLON_BEHIND),
    (_HELD, (" compared ",), _ASIDE_BEHIND),
    (_AND_HELD, (" compared ",), _ASIDE_BEHIND),
    (_BOTH_ASIDE, (f"{SIGNS['percent']} (",), None),
    (_INCREASE_WITH, (" with ",), None),
    (_STEP_ASIDE, ("from ",), lazy(r" \([^()]*\)")),
    (_ENDS_ASIDE, (" (from ",), None),
    (_ITSELF, (" itself ", " turn "), None),
    (_AND_BEFORE, (f"{SIGNS['percent']})",), _OPEN),
)
_ACROSS = (_IN_TURN, _THAT_NUMBER)
_TAKING_UP = frozenset(("number", "figure", "there"))
_LEAST = 3  # figures of a shape
_YEAR_BEFORE = frozenset(
    "last year|previous year|prior year|preceding year|year before|a year ago|a year earlier"
    "|a year before".split("|")
)
_COUNTING = COUNTED | frozenset(
    "had was were it there they numbered reached stood at about".split()
)
_DONE = frozenset("written taken made held given seen sold caught found told".split())


class Shape(NamedTuple):
    """A change with its ends and its direction, and the words that tell it."""

    base: Figure
    result: Figure
    change: Figure
    direction: str
    licence: Span


def shapes(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The changes that a sentence, or it and the one before, tell in a closed shape."""
    text = skeleton.text
    values = [figure for figure in skeleton.figures if figure.kind in VALUES]
    for shape, cues, bracket in _WITHIN if len(values) >= _LEAST else ():
        if any(map(text.__contains__, cues)) and (bracket is None or bracket.search(text)):
            yield from _read(skeleton, shape())
    if not index or _TAKING_UP.isdisjoint(skeleton.words) or not reading.by_sentence[index - 1]:
        return
    if " number " in text or " figure " in text or ", there were" in text:
        both = reading.stretch(index - 1, index)
        for shape in _ACROSS:
            yield from _read(both, shape())


def _read(skeleton: Skeleton, shape: re.Pattern[str]) -> Iterator[Shape]:
    for match in shape.finditer(skeleton.text):
        base, result, change = (skeleton.group(match, g) for g in ("from", "to", "change"))
        if base and result and change and of_one_kind(base, result):
            way = _way(match, change)
            ends = _in_order(skeleton, shape, match, (base, result), way)
            if ends:
                tie = skeleton.span(match, way if match.groupdict().get(way) else 0)
                yield Shape(*ends, change, way, tie)


def _way(match: re.Match[str], change: Figure) -> str:
    """Up or down by the words or the sign; "" without either, as the figures move."""
    told = match.groupdict()
    if "sign" in told and not (told.get("down") or told.get("up")):
        falls = _size(change) < 0 or match["sign"] == "-"
        return "down" if falls else "up" if match["sign"] else ""
    return "down" if match["down"] or told.get("fall") else "up"


def _in_order(
    skeleton: Skeleton,
    shape: re.Pattern[str],
    match: re.Match[str],
    ends: tuple[Figure, Figure],
    way: str,
) -> tuple[Figure, Figure] | None:
    """The earlier figure and the later; None where they are not of what moved."""
    if shape is _WHEN_IT() and not _does_the_same(skeleton.text[: match.start()], match["verb"]):
        return None
    if shape in (_COMPARED(), _WHEN_IT(), _HELD(), _AND_HELD()):
        return ends if _names_the_same(match["what"], match["again"]) else None
    if shape is _INCREASE_WITH():
        if match["when"] and SIGNS["date"] in match["moved"]:
            return None  # "last year, with 60 in May"
        told = (match["what"], match["again"])
        return ends if all(_names_the_same(match["moves"], what) for what in told) else None
    if shape is _BOTH_ASIDE():
        if not _names_the_same(skeleton.text[: match.start()], match["what"]):
            return None
        years = [year_of(f) for g in ("first", "last") if (f := skeleton.group(match, g))]
        if None in years or len(years) != 2 or years[0] == years[1]:
            return None
        return ends if (years[0] or 0) < (years[1] or 0) else ends[::-1]
    if shape is _COMPARED_FIRST():
        return ends if _names_the_same(match["again"], match["what"]) else None
    if shape in (_STEP_ASIDE(), _AND_BEFORE()):
        change = skeleton.figure_at(match.start("change"))
        if shape is _AND_BEFORE() and not _is_year_before(skeleton, match.start("when")):
            return None
        if shape is _AND_BEFORE() and not _is_near(ends, change):
            return None
        return ends if _is_step(skeleton, match, change) and _is_of_them(ends, change) else None
    if shape not in (_WITH(), _VERSUS(), _COLON()):  # "up 85%, with 50 this year and 27 in 2019"
        return ends
    if not _names_the_same(skeleton.text[: match.start()], match["what"]):
        return None
    low, high = sorted(ends, key=_size)
    return (high, low) if way == "down" else (low, high)


def _is_year_before(skeleton: Skeleton, at: int) -> bool:
    """Whether the words at a place tell the year before: a date that says so, or "a year ago"."""
    if skeleton.text[at] != SIGNS["date"]:
        return True
    return skeleton.figure_at(at).text.lower() in _YEAR_BEFORE


def _is_step(skeleton: Skeleton, match: re.Match[str], change: Figure) -> bool:
    """Whether what stands in brackets has a sign, or is called more or fewer."""
    told = match.groupdict()
    if told.get("each"):  # $26 to $30 a year ($2.50 a month)
        ends = (skeleton.figure_at(match.start(g)).range for g in ("to", "from"))
        return (next(ends) - next(ends)).meets(change.range)
    return bool(match["sign"] or told.get("down") or told.get("up")) or change.text[0] in "+-−–"


def _is_near(ends: tuple[Figure, Figure], change: Figure) -> bool:
    """Whether a percentage is that of two figures but for a digit or two steps.

    "600, and the year before 800 (-10%)" may tell the change of the year before.
    """
    base, result = (f.value or Fraction(0) for f in ends)
    meant = abs(result - base) * 100 / base if base else Fraction(0)
    told = abs(Fraction(change.value or 0))
    one, other = (str(round(value)) for value in (told, meant))
    return abs(told - meant) <= 2 or (len(one) == len(other) and digits_unlike(one, other) == 1)


def _is_of_them(ends: tuple[Figure, Figure], change: Figure) -> bool:
    """Whether a change can part two figures: an amount of their kind, or a percentage."""
    kind = ends[0].kind
    if change.kind in ("percent", "points"):
        return change.kind == "percent" or kind == "percent"
    return of_one_kind(ends[0], change) and ends[0].unit == change.unit


def _does_the_same(before: str, verb: str) -> bool:
    """Whether the verb of the earlier count is that of the later one, or just counts."""
    return verb in _COUNTING or stem(verb) in map(stem, before.split())


def _names_the_same(before: str, what: str) -> bool:
    """Whether the noun of the ends is what moved, or none: "overtime fell 30%, with 450 guards"."""
    words = what.replace("-", " ").split()
    nouns = [w for w in words if not w.endswith("ed") and w not in _DONE and meaning(w)]
    return not nouns or not {stem(w) for w in nouns}.isdisjoint(map(stem, before.split()))


def _size(figure: Figure) -> Fraction:
    return figure.value or Fraction(0)
