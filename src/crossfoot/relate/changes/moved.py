"""Changes of what somebody moved: "cut the price of a seat" 25 percent "to" $45."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.changes.cues import PORTIONS, Cue, Direction
from crossfoot.relate.changes.stock import LIGHT

# "cut the price of a ticket" 25 percent "to"
_OBJECT_BY = lazy(
    rf"\b(?:(?P<cut>cut|cuts|reduced?|reduces|slashed|lowered|lowers|trimmed)|(?P<add>raised?|raises"
    rf"|increased?|increases|boosted|hiked|lifted))"
    r"(?: (?:the|its|their|his|her|[a-z]+'s)(?: (?!(?:to|from|at|by|between|and)\b)[a-z'-]+){1,7}"
    rf"| [a-z]+s) {LIGHT}$"
)


def told_of_object(cue: Cue, near: str) -> Cue | None:
    """A change of what somebody moved: "cut the price of a seat" 25 percent "to"."""
    if cue.figure.kind not in PORTIONS or not cue.after.startswith((" to ", " from ")):
        return None
    found = _OBJECT_BY.search(near)
    if found is None:
        return None
    direction: Direction = "up" if found["add"] else "down"
    return cue._replace(tag="change", direction=direction, moves=True, said=(found.start(), 0))
