"""CF901: a percent of very few."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, unverifiable
from crossfoot.model import Finding, Relation

FEW = 20  # below it, one case moves a share by more than five points


@register("CF901", relation="share", advice=True)
def share_has_a_base(relation: Relation) -> Finding | None:
    """A percent of fewer than 20 is better given as a count.

    Why: One case more or less moves such a percent by five points and more.
    Example: "40 percent of the five officers" are two officers.
    Silent: Fractions in words; bases of 20 and more.
    Misses: A percent whose base stands in another sentence and whose part is not counted.
    Source: National Center for Health Statistics, presentation standards for proportions.
    """
    share, wholes = relation.one("share"), relation.figures("whole")
    if len(wholes) > 1:  # told by its parts
        return None
    whole = wholes[0]
    if share.kind != "percent" or whole.value is None or whole.value >= FEW:
        return None
    return unverifiable(
        relation, f"{quoted(share)} is of {quoted(whole)} only: the count says it better."
    )
