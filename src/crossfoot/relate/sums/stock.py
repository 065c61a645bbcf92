"""What there was, what came and went, what is left: ``had 400, hired 120 and lost 45, leaving``.

Each number has its own verb, and the last a word that makes it what all of them come to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, noun_of

_CAME = (
    "hired added gained received admitted bought raised collected deposited recruited acquired"
    " booked welcomed earned enrolled borrowed filed opened built"
).split()
_WENT = (
    "lost released closed spent deported removed transferred fired sold cut discharged dismissed"
    " withdrew shed freed repaid donated resolved decided completed scrapped sent moved"
).split()
_CAME_IN = ("took in", "taken in", "brought in", "booked in")
_WENT_OUT = ("paid out", "gave away", "let go", "laid off", "found homes for", "sent home")
_CUES = frozenset((*_CAME, *_WENT, *(told.split()[0] for told in (*_CAME_IN, *_WENT_OUT))))
_OPENING = frozenset(
    "began begins started starts opened had has held holding stood balance".split()
)
_LEFT = frozenset("leaving leaves left ending ended total bringing closing closed so now".split())


_ALL_CAME, _ALL_WENT = "|".join((*_CAME, *_CAME_IN)), "|".join((*_WENT, *_WENT_OUT))
_EVENT = pattern(
    r"(?:\b(?P<open>(?:began|begins|started|starts|opened)\b[^.;,\ue000-\uf8ff]{{0,40}}?\bwith"
    r"|had|has|held|holding|stood at|balance (?:of|was))"
    r"|\b(?P<close>leaving(?: (?:it|them|him|her))?(?: with)?|which (?:left|leaves)(?: it with)?"
    r"|(?:ending|ended|ends|closing|closed)\b[^.;,\ue000-\uf8ff]{{0,30}}?\b(?:with|at)"
    r"|(?:so |and )?(?:it |they )?now (?:has|have|holds?|stands at)|that left"
    r"|for a total of|bringing (?:the total|it|its [a-z]+|the [a-z]+) to|so)"
    rf"|\b(?P<came>{_ALL_CAME})|\b(?P<went>{_ALL_WENT}))"
    r"\s(?:(?:another|an additional|about|some|a further|only|just)\s)?(?P<n>{amount})"
    # "120 people were booked in and 45 were released"
    r"|(?P<m>{amount})(?:\s(?!of\b)[a-z]+){{0,2}}?\s(?:were|was)\s"
    rf"(?:(?P<came2>{_ALL_CAME})|(?P<went2>{_ALL_WENT}))\b"
)
_HOWS = ("open", "close", "came", "went", "came2", "went2")
# "after transfers", "and others left": more came or went than is told
_MORE = lazy(
    r"\b(?:other|others|transfers?|several|some|many|retire[a-z]*|including|among|adjust[a-z]*"
    r"|as well as|each)\b"
)
# behind what is left: its noun, where or when, and the stop
_AFTER = pattern(
    r"(?:\s(?!(?:with|because|as|after|once|when|without|of|open|if|for)\b)[a-z-]+){{0,2}}?"
    r"(?:\s(?:in custody|on hand|in place|on the books|at (?:the|its) [a-z]+"
    r"|at the end(?: of [a-z ]{{3,20}})?|(?:on|in|by|at the end of)\s(?:the\s)?(?:{date}|[a-z]+)))?"
    r"\s*(?:[.;]|$)"
)
_LEFT_OVER = frozenset(("left", "pending", "remaining"))
_NOW = lazy(r"\bnow\b")
_SENTENCES = 3  # in which all is told
_FEWEST = 4  # what there was, what came, what went, and what is left


@dataclass(frozen=True, slots=True)
class _Event:
    how: str
    figure: Figure
    at: Span


def stocks(reading: Reading) -> Iterator[Relation]:
    """Every account of what came and went between what there was and what is left."""
    if _LEFT.isdisjoint(reading.words):
        return
    done = -1
    for index, _ in worded(reading, _CUES):
        for first in (index - 1, index):
            if first > done and (told := _account(reading, first)):
                done = told[-1].figure.sentence
                if found := _relation(reading, told):
                    yield found
                break


def _account(reading: Reading, first: int) -> list[_Event] | None:
    """The events of a sentence and those after it, from what there was to what is left."""
    if first < 0 or not reading.by_sentence[first]:
        return None
    if _OPENING.isdisjoint(reading.sentences[first].words):
        return None
    blocks, told = reading.document.sentences, list[_Event]()
    for index in range(first, min(first + _SENTENCES, len(blocks))):
        if blocks[index].block != blocks[first].block:
            return None
        for event in _events(reading, index):
            if event is None or (event.how == "open") != (not told):
                return None
            told.append(event)
            if event.how == "close":
                return told if _is_whole(reading, told) else None
        if not told:
            return None
    return None


def _events(reading: Reading, index: int) -> Iterator[_Event | None]:
    """What is told of each amount of a sentence; nothing of one that has no such verb."""
    skeleton = reading.sentences[index]
    found = _EVENT.finditer(skeleton.text)
    by_sign = {m.start("n" if m["n"] else "m"): m for m in found}
    for figure in skeleton.figures:
        if family(figure) in (None, "percent"):
            continue
        match = by_sign.get(skeleton.sign_of(figure))
        how = next((name for name in _HOWS if match[name]), "") if match else ""
        yield _Event(how.rstrip("2"), figure, skeleton.span(match, how)) if match and how else None


def _is_whole(reading: Reading, told: list[_Event]) -> bool:
    """Whether something came and something went, of one kind, and nothing tells of more."""
    hows = [event.how for event in told]
    if len(told) < _FEWEST or not {"came", "went"} <= set(hows):
        return False
    if len({family(event.figure) for event in told}) != 1:
        return False
    last = reading.sentences[told[-1].figure.sentence]
    if _MORE.search(reading.text, told[0].figure.end, last.end):
        return False
    at = last.sign_of(told[-1].figure)
    behind = [f for f in last.within(at + 1, len(last.text)) if f.kind != "date"]
    if behind or _AFTER.match(last.text, at + 1) is None:
        return False
    noun = noun_of(reading, told[-1].figure)
    return noun is None or noun in _LEFT_OVER or alike(noun, noun_of(reading, told[0].figure))


def _relation(reading: Reading, told: list[_Event]) -> Relation | None:
    """The sum of an account; what there is now may come of more, and is taken where it fits."""
    parts = [event.figure for event in told if event.how in ("open", "came")]
    minus = [event.figure for event in told if event.how == "went"]
    whole, tie = told[-1].figure, told[-1].at
    made = Interval.sum(f.range for f in parts) - Interval.sum(f.range for f in minus)
    if _NOW.search(reading.text, tie.start, tie.end) and not made.meets(whole.range):
        return None
    return relation("sum", reading, [tie], {"claim": "full"}, parts=parts, minus=minus, whole=whole)
