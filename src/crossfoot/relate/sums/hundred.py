"""Shares of one thing that leave none out: ``61 percent were men and 39 percent women``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.footed import seam
from crossfoot.relate.sums.slipped import off_hundred_by_a_slip
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.phrases import relation, singular
from crossfoot.relate.wording.rows import Row

# "Of those offered the program, 35%"
_OF_THOSE = lazy(r"\W*(?:of|among) (?:the|those|them|these|all)\b[^,;]{0,60},")
# "61 percent of respondents agreed"
_SHARE_OF = pattern(r"{percent}\sof (?:the |all |those |its |their |[a-z]+)")
_THE_REST = lazy(r"\W*(?:the (?:rest|others?|remainder|remaining)|another|others)\b")
_ARE = lazy(r"\s(?:of them\s)?(?:were|are)\s")  # "61 percent were men"
# "75% of those arrested": what a share is of
_OF_WHAT = lazy(r"\sof\s(?:(?:the|all|these|its|their)\s)*(?P<what>[a-z]+(?:\s[a-z]+s\b)?)")
_YOUNGER = lazy(r"\b(?:under|below|younger|up to)\b")
_OLDER = lazy(r"\b(?:over|above|older|and up)\b")
HUNDRED = 100
_THOSE = PERSONS | {"those", "them"}
_NO_WHOLE = frozenset("rest remainder balance remaining other".split())  # "75% of the rest"
_RATES = frozenset("interest rate rates coupon coupons yield yields growth".split())
EARLIER = 5  # shares before the last one, of which any can be of the same thing
APART = 3  # sentences back in which another part can be told
FAR_OFF = 20  # from a hundred, shares told in two sentences are of two things


def hundred(reading: Reading, index: int, row: Row) -> Relation | None:
    """Shares that the wording sets side by side, of one thing, with none left out."""
    if row.kind != "percent" or row.total.is_open:
        return None
    fits = row.total.meets(Interval.exactly(100))
    text = row.skeleton.text
    own = [m for f in row.figures if (m := _SHARE_OF.match(text, row.skeleton.sign_of(f)))]
    if len(own) > 1 or (not fits and _goes_on(reading, row)):
        return None  # "55 percent of men and 62 percent of women"
    opener = _OF_THOSE.match(row.skeleton.text) or _SHARE_OF.match(row.skeleton.text, row.start)
    filled = row.completes or row.complementary or _are_all_ages(row)
    set_beside = row.complementary and all(
        _ARE.match(text, row.skeleton.sign_of(f) + 1) for f in row.figures
    )
    if set_beside and off_hundred_by_a_slip(row.figures):
        return relation("sum", reading, [seam(row)], parts=row.figures)
    over = (row.settled or row.apart or row.nations) and (row.total.low or 0) > HUNDRED
    if not (fits and (opener or filled)) and not (opener and (filled or over)):
        return None
    tie = row.skeleton.span(opener) if opener else seam(row)
    return relation("sum", reading, [tie], parts=row.figures)


def _are_all_ages(row: Row) -> bool:
    """Whether the members are of ages that leave none out: "under 18", "18 to 64", "over 64"."""
    text, skeleton = row.skeleton.text, row.skeleton
    signs = [skeleton.sign_of(f) for f in row.figures]
    spans: list[tuple[Fraction | None, Fraction | None]] = []
    for start, end in zip(signs, [*signs[1:], len(text)], strict=True):
        ages = [f for f in skeleton.within(start, end) if f.kind == "age"]
        if len(ages) != 1:
            return False
        words = text[start:end]
        low, high = ages[0].range.low, ages[0].range.high
        if _YOUNGER.search(words):
            low = None
        if _OLDER.search(words):
            high = None
        spans.append((low, high))
    joined = (
        b[0] is not None and a[1] is not None and abs(b[0] - a[1]) <= 1 for a, b in pairwise(spans)
    )
    return spans[0][0] is None and spans[-1][1] is None and all(joined)


def answers(reading: Reading, index: int, row: Row) -> Relation | None:
    """``64 percent of adults chose … Thirty percent would rather … and 6 percent were unsure``."""
    if row.kind != "percent" or not row.completes or row.total.is_open or index == 0:
        return None
    if row.total.meets(Interval.exactly(HUNDRED)):
        return None  # full without another
    before = [f for f in reading.by_sentence[index - 1] if f.kind == "percent"]
    above = reading.sentences[index - 1]
    if len(before) != 1 or not _SHARE_OF.match(above.text, above.sign_of(before[0])):
        return None
    shares = (before[0], *row.figures)
    total = row.total + before[0].range
    if not total.meets(Interval.around(Fraction(HUNDRED), Fraction(FAR_OFF))):
        return None  # "72% have none, says one. Another found that 5% … while 73%"
    return relation("sum", reading, [seam(row)], parts=shares)


def _goes_on(reading: Reading, row: Row) -> bool:
    """Whether the sentence after tells of the rest: ``The rest had no record``."""
    after = row.figures[-1].sentence + 1
    if after >= len(reading.sentences):
        return False
    return _THE_REST.match(reading.sentences[after].text) is not None


def rest_of_hundred(
    reading: Reading, earlier: Sequence[Figure], parts: Sequence[Figure], tie: Span
) -> Relation | None:
    """Shares named before, the nearest first, and those that are all the rest make 100."""
    full = Interval.exactly(HUNDRED)
    for more in range(0 if len(parts) > 1 else 1, EARLIER):
        members = (*reversed(earlier[:more]), *parts)
        if len(members) > 1 and Interval.sum(f.range for f in members).meets(full):
            return relation("sum", reading, [tie], parts=members)
    if _in_table(reading, parts[0]):
        return None  # what remains of a table is of its other rows
    if len(parts) == 1:
        beside = [f for f in earlier if parts[0].sentence - f.sentence < 2]
        if not beside:
            return None
        parts = (beside[0], parts[0])  # "held 12.3%, and the states the remaining 78.7%"
        if parts[0].value == parts[1].value:
            return None  # one told twice
        alone = all(parts[0].sentence - f.sentence > APART for f in earlier[1:])
        beside_it = not reading.text[tie.end : parts[1].start].strip(" ,-")
        closed = beside_it and _are_of_one(reading, *parts)  # not "the balance in parts of 25%"
        if not (off_hundred_by_a_slip(parts) or (closed and (alone or _overfill(parts)))):
            return None
        options = {"sure": "1"} if closed else {}
        return relation("sum", reading, [tie], options, parts=parts)
    if not _RATES.isdisjoint(reading.sentences[parts[0].sentence].words):
        return None  # "one bears interest of 8%, the other 9%"
    return relation("sum", reading, [tie], parts=parts)


def _overfill(parts: Sequence[Figure]) -> bool:
    return (Interval.sum(f.range for f in parts).low or 0) > HUNDRED


def _are_of_one(reading: Reading, share: Figure, rest: Figure) -> bool:
    """Whether a share and the rest are of the same thing, and no other share is told with them.

    ``75% of those arrested were men. The remaining 35% of detainees``.
    """
    if share.hedge or rest.hedge or share.range.is_open or rest.range.is_open:
        return False
    told = [f for at in {share.sentence, rest.sentence} for f in reading.by_sentence[at]]
    if any(f.kind in ("percent", "fraction") and f not in (share, rest) for f in told):
        return False
    if any(f.kind == "date" and f.sentence == rest.sentence and f.end < rest.start for f in told):
        return False  # "In 2019 the remaining 35%"
    one, other = _of_what(reading, share), _of_what(reading, rest)
    if one is None or one in _NO_WHOLE:
        return False
    return one == other or other is None or {one.split()[-1], other.split()[-1]} <= _THOSE


def _in_table(reading: Reading, figure: Figure) -> bool:
    text = reading.document.text
    return text.startswith("|", text.rfind("\n", 0, figure.start) + 1)


def _of_what(reading: Reading, share: Figure) -> str | None:
    skeleton = reading.sentences[share.sentence]
    match = _OF_WHAT.match(skeleton.text, skeleton.sign_of(share) + 1)
    return singular(match["what"]) if match else None
