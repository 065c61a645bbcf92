"""The ends of a change in its own sentence: those to its right, then those to its left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from crossfoot.figures.skeleton import Skeleton
from crossfoot.relate.changes import words
from crossfoot.relate.changes.again import is_told_again
from crossfoot.relate.changes.cues import (
    PORTIONS,
    Cue,
    Direction,
    Statement,
    Tag,
    comparable,
    of_a_size,
    tag_at,
    things_after,
    year_after,
    year_of,
)
from crossfoot.relate.wording.stems import meaning, stem

_COUNTS = frozenset({"count", "number", "measure", "rate", "multiple"})


def completed(cues: Sequence[Cue], first: int, last: int, skeleton: Skeleton) -> Statement:
    """The group of changes with the ends found beside it."""
    changes = tuple(cues[first : last + 1])
    direction: Direction = next((c.direction for c in changes if c.direction), "")
    right = _ends_after(cues, last, again=first < last)
    left = ends_before(cues, first, next((c for c in right if c.tag == "from"), None))
    tags = {c.tag for c in left}
    times = changes[-1].figure.kind == "multiple" and any(c.tag == "from" for c in right)
    said = changes[-1].figure.text.endswith("ed")  # "to 53 from 48 and vans doubled to 44 from 22"
    if times and not said and {"from", "to"} <= {c.tag for c in right}:
        times = False  # "from 3 to 32, tenfold, and for tin from 2 to 9": a pair of its own
    if {"from", "to"} <= tags and not changes[0].moves and not times:
        if not (right and right[0].tag == "from" and words.THAN_ITS.match(right[0].before)):
            right = []  # "to 58% from 53%, up 5 points, and from 31% in 2012"
        else:  # "to 58 against 61 in May, 20 percent lower than the record 73"
            left = [c for c in left if c.tag != "from"]
    elif any(c.tag == "from" for c in right):  # an earlier count to the left is another change's
        left = [c for c in left if c.tag != "from"]
    if any(c.tag == "to" for c in right) and not any(c.tag == "from" for c in right):
        left = _of_later_change(cues, first, left)
    ends = [c for c in (*right, *left) if can_be_end(c, changes)]
    result = next((c for c in ends if c.tag == "to"), None)
    alike = [c for c in ends if c.tag == "from" and (not result or comparable(result, c))]
    base = _since(alike, changes[-1], result, skeleton)
    if result and not alike and (other := _set_against(cues, changes, result, direction)):
        base, alike = other, [other]
    return Statement(changes, base, result, direction, tuple(alike))


def _of_later_change(cues: Sequence[Cue], first: int, left: list[Cue]) -> list[Cue]:
    """What is left of the ends before a change that has a result of its own.

    A complete "from $10 to $15" is another change's; "before falling 40 percent to $9" is
    reckoned from where that one ended.
    """
    pair = cues[max(0, first - 2) : first]
    tags = [c.tag for c in pair]
    ended = tags in (["change", "to"], ["from", "to"], ["to", "from"])
    if ended and words.THEN_ON.fullmatch(cues[first].before):
        return [c._replace(tag="from") for c in pair if c.tag == "to"]
    return [] if {"from", "to"} <= {c.tag for c in left} else left


def can_be_end(end: Cue, changes: Sequence[Cue]) -> bool:
    """Whether a figure counts what an amount of change is counted in."""
    amount = next((c for c in changes if c.figure.kind in ("count", "number")), None)
    if amount is None or words.UNITS.match(amount.after) or end.figure.kind == "percent":
        return True
    if end.figure.measure and end.figure.measure == amount.figure.measure:
        return True
    one, other = (set(map(stem, things_after(c.after))) for c in (end, amount))
    return end.figure.kind in _COUNTS and (not (one and other) or bool(one & other))


def _set_against(
    cues: Sequence[Cue], changes: Sequence[Cue], result: Cue, direction: Direction
) -> Cue | None:
    """What "two-thirds less" is less than, where the sentence gives one figure like the result.

    Also what "it had doubled, to 41" is told of, and what "rising to 41" leads on from.
    """
    first = min(changes[0].at, result.at)
    alike = [
        c for c in cues if c.at < first and c.tag == "plain" and c.figure.kind == result.figure.kind
    ]
    if len(alike) != 1 or not comparable(result, alike[0]):
        return None
    trailing = words.TRAILING.match(changes[-1].after) or words.GAP_OF.search(changes[0].before)
    turns = trailing and result.at < changes[0].at and words.TURN.search(result.before)
    follows = result.at > changes[0].at and words.IT_HAD.fullmatch(changes[0].before)
    leads = result.at < changes[0].at and words.RISING_TO.search(result.before)
    if not (turns or follows or leads):
        return None
    if leads or not direction:
        return alike[0]._replace(tag="from")
    rises = (result.figure.value or 0) > (alike[0].figure.value or 0)
    return alike[0]._replace(tag="from") if rises == (direction == "up") else None


def _ends_after(cues: Sequence[Cue], last: int, *, again: bool) -> list[Cue]:
    """The ends to the right of a change, within its clause; *again* where it is told twice."""
    found: list[Cue] = []
    for k in range(last + 1, len(cues)):
        cue = cues[k]
        if cue.tag == "change" or words.CLAUSE.search(cue.before):
            break
        if words.ANOTHER.search(cue.before) or words.AND_THAN.search(cue.before):
            break
        if _is_from_another(cues[last], cue, again=again):
            break
        if words.LEADING.search(cue.before) and _leads_to_another(cues[: last + 1], cue):
            break
        if words.WHILE.match(cues[last].before) and words.MAIN_CLAUSE.search(cue.before):
            break
        if cue.tag == "from" and found and words.AND_FROM.fullmatch(cue.before):
            break
        if cue.tag == "plain":
            portion = cues[last].figure.kind == "percent"
            following = cues[k + 1] if k + 1 < len(cues) else None
            tag = _beside(cue, following, portion=portion)
            if not tag and following and is_told_again(cues[: k + 1], following):
                tag = "to"
            if k != last + 1 or not tag:
                break
            cue = cue._replace(tag=tag)
        if cue.tag == "to" and {"from", "to"} <= {c.tag for c in found}:
            break  # "to 34 from 20, with sales rising to 44 from 26"
        found.append(cue)
    return found


def _is_from_another(change: Cue, end: Cue, *, again: bool) -> bool:
    """Whether a change has a base without a number: 40 "fewer than in May and up from" 1,050.

    It may be told *again* behind that base: "40 fewer than in May, or 4 percent, and up from".
    """
    told = change.before + end.before if again else end.before
    if " than " not in told:
        return False
    turned = words.THAN_UP.search(told)
    if turned and change.direction == ("down" if turned["up"] else "up"):
        return True
    return words.THAN_AND.search(told) is not None


def _leads_to_another(cues: Sequence[Cue], end: Cue) -> bool:
    """Whether what a change brings is another thing's: "prices doubled, driving rents to 70"."""
    led = words.LEADING_WHAT.search(end.before)
    told = {stem(word) for word in led["what"].split() if meaning(word)} if led else set()
    said = {stem(word) for cue in cues for word in cue.before.replace(",", " ").split()}
    return bool(told) and told.isdisjoint(said | words.TALLIES)


