"""Statements of change in one folded sentence: by how much, from what, to what.

Every figure that can take part is tagged by the words beside it (`down 12`, `from 88`, `to 66`,
`a 25% decline`). Changes that tell one change twice (`22 or 25% fewer`) are grouped, and each
group takes its ends from the tags to its right, then to its left, up to the end of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from crossfoot.figures.skeleton import Skeleton, kept
from crossfoot.relate.changes import words
from crossfoot.relate.changes.beside import (
    can_be_end,
    completed,
    ends_before,
    of_other_year,
    spans_another,
)
from crossfoot.relate.changes.cues import (
    PORTIONS,
    Cue,
    Direction,
    Statement,
    comparable,
    tag_at,
    things_after,
)
from crossfoot.relate.changes.linking import retells
from crossfoot.relate.changes.stock import NOUNS, TELLING
from crossfoot.relate.changes.tagging import is_signed, tagged, tells_change
from crossfoot.relate.changes.times import is_before, times
from crossfoot.relate.wording.stems import meaning, stem


@kept
def statements(skeleton: Skeleton) -> tuple[Statement, ...]:
    """Every change that the words of *skeleton* state, in text order."""
    return _statements(skeleton) if _may_tell(skeleton) else ()


def _may_tell(skeleton: Skeleton) -> bool:
    """Whether it has what no change is told without: a word of change, a sign, a multiple."""
    if not TELLING.isdisjoint(skeleton.words):
        return True
    return words.tells_otherwise(skeleton.text) or any(map(is_signed, skeleton.figures))


def _statements(skeleton: Skeleton) -> tuple[Statement, ...]:
    text = skeleton.text
    # "from 88 to 66 (25%)" and "up from 66, or 25%" need no other word of change
    ends = " from " in text and (" to " in text or "up from" in text or "down from" in text)
    if not (ends or tells_change(skeleton) or _names_change(skeleton)):
        return ()
    cues = tagged(skeleton)
    if "respectively" in text or "in that order" in text:
        return tuple(_respective(cues))
    cues = _with_events(cues)
    if not any(c.tag == "change" for c in cues):
        return ()
    found = [completed(cues, *group, skeleton) for group in _groups(cues)]
    return tuple(_in_time(list(_merged(_carried_on(found, cues))), cues, skeleton))


def _names_change(skeleton: Skeleton) -> bool:
    """Whether it tells of "the drop in arrests from" one number to another."""
    named = not NOUNS.isdisjoint(skeleton.words)
    return named and words.THE_NOUN.search(skeleton.text) is not None


def _in_time(
    found: Sequence[Statement], cues: Sequence[Cue], skeleton: Skeleton
) -> Iterator[Statement]:
    """The statements with the ends that only their times tell: "120 this year, 150 last year".

    Ends that stand the other way round, by their times, are turned: "120 in 2019 and 150 in 2018".
    """
    plain = {cue.at for cue in cues if cue.tag == "plain"}
    open_ended = len(found) == 1 and len(plain) > 1 and found[0].ends <= plain
    pair = timed_pair(skeleton) if open_ended else None
    if pair and spans_another(*pair, found[0].changes[-1], skeleton):
        pair = None
    for here in found:
        if pair is None or not here.ends <= {cue.at for cue in pair}:
            yield here
        elif _of_that_change(here, *pair, skeleton):
            yield here._replace(base=pair[0], result=pair[1], earlier=pair[:1])
        elif here.base and here.base.at != pair[0].at:
            yield here._replace(base=None, result=None, earlier=())
        else:
            yield here


def _of_that_change(change: Statement, base: Cue, result: Cue, skeleton: Skeleton) -> bool:
    """Whether two figures of their times move as told, and no other year is named for that."""
    first, last = base.figure.value or 0, result.figure.value or 0
    if change.direction and (last > first) != (change.direction == "up"):
        return False
    cue = change.changes[-1]
    if base.figure.kind == "percent" and cue.figure.kind in PORTIONS:
        return False
    if of_other_year(base, cue, skeleton) or not can_be_end(result, change.changes):
        return False
    if words.SINCE_THEN.search(change.changes[0].before):
        return False
    if cue.at < base.at and cue.at < result.at and words.LISTED.fullmatch(cue.after):
        return False  # "by 47 in 2018, 41 in 2019 and 53 in 2020": changes, all of them
    things = things_after(base.after) | things_after(result.after)
    said = _said_to_change(change.changes[0], cue)
    return not (things and said) or bool(set(map(stem, things)) & said)


def said_to_change(statement: Statement) -> set[str]:
    """The nouns, as stems, whose change *statement* tells; empty where none is named."""
    first = statement.changes[0]
    named = _said_to_change(first, statement.changes[-1])
    if named or not first.moves:
        return named
    before = first.before[: max(0, first.said[0] - first.at + len(first.before))].split()[-3:]
    told = [one for word in before if word not in words.TALLIES and (one := meaning(word))]
    return set(told[-1:])


def _said_to_change(first: Cue, last: Cue) -> set[str]:
    """The nouns, as stems, whose change is told: "burglaries" fell 20%, a drop "in arrests"."""
    if first.moves:
        clause = first.before[: max(0, first.said[0] - first.at + len(first.before))]
        told = words.CLAUSE.split(clause)[-1].replace(",", " ").split()
        return {one for word in told if (one := meaning(word))}
    named = words.NOUN_IN.search(last.after) or words.NOUN_IN.search(first.before)
    return set(map(stem, named["what"].split())) if named else set()


@kept
def timed_pair(skeleton: Skeleton) -> tuple[Cue, Cue] | None:
    """The only two like figures of a sentence, told of two times, the earlier first."""
    told = [cue for cue in tagged(skeleton) if cue.tag != "change"]
    like = [cue for cue in told if cue.figure.kind not in PORTIONS] or told
    if len(like) != 2 or any(cue.tag != "plain" for cue in like) or not comparable(*like):
        return None
    one, other = like
    if words.SAME_POINT.search(other.before):
        when = times(skeleton, ((one.at, one.at - len(one.before) - 1),))[0]
        return (other, one) if when is None or when.scale == "relative" else None
    if bool(words.PARTLY.search(one.after)) != bool(words.PARTLY.search(other.after)):
        return None  # 120 "so far this year", 150 in all of the last
    first, last = times(skeleton, ((one.at, one.at - len(one.before) - 1), (other.at, one.at)))
    before = is_before(first, last)
    if before is None:
        return None
    return (one, other) if before else (other, one)


@kept
def pairs(skeleton: Skeleton) -> Sequence[tuple[Cue, Cue]]:
    """Earlier and later figures that the words set against each other, changes aside."""
    return tuple(_pairs(skeleton))


def _pairs(skeleton: Skeleton) -> Iterator[tuple[Cue, Cue]]:
    undated = [f for f in skeleton.figures if f.kind != "date"]
    if len(undated) < 2 or words.HINTS_AT_TWO.isdisjoint(skeleton.words):
        return
    cues = tagged(skeleton)
    for k, cue in enumerate(cues):
        if cue.tag != "from":
            continue
        result: Cue | None
        if tag_at(cues, k + 1) == "to" and not words.CLAUSE.search(cues[k + 1].before):
            result = cues[k + 1]
        elif tag_at(cues, k - 1) == "to" and not words.CLAUSE.search(cue.before):
            result = cues[k - 1]
        else:
            result = next((c for c in ends_before(cues, k, cue) if c.tag == "to"), None)
        if result and comparable(result, cue):
            yield cue, result


def _groups(cues: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of changes that tell one change."""
    first = None
    for k, cue in enumerate(cues):
        if cue.tag != "change":
            first = None
            continue
        joined = first is not None and _same_change(cues[k - 1], cue)
        if not joined:
            first = k
        assert first is not None
        following = cues[k + 1] if k + 1 < len(cues) else None
        if not (following and following.tag == "change" and _same_change(cue, following)):
            yield first, k


