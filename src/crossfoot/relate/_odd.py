"""Figures that the wording gives for one quantity and whose values do not agree.

The values are never what brings two figures together. They can only keep them apart: a figure
that agrees with its like elsewhere is not compared with another, nor are a whole and its parts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.interval import Interval
from crossfoot.relate._same import (
    Story,
    agree,
    another_kind,
    apart,
    contradict,
    distinct,
    heads,
    in_scale,
    may_slip,
    other_event,
    other_time,
    rounds,
)
from crossfoot.relate._statement import Statement
from crossfoot.relate._stems import DEEDS, is_person

Pair = tuple[Statement, Statement]
# the weight of shared words near by that amounts, which have no noun of their own, must have
_NEEDED = {"money": 1.5, "share": 1.5, "length": 1.5, "multiple": 2.0, "rate": 1.5, "measure": 2.0}
_ZERO = Fraction(0)
_ABREAST = 16  # a sentence with more figures is a list
_OPENS = lazy(r"[\s\"']*(?:of|among)\s(?:all\s)?(?:the|those|these)\s.$")
# "of the 88 people who had convictions": some of those told before
_NARROWED = lazy(
    r"[^,.;:]{0,40}?\b(?:who|whose|with|without|that|for|from|under|on|convicted|charged|wanted"
    r"|identified|as)\b"
)
BACK = 4  # sentences over which "of the 88 people" takes up an earlier number
# "Of the 88 people", "12 of those 88"
_OF_THE = lazy(r"\b(?:of|among)\s(?:all\s)?(?:the|those|these)\s$")
LEAD = 30  # of title and lede, so many figures are held against every later one


@dataclass(frozen=True, slots=True)
class Terms:
    """Statements sorted by the low end of their range, to find those that reach into another."""

    sorted: Sequence[Statement]
    lows: Sequence[Fraction]
    highest: Sequence[Fraction]  # the highest end of all up to each

    @classmethod
    def of(cls, members: Sequence[Statement]) -> Terms:
        """Sort *members*, whose ranges are bounded."""
        placed = sorted(members, key=_low)
        highs = (s.figure.range.high or _ZERO for s in placed)
        return cls(placed, [_low(s) for s in placed], list(accumulate(highs, max)))

    def in_range(self, wanted: Interval) -> Iterator[Statement]:
        """The statements whose range meets *wanted*."""
        last = len(self.lows) if wanted.high is None else bisect_right(self.lows, wanted.high)
        for at in range(last - 1, -1, -1):
            if wanted.low is not None and self.highest[at] < wanted.low:
                return  # and all before it end lower still
            if self.sorted[at].figure.range.meets(wanted):
                yield self.sorted[at]


def _low(statement: Statement) -> Fraction:
    return statement.figure.range.low or _ZERO


@dataclass(frozen=True)
class Field:
    """A story with the groups of its statements that agree."""

    story: Story
    agreed: Sequence[Sequence[Statement]]

    @cached_property
    def group_of(self) -> Mapping[str, Sequence[Statement]]:
        """The group of a figure that agrees with another, by its id."""
        return {s.figure.id: group for group in self.agreed for s in group}

    @cached_property
    def lonely(self) -> tuple[Statement, ...]:
        """The statements that agree with no other."""
        alone = (s for s in self.story.statements if s.figure.id not in self.group_of)
        return tuple(s for s in alone if not self.crowded(s))

    @cached_property
    def by_noun(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        """Whole quantities by what they count, in text order."""
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            if s.head and not (s.step or s.part):
                found[s.group, s.head].append(s)
        return found

    @cached_property
    def by_group(self) -> Mapping[str, Sequence[Statement]]:
        """The statements of a kind."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.group].append(s)
        return found

    @cached_property
    def by_zone(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        """The statements of a kind in a zone."""
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.group, s.zone].append(s)
        return found

    @cached_property
    def terms(self) -> Mapping[tuple[str, int], Terms]:
        """Those of bounded range, by kind and block, to look up which lie in a range."""
        found: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            # "one of the residents" is no part
            if not s.figure.range.is_open and (s.joined or s.figure.value != 1):
                found[s.group, s.block].append(s)
        return {place: Terms.of(members) for place, members in found.items()}

    @cached_property
    def by_sentence(self) -> Mapping[int, Sequence[Statement]]:
        """The statements of each sentence."""
        found: dict[int, list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.figure.sentence].append(s)
        return found

    def told_beside(self, one: Statement, other: Statement) -> bool:
        """Whether the sentence of *other* gives the number of *one* too, or a step to it.

        "The six of the eight employees", "4,000 workers were paid, and another 800 will be".
        """
        return any(
            s is not other
            and s.group == one.group
            and (s.step or (heads(s, one) != "unlike" and agree(s.figure, one.figure)))
            for s in self.beside(other)
        )

    def beside(self, statement: Statement) -> Sequence[Statement]:
        """The statements of its sentence."""
        return self.by_sentence[statement.figure.sentence]

    def crowded(self, statement: Statement) -> bool:
        """Whether its sentence is a list or table, which says too much to be held to one figure."""
        return len(self.beside(statement)) > _ABREAST

    def alone(self, statement: Statement) -> bool:
        """Whether its zone gives no other number of persons."""
        persons = (
            s
            for s in self.by_zone["count", statement.zone]
            if is_person(s.head) and not s.part and s.figure.value not in (None, 1)
        )
        return distinct(list(persons)) == 1

    def met_in(self, one: Statement, other: Statement) -> bool:
        """Whether the sentence of *other* says the number of *one* again."""
        sentence = other.figure.sentence
        return any(s.figure.sentence == sentence for s in self.group_of.get(one.figure.id, ()))

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        return {noun: distinct(found) for noun, found in self.by_noun.items()}

    @cached_property
    def _names(self) -> Mapping[tuple[str, str, frozenset[str]], int]:
        found: dict[tuple[str, str, frozenset[str]], list[Statement]] = defaultdict(list)
        for (group, head), members in self.by_noun.items():
            for s in members:
                found[group, head, s.modifiers].append(s)
        return {name: distinct(members) for name, members in found.items()}

    def named(self, statement: Statement) -> int:
        """How many different numbers it gives of this noun under the same narrowing words."""
        return self._names.get((statement.group, statement.head, statement.modifiers), 0)

    def numbers_of(self, statement: Statement) -> int:
        """How many different numbers the story gives of this noun, counted up to three."""
        return self._numbers.get((statement.group, statement.head), 0)


