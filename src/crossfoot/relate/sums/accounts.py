"""The accounts that a remainder can complete: a whole, parts told before it, and what is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, islice, product

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.sums.mentions import Mention, mentions
from crossfoot.relate.sums.taken_from import owner_of, wholes_of
from crossfoot.relate.wording.phrases import backwards
from crossfoot.relate.wording.rows import Row, family, rows
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.so_many_each import how_often

REACH = 5  # sentences back that a remainder can refer to
MOST = 24  # figures of one sentence that may be fellow parts
EARLIER = 30  # figures before that are looked at
OPEN = Fraction(1, 10)  # of its whole, that an open number can be short of it
_IN_ALL = lazy(r"\s(?:in all|altogether|in total|all told)\b")


@dataclass(frozen=True)
class Account:
    """A whole and its parts, the remainder last; `sure` where the words tie them to it."""

    whole: Figure
    parts: tuple[Figure, ...]
    sure: bool
    often: tuple[int, ...] = ()  # how often each part stands, where one is told "each"

    @property
    def _made(self) -> Interval:
        """What the parts come to, "five each in Ely and Elko" taken twice."""
        often = self.often or (1,) * len(self.parts)
        return Interval.sum(p.range.scale(n) for p, n in zip(self.parts, often, strict=True))

    @property
    def off(self) -> Fraction:
        """How far the parts are from the whole, as a share of it."""
        whole = self.whole.value or Fraction(1)
        total = sum((p.value for p in self.parts if p.value is not None), Fraction(0))
        return abs(total - whole) / whole

    def is_within_one_that_fits(self, other: Account) -> bool:
        """Whether its whole and parts are the parts of another: ``97 and 42; the other 75``."""
        return other.comes_out and other.parts == (self.whole, *self.parts)

    def within(self, index: int) -> bool:
        """Whether one sentence tells all of it."""
        return all(f.sentence == index for f in (self.whole, *self.parts))

    @property
    def says_nothing(self) -> bool:
        """Whether "at least five" and the rest are far below the whole, which they allow."""
        bounded = (self.whole.range.low or 0) <= 0  # "fewer than 7,500" are 45 as well
        return self.off > OPEN and (bounded or any(p.range.is_open for p in self.parts))

    @property
    def slips(self) -> bool:
        """Whether one slip of the pen keeps the parts from the whole."""
        return is_a_slip_apart(self.whole, self.parts)

    @property
    def holds_rest(self) -> bool:
        """Whether the whole is more than what is left of it."""
        return (self.whole.value or 0) > (self.parts[-1].value or 0)

    @property
    def is_full_before(self) -> bool:
        """Whether the first of the parts make an exact whole: "the other two" are not of it."""
        told = self.parts[:-1]
        if not all(f.range.is_exact for f in (self.whole, *told)):
            return False
        totals = accumulate(f.value or Fraction(0) for f in told)
        return any(n and total == self.whole.value for n, total in enumerate(totals))

    @property
    def comes_out(self) -> bool:
        """Whether the parts make the whole."""
        return self._made.meets(self.whole.range)


def _times(reading: Reading, parts: Sequence[Figure]) -> tuple[int, ...]:
    if "each" not in reading.words:
        return ()
    return tuple(how_often(reading.sentences[f.sentence], f) or 1 for f in parts)


def accounts_of(reading: Reading, index: int, rest: Figure) -> Iterator[Account]:
    """Every account that the words allow, the plainest first."""
    told = _told_before(reading, index, rest)
    for chosen in _choices(reading, told, rest):
        parts = (*sorted((m.figure for m in chosen), key=lambda f: f.start), rest)
        for whole, sure in wholes_of(reading, chosen, rest):
            if whole not in parts:
                yield Account(whole, parts, sure, _times(reading, parts))
    for chosen in _choices(reading, told[1:2], rest):  # what stands between is a part of a part
        parts = (*sorted((m.figure for m in chosen), key=lambda f: f.start), rest)
        for whole, _ in wholes_of(reading, chosen, rest):
            if whole not in parts:
                yield Account(whole, parts, False, _times(reading, parts))


def _told_before(reading: Reading, index: int, rest: Figure) -> list[list[Mention]]:
    """The figures that may be fellow parts, sentence by sentence, the nearest sentence first."""
    out: list[list[Mention]] = []
    for at in range(index, max(-1, index - REACH - 1), -1):
        if at < index and _closes(reading, at):
            break  # another account was completed there
        told = mentions(reading, at)
        stop = bisect_left(told, rest.start, key=lambda m: m.figure.start)
        near = told[max(0, stop - MOST) : stop]
        found = [m for m in near if family(m.figure) == family(rest)]
        if found and not (at < index and reading.sentences[at].memo.get("aside")):
            out.append(found)
        if any(m.taken_from is not None for m in found):
            break  # "43 of the 118": the account begins here
    return out


def _closes(reading: Reading, index: int) -> bool:
    return bool(mentions(reading, index) and reading.sentences[index].memo["closes"])


def _choices(
    reading: Reading, told: Sequence[Sequence[Mention]], rest: Figure
) -> Iterator[list[Mention]]:
    """The sets of fellow parts: of each sentence its first, all that stand side by side, or none.

    The account runs back from the remainder without a gap.
    """
    options: list[list[list[Mention]]] = []
    for found in told[:3]:
        seen: list[list[Mention]] = []
        for choice in _own(reading, found, rest):
            if choice and choice not in seen:
                seen.append(choice)
        options.append(seen)
    for depth in range(1, len(options) + 1):
        for combination in product(*options[:depth]):
            yield [m for choice in combination for m in choice]


def row_of(skeleton: Skeleton, figure: Figure) -> Row | None:
    """The row in which *figure* is a member after the first."""
    return _by_later_member(skeleton).get(figure.start)


@kept
def _by_later_member(skeleton: Skeleton) -> Mapping[int, Row]:
    return {f.start: row for row in reversed(rows(skeleton)) for f in row.figures[1:]}


def _own(reading: Reading, found: Sequence[Mention], rest: Figure) -> list[list[Mention]]:
    """What of one sentence may be fellow parts."""
    skeleton = reading.sentences[found[0].figure.sentence]
    row = row_of(skeleton, rest)
    if row is not None:  # "38 were in Utah, the other seven in Ohio"
        told = {f.start for f in row.figures}
        beside = [m for m in found if m.figure.start in told]
        return [beside, beside[1:]]
    mains = [m for m in found if not m.nested]
    if in_all := [m for m in mains if _IN_ALL.match(skeleton.text, _after(skeleton, m))]:
        return [in_all[-1:]]  # "$200 and $50, $250 in all, which leaves"
    for told in ({f.start for f in r.figures} for r in rows(skeleton) if len(r.figures) > 2):
        listed = [m for m in mains if m.figure.start in told]
        if len(listed) > 2 and listed[0] is mains[0]:  # a list is taken whole
            return [listed, mains]
    marked = [m for m in mains if m.marked]
    inner = [m for m in found if m.marked]
    owned = [m for m in found if owner_of(reading, [m]) is not None]
    return [marked[:1], mains, marked, mains[:1], mains[-1:], inner[:1], owned[:1]]


def _after(skeleton: Skeleton, mention: Mention) -> int:
    return skeleton.sign_of(mention.figure) + 1


def earlier_figures(reading: Reading, index: int, first: Figure, kind: str) -> tuple[Figure, ...]:
    """Figures of one family before *first*, nearest first."""
    found = backwards(reading, index, index - REACH, first.start)
    return tuple(islice((f for f in found if family(f) == kind), EARLIER))
