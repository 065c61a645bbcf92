"""Numbers with two neighbouring digits exchanged: 225 men arrested, and further on 252 arrests.

Two quantities hardly ever differ so. In some 2,900 reports and news stories as published, no two
numbers of one noun did, and of like nouns three. So little wording is needed to take one of the
two for a slip: the more digits, the less.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.relate.statements.agreement import contradict
from crossfoot.relate.statements.deeds import done_alike, governed
from crossfoot.relate.statements.field import Field, Pair
from crossfoot.relate.statements.parties import SIDES
from crossfoot.relate.statements.same import (
    Story,
    elsewhere,
    from_elsewhere,
    heads,
    other_event,
    other_time,
)
from crossfoot.relate.statements.some_or_more import is_narrowed
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import is_person

_OLDEST = 110  # years
_LONG = 4  # significant digits that leave nothing to chance; one fewer, hardly anything
_UNLIKE = 6  # and those that not even two years share
WORDS = 5  # of a sentence that tells what a number is of
_LIKE = 1.5  # the weight of words near by that tie numbers of unlike nouns
# words of which two sentences tell two things: "the north precinct", "the south precinct"
_SIDES = (
    SIDES,
    frozenset("state county city federal town".split()),
    frozenset("men women boys girls male female adults juveniles".split()),
    frozenset("day night morning afternoon evening".split()),
)
_AMOUNTS = frozenset(("money", "measure", "length"))  # of which a noun tells little
_ABOVE = frozenset(("count", "money", "measure"))
_SPAN = lazy(r"\d\S*.*\s(?:and|to)\s")
_MEANS = frozenset("average avg mean median".split())
_LONG_OF = frozenset({"count", "measure"})  # of what a long number is known by itself
_KIN = frozenset({"same", "kin", "deed"})


def swapped(field: Field) -> Iterator[Pair]:
    """Pairs of statements whose numbers are one but for two digits, told of like things."""
    for members in field.of_like_digits:
        for odd in members:
            if field.settled(odd):
                continue
            others = (s for s in members if s is not odd and _told_alike(field, s, odd))
            yield from ((s, odd) if s.order < odd.order else (odd, s) for s in islice(others, 1))


def swapped_above(field: Field) -> Iterator[Pair]:
    """The same of amounts of which one is told as "more than" so much, and allows the other."""
    for members in field.of_like_digits:
        for one, other in pairwise(members):
            if one.group in _ABOVE and _told_above(field, one, other):
                yield one, other


def _told_above(field: Field, one: Statement, other: Statement) -> bool:
    """Whether two amounts with two digits exchanged are told in like words."""
    if one.figure.sentence == other.figure.sentence or contradict(one.figure, other.figure):
        return False
    if _is_span(one) or _is_span(other):
        return False
    if not exchanged(one.printed, other.printed) or other_time(one, other):
        return False
    if field.settled(one) and field.settled(other):
        return False
    near, reach = field.story.near(one, other), field.story.reach(one, other)
    if one.group == "count" and not _is_one_count(one, other):
        return False
    return near >= 1 or (one.group == "measure" and reach >= 1)


def _is_one_count(one: Statement, other: Statement) -> bool:
    """Whether two long counts are of one noun, and neither leads from another."""
    if one.step or other.step or one.part or other.part or one.each != other.each:
        return False
    long = max(one.significant, other.significant) >= _LONG - 1
    return long and one.head == other.head != "" and not elsewhere(one, other)


def _is_span(statement: Statement) -> bool:
    """Whether it is "between 60 and 70 tons", whose middle no one wrote."""
    return _SPAN.search(statement.figure.text) is not None


def _told_alike(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the wording lets two numbers be one, of which two digits are exchanged."""
    if one.figure.sentence == odd.figure.sentence or not exchanged(one.printed, odd.printed):
        return False
    if field.crowded(one) and field.crowded(odd):
        return False  # of two long lists, nothing beside a number is told of it alone
    if one.places and odd.places and elsewhere(one, odd):
        return False
    if _may_be_age(one) or _may_be_age(odd):
        return False
    first, second = (one, odd) if one.order < odd.order else (odd, one)
    if are_opposed(one, odd) or is_mean(one) != is_mean(odd):
        return False
    if one.group == "count" and from_elsewhere(first, second):
        return False
    if (_is_bare(one) or _is_bare(odd)) and not _is_of_one_label(field, one, odd):
        return False
    if other_event(one, odd) and min(one.significant, odd.significant) < _LONG:
        return False
    if one.group not in _LONG_OF and field.crowded(odd):
        return False  # as in a table, which holds much beside it
    beside = field.told_beside(first, second) or field.told_beside(second, first)
    if _is_long(one, odd, beside=beside) and _is_like(field.story, first, second):
        return True
    if one.step or odd.step or one.each != odd.each or other_time(one, odd) or field.crowded(odd):
        return False
    if beside or _is_told_finer(field, odd) or _is_told_finer(field, one, of_another=True):
        return False
    narrowed = one.modifiers and odd.modifiers and not one.modifiers & odd.modifiers
    if narrowed or _are_some(one, odd):
        return False
    return _is_tied(field.story, first, second) or _is_of_the_story(field, one, odd)


