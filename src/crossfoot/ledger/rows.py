"""A checked document as the rows of a ledger."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from crossfoot.interval import Interval
from crossfoot.ledger.claims import Claim
from crossfoot.ledger.redact import Redactor
from crossfoot.ledger.sketch import sketch
from crossfoot.ledger.traits import Profile, profile_of
from crossfoot.model import Document, Figure
from crossfoot.report.result import Report

_ID = 16  # hexadecimal digits of the text's digest: 64 bits, no clash in any corpus of news
_WORD = re.compile(r"[^\W\d_]{3,}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STOP = frozenset(
    "the and for with that this from was were had has have been are its their they them who whom "
    "which said says say told will would could not but than then into over under about after "
    "before between during according there here when while where also more less most least some "
    "other others another all any each per out off his her our your one two three".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document ready to be written: its rows, and what its relatives are found by."""

    document: dict[str, Any]
    claims: tuple[Claim, ...]
    findings: tuple[dict[str, Any], ...]
    profile: Profile

    @property
    def id(self) -> str:
        """The document's id."""
        return str(self.document["id"])


def entry_of(report: Report, *, keep_text: bool = False) -> Entry:
    """The rows of a checked document. Names of private persons are left out of all of them."""
    document = report.document
    redactor = Redactor(document, report.figures)
    claims = tuple(
        _claim(document, figure, report.statuses[figure.id][0], redactor, around)
        for figure, around in zip(report.figures, _windows(document, report.figures), strict=True)
        if figure.kind != "identifier"
    )
    runs = sketch(document.text)
    row: dict[str, Any] = {
        "id": document.sha256[:_ID], "name": storable(document.name),
        "title": redactor.redacted(document.title) if document.title else None,
        "outlet": document.outlet, "language": document.language, "format": document.format,
        "published": document.published, "chars": len(document.text), "figures": len(claims),
        # what holds is no finding that anybody looks for in a list of documents
        "findings": sum(f.verdict in ("inconsistent", "conflict") for f in report.findings),
        "sketch": list(runs),
        "crossfoot": report.version, "text": document.text if keep_text else None,
    }  # fmt: skip
    findings = tuple(_findings(report, document.sha256[:_ID], redactor))
    profile = profile_of(document, claims, runs)
    for column, day in zip(
        ("about_start", "about_end"), profile.about or (None, None), strict=True
    ):
        row[column] = date.fromordinal(day) if day else None
    return Entry(row, claims, findings, profile)


def _windows(document: Document, figures: tuple[Figure, ...]) -> list[tuple[int, int]]:
    """For each figure the words that are its own: up to its neighbours within the sentence."""
    ends = [0, *(f.end for f in figures if f.kind != "date")]
    starts = [*(f.start for f in figures if f.kind != "date"), len(document.text)]
    windows = []
    for figure in figures:
        sentence = document.sentences[figure.sentence]
        before = ends[bisect_right(ends, figure.start) - 1]
        after = starts[bisect_left(starts, figure.end)]
        start, end = max(sentence.start, before), min(max(sentence.end, figure.end), after)
        windows.append((min(start, figure.start), max(end, figure.end)))
    return windows


def _claim(
    document: Document, figure: Figure, status: str, redactor: Redactor, around: tuple[int, int]
) -> Claim:
    own = redactor.between(*around)
    words = dict.fromkeys(w.lower() for w in _WORD.findall(own) if w.lower() not in _STOP)
    words.pop("name", None)
    return Claim(
        document=document.sha256[:_ID],
        figure=figure.id,
        start=figure.start,
        end=figure.end,
        text=figure.text,
        sentence=figure.sentence,
        kind=figure.kind,
        value=figure.value,
        range=figure.range,
        step=figure.step,
        hedge=figure.hedge,
        unit=figure.unit,
        measure=figure.measure,
        population=figure.population,
        place=figure.place,
        period_start=figure.period.start if figure.period else None,
        period_end=figure.period.end if figure.period else None,
        source=figure.source.name if figure.source else None,
        status=status,
        words=tuple(words)[:16],
        excerpt=redactor.excerpt(figure.start, figure.end),
    )


def _findings(report: Report, document: str, redactor: Redactor) -> list[dict[str, Any]]:
    return [
        {
            "document": document, "number": number, "code": finding.code,
            "relation": finding.relation.kind, "verdict": finding.verdict,
            "severity": finding.severity, "message": redactor.redacted(finding.message),
            "arithmetic": redactor.redacted(finding.arithmetic),
            "figures": [f.id for f in finding.figures()],
        }
        for number, finding in enumerate(report.findings)
    ]  # fmt: skip


def storable(words: str) -> str:
    """*words* as UTF-8 can hold them: the name of a file may have bytes that are no characters."""
    return _SURROGATE.sub("\ufffd", words)


def exact(value: Fraction | None) -> str:
    """A number as stored: ``3/2``, ``498``, empty where there is none."""
    return "" if value is None else str(value)


def number(stored: str) -> Fraction | None:
    """What :func:`exact` wrote."""
    return Fraction(stored) if stored else None


def figure_row(claim: Claim) -> dict[str, Any]:
    """The row of the table `figures`."""

    def double(value: Fraction | None) -> float | None:
        return None if value is None else float(value)

    return {
        "document": claim.document, "figure": claim.figure, "start": claim.start,
        "end": claim.end, "text": claim.text, "sentence": claim.sentence, "kind": claim.kind,
        "value": double(claim.value), "low": double(claim.range.low),
        "high": double(claim.range.high),
        "numbers": [exact(claim.value), exact(claim.range.low), exact(claim.range.high),
                    exact(claim.step)],
        "hedge": claim.hedge, "unit": claim.unit, "measure": claim.measure,
        "population": list(claim.population), "place": claim.place,
        "period_start": claim.period_start, "period_end": claim.period_end,
        "source": claim.source, "status": claim.status, "words": list(claim.words),
        "excerpt": claim.excerpt,
    }  # fmt: skip


def claim_of(row: dict[str, Any]) -> Claim:
    """The claim that :func:`figure_row` made a row of."""
    value, low, high, step = (number(n) for n in row["numbers"])
    plain = {k: v for k, v in row.items() if k not in ("value", "low", "high", "numbers")}
    plain["population"] = tuple(plain["population"])
    plain["words"] = tuple(plain["words"])
    return Claim(**plain, value=value, range=Interval(low, high), step=step or Fraction(1))
