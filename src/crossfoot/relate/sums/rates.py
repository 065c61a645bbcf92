"""Rates that a sentence adds: ``120 a week in the city and 45 outside, a total of 165 a week``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

_CUES = frozenset("total totals totaling totalling combined".split())
MOST = 4  # rates that are added
_TOTAL = lazy(
    r"(?P<tie>\btotal(?:s|ing|ling)?|\bcombined(?: total)?)(?:\s[a-z]+){0,2}?"
    r"(?: of| to)?(?: (?:about|an?|approximately|roughly|nearly|around|more than))?\s$"
)


def rates(reading: Reading) -> Iterator[Relation]:
    """Sums of rates against the total that ends their list."""
    for _, skeleton in worded(reading, _CUES, fewest=3):
        for whole in skeleton.figures:
            if whole.kind != "rate" or not (whole.unit or "").startswith("per "):
                continue
            at = skeleton.sign_of(whole)
            tie = _TOTAL.search(skeleton.text, max(0, at - 60), at)
            parts = _parts(skeleton, whole) if tie else ()
            if tie and 2 <= len(parts) <= MOST:
                span = skeleton.span(tie, "tie")
                yield relation("sum", reading, [span], {"claim": "full"}, parts=parts, whole=whole)
                break


def _parts(skeleton: Skeleton, whole: Figure) -> Sequence[Figure]:
    """The rates of the whole's unit before it; none where a count of something else stands by."""
    found: list[Figure] = []
    averaged = "averag" in skeleton.text  # "averaged 3,400 crossings between ports per day"
    for figure in skeleton.within(0, skeleton.sign_of(whole)):
        if figure.kind == "rate" and figure.unit == whole.unit:
            found.append(figure)
        elif figure.kind in ("count", "number", "rate"):
            if not averaged or figure.kind == "rate":
                return ()
            found.append(figure)
    rated = averaged or any(f.kind == "rate" for f in found)
    below = all(f.value is not None and f.value < (whole.value or 0) for f in found)
    return found if rated and below else ()
