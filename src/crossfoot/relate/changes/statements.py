"""Statements of change in one folded sentence: by how much, from what, to what.

Every figure that can take part is tagged by the words beside it (`down 12`, `from 88`, `to 66`,
`a 25% decline`). Changes that tell one change twice (`22 or 25% fewer`) are grouped, and each
group takes its ends from the tags to its right, then to its left, up to the end of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from crossfoot.figures.skeleton import Skeleton
from crossfoot.model import Figure, Span
from crossfoot.relate.changes import words as words
from crossfoot.relate.changes.times import is_before, times
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.stems import meaning, stem

Direction = Literal["up", "down", ""]
Tag = Literal["change", "from", "to", "plain"]

PORTIONS = frozenset({"percent", "fraction", "multiple"})
VALUES = PORTIONS | {"points", "count", "number", "money", "measure", "rate"}


_NEAR = 90  # characters before a figure in which a word can tell its change
_SIGNED = PORTIONS | {"points"}
_COUNTS = frozenset({"count", "number", "measure", "rate", "multiple"})


class Cue(NamedTuple):
    """A figure with what the words beside it make of it; `said` lies in the skeleton's text."""

    figure: Figure
    at: int
    before: str
    after: str
    tag: Tag = "plain"
    direction: Direction = ""
    moves: bool = False  # the words have a subject of their own that moves
    said: tuple[int, int] = (0, 0)


class Statement(NamedTuple):
    """A change told by one or more figures, and the ends that the same sentence gives.

    `earlier` holds all figures given for earlier times, `base` the one the change is from.
    """

    changes: tuple[Cue, ...]
    base: Cue | None
    result: Cue | None
    direction: Direction
    earlier: tuple[Cue, ...] = ()

    @property
    def base_at(self) -> int:
        """Where the figure that the change is from stands; 0 without one."""
        return self.base.at if self.base else 0

    @property
    def ends(self) -> set[int]:
        """Where the figures stand that the change leads from and to."""
        return {cue.at for cue in (self.base, self.result) if cue}

    def licence(self, skeleton: Skeleton) -> list[Span]:
        """The words that tell the change and its ends."""
        cues = [c for c in (*self.changes, self.base, self.result) if c and c.said[1]]
        spans = {Span(skeleton.offset(a), skeleton.offset(b)) for a, b in (c.said for c in cues)}
        return sorted(spans)


def statements(skeleton: Skeleton) -> tuple[Statement, ...]:
    """Every change that the words of *skeleton* state, in text order."""
    if "changes" not in skeleton.memo:
        skeleton.memo["changes"] = _statements(skeleton) if _may_tell(skeleton) else ()
    found: tuple[Statement, ...] = skeleton.memo["changes"]
    return found


def _may_tell(skeleton: Skeleton) -> bool:
    """Whether it has what no change is told without: a word of change, a sign, a multiple."""
    if not words.TELLING.isdisjoint(skeleton.words):
        return True
    return words.tells_otherwise(skeleton.text) or any(map(_is_signed, skeleton.figures))


def _statements(skeleton: Skeleton) -> tuple[Statement, ...]:
    text = skeleton.text
    # "from 88 to 66 (25%)" and "up from 66, or 25%" need no other word of change
    ends = " from " in text and (" to " in text or "up from" in text or "down from" in text)
    if not (ends or _changes(skeleton) or words.THE_NOUN.search(text)):
        return ()
    cues = tagged(skeleton)
    if "respectively" in text or "in that order" in text:
        return tuple(_respective(cues))
    cues = _with_events(cues)
    if not any(c.tag == "change" for c in cues):
        return ()
    found = [_completed(cues, *group, skeleton) for group in _groups(cues)]
    return tuple(_in_time(list(_merged(_carried_on(found, cues))), cues, skeleton))


def _in_time(
    found: Sequence[Statement], cues: Sequence[Cue], skeleton: Skeleton
) -> Iterator[Statement]:
    """The statements with the ends that only their times tell: "120 this year, 150 last year".

    Ends that stand the other way round, by their times, are turned: "120 in 2019 and 150 in 2018".
    """
    plain = {cue.at for cue in cues if cue.tag == "plain"}
    open_ended = len(found) == 1 and len(plain) > 1 and found[0].ends <= plain
    pair = timed_pair(skeleton) if open_ended else None
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
    if _of_other_year(base, cue, skeleton) or not _can_be_end(result, change.changes):
        return False
    if words.SINCE_THEN.search(change.changes[0].before):
        return False
    things = _things(base.after) | _things(result.after)
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


