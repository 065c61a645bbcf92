"""Both ends of a change told in a neighbouring sentence: "That is a 12 percent rise"."""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure
from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import PORTIONS, Cue, year_after, year_of
from crossfoot.relate.changes.neighbours import (
    BEFORE_THAT,
    NEAR_BY,
    Ends,
    amounts_of,
    count_unlike,
    direction_of,
    is_earlier,
    same_count,
    sentence_at,
    stems_of,
    subject_of,
    tells_of_part,
    topic_of,
)
from crossfoot.relate.changes.one_end import like_before, of_measure
from crossfoot.relate.changes.statements import pairs, statements, timed_pair
from crossfoot.relate.changes.tagging import tagged
from crossfoot.relate.wording.stems import meaning, stem

# "drop since May, when the count was at" 340
_SINCE_WHEN = lazy(
    r"\b(?:drop|decline|decrease|fall|reduction|increase|rise|jump)\b[^;]{0,60}?"
    r"\b(?:since|from)\b[^;]{0,60}\bwhen [^;,]{0,50}\b(?:was|were|stood|numbered)(?: at)? $"
)
# "lost one in five" of them: a share of what was there
_OF_THEM = lazy(r" of (?:them|those|these|its|their|the)\b")
# "Today it's" 649
_NOW_IT = lazy(
    rf"\W*(?:today|now|by (?:now|{SIGNS['date']})|this (?:year|month|week)|{SIGNS['date']})?,? ?"
    r"(?:it|that|the (?:number|figure|total|count)|there)(?:'s| is| are| was| were| stands at"
    r"| stood at| has (?:risen|grown|fallen|dropped) to) (?:now )?(?:about |nearly |more than )?$"
)
# 12 percent "from" 2021 "to" 2022
_YEARS = lazy(
    rf" (?:from|between) (?:fiscal )?(?P<first>{SIGNS['date']}) (?:to|and)"
    rf" (?:fiscal )?(?P<last>{SIGNS['date']})(?! to\b)"
)
_THIS = lazy(r"\W*(?:that|this|it|the (?:number|figure|total|count))\b")
_THE_NUMBER = lazy(r"\bthe (?:number|total|population|count|figure|tally)\b")


def now_pair(reading: Reading, index: int, change: Cue) -> Ends | None:
    """Two sentences of one count each: "135 towns had one. Today it's" 649."""
    for at in range(index, max(0, index - 3), -1):
        here, before = sentence_at(reading, at), sentence_at(reading, at - 1)
        now = amounts_of(here) if here else []
        then = amounts_of(before) if before else []
        if here and len(now) == 1 and len(then) == 1 and _NOW_IT.fullmatch(here.text[: now[0].at]):
            ends = Ends(then[0].figure, now[0].figure)
            same = then[0].figure.kind == now[0].figure.kind
            return ends if same and direction_of(ends) == change.direction else None
        if now:
            return None
    return None


def as_many(reading: Reading, index: int, result: Figure | None) -> Ends:
    """What "three times as many" compares: the pair told before, or one earlier like count."""
    if result is None:
        found = (_pair_of(reading, at) for at in (index, index - 1, index - 2))
        pair = next((p for p in found if p), None)
        return pair if pair and direction_of(pair) == "up" else Ends()
    home = reading.sentences[result.sentence]
    for at in (index, index - 1, index - 2):
        before = sentence_at(reading, at)
        like = like_before(before, home, result) if before else []
        if like:
            one = like[0] if len(like) == 1 else None
            break
    else:
        one = of_measure(reading, index, result)
    fits = one and (one.value or 0) < (result.value or 0)
    return Ends(one if fits else None, result)


def two_apart(reading: Reading, index: int) -> Ends:
    """The only two like counts of the two sentences before "the difference of"."""
    near = [s for at in (index - 2, index - 1) if (s := sentence_at(reading, at))]
    told = [(s, c.figure) for s in near for c in amounts_of(s) if c.tag == "plain"]
    like = [f for s, f in told if not count_unlike(told[0][0], s, told[0][1], f)]
    if len(like) != 2 or like[0].kind != like[1].kind:
        return Ends()
    return Ends(*sorted(like, key=lambda f: f.value or 0))


