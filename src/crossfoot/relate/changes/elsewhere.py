"""Whether ends told in other sentences are surely those of a change that they do not fit.

A percentage and two figures in the next paragraph are tied by what is said of both, and most texts
that have all three tell of other places, other spans of time or parts of the whole as well. What
fits is taken; what does not is alleged only where nothing that the text says sets them apart.
"""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.both_ends import any_dated_pair, any_pair_before
from crossfoot.relate.changes.cues import PORTIONS, Cue, Statement, year_of
from crossfoot.relate.changes.ends import (
    AS_MANY,
    COMPARES_BACK,
    LIGHTLY,
    POINTS_BACK,
    SO,
    takes_up_change,
)
from crossfoot.relate.changes.foreseen import EXPECTED
from crossfoot.relate.changes.neighbours import (
    BEFORE_THAT,
    Ends,
    amounts_of,
    direction_of,
    is_earlier,
    when_told,
)
from crossfoot.relate.changes.one_time import is_of_time, same_time
from crossfoot.relate.changes.stock import COUNTED, TELLING
from crossfoot.relate.wording.phrases import phrase
from crossfoot.relate.wording.stems import meaning, stem
from crossfoot.relate.wording.times import months_named

_PER_CENT = Fraction(1, 100)
_ONE = Interval.exactly(1)
_FAR = 3  # a stated change that is so many times the real one is of something else
_POINTS = Fraction(10, 100)  # by which a small change may be off, too
_DATE, _LENGTH = SIGNS["date"], SIGNS["duration"]
# "among" teenagers, "in the northern" district: whose change it is
_SCOPE = lazy(
    r"\b(?:in|among|for|at|within|across|involving|against|by|along|throughout|near)"
    r" (?:the |its |their |all |those |these |this |that )*"
    r"(?P<what>[a-z][a-z'-]*(?: (?!(?:and|or|to|from|over|than|since|of)\b)[a-z'-]+){0,2})"
)
# ", the chief told the council on" Tuesday
_TOLD_BY = lazy(
    r",? (?:according to\b|(?:[a-z'.-]+,? ){1,6}?(?:said|says|told|announced|reported)\b)"
)
# "The department recorded", "Police made": of the place that was named before
_SAME_PLACE = lazy(
    rf"\W*(?:(?:in|during) {_DATE},? )?(?:the )?(?:police|department|officers?|deputies|agency"
    r"|bureau|force|office|authorities|officials|there|it|they) "
    r"(?:[a-z]+ )?(?:recorded|reported|counted|logged|saw|had|made|investigated|responded|were|was"
    r"|registered|handled|received|tallied)\b"
)
# "In" Iowa, "the" Elko "office"
_IN_PLACE = lazy(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout)\s(?P<name>[A-Z][a-z]+)"
    r"|\b[Tt]he\s(?P<name2>[A-Z][a-z]+)(?:\s[A-Z][a-z]+)?\s(?:office|area|region|district|field)\b"
)
_WIDTH = lazy(
    r"\b(?:statewide|citywide|nationwide|nationally|countywide|countrywide|overall|locally|worldwide"
    r"|globally|regionally|systemwide|agencywide|boroughwide|districtwide)\b"
)
# whose count it is, or what is reckoned from it
_NARROWED = lazy(
    r"\b(?:alone|elsewhere|downtown|overnight|average|rates?|percentage|proportion|share)\b"
)
# a count of another making: "preliminary figures", "excluding", "by its own count"
_MADE = lazy(
    r"\b(?:preliminary|according|own|provisional|excluding|except|besides|counting|analysts"
    rf"|{EXPECTED})\b"
)
# "over the past five years", "since" 2016, "from its peak", "in a decade"
_RECKONED = lazy(
    r"\b(?:over|in|during|within|since|from|for) (?:the |its |their |an? )?"
    rf"(?:(?:past|last|previous) )?(?:{_LENGTH}|decade|peak|high|low|average|pandemic|few|several)"
    rf"|\b(?:since|from|than|over|within) (?:in |fiscal |the end of |late )?(?:{_DATE}|before)"
    r"|\bon top of\b|\b(?:average|peak|record|expected|planned|projected|forecast|budgeted)\b"
)
_FIRST = lazy(r"\b(?:[a-z]{3,}est|first|most|worst|best)(?: [a-z-]+){0,3} $")
_LAST = lazy(r"(?i)(?:the )?(?:last|previous|prior) ")
# "This drops the number", "That figure was": the change told just before
_TAKES_UP = lazy(r"\W*(?:this|that|it|the (?:number|figure|total|drop|decline|rise|increase))\b")
_WORD = lazy(r"[a-z][a-z'-]+")
_CLAUSE_ENDS = lazy(r"[.;:(]|, (?=(?:an?|up|down|or|compared|versus|which|that|about|nearly)\b)| -")
_THEN = frozenset(
    "earlier later ago now before after fiscal calendar ending ended beginning end stood stands"
    " rise increase decrease decline drop there year years month months week weeks quarter period"
    " time same last previous prior fact total all number figure percent compared comparison turn"
    " part addition following next point stage".split()
)


