"""Tables drawn in plain text: with bars, ``| Convicted | 17,161 | 29.2% |``, or with blanks."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Cell, Document, Table

# a line of cells between bars, with a bar at either end or without
_BARRED = lazy(r"(?m)^[^\n|]*\|[^\n]*$")
_RULE = lazy(r"[\s:|+-]*")  # "|---|---|"
# "Aggravated Assault 79 112": a label and two numbers or more
_NUMBER = r"[-+]?\$?\d[\d,]*(?:\.\d+)?%?"
_SPACED = lazy(
    rf"(?m)^[ \t]*(?P<label>[A-Za-z][^\d\n|$]{{1,50}}?)[ \t]+(?P<numbers>{_NUMBER}"
    rf"(?:[ \t]+{_NUMBER}){{1,8}})[ \t]*$"
)
_YEARS = lazy(r"(?:(?:19|20)\d\d\s*)+")  # "Crime 2009 2010", the heads of a table
_TOTAL = lazy(r"(?i)[ \t|]*(?:grand[ \t]+)?totals?\b")
_WORD = lazy(r"\S+")
FEWEST = 3  # rows, the heads among them
MOST = 200  # rows of all such tables; a longer one is data, not a story
Row = list[tuple[int, int]]


@kept
def tables_of(reading: Reading) -> tuple[Table, ...]:
    """The tables of a document; of plain text, those that are drawn in it."""
    return reading.document.tables or tuple(_drawn(reading.document))


def _drawn(document: Document) -> Iterator[Table]:
    """The tables that lines of cells make, row under row, blank lines between left out."""
    text = document.text
    if text.count("|") >= FEWEST:
        yield from _runs(text, _barred(text), first=0)
    summed = ("otal" in text or "OTAL" in text) and any(map(_TOTAL.match, text.split("\n")))
    if summed or "%\n" in text:
        yield from _runs(text, _spaced(text), first=1)


def _barred(text: str) -> Iterator[tuple[int, int, Row]]:
    """The lines with bars: where each begins and ends, and its cells; of a rule none."""
    for number, match in enumerate(_BARRED.finditer(text)):
        if number > MOST:
            return
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip(" \t").removeprefix("|"))
        end = match.start() + len(line.rstrip(" \t").removesuffix("|"))
        ruled = _RULE.fullmatch(text, start, end) is not None
        cells = [] if ruled or end <= start else list(_cells(text, start, end))
        yield match.start(), match.end(), cells


def _spaced(text: str) -> Iterator[tuple[int, int, Row]]:
    """The lines of a label and as many numbers as the line before."""
    for number, match in enumerate(_SPACED.finditer(text)):
        if number > MOST:
            return
        numbers = _WORD.finditer(text, match.start("numbers"), match.end("numbers"))
        heads = _YEARS.fullmatch(match["numbers"]) is not None
        cells = [] if heads else [match.span("label"), *(m.span() for m in numbers)]
        yield match.start(), match.end(), cells


def _runs(text: str, lines: Iterator[tuple[int, int, Row]], first: int) -> Iterator[Table]:
    """Tables of the lines that follow each other; their rows are numbered from *first*."""
    rows: list[Row] = []
    end = -1
    for start, stop, cells in lines:
        uneven = first and rows and len(cells) != len(rows[-1])
        if rows and (uneven or text[end:start].strip()):
            yield from _table(rows, first)
            rows = []
        end = stop
        if cells:  # neither a rule nor heads
            rows.append(cells)
    yield from _table(rows, first)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the text of each cell stands, blanks and marks of emphasis left out."""
    at = start
    for piece in text[start:end].split("|"):
        body = piece.strip(" \t*_")
        begin = at + piece.index(body) if body else at
        yield begin, begin + len(body)
        at += len(piece) + 1


def _table(rows: list[Row], first: int) -> Iterator[Table]:
    if len(rows) >= FEWEST:
        yield Table(
            tuple(
                Cell(row, column, start, end, header=row == 0)
                for row, cells in enumerate(rows, first)
                for column, (start, end) in enumerate(cells)
            )
        )
