"""Report: what was read, what was checked, what was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from crossfoot.model import Document, Figure, Finding, InputError, Role, Status

_RANK: dict[str, int] = {"consistent": 1, "unverifiable": 2, "conflict": 3, "inconsistent": 4}
_STATUS: dict[str, Status] = {
    "consistent": "held", "unverifiable": "unverifiable",
    "conflict": "conflict", "inconsistent": "failed",
}  # fmt: skip
# the role that makes the claim; a finding is shown where that stands
_CLAIMS = (
    "whole", "share", "change", "multiple", "mean", "length", "date", "count", "figure", "part",
)  # fmt: skip
ADVICE = "CF9"


@dataclass(frozen=True, repr=False)
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
            if finding.code.startswith(ADVICE):
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
            any(
                f.verdict == "inconsistent" and not f.code.startswith(ADVICE) for f in self.findings
            )
        )

    def only(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Report:
        """The report with the findings whose code is chosen; the statuses follow.

        Args:
            select: Codes or their beginnings (``CF1``); none means all but advice.
            ignore: Codes or their beginnings to leave out. The longer beginning decides.
        """
        chosen, left_out = tuple(select), tuple(ignore)
        kept = tuple(f for f in self.findings if _is_chosen(f.code, chosen, left_out))
        return replace(self, findings=kept)

    def with_findings(self, more: Iterable[Finding]) -> Report:
        """The report with further findings, from released data or other documents."""
        return replace(self, findings=(*self.findings, *more))

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

    def __repr__(self) -> str:
        found = len(self.findings)
        return f"<Report {self.document.name!r}: {len(self.figures)} figures, {found} findings>"

    def __str__(self) -> str:
        from crossfoot.report.text import render

        return render(self)

    def _repr_html_(self) -> str:
        from crossfoot.report.html import fragment

        return fragment(self)


def anchor(finding: Finding) -> Role | None:
    """Where a finding is shown: the figure that makes the claim, else the last one named.

    A whole that is stated several times is shown beside its parts. Of two statements of one
    thing, the later is where a reader stumbles.
    """
    roles = finding.relation.roles
    every = [member for members in roles.values() for member in members]
    for role in _CLAIMS:
        if members := roles.get(role):
            others = [m.start for m in every if m not in members]
            near = min(others, default=members[0].start)
            return min(members, key=lambda m: (abs(m.start - near), m.start))
    return max(every, key=lambda r: r.start, default=None)


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by where they are shown, then by code."""

    def place(finding: Finding) -> tuple[int, str]:
        spot = anchor(finding)
        return (spot.start if spot else 0, finding.code)

    return sorted(findings, key=place)


def known_prefixes(codes: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Codes and beginnings of codes as a user names them; ``ALL`` is every code.

    Raises:
        InputError: a word that is the beginning of no code.
    """
    every = tuple(known)
    out = []
    for word in codes:
        code = "CF" if word.upper() == "ALL" else word.upper()
        if not any(k.startswith(code) for k in every):
            raise InputError(f"{word}: no check has that code; `crossfoot rules` lists them")
        out.append(code)
    return tuple(out)


def _is_chosen(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    wanted = max((len(s) for s in select if code.startswith(s)), default=0)
    if not select:
        wanted = 0 if code.startswith(ADVICE) else 1
    unwanted = max((len(s) for s in ignore if code.startswith(s)), default=0)
    return wanted > unwanted


def _judge(figure: Figure, finding: Finding | None) -> tuple[Status, str | None]:
    if finding is None:
        if figure.kind == "identifier":
            return "unchecked", "an identifier, not a quantity"
        if figure.kind == "date":
            return "unchecked", "a date that the wording relates to nothing"
        return "unchecked", "the wording relates it to no other figure"
    status = _STATUS[finding.verdict]
    return status, finding.message if status == "unverifiable" else None
