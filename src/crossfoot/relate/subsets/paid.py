"""What was paid of what was billed: ``submitted $12 million in claims … paid $3 million``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

_CUES = frozenset(("paid", "reimbursed", "paying", "pay"))
# "submitted approximately $12 million in false claims", "billed Medicare $4 million"
_BILLED = pattern(
    r"\b(?:bill(?:ed|ing|s)?|submit(?:ted|ting|s)?|submission of|fil(?:ed|ing)|claim(?:ed|ing)?"
    r"|seek(?:ing)?|sought|request(?:ed|ing)?)\b[^.;\ue000-\uf8ff]{{0,110}}(?P<whole>{money})"
)
# "paid $3 million on the fraudulent claims", "paid about $3 million of that"
_PAID = pattern(
    r"\b(?:paid|pay|paying|reimbursed)\b[^.;\ue000-\uf8ff]{{0,60}}(?P<part>{money})"
    r"(?:\s(?:in|as)\s(?:[a-z]+\s){{0,2}}?(?:reimbursements?|payments?|benefits))?"
    r"\s(?P<tie>(?:on|for|of|based on|as a result of|because of|in connection with|toward)\s"
    r"(?:(?:the|those|these|that|such|their|its|his|her)\s(?:[a-z]+,?\s(?:and\s)?){{0,4}}?claims?\b"
    r"|that(?:\samount|\stotal|\ssum)?(?=[.,;]|$)))"
)
_OTHER = lazy(r"\b(?:other|another|each|per|average|separate)\b")


def paid(reading: Reading) -> Iterator[Relation]:
    """What was paid on claims, a part of what that sentence or the one before says was claimed."""
    for index, skeleton in worded(reading, _CUES):
        match = _PAID.search(skeleton.text) if SIGNS["money"] in skeleton.text else None
        part = skeleton.group(match, "part") if match else None
        if match is None or part is None or _OTHER.search(match.group()):
            continue
        whole = _billed(skeleton, match.start())
        if whole is None and index and not _money(skeleton, match.start()):
            before = reading.sentences[index - 1]
            whole = _billed(before, len(before.text))
        if whole is not None:
            tie = skeleton.span(match, "tie")
            yield relation("subset", reading, [tie], part=part, whole=whole)


def _billed(skeleton: Skeleton, end: int) -> Figure | None:
    """The only amount of a sentence up to *end*, where it is told as billed."""
    amounts = _money(skeleton, end)
    match = _BILLED.search(skeleton.text, 0, end) if len(amounts) == 1 else None
    return skeleton.group(match, "whole") if match else None


def _money(skeleton: Skeleton, end: int) -> list[Figure]:
    return [f for f in skeleton.within(0, end) if f.kind == "money"]
