"""CF304: a slip that another report has too."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._across import across, others, reports, verb
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF304", relation="across copy")
def slips_are_not_handed_on(relation: Relation) -> Finding:
    """A figure that fails its own text should not be taken over from another report.

    Why: A slip that several reports share has one origin; it is corrected there, not by counting
    how many print it.
    Example: "30 arrests: 12, 9 and 10" in a draft and, with the same figures, in a wire story.
    Silent: Figures that hold where they stand.
    Misses: Slips that no arithmetic within the texts shows.
    Source: Silverman (ed.), Verification Handbook: trace a claim to its origin.
    """
    found = others(relation)
    (figure,) = relation.figures("figures")
    said = f"{reports(found)} {verb(found, 'prints', 'print')} {quoted(figure)} with the same slip"
    return across(relation, "restatement", "conflict", f"{said}.", found)
