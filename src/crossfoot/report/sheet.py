"""The figure sheet: every figure with its status and why, in reading order."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.checks._findings import say
from crossfoot.interval import json_number
from crossfoot.model import Figure, Finding, Status
from crossfoot.report.places import Places, page_at
from crossfoot.report.result import ADVICE, Report
from crossfoot.report.text import PLAIN, Style, clean, counted

__all__ = ["Row", "allowed", "render_csv", "render_text", "rows"]

COLUMNS = (
    "file", "page", "line", "column", "figure", "status", "why", "checks", "kind", "value", "low",
    "high", "hedge", "unit", "measure", "population", "place", "period_start", "period_end",
    "source",
)  # fmt: skip
STATUSES: tuple[Status, ...] = ("failed", "conflict", "unverifiable", "held", "unchecked")
# a spreadsheet takes a cell that begins like this for a formula; signed numbers are none
_FORMULA = re.compile(r"(?![-+]?[\d.,]+%?$)[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: where it stands, what it says, how it fared and why."""

    figure: Figure
    line: int
    column: int | None
    page: int | None
    status: Status
    why: str
    findings: tuple[Finding, ...]

    @property
    def spot(self) -> str:
        """``line:column``, or the line alone."""
        return f"{self.line}" if self.column is None else f"{self.line}:{self.column}"

    @property
    def where(self) -> str:
        """The page, else the line."""
        return f"line {self.line}" if self.page is None else f"page {self.page}"

    @property
    def what(self) -> str:
        """What is counted, and of whom."""
        measure = (self.figure.measure or "").replace("_", " ")
        who = ", ".join(p.split(":", 1)[-1] for p in self.figure.population)
        unit = (self.figure.unit or "").replace("%", "")
        return "; ".join(w for w in (measure or unit, who) if w)

    @property
    def when(self) -> str:
        """The period in one expression."""
        period = self.figure.period
        if period is None:
            return ""
        start, end = (d.isoformat() if d else "…" for d in (period.start, period.end))
        return start if start == end else f"{start} – {end}"

    @property
    def codes(self) -> str:
        """The checks that looked at it."""
        return " ".join(sorted({f.code for f in self.findings}))


def rows(report: Report) -> Iterator[Row]:
    """The rows of the sheet."""
    places = Places(report.document)
    about: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for figure in finding.figures():
            if finding not in about.setdefault(figure.id, []):
                about[figure.id].append(finding)
    for figure in report.figures:
        status, why = report.statuses[figure.id]
        found = tuple(about.get(figure.id, ()))
        line, column = places.at(figure.start)
        page = page_at(report.document, figure.start)
        yield Row(figure, line, column, page, status, why or _why(status, found), found)


_VERDICT = {"held": "consistent", "failed": "inconsistent", "conflict": "conflict"}


def _why(status: Status, findings: Sequence[Finding]) -> str:
    """What decided the status: a sum that holds, or what is wrong."""
    wanted = _VERDICT.get(status)
    deciding = [f for f in findings if f.verdict == wanted and not f.code.startswith(ADVICE)]
    words = [
        f.arithmetic if status in ("held", "failed") and f.arithmetic else f.message
        for f in deciding
    ]
    return "; ".join(dict.fromkeys(words))


def allowed(figure: Figure) -> str:
    """What the wording allows the figure to be, where that is more than the number itself."""
    low, high = figure.range.low, figure.range.high
    if figure.range.is_exact:
        return ""
    if high is None:
        return f"{_said(low, figure)} or more" if low is not None else ""
    return f"up to {_said(high, figure)}" if low is None else _between(low, high, figure)


def _between(low: Fraction, high: Fraction, figure: Figure) -> str:
    return f"{_said(low, figure)} to {_said(high, figure)}"


def _said(value: Fraction, figure: Figure) -> str:
    """As `say`, a fraction as a percentage."""
    return f"{say(value * 100)}%" if figure.kind == "fraction" else say(value, figure)


def render_text(
    report: Report, style: Style = PLAIN, *, path: str | None = None, only: Sequence[str] = ()
) -> str:
    """The sheet for a terminal, a line a figure."""
    sheet = [row for row in rows(report) if not only or row.status in only]
    cells = [
        (r.spot, _cut(clean(r.figure.text), 24), r.status, _cut(clean(r.what), 36)) for r in sheet
    ]
    wide = [max((len(c[i]) for c in cells), default=0) for i in range(4)]
    out = [style.paint("bold", clean(path or report.document.name))]
    for row, (place, figure, status, what) in zip(sheet, cells, strict=True):
        state = style.paint(row.status, f"{status:<{wide[2]}}")
        line = f"  {place:>{wide[0]}}  {figure:<{wide[1]}}  {state}  {what:<{wide[3]}}"
        out.append(f"{line}  {_cut(clean(row.why), 110)}".rstrip())
    count = Counter(r.status for r in sheet)
    parts = ", ".join(f"{count[s]} {s}" for s in STATUSES if count[s])
    out.append(f"  {counted(len(sheet), 'figure')}{': ' + parts if parts else ''}")
    return "".join(f"{line}\n" for line in out)


def render_csv(reports: Sequence[tuple[str, Report]], *, only: Sequence[str] = ()) -> str:
    """The sheets of all files as one CSV table."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for path, report in reports:
        for row in rows(report):
            if not only or row.status in only:
                writer.writerow([_cell(value) for value in _values(path, row)])
    return stream.getvalue()


def _values(path: str, row: Row) -> tuple[object, ...]:
    figure, period = row.figure, row.figure.period
    return (
        path, row.page, row.line, row.column, figure.text, row.status, row.why, row.codes,
        figure.kind, json_number(figure.value), json_number(figure.range.low),
        json_number(figure.range.high), figure.hedge, figure.unit, figure.measure,
        "; ".join(figure.population), figure.place,
        period.start if period else None, period.end if period else None,
        figure.source.name if figure.source else None,
    )  # fmt: skip


def _cell(value: object) -> object:
    if isinstance(value, str):
        plain = value.encode("utf-8", "replace").decode()
        return f"'{plain}" if _FORMULA.match(plain) else plain
    return value


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"
