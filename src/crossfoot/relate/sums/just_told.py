"""What a total said right after it adds up: ``… 41 on Monday and 28 on Tuesday. In all, 69``.

The words say that the total is of those just told; that nothing else is told before which could be
added makes them all of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.sums.mentions import ANOTHER, OTHERS, mentions
from crossfoot.relate.sums.topic import of_other_deed
from crossfoot.relate.sums.unsure import of_others
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.rows import family, head, rows
from crossfoot.relate.wording.slips import slips_between

REACH = 8  # sentences before the total, in which nothing else of its kind is told


def only_told(reading: Reading, index: int, whole: Figure, *, short: bool) -> tuple[Figure, ...]:
    """The row right before, or an amount and another, where nothing else is told to be added.

    They may be fewer than *whole* where *short* says so, or where digits have changed places.
    """
    row, stepped = _row_before(reading, index, whole), _and_another(reading, index, whole)
    parts = row or stepped
    if not parts or of_others(reading.sentences[index], whole):
        return ()
    closed = short and stepped and not row  # "Another 24. That makes 55": of these two
    if not (closed or _are_all(reading, index, parts)) or not _is_told_of(reading, whole, parts):
        return ()
    if not short and (whole.value or 0) > (Interval.sum(f.range for f in parts).high or 0):
        slips = {slip for slip, _ in slips_between(whole, parts)}
        # an amount and another, before which there is none: what they come to is all there is
        return parts if "order" in slips or (slips and stepped and not row) else ()
    return parts


def _row_before(reading: Reading, index: int, whole: Figure) -> tuple[Figure, ...]:
    """The only row of the sentence before, of *whole*'s kind and each its own member."""
    before = [r for r in rows(reading.sentences[index - 1]) if r.kind == family(whole)]
    noun = head(reading.sentences[index], whole)
    if len(before) != 1 or not all(alike(noun, h) for h in before[0].heads):
        return ()
    found = before[0].figures
    plain = (m.figure for m in mentions(reading, index - 1) if not (m.nested or m.compared))
    return found if set(found) <= set(plain) else ()


def _and_another(reading: Reading, index: int, whole: Figure) -> tuple[Figure, ...]:
    """``31 in Dover. They arrested another 24.``: the two sentences before, one amount in each."""
    if index < 2:
        return ()
    told = [
        [m for m in mentions(reading, at) if family(m.figure) == family(whole)]
        for at in (index - 2, index - 1)
    ]
    if any(len(found) != 1 or found[0].compared for found in told):
        return ()
    one, other = (found[0].figure for found in told)
    more = _is_more(reading, other) and not _is_more(reading, one)
    nouns = (head(reading.sentences[f.sentence], f) for f in (one, other))
    noun = head(reading.sentences[index], whole)
    return (one, other) if more and all(alike(noun, n) for n in nouns) else ()


def _is_more(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* is told as more of what was told before: ``another 24``, ``five others``."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    return bool(ANOTHER.search(skeleton.text, 0, at) or OTHERS.match(skeleton.text, at + 1))


def _are_all(reading: Reading, index: int, parts: Sequence[Figure]) -> bool:
    """Whether the sentences before tell of nothing besides *parts* that could be added to them."""
    noun = next((h for p in parts if (h := head(reading.sentences[p.sentence], p))), None)
    others = (
        f
        for at in range(max(0, index - REACH), index)
        for f in reading.by_sentence[at]
        if family(f) == family(parts[0]) and f not in parts
    )
    return not any(alike(noun, head(reading.sentences[f.sentence], f)) for f in others)


def _is_told_of(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether no other deed is told of *whole* than of *parts*, where they are persons."""
    members = (whole, *parts)
    nouns = {head(reading.sentences[f.sentence], f) for f in members}
    if family(whole) != "count" or nouns.isdisjoint(PERSONS):
        return True
    told = (reading.sentences[f.sentence] for f in parts)
    return not any(of_other_deed(reading, whole, skeleton) for skeleton in told)
