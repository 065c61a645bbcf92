"""Figures that the wording gives for one quantity and whose values do not agree.

The values are never what brings two figures together. They can only keep them apart: a figure
that agrees with its like elsewhere is not compared with another, nor are a whole and its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import ORDINALS
from crossfoot.figures.skeleton import SIGNS
from crossfoot.relate.statements.changes import tells_change
from crossfoot.relate.statements.deeds import deed_of, done_alike, governed
from crossfoot.relate.statements.field import ABREAST, LEAD, Field, Pair
from crossfoot.relate.statements.groups import regrouped
from crossfoot.relate.statements.headed import headed
from crossfoot.relate.statements.hedged import hedged
from crossfoot.relate.statements.lengths import lengths_alike
from crossfoot.relate.statements.others import of_others
from crossfoot.relate.statements.retold import retold
from crossfoot.relate.statements.rounded import rounded
from crossfoot.relate.statements.same import (
    agree,
    another_kind,
    apart,
    contradict,
    elsewhere,
    heads,
    in_scale,
    may_slip,
    mistyped,
    of_one_event,
    one_changed,
    other_event,
    other_time,
    rounds,
    tenfold,
    transposed,
)
from crossfoot.relate.statements.some_or_more import (
    ONE_OR_SO,
    about_as_many,
    is_done_to_some,
    is_narrowed,
)
from crossfoot.relate.statements.statement import COUNTED, PLURALS, Statement
from crossfoot.relate.statements.swapped import are_opposed, swapped
from crossfoot.relate.statements.taken_up import taken_up
from crossfoot.relate.statements.untold import untold
from crossfoot.relate.wording.stems import DEEDS, is_person, never_one, stem

# "another suspect was", "their driver was", "Ann Lee was also charged": told of besides
_BESIDES = lazy(
    r"\b(?:an?|the|another|one more|his|her|their|its)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+)"
    r"\s(?:was|is|has|had|died|fled|drove|escaped|ran|turned|joined|helped|waited|left|acted)\b"
    r"|\banother\s(?:was|is|has|had|died|fled)\b"
    r"|\b(?:was|is|has been)\s(?:also\s[a-z]+ed|[a-z]+ed,?\s(?:too|as well))\b"
)
# "two brothers | and Ann Lee (38)"
_AND_BY_NAME = lazy(
    r"(?:\s[\w'’-]+){1,2}?\s(?:and|plus|with|as well as)\s"
    r"(?:[A-Z][\w'’.-]*\s){1,3}?[A-Z][\w'’-]+(?=\s\(|,|\sof\b|\sfrom\b|\s(?:was|were|had|have)\b)"
)
# persons told of one by one
_SINGLE = frozenset(
    "gunman bystander shooter mother father wife husband son daughter baby girlfriend boyfriend"
    " neighbor cousin uncle aunt policeman fireman passerby clerk sheriff deputy trooper".split()
)
# "misses its goal of | 3,000 arrests", "room for | 900"
_GOAL = lazy(
    r"\b(?:(?:goal|target|quota|limit|cap|ceiling|threshold)s?(?: of)?|room for)(?: [a-z]+){0,2} $"
)
# "the last of | five men", "the second man among the | five"
_ONE_OF = lazy(
    rf"(?:\b(?:last|latest|youngest|oldest|largest|biggest|smallest)|{SIGNS['rank']})"
    r"(?: [a-z]+)? (?:of|among) (?:the |its )?$"
)
# "of the 23 survivors among them", "the nine drivers among the injured"
_AMONG = lazy(r"(?:\s[a-z-]+){1,2}\samong\s(?:them|those|these|the)\b")
_ORDINAL_OF = {n: word for word, n in reversed(ORDINALS.items())}  # "ninth", not "nineth"
# "three were shot, and | a fourth was", "eight protesters were arrested, and a photographer"
_AND_ONE_MORE = lazy(
    rf",? and (?:{SIGNS['fraction']}|(?:an?|the) (?:{SIGNS['rank']}"
    r"|[a-z-]+(?: [a-z-]+)? (?:was|died)\b))"
)
# the weight of shared words near by that amounts, which have no noun of their own, must have
_NEEDED = {"money": 1.5, "share": 1.5, "multiple": 2.0, "rate": 1.5, "measure": 2.0}


_AT_FIRST = lazy(r"\b(?:initially|originally|at first|revised|first asked)\b")
_SUMS_UP = lazy(
    r"\W*(?:altogether|in all|in total|all told"
    r"|in (?:an? )?(?:related|separate|other|another) (?:case|matter|inquiry|prosecution)s?)\b"
)
_AND_SO_MANY = lazy(rf",?\sand\s(?:another\s)?{SIGNS['count']}")
_CONVERTED = lazy(rf"{SIGNS['money']}\s?\((?:about |some |or |a)?$")
_PRICE = 1000  # below it sums told to the cent are prices, which move by little
# "18 suspects arrested | were from Alder"
_WERE_FROM = lazy(r"(?:\s[a-z'-]+){1,3}?\s(?:were|are)\s(?:from|under|over|aged|women|men)\b")
_AND_A_PERSON = lazy(
    r"\b(?:and|plus|with)\s(?:a|an|one|another|his|her|their)\s(?:[a-z-]+\s){0,2}?(?:man|woman|boy"
    r"|girl|brother|sister|wife|husband|son|daughter|mother|father|teenager|juvenile|person|driver"
    r"|officer|doctor|nurse|associate|other)\b"
)
_DIGITS = 3  # an amount of fewer is no long number
_PAID_BACK = frozenset(
    map(stem, "restitution forfeit forfeiture repay fine fined bail bond reimburse".split())
)


def disagreeing(field: Field) -> Iterator[Pair]:
    """Pairs given for one quantity whose values do not agree; no figure is in two of them."""
    alleged: set[str] = set()
    loose = (
        _said_twice,
        _companions,
        _mistyped,
        swapped,
        rounded,
        retold,
    )  # nothing takes the one number up
    told_alike = (_labelled, _said_twice, _odd_one, _companions, taken_up)
    for rule in (
        *told_alike,
        _mistyped,
        swapped,
        rounded,
        regrouped,
        retold,
        hedged,
        untold,
        headed,
    ):
        summed = rule in (
            regrouped,
            hedged,
            untold,
            headed,
        )  # they have looked at the numbers that may add up
        for one, other in rule(field):
            ids = {one.figure.id, other.figure.id}
            if ids & alleged or not contradict(one.figure, other.figure):
                continue
            if rounds(one, other) or rounds(other, one):
                continue
            if rule is not headed and _is_joined(field, one, other):
                continue
            if one.zone == other.zone == "title":
                continue  # a headline and the one below it: of five, three
            if _is_one_of(max(one, other, key=lambda s: s.figure.value or 0)):
                continue
            if _is_a_goal(one) != _is_a_goal(other):
                continue
            if _AMONG.match(_later_first(one, other)[0].written_after()) or _is_made_up(one, other):
                continue
            if _is_of_the_doers(one, other) or is_done_to_some(*_later_first(one, other)):
                continue
            placed, named, slip = rule is _odd_one, rule in loose, rule not in (hedged, headed)
            if of_others(field, one, other, placed=placed, named=named, slip=slip):
                continue
            nought = rule is headed and tenfold(one, other)
            if (nought or in_scale(one, other)) and (
                summed or not _whole_and_part(field, one, other)
            ):
                alleged |= ids
                yield (one, other) if one.order < other.order else (other, one)


def _later_first(one: Statement, other: Statement) -> Pair:
    return (one, other) if one.order > other.order else (other, one)


def _is_a_goal(statement: Statement) -> bool:
    """Whether it was wanted or allowed, and need not have come: "a goal of 3,000 a day"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _GOAL.search(text, 0, sign) is not None


