"""DOCX, by python-docx."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from crossfoot.model import BlockKind, Document, InputError
from crossfoot.read.archive import look_over
from crossfoot.read.builder import Builder, TableCell, mark_header
from crossfoot.read.extras import need

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a Word document: paragraphs, headings, list items and tables, in order.

    Raises:
        InputError: it is broken, encrypted or oversized, or `crossfoot[docs]` is not installed.
    """
    docx = need("docx", "docs", "DOCX")
    look_over(data)
    try:
        source = docx.Document(io.BytesIO(data))
        builder = Builder()
        for item in source.iter_inner_content():
            _add(builder, item)
        _note_unread(builder, source)
        facts = source.core_properties
        title, language = facts.title, facts.language
    except Exception as broken:  # the library raises whatever its XML parser and zip reader do
        raise InputError(
            f"a broken Word document ({type(broken).__name__}: {broken}); save it again as .docx"
        ) from None
    return builder.document(
        data, name=name, format="docx", published=published, title=title,
        language=(language or "").split("-")[0].lower(),
    )  # fmt: skip


def _add(builder: Builder, item: Any) -> None:
    if hasattr(item, "rows"):
        rows = [[TableCell(cell.text) for cell in _cells(row)] for row in item.rows]
        builder.add_table(mark_header(rows))
        return
    style = (item.style.name or "") if item.style is not None else ""
    numbered = item._p.pPr is not None and item._p.pPr.numPr is not None
    kind: BlockKind = "paragraph"
    level = 0
    if style.startswith("Heading") or style == "Title":
        kind, level = "heading", int(style[-1]) if style[-1:].isdigit() else 1
    elif numbered or style.startswith("List"):
        kind = "item"
    elif style == "Caption":
        kind = "caption"
    # text that was inserted with changes tracked counts, as a reader sees it on the page
    text = "".join(
        node.text or "" if node.tag == _WORD + "t" else ("\n" if node.tag == _WORD + "br" else "\t")
        for node in item._p.iter(_WORD + "t", _WORD + "br", _WORD + "tab")
        if node.getparent().tag == _WORD + "r"
    )
    builder.add_lines(text, kind, level=level)


def _cells(row: Any) -> list[Any]:
    """The cells of a row; a merged cell comes once, then blanks hold its columns."""
    seen: set[int] = set()
    out = []
    for cell in row.cells:
        out.append(_Blank if id(cell._tc) in seen else cell)
        seen.add(id(cell._tc))
    return out


class _Blank:
    text = ""


def _note_unread(builder: Builder, source: Any) -> None:
    body = source.element.body
    if next(body.iter(_WORD + "del"), None) is not None:
        builder.notes.append("changes are tracked: deleted text is not read, inserted text is")
    for part, what in (("footnotes", "footnotes"), ("comments", "comments")):
        if any(part in str(r.reltype).rsplit("/", 1)[-1] for r in source.part.rels.values()):
            builder.notes.append(f"{what} are not read")
    if next(body.iter(_WORD + "txbxContent"), None) is not None:
        builder.notes.append("text boxes are not read")
