"""Persons taken up by number, where one group only is told of or one could be meant.

"Four men were charged", and further on "the five men are due in court": fewer can be some of
them where words tell some apart, more cannot. In some 2,900 reports and news stories as published
the number was larger, and by no more than a slip, hardly ever but by mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES
from crossfoot.relate.statements.agreement import agree, distinct
from crossfoot.relate.statements.antecedents import OTHERS
from crossfoot.relate.statements.deeds import deed_of
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.same import heads
from crossfoot.relate.statements.singled import ANYONE, may_be_some, tells_of_all
from crossfoot.relate.statements.slips import is_slip, may_slip
from crossfoot.relate.statements.some_or_more import (
    DONE_WORDS,
    adds_up,
    is_narrowed,
    makes,
    of_agents,
    one_more,
)
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import DEEDS, is_person, never_one, stem

_MANY = 20  # of fewer some are easily told apart
_HARMED = frozenset(
    map(stem, "died killed injured wounded hurt victims dead deaths assault attacked beat".split())
)
_TRIED = frozenset(
    map(stem, "arrested charged indicted convicted sentenced accused jailed acquitted".split())
)
_PART_OF = lazy(rf"{CLASSES['n']}\s(?:of|among)\sthe\s$")  # "21 of the | 30 people"
# "both | men were"
_NOUN_VERB = lazy(r"\s[a-z]+\s(?:were|are|was|have|had|will|must|face|[a-z]{3,}ed|pled)\b")
# "John Doe, 34, and Paul Roe were charged": both are these two
_TWO_NAMED = lazy(
    r"[A-Z][\w'’-]*[a-z](?:,?\s\d{2},?)?\sand\s(?:[A-Z][\w.'’-]*\s){0,2}[A-Z][\w'’-]*[a-z](?:,?\s\d{2},?)?"
    r"[^.;\n]{0,30}?\s(?:were|are|have|had|will|face|pleaded|robbed|stole|shot|took|fled|admitted)\b"
)
# "the seven protesters | arrested in Gary"
_DONE_IN = lazy(rf"(?:\s[a-z'-]+){{1,2}}?\s(?:{DONE_WORDS}|held|caught|found)\s(?:in|at|near|on)\s")
_WORD = lazy(r"[a-z'-]+")
_ANY_WORD = lazy(r"(?P<the>\b(?:the|these|those)\s)?(?P<word>\b[a-z]+)")
_KIN = frozenset(("same", "kin"))
_NEAR = 3  # sentences over which a bare number, "the 63", takes up persons told before
_BACK = 6  # and those whose numbers may make it up
# "the 63 | as", "all 30 | into custody"
_BARE = lazy(
    r"\s?[-,(.;]|\s(?:were|are|was|have|had|got|face|will|must|as|in|into|to|with|on|[a-z]{3,}ed)\b"
)


# "all 30 | as illegal aliens", "all 30 people | were"; "all 30 in the second house" are others
_ALL_WERE = lazy(
    r"(?:\s(?:of (?:them|those)|[a-z]+s|people|men|women|children))?"
    r"\s?(?:[-,(.;]|(?:were|are|was|have|had|got|face|faced|will|must|as|into|plead|pleaded|pled|came"
    r"|come)\b)"
)


def regrouped(field: Field) -> Iterator[Pair]:
    """Numbers of persons that take up the only one told before, and are another."""
    for odd in (*field.definite, *field.anew):
        both = odd.figure.text.lower() == "both"
        if not (_is_both(odd) if both else _takes_up_persons(odd)):
            continue
        before = [s for s in field.before(odd) if s.figure.sentence < odd.figure.sentence]
        one = _only_group(before, odd) or _likely_group(field, before, odd)
        if one is None or not _is_near(one, odd):
            continue
        if one_more(one, odd) or _is_harmed(one, odd) or _is_of_others(field, one, odd):
            continue
        if both:
            if not (_set_apart(before, one) or _TWO_NAMED.search(odd.written_since(one))):
                yield one, odd
        elif not (_is_made([*before, *field.beside(odd)], one, odd) or _is_narrowed(odd, one)):
            more = (odd.figure.value or 0) > (one.figure.value or 0)
            if more or _is_of_many(odd) or not may_be_some(field, one, odd):
                yield one, odd


def _is_near(one: Statement, odd: Statement) -> bool:
    """Whether one number can be the other by a slip; of "all 30" right after it, up to twofold."""
    if may_slip(one, odd):
        return True
    a, b = one.figure.value or 0, odd.figure.value or 0
    if not odd.all or odd.figure.sentence - one.figure.sentence > _NEAR or not a < b <= 2 * a:
        return False
    return _ALL_WERE.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1) is not None


def _is_of_many(odd: Statement) -> bool:
    """Whether it is the whole of a part: "21 of the 30 people"; a few are easily told apart."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    many = odd.head != "" and (odd.figure.value or 0) >= _MANY
    return many and _PART_OF.search(text, 0, sign) is not None


