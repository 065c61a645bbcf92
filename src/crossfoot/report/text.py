"""The terminal: findings in the manner of a linter, then what was read, checked, not checked."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks._findings import printed, quoted
from crossfoot.model import Finding, Repair, Verdict
from crossfoot.report.places import Piece, Places, excerpt
from crossfoot.report.result import ADVICE, Report, anchor, in_reading_order

__all__ = ["PLAIN", "Style", "counted", "render", "summary"]

WIDTH = 96
_INDENT = "    "
_COLOURS = {
    "inconsistent": "31", "conflict": "35", "unverifiable": "33", "consistent": "32",
    "failed": "31", "held": "32", "unchecked": "2", "bold": "1", "dim": "2",
}  # fmt: skip
# escape sequences, and marks that reorder what a reader sees, are shown as a box
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a terminal is written: colours or none, all findings or those that ask for a look."""

    colour: bool = False
    verbose: bool = False
    quiet: bool = False

    def paint(self, name: str, words: str) -> str:
        """*words* in the colour of a verdict, a status, ``bold`` or ``dim``."""
        return f"\x1b[{_COLOURS[name]}m{words}\x1b[0m" if self.colour else words


PLAIN = Style()


def render(report: Report, style: Style = PLAIN, *, path: str | None = None) -> str:
    """The report for a terminal; *path* is the file as the user named it."""
    places = Places(report.document)
    shown = [
        f for f in in_reading_order(report.findings) if style.verbose or f.verdict != "consistent"
    ]
    name = clean(path or report.document.name)
    out = [row for finding in shown for row in _finding(report, finding, places, name, style)]
    if not style.quiet:
        out += [style.paint("bold", name), *(f"  {row}" for row in summary(report, style))]
    return "".join(f"{row}\n" for row in out)


def clean(words: str) -> str:
    """One line that can do nothing to a terminal."""
    return _UNSAFE.sub("\ufffd", " ".join(words.split()))


def summary(report: Report, style: Style = PLAIN) -> Iterator[str]:
    """What was read, checked and not checked."""
    document = report.document
    found = Counter(f.verdict for f in report.findings if not f.code.startswith(ADVICE))
    advice = sum(f.code.startswith(ADVICE) for f in report.findings)
    yield (
        f"read         {counted(len(document.text.split()), 'word')}, "
        f"{counted(len(report.figures), 'figure')}"
    )
    for note in document.notes:
        yield f"note         {clean(note)}"
    decided = sum(found[v] for v in _SAID)
    said = [style.paint(v, f"{found[v]:,} {_SAID[v][found[v] > 1]}") for v in _SAID if found[v]]
    yield f"checked      {counted(decided, 'statement')}{': ' + ', '.join(said) if said else ''}"
    if left := found["unverifiable"]:
        words = style.paint("unverifiable", counted(left, "statement"))
        yield f"open         {words} for which the text gives too little"
    if advice:
        yield f"advice       {counted(advice, 'remark')}"
    yield f"not checked  {_unchecked(report)}"


_SAID: dict[Verdict, tuple[str, str]] = {
    "inconsistent": ("does not hold", "do not hold"), "conflict": ("conflict", "conflicts"),
    "consistent": ("holds", "hold"),
}  # fmt: skip


