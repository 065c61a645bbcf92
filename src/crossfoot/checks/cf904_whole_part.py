"""CF904: a percent that no whole number of so few makes."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, say, unverifiable
from crossfoot.model import Finding, Relation

HUNDRED = Fraction(100)


@register("CF904", relation="share", advice=True)
def share_is_of_whole_numbers(relation: Relation) -> Finding | None:
    """A percent of a few people or cases must be that of a whole number of them.

    Why: Half a person is in no survey. A percent that no count gives was taken of another base,
    weighted, or mistyped.
    Example: "40 percent of the seven officers" is 2.8 officers; two are 28.6%, three 42.9%.
    Silent: A part that is counted (CF103 checks the share); hedged percents that some count gives;
    fractions in words; bases so large that every percent is of a whole number; a percent of what
    can be held in part, as companies and loans, or of something that those counted have.
    Misses: A percent whose base stands in another sentence; shares of things other than persons
    and cases.
    Source: Brown and Heathers, The GRIM Test, Social Psychological and Personality Science, 2017.
    """
    share, wholes = relation.one("share"), relation.figures("whole")
    if relation.figures("part") or len(wholes) != 1 or share.kind != "percent":
        return None
    whole = wholes[0].value
    if whole is None or whole.denominator != 1 or share.value is None:
        return None
    below = floor(share.value * whole / HUNDRED)
    near = [Fraction(n) for n in (below, below + 1) if n <= whole]
    given = {n: n * HUNDRED / whole for n in near}
    if any(share.range.contains(percent) for percent in given.values()):
        return None
    said = " and ".join(f"{say(n)} would be {say(p, places=1)}%" for n, p in given.items())
    return unverifiable(
        relation, f"No whole number of {quoted(wholes[0])} is {quoted(share)}: {said}."
    )
