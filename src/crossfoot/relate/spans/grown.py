"""Two ages of one person, told with the years they were of, in one breath.

``Hall was 19 when he was arrested in 1999 and 44 when he was freed in 2024``; ``the victim, now 34,
was 14 when the abuse began in 2004``; ``he came in 1999 at age 12 and is now 37``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans.windows import Window, dated, guessed, has_year, published, window_of
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import is_person, stem

_D = SIGNS["date"]
_AGED = f"[{SIGNS['age']}{SIGNS['count']}{SIGNS['number']}]"
_OLD = r"(?: years old| years of age)?"
_WHO = r"(?P<who>[a-z'-]+),? (?:who )?(?:is |was )?"
# "when he was arrested in", "when the abuse began in", "at the time of the", "in"
_WHEN = (
    rf"(?: when (?:he|she|the|his|her) [^.;,{_D}]{{1,60}}? (?:in|on)|,? at the time of the"
    r"| in| on) "
)
# 14 "when the abuse began in" 2004
_THEN = rf"(?:just |only |aged? )?(?P<then>{_AGED}){_OLD}{_WHEN}(?P<start>{_D})"
_AGE = r"(?:at (?:the )?age (?:of )?|aged? )"
_HE = r"(?:he |she |who )?"
# "the victim, now" 34", was" 14 "when the abuse began in" 2004
_NOW_AND_THEN = lazy(rf"\b{_WHO}now (?P<now>{_AGED}){_OLD},? (?:and )?{_HE}was {_THEN}")
# "the girl was" 13 "in" 2015 "and is now" 22
_THEN_AND_NOW = lazy(
    rf"\b{_WHO}{_THEN},? (?:and |but )?{_HE}is (?:now )?(?P<now>{_AGED}){_OLD}"
    r"(?: now|(?=[.,;]|$))"
)
# "he came in" 1999 "at age" 12 "and is now" 37
_CAME = lazy(
    rf"\b(?P<who>he|she|who) [^.;,{_D}]{{1,60}}? in (?P<start>{_D}),? {_AGE}(?P<then>{_AGED}),?"
    rf" and {_HE}is (?:now )?(?P<now>{_AGED})(?=[.,; ]|$)"
)
# "Hall was" 19 "when he was arrested in" 1999 "and" 44 "when he was freed in" 2024
_TWO_WHENS = lazy(
    rf"\b{_WHO}{_THEN},? and (?:was )?(?P<now>{_AGED}){_OLD} when (?:he|she) "
    rf"[^.;,{_D}]{{1,60}}? (?:in|on) (?P<end>{_D})"
)
# "Hall, who was" 19 "when he went to prison in" 1999", was freed in" 2024 "at age" 44
_FREED = lazy(
    rf"\b{_WHO}{_THEN},? (?:and )?{_HE}(?:was|came|walked|got|left) [^.;,{_D}]{{1,40}}? in "
    rf"(?P<end>{_D}),? {_AGE}(?P<now>{_AGED})(?=[.,;]|$)"
)
# each with the words one of which it cannot do without
_TESTS = (
    (_NOW_AND_THEN, frozenset(("now",))),
    (_THEN_AND_NOW, frozenset(("is",))),
    (_CAME, frozenset(("is",))),
    (_TWO_WHENS, frozenset(("when",))),
    (_FREED, frozenset(("age", "aged"))),
)
# "He is now" 29, and in the sentence before the age then
_HE_IS_NOW = lazy(rf"\W*(?:he|she) is now (?P<now>{_AGED})(?=[.,;]|$| years old)")
_HE_WAS = lazy(
    rf"\b(?:he|she) [^.;,{_D}]{{1,60}}? in (?P<start>{_D}),? (?:when (?:he|she) was |{_AGE})"
    rf"(?P<then>{_AGED})(?=[.,;]|$| years old)"
)
_EARLY = {"now", "was", "when", "age", "aged"}
_OLDEST = 110


def ages_apart(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The two ages of one person that a sentence, or it and the one before, tell."""
    if _EARLY.isdisjoint(skeleton.words):
        return
    text = skeleton.text
    ages = sum(map(text.count, _AGED[1:-1]))
    for test, words in _TESTS if ages > 1 and _D in text else ():
        for match in () if words.isdisjoint(skeleton.words) else test.finditer(text):
            if _is_of_person(reading, skeleton, match):
                yield from _grown(reading, (skeleton, match), (skeleton, match))
    he = _HE_IS_NOW.match(text) if index and ages else None
    before = reading.sentences[index - 1]
    told = list(_HE_WAS.finditer(before.text)) if he and _D in before.text else []
    if he and len(told) == 1:
        yield from _grown(reading, (before, told[0]), (skeleton, he))


def _is_of_person(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the ages are said of somebody: a name, "he", "the victim"; not of "the toll"."""
    who = match["who"]
    name = reading.document.text[skeleton.offset(match.start("who"))].isupper() and match.start()
    return who in ("he", "she", "who") or is_person(stem(who)) or bool(name)


def _grown(
    reading: Reading,
    earlier: tuple[Skeleton, re.Match[str]],
    later: tuple[Skeleton, re.Match[str]],
) -> Iterator[Relation]:
    """An age then with its year, and an age at another date or on the day of publication."""
    start, then = (earlier[0].group(earlier[1], g) for g in ("start", "then"))
    now, end = later[0].group(later[1], "now"), _end(later)
    if not (start and then and now and has_year(start)) or not (end or reading.today):
        return
    if any(f.value is None or not 0 < f.value < _OLDEST for f in (then, now)):
        return
    first = window_of(start)
    last = (
        window_of(end) if end else Window(reading.today, reading.today) if reading.today else None
    )
    if first is None or last is None:
        return
    options = {"counting": "ages", "unit": "years", "start": str(first), "end": str(last)}
    found = relation(
        "span", reading, [later[0].span(later[1])], options, start=start,
        end=end or (dated(reading, reading.today) if reading.today else None), length=(now, then),
    )  # fmt: skip
    yield found if end or published(reading) else guessed(found)


def _end(later: tuple[Skeleton, re.Match[str]]) -> Figure | None:
    """The date of the later age, where one is told."""
    skeleton, match = later
    return skeleton.group(match, "end") if "end" in match.groupdict() else None
