"""Comparisons of figures that are not alike: another measure, or a much longer period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.changes.cues import Cue
from crossfoot.relate.changes.statements import pairs, statements
from crossfoot.relate.wording.phrases import relation, sentences
from crossfoot.relate.wording.rows import head

_COMPARES = re.compile(r"\b(?:compar|than\b|versus|vs\b|(?:up|down) from|times\b|double|twice)")
_AVERAGES = re.compile(r"\baverag(?:e|es|ed|ing)\b|\bper\b|\brate\b|\bdaily\b")
# "44 to date this year, compared to 51 in the same period in 2019"
_ONE_LENGTH = re.compile(
    r"\bsame (?:[a-z-]+ )?(?:period|span|stretch|time|point|days|weeks?|months?|quarters?)\b"
    r"|\bto date\b|\bso far\b|\byear-to-date\b"
)
# "were on duty", "in custody": so many at a time, however long the time named
_AT_A_TIME = re.compile(
    r"\b(?:on duty|on the (?:payroll|books|bench|force|rolls)|stood at"
    r"|were (?:deployed|stationed|employed|enrolled|posted|in place|there))\b"
)
_THAN = re.compile(r"\bthan (?:the |last [a-z]+'s )?$")
# measures that are told side by side and never count the same thing
_UNLIKE = frozenset(
    frozenset(pair.split())
    for pair in (
        "arrests at_large_arrests", "arrests book_ins", "arrests detainers", "arrests encounters",
        "arrests removals", "arrests detained", "arrests detention_stints", "removals returns",
        "removals detained", "detained average_daily_population", "detained book_ins",
        "detained detention_capacity", "book_ins detention_stints", "court_cases convictions",
        "refugee_admissions refugee_ceiling", "arrests arrest_goal",
    )
)  # fmt: skip
_STOCKS = frozenset({"detained", "detention_capacity", "prisoners", "in_hhs_care", "facilities"})
_LONGER = 5  # periods of which one is more than so many times the other are not set equal


def relate(reading: Reading) -> Iterator[Relation]:
    """Every comparison, by its words, of two figures that differ in measure or period."""
    for _, skeleton in sentences(reading, fewest=2):
        if not (_may_differ(skeleton.figures) and _COMPARES.search(skeleton.text)):
            continue
        averages = _AVERAGES.search(skeleton.text) is not None
        level = bool(_ONE_LENGTH.search(skeleton.text) or _AT_A_TIME.search(skeleton.text))
        told = [(s.base, s.result) for s in statements(skeleton) if s.base and s.result]
        for base, result in dict.fromkeys((*told, *pairs(skeleton))):
            a, b = sorted((base, result), key=_place)
            if _is_bare(skeleton, base):
                continue  # "fewer than the 900 of last year": of what the other counts
            if difference := _difference(a.figure, b.figure, averages=averages, level=level):
                licence = [Span(skeleton.offset(a.at), skeleton.offset(b.at + 1))]
                yield relation(
                    "comparison", reading, licence, {"difference": difference},
                    figures=(a.figure, b.figure),
                )  # fmt: skip


def _is_bare(skeleton: Skeleton, base: Cue) -> bool:
    """Whether a figure is told to be compared, and not what it counts: "than the 900 of 2024"."""
    return _THAN.search(base.before) is not None and head(skeleton, base.figure) is None


def _may_differ(figures: Sequence[Figure]) -> bool:
    """Whether two of the counts differ in measure or in the length of their period at all."""
    counts = [f for f in figures if f.measure]
    return len({f.measure for f in counts}) > 1 or len({_days(f) for f in counts}) > 1


def _place(cue: Cue) -> int:
    return cue.at


def _difference(one: Figure, other: Figure, *, averages: bool, level: bool) -> str:
    """In what the two are not alike, as a clause; empty where nothing tells.

    Whether both are *averages*, or *level* in length, the sentence says.
    """
    if {one.kind, other.kind} & {"percent", "fraction", "points", "duration", "money"}:
        return ""
    measures = {one.measure, other.measure}
    if measures in _UNLIKE:
        first, second = (_words(f.measure) for f in (one, other))
        return f"one counts {first}, the other {second}"
    rates = averages or "rate" in (one.kind, other.kind)
    if None in measures or one.measure in _STOCKS or rates or level:
        return ""
    days = [d for f in (one, other) if (d := _days(f))]
    if len(days) == 2 and max(days) > _LONGER * min(days):
        return f"one covers {_said(days[0])}, the other {_said(days[1])}"
    return ""


def _said(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def _words(measure: str | None) -> str:
    return (measure or "").replace("_", " ")


def _days(figure: Figure) -> int | None:
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return None
    if not any(c.isdigit() for c in period.text):  # "Wednesday" dates a total as well as a count
        return None
    return (period.end - period.start).days + 1
