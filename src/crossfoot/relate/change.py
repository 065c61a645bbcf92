"""Changes: two figures and the difference, percentage or points said to separate them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate._change_ends import Ends, Told, changes_told
from crossfoot.relate._changes import PORTIONS, Cue, Statement
from crossfoot.relate._wording import relation, sentences


def relate(reading: Reading) -> Iterator[Relation]:
    """Every change that the wording asserts."""
    text = Told(reading)
    for index, skeleton in sentences(reading):
        for statement, ends in changes_told(text, index, skeleton):
            yield from _relations(reading, skeleton, statement, ends)


def _relations(
    reading: Reading, skeleton: Skeleton, statement: Statement, ends: Ends
) -> Iterator[Relation]:
    licence = statement.licence(skeleton)
    options = {"direction": statement.direction}
    cues = [c for c in statement.changes if c.figure.kind != "multiple"]
    changes = [c.figure for c in cues]
    base, result = ends.base, ends.result
    if not changes:
        return
    if base and result:
        for cue in cues:
            if _fits_kind(cue, base):
                yield relation(
                    "change", reading, licence, options,
                    **{"from": base, "to": result}, change=cue.figure,
                )  # fmt: skip
        return
    end = base or result
    if end and len(changes) == 2 and _fits_kind(_amount(cues), end):
        yield relation(
            "change", reading, licence, options, **{"from": base, "to": result}, change=changes
        )


def _amount(changes: Sequence[Cue]) -> Cue:
    return next((c for c in changes if c.figure.kind not in PORTIONS), changes[0])


def _fits_kind(cue: Cue, end: Figure) -> bool:
    """Whether an end can be of the kind that the change is counted in."""
    change = cue.figure
    if end.kind in PORTIONS:
        return change.kind in ("percent", "points") or cue.after.startswith(" point")
    if change.kind == "money" or end.kind == "money":
        return change.kind in ("money", *PORTIONS) or end.kind == change.kind
    return True