def _is_one_of(statement: Statement) -> bool:
    """Whether one of them is told of, and fewer may be: "the last of five men"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return _ONE_OF.search(text, 0, sign) is not None


def _is_made_up(one: Statement, other: Statement) -> bool:
    """Whether the sentence of the fewer tells how many more make the number of the headline.

    "Ten arrested", above "Nine people were arrested on Monday, and one on the day after".
    """
    few, many = sorted((one, other), key=lambda s: s.figure.value or 0)
    if many.zone != "title":
        return False
    lacking = (many.figure.value or 0) - (few.figure.value or 0)
    text, sign = few.skeleton.text, few.skeleton.sign_of(few.figure)
    if lacking == 1 and _AND_ONE_MORE.search(text, sign + 1):
        return True
    added = _AND_SO_MANY.finditer(text, sign + 1)
    return any(few.skeleton.figure_at(match.end() - 1).value == lacking for match in added)


def _is_of_the_doers(one: Statement, other: Statement) -> bool:
    """Whether the later are told by what they did: "the 10 states that joined the case".

    Also with others: "the 10 states and two agencies that joined". Persons are always told so.
    """
    first, later = (one, other) if one.order < other.order else (other, one)
    if not (later.definite and later.head) or later.of_persons:
        return False
    return (later.joined and not first.joined) or is_narrowed(later, first)


def _is_joined(field: Field, one: Statement, other: Statement) -> bool:
    """Whether one who joins the first is told of between: "a fifth man", before "the five"."""
    first, later = (one, other) if one.order < other.order else (other, one)
    more = (later.figure.value or 0) - (first.figure.value or 0)
    if first.group != "count" or not 0 < more <= ONE_OR_SO:
        return False
    text, start, end = field.story.text, first.figure.end, later.figure.start
    ordinal = _ORDINAL_OF.get(int(later.figure.value or 0)) if more == 1 else None
    if ordinal is not None and text.find(f" {ordinal} ", start, end) >= 0:
        return True
    if _AND_BY_NAME.match(first.written_after()):
        return True
    persons = all(not s.head or is_person(s.head) for s in (first, later))
    found = (match["noun"] for match in _BESIDES.finditer(text, start, end))
    return persons and any(
        noun is None or noun in _SINGLE or _is_one_person(noun) for noun in found
    )


def _is_one_person(noun: str) -> bool:
    """Whether a noun is of somebody, and not of all: "a man had", not "the men had"."""
    return is_person(stem(noun)) and not (noun in PLURALS or noun.endswith("s"))


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


def _said_twice(field: Field) -> Iterator[Pair]:
    """A figure of title or lede and its like further on, both said only once."""
    leading = [s for s in field.lonely if s.zone != "body"]
    for one in leading[:LEAD]:
        if _is_described(one):
            continue
        converted = one.group == "money" and _is_converted(one)
        for zone in ("lede", "body"):
            best = _likest(field, one, zone)
            if best is None or converted or field.settled(best) or _is_described(best):
                continue
            if _itemised(field, best) and not done_alike(one, best):
                continue
            if field.told_beside(one, best) or field.told_beside(best, one):
                continue
            if _picked_out(one, best, further=zone == "body"):
                continue
            if _revised(one, best) or (zone == "body" and _rounded_apart(one, best)):
                continue
            # two races of two lengths; the headline's persons can be any number of the lede's
            weighed = one.group == "measure" and not (one.head and one.head == best.head)
            if (zone == "lede" and not weighed) or may_slip(one, best):
                yield one, best


def _is_described(statement: Statement) -> bool:
    """Whether its predicate tells what some of them are: "18 suspects were from Alder"."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.group == "count" and _WERE_FROM.match(text, sign + 1) is not None


