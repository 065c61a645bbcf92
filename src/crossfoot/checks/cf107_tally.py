"""CF107: the number announced and the items listed."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, quoted
from crossfoot.checks._repairs import candidate, ranked
from crossfoot.interval import Interval
from crossfoot.model import Finding, Relation


@register("CF107", relation="tally")
def items_tally_with_count(relation: Relation) -> Finding:
    """A number announced should be the number of items then listed.

    Why: An item cut or added in editing leaves the number behind, and readers count.
    Example: "three cities: Denver, Boston, Tampa and Miami" lists four.
    Silent: Lists opened by "including" or that end in "others"; lists whose commas can be read in
    more than one way; a number and a list too far apart to be a slip; persons, where others may be
    charged besides those named.
    Misses: Items that are described, not named; persons told by their last names; items spread over
    a story without a mark.
    Source: The Associated Press Stylebook's advice to count what a story says it lists.
    """
    count = relation.figures("count")[-1]
    listed = Fraction(len(relation.roles["items"]))
    line = f"{listed} listed"
    if count.range.meets(Interval.exactly(listed)):
        return consistent(relation, computed=listed, stated=count.value, arithmetic=line)
    repairs = ranked([candidate(count, listed)])
    return inconsistent(
        relation,
        computed=listed,
        stated=count.value,
        arithmetic=f"{line}, not {count.value}",
        message=f"The text announces {quoted(count)} and lists {listed}.",
        repairs=repairs,
    )
