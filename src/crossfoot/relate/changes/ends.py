"""The ends of a change that its sentence leaves to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from crossfoot.figures.lazy import lazy, once
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.changes import words as words
from crossfoot.relate.changes.statements import (
    PORTIONS,
    Cue,
    Statement,
    comparable,
    pairs,
    statements,
    tagged,
    timed_pair,
)
from crossfoot.relate.changes.times import Moment, is_before, moment, times
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.stems import meaning, stem

# what opens a change of the figure before: "That is nearly", "The figure fell", "Down"
_POINTS_BACK = lazy(
    r"\W*(?:and |but |so )?(?:(?:that|this|it|these|those|they|which|the (?:total|number|figure"
    r"|tally|count|sum|result|increase|decrease|drop|decline|rise)|(?:that|this) (?:share|rate"
    r"|proportion|percentage))(?:'s)?\b"
    r"(?: (?:is|was|are|were|has|have|had|been|number|figure|total|tally|count|amount|marks?"
    r"|marked|represents?|represented|reflects?|amounts? to|amounted to|came|comes|works out|to"
    r"|an?|by|about|around|nearly|almost|roughly|some|just|only|more than|over|itself|in turn"
    r"|up|down|also|still|even|an estimated|increase|decrease|drop|decline|rise|jump|reduction"
    r"|of|[a-z]+ly),?(?= |-|$))*|(?:up|down|an? [a-z -]*)?)[ ,-]*$"
)
# "That compares with" 300 in the same months
_COMPARES_BACK = lazy(
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
_SO = lazy(r"\b(?:so|meaning|which means|thus)(?: that)? (?:[a-z'-]+ ){1,5}$")
_SO_HINT = lazy(r" so |^so |mean|thus")
_LIGHTLY = lazy(r"(?:(?:have|has|had|by|nearly|almost|about|more than|roughly|just|over) )+$")
# "drop since May, when the count was at" 340
_SINCE_WHEN = lazy(
    r"\b(?P<shift>drop|decline|decrease|fall|reduction|increase|rise|jump)\b[^;]{0,60}?"
    r"\b(?:since|from)\b[^;]{0,60}\bwhen [^;,]{0,50}\b(?:was|were|stood|numbered)(?: at)? $"
)
# "By June the number had risen to" 500: the count that the sentence before gives
_ANAPHOR = lazy(
    r"(?:^|[,;]) ?\W*(?:but |and |now )?(?:the|that|this) (?:number|figure|total|count|tally|sum)"
    r" (?:was|is|stood at|stands at|reached|hit|had (?:reached|hit)|(?:had |has )?(?:risen|grown"
    r"|fallen|climbed|dropped|rose|grew|fell) to) (?:about |nearly |just |over |more than |some )?$"
)
# "lost one in five" of them: a share of what was there
_OF_THEM = lazy(r" of (?:them|those|these|its|their|the)\b")
# "By June the number charged with crimes had grown": of what the sentence before counts
_THE_NUMBER_OF = lazy(
    rf"\W*(?:(?:by|in|as of|since) (?:{SIGNS['date']}|[a-z]+ [a-z]+),? )?"
    r"the (?:number|total|count)\b"
)
# "The increase to" 600 "is" 50%
_THE_INCREASE_TO = lazy(
    r"\W*(?:the|that) (?:increase|rise|jump|growth|surge|drop|fall|decline|decrease) to "
)
# "That number rose to" 180
_THAT_MOVED = lazy(
    r"\W*(?:that|the|this) (?:number|figure|total|count|tally|sum|amount)(?: then| later)?"
    r"(?: has| had| was)?(?: since)? [a-z]+ to (?:about |nearly |more than |just |an? |total |of )*"
)
# "In" 2019", the number fell": later than what was told before
_LATER_TIME = lazy(
    rf"\W*(?:(?:in|by|during) (?P<date>{SIGNS['date']}),|since then,?|the next [a-z]+,"
    r"|the following [a-z]+,)"
)
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
# "It has since dropped by" 25 percent
_IT_HAS = lazy(
    rf"\W*(?:(?:since then|(?:by|in|as of|during|for) {SIGNS['date']}|today|now|by then|later"
    rf"|last year|{SIGNS['date']}),? )?"
    r"(?:it|they|that|this|there|the (?:number|figure|total|count|tally|population))"
    r"(?: has| have| had)?(?: since| now| then)? [a-z]+(?: by)?"
    r"(?: (?:about|nearly|almost|more than|roughly|another))? "
)
# "Today it's" 649
_NOW_IT = lazy(
    rf"\W*(?:today|now|by (?:now|{SIGNS['date']})|this (?:year|month|week)|{SIGNS['date']})?,? ?"
    r"(?:it|that|the (?:number|figure|total|count)|there)(?:'s| is| are| was| were| stands at"
    r"| stood at| has (?:risen|grown|fallen|dropped) to) (?:now )?(?:about |nearly |more than )?$"
)
# "three times as many.": as were told before
_AS_MANY = lazy(r" as (?:many|much|high|large|often|long)(?=[.,;)]|$)")
_NO_COUNT = lazy(r"\b(?:top|no\.|number|local|route|district|precinct) $")
_DIFFERENCE = lazy(
    r"\b(?:the|a) (?:difference|gap|discrepancy)(?: between (?:them|the two))? (?:of|is) $"
)
# what is said to change: "the number of" asylum applications "has"
_SUBJECT = lazy(
    r"\W*(?:[a-z][a-z., ]{2,40} - )?(?:overall,? |the (?:total )?number of |total |reported )?"
    r"(?P<subject>(?:[a-z'-]+ ){1,3}?)"
    r"(?:(?:[a-z]{3,}ed )?(?:in|across|on|at|within|throughout) (?:[a-z'-]+ ){1,4}?)?"
    r"(?:(?:were|was|are|is|have|had|has|also|been|then) |[a-z]+ly )*"
)
# a part of the place or of the people that a sentence before was about
_NARROWER = lazy(
    r"\b(?:north|south|east|west|precinct|sector|district|ward|downtown|among"
    r"|of (?:those|these|them))"
)
_PART_OF_THEM = lazy(r" of (?:them|those|these|whom|which)\b")
_THIS = lazy(r"\W*(?:that|this|it|the (?:number|figure|total|count))\b")
_THE_NUMBER = lazy(r"\bthe (?:number|total|population|count|figure|tally)\b")
# the words that name an earlier time: its figure must be looked for there
_RECKONED_ELSEWHERE = lazy(
    r"\b(?:over|from|than|compared (?:to|with)|since|against) (?:the |in |that )?"
    r"(?:last|previous|prior|same|year|a year|[\ue000-\uf8ff])|year on year|year-[a-z]+-year"
    r"|year over year|as (?:many|much) as (?:in|during|at|the|last)"
)
_IN_DATE = lazy(rf"\b(?:in|for|during) (?:fiscal )?{SIGNS['date']}")
# a sentence about the time before
_BEFORE_THAT = lazy(
    rf"\W*(?:in )?(?:(?:the|a) (?:year|month|week|day|quarter)|{SIGNS['duration']})"
    r" (?:before|earlier|prior|ago)\b"
    rf"|\W*(?:at|by|in) (?:the|this) same (?:point|time|date|stage|period|months?)[^,;]{{0,20}}?"
    rf" (?:in |of )?{SIGNS['date']}"
    r"|\W*(?:in the previous|the previous|previously,)"
)
_NOW = lazy(r"\b(?:now|today|currently|this|by|as of|in|from|since|ago|later|after)\b")
_FACTOR = 20
_NEAR_BY = 60  # characters in which a noun of change stands behind its figure
_WORD = lazy(r"[a-z]{4,}")
# words that name no subject
_COMMON = frozenset(
    "that this there these those they were have been with from than more less fewer last year"
    " years month months week weeks previous compared number numbers total figure percent since"
    " about over when which decrease decreased increase increased decline declined dropped drop"
    " rose fell rise fall down period same said according average during between after before"
    " january february march april june july august september october november december"
    " high point time times major people".split()
)


@dataclass(frozen=True)
class Told:
    """A text with the pairs of figures that it sets against each other, found when first asked."""

    reading: Reading

    @once
    def compared(self) -> Mapping[Fraction | None, Sequence[tuple[int, Figure]]]:
        """By the value of the later figure: the earlier ones, each with its sentence."""
        found: dict[Fraction | None, list[tuple[int, Figure]]] = {}
        for index in self.reading.with_figures:
            skeleton = self.reading.sentences[index]
            for base, later in pairs(skeleton):
                found.setdefault(later.figure.value, []).append((index, base.figure))
        return found


@dataclass(frozen=True, slots=True)
class Ends:
    """What a change leads from and to, where the text tells."""

    base: Figure | None = None
    result: Figure | None = None


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
    if result and (that := _THAN_THAT.match(skeleton.text, statement.changes[-1].at + 1)):
        return Ends(_last_amount(reading, index - 1, result, that["foreseen"]), result)
    moves = first.moves or first.figure.kind == "multiple"
    so = moves and not base and not result and _SO_HINT.search(opening)
    if so and _SO.search(_LIGHTLY.sub("", opening)):
        return _two_before(reading, index, first)
    if base and not result and _COMPARES_BACK.fullmatch(skeleton.text[: statement.base_at]):
        return Ends(base, _spoken_of(reading, index - 1, statement))
    alone = (_IT_WAS.match(opening) or _ITS_NUMBER.match(opening)) and not any(
        c.at < first.at for c in _amounts(skeleton)
    )
    if base and not result and alone:
        return Ends(base, _spoken_of(reading, index - 1, statement))
    if not base and not result and _the_change(opening, first):
        return _told_change(reading, index, first)
    if not result and _POINTS_BACK.match(opening):
        if base or len(statement.changes) > 1:
            return Ends(base, _spoken_of(reading, index - 1, statement))
        pair = _pair_before(reading, index - 1, first) or _dated_pair(reading, index - 1, first)
        return pair or _now_pair(reading, index - 1, first) or Ends(base, result)
    if base and not result:
        return Ends(base, _of_subject(reading, index, skeleton, statement))
    if first.figure.kind == "multiple" and _AS_MANY.match(first.after):
        return _as_many(reading, index, result)
    if not base and not result:
        if first.direction == "" and _DIFFERENCE.search(opening):
            return _apart(reading, index)
        if _THE_RATE.match(opening) and (rates := _two_rates(reading, index, first)):
            return rates
        pair = _pair_after(reading, index, skeleton, first)
        return pair or _pair_of_subject(reading, index, skeleton, first) or Ends()
    if result and not base and len(statement.changes) == 1:
        if _BEFORE_THAT.match(skeleton.text):  # "The year before, it filed" 1,200
            later = _parallel(reading, index - 1, skeleton, statement, result)
            if later:
                ends = Ends(result, later)
                turned = words.TRAILING.match(first.after) and _moves(ends) != statement.direction
                return Ends(later, result) if turned else ends
            return Ends(_less_than_before(reading, index, statement, result), result)
        base = _parallel(reading, index - 1, skeleton, statement, result)
        if not base and (last := _sentence(reading, index + 1)) and _BEFORE_THAT.match(last.text):
            base = _parallel(reading, index + 1, skeleton, statement, result)
        base = base or _taken_up(reading, index, skeleton, statement, result)
        base = base or _less_than_before(reading, index, statement, result)
        base = base or _of_that_time(reading, index, skeleton, statement, result)
        base = base or _where_it_ended(reading, index, skeleton, statement, result)
        return Ends(base or _given_elsewhere(text, result), result)
    return Ends(base, result)


def _taken_up(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The only count of the sentence before, where "the number" takes it up and moves as told."""
    before = _sentence(reading, index - 1)
    opening = skeleton.text[: min(skeleton.sign_of(result), statement.changes[0].at)]
    if before is None:
        return None
    same = _THE_NUMBER_OF.match(opening) and _stems(before) & _stems(skeleton)
    taken = _THE_INCREASE_TO.match(opening) or _IT_HAS.fullmatch(opening)
    if not (same or taken or _ANAPHOR.search(opening)):
        return None
    if _RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[0].at):
        return None
    found = [c.figure for c in _amounts(before)]
    alone = len(found) == 1 and found[0].kind == result.kind
    alone = alone and not _unlike(before, skeleton, found[0], result)
    return found[0] if alone and _moves(Ends(found[0], result)) == statement.direction else None


