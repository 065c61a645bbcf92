"""Characters that stand for others: entities, text decoded wrongly, odd blanks, the unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.read.accents import MARKS, unaccented
from crossfoot.read.edit import Edit

# soft hyphens, joiners, marks of direction and of byte order
_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_UNSEEN = re.compile(f"[{_HIDDEN}]+")
_BEHIND = re.compile(f"[{MARKS}]+")  # accents that stand behind their letter
# "&amp;", "&#8217;", "&#x27;", and coded twice: "&amp;#8217;"
_ENTITY = re.compile(r"&(?:amp;)?(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}[0-9]{0,2});")
# "â€™" or "â\x80\x99" for "’", "Â\xa0" for a blank, "Ã©" for "é"
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")
# bytes that no decoder names are lost: "â€" for "”", "Â" before a blank
_LOST = re.compile(r"â€(?:�|(?=[\s,.;:!?)]|$))|(?<![^\W\d_])Â(?=[ \n])")
_SIGNS = "ÂÃâ"  # one of them is in all but the rarest
# one for one; blanks that do not break a line stay so
_USUAL = str.maketrans(
    {
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", "\u00a0"),
        **dict.fromkeys("\u2000\u2001\u2002\u2003\u3000", " "),
        **{chr(0xFF01 + n): chr(0x21 + n) for n in range(94)},
        "′": "’", "″": "”", "―": "—", "\uf0b7": "•", "\uf0a7": "▪",
    }
)  # fmt: skip
_ODD = re.compile("[" + "".join(map(chr, sorted(_USUAL))).replace("-", "") + "]")


# a blank that breaks no line parts words too, but for thousands: "12 345"
_HELD = re.compile(r"\u00a0(?:(?<![0-9]\u00a0)|(?![0-9]{3}(?![0-9])))")
# what stands for a mark that was lost: "ICE?s", "the ?raid", "end.?", "2019�20", "men ? 12"
_LOST_MARKS = (
    (re.compile(r"[�?](?<=[A-Za-z][�?])(?:(?<=�)|(?=(?:s|t|re|ve|ll|d)\b))(?=[a-z])"), "’"),
    (re.compile(r"[�?](?<=[ \n(][�?])(?=\w)"), "“"),
    (re.compile(r"[�?](?:(?<=[.,][�?])|(?<=\w�))(?=[\s,.;:)]|$)"), "”"),
    (re.compile(r"�(?<=[0-9]�)(?=[0-9])"), "–"),
    (re.compile(r"[�?](?:(?<=[a-z,] [�?])(?= [a-z])|(?<=\w�)(?=\w))"), "—"),
)


def usual(text: str) -> str:
    """*text* with its odd blanks, hyphens, full-width signs and accents made usual, one for one."""
    if "?" in text or "�" in text:
        for lost, mark in _LOST_MARKS:
            text = lost.sub(mark, text)
    if text.isascii():
        return text
    if _ODD.search(text):
        text = text.translate(_USUAL)
    text = unaccented(text)
    return _HELD.sub(" ", text) if "\u00a0" in text else text


def hidden(text: str) -> Iterator[Edit]:
    """The characters of *text* that nobody sees, or that are no letters of their own."""
    if text.isascii():
        return
    if any(char in text for char in _HIDDEN):
        for match in _UNSEEN.finditer(text):
            yield Edit(match.start(), match.end())
    for match in _BEHIND.finditer(text):
        yield Edit(match.start(), match.end())


def coded(text: str) -> Iterator[Edit]:
    """What stands in *text* for another character, by its name or by its bytes."""
    if "&" in text and ";" in text:
        yield from _named(text)
    if not text.isascii() and any(sign in text for sign in _SIGNS):
        for match in _MISREAD.finditer(text):
            if meant := _decoded(match.group()):
                yield _edit(match, meant)
        for match in _LOST.finditer(text):
            yield Edit(match.start(), match.end(), "”" if match.group()[0] == "â" else "")


def _edit(match: re.Match[str], meant: str) -> Edit:
    """*meant* for what *match* found; where that ends with it ("Â£"), the rest is read over."""
    if match.group()[-1] == meant:
        return Edit(match.start(), match.end() - 1)
    return Edit(match.start(), match.end(), meant)


def _named(text: str) -> Iterator[Edit]:
    """Entities, as are left in a text that was cut out of a page."""
    from html import unescape  # its table is long, and few texts need it

    for match in _ENTITY.finditer(text):
        meant = unescape(unescape(match.group()))
        if len(meant) == 1:
            yield Edit(match.start(), match.end(), "" if meant in _HIDDEN else meant)


def _decoded(misread: str) -> str:
    """The character that UTF-8 was decoded as *misread* from; nothing where it was not."""
    coded = b"".join(
        char.encode("latin-1") if char < "\u0100" else char.encode("cp1252") for char in misread
    )
    try:
        return coded.decode("utf-8")
    except UnicodeDecodeError:
        return ""