def may_be_of(
    reading: Reading, index: int, home: Skeleton, statement: Statement, ends: Ends
) -> bool:
    """Whether the ends are those of the change: told with it, fitting it, or surely of it.

    An open end fits too much: 32 million is not 24 percent more than "exceed one million".
    """
    if all(f is not None and f.sentence == index for f in (ends.base, ends.result)):
        return True
    if not fits(statement, ends):
        return surely_of(reading, home, statement, ends)
    base, result = ends.base, ends.result
    if not (base and result) or not (base.range.is_open or result.range.is_open):
        return True
    return _is_near(statement, base, result)


def run_against(reading: Reading, index: int, home: Skeleton, statement: Statement) -> Ends | None:
    """The pair just told that "that is a fall of 9 percent" can only mean, though it rises."""
    change, opening = statement.changes[0], home.text[: statement.changes[0].at]
    if statement.base or statement.result:
        return None
    if not (POINTS_BACK.match(opening) or takes_up_change(opening, change)):
        return None
    pair = any_pair_before(reading, index - 1, change) or any_dated_pair(reading, index - 1)
    return pair if pair and surely_of(reading, home, statement, pair) else None


def fits(statement: Statement, ends: Ends) -> bool:
    """Whether one of the figures that tell the change is what separates the ends."""
    if not (ends.base and ends.result):
        return False
    for cue in statement.changes:
        step = step_of(cue.figure, statement.direction or direction_of(ends))
        relative = cue.figure.kind in PORTIONS and ends.base.kind != "percent"
        expected = ends.base.range * step if relative else ends.base.range + step
        if expected.meets(ends.result.range):
            return True
    return False


def step_of(change: Figure, direction: str) -> Interval:
    """What a base is multiplied by to give the result; what is added to it, for an amount."""
    if change.kind == "multiple":
        return change.range
    size = -change.range if (change.value or 0) < 0 else change.range
    moved = size.scale(_PER_CENT) if change.kind == "percent" else size
    signed = -moved if direction == "down" else moved
    return _ONE + signed if change.kind in PORTIONS else signed


def surely_of(reading: Reading, home: Skeleton, statement: Statement, ends: Ends) -> bool:
    """Whether ends told in other sentences than *home* can be no other change's."""
    base, result, change = ends.base, ends.result, statement.changes[0]
    if not (base and result) or not _may_be_ends(statement, base, result):
        return False
    opening = home.text[: change.at]
    points_back = bool(POINTS_BACK.match(opening) or COMPARES_BACK.match(opening))
    alone = points_back and _are_alone(reading, home, ends)
    if runs_against(statement, ends) and not (alone or _told_in_turn(reading, home, ends)):
        return False
    skips = home.start < base.start and _skips_years(home, base, result)
    if not points_back and (skips or not _is_near(statement, base, result)):
        return False
    concludes = SO.search(LIGHTLY.sub("", opening)) or AS_MANY.match(change.after)
    theirs = [reading.sentences[i] for i in sorted({base.sentence, result.sentence})]
    if not (statement.base or concludes or alone) and not _told_alike(
        reading, *sorted((base, result), key=_place)
    ):
        return False
    if home.start < theirs[0].start and _is_elsewhere(reading, home, theirs[0]):
        return False
    nouns = (word for f in ends for word in phrase(reading.sentences[f.sentence], f))
    taken_up = home.start < theirs[0].start and not any(nouns)  # "a rise in thefts. There were" 410
    later = home.start < theirs[0].start and base.sentence == result.sentence
    if later and not same_time(reading, home, told_up_to(home, change), base, result):
        return False
    if later and _names_others(home, theirs[0], *sorted((base, result), key=_place)):
        return False
    in_turn = home.start < theirs[0].start and base.sentence != result.sentence
    if in_turn and not is_of_time(
        home, told_up_to(home, change), reading.sentences[result.sentence]
    ):
        return False
    return _same_scope(reading, home, change, theirs, taken_up) and _same_time(
        home, change, theirs, ends
    )


