"""Money named once: "to" $45 million "from" 40 million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Figure
from crossfoot.relate.changes.cues import Cue

# 40 million": nothing is named that is counted
BARE_END = lazy(
    rf"[.,;:)]|$| (?:in|a|an|the|last|for|at|on|during|year|previously|reported|recorded|earned|and"
    rf"|but|while|one|{SIGNS['date']}|{SIGNS['duration']})(?: |$)| {SIGNS['date']}"
)
_SCALE = lazy(r"(?i)\b(?:thousand|million|billion|trillion|cents?)\b")


def in_money(cues: Sequence[Cue], k: int) -> Cue:
    """An earlier amount in the money of the later one: "to" $45 million "from" 40 million."""
    here = cues[k]
    beside = [
        c for c in (*cues[max(0, k - 2) : k][::-1], *cues[k + 1 : k + 2]) if c.tag != "change"
    ]
    sums = [c.figure for c in beside[:1] if c.figure.kind == "money"]
    bare = here.figure.kind in ("count", "number") and BARE_END.match(here.after)
    if not sums or not bare or _scale(here.figure) != _scale(sums[0]):
        return here
    return here._replace(figure=replace(here.figure, kind="money", unit=sums[0].unit))


def _scale(figure: Figure) -> str:
    """The word that a number is told in so many of: "million"; "" without one."""
    found = _SCALE.search(figure.text)
    return found.group().lower() if found else ""
