"""An account that misses by one figure of those told with it: that one was passed over, or none.

``Texas (2,130) and Ohio (610) come next; 34 states share the other 3,770``: the 610 are a part as
well, and the 34 are states.
"""

from __future__ import annotations

from fractions import Fraction

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure
from crossfoot.relate.sums.accounts import Account
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import family, noun_of

FEW = 9  # numbers up to it are passed over, or too many, by chance: they show but room for doubt


def filled(reading: Reading, account: Account) -> Account | None:
    """*account* with the figure that it passed over, or without the one that is none of it.

    None where no one figure mends it. A small one mends it by chance: :attr:`Account.sure` is
    False then.
    """
    off = (account.whole.value or Fraction(0)) - sum(p.value or Fraction(0) for p in account.parts)
    if off == 0 or not all(f.range.is_exact for f in (account.whole, *account.parts)):
        return None
    if off < 0:
        strange = next((p for p in account.parts[:-1] if p.value == -off), None)
        if strange is None or len(account.parts) < 3:
            return None
        parts = tuple(p for p in account.parts if p is not strange)
    else:
        passed = _passed_over(reading, account, off)
        if passed is None:
            return None
        parts = tuple(sorted((*account.parts, passed), key=lambda f: f.start))
    return Account(account.whole, parts, sure=abs(off) > FEW)


def _passed_over(reading: Reading, account: Account, value: Fraction) -> Figure | None:
    """The count of *value* that stands between the parts and is none of them."""
    first, rest, whole = account.parts[0], account.parts[-1], account.whole
    between = (f for f in reading.by_value.get(value, ()) if first.start < f.start < rest.start)
    return next(
        (
            f
            for f in between
            if family(f) == family(whole)
            and f is not whole
            and f not in account.parts
            and alike(noun_of(reading, f), noun_of(reading, whole))
        ),
        None,
    )