def disagreeing(story: Story, agreed: Sequence[Sequence[Statement]]) -> Iterator[Pair]:
    """Pairs given for one quantity whose values do not agree; no figure is in two of them."""
    field = Field(story, agreed)
    alleged: set[str] = set()
    for rule in (_labelled, _said_twice, _odd_one, _companions, _taken_up, _of_the_persons):
        for one, other in rule(field):
            ids = {one.figure.id, other.figure.id}
            if ids & alleged or not contradict(one.figure, other.figure):
                continue
            if rounds(one, other) or rounds(other, one):
                continue
            if in_scale(one, other) and not _whole_and_part(field, one, other):
                alleged |= ids
                yield (one, other) if one.order < other.order else (other, one)


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
        for zone in ("lede", "body"):
            best = _likest(field, one, zone)
            if best is None or best.figure.id in field.group_of or _itemised(field, best):
                continue
            if field.told_beside(one, best) or field.told_beside(best, one):
                continue
            if zone == "lede" or may_slip(one, best):
                yield one, best


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
    rivals = [
        (strength, s)
        for s in field.by_zone.get((one.group, zone), ())
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
    if apart(one, other) or one.each != other.each:
        return True
    return not opening and (_elsewhere(one, other) or other_event(one, other))


def _alike(field: Field, one: Statement, other: Statement, opening: bool) -> float:
    """How strongly nouns and words near by make two statements one."""
    noun = heads(one, other)
    if one.group == "count":
        if noun == "same":
            return _same_noun(field, one, other, field.story.near(one, other), opening)
        if noun != "kin" or not opening or one.joined or other.joined:
            return 0
        near, reach = field.story.near(one, other), field.story.reach(one, other)
        sure = reach >= 1 if field.alone(one) and field.alone(other) else near >= 2
        return near + reach / 2 if sure else 0
    near = field.story.near(one, other)
    if one.group == "measure" and noun == "same" and one.figure.unit == other.figure.unit:
        return _same_noun(field, one, other, near, opening) if opening else 0
    if one.group == "length":
        if one.figure.unit != other.figure.unit:
            return 0
        near += noun == "same"
    if one.group == "date":
        tied = noun == "same" or (one.verb and one.verb == other.verb)
        alone = noun == "same" and len(field.by_noun["date", one.head]) == 2
        return 1 + near if tied and near >= (0.5 if alone else 1) else 0
    if one.group == "share" and noun == "same" and one.modifiers == other.modifiers:
        alone = bool(one.modifiers) and field.numbers_of(one) <= 2
        return 1 + near if alone and near >= 0.5 else 0
    least = _NEEDED.get(one.group, 9.0) + (0 if opening else 0.5 if one.group == "share" else 1.5)
    return near if near >= least else 0


def _elsewhere(one: Statement, other: Statement) -> bool:
    """Whether one of them names a place that the other does not speak of."""
    return bool(
        (other.places and not other.places & (one.words | one.modifiers | one.places))
        or (one.places and not one.places & (other.words | other.modifiers | other.places))
    )


def _same_noun(field: Field, one: Statement, other: Statement, near: float, opening: bool) -> float:
    strength = near + len(one.modifiers & other.modifiers) + _governed(one, other)
    if opening:
        reach = field.story.reach(one, other)
        alone = field.numbers_of(one) <= 2
        return strength + reach / 4 + alone / 4 if alone or strength >= 0.5 or reach >= 1 else 0
    few = field.numbers_of(one) <= 2 or (one.modifiers == other.modifiers and field.named(one) <= 2)
    least = (0.5 if one.zone == "title" or one.modifiers & other.modifiers else 1) if few else 1.5
    return strength if near >= least else 0


def _odd_one(field: Field) -> Iterator[Pair]:
    """A figure at odds with two or more that agree."""
    for odd in field.lonely:
        for one in _established(field, odd):
            if _at_odds(field, one, odd):
                yield one, odd
                break


def _established(field: Field, odd: Statement) -> Iterator[Statement]:
    """The figures of the same noun that agree with others; of title and lede, kin as well."""
    for one in field.by_noun.get((odd.group, odd.head), ())[:LEAD]:
        if one.figure.id in field.group_of:
            yield one
    if odd.zone != "body" and (odd.group != "count" or is_person(odd.head)):
        other_zone = "title" if odd.zone == "lede" else "lede"
        for one in field.by_zone.get((odd.group, other_zone), ())[:LEAD]:
            kin = odd.group != "count" or heads(one, odd) == "kin"
            if kin and one.figure.id in field.group_of:
                yield one


def _at_odds(field: Field, one: Statement, odd: Statement) -> bool:
    """Whether *odd* stands where the number that *one* shares with others should stand."""
    members = field.group_of[one.figure.id]
    if odd.zone != "body" and any(m.zone == odd.zone for m in members):
        return False  # it is said there already
    if odd.figure.sentence == one.figure.sentence or field.told_beside(one, odd):
        return False
    if {one.zone, odd.zone} == {"title", "lede"}:
        first, second = (one, odd) if one.zone == "title" else (odd, one)
        sure = _governed(one, odd) or field.numbers_of(odd) <= 2
        sure = sure or field.story.near(one, odd) >= 2
        listed = _itemised(field, odd) or _itemised(field, one)
        least = 1.5 if one.group == "money" else 0.0
        return sure and not listed and _likeness(field, first, second) > least
    if one.group not in ("count", "measure") or one.each != odd.each:
        return False
    if other_event(one, odd) or not may_slip(one, odd):
        return False
    if apart(one, odd) or _elsewhere(one, odd) or one.modifiers != odd.modifiers:
        return False
    leading = odd.zone != "body" or any(m.zone != "body" for m in members)
    return leading and field.named(odd) == 2 and _tie(field, one, odd) >= 1.5


def _tie(field: Field, one: Statement, odd: Statement) -> float:
    """The weight of the words that two statements under one full name share."""
    return field.story.near(one, odd) + len(one.modifiers) + _governed(one, odd)


def _governed(one: Statement, other: Statement) -> bool:
    """Whether the same verb or noun stands right before both: "trafficking 33 guns"."""
    return one.governor != "" and one.governor == other.governor


def _companions(field: Field) -> Iterator[Pair]:
    """What stands with two figures that agree: "27 felonies and 63 misdemeanors", said again."""
    for group in field.agreed:
        members = [s for s in group if not field.crowded(s)][:_ABREAST]
        for one, other in (*pairwise(members), *((members[0], s) for s in members[2:])):
            pairs = [
                (a, b)
                for a in field.beside(one)
                for b in field.beside(other)
                if _go_along(field, a, b)
            ]
            # of several such pairs none is sure
            if len({a.figure.id for a, _ in pairs}) == 1 == len({b.figure.id for _, b in pairs}):
                yield pairs[0]


def _go_along(field: Field, one: Statement, other: Statement) -> bool:
    """Whether two neighbours of one kind are worded alike."""
    if one.group != other.group or agree(one.figure, other.figure):
        return False
    if field.met_in(one, other) or field.met_in(other, one):
        return False
    if one.step or other.step or one.ranged or other.ranged or other_time(one, other):
        return False
    noun, near = heads(one, other), field.story.near(one, other)
    if one.group not in ("count", "measure", "share") or noun not in ("same", "open"):
        return False
    if noun == "open":
        open_ended = one.group != "share" and one.head != other.head
        return open_ended and near >= 1.5 and may_slip(one, other)
    if one.group == "share":
        return bool(one.modifiers) and one.modifiers == other.modifiers
    if one.modifiers and other.modifiers and not one.modifiers & other.modifiers:
        return False
    return bool(one.modifiers & other.modifiers) or near >= 1


def _taken_up(field: Field) -> Iterator[Pair]:
    """A figure taken up again: "of the 97 murders", after one number of murders was given."""
    for odd in field.lonely:
        if not odd.definite or not odd.head or odd.zone == "title":
            continue
        if odd.group not in ("count", "measure"):
            continue
        if is_person(odd.head) and not odd.all:
            continue  # "the six defendants" can be six of the eight
        before = _antecedents(field, odd)
        if not before or before[-1].figure.sentence == odd.figure.sentence:
            continue
        if field.told_beside(before[-1], odd) or before[-1].each != odd.each:
            continue
        # "the twelve schools will open on Thursday" are no others; "the twelve schools in May" are
        first = before[0]
        if odd.dated and other_time(first, odd):
            continue
        if distinct(before) != 1 or another_kind(first, odd) or _elsewhere(first, odd):
            continue
        if _about_as_many(before[-1], odd):
            yield before[-1], odd


def _of_the_persons(field: Field) -> Iterator[Pair]:
    """Persons taken up by number: "Of the 88 people arrested", after 83 people were arrested.

    Six of the eight can be "the six", so that a smaller number must repeat the deed; a larger one
    can be no part. It may still be a sum of two groups told before.
    """
    for odd in field.lonely:
        if odd.group != "count" or not odd.definite or odd.zone == "title" or not _persons(odd):
            continue
        text, sign = odd.skeleton.text, odd.skeleton.sign_of(odd.figure)
        if odd.dated or _NARROWED.match(text, sign + 1):
            continue
        if not (odd.all or _OF_THE.search(text, 0, sign)):
            continue
        before = [s for s in _shortly_before(field, odd) if _persons(s)]
        whole = [s for s in before if not (s.part or s.step or s.joined)]
        if not whole or odd.figure.value is None:
            continue
        one = max(whole, key=lambda s: s.figure.value or 0)
        if (
            _adds_up((*before, *field.beside(odd)), one, odd)
            or not may_slip(one, odd)
            or other_time(one, odd)
        ):
            continue
        same_deed = bool(_deeds(one) & _deeds(odd))
        named = one.head == odd.head or odd.head in DEEDS
        above = named and odd.figure.value > (one.figure.value or 0) and bool(_deeds(one))
        opens = odd.all or _OPENS.match(text, 0, sign + 1) is not None
        placed = bool(odd.places and not odd.places & (one.words | one.places))
        if field.told_beside(one, odd) or placed or another_kind(one, odd):
            continue
        if same_deed or (above and opens):
            yield one, odd


def _persons(statement: Statement) -> bool:
    """Whether persons are counted, named or told by what was done to them: "the 88 arrested"."""
    return is_person(statement.head) or statement.head in DEEDS


def _deeds(statement: Statement) -> frozenset[str]:
    """What was done to the persons counted."""
    return DEEDS & (statement.near | {statement.head, statement.governor})


def _shortly_before(field: Field, odd: Statement) -> Iterator[Statement]:
    """The statements of its kind in the sentences just before."""
    counts = field.by_group[odd.group]
    for at in range(bisect_left(counts, odd.order, key=lambda s: s.order) - 1, -1, -1):
        if odd.figure.sentence - counts[at].figure.sentence > BACK:
            return
        if counts[at].figure.sentence < odd.figure.sentence:
            yield counts[at]


def _adds_up(before: Sequence[Statement], one: Statement, odd: Statement) -> bool:
    """Whether another number told makes up the difference, or was told before."""
    off = abs((odd.figure.value or 0) - (one.figure.value or 0))
    others = (s for s in before if s is not odd)
    return any(s.figure.value == off or agree(s.figure, odd.figure) for s in others)


def _about_as_many(one: Statement, other: Statement) -> bool:
    """Whether two numbers are a slip apart: "the two warehouses" can be two of the nine."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None:
        return False
    return 2 * max(a, b) <= 3 * min(a, b) or may_slip(one, other)


def _antecedents(field: Field, odd: Statement) -> list[Statement]:
    """What "the seven county cases" can take up: the noun itself, or else its narrowing words.

    "All three victims" takes up any persons, where only one number of persons was given.
    """
    same = field.by_noun.get((odd.group, odd.head), ())[:LEAD]
    earlier = [s for s in same if s.order < odd.order]
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
        return [s for s in whole if is_person(s.head) and s.figure.value != 1]
    return []


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