def _may_be_ends(statement: Statement, base: Figure, result: Figure) -> bool:
    """Whether a change told in words moves as two numbers do; points are of another kind."""
    change = statement.changes[0]
    if base.range.is_open or result.range.is_open:
        return False
    wordless = not change.said[1] or change.said == (change.at, change.at + 1)
    if wordless and change.figure.kind != "multiple":
        return False  # a percentage with its sign, and no word of a change
    return not base.kind == change.figure.kind == "percent"  # points, or a part of the base


def runs_against(statement: Statement, ends: Ends) -> bool:
    """Whether the figures fall where the words tell of a rise, or the other way round."""
    return bool(statement.direction) and direction_of(ends) != statement.direction


def _told_in_turn(reading: Reading, home: Skeleton, ends: Ends) -> bool:
    """Whether the one count of each of two sentences is told of an earlier and a later time.

    "In May it held 535 boats. In June it held 469, an increase of 21 percent."
    """
    base, result = ends.base, ends.result
    if not (base and result) or base.start > home.start or not _are_alone(reading, home, ends):
        return False
    then = reading.sentences[base.sentence]
    here = [c.figure for c in amounts_of(home)] == [result]
    return here and is_earlier(then, home, base, result) is True


def _are_alone(reading: Reading, home: Skeleton, ends: Ends) -> bool:
    """Whether the sentences just before *home* give nothing else that "that" could take up.

    "It moved 72 people. That is 22 percent more than the 95 of last year" is so told of 72.
    """
    theirs = {f.sentence for f in ends if reading.sentences[f.sentence] is not home}
    told = [c.figure for at in theirs for c in amounts_of(reading.sentences[at])]
    return all(f in (ends.base, ends.result) for f in told)


def _skips_years(home: Skeleton, base: Figure, result: Figure) -> bool:
    """Whether the earlier figure is of a year before the last one, which *home* does not name."""
    then, now = year_of(base), year_of(result)
    if then is None or now is None or now - then < 2:
        return False
    return not any(str(then) in f.text for f in home.figures)


def _names_others(home: Skeleton, told: Skeleton, first: Figure, last: Figure) -> bool:
    """Whether two counts are said to be of some: 250 pupils "came by bus, down from" 300."""
    between = told.text[told.sign_of(first) + 1 : told.sign_of(last)]
    counted = {stem(word) for word in (*COUNTED, *phrase(told, first))}
    return not content(between) <= content(home.text) | counted


def _place(figure: Figure) -> int:
    return figure.start


def _told_alike(reading: Reading, first: Figure, last: Figure) -> bool:
    """Whether the later of two figures, told in its own sentence, says nothing that sets it apart.

    "The office filed 492 complaints last year. This year it filed 410", not "it won 410 cases".
    """
    if first.sentence == last.sentence:
        return True
    one, other = (reading.sentences[f.sentence] for f in (first, last))
    when = when_told(one, first), when_told(other, last)
    if when[0] is not None and when[0] == when[1]:
        return False
    nouns = phrase(one, first), phrase(other, last)
    if all(nouns) and set(map(stem, nouns[0])) != set(map(stem, nouns[1])):
        return False
    clauses = _clause(one, first), _clause(other, last)
    partly = {bool(words.PARTLY.search(clause)) for clause in clauses}
    if len(partly) > 1 and not BEFORE_THAT.match(other.text):
        return False
    said, again = (content(clause) for clause in clauses)
    return again <= said or not nouns[0]


def _clause(skeleton: Skeleton, figure: Figure) -> str:
    """The sentence up to what follows a figure, without the change that is told of it."""
    at = skeleton.sign_of(figure)
    end = _CLAUSE_ENDS.search(skeleton.text, at + 1)
    return skeleton.text[: end.start() if end else len(skeleton.text)]


def content(clause: str) -> set[str]:
    """The words of *clause* that tell neither a time nor a change, as stems."""
    told = _WORD.findall(clause)
    return {one for w in told if w not in _THEN and w not in TELLING and (one := meaning(w))}


def _is_near(statement: Statement, base: Figure, result: Figure) -> bool:
    """Whether the change told is of the size of that between the ends."""
    change = statement.changes[0].figure
    first, last, told = (abs(f.value or Fraction(0)) for f in (base, result, change))
    if not first:
        return False
    if change.kind == "multiple":
        real = last / first
    elif change.kind in PORTIONS:
        real = abs(last - first) / first
        told = told * _PER_CENT if change.kind == "percent" else told
        if base.kind == "percent":
            real = max(real, abs(last - first) * _PER_CENT)
        if abs(real - told) <= _POINTS:
            return True
    else:
        real = abs(last - first)
    return max(real, told) <= _FAR * min(real, told)


