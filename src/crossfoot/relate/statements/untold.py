"""A definite number that goes back to none told: "17 of the 31", right after 33 arrests.

"Of the", "all" and "those" take up a number that the text has given. Where it has given no such
number, nor what adds up to it, the one told shortly before is meant, if the two are a slip apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.agreement import agree, distinct
from crossfoot.relate.statements.antecedents import (
    BACK,
    NEAR,
    OF_THE,
    OTHERS,
    could_be,
    sentences_between,
)
from crossfoot.relate.statements.deeds import deed_of
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.numbers_taken_up import is_of_those
from crossfoot.relate.statements.same import heads, other_time
from crossfoot.relate.statements.singled import things_apart
from crossfoot.relate.statements.slips import is_one_digit_off, mistyped, transposed
from crossfoot.relate.statements.some_or_more import (
    has_more,
    is_narrowed,
    one_more,
)
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.things_taken_up import done_at_another_time
from crossfoot.relate.wording.stems import stem

_FEW = 20  # of so few, numbers one or two apart are a slip
_OFF = 2
_ROW = 16  # of the numbers told last, so many can make up another
_CLEAR = 2  # significant digits by which a number is known
# "of the 31 | were", "The 12 | - ": nothing is named
_BARE = lazy(
    r"\s?(?:[-,;:.(]|$)|\s(?:were|are|was|is|have|had|has|who|will|must|may|can|face|[a-z]{3,}ed)\b"
)
# "of the 12 | clerks in Alder"; "of the 86 | were at Alder Park" picks out none
_PLACED = lazy(r"(?:\s[a-z'-]+){0,3}?\s(?:in|near|at|from|across|inside|outside|throughout)\s")
_TOLD_OF = lazy(r"(?:\s[a-z'-]+){0,2}?\s(?:were|are|was|is|have|had|has|liv\w+|[a-z]{3,}ed)\b")
# "the 16 | films competing in", "the two | boats carrying"
_DOING = lazy(r"(?:\s[a-z'-]+){0,3}?\s[a-z]{2,}ing\b")
# "Ann Lee, Bo Roe and Carl Poe": some told by name, who can be counted
_NAMED = lazy(r"[A-Z][\w.'’-]*(?:, \d+)?,?\s+and\s+[A-Z]")
# "all 30 | in the second hut", "of the 747 | on the roster"
_AMONG = lazy(r"\s(?:in|at|on|from|near|inside|under|during|by)\s(?P<what>[^.,;:]{1,40})")
_CHARGES = frozenset(map(stem, ("counts", "charges")))  # "convicted on all four counts" of a list


def untold(field: Field) -> Iterator[Pair]:
    """Numbers taken up that were told neither so nor in parts, with the one they are a slip for."""
    for odd in field.definite:
        if not _takes_up(odd) or field.crowded(odd):
            continue
        before = [s for s in field.before(odd) if s.figure.value is not None]
        told = [s for s in before if sentences_between(s, odd) <= BACK]
        if not told or any(_is_told(s, odd) for s in before) or _is_made(told, odd):
            continue
        one = _meant(told, odd)
        if one is not None and not _apart(field, one, odd):
            yield one, odd


def _takes_up(odd: Statement) -> bool:
    """Whether a number of several is told as known, by no time or step of its own."""
    if odd.group != "count" or odd.zone == "title" or (odd.figure.value or 0) <= 1:
        return False
    if odd.step or odd.part or odd.figure.text.lower() == "both":
        return False
    text, after = odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1
    if odd.head in _CHARGES or text.startswith("-", after):  # "the three-way merger"
        return False
    return bool(odd.head or odd.all or _BARE.match(text, after))


def _is_told(one: Statement, odd: Statement) -> bool:
    """Whether the number itself was told: near by, in the opening, or of what it can count."""
    if not agree(one.figure, odd.figure):
        return False
    return sentences_between(one, odd) <= BACK or one.zone != "body" or could_be(one, odd)


def _is_made(told: Sequence[Statement], odd: Statement) -> bool:
    """Whether numbers of one sentence, or of one noun in two, come to *odd* or differ by it."""
    rows: list[Statement] = []
    for s in told[-_ROW:]:
        if s.figure.value == 1 or all(s.terms != other.terms for other in rows):
            rows.append(s)  # what is told again adds nothing
    wanted = odd.figure.value
    for at, first in enumerate(rows):
        row = [s for s in rows[at:] if s.figure.sentence == first.figure.sentence]
        if wanted in list(accumulate(s.figure.value or 0 for s in row))[1:]:
            return True
    return any(wanted in _made_of(a, b, odd) for a, b in combinations(rows, 2))


def _made_of(one: Statement, other: Statement, odd: Statement) -> tuple[object, ...]:
    """What two numbers told one after the other come to.

    To the part in "two of the eight men were acquitted" those told before can be added.
    """
    a, b, off = one.figure.value or 0, other.figure.value or 0, sentences_between(one, other)
    if other.part and other.figure.sentence == odd.figure.sentence:
        return (a + b,)
    if off > NEAR:
        return ()
    if off == 0:
        return a + b, abs(a - b)
    alike = heads(one, other) in ("same", "kin", "open")
    persons = one.of_persons and other.of_persons
    both = (alike or other.step or persons) and not other.part
    return (a + b if both else None, a - b if alike or other.part else None)


def _meant(told: Sequence[Statement], odd: Statement) -> Statement | None:
    """The only number told that *odd* is a slip for; a small one must be the last of its kind."""
    able = [s for s in told if s.figure.value != 1 and could_be(s, odd)]
    like = [s for s in able if _is_slip(s, odd)]
    if distinct(like) > 1:
        like = [
            s for s in like if s.head and (s.head == odd.head or (not odd.head and s.of_persons))
        ]
    if distinct(like) != 1:
        return None
    one = like[-1]
    if not _is_small(one, odd):
        return one
    if sentences_between(one, odd) > (BACK if one.head == odd.head else NEAR):
        return None
    if has_more(one, odd) or _NAMED.search(odd.written_since(one)):
        return None
    later = any(s.order > one.order and s.head and not s.part for s in able)
    return None if later else one


def _is_slip(one: Statement, odd: Statement) -> bool:
    """Whether one number is the other mistyped or miscounted."""
    a, b = one.figure.value, odd.figure.value
    if one.figure.hedge or odd.figure.hedge or a is None or b is None or a == b:
        return False
    if abs(a - b) <= _OFF and (max(a, b) <= _FEW or _is_clear(one, odd)):
        return True
    one_digit = len(one.printed) > 1 and is_one_digit_off(one.printed, odd.printed)
    return transposed(one, odd) or one_digit or mistyped(one, odd)


def _is_clear(one: Statement, odd: Statement) -> bool:
    return min(one.significant, odd.significant) >= _CLEAR


def _is_small(one: Statement, odd: Statement) -> bool:
    few = max(one.figure.value or 0, odd.figure.value or 0) <= _FEW
    return few or not _is_clear(one, odd)


def _is_whole(odd: Statement) -> bool:
    """Whether it is all that were told: "one of the 12", "all 12"; "the two men" can be some."""
    sign = odd.skeleton.sign_of(odd.figure)
    return odd.all or OF_THE.search(odd.skeleton.text, 0, sign) is not None


def _apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words tell that other things are counted."""
    if not _is_whole(odd) and _may_be_some(one, odd):
        return True
    if not (odd.of_persons or one.of_persons) and things_apart(field, one, odd):
        return True
    if odd.dated and not any(a & b for a, b in zip(one.when[:3], odd.when[:3], strict=True)):
        return True
    if (one.head == OTHERS) != (odd.head == OTHERS) or one.each != odd.each:
        return True
    if is_narrowed(odd, one) or odd.modifiers - one.modifiers - one.words:
        return True
    if _DOING.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1):
        return True
    if _is_set_among(odd, one):
        return True
    if _is_placed(odd) and not odd.places & (one.words | one.places | one.modifiers):
        return True
    if _is_filled_up(field, one, odd):
        return True
    beside = one.figure.sentence != odd.figure.sentence and field.told_beside(one, odd)
    return beside or one_more(one, odd) or is_of_those(odd, one)


