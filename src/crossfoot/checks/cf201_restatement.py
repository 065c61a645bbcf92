"""CF201: one quantity said twice."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, listed, mend, quoted
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.model import Finding, Relation
from crossfoot.relate._same import contradict


@register("CF201", relation="restatement")
def restated_figures_agree(relation: Relation) -> Finding:
    """A quantity that is said twice should be the same both times, within what is rounded off.

    Why: Headline, lede and text are often written by different hands and hours apart. When one
    of them says 115 victims and another 117, the reader cannot tell which is right.
    Example: "Seven men charged" over "prosecutors charged nine men" disagrees.
    Silent: Numbers of the same noun that are parts, steps, other periods or other places; and
    wherever the wording leaves open whether the two are one quantity.
    Misses: The same thing under two unrelated nouns.
    Source: Associated Press, Stylebook, on checking headlines against the text.
    """
    figures = relation.figures("figures")
    first = figures[0]
    odd = [f for f in figures[1:] if contradict(first, f)]
    said = listed(quoted(f) for f in figures)
    if not odd:
        return consistent(relation, stated=first.value, message=f"{said} agree.")
    other = odd[0]
    repairs = [candidate(first, other.value)] if other.value is not None else []
    repairs += [candidate(other, first.value)] if first.value is not None else []
    fits = ranked(repairs)
    return inconsistent(
        relation,
        computed=first.value,
        stated=other.value,
        message=f"{quoted(first)} and {quoted(other)} are given for one quantity{mend(fits)}.",
        repairs=fits,
    )
