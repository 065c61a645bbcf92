"""Numbers that were only expected: what came is held against them, and is no change from them."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.changes import words

# "versus the" 72 "expected", "a forecast of" 72: no earlier figure
EXPECTED = (
    r"(?:expected|expectations?|planned|predict(?:ed|ions?)|forecast(?:ed|s|ing)?|project(?:ed|ions?)"
    r"|anticipated|budgeted|(?<!an )estimate[ds]?|target(?:ed|s)?|penciled|hoped|consensus|goal"
    r"|guidance|outlook)"
)
_FORESEEN = lazy(
    rf"\b{EXPECTED}(?: (?:of|at|to|for|by|was|were|is|had been|be|total|reach|about|around|some"
    r"|the|an?|its|their|only|just|nearly|roughly|up|rise|fall|see|make|come))*\s$"
)
_FORESEEN_AFTER = lazy(rf"(?: [a-z-]+){{0,3}}? {EXPECTED}\b(?! (?:last|this|in|for|a year)\b)")
_NEAR = 40  # characters before a figure in which it is told to be expected
# 8 percent "above the" 72 "expected"
_THAN = lazy(r"\b(?:above|below|over|under|than|short of|shy of|beyond|from|on) [^\ue000-\uf8ff]*$")


def is_foreseen(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether a figure is what was expected, and no earlier one: "versus the 72 expected"."""
    at = skeleton.sign_of(figure)
    before = skeleton.text[max(0, at - _NEAR) : at]
    return bool(_FORESEEN.search(before) or _FORESEEN_AFTER.match(skeleton.text, at + 1))


def is_not_from(reading: Reading, skeleton: Skeleton, change: Figure, base: Figure) -> bool:
    """Whether a change is not said to be reckoned from *base*, which was but expected."""
    if not is_foreseen(reading.sentences[base.sentence], base):
        return False
    if not skeleton.start <= base.start < skeleton.end:
        return True
    at, then = skeleton.sign_of(change) + 1, skeleton.sign_of(base)
    if change.start > base.start:  # "it expected 40 and got 26, a third less"
        return words.TRAILING.match(skeleton.text, at) is None
    return _THAN.match(skeleton.text[at:then].lstrip()) is None
