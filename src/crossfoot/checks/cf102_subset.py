"""CF102: a part and the whole it is taken from."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, mend, quoted, say, unverifiable
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.model import Finding, Relation


@register("CF102", relation="subset")
def part_within_whole(relation: Relation) -> Finding:
    """A part should be no larger than the whole it is taken from.

    Why: A part above its whole shows at once that one of the two belongs to something else.
    Example: "arrested 40 people, 52 of whom had convictions" takes 52 out of 40.
    Silent: Groups that the text does not call parts of one another.
    Misses: A part of the right size taken from the wrong whole.
    Source: Darrell Huff, How to Lie with Statistics, on the base of a comparison.
    """
    part, whole = relation.one("part"), relation.one("whole")
    if part.value is None or whole.value is None:
        return unverifiable(relation, f"“{part.text}” or “{whole.text}” is not given as a number.")
    low, high = part.range.low, whole.range.high
    line = f"{say(part.value, part)} of {say(whole.value, whole)}"
    if low is None or high is None or low <= high:
        return consistent(relation, computed=part.value, stated=whole.value, arithmetic=line)
    repairs = ranked([candidate(part, whole.value), candidate(whole, part.value)])
    return inconsistent(
        relation,
        computed=part.value,
        stated=whole.value,
        arithmetic=f"{line} is more than all of them",
        message=f"{quoted(part)} cannot be part of {quoted(whole)}: it is more{mend(repairs)}.",
        repairs=repairs,
    )
