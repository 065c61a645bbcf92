"""Files and standard input into Documents: which reader takes a file, and how bytes become text.

A format is a module of this folder, named in `_SUFFIXES` or recognised by its first bytes, with
``read(data, name, published) -> Document``. Plain text is read here.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from crossfoot.model import Document, InputError

__all__ = ["decode", "load", "load_bytes"]

MAX_BYTES = 64 * 1024 * 1024  # of a file in any format
MAX_TEXT = 4 * 1024 * 1024  # of plain text: some 650,000 words, read in half a minute

_SUFFIXES = {
    ".htm": "html", ".html": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".docx": "docx", ".pdf": "pdf", ".eml": "email", ".odt": "odt", ".rtf": "rtf",
}  # fmt: skip
# what --table takes; a row of it read as prose gives numbers that stand nowhere ("12,300")
_TABLES = frozenset((".csv", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet"))
# first bytes -> (reader or None, what to call it)
_MAGIC: tuple[tuple[bytes, str | None, str], ...] = (
    (b"%PDF-", "pdf", "a PDF"),
    (b"{\\rtf", "rtf", "an RTF document"),
    (b"PK\x03\x04", None, "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", None, "an old Office document (.doc, .xls)"),
    (b"\x1f\x8b", None, "a gzip archive"),
    (b"\x89PNG", None, "a PNG image"),
    (b"\xff\xd8\xff", None, "a JPEG image"),
    (b"GIF8", None, "a GIF image"),
)
_HTML = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_STDIN = "standard input"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127})


class Reader(Protocol):
    """A module of this folder that reads one format."""

    def read(self, data: bytes, name: str, published: date | None) -> Document:
        """The document in *data*."""
        ...


def load(path: str | PathLike[str], *, published: date | None = None) -> Document:
    """Read a file, standard input for ``-``, or a page that the user names by its address.

    Args:
        path: A file of a format that a reader takes; anything else is read as plain text.
        published: The date for "today" and "ago"; beats what the file says of itself.

    Raises:
        InputError: the file cannot be read, with what to do about it.
    """
    place = fspath(path)
    if not place:
        raise InputError("a file without a name; name a file, or - for standard input")
    if place == "-":
        if sys.stdin is None:
            raise InputError("-: standard input is closed; name a file")
        return load_bytes(_take(sys.stdin.buffer, _STDIN), _STDIN, published=published)
    if place.startswith(("http://", "https://")):
        from crossfoot.read.url import fetch

        return load_bytes(*fetch(place), published=published)
    file = Path(place)
    try:
        with file.open("rb") as stream:
            data = _take(stream, place)
    except FileNotFoundError:
        raise InputError(f"{place}: no such file; check the name") from None
    except IsADirectoryError:
        raise InputError(f"{place}: is a folder; name the files in it") from None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{place}: cannot be read ({why.lower()}); check its rights") from None
    return load_bytes(data, place, published=published)


def load_bytes(data: bytes, place: str, *, published: date | None = None) -> Document:
    """Read the bytes of a file; *place* is its path, for its format, its name and messages."""
    name = "-" if place == _STDIN else Path(place).name
    if not data.strip():
        raise InputError(f"{place}: is empty; there is nothing to check")
    if Path(place).suffix.lower() in _TABLES:
        raise InputError(f"{place}: is a table, not a report; check a report against it by --table")
    reader, known_as = _format_of(data, place)
    if reader is not None:
        try:
            document = _module(reader).read(data, name, published)
        except InputError as error:
            raise InputError(f"{place}: {str(error).removeprefix('-: ')}") from None
        if not document.text:
            raise InputError(f"{place}: no text in it; there is nothing to check")
        return document
    if known_as:
        raise InputError(f"{place}: is {known_as}; save its text as a .txt file and check that")
    if len(data) > MAX_TEXT:
        raise InputError(_too_long(place, MAX_TEXT))
    text, notes = decode(data, place)
    from dataclasses import replace

    from crossfoot.read import read_text

    document = read_text(text, name=name, published=published)
    return replace(document, notes=(*document.notes, *notes)) if notes else document


def decode(data: bytes, place: str = "-") -> tuple[str, tuple[str, ...]]:
    """Bytes as text, with notes on what was assumed: UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises:
        InputError: the bytes are no text.
    """
    marked = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    if codec := marked or _wide(data[:4096]):
        return _sound(data.decode(codec, "replace"), place), ()
    if len(data[:65536].translate(None, _CONTROLS)) < 0.99 * len(data[:65536]):
        raise InputError(f"{place}: is binary data, not text; save its text as a .txt file")
    try:
        return _sound(data.decode("utf-8"), place), ()
    except UnicodeDecodeError:
        return _patched(data, place)


def _patched(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """Text that is no clean UTF-8: damaged UTF-8 where most of it still is, else Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(1 for char in text if char > "\x7f" and char != "\ufffd") >= broken:
        return _sound(text, place), (f"{broken} damaged characters were replaced",)
    # the five bytes that Windows-1252 leaves out become U+FFFD
    return _sound(data.decode("cp1252", "replace"), place), ("read as Windows-1252 text",)


def _sound(text: str, place: str) -> str:
    found = text.find("\0")
    if found >= 0:
        raise InputError(
            f"{place}: is not text (a NUL at character {found + 1}); save it as plain text"
        )
    if not text.strip():
        raise InputError(f"{place}: is empty; there is nothing to check")
    return text


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: Western text has a zero in every other byte."""
    half = len(head) // 2
    if half < 2:
        return None
    first, second = head[0::2].count(0), head[1::2].count(0)
    if second > 0.4 * half and first < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 * half and second < 0.05 * half else None


def _format_of(data: bytes, place: str) -> tuple[str | None, str | None]:
    """Which reader takes the bytes, or what they are where none does; (None, None) is text."""
    reader = _SUFFIXES.get(Path(place).suffix.lower())
    for mark, by_content, known_as in _MAGIC:
        if data.startswith(mark):
            return by_content or reader, known_as
    if reader is None and place == _STDIN and _HTML.match(data[:2000]):
        return "html", None
    return reader, None


def _module(reader: str) -> Reader:
    return cast(Reader, import_module(f"crossfoot.read.{reader}"))


def _take(stream: BinaryIO, place: str) -> bytes:
    """All of a stream, refused above the limit without reading on (a device never ends)."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(_too_long(place, MAX_BYTES))
    return data


def _too_long(place: str, limit: int) -> str:
    return f"{place}: is larger than {limit // 1024**2} MB; split it into several files"
