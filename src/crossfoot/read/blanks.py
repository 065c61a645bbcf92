"""Blanks that only lay a text out: indented lines, blanks at their ends, several in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.read.edit import Edit

_BLANK = "[ \u00a0]"
# what stands before is looked at behind the first blank: from blank to blank it is soon found
_LAID_OUT = re.compile(
    r"[\r \u00a0](?:(?=\s)|(?<=\s.))"  # no blank between two words
    r"(?:(?<=\r)(?=\n)"
    rf"|(?<={_BLANK}){_BLANK}*(?=\r?\n)"  # "12 men \n"
    rf"|(?<=[\n\r]{_BLANK}){_BLANK}*(?=\S)"  # "\n    12 men"
    rf"|(?<=[^\s.!?:]{_BLANK}{{2}}){_BLANK}*(?=\S)"  # "12  men", but as it is between sentences
    rf"|(?<=[.!?:]{_BLANK}{{2}}){_BLANK}*(?=[a-z0-9]))"  # "Oct.  12"
)
# dashes lost on both sides of a list: "the two officers convicted  Ann Roe and Dan Poe  are held"
_LOST_DASHES = re.compile(
    rf"(?P<open>{_BLANK}(?<=[a-z]{_BLANK}){_BLANK})(?=[A-Z])"
    rf"(?:(?!{_BLANK}{{2}})[^\n\r.!?]){{3,300}}(?<=[a-z])(?P<close>{_BLANK}{{2}})(?=[a-z])"
)
_LISTED = re.compile(r",| and ")
_SIGNS = ("  ", "\n ", " \n", "\r\n", "\u00a0 ", " \u00a0")


def blanks(text: str) -> Iterator[Edit]:
    """The blanks of a plain *text* that say nothing, each to be read over."""
    if any(sign in text for sign in _SIGNS):
        for match in _LAID_OUT.finditer(text):
            yield Edit(match.start(), match.end())
        for match in _LOST_DASHES.finditer(text):
            if _LISTED.search(match[0]):
                yield Edit(*match.span("open"), " - ")
                yield Edit(*match.span("close"), " - ")


# "•\t12 men", "1.\t12 men": no cells; "o 12 men", as bullets of the second rank are pasted
_TABBED = re.compile(
    r"(?m)^([ \u00a0]*(?:[•*▪◦·●○■□‣⁃➢–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]))\t"
)
_ROUND = re.compile(r"(?m)^([ \t\u00a0]*)o(?=[ \t]+\S)")


def items(text: str) -> str:
    """*text* with the marks of its items made usual, one for one."""
    if "\t" in text:
        text = _TABBED.sub(r"\1 ", text)
    return _ROUND.sub(r"\1•", text) if "\no" in text or " o " in text or "\to" in text else text
