"""RTF, by striprtf."""

from __future__ import annotations

from datetime import date

from crossfoot.model import Document, InputError
from crossfoot.read.builder import Builder
from crossfoot.read.extras import need


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a rich text file as paragraphs and tables.

    Raises:
        InputError: it is broken, or `crossfoot[docs]` is not installed.
    """
    striprtf = need("striprtf.striprtf", "docs", "RTF")
    try:
        text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, IndexError, KeyError, RecursionError) as broken:
        raise InputError(f"a broken RTF file ({broken}); save it again") from None
    builder = Builder()
    builder.add_plain(text)
    return builder.document(data, name=name, format="rtf", published=published)
