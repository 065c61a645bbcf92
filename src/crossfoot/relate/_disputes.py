"""Accounts that a sentence without a figure sets against each other: "The number is in dispute."

"The city counts fewer." Then one source gives its number and another its own, each in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.relate._accounts import SAYING, Account, States
from crossfoot.relate._same import heads, in_scale, other_time
from crossfoot.relate._statement import Statement

_NUMBER = r"(?:accounts?|numbers?|figures?|counts?|totals?|tall(?:y|ies)|tolls?|estimates?)"
# "How many is in dispute", "It depends on whom you ask", "The two counts differ"
_DISPUTED = (
    rf"(?:in|under|not un|open to |un)?\s?disputed?\b|\bwhom? you ask\b"
    rf"|\b{_NUMBER} (?:[a-z]+ ){{0,2}}(?:differ|vary|conflict|disagree|do not (?:agree|match))\b"
    r"|\btells? it (?:[a-z]+ )?differently\b|\bconflicting [a-z]+\b"
)
# "The city counts fewer", "The agency's own figure is lower than ours"
_HELD_APART = (
    rf"\b(?:counts?|counted|puts? (?:it|the [a-z]+)|{_NUMBER} (?:is|are|was|were))"
    r" (?:far |much |slightly |somewhat |a little )?(?:fewer|more|lower|higher|smaller|larger)\b"
)
_CUE = lazy(rf"{_DISPUTED}|{_HELD_APART}")
_TELLS = lazy(
    rf"\b(?:{'|'.join(SAYING)}|told|tells|count|speaks of|spoke of|knows of|knew of|estimates?"
    r"|believes?)\b"
)
_SHARES = ("percent", "fraction")
_REACH = 3  # sentences in which the two numbers follow
_BACK = 6  # sentences, to the number that the first source gave


def disputes(reading: Reading) -> Iterator[Account]:
    """Two numbers of sources that such a sentence sets against each other."""
    states = States(reading)
    figured = frozenset(reading.with_figures)
    for index in reading.with_figures:
        if not index or index - 1 in figured:
            continue
        cue = reading.sentences[index - 1]
        match = _CUE.search(cue.text)
        pair = match and _pair(reading, states, index)
        if match and pair:
            yield Account(*pair, cue.span(match))


def _pair(reading: Reading, states: States, index: int) -> tuple[Statement, Statement] | None:
    """What two sources give in the sentences after the cue; or one there, and one before."""
    sentences = reading.document.sentences
    found: list[Statement] = []
    for at in range(index, min(index + _REACH, len(sentences))):
        told = _account(reading, states, at)
        if told and sentences[at].block == sentences[index].block:
            found.append(told)
    if not found:
        return None
    if len(found) > 1:
        return (found[0], found[1]) if _of_one(found[0], found[1]) else None
    for at in range(index - 2, max(-1, index - _BACK), -1):
        told = _account(reading, states, at)
        if told and told.head and told.head == found[0].head and _of_one(told, found[0]):
            return told, found[0]
    return None


def _account(reading: Reading, states: States, index: int) -> Statement | None:
    """The number that a sentence credits to somebody: its first, behind a verb of saying."""
    counts = (s for f in reading.by_sentence[index] if (s := states.of(f)) and s.group == "count")
    first = next(counts, None)
    if first is None or first.step or first.part or first.ranged or first.joined:
        return None
    skeleton = reading.sentences[index]
    told = _TELLS.search(skeleton.text, 0, skeleton.sign_of(first.figure))
    shared = any(f.kind in _SHARES and f.start < first.order for f in skeleton.figures)
    return first if told and not shared else None  # "42 percent of 900" tells of the share


def _of_one(one: Statement, other: Statement) -> bool:
    """Whether two numbers can be of the same things."""
    # of "says it knows of 71" nothing tells what is counted
    named = not (one.label or other.label)
    if named and heads(one, other) == "unlike":
        return False
    return in_scale(one, other) and not other_time(one, other)
