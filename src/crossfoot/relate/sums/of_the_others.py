"""One of several, and the others: ``one of six hurt. Three of the others are …, and two are …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family

_CUES = frozenset(("other", "others"))
_VERB = r"(?:are|were|is|was|had|have|live|came|worked?)\b"
# "Three of the other riders who were hurt are clerks, police said, while two are cooks"
_SHARED = pattern(
    r"(?P<first>{n})\s(?P<tie>of the others?)\b[^.;:\ue000-\uf8ff]{{0,60}}?\s{verb}"
    r"[^.;\ue000-\uf8ff]{{0,80}}?(?:,|\s)\s?(?:and|while|but)\s(?P<last>{n})\s(?:of them\s)?{verb}",
    verb=_VERB,
)
_ONE_OF = pattern(r"(?P<one>{n})\sof\s(?:the\s|at least\s)?(?P<whole>{n})(?!\s(?:of|percent)\b)")
REACH = 2  # sentences before in which the one is told


def of_the_others(reading: Reading) -> Iterator[Relation]:
    """Sums of one and of two groups of the others; none is alleged, as there may be more."""
    if " of the other" not in reading.text:
        return
    for index, skeleton in worded(reading, _CUES, fewest=2):
        match = _SHARED.search(skeleton.text)
        if match is None:
            continue
        groups = [skeleton.group(match, name) for name in ("first", "last")]
        for before in reading.sentences[max(0, index - REACH) : index]:
            told = _ONE_OF.search(before.text)
            one, whole = (before.group(told, n) if told else None for n in ("one", "whole"))
            parts = [f for f in (one, *groups) if f is not None and family(f) == "count"]
            if len(parts) == 3 and whole and sum(f.value or 0 for f in parts) == whole.value:
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], {"claim": "weak"}, parts=parts, whole=whole)
