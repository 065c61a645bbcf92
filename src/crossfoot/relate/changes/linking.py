"""Figures that a tagged neighbour makes a change or an end: `22 or` 25% fewer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.relate.changes import words
from crossfoot.relate.changes.cues import PORTIONS, SIGNED, Cue, Direction


def as_change(cue: Cue, found: re.Match[str]) -> Cue:
    """The figure as a change of the direction that the words *found* tell."""
    signed: Direction = "up" if cue.before.endswith("+") else ""
    direction: Direction = "up" if found["up"] else "down" if found["down"] else signed
    return cue._replace(tag="change", direction=direction)


def linked(cues: list[Cue]) -> list[Cue]:
    """Tag figures that stand beside a tagged one and tell the same: `22 or` 25% fewer."""
    for k in range(len(cues) - 1, 0, -1):
        here, follower = cues[k - 1], cues[k]
        if (
            here.tag == "plain"
            and follower.tag == "change"
            and retells(follower, here, words.OR)
            and (follower.after.startswith(")") or "(" not in follower.before)
            and not (follower.before.startswith(", or ") and words.TRAILING.match(follower.after))
            and not _is_result(here, follower, cues[k + 1] if k + 1 < len(cues) else None)
        ):
            cues[k - 1] = here._replace(tag="change", direction=follower.direction)
    for k in range(1, len(cues)):
        previous, here = cues[k - 1], cues[k]
        opened = here.tag == previous.tag == "from" and previous.before.endswith("(")
        if opened and words.VERSUS.fullmatch(here.before):
            cues[k - 1] = previous._replace(tag="to")
        if here.tag != "plain":
            continue
        ends_open = _opens_ends(previous, here, cues[k + 1] if k + 1 < len(cues) else None)
        if previous.tag == "change" and not ends_open and retells(here, previous, words.AGAIN):
            cues[k] = here._replace(tag="change", direction=previous.direction)
        elif k > 1 and _bracketed(cues[k - 2], previous, here):
            cues[k] = here._replace(tag="change")
        elif k > 1 and (more := _so_many_more(cues[k - 2], previous, here)):
            cues[k] = more
        elif previous.tag == "from" and here.figure.kind == previous.figure.kind:
            if words.CHAIN.fullmatch(here.before):
                cues[k] = here._replace(tag="from")
        elif (moved := _moved_from(previous, here)) is not None:
            if not any(c.figure.kind == here.figure.kind and _is_part(c) for c in cues[:k]):
                cues[k] = moved
        elif here.figure.kind in SIGNED and (told := _told_of_ends(cues, k)):
            cues[k] = told
    return cues


def _is_result(here: Cue, portion: Cue, base: Cue | None) -> bool:
    """Whether a count before ", or 6 percent more than the 340" is what the 340 became.

    It is so much more itself, or that many more: the one of these that is nearer is meant.
    """
    told = portion.before.startswith(", or ") and words.THAN_THE.match(portion.after)
    return bool(told) and _is_nearer_result(here, portion, base)


def _is_nearer_result(here: Cue, portion: Cue, base: Cue | None) -> bool:
    """Whether a count is nearer to what *base* became than to how much it moved by."""
    share, size = portion.figure.value, here.figure.value
    if base is None or base.tag != "from" or not (share and size and base.figure.value):
        return False
    share = share / 100 if portion.figure.kind == "percent" else share
    moved = size / base.figure.value
    left = 1 - share if portion.direction == "down" else 1 + share
    return abs(moved - left) < abs(moved - share)


def _is_part(cue: Cue) -> bool:
    """Whether a portion is a share, as the next one may be: "400, or 8 percent of all"."""
    return cue.after.startswith(" of ")


def _moved_from(previous: Cue, here: Cue) -> Cue | None:
    """A portion right behind the earlier count: "91,000, up from 70,000, or 30 percent"."""
    moved = words.MOVED_FROM.search(previous.before) if previous.tag == "from" else None
    behind = moved and here.figure.kind in PORTIONS and words.OR_BEHIND.fullmatch(here.before)
    if not (moved and behind) or here.after.startswith(" of"):
        return None
    return here._replace(tag="change", direction="up" if moved["up"] else "down")


def _told_of_ends(cues: Sequence[Cue], k: int) -> Cue | None:
    """A portion that the ends around it make a change.

    "up 3% from 730 in 2015 and 15% from 653", "and 15% to 750 from 653"; "the increase to 600 is
    50%".
    """
    here, before = cues[k], cues[k - 1]
    change = next((c for c in reversed(cues[:k]) if c.tag == "change"), None)
    tags = [c.tag for c in cues[k + 1 : k + 3]]
    follows = tags[:1] == ["from"] or tags == ["to", "from"]
    ended = before.tag in ("from", "to")
    if change and follows and ended and words.AND_PORTION.fullmatch(here.before):
        return here._replace(tag="change", direction=change.direction, moves=True)
    if before.tag not in ("from", "to") or not words.NOUN_IS.search(here.before):
        return None
    noun = next((f for c in cues[:k] if (f := words.THE_NOUN.search(c.before))), None)
    return as_change(here, noun)._replace(said=(here.at - 1, here.at)) if noun else None


def _opens_ends(portion: Cue, here: Cue, following: Cue | None) -> bool:
    """Whether a count behind a portion opens both ends: 25% (88 to 66), 25% (66 vs. 88)."""
    kinds = portion.figure.kind == "percent" and here.figure.kind not in PORTIONS
    if kinds and here.before.endswith(("- ", "(")) and _is_nearer_result(here, portion, following):
        return True  # 40% - 84 "in 2019, compared with" 60
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
        here.figure.kind in SIGNED
        and {first.tag, second.tag} == {"from", "to"}
        and words.OR_BEHIND.fullmatch(here.before) is not None
        and not here.after.startswith(" of")
    )


def _so_many_more(first: Cue, second: Cue, here: Cue) -> Cue | None:
    """An amount right behind both ends: from 240 to 300 - 60 more guns."""
    if {first.tag, second.tag} != {"from", "to"} or not words.DASH.search(here.before):
        return None
    more = words.SO_MANY.match(here.after)
    return as_change(here, more)._replace(said=(here.at, here.at + 1)) if more else None


def retells(here: Cue, previous: Cue, joint: re.Pattern[str]) -> bool:
    """Whether two neighbours tell one change, one as an amount and one as a portion."""
    kinds = {here.figure.kind in PORTIONS, previous.figure.kind in PORTIONS}
    part = here.after.startswith(" of ")  # "12 (30% of them women)"
    # an amount in brackets behind a portion stands alone there: "25% (22)", not "(500 deaths)"
    if here.before.endswith("(") and here.figure.kind not in PORTIONS:
        part = part or not here.after.startswith(")")
    return len(kinds) == 2 and not part and joint.fullmatch(here.before) is not None
