"""Digits that a format sets above the line: the marks of notes, and powers."""

from __future__ import annotations

import re

__all__ = ["raised"]

_DIGITS = re.compile(r"\s*[0-9]{1,3}(?:[\s,]+[0-9]{1,3})*\s*")
_ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", ", ")


def raised(text: str) -> str:
    """*text* set above the line, in characters that stand there; only digits need them.

    "120" with a raised "3" is "120³", a number with the mark of a note; "1" with "st" is "1st".
    """
    return text.translate(_ABOVE) if _DIGITS.fullmatch(text) else text
