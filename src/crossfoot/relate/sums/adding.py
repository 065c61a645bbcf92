"""Amounts that a text adds one after another to a total it states elsewhere.

``He was given $3,480 … and demanded an additional $12,740`` under ``stole more than $16,000``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, islice, pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.fitting import CENTS, smallest_unit
from crossfoot.relate.sums.ties import NARROW, comes_to
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import backwards, relation, worded
from crossfoot.relate.wording.rows import family, head, is_price, rows
from crossfoot.relate.wording.wholes import is_heading, restated

REACH = 5  # sentences back to the amount that is added to
LONGEST_ROW = 20  # amounts that are added to: a longer row is a table
NEAR = 6  # amounts back
LEAST, MOST = Fraction(4, 5), Fraction(6, 5)  # of the sum: a total outside is another amount
FAR = 60  # sentences back to the total
WHOLES = 60  # figures before the parts among which the total is looked for
AFTER = 6  # sentences after them
LEDE = 3  # sentences below the headlines that tell what a text is about
STEPS = 100  # of the last place of the parts, the largest aside: so many are not met by chance

# "in total, the officers seized nearly 330", "all 51"
_TOTAL = lazy(
    r"\b(?:(?:total(?:ing|ling|ed|led)?|combined|in all|altogether|aggregate)\b"
    r"[^.;\ue000-\uf8ff]{0,40}|all )$"
)
# words before an amount that add it to another: "an additional $12,740", "first $6,000 and then"
_ADDS = lazy(
    r"\b(?P<tie>additional(?:ly)?|another|an extra|a further|and then|in addition|also"
    r"|separate(?:ly)?|second|totaling|totalling|plus|as well as)\b[^.;]{0,100}$"
)
# "first $4,100 in May and then $5,000"
_FIRST_THEN = pattern(
    r"(?:\bfirst|{rank})\s(?P<one>{money})[^.;\ue000-\uf8ff]{{0,40}}?"
    r"\b(?P<tie>and then|then)\s(?P<other>{money})"
)
SLIP = Fraction(5, 100)  # of the sum: farther off is another amount

# a sentence without one of these adds nothing
_MARKS = frozenset(
    "additional additionally another extra further then addition also separate separately second"
    " totaling totalling plus well more other".split()
)
_ANOTHER = lazy(r"[\ue000-\uf8ff]")
LONG = 1000  # "another 50 in Salem, 45 in York": of the smaller ones only the first is added
# "16 other County Clerks' Offices": of a name that counts something else
_NAMED = lazy(r" (?:other |more |additional |further )?[A-Z][a-z]")
# "nine additional rifles"
_MORE = lazy(r"\s(?:additional|other|more|further)\s(?!than)")


def additions(reading: Reading) -> Iterator[Relation]:
    """Sums of amounts that the text adds up step by step, where they make a total it states."""
    for index, skeleton in worded(reading, _MARKS):
        if "then" in skeleton.words:
            yield from _in_turn(reading, index, skeleton)
        for figure in skeleton.figures:
            if not _addable(figure) or is_price(skeleton, figure):
                continue
            at = skeleton.sign_of(figure)
            start = max(0, at - 125)
            match = _ADDS.search(skeleton.text[start:at])
            if match is None and (after := _MORE.match(skeleton.text, at + 1)):
                yield from _to_total(reading, index, figure, skeleton.span(after))
            elif match and (_is_long(figure) or not _ANOTHER.search(match.group())):
                tie = Span(
                    skeleton.offset(start + match.start("tie")),
                    skeleton.offset(start + match.end("tie")),
                )
                yield from _to_total(reading, index, figure, tie)


def _in_turn(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``first $4,100 and then $5,000``: two payments, told of one sum paid before.

    That sum may be off by a slip only: another amount is another payment.
    """
    for match in _FIRST_THEN.finditer(skeleton.text):
        one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
        if one is None or other is None or one.value is None or other.value is None:
            continue
        total, largest = one.value + other.value, max(one.value, other.value)
        near = (
            w
            for w in islice(_wholes(reading, index, one), WHOLES)
            if w.value is not None and w.value > largest and abs(w.value - total) <= SLIP * total
        )
        if whole := next(near, None):
            tie = skeleton.span(match, "tie")
            yield relation(
                "sum", reading, [tie], {"claim": "full"}, parts=(one, other), whole=whole
            )


def _addable(figure: Figure) -> bool:
    """Whether a sum with *figure* is no accident: money, or a count of some size."""
    kind = family(figure)
    if kind is None or kind == "percent" or figure.value is None:
        return False
    return kind != "count" or figure.value >= 5


