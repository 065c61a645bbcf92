"""The document's text as the readers of figures see it: lowered, plain, one line a block.

Every character stands where it stands in the document (zero-width ones are dropped, and the way
back is kept). A line break inside a block is a blank; outside blocks all is line breaks, which
no figure may cross.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.model import Document

_ODD = {
    "’": "'", "‘": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"',
    "–": "-", "‑": "-", "‒": "-", "−": "-", "‐": "-", "﹣": "-", "－": "-",
    "\u2009": "\u00a0", "\u202f": "\u00a0", "\u2007": "\u00a0", "\u2008": "\u00a0",
    "\u2002": " ", "\u2003": " ", "\u200a": "\u00a0", "\u3000": " ",
    "％": "%", "﹪": "%", "＄": "$",
}  # fmt: skip
_OTHER_BREAKS = "\r\t\v\f\x85\u2028\u2029"
_BREAKS = re.compile(f"[\n{_OTHER_BREAKS}]")
_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
# "31 434 cases": a blank for a comma, as some countries print thousands; not "June 4 759 people"
_SPACED = re.compile(r"(?<![\w.,/:-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?! ?\d|[,./:-]\d|\w)")
_COUNTING = re.compile(r" [a-z]")
_COMMA = re.compile(r"\d,\d{3}(?!\d)")
# what stands right before a number that is counted; behind a noun the 4 would be its name: "Ward 4"
_TELLING = (
    r"(?!aged )[a-z]{3,}ed|made|were|was|saw|had|has|have|found|took|held|sent|lost|caught|brought"
    r"|of|than|over|about|nearly|least|almost|around|some"
)
_LEADING = re.compile(
    rf"(?:^|[\n,;:(]\s?|\b(?:{_TELLING}|only|just|and|to|from|with|for|the|are|is|against|total) )$"
)
_SURELY = re.compile(rf"\b(?:{_TELLING}) $")
_LONGEST = 14  # characters of such a word
_SEVERAL = 2  # such numbers make it the manner of a text, or one behind a telling word
# 12 "100 watt" lamps
_OF_SIZE = re.compile(
    r" (?:[kK]?[wW]|[wW]att|[vV]olt|[mM]et(?:er|re)|yard|foot|mile|seat|page|bed|room|year|day|ton"
    r"|kilo|pound|gram|lit(?:er|re)|acre|dollar|euro|man|person|piece)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Flat:
    """`text` is what patterns match on; `cased` is the same before lowering.

    `origin` gives the document position of each position, where they are not the same.
    """

    text: str
    cased: str
    origin: Sequence[int] | None = None

    def start(self, position: int) -> int:
        """Where a figure that begins at *position* begins in the document."""
        return position if self.origin is None else self.origin[position]

    def end(self, position: int) -> int:
        """Where a figure that ends before *position* ends in the document."""
        if self.origin is None or position == 0:
            return position
        return self.origin[position - 1] + 1


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" lowers to two characters
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered


def _one_line_a_block(document: Document) -> str:
    text = document.text
    broken = any(mark in text for mark in _OTHER_BREAKS)
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        if block.start < at:
            continue
        pieces.append("\n" * (block.start - at))
        body = text[block.start : block.end]
        pieces.append(_BREAKS.sub(" ", body) if broken or "\n" in body else body)
        at = block.end
    pieces.append("\n" * (len(text) - at))
    return "".join(pieces)


def _with_thousands_closed(text: str) -> str:
    """*text* with the blanks inside of its numbers made hard, where that is its manner.

    It has no comma for thousands, and counts things so more than once, or beyond doubt.
    """
    if _COMMA.search(text):
        return text
    runs = list(_SPACED.finditer(text))
    spaced = [
        m for m in runs if _stands(text, m.start(), _LEADING) and not _OF_SIZE.match(text, m.end())
    ]
    counting = [m.start() for m in spaced if _COUNTING.match(text, m.end())]
    if len(counting) < _SEVERAL and not any(_stands(text, at, _SURELY) for at in counting):
        return text
    told = {m.group() for m in spaced}
    pieces: list[str] = []
    at = 0
    for match in (m for m in runs if m.group() in told):  # "Police arrest 16 817 in a week"
        pieces += text[at : match.start()], match.group().replace(" ", "\u00a0")
        at = match.end()
    return "".join((*pieces, text[at:]))


def _stands(text: str, start: int, before: re.Pattern[str]) -> bool:
    """Whether such a word stands right before."""
    return before.search(text[max(0, start - _LONGEST) : start]) is not None


def flatten(document: Document) -> Flat:
    """The text of *document*, made plain for matching."""
    cased = _with_thousands_closed(_one_line_a_block(document))
    origin: Sequence[int] | None = None
    if not cased.isascii():
        for odd, usual in _ODD.items():
            cased = cased.replace(odd, usual)
        if any(mark in cased for mark in _HIDDEN):
            origin = [i for i, c in enumerate(cased) if not _INVISIBLE.match(c)]
            cased = _INVISIBLE.sub("", cased)
    return Flat(_lowered(cased), cased, origin)
