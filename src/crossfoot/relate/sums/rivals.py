"""Another number that the parts may rather be of, when they do not make the whole they are set to.

Nine men lead a ring; eight live here, three there and two elsewhere, of the 133 charged, who were
13. Where parts miss a whole found by its nearness, and another number of the same things is theirs
but for a digit doubled or left out, that one was meant and is misprinted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.rows import family, noun_of
from crossfoot.relate.wording.slips import has_digit_more_or_less, may_mean, slips_between

REACH = 40  # figures before the parts among which another whole is looked for


def is_outdone(reading: Reading, found: Relation) -> bool:
    """Whether *found* misses its whole, and another number is likelier to be that of its parts."""
    wholes, parts = found.figures("whole"), found.figures("parts")
    if not wholes or len(parts) < 2 or len(parts) != len(found.roles["parts"]):
        return False
    if found.figures("minus") or any(not f.range.is_exact for f in (*wholes, *parts)):
        return False
    total = sum((f.value for f in parts if f.value is not None), Fraction(0))
    if any(w.value == total for w in wholes) or _is_a_slip(wholes[0], parts, total):
        return False
    return any(has_digit_more_or_less(f, total) for f in _rivals(reading, wholes, parts))


def _is_a_slip(whole: Figure, parts: Sequence[Figure], total: Fraction) -> bool:
    """Whether the whole, or the order of two digits, may be the slip by which the sum misses."""
    slips = {slip for slip, _ in slips_between(whole, parts)}
    return "order" in slips or may_mean(whole, total, total)


def _rivals(
    reading: Reading, wholes: Sequence[Figure], parts: Sequence[Figure]
) -> Iterator[Figure]:
    """Numbers before the last part, of what the whole is of, and above each part."""
    taken = {f.id for f in (*wholes, *parts)}
    noun, largest = noun_of(reading, wholes[0]), max(f.value or 0 for f in parts)
    stop = bisect_left(reading.figures, parts[-1].start, key=lambda f: f.start)
    before = reversed(reading.figures[max(0, stop - 3 * REACH) : stop])
    for figure in islice((f for f in before if family(f) == "count"), REACH):
        if figure.id in taken or not figure.range.is_exact or (figure.value or 0) <= largest:
            continue
        own = noun_of(reading, figure)
        if alike(own, noun) or (own in PERSONS and noun in PERSONS):
            yield figure
