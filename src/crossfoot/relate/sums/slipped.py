"""Parts that make their whole once one figure is read as what it may be a slip for.

``of the 246 held, 203 … and 16``: no phrase says that these are all, but with 230 they are. The
more digits a slip arranges anew, the less can chance do the same; of small numbers the wording must
have the parts apart, side by side and right after their whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.apart import is_elsewhere, is_narrower, may_overlap, placed
from crossfoot.relate.sums.fitting import CENTS, by_member, shares_two, smallest_unit
from crossfoot.relate.sums.footed import names_one_next
from crossfoot.relate.sums.partitions import larger, lone
from crossfoot.relate.sums.topic import topic
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import Row, family, head, of_another, rows
from crossfoot.relate.wording.slips import Slip, may_mean, slip_for, slips_between
from crossfoot.relate.wording.wholes import filled_otherwise, restated

MOST = 12  # parts
WHOLES = 4  # that are tried
LONG = 3  # digits that a slip of their order seldom mends by chance
NEAR = Fraction(1, 5)  # of the parts, by which they may exceed where the digits do not tell
LEFT_OUT = 2  # by so few they may fall short; of more, some were left out
ODDS = 100  # times as many sums as slips, where one digit of long numbers is enough

# words between a whole and its parts by which these are not all, or none: "including", "against"
_SOME = lazy(r"\b(?:includ(?:e[sd]?|ing)|such as|among|notably|than|against|compared|of which)\b")
# "Of the 20 arrested, 16 are", "Of the other 20, 16"
_OF_WHOLE = lazy(r"\b(?:of|among)\s(?:(?:the|all|those|these|a total of|remaining|other)\s)*$")
# what may stand before the first of the parts, where their whole is told in the sentence before
_LEADS = lazy(
    r"\W*(?:(?:the\s)?[a-z]+(?:\s[a-z]+)?\s(?:said|determined|learned|found|reported|confirmed)\s"
    r"(?:that\s)?)?(?:(?:of|among) (?:those|these|them|the (?:total|group)),?\W*)?"
)
# words in a row's sentence by which more were told of than it adds up: "among other countries",
# "mainly from Peru", "two from Cuba, and a woman"
_SOME_MORE = lazy(
    r"\bamong (?:other|them|those|these)\b|\b(?:including|such as|mainly|mostly|chiefly|primarily"
    r"|largely)\b"
)
# what makes the members of a row ranks of one list, or no more than some of it
RANKS = lazy(
    r"\b(?:(?:the|most) (?:most|largest|highest|top)|most (?:of|came|were)|followed by|ahead of"
    r"|next (?:came|was|were)|then came|led by|mainly|mostly|such as|among other)\b"
)
_AND_ONE = lazy(r"\b(?:and|plus|with)\s(?:an?|another)\s")
# what is left goes on: "The rest had none"
_THE_REST = lazy(
    r"\W*(?:[^.;:]{1,40}?\ssaid\s(?:that\s)?)?"
    r"(?:the (?:rest|others?|remainder|remaining|last|balance)|another|others|additional"
    r"|[\ue000-\uf8ff] (?:others?|more))\b"
)
# "of the other 14, two": what is taken from it is no part beside it
_OF_THE = lazy(r"\b(?:of|among)\s(?:the|those|these|all|its|their)\s(?:[a-z]+\s){0,2}$")


@dataclass(frozen=True)
class _Told:
    """A row and a figure that may be its whole; `how` the wording brings them together."""

    how: str  # "taken", "same", "apposed", "before", "topic"
    whole: Figure
    row: Row
    tie: Span


def slipped(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums that a slip keeps from coming out; *known* are the members of those read otherwise."""
    taken = by_member(known)
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if len(skeleton.figures) < 2:
            continue
        for row in rows(skeleton):
            ids = frozenset(f.id for f in row.figures)
            if row.kind == "percent" or len(ids) > MOST or shares_two(ids, taken):
                continue
            told = next((t for t in _told(reading, index, row) if _is_slip(reading, t)), None)
            if told is not None:
                parts = told.row.figures
                taken_ids = frozenset((*ids, told.whole.id))
                for one in taken_ids:
                    taken.setdefault(one, []).append(taken_ids)
                stated = restated(reading, told.whole, parts=parts)
                options = {"claim": "full"}
                yield relation("sum", reading, [told.tie], options, parts=parts, whole=stated)


