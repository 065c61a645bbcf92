"""A round number of the opening and the exact one further on, which it cannot stand for.

"More than 1,800 weapons were handed in", and further on "the event brought in 1,484 weapons
overall". The same noun and a word that makes it the whole make the two one; nothing that fits the
round number may be told, nor anything that narrows the exact one: a name, a place, a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import agree, contradict, of_one_hedge
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.others import placed_otherwise
from crossfoot.relate.statements.same import apart, heads, other_event
from crossfoot.relate.statements.slips import digit_off
from crossfoot.relate.statements.some_or_more import adds_up, is_narrowed, makes
from crossfoot.relate.statements.statement import Statement

_LEAST = 50  # below it a round number says little
_TWOFOLD = 2  # so far apart two numbers may be
# "a total of | 1,484", "the total number of guns collected was | 293"
_IN_ALL_BEFORE = lazy(
    r"\b(?:a (?:combined |grand )?total of|in all,|in total,|altogether,?"
    r"|total (?:number|count|tally) (?:of [a-z' -]{3,40} )?(?:at|was|is|reached|stood at))\s$"
)
# "In total the agency said | more than 860"
_IN_ALL_OPENING = lazy(
    r"\W*(?:in all|in total|altogether|all told|overall),?\s[^.;:()\d\ue000-\uf8ff]{0,60}$"
)
# "1,484 | weapons overall"
_IN_ALL_AFTER = lazy(r"(?:\s[a-z'-]+){1,3}?,?\s(?:overall|in all|in total|altogether)\b")
_EVENT = (
    r"(?:operation|sweep|raids?|program|event|effort|crackdown|buyback|initiative|sting"
    r"|investigation|surge|roundup|bust|campaign|drive|enforcement action)"
)
_BROUGHT = (
    r"(?:netted|yielded|produced|collected|brought in|ended with|(?:has |had )?resulted in"
    r"|(?:has |had )?led to)"
)
_TAKING = r"(?:the (?:arrests?|capture|seizure|recovery|rescue|removal|deportation) of )?"
# "the three-day sweep resulted in the arrests of | 182 people"
_BY_THE_EVENT = lazy(rf"\b(?:the|this) (?:[^\s.,;:]+ ){{0,3}}?{_EVENT} {_BROUGHT} {_TAKING}$")
# "In Salem, | a total of 480": where or when, of which the opening says nothing
_SET = lazy(r"\W*(?:in|at|during|for|among|on|by|from|of)\s(?!(?:all|total)\b)")
_SAYS = lazy(r".*\b(?:says?|said|told|announced|according to [^,]+),?\b", re.S)
_NAME = lazy(r"\b[A-Z][\w'’-]+")
# "337 | people with criminal records", "328 | arrests for theft"
_NARROWED = lazy(r"(?:\s[a-z'-]+){1,3}?\s(?:for|with|who|that|whose|from|involving)\s")
# what sets a number apart from that of the story
_APART = frozenset(
    "last previous prior earlier since annually average yearly monthly expected planned goal aim"
    " target hopes hoping another additional separate elsewhere other others nationwide statewide"
    " alone first second initially originally".split()
)
# and what makes the sum one of more than the story is about
_OF_MORE = frozenset(
    "have has including includes both combined together campaign year month".split()
)


def hedged(field: Field) -> Iterator[Pair]:
    """Pairs of a round number of the opening and an exact one that it does not allow."""
    told = field.by_group["count"]
    for one in told[:LEAD]:
        if one.zone == "body":
            return
        if not _is_round(one) or field.crowded(one):
            continue
        later = [s for s in told[: 4 * LEAD] if s.figure.sentence > one.figure.sentence]
        # another number that it may stand for
        if any(agree(s.figure, one.figure) and s.figure.hedge is None for s in told):
            continue
        odd = [s for s in later if _may_be_exact(field, one, s)]
        if len(odd) == 1 and not _is_made(field, one, odd[0]):
            yield one, odd[0]


def hedged_in_all(field: Field) -> Iterator[Pair]:
    """A round number of the headline, and the round one of all that it is a slip for.

    "Over 680 Arrests", and further on "In total the agency said more than 860 arrests were made".
    """
    for group in ("count", "measure"):
        told = [s for s in field.by_group[group] if s.figure.value is not None]
        for one in (s for s in told[:LEAD] if s.zone == "title" and _is_round(s)):
            later = [s for s in told[: 4 * LEAD] if s.zone != "title"]
            if any(agree(s.figure, one.figure) for s in later):
                continue
            odd = [s for s in later if of_one_hedge(one.figure, s.figure) and _is_all(one, s)]
            if len(odd) == 1 and digit_off(one, odd[0]) and not _is_made(field, one, odd[0]):
                yield one, odd[0]


def _is_all(one: Statement, odd: Statement) -> bool:
    """Whether a round number is told as that of all, and of no other place or time."""
    if heads(one, odd) not in ("same", "deed") or odd.joined or odd.each:
        return False
    if one.group == "measure" and one.figure.unit != odd.figure.unit:
        return False
    if odd.modifiers - one.modifiers - one.words or is_narrowed(odd, one):
        return False
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    in_all = _is_whole(odd) or _IN_ALL_OPENING.match(text, 0, sign)
    times = any(there - here for here, there in zip(one.when, odd.when, strict=True))
    if not in_all or times or _SET.match(text) or _NARROWED.match(text, sign + 1):
        return False
    if (
        apart(one, odd)
        or _named_anew(one, odd)
        or (odd.skeleton.words - one.skeleton.words) & (_APART | _OF_MORE)
    ):
        return False
    return not odd.places - one.words - one.modifiers - one.places


def _is_round(statement: Statement) -> bool:
    """Whether it is "nearly 200 people": a whole number of many, with a hedge."""
    value = statement.figure.value
    if statement.figure.hedge is None or value is None or value < _LEAST or not statement.head:
        return False
    return not (statement.step or statement.part or statement.ranged or statement.each)


def _may_be_exact(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* is told as the number that *one* rounds, and is another."""
    a, b = one.figure.value, odd.figure.value
    if (
        odd.figure.hedge is not None
        or a is None
        or b is None
        or heads(one, odd) not in ("same", "deed")
    ):
        return False
    if not contradict(one.figure, odd.figure) or max(a, b) > _TWOFOLD * min(a, b):
        return False
    if odd.modifiers - one.modifiers - one.words or odd.joined or odd.each or field.crowded(odd):
        return False
    return _is_whole(odd) and not told_apart(field, one, odd)


