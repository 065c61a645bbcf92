"""RTF, by striprtf."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.model import Document, InputError
from crossfoot.read.builder import Builder
from crossfoot.read.extras import need
from crossfoot.read.raised import raised

# "{\super 3}", "\super\insrsid12 3\nosupersub"
_ABOVE = re.compile(r"(?P<word>\\super(?:\\[a-z]+-?\d*)*\s?)(?P<digits>[0-9, ]{1,20})(?=[}\\])")


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a rich text file as paragraphs and tables.

    Raises:
        InputError: it is broken, or `crossfoot[docs]` is not installed.
    """
    striprtf = need("striprtf.striprtf", "docs", "RTF")
    source = _ABOVE.sub(_as_raised, data.decode("latin-1"))
    try:
        text = striprtf.rtf_to_text(source, errors="replace")
    except (ValueError, IndexError, KeyError, RecursionError) as broken:
        raise InputError(f"a broken RTF file ({broken}); save it again") from None
    builder = Builder()
    builder.add_plain(text)
    return builder.document(data, name=name, format="rtf", published=published)


def _as_raised(match: re.Match[str]) -> str:
    """Digits above the line, in the codes that RTF has for the characters which stand there."""
    above = raised(match["digits"])
    coded = above if above.isascii() else "".join(rf"\u{ord(char)}?" for char in above)
    return match["word"] + coded