def _less_than_before(
    reading: Reading, index: int, statement: Statement, result: Figure
) -> Figure | None:
    """The one figure like the result in the sentence before, where it is told as "seven lower"."""
    before = _sentence(reading, index - 1)
    if before is None or not words.TRAILING.match(statement.changes[-1].after):
        return None
    portion = result.kind == "percent"
    found = [
        c.figure
        for c in (tagged(before) if portion else _amounts(before))
        if c.figure.kind == result.kind and c.tag != "change"
        and (portion or not _PART_OF_THEM.match(c.after))
    ]  # fmt: skip
    if len(found) != 1 or _moves(Ends(found[0], result)) != statement.direction:
        return None
    home = reading.sentences[result.sentence]
    return None if _unlike(before, home, found[0], result) else found[0]


def _of_that_time(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The count of the year named, told next to this: "20% lower than in 2018. In 2018, 150"."""
    named = words.RECKONED.search(skeleton.text, statement.changes[-1].at)
    then = moment(skeleton.figure_at(named.start("year"))) if named and named["year"] else None
    for at in (index + 1, index - 1) if then else ():
        other = _sentence(reading, at)
        if other is None:
            continue
        found = [
            c.figure
            for c in _amounts(other)
            if _when(other, c.figure) == then and c.figure.kind == result.kind
            and not _PART_OF_THEM.match(c.after)
        ]  # fmt: skip
        if len(found) == 1 and _moves(Ends(found[0], result)) == statement.direction:
            return None if _unlike(other, skeleton, found[0], result) else found[0]
    return None


def _where_it_ended(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The later end of the one pair told just before: "from 120 to 150. In 2019, it fell 20%"."""
    before = _sentence(reading, index - 1)
    told = list(pairs(before)) if before else []
    opened = _LATER_TIME.match(skeleton.text)
    if before is None or len(told) != 1 or not opened:
        return None
    if any(c.at < min(statement.changes[0].at, skeleton.sign_of(result)) for c in tagged(skeleton)):
        return None  # "it fell to 960, and another 1% to 948"
    last = told[0][1].figure
    named = last.kind == result.kind and _stems(before) & _stems(skeleton)
    fits = named and _moves(Ends(last, result)) == statement.direction
    time = moment(skeleton.figure_at(opened.start("date"))) if opened["date"] else None
    since = opened["date"] is None or is_before(_when(before, last), time)
    apart = _RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[-1].at)
    return last if fits and since and not apart else None