def _is_told_finer(field: Field, rough: Statement, *, of_another: bool = False) -> bool:
    """Whether the text gives a number to more digits: "2.3 million", and "2,339,623" of them.

    Where they are counted under another noun, the rough number is theirs.
    """
    own = rough.figure
    if own.value is None or own.hedge is not None or rough.group != "count":
        return False
    if own.step <= field.finest:
        return False
    return any(
        s.figure.value is not None
        and s.figure.step < own.step
        and s.figure.value != own.value
        and own.range.contains(s.figure.value)
        and not (of_another and heads(s, rough) != "unlike")
        for s in field.by_group["count"]
    )


def _is_bare(statement: Statement) -> bool:
    """Whether its line says too little to be told alike: a caption, "Alder 3,100"."""
    return statement.zone != "title" and len(statement.skeleton.words) < WORDS


def _is_of_one_label(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether a short line labels its number as the story does: "Number of cars checked: 985".

    Or tells the deed of the opening: "56 arrests were made", of the 65 arrested.
    """
    if one.zone != "body" and done_alike(one, odd):
        return True
    told = one.head == odd.head != "" and (one.label or odd.label)
    return told and field.story.near(one, odd) >= 1


def _are_some(one: Statement, odd: Statement) -> bool:
    """Whether the fewer are persons of a kind that the more are not told to be: "gang members"."""
    few, many = sorted((one, odd), key=lambda s: s.figure.value or 0)
    short = max(one.significant, odd.significant) < _LONG - 1
    if not (short and one.of_persons and odd.of_persons) or many.modifiers:
        return False
    return bool(few.modifiers - many.words)


def _may_be_age(statement: Statement) -> bool:
    """Whether it stands bare between commas, as an age does: "the man who died Monday, 31, was"."""
    s = statement
    if s.group != "count" or s.head or (s.figure.value or 0) > _OLDEST:
        return False
    text, sign = s.skeleton.text, s.skeleton.sign_of(s.figure)
    return text[max(0, sign - 2) : sign] == ", " and text[sign + 1 : sign + 2] in (",", ".", ";")


def is_mean(statement: Statement) -> bool:
    """Whether its sentence tells of an average: 152 transfers, an average of 125 passengers."""
    return not _MEANS.isdisjoint(statement.skeleton.words)


def are_opposed(one: Statement, odd: Statement) -> bool:
    """Whether each sentence names another side of what the two are told apart by."""
    here, there = one.skeleton.words, odd.skeleton.words
    for sides in _SIDES:
        a, b = here & sides, there & sides
        if a and b and not a & b:
            return True
    ranks = [{f.value for f in s.skeleton.figures if f.kind == "rank"} for s in (one, odd)]
    return bool(ranks[0] and ranks[1]) and ranks[0].isdisjoint(ranks[1])


def _is_long(one: Statement, odd: Statement, *, beside: bool) -> bool:
    """Whether both have so many digits that no two numbers of a text differ so by chance."""
    digits = min(one.significant, odd.significant)
    if one.group not in _LONG_OF or digits < _LONG - 1:
        return False
    if one.each != odd.each or (other_time(one, odd) and digits < _UNLIKE):
        return False
    return digits >= _LONG or not (one.step or odd.step or beside)


def _is_like(story: Story, first: Statement, second: Statement) -> bool:
    """Whether nouns or words near by let long numbers be of one thing."""
    noun, reach = heads(first, second), story.reach(first, second)
    if noun == "unlike" and min(first.significant, second.significant) < _LONG:
        return story.near(first, second) >= _LIKE
    if noun == "open" and min(first.significant, second.significant) < _LONG and reach < 1:
        return False  # nothing but three digits: "124 shops were closed", "142 had convictions"
    return noun in ("same", "open") or reach >= 1


def _is_told_so(first: Statement, second: Statement) -> bool:
    """Whether the same is told of two numbers under one name: of 36 and 63 no less will do."""
    a, b = first.figure.place, second.figure.place
    if first.head != second.head or not (a is None or b is None or a == b):
        return False
    leading = first.zone != "body" and first.block != second.block
    told = leading or done_alike(first, second) or governed(first, second)
    return told and first.modifiers == second.modifiers


def _is_of_the_story(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *one* is the number that the story opens with, and *odd* can be no other of them.

    The same is done to those, or headline and first paragraph tell the one, and no third number
    is of their noun; or else it is of persons or has no noun.
    """
    if one.zone == "body" or one.group != "count" or one.step or odd.step:
        return False
    noun = heads(one, odd)
    if noun == "open":
        return (
            not (one.part or odd.part)
            and (odd.zone == "lede" or done_alike(one, odd))
            and field.settled(one)
            and all(not s.head or is_person(s.head) for s in (one, odd))
        )
    if noun not in _KIN or elsewhere(one, odd) or odd.part or is_narrowed(odd, one):
        return False
    return done_alike(one, odd) or (_is_headed(field, one) and field.numbers_of(odd) == 2)


def _is_headed(field: Field, one: Statement) -> bool:
    """Whether headline and first paragraph tell it."""
    return {"title", "lede"} <= {s.zone for s in field.group_of.get(one.figure.id, ())}


def exchanged(one: str, other: str) -> bool:
    """Whether two numbers are printed alike but for two neighbouring digits: 1,808 and 1,088."""
    here, there = ([c for c in number if c.isdigit()] for number in (one, other))
    if len(here) != len(there):
        return False
    places = [i for i, (a, b) in enumerate(zip(here, there, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1


def _is_tied(story: Story, first: Statement, second: Statement) -> bool:
    digits, noun = min(first.significant, second.significant), heads(first, second)
    near, reach = story.near(first, second), story.reach(first, second)
    leading = first.zone != "body"
    opens = first.zone == "title" and second.zone == "lede"
    if first.zone == "body" and first.group in _AMOUNTS and not second.definite and near < _LIKE:
        return False  # further on there are many
    if first.group == "money":
        return reach >= 0.5 if digits > 2 else near >= 1 and leading
    if first.group == "measure" and noun == "open":
        return second.definite or opens or reach >= 1
    if first.group != "count":
        return noun == "same" and first.head != "" and near >= 1
    if digits >= _LONG:
        return noun != "unlike" or reach >= 1
    longer = max(first.significant, second.significant) >= _LONG - 1
    if longer and digits > 1 and noun == "same" and first.head and near >= _LIKE:
        return True  # a nought changed places: 86,000 and 80,600
    if digits < _LONG - 1 and not (opens or second.definite or _is_told_so(first, second)):
        return False
    if noun == "same":
        return first.head != ""
    if first.part or second.part or noun not in _KIN:
        tied = digits > 2 or opens or second.definite
        return noun == "open" and tied and near >= (1 if digits > 2 else 1.5)
    told = opens or near >= 0.5 or (leading and reach >= 1)
    return digits > 2 or (told and not elsewhere(first, second))
