"""The whole that a share refers to where no number fits: the only one that it can be of.

"Of those arrested" and "of the total" point back to a number told before. Parts of it, numbers of
another time or place and numbers that it is held against are left out; what is alleged to misfit
is the one that remains, or the one that the text keeps coming back to.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import dropwhile, islice, takewhile

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept, pattern
from crossfoot.model import Figure, Period
from crossfoot.relate.shares.certain import is_held_to
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.shares.words import STEP_BEFORE
from crossfoot.relate.wording.gaps import measures_another
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import backwards, phrase, singular
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.stems import IDLE, stem

SMALL = 10  # numbers below it say too many things in one text
REACH = 12  # sentences back in which nothing else may be meant
_MANY = 40  # amounts looked at; in a page of figures nothing is the only one

_DETERMINER = (
    r"(?:(?:this|last|the) (?:day|week|month|year|quarter|season|nation|country|agency|office)'s"
    r"|what the|the|all|those|these|its|their|that|this|his|her|our)"
)
# "of those arrested", "of the quarter's total", "of all ICE detainees", "of what the plan allows"
_OF = lazy(
    rf"\s(?:[a-z]+\s)?(?:of|among) (?P<det>(?:{_DETERMINER}\s)+|(?:those|them|these|that|it)\b\s?)?"
    r"(?P<noun>(?:[a-z][a-z'-]*\s?){0,4})"
)
# one third "(31%)" of them; one third (31%")" of them
_IN_BRACKETS = pattern(r"\s?\([a-z ]{{0,14}}{portion}\s?\)|\s?\)")
# "Ninety percent" of them; thirty "of those arrested"; "of the latter"
_OF_THEM = lazy(r"\s(?:of|among) (?:them|those|these|the latter)\b")
_ELSEWHERE = lazy(r"'|\b(?:there|here)\b")  # "the firm's staff", "the people arrested there"
_TOTAL_IN = lazy(r"total (?:in|at|from|for|of|across)\b")  # "7 percent of the total in jails"
# "75,000 of them", "38 of the 142": itself a part
_PART = pattern(
    r"\s(?:[a-z-]+ ){{0,2}}?(?:out )?of (?:them|those|these|whom|which|the|all|its|their)\b"
    r"|(?:\s[a-z]+){{0,3}}(?:,? (?:or|\()| (?:was|were|is|are|ma[kd]e up|makes up"
    r"|amount(?:s|ed)? to|c[ao]mes? to|represent(?:s|ed)?|accounts? for|accounted for)) ?"
    r"(?:about |nearly |almost )?{portion}"
)
_OF_WHOM = lazy(r"(?:^\W*of (?:(?:them|those|these)\b|the\b[^.;,]*,)|, of (?:whom|which)\b)[^.;]*$")
# "more than the 59,011 of last year", "up from 300", "against 90"
_HELD_AGAINST = lazy(
    r"\b(?:than|from|against|versus|compared (?:with|to)|rather than|up to|instead of|another"
    r"|additional|other|remaining|rest,?|by|every|each|per|next|below|above|beyond)"
    r"(?: (?:the|about|some|roughly|nearly|just|only|an?|previous))*\s$"
)
# "121 homes are down, 90% of the village's": itself a part
_ITS_SHARE = pattern(
    r"(?:\s[a-z-]+){{0,4}}, (?:about |nearly |almost )?{percent} of (?:the|its|all) "
)
_IN_BRACKETS_THEN = lazy(
    r"\b(?:than|against|versus|compared (?:with|to)|(?:up|down) from) (?:(?:in|on|for|at|of) )?"
    r"(?:[a-z'-]+ ){0,2}(?:[\ue000-\uf8ff]|[a-z]+) \($"
)
# "70 more than in May, when it had" 220
_WHEN_IT = lazy(
    r"\b(?:than|from) (?:in |on |at )?[^.;:()]{1,30},? when (?:[a-z]+ ){1,3}(?:about |only )?$"
)
# "the 59,011 of last year", "300 the year before": of another time than the one told of
_OF_ANOTHER_TIME = pattern(
    r"\s(?:[a-z]+\s)?(?:(?:{duration}|a (?:year|month|week)) (?:earlier|before|ago)|the {date}"
    r"|the (?:year|month|week) before|(?:the|in the) previous (?:year|month|week))"
)
# "an increase of 11 percent over the 432 of last year"
_RISEN_OVER = pattern(
    r"(?:\b(?:increase|rise|growth|gain|up|rose|grew|increased|improvement)\b[^.;:]{{0,60}}"
    r"|{percent})\s(?:over|on|above)\s(?:the\s)?(?:about\s)?$"
)
_OF_DATE = pattern(r"\s(?:of|in|from|for|during)\s{date}")
_STEP = lazy(r"\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|others?|additional)\b")
_STOPS = ".,;:()\"'"
_GENERIC = frozenset("total whole group number sum overall those them these that it all".split())
_YEAR = range(360, 370)  # days


def behind(skeleton: Skeleton, share: Figure) -> int:
    """Where the text goes on after a share, and after the same share in brackets."""
    at = skeleton.sign_of(share) + 1
    match = _IN_BRACKETS.match(skeleton.text, at)
    return match.end() if match else at


def just_counted(
    reading: Reading, index: int, skeleton: Skeleton, part: Figure, share: Figure
) -> Figure | None:
    """The one number just told that "of them" or "of those arrested" takes up, fitting or not.

    It may be smaller than the part: "160 raids. Ninety percent of them, 344, were led by".
    """
    beside = (f for f in (share, part) if _OF_THEM.match(skeleton.text, behind(skeleton, f)))
    told = next(beside, None)
    if told is part and _said_of(skeleton, share):  # "38 of them …, 64 percent of production"
        return None
    of = _said_of(skeleton, told) if told else None
    if of is None:
        return None
    kind, first = family(part), min(part.start, share.start)
    here = next(backwards(reading, index, index, first), None) is not None
    above = backwards(reading, *((index, index) if here else (index - 1, index - 1)), first)
    alike_told = (f for f in islice(above, _MANY) if family(f) == kind and f not in (part, share))
    apart = (f for f in alike_told if not is_apart(reading.sentences[f.sentence], f))
    found = list(islice(apart, 2))
    if len(found) != 1 or (found[0].value or 0) <= SMALL:
        return None
    home = reading.sentences[found[0].sentence]
    if not of and _tells_of_others(home, found[0]):
        return None
    return found[0] if _is_named(reading, found[0], (part, share), of) else None


def _tells_of_others(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether "them" may be others than those counted: 12 trucks "with migrants"."""
    counted = {*phrase(skeleton, figure)}
    after = skeleton.text[skeleton.sign_of(figure) + 1 :].split()
    told = (word.strip(_STOPS) for word in after)
    return any(len(w) > 3 and w[-1] == "s" != w[-2] and w not in counted | IDLE for w in told)


