"""How those just told fared, in two groups that leave none out.

``Five people were shot. Two died and three were wounded``; ``All seven are back in custody. Four
were caught and three turned themselves in``.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.sums.ties import Claim
from crossfoot.relate.wording.rows import Row

_GROUP = r"(?:\s(?:of (?:them|those|the [a-z]+)|other|others|people|victims|men|women|suspects))?\s"
_DIED = lazy(_GROUP + r"(?:died|(?:was|were)\s(?:killed|shot dead|found dead|pronounced dead))\b")
# "were wounded", and not "were critically wounded": others may be less so
_HURT = lazy(
    _GROUP + r"(?:(?:was|were)\s(?:wounded|injured|hurt)|survived)(?=[.,;]|\s(?:and|but)\b|$)"
)
_CAUGHT = lazy(
    _GROUP + r"(?:(?:was|were)\s)?(?:caught|captured|arrested|apprehended|tracked down)\b"
)
_GAVE_UP = lazy(
    _GROUP + r"(?:later\s)?(?:turned (?:themselves|himself|herself) in|surrendered"
    r"|gave (?:themselves )?up)\b"
)
# "five people were | shot", "shot | five people": who is hit is killed or hurt
_WERE_HIT = lazy(
    r"(?:\s(?!and\b)[a-z-]+){0,3}?\s(?:were|was|had been|have been)\s"
    r"(?:shot|stabbed|struck|hit|run over)(?!\s(?:at|and|to death|dead|fatally)\b)"
)
_HIT = lazy(r"\b(?:shot|stabbed|struck|ran over)\s(?:at least\s)?$")
# of those aboard: all were saved, died or are missing
_FATES = tuple(
    lazy(_GROUP + words)
    for words in (
        r"(?:survived|(?:(?:was|were|have been)\s)?(?:rescued|saved|pulled out))\b",
        r"(?:died|drowned|perished|(?:was|were)\s(?:killed|found dead))\b",
        r"(?:(?:was|were|is|are|remain|remained)\s)?(?:still\s)?(?:missing|unaccounted for)\b",
    )
)
_ABOARD = lazy(r"\b(?:aboard|on board|(?:was|were) carrying|carried)\b")
_SURVIVED = lazy(r"\bsurvived\b")
_HELD = frozenset("custody bars caught captured recaptured arrested apprehended back".split())
_ALL = lazy(r"\ball\s(?:of the\s)?$")
_ANOTHER = lazy(r"\b(?:another|the other|the remaining)\s$")
_OF_THE = lazy(r"\sof (?:the|those)\b")
_FEW = frozenset(
    "died killed wounded injured hurt survived caught captured arrested apprehended surrendered"
    " turned gave tracked rescued saved drowned perished missing".split()
)


def fared(reading: Reading, row: Row, whole: Figure) -> Claim | None:
    """What two groups claim of *whole*, where they are told by how each of them fared."""
    if not 2 <= len(row.figures) <= 3 or _FEW.isdisjoint(row.skeleton.words):
        return None
    text = row.skeleton.text
    afters = [row.skeleton.sign_of(f) + 1 for f in row.figures]
    above = reading.sentences[whole.sentence]
    if _ABOARD.search(above.text) and _are_all_fates(row, afters):
        return "full"
    if len(afters) != 2:
        return None
    if _HURT.match(text, afters[1]) and _DIED.match(text, afters[0]):
        return "full" if _were_hit(above, whole) else None
    if _HURT.match(text, afters[0]) and _DIED.match(text, afters[1]):
        return "full" if _were_hit(above, whole) else None
    if _CAUGHT.match(text, afters[0]) and _GAVE_UP.match(text, afters[1]):
        if _HELD.isdisjoint(above.words):
            return None
        at = above.sign_of(whole)
        every = _ALL.search(above.text, 0, at) or _OF_THE.match(above.text, at + 1)
        every = every or _ANOTHER.search(text, 0, afters[1] - 1)
        return "full" if every else "open"
    return None


def _are_all_fates(row: Row, afters: Sequence[int]) -> bool:
    """Whether groups are told as saved, dead and missing; two of them, where some survived."""
    text = row.skeleton.text
    found = {n for at in afters for n, fate in enumerate(_FATES) if fate.match(text, at)}
    if not row.closed or len(found) != len(afters):
        return False
    return len(found) == len(_FATES) or (2 not in found and _SURVIVED.search(text) is not None)


def _were_hit(above: Skeleton, whole: Figure) -> bool:
    """Whether *whole* counts those who were shot or struck."""
    at = above.sign_of(whole)
    return bool(_WERE_HIT.match(above.text, at + 1) or _HIT.search(above.text, 0, at))
