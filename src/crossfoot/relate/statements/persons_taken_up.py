"""Persons taken up are held against the number told before: "Of the 88 people", "all seven"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES
from crossfoot.relate.statements.agreement import distinct
from crossfoot.relate.statements.antecedents import (
    BACK,
    OF_THE,
    could_be,
    is_subject,
    only_one,
    sentences_between,
)
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import another_kind, other_time
from crossfoot.relate.statements.slips import may_slip, one_changed, transposed
from crossfoot.relate.statements.some_or_more import (
    DONE_WORDS,
    adds_up,
    deeds_near,
    has_more,
    is_narrowed,
)
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import is_kind
from crossfoot.relate.wording.stems import DEEDS, is_person, stem
from crossfoot.relate.wording.steps import later_step

# what tells some of them apart: "including", "most of them", "the oldest", "the rest"
_PICKED = lazy(
    r"\b(?:including|except|others?|some|while|but|although|since|both|neither|pair|most|few"
    r"|several|couple|half|(?:a|an) [a-z]+ of|among|rest|remain(?:s|ing)?|last|two|three|four|five"
    r"|(?:young|old|larg|lat|small)est)\b"
)
_OPENS = lazy(r"[\s\"']*(?:of|among)\s(?:all\s)?(?:the|those|these)\s.$")
# "the nine | defendants who pleaded guilty this week acted"
_WHO = lazy(
    rf"(?:\s[a-z'-]+){{1,3}}?\s(?:(?:who|that)\s(?:(?:were|was|have|had|been|are)\s){{0,2}})?"
    rf"(?P<deed>{DONE_WORDS})(?:\sguilty)?"
    rf"(?:\s(?:today|yesterday|so far|in all|(?:this|last)\s[a-z]+|(?:on\s)?{CLASSES['date']}))?"
    r"(?=[,.;]|\s(?:are|were|is|was|have|had|will|face|faces|range|[a-z]+ed)\b)"
)
# "all seven | were", "all 50 | of these individuals had"
_ALL = lazy(
    r"\sof (?:them|whom)\s[a-z]|\s(?:of (?:the|these|those)\s[a-z]+\s)?"
    r"(?:were|was|are|have|had|has|pleaded|face|died|survived|remain|remained|will|came|said"
    r"|[a-z]{3,}ed)\b"
)


def of_the_persons(field: Field) -> Iterator[Pair]:
    """Persons taken up by number: "Of the 88 people arrested", after 83 people were arrested.

    Six of the eight can be "the six", so that a smaller number must repeat the deed; a larger one
    can be no part. It may still be a sum of two groups told before.
    """
    for odd in field.definite:
        if odd.group != "count" or odd.zone == "title" or not odd.of_persons or odd.dated:
            continue
        text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
        if odd.figure.value is None or not (odd.all or OF_THE.search(text, 0, sign)):
            continue
        one = _most_told(field, odd)
        if one is not None and not _others_than(field, one, odd) and _repeats(one, odd):
            yield one, odd


def _most_told(field: Field, odd: Statement) -> Statement | None:
    """The largest number of persons told shortly before, where no other makes up what it lacks."""
    shortly = (s for s in field.back_from(odd, BACK) if s.figure.sentence < odd.figure.sentence)
    before = [s for s in shortly if s.of_persons]
    whole = [s for s in before if not (s.part or s.step or s.joined)]
    if not whole:
        return None
    one = max(whole, key=lambda s: s.figure.value or 0)
    one = _one_digit_off(field, one, odd) or one
    return None if adds_up((*before, *field.beside(odd)), one, odd) else one


def _others_than(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words tell that they are some of those told, or others: by deed, time or place."""
    if is_narrowed(odd, one) or not may_slip(one, odd) or other_time(one, odd):
        return True
    placed = bool(odd.places and not odd.places & (one.words | one.places))
    return placed or field.told_beside(one, odd) or another_kind(one, odd)


def _repeats(one: Statement, odd: Statement) -> bool:
    """Whether the deed is told again, or the sentence opens with more than were told."""
    if deeds_near(one) & deeds_near(odd):
        return True
    named = one.head == odd.head or odd.head in DEEDS
    if not (named and (odd.figure.value or 0) > (one.figure.value or 0) and deeds_near(one)):
        return False
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return odd.all or _OPENS.match(text, 0, sign + 1) is not None


