"""Where a number further on is of another day or scope, of someone else's, or of some of them."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.of_before import NO_NUMBER, is_of_before
from crossfoot.relate.statements.statement import Statement

# "In | May", "On | Thursday", "By | Wednesday", "Last | week"
_AT_TIME = lazy(rf"\W*(?:(?:in|on|by|early|late|during)\s){{0,2}}{SIGNS['date']}")
# "The storm in May had left": of what came before
_HAD_BEEN = lazy(rf"\W*(?:the|an?)\s(?:[a-z-]+\s){{1,3}}(?:(?:in|on|of)\s)?{SIGNS['date']}\shad\b")
_TIMES = (
    r"(?:year|season|quarter|month|week|day|night|decade|term|spring|summer|fall|autumn|winter)"
)
# "At last year's parade"
_AT_LAST = lazy(rf"\W*(?:at|in|during|for)\s(?:last|the previous)\s{_TIMES}'s\s")
# "last year's | 539", "2005's | 539"
_OWNS = lazy(
    rf"\b(?:(?:last|previous|prior|preceding)\s(?:[a-z]+\s)?{_TIMES}|(?:19|20)\d\d)['’]s\s"
    r"(?:[a-z]+\s)?$"
)
# "The nine accused in a related case"
_IN_A_RELATED = lazy(
    r"[^.;,]{0,30}\sin\s(?:an?|the)\s(?:related|separate|similar|parallel|different|unrelated)\s[a-z]"
)
# "An aide's trip": nobody told of before
_SOMEONES = lazy(r"\W*an?\s[a-z-]+(?:'s|s')\s")
# "In the suburbs rents rose", "At one club, deputies found": told of a part or of more
_AT_SCOPE = lazy(
    rf"\W*(?:(?:at|in|on)\s(?:one|another|each|a second|(?P<one>{SIGNS['count']}))\s[a-z]"
    r"|(?:in|across|outside|around)\s(?:all\s(?:of\s)?)?the\s(?:[a-z]+\s)?(?P<scope>suburbs|county|state"
    r"|city|nation|country|region|province|district|metro|capital|north|south|east|west|rest|world"
    r"|countryside)\b)"
)
# "can carry | 4,100 cars"
_CAN = lazy(
    r"\b(?:can|could)\s(?:carry|hold|seat|take|house|hold up to|carry up to)\s(?:up to\s)?$"
)
# "146 are waiting for trial, the rest are", "They let 34 go. | The others face fines"
_THE_REST = lazy(
    r"(?i)[^.;\n]{0,80}(?:,|;|\.)\s(?:(?:and|but|while)\s)?the\s(?:rest|others|remainder|remaining)\b"
)
# "the department said | Feb. 3"
_SAID_ON = lazy(rf"\b(?:said|reported|announced|confirmed)\s(?:on\s)?{SIGNS['date']}")
# "Of those arrested, |", "Among the people held, nearly |"
_OF_THOSE = lazy(
    r"(?:^\W*|[;,] (?:and )?)(?:of|among|out of) (?:all )?(?:the|those|these|them)\b"
    rf"{NO_NUMBER}{{0,60}},"
    r" (?:(?:some|about|nearly|almost|roughly|only|just|at least|more than|fewer than|over) )*$"
)
_OWNER = 48  # characters before a number in which the time stands that owns it


def of_another_day(field: Field, first: Statement, later: Statement) -> bool:
    """Whether a sentence opens with another day, scope or owner than what the opening tells.

    ``Four held``, where ``Four teenagers were held on Tuesday``; ``In May, three teens were held``.
    """
    if first.zone == "body" or first.figure.sentence == later.figure.sentence:
        return False
    text = later.skeleton.text
    if _HAD_BEEN.match(text) or _is_of_another_scope(first, later) or _is_of_others(first, later):
        return True
    if (
        _SOMEONES.match(text)
        and "'s " in first.skeleton.text
        and not (_SOMEONES.match(first.skeleton.text))
    ):
        return True  # "The mayor's trip cost", "An aide's trip cost"
    match = None if first.when[0] or not later.when[0] else _AT_TIME.match(text)
    opener = later.skeleton.figure_at(match.end() - 1) if match else None
    if opener is None or any(map(str.isdigit, opener.text)):
        return False  # "On June 4, officers arrested" those of whom the opening tells
    alike = field.group_of.get(first.figure.id, ())
    dated = [s.when[0] for s in alike if s.zone == "lede" and s.order < later.order]
    return any(dated) and all(when.isdisjoint(later.when[0]) for when in dated)


def told_on_two_days(first: Statement, later: Statement) -> bool:
    """Whether each is what was said on a day of its own: "said Feb. 3", "said Jan. 30 that"."""
    if first.group != "count":
        return False
    days = [_SAID_ON.search(s.skeleton.text) for s in (first, later)]
    told = [
        s.skeleton.figure_at(day.end() - 1)
        for s, day in zip((first, later), days, strict=True)
        if day
    ]
    texts = {f.text.lower() for f in told if f is not None and any(map(str.isdigit, f.text))}
    return len(texts) == len(days)


def of_its_own_time(first: Statement, later: Statement) -> bool:
    """Whether a time beside only one of two owns it: "last year's 539", "579 a month earlier"."""
    if _is_owned(first) is not _is_owned(later):
        return True
    if later.zone == "title" or later.definite or later.group == "share":
        return False  # "Since 2016 those 160 shelters", of 106 told before
    return is_of_before(later, first) and not is_of_before(first, later)


def _is_owned(statement: Statement) -> bool:
    return _OWNS.search(statement.written_before()[-_OWNER:].lower()) is not None


def _is_of_another_scope(first: Statement, later: Statement) -> bool:
    """Whether a sentence is of a part, of more, or of what there is room for."""
    scope = _AT_SCOPE.match(later.skeleton.text)
    if scope and (scope["scope"] or "one") not in first.skeleton.words:
        number = later.skeleton.figure_at(scope.start("one")) if scope["one"] else None
        if number is None or number.value == 1:
            return True
    can = (
        _CAN.search(s.skeleton.text, 0, s.skeleton.sign_of(s.figure)) is not None
        for s in (first, later)
    )
    return len(set(can)) > 1


def _is_of_others(first: Statement, later: Statement) -> bool:
    """Whether a sentence is of last year's event, or its number is of a related one."""
    here, there = later.skeleton, first.skeleton
    if _AT_LAST.match(here.text):
        return not _AT_LAST.match(there.text)
    related = _IN_A_RELATED.match(here.text, here.sign_of(later.figure) + 1)
    return related is not None and not _IN_A_RELATED.search(there.text)


def is_some_of(field: Field, first: Statement, later: Statement) -> bool:
    """Whether the later and fewer are followed by the rest: ``They let 34 go. The others face``."""
    if first.figure.sentence == later.figure.sentence or later.zone == "title":
        return False
    if (later.figure.value or 0) >= (first.figure.value or 0):
        return False
    if _OF_THOSE.search(later.skeleton.text, 0, later.skeleton.sign_of(later.figure)):
        return True
    return _THE_REST.match(field.story.text, later.figure.end) is not None
