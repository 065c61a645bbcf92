"""Ages of a profile: "### Luis Prado", "Age: 42" below it, and "Luis Prado (42)" in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure

# "### Luis Prado" and "- **Age:** 42", at most two lines apart; "Name: Luis Prado"
_PROFILE = lazy(
    r"(?m)^[ \t]*(?:[#>*•-]+[ \t]*)*(?:\**[Nn]ame:?\**:?[ \t]*)?\**"
    r"(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*| de| la| del){1,4})\**[ \t]*\n"
    r"(?:\n|[^\n]{1,80}\n){0,3}?[ \t]*(?:[*•-]+[ \t]*)?\**Age:?\**:?[ \t]*(?P<age>\d{1,3})\b"
)
# "Luis Prado | (42)", "Luis Prado, | 42, of"
_AGED = r"(?: \((?:age[d]? )?|, (?:age[d]? )?)(?P<age>\d{1,3})(?=[,;.)])(?! at the time)"
_MOST = 40  # profiles of one text


def profiles(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """The age in each profile, with the ages that the text puts behind the same full name."""
    text = reading.document.text
    if "Age:" not in text and "Age**" not in text:
        return
    starts = [figure.start for figure in reading.figures]
    for count, match in enumerate(_PROFILE.finditer(text)):
        here = _figure_at(reading, starts, match.start("age"))
        if here is None or count >= _MOST:
            continue
        for told in re.finditer(re.escape(match["name"]) + _AGED, text):
            there = _figure_at(reading, starts, told.start("age"))
            if there is not None and there.value is not None:
                yield here, there


def _figure_at(reading: Reading, starts: list[int], offset: int) -> Figure | None:
    at = bisect_left(starts, offset)
    return reading.figures[at] if at < len(starts) and starts[at] == offset else None
