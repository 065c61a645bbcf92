"""Figures that the wording gives for one quantity and whose values do not agree.

The values are never what brings two figures together. They can only keep them apart: a figure
that agrees with its like elsewhere is not compared with another, nor are a whole and its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.accused import in_lines_of_two, of_another_accused
from crossfoot.relate.statements.agreement import contradict, is_far_beyond, rounds
from crossfoot.relate.statements.amounts_taken_up import (
    amounts_taken_up,
    follows_another,
    is_expected,
)
from crossfoot.relate.statements.another_day import (
    is_some_of,
    of_another_day,
    of_its_own_time,
    told_on_two_days,
)
from crossfoot.relate.statements.bases import is_base
from crossfoot.relate.statements.companions import companions
from crossfoot.relate.statements.deeds import hurt_of_caught, saved_of_killed
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.groups import regrouped
from crossfoot.relate.statements.headline import headlines, tells_of_before
from crossfoot.relate.statements.headline_parts import tells_parts
from crossfoot.relate.statements.hedged import hedged
from crossfoot.relate.statements.known import known
from crossfoot.relate.statements.likeness import DIGITS
from crossfoot.relate.statements.may_differ import (
    is_joined,
    is_joined_below,
    may_be_share,
    may_differ,
    whole_and_part,
)
from crossfoot.relate.statements.odd_one import odd_one
from crossfoot.relate.statements.one_digit import one_digit
from crossfoot.relate.statements.others import of_others
from crossfoot.relate.statements.parties import of_another_party
from crossfoot.relate.statements.portions import portions
from crossfoot.relate.statements.retold import retold
from crossfoot.relate.statements.rounded import rounded
from crossfoot.relate.statements.said_twice import said_twice
from crossfoot.relate.statements.same import apart, other_time
from crossfoot.relate.statements.slips import in_scale, mistyped, tenfold, transposed
from crossfoot.relate.statements.some_or_more import counts_more, takes_in_others
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.swapped import swapped
from crossfoot.relate.statements.taken_up import taken_up
from crossfoot.relate.statements.untold import untold
from crossfoot.relate.statements.word_for_word import word_for_word

_LONG = DIGITS + 1  # digits of an amount that chance seldom puts in another order
_ABOARD = lazy(r"(?:\s[a-z]+){1,2}\s(?:were|was|are|had been)\s(?:aboard|on board|on the)\b")
_VEHICLE = r"(?:boat|bus|van|truck|car|plane|jet|ship|vessel|train|raft|ferry|aircraft|flight)s?\b"
# "The boat carried | 31 people"
_CARRIED = lazy(
    rf"\b{_VEHICLE} "
    r"(?:carried|held|had|(?:was|were) carrying)(?: [a-z]+){0,2} $"
)
# "a bicycle worth | $1,350"
_WORTH = lazy(r"\b(?P<what>[a-z-]+) (?:worth|valued at)(?: [a-z]+){0,2} $")
_BESIDE = 16  # characters between two numbers of one phrase
_OF_TITLES = ("count", "length", "money", "measure")
# "There were | 52 people on the bus", "There were | five in the van"
_THERE_WERE = lazy(r"\bthere (?:were|was)(?: [a-z]+)? $")
_ON_IT = lazy(rf"(?: [a-z]+){{0,2}} (?:aboard|on board|(?:on|in) the (?:[a-z]+ )?{_VEHICLE})")
_BEFORE = 60  # characters before a number in which it is told what carried so many
_PRICE = 1000  # below it sums told to the cent are prices, which move by little


@dataclass(frozen=True, slots=True)
class _Rule:
    """A way to find two figures told for one quantity, and what is still asked of them."""

    find: Callable[[Field], Iterator[Pair]]
    placed: bool = False  # a place that only the later is read to be told of sets them apart
    named: bool = False  # as nothing takes the one number up, two names set them apart
    slip: bool = True  # of long numbers one must be the other mistyped
    summed: bool = False  # it has looked at the numbers that may add up
    alone: bool = False  # nothing beside them agrees, so that neither may be what it is set against
    headline: bool = False  # of a headline, which can have a nought too many
    typed: bool = False  # it has looked that one can be the other mistyped


def disagreeing(field: Field) -> Iterator[Pair]:
    """Pairs given for one quantity whose values do not agree; no figure is in two of them."""
    alleged: set[str] = set()
    for rule in _RULES:
        for one, other in rule.find(field):
            ids = {one.figure.id, other.figure.id}
            if not ids & alleged and _is_slip(field, rule, one, other):
                alleged |= ids
                yield (one, other) if one.order < other.order else (other, one)


def _is_slip(field: Field, rule: _Rule, one: Statement, other: Statement) -> bool:
    """Whether one of two figures told alike can only be the other gone wrong."""
    beyond = rule.headline and is_far_beyond(one.figure, other.figure)
    if not (beyond or contradict(one.figure, other.figure)):
        return False
    if not rule.headline and (is_joined(field, one, other) or may_be_share(field, one, other)):
        return False
    if one.zone == other.zone == "title":
        return False  # a headline and the one below it: of five, three
    first, later = (one, other) if one.order < other.order else (other, one)
    if tell_of_two(field, first, later) or (rule.alone and is_base(one) and is_base(other)):
        return False
    if may_differ(one, other) or of_others(
        field, one, other, placed=rule.placed, named=rule.named, slip=rule.slip
    ):
        return False
    nought = rule.headline and tenfold(one, other)
    if not (rule.typed or nought or in_scale(one, other)):
        return False
    return rule.summed or not whole_and_part(field, one, other)


def tell_of_two(field: Field, first: Statement, later: Statement) -> bool:
    """Whether words say that the numbers are two: rounded, of before, of another day, of some."""
    if rounds(first, later) or rounds(later, first):
        return True
    if (first.zone, later.zone) == ("title", "lede") and tells_of_before(first, later):
        return True
    if of_another_party(field, first, later) or _is_in_title(field, first, later):
        return True
    if _are_of_two_goods(first, later):
        return True
    if tells_parts(field, first, later) or _is_loose(first) or _is_loose(later):
        return True
    if first.zone == "title" and is_joined_below(field, first, later):
        return True
    if of_another_day(field, first, later) or is_some_of(field, first, later):
        return True
    if of_its_own_time(first, later) or saved_of_killed(first, later):
        return True
    if hurt_of_caught(first, later) or told_on_two_days(first, later):
        return True
    if of_another_accused(first, later) or in_lines_of_two(first, later):
        return True
    if takes_in_others((first, *field.group_of.get(first.figure.id, ())), later):
        return True
    if _were_aboard(later) and not _were_aboard(first) and first.group == "count":
        return "aboard" not in first.words  # "31 dead", of the 52 who were aboard
    if later.group == "count":
        return counts_more(later)
    if later.group != "money":
        return False
    return is_expected(later) or follows_another(field, first, later)


def _is_in_title(field: Field, first: Statement, later: Statement) -> bool:
    """Whether the headline tells the later number too: "25 and 52 months"."""
    if first.zone != "title":
        return False
    return any(
        s.terms == later.terms and 0 < s.order - first.order <= _BESIDE
        for group in _OF_TITLES
        for s in field.by_zone.get((group, "title"), ())
    )


def _are_of_two_goods(first: Statement, later: Statement) -> bool:
    """Whether each tells what another thing is worth: "a bicycle worth", "a watch worth"."""
    if first.group != "money":
        return False
    goods = [
        _WORTH.search(s.skeleton.text, 0, s.skeleton.sign_of(s.figure)) for s in (first, later)
    ]
    return all(goods) and len({match["what"] for match in goods if match}) > 1


def _is_loose(statement: Statement) -> bool:
    """Whether nothing tells what it counts: "what the state wanted, 27", "last year it was 27"."""
    if statement.group != "count" or statement.head or statement.zone == "title":
        return False
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    closed = text[sign + 1 : sign + 2] in ("", ",", ".", ";")
    if not closed or text.endswith("s, ", 0, sign):  # "the most arrests, 140"
        return False
    return text.endswith((", ", " it was ", " it is "), 0, sign)


def _were_aboard(statement: Statement) -> bool:
    """Whether its sentence tells only that they were aboard: "52 people were on board"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    if _ABOARD.match(text, sign + 1) or _CARRIED.search(text, max(0, sign - _BEFORE), sign):
        return True
    there = _THERE_WERE.search(text, max(0, sign - _BEFORE), sign)
    return there is not None and _ON_IT.match(text, sign + 1) is not None