def _picked_out(one: Statement, best: Statement, *, further: bool) -> bool:
    """Whether fewer are picked out of those told before: "these three latest arrivals".

    Further on a word that narrows them is enough: of three men, "two Iranian men".
    """
    fewer = (best.figure.value or 0) < (one.figure.value or 0)
    narrowed = best.modifiers - one.modifiers - (one.words if further else frozenset())
    return fewer and (best.definite or further) and bool(narrowed)


def _revised(one: Statement, other: Statement) -> bool:
    """Whether words tell that one number took the place of the other, or is of more or others."""
    if _SUMS_UP.match(other.skeleton.text):
        return True
    texts = (one.skeleton.text, other.skeleton.text)
    first, later = (_AT_FIRST.search(text) is not None for text in texts)
    return first is not later


def _rounded_apart(one: Statement, other: Statement) -> bool:
    """Whether two round numbers of thousands are told of different deeds: neither is a slip."""
    a, b = one.figure.value, other.figure.value
    if one.group != "count" or a is None or b is None or min(a, b) < 1000:
        return False
    return not (a % 1000 or b % 1000) and not governed(one, other)


def _is_converted(statement: Statement) -> bool:
    """Whether a sum is told again in another currency: "$150m (£80m)"."""
    sign = statement.skeleton.sign_of(statement.figure)
    return _CONVERTED.search(statement.skeleton.text, 0, sign) is not None


