"""Changes whose ends stand in one clause with them, so that nothing else can be meant.

``rose 48 percent, from 420 in 2022 to 484 in 2023``; ``fell from 473 to 414, a drop of
22 percent``; ``484 tickets, a 48 percent increase over the 420 issued``. Such a change is
alleged however far it is off: a wrong base is no slip of the pen.
"""

from __future__ import annotations

from crossfoot.figures.skeleton import Skeleton, kept, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.neighbours import Ends
from crossfoot.relate.changes.stock import TOTAL_OF

_LESS = r"(?:about |nearly |almost |roughly |some |around |just )?"
_TIME = (
    r"(?: (?:in|during|for) (?:the )?{date}| last year| this year| a year (?:earlier|ago|before))?"
)
_MOVE = (
    r"(?:drop|decline|decrease|fall|reduction|dip|increase|rise|jump|gain|surge|spike|growth"
    r"|uptick)"
)
# "last year's total, of"
_LEVEL = rf"(?:(?:(?:its|their|{{date}}'s?) )?(?:[a-z-]+ ){{{{0,2}}}}{TOTAL_OF})?"


def _ends(k: int) -> str:
    """ "from 420 in 2022 to 484", in groups numbered *k*."""
    first, last = (rf"{_LESS}(?P<{end}{k}>{{amount}})" for end in ("from", "to"))
    return rf"from {first}(?: [a-z]+)?{_TIME} to {last}"


_CLOSED = pattern(
    r"(?P<change1>{percent}),? " + _ends(1)  # "48 percent, from 420 to 484"
    + r"|\b" + _ends(2) + r"(?: [a-z]+)?" + _TIME  # "from 473 to 414, a drop of 22 percent"
    + r"(?:, (?:or )?| \()(?:an? " + _LESS + _MOVE + r" of |up |down |an? )?" + _LESS
    + r"(?P<change2>{percent})(?! (?:of|more|fewer|less|higher|lower|share)\b)"
    r"|(?P<to3>{amount})(?: [a-z]+){{0,2}}" + _TIME  # "484 tickets, up 48 percent from 420"
    + r", (?:(?:up|down) " + _LESS + r"(?P<change3>{percent}) from|an? " + _LESS
    + r"(?P<change4>{percent}) " + _MOVE + r" (?:over|from|on|compared (?:to|with))) (?:the )?"
    + _LEVEL + _LESS + r"(?P<from3>{amount})"
)  # fmt: skip
_GROUPS = {
    "change": ("change1", "change2", "change3", "change4"),
    "from": ("from1", "from2", "from3"),
    "to": ("to1", "to2", "to3"),
}


# "That is a" 50 percent "increase.": a sentence that says nothing else of the two numbers before
_THAT_IS = pattern(
    r"^\W*(?:that|this|it)(?:'s| is| was| represents| represented| marks| marked| means| amounts to"
    r"| comes to| works out to) (?:an? )?(?:" + _MOVE + r" of )?" + _LESS
    + r"(?P<change>{percent})(?: (?:[a-z]+ )?" + _MOVE + r")?\W*$"
)  # fmt: skip


def is_concluded(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether a sentence says nothing but the change of two numbers told before it."""
    match = _THAT_IS.match(skeleton.text)
    if match is None or skeleton.group(match, "change") is not change:
        return False
    return all(end is not None and end.sentence < change.sentence for end in ends)


def is_closed(skeleton: Skeleton, change: Figure, ends: Ends) -> bool:
    """Whether one clause gives the change and both ends in so many words."""
    return (change, ends.base, ends.result) in _closed(skeleton)


@kept
def _closed(skeleton: Skeleton) -> frozenset[tuple[Figure | None, ...]]:
    """The changes that one clause gives with both their ends: change, from, to."""
    return frozenset(
        tuple(
            next((f for g in groups if (f := skeleton.group(match, g))), None)
            for groups in _GROUPS.values()
        )
        for match in _CLOSED.finditer(skeleton.text)
    )
