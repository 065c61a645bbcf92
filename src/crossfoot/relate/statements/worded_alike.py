"""A sentence of the opening told again in the same words, but for one number.

Headline and first paragraph, or a paragraph printed twice: "a ring that took nearly $2 million in
jewelry and cash", and again "a ring that took nearly $5 million in jewelry and cash". The more
alike the words, the less the numbers have to be near: those of the headline may be any.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from crossfoot.figures.hedges import significant
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.accused import in_lines_of_two
from crossfoot.relate.statements.agreement import AT_MOST, agree, contradict, of_one_hedge
from crossfoot.relate.statements.another_day import of_another_day
from crossfoot.relate.statements.bases import is_of_a_row
from crossfoot.relate.statements.deeds import done_alike
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.may_differ import is_joined, may_differ
from crossfoot.relate.statements.others import bracketed
from crossfoot.relate.statements.said_twice import sums_up
from crossfoot.relate.statements.same import apart, elsewhere, heads, other_event, other_time
from crossfoot.relate.statements.slips import digit_off, in_scale
from crossfoot.relate.statements.some_or_more import is_narrowed, one_more
from crossfoot.relate.statements.statement import Statement

# the words right beside both that must stand alike, and the weight of those near by; of some
# 2,900 texts as published no two numbers of headline and first paragraph had so many in common
_OPENING = (4, 2.0)
_FURTHER = (9, 4.0)  # in a body many a sentence is built like another
_VERBATIM = 14  # words that stand alike say enough, however common
# words by which one of two hedged numbers is of more, or of another occasion
_APART = frozenset(
    "far since altogether another other separate earlier later now nationwide statewide".split()
)
_HEDGED = 1.0  # the weight of words near by that two numbers of one hedge must share
_BY_MONEY = 2  # words near by of amounts, which have no noun: one name tells little
# "more than $2 million | in cash was taken, along with jewelry"
_CASH_AND = lazy(r"\sin\scash\b[^.;]{0,60}?\b(?:and|along with|as well as|besides)\b")
# "death toll climbs to", "the number of dead rose", "an early count"
_RISEN = lazy(
    r"\b(?:toll|number|count|total)\s(?:of [a-z]+ )?(?:[a-z]+ )?(?:rises|rose|risen|climbs|climbed"
    r"|grows|grew|jumps|jumped|mounts|up)\b"
    r"|\brising\b|\bat first\b|\binitial(?:ly)?\b|\bearly (?:count|report)"
)
_SOON = 3  # sentences in which those are told whom the number of the first leaves out
_LONG = 400  # characters of a sentence
_SENTENCE = lazy(r"[^.!?]+[.!?]")
# "and a further hundred", "In Moor a man drowned", "A fireman died as well"
_MORE = lazy(
    r"\b(?:further|another|additional|besides|as well)\b|(?i:\b(?:an?|one|the|his|her)\s)"
    r"(?:[a-z-]+\s){1,4}?(?:(?:was|has|had|is)\s)?(?:also\s|later\s|been\s)?(?:died|drowned|killed"
    r"|dead|shot|hurt|injured|wounded|succumbed|arrested|held|charged|rescued|missing)\b"
)
# where both numbers are told, and who told each, or that one came after the other
_TOLL = lazy(
    r"\b(?:toll|put (?:it|the)|rose|risen|climbed|grown|increased|later|since|updated|revised|now"
    r"|by (?:noon|nightfall|evening|morning|then)|overnight|in (?:the )?hospital|media|reports?"
    r"|succumbed|according to)\b"
)


def worded_alike(field: Field) -> Iterator[Pair]:
    """Pairs of unlike numbers told in the same words, one of them in title or lede."""
    lonely = {s.figure.id for s in field.lonely}
    for one, other in _candidates(field):
        if one.figure.id not in lonely and other.figure.id not in lonely:
            continue
        if one.zone != "title" and (one.group == "length" or not digit_off(one, other)):
            continue  # of terms served, as of races run, each has its own
        if not (_in_same_words(field, one, other) or _hedged_alike(field, one, other)):
            continue
        if is_of_a_row(one) or field.told_beside(one, other) or field.told_beside(other, one):
            continue
        if not (_of_two_rows(field, one, other) or in_lines_of_two(one, other)):
            yield one, other


def _in_same_words(field: Field, one: Statement, other: Statement) -> bool:
    least, weight = _OPENING if one.zone == "title" else _FURTHER
    shared = one.words_shared(other)  # of few pairs many, and quickly asked
    return (
        shared >= least
        and _differ(one, other)
        and (shared >= _VERBATIM or field.story.near(one, other) >= weight)
        and not other_time(one, other)
        and not of_another_day(field, one, other)
    )


def _of_two_rows(field: Field, one: Statement, other: Statement) -> bool:
    """Whether what stands beside them differs, too: "11 people with $800K", "21 with $3M"."""
    if field.crowded(one) or field.crowded(other):
        return True
    return any(
        a.group == b.group and a.head == b.head and _differ(a, b)
        for a in field.beside(one)
        for b in field.beside(other)
        if a is not one and b is not other
    )


def _candidates(field: Field) -> Iterator[Pair]:
    """Statements of a kind in the title and the lede, in the lede and the body."""
    for group in sorted(field.by_group.keys() - {"date"}):
        title, lede, body = (
            field.by_zone.get((group, zone), ())[:LEAD] for zone in ("title", "lede", "body")
        )
        yield from product(title, lede)
        yield from product(lede, body)


def _hedged_alike(field: Field, one: Statement, other: Statement) -> bool:
    """Whether both are "nearly" so much, as round the one as the other, and told in like words.

    "Nearly 200 people were charged", and further on "has charged nearly 300 individuals".
    """
    if not _have_one_hedge(one, other) or one.figure.step != other.figure.step:
        return False
    if bracketed(one, other):
        return False
    if one.group not in ("count", "money") or not _differ(one, other) or not in_scale(one, other):
        return False
    if one.group == "count" and not _are_counted_alike(one, other):
        return False
    if field.settled(one) and sums_up(other):
        return False
    if _APART & (one.skeleton.words ^ other.skeleton.words) or _of_one_in_a_row(one, other):
        return False
    if one.group == "money" and len(one.near & other.near) < _BY_MONEY:
        return False
    if field.story.near(one, other) < _HEDGED or apart(one, other) or other_event(one, other):
        return False
    # the first paragraph tells where, the headline need not
    placed = one.zone != "title" or bool(one.places)
    return not (placed and elsewhere(one, other)) and not _may_both_stand(field, one, other)


def _may_both_stand(field: Field, one: Statement, other: Statement) -> bool:
    """Whether one counts more, or somebody else besides, or the number rose in between."""
    if one_more(other, one) or one_more(one, other) or is_narrowed(other, one):
        return True
    # amounts come "from victims", where numbers come "from 12"
    if (one.group == "count" and may_differ(one, other)) or is_joined(field, one, other):
        return True
    if one.group == "money" and _is_with_more(one) != _is_with_more(other):
        return True
    return _has_risen(field, one, other) or (
        one.zone == "title" and _are_more_told(field, one, other)
    )


def _are_more_told(field: Field, one: Statement, other: Statement) -> bool:
    """Whether the paragraph below goes on to those whom the first number leaves out."""
    lacking = (one.figure.value or 0) - (other.figure.value or 0)
    if lacking <= 0:
        return False
    end = other.figure.sentence + _SOON
    soon = (
        s for s in field.by_group[one.group] if other.order < s.order and s.figure.sentence <= end
    )
    if lacking > 1 and any(s.figure.value == lacking and not s.part for s in soon):
        return True
    if one.group != "count":
        return False
    start = other.figure.end
    told = _SENTENCE.findall(field.story.text, start, start + _SOON * _LONG)
    return any(map(_MORE.search, told[:_SOON]))


def _is_with_more(statement: Statement) -> bool:
    """Whether an amount in cash is told with other things, of which the whole takes account."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _CASH_AND.match(text, sign + 1) is not None


