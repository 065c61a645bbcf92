"""DOCX, by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from crossfoot.model import BlockKind, Document, InputError
from crossfoot.read.archive import look_over
from crossfoot.read.builder import Builder, TableCell, mark_header
from crossfoot.read.extras import need
from crossfoot.read.raised import raised

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABOVE = f"{_WORD}rPr/{_WORD}vertAlign[@{_WORD}val='superscript']"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# what was deleted or moved away, and a drawing once more for old readers
_GONE = (_WORD + "del", _WORD + "moveFrom", _CHOICES + "Fallback")
# what a page does not show: inserted text, fields, controls, tags around words
_WRAPPERS = tuple(
    _WORD + tag for tag in "ins moveTo fldSimple sdt smartTag customXml bdo dir".split()
)


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
        _note_unread(builder, source)
        _show(source.element.body)
        for item in source.iter_inner_content():
            _add(builder, item)
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


def _show(body: Any) -> None:
    """Leave what a reader sees on the page, once, and where the library looks for it."""
    for gone in [*body.iter(*_GONE), *filter(_is_contents, body.iter(_WORD + "sdt"))]:
        gone.getparent().remove(gone)
    for wrapper in [*body.iter(*_WRAPPERS)]:
        held = wrapper.find(_WORD + "sdtContent") if wrapper.tag == _WORD + "sdt" else wrapper
        for child in [] if held is None else [*held]:
            wrapper.addprevious(child)
        wrapper.getparent().remove(wrapper)
    for box in reversed([*body.iter(_WORD + "txbxContent")]):  # one within another first
        around = next(box.iterancestors(_WORD + "p"))
        for child in reversed([*box]):
            around.addnext(child)
    for broken in body.iter(_WORD + "br"):
        broken.attrib.pop(_WORD + "type", None)  # the library reads no break of a page or column
    for words in body.iter(_WORD + "t"):
        if words.getparent().find(_ABOVE) is not None:
            words.text = raised(words.text or "")


def _is_contents(control: Any) -> bool:
    """Whether a control holds the table of contents: headings once more, and page numbers."""
    gallery = control.find(f"{_WORD}sdtPr/{_WORD}docPartObj/{_WORD}docPartGallery")
    return gallery is not None and gallery.get(_WORD + "val") == "Table of Contents"


def _add(builder: Builder, item: Any) -> None:
    if hasattr(item, "rows"):
        cells = [_cells(row) for row in item.rows]
        builder.add_table(mark_header([[TableCell(c.text) for c in row] for row in cells]))
        for inner in (table for row in cells for cell in row for table in cell.tables):
            _add(builder, inner)
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
    builder.add_lines(item.text, kind, level=level)


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
    tables: tuple[Any, ...] = ()


def _note_unread(builder: Builder, source: Any) -> None:
    body = source.element.body
    if next(body.iter(_WORD + "del", _WORD + "moveFrom"), None) is not None:
        builder.notes.append("changes are tracked: deleted text is not read, inserted text is")
    for part, what in (("footnotes", "footnotes"), ("comments", "comments")):
        if any(part in str(r.reltype).rsplit("/", 1)[-1] for r in source.part.rels.values()):
            builder.notes.append(f"{what} are not read")
    for part, what in (("header", "headers"), ("footer", "footers")):
        if any(map(_has_words, _parts(source, part))):
            builder.notes.append(f"{what} are not read")


def _parts(source: Any, kind: str) -> Iterator[Any]:
    for relation in source.part.rels.values():
        if str(relation.reltype).endswith(f"/{kind}"):
            yield relation.target_part.element


def _has_words(part: Any) -> bool:
    return any((words.text or "").strip() for words in part.iter(_WORD + "t"))