def explained(reading: Reading, row: Row, whole: Figure) -> bool:
    """Whether a slip keeps *row* from the *whole* its first member is taken from."""
    return _is_slip(reading, _Told("taken", whole, row, Span(whole.start, whole.end)))


def _told(reading: Reading, index: int, row: Row) -> Iterator[_Told]:
    """The wholes that the wording brings together with *row* or its later members."""
    skeleton, first = row.skeleton, row.figures[0]
    seam = Span(first.end, row.figures[1].start)
    named = of_another(skeleton, skeleton.sign_of(first))
    if named is not None:
        if family(named) == row.kind:
            yield _Told("taken", named, row, Span(first.end, named.start))
        return
    if len(row.figures) > 2 and not row.bracketed:  # "Kent (41), Dover (28)": one of the list
        second = row.figures[1]
        inner = Row(skeleton, row.figures[1:], skeleton.sign_of(second), row.end)
        yield _Told("apposed", first, inner, Span(first.end, second.start))
    before = [f for f in skeleton.within(0, row.start) if family(f) == row.kind]
    if before:
        yield _Told("same", before[-1], row, Span(before[-1].end, first.start))
        return
    if _OF_THE.search(skeleton.text, 0, row.start):
        return
    mains = _mains(reading, index - 1, row) if index else []
    if index and not mains and row.closed and row.kind == "count":
        mains = lone(reading, index - 1, row)  # one part is above it: 41 for 14
    for figure in islice(reversed(mains), WHOLES):
        yield _Told("before" if len(mains) == 1 else "among", figure, row, seam)
    subject = topic(reading, "", first) if row.kind == "count" else None
    if subject is None or subject in mains or _is_introduced(reading, index, row, subject):
        return
    yield _Told("topic", subject, row, seam)


def _is_introduced(reading: Reading, index: int, row: Row, subject: Figure) -> bool:
    """Whether the sentence before leads up to it with another number: "is 7,275, as follows:"."""
    if not index or subject.sentence == index - 1:
        return False
    before = reading.sentences[index - 1]
    larger_one = any(family(f) == row.kind and (f.value or 0) > row.largest for f in before.figures)
    return larger_one and before.text.rstrip().endswith(":")


def _mains(reading: Reading, index: int, row: Row) -> list[Figure]:
    """The figures of a sentence that can be the whole of *row* in the next."""
    return [m.figure for m in larger(reading, index, row) if not m.marked]


def _is_slip(reading: Reading, told: _Told) -> bool:
    """Whether a slip of one figure, and no other reading, accounts for the misfit."""
    whole, row = told.whole, told.row
    if whole.value is None or row.total.meets(whole.range):
        return False
    if whole.value <= row.largest and told.how != "before":
        return False
    if any(f.range.is_open for f in (whole, *row.figures)):
        return False
    slips = list(slips_between(whole, row.figures))
    if not slips or not _are_of(reading, told) or _is_one_of(whole, row.figures):
        return False
    if filled_otherwise(reading, row.figures, row.total, whole):
        return False
    total = sum((f.value for f in row.figures if f.value is not None), Fraction(0))
    if total < whole.value and goes_on(reading, row, whole.value - total):
        return False
    if whole.value <= row.largest:  # it is no whole of these, unless a part is misprinted
        slips = [(slip, digits) for slip, digits in slips if slip == "order"]
    return any(_tells(reading, told, slip, digits) for slip, digits in slips)


