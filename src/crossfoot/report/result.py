"""Report: what was read, what was checked, what was not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crossfoot.model import Document, Figure, Finding, Status

_RANK: dict[str, int] = {"consistent": 1, "unverifiable": 2, "conflict": 3, "inconsistent": 4}
_STATUS: dict[str, Status] = {
    "consistent": "held", "unverifiable": "unverifiable",
    "conflict": "conflict", "inconsistent": "failed",
}  # fmt: skip


@dataclass(frozen=True)
class Report:
    """A document's figures and findings. `to_dict()` is the published format."""

    version: str
    document: Document
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def statuses(self) -> dict[str, tuple[Status, str | None]]:
        """Status and reason of every figure, by id; the gravest finding decides."""
        worst: dict[str, Finding] = {}
        for finding in self.findings:
            if finding.code.startswith("CF9"):
                continue  # advice never changes a verdict
            for figure in finding.figures():
                known = worst.get(figure.id)
                if known is None or _RANK[finding.verdict] > _RANK[known.verdict]:
                    worst[figure.id] = finding
        return {f.id: _judge(f, worst.get(f.id)) for f in self.figures}

    @property
    def exit_code(self) -> int:
        """1 where a finding is inconsistent, else 0."""
        return int(
            any(f.verdict == "inconsistent" and not f.code.startswith("CF9") for f in self.findings)
        )

    def to_dict(self) -> dict[str, Any]:
        """The object that `--format json` prints."""
        document = self.document
        return {
            "crossfoot": self.version,
            "document": {
                "name": document.name,
                "sha256": document.sha256,
                "chars": len(document.text),
                "published": document.published.isoformat() if document.published else None,
                "title": document.title,
                "notes": list(document.notes),
            },
            "figures": [
                {
                    **figure.to_dict(),
                    "status": self.statuses[figure.id][0],
                    "why": self.statuses[figure.id][1],
                }
                for figure in self.figures
            ],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def _repr_html_(self) -> str:
        from crossfoot.report.html import fragment

        return fragment(self)


def _judge(figure: Figure, finding: Finding | None) -> tuple[Status, str | None]:
    if finding is None:
        if figure.kind == "identifier":
            return "unchecked", "an identifier, not a quantity"
        if figure.kind == "date":
            return "unchecked", "a date that the wording relates to nothing"
        return "unchecked", "the wording relates it to no other figure"
    status = _STATUS[finding.verdict]
    return status, finding.message if status == "unverifiable" else None
