"""What tells that two numbers of like wording are of other things: place, measure, event, part.

Numbers are alleged to disagree only where none of this is told.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.same import mistyped, one_changed, transposed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import stem

_OTHERS = stem("others")
_RANK = SIGNS["rank"]
# deeds of which two numbers tell two things: "26 children entered", "27 children leaving"
_OPPOSED = tuple(
    (frozenset(map(stem, some.split())), frozenset(map(stem, others.split())))
    for some, others in (
        ("entered enter entering entry arrived arriving", "left leave leaving departed exited"),
        ("killed died dead deaths", "injured wounded hurt injuries survived"),
        ("granted approved grants", "denied rejected refused denials"),
        ("hired opened", "fired closed"),
        ("convicted", "acquitted"),
        ("bought", "sold"),
        ("won gained", "lost"),
    )
)
# "a committee of | 16 attorneys": a group that was not told of before
_NEW = lazy(
    r"\b(?:a|an|another)\s(?:[a-z-]+\s){0,4}?(?:group|committee|team|coalition|panel|crew|list|class"
    r"|party|jury|board|total|network|ring)\s(?:group\s)?of\s$"
)
# "24 police forces | saw an increase": those of whom something is told
_PART = lazy(
    r"(?:\s[a-z'-]+){1,3}?\s(?P<verb>saw|reported|recorded|showed|said|posted|did|chose|voted)\b"
)
# "over the last two weeks", where the other is of one day
_SPAN = lazy(r"\b(?:last|past)\s(?:[a-z]+\s|\d+\s)?(?:days|weeks|months|years)\b")
_DAY = lazy(r"\b(?:yesterday|today|tonight|this morning|last night)\b")
_LONG = 3  # digits of a number that no miscount explains


def of_others(field: Field, one: Statement, odd: Statement, *, placed: bool) -> bool:
    """Whether words tell that *odd* is no slip for *one*, but another number.

    Where *placed*, a place that only the later one is read to be told of is enough.
    """
    first, later = (one, odd) if one.order < odd.order else (odd, one)
    if field.crowded(one) or field.crowded(odd) or (one.head == _OTHERS) != (odd.head == _OTHERS):
        return True
    if placed and (_placed_otherwise(field, first, later) or _is_new(later)):
        return True
    return (
        _done_otherwise(one, odd)
        or _one_by_one(first, later)
        or _is_part(one, odd)
        or _is_no_slip(one, odd)
        or _of_a_day(one, odd)
        or _of_a_day(odd, one)
    )


def _of_a_day(one: Statement, other: Statement) -> bool:
    """Whether *one* is of a day and *other* of the weeks before it."""
    here, there = _times(one), _times(other)
    return _DAY.search(here) is not None and bool(_SPAN.search(there)) > bool(_SPAN.search(here))


def _times(statement: Statement) -> str:
    """The times that its sentence names, in their own words."""
    dated = (f.text for f in statement.skeleton.figures if f.kind in ("date", "duration"))
    return f"{statement.skeleton.text} {' '.join(dated)}".lower()


def _done_otherwise(one: Statement, odd: Statement) -> bool:
    """Whether the words near by tell opposite deeds of the two."""
    here, there = one.near | {one.head}, odd.near | {odd.head}
    return any(
        (here & some and there & others and not (here & others or there & some))
        or (here & others and there & some and not (here & some or there & others))
        for some, others in _OPPOSED
    )


def _placed_otherwise(field: Field, first: Statement, later: Statement) -> bool:
    """Whether they are told of two places, or the later of one that the opening does not name."""
    a, b = first.figure.place, later.figure.place
    if b is None or a == b or later.zone != "body":
        return False
    if a is not None:
        return a not in b and b not in a
    group = field.group_of.get(first.figure.id, ())
    return bool(group) and all(s.figure.place != b for s in group)


def _is_new(later: Statement) -> bool:
    """Whether an article brings in a group that was not told of before."""
    text, sign = later.skeleton.text, later.skeleton.sign_of(later.figure)
    return later.zone == "body" and _NEW.search(text, 0, sign) is not None


def _one_by_one(first: Statement, later: Statement) -> bool:
    """Whether the later tells one of several by its rank: "in the first set of cases"."""
    fewer = (later.figure.value or 0) < (first.figure.value or 0)
    return fewer and _RANK in later.skeleton.text and _RANK not in first.skeleton.text


def _is_part(one: Statement, odd: Statement) -> bool:
    """Whether the fewer are those of whom something is told: "24 forces saw an increase"."""
    few, many = sorted((one, odd), key=lambda s: s.figure.value or 0)
    text, sign = few.skeleton.text, few.skeleton.sign_of(few.figure)
    match = _PART.match(text, sign + 1) if few.group == "count" else None
    return match is not None and stem(match["verb"]) not in many.words


def _is_no_slip(one: Statement, odd: Statement) -> bool:
    """Whether both are long numbers that differ in more than a digit or two exchanged."""
    if one.group != "count" or min(len(one.printed), len(odd.printed)) < _LONG:
        return False
    return not (mistyped(one, odd) or one_changed(one, odd) or transposed(one, odd))