def _to_total(reading: Reading, index: int, last: Figure, tie: Span) -> Iterator[Relation]:
    kind = family(last)
    found = (
        f
        for f in backwards(reading, index, index - REACH, last.start)
        if family(f) == kind
        and _addable(f)
        and _same(reading, f, last)
        and not is_price(reading.sentences[f.sentence], f)
    )
    earlier = list(islice(found, NEAR))
    sets: list[tuple[Figure, ...]] = [(f, last) for f in earlier]
    sets += [(b, a, last) for a, b in pairwise(earlier)]
    sets += [(*row, last) for row in _rows_before(reading, index, last)]
    if not sets:
        return
    wholes = sorted(
        enumerate(_wholes(reading, index, last, above=last.value)),
        key=lambda numbered: numbered[1].value or 0,
    )
    values = [w.value or Fraction(0) for _, w in wholes]
    for parts in sets:
        total = sum((p.value for p in parts if p.value is not None), Fraction(0))
        near = slice(bisect_left(values, total * LEAST), bisect_right(values, total * MOST))
        missed: set[tuple[Fraction | None, Interval]] = set()
        for _, whole in sorted(wholes[near], key=lambda numbered: numbered[0]):
            if (told := (whole.value, whole.range)) in missed:
                continue  # a number told again and again is tried once
            if whole in parts or not _says(whole, parts):
                continue
            if not comes_to(parts, whole, wide=NARROW):
                missed.add(told)
            elif not _by_chance(reading, whole, parts):
                stated = restated(reading, whole, parts=parts)
                yield relation("sum", reading, [tie], {"claim": "weak"}, parts=parts, whole=stated)
                return


def _by_chance(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *parts* may come to *whole* by accident: round numbers, or about so much.

    Only of what a text is about, or calls a total, is a number that fits more than that.
    """
    values = [f.value for f in parts if f.value is not None]
    total = sum(values, Fraction(0))
    unit = Fraction(smallest_unit([int(v * CENTS) for v in values]), CENTS)
    if total == whole.value and total - max(values) >= STEPS * unit:
        return False
    if not _is_main(reading, whole):
        return True
    return total != whole.value and (len(parts) > 2 or not all(map(_is_firm, parts)))


def _is_main(reading: Reading, whole: Figure) -> bool:
    """Whether *whole* is told in the opening, more than once or as a total."""
    if is_heading(reading, whole.sentence):
        return True
    if sum(not is_heading(reading, at) for at in range(min(whole.sentence, FAR))) < LEDE:
        return True
    again = reading.by_value.get(whole.value or Fraction(0), ())
    if sum(family(f) == family(whole) for f in again) > 1:
        return True
    skeleton = reading.sentences[whole.sentence]
    return _TOTAL.search(skeleton.text, 0, skeleton.sign_of(whole)) is not None


def _is_firm(figure: Figure) -> bool:
    """Whether a figure is told to its last place, or about: neither "up to" nor "30 to 60"."""
    low, high = figure.range.low, figure.range.high
    return low is not None and high is not None and high - low <= 2 * figure.step


def _rows_before(reading: Reading, index: int, last: Figure) -> Iterator[tuple[Figure, ...]]:
    for at in range(index, max(-1, index - REACH - 1), -1):
        told = rows(reading.sentences[at])
        before = [r for r in told if r.figures[-1].end < last.start and r.kind == family(last)]
        for row in before[-NEAR:]:
            if len(row.figures) <= LONGEST_ROW:
                yield row.figures


def _is_long(figure: Figure) -> bool:
    """Whether a sum with *figure* is no accident, even where others stand before it."""
    return family(figure) != "count" or (figure.value or 0) >= LONG


def _same(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether two counts name the same noun; amounts of money need none."""
    if family(one) != "count":
        return True
    nouns = [head(reading.sentences[f.sentence], f) for f in (one, other)]
    if nouns[1] is None and _NAMED.match(reading.document.text, other.end):
        return False
    return nouns[0] is not None and alike(*nouns)


def _says(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *whole* is above each part and stands before all or after all of them."""
    largest = max(p.value for p in parts if p.value is not None)
    outside = whole.start < min(p.start for p in parts) or whole.start > max(p.start for p in parts)
    return whole.value is not None and whole.value > largest and outside


def _wholes(
    reading: Reading, index: int, last: Figure, *, above: Fraction | None = None
) -> Iterator[Figure]:
    """Figures that may be the total: those before, nearest first, then those soon after.

    With *above*, only those that are more.
    """
    before = backwards(reading, index, index - FAR + 1, last.start)
    own = reading.sentences[index]
    after = chain(
        own.within(own.sign_of(last) + 1, len(own.text)) if last.sentence == index else (),
        (f for row in reading.by_sentence[index + 1 : index + AFTER + 1] for f in row),
    )
    kind = family(last)
    for figure in (*islice(before, WHOLES), *islice(after, WHOLES)):
        if family(figure) != kind or figure.value is None:
            continue
        if (above is None or figure.value > above) and _same(reading, figure, last):
            yield figure
