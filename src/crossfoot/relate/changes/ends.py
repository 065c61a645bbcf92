"""The ends of a change that its sentence leaves to its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.skeleton import Reading, Skeleton, kept
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.both_ends import (
    as_many,
    by_year,
    dated_pair,
    now_pair,
    pair_after,
    pair_before,
    told_change,
    two_apart,
    two_before,
    two_rates,
)
from crossfoot.relate.changes.cues import Cue, Statement
from crossfoot.relate.changes.foreseen import is_foreseen
from crossfoot.relate.changes.neighbours import (
    BEFORE_THAT,
    Ends,
    amounts_of,
    direction_of,
    same_topic,
    sentence_at,
)
from crossfoot.relate.changes.of_subject import pair_of_subject, pairs_at
from crossfoot.relate.changes.one_end import (
    counted_before,
    last_amount,
    less_than_before,
    of_subject,
    of_that_time,
    spoken_of,
    taken_up_from,
    the_number_of,
    told_alike,
    where_it_ended,
)
from crossfoot.relate.changes.statements import pairs, statements
from crossfoot.relate.wording.stems import stem

# what opens a change of the figure before: "That is nearly", "The figure fell", "Down"
POINTS_BACK = lazy(
    r"\W*(?:and |but |so )?(?:(?:that|this|it|these|those|they|which"
    r"|(?:the|its|the (?!year|month|week|day)[a-z]+'s)(?: (?:latest|new|current|final))?"
    r" (?:total|number|figure|tally|count|sum|result)|the (?:increase|decrease|drop|decline|rise)"
    r"|(?:that|this) (?:share|rate|proportion|percentage))(?:'s)?\b"
    r"(?: (?:is|was|are|were|has|have|had|been|number|figure|total|tally|count|amount|marks?"
    r"|marked|represents?|represented|reflects?|amounts? to|amounted to|came|comes|works out|to"
    r"|an?|by|about|around|nearly|almost|roughly|some|just|only|more than|over|itself|in turn"
    r"|up|down|also|still|even|an estimated|increase|decrease|drop|decline|rise|jump|reduction"
    r"|of|[a-z]+ly),?(?= |-|$))*|(?:up|down|an? [a-z -]*)?)[ ,-]*$"
)
# "That compares with" 300 in the same months
COMPARES_BACK = lazy(
    r"\W*(?:and )?(?:that|this|it|which|the (?:number|total|figure|tally|count)) "
    r"(?:is |was |are |were )?(?:compares?|compared|up|down) (?:with|to|from) (?:[a-z]+ ){0,3}"
)
# "It was the third rise in a row and" three times the 400
_IT_WAS = lazy(
    r"\W*(?:it|that|this|the (?:total|number|figure)) (?:was|is|were|marks|marked|represents"
    r"|represented)\b"
)
# 15 more "than that"
_THAN_THAT = lazy(
    r"[^.;:]{0,60}?\bthan (?:that|this|those|(?P<foreseen>expect|plann|predict|forecast|project"
    r"|anticipat|budget)(?:ed)?)(?=\W*$|[,.;)])"
)
# two figures, "so they fell by" 300, "so murders are down" 40%
SO = lazy(r"\b(?:so|meaning|which means|thus)(?: that)? (?:[a-z'-]+ ){1,5}$")
_SO_HINT = lazy(r" so |^so |mean|thus")
LIGHTLY = lazy(r"(?:(?:have|has|had|by|nearly|almost|about|more than|roughly|just|over) )+$")
# "The drop comes to" 11 percent: both ends were told with another figure
_THE_DROP = lazy(
    r"\W*(?:the|that|this) (?:increase|rise|jump|growth|surge|drop|fall|decline|decrease|reduction"
    r"|change|difference) (?:is|was|comes|came|amounts|amounted|works out|equals|of)\b"
)
# "The" 20 percent "decline is the largest"
_THE = lazy(r"\W*(?:the|that|this) (?:[a-z]+ )?")
# "The Border Patrol's number is"
_ITS_NUMBER = lazy(
    r"\W*(?:[a-z'-]+ ){0,3}(?:its|their|[a-z]+'s?) (?:number|total|figure|count|tally|share|rate)"
    r" (?:is|was|has|had|fell|rose|grew|dropped)\b"
)
# "The rate has thus fallen by"
_THE_RATE = lazy(r"\W*(?:the|that|this) (?:rate|share|proportion|percentage)\b")
# "three times as many.": as were told before
AS_MANY = lazy(
    r" (?:as (?:many|much|high|large|often|long)|(?:that|this) (?:number|amount|figure|total))"
    r"(?=[.,;)]|$)"
)
_DIFFERENCE = lazy(
    r"\b(?:the|a) (?:difference|gap|discrepancy)(?: between (?:them|the two))? (?:of|is) $"
)

# 39 in 2023"; this year's sum is" 20 percent higher: what was told is what it grew from
_OF_THIS_TIME = lazy(r";\s(?:and\s|but\s)?(?:this\s[a-z]+'s|today's|the (?:current|new|latest))\s")
MOST_PAIRS = 200  # that a text sets against each other; of more one fits a change by chance


@dataclass(frozen=True)
class Told:
    """A text with the pairs of figures that it sets against each other, found when first asked."""

    reading: Reading
    by_thing: dict[str, Mapping[int, Sequence[Ends]]] = field(default_factory=dict, init=False)

    @once
    def compared(self) -> Mapping[Fraction | None, Sequence[tuple[int, Figure]]]:
        """By the value of the later figure: the earlier ones, each with its sentence."""
        found: dict[Fraction | None, list[tuple[int, Figure]]] = {}
        for index in self.reading.with_figures:
            skeleton = self.reading.sentences[index]
            for base, later in pairs(skeleton):
                found.setdefault(later.figure.value, []).append((index, base.figure))
        return found

    @once
    def naming(self) -> Mapping[str, Sequence[int]]:
        """By the stem of a word: the sentences with figures that have it, in order."""
        found: dict[str, list[int]] = {}
        for index in self.reading.with_figures:
            for named in words_as_stems(self.reading.sentences[index]):
                found.setdefault(named, []).append(index)
        return found

    def pairs_of(self, things: Iterable[str]) -> list[Ends]:
        """What the sentences that name one of *things*, given as stems, set against each other.

        Of each thing the first `MOST_PAIRS` and some: more fit whatever is told.
        """
        found: dict[int, Sequence[Ends]] = {}
        for thing in things:
            if thing not in self.by_thing:
                self.by_thing[thing] = self._first_pairs(thing)
            found |= self.by_thing[thing]
        return [ends for index in sorted(found) for ends in found[index]]

    def _first_pairs(self, thing: str) -> dict[int, Sequence[Ends]]:
        found: dict[int, Sequence[Ends]] = {}
        count = 0
        for index in self.naming.get(thing, ()):
            if told := pairs_at(self.reading, index):
                found[index] = [Ends(base.figure, later.figure) for base, later in told]
                count += len(told)
                if count > MOST_PAIRS:
                    break
        return found


@kept
def words_as_stems(skeleton: Skeleton) -> frozenset[str]:
    """The stems of all words of a sentence."""
    return frozenset(map(stem, skeleton.words))


def changes_told(text: Told, index: int, skeleton: Skeleton) -> Iterator[tuple[Statement, Ends]]:
    """Every change that a sentence states, with its ends.

    A second one of the same count takes its result: "this was 3% more than in July, when it was
    400, and 68% fewer than the" 1,300 of last year.
    """
    last: tuple[Statement, Ends] | None = None
    for statement in statements(skeleton):
        ends = ends_of(text, index, skeleton, statement)
        if last and last[1].result and ends.base and not ends.result:
            before = max(c.at for c in (*last[0].changes, last[0].base or last[0].changes[0]))
            gap = skeleton.text[before + 1 : statement.changes[0].at]
            if words.AND_A.fullmatch(gap):
                ends = Ends(ends.base, last[1].result)
        last = statement, ends
        yield last


def ends_of(text: Told, index: int, skeleton: Skeleton, statement: Statement) -> Ends:
    """The ends in the sentence, or those that it takes up from its neighbours."""
    reading = text.reading
    base = statement.base.figure if statement.base else None
    result = statement.result.figure if statement.result else None
    if (base and result) or (statement.earlier and not base):
        return Ends(base, result)
    first = statement.changes[0]
    opening = skeleton.text[: first.at]
    if result and not base and _OF_THIS_TIME.search(opening, skeleton.sign_of(result)):
        return Ends(result, None)
    if result and (that := _THAN_THAT.match(skeleton.text, statement.changes[-1].at + 1)):
        return Ends(last_amount(reading, index - 1, result, that["foreseen"]), result)
    moves = first.moves or first.figure.kind == "multiple"
    so = moves and not base and not result and _SO_HINT.search(opening)
    if so and SO.search(LIGHTLY.sub("", opening)):
        return two_before(reading, index, first)
    if base and not result and COMPARES_BACK.fullmatch(skeleton.text[: statement.base_at]):
        return Ends(base, spoken_of(reading, index - 1, statement))
    alone = (_IT_WAS.match(opening) or _ITS_NUMBER.match(opening)) and not any(
        c.at < first.at for c in amounts_of(skeleton)
    )
    if base and not result and alone:
        return Ends(base, spoken_of(reading, index - 1, statement))
    if not base and not result and takes_up_change(opening, first):
        return told_change(reading, index, first)
    if not result and POINTS_BACK.match(opening):
        if base or len(statement.changes) > 1:
            return Ends(base, spoken_of(reading, index - 1, statement))
        pair = pair_before(reading, index - 1, first) or dated_pair(reading, index - 1, first)
        return pair or now_pair(reading, index - 1, first) or Ends(base, result)
    if base and not result:
        later = of_subject(reading, index, skeleton, statement)
        return Ends(base, later or the_number_of(reading, index, skeleton, base))
    if first.figure.kind == "multiple" and AS_MANY.match(first.after):
        return as_many(reading, index, result)
    if not base and not result:
        if first.direction == "" and _DIFFERENCE.search(opening):
            return two_apart(reading, index)
        if _THE_RATE.match(opening) and (rates := two_rates(reading, index, first)):
            return rates
        if years := by_year(reading, index, skeleton, first):
            return years
        pair = pair_after(reading, index, skeleton, first)
        return pair or pair_of_subject(reading, index, skeleton, first) or Ends()
    if result and not base and len(statement.changes) == 1:
        if BEFORE_THAT.match(skeleton.text):  # "The year before, it filed" 1,200
            later = told_alike(reading, index - 1, skeleton, statement, result)
            if later:
                ends = Ends(result, later)
                turned = (
                    words.TRAILING.match(first.after) and direction_of(ends) != statement.direction
                )
                return Ends(later, result) if turned else ends
            return Ends(less_than_before(reading, index, statement, result), result)
        base = told_alike(reading, index - 1, skeleton, statement, result)
        if not base and (last := sentence_at(reading, index + 1)) and BEFORE_THAT.match(last.text):
            base = told_alike(reading, index + 1, skeleton, statement, result)
        base = base or taken_up_from(reading, index, skeleton, statement, result)
        base = base or less_than_before(reading, index, statement, result)
        base = base or of_that_time(reading, index, skeleton, statement, result)
        base = base or where_it_ended(reading, index, skeleton, statement, result)
        base = base or counted_before(reading, index, skeleton, statement, result)
        return Ends(base or _given_elsewhere(text, result), result)
    return Ends(base, result)


def takes_up_change(opening: str, change: Cue) -> bool:
    """Whether a sentence takes up a change: "the drop comes to" 11%, "the" 20 percent "decline"."""
    if _THE_DROP.match(opening):
        return True
    return bool(_THE.fullmatch(opening) and words.THEN_NOUN.match(change.after))


def _given_elsewhere(text: Told, result: Figure) -> Figure | None:
    """What *result* is compared with in another sentence, where that is one number."""
    home = text.reading.sentences[result.sentence]
    found = {
        base.value: base
        for index, base in text.compared.get(result.value, ())
        if index != result.sentence
        and same_topic(home, text.reading.sentences[index])
        and not is_foreseen(text.reading.sentences[index], base)
    }
    return next(iter(found.values())) if len(found) == 1 else None
