"""Totals multiplied out in one clause, which names the rate, the number of times and the total.

``$4 million a year for five years, or $20 million in all``; ``12 drivers $250 each, or $3,000 in
all``; ``$150 a night for 200 rooms, or $30,000 a night``. Such a total is alleged where it does
not fit: the clause leaves nothing else that it could be of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.so_many_each import is_taken_off

_HEDGE = hedges()
_UNIT = "hour|day|night|week|month|year"
_OR = (
    r",? (?P<tie>or|(?:for |or |with |making )?an? (?:grand |combined )?total (?:cost )?of"
    r"|totall?ing|adding up to|amounting to) "
)
_IN_ALL = r"(?: in all| in total| altogether| total| over that (?:time|period))?(?=[.;,)]|$)"
_NOUN = r"(?:[ -][a-z][a-z'-]*){{1,4}}"
# $4 million "a year for" five years", or" $20 million "in all"
_FOR_YEARS = pattern(
    r"(?P<mean>{money}) (?:an?|per|each|every) (?P<unit>" + _UNIT + r") (?:for|over) "
    r"(?:the (?:next |past |last )?)?(?P<count>{duration})" + _OR + _HEDGE + r"(?P<total>{money})"
    + _IN_ALL
)  # fmt: skip
# 12 "drivers" $250 "each, or" $3,000 "in all"
_SO_MANY = pattern(
    r"(?P<count>{n})" + _NOUN + r" (?P<mean>{money}) (?:each|apiece|a head|per person)" + _OR
    + _HEDGE + r"(?P<total>{money})" + _IN_ALL
)  # fmt: skip
# $600 "to each of" 1,500 "families, or" $900,000 "in all"
_TO_EACH = pattern(
    r"(?P<mean>{money}) (?:to|for|from) each of (?:the |its |their |those )?(?P<count>{n})" + _NOUN
    + _OR + _HEDGE + r"(?P<total>{money})" + _IN_ALL
)  # fmt: skip
# $150 "a night for" 200 "rooms, or" $30,000 "a night"
_A_NIGHT = pattern(
    r"(?P<mean>{money}) (?:an?|per|each) (?P<unit>" + _UNIT + r") (?:for|on) "
    r"(?:each of |every one of )?(?:the |its |their |those )?(?P<count>{n})" + _NOUN + _OR + _HEDGE
    + r"(?P<total>{money}) (?:an?|per|each) (?P<same>" + _UNIT + r")\b"
)  # fmt: skip
# "at" $150 "a night," 200 "rooms cost" $30,000 "a night"
_AT_NIGHT = pattern(
    r"\bat (?P<mean>{money}) (?:an?|per|each) (?P<unit>" + _UNIT + r"),? (?P<count>{n})" + _NOUN
    + r" (?P<tie>costs?) " + _HEDGE + r"(?P<total>{money}) (?:an?|per|each) (?P<same>" + _UNIT
    + r")\b"
)  # fmt: skip
_TESTS = (
    (_FOR_YEARS, (" for ", " over ")),
    (_SO_MANY, (" each", " apiece", " a head", " person")),
    (_TO_EACH, (" each of ",)),
    (_A_NIGHT, (" for ", " on ")),
    (_AT_NIGHT, (" cost",)),
)
_LEAST = 3  # figures: the rate, the number of times and the total
# "plus $900 in fees", "After a 10 percent discount, it": more or less than the product
_BESIDES = lazy(r"\b(?:plus|including|includes|minus|discount|interest|fees?)\b|^\W*after\b")


def multiplied(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The totals that a clause multiplies out, each with its rate and number of times."""
    if len(skeleton.figures) < _LEAST or SIGNS["money"] not in skeleton.text:
        return
    for test, cues in _TESTS:
        if any(map(skeleton.text.__contains__, cues)):
            for match in test.finditer(skeleton.text):
                yield from _told(reading, skeleton, match)


def _told(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> Iterator[Relation]:
    mean, count, total = (skeleton.group(match, g) for g in ("mean", "count", "total"))
    told = match.groupdict()
    if not (mean and count and total and count.value and count.value > Fraction(1)):
        return
    if count.kind == "duration" and singular(count.unit or "") != told["unit"]:
        return  # "$40 a day for two months"
    if told.get("same") and told["same"] != told["unit"]:
        return
    if total.unit != mean.unit or is_taken_off(skeleton, mean, count, total):
        return
    if _BESIDES.search(skeleton.text):
        return
    options = {"count": str(count.value), "unit": ""}
    tie = skeleton.span(match, "tie")
    yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)
