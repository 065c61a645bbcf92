"""Which mention of a place or time belongs to which figure of its sentence.

A mention that a preposition ties to the figure before it (``28 arrests in Baltimore``) is that
figure's; one that stands before a figure (``Denver (63)``, ``in fiscal 2015 there were 119,772``)
is the following figure's. A figure without one of its own takes the nearest before it in the
sentence, or else the first after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from crossfoot.figures.context.english import BEFORE_FIGURE, PREPOSITIONS
from crossfoot.figures.skeleton import SIGNS

Meaning = TypeVar("Meaning")
_BREAKS = frozenset(", ; : ) and but while".split())
_HEDGES = frozenset("more less fewer higher lower larger other rather".split())
_COMPARING = frozenset("than from compared versus against below above exceeding ; :".split())
_BEFORE_BASE = BEFORE_FIGURE - {"than", "over", "under"}
_AS = frozenset("many much high few".split())
_JOINTS = frozenset("and but while".split())
_ARTICLES = frozenset("the a an nearby all this that its early late mid -".split())


class Mention(NamedTuple, Generic[Meaning]):
    """Words ``start`` to ``end`` and what they name."""

    start: int
    end: int
    meaning: Meaning


def owners(
    lower: Sequence[str], figures: Sequence[int], mentions: Sequence[Mention[Meaning]], begin: int
) -> list[int]:
    """For each mention the index of the figure it belongs to.

    Args:
        lower: The words of the text.
        figures: The words of the sentence's figures, in order, at least one.
        mentions: Mentions of the sentence, in order.
        begin: First word of the sentence.
    """
    out: list[int] = []
    for mention in mentions:
        after = bisect_left(figures, mention.end)
        before = bisect_right(figures, mention.start) - 1
        if before < 0:
            out.append(0)
        elif after >= len(figures):
            out.append(len(figures) - 1)
        elif lower[mention.end] == "," and lower[mention.end + 1] == "when":
            out.append(after)  # "over fiscal 2017, when it removed 226,119"
        else:
            tied = _tied(lower, figures[before], mention.start, begin)
            out.append(before if tied else after)
    return out


def _tied(lower: Sequence[str], figure: int, start: int, begin: int) -> bool:
    """Whether a preposition ties the mention at *start* to the figure before it."""
    position = start - 1
    while position > figure and lower[position] in _ARTICLES:
        position -= 1
    if position <= figure:
        return True
    if lower[position] not in PREPOSITIONS:
        return lower[position] not in _BREAKS and not _broken(lower, figure, start)
    return not _broken(lower, figure, position)


def _broken(lower: Sequence[str], figure: int, stop: int) -> bool:
    return any(lower[position] in _BREAKS for position in range(figure + 1, stop))


def spread(
    lower: Sequence[str],
    figures: Sequence[int],
    mentions: Sequence[Mention[Meaning]],
    owner: Sequence[int],
) -> list[Mention[Meaning] | None]:
    """The mention of each figure: its own, the nearest before it, or the first after it.

    Nothing is taken from behind a word of comparison: in ``a fifth more than the 90 arrests of
    fiscal 2016`` the year is not that of the fifth.
    """
    own: list[Mention[Meaning] | None] = [None] * len(figures)
    for mention, index in zip(mentions, owner, strict=True):
        held = own[index]
        if held is None or _nearer(figures[index], mention, held):
            own[index] = mention
    out = list(own)
    last: Mention[Meaning] | None = None
    for index in range(len(figures)):
        held = own[index]
        out[index] = held or last
        if held is not None and not is_base(lower, figures[index]):
            last = held
    following: Mention[Meaning] | None = None
    for index in range(len(figures) - 1, -1, -1):
        if index + 1 < len(figures) and _compared(lower, figures[index], figures[index + 1]):
            following = None
        following = own[index] or following
        out[index] = out[index] or following
    return out


def is_base(lower: Sequence[str], figure: int) -> bool:
    """Whether the figure is only what another is compared with: ``down from 57,861``."""
    position = figure - 1
    while position > 0 and lower[position] in _BEFORE_BASE:
        position -= 1
    word, before = lower[position], lower[position - 1]
    if word == "than":  # "30 percent more than the 110,104", but not "more than 500"
        return before not in _HEDGES or "\ue000" <= lower[position - 2] <= "\uf8ff"
    if word == "to":
        return before in ("compared", "up", "down")
    return word in ("from", "against", "versus")


def _nearer(figure: int, one: Mention[Meaning], other: Mention[Meaning]) -> bool:
    return _distance(figure, one) < _distance(figure, other)


def _distance(figure: int, mention: Mention[Meaning]) -> int:
    if mention.start >= figure:
        return mention.start - figure
    return figure - mention.end + 1


def _compared(lower: Sequence[str], first: int, second: int) -> bool:
    """Whether what is told of the second figure need not hold for the first."""
    gap = lower[first + 1 : second]
    if lower[first] == SIGNS["multiple"]:  # "double the 6,815 of fiscal 2020"
        return True
    if not _COMPARING.isdisjoint(gap):
        return True
    if lower[first - 2 : first] == ["of", "the"] and lower[first - 3] == "." and "," in gap:
        return True  # "Of the 30 deaths, 8 were in Texas"
    if "as" in gap and any(a == "as" and b in _AS for a, b in pairwise(gap)):
        return True
    if "," in gap and any(a == "," and b in _JOINTS for a, b in pairwise(gap)):
        return True
    return lower[second + 1] == "of" and lower[second + 2] in ("them", "those")
