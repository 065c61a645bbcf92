"""OpenDocument text, by odfdo."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from crossfoot.model import Document, InputError
from crossfoot.read.archive import look_over
from crossfoot.read.builder import Builder, TableCell, mark_header
from crossfoot.read.extras import need


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read an OpenDocument text: headings, paragraphs, list items, tables.

    Raises:
        InputError: it is broken, encrypted or oversized, or `crossfoot[docs]` is not installed.
    """
    odfdo = need("odfdo", "docs", "ODT")
    look_over(data)
    builder = Builder()
    try:
        source = odfdo.Document(io.BytesIO(data))
        for element in source.body.children:
            _add(builder, element)
        title = source.meta.title
        language = source.meta.language
    except Exception as broken:  # the library raises whatever its XML parser does
        raise InputError(f"a broken OpenDocument file ({broken}); save it again") from None
    return builder.document(
        data, name=name, format="odt", published=published, title=title,
        language=(language or "").split("-")[0].lower(),
    )  # fmt: skip


def _add(builder: Builder, element: Any) -> None:
    if element.tag == "text:h":
        builder.add(element.inner_text, "heading", level=int(element.level or 1))
    elif element.tag == "text:p":
        builder.add_lines(element.inner_text)
    elif element.tag == "text:list":
        for item in element.get_elements("descendant::text:p"):
            builder.add(item.inner_text, "item")
    elif element.tag == "table:table":
        rows = [
            [TableCell(cell.inner_text) for cell in row.traverse()] for row in element.traverse()
        ]
        builder.add_table(mark_header(rows))
    elif element.tag == "text:section":
        for child in element.children:
            _add(builder, child)