def _subject(skeleton: Skeleton, change: Cue) -> tuple[str, ...]:
    """What opens a sentence and is said to change, as stems: ``violent crime`` fell."""
    if change.moves:
        found = _SUBJECT.fullmatch(skeleton.text[: change.said[0]]) if change.said[1] else None
        return tuple(map(stem, found["subject"].split())) if found else ()
    named = words.NOUN_IN.search(change.after[:_NEAR_BY])
    nouns = takewhile(meaning, named["what"].split()) if named else ()
    return tuple(map(stem, nouns))


def _of_subject(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement
) -> Figure | None:
    """The one figure of what is said to change that a sentence just before gives.

    "Assaults made up 814, robberies 291. Robberies dropped 12 percent, from 331."
    """
    subject, base = _subject(skeleton, statement.changes[0]), statement.base
    if not subject or base is None:
        return None
    for at in range(index - 1, max(-1, index - 4), -1):
        before = _sentence(reading, at)
        found = [c for c in _amounts(before) if _counts(before, c, subject)] if before else []
        if found:
            ends = Ends(base.figure, found[0].figure)
            return ends.result if len(found) == 1 and comparable(found[0], base) else None
    return None


def _counts(skeleton: Skeleton, cue: Cue, subject: tuple[str, ...]) -> bool:
    """Whether a figure has just the *subject* beside it: "291 robberies", "robberies 291"."""
    after = tuple(map(stem, phrase(skeleton, cue.figure)))
    before = cue.before.replace(",", " ").split()[-len(subject) :]
    return subject == after or (not after and subject == tuple(map(stem, before)))


