"""RTF, by striprtf."""

from __future__ import annotations

from datetime import date

from crossfoot.model import Document, InputError
from crossfoot.read.builder import Builder
from crossfoot.read.extras import need
from crossfoot.read.segment import blocks_of


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a rich text file as paragraphs; its tables come as lines of text.

    Raises:
        InputError: it is broken, or `crossfoot[docs]` is not installed.
    """
    striprtf = need("striprtf.striprtf", "docs", "RTF")
    try:
        text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, IndexError, KeyError, RecursionError) as broken:
        raise InputError(f"a broken RTF file ({broken}); save it again") from None
    builder = Builder()
    for block in blocks_of(text):
        builder.add(text[block.start : block.end], block.kind, level=block.level)
    return builder.document(data, name=name, format="rtf", published=published)