def _is_narrowed(odd: Statement, one: Statement) -> bool:
    """Whether words after it tell that it is some of them; of "the 63 as" none do."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return not (odd.head == "" and text.startswith(" as ", sign + 1)) and is_narrowed(odd, one)


def _is_both(odd: Statement) -> bool:
    """Whether it is "both men were", not "were both convicted" or "both the patients"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return (
        is_person(odd.head) and not odd.modifiers and _NOUN_VERB.match(text, sign + 1) is not None
    )


def _set_apart(before: Sequence[Statement], one: Statement) -> bool:
    """Whether some were told of since, or others: "one of them", "two fled", "a third man"."""
    return any(
        s.order > one.order and (s.figure.value in (1, 2, None) or s.step or s.part) for s in before
    )


def _is_harmed(one: Statement, odd: Statement) -> bool:
    """Whether those killed or hurt are told of in one, and not in the other.

    Those convicted of a beating are not those beaten.
    """
    here, there = (_HARMED & (s.near | {s.head, s.governor}) for s in (one, odd))
    if deed_of(one) in _TRIED:
        return bool(there) and one.head != odd.head
    return bool(here) != bool(there) and one.head != odd.head


def _is_of_others(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether those meant were told of without a number, or are told by another place.

    "Six were held. Workers packed the drugs. The seven workers told", "the seven held in Gary".
    """
    text, after = odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1
    if odd.places and not odd.places & (one.places | one.words) and _DONE_IN.match(text, after):
        return True
    if odd.head in ("", one.head) or odd.head in ANYONE:
        return False
    noun = next((w for w in _WORD.findall(text, after)[:3] if stem(w) == odd.head), None)
    return noun is not None and _is_told_bare(field, noun, one, odd)


def _is_told_bare(field: Field, noun: str, one: Statement, odd: Statement) -> bool:
    """Whether the noun of *odd* was told since without a number: "where workers packed"."""
    words = _ANY_WORD.finditer(field.story.text, one.figure.end, odd.skeleton.start)
    told = sum(1 for m in words if m["word"] == noun and m["the"] is None)
    since = (s for s in field.before(odd) if s.head == odd.head and s.order > one.order)
    return told > sum(1 for _ in since)


def _takes_up_persons(odd: Statement) -> bool:
    """Whether it is "the five men", "all six of the victims", "the 63 as"."""
    if odd.group != "count" or odd.zone == "title" or odd.figure.text.lower() == "both":
        return False
    if odd.step or odd.ranged or odd.dated or (odd.part and not odd.all):
        return False
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return is_person(odd.head) if odd.head else _BARE.match(text, sign + 1) is not None


def _only_group(before: Sequence[Statement], odd: Statement) -> Statement | None:
    """The last statement of the only number of persons told before that *odd* could be."""
    told = [s for s in before if _is_group(s, odd)]
    return told[-1] if told and distinct(told) == 1 else None


def _likely_group(field: Field, before: Sequence[Statement], odd: Statement) -> Statement | None:
    """Of several numbers of persons told before, the last that *odd* can be a slip for.

    Where what is told of *odd* is told of all, it is one of them gone wrong, as none is so large,
    and no two come to it.
    """
    if odd.head == "":
        return None
    whole = (s for s in before if s.head not in ("", OTHERS) and not s.joined)
    told = [s for s in whole if _is_group(s, odd)]
    able = [s for s in told if may_slip(s, odd) and is_slip(s, odd) and heads(s, odd) in _KIN]
    return able[-1] if able and tells_of_all(odd, able[-1]) else None


def _is_group(one: Statement, odd: Statement) -> bool:
    """Whether *one* is a whole number of persons that the noun of *odd* may name."""
    if one.part or one.step or one.ranged or one.figure.value in (None, 1):
        return False
    if of_agents(one, odd):
        return False
    if one.figure.text.lower() == "both":
        return False  # "for both the patients and those who pay"
    if one.skeleton.text.startswith("-", one.skeleton.sign_of(one.figure) + 1):
        return False  # "a five-member panel"
    if not odd.head:
        near = odd.figure.sentence - one.figure.sentence <= _NEAR
        return near and (is_person(one.head) or not one.head)
    if not one.head:
        return one.zone == "title"
    return one.head in DEEDS or (is_person(one.head) and not never_one(one.head, odd.head))


def _is_made(before: Sequence[Statement], one: Statement, odd: Statement) -> bool:
    """Whether *odd* was told before, or other numbers of persons come to it."""
    persons = [
        s
        for s in before
        if s is not odd and s.figure.value is not None and _may_be_of_persons(s, odd)
    ]
    if any(agree(s.figure, odd.figure) for s in persons):
        return True
    recent = [s for s in persons if odd.figure.sentence - s.figure.sentence <= _BACK]
    recent = [s for s in recent if not (s.part and s.figure.value == 1)]  # "one of four brothers"
    return makes(recent, odd) or adds_up(persons, one, odd)


def _may_be_of_persons(statement: Statement, odd: Statement) -> bool:
    """Whether a number may be of persons: "two", "two of them", "two suspects"."""
    return not statement.head or statement.of_persons or heads(statement, odd) != "unlike"
