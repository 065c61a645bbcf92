"""A file or a string becomes a Document: plain text, and where everything stands in it."""

from __future__ import annotations

import hashlib
from datetime import date

from crossfoot.model import Document
from crossfoot.read.columns import split_columns
from crossfoot.read.files import load
from crossfoot.read.segment import blocks_of, sentences_of

__all__ = ["load", "read_text"]


def read_text(text: str, *, name: str = "-", published: date | None = None) -> Document:
    """Make a Document of plain text; offsets are those of *text* as given."""
    blocks, tables = split_columns(text, blocks_of(text))
    return Document(
        text=text,
        name=name,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=published,
        blocks=blocks,
        sentences=sentences_of(text, blocks),
        tables=tables,
    )