def counted(number: int, noun: str) -> str:
    """``1 figure``, ``2 figures``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _unchecked(report: Report) -> str:
    left = [f for f in report.figures if report.statuses[f.id][0] == "unchecked"]
    if not left:
        return "nothing"
    kinds = Counter(f.kind if f.kind in ("date", "identifier") else "figure" for f in left)
    parts = [
        f"{counted(kinds[kind], kind)}{' that the wording relates to nothing' if why else ''}"
        for kind, why in (("figure", True), ("date", False), ("identifier", False))
        if kinds[kind]
    ]
    return ", ".join(parts) + " (`crossfoot sheet` lists them)"


def _finding(
    report: Report, finding: Finding, places: Places, name: str, style: Style
) -> Iterator[str]:
    spot = anchor(finding)
    where = places.said(spot.start if spot else 0)
    kind = "advice: " if finding.code.startswith(ADVICE) else _label(finding)
    message = clean(finding.message)
    code = style.paint(finding.verdict, finding.code)
    yield f"{style.paint('bold', name)}:{where} {code} {kind}{message}"
    brief = finding.verdict in ("consistent", "unverifiable") and not style.verbose
    if style.quiet or brief:
        return
    if finding.verdict == "consistent":
        for row in _released(finding):
            yield f"{_INDENT}{clean(row)}"
        return
    for row in _wrapped(excerpt(report.document, finding)):
        yield f"{_INDENT}{row}"
    for row in details(finding):
        yield f"{_INDENT}{style.paint('bold', clean(row))}"


def _label(finding: Finding) -> str:
    words = [
        *(["in a quotation"] if finding.relation.quoted else []),
        *(["rounding"] if finding.severity == "rounding" else []),
        *(["open"] if finding.verdict == "unverifiable" else []),
    ]
    return f"({', '.join(words)}) " if words else ""


def details(finding: Finding) -> Iterator[str]:
    """The sum, the repairs and the evidence, a line each."""
    if finding.arithmetic:
        yield finding.arithmetic
    if finding.repairs:
        yield "would fit: " + ", or ".join(mendings(finding.repairs[:3]))
    yield from _released(finding)


def _released(finding: Finding) -> Iterator[str]:
    """Where a recorded value stands, and the query that gives it."""
    said = "reported in" if finding.code.startswith("CF3") else "released"
    for piece in finding.evidence:
        where = [piece.edition, piece.sheet, ", ".join(piece.cells[:6]), piece.note]
        yield f"{said}: " + "; ".join([piece.file, *(w for w in where if w)])
        if piece.query:
            yield f"query: {piece.query}"


def mendings(repairs: Sequence[Repair]) -> tuple[str, ...]:
    """Repairs in words; other dates for one date say by themselves what they are put for."""
    if len({r.figure.id for r in repairs}) == 1 and all(isinstance(r.value, str) for r in repairs):
        return tuple(map(printed, repairs))
    return tuple(map(mended, repairs))


def mended(repair: Repair) -> str:
    """A repair in words: what to put in place of what, and of which of several like it."""
    figure, value = repair.figure, printed(repair)
    which = f"({figure.place})" if figure.place else figure.unit
    if not which or (figure.kind != "count" and not figure.place) or which in figure.text:
        return f"{value} for {quoted(figure)}"
    return f"{value} for {quoted(figure)} {which}"


def _wrapped(pieces: Iterable[Piece]) -> Iterator[str]:
    """An excerpt in lines of the terminal, carets under what the finding is about."""
    row, carets, used, inside = "", "", 0, False
    for word, marked, space in _words(pieces):
        wide = _width(word)
        if row and space and used + 1 + wide > WIDTH:
            yield from _pair(row, carets)
            row, carets, used = "", "", 0
        if row and space:
            row, carets, used = row + " ", carets + ("^" if inside and marked else " "), used + 1
        row, used, inside = row + word, used + wide, marked
        carets += ("^" if marked else " ") * wide
    if row:
        yield from _pair(row, carets)


def _pair(row: str, carets: str) -> Iterator[str]:
    yield row
    if carets.strip():
        yield carets.rstrip()


def _words(pieces: Iterable[Piece]) -> Iterator[tuple[str, bool, bool]]:
    """Words, whether they are marked, and whether blank space comes before them."""
    space = False
    for piece in pieces:
        for part in re.split(r"(\s+)", piece.text):
            if part and not part.isspace():
                yield _UNSAFE.sub("\ufffd", part), piece.marked, space
            space = part.isspace() if part else space


def _width(word: str) -> int:
    """Columns that a terminal gives a word."""
    if word.isascii():
        return len(word)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in word
    )
