"""A number taken up by itself is held against the one it goes back to: "19 of the 64"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES
from crossfoot.relate.statements.agreement import distinct
from crossfoot.relate.statements.antecedents import (
    OF_THE,
    THE,
    fits,
    may_be,
    only_one,
    sentences_between,
)
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import other_event, other_time
from crossfoot.relate.statements.slips import digit_off, mistyped, one_changed, transposed
from crossfoot.relate.statements.some_or_more import DONE_WORDS, is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import is_kind
from crossfoot.relate.wording.stems import stem

PAIR = 2
# "26 of these | 65", "of the total | 191"
_THESE_WORDS = frozenset(("these", "those", "total", "combined"))
_OF_THESE = lazy(r"\b(?:of|among)\s(?:these|those|the (?:total|combined))\s$")
_VERB = lazy(r"\s?[-,(]|\s(?:were|are|was|have|had|got|face|will|must|[a-z]{3,}ed)\b")
# "of the 88 | arrested": another deed may be done to some of them only
_DEED = lazy(
    rf"(?:\s(?!(?:were|was|are|is|have|had|has|been)\b)[a-z'-]+)?\s(?P<deed>{DONE_WORDS})\b"
)
# "of the 900 offices | asked for figures"
_ASKED = lazy(
    r"(?:\s(?!(?:were|was|are|is|have|had|has|been)\b)[a-z'-]+){1,2}?"
    r"\s(?P<deed>[a-z]{2,}ed|sent|told)\s(?:for|to|by|in|about|with)\b"
)
# "46 percent of | 56,107", "(240 of | 1,364)"
_PERCENT_OF = lazy(rf"(?:{CLASSES['portion']}|\({CLASSES['n']})\sof\s(?:all\s|some\s)?$")
_PRICE = 1000  # below it amounts are prices, which move by little
_LONG = 3  # digits that a number must have to be known by them
UNLIKE = 5  # digits that no two numbers share by chance


def of_the_number(field: Field) -> Iterator[Pair]:
    """ "19 of the 64 were released", where 46 were told of: a number taken up by itself."""
    for odd in field.definite:
        if odd.group not in ("count", "money") or odd.zone == "title":
            continue
        if odd.figure.value is None or odd.dated or not _is_by_itself(odd):
            continue
        one = only_one(field, odd)
        if one is None or odd.places or field.told_beside(one, odd) or is_narrowed(odd, one):
            continue
        if not _may_be_some(one, odd):
            yield one, odd


def _is_by_itself(odd: Statement) -> bool:
    """Whether the number is taken up whatever it is of: "of the 64", "The four - "."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return OF_THE.search(text, 0, sign) is not None or _stands_alone(text, sign)


def _may_be_some(one: Statement, odd: Statement) -> bool:
    """Whether the later are a part of those told, or an amount of a like sum told roughly."""
    less = (odd.figure.value or 0) < (one.figure.value or 0)
    if less and not odd.head and odd.figure.value == PAIR:
        return True  # "of the two" can be two of three
    if less and odd.head != one.head and is_kind(odd.head):
        return True  # "of the 37 children" of 73 people
    if less and odd.head == one.head and odd.modifiers - one.modifiers - one.words:
        return True  # "of the 12 truck lanes" of 14 lanes
    if odd.group == "money" and not digit_off(one, odd):
        return True  # "an average of nearly $4 billion", "of the $4.7 billion recovered"
    deed = _DEED.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1) if less else None
    return deed is not None and stem(deed["deed"]) not in one.words | one.near | {one.head}


def _stands_alone(text: str, sign: int) -> bool:
    """Whether a sentence begins with a number for persons: "The four - ", "The 12 were"."""
    return THE.match(text, 0, sign) is not None and _VERB.match(text, sign + 1) is not None


def mistyped_again(field: Field) -> Iterator[Pair]:
    """ "The 113 adults", "the $1,248,300": the only number told of the same digits is meant."""
    for odd in field.lonely:
        if odd.zone == "title" or not _goes_back(odd):
            continue
        earlier = field.before(odd)
        if any(fits(s.figure, odd.figure) for s in earlier):
            continue
        price = odd.group == "money" and (odd.figure.value or 0) < _PRICE
        slip = transposed if price else mistyped
        like = [s for s in earlier if slip(s, odd) and not s.step and sentences_between(s, odd)]
        if not like or distinct(like) != 1 or not _tied(like[-1], odd):
            continue
        if is_narrowed(odd, like[-1]) or (odd.head != like[-1].head and is_kind(odd.head)):
            continue  # "of the 103 who were treated", "of the 37 children", of 130 and 73 people
        # no two long numbers of two years share their digits
        long = min(like[-1].significant, odd.significant) >= UNLIKE
        if long or not _at_another_time(like[-1], odd):
            yield like[-1], odd


def _at_another_time(one: Statement, odd: Statement) -> bool:
    """Whether the later is of another time: "the $2.1 million in drugs seized last year"."""
    return other_time(one, odd) or (odd.group == "money" and other_event(one, odd))


def _goes_back(odd: Statement) -> bool:
    """Whether the wording takes a long number up: "the $1,248,300", "46 percent of 56,107"."""
    if not (odd.definite or odd.of_whole):
        return False
    if odd.significant < _LONG and not (odd.group == "money" and odd.definite):
        return False
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return odd.definite or _PERCENT_OF.search(text, 0, sign) is not None


def _tied(one: Statement, odd: Statement) -> bool:
    """Whether a number without a noun, or of a noun told near the other, can go back to it."""
    both = one.of_persons and odd.of_persons
    long = min(one.significant, odd.significant) >= UNLIKE
    return both or long or not odd.head or odd.head in one.near | one.words | {one.head}


def of_these(field: Field) -> Iterator[Pair]:
    """ "75 were fugitives; 26 of these 65 had records": the number told just before is meant."""
    for odd in field.lonely:
        if odd.group != "count" or _THESE_WORDS.isdisjoint(odd.skeleton.words):
            continue
        if not _OF_THESE.search(odd.skeleton.text, 0, odd.skeleton.sign_of(odd.figure)):
            continue
        told = [s for s in field.just_before(odd) if sentences_between(s, odd) <= 1]
        if any(fits(s.figure, odd.figure) for s in told):
            continue
        like = [s for s in told if one_changed(s, odd) or transposed(s, odd)]
        if len(like) == 1 and may_be(like[0], odd):
            yield like[0], odd


def is_of_those(odd: Statement, one: Statement) -> bool:
    """Whether *one* is a part of more: "of the 900 offices asked for figures", and 800 answered."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if (odd.figure.value or 0) < (one.figure.value or 0) or not OF_THE.search(text, 0, sign):
        return False
    match = _ASKED.match(text, sign + 1)
    return match is not None and stem(match["deed"]) not in one.words | one.near
