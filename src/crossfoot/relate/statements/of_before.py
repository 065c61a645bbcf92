"""Numbers told of a time before or after the news, or of another event: ``the week before, 18``."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

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
# "Since October", "In all of March", "In a week of August"; "A day after the raid" of the headline
_OPENS_BEFORE = lazy(
    rf"(?:^\W*|[;,] (?:and |but |while )?)(?:(?:in|on|during|for|over|by|just) )*"
    rf"(?:{_LAPSE} (?:(?:earlier|later)\b"
    r"|(?:before|after)(?=,| (?:it|they|she|he|that|this|those|these)\b| the (?P<event>[^,]+)))"
    rf"|(?:the |an? )?(?:following|next|previous|prior|preceding|earlier) "
    rf"(?:{_PERIOD}|{SIGNS['duration']}|{SIGNS['date']})"
    rf"|since {SIGNS['date']}|all of {SIGNS['date']}|{_LAPSE} of {SIGNS['date']})"
    r"[^.;:]*$"
)
# "In a two-day sting in May |", where the headline tells of no sting
_OPENS_WITH = lazy(
    rf"^\W*(?:in|during) an? (?P<event>[^.,;]{{3,40}}) (?:in|last) {SIGNS['date']}[^.;:]*$"
)
# "in an earlier poll of |", "a second night of", "another jury awarded |", "a sister center held |"
_ANOTHER_ONE = lazy(
    rf"\b(?:an? (?:(?:earlier|previous|prior|separate|different|similar|related|sister|civil)"
    rf"|{SIGNS['rank']})|another|the (?:earlier|previous|prior|old|former))"
    rf" [a-z-]+[^.;:]{{0,60}}$"
)
# "Officers had stopped | 34", "lawyers had offered to settle for | $345,000": before what is news
_HAD_DONE = lazy(
    rf"\bhad (?:[a-z]+ly )?(?P<deed>[a-z]{{2,}}(?:ed|en|pt|ld|ght|nt))\b{NO_NUMBER}{{0,40}}$"
)
# "had stopped | 34 cars in June"
_IN_MONTH = lazy(rf"{NO_NUMBER}{{0,40}}? (?:in|during) {SIGNS['date']}")
_SAYS = lazy(r"\b(?:that|said|says|told|according|announced|reported|show(?:s|ed)?)\b")
_CLAUSE = 160  # characters before a number in which it is told of what


def is_of_before(statement: Statement, news: Statement) -> bool:
    """Whether it is told of another time or thing than *news*: "the week before, 18"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    start = max(0, sign - _CLAUSE)
    if _TOLD_BEFORE.match(text, sign + 1) or _ANOTHER_ONE.search(text, start, sign):
        return True
    opens = _OPENS_BEFORE.search(text, start, sign)
    if opens and (opens["event"] is None or _is_in(news, opens["event"])):
        return True
    if statement.zone != "body" or _SAYS.search(text, 0, sign):
        return False
    event, had = _OPENS_WITH.search(text, 0, sign), _HAD_DONE.search(text, start, sign)
    if event and not _is_in(news, event["event"]):
        return True
    if had is None:
        return False
    return not _is_in(news, had["deed"]) or _IN_MONTH.match(text, sign + 1) is not None


def _is_in(news: Statement, told: str) -> bool:
    """Whether words of meaning of what is told stand beside the number of *news* too."""
    words = set(map(stem, told.split()))
    return news.head in words or not news.words.isdisjoint(words)
