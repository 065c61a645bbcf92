"""Letters with accents: read without them, so that a name is a name, and told with them.

What a word means does not hang on them: "José Muñoz" is read as "Jose Munoz", one letter for one,
and what is said of it is spelled as the text has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# of the letters that Unicode takes apart into one of A to Z and marks; and some that it leaves
_LATIN = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
_UNMARKED = {
    code: base
    for code in _LATIN
    if (base := unicodedata.normalize("NFKD", chr(code))[0]).isascii() and base.isalpha()
}
_PLAIN = str.maketrans(
    {**_UNMARKED, **dict(zip("ØøŁłĐđÐðÆæŒœıßÞþ", "OoLlDdDdAaOoisTt", strict=True))}
)
_ACCENTED = "".join(map(chr, sorted(_PLAIN)))
MARKS = "\u0300-\u036f"  # that stand behind their letter
_WORD = re.compile(rf"(?:[A-Za-z{_ACCENTED}][{MARKS}]*)+")
_ANY = re.compile(f"[{_ACCENTED}{MARKS}]")
_MARK = re.compile(f"[{MARKS}]")


def unaccented(text: str) -> str:
    """*text* with letters of A to Z for those with accents, one for one."""
    return text.translate(_PLAIN) if not text.isascii() and _ANY.search(text) else text


def spellings(text: str) -> Mapping[str, str]:
    """The words of *text* with accents, by what they are without."""
    if text.isascii() or not _ANY.search(text):
        return {}
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return {_MARK.sub("", unaccented(word)): word for word in words}


def spelled(said: str, as_printed: Mapping[str, str]) -> str:
    """*said* with its words *as_printed*."""
    return _WORD.sub(lambda word: as_printed.get(word[0], word[0]), said)