def timed_pair(skeleton: Skeleton) -> tuple[Cue, Cue] | None:
    """The only two like figures of a sentence, told of two times, the earlier first."""
    if "timed" not in skeleton.memo:
        skeleton.memo["timed"] = _timed_pair(skeleton)
    found: tuple[Cue, Cue] | None = skeleton.memo["timed"]
    return found


def _timed_pair(skeleton: Skeleton) -> tuple[Cue, Cue] | None:
    told = [cue for cue in tagged(skeleton) if cue.tag != "change"]
    like = [cue for cue in told if cue.figure.kind not in PORTIONS] or told
    if len(like) != 2 or any(cue.tag != "plain" for cue in like) or not comparable(*like):
        return None
    one, other = like
    first, last = times(skeleton, ((one.at, one.at - len(one.before) - 1), (other.at, one.at)))
    before = is_before(first, last)
    if before is None:
        return None
    return (one, other) if before else (other, one)


def _is_signed(figure: Figure) -> bool:
    """Whether a figure has its sign with it: -20%."""
    return figure.kind in _SIGNED and figure.text[0] in "+-−–"


def _changes(skeleton: Skeleton) -> bool:
    """Whether the words beside a figure of *skeleton* tell a change."""
    return any(c.tag == "change" for c in _changes_told(skeleton))


def pairs(skeleton: Skeleton) -> Iterator[tuple[Cue, Cue]]:
    """Earlier and later figures that the words set against each other, changes aside."""
    if len(skeleton.figures) < 2 or not words.HINTS_AT_TWO.search(skeleton.text):
        return
    cues = tagged(skeleton)
    for k, cue in enumerate(cues):
        if cue.tag != "from":
            continue
        result: Cue | None
        if _tag_at(cues, k + 1) == "to" and not words.CLAUSE.search(cues[k + 1].before):
            result = cues[k + 1]
        elif _tag_at(cues, k - 1) == "to" and not words.CLAUSE.search(cue.before):
            result = cues[k - 1]
        else:
            result = next((c for c in _ends_before(cues, k) if c.tag == "to"), None)
        if result and comparable(result, cue):
            yield cue, result


def tagged(skeleton: Skeleton) -> Sequence[Cue]:
    """A cue for every figure that can be an end or a change, in text order."""
    if "cues" not in skeleton.memo:
        skeleton.memo["cues"] = _tagged(skeleton)
    found: Sequence[Cue] = skeleton.memo["cues"]
    return found


def _tagged(skeleton: Skeleton) -> list[Cue]:
    cues: list[Cue] = []
    for cue in _changes_told(skeleton):
        cues.append(cue if cue.tag == "change" else _as_end(cue, cues) or cue)
    return _linked(cues)


def _changes_told(skeleton: Skeleton) -> Sequence[Cue]:
    """A cue for every figure that can take part, tagged where the words make it a change."""
    if "figures of change" not in skeleton.memo:
        skeleton.memo["figures of change"] = _cues(skeleton)
    found: Sequence[Cue] = skeleton.memo["figures of change"]
    return found


def _cues(skeleton: Skeleton) -> list[Cue]:
    text, spaced = skeleton.text, words.spaced(skeleton.text)
    signs = [
        (at, f)
        for at, f in zip(skeleton.signs, skeleton.figures, strict=True)
        if (f.kind in VALUES and text[max(0, at - 5) : at] != " per ")
        or (f.kind == "duration" and _is_length(text, at))
    ]
    signs = [sign for k, sign in enumerate(signs) if not _converts(signs[k - 1 : k], *sign, text)]
    cues: list[Cue] = []
    stops = [at for at, _ in signs[1:]] + [len(text)] * bool(signs)
    last = -1
    for (at, figure), stop in zip(signs, stops, strict=True):
        cue = Cue(figure, at, text[last + 1 : at], text[at + 1 : stop])
        tag = words.tells(spaced[max(last + 1, at - _NEAR) : at]) and _told_before(cue)
        tag = tag or (words.tells(spaced[at + 1 : min(stop, at + _NEAR)]) and _told_after(cue))
        cues.append(tag or _as_bare_change(cue) or cue)
        last = at
    return cues