def _pair_of_subject(reading: Reading, index: int, skeleton: Skeleton, change: Cue) -> Ends | None:
    """The one pair of counts of what is said to change, in the two sentences that follow."""
    subject = _subject(skeleton, change) if change.figure.kind == "percent" else ()
    for at in (index + 1, index + 2) if subject else ():
        following = _sentence(reading, at)
        if following is None or any(s.base for s in statements(following)):
            continue
        timed = timed_pair(following) or _carried_pair(reading, at)
        told = list(pairs(following)) or ([timed] if timed else [])
        found = [
            (b, r)
            for b, r in told
            if any(_counts(reading.sentences[c.figure.sentence], c, subject) for c in (b, r))
        ]
        if len(found) == 1:
            ends = Ends(found[0][0].figure, found[0][1].figure)
            home = reading.sentences[found[0][1].figure.sentence]
            narrower = _NARROWER.search(home.text[: found[0][1].at])
            fits = not narrower and _same_place_and_time(change.figure, found[0][1].figure)
            fits = fits and not (_names_month(following) and not _names_month(skeleton))
            return ends if fits else None
    return None


def _carried_pair(reading: Reading, index: int) -> tuple[Cue, Cue] | None:
    """The one count of a sentence, and what the next tells of it: "That number rose to" 180."""
    here, following = _sentence(reading, index), _sentence(reading, index + 1)
    if here is None or following is None:
        return None
    then, now = _amounts(here), _amounts(following)
    if len(then) != 1 or len(now) != 1 or not comparable(now[0], then[0]):
        return None
    carried = now[0].tag == "to" and _THAT_MOVED.fullmatch(following.text[: now[0].at])
    return (then[0], now[0]) if carried else None


