"""CF903: more decimals than the base can carry."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import quoted, say, unverifiable
from crossfoot.model import Finding, Relation

FINER = 10  # a last place so much finer than one case is worth says nothing


@register("CF903", relation="share", advice=True)
def decimals_fit_the_base(relation: Relation) -> Finding | None:
    """A percent should have no more decimals than one case in its base can move.

    Why: In a base of 30, one case is worth 3.3 points; a second decimal is noise.
    Example: "36.67 percent of 30" is better "about 37 percent", or 11 of 30.
    Silent: Whole percents; decimals that a large base carries.
    Misses: Averages with too many decimals.
    Source: Ehrenberg, Rudiments of Numeracy, on the effective digits of a figure.
    """
    share, wholes = relation.one("share"), relation.figures("whole")
    if len(wholes) > 1:  # told by its parts
        return None
    whole = wholes[0]
    if share.kind != "percent" or share.step >= 1 or not whole.value:
        return None
    worth = Fraction(100) / whole.value
    if worth < share.step * FINER:
        return None
    return unverifiable(
        relation,
        f"One case in {quoted(whole)} is worth {say(worth, places=1)} points: "
        f"{quoted(share)} is too precise.",
    )
