"""CF302: other reports put the same number under another label."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._across import across, others, reports, verb, why
from crossfoot.checks._findings import quoted
from crossfoot.model import Finding, Relation


@register("CF302", relation="across label")
def number_keeps_its_label(relation: Relation) -> Finding:
    """A number handed on between reports should keep its place, day and unit.

    Why: In rewriting, a number survives and what it belongs to slips: Monday's count becomes
    Sunday's, one city's another's, countries become counties.
    Example: "33 in Reno" in a draft, where the release and four reports have 33 in Fresno and
    none has a figure for Reno.
    Silent: Small or round numbers, which meet by chance; labels that the other report has with a
    number of their own; a city and its county.
    Misses: Numbers that slip to another group (pending for convicted).
    Source: Columbia Journalism Review and Poynter on corrections: misattributed figures.
    """
    found = others(relation)
    (figure,) = relation.figures("figures")
    said = f"{reports(found)} {verb(found, 'has', 'have')} {quoted(figure)} under another label"
    return across(relation, "conflict", "conflict", f"{said}{why(found)}.", found)
