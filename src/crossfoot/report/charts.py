"""Small pictures of a finding, where one says more than the sum: bars, and marks on a line.

Geometry only; the template draws it. Numbers become floats here and nowhere else, for the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.checks._findings import say
from crossfoot.model import Figure, Finding
from crossfoot.report.result import ADVICE

__all__ = ["Bar", "Chart", "Mark", "chart_of"]

WIDTH = 320
ROW = 30
_MOST_PARTS = 40
_LABEL = 30  # code points of a row's label
_CHARACTER = 7  # pixels, for what fits into a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of a row; `kind` is its class."""

    row: int
    x: float
    width: float
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a line: a dot with the range that its wording allows."""

    row: int
    x: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of bars or marks, each with its label; `title` says it in words."""

    title: str
    rows: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def height(self) -> int:
        """Pixels."""
        return ROW * len(self.rows) + 4


def chart_of(finding: Finding) -> Chart | None:
    """The picture of a finding that does not plainly hold, or None where none says more."""
    if finding.verdict == "consistent" or finding.code.startswith(ADVICE):
        return None
    draw = {
        "sum": _sum, "share": _share, "subset": _share, "change": _change, "multiple": _change,
        "conflict": _line, "restatement": _line,
    }.get(finding.relation.kind)  # fmt: skip
    return draw(finding) if draw else None


def _sum(finding: Finding) -> Chart | None:
    relation = finding.relation
    parts, whole = relation.figures("parts"), relation.figures("whole")
    values = _values((*parts, *whole))
    if values is None or relation.figures("minus") or not 2 <= len(parts) <= _MOST_PARTS:
        return None
    stated = values[-1] if whole else Fraction(100)
    sizes = values[: len(parts)]
    total = sum(sizes, Fraction(0))
    top = max(total, stated)
    if top <= 0 or total == stated:
        return None
    bars = [Bar(0, 0.0, _scaled(stated, top), "whole")]
    at = Fraction(0)
    for part, size in zip(parts, sizes, strict=True):
        wide = _scaled(size, top)
        bars.append(Bar(1, _scaled(at, top), wide, "part", _fitting(part, wide)))
        at += size
    low, high = sorted((total, stated))
    row = 0 if total > stated else 1
    bars.append(Bar(row, _scaled(low, top), _scaled(high - low, top), "gap"))
    like = parts[0]
    apart = f"{say(high - low, like)} {'over' if total > stated else 'short'}"
    rows = (f"stated {say(stated, like)}", f"parts add up to {say(total, like)}, {apart}")
    return Chart(f"Bars: {rows[0]}; {rows[1]}", rows, tuple(bars))


def _share(finding: Finding) -> Chart | None:
    relation = finding.relation
    part, whole = relation.figures("part"), relation.figures("whole")
    values = _values((*part, *whole))
    if len(part) != 1 or len(whole) != 1 or values is None or min(values) <= 0:
        return None
    if part[0].kind == "percent":
        return None
    top = max(values)
    rows = (f"whole: {_named(whole[0])}", f"part: {_named(part[0])}")
    bars = [Bar(0, 0.0, _scaled(values[1], top), "whole")]
    bars.append(Bar(1, 0.0, _scaled(values[0], top), "part"))
    share = relation.figures("share")
    if len(share) == 1 and share[0].value is not None and values[0] <= values[1]:
        limit = share[0].value / (1 if share[0].kind == "fraction" else 100) * values[1]
        bars.append(Bar(1, _scaled(limit, top), 0.0, "tick"))
        rows = (rows[0], f"{rows[1]}; the line is at {_surface(share[0])}")
    title = f"Bars: {rows[0]}; {rows[1]}"
    return Chart(title, rows, tuple(bars))


def _change(finding: Finding) -> Chart | None:
    relation = finding.relation
    pair = (*relation.figures("from"), *relation.figures("to"))
    pair = pair or (*relation.figures("base"), *relation.figures("result"))
    values = _values(pair)
    if len(pair) != 2 or values is None or min(values) < 0 or max(values) == 0:
        return None
    rows = (f"from {_named(pair[0])}", f"to {_named(pair[1])}")
    bars = (Bar(n, 0.0, _scaled(v, max(values)), "part") for n, v in enumerate(values))
    return Chart(f"Bars: {rows[0]}, then {rows[1]}", rows, tuple(bars))


def _line(finding: Finding) -> Chart | None:
    figures = sorted(finding.relation.figures("figures"), key=lambda f: f.start)
    values = _values(figures)
    if not 2 <= len(figures) <= 12 or values is None:
        return None
    bounds = [(_or(f.range.low, v), _or(f.range.high, v))
              for f, v in zip(figures, values, strict=True)]  # fmt: skip
    low, high = min(b[0] for b in bounds), max(b[1] for b in bounds)
    if low == high:
        return None
    edge = (high - low) / 12  # room for the dots at both ends

    def place(value: Fraction) -> float:
        return _scaled(value - low + edge, high - low + 2 * edge)

    marks = tuple(
        Mark(n, place(v), place(b[0]), place(b[1]))
        for n, (v, b) in enumerate(zip(values, bounds, strict=True))
    )
    rows = tuple(_named(f) for f in figures)
    return Chart(f"Values on a line: {'; '.join(rows)}", rows, marks=marks)


def _values(figures: Iterable[Figure]) -> Sequence[Fraction] | None:
    """The values, or None where one is open or below nothing."""
    every = [f.value for f in figures]
    known = [v for v in every if v is not None and v >= 0]
    return known if known and len(known) == len(every) else None


def _scaled(value: Fraction, top: Fraction) -> float:
    return round(float(value / top * WIDTH), 1)


def _or(bound: Fraction | None, value: Fraction) -> Fraction:
    return value if bound is None else bound


def _surface(figure: Figure) -> str:
    return " ".join(figure.text.split())


def _named(figure: Figure) -> str:
    """A row's label: who says it or what it counts, and the figure."""
    name = figure.source.name if figure.source else figure.unit or figure.measure or ""
    words = f"{_surface(figure)} {name.replace('_', ' ')}".strip()
    if figure.period and figure.period.text:
        words += f", {figure.period.text}"
    return words if len(words) <= _LABEL + 18 else words[: _LABEL + 17] + "…"


def _fitting(figure: Figure, width: float) -> str:
    words = _surface(figure)
    return words if len(words) * _CHARACTER + 4 <= width else ""