def _converts(before: Sequence[tuple[int, Figure]], at: int, figure: Figure, text: str) -> bool:
    """Whether a sum in brackets tells the one before it in other money: $1.2 million (£900,000)."""
    if figure.kind != "money" or not before or before[0][1].kind != "money":
        return False
    last, other = before[0]
    apart = text[last + 1 : at]
    return (
        other.unit != figure.unit and apart in (" (", "; ", ", ") and text[at + 1 : at + 2] in ");,"
    )


def _is_length(text: str, at: int) -> bool:
    """Whether a length of time is a quantity that can change, not when something happened."""
    if words.LONGER.match(text, at + 1):
        return True
    return bool(words.LENGTH.search(text, max(0, at - 40), at)) and not words.WHENCE.match(
        text, at + 1
    )


def _told_before(cue: Cue) -> Cue | None:
    """A change told by the words that lead to it: "fell by" 12, "an increase of" 12."""
    portion = _bare(cue)
    near = cue.before[-_NEAR:]
    shift = cue.at - len(near)
    found = words.BY_VERB.search(near)
    if not found and portion and " by " in near:
        found = words.BY_VERB_FAR.search(near)
    if found:
        moving = _verb(cue, found, near)
        return moving._replace(said=(shift + found.start(), cue.at)) if moving else None
    found = (" of " in near and words.NOUN_OF.search(near)) or words.NOUN_BE.search(near)
    if found and not _is_loss(cue, found):
        return _change(cue, found)._replace(said=(shift + found.start(), cue.at))
    if cue.figure.kind == "fraction" and (found := words.IN_HALF.search(near)):
        said = (shift + found.start(), cue.at)
        return cue._replace(tag="change", direction="down", moves=True, said=said)
    return None


def _told_after(cue: Cue) -> Cue | None:
    """A change told by the words after it: 12 "fewer", 12 percent "decline"."""
    portion = _bare(cue)
    if found := words.THEN_NOUN.match(cue.after):
        if portion or cue.after.startswith("-"):
            return _change(cue, found)._replace(said=(cue.at + 1, cue.at + 1 + found.end()))
    elif (found := words.THEN_MORE.match(cue.after)) and (
        portion or found["down"] or words.COMPARES.search(found["rest"])
    ):
        said = (cue.at + 1, cue.at + 1 + found.start("rest"))
        return _change(cue, found)._replace(said=said)
    trailing = cue.figure.kind in ("count", "number") and words.MORE_THAN_THAT.match(cue.after)
    if trailing and words.SET_BESIDE.search(cue.before):
        said = (cue.at + 1, cue.at + 1 + trailing.end())
        return cue._replace(tag="change", direction="up", said=said)
    return None


def _as_bare_change(cue: Cue) -> Cue | None:
    """A change told by no word: a multiple, a portion with its sign."""
    if cue.figure.kind == "multiple" and not _occasions(cue):
        return cue._replace(tag="change", direction="up", said=(cue.at, cue.at + 1))
    if cue.figure.kind in _SIGNED and (sign := _sign(cue)):
        direction: Direction = "up" if sign == "+" else "down"
        return cue._replace(tag="change", direction=direction, said=(cue.at, cue.at + 1))
    return None


def _occasions(cue: Cue) -> bool:
    """Whether "84 times" counts occasions: nothing follows that it could be times of."""
    by = words.BY_VERB.search(cue.before[-90:])
    return cue.figure.text.endswith("times") and not by and not words.TIMES_WHAT.match(cue.after)


def _sign(cue: Cue) -> str:
    """A sign before a portion, or the first of its characters: (-24%)."""
    before = words.SIGNED.search(cue.before)
    printed = before["sign"] if before else cue.figure.text[:1]
    return "+" if printed == "+" else "-" if printed in "-−–" else ""


