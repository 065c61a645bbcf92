"""Parts of a time, or of how often: ``in two towns for 28 years, 16 of them in Ely``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.wording.phrases import OF_THEM, TIMES
from crossfoot.relate.wording.rows import head

# "28 years | in Ohio, the last " 14, "five weeks, " two
_JUST_TOLD = lazy(
    rf"{SIGNS['duration']}[^,;.:()\ue000-\uf8ff]{{0,40}},\s"
    r"(?P<of>of which\s)?"
    r"(?:(?:about|some|nearly|almost|only|just|at least|more than|the (?:first|last))\s)?$"
)
_FARTHEST = 64  # characters from such a time to the number of its parts
_IN_ALL = lazy(r"(?:\stimes)?\s(?:in all|altogether|in total|all told)\b")


def is_of_time(skeleton: Skeleton, part: Figure) -> bool:
    """Whether "16 of them" stands right behind a length of time, of which it may be."""
    at = skeleton.sign_of(part)
    before = (max(0, at - _FARTHEST), at)
    if SIGNS["duration"] not in skeleton.text[slice(*before)] or head(skeleton, part) is not None:
        return False
    told = _JUST_TOLD.search(skeleton.text, *before)
    return told is not None and bool(told["of"] or OF_THEM.match(skeleton.text, at + 1))


def is_how_often(skeleton: Skeleton, part: Figure, whole: Figure) -> bool:
    """Whether a larger number tells how often: ``three of the eight fired, 11 times in all``."""
    if (part.value or 0) <= (whole.value or 0) or whole.text.endswith(TIMES):
        return False
    often = part.text.endswith(TIMES) or head(skeleton, part) in TIMES
    return often or _IN_ALL.match(skeleton.text, skeleton.sign_of(part) + 1) is not None
