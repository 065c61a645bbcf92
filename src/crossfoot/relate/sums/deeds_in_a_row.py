"""Things done to groups side by side: ``Nine people were killed, five wounded and six arrested``.

The first group takes in those after it only where all who were hit are killed or hurt, or where
those caught are dealt with in several ways: ``24 were arrested, 19 charged and five released``.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure

# "people were killed,", "wounded and", "others arrested in": right behind a number
_DONE_TO = lazy(
    r"\s(?:(?:others?|more|people|persons|[a-z]+s|men|women|children)\s){0,2}?"
    r"(?:(?:were|was|had been|have been)\s)?"
    r"(?P<deed>[a-z]+(?:ed|en|ght)|hurt|shot|held|missing|dead|hit|struck)\b"
)
_TAKES_UP = lazy(r"\bof (?:them|whom|those|these|the)\b")
_HURT = frozenset("killed wounded injured hurt dead missing".split())
_HIT = frozenset("shot stabbed hit struck attacked".split())
# what may be done to all before each is dealt with in a way of its own
_FIRST = _HIT | frozenset(
    "arrested detained caught captured held apprehended taken found stopped tested examined"
    " screened questioned interviewed tried admitted hospitalized rescued surveyed".split()
)


def are_deeds_in_a_row(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether something else was done to each of *whole* and *parts*, and not first to all."""
    if any(part.sentence != whole.sentence or part.start < whole.start for part in parts):
        return False
    skeleton = reading.sentences[whole.sentence]
    signs = [skeleton.sign_of(figure) for figure in (whole, *parts)]
    ends = (*signs[1:], len(skeleton.text))
    found = [
        _DONE_TO.match(skeleton.text, at + 1, end) for at, end in zip(signs, ends, strict=True)
    ]
    deeds = [match["deed"] for match in found if match]
    if len(deeds) < len(signs) or _TAKES_UP.search(skeleton.text, 0, signs[-1]):
        return False
    return deeds[0] not in (_FIRST if _HURT.isdisjoint(deeds[1:]) else _HIT)
