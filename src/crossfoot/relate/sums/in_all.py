"""What several pay in all, and what each: ``agreed to pay a total of $12 million. … will pay``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.skeleton import SIGNS, Reading, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart

_CUES = frozenset(("total",))
# "have agreed to pay a combined total of $12 million"
_IN_ALL = pattern(
    r"\b(?P<tie>pay|paid|paying|pays)\s(?:out\s)?(?:an?\s)?(?:combined\s|collective\s)?total\sof\s"
    r"(?P<whole>{money})"
)
# "has agreed to pay $1 million", "will pay about $500,000"
_EACH = pattern(
    r"\b(?:pay|pays|paid)\s(?:the\s(?:[a-z]+\s){{1,4}})?(?:a\s[a-z]+\sof\s)?(?P<part>{money})"
)
_OF_ONE = pattern(r"(?:{money})\s(?:each|apiece|per|a (?:year|month|day)|of (?:that|this|which))\b")
REACH = 4  # sentences in which each is told
FEWEST = 3  # payments that leave no room for others, where their sum is a slip off


def in_all(reading: Reading) -> Iterator[Relation]:
    """Payments told one by one after what they make in all."""
    for index, skeleton in worded(reading, _CUES):
        match = _IN_ALL.search(skeleton.text) if SIGNS["money"] in skeleton.text else None
        whole = skeleton.group(match, "whole") if match else None
        if match is None or whole is None or whole.value is None:
            continue
        parts = tuple(_payments(reading, index, whole))
        if len(parts) < 2 or any((p.value or 0) >= whole.value for p in parts):
            continue
        total = Interval.sum(p.range for p in parts)
        slips = len(parts) >= FEWEST and is_a_slip_apart(whole, parts)
        off = abs(sum((p.value or Fraction(0) for p in parts), Fraction(0)) - whole.value)
        if total.meets(whole.range) or (slips and off):
            claim = "weak" if total.meets(whole.range) else "full"
            tie = skeleton.span(match, "tie")
            yield relation("sum", reading, [tie], {"claim": claim}, parts=parts, whole=whole)


def _payments(reading: Reading, index: int, whole: Figure) -> Iterator[Figure]:
    """What each pays, in the sentences right after, until one tells of no payment."""
    for skeleton in reading.sentences[index + 1 : index + 1 + REACH]:
        found = [skeleton.group(m, "part") for m in _EACH.finditer(skeleton.text)]
        money = [f for f in skeleton.figures if f.kind == "money"]
        if not found or len(found) != len(money) or _OF_ONE.search(skeleton.text):
            return
        yield from (f for f in found if f is not None and family(f) == family(whole))
