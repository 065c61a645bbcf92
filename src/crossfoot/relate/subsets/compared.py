"""Numbers that another is only measured by: "those" and "them" are never of these.

``took back 160,161 people, 22 percent fewer than the 206,233 of 2024. Of those, 137,400 were men``.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure

_REACH = 90  # characters before such a number in which that is told
# "than the | 206,233", "than in those months of last year, when | 34,480", "a goal of | 3,000"
_AGAINST = lazy(
    r"\b(?:than|compared (?:with|to)|versus|(?:up|down) from|as against)\s"
    r"(?:(?:in|the|last|this|about|some|an?|its|their|year's|month's|week's|previous|record)\s)*$"
    r"|\b(?:than|compared (?:with|to)|versus)\s[^.;:]{1,60},\swhen\s"
    r"(?:(?:it|there)\s(?:was|were)\s)?$"
    r"|\b(?:goal|target|quota|limit|capacity|ceiling|cap|aim|budget) of\s"
    r"(?:(?:about|some|at least|more than)\s)?$"
)
_CUES = ("than ", "compared ", "versus ", "from ", "against ", " of ")
_STEP = lazy(r"\s(?:[a-z-]+\s)?(?:more|fewer|less|higher|lower|above|below)\sthan\b")


def is_measure(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether *figure* is what another is compared with, or by how much."""
    at = skeleton.sign_of(figure)
    if _STEP.match(skeleton.text, at + 1):
        return True
    before = (max(0, at - _REACH), at)
    near = skeleton.text[slice(*before)]
    return any(map(near.__contains__, _CUES)) and bool(_AGAINST.search(skeleton.text, *before))
