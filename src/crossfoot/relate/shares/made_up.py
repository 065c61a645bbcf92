"""A share told of a sort, and beside it how many of all are of that sort.

``Bike thefts made up 60 percent of thefts. Of the 700 thefts, 420 were bike thefts``. Both
sentences name the same sort and the same whole, in the words of the other; the share is held to
the two numbers whichever comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.changes.cues import VALUES
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import meaning, stem

_PARTS = {
    "hedge": hedges(),
    "when": r"(?: (?:in|during|for) (?:fiscal )?{date}| {date})?".replace("{date}", SIGNS["date"]),
    "words": r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}?",
}
# "Bike thefts held level and made up" 60% "of all thefts."
_SHARE = pattern(
    r"^\W*(?P<part>{words})(?: (?:were|was|held|stayed|remained) (?:about )?(?:level|steady|flat)"
    r",? and)? (?P<tie>made up|make up|accounted for|account for|represented|constituted"
    r"|comprised) {hedge}(?P<share>{percent}) of (?:(?:all|the|its|total) )*"
    r"(?P<whole>{words}){when}\W*$",
    **_PARTS,
)
# "Of the" 700 "thefts reported," 420 "were bike thefts."
_COUNTED = pattern(
    r"^\W*of (?:the|those|its) {hedge}(?P<all>{n}) (?P<whole>{words})"
    r"(?: (?:reported|recorded|counted|logged))?{when}, {hedge}(?P<some>{n})"
    r"(?: (?:were|was|are|involved|targeted))?(?: of)? (?P<part>{words}){when}\W*$",
    **_PARTS,
)
# "There were" 420 "bike thefts among the" 700 "thefts."
_AMONG = pattern(
    r"^\W*there were {hedge}(?P<some>{n}) (?P<part>{words}) (?:among|of|out of) the "
    r"{hedge}(?P<all>{n}) (?P<whole>{words})(?: (?:reported|recorded|counted|logged))?{when}\W*$",
    **_PARTS,
)


def made_up(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The share that a sentence tells of a sort which the next or the last one counts."""
    told = _SHARE.match(skeleton.text) if _tells(skeleton, 1) else None
    share = skeleton.group(told, "share") if told else None
    if told is None or share is None:
        return
    for at in (index + 1, index - 1):
        other = reading.sentences[at] if 0 <= at < len(reading.sentences) else None
        if other is None or not _tells(other, 2) or not _of_one_time(skeleton, other):
            continue
        match = _COUNTED.match(other.text) or _AMONG.match(other.text)
        if match and _names_both(told, match):
            part, whole = other.group(match, "some"), other.group(match, "all")
            tie = skeleton.span(told, "tie")
            yield relation("share", reading, [tie], part=part, whole=whole, share=share)
            return


def _tells(skeleton: Skeleton, many: int) -> bool:
    """Whether a sentence gives so many numbers, and besides at most a date."""
    values = sum(f.kind in VALUES for f in skeleton.figures)
    return values == many and all(f.kind in VALUES or f.kind == "date" for f in skeleton.figures)


def _of_one_time(one: Skeleton, other: Skeleton) -> bool:
    """Whether two sentences tell of one time, as far as both do."""
    dates = [{f.text for f in s.figures if f.kind == "date"} for s in (one, other)]
    return not all(dates) or dates[0] == dates[1]


def _names_both(told: re.Match[str], counted: re.Match[str]) -> bool:
    """Whether part and whole are called alike; "of bikes" for "bike thefts"."""
    wholes = _stems(told["whole"]), _stems(counted["whole"])
    parts = _stems(told["part"]), _stems(counted["part"])
    if not wholes[0] or wholes[0] != wholes[1]:
        return False
    return parts[0] == parts[1] or bool(parts[0] - wholes[0] == parts[1] - wholes[0] != set())


def _stems(words: str) -> set[str]:
    return {stem(word) for word in words.split() if meaning(word)}