def _is_elsewhere(reading: Reading, home: Skeleton, told: Skeleton) -> bool:
    """Whether counts told after a change are of a place it does not name: "In Iowa, 200"."""
    here, there = (reading.document.text[s.start : s.end] for s in (home, told))
    dates = {word for f in told.figures if f.kind == "date" for word in f.text.split()}
    named = (match["name"] or match["name2"] for match in _IN_PLACE.finditer(there))
    return any(name not in here and name not in dates for name in named)


def _same_scope(
    reading: Reading, home: Skeleton, change: Cue, theirs: list[Skeleton], taken_up: bool
) -> bool:
    """Whether the sentence of the change names no place or group that those of the ends do not.

    What changes need not be named again where it is *taken_up*, nor the place of the police who
    counted it: "fires fell 9 percent in Elko. The department counted" 410.
    """
    said = _stems(theirs)
    start, end = min(change.said[0], change.at), told_up_to(home, change)
    what = words.NOUN_IN.search(home.text, start) if taken_up else None
    later = home.start < theirs[0].start
    same_place = later and _SAME_PLACE.match(theirs[0].text)
    for named in _SCOPE.finditer(home.text, what.end() if what else start, end):
        scope = [w for w in named["what"].split() if meaning(w) and w not in _THEN]
        if not scope or not said.isdisjoint(map(stem, scope)):
            continue
        at = home.offset(named.start("what"))
        if not (same_place and reading.document.text[at : at + 1].isupper()):
            return False
    return all(counted_alike(home, s, here=s.start <= home.start) for s in theirs)


def counted_alike(home: Skeleton, other: Skeleton, *, here: bool = False) -> bool:
    """Whether two sentences tell of counts of one width and making, as far as they say.

    The count of one told before, or *here*, need not say again how wide it is.
    """
    mine, theirs = (set(_WIDTH.findall(s.text)) - {"overall"} for s in (home, other))
    if here:
        return not mine or mine == theirs
    narrowed = [set(_NARROWED.findall(s.text)) for s in (home, other)]
    made = home.words.issuperset(_MADE.findall(other.text))
    return mine == theirs and narrowed[0] == narrowed[1] and made


def told_up_to(home: Skeleton, change: Cue) -> int:
    """Where what is told of a change ends and who told it begins: ", police said on" Friday."""
    told = _TOLD_BY.search(home.text, change.at)
    return told.start() if told else len(home.text)


def _stems(sentences: list[Skeleton]) -> set[str]:
    return {stem(word) for s in sentences for word in s.words}


def _same_time(home: Skeleton, change: Cue, theirs: list[Skeleton], ends: Ends) -> bool:
    """Whether the change is reckoned from no other time than the ends are told of."""
    start = min(change.said[0], change.at)
    own = next((m for m in _RECKONED.finditer(home.text, start) if not _ranks(home, m)), None)
    if own and _lasts(home, own, ends):
        own = None  # "in three years", from 2022 to 2025
    if own and not any(own.group() in s.text for s in theirs):
        years = {f.text for f in home.figures if f.kind == "date" and home.sign_of(f) >= start}
        told = " ".join(f.text for s in theirs for f in s.figures if f.kind == "date")
        just_before = not told and all(map(_LAST.match, years))
        if not years or not (just_before or all(_year(text) in told for text in years)):
            return False
    months = set.union(*(months_named(s.figures) for s in theirs))
    mine = months_named(home.within(0, told_up_to(home, change)))
    later = home.start < theirs[0].start and not any(_TAKES_UP.match(s.text) for s in theirs)
    if later:  # no time was told yet that the change could be of
        return mine == months
    return not mine or not months or bool(mine & months)


def _lasts(skeleton: Skeleton, told: re.Match[str], ends: Ends) -> bool:
    """Whether a change is said to be over as many years as its ends lie apart."""
    years = [year_of(f) for f in ends]
    spans = skeleton.within(told.start(), told.end())
    lengths = [f.value for f in spans if f.kind == "duration" and f.unit == "years"]
    if len(years) != 2 or None in years or len(lengths) != 1:
        return False
    return abs((years[1] or 0) - (years[0] or 0)) == lengths[0]


def _ranks(skeleton: Skeleton, told: re.Match[str]) -> bool:
    """Whether a change is "the largest" of that time, rather than reckoned over it."""
    return _FIRST.search(skeleton.text, 0, told.start()) is not None


def _year(text: str) -> str:
    return text[-4:] if text[-4:].isdigit() else text