def _is_loss(cue: Cue, found: re.Match[str]) -> bool:
    """Whether a sum is what was lost or earned, no change: "a loss of" $793 million."""
    return cue.figure.kind == "money" and found.group().startswith(("loss ", "gain "))


def _bare(cue: Cue) -> bool:
    """Whether the figure can tell a change without "by": 12 percent, 3 points, 5 cents."""
    return cue.figure.kind in PORTIONS | {"points"} or words.UNITS.match(cue.after) is not None


def _change(cue: Cue, found: re.Match[str]) -> Cue:
    signed: Direction = "up" if cue.before.endswith("+") else ""
    direction: Direction = "up" if found["up"] else "down" if found["down"] else signed
    return cue._replace(tag="change", direction=direction)


def _verb(cue: Cue, found: re.Match[str], near: str) -> Cue | None:
    """A change told by a verb, or by `up` and `down` where they tell one."""
    portion = _bare(cue)
    word = found["cut"] or found["add"]
    head = near[: found.start()]
    moves = True
    if word in ("up", "down"):
        if not words.UPDOWN_OPENS.search(head) and " by " not in found.group():
            return None
        moves = bool(words.BE.search(head))
    elif word and not portion and " by " not in f"{found.group()} ":
        return None
    direction: Direction = "up" if found["up"] or found["add"] else "down"
    return cue._replace(tag="change", direction=direction, moves=moves)


def _as_end(cue: Cue, before: Sequence[Cue]) -> Cue | None:
    """Tag a figure by the words that lead to it as what a change is from or to."""
    previous = before[-1] if before else None
    near = cue.before[-110:]
    opens = previous is None and ("after" in cue.before or "following" in cue.before)
    if opens and (found := words.AFTER.fullmatch(cue.before)):
        return cue._replace(tag="from", said=(found.start("words"), cue.at))
    if previous and previous.tag in ("to", "change") and words.AFTER_THOSE.match(cue.before):
        earlier = words.IN_YEAR.match(cue.after) or words.BEFOREHAND.match(cue.after)
        return (
            cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at)) if earlier else None
        )
    after_change = previous is not None and previous.tag == "change"
    if after_change and words.BARE_OVER.fullmatch(cue.before):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    if after_change and (found := words.BESIDE.fullmatch(cue.before)):
        return cue._replace(tag="from", said=(cue.at - len(cue.before), cue.at))
    for test, tag in _tests(cue, near, before):
        if found := test.search(near):
            if tag == "to" and words.WHERE_TO.match(cue.after):
                return None
            shift = cue.at - len(near)
            return cue._replace(tag=tag, said=(shift + found.start("words"), cue.at))
    times = after_change and previous and previous.figure.kind == "multiple"
    if times and (found := words.TIMES.match(near)):
        shift = cue.at - len(near)
        return cue._replace(tag="from", said=(shift + found.start("words"), cue.at))
    return None


def _tests(cue: Cue, near: str, before: Sequence[Cue]) -> Iterator[tuple[re.Pattern[str], Tag]]:
    """The patterns of which *near* holds a word."""
    if "from" in near:
        yield words.FROM, "from"
    if words.HINTS_COMPARED.search(near):
        yield words.COMPARED, "from"
    if "to " in near:
        yield words.TO, "to"
    if words.HINTS_TOTAL.search(near):
        yield words.TOTAL, "to"
        yield words.PEAK, "from"
    tags = [c.tag for c in before[-2:]]
    if "change" in tags and (tags[-1] == "change" or tags == ["change", "to"]):
        yield words.OVER, "from"
    told = bool(tags) and tags[-1] == "change" and words.THEN_MORE.match(cue.before)
    if "than" in near and (told or words.THAN_BRACKET.match(cue.before)):
        yield words.THAN, "from"


