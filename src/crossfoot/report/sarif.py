"""SARIF 2.1.0: findings for editors and code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from crossfoot.checks._findings import printed, quoted
from crossfoot.model import Document, Finding, Repair, Span
from crossfoot.report.pages import all_pages
from crossfoot.report.places import Lines, block_at, members
from crossfoot.report.result import ADVICE, Report, anchor, in_reading_order

__all__ = ["render"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(reports: Sequence[tuple[str, Report]]) -> str:
    """One log of the findings of all files; what holds is left out, a log is for what does not.

    Args:
        reports: Each report with the path of its file.
    """
    results = [
        _result(file, finding)
        for path, report in reports
        for file in [_File(path, report.document, Lines(report.document.text))]
        for finding in in_reading_order(report.findings)
        if finding.verdict != "consistent"
    ]
    codes = sorted({r["ruleId"] for r in results})
    run = {
        "tool": {
            "driver": {
                "name": "crossfoot",
                "version": reports[0][1].version if reports else "0",
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [{**r, "ruleIndex": codes.index(r["ruleId"])} for r in results],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _rule(code: str) -> dict[str, Any]:
    page = all_pages().get(code)
    if page is None:
        return {"id": code}
    name = "".join(part.capitalize() for part in page.name.split())
    return {"id": code, "name": name, "shortDescription": {"text": page.rule}}


@dataclass(frozen=True)
class _File:
    """A file that was checked; only of plain text are the places those of the file itself."""

    path: str
    document: Document
    lines: Lines

    @property
    def is_plain(self) -> bool:
        return self.document.format == "text"

    def location(self, span: Span) -> dict[str, Any]:
        """Where *span* stands: in plain text to the character, else as far as it is known."""
        place: dict[str, Any] = {"artifactLocation": _artifact(self.path)}
        if self.is_plain:
            return {"physicalLocation": {**place, "region": _region(span, self.lines)}}
        block = block_at(self.document, span.start)
        if block is not None and block.line is not None:
            place["region"] = {"startLine": block.line}
        out: dict[str, Any] = {"physicalLocation": place}
        if block is not None and block.label is not None:
            page = f"page {block.page}, " if block.page is not None else ""
            out["logicalLocations"] = [{"fullyQualifiedName": page + block.label}]
        return out

    def fix(self, repair: Repair) -> dict[str, Any]:
        """What an editor would put in place of a figure of a plain text."""
        value = printed(repair)
        change = {
            "deletedRegion": _region(repair.figure.span, self.lines),
            "insertedContent": {"text": value},
        }
        return {
            "description": {"text": f"{value} in place of {quoted(repair.figure)}"},
            "artifactChanges": [
                {"artifactLocation": _artifact(self.path), "replacements": [change]}
            ],
        }


def _artifact(path: str) -> dict[str, str]:
    plain = path.encode("utf-8", "replace").decode()
    if plain.startswith(("http://", "https://")):
        return {"uri": quote(plain, safe="%/:=&?~#+!$,;'@()*[]")}
    where = PurePath(plain)
    return {"uri": where.as_uri() if where.is_absolute() else quote(where.as_posix())}


def _region(span: Span, lines: Lines) -> dict[str, int]:
    line, column = lines.at(span.start)
    last, stop = lines.at(span.end)
    return {
        "startLine": line, "startColumn": column, "endLine": last, "endColumn": stop,
        "charOffset": span.start, "charLength": span.end - span.start,
    }  # fmt: skip


def _result(file: _File, finding: Finding) -> dict[str, Any]:
    spot = anchor(finding)
    span = Span(spot.start, spot.end) if spot else Span(0, 0)
    others = [place for _, place, _ in members(finding) if place != span]
    more = f" {finding.arithmetic}" if finding.arithmetic else ""
    out: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _level(finding),
        "kind": "open" if finding.verdict == "unverifiable" else "fail",
        "message": {"text": finding.message + more},
        "locations": [file.location(span)],
        "relatedLocations": [file.location(place) for place in others],
        "properties": {"verdict": finding.verdict, "severity": finding.severity},
    }
    if finding.repairs and file.is_plain:
        out["fixes"] = [file.fix(repair) for repair in finding.repairs]
    return out


def _level(finding: Finding) -> str:
    """SARIF wants ``none`` where the kind is not ``fail``."""
    if finding.verdict == "unverifiable":
        return "none"
    if finding.code.startswith(ADVICE):
        return "note"
    slight = finding.verdict == "conflict" or finding.severity == "rounding"
    return "warning" if slight else "error"
