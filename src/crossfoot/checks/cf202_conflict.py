"""CF202: two accounts of one number."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF202", relation="conflict")
def accounts_of_one_number(relation: Relation) -> Finding:
    """Two sources that the text sets against each other give one number differently.

    Why: Neither figure need be a slip of the writer's; the reader has to be told which of them
    the rest of the story builds on, and why they differ.
    Example: "It made 1,179 arrests that day, well over the agency's official number of 956."
    Silent: Numbers of two days, places or groups; two sources in different passages.
    Misses: Accounts that only their sources tell apart, without a word that compares them.
    Source: Reuters, Handbook of Journalism, on conflicting accounts.
    """
    one, other = relation.figures("figures")
    apart = None if one.value is None or other.value is None else abs(one.value - other.value)
    return Finding(
        "",
        relation,
        "conflict",
        f"The text gives {quoted(one)} and {quoted(other)} for one number, "
        "each on another account.",
        f"{quoted(one)} against {quoted(other)}",
        one.value,
        other.value,
        apart,
        "substance",
    )