def _same_place_and_time(one: Figure, other: Figure) -> bool:
    days = {(f.period.start, f.period.end) for f in (one, other) if f.period}
    return len(days) < 2 and (other.place is None or other.place == one.place)


def _names_month(skeleton: Skeleton) -> bool:
    """Whether a sentence tells of a month: a change of the year is not that month's."""
    return any(
        f.kind == "date" and not MONTHS.keys().isdisjoint(_WORD.findall(f.text.lower()))
        for f in skeleton.figures
    )


def _now_pair(reading: Reading, index: int, change: Cue) -> Ends | None:
    """Two sentences of one count each: "135 towns had one. Today it's" 649."""
    for at in range(index, max(0, index - 3), -1):
        here, before = _sentence(reading, at), _sentence(reading, at - 1)
        now = _amounts(here) if here else []
        then = _amounts(before) if before else []
        if here and len(now) == 1 and len(then) == 1 and _NOW_IT.fullmatch(here.text[: now[0].at]):
            ends = Ends(then[0].figure, now[0].figure)
            same = then[0].figure.kind == now[0].figure.kind
            return ends if same and _moves(ends) == change.direction else None
        if now:
            return None
    return None


def _as_many(reading: Reading, index: int, result: Figure | None) -> Ends:
    """What "three times as many" compares: the pair told before, or one earlier like count."""
    if result is None:
        found = (_pair_of(reading, at) for at in (index, index - 1, index - 2))
        pair = next((p for p in found if p), None)
        return pair if pair and _moves(pair) == "up" else Ends()
    home = reading.sentences[result.sentence]
    for at in (index, index - 1, index - 2):
        before = _sentence(reading, at)
        like = _like_before(before, home, result) if before else []
        if like:
            one = like[0] if len(like) == 1 else None
            break
    else:
        one = _of_measure(reading, index, result)
    fits = one and (one.value or 0) < (result.value or 0)
    return Ends(one if fits else None, result)


def _like_before(before: Skeleton, home: Skeleton, result: Figure) -> list[Figure]:
    """The figures of a sentence, before *result*, that count what it counts."""
    return [
        c.figure
        for c in _amounts(before)
        if c.figure.end <= result.start
        and c.figure.kind == result.kind
        and not _NO_COUNT.search(c.before)
        and not _unlike(before, home, c.figure, result)
    ]


def _of_measure(reading: Reading, index: int, result: Figure) -> Figure | None:
    """The one figure of the measure of *result* in the sentences before."""
    like = {
        f.value: f
        for at in range(index, max(-1, index - 6), -1)
        for f in reading.by_sentence[at]
        if f.end <= result.start and f.kind == result.kind and f.measure == result.measure
    }
    return next(iter(like.values())) if len(like) == 1 and result.measure else None


