"""Days that no month has, ``June 32, 2019``: slips of a day, read where nothing else is meant.

"In June 45 people were held" has no such day; a weekday, "on" or "since" before it, a year behind
it or the other end of a stretch of time tell that a day was meant.
"""

from __future__ import annotations

from crossfoot.figures.dates import MONTH, Written
from crossfoot.figures.lazy import lazy

_GAP = "[ \u00a0]"
_DAY = r"(?:3[2-9]|[4-9][0-9])(?:st|nd|rd|th)?(?![0-9a-z%]|[.,/][0-9]|-[0-9a-z])"
_MONTH = rf"(?P<m>{MONTH})(?![a-z])\.?{_GAP}"
_REAL = rf"(?:{MONTH})(?![a-z])\.?{_GAP}[0-3]?[0-9](?![0-9a-z%]|[.,][0-9])"
# "June 32, 2019"
_YEAR = rf",{_GAP}(?:19|20)[0-9]{{2}}(?![0-9-]|,[0-9])"
_WITH_YEAR = lazy(_MONTH + _DAY + _YEAR)
_ALONE = lazy(_MONTH + _DAY)
# Aug. 40 "through Sept. 2", January 40 "and October 20", where "between" leads
_THROUGH = lazy(rf"{_GAP}(?P<tie>to|through|thru|until|till|-|and){_GAP}{_REAL}")
# "Apr. 16 to" May 41, "between January 2 and" October 50
_FROM = lazy(
    rf"(?P<between>between{_GAP})?{_REAL}{_GAP}(?P<tie>to|through|thru|until|till|-|and){_GAP}$"
)
# May 45 "people were held", May 45 "officers raided"
_COUNTED = lazy(rf"{_GAP}(?!was\b|as\b|has\b|is\b)(?:[a-z-]+s|people|men|women|children)\b")
_LONGEST = len("between september 30th through ")
_BETWEEN = ("between ", "between\u00a0")
_IN = ("in ", "in\u00a0", "during ")
# "on December 72, they", "the year ended Sept. 40, of which"
_LEADS = "on ended ending ends by since until till through before after of".split()
_ON = tuple(f"{word}{gap}" for word in _LEADS for gap in " \u00a0")
_STOP = lazy(r"[.;)]|,(?! ?[0-9])|$")
_AFTER_WEEKDAY = lazy(rf",?{_GAP}\(?(?={_MONTH}{_DAY})")


def by_month(text: str, at: int) -> Written | None:
    """The day that the month at *at* has not, where the words around it tell of a day."""
    # "in April 32, 2019 …": no day is told with "in"
    if (match := _WITH_YEAR.match(text, at)) and not text.endswith(_IN, 0, at):
        return Written(at, match.end(), None, None, at)
    match = _ALONE.match(text, at)
    return (
        Written(at, match.end(), None, None, at) if match and _is_end(text, *match.span()) else None
    )


def _is_end(text: str, at: int, end: int) -> bool:
    """Whether ``text[at:end]`` is told with "on", or ends a stretch of time that a day begins."""
    led = text.endswith(_BETWEEN, 0, at)
    if (through := _THROUGH.match(text, end)) and (led or through["tie"] != "and"):
        return True
    if text.endswith(_ON, 0, at) and _STOP.match(text, end):
        return True
    if _COUNTED.match(text, end):
        return False
    before = _FROM.search(text, max(0, at - _LONGEST), at)
    return before is not None and (before["tie"] != "and" or before["between"] is not None)


def by_weekday(text: str, at: int, end: int) -> Written | None:
    """The same behind the weekday in ``text[at:end]``."""
    link = _AFTER_WEEKDAY.match(text, end)
    if link is None:
        return None
    match = _WITH_YEAR.match(text, link.end()) or _ALONE.match(text, link.end())
    if match and _COUNTED.match(text, match.end()):
        return None
    return Written(at, match.end(), None, None, link.end()) if match else None