def _beside(cue: Cue, following: Cue | None, *, portion: bool) -> Tag | None:
    """What an untagged figure right after a change is: "(66 compared with 88)", "(88 to 66)"."""
    after = following.tag if following else None
    told = words.ASIDE.fullmatch(cue.before) or (portion and words.AT.fullmatch(cue.before))
    if words.WITH.fullmatch(cue.before) or (after == "from" and told):
        return "to"
    if cue.before.strip() not in (",", ":", "-") and not words.OPENS_BRACKET.fullmatch(cue.before):
        return None
    if after == "to" and following and words.TO_NEXT.fullmatch(following.before):
        return "from"
    if after == "from" and following and words.COMPARATIVE.search(following.before):
        return "to"
    return None


def ends_before(cues: Sequence[Cue], first: int, base: Cue | None = None) -> list[Cue]:
    """The ends to the left of a change: tagged ones, then the figure it is said of.

    Of a sum that is told twice, "$117 million, or $1.78 a share", that of the size of *base*.
    """
    found: list[Cue] = []
    follower = cues[first]
    if _is_another(cues, first):
        return []
    aside = 0  # brackets closed between a figure and the change: it stands inside them
    for k in range(first - 1, -1, -1):
        cue = cues[k]
        if cue.tag == "change" or _clause_between(cue, follower):
            break
        if cue.tag == "plain" and _is_aside(cue, found):
            continue
        if base and k and _is_told_otherwise(cues[k - 1], cue, base):
            follower = follower._replace(before=cue.before.partition(", or ")[0] + follower.before)
            continue
        aside += follower.before.count(")") - follower.before.count("(")
        if cue.tag != "plain":
            found.append(cue)
        elif aside > 0:
            if tag := _in_brackets(cue, follower):
                found.append(cue._replace(tag=tag))
            if cue.before.count("(") >= aside:  # pass over the bracket
                outside = cue.before[: cue.before.rindex("(")] + follower.before.partition(")")[2]
                follower, aside = follower._replace(before=outside), 0
                continue
        elif words.WHICH_WAS.search(cue.before) and words.HAS_SINCE.match(follower.before):
            found.append(cue._replace(tag="from"))
            break
        elif cue.before.endswith(" to ") and words.WHERE_TO.match(cue.after):
            continue
        elif not (words.PLACED.search(cue.before) and tag_at(cues, k - 1) == "plain"):
            of_then = follower.figure.kind != "multiple" and _is_of_then(cues, k)
            if _is_result(cue, follower) and not of_then:
                found.append(cue._replace(tag="to"))
                found += _opening(cues, k)
            break
        else:  # "2,020 were held in 82 jails, a 30% decrease": said of those held
            cue = follower._replace(before=cue.before + follower.before)
        follower = cue
    return found


