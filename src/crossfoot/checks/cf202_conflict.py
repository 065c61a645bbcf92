"""CF202: two accounts of one number."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, say
from crossfoot.model import Figure, Finding, Relation


@register("CF202", relation="conflict")
def accounts_of_one_number(relation: Relation) -> Finding:
    """Two sources that the text sets against each other give one number differently.

    Why: Neither figure need be a slip of the writer's; the reader has to be told which of them
    the rest of the story builds on, and why they differ.
    Example: "The county counted 212 evictions in May, the court's own list has 187."
    Silent: Numbers of two days, places or groups; two sources that no sentence sets against
    each other.
    Misses: Accounts that only their sources tell apart, without a word that compares them.
    Source: Reuters, Handbook of Journalism, on conflicting accounts.
    """
    one, other = relation.figures("figures")
    apart = None if one.value is None or other.value is None else abs(one.value - other.value)
    return Finding(
        "",
        relation,
        "conflict",
        f"Two accounts of one number: {_told(one, other)} and {_told(other, one)}"
        f"{f', {say(apart, one)} apart' if apart else ''}; say which one stands, and why.",
        f"{quoted(one)} against {quoted(other)}",
        one.value,
        other.value,
        apart,
        "substance",
    )


def _told(figure: Figure, other: Figure) -> str:
    """The figure as printed, with its source where that tells it from the other."""
    if figure.source is None or (other.source and other.source.name == figure.source.name):
        return quoted(figure)
    return f"{quoted(figure)} ({figure.source.name})"
