"""Blanks that only lay a text out: indented lines, blanks at their ends, several in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.read.edit import Edit

_BLANK = "[ \u00a0]"
# what stands before is looked at behind the first blank: from blank to blank it is soon found
_LAID_OUT = re.compile(
    r"[\r \u00a0](?:(?<=\r)(?=\n)"
    rf"|(?<={_BLANK}){_BLANK}*(?=\r?\n)"  # "12 men \n"
    rf"|(?<=[\n\r]{_BLANK}){_BLANK}*(?=\S)"  # "\n    12 men"
    rf"|(?<=[^\s.!?:]{_BLANK}{{2}}){_BLANK}*(?=\S)"  # "12  men", but as it is between sentences
    rf"|(?<=[.!?:]{_BLANK}{{2}}){_BLANK}*(?=[a-z0-9]))"  # "Oct.  12"
)
_SIGNS = ("  ", "\n ", " \n", "\r\n", "\u00a0 ", " \u00a0")


def blanks(text: str) -> Iterator[Edit]:
    """The blanks of a plain *text* that say nothing, each to be read over."""
    if any(sign in text for sign in _SIGNS):
        for match in _LAID_OUT.finditer(text):
            yield Edit(match.start(), match.end())