def _is_another(cues: Sequence[Cue], first: int) -> bool:
    """Whether words set a change apart from both ends before it: "after a 30 percent drop"."""
    change = cues[first]
    tags = [c.tag for c in cues[max(0, first - 2) : first]]
    both = set(tags) == {"from", "to"}
    apart = words.OF_ANOTHER.search(change.before)
    if apart and tags == ["change", "to"]:
        return True  # "rose 10 percent, to 1,540, after having risen 40 percent"
    if both and (apart or words.IN_PART.match(change.after)):
        return True
    beside = apart or (both and words.WITH_A.search(change.before))
    named = words.NOUN_IN.search(change.after[:60]) if beside else None
    told = {stem(word) for cue in cues[:first] for word in cue.before.replace(",", " ").split()}
    what = {stem(word) for word in named["what"].split() if meaning(word)} if named else set()
    return bool(what) and told.isdisjoint(what)


def _clause_between(cue: Cue, follower: Cue) -> bool:
    """Whether a clause ends between two figures; "and fell to" leads on from a peak."""
    gap = follower.before
    leads_on = cue.tag == "from" and follower.tag == "to" and words.AND_FELL.fullmatch(gap)
    return not leads_on and words.CLAUSE.search(gap) is not None


def _is_told_otherwise(told: Cue, again: Cue, base: Cue) -> bool:
    """Whether *again* tells *told* by the share, and the earlier figure is not told so."""
    if told.figure.kind != "money" or again.figure.kind != "money" or ", or " not in again.before:
        return False
    return of_a_size(told, base) and not of_a_size(again, base)


def _is_aside(cue: Cue, found: Sequence[Cue]) -> bool:
    """Whether a portion stands between a count and what it is compared with."""
    return (
        cue.figure.kind in PORTIONS
        and bool(found)
        and found[-1].tag == "from"
        and found[-1].figure.kind not in PORTIONS
    )


def _in_brackets(cue: Cue, follower: Cue) -> Tag | None:
    """What a count in brackets is: 264 (300 in 2018), or the rate (18.0) was 10% lower."""
    if not cue.before.endswith("("):
        return None
    if words.IN_BRACKETS.match(cue.after):
        return "from"
    return "to" if words.BRACKETED.fullmatch(follower.before) else None


def _opening(cues: Sequence[Cue], k: int) -> list[Cue]:
    """The earlier figures before the result.

    "Compared with 400 in June, there were 300"; "in 2018 it made 1,200; in 2019 it made 1,500";
    "600 in 2017, 500 in 2018 and 300 in 2019".
    """
    if k == 0:
        return []
    before, gap = cues[k - 1], cues[k].before
    if before.tag == "from" and k == 1 and not words.CLAUSE.search(gap):
        return [before]
    dated = words.DATED.search(before.before) or words.IN_YEAR.match(before.after)
    if before.tag == "plain" and dated and words.THEN_IN.fullmatch(gap):
        return [before._replace(tag="from")]
    if not words.IN_YEAR.match(cues[k].after):
        return []
    series = takewhile(lambda j: _in_series(cues, j), range(k - 1, -1, -1))
    return [cues[j]._replace(tag="from") for j in series]