def _apart(reading: Reading, index: int) -> Ends:
    """The only two like counts of the two sentences before "the difference of"."""
    near = [s for at in (index - 2, index - 1) if (s := _sentence(reading, at))]
    told = [(s, c.figure) for s in near for c in _amounts(s) if c.tag == "plain"]
    like = [f for s, f in told if not _unlike(told[0][0], s, told[0][1], f)]
    if len(like) != 2 or like[0].kind != like[1].kind:
        return Ends()
    return Ends(*sorted(like, key=lambda f: f.value or 0))


def _amounts(skeleton: Skeleton) -> list[Cue]:
    """The figures of a sentence that are nothing's change and stand outside brackets."""
    found, depth = [], 0
    for cue in tagged(skeleton):
        depth += cue.before.count("(") - cue.before.count(")")
        if depth <= 0 and cue.tag != "change" and cue.figure.kind not in PORTIONS:
            found.append(cue)
    return found


def _sentence(reading: Reading, index: int) -> Skeleton | None:
    """The folded sentence, where there is one with figures."""
    if 0 <= index < len(reading.sentences) and reading.by_sentence[index]:
        return reading.sentences[index]
    return None


def _nouns(skeleton: Skeleton, figure: Figure) -> set[str]:
    return {singular(word) for word in phrase(skeleton, figure)}


def _spoken_of(reading: Reading, index: int, statement: Statement) -> Figure | None:
    """The figure of sentence *index* that "that figure" in the next one takes up.

    It must be of the size that the change leads to: a pronoun may mean another figure.
    """
    skeleton = _sentence(reading, index)
    if skeleton is None:
        return None
    told = [s.result for s in statements(skeleton) if s.result]
    base = statement.base
    percents = base is not None and base.figure.kind == "percent"
    found = told or (
        [c for c in tagged(skeleton) if c.tag == "plain"] if percents else _amounts(skeleton)
    )
    if base:
        found = [c for c in found if comparable(c, base) and _of_a_size(c, base)]
    return found[0].figure if found else None


def first_amount(reading: Reading, index: int, like: Figure) -> Figure | None:
    """What a sentence tells first, where it is of the kind of *like*: "that" takes it up."""
    skeleton = _sentence(reading, index)
    found = _amounts(skeleton) if skeleton else []
    return found[0].figure if found and found[0].figure.kind == like.kind else None


def _of_a_size(one: Cue, other: Cue) -> bool:
    """Whether two figures are within a factor of twenty."""
    a, b = one.figure.value, other.figure.value
    return bool(a and b) and max(a or 0, b or 0) <= _FACTOR * min(a or 0, b or 0)


def _last_amount(
    reading: Reading, index: int, result: Figure, foreseen: str | None
) -> Figure | None:
    """The amount last spoken of up to sentence *index*, for "more than that".

    "More than expected" needs a sentence that tells what was expected.
    """
    for at in (index, index - 1):
        skeleton = _sentence(reading, at)
        if skeleton and foreseen and foreseen not in skeleton.text:
            continue
        found = _amounts(skeleton) if skeleton else []
        if found:
            return found[-1].figure if found[-1].figure.kind == result.kind else None
    return None


def _two_before(reading: Reading, index: int, change: Cue) -> Ends:
    """The last two amounts before "so they fell by", the larger first for a fall."""
    here, before = _sentence(reading, index), _sentence(reading, index - 1)
    mine = [c.figure for c in _amounts(here) if c.at < change.at] if here else []
    earlier = [c.figure for c in _amounts(before)] if before else []
    rate = bool(mine) and mine[0].kind == "rate"
    if (
        rate
        and not any(f.kind == "rate" for f in earlier)
        and (further := _sentence(reading, index - 2))
    ):
        before, earlier = further, [c.figure for c in _amounts(further) if c.figure.kind == "rate"]
    if len(mine) == 1 and len(earlier) > 1:
        earlier = [f for f in earlier if f.measure and f.measure == mine[0].measure]
    both = [*earlier, *mine] if len(mine) == 1 else mine
    if len(both) != 2 or both[0].kind != both[1].kind or not all(f.value for f in both):
        return Ends()
    home = before if len(mine) == 1 else here
    parts = here and any(_OF_THEM.match(c.after) for c in _amounts(here) if c.figure in mine)
    if parts or home is None or here is None or _unlike(home, here, *both):
        return Ends()
    if _OF_THEM.match(here.text, change.at + 1):
        return Ends()
    low, high = sorted(both, key=lambda f: f.value or 0)
    return Ends(low, high) if change.direction == "up" else Ends(high, low)


