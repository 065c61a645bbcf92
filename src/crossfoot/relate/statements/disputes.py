"""Accounts in sentences of their own: "The number is in dispute", "The gardener says 70."

One source gives its number and another its own; a sentence above tells that they differ, the
second answers the first, or is of the same days.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.relate.statements.accounts import SAYING, Account, States
from crossfoot.relate.statements.same import another_kind, elsewhere, heads, other_time
from crossfoot.relate.statements.slips import in_scale
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.phrases import worded
from crossfoot.relate.wording.stems import stem

_NUMBER = r"(?:accounts?|numbers?|figures?|counts?|totals?|tall(?:y|ies)|tolls?|estimates?)"
# "How many is in dispute", "It depends on whom you ask", "The two counts differ"
_DISPUTED = (
    r"disputed?\b|\bdepends on who(?:'s |m? )"
    rf"|\b{_NUMBER} (?:[a-z]+ ){{0,2}}(?:differ|vary|conflict|disagree|do not (?:agree|match))\b"
    r"|\btells? it (?:[a-z]+ )?differently\b|\bconflicting [a-z]+\b"
    r"|\b(?:nobody|no one|no two|few) (?:[a-z]+ )?agrees?\b"
    r"|\bdisagrees? (?:on|about|over) (?:the|how)\b"
    r"|\b(?:(?:is not|isn't) (?:easy|clear)|hard) to (?:say|tell|know)\b"
)
# "The city counts fewer", "The agency's own figure is lower than ours"
_HELD_APART = (
    rf"\b(?:counts?|counted|puts? (?:it|the [a-z]+)|{_NUMBER} (?:is|are|was|were))"
    r" (?:far |much |slightly |somewhat |a little )?(?:fewer|more|lower|higher|smaller|larger)\b"
)
_CUE = lazy(rf"{_DISPUTED}|{_HELD_APART}")
_TELLS = lazy(
    rf"\b(?:{'|'.join(SAYING)}|told|tells|count|speaks of|spoke of|knows of|knew of|estimates?"
    r"|believes?|verified|confirmed)\b"
)
# one of them is in every cue
_HINTS = ("disput", "depends", "differ", "vary", "conflict", " agree", "disagree", " say", " tell",
          " know", " fewer", " more", " lower", " higher", " smaller", " larger")  # fmt: skip
# one of these in a cue that has a figure of its own: "On Route 9 nobody agrees on how many"
_CUE_WORDS = frozenset(
    "dispute disputed undisputed agree agrees depends differ differently".split()
)
# "The groundskeeper says 70.", "The sheriff's office counts 248 declined."
_SAYS_SO = partial(
    pattern,
    r"\b(?P<tie>{said}|count|puts? it at) {hedge}(?P<other>{n})(?P<deed> [a-z]+(?:ed|en|t))?"
    r"(?=[.,;]|$)",
    said=f"(?:{'|'.join(SAYING)})",
    hedge=r"(?:[a-z]+ ){0,2}?",
)
# "A year earlier, it counted 70": the same source of another time
_OF_ANOTHER_TIME = lazy(
    r"\b(?:earlier|later|ago|before|previously|(?:last|next|previous|prior|following) [a-z]+)\b"
)
_PUT_AT = lazy(
    rf"\b(?:puts?|placed|set|counted) (?:(?:the|its|their) {_NUMBER} (?:at )?)?(?:[a-z]+ ){{0,2}}$"
)
_NARROWED = lazy(r"[^,.;:]{0,40}?\b(?:who|with|without|for|convicted|charged|wanted|identified)\b")
_SAME_TIME = lazy(
    r"\b(?P<tie>(?:in|over|during|for|on) (?:that|those|the) same (?:days?|nights?|weeks?|months?"
    r"|years?|period|time|span|stretch))\b"
)
_OF_SAME = frozenset(("same",))
_ANSWERS = frozenset((*SAYING, "count"))
_SHARES = ("percent", "fraction")
_REACH = 4  # sentences in which the two numbers follow
_BRIEF = 120  # characters of an answer
_BACK = 6  # sentences, to the number that the first source gave


def disputes(reading: Reading) -> Iterator[Account]:
    """Two numbers of sources that the sentences around them set against each other."""
    states = States(reading)
    yield from _announced(reading, states)
    yield from _answered(reading, states)
    yield from _at_one_time(reading, states)


def _announced(reading: Reading, states: States) -> Iterator[Account]:
    """ "How many is in dispute." Then the numbers follow, or one follows and one stood before."""
    for index in reading.with_figures:
        cue = reading.sentences[index - 1]
        if not index or (cue.figures and _CUE_WORDS.isdisjoint(cue.words)):
            continue
        hinted = any(map(cue.text.__contains__, _HINTS))
        match = _CUE.search(cue.text) if hinted else None
        pair = match and _pair(reading, states, index)
        if match and pair:
            yield Account(*pair, cue.span(match))


def _answered(reading: Reading, states: States) -> Iterator[Account]:
    """ "The owner puts the number at 54. The gardener says 70." """
    sentences = reading.document.sentences
    for index, skeleton in worded(reading, _ANSWERS):
        if not index or len(skeleton.figures) > 2 or len(skeleton.text) > _BRIEF:
            continue
        if sentences[index - 1].block != sentences[index].block:
            continue
        match = _SAYS_SO().search(skeleton.text)
        other = states.of(skeleton.group(match, "other")) if match else None
        if match is None or other is None or _OF_ANOTHER_TIME.search(skeleton.text):
            continue
        deed = stem(match["deed"].strip()) if match["deed"] else ""
        one = _done(reading, states, index - 1, deed) if deed else _put(reading, states, index - 1)
        if one and in_scale(one, other) and not _placed_apart(one, other):
            yield Account(one, other, skeleton.span(match, "tie"))


def _done(reading: Reading, states: States, index: int, deed: str) -> Statement | None:
    """The number of those to whom *deed* was done: "declined 269 of them"."""
    said = _TELLS.search(reading.sentences[index].text)
    told = [s for f in reading.by_sentence[index] if (s := states.of(f)) and s.group == "count"]
    found = [s for s in told if s.governor == deed] or [s for s in told if deed in s.near]
    sure = said and len(found) == 1 and not (found[0].step or found[0].ranged)
    return found[0] if sure else None


def _put(reading: Reading, states: States, index: int) -> Statement | None:
    """What a number is put at: "puts the number at 54"."""
    one = _account(reading, states, index)
    if one is None:
        return None
    skeleton = one.skeleton
    return one if _PUT_AT.search(skeleton.text, 0, skeleton.sign_of(one.figure)) else None


def _at_one_time(reading: Reading, states: States) -> Iterator[Account]:
    """ "… 330 people … A coalition knows of 350 people taken in the same days." """
    sentences = reading.document.sentences
    for index, skeleton in worded(reading, _OF_SAME):
        match = _SAME_TIME.search(skeleton.text)
        other = _account(reading, states, index) if match else None
        if match is None or other is None or not other.head:
            continue
        for at in range(index - 1, max(-1, index - _BACK), -1):
            one = _account(reading, states, at)
            if sentences[at].block != sentences[index].block:
                break
            if one is None or one.head != other.head or _is_narrowed(one):
                continue
            if not (_placed_apart(one, other) or another_kind(one, other)):
                if in_scale(one, other):
                    yield Account(one, other, skeleton.span(match, "tie"))
                break


def _is_narrowed(one: Statement) -> bool:
    """Whether it is only of some: "157 people had been arrested for assault"."""
    return _NARROWED.match(one.skeleton.text, one.skeleton.sign_of(one.figure) + 1) is not None


def _placed_apart(one: Statement, other: Statement) -> bool:
    """Whether the two are told of two places."""
    here, there = one.figure.place, other.figure.place
    return elsewhere(one, other) or bool(here and there and here != there)


def _pair(reading: Reading, states: States, index: int) -> tuple[Statement, Statement] | None:
    """What two sources give in the sentences after the cue; or one there, and one before."""
    found: list[Statement] = []
    for at in range(index, min(index + _REACH, len(reading.sentences))):
        told = _account(reading, states, at)
        if told:
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
