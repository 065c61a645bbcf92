"""What the words beside a figure make of it: a step, an end of a range, one of a list, a place."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.model import Figure
from crossfoot.relate.statements.counted import is_sign
from crossfoot.relate.statements.folded import Folded
from crossfoot.relate.statements.when import WHEN
from crossfoot.relate.wording.stems import stem

# "near Jenin", "in the Bronx"
_AT = lazy(
    r"\b(?:in|near|at|from|across|inside|outside|throughout)\s+(?:the\s+)?((?:[A-Z][\w'’-]*\s?)+)"
)
# "a further 12", "12 more", "12 fewer": a step from another number, or a second group
_STEP = frozenset(
    "more fewer less additional another further extra remaining rest plus besides than"
    " second".split()
)
_BEFORE_STEP = frozenset(
    "additional another other further extra remaining plus besides excluding except".split()
)
_DATING = frozenset("in of during since for from last this previous".split())
_AND_ONE = frozenset({("and", "a"), ("and", "an"), ("and", "another")})
_SET_AGAINST = frozenset("compared compares up down rose fell".split())
_WHERE = frozenset("in near at from across inside outside throughout".split())
_NONE: frozenset[str] = frozenset()
_AREAS = frozenset(map(stem, "county city state township parish borough district".split()))


def is_dated(folded: Folded, start: int) -> bool:
    """Whether a time stands right after the noun counted: "12 arrests in May"."""
    return any(
        start < place <= start + 4
        and (folded.tokens[place - 1] in _DATING or folded.tokens[place - 2] in _DATING)
        for place, _, _ in folded.times
    )


def is_step(tokens: Sequence[str], at: int, start: int, figure: Figure) -> bool:
    """Whether it leads from another number, or is held against one: "more than the 956"."""
    if at and tokens[at - 1] in _BEFORE_STEP:
        return True
    if figure.hedge is None and "than" in tokens[max(0, at - 2) : at]:
        return True
    led = figure.hedge is None and at > 1 and tokens[at - 1] in ("to", "with", "from")
    if led and tokens[at - 2] in _SET_AGAINST:  # but not "up to 4,050"
        return True
    if at and tokens[at - 1] == "the" and tokens[start : start + 1] == ["other"]:
        return True  # "joined the five other sheriffs"
    return not _STEP.isdisjoint(tokens[start : start + 2])


def is_end_of_range(tokens: Sequence[str], at: int) -> bool:
    """Whether the figure at *at* is an end of "10 to 20" or "between 5 and 9"."""
    for step in (1, -1):
        if is_sign(tokens, at + 2 * step) and tokens[at + 2 * step] == tokens[at]:
            tie, first = tokens[at + step], min(at, at + 2 * step)
            if tie in ("to", "-", "through"):
                return True
            if tie == "and" and first and tokens[first - 1] == "between":
                return True
    return False


def is_in_list(tokens: Sequence[str], at: int) -> bool:
    """Whether the next or last figure stands right beside: "373, 449 and 869"."""
    return any(
        0 <= at + 2 * step < len(tokens)
        and tokens[at + 2 * step] == tokens[at]
        and tokens[at + step] in (",", "and", "or")
        for step in (1, -1)
    )


def is_joined(tokens: Sequence[str], at: int) -> bool:
    """Whether a figure of the same kind is joined to this one: "six men and two women"."""
    for step in (1, -1):
        for far in range(2, 6):
            place = at + step * far
            if is_sign(tokens, place):
                tie = tokens[max(place, at) - 1]
                return tokens[place] == tokens[at] and tie in ("and", "or", "plus")
            if step > 0 and tuple(tokens[place : place + 2]) in _AND_ONE:
                return True  # "two men and a woman"
            if not 0 <= place < len(tokens) or tokens[place] in ".;:,(":
                break
    return False


def before_each(tokens: Sequence[str], at: int) -> int:
    """How far back "each" tells of the figure; in "each of the eight" it is the eight it tells."""
    return at if "of" in tokens[max(0, at - 2) : at] else max(0, at - 4)


def places_after(figure: Figure, folded: Folded, start: int) -> frozenset[str]:
    """The names in "near Jenin", "in Queens" that follow the noun counted."""
    if _WHERE.isdisjoint(folded.tokens[start : start + 6]):
        return _NONE
    found = _AT.search(folded.text, figure.end, figure.end + 70)
    names = frozenset(stem(w.lower()) for w in found.group(1).split()) if found else _NONE
    return names - WHEN - (_AREAS if len(names) > 1 else _NONE)  # "in Kings County"


def words_alike(some: Sequence[str], at: int, others: Sequence[str], there: int, step: int) -> int:
    """How many words are the same, going by *step* from *at* and from *there*."""
    shared, at, there = 0, at + step, there + step
    while 0 <= at < len(some) and 0 <= there < len(others) and some[at] == others[there]:
        shared, at, there = shared + 1, at + step, there + step
    return shared