def _is_whole(odd: Statement) -> bool:
    """Whether words make it the number of all: "a total of", "overall"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    before = _IN_ALL_BEFORE.search(text, 0, sign) or _BY_THE_EVENT.search(text, 0, sign)
    return before is not None or _IN_ALL_AFTER.match(text, sign + 1) is not None


def told_apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words set the exact number apart from that of the story."""
    if any(there - here for here, there in zip(one.when, odd.when, strict=True)):
        return True
    if apart(one, odd) or other_event(one, odd) or is_narrowed(odd, one):
        return True
    if _NARROWED.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1):
        return True
    if _SET.match(odd.skeleton.text) or _named_anew(one, odd):
        return True
    if odd.places - one.words - one.modifiers - one.places or placed_otherwise(field, one, odd):
        return True
    if (odd.skeleton.words ^ one.skeleton.words) & _APART:
        return True
    return field.told_beside(one, odd) or field.told_beside(odd, one)


def _named_anew(one: Statement, odd: Statement) -> bool:
    """Whether a name before it is not that of the opening: "Dallas agents made a total of"."""
    told = _SAYS.sub("", odd.written_before())
    names = (m.group().lower() for m in _NAME.finditer(told) if m.start() > 1)
    return any(name not in one.skeleton.words for name in names)


def _is_made(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether other numbers told make up the exact one, or the difference."""
    told = [s for s in field.before(odd) if s is not one]
    return makes(told, odd) or adds_up([*told, *field.beside(odd)], one, odd)
