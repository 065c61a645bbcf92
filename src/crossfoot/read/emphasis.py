"""Marks in plain text that are not of what it says: emphasis ("**45** people"), links, escapes.

Drafts of language models and notes have them on most numbers. A mark parts the number from its
noun for whoever reads the text as it stands; taken out, all else is read as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.read.edit import Edit

# "**45 people**", "__45__", "*45*", "_45_", "`45`"; no "* item", no "2 * 3", no "name_of_a_file"
_MARKED = re.compile(
    r"(?P<two>\*\*|__)(?=[^\s*_])(?:(?!(?P=two))[^\n]){1,300}?(?<=\S)(?P<two_end>(?P=two))"
    r"|(?<![\w*_`])(?P<one>[*_`])(?=[^\s*_`])[^*_`\n]{1,300}?(?<=[^\s*_`])"
    r"(?P<one_end>(?P=one))(?![\w*_`])"
)
# "[45 people](https://…)", "[45](/2024/report "The report")"
_LINK = re.compile(
    r"(?P<opens>\[)[^\[\]\n]{1,300}(?P<target>\]\((?:https?://|www\.|mailto:|[/#.])"
    r"[^\s()]{0,400}(?:\([^\s()]{0,100}\)[^\s()]{0,200})?(?:[ ]\"[^\"\n]{0,200}\")?\))"
)
_SIGN = re.compile(r"[*_`]")
_ESCAPED = re.compile(r"\\(?=[$*_#.()\[\]~>!+&%-])")  # "\$45"
_QUOTED = re.compile(r"(?m)^(?:>[ ]?)+[ ]*(?=\S)")  # "> Officers held", as in letters and Markdown


def marks(text: str) -> Iterator[Edit]:
    """The marks of a plain *text*, each to be read over."""
    if any(text.count(mark) > 1 for mark in "*_`"):
        yield from _emphasis(text)
    if "](" in text:
        for match in _LINK.finditer(text):
            yield Edit(*match.span("opens"))
            yield Edit(*match.span("target"))
    if text.count("\n>") > 1:
        for match in _QUOTED.finditer(text):
            yield Edit(*match.span())
    if "\\" in text:
        for match in _ESCAPED.finditer(text):
            yield Edit(*match.span())


def _emphasis(text: str) -> Iterator[Edit]:
    at = 0
    while sign := _SIGN.search(text, at):  # few texts have many, and one is soon found
        match = _MARKED.match(text, sign.start())
        if match:
            name = "two" if match["two"] else "one"
            yield Edit(*match.span(name))
            yield Edit(*match.span(f"{name}_end"))
        at = match.end() if match else sign.end()
