"""A remainder without a plain account is tied to near figures with which it comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure
from crossfoot.relate.sums.accounts import Account, earlier_figures
from crossfoot.relate.sums.surely_told import may_be_chance
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.rows import family, noun_of

NEAR = 5  # figures back among which its fellow parts are looked for
CLOSE = Fraction(1, 100)  # of the whole: rounded sums of money that are farther off fit by chance
LARGE, WIDE = 1000, 9  # of numbers so large, that seldom fit by chance, more are looked at


def by_fit(reading: Reading, index: int, rest: Figure) -> Account | None:
    """An account that rests on coming out: with one or more of the nearest figures."""
    near = NEAR if (rest.value or 0) < LARGE else WIDE
    earlier = earlier_figures(reading, index, rest, family(rest) or "")[:near]
    for more in range(1, len(earlier) + 1):
        sets = [(f,) for f in earlier] if more == 1 else [tuple(reversed(earlier[:more]))]
        for members in sets:
            parts = (*members, rest)
            for whole in _larger(reading, index, parts):
                account = Account(whole, parts, sure=False)
                close = rest.kind != "money" or account.off <= CLOSE
                if account.comes_out and close and not account.says_nothing:
                    return None if may_be_chance(reading, account) else account
    return None


def _larger(reading: Reading, index: int, parts: Sequence[Figure]) -> Iterator[Figure]:
    """Larger figures before the parts whose nouns agree with theirs, nearest first."""
    largest = max(f.value for f in parts if f.value is not None)
    nouns = [noun_of(reading, f) for f in parts]
    exact: list[Fraction] = []
    for figure in earlier_figures(reading, index, parts[-1], family(parts[-1]) or ""):
        if figure.value is None or figure.value <= largest or figure in parts:
            continue
        own = noun_of(reading, figure)
        if figure.range.is_open or not all(alike(noun, own) for noun in nouns):
            continue
        told_after = parts[0].end <= figure.start and figure.sentence != parts[0].sentence
        if told_after and figure.value < LARGE:
            continue  # a small number told among the parts fits by chance
        if figure.range.is_exact:
            exact.append(figure.value)
        if not any(figure.range.contains(v) for v in exact if not figure.range.is_exact):
            yield figure  # and not "nearly 1,500" over "1,461"