def _linked(cues: list[Cue]) -> list[Cue]:
    """Tag figures that stand beside a tagged one and tell the same: `22 or` 25% fewer."""
    for k in range(len(cues) - 1, 0, -1):
        here, follower = cues[k - 1], cues[k]
        if (
            here.tag == "plain"
            and follower.tag == "change"
            and _retells(follower, here, words.OR)
            and (follower.after.startswith(")") or "(" not in follower.before)
            and not (follower.before.startswith(", or ") and words.TRAILING.match(follower.after))
        ):
            cues[k - 1] = here._replace(tag="change", direction=follower.direction)
    for k in range(1, len(cues)):
        previous, here = cues[k - 1], cues[k]
        opened = here.tag == previous.tag == "from" and previous.before.endswith("(")
        if opened and words.VERSUS.fullmatch(here.before):
            cues[k - 1] = previous._replace(tag="to")
        if here.tag != "plain":
            continue
        ends_open = _opens_ends(here, cues[k + 1] if k + 1 < len(cues) else None)
        if previous.tag == "change" and not ends_open and _retells(here, previous, words.AGAIN):
            cues[k] = here._replace(tag="change", direction=previous.direction)
        elif k > 1 and _bracketed(cues[k - 2], previous, here):
            cues[k] = here._replace(tag="change")
        elif k > 1 and (more := _so_many_more(cues[k - 2], previous, here)):
            cues[k] = more
        elif previous.tag == "from" and here.figure.kind == previous.figure.kind:
            if words.CHAIN.fullmatch(here.before):
                cues[k] = here._replace(tag="from")
        elif (moved := _moved_from(previous, here)) is not None:
            cues[k] = moved
        elif here.figure.kind in _SIGNED and (told := _told_of_ends(cues, k)):
            cues[k] = told
    return cues


def _moved_from(previous: Cue, here: Cue) -> Cue | None:
    """A portion right behind the earlier count: "91,000, up from 70,000, or 30 percent"."""
    moved = words.MOVED_FROM.search(previous.before) if previous.tag == "from" else None
    behind = moved and here.figure.kind in PORTIONS and words.OR_BEHIND.fullmatch(here.before)
    if not (moved and behind) or here.after.startswith(" of"):
        return None
    return here._replace(tag="change", direction="up" if moved["up"] else "down")


def _told_of_ends(cues: Sequence[Cue], k: int) -> Cue | None:
    """A portion that the ends around it make a change.

    "up 3% from 730 in 2015 and 15% from 653"; "the increase to 600 is 50%".
    """
    here, before = cues[k], cues[k - 1]
    change = next((c for c in reversed(cues[:k]) if c.tag == "change"), None)
    follows = k + 1 < len(cues) and cues[k + 1].tag == "from"
    ended = before.tag in ("from", "to")
    if change and follows and ended and words.AND_PORTION.fullmatch(here.before):
        return here._replace(tag="change", direction=change.direction, moves=True)
    if before.tag not in ("from", "to") or not words.NOUN_IS.search(here.before):
        return None
    noun = next((f for c in cues[:k] if (f := words.THE_NOUN.search(c.before))), None)
    return _change(here, noun)._replace(said=(here.at - 1, here.at)) if noun else None


def _opens_ends(here: Cue, following: Cue | None) -> bool:
    """Whether a count behind a portion opens both ends: 25% (88 to 66), 25% (66 vs. 88)."""
    return (
        here.figure.kind not in PORTIONS
        and here.before.endswith(("(", ", ", ": "))
        and following is not None
        and following.tag in ("from", "to")
        and (")" not in following.before or bool(words.THAN_BRACKET.match(following.before)))
    )


def _bracketed(first: Cue, second: Cue, here: Cue) -> bool:
    """Whether a portion stands right behind both ends: from 88 to 66 (25%)."""
    return (
        here.figure.kind in _SIGNED
        and {first.tag, second.tag} == {"from", "to"}
        and words.OR_BEHIND.fullmatch(here.before) is not None
        and not here.after.startswith(" of")
    )


def _so_many_more(first: Cue, second: Cue, here: Cue) -> Cue | None:
    """An amount right behind both ends: from 240 to 300 - 60 more guns."""
    if {first.tag, second.tag} != {"from", "to"} or not words.DASH.search(here.before):
        return None
    more = words.SO_MANY.match(here.after)
    return _change(here, more)._replace(said=(here.at, here.at + 1)) if more else None


