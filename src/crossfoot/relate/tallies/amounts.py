"""Amounts counted: ``$1,200, $3,400 and a $900 check … the total of all three checks was $5,500``.

The sum says which amounts are meant; their number must then be the one announced. So does a row of
amounts right after the number of grants: ``two grants … $90,000 for patrols and $60,000 for labs``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, slipped
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import rows

# "the total of all four checks was $7,500", "the four payments totaled $7,500"
_TOTAL = pattern(
    r"(?:\btotal(?:\s(?:value|amount|sum))?\s(?:of|for)\s(?:all\s|the\s|these\s|those\s)*(?P<n>{n})"
    r"\s(?:[a-z]+\s){{1,3}}?(?P<tie>was|is|came to|amounted to|comes to)"
    r"\s(?:[a-z]+\s)?(?P<sum>{money})"
    r"|\b(?:the|these|those|all)\s(?P<m>{n})\s(?:[a-z]+\s){{1,3}}?"
    r"(?P<tied>totall?ed|total|added up to|amounted to|came to|totall?ing)"
    r"\s(?:[a-z]+\s)?(?P<all>{money}))"
)
# "won two grants", "three contracts:": what is of one amount each
_GRANTS = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?"
    r"(?P<tie>grants|awards|contracts|loans|fines|penalties|donations|bribes|prizes|settlements|gifts)\b"
)
# "$250,000 for the Safe Roads Program": each amount is for something
_EACH = lazy(r"\s(?:for|to|from|by|in|on)\s")
_OVERALL = lazy(r"\b(?:total|combined|altogether|each|of which|more than|up to|worth)\b")
_IN_ALL = lazy(r"\s(?:in (?:all|total|sum)|all told|together)\b")  # "$90,000 in all"
REACH = 5  # sentences back in which the amounts are told
MOST = 20
CENTS = 1  # dollars each amount may be off where cents were left out


def amounts_listed(reading: Reading) -> Iterator[Relation]:
    """Payments announced by number, and then told one by one."""
    yield from _under_total(reading)
    yield from _granted(reading)


def _granted(reading: Reading) -> Iterator[Relation]:
    """Grants announced by number, and their amounts in the same sentence or the next."""
    for index, figures in announced(reading):
        skeleton, *_ = near = reading.sentences[index : index + 2]
        if all(sentence.text.count(SIGNS["money"]) < 2 for sentence in near):
            continue
        match = _GRANTS.search(skeleton.text)
        count = skeleton.group(match, "n") if match else None
        if match is None or count is None or len(figures) > 1:
            continue
        for sentence in near:
            parts = _row_of_amounts(sentence, count)
            if parts and slipped(int(count.value or 0), len(parts)):
                tie = skeleton.span(match, "tie")
                yield relation("tally", reading, [tie], {}, count=count, items=parts)
                break


def _row_of_amounts(skeleton: Skeleton, count: Figure) -> list[Span]:
    """The amounts of a sentence, where all are side by side and each is for something."""
    amounts = [f for f in skeleton.figures if f.kind == "money" and f.start > count.end]
    if amounts and _IN_ALL.match(skeleton.text, skeleton.sign_of(amounts[-1]) + 1):
        *amounts, overall = amounts
    else:
        overall = None
    if len(amounts) < 2 or _OVERALL.search(skeleton.text):
        return []
    for row in rows(skeleton):
        if [f for f in row.figures if f is not overall] == amounts and all(
            _EACH.match(skeleton.text, skeleton.sign_of(f) + 1) for f in amounts
        ):
            return [f.span for f in amounts]
    return []


def _under_total(reading: Reading) -> Iterator[Relation]:
    """Payments under a total that those told before come to."""
    for index, skeleton in reading.quantified:
        if SIGNS["money"] not in skeleton.text:
            continue
        if "total" not in skeleton.text and " to " not in skeleton.text:
            continue
        for match in _TOTAL.finditer(skeleton.text):
            names = ("n", "sum", "tie") if match["n"] else ("m", "all", "tied")
            count, total = (skeleton.group(match, name) for name in names[:2])
            if (
                count is None
                or total is None
                or count.value is None
                or not 2 <= count.value <= MOST
            ):
                continue
            parts = _making(_before(reading, index, count), total)
            if len(parts) > 1 and slipped(int(count.value), len(parts)):
                spans = [part.span for part in parts]
                tie = skeleton.span(match, names[2])
                yield relation("tally", reading, [tie], {}, count=count, items=spans)


def _before(reading: Reading, index: int, count: Figure) -> list[Figure]:
    """The sums of money told before *count*, nearest first."""
    return [
        f
        for at in range(index, max(-1, index - REACH - 1), -1)
        for f in reversed(reading.by_sentence[at])
        if f.kind == "money" and f.end < count.start and f.value is not None
    ][:MOST]


def _making(amounts: list[Figure], total: Figure) -> list[Figure]:
    """The nearest amounts, one after another, that come to *total*; in text order."""
    reached = Fraction(0)
    for number, amount in enumerate(amounts, 1):
        reached += amount.value or 0
        if total.value is not None and abs(reached - total.value) <= CENTS * number:
            return amounts[:number][::-1]
        if total.value is not None and reached > total.value + CENTS * number:
            break
    return []
