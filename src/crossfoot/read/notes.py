"""Marks of footnotes: "40 people[3] were", "40 people.¹", "40*". They stand for no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.read.edit import Edit

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# what stands before a mark is looked at behind its first sign: signs are few, and soon found
_MARK = re.compile(
    rf"[\[*†‡{_RAISED}](?:"
    r"(?<=[\w.,;:!?%\"”’)\]]\[)(?:\^?[0-9]{1,3}|[a-z]|(?:note|Note|fn)\.? ?[0-9]{1,2}"
    r"|citation needed)\]"  # "people[3]", "people.[citation needed]", not " [3]"
    rf"|(?:(?<=[a-z]{{3}}[{_RAISED}])|(?<=[.,;:!?\"”’)][{_RAISED}]))[{_RAISED}]{{0,2}}(?!\w)"
    # "people¹", not "km²"
    r"|(?<=[a-z0-9%.,][*†‡])[*†‡]{0,2}(?=[\s.,;:)]|$))"  # "40* people", "people.†"
)
_SIGNS = ("[", "*", "†", "‡", *_RAISED)


def notes(text: str) -> Iterator[Edit]:
    """The marks of notes in *text*, each to be read over."""
    if any(sign in text for sign in (_SIGNS[:2] if text.isascii() else _SIGNS)):
        for match in _MARK.finditer(text):
            yield Edit(*match.span())
