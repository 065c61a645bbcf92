"""CF303: a running total that was counted further."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._across import across, others, reports, verb
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF303", relation="across update")
def latest_count_is_given(relation: Relation) -> Finding:
    """A running total should be the latest, or say that it is not.

    Why: The count after three days is true of three days; printed a week later without its day it
    misleads.
    Example: "120 arrests since Monday" on Friday, where a report of Saturday has 161.
    Silent: Counts over the same period, which contradict each other (CF301) or agree.
    Misses: Counts whose period neither report tells.
    Source: Associated Press Stylebook, on dating running totals.
    """
    found = others(relation)
    (figure,) = relation.figures("figures")
    newer = relation.options.get("stale") == "yes"
    said = f"{reports(found)} {verb(found, 'has', 'have')} “{found[0].text}”"
    if newer:
        return across(
            relation, "restatement", "unverifiable",
            f"{said}, counted further than {quoted(figure)}.", found,
        )  # fmt: skip
    return across(
        relation, "restatement", "consistent",
        f"{said}, which {quoted(figure)} counts further.", found,
    )  # fmt: skip
