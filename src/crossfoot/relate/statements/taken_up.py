"""Numbers taken up again: "the eight warehouses", "Of the 88 people arrested", "all nine".

A definite number goes back to one that was told before. It is held against that only where one
number could be meant, and no word narrows it to some of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import CLASSES
from crossfoot.model import Figure
from crossfoot.relate.statements.field import LEAD, Field, Pair
from crossfoot.relate.statements.same import (
    agree,
    another_kind,
    contradict,
    distinct,
    elsewhere,
    heads,
    may_slip,
    mistyped,
    one_changed,
    other_time,
    transposed,
)
from crossfoot.relate.statements.some_or_more import (
    DONE_WORDS,
    about_as_many,
    adds_up,
    deeds_near,
    has_more,
    is_narrowed,
    makes,
    of_agents,
    one_more,
)
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.tallies.announced import TIMES
from crossfoot.relate.wording.kinds import is_kind
from crossfoot.relate.wording.stems import DEEDS, is_person, never_one, stem

OTHERS = stem("others")
PAIR = 2
NEAR = 2  # and "of the 88", which says nothing of what they are, or a small number
_FAR = 10  # and over which "the four" takes up the last number of persons
BACK = 4  # sentences over which "of the 88 people" takes up an earlier number
_OPENS = lazy(r"[\s\"']*(?:of|among)\s(?:all\s)?(?:the|those|these)\s.$")
# "Of the 88 people", "12 of those 88"
OF_THE = lazy(r"\b(?:of|among)\s(?:all\s)?(?:the|those|these)\s$")
_THESE = lazy(r"\b(?:these|those)\s$")
# "26 of these | 65", "of the total | 191"
_THESE_WORDS = frozenset(("these", "those", "total", "combined"))
_OF_THESE = lazy(r"\b(?:of|among)\s(?:these|those|the (?:total|combined))\s$")
# "The four - ", "The 12 were"
_THE = lazy(r"[\W_]*(?:the|these|those|all)\s$")
_VERB = lazy(r"\s?[-,(]|\s(?:were|are|was|have|had|got|face|will|must|[a-z]{3,}ed)\b")
# "the four | defendants were", "the four | men then drove"
_NOUN_VERB = lazy(
    r"(?:\s[a-z'-]+){1,2}\s(?:then\s|later\s|also\s|allegedly\s|now\s)?"
    r"(?:were|are|was|have|had|will|must|face|faced|pleaded|appeared|shot|took|drove|fled|stole|sold"
    r"|gave|broke|entered|beat|left|used|went|ran|robbed|attacked|forced|conspired)\b"
)
_THIS = lazy(r"\b(?:this|that|last|first|next|each|every|no|any|the)\s$")
# "the nine | defendants who pleaded guilty this week acted"
_WHO = lazy(
    rf"(?:\s[a-z'-]+){{1,3}}?\s(?:(?:who|that)\s(?:(?:were|was|have|had|been|are)\s){{0,2}})?"
    rf"(?P<deed>{DONE_WORDS})(?:\sguilty)?"
    rf"(?:\s(?:today|yesterday|so far|in all|(?:this|last)\s[a-z]+|(?:on\s)?{CLASSES['date']}))?"
    r"(?=[,.;]|\s(?:are|were|is|was|have|had|will|face|faces|range|[a-z]+ed)\b)"
)
# "of the 88 | arrested": another deed may be done to some of them only
_DEED = lazy(
    rf"(?:\s(?!(?:were|was|are|is|have|had|has|been)\b)[a-z'-]+)?\s(?P<deed>{DONE_WORDS})\b"
)
# "all seven | were", "all 50 | of these individuals had"
_ALL = lazy(
    r"\s(?:of (?:them|whom)\s|of (?:the|these|those)\s[a-z]+\s)?"
    r"(?:were|was|are|have|had|has|pleaded|face|died|survived|remain|remained|will)\b"
)
# "the four schools | closed since then were sold"
_DONE_IN = lazy(
    r"(?:\s[a-z'-]+){1,3}?\s(?:[a-z]+ed|built|sold|bought|found|taken|made|held|stolen|lost)"
    r"\s(?:in|on|since|by|during|before|after|until|between|from|last|this|earlier)\b[^.,;:]{1,40}?"
    r"\s(?:were|was|are|is|have|has|had|will|remain|[a-z]{3,}ed)\b"
)
# "of the 900 offices | asked for figures"
_ASKED = lazy(
    r"(?:\s(?!(?:were|was|are|is|have|had|has|been)\b)[a-z'-]+){1,2}?"
    r"\s(?P<deed>[a-z]{2,}ed|sent|told)\s(?:for|to|by|in|about|with)\b"
)


# "46 percent of | 56,107", "(240 of | 1,364)"
_PERCENT_OF = lazy(rf"(?:{CLASSES['portion']}|\({CLASSES['n']})\sof\s(?:all\s|some\s)?$")
_MANY = 20  # persons of whom some are easily told apart
_LONG = 3  # digits that a number must have to be known by them
_UNLIKE = 5  # digits that no two numbers share by chance


def taken_up(field: Field) -> Iterator[Pair]:
    """Numbers that take up an earlier one and are another."""
    for rule in (
        _of_things,
        _of_the_persons,
        _of_the_number,
        _who_did,
        _all_of_them,
        _mistyped,
        _as_many,
        _of_these,
    ):
        for one, odd in rule(field):
            rest = odd.head == OTHERS != one.head  # "the two others" are the rest
            rest = rest or is_of_those(odd, one)
            if not (rest or one_more(one, odd) or _just_told(field, one, odd) or _some(one, odd)):
                yield one, odd


def said_again(field: Field) -> Iterator[list[Statement]]:
    """Numbers that take up an earlier one and are the same, where no other wording ties them."""
    for odd in field.story.statements:
        if odd.group != "count" or not odd.definite or odd.zone == "title" or odd.part:
            continue
        one = _last_so_many(field, odd)
        group = field.group_of.get(one.figure.id) if one else None
        if one and (group is None or group is not field.group_of.get(odd.figure.id)):
            yield [one, odd]


def _last_so_many(field: Field, odd: Statement) -> Statement | None:
    """The last number before *odd* that it can go back to and that is the same.

    Of persons it may be farther away, where no other number of them was told since.
    """
    counts = field.by_group[odd.group]
    last = bisect_left(counts, odd.order, key=lambda s: s.order)
    alone = not odd.head or is_person(odd.head)
    for one in reversed(counts[max(0, last - 3 * BACK) : last]):
        if one.figure.value in (None, 1):
            continue
        near = sentences_between(one, odd) <= (_FAR if alone and one.of_persons else BACK)
        if near and agree(one.figure, odd.figure) and _may_be(one, odd):
            return one
        alone = alone and not one.of_persons
    return None


def _may_be(one: Statement, odd: Statement) -> bool:
    """Whether the nouns let a number go back to another of the same value."""
    if OTHERS in (one.head, odd.head) and one.head != odd.head:
        return False
    noun = heads(one, odd)
    if noun == "unlike" and odd.figure.text.lower() == "both":
        return False  # "Both killers", after "his two friends"
    return noun != "unlike" or (is_person(one.head) and is_person(odd.head))


def _of_things(field: Field) -> Iterator[Pair]:
    """A figure taken up again: "of the 97 murders", after one number of murders was given."""
    for odd in field.definite:
        if not odd.head or odd.zone == "title":
            continue
        if odd.group not in ("count", "measure"):
            continue
        if is_person(odd.head) and not odd.all:
            continue  # "the six defendants" can be six of the eight
        if odd.group == "measure" and "-" in odd.figure.text:
            continue  # "the 3-cm emission" is of a kind
        if odd.head in TIMES:
            continue
        before = _antecedents(field, odd)
        if not before or before[-1].figure.sentence == odd.figure.sentence:
            continue
        if _picks_out(field, before[-1], odd):
            continue
        if field.told_beside(before[-1], odd) or before[-1].each != odd.each:
            continue
        # "the twelve schools will open on Thursday" are no others; "the twelve schools in May" are
        first = before[0]
        if odd.modifiers and not first.modifiers:
            continue  # "the three group winners" are not the two winners told of
        if odd.dated and other_time(first, odd):
            continue
        if distinct(before) != 1 or another_kind(first, odd) or elsewhere(first, odd):
            continue
        if is_narrowed(odd, before[-1]) or before[-1].figure.text.lower() == "both":
            continue
        if done_at_another_time(before[-1], odd):
            continue
        slip = may_slip if odd.group == "measure" else about_as_many
        if slip(before[-1], odd):
            yield before[-1], odd


def _picks_out(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether words may pick some out of more: "these three", "the two banks".

    "Both banks" do where one of more was told of by itself.
    """
    if (odd.figure.value or 0) >= (one.figure.value or 0):
        return False
    if odd.figure.text.lower() == "both":
        return _told_singly(field, one, odd)
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return odd.figure.value == 2 or _THESE.search(text, 0, sign) is not None


