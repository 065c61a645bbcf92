"""CF902: points that are called percent."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, say, unverifiable
from crossfoot.model import Finding, Relation


@register("CF902", relation="change", advice=True)
def points_are_called_points(relation: Relation) -> Finding | None:
    """The difference of two percents is in percentage points.

    Why: From 40% to 44% is four points and ten percent; readers cannot tell which is meant.
    Example: "rose 4 percent, from 40 percent to 44 percent" is a rise of 4 points.
    Silent: Changes of counts; changes given in points.
    Misses: A change of which one end is not stated.
    Source: The Associated Press Stylebook, percent and percentage points.
    """
    ends = [f for role in ("from", "to") for f in relation.figures(role)]
    changes = relation.figures("change")
    if len(ends) != 2 or len(changes) != 1 or any(f.kind != "percent" for f in (*ends, *changes)):
        return None
    if ends[0].value is None or ends[1].value is None or changes[0].value is None:
        return None
    points = abs(ends[1].value - ends[0].value)
    if abs(points - changes[0].value) > changes[0].step / 2:
        return None
    return unverifiable(
        relation, f"{quoted(changes[0])} is {say(points)} points, not a percent of a percent."
    )