def _retells(here: Cue, previous: Cue, joint: re.Pattern[str]) -> bool:
    """Whether two neighbours tell one change, one as an amount and one as a portion."""
    kinds = {here.figure.kind in PORTIONS, previous.figure.kind in PORTIONS}
    part = here.after.startswith(" of ")  # "12 (30% of them women)"
    # an amount in brackets behind a portion stands alone there: "25% (22)", not "(500 deaths)"
    if here.before.endswith("(") and here.figure.kind not in PORTIONS:
        part = part or not here.after.startswith(")")
    return len(kinds) == 2 and not part and joint.fullmatch(here.before) is not None


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
    if here.moves:
        return False
    return _retells(here, previous, words.AGAIN) or _retells(here, previous, words.AGAIN_NAMED)


def _completed(cues: Sequence[Cue], first: int, last: int, skeleton: Skeleton) -> Statement:
    """The group of changes with the ends found beside it."""
    changes = tuple(cues[first : last + 1])
    direction: Direction = next((c.direction for c in changes if c.direction), "")
    right, left = _ends_after(cues, last), _ends_before(cues, first)
    tags = {c.tag for c in left}
    if {"from", "to"} <= tags and not changes[0].moves:
        right = []  # "to 58% from 53%, up 5 points, and from 31% in 2012"
    elif any(c.tag == "from" for c in right):  # an earlier count to the left is another change's
        left = [c for c in left if c.tag != "from"]
    if any(c.tag == "to" for c in right) and not any(c.tag == "from" for c in right):
        left = _of_later_change(cues, first, left)
    ends = [c for c in (*right, *left) if _can_be_end(c, changes)]
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


def _can_be_end(end: Cue, changes: Sequence[Cue]) -> bool:
    """Whether a figure counts what an amount of change is counted in."""
    amount = next((c for c in changes if c.figure.kind in ("count", "number")), None)
    if amount is None or words.UNITS.match(amount.after) or end.figure.kind == "percent":
        return True
    if end.figure.measure and end.figure.measure == amount.figure.measure:
        return True
    one, other = (set(map(stem, _things(c.after))) for c in (end, amount))
    return end.figure.kind in _COUNTS and (not (one and other) or bool(one & other))