def _labelled(field: Field) -> Iterator[Pair]:
    """The lines of a summary: "3 policy updates", and further on "Policy updates: 3"."""
    for odd in field.lonely:
        if odd.group == "count" and odd.label and odd.modifiers:
            for one in field.by_noun.get((odd.group, odd.head), ())[:LEAD]:
                same = not one.label and one.modifiers == odd.modifiers
                if (
                    same
                    and field.named(odd) == 2
                    and one.block != odd.block
                    and not other_time(one, odd)
                ):
                    yield one, odd


def _mistyped(field: Field) -> Iterator[Pair]:
    """Amounts told twice in the same words, of which one digit is wrong."""
    for odd in field.lonely:
        if odd.group == "money":
            yield from _amount_mistyped(field, odd)


def _amount_mistyped(field: Field, odd: Statement) -> Iterator[Pair]:
    """ "Agreed to pay $827,000 in restitution", and again in the same words $872,000."""
    if odd.significant < DIGITS or (odd.figure.value or 0) < _PRICE:
        return
    for one in field.by_group[odd.group][:LEAD]:
        later = one.order >= odd.order
        if later and odd.significant <= _LONG:
            return
        long = min(one.significant, odd.significant) > _LONG and transposed(one, odd)
        if later and not long:
            continue
        if one.figure.sentence == odd.figure.sentence:  # "rose to one, closed at the other"
            return
        least = 0.0 if long else 3.0
        if mistyped(one, odd) and not apart(one, odd) and field.story.near(one, odd) >= least:
            yield one, odd
            return


# those found first are alleged first: numbers told alike, then one taken for another or rounded
_RULES = (
    _Rule(_labelled),
    _Rule(word_for_word, named=True),
    _Rule(said_twice, named=True, alone=True),
    _Rule(odd_one, placed=True),
    _Rule(companions, named=True),
    _Rule(taken_up),
    _Rule(_mistyped, named=True),
    _Rule(swapped, named=True, alone=True),
    _Rule(one_digit, placed=True, named=True, alone=True),
    _Rule(portions, typed=True),
    _Rule(rounded, named=True),
    _Rule(regrouped, summed=True),
    _Rule(retold, named=True),
    _Rule(hedged, slip=False, summed=True),
    _Rule(untold, summed=True),
    _Rule(amounts_taken_up, named=True, slip=False, typed=True),
    _Rule(headlines, slip=False, summed=True, headline=True, typed=True),
    _Rule(known, placed=True, named=True, typed=True),
)