def _in_series(cues: Sequence[Cue], k: int) -> bool:
    """Whether a count is told for one year of several in a row."""
    return cues[k].tag == "plain" and words.SERIES.fullmatch(cues[k].after) is not None


def _is_result(cue: Cue, follower: Cue) -> bool:
    """Whether the change or the earlier count that follows is said of *cue*."""
    gap = follower.before
    if follower.tag == "from":
        return words.COMPARATIVE.search(gap) is not None
    if follower.tag == "to":
        return False
    if 0 < follower.said[0] < follower.at:
        gap = gap[: max(0, len(gap) - (follower.at - follower.said[0]))]
    if words.WITH_FIRST.fullmatch(cue.before):
        return gap.startswith(",") or "," in gap
    if follower.moves:  # "the count of arsons, 66, fell"
        return words.COMMA_BE.fullmatch(gap) is not None and cue.before.endswith(", ")
    return words.SET_OFF.search(words.ARTICLE.sub("", gap)) is not None


def _is_of_then(cues: Sequence[Cue], k: int) -> bool:
    """Whether a figure is of the time that another is set against: "since May, when it was" 149."""
    told = "".join(cue.before for cue in cues[: k + 1])
    return "when " in told and words.WHEN.search(told) is not None


def _since(
    earlier: Sequence[Cue], change: Cue, result: Cue | None, skeleton: Skeleton
) -> Cue | None:
    """The one of the *earlier* counts that the change is reckoned from.

    Of several, the one of the year named with the change ("since 2016"), or the latest where
    the change is from last year.
    """
    if len(earlier) < 2:
        if earlier and result and spans_another(earlier[0], result, change, skeleton):
            return None
        return earlier[0] if earlier and not of_other_year(earlier[0], change, skeleton) else None
    years = {cue.at: year_after(cue, skeleton) for cue in earlier}
    if not all(years.values()):
        return None
    named = words.RECKONED.search(skeleton.text, change.at)
    if not named:
        return None
    if named["length"]:  # "in two years"
        length = skeleton.figure_at(named.start("length"))
        now = year_after(result, skeleton) if result else None
        if now is None or length.unit != "years" or length.value is None:
            return None
        chosen = [cue for cue in earlier if years[cue.at] == now - length.value]
        return chosen[0] if len(chosen) == 1 else None
    time = skeleton.figure_at(named.start("year")) if named["year"] else None
    if time and time.text[-1].isdigit():
        wanted = year_of(time)
    else:  # "last year"
        wanted = max(year for year in years.values() if year)
    chosen = [cue for cue in earlier if years[cue.at] == wanted]
    return chosen[0] if len(chosen) == 1 else None


def spans_another(cue: Cue, result: Cue, change: Cue, skeleton: Skeleton) -> bool:
    """Whether a change is said to be "in two years", and the earlier count is of last year."""
    if cue.said[1]:
        return False  # "from 85 in 2003 to 500 in 2007, a sixfold rise in six years"
    named = words.RECKONED.search(skeleton.text, change.at)
    length = skeleton.figure_at(named.start("length")) if named and named["length"] else None
    if length is None or length.unit != "years" or length.value is None:
        return False
    then, now = (_year_of(c, skeleton) for c in (cue, result))
    return then is not None and now is not None and now - then != length.value


def _year_of(cue: Cue, skeleton: Skeleton) -> int | None:
    """The year of a count, told behind it or before."""
    return year_after(cue, skeleton) or year_of(cue.figure)


def of_other_year(cue: Cue, change: Cue, skeleton: Skeleton) -> bool:
    """Whether the change is said to be since another year than that of the earlier count."""
    named = words.RECKONED.search(skeleton.text, change.at)
    time = skeleton.figure_at(named.start("year")) if named and named["year"] else None
    if time is None or not time.text[-1].isdigit():
        return False
    of_count, of_change = year_after(cue, skeleton), year_of(time)
    return bool(of_count and of_change) and of_count != of_change
