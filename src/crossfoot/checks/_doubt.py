"""Doubt: an allegation so far off that no slip of the pen explains it is not made.

A text says 12 for 21, drops a digit, or lags an update by a little. Where the figures lie far
apart and none of this mends them, a misreading (a part unread, another base) is likelier than an
error: of 2,600 texts read for it, nearly every such allegation was one. One is no total either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from crossfoot.checks._repairs import meant_for, slipped_values
from crossfoot.interval import Interval
from crossfoot.model import Figure, Finding, Relation

# how far apart, as a share of the larger number, what was computed and what is stated may lie
LIMITS = {
    "sum": Fraction(3, 20),
    "share": Fraction(3, 7),  # one is 1.75 times the other
    "change": Fraction(3, 7),
    "multiple": Fraction(3, 7),
    "mean": Fraction(3, 7),
    "restatement": Fraction(1, 4),
    "tally": Fraction(1, 4),
    "subset": Fraction(19, 20),  # "125,000 of the two models" are two kinds
}
UNPRINTED = Fraction(1, 20)  # for shares that would fill a whole which the text does not print
NEAR, _STEPS = Fraction(1, 10), 2  # of what would fit, and last places, that rounding can span
_WORK, _FEWEST = 12_000, 40  # figures gone over in search of a slip, and slips tried at least


def is_doubtful(finding: Finding, rule: Callable[[Relation], Finding | None]) -> bool:
    """Whether *finding* alleges a wide gap that no slip of one figure mends by *rule*."""
    limit = LIMITS.get(finding.relation.kind)
    computed, stated = finding.computed, finding.stated
    if finding.verdict != "inconsistent" or limit is None or "sure" in finding.relation.options:
        return False
    if not isinstance(computed, Fraction) or not isinstance(stated, Fraction):
        return False
    if finding.relation.kind == "sum":
        if stated == 1:
            return True  # one is no total: "titers of 1: 16", "New York 1, N.Y."
        if not finding.relation.figures("whole"):
            limit = UNPRINTED
    one, other = abs(computed), abs(stated)  # a fall told as a rise is no gap
    if abs(one - other) <= limit * max(one, other):
        return False
    return not _slip_explains(finding, rule)


def _slip_explains(finding: Finding, rule: Callable[[Relation], Finding | None]) -> bool:
    """Whether the relation holds once one figure is read as what it may be a slip for."""
    relation = finding.relation
    figures = [
        (role, at, member)
        for role, members in relation.roles.items()
        for at, member in enumerate(members)
        if isinstance(member, Figure)
    ]
    # the largest first: only they can make up a wide gap, and a long list is not gone through
    figures.sort(key=lambda told: -(told[2].value or 0))
    values = ((role, at, one, value) for role, at, one in figures for value in slipped_values(one))
    tried = islice(values, max(_FEWEST, _WORK // len(figures)) if figures else 0)
    fitting = {
        repair.figure.id: _about(repair.figure, repair.value)
        for repair in finding.repairs
        if isinstance(repair.value, Fraction)
    }
    moves = _moves_needed(finding)
    alike: set[tuple[Fraction | None, Interval]] = set()
    for role, at, member, value in tried:
        near = fitting.get(member.id)
        # a fall of -16% is to be 16%: its sign is the direction
        if not ((near is None or near.contains(abs(value))) and _moves(member, value, moves)):
            continue
        slip = meant_for(member, value)
        if role == "whole":  # one told again and again comes to the same each time
            if (told := (slip.value, slip.range)) in alike:
                continue
            alike.add(told)
        members = relation.roles[role]
        roles = {**relation.roles, role: (*members[:at], slip, *members[at + 1 :])}
        found = rule(replace(relation, roles=roles))
        if found is not None and found.verdict == "consistent":
            return True
    return False


def _about(figure: Figure, fitting: Fraction) -> Interval:
    """What is about the value that would fit: only slips for that are worth working out."""
    return Interval.around(fitting, max(NEAR * fitting, figure.step * _STEPS))


def _moves_needed(finding: Finding) -> Interval:
    """By how much one figure of a sum must move to close its gap, as far as can be told.

    That is soon worked out, and going over the whole of a long list for each slip is not.
    """
    relation = finding.relation
    figures = finding.figures()
    several = len(relation.figures("whole")) > 1 and relation.options.get("claim") == "weak"
    if relation.kind != "sum" or "times" in relation.options or several:
        return Interval(None, None)
    if not isinstance(finding.computed, Fraction) or not isinstance(finding.stated, Fraction):
        return Interval(None, None)
    rooms = [_room(figure) for figure in figures]
    room = sum((r for r in rooms if r is not None), Fraction(0))
    gap = abs(finding.computed - finding.stated)
    return Interval(None, None) if None in rooms else Interval.around(gap, room)


def _room(figure: Figure) -> Fraction | None:
    """How far from its value a figure can be; None where nothing bounds it."""
    low, high, value = figure.range.low, figure.range.high, figure.value
    return None if low is None or high is None or value is None else max(high - value, value - low)


def _moves(figure: Figure, value: Fraction, needed: Interval) -> bool:
    return needed.contains(abs(value - (figure.value or 0)))