def _same_change(previous: Cue, here: Cue) -> bool:
    if previous.direction and here.direction and previous.direction != here.direction:
        return False
    if here.moves or words.THAN_AND.search(here.before):
        return False
    if retells(here, previous, words.AGAIN):
        return True
    return retells(here, previous, words.AGAIN_NAMED) and not _of_unlike(previous, here)


def _of_unlike(previous: Cue, here: Cue) -> bool:
    """Whether two changes are of unlike things: 9 "in debts and a" 3% "drop in costs"."""
    one = words.IN_WHAT.match(previous.after) or words.NOUN_IN.match(previous.after[1:])
    other = words.IN_WHAT.match(here.after) or words.NOUN_IN.match(here.after[1:])
    if one is None or other is None:
        return False
    told, again = ({stem(w) for w in named["what"].split() if meaning(w)} for named in (one, other))
    return told.isdisjoint(again)


def _carried_on(found: Sequence[Statement], cues: Sequence[Cue]) -> list[Statement]:
    """Give a second change of one result that result: "down 12% from 45 and 20% from 50"."""
    carried: list[Statement] = []
    place = {cue.at: k for k, cue in enumerate(cues)}
    for here in found:
        before = carried[-1] if carried else None
        if before and before.result and here.base and not here.result:
            first = here.changes[0]
            behind = cues[place[first.at] - 1] if place[first.at] else None
            same = behind is not None and behind in (before.base, *before.changes)
            times = first.figure.kind == "multiple" and words.AND_TIMES.fullmatch(first.before)
            if same and (times or words.AND_A.fullmatch(first.before)):
                here = here._replace(result=before.result)
        carried.append(here)
    return carried


