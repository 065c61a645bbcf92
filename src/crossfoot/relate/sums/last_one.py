"""All but one, and that one: ``Five of the six live in Boise. The sixth is from Nampa``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import slip_for

_CUES = frozenset(("of",))
MOST = 40  # of more, the last is told by no number
# "Five of the six arrested", "Eleven of the 12 men"
_OF_FEW = pattern(r"(?P<part>{n})\s(?:[a-z]+\s)?of\s(?:the\s|those\s|these\s|all\s)?(?P<whole>{n})")
_DOES = r"(?:is|was|has|had|lives|remains|faces|came|comes|died|pleaded)\b"
_WHO = (
    r"(?:of (?:them|those)|man|woman|person|one|suspect|defendant|victim|arrested|charged|child"
    r"|officer|house|home|case|count)"
)
# "the sixth is", "the sixth person arrested is", "the other was", "the remaining man has"
_ONE = (
    rf"the\s(?:(?P<last>{{rank}})\s(?:(?:{_WHO}|[a-z-]{{{{3,}}}}(?<!s))\s){{{{0,2}}}}?"
    rf"|(?P<other>other|remaining)\s(?:{_WHO}\s){{{{0,2}}}}?){_DOES}"
)
_NEXT = pattern(rf"\W*(?:and\s)?{_ONE}")
# "; the sixth is", "and the other was"
_THEN = pattern(rf"(?:[;,]\s(?:and\s|while\s|but\s)?|\sand\s|\swhile\s){_ONE}")


def last_one(reading: Reading) -> Iterator[Relation]:
    """Sums of all but one of a few and of the last, in that sentence or the next."""
    for index, skeleton in worded(reading, _CUES):
        match = _OF_FEW.search(skeleton.text)
        if match is None:
            continue
        part, whole = skeleton.group(match, "part"), skeleton.group(match, "whole")
        last = _last(reading, index, match.end())
        if part and whole and last and _is_few(part, whole):
            yield from _sum(reading, part, whole, *last)


def _is_few(part: Figure, whole: Figure) -> bool:
    if family(part) != "count" or family(whole) != "count":
        return False
    return 1 < (part.value or 0) < (whole.value or 0) <= MOST and part.range.is_exact


def _last(reading: Reading, index: int, start: int) -> tuple[Skeleton, re.Match[str]] | None:
    """Where the last one is told: later in the sentence, or where the next begins."""
    skeleton = reading.sentences[index]
    if then := _THEN.search(skeleton.text, start):
        return skeleton, then
    if index + 1 == len(reading.sentences):
        return None
    following = reading.sentences[index + 1]
    told = _NEXT.match(following.text)
    return (following, told) if told else None


def _sum(
    reading: Reading, part: Figure, whole: Figure, skeleton: Skeleton, told: re.Match[str]
) -> Iterator[Relation]:
    number = int(part.value or 0) + 1
    rank = skeleton.group(told, "last")
    if rank and rank.value not in (number, whole.value):
        return  # "The third annual raid"
    others = int(whole.value or 0) - 1
    if number != whole.value and not (slip_for(whole, number) or slip_for(part, others)):
        return
    last = skeleton.span(told, "last" if rank else "other")
    yield relation("sum", reading, [last], {"claim": "full"}, parts=(part, last), whole=whole)
