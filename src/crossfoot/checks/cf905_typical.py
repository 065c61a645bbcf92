"""CF905: an average that is called typical."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, unverifiable
from crossfoot.model import Finding, Relation


@register("CF905", relation="mean", advice=True)
def average_is_not_typical(relation: Relation) -> Finding | None:
    """An average should not be told as what is typical; the median says that.

    Why: A few long stays or large sums pull an average up, and most may lie far below it.
    Example: "The average stay was 44 days, so a typical detainee waits 44 days": half may leave
    within two weeks.
    Silent: "Typical" without an average of the same number; averages not called typical.
    Misses: "The average detainee", "normally", "most" of an average.
    Source: Cohn and Cope, News & Numbers, on mean and median; Huff, How to Lie with Statistics.
    """
    if relation.options.get("told") != "typical":
        return None
    mean, told = relation.one("mean"), relation.figures("typical")
    said = (
        f"{quoted(told[0])} is told as typical, and is the average"
        if told
        else (f"{quoted(mean)} is an average, and told as typical")
    )
    return unverifiable(relation, f"{said}: a few large numbers may make it; give the median.")