def two_before(reading: Reading, index: int, change: Cue) -> Ends:
    """The last two amounts before "so they fell by", the larger first for a fall."""
    here, before = sentence_at(reading, index), sentence_at(reading, index - 1)
    mine = [c.figure for c in amounts_of(here) if c.at < change.at] if here else []
    earlier = [c.figure for c in amounts_of(before)] if before else []
    rate = bool(mine) and mine[0].kind == "rate"
    if (
        rate
        and not any(f.kind == "rate" for f in earlier)
        and (further := sentence_at(reading, index - 2))
    ):
        before, earlier = (
            further,
            [c.figure for c in amounts_of(further) if c.figure.kind == "rate"],
        )
    if len(mine) == 1 and len(earlier) > 1:
        earlier = [f for f in earlier if f.measure and f.measure == mine[0].measure]
    both = [*earlier, *mine] if len(mine) == 1 else mine
    if len(both) != 2 or both[0].kind != both[1].kind or not all(f.value for f in both):
        return Ends()
    home = before if len(mine) == 1 else here
    parts = here and any(_OF_THEM.match(c.after) for c in amounts_of(here) if c.figure in mine)
    if parts or home is None or here is None or count_unlike(home, here, *both):
        return Ends()
    if _OF_THEM.match(here.text, change.at + 1):
        return Ends()
    low, high = sorted(both, key=lambda f: f.value or 0)
    return Ends(low, high) if change.direction == "up" else Ends(high, low)


def _pair_of(reading: Reading, index: int) -> Ends | None:
    """The only two figures that sentence *index* sets against each other."""
    skeleton = sentence_at(reading, index)
    found = list(pairs(skeleton)) if skeleton else []
    if skeleton and not found:
        pair = timed_pair(skeleton)
        return Ends(pair[0].figure, pair[1].figure) if pair else None
    return Ends(found[0][0].figure, found[0][1].figure) if len(found) == 1 else None


def told_change(reading: Reading, index: int, change: Cue) -> Ends:
    """The ends of the one change of that direction told in the sentences before."""
    for at in range(index - 1, max(-1, index - 4), -1):
        before = sentence_at(reading, at)
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
    here = sentence_at(reading, index)
    pair = pair_before(reading, index, change) or dated_pair(reading, index, change)
    named = words.NOUN_IN.search(change.after[:NEAR_BY])
    if here is None or pair is None or named is None:
        return pair
    what = set(map(stem, named["what"].split()))
    return pair if what & stems_of(here) else None


def by_year(reading: Reading, index: int, skeleton: Skeleton, change: Cue) -> Ends | None:
    """The counts of the years named: "Fires fell 12 percent from 2021 to 2022", told beside it."""
    named = _YEARS.match(skeleton.text, change.at + 1)
    subject = subject_of(skeleton, change)[-1:] if named else ()
    if named is None or not subject:
        return None
    years = [year_of(skeleton.figure_at(named.start(end))) for end in ("first", "last")]
    for at in (index - 1, index + 1) if all(years) else ():
        other = sentence_at(reading, at)
        if other is None or subject[0] not in stems_of(other) or _is_narrower(change, other):
            continue
        told = [[c.figure for c in amounts_of(other) if year_after(c, other) == y] for y in years]
        if all(len(row) == 1 for row in told) and told[0][0].kind == told[1][0].kind:
            ends = Ends(told[0][0], told[1][0])
            return None if tells_of_part(skeleton, other, ends) else ends
    return None