def _is_one_of(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a sum of money may rather say one of *parts* again: a fine, and what is forfeited."""
    values = [f.value for f in parts if whole.kind == "money" and f.value is not None]
    return any(may_mean(whole, value, value) for value in values)


def off_by_a_slip(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether digits in another order, or one or two of them, keep *parts* from their *whole*."""
    if any(f.range.is_open for f in (whole, *parts)):
        return False
    total = sum((f.value for f in parts if f.value is not None), Fraction(0))
    slips = [slip for slip, _ in slips_between(whole, parts)]
    return "order" in slips or (bool(slips) and abs((whole.value or 0) - total) <= LEFT_OUT)


def off_hundred_by_a_slip(shares: Sequence[Figure]) -> bool:
    """Whether digits in another order, in one share of one thing, keep them from 100."""
    off = 100 - sum((f.value for f in shares if f.value is not None), Fraction(0))
    meant = (((f.value or 0) + off) / f.step for f in shares)
    slips = (
        slip_for(f, places.numerator)
        for f, places in zip(shares, meant, strict=True)
        if places.denominator == 1
    )
    return abs(off) <= 100 * NEAR and any(slip is not None and slip[0] == "order" for slip in slips)


def _are_of(reading: Reading, told: _Told) -> bool:
    """Whether the row can count what its whole does, and is not itself set out in places."""
    noun = head(reading.sentences[told.whole.sentence], told.whole)
    if not all(alike(noun, other) for other in told.row.heads):
        return False
    if told.how not in ("same", "apposed"):
        elsewhere = is_elsewhere(reading, told.whole, told.row)
        return not elsewhere and not is_narrower(reading, told.whole, told.row)
    skeleton = told.row.skeleton
    between = skeleton.text[skeleton.sign_of(told.whole) + 1 : told.row.start]
    by = told.row.elliptic or told.row.apart_by
    return not _SOME.search(between) and not (by and f" {by} " in between)


def goes_on(reading: Reading, row: Row, lacking: Fraction) -> bool:
    """Whether the sentence after tells of more: of the rest, or first of as many as lack."""
    if lacking == 1 and names_one_next(reading, row.figures[-1]):
        return True
    after = row.figures[-1].sentence + 1
    if after == len(reading.sentences):
        return False
    skeleton = reading.sentences[after]
    told = [f for f in skeleton.figures[:1] if not skeleton.text[: skeleton.sign_of(f)].strip()]
    as_many = any(f.value == lacking and family(f) == row.kind for f in told)
    return as_many or _THE_REST.match(skeleton.text) is not None


def _tells(reading: Reading, told: _Told, slip: Slip, digits: int) -> bool:
    """Whether chance cannot have brought parts and whole so near, given how they are told."""
    row, whole = told.row, told.whole
    if RANKS.search(row.skeleton.text):
        return False  # "most came from Mexico (60), followed by Honduras (40)"
    if slip == "order" and digits >= LONG:
        return True
    if slip == "digit" and _odds(row) > ODDS * 9 * digits * (len(row.figures) + 1):
        return True
    if not row.closed or told.how in ("among", "topic"):
        return False
    if slip == "order":
        return True
    if may_overlap(reading, row, whole):
        return False  # "12 had convictions for theft": those of two kinds are counted twice
    stated, total = whole.value or Fraction(0), row.total.low or Fraction(0)
    if stated - total > LEFT_OUT or total - stated > NEAR * total:
        return False
    if len(row.figures) < 3 or (stated > total and _tells_of_some(reading, told)):
        return False
    here = whole in row.skeleton.figures
    if told.how == "taken" or (here and _opens(row.skeleton, whole)):
        return True
    if told.how == "before" and not _LEADS.fullmatch(row.skeleton.text, 0, row.start):
        return False
    return bool(row.apart or row.nations or row.elliptic or placed(reading, row))


def _tells_of_some(reading: Reading, told: _Told) -> bool:
    """Whether words around the row announce some of the parts, or one besides without a number."""
    skeleton, last = told.row.skeleton, told.row.figures[-1]
    above = reading.sentences[told.whole.sentence]
    some = any(_SOME_MORE.search(text) for text in {skeleton.text, above.text})
    return some or _AND_ONE.search(skeleton.text, skeleton.sign_of(last)) is not None


def _odds(row: Row) -> int:
    """How many sums the parts could come to, the largest aside, in steps of their last place."""
    places = [int((f.value or 0) * CENTS) for f in row.figures]
    return (sum(places) - max(places)) // smallest_unit(places)


def _opens(skeleton: Skeleton, whole: Figure) -> bool:
    return _OF_WHOLE.search(skeleton.text, 0, skeleton.sign_of(whole)) is not None
