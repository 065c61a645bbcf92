"""Changes: two figures and the difference, percentage or points said to separate them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.changes.ends import Ends, Told, changes_told
from crossfoot.relate.changes.statements import PORTIONS, Cue, Statement
from crossfoot.relate.wording.phrases import relation, sentences

# 218 "to" 214", a margin of" six
_MARGIN = pattern(
    r"(?P<one>{n})(?: to |-)(?P<other>{n}),?"
    r" (?P<tie>(?:a |by a |with a )?(?:margin|majority|lead) of )(?:just |only )?(?P<margin>{n})"
)
# "by" one "vote," 215 "to" 214
_BY_VOTES = pattern(
    r"(?P<tie>\bby (?:an? )?(?:margin of )?(?:just |only )?)(?P<margin>{n})[ -]votes?(?: margin)?,"
    r" (?P<one>{n})(?: to |-)(?P<other>{n})"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every change that the wording asserts."""
    text = Told(reading)
    for index, skeleton in sentences(reading):
        for statement, ends in changes_told(text, index, skeleton):
            yield from _relations(reading, skeleton, statement, ends)
        if "margin" in skeleton.text or " vote" in skeleton.text:
            yield from _margins(reading, skeleton)


def _margins(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The votes that lie between the sides: "by one vote, 215 to 214"."""
    for match in (m for test in (_MARGIN, _BY_VOTES) for m in test.finditer(skeleton.text)):
        sides = [f for g in ("one", "other") if (f := skeleton.group(match, g))]
        margin = skeleton.group(match, "margin")
        if len(sides) == 2 and margin:
            low, high = sorted(sides, key=lambda f: f.value or 0)
            yield relation(
                "change", reading, [skeleton.span(match, "tie")], {"direction": "up"},
                **{"from": low, "to": high}, change=margin,
            )  # fmt: skip


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
            if _fits_kind(cue, base) and not _exceeds(cue.figure, base, result):
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
    if change.kind in PORTIONS:
        return True
    if "money" in (change.kind, end.kind):
        return change.kind == end.kind
    # "growing 10cm" is no change of a speed
    both = "measure" in (change.kind, end.kind) and bool(change.unit and end.unit)
    return not both or change.unit == end.unit


def _exceeds(change: Figure, base: Figure, result: Figure) -> bool:
    """Whether an amount is more than both ends, as no change from one to the other can be."""
    if change.kind in (*PORTIONS, "points") or change.value is None:
        return False
    high = max(base.value or 0, result.value or 0)
    return bool(high) and abs(change.value) > high