def _pair_of(reading: Reading, index: int) -> Ends | None:
    """The only two figures that sentence *index* sets against each other."""
    skeleton = _sentence(reading, index)
    found = list(pairs(skeleton)) if skeleton else []
    if skeleton and not found:
        pair = timed_pair(skeleton)
        return Ends(pair[0].figure, pair[1].figure) if pair else None
    return Ends(found[0][0].figure, found[0][1].figure) if len(found) == 1 else None


def _the_change(opening: str, change: Cue) -> bool:
    """Whether a sentence takes up a change: "the drop comes to" 11%, "the" 20 percent "decline"."""
    if _THE_DROP.match(opening):
        return True
    return bool(_THE.fullmatch(opening) and words.THEN_NOUN.match(change.after))


def _told_change(reading: Reading, index: int, change: Cue) -> Ends:
    """The ends of the one change of that direction told in the sentences before."""
    for at in range(index - 1, max(-1, index - 4), -1):
        before = _sentence(reading, at)
        told = [s for s in statements(before) if s.base and s.result] if before else []
        pair = None if told else _told_pair(reading, at, change)
        if pair:
            return pair
        found = [s for s in told if not change.direction or s.direction == change.direction]
        if told:
            one = found[0] if len(found) == 1 else None
            return (
                Ends(one.base.figure, one.result.figure)
                if one and one.base and one.result
                else Ends()
            )
    return Ends()