def two_rates(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The one percentage of each of the two sentences before, the larger first for a fall."""
    near = [s for at in (index - 2, index - 1) if (s := sentence_at(reading, at))]
    rates = [[c.figure for c in tagged(s) if c.figure.kind == "percent"] for s in near]
    if len(rates) != 2 or any(len(row) != 1 for row in rates) or not change.direction:
        return None
    low, high = sorted((row[0] for row in rates), key=lambda f: f.value or 0)
    return Ends(low, high) if change.direction == "up" else Ends(high, low)


def pair_before(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The pair that "that is a 12 percent rise" speaks of, unless it has its own percentage."""
    ends = any_pair_before(reading, index, change)
    return ends if ends and _moves_so(ends, change) else None


def _moves_so(ends: Ends, change: Cue) -> bool:
    return not change.direction or direction_of(ends) == change.direction


def any_pair_before(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The pair of :func:`pair_before`, whichever way it moves."""
    ends, skeleton = _pair_of(reading, index), sentence_at(reading, index)
    if ends is None or skeleton is None:
        return None
    portions = {c.figure.kind in PORTIONS for s in statements(skeleton) for c in s.changes}
    return None if change.figure.kind in PORTIONS and True in portions else ends


def dated_pair(reading: Reading, index: int, change: Cue) -> Ends | None:
    """The only counts of two sentences, each of a time of its own: "That is a 12 percent rise"."""
    ends = any_dated_pair(reading, index)
    return ends if ends and _moves_so(ends, change) else None


def any_dated_pair(reading: Reading, index: int) -> Ends | None:
    """The pair of :func:`dated_pair`, whichever way it moves."""
    here, before = sentence_at(reading, index), sentence_at(reading, index - 1)
    if here is None or before is None:
        return None
    both = [c.figure for s in (before, here) for c in amounts_of(s)]
    if len(both) != 2 or both[0].sentence == both[1].sentence or both[0].kind != both[1].kind:
        return None
    earlier = is_earlier(before, here, *both)
    if earlier is None:  # "During the same months of 2017"
        earlier = False if BEFORE_THAT.match(here.text) else None
    if earlier is None or count_unlike(before, here, *both):
        return None
    return Ends(*both) if earlier else Ends(*both[::-1])


def pair_after(reading: Reading, index: int, skeleton: Skeleton, change: Cue) -> Ends | None:
    """Two figures that the next sentences give for the number said to have changed."""
    for at in (index + 1, index + 2):
        following, last = sentence_at(reading, at), sentence_at(reading, at + 1)
        number = following and _THE_NUMBER.search(following.text)
        if following is None or not (number or change.figure.measure):
            continue
        if any(s.base for s in statements(following)):
            continue  # those figures tell a change of their own
        pair = _pair_of(reading, at)
        if number and (pair := pair or _since_when(reading, at)):
            topic = topic_of(following) | (topic_of(last) if last else set())
            if topic & topic_of(skeleton):
                return pair if direction_of(pair) == change.direction else None
        if pair and direction_of(pair) == change.direction and same_count(change, pair):
            parted = tells_of_part(skeleton, following, pair) or _is_narrower(change, following)
            return None if parted else pair
    return None


def _is_narrower(change: Cue, following: Skeleton) -> bool:
    """Whether what changes has a word of its own before it: "gun" arrests fell."""
    clause = (
        change.before[: change.said[0] - change.at + len(change.before)] if change.moves else ""
    )
    told = [one for word in words.CLAUSE.split(clause)[-1].split()[-3:] if (one := meaning(word))]
    return not set(told[-2:]) <= stems_of(following)


def _since_when(reading: Reading, index: int) -> Ends | None:
    """A figure, and in the next sentence what it was before: "a drop since May, when it was"."""
    here, following = sentence_at(reading, index), sentence_at(reading, index + 1)
    if here is None or following is None or not _THIS.match(following.text):
        return None
    now, then = amounts_of(here), amounts_of(following)
    if len(now) != 1 or len(then) != 1 or not _SINCE_WHEN.search(then[0].before):
        return None
    return Ends(then[0].figure, now[0].figure)
