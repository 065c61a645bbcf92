"""Items of a list, each with its share in brackets: what most are of, the others are of too.

``640 arrests`` over ``120 women (19%)``, ``Others: 100 (16%)`` and so on: the items count unlike
things, so that no noun ties one alone to the whole, but its neighbours' shares do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.shares.fit import quotient_off
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_ZERO = Fraction(0)
_FEWEST = 3  # items that are taken for all there are
_NEAR = 3  # sentences, or items, to either side
_ITEM = pattern(r"(?P<part>{n})[^.;:()\ue000-\uf8ff]{{0,40}}(?P<tie>\()(?P<share>{percent})\)")


def of_siblings(reading: Reading, found: Sequence[Relation]) -> Iterator[Relation]:
    """The shares of items beside those in *found*, of the whole that these are of."""
    told = {r.one("share").id for r in found}
    fitting = [r for r in found if _fits(r)]
    starts = [r.one("share").sentence for r in fitting]
    for index in reading.with_figures if len(fitting) > 1 else ():
        skeleton = reading.sentences[index]
        if SIGNS["percent"] not in skeleton.text or "(" not in skeleton.text:
            continue
        near = fitting[bisect_left(starts, index - _NEAR) : bisect_left(starts, index + _NEAR + 1)]
        if len(near) > 1:
            yield from _in_sentence(reading, skeleton, near, told)


def are_of_their_sum(reading: Reading, part: Figure, share: Figure) -> bool:
    """Whether items side by side make up a whole of their own: their shares come to 100%.

    ``3,120 people … Among those in hostels: 2,080 (80%) …, 416 (16%) …, 104 (4%) …``: the number
    of those in hostels is not told, and the shares are of no other.
    """
    at = part.sentence
    items = [(m, s) for s in reading.sentences[max(0, at - _NEAR) : at + _NEAR + 1]
             if "(" in s.text for m in _ITEM.finditer(s.text)]  # fmt: skip
    told = [(s.group(m, "part"), s.group(m, "share")) for m, s in items]
    rows = [(p, q) for p, q in told if p and q and family(p) == family(part)]
    if not any(q is share for _, q in rows):
        return False
    shares = sum((q.value or _ZERO for _, q in rows), _ZERO)
    total = sum((p.value or _ZERO for p, _ in rows), _ZERO)
    if len(rows) < _FEWEST or abs(shares - 100) >= len(rows) or not total:
        return False
    fitting = (q.range.meets((p.range / Interval.exactly(total)).scale(100)) for p, q in rows)
    return all(fitting)


def _in_sentence(
    reading: Reading, skeleton: Skeleton, near: Sequence[Relation], told: set[str]
) -> Iterator[Relation]:
    wholes = {r.one("whole").value: r.one("whole") for r in near}
    if len(wholes) != 1:
        return
    whole = next(iter(wholes.values()))
    parts = {r.one("part").id: r.one("part").value or _ZERO for r in near}
    total = sum(parts.values(), _ZERO)
    for match in _ITEM.finditer(skeleton.text):
        part, share = skeleton.group(match, "part"), skeleton.group(match, "share")
        if part is None or share is None or share.id in told or family(part) != family(whole):
            continue
        others = total - parts.get(part.id, _ZERO)
        beside = len(parts) + (part.id not in parts) > 2
        if beside and others + (part.value or 0) <= (whole.value or 0):  # there is room for it
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)


def _fits(found: Relation) -> bool:
    """Whether an item's share in brackets is right of the whole it was taken to be of."""
    wholes, parts = found.figures("whole"), found.figures("part")
    if len(wholes) != 1 or len(parts) != 1 or parts[0].end > found.one("share").start:
        return False
    return quotient_off(parts, wholes[0], found.one("share")) == 0
