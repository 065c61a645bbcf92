"""CF401: a figure and the released record of it.

The rule needs what no wording holds, the recorded values, so it is handed them by the folder
`records` instead of being found by the relation's kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.checks._findings import say, severity
from crossfoot.interval import Interval, display
from crossfoot.model import Evidence, Figure, Finding, Relation, Severity

__all__ = ["CODE", "Reading", "figure_ties_out"]

CODE = "CF401"


@dataclass(frozen=True, slots=True)
class Reading:
    """A recorded value that the wording may mean, in the figure's own unit.

    An unsure one (the nearest day, an edition since revised) can bear a figure out, never
    contradict it.
    """

    value: Fraction
    evidence: tuple[Evidence, ...]
    said: str  # "the average daily population, May 2014"
    sure: bool = True


def figure_ties_out(
    relation: Relation, readings: Sequence[Reading], *, unknown: str | None = None
) -> Finding:
    """A figure should agree with the released record of what it says it counts.

    Why: The record is public; a reader can open the sheet and see another number.
    Example: "9,300 people a day in May 2014" where the May cell has 8,100.
    Silent: Figures whose words name nothing that released data count.
    Misses: Measures, places and periods that no loaded data set covers: those are unverifiable.
    Source: The data sets that `crossfoot data list` names.
    """
    figure = next(iter(relation.figures("figure")), None)
    stated = figure.value if figure else Fraction(0)
    evidence = tuple(e for r in readings for e in r.evidence)
    if unknown is not None or not readings:
        return Finding(CODE, relation, "unverifiable", unknown or "No record covers it.",
                       stated=stated, evidence=evidence)  # fmt: skip
    held = [holds(figure, r.value) for r in readings]
    best = readings[0] if not any(held) else readings[held.index(True)]
    difference = None if stated is None else abs(stated - best.value)
    if all(held):
        return Finding(
            CODE, relation, "consistent", f"The record of {best.said} has {_say(best, figure)}.",
            _line(best, figure), best.value, stated, difference, evidence=best.evidence,
        )  # fmt: skip
    if any(held) or not all(r.sure for r in readings):
        options = "; ".join(f"{r.said}: {_say(r, figure)}" for r in readings)
        return Finding(CODE, relation, "unverifiable", f"The records leave it open: {options}.",
                       computed=best.value, stated=stated, evidence=evidence)  # fmt: skip
    return Finding(
        CODE, relation, "inconsistent",
        f"The record of {best.said} has {_say(best, figure)}, not {_stated(figure)}.",
        _line(best, figure), best.value, stated, difference, _severity(figure, best.value),
        evidence=evidence,
    )  # fmt: skip


def holds(figure: Figure | None, value: Fraction) -> bool:
    """Whether the wording allows the recorded value, as it is or rounded as the figure is."""
    if figure is None:
        return value == 0
    return figure.range.contains(value) or figure.range.contains(_rounded(figure, value))


def _rounded(figure: Figure, value: Fraction) -> Fraction:
    if figure.kind in {"fraction", "multiple"} or figure.step <= 0:
        return value
    return Fraction((value / figure.step + Fraction(1, 2)).__floor__()) * figure.step


def _severity(figure: Figure | None, value: Fraction) -> Severity:
    return severity(Interval.exactly(value), figure) if figure else "substance"


def _say(reading: Reading, figure: Figure | None) -> str:
    if figure is not None and figure.kind == "fraction":
        return f"{display(reading.value * 100, 1)}%"
    return say(reading.value, figure, 1)


def _stated(figure: Figure | None) -> str:
    return "none" if figure is None else figure.text.strip()


def _line(reading: Reading, figure: Figure | None) -> str:
    cells = [
        f"{e.file} {(e.sheet or '').strip()} {', '.join(e.cells)}".replace("  ", " ")
        for e in reading.evidence
    ]
    return f"{'; '.join(cells)} = {_say(reading, figure)}"