def _told_pair(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The pair that sentence *index* gives, of what is said to change where that is named."""
    here = _sentence(reading, index)
    pair = _pair_before(reading, index, change) or _dated_pair(reading, index, change)
    named = words.NOUN_IN.search(change.after[:_NEAR_BY])
    if here is None or pair is None or named is None:
        return pair
    what = set(map(stem, named["what"].split()))
    return pair if what & _stems(here) else None


def _two_rates(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The one percentage of each of the two sentences before, the larger first for a fall."""
    near = [s for at in (index - 2, index - 1) if (s := _sentence(reading, at))]
    rates = [[c.figure for c in tagged(s) if c.figure.kind == "percent"] for s in near]
    if len(rates) != 2 or any(len(row) != 1 for row in rates) or not change.direction:
        return None
    low, high = sorted((row[0] for row in rates), key=lambda f: f.value or 0)
    return Ends(low, high) if change.direction == "up" else Ends(high, low)


def _pair_before(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The pair that "that is a 12 percent rise" speaks of, unless it has its own percentage."""
    ends, skeleton = _pair_of(reading, index), _sentence(reading, index)
    if ends is None or skeleton is None or (change.direction and _moves(ends) != change.direction):
        return None
    portions = {c.figure.kind in PORTIONS for s in statements(skeleton) for c in s.changes}
    return None if change.figure.kind in PORTIONS and True in portions else ends


def _dated_pair(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The only counts of two sentences, each of a time of its own: "That is a 12 percent rise"."""
    here, before = _sentence(reading, index), _sentence(reading, index - 1)
    if here is None or before is None:
        return None
    both = [c.figure for s in (before, here) for c in _amounts(s)]
    if len(both) != 2 or both[0].sentence == both[1].sentence or both[0].kind != both[1].kind:
        return None
    earlier = _is_before(before, here, *both)
    if earlier is None or _unlike(before, here, *both):
        return None
    ends = Ends(*both) if earlier else Ends(*both[::-1])
    return ends if not change.direction or _moves(ends) == change.direction else None


def _is_before(one: Skeleton, other: Skeleton, first: Figure, last: Figure) -> bool | None:
    """Whether *first* is of an earlier time than *last*; None where the text does not tell."""
    told = [_when(one, first), _when(other, last)]
    found = is_before(*told)
    periods = [f.period.start if f.period else None for f in (first, last)]
    if found is None and all(periods) and periods[0] != periods[1]:
        return str(periods[0]) < str(periods[1])
    return found


def _when(skeleton: Skeleton, figure: Figure) -> Moment | None:
    """When a figure is told of, by the words of its own sentence."""
    return times(skeleton, [(skeleton.sign_of(figure), -1)])[0]


def _unlike(one: Skeleton, other: Skeleton, first: Figure, last: Figure) -> bool:
    """Whether two counts name unlike things."""
    mine, others = _nouns(one, first), _nouns(other, last)
    return bool(mine and others) and not mine & others


def _pair_after(reading: Reading, index: int, skeleton: Skeleton, change: Cue) -> Ends | None:
    """Two figures that the next sentences give for the number said to have changed."""
    for at in (index + 1, index + 2):
        following, last = _sentence(reading, at), _sentence(reading, at + 1)
        number = following and _THE_NUMBER.search(following.text)
        if following is None or not (number or change.figure.measure):
            continue
        if any(s.base for s in statements(following)):
            continue  # those figures tell a change of their own
        pair = _pair_of(reading, at)
        if number and (pair := pair or _since_when(reading, at)):
            topic = _topic(following) | (_topic(last) if last else set())
            if topic & _topic(skeleton):
                return pair if _moves(pair) == change.direction else None
        if pair and _moves(pair) == change.direction and _same_count(change, pair):
            return pair
    return None


def _moves(ends: Ends) -> str:
    """Whether the figures rise or fall."""
    first, last = (f.value or 0 if f else 0 for f in (ends.base, ends.result))
    return "up" if last > first else "down" if last < first else ""


def _same_count(change: Cue, ends: Ends) -> bool:
    """Whether a percentage is told of the very count that two figures give.

    The measure must be the same, and nothing else that the text tells may differ.
    """
    told, base, result = change.figure, ends.base, ends.result
    if not (base and result and told.measure == result.measure == base.measure):
        return False
    if not told.measure or (told.population, told.place) != (result.population, result.place):
        return False
    days = {(f.period.start, f.period.end) for f in (told, result) if f.period}
    return len(days) < 2


def _since_when(reading: Reading, index: int) -> Ends | None:
    """A figure, and in the next sentence what it was before: "a drop since May, when it was"."""
    here, following = _sentence(reading, index), _sentence(reading, index + 1)
    if here is None or following is None or not _THIS.match(following.text):
        return None
    now, then = _amounts(here), _amounts(following)
    if len(now) != 1 or len(then) != 1 or not _SINCE_WHEN.search(then[0].before):
        return None
    return Ends(then[0].figure, now[0].figure)


def _same_topic(one: Skeleton, other: Skeleton) -> bool:
    return bool(_topic(one) & _topic(other))


def _topic(skeleton: Skeleton) -> set[str]:
    return {singular(w) for w in _WORD.findall(skeleton.text)} - _COMMON


def _stems(skeleton: Skeleton) -> set[str]:
    return set(map(stem, _topic(skeleton)))


def _parallel(
    reading: Reading, index: int, skeleton: Skeleton, statement: Statement, result: Figure
) -> Figure | None:
    """The like figure for another time that sentence *index* gives."""
    other = _sentence(reading, index)
    before = other and any(_BEFORE_THAT.match(s.text) for s in (skeleton, other))
    reckoned = _RECKONED_ELSEWHERE.search(skeleton.text, statement.changes[0].at)
    if other is None or (reckoned and not (before and other.start > skeleton.start)):
        return None
    if not before and not (_placed_in_time(skeleton) and _placed_in_time(other)):
        return None
    nouns = _nouns(skeleton, result)
    amounts = _amounts(other)
    like = [c for c in amounts if _nouns(other, c.figure) & nouns]
    told_by_year = before or all(_IN_DATE.search(s.text) for s in (skeleton, other))
    if not like and len(amounts) == 1 and told_by_year:
        free = not (nouns and _nouns(other, amounts[0].figure))
        like = [c for c in amounts if free and c.figure.kind == result.kind]
    if len(like) != 1 or any(like[0].at in s.ends for s in statements(other)):
        return None
    return like[0].figure


def _placed_in_time(skeleton: Skeleton) -> bool:
    return any(f.kind == "date" for f in skeleton.figures) or bool(_NOW.search(skeleton.text))


def _given_elsewhere(text: Told, result: Figure) -> Figure | None:
    """What *result* is compared with in another sentence, where that is one number."""
    home = text.reading.sentences[result.sentence]
    found = {
        base.value: base
        for index, base in text.compared.get(result.value, ())
        if index != result.sentence and _same_topic(home, text.reading.sentences[index])
    }
    return next(iter(found.values())) if len(found) == 1 else None
