"""A round number and the exact one that it stands for but for a slip, of things counted or weighed.

"More than 140,000 people", and further on "124,388 removals": with two digits exchanged the one
would be the other in round numbers. Two numbers of like things hardly ever lie so; the words must
tie the two, and nothing else that is told may fit either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.exact import last_place
from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.bases import is_base
from crossfoot.relate.statements.deeds import done_alike, governed, is_counted_by
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.hedged import told_apart
from crossfoot.relate.statements.may_differ import may_differ, whole_and_part
from crossfoot.relate.statements.others import of_others
from crossfoot.relate.statements.same import elsewhere, heads
from crossfoot.relate.statements.some_or_more import is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_DAYS = frozenset(map(stem, WEEKDAYS))
_SPAN = lazy(r"\s(?:and|to)\s|\d-\d")
_LEAST = 100  # below it round numbers are many
_BARE = 1000  # and so many without a hedge are counted
_ROUND = 3  # digits of a round number
_ROUNDER = 2  # of one without a hedge
_EXACT = 3  # of an exact one
_TIGHT = 20  # a part of a round number, nearer than which the exact one is
_SCALE = 10  # a slip that drops no digit keeps numbers nearer than so many times each other
# words of one sentence that set its number apart
_APART = frozenset(
    "alone another additional separate separately elsewhere other others nationwide statewide"
    " average expected planned goal target hopes first second".split()
)
_BYGONE = frozenset("last past previous prior earlier".split())
_KINDS = ("count", "measure")
_UNLIKE = 2.0  # the weight of words near by that tie two nouns
_KIN = 1.0  # and two names of one thing
_SAME = 0.5


def stood_for(field: Field) -> Iterator[Pair]:
    """Pairs of a round and an exact number, a slip of either apart."""
    for group in _KINDS:
        told = [s for s in field.by_group[group] if s.figure.value and not field.crowded(s)]
        rough = [s for s in told if _is_round(s)][:LEAD]
        if not rough:
            continue
        exact = [s for s in told if _is_exact(s)][:LEAD]
        for one in rough:
            if any(
                _stands_for(one, _whole(s)) for s in told if s is not one and s.terms != one.terms
            ):
                continue
            for odd in exact:
                if not _are_in_scale(one, odd) or not _tied(field, one, odd):
                    continue  # the words are asked first: the slips are many
                if _are_typed(field, one, odd) and _are_one(field, one, odd, rough):
                    yield (one, odd) if one.order < odd.order else (odd, one)
                    break


def _is_round(statement: Statement) -> bool:
    """Whether it is "nearly 86,000" or 86,000: a whole number of many, not told to the last."""
    s = statement
    if s.figure.hedge is None and s.zone != "title":
        return False
    value = s.figure.value or Fraction(0)
    if value < _LEAST or value.denominator != 1 or _is_marked(s):
        return False
    if s.figure.hedge is not None:
        return s.significant <= _ROUND and value % 10 == 0
    return value >= _BARE and s.significant <= _ROUNDER


def _is_exact(statement: Statement) -> bool:
    """Whether it is told to the last place."""
    s = statement
    value = s.figure.value or Fraction(0)
    return s.figure.hedge is None and value >= 100 and s.significant >= _EXACT and not _is_marked(s)


def _is_marked(statement: Statement) -> bool:
    """Whether it is a step, a part, an end of a range or a number for each."""
    s = statement
    return (
        s.step
        or s.part
        or s.ranged
        or s.each
        or s.joined
        or is_base(s)
        or _SPAN.search(s.figure.text) is not None
    )


def _whole(statement: Statement) -> int:
    """Its value, but for what lies behind the point."""
    return int(statement.figure.value or 0)


def _stands_for(rough: Statement, exact: int, value: int | None = None) -> bool:
    """Whether *rough*, or the *value* meant for it, is *exact* in round numbers."""
    stated = _whole(rough)
    meant = stated if value is None else value
    off = exact - meant
    if _TIGHT * abs(off) >= meant or abs(off) >= last_place(meant):
        return False
    reach = rough.figure.range
    if off > 0 and reach.high is not None and reach.high <= stated:
        return False  # "nearly"
    return not (off < 0 and reach.low is not None and reach.low >= stated and rough.figure.hedge)


def _are_in_scale(one: Statement, odd: Statement) -> bool:
    """Whether the exact number has as many digits, about, and stands in another sentence."""
    if one.figure.sentence == odd.figure.sentence or one.significant >= odd.significant:
        return False
    if one.group == "measure" and one.figure.unit != odd.figure.unit:
        return False
    a, b = _whole(one), _whole(odd)
    return a < _SCALE * b and b < _SCALE * a


def _are_typed(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether one of the two is mistyped: where the round one has few digits more must tell."""
    digits = one.significant
    if digits > 1 and _are_slipped(one, odd, changed=digits >= _ROUND):
        return True
    return _is_of_the_opening(field, one, odd) and _are_slipped(one, odd, changed=True)