def _told_singly(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether some were told of since, or others: "one of them", "two failed", "a third raid"."""
    return any(
        s.order > one.order and (s.figure.value in (1, 2, None) or s.step or s.part)
        for s in field.before(odd)
    )


def _of_the_persons(field: Field) -> Iterator[Pair]:
    """Persons taken up by number: "Of the 88 people arrested", after 83 people were arrested.

    Six of the eight can be "the six", so that a smaller number must repeat the deed; a larger one
    can be no part. It may still be a sum of two groups told before.
    """
    for odd in field.definite:
        if odd.group != "count" or odd.zone == "title" or not odd.of_persons:
            continue
        text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
        if odd.dated:
            continue
        if not (odd.all or OF_THE.search(text, 0, sign)):
            continue
        before = [s for s in _shortly_before(field, odd) if s.of_persons]
        whole = [s for s in before if not (s.part or s.step or s.joined)]
        if not whole or odd.figure.value is None:
            continue
        one = max(whole, key=lambda s: s.figure.value or 0)
        one = _one_digit_off(field, one, odd) or one
        if is_narrowed(odd, one):
            continue
        if (
            adds_up((*before, *field.beside(odd)), one, odd)
            or not may_slip(one, odd)
            or other_time(one, odd)
        ):
            continue
        same_deed = bool(deeds_near(one) & deeds_near(odd))
        named = one.head == odd.head or odd.head in DEEDS
        above = named and odd.figure.value > (one.figure.value or 0) and bool(deeds_near(one))
        opens = odd.all or _OPENS.match(text, 0, sign + 1) is not None
        placed = bool(odd.places and not odd.places & (one.words | one.places))
        if field.told_beside(one, odd) or placed or another_kind(one, odd):
            continue
        if same_deed or (above and opens):
            yield one, odd


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


def _shortly_before(field: Field, odd: Statement) -> Iterator[Statement]:
    """The statements of its kind in the sentences just before."""
    counts = field.by_group[odd.group]
    for at in range(bisect_left(counts, odd.order, key=lambda s: s.order) - 1, -1, -1):
        if odd.figure.sentence - counts[at].figure.sentence > BACK:
            return
        if counts[at].figure.sentence < odd.figure.sentence:
            yield counts[at]


def _antecedents(field: Field, odd: Statement) -> list[Statement]:
    """What "the seven county cases" can take up: the noun itself, or else its narrowing words.

    "All three victims" takes up any persons, where only one number of persons was given.
    """
    same = field.by_noun.get((odd.group, odd.head), ())[:LEAD]
    earlier = [s for s in same if s.order < odd.order]
    if earlier and not odd.modifiers:  # of "27 felony convictions" there are fewer
        return [s for s in earlier if not s.modifiers] or earlier
    if earlier:
        return earlier
    whole = [
        s
        for s in field.by_group[odd.group][: 3 * LEAD]
        if s.order < odd.order and not (s.part or s.step)
    ]
    if len(odd.modifiers) >= 2:
        return [s for s in whole if len(s.modifiers & odd.modifiers) >= 2]
    if odd.all and is_person(odd.head):
        persons = [s for s in whole if is_person(s.head) and s.figure.value != 1]
        return [s for s in persons if not never_one(s.head, odd.head)]
    if odd.modifiers or is_person(odd.head):
        return []
    return [s for s in whole if s.figure.value not in (None, 1) and heads(s, odd) == "kin"]


def _of_the_number(field: Field) -> Iterator[Pair]:
    """ "19 of the 64 were released", where 46 were told of: a number taken up by itself."""
    for odd in field.definite:
        if odd.group not in ("count", "money") or odd.zone == "title":
            continue
        text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
        if (
            odd.figure.value is None
            or odd.dated
            or not (OF_THE.search(text, 0, sign) or _stands_alone(text, sign))
        ):
            continue
        one = _only(field, odd)
        if one is None or odd.places or field.told_beside(one, odd) or is_narrowed(odd, one):
            continue
        if not odd.head and odd.figure.value == PAIR < (one.figure.value or 0):
            continue  # "of the two" can be two of three
        if odd.group == "money" and one.figure.hedge is not None and not mistyped(one, odd):
            continue  # "an average of nearly $4 billion", "of the $4.7 billion recovered"
        deed = _DEED.match(text, sign + 1)
        less = odd.figure.value < (one.figure.value or 0)
        if less and deed and stem(deed["deed"]) not in one.words | one.near | {one.head}:
            continue
        yield one, odd


def done_at_another_time(one: Statement, odd: Statement) -> bool:
    """Whether a participle with a time not told of *one* narrows it: "the guns seized in June"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    same = any(a & b for a, b in zip(one.when, odd.when, strict=True))
    return not same and _DONE_IN.match(text, sign + 1) is not None


def is_of_those(odd: Statement, one: Statement) -> bool:
    """Whether *one* is a part of more: "of the 900 offices asked for figures", and 800 answered."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    if (odd.figure.value or 0) < (one.figure.value or 0) or not OF_THE.search(text, 0, sign):
        return False
    match = _ASKED.match(text, sign + 1)
    return match is not None and stem(match["deed"]) not in one.words | one.near


def _stands_alone(text: str, sign: int) -> bool:
    """Whether a sentence begins with a number for persons: "The four - ", "The 12 were"."""
    return _THE.match(text, 0, sign) is not None and _VERB.match(text, sign + 1) is not None


def _only(field: Field, odd: Statement) -> Statement | None:
    """The only number told before that *odd* could be, miscounted or mistyped."""
    before = field.before(odd)
    earlier = [s for s in before if could_be(s, odd)]
    if not odd.head:  # a part can be taken up as a whole
        parts = [s for s in before if s.part and is_person(s.head)]
        earlier += [s for s in parts if 0 < sentences_between(s, odd) <= NEAR]
    if any(_fits(s.figure, odd.figure) for s in earlier):
        return None
    reach = [
        s
        for s in earlier
        if sentences_between(s, odd) <= (BACK if odd.head else NEAR)
        or (s.zone != "body" and (odd.head or field.settled(s)))  # the number of the story
        or transposed(s, odd) or one_changed(s, odd)
    ]  # fmt: skip
    near = [s for s in reach if about_as_many(s, odd)]
    if odd.head:
        near = [s for s in near if s.head == odd.head] or near
    if not near or distinct(near) != 1:
        return None
    if other_time(near[-1], odd) and not _is_subject(odd):
        return None
    if _is_of_a_kind(near[-1], odd, before):
        return None
    told = [
        s
        for s in before
        if sentences_between(s, odd) <= BACK and s.figure.value is not None and not _pronoun(s)
    ]
    return None if makes(told, odd) or adds_up(told, near[-1], odd) else near[-1]


def _is_subject(odd: Statement) -> bool:
    """Whether it opens its sentence, whose time is that of the verb: "The 27 men will appear"."""
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return _THE.match(text, 0, sign) is not None and _NOUN_VERB.match(text, sign + 1) is not None


def _is_of_a_kind(one: Statement, odd: Statement, told: Sequence[Statement]) -> bool:
    """Whether others are joined to *one*, so that *odd* takes up all: "12 men and five women"."""
    return (
        one.joined
        and one.head != odd.head
        and any(
            s.joined and s.head != one.head and s.figure.sentence == one.figure.sentence
            for s in told
        )
    )


def _fits(one: Figure, odd: Figure) -> bool:
    """Whether *odd* may be the number of *one*: "the $7.3 billion" is not "over $3.7 billion"."""
    return agree(one, odd) if one.range.is_open else not contradict(one, odd)


def _pronoun(statement: Statement) -> bool:
    """Whether it is no number: "this last one"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.figure.text == "one" and _THIS.search(text, 0, sign) is not None


def sentences_between(one: Statement, other: Statement) -> int:
    """How many sentences the later of two stands behind the earlier."""
    return other.figure.sentence - one.figure.sentence


def could_be(one: Statement, odd: Statement) -> bool:
    """Whether the nouns let *odd* be the number of *one*, which is the whole of something."""
    if one.step or one.part or one.ranged or one.figure.value is None or one.figure.value < 2:
        return False
    if one.group == "money":
        return bool(one.near & odd.near)
    if of_agents(one, odd):
        return False
    noun = heads(one, odd)
    if noun == "unlike" and is_person(one.head) and is_person(odd.head):
        return not (odd.joined or _is_named(one, odd) or never_one(one.head, odd.head))
    if noun == "open" and not one.head:
        named = is_person(odd.head) if odd.head else bool(one.words & odd.words)
        return named and not one.listed
    if noun == "kin" and is_person(one.head) and _is_named(one, odd):
        return False
    return noun in ("same", "kin", "deed") or (noun == "open" and not one.listed)


def _is_named(one: Statement, odd: Statement) -> bool:
    """Whether words narrow *odd* that were not told of *one*: "one of the three Alder girls"."""
    return not odd.modifiers <= one.modifiers | one.words


def _who_did(field: Field) -> Iterator[Pair]:
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


def _all_of_them(field: Field) -> Iterator[Pair]:
    """ "All seven were dead", right after six prisoners."""
    for odd in field.definite:
        if odd.group != "count" or not odd.all:
            continue
        if not _ALL.match(odd.skeleton.text, odd.skeleton.sign_of(odd.figure) + 1):
            continue
        told = [
            s
            for s in field.by_group[odd.group]
            if s.order < odd.order and sentences_between(s, odd) <= 1 and _is_number(s)
        ]
        told = [s for s in told if not sentences_between(s, odd)] or told
        whole = [s for s in told if s.head and could_be(s, odd) and not s.joined]
        if len(told) == len(whole) == 1 and may_slip(whole[0], odd) and not has_more(whole[0], odd):
            yield whole[0], odd


def _is_number(statement: Statement) -> bool:
    """Whether it is more than a determiner: not "one" or "both"."""
    return statement.figure.value != 1 and statement.figure.text.lower() != "both"


def _as_many(field: Field) -> Iterator[Pair]:
    """ "The three whistleblowers will", after two clerks: more than were told are no part of them.

    Fewer can be, but where headline and first paragraph give the number of all.
    """
    for odd in field.definite:
        if odd.group != "count" or not is_person(odd.head) or odd.dated or odd.zone == "title":
            continue
        if not _is_subject(odd):
            continue
        one = _only(field, odd)
        if one is None or not may_slip(one, odd) or has_more(one, odd) or not is_person(one.head):
            continue
        if odd.head != one.head and (is_kind(odd.head) or one.joined):
            continue  # of seven men and three women eight may be adults, or Mexicans
        more = (odd.figure.value or 0) > (one.figure.value or 0)
        zones = {s.zone for s in field.group_of.get(one.figure.id, ())}
        if more or ({"title", "lede"} <= zones and not _set_apart(field, one, odd)):
            yield one, odd


def _set_apart(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether one of them was told of by himself before: "one of them", "another", "a fifth"."""
    told = field.before(odd)
    return any(s.figure.value == 1 or s.step for s in told if s.order > one.order)


def _mistyped(field: Field) -> Iterator[Pair]:
    """ "The 113 adults", "the $1,248,300": the only number told of the same digits is meant."""
    for odd in field.lonely:
        if odd.zone == "title" or not _goes_back(odd):
            continue
        earlier = field.before(odd)
        if any(_fits(s.figure, odd.figure) for s in earlier):
            continue
        like = [s for s in earlier if mistyped(s, odd) and not s.step and sentences_between(s, odd)]
        if not like or distinct(like) != 1 or not _tied(like[-1], odd):
            continue
        # no two long numbers of two years share their digits
        if not other_time(like[-1], odd) or min(like[-1].significant, odd.significant) >= _UNLIKE:
            yield like[-1], odd


def _of_these(field: Field) -> Iterator[Pair]:
    """ "75 were fugitives; 26 of these 65 had records": the number told just before is meant."""
    for odd in field.lonely:
        if odd.group != "count" or _THESE_WORDS.isdisjoint(odd.skeleton.words):
            continue
        if not _OF_THESE.search(odd.skeleton.text, 0, odd.skeleton.sign_of(odd.figure)):
            continue
        counts = field.by_group[odd.group]
        last = bisect_left(counts, odd.order, key=lambda s: s.order)
        told = [s for s in counts[max(0, last - 3 * BACK) : last] if sentences_between(s, odd) <= 1]
        if any(_fits(s.figure, odd.figure) for s in told):
            continue
        like = [s for s in told if one_changed(s, odd) or transposed(s, odd)]
        if len(like) == 1 and _may_be(like[0], odd):
            yield like[0], odd


def _goes_back(odd: Statement) -> bool:
    """Whether the wording takes a long number up: "the $1,248,300", "46 percent of 56,107"."""
    if not (odd.definite or odd.of_whole):
        return False
    if odd.significant < _LONG and not (odd.group == "money" and odd.definite):
        return False
    text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
    return odd.definite or _PERCENT_OF.search(text, 0, sign) is not None


def _tied(one: Statement, odd: Statement) -> bool:
    """Whether a number without a noun, or of a noun told near the other, can go back to it."""
    both = one.of_persons and odd.of_persons
    long = min(one.significant, odd.significant) >= _UNLIKE
    return both or long or not odd.head or odd.head in one.near | one.words | {one.head}


def _just_told(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether the number itself was told between: "20 had records. Of the 20 convicts"."""
    counts = field.by_group[odd.group]
    last = bisect_left(counts, odd.order, key=lambda s: s.order)
    return any(
        s.order > one.order and sentences_between(s, odd) <= NEAR and agree(s.figure, odd.figure)
        for s in counts[max(0, last - 3 * BACK) : last]
    )


def _some(one: Statement, odd: Statement) -> bool:
    """Whether persons fewer by many are some of those told of, and no digit was mistyped."""
    a, b = one.figure.value or 0, odd.figure.value or 0
    if not odd.of_persons or not _MANY <= b < a - 2:
        return False
    return not (one_changed(one, odd) or transposed(one, odd) or mistyped(one, odd))
