"""CF203: two figures that a text compares."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, unverifiable
from crossfoot.model import Finding, Relation


@register("CF203", relation="comparison")
def compared_figures_are_alike(relation: Relation) -> Finding:
    """Two figures that a text compares should count the same thing over as long a time.

    Why: A count of four days against one of a year, or street arrests against all arrests, shows
    a rise or fall that nobody measured.
    Example: "45 at-large arrests, compared with 120 arrests in 2016" compares a part with a whole.
    Silent: Figures that are alike, or of which the text does not tell measure and period.
    Misses: A change in how the same thing was counted.
    Source: ICE annual reports, definitions; Royal Statistical Society, comparing like with like.
    """
    one, other = relation.figures("figures")
    return unverifiable(
        relation,
        f"{quoted(one)} and {quoted(other)} are not alike: {relation.options['difference']}.",
    )