def only_base(
    reading: Reading, index: int, skeleton: Skeleton, part: Figure, share: Figure
) -> Figure | None:
    """The number that "of those", "of the total" or "of all arrests" can only mean."""
    of = said_of(reading, part, share)
    if of is None:
        return _just_told(reading, index, part, share)
    above = list(islice(_larger(reading, index, part), _MANY + 1))
    if len(above) > _MANY:
        return None
    named = [f for f in above if _is_named(reading, f, (part, share), of)]
    named = [f for f in named if _may_be(reading, f, part)]
    named = [f for f in named if is_held_to(reading, part, share, f, of)]
    # the people of a headline are told more narrowly than they are counted
    found = [f for f in named if set(f.population) <= set(part.population)] or named
    if of:  # its own words tell better than those of the sentence before
        found = [f for f in found if _says_all(reading, f, of)] or found
    exact = [f.value for f in found if f.range.is_exact and f.value is not None]
    found = [f for f in found if f.range.is_exact or not any(map(f.range.contains, exact))]
    if len({f.value for f in found}) <= 1:
        return found[0] if found else None
    largest = max(found, key=lambda f: f.value or 0)
    told_again = sum(f.value == largest.value for f in above) > 1
    just_told = found[0] is largest and largest.sentence >= index - 1
    return largest if told_again or just_told else None


def _just_told(reading: Reading, index: int, part: Figure, share: Figure) -> Figure | None:
    """The one number of the sentence before that can be the whole, where it counts the same.

    Of a change it is where that led to, if no time is named: "rose to 90 from 70. About 29%".
    """
    above = list(islice(_larger(reading, index, part, reach=1), _MANY + 1))
    if len(above) > _MANY or not above:
        return None
    if len({f.value for f in above}) > 1:
        said = reading.sentences[index]
        if any(f.kind == "date" for f in said.figures):
            return None
        led = [f for f in above if not _is_earlier(reading, f)]
        earlier = [f for f in above if f not in led]
        if not earlier or any(not quotient_off((part,), f, share) for f in earlier):
            return None
        above = led
    if len({f.value for f in above}) != 1:
        return None
    if not _is_named(reading, above[0], (part, share), ()):
        return None
    if not is_held_to(reading, part, share, above[0], None):
        return None
    skeleton = reading.sentences[above[0].sentence]
    bare = family(part) == "count" and head(skeleton, above[0]) is None
    return None if bare or is_apart(skeleton, above[0]) else above[0]


