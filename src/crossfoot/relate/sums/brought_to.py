"""A number that comes to one told some sentences before: ``58 deaths, bringing the total to 278``.

`steps.brought` reads the plainest telling, ``14 additional people`` right after the others. Here
any number may come to one of the same things before it, if no other of them stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.sums.announced import one_deed
from crossfoot.relate.sums.mentions import Mention, comes_besides, mentions
from crossfoot.relate.sums.unsure import WIDER
from crossfoot.relate.wording.kinds import alike, is_kind
from crossfoot.relate.wording.phrases import relation, singular, worded
from crossfoot.relate.wording.rows import family, head
from crossfoot.relate.wording.slips import is_a_slip_apart

_WORDS = frozenset(
    "bringing brings brought raising raises raised pushing pushes pushed lifting lifted taking"
    " total".split()
)
_DEAD = frozenset(("dead", "body", "death", "fatality", "victim"))
REACH = 3  # sentences back to what is added to
_BRINGS = pattern(
    r"(?P<last>{amount})(?P<gap>(?:[^.;:\ue000-\uf8ff]|{date}|{duration}){{0,110}}?)"
    r"\b(?P<tie>(?:bringing|raising|pushing|lifting|taking"
    r"|(?:which |that )?(?:brings?|brought|raise[sd]?|push(?:es|ed)?|lift(?:s|ed)?))\s"
    r"(?:the|its|their)\s(?:(?:[a-z'-]+|{duration})\s){{0,2}}?(?:total|number|tally|toll|count)\b"
    r"(?:[^.;,\ue000-\uf8ff]|{n}){{0,40}}?\sto|(?:for|making) a total of)\s(?P<whole>{amount})"
)
# of more than the two, or of fewer than all that were counted
_OTHERWISE = lazy(
    r"\b(?:week|season|fiscal|national|nationwide|statewide|annual|overall|global|worldwide"
    r"|all[- ]time|in (?:jail|custody|hospital|prison)|still|remaining|active|current)\b"
)
# "287 people in the region": the total ends what is told of it
_ENDS = lazy(
    r"(?!\sthan\b)(?:[\s-](?!(?:as|with|after|since|so|because|across|including|this|last|that|who|now)\b)"
    r"[a-z'-]+){0,8}[\"')]*(?:[.;]|$)"
)
_ITS = lazy(r"\b(?:its|their)\b")  # another's number may have been told before
_TAKEN_OFF = lazy(
    r"\b(?:dropped|dismissed|withdrawn|removed from|corrected|revised|released|recovered"
    r"|resigned|retired|closed|lost|left|cancel|duplicat|overlap|counted twice|net|minus|less)"
)


def brought_to(reading: Reading) -> Iterator[Relation]:
    """What is told before, the number that comes to it, and what they bring the total to."""
    for index, skeleton in worded(reading, _WORDS, fewest=2):
        for match in _BRINGS.finditer(skeleton.text):
            last, whole = skeleton.group(match, "last"), skeleton.group(match, "whole")
            if last is None or whole is None or family(last) != family(whole):
                continue
            if index == 0 or not _is_plain(skeleton, match):
                continue
            first = _before(reading, index, last, whole)
            if first is None or (first.value or 0) >= (whole.value or 0):
                continue
            parts = (first, last)
            if (first.range + last.range).meets(whole.range) or (
                first.value != last.value  # "12 More Die" over "12 more died", told twice
                and is_a_slip_apart(whole, parts)
                and _is_sure(reading, parts, whole)
            ):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _is_plain(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the total is of no longer time, of no wider place, and of no one kind."""
    tie, end = match["tie"], match.end("whole")
    if WIDER.search(tie) or _OTHERWISE.search(tie):
        return False
    if any(is_kind(singular(word)) for word in tie.split()):
        return False  # "bringing the number of women to", of all held
    return _ENDS.match(skeleton.text, end) is not None and not _ITS.search(tie)


def _before(reading: Reading, index: int, last: Figure, whole: Figure) -> Figure | None:
    """The one number of the same things in the nearest sentence before that tells of any."""
    skeleton = reading.sentences[index]
    if any(m.figure.end <= last.start for m in _like(reading, index, last, whole)):
        return None
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        told = _like(reading, at, last, whole)
        if told:
            alone = len(told) == 1 and not (told[0].compared or told[0].nested)
            return (
                told[0].figure
                if alone and _is_same(reading, told[0], skeleton, last, whole)
                else None
            )
    return None


def _like(reading: Reading, index: int, last: Figure, whole: Figure) -> list[Mention]:
    """The numbers of a sentence that may count what *last* and *whole* do."""
    skeleton, home = reading.sentences[index], reading.sentences[last.sentence]
    nouns = [noun for f in (last, whole) if (noun := head(home, f)) is not None]
    return [
        m
        for m in mentions(reading, index)
        if family(m.figure) == family(last)
        and all(_may_be_one(head(skeleton, m.figure), noun) for noun in nouns)
    ]


def _may_be_one(one: str | None, other: str) -> bool:
    return alike(one, other) or (one in _DEAD and other in _DEAD)


def _is_same(
    reading: Reading, told: Mention, skeleton: Skeleton, last: Figure, whole: Figure
) -> bool:
    """Whether one noun or one deed is told of both, or *last* as more of what was told."""
    above = reading.sentences[told.figure.sentence]
    noun = head(above, told.figure)
    nouns = [n for f in (last, whole) if (n := head(skeleton, f)) is not None]
    if noun is not None and nouns:
        return True
    more = comes_besides(skeleton.text, skeleton.sign_of(last))
    return more or one_deed(reading, told.figure, skeleton)


def _is_sure(reading: Reading, parts: tuple[Figure, ...], whole: Figure) -> bool:
    """Whether nothing told between the first part and the end takes any off."""
    if not all(f.range.is_exact for f in (*parts, whole)) or (parts[-1].value or 0) < 2:
        return False
    between = reading.sentences[parts[0].sentence : whole.sentence + 1]
    return not any(_TAKEN_OFF.search(s.text) for s in between)