def _set_against(
    cues: Sequence[Cue], changes: Sequence[Cue], result: Cue, direction: Direction
) -> Cue | None:
    """What "two-thirds less" is less than, where the sentence gives one figure like the result.

    Also what "it had doubled, to 41" is told of.
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
    if not (turns or follows):
        return None
    if not direction:
        return alike[0]._replace(tag="from")
    rises = (result.figure.value or 0) > (alike[0].figure.value or 0)
    return alike[0]._replace(tag="from") if rises == (direction == "up") else None


def _ends_after(cues: Sequence[Cue], last: int) -> list[Cue]:
    """The ends to the right of a change, within its clause."""
    found: list[Cue] = []
    for k in range(last + 1, len(cues)):
        cue = cues[k]
        if cue.tag == "change" or words.CLAUSE.search(cue.before):
            break
        if words.ANOTHER.search(cue.before) or words.AND_THAN.search(cue.before):
            break
        if words.WHILE.match(cues[last].before) and words.MAIN_CLAUSE.search(cue.before):
            break
        if cue.tag == "from" and found and words.AND_FROM.fullmatch(cue.before):
            break
        if cue.tag == "plain":
            tag = _beside(cue, cues[k + 1] if k + 1 < len(cues) else None)
            if k != last + 1 or not tag:
                break
            cue = cue._replace(tag=tag)
        found.append(cue)
    return found


def _beside(cue: Cue, following: Cue | None) -> Tag | None:
    """What an untagged figure right after a change is: "(66 compared with 88)", "(88 to 66)"."""
    after = following.tag if following else None
    if words.WITH.fullmatch(cue.before) or (after == "from" and words.ASIDE.fullmatch(cue.before)):
        return "to"
    if cue.before.strip() not in (",", ":", "-") and not words.OPENS_BRACKET.fullmatch(cue.before):
        return None
    if after == "to" and following and words.TO_NEXT.fullmatch(following.before):
        return "from"
    if after == "from" and following and words.COMPARATIVE.search(following.before):
        return "to"
    return None


def _tag_at(cues: Sequence[Cue], k: int) -> Tag | None:
    return cues[k].tag if 0 <= k < len(cues) else None


def _ends_before(cues: Sequence[Cue], first: int) -> list[Cue]:
    """The ends to the left of a change: tagged ones, then the figure it is said of."""
    found: list[Cue] = []
    follower = cues[first]
    aside = 0  # brackets closed between a figure and the change: it stands inside them
    for k in range(first - 1, -1, -1):
        cue = cues[k]
        if cue.tag == "change" or _clause_between(cue, follower):
            break
        if cue.tag == "plain" and _is_aside(cue, found):
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
        elif not (words.PLACED.search(cue.before) and _tag_at(cues, k - 1) == "plain"):
            if _is_result(cue, follower):
                found.append(cue._replace(tag="to"))
                found += _opening(cues, k)
            break
        else:  # "2,020 were held in 82 jails, a 30% decrease": said of those held
            cue = follower._replace(before=cue.before + follower.before)
        follower = cue
    return found


def _clause_between(cue: Cue, follower: Cue) -> bool:
    """Whether a clause ends between two figures; "and fell to" leads on from a peak."""
    gap = follower.before
    leads_on = cue.tag == "from" and follower.tag == "to" and words.AND_FELL.fullmatch(gap)
    return not leads_on and words.CLAUSE.search(gap) is not None


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


def _since(
    earlier: Sequence[Cue], change: Cue, result: Cue | None, skeleton: Skeleton
) -> Cue | None:
    """The one of the *earlier* counts that the change is reckoned from.

    Of several, the one of the year named with the change ("since 2016"), or the latest where
    the change is from last year.
    """
    if len(earlier) < 2:
        return earlier[0] if earlier and not _of_other_year(earlier[0], change, skeleton) else None
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
        wanted = _year(time)
    else:  # "last year"
        wanted = max(year for year in years.values() if year)
    chosen = [cue for cue in earlier if years[cue.at] == wanted]
    return chosen[0] if len(chosen) == 1 else None


def _of_other_year(cue: Cue, change: Cue, skeleton: Skeleton) -> bool:
    """Whether the change is said to be since another year than that of the earlier count."""
    named = words.RECKONED.search(skeleton.text, change.at)
    time = skeleton.figure_at(named.start("year")) if named and named["year"] else None
    if time is None or not time.text[-1].isdigit():
        return False
    of_count, of_change = year_after(cue, skeleton), _year(time)
    return bool(of_count and of_change) and of_count != of_change


def year_after(cue: Cue, skeleton: Skeleton) -> int | None:
    """The year said of a count: 240 "in 2011"."""
    found = words.IN_YEAR.match(skeleton.text, cue.at + 1)
    return _year(skeleton.figure_at(found.start("year"))) if found else None


def _year(figure: Figure) -> int | None:
    start = figure.period.start if figure.period else None
    return start.year if start else None


def comparable(result: Cue, base: Cue) -> bool:
    """Whether two figures can be ends of one change: they do not count unlike things."""
    # an end that is a multiple counts occasions: "84 times"
    kinds = {f.kind if f.kind != "multiple" else "count" for f in (result.figure, base.figure)}
    if "duration" in kinds and kinds <= words.BARE and len(kinds) == 2:
        return not _things(base.after)
    if len(kinds) > 1 and not kinds <= words.COUNTED:
        return False
    if kinds == {"duration"}:
        return result.figure.unit == base.figure.unit
    if result.figure.measure and result.figure.measure == base.figure.measure:
        return True
    one, other = _things(result.after), _things(base.after)
    return not (one and other) or bool(one & other)


def _things(after: str) -> set[str]:
    """The plural nouns right after a figure, in the singular."""
    named = words.PHRASE.match(after)
    nouns = named.group().replace("-", " ").split() if named else []
    return {
        singular(w) for w in nouns if w.endswith("s") and not w.endswith("ss")
    } - words.NO_THINGS


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
    if other.base and not one.base and words.AND_A.fullmatch(other.changes[0].before):
        return False
    unlike = {c.figure.kind in PORTIONS for c in one.changes} != {
        c.figure.kind in PORTIONS for c in other.changes
    }
    return bool(shared) and unlike and {one.direction, other.direction} != {"up", "down"}
