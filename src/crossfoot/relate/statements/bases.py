"""Numbers that the one told is set against: what it was before, was to be, or is a part of."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.slips import transposed
from crossfoot.relate.statements.statement import Statement

# "up from the May rate of | 6.25 percent"; persons and things counted come from somewhere, too
_FROM = lazy(r"\bfrom\s(?:[a-z][a-z'-]*\s){0,5}$")
# "compared with deficits of 57 million in January and | 28 million", "instead of the | 1.5 bn";
# but no "charges against | 472 people"
_AGAINST = lazy(
    r"(?<!charges )(?<!charge )(?<!cases )(?<!case )(?<!complaint )(?<!complaints )(?<!filed )"
    r"(?<!indictment )(?<!indictments )(?<!warrants )(?<!suit )(?<!action )(?<!counts )"
    r"\b(?:(?:compared|compares|comparing) (?:with|to)|against|versus|vs|instead of|rather than)"
    r"\s[^.;:,()]{0,60}?$"
)
# "exceeds the | 90.25 dollars", "below the planned | 750 million"
_MARKING = frozenset(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing outstrip outstrips"
    " outstripped outstripping above below".split()
)
_MARK = lazy(
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip(?:s|ped|ping)?"
    r"|(?:above|below)\s(?:the|an?|its|their))\s(?:(?!to\b)[a-z][a-z'-]*\s){0,5}$"
)
# "of which | 1.4 billion are older loans"
_WHICH = frozenset(("which", "whom"))
_OF_WHICH = lazy(r"\bof (?:which|whom)\s(?:[a-z]+\s){0,2}$")
# "In the year-ago period it earned | 13.8 million"
_BEFORE = lazy(
    r"\W*(?:in|for|during)\s(?:the\s)?(?:[a-z-]+\s){0,2}?"
    r"(?:year-ago|year-earlier|same|corresponding|comparable|previous|prior|preceding)\s"
    r"(?:[a-z-]+\s){0,2}?(?:period|week|month|quarter|half|year|season)\b"
)
# "Share | 40 cents against 15 cents": a row of a table above the text, and no headline
_ROW = lazy(
    r"(?P<one>[\ue000-\uf8ff])(?P<noun>(?:\s[a-z]+)?)\s(?:against|vs|versus)\s(?:[a-z]+\s){0,2}?"
    r"(?P<other>[\ue000-\uf8ff])(?P<after>\s[a-z]+)?"
)
_SET_AGAINST = frozenset("compared compares comparing against versus vs instead rather".split())
_BACK = 120  # characters before a number in which such words stand
_LONG = 4  # digits that no two numbers share but by a slip


def set_apart(one: Statement, other: Statement) -> bool:
    """Whether only one of two numbers is what another is set against: "40, against 60 in May"."""
    swapped = transposed(one, other)
    if swapped and min(one.significant, other.significant) >= _LONG:
        return False
    return is_base(one) != is_base(other) or (not swapped and is_mark(one) != is_mark(other))


def is_of_a_row(statement: Statement) -> bool:
    """Whether it stands in the headline with another that it is set against."""
    if statement.zone != "title":
        return False
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return any(
        sign in (row.start("one"), row.start("other"))
        and row["one"] == row["other"]
        and row["noun"] in ("", row["after"] or "")  # not "57 counts against 12 men"
        for row in _ROW.finditer(text)
    )


def is_base(statement: Statement) -> bool:
    """Whether words before a number set another against it, or tell of an earlier time."""
    words = statement.skeleton.words
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    near = max(0, sign - _BACK)
    if not _SET_AGAINST.isdisjoint(words) and _AGAINST.search(text, near, sign):
        return True
    if not _WHICH.isdisjoint(words) and _OF_WHICH.search(text, near, sign):
        return True
    if _BEFORE.match(text):
        return True
    whence = statement.group == "count" and statement.head != ""
    return not whence and "from" in words and _FROM.search(text, near, sign) is not None


def is_mark(statement: Statement) -> bool:
    """Whether another number is above or below it."""
    if _MARKING.isdisjoint(statement.skeleton.words):
        return False
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _MARK.search(text, max(0, sign - _BACK), sign) is not None