def _may_be_some(one: Statement, odd: Statement) -> bool:
    """Whether "the two men" can be two of three, or others."""
    if one.figure.sentence == odd.figure.sentence:
        return True  # "the 12 clerks of May and the 21 clerks of June"
    if other_time(one, odd) or done_at_another_time(one, odd):
        return True
    noun = heads(one, odd)
    alike = noun == "same" or (noun == "open" and not odd.head and one.of_persons)
    fewer = (odd.figure.value or 0) < (one.figure.value or 0)
    if _is_small(one, odd):
        return fewer or not alike
    if noun == "deed" and deed_of(one) == deed_of(
        odd
    ):  # "14 people were arrested", "the 41 arrests"
        return False
    return not (alike or noun == "kin")


def _is_filled_up(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether those told beside *odd* make it *one*: "the 42 passengers … the four crew", of 46."""
    lacking = (one.figure.value or 0) - (odd.figure.value or 0)
    return lacking > 0 and any(
        s is not odd and s.definite and s.group == odd.group and s.figure.value == lacking
        for s in field.beside(odd)
    )


def _is_set_among(odd: Statement, one: Statement) -> bool:
    """Whether words right after the number tell which, and were not told before."""
    match = _AMONG.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)
    if match is None:
        return False
    what = match["what"]
    told = one.words | one.places
    return SIGNS["rank"] in what or not any(stem(word) in told for word in what.split())


def _is_placed(odd: Statement) -> bool:
    """Whether a place narrows the number: "of the 12 in Alder", not "the 12 live in Alder"."""
    text, after = odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1
    placed = bool(odd.places) and _PLACED.match(text, after) is not None
    return placed and not _TOLD_OF.match(text, after)