def _has_risen(field: Field, one: Statement, other: Statement) -> bool:
    """Whether a toll is told to have risen, or further on is the headline's: "put it at 13"."""
    if any(_RISEN.search(s.skeleton.text) for s in (one, other)):
        return True
    later = (s for s in field.by_group[one.group] if s.order > other.order)
    return any(s.terms == one.terms and _TOLL.search(s.skeleton.text) for s in later)


def _are_counted_alike(one: Statement, other: Statement) -> bool:
    """Whether the same is done to both: "kill at least 11", "killed at least 12 people"."""
    named = heads(one, other) in ("same", "open") if one.zone == "title" else one.head == other.head
    return named and done_alike(one, other)


def _have_one_hedge(one: Statement, other: Statement) -> bool:
    """Whether both are "nearly" so many; of two fees, and no toll, each is "up to" so much."""
    if one.group == "count" and one.figure.hedge in AT_MOST:
        return other.figure.hedge in AT_MOST
    return of_one_hedge(one.figure, other.figure)


def _of_one_in_a_row(one: Statement, other: Statement) -> bool:
    """Whether a sentence tells which of several it is about: "in the second sweep"."""
    return any(SIGNS["rank"] in s.skeleton.text for s in (one, other))


def _differ(one: Statement, other: Statement) -> bool:
    """Whether they contradict each other, or are "more than" two numbers."""
    a, b = one.figure, other.figure
    if a.sentence == b.sentence or (a.unit != b.unit and one.group != "count"):
        return False
    if contradict(a, b):
        return True
    if a.hedge is None or not _have_one_hedge(one, other) or _is_rounder(one, other):
        return False
    return a.value != b.value and (a.hedge in AT_MOST or not agree(a, b))


def _is_rounder(one: Statement, other: Statement) -> bool:
    """Whether one is the other in round numbers: "at least 10" of "at least 12"."""
    rough, fine = sorted((one, other), key=lambda s: s.significant)
    a, b = rough.figure.value, fine.figure.value
    if a is None or b is None or rough.significant == fine.significant:
        return False
    return abs(a - b) < significant(a, Fraction(1))
