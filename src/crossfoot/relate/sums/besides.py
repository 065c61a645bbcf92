"""Some and others besides, of those whom a text is about.

``36 were found. Eleven additional people``, of the 47 that headline and text tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.fitting import by_member, shares_two
from crossfoot.relate.sums.members import all_but_one, leaves_one_out
from crossfoot.relate.sums.mentions import has_crew_beside, is_one_of_those, mentions
from crossfoot.relate.wording.kinds import PERSONS, alike, is_kind
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import is_a_slip_apart

MOST = 4  # parts
REACH = 8  # counts between the first part and its whole
FAR = 4  # sentences between them
APART = 2  # sentences from the first part to the last
LEDE = 3  # sentences in which a text tells what it is about
AFTER = 250  # characters after the last part, in which no more are told
NARROW = Fraction(3, 20)  # of the whole: a wider gap is a part left out

_WORDS = frozenset("another other others additional further remaining".split())
# "another 44", "the remaining 12", "five others", "eleven additional people"
_BEFORE = lazy(r"\b(?:another|an additional|a further|the (?:remaining|other))\s(?:[a-z]+\s){0,2}$")
_AFTER = lazy(r"\s(?:[a-z]+\s)?(?:others?|additional)\b")
# "the three defendants": told before, and no part of a new account
_DEFINITE = lazy(r"\b(?:the|these|those|all|all but|both|his|her|their)\s$")
_OF_THEM = lazy(r"\sof (?:them|those|these)\b")
_GOES_ON = lazy(r"\b(?:another|others?|the rest|the remaining|more|additional)\b")


def besides(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Parts that end with others or the rest; *known* are the members of sums read otherwise."""
    if _WORDS.isdisjoint(reading.words):
        return
    told = [f for f in reading.figures if family(f) == "count" and f.range.is_exact]
    cued = {index for index, _ in worded(reading, _WORDS)}
    ends = [
        (n, tie)
        for n, f in enumerate(told)
        if n and f.sentence in cued and (tie := _adds(reading, f))
    ]
    taken = by_member(known) if ends else {}
    for last, tie in ends:
        found = _account(reading, told, last)
        if found is None or shares_two(ids := frozenset(f.id for f in found), taken):
            continue
        for one in ids:
            taken.setdefault(one, []).append(ids)
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=found[1:], whole=found[0])


def _adds(reading: Reading, figure: Figure) -> Span | None:
    """The word by which *figure* is told as others or the rest, where nothing more follows."""
    text = reading.text
    match = _BEFORE.search(text, max(0, figure.start - 40), figure.start)
    match = match or _AFTER.match(text, figure.end)
    if match is None or _GOES_ON.search(text, max(match.end(), figure.end), figure.end + AFTER):
        return None
    return Span(*match.span())


def _account(reading: Reading, told: Sequence[Figure], last: int) -> tuple[Figure, ...] | None:
    """The whole and its parts up to *last*, where they come near it in one way only."""
    near: list[tuple[Figure, ...]] = []
    for first in range(last - 1, max(-1, last - MOST), -1):
        parts = tuple(told[first : last + 1])
        if parts[-1].sentence - parts[0].sentence > APART or not _is_main(reading, parts[0]):
            break
        whole = _whole(reading, told, first, parts)
        total = Interval.sum(f.range for f in parts)
        if whole is None or whole.value is None:
            continue
        if total.meets(whole.range):
            return (whole, *parts)
        if (
            abs(sum((f.value or 0 for f in parts), Fraction()) - whole.value)
            <= whole.value * NARROW
        ):
            near.append((whole, *parts))
    if len(near) != 1 or not _is_main(reading, told[last], closes=True):
        return None
    whole, *others = near[0]
    if any(is_one_of_those(reading, part) for part in others[1:]):
        return None
    if all_but_one(reading, whole, others[-1]) or _is_of_another(reading, whole, others[0]):
        return None
    if _may_be_of_its_neighbour(reading, whole, others):
        return None
    if _has_another_part(reading, whole, others) or leaves_one_out(reading, whole, others):
        return None
    return near[0] if is_a_slip_apart(whole, others) else None


def _is_of_another(reading: Reading, whole: Figure, first: Figure) -> bool:
    """Whether "19 of them" takes up a number told right before: ``62 counts. She faces 19``."""
    if not _OF_THEM.match(reading.text, first.end):
        return False
    last = [f for f in reading.by_sentence[first.sentence - 1] if family(f) == "count"]
    return whole.sentence < first.sentence - 1 and any(
        (f.value or 0) > (first.value or 0) for f in last
    )


def _may_be_of_its_neighbour(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the sentence of the whole tells another: ``let 1,750 men go and lay off 1,670``."""
    home, largest = reading.sentences[whole.sentence], max(f.value or 0 for f in parts)
    return any(
        family(f) == "count"
        and f is not whole
        and (f.value or 0) > largest
        and head(home, f) in (None, head(home, whole))
        for f in reading.by_sentence[whole.sentence]
        if f not in parts
    )


def _has_another_part(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a part told of the whole is none of *parts*: ``12 of the 19 … another 11``."""
    return any(
        m.taken_from is whole and m.figure not in parts
        for at in range(whole.sentence, parts[-1].sentence + 1)
        for m in mentions(reading, at)
    )


def _whole(
    reading: Reading, told: Sequence[Figure], first: int, parts: Sequence[Figure]
) -> Figure | None:
    """The last number of persons before *parts* that the text tells twice or begins with."""
    largest = max(f.value or 0 for f in parts)
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        whole = told[at]
        if parts[0].sentence - whole.sentence > FAR:
            return None
        if (
            whole.value is not None
            and whole.value > largest
            and not has_crew_beside(reading, whole)
            and _may_count(reading, whole, parts)
            and (whole.sentence < LEDE or len(reading.by_value[whole.value]) > 1)
        ):
            return whole
    return None


def _may_count(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *whole* is of persons as *parts* are, or one of these names the same things."""
    noun, *others = (head(reading.sentences[f.sentence], f) for f in (whole, *parts))
    if noun and is_kind(noun) and any(o and o != noun and is_kind(o) for o in others):
        return False  # seven women are not five men and others
    if noun in PERSONS:
        return all(other is None or other in PERSONS for other in others)
    return noun is not None and noun in others and all(alike(noun, other) for other in others)


def _is_main(reading: Reading, figure: Figure, *, closes: bool = False) -> bool:
    """Whether *figure* is told as a number of its own and not of those told before."""
    if not closes and _DEFINITE.search(reading.text, max(0, figure.start - 10), figure.start):
        return False
    return any(
        m.figure is figure and not m.nested and not m.compared
        for m in mentions(reading, figure.sentence)
    )
