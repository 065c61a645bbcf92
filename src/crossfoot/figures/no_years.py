"""Years mistyped: ``from 2018 to 20199``, ``in 1004 alone``; digits that count nothing.

A number without a comma and without a noun stands where a year is told. It is none that the
calendar knows, and to be read as a count it would have to be of something.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy

_GAP = "[ \u00a0]"
_YEAR = r"(?:1[6-9]|20|21)[0-9]{2}"
_STOP = r"(?=[.,;:)](?![0-9])|\n|$)"
_BARE = lazy(rf"[0-9]{{3,6}}{_STOP}")
_ALONE = lazy(rf"([0-9]{{3,6}}){_GAP}alone(?![a-z])")
_IN = ("in ", "in\u00a0")  # but "brought in 232, of whom"
# "midyear" 22020, "since" 215
_LED = lazy(
    rf"(?<![a-z])(?:since|mid-?year|year-?end|fiscal(?:{_GAP}year)?|fy|calendar{_GAP}year)"
    rf"{_GAP}$"
)
# "from 2018 to" 20199, "between 2018 and" 219
_FROM = lazy(rf"(?<![a-z])(?:from|between){_GAP}{_YEAR}{_GAP}(?:to|through|and){_GAP}$")
_LEADS = lazy(rf"(?<![a-z])(?:from|between){_GAP}$")
# 20112 "to 2017, the six years"
_TO = lazy(rf"[0-9]{{3,6}}(?={_GAP}(?:to|through|and){_GAP}{_YEAR}{_STOP})")
_LONGEST = len("calendar year between 2018 through ")


def here(text: str, at: int) -> int:
    """The end of the mistyped year that begins at *at*, or 0."""
    if not text[at : at + 3].isdigit():
        return 0
    floor = max(0, at - _LONGEST)
    if text.endswith(_IN, 0, at):
        alone = _ALONE.match(text, at)
        return alone.end(1) if alone else 0
    match = _BARE.match(text, at)
    if match and (_LED.search(text, floor, at) or _FROM.search(text, floor, at)):
        return match.end()
    match = _TO.match(text, at)
    return match.end() if match and _LEADS.search(text, floor, at) else 0
