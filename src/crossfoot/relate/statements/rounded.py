"""A round amount and the exact one it stands for, where a slip of the pen keeps them apart.

"Stole nearly $160,000", and further on "embezzled $195,821.90": with two digits swapped the exact
amount would be the round one. The words must tie the two, and no other amount may fit either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.relate.statements.agreement import agree, contradict
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import apart, elsewhere, other_event
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_EXACT = 4  # digits of an amount that is no round number
_ROUNDER = 10  # its last place is so many times smaller than that of the round one
_TIGHT = Fraction(1, 20)  # how near the round one a mended amount must come
_TIED = Fraction(5, 2)  # the weight of words near both that amounts without a deed must have
_NAMED = Fraction(1, 2)  # and those of one deed
_RIVAL = Fraction(3, 4)  # a third amount that is smaller is a part
_PRICE = 1000  # below it amounts are prices, which move by little
_COMMON = frozenset(("pay", "lose"))  # deeds that tell little by themselves
# what is done with an amount, one name for each
_DEEDS = {
    stem(word): name
    for name, words in {
        "steal": "stole embezzled embezzling theft defrauded fraud scheme bilked swindled",
        "forfeit": "forfeit forfeiture forfeiting",
        "repay": "restitution repay",
        "worth": "valued worth value",
        "settle": "settlement settle",
        "launder": "laundered laundering",
        "bill": "billed billing claims claim",
        "fine": "fine fined penalty penalties",
        "lose": "loss losses",
        "pay": "pay paid",
        "bail": "bail bond",
    }.items()
    for word in words.split()
}


def rounded(field: Field) -> Iterator[Pair]:
    """Pairs of a round and an exact amount that agree but for one slip."""
    amounts = [s for s in field.by_group["money"] if s.figure.value and not field.crowded(s)]
    exact = [
        s
        for s in amounts
        if s.significant >= _EXACT
        and not s.figure.range.is_open
        and (s.figure.value or 0) >= _PRICE
    ]
    for odd in exact[:LEAD]:
        if any(s.terms != odd.terms and agree(s.figure, odd.figure) for s in amounts):
            continue
        # the words are asked before the slips: they tell most amounts apart, and take less time
        fits = [
            s
            for s in amounts[:LEAD]
            if _may_round(s, odd)
            and _tied(field, s, odd)
            and any(_rounds(s, meant) for meant in _meant(odd))
        ]
        if fits and not any(s is not odd and agree(s.figure, fits[0].figure) for s in exact):
            yield fits[0], odd


def _may_round(one: Statement, odd: Statement) -> bool:
    """Whether *one* is a rounder amount, of another sentence, that *odd* contradicts."""
    if one.significant >= odd.significant or one.figure.step < _ROUNDER * odd.figure.step:
        hedged = one.figure.hedge is not None and one.significant < odd.significant
        if not hedged:
            return False
    return one.figure.sentence != odd.figure.sentence and contradict(one.figure, odd.figure)


def _rounds(one: Statement, meant: Fraction) -> bool:
    """Whether *one* can stand for the amount *meant*."""
    value = one.figure.value or Fraction(0)
    return one.figure.range.contains(meant) and abs(value - meant) <= _TIGHT * value


def _meant(odd: Statement) -> Iterator[Fraction]:
    """What *odd* is a slip for: two neighbouring digits swapped, one changed, lost or doubled."""
    value, step = odd.figure.value or Fraction(0), odd.figure.step
    digits = str(int(value / step))
    for at, digit in enumerate(digits):
        if at and digit != digits[at - 1]:
            yield int(digits[: at - 1] + digit + digits[at - 1] + digits[at + 1 :]) * step
        for other in "0123456789":
            yield int(digits[:at] + other + digits[at:]) * step
            if other != digit:
                yield int(digits[:at] + other + digits[at + 1 :]) * step
        if len(digits) > 1:
            yield int(digits[:at] + digits[at + 1 :] or "0") * step


def _tied(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the words tell the same of both: the same is done with them, or in like words."""
    if apart(one, odd) or elsewhere(one, odd) or other_event(one, odd):
        return False
    here, there = _deeds(one), _deeds(odd)
    if here and there and not here & there:
        return False
    near, same = field.story.near(one, odd), here & there
    if not same:
        return near >= _TIED
    alone = _only_of(same, field.by_group["money"], one, odd)
    return alone and near >= (_NAMED if same - _COMMON else 1)


def _deeds(statement: Statement) -> frozenset[str]:
    """What its words say is done with it."""
    return frozenset(name for word in statement.near if (name := _DEEDS.get(word)))


def _only_of(
    deeds: frozenset[str], amounts: Sequence[Statement], one: Statement, odd: Statement
) -> bool:
    """Whether no third amount as large is told with the same deed."""
    least = _RIVAL * min(one.figure.value or 0, odd.figure.value or 0)
    return all(
        (s.figure.value or 0) < least
        or agree(s.figure, one.figure)
        or agree(s.figure, odd.figure)
        or not _deeds(s) & deeds
        for s in amounts
    )