def _itemised(field: Field, statement: Statement) -> bool:
    """Whether its sentence gives another number of the same noun: the items of a whole."""
    money = statement.group == "money"
    return any(
        s.group == statement.group
        and (money or _of_one_kind(s, statement))
        and not agree(s.figure, statement.figure)
        and (not money or in_scale(s, statement))
        for s in field.beside(statement)
    )


def _of_one_kind(item: Statement, statement: Statement) -> bool:
    """Whether *item* is of the same noun, and no sub-kind: "43 guns, two machine guns of them"."""
    if item.head == "" or item.head != statement.head or item.step or item.part:
        return False
    few, many = item.figure.value or 0, statement.figure.value or 0
    return not (item.modifiers and not statement.modifiers and few < many)


def _likest(field: Field, one: Statement, zone: str) -> Statement | None:
    """The later statement of *zone* most like *one*, where no other number comes near it."""
    if one.zone == zone:
        return None
    told = field.by_zone.get((one.group, zone), ())
    if one.group == "count" and (one.zone, zone) != ("title", "lede"):
        told = [s for s in told if s.head == one.head] if one.head else ()  # as `_alike` asks
    rivals = [
        (strength, s)
        for s in told
        if s.order > one.order
        and not field.crowded(s)
        and (strength := _likeness(field, one, s)) > 0
    ]
    if not rivals:
        return None
    strength, best = max(rivals, key=lambda r: r[0])
    if agree(one.figure, best.figure):
        return None
    clear = all(
        strength >= other + 1 or agree(best.figure, s.figure)
        for other, s in rivals
        if s is not best
    )
    return best if clear else None


def _likeness(field: Field, one: Statement, other: Statement) -> float:
    """How strongly the wording makes two statements one; 0 where it does not."""
    if one.figure.sentence == other.figure.sentence:
        return 0
    opening = one.zone == "title" and other.zone == "lede"
    strength = _alike(field, one, other, opening)
    return strength if strength > 0 and not _told_apart(one, other, opening) else 0


def _told_apart(one: Statement, other: Statement, opening: bool) -> bool:
    """Whether words set two statements apart; of title and lede the place is that of both."""
    if one.each != other.each:
        return True
    if opening:  # of one time: a date in the title is of the release
        return apart(one, other) if one.group == "share" else another_kind(one, other)
    return apart(one, other) or elsewhere(one, other) or other_event(one, other)


