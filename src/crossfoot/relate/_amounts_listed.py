"""Amounts counted: ``$1,200, $3,400 and a $900 check … the total of all three checks was $5,500``.

The sum says which amounts are meant; their number must then be the one announced.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate._wording import relation

# "the total of all four checks was $7,500", "the four payments totaled $7,500"
_TOTAL = pattern(
    r"(?:\btotal(?:\s(?:value|amount|sum))?\s(?:of|for)\s(?:all\s|the\s|these\s|those\s)*(?P<n>{n})"
    r"\s(?:[a-z]+\s){{1,3}}?(?P<tie>was|is|came to|amounted to|comes to)"
    r"\s(?:[a-z]+\s)?(?P<sum>{money})"
    r"|\b(?:the|these|those|all)\s(?P<m>{n})\s(?:[a-z]+\s){{1,3}}?"
    r"(?P<tied>totall?ed|total|added up to|amounted to|came to|totall?ing)"
    r"\s(?:[a-z]+\s)?(?P<all>{money}))"
)
REACH = 5  # sentences back in which the amounts are told
MOST = 20
CENTS = 1  # dollars each amount may be off where cents were left out


def amounts_listed(reading: Reading) -> Iterator[Relation]:
    """Payments announced by number, under a total that those told before come to."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
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
            if len(parts) > 1:
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
