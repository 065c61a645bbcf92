"""OpenDocument text, by odfdo."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

from crossfoot.model import Document, InputError
from crossfoot.read.archive import look_over
from crossfoot.read.builder import Builder, TableCell, mark_header
from crossfoot.read.extras import need
from crossfoot.read.raised import raised

_HOLDERS = frozenset(
    "text:section text:list text:list-item text:list-header text:numbered-paragraph".split()
)
_ITEMS = frozenset("text:list text:numbered-paragraph".split())
_ASIDE = frozenset("text:note office:annotation draw:frame".split())
_INDEX = re.compile(r"text:(?:[a-z-]+-index|table-of-content|index-body|bibliography)")
_PARAGRAPHS = (
    "descendant::*[self::text:p or self::text:h]"
    "[not(ancestor::text:note or ancestor::office:annotation)]"
)
_BOXES = "descendant::draw:text-box[not(ancestor::text:note or ancestor::draw:text-box)]"


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
        reader = _Reader(builder, source)
        for element in source.body.children:
            reader.add(element)
        _note_unread(builder, source)
        title = source.meta.title
        language = source.meta.language
    except Exception as broken:  # the library raises whatever its XML parser does
        raise InputError(f"a broken OpenDocument file ({broken}); save it again") from None
    return builder.document(
        data, name=name, format="odt", published=published, title=title,
        language=(language or "").split("-")[0].lower(),
    )  # fmt: skip


class _Reader:
    """Adds the elements of one document to its builder."""

    def __init__(self, builder: Builder, source: Any) -> None:
        self._builder = builder
        self._above = {
            style.name
            for style in source.content.get_styles()
            if (style.get_properties() or {}).get("style:text-position", "").startswith("super")
        }

    def add(self, element: Any, *, item: bool = False) -> None:
        """Add an element and what it holds; *item*, as that of a list."""
        if element.tag == "text:h":
            self._builder.add(self._words(element), "heading", level=int(element.level or 1))
        elif element.tag == "text:p" and item:
            self._builder.add(self._words(element), "item")
        elif element.tag == "text:p":
            self._builder.add_lines(self._words(element))
        elif element.tag == "table:table":
            rows = [row.traverse() for row in element.traverse()]
            cells = [[TableCell(self._held(cell)) for cell in row] for row in rows]
            self._builder.add_table(mark_header(cells))
        elif element.tag in _HOLDERS:
            for child in element.children:
                self.add(child, item=item or element.tag in _ITEMS)
        if element.tag in ("text:h", "text:p", "draw:frame"):
            for child in (child for box in element.get_elements(_BOXES) for child in box.children):
                self.add(child)

    def _held(self, cell: Any) -> str:
        """The paragraphs of a cell."""
        return "\n".join(map(self._words, cell.get_elements(_PARAGRAPHS)))

    def _words(self, element: Any) -> str:
        """The words of an element, without those that stand aside of its text."""
        out = [element.text or ""]
        for child in element.children:
            if child.tag not in _ASIDE:
                words = self._words(child)
                above = child.get_attribute("text:style-name") in self._above
                out.append(raised(words) if above else words)
            out.append(child.tail or "")
        return "".join(out)


def _note_unread(builder: Builder, source: Any) -> None:
    for tag, what in (("text:note", "footnotes"), ("office:annotation", "comments")):
        if source.body.get_element(f"descendant::{tag}") is not None:
            builder.notes.append(f"{what} are not read")
    if any(_INDEX.fullmatch(child.tag) for child in source.body.children):
        builder.notes.append("the table of contents or index is not read")
