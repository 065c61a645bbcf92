"""CF301: other reports state the quantity differently."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._across import across, others, reports, verb, why
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF301", relation="across conflict")
def other_reports_agree(relation: Relation) -> Finding:
    """Reports of one event should give one number for one quantity.

    Why: Ten reports of one release are ten copies of one table; where one differs, a digit was
    mistaken, or it has another source that readers should be told of.
    Example: "Tampa (16)" in a draft, where six reports in the ledger print 61 for Tampa.
    Silent: Figures of another place, group, day or measure; figures that agree within the
    precision of their wording; reports that give both numbers.
    Misses: Quantities whose place, time or group the text leaves to the reader.
    Source: Reuters Handbook of Journalism, accuracy: reconcile figures with earlier reports.
    """
    found = others(relation)
    (figure,) = relation.figures("figures")
    said = f"{reports(found)} {verb(found, 'gives', 'give')} “{found[0].text}”"
    return across(
        relation, "conflict", "conflict", f"{said}, not {quoted(figure)}{why(found)}.", found
    )