def _are_slipped(one: Statement, odd: Statement, *, changed: bool) -> bool:
    """Whether one slip of either keeps the round number from being the exact one rounded."""
    a, b = _whole(one), _whole(odd)
    return any(_stands_for(one, meant) for meant in _meant(b, changed=changed)) or any(
        _stands_for(one, b, meant) for meant in _meant(a, changed=changed)
    )


def _is_of_the_opening(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the story opens with the round number, and nothing sets the exact one apart.

    Of two digits many a number is one changed digit away: there the same must be done to both.
    """
    if one.zone == "body" or one.figure.hedge is None or one.group != "count" or odd.definite:
        return False
    sure = contradict(one.figure, odd.figure) and done_alike(one, odd)
    return sure and not told_apart(field, one, odd)


def _meant(value: int, *, changed: bool) -> Iterator[int]:
    """What a number is a slip for: two neighbouring digits exchanged; one changed."""
    digits = str(value)
    for at in range(1, len(digits)):
        if digits[at] != digits[at - 1]:
            yield int(digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :])
    if changed:
        for at, digit in enumerate(digits):
            for other in "0123456789":
                if other != digit and (at or other != "0"):
                    yield int(digits[:at] + other + digits[at + 1 :])


def _are_one(field: Field, one: Statement, odd: Statement, rough: Sequence[Statement]) -> bool:
    """Whether words make the two one, and none sets them apart."""
    first, later = (one, odd) if one.order < odd.order else (odd, one)
    few, many = (one, odd) if (one.figure.value or 0) < (odd.figure.value or 0) else (odd, one)
    if few.modifiers - many.modifiers - many.words or is_narrowed(few, many):
        return False
    if elsewhere(one, odd) or _of_other_times(first, later):
        return False
    if _APART & (later.skeleton.words - first.skeleton.words):
        return False
    if first.zone != "title" and _APART & (first.skeleton.words - later.skeleton.words):
        return False
    if any(s is not one and agree(s.figure, odd.figure) for s in rough):
        return False
    if field.told_beside(one, odd) or field.told_beside(odd, one):
        return False
    return not (
        may_differ(one, odd)
        or of_others(field, one, odd, placed=True, named=True, slip=False)
        or whole_and_part(field, one, odd)
    )


def _tied(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether nouns and words near by let the two be of one thing."""
    first, later = (one, odd) if one.order < odd.order else (odd, one)
    noun, near = heads(first, later), field.story.near(first, later)
    if done_alike(first, later) or is_counted_by(first, later) or is_counted_by(later, first):
        return True
    if noun == "unlike":
        return near >= _UNLIKE
    opens = first.zone == "title" and later.zone == "lede"
    if noun == "same":
        return near >= _SAME or governed(first, later) or opens
    return near >= _KIN


def _of_other_times(first: Statement, later: Statement) -> bool:
    """Whether each names months or years of its own, or the later another year or an earlier time.

    A day of the week is that of the saying.
    """
    here, there = (s.when[0] - _DAYS for s in (first, later))
    if here and there and not here & there:
        return True
    opens = first.zone == "title" and later.zone == "lede"
    if later.when[1] and not (opens or later.when[1] & first.when[1]):
        return bool(first.when[1]) or not any("year" in name for name in first.when[2])
    return any(name.split()[0] in _BYGONE for name in later.when[3] - first.when[3])
