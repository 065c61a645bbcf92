"""What is said of a figure: the verb before it or behind (``arrested 498 people``)."""

from __future__ import annotations

from bisect import bisect_left

from crossfoot.figures.context.english import AUXILIARIES, BEFORE_FIGURE
from crossfoot.figures.context.measure.sentence import COUNTED, FAR, Counted, Sentence

_PARTING = frozenset("; . : whose".split())
_WHO = frozenset("who whom whose which that".split())
_CLAUSE = frozenset(", ; : and or but".split())


def event_before(sentence: Sentence, at: int, start: int) -> str | None:
    """The verb that governs the figure: ``arrested [about] 498 people``."""
    position = at - 1
    while position >= start and sentence.words.lower[position] in BEFORE_FIGURE:
        position -= 1
    for hit in reversed(sentence.hits):
        if hit.end - 1 == position and hit.meaning.role == "event" and hit.start >= start:
            return sentence.choose(hit.meaning, active=True)
        if hit.end <= position:
            break
    return None


def said_of(sentence: Sentence, until: int) -> str | None:
    """What happened to the people a noun names: ``two detainees [have] died``."""
    position = until
    while sentence.words.lower[position] in AUXILIARIES:
        position += 1
    for hit in sentence.free:
        if hit.start == position and hit.meaning.role == "event":
            return sentence.choose(hit.meaning)
    return None


def reach(sentence: Sentence, at: int, stop: int) -> int:
    """Up to where an event is said of the figure: past figures that open no new clause."""
    lower = sentence.words.lower
    far = min(sentence.end, at + FAR)
    for position in range(at + 1, far):
        if position < stop < sentence.end and lower[position] in _CLAUSE:
            return stop
        if position >= stop and (lower[position] in _CLAUSE or lower[position] in _WHO):
            return position
    return far


def event_after(sentence: Sentence, at: int, until: int, stop: int, *, bare: bool) -> str | None:
    """What is said of the people counted: ``498 people [from 42 countries] were arrested``."""
    lower = sentence.words.lower
    for hit in sentence.free[bisect_left(sentence.free, until, key=lambda h: h.start) :]:
        if hit.start >= stop or not _PARTING.isdisjoint(lower[until : hit.start]):
            return None
        if hit.meaning.role == "event" and not _governs(sentence, hit.end, at):
            return sentence.choose(hit.meaning)
        if bare and hit.meaning.role == "noun":
            named = all(lower[k] in AUXILIARIES for k in range(until, hit.start))
            return sentence.choose(hit.meaning) if named and hit.start > until else None
    return None


def _governs(sentence: Sentence, position: int, at: int) -> bool:
    """Whether a verb before *position* governs a figure behind it: ``and removed 59,011``."""
    lower = sentence.words.lower
    while lower[position] in BEFORE_FIGURE:
        if lower[position] == "at" and lower[position + 1] not in ("least", "most"):
            return False  # "arrested at two plants"
        position += 1
    number = sentence.words.figure[position]
    return number >= 0 and position > at and sentence.words.figures[number].kind in COUNTED


def whole_of(sentence: Sentence, at: int, stop: int) -> Counted | None:
    """What the whole counts that a figure is part of: ``46,015 of the 59,762 people held``."""
    if sentence.words.lower[at + 1] != "of" or stop > at + 4 or stop >= sentence.end:
        return None
    until = stop + 1
    event = event_after(sentence, stop, until, reach(sentence, stop, sentence.end), bare=False)
    return Counted(None, event, until, False)
