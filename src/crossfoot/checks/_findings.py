"""What every check shares: saying numbers, judging severity, building findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from crossfoot.checks._printed import in_manner
from crossfoot.interval import Interval, decimals, display
from crossfoot.model import Figure, Finding, Relation, Repair, Severity

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}
SHOWN = 3  # of a long list, so many are quoted before the last


def consistent(
    relation: Relation,
    *,
    computed: Fraction | str | None = None,
    stated: Fraction | str | None = None,
    arithmetic: str = "",
    message: str = "",
) -> Finding:
    """The finding that *relation* holds. `check_relations` enters the code."""
    said = message or f"Holds: {arithmetic}."
    return Finding("", relation, "consistent", said, arithmetic, computed, stated)


def inconsistent(
    relation: Relation,
    *,
    computed: Fraction | str | None = None,
    stated: Fraction | str | None = None,
    arithmetic: str = "",
    message: str,
    severity: Severity = "substance",
    repairs: Sequence[Repair] = (),
) -> Finding:
    """The finding that *relation* does not hold; `difference` follows from the two numbers."""
    apart = (
        abs(computed - stated)
        if isinstance(computed, Fraction) and isinstance(stated, Fraction)
        else None
    )
    return Finding(
        "", relation, "inconsistent", message, arithmetic, computed, stated, apart, severity,
        tuple(repairs),
    )  # fmt: skip


def unverifiable(relation: Relation, message: str) -> Finding:
    """The finding that the text asserts *relation* and does not give what it takes to test it."""
    return Finding("", relation, "unverifiable", message)


def severity(computed: Interval, stated: Figure) -> Severity:
    """`rounding` where a stated, rounded figure is off by one unit of its last place.

    That is: what was computed, rounded to the same place, is the next number; so it lies within
    one unit and a half. An exact count is never off by rounding.
    """
    if stated.value is None or stated.range.is_exact:
        return "substance"
    near = Interval.around(stated.value, stated.step * Fraction(3, 2))
    return "rounding" if near.meets(computed) else "substance"


def holds(
    line: str,
    value: Fraction,
    computed: Interval,
    limits: Interval,
    stated: Figure | None = None,
    said: str = "",
) -> str:
    """The message of a relation that holds: that only rounding makes it, where it is so.

    *value* is what the figures as printed give and *computed* all that they allow; *limits* is
    what *stated* allows, which the message quotes (or calls *said*). Where *value* is not what is
    stated, both ends are shown: of what was computed, or of what an exact result is rounded to.
    """
    hedged = stated is not None and (stated.hedge is not None or stated.range.is_open)
    if stated is None:
        exact = limits.contains(value)
    else:
        said = claimed(stated)
        exact = stated.value is None or value == stated.value
    if exact:
        return f"Holds: {line}."
    if hedged and limits.contains(value):
        return f"Holds: {line}, stated as {said}."
    rounded = limits.contains(value)  # what is stated is; else what it is made of
    ends = limits if rounded else computed
    if ends.low is None or ends.high is None or ends.is_exact:
        return f"Holds by rounding: {line}, stated as {said}."
    reach = _reach(ends.low, ends.high, stated)
    if rounded:
        return f"Holds by rounding: {line}; {said} stands for {reach}."
    return f"Holds by rounding: {line}, or {reach} as rounded; stated is {said}."


def stands_for(figure: Figure) -> str:
    """What a rounded figure allows: ``“54%” stands for 53.5% to 54.5%``."""
    low, high = figure.range.low, figure.range.high
    if low is None or high is None:
        raise ValueError(f"{claimed(figure)} is open, so that it stands for no range")
    return f"{claimed(figure)} stands for {_reach(low, high, figure)}"


def _reach(low: Fraction, high: Fraction, like: Figure | None) -> str:
    return f"{_end(low, like)} to {_end(high, like)}"


def _end(value: Fraction, stated: Figure | None) -> str:
    """An end of a range, in the unit of *stated* and a place finer; percents where none is."""
    if stated is None or stated.kind == "fraction":
        return f"{display(value * (100 if stated else 1), 1)}%"
    return say(value, stated, decimals(stated.step) + 1)


def say(value: Fraction, like: Figure | None = None, places: int = 2) -> str:
    """*value* for a reader, with the sign of what *like* counts: ``$1,200``, ``47.5%``.

    It has as many decimals as *like*, but *places* at least, so that a line of them adds up.
    """
    minus = "-" if value.numerator < 0 else ""
    number = display(-value if minus else value, max(places, decimals(like.step) if like else 0))
    if like is not None and like.kind == "money":
        sign = _SIGNS.get(like.unit or "USD")
        return f"{minus}{sign}{number}" if sign else f"{minus}{like.unit} {number}"
    if like is not None and like.kind == "percent":
        return f"{minus}{number}%"
    return minus + number


def quoted(figure: Figure) -> str:
    """The figure as printed, in quotation marks."""
    return f"“{' '.join(figure.text.split())}”"


def claimed(figure: Figure) -> str:
    """What a figure claims, in quotation marks: with the word that hedges it, “nearly half”."""
    return f"“{' '.join([*filter(None, [figure.hedge]), *figure.text.split()])}”"


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; a long list keeps its ends: ``a, b, c, … and z``."""
    items = list(words)
    if len(items) > SHOWN + 2:
        items = [*items[:SHOWN], "…", items[-1]]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def mend(repairs: Sequence[Repair]) -> str:
    """The clause that names the best repair, to close a message; empty without one."""
    if not repairs:
        return ""
    return f"; {printed(repairs[0])} in place of {quoted(repairs[0].figure)} would fit"


def printed(repair: Repair) -> str:
    """What to write in the figure's place, in its manner where it is a plain number."""
    value, figure = repair.value, repair.figure
    if isinstance(value, str):
        return value
    return in_manner(value, figure) or say(value, figure)