def _one_digit_off(field: Field, one: Statement, odd: Statement) -> Statement | None:
    """The number of more persons, to whom the same was done, that a digit keeps from "all 42".

    "52 people were arrested", and "30 out of 36 drivers" later: all arrested are no drivers.
    """
    if not odd.all or one.head == odd.head or one_changed(one, odd) or transposed(one, odd):
        return None
    for s in field.before(odd):
        slipped = one_changed(s, odd) or transposed(s, odd)
        above = (s.figure.value or 0) > (one.figure.value or 0)
        whole = s.of_persons and not (s.part or s.step or s.joined)
        done = whole and not deeds_near(s).isdisjoint(deeds_near(odd))
        if slipped and above and done and could_be(s, odd):
            return s
    return None


def who_did(field: Field) -> Iterator[Pair]:
    """ "The three defendants who pleaded guilty", where a headline has four men plead guilty."""
    for odd in field.definite:
        if odd.zone == "title" or not is_person(odd.head):
            continue
        text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
        match = _WHO.match(text, sign + 1)
        if match is None:
            continue
        deed = stem(match["deed"])
        led = [
            s
            for zone in ("title", "lede")
            for s in field.by_zone.get((odd.group, zone), ())[:LEAD]
            if s.order < odd.order and could_be(s, odd) and is_person(s.head) and not s.joined
        ]
        done = [s for s in led if deed in s.near]
        if done and distinct(led) == 1 and may_slip(done[0], odd):
            yield done[0], odd


def all_of_them(field: Field) -> Iterator[Pair]:
    """ "All seven were dead", right after six prisoners."""
    for odd in field.definite:
        if odd.group != "count" or not odd.all:
            continue
        if not _ALL.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1):
            continue
        told = [s for s in field.back_from(odd, 1) if _is_number(s)]
        told = [s for s in told if not sentences_between(s, odd)] or told
        whole = [s for s in told if s.head and could_be(s, odd) and not s.joined]
        if len(told) == len(whole) == 1 and may_slip(whole[0], odd) and not has_more(whole[0], odd):
            yield whole[0], odd


def _is_number(statement: Statement) -> bool:
    """Whether it is more than a determiner: not "one" or "both"."""
    return statement.figure.value != 1 and statement.figure.text.lower() != "both"


def as_many(field: Field) -> Iterator[Pair]:
    """ "The three whistleblowers will", after two clerks: more than were told are no part of them.

    Fewer can be, but where headline and first paragraph give the number of all, or where the
    sentence before tells of them and neither it nor their own parts some from the others.
    """
    for odd in field.definite:
        if odd.group != "count" or not is_person(odd.head) or odd.dated or odd.zone == "title":
            continue
        if not is_subject(odd):
            continue
        one = only_one(field, odd)
        if one is None or not may_slip(one, odd) or has_more(one, odd) or not is_person(one.head):
            continue
        if is_narrowed(odd, one):
            continue  # "the 81 people who were named", where 64 were arrested
        if odd.head != one.head and (is_kind(odd.head) or one.joined):
            continue  # of seven men and three women eight may be adults, or Mexicans
        more = (odd.figure.value or 0) > (one.figure.value or 0)
        zones = {s.zone for s in field.group_of.get(one.figure.id, ())}
        whole = {"title", "lede"} <= zones and not _set_apart(field, one, odd)
        if more or whole or _just_told(field, one, odd):
            yield one, odd


def _just_told(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* takes up the same noun right after, with none of them told apart between."""
    if odd.figure.sentence != one.figure.sentence + 1 or odd.head != one.head or one.dated:
        return False
    if is_narrowed(odd, one) or odd.modifiers - one.modifiers or one.zone == "title":
        return False
    if sum(s.group == "count" for s in field.beside(one)) > 1:
        return False
    if sum(s.group == "count" for s in field.beside(odd)) > 1 or _may_be_done_to_some(one, odd):
        return False
    stretches = ((one.figure.end, odd.figure.start), (odd.figure.end, odd.skeleton.end))
    return not any(_PICKED.search(field.story.text, *stretch) for stretch in stretches)


def _may_be_done_to_some(one: Statement, odd: Statement) -> bool:
    """Whether fewer are told of a later step: "The four men will appear in court", of six held."""
    if (odd.figure.value or 0) > (one.figure.value or 0):
        return False
    step = later_step(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1)
    return step is not None and step not in one.words | one.near


def _set_apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether one of them was told of by himself before: "one of them", "another", "a fifth"."""
    told = field.before(odd)
    return any(s.figure.value == 1 or s.step for s in told if s.order > one.order)
