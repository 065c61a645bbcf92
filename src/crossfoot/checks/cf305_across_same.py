"""CF305: other reports give the same."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._across import across, others, reports, verb
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF305", relation="across same")
def figures_tie_to_other_reports(relation: Relation) -> Finding:
    """A figure that other reports have too should agree with them.

    Why: A figure that others print for the same quantity is at least no slip of this text.
    Example: "63 in Denver", and five reports in the ledger with 63 for Denver.
    Silent: It reports agreement; where there is none, see CF301 and CF302.
    Misses: That all may have copied one wrong figure (CF304 where the arithmetic shows it).
    Source: International Standard on Auditing 500: evidence from independent sources.
    """
    found = others(relation)
    (figure,) = relation.figures("figures")
    said = f"{reports(found)} {verb(found, 'agrees', 'agree')} with {quoted(figure)}"
    return across(relation, "restatement", "consistent", f"{said}.", found)