def _is_earlier(reading: Reading, figure: Figure) -> bool:
    """Whether a number is one another is held against: "from" 70, "than in May, when it had" 70."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    before = skeleton.text[max(0, at - 90) : at]
    held = _HELD_AGAINST.search(before) or _WHEN_IT.search(before)
    return bool(held) or _STEP.match(skeleton.text, at + 1) is not None


def said_of(reading: Reading, part: Figure, share: Figure) -> tuple[str, ...] | None:
    """The nouns after "of" beside a share, or else beside its part; None where neither has any."""
    of = _said_of(reading.sentences[share.sentence], share)
    return _said_of(reading.sentences[part.sentence], part) if of is None else of


def _said_of(skeleton: Skeleton, figure: Figure) -> tuple[str, ...] | None:
    """The nouns after "of" beside a figure; None where there is no such "of"."""
    match = _OF.match(skeleton.text, behind(skeleton, figure))
    if match is None or not (match["det"] or match["noun"]):
        return None
    if _ELSEWHERE.search(match["noun"]) or _TOTAL_IN.match(match["noun"]):
        return None
    # "of those with convictions": the words that narrow them
    told = dropwhile(lambda word: word in IDLE - _GENERIC, match["noun"].split())
    nouns = takewhile(lambda word: word not in IDLE or word in _GENERIC, told)
    named = tuple(word for word in nouns if word not in _GENERIC)
    return named[:1] if (match["det"] or "").startswith("what") else named


def _larger(reading: Reading, index: int, part: Figure, reach: int = REACH) -> Iterator[Figure]:
    """The amounts of the part's family before it and above it, nearest first."""
    kind, floor = family(part), max(Fraction(SMALL), part.value or Fraction(0))
    for figure in backwards(reading, index, index - reach, part.start):
        if family(figure) == kind and figure.value is not None and figure.value > floor:
            yield figure


def _may_be(reading: Reading, figure: Figure, part: Figure) -> bool:
    """Whether *figure* is no part and no step, and of the part's time and place."""
    if is_apart(reading.sentences[figure.sentence], figure):
        return False
    apart = figure.place and part.place and not part.place.endswith(figure.place)
    return not apart and not _of_other_times(reading, figure, part)


def is_of_before(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether it is of before, in brackets: ``35 percent more than in 2023 (1.4 million)``."""
    at = skeleton.sign_of(figure)
    return _IN_BRACKETS_THEN.search(skeleton.text, max(0, at - 90), at) is not None


def is_apart(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether words tell *figure* as a part, a step, or what another number is held against."""
    text, at = skeleton.text, skeleton.sign_of(figure)
    before = text[max(0, at - 90) : at]
    if _PART.match(text, at + 1) or _STEP.match(text, at + 1) or _OF_WHOM.search(before):
        return True
    if is_of_before(skeleton, figure) or _ITS_SHARE.match(text, at + 1):
        return True
    if _HELD_AGAINST.search(before) or measures_another(text, at) or STEP_BEFORE.search(before):
        return True
    if _OF_ANOTHER_TIME.match(text, at + 1) or _RISEN_OVER.search(before):
        return True
    return before.endswith("the ") and _OF_DATE.match(text, at + 1) is not None


def _of_other_times(reading: Reading, figure: Figure, part: Figure) -> bool:
    """Whether the part's own sentence gives it a time at which *figure* was not counted."""
    one, other = figure.period, part.period
    home = reading.document.sentences[part.sentence]
    if one is None or other is None:
        return False
    if other.text not in reading.document.text[home.start : home.end]:
        return False
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Period, other: Period) -> bool:
    return one.end is not None and other.start is not None and one.end < other.start


def _is_named(
    reading: Reading, figure: Figure, told: tuple[Figure, Figure], of: tuple[str, ...]
) -> bool:
    """Whether *figure* counts what the share is said to be of, by each word of it.

    Of no named thing: whether it counts what the part does.
    """
    skeleton = reading.sentences[figure.sentence]
    noun = head(skeleton, figure)
    if figure.measure and told[0].measure and figure.measure not in [f.measure for f in told]:
        return False
    if not of:
        return alike(head(reading.sentences[told[0].sentence], told[0]), noun)
    near = _stems(skeleton) | _stems(reading.sentences[max(0, figure.sentence - 1)])
    return all((noun and alike(singular(word), noun)) or stem(word) in near for word in of)


def _says_all(reading: Reading, figure: Figure, of: tuple[str, ...]) -> bool:
    own = _stems(reading.sentences[figure.sentence])
    return all(stem(word) in own for word in of)


@kept
def _stems(skeleton: Skeleton) -> frozenset[str]:
    return frozenset(stem(word.strip(_STOPS)) for word in skeleton.text.split())


def is_dated_apart(reading: Reading, whole: Figure, part: Figure) -> bool:
    """Whether a sentence after *whole*'s, up to *part*'s, tells another date than that one's."""
    then = [f.text for f in reading.by_sentence[whole.sentence] if f.kind == "date"]
    between = range(whole.sentence + 1, part.sentence + 1)
    dates = (f for at in between for f in reading.by_sentence[at] if f.kind == "date")
    told = (f.text for f in dates if f.start < part.start)
    return bool(then) and any(all(d not in t and t not in d for t in then) for d in told)


def are_of_two_years(one: Figure, other: Figure) -> bool:
    """Whether two figures are told of years that have no time in common."""
    a, b = one.period, other.period
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    if any((p.end - p.start).days not in _YEAR for p in (a, b) if p.start and p.end):
        return False
    return a.end < b.start or b.end < a.start