def _merged(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Neighbouring statements that share an end and tell one change, made one."""
    pending: Statement | None = None
    for here in statements:
        if pending and _one_change(pending, here):
            pending = pending._replace(
                changes=pending.changes + here.changes,
                base=pending.base or here.base,
                result=pending.result or here.result,
                direction=pending.direction or here.direction,
            )
            continue
        if pending:
            yield pending
            if here.ends and here.ends <= pending.ends:  # those are another's
                here = here._replace(base=None, result=None, earlier=())
        pending = here
    if pending:
        yield pending


def _with_events(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues, with what was lost or added tagged: "lost 45 guards, falling from 300 to 255"."""
    found = list(cues)
    for k, cue in enumerate(cues[:-2]):
        event = words.BY_EVENT.search(cue.before) if cue.tag == "plain" else None
        ends = {cues[k + 1].tag, cues[k + 2].tag} == {"from", "to"}
        if event and ends and words.LEADING.search(cues[k + 1].before):
            direction: Direction = "down" if event["down"] else "up"
            said = (cue.at - len(event.group()), cue.at)
            found[k] = cue._replace(tag="change", direction=direction, said=said)
    return found


def _are_two_portions(one: Statement, other: Statement) -> bool:
    """Whether each tells a percentage of its own: "cut by 7 percent, to 837, 4 percent below"."""
    told = ([c.figure for c in s.changes if c.figure.kind == "percent"] for s in (one, other))
    return any(not a.range.meets(b.range) for a, b in product(*told))


def _respective(cues: Sequence[Cue]) -> Iterator[Statement]:
    """Lists that answer to one another: "A and B fell 10 and 20 percent, to 9 and 8 from 10"."""
    lists: list[list[Cue]] = []
    for cue in cues:
        if lists and words.JOINED.fullmatch(_unit_left_out(cue.before)):
            lists[-1].append(cue._replace(tag=lists[-1][0].tag, direction=lists[-1][0].direction))
        else:
            lists.append([cue])
    by_tag = {tag: [row for row in lists if row[0].tag == tag] for tag in ("change", "from", "to")}
    if any(len(rows) != 1 for rows in by_tag.values()):
        return
    changes, bases, results = (by_tag[tag][0] for tag in ("change", "from", "to"))
    if len(changes) == len(bases) == len(results) > 1:
        for change, base, result in zip(changes, bases, results, strict=True):
            yield Statement((change,), base, result, change.direction, (base,))


def _unit_left_out(before: str) -> str:
    """The words between two figures without the noun that both may carry."""
    return before.removeprefix(" percent").removeprefix(" people")


def _one_change(one: Statement, other: Statement) -> bool:
    shared = (one.base and other.base and one.base.at == other.base.at) or (
        one.result and other.result and one.result.at == other.result.at
    )
    if one.base and other.base and one.base.at != other.base.at:
        return False
    first = other.changes[0]
    if other.base and not one.base and words.AND_A.fullmatch(first.before):
        return False
    own = words.THAN_IN.match(other.changes[-1].after)
    if one.base and own and words.AND.fullmatch(first.before):
        return False  # "up 39 percent from 135 and 12 more than in May"
    if words.THAN_AND.search(first.before) or _are_two_portions(one, other):
        return False
    unlike = {c.figure.kind in PORTIONS for c in one.changes} != {
        c.figure.kind in PORTIONS for c in other.changes
    }
    return bool(shared) and unlike and {one.direction, other.direction} != {"up", "down"}
