"""The statements of a story set out for look-up: by noun, zone, sentence, range, agreement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.skeleton import Skeleton
from crossfoot.interval import Interval
from crossfoot.relate.statements.agreement import agree, distinct
from crossfoot.relate.statements.bases import is_base
from crossfoot.relate.statements.same import Story, heads, other_names
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.stems import is_person

_WORD = lazy(r"[a-z]+")
Pair = tuple[Statement, Statement]
_ZERO = Fraction(0)
LEAD = 30  # of title and lede, so many figures are held against every later one
LAST = 12  # of the numbers told last so many are looked at for the one that is taken up
_LONG = 4  # significant digits of a number that chance seldom puts a digit away from another
_THOUSAND = 1000
_LONG_OF = ("count", "measure")
ABREAST = 16  # a sentence with more figures is a list


def ids_of(pair: Pair) -> frozenset[str]:
    """The figures of two statements, by their ids."""
    return frozenset(statement.figure.id for statement in pair)


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

    @once
    def group_of(self) -> Mapping[str, Sequence[Statement]]:
        """The group of a figure that agrees with another, by its id."""
        return {s.figure.id: group for group in self.agreed for s in group}

    @once
    def lonely(self) -> tuple[Statement, ...]:
        """The statements that agree with no other."""
        lists, grouped = self._lists, self.group_of
        return tuple(
            s
            for s in self.story.statements
            if s.figure.sentence not in lists
            and (s.figure.id not in grouped or not self.settled(s))
        )

    @once
    def definite(self) -> tuple[Statement, ...]:
        """Those of the lonely that take up a number told before: "the 26 defendants"."""
        return tuple(s for s in self.lonely if s.definite)

    @once
    def anew(self) -> tuple[Statement, ...]:
        """The definite ones that agree only with later ones: "the 13 boys", told so twice."""
        return tuple(
            group[0]
            for group in self.agreed
            if group[0].definite and group[0].figure.sentence not in self._lists
        )

    def settled(self, statement: Statement) -> bool:
        """Whether it agrees with another that is as definite: "over $10 million" is with $11 m."""
        members = self.group_of.get(statement.figure.id)
        if members is None:
            return False
        bounded = not statement.figure.range.is_open
        return any(s is not statement and not (bounded and s.figure.range.is_open) for s in members)

    @once
    def by_noun(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        """Whole quantities by what they count, in text order."""
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            if s.head and not (s.step or s.part):
                found[s.group, s.head].append(s)
        return found

    @once
    def agreed_of_noun(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        """Of the first whole quantities of a noun, those that agree with another."""
        nouns = {(s.group, s.head) for group in self.agreed for s in group} & self.by_noun.keys()
        return {
            noun: [s for s in self.by_noun[noun][:LEAD] if s.figure.id in self.group_of]
            for noun in nouns
        }

    @once
    def by_group(self) -> Mapping[str, Sequence[Statement]]:
        """The statements of a kind."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.group].append(s)
        return found

    @once
    def finest(self) -> Fraction:
        """The last place of the count that is told to most digits."""
        told = (s.figure for s in self.by_group.get("count", ()))
        return min((f.step for f in told if f.value is not None), default=_ZERO)

    @once
    def by_zone(self) -> Mapping[tuple[str, str], Sequence[Statement]]:
        """The statements of a kind in a zone."""
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.group, s.zone].append(s)
        return found

    @once
    def terms(self) -> Mapping[tuple[str, int], Terms]:
        """Those of bounded range, by kind and block, to look up which lie in a range."""
        found: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            # "one of the residents" is no part
            if not s.figure.range.is_open and (s.joined or s.figure.value != 1):
                found[s.group, s.block].append(s)
        return {place: Terms.of(members) for place, members in found.items()}

    @once
    def by_sentence(self) -> Mapping[int, Sequence[Statement]]:
        """The statements of each sentence."""
        found: dict[int, list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            found[s.figure.sentence].append(s)
        return found

    @once
    def of_like_digits(self) -> Sequence[Sequence[Statement]]:
        """The statements of a kind whose numbers have the same digits, where the numbers differ."""
        found: dict[tuple[str, str | None, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            # in integers, which take a quarter of the time
            if s.terms is not None and abs(s.terms[0]) > 11 * s.terms[1]:
                unit = None if s.group == "count" else s.figure.unit
                found[s.group, unit, s.digits].append(s)
        several = (members for members in found.values() if len(members) > 1)
        return [told[:LEAD] for told in several if len({s.terms for s in told}) > 1]

    @once
    def of_one_digit(self) -> Sequence[Sequence[Statement]]:
        """The long counts of a kind that are printed alike but for the digit in one place."""
        found: dict[tuple[str, str | None, str], list[Statement]] = defaultdict(list)
        for s in self.story.statements:
            if s.group not in _LONG_OF or s.written is None or s.terms is None:
                continue
            if abs(s.terms[0]) >= _THOUSAND * s.terms[1] and s.significant >= _LONG:
                unit = None if s.group == "count" else s.figure.unit
                for at in range(len(s.printed)):
                    found[s.group, unit, f"{s.printed[:at]}_{s.printed[at + 1 :]}"].append(s)
        several = (members for members in found.values() if len(members) > 1)
        return [told[:LEAD] for told in several if len({s.terms for s in told}) > 1]

    def before(self, odd: Statement) -> Sequence[Statement]:
        """The statements of its kind told before it: of a long text the first and the last."""
        told, last = self.by_group[odd.group], self._place(odd)
        return told[:last] if last <= 3 * LEAD else [*told[:LEAD], *told[last - 2 * LEAD : last]]

    def just_before(self, odd: Statement) -> Sequence[Statement]:
        """The last statements of its kind told before it."""
        last = self._place(odd)
        return self.by_group[odd.group][max(0, last - LAST) : last]

    def back_from(self, odd: Statement, sentences: int) -> Iterator[Statement]:
        """The statements of its kind before it, the last first, over so many *sentences*."""
        told = self.by_group[odd.group]
        for at in range(self._place(odd) - 1, -1, -1):
            if odd.figure.sentence - told[at].figure.sentence > sentences:
                return
            yield told[at]

    def _place(self, odd: Statement) -> int:
        """How many statements of its kind stand before it."""
        return bisect_left(self.by_group[odd.group], odd.order, key=lambda s: s.order)

    def told_beside(self, one: Statement, other: Statement) -> bool:
        """Whether the sentence of *other* gives the number of *one* too, or a step to it.

        "The six of the eight employees", "4,000 workers were paid, and another 800 will be".
        """
        return any(
            s is not other
            and s.group == one.group
            and (_steps(s, one) or (agree(s.figure, one.figure) and _may_be_named(s, one)))
            for s in self.beside(other)
        )

    def beside(self, statement: Statement) -> Sequence[Statement]:
        """The statements of its sentence."""
        return self.by_sentence[statement.figure.sentence]

    @once
    def _lists(self) -> frozenset[int]:
        """The sentences of more figures than one of them can be held to."""
        return frozenset(
            at
            for at, told in self.by_sentence.items()
            if len(told) > ABREAST or _is_row(told[0].skeleton)
        )

    def crowded(self, statement: Statement) -> bool:
        """Whether its sentence is a list or table, which says too much to be held to one figure."""
        return statement.figure.sentence in self._lists

    def alone(self, statement: Statement) -> bool:
        """Whether its zone gives no other number of persons."""
        persons = (
            s
            for s in self.by_zone["count", statement.zone]
            if is_person(s.head) and not s.part and s.figure.value not in (None, 1)
        )
        return distinct(list(persons)) == 1

    def only_one(self, statement: Statement) -> bool:
        """Whether its zone gives no other number of its kind."""
        zone = statement.group, statement.zone
        if zone not in self._different:
            self._different[zone] = distinct(list(self.by_zone[zone]))
        return self._different[zone] == 1

    @once
    def _different(self) -> dict[tuple[str, str], int]:
        """How many numbers of a kind a zone gives, of those zones that were asked for."""
        return {}

    def met_in(self, one: Statement, other: Statement) -> bool:
        """Whether the sentence of *other* says the number of *one* again."""
        sentence = other.figure.sentence
        return any(s.figure.sentence == sentence for s in self.group_of.get(one.figure.id, ()))

    @once
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        return {noun: distinct(found) for noun, found in self.by_noun.items()}

    @once
    def _names(self) -> Mapping[tuple[str, str, frozenset[str]], int]:
        found: dict[tuple[str, str, frozenset[str]], list[Statement]] = defaultdict(list)
        for (group, head), members in self.by_noun.items():
            for s in members:
                found[group, head, s.modifiers].append(s)
        return {name: distinct(members) for name, members in found.items()}

    def named(self, statement: Statement) -> int:
        """How many different numbers it gives of this noun under the same narrowing words."""
        return self._names.get((statement.group, statement.head, statement.modifiers), 0)

    @once
    def _of_nouns(self) -> Mapping[tuple[str, str], int]:
        return Counter((s.group, s.head) for s in self.story.statements)

    def count_of_noun(self, statement: Statement) -> int:
        """How many statements of its kind have its noun, or none as it has none; with itself."""
        return self._of_nouns[statement.group, statement.head]

    @once
    def _of_values(self) -> Mapping[tuple[int, int] | None, int]:
        return Counter(s.terms for s in self.story.statements)

    def count_of_value(self, statement: Statement) -> int:
        """How many statements of any kind have its value, with itself."""
        return self._of_values[statement.terms]

    def numbers_of(self, statement: Statement) -> int:
        """How many different numbers the story gives of this noun, counted up to three."""
        return self._numbers.get((statement.group, statement.head), 0)


def _is_row(skeleton: Skeleton) -> bool:
    """Whether it is a row of a table in plain text: cells between bars, or hardly a word."""
    if skeleton.text.count("|") > 1:
        return True
    figures = len(skeleton.figures)
    few = 2 * figures - 1
    return figures > 2 and len(skeleton.words) < few and len(_WORD.findall(skeleton.text)) < few


def _may_be_named(beside: Statement, one: Statement) -> bool:
    """Whether the nouns may be one; two counts of perjury are none of bribery."""
    noun = heads(beside, one)
    return noun != "unlike" and not (noun == "same" and other_names(beside, one))


def _steps(step: Statement, one: Statement) -> bool:
    """Whether *step* can lead to the number of *one*: "plus 13 misdemeanors" to no felonies."""
    apart = step.modifiers and one.modifiers and not step.modifiers & one.modifiers
    return step.step and not (apart and step.head == one.head) and not is_base(step)
