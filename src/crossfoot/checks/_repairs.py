"""Single-figure repairs: which slip would explain a broken relation, and how likely it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise

from crossfoot.interval import Interval, display
from crossfoot.model import Figure, Finding, Repair

# neighbours on the top row and on the number pad
_ADJACENT = frozenset(
    frozenset(pair)
    for pair in "12 23 34 45 56 67 78 89 90 47 58 69 14 25 36 10 20".split()
)  # fmt: skip
# relations that hold of almost any numbers vouch for little
_LOOSE = frozenset({"subset", "bound", "tally", "comparison"})
BESIDE = 3  # a word is put for one so few numbers away
COPIED = 2  # how far-fetched it is that a figure was copied from its neighbour
KEPT = 5  # repairs listed with a finding


def slip(figure: Figure, value: Fraction | str) -> int:
    """How far-fetched the slip is that turned *value* into what *figure* says; 0 is likeliest.

    0 two digits swapped; 1 an adjacent key; 2 a digit dropped, doubled or off by a power of ten;
    3 another single digit; 4 two digits; 5 anything else. Of a date the words are compared.
    """
    if isinstance(value, str):
        here, there = figure.text, value
    elif figure.value is None:
        return 5
    else:
        here, there = _digits(figure.value), _digits(value)
    if len(here) == len(there):
        unlike = [i for i, (a, b) in enumerate(zip(here, there, strict=True)) if a != b]
        if len(unlike) == 2 and sorted(here) == sorted(there):
            return 0 if unlike[1] - unlike[0] == 1 else 3
        if len(unlike) == 1:
            at = unlike[0]
            return 1 if frozenset((here[at], there[at])) in _ADJACENT else 3
        return 4 if len(unlike) == 2 else 5
    return 2 if one_digit_apart(here, there) or here.rstrip("0") == there.rstrip("0") else 5


def _digits(value: Fraction) -> str:
    """The number as it would be printed, its thousands not separated."""
    return display(abs(value), 6).replace(",", "")


def one_digit_apart(one: str, other: str) -> bool:
    """Whether one number is the other with a digit more: 1240 and 124."""
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )


def slips(figure: Figure) -> Iterator[Figure]:
    """The figure as it may have been meant, for each likely slip: one digit, or the order of two.

    Digits are counted in steps of the last place printed, so that 47.5 can be a slip for 45.7. A
    number in words is taken for one near by: "five" for "four", never for "51".
    """
    return (meant_for(figure, value) for value in slipped_values(figure))


def slipped_values(figure: Figure) -> Iterator[Fraction]:
    """The values of its `slips`, which are soon told where few of them are of use."""
    if figure.value is None:
        return
    count, sign = abs(figure.value) / figure.step, -1 if figure.value < 0 else 1
    if count.denominator != 1:
        return
    printed = any(c.isdigit() for c in figure.text)
    for meant in _variants(str(int(count))) if printed else _beside(int(count)):
        yield sign * int(meant) * figure.step


def meant_for(figure: Figure, value: Fraction) -> Figure:
    """The figure as it would be with another *value*, as closely told."""
    moved = value - (figure.value or 0)
    return replace(figure, value=value, range=figure.range + Interval.exactly(moved))


def _beside(count: int) -> list[str]:
    return [str(count + d) for d in range(-BESIDE, BESIDE + 1) if d and count + d > 0]


def _variants(digits: str) -> list[str]:
    """What *digits* can be a slip for: two swapped, one changed, dropped, added, or a nought."""
    places = range(len(digits))
    found = {
        digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :]
        for i, j in combinations(places, 2)
    }
    found |= {digits[:i] + d + digits[i + 1 :] for i in places for d in "0123456789"}
    found |= {digits[:i] + digits[i + 1 :] for i in places if len(digits) > 1}
    found |= {digits[:i] + d + digits[i:] for i in range(len(digits) + 1) for d in "0123456789"}
    return sorted(v for v in found if v[0] != "0" and v != digits)


def candidate(figure: Figure, value: Fraction) -> Repair | None:
    """The repair of *figure* to *value*, or None where no such figure could be printed there."""
    if figure.value is None or value <= 0 or value == figure.value:
        return None
    if (value / figure.step).denominator != 1:  # more decimals than the figure shows
        return None
    return Repair(figure, value)


def reworded(figure: Figure, words: str) -> Repair | None:
    """The repair of a date to other *words*, or None where it says so already."""
    return Repair(figure, words) if words != figure.text else None


def to_last_place(value: Fraction, like: Figure) -> Fraction:
    """*value* to the last place that *like* is printed with."""
    return Fraction(round(value / like.step)) * like.step


def ranked(candidates: Iterable[Repair | None]) -> tuple[Repair, ...]:
    """The likeliest slips first; ties in the order given."""
    found = [c for c in candidates if c is not None]
    return tuple(sorted(found, key=lambda r: slip(r.figure, r.value)))


def rank_across(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Order each finding's repairs by how many broken relations a repair mends.

    A figure that a relation vouches for (it is in a consistent finding) is a less likely culprit;
    one that only a loose relation vouches for is so among slips as likely. One that says what its
    neighbour in a list says was copied from it as easily as a digit is dropped.
    """
    mends: Counter[tuple[str, Fraction | str]] = Counter()
    vouched: Counter[str] = Counter()
    loosely: Counter[str] = Counter()
    for finding in findings:
        mends.update({(r.figure.id, r.value) for r in finding.repairs})
        if finding.verdict == "consistent":
            counter = loosely if finding.relation.kind in _LOOSE else vouched
            counter.update({f.id for f in finding.figures()})

    def key(repair: Repair, copied: frozenset[str]) -> tuple[int, int, int, int]:
        known = repair.figure.id
        far = slip(repair.figure, repair.value)
        return (
            -mends[known, repair.value],
            vouched[known],
            min(far, COPIED) if known in copied else far,
            loosely[known],
        )

    def in_order(finding: Finding) -> tuple[Repair, ...]:
        copied = _copied(finding)
        return tuple(sorted(finding.repairs, key=lambda repair: key(repair, copied))[:KEPT])

    return tuple(replace(f, repairs=in_order(f)) if f.repairs else f for f in findings)


def _copied(finding: Finding) -> frozenset[str]:
    """The parts of a sum that say just what the part before or after them says."""
    parts = finding.relation.figures("parts")
    pairs = [(a, b) for a, b in pairwise(parts) if a.value == b.value and (a.value or 0) > 1]
    return frozenset(f.id for pair in pairs for f in pair)
