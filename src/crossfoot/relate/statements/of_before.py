"""Numbers told of a time before or after the news, or of another event: ``the week before, 18``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.statement import Statement

_PERIOD = r"(?:day|night|weekend|week|month|quarter|season|year|decade)s?"
_LAPSE = (
    rf"(?:(?:the |an? )?{SIGNS['duration']}|(?:an?|the|that|one) (?:[a-z]+ )?{_PERIOD}|{_PERIOD})"
)
NO_NUMBER = r"[^.;:\ue000-\uf8ff]"
# "6,702 arrests | a month earlier", "6,702 | in the month before", "12,464 placements through 2022"
_TOLD_BEFORE = lazy(
    rf"{NO_NUMBER}{{0,60}}?[, ](?:(?:in|during|for|from) )?"
    rf"(?:{_LAPSE} (?:earlier|before|prior|ago|later)\b|in all of {SIGNS['date']}"
    rf"|through {SIGNS['date']}|by th(?:is|at) (?:day|time)\b)"
)
# "The month before it made |", "Two days later a freighter with |", "On the following Monday",
# "Since October", "In all of March", "In a week of August", "In a two-day sting in May"
_OPENS_BEFORE = lazy(
    rf"(?:^\W*|[;,] (?:and |but |while )?)(?:(?:in|on|during|for|over|by|just) )*"
    rf"(?:{_LAPSE} (?:before|earlier|after|later)\b"
    rf"|(?:the |an? )?(?:following|next|previous|prior|preceding|earlier) "
    rf"(?:{_PERIOD}|{SIGNS['duration']}|{SIGNS['date']})"
    rf"|since {SIGNS['date']}|all of {SIGNS['date']}|{_LAPSE} of {SIGNS['date']}"
    rf"|(?<=in )an? [^.,;]{{3,40}} (?:in|on|last) {SIGNS['date']})"
    r"[^.;:]*$"
)
# "in an earlier poll of |", "a second night of", "another jury awarded |", "a sister center held |"
_ANOTHER_ONE = lazy(
    rf"\b(?:an? (?:(?:earlier|previous|prior|separate|different|similar|related|sister|civil)"
    rf"|{SIGNS['rank']})|another|the (?:earlier|previous|prior|old|former))"
    rf" [a-z-]+[^.;:]{{0,60}}$"
)
# "Officers had stopped | 34", "lawyers had offered to settle for | $345,000": before what is news
_HAD_DONE = lazy(rf"\bhad (?:[a-z]+ly )?[a-z]{{2,}}(?:ed|en|pt|ld|ght|nt)\b{NO_NUMBER}{{0,40}}$")
_SAYS = lazy(r"\b(?:that|said|says|told|according|announced|reported|show(?:s|ed)?)\b")
_CLAUSE = 160  # characters before a number in which it is told of what


def is_of_before(statement: Statement) -> bool:
    """Whether it is told of another time or thing: "the week before, 18", "in an earlier poll"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    start = max(0, sign - _CLAUSE)
    if _TOLD_BEFORE.match(text, sign + 1) or _OPENS_BEFORE.search(text, start, sign):
        return True
    had = statement.zone == "body" and not _SAYS.search(text, 0, sign)
    if had and _HAD_DONE.search(text, start, sign):
        return True
    return _ANOTHER_ONE.search(text, start, sign) is not None