def _alike(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """How strongly nouns and words near by make two statements one."""
    if one.group == "date" and not of_one_event(one, other):
        return 0
    if one.group == "length":
        return lengths_alike(field, one, other, opening=opening)
    noun = heads(one, other)
    if one.group == "count":
        if noun == "same":
            return _same_noun(field, one, other, field.story.near(one, other), opening)
        if not opening or one.joined or other.joined:
            return 0
        if noun == "unlike":
            return _other_name(field, one, other)
        if noun != "kin":
            alike = done_alike(one, other) and (noun == "deed" or governed(one, other))
            return 1 + field.story.near(one, other) if alike else 0
        near, reach = field.story.near(one, other), field.story.reach(one, other)
        if _AND_A_PERSON.search(other.skeleton.text):  # "fourteen men and a woman"
            return 0
        alone = field.alone(one) and field.alone(other)
        if done_alike(one, other):
            return near + reach / 2 if near > 0 or alone else 0
        sure = (near >= 2 or (alone and reach >= 1)) and not (deed_of(one) and deed_of(other))
        return near + reach / 2 if sure else 0
    if one.group == "share" and noun == "unlike":
        return 0
    near = field.story.near(one, other)
    if one.group == "money" and bool(_PAID_BACK & one.near) != bool(_PAID_BACK & other.near):
        return 0
    if one.group == "measure" and noun == "same" and one.figure.unit == other.figure.unit:
        return _same_noun(field, one, other, near, opening) if opening else 0
    if one.group == "date":
        if _names_events(one, other) and not (opening and _is_year(one) and _is_year(other)):
            return 0
        alone = noun == "same" and len(field.by_noun["date", one.head]) == 2
        return 1 + near if near >= (0.5 if alone else 1) else 0
    if one.group == "share" and not opening and (tells_change(one) or tells_change(other)):
        return 0  # changes are tied clause by clause
    if one.group == "share" and noun == "same" and one.modifiers == other.modifiers:
        alone = field.numbers_of(one) <= 2
        named = opening or one.head or governed(one, other)
        return 1 + near if alone and named and near >= (0.5 if one.modifiers else 1.5) else 0
    if one.group == "share":
        near += one.head in other.near or other.head in one.near  # a rate of convictions
    if one.group == "money" and opening and _only_amounts(field, one, other):
        return 2 + near
    least = _NEEDED.get(one.group, 9.0) + (0 if opening else 0.5 if one.group == "share" else 1.5)
    least -= 1.0 if not opening and transposed(one, other) else 0  # 17 and 71
    return near if near >= least else 0


def _names_events(one: Statement, other: Statement) -> bool:
    """Whether dates tell which event is meant: "the March 2015 sweep", and one of 2017."""
    return not (one.verb and one.verb == other.verb)


def _is_year(statement: Statement) -> bool:
    return statement.figure.text.isdigit()


def _other_name(field: Field, one: Statement, other: Statement) -> float:
    """Whether persons by two names are those of the story: "25 Crew Members Charged", 26 teenagers.

    Title and lede tell of no others, the same is done to them, and the numbers are a slip apart.
    """
    if not (is_person(one.head) and is_person(other.head)) or never_one(one.head, other.head):
        return 0
    if not (field.alone(one) and field.alone(other) and may_slip(one, other)):
        return 0
    joined = _AND_A_PERSON.search(other.skeleton.text) is not None
    return 1 + field.story.near(one, other) if done_alike(one, other) and not joined else 0


def _only_amounts(field: Field, one: Statement, other: Statement) -> bool:
    """Whether title and lede give one amount each, a slip apart, in a story of some like words."""
    if not (field.only_one(one) and field.only_one(other)):
        return False
    reach = field.story.reach(one, other)
    return reach >= 1 if may_slip(one, other) else reach >= 2 and in_scale(one, other)


def _same_noun(field: Field, one: Statement, other: Statement, near: float, opening: bool) -> float:
    strength = near + len(one.modifiers & other.modifiers) + governed(one, other)
    strength += opening and done_alike(one, other)
    if opening:
        reach = field.story.reach(one, other)
        alone = field.numbers_of(one) <= 2
        strength += one.significant >= _DIGITS and transposed(one, other)
        return strength + reach / 4 + alone / 4 if alone or strength >= 0.5 or reach >= 1 else 0
    few = field.numbers_of(one) <= 2 or (one.modifiers == other.modifiers and field.named(one) <= 2)
    least = (0.5 if one.zone == "title" or one.modifiers & other.modifiers else 1) if few else 1.5
    if few and one_changed_or_swapped(one, other):
        near += done_alike(one, other) / 2  # "28 people were arrested", "38 people were arrested"
    return strength if near >= least else 0


def _odd_one(field: Field) -> Iterator[Pair]:
    """A figure at odds with two or more that agree."""
    for odd in field.lonely:
        if odd.zone == "body" and (odd.group, odd.head) not in field.agreed_of_noun:
            continue
        for one in _established(field, odd):
            if _at_odds(field, one, odd):
                yield _opposed(field.group_of[one.figure.id], one, odd), odd
                break


def _opposed(members: Sequence[Statement], one: Statement, odd: Statement) -> Statement:
    """*one*, or where a hedge of its own allows the odd number another that agrees with it."""
    if contradict(one.figure, odd.figure):
        return one
    exact = (m for m in members if contradict(m.figure, odd.figure))
    return next((m for m in exact if m.figure.sentence != odd.figure.sentence), one)


def _established(field: Field, odd: Statement) -> Iterator[Statement]:
    """The figures of the same noun that agree with others; of title and lede, kin as well."""
    yield from field.agreed_of_noun.get((odd.group, odd.head), ())
    if odd.zone == "title" and odd.group == "count" and (deed := deed_of(odd)) in DEEDS:
        yield from field.agreed_of_noun.get((odd.group, deed), ())
    if odd.zone != "body" and (odd.group != "count" or odd.of_persons or not odd.head):
        other_zone = "title" if odd.zone == "lede" else "lede"
        for one in field.by_zone.get((odd.group, other_zone), ())[:LEAD]:
            kin = odd.group != "count" or heads(one, odd) in ("kin", "open", "deed")
            if kin and one.figure.id in field.group_of:
                yield one


def _at_odds(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* stands where the number that *one* shares with others should stand."""
    members = field.group_of[one.figure.id]
    said = odd.zone != "body" and any(m.zone == odd.zone for m in members)
    if said and not (done_alike(one, odd) and one_changed_or_swapped(one, odd)):
        return False  # it is said there already
    if odd.figure.sentence == one.figure.sentence or field.told_beside(one, odd):
        return False
    if {one.zone, odd.zone} == {"title", "lede"}:
        first, second = (one, odd) if one.zone == "title" else (odd, one)
        sure = governed(one, odd) or field.numbers_of(odd) <= 2
        sure = sure or field.story.near(one, odd) >= 2
        listed = _itemised(field, odd) or _itemised(field, one)
        least = 1.5 if one.group == "money" else 0.0
        return sure and not listed and _likeness(field, first, second) > least
    if one.group not in ("count", "measure") or one.each != odd.each:
        return False
    if odd.zone == "title" and one.head in DEEDS and one.head == deed_of(odd):
        # "Agents Arrest 23 in Harbor"
        led = {"lede", "body"} <= {m.zone for m in members}
        return led and may_slip(one, odd) and not elsewhere(one, odd)
    if other_event(one, odd) or not may_slip(one, odd) or _revised(one, odd):
        return False
    if apart(one, odd) or elsewhere(one, odd):
        return False
    if one.modifiers != odd.modifiers and not one_changed_or_swapped(one, odd):
        return False
    zones = {odd.zone, *(m.zone for m in members)}
    if zones == {"body"} or field.named(odd) != 2:
        return False
    named = odd.modifiers and any(m.modifiers == odd.modifiers for m in members)
    if not (named or governed(one, odd) or any(done_alike(m, odd) for m in members)):
        return False
    if one_changed_or_swapped(one, odd):
        return _tie(field, one, odd) >= (0.5 if field.numbers_of(odd) == 2 else 1.0)
    return _tie(field, one, odd) >= (1.0 if {"title", "lede"} < zones else 1.5)


def _tie(field: Field, one: Statement, odd: Statement) -> float:
    """The weight of the words that two statements under one full name share."""
    return field.story.near(one, odd) + len(one.modifiers) + governed(one, odd)


def _companions(field: Field) -> Iterator[Pair]:
    """What stands with two figures that agree: "27 felonies and 63 misdemeanors", said again."""
    for group in field.agreed:
        if all(s.zone == "body" for s in group):
            continue  # of two like things further on each has numbers of its own
        members = [s for s in group if not field.crowded(s)][:ABREAST]
        for one, other in (*pairwise(members), *((members[0], s) for s in members[2:])):
            pairs = [
                (a, b)
                for a in field.beside(one)
                for b in field.beside(other)
                if a.group == b.group
                and _go_along(field, a, b)
                and not (_is_of_another(field, a, one) or _is_of_another(field, b, other))
            ]
            # of several such pairs none is sure
            if len({a.figure.id for a, _ in pairs}) == 1 == len({b.figure.id for _, b in pairs}):
                yield pairs[0]


def _go_along(field: Field, one: Statement, other: Statement) -> bool:
    """Whether two neighbours of one kind are worded alike."""
    if one.group not in COUNTED or agree(one.figure, other.figure):
        return False
    noun = heads(one, other)
    typed = one.group == "count" and one_changed_or_swapped(one, other)
    if noun not in ("same", "open") and not typed:
        return False
    if field.met_in(one, other) or field.met_in(other, one) or are_opposed(one, other):
        return False
    if one.step or other.step or one.ranged or other.ranged or other_time(one, other):
        return False
    near = field.story.near(one, other)
    if typed:
        # "over 90 guns and 12 persons", "over 90 guns and 21 defendants"
        long = near >= 1 and min(one.significant, other.significant) >= _DIGITS
        if long or noun == "kin":
            return True
        if noun not in ("same", "open"):
            return False
    if noun == "open":
        open_ended = one.group != "share" and one.head != other.head
        return open_ended and near >= 1.5 and may_slip(one, other)
    if one.group == "share":
        return bool(one.modifiers) and one.modifiers == other.modifiers
    if not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers):
        return False
    return about_as_many(one, other) and (bool(one.modifiers & other.modifiers) or near >= 1)


def _is_of_another(field: Field, statement: Statement, agreed: Statement) -> bool:
    """Whether a number has no noun but that of one told since: "230 cases, 9 deaths; here 11"."""
    return not statement.head and any(
        agreed.order < s.order < statement.order and s.head for s in field.beside(statement)
    )


def one_changed_or_swapped(one: Statement, other: Statement) -> bool:
    """Whether one number is likely the other mistyped, by its digits alone."""
    return transposed(one, other) or one_changed(one, other)


def _mistyped(field: Field) -> Iterator[Pair]:
    """Amounts told twice in the same words, of which one digit is wrong."""
    for odd in field.lonely:
        if odd.group == "money":
            yield from _amount_mistyped(field, odd)


def _amount_mistyped(field: Field, odd: Statement) -> Iterator[Pair]:
    """ "Agreed to pay $827,000 in restitution", and again in the same words $872,000."""
    if odd.significant < _DIGITS or (odd.figure.value or 0) < _PRICE:
        return
    for one in field.by_group[odd.group][:LEAD]:
        long = min(one.significant, odd.significant) > _DIGITS + 1 and transposed(one, odd)
        if one.order >= odd.order and not long:
            return
        if one.figure.sentence == odd.figure.sentence:  # "rose to one, closed at the other"
            return
        least = 0.0 if long else 3.0
        if mistyped(one, odd) and not apart(one, odd) and field.story.near(one, odd) >= least:
            yield one, odd
            return


def _whole_and_part(field: Field, one: Statement, other: Statement) -> bool:
    """Whether a third number of the kind is the difference: nine homes, seven and two of them."""
    if one.group not in ("count", "money"):
        return False
    small, large = sorted((one, other), key=lambda s: s.figure.value or 0)
    persons, shared = is_person(one.head), one.modifiers & other.modifiers
    return any(
        large.figure.range.meets(small.figure.range + s.figure.range)
        and (
            one.group == "money"
            or s.joined
            or s.head == one.head
            or (persons and is_person(s.head))
        )
        for block in {one.block, other.block}
        if (one.group, block) in field.terms
        for s in field.terms[one.group, block].in_range(large.figure.range - small.figure.range)
        if not (shared and s.modifiers and not shared & s.modifiers)
        and s.figure.id not in (one.figure.id, other.figure.id)
    )
