"""PDF with a text layer, by pdfplumber, in a process of its own.

A PDF can ask its reader for any amount of time and memory, so the reading is done by a child
process with bounds on both; it gives back lines and tables as JSON, which become blocks here.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from crossfoot.model import BlockKind, Document, InputError
from crossfoot.read.builder import Builder, TableCell, mark_header
from crossfoot.read.extras import need

SECONDS = 120  # a report of 300 pages takes 30 on an old laptop
MEMORY = 3_000_000_000
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_BULLET = re.compile(r"(?:[•▪◦●‣*–-]|\(?\d{1,2}[.)])\s+")
_GLYPH = re.compile(r"\(cid:\d+\)")  # a sign whose font does not say what it stands for
_ENDS = (".", "!", "?", ":", ";", "”", '"')


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a PDF's text: paragraphs by their spacing, and tables that are ruled.

    Raises:
        InputError: it is broken, encrypted, scanned throughout, or takes too long.
    """
    need("pdfplumber", "pdf", "PDF")
    found = _read_apart(data)
    if "error" in found:
        raise InputError(found["error"])
    builder = Builder()
    turned = [page["number"] for page in found["pages"] if page["turned"]]
    unread = [page for page in found["pages"] if not page["lines"] and not page["tables"]]
    empty = [page["number"] for page in unread if not page["turned"]]
    if len(unread) == len(found["pages"]) and turned:
        raise InputError("all its text is turned on its side; turn the pages and save it again")
    if len(unread) == len(found["pages"]):
        raise InputError("no text in it, only pictures (a scan?); run text recognition first")
    if empty:
        builder.notes.append(f"no text on page {', '.join(map(str, empty))} (a scan?): not read")
    if turned:
        pages = ", ".join(map(str, turned))
        builder.notes.append(f"text turned on its side is not read: page {pages}")
    for page in found["pages"]:
        _add_page(builder, page)
    return builder.document(
        data, name=name, format="pdf", published=published, title=found.get("title")
    )


def _read_apart(data: bytes) -> dict[str, Any]:
    # the child finds this package wherever the parent found it
    home = str(Path(__file__).resolve().parent.parent.parent)
    paths = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "crossfoot.read.pdf"], input=data, capture_output=True,
            timeout=SECONDS, check=False, env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise InputError(f"not read within {SECONDS} seconds; given up") from None
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise InputError("a broken PDF, or one that needs too much memory; save it again") from None
    return found


def _add_page(builder: Builder, page: dict[str, Any]) -> None:
    """Lines in reading order become paragraphs; a table stands where its top edge does."""
    tables = sorted(page["tables"], key=lambda t: t["top"])
    for paragraph in _paragraphs(page["lines"], [t["top"] for t in tables]):
        while tables and tables[0]["top"] < paragraph[0]["top"]:
            _add_table(builder, tables.pop(0), page["number"])
        text = _joined(paragraph)
        short = len(paragraph) == 1 and len(text) < 100 and not text.endswith(_ENDS)
        kind: BlockKind = "item" if _BULLET.match(text) else "heading" if short else "paragraph"
        builder.add(text, kind, page=page["number"])
    for table in tables:
        _add_table(builder, table, page["number"])


def _add_table(builder: Builder, table: dict[str, Any], page: int) -> None:
    rows = [[TableCell(text or "") for text in row] for row in table["rows"]]
    builder.add_table(mark_header(rows), page=page)


def _paragraphs(lines: list[dict[str, Any]], edges: list[float]) -> Iterator[list[dict[str, Any]]]:
    """Lines with no more than the usual space between them, broken at bullets and tables."""
    gaps = sorted(b["top"] - a["bottom"] for a, b in itertools.pairwise(lines))
    usual = max(gaps[len(gaps) // 4], 0) if gaps else 0
    current: list[dict[str, Any]] = []
    for line in lines:
        if current:
            last = current[-1]
            space = line["top"] - last["bottom"]
            height = last["bottom"] - last["top"]
            apart = space > usual + 0.35 * height or space < -height
            other = abs(line["bottom"] - line["top"] - height) > 0.15 * height
            between = any(last["top"] < edge < line["top"] for edge in edges)
            if apart or other or between or _BULLET.match(line["text"]):
                yield current
                current = []
        current.append(line)
    if current:
        yield current


def _joined(lines: list[dict[str, Any]]) -> str:
    """One text of several lines; a word broken at a line's end is made whole."""
    text = lines[0]["text"]
    for line in lines[1:]:
        broken = text.endswith("-") and text[-2:-1].isalpha() and line["text"][:1].islower()
        text = text[:-1] + line["text"] if broken else f"{text} {line['text']}"
    return str(text)


def _extract(data: bytes) -> dict[str, Any]:
    """In the child: lines and ruled tables of every page."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as source:
            pages = []
            for page in source.pages:
                pages.append(_page(page))
                page.close()
            title = (source.metadata or {}).get("Title")
            return {"pages": pages, "title": title if isinstance(title, str) else None}
    except PdfminerException as broken:
        if broken.args and isinstance(broken.args[0], PDFPasswordIncorrect):
            return {"error": "it is encrypted; save it without a password"}
        return {"error": "a broken PDF; save it again"}


def _known(text: str) -> str:
    """*text* without the codes of unknown glyphs; one that leads a line is a bullet."""
    bulleted = _GLYPH.match(text) is not None
    return ("• " if bulleted else "") + _GLYPH.sub("", text).strip()


def _page(page: Any) -> dict[str, Any]:
    turned = any(not char["upright"] for char in page.chars if char["text"].strip())
    if turned:  # it would come out a character a line, and backwards: "120" as "021"
        page = page.filter(lambda drawn: drawn.get("upright", True))
    # looking for tables is slow; without lines or boxes on the page there is none that is ruled
    grids = page.find_tables() if len(page.rects) + len(page.lines) >= 4 else []
    tables = [
        {"top": float(grid.bbox[1]), "rows": [[_known(cell or "") for cell in r] for r in rows]}
        for grid in grids
        if len(rows := grid.extract()) > 1 and len(rows[0]) > 1
    ]
    boxes = [grid.bbox for grid in grids if len(grid.rows) > 1]
    lines = [
        {"text": _known(line["text"]), "top": line["top"], "bottom": line["bottom"]}
        for line in page.extract_text_lines(return_chars=False)
        if not any(top <= (line["top"] + line["bottom"]) / 2 <= low for _, top, _, low in boxes)
    ]
    edges = {0, len(lines) - 1}
    lines = [
        line
        for at, line in enumerate(lines)
        if not (at in edges and _PAGE_NUMBER.fullmatch(line["text"].strip()))
    ]
    return {"number": page.page_number, "lines": lines, "tables": tables, "turned": turned}


def _bounded() -> None:
    """Bound the child's memory and time where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows; the parent's time limit holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    _bounded()
    import logging

    logging.disable(logging.CRITICAL)
    try:
        result = _extract(sys.stdin.buffer.read())
    except Exception as broken:  # the parser raises anything on a hostile file
        result = {"error": f"a broken PDF ({type(broken).__name__}); save it again"}
    json.dump(result, sys.stdout)
