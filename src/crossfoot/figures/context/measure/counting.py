"""What a figure counts.

The noun that follows a figure speaks first (``28 arrests``); a figure of people takes the event
said of them (``arrested 498 people``, ``people held``); a bare figure takes the nearest noun
before it (``arrests rose to 956``), the measure of its list, or the topic carried over.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.context.measure.carried import carried, unit_carried
from crossfoot.figures.context.measure.event import (
    event_after,
    event_before,
    reach,
    said_of,
    whole_of,
)
from crossfoot.figures.context.measure.noun import noun_of
from crossfoot.figures.context.measure.part import is_rest, wholes_of, yields
from crossfoot.figures.context.measure.sentence import Counted, Sentence
from crossfoot.figures.context.scope import refers_back
from crossfoot.model import Figure


def count_of(
    sentence: Sentence, at: int, figure: Figure, start: int, stop: int, previous: Sequence[Counted]
) -> Counted:
    """What the figure at word *at* counts; it owns words *start* to *stop*."""
    head = noun_of(sentence, at, figure, stop)
    if head is not None and previous and _is_elided(sentence, at, head):
        head = None
    if head is not None and head.own:
        return head
    until = head.until if head else at + 1
    unit = figure.unit or (head.unit if head else None)
    rest, pointing = is_rest(sentence, at), refers_back(sentence.words.lower, at)
    event = _event(sentence, at, figure, start, until, stop, head)
    if event is not None and rest and yields(sentence, event):
        event = None
    whole = whole_of(sentence, at, stop)
    if whole is not None and (event is None or sentence.absorbs(whole, event)):
        event = whole.measure
    wholes = wholes_of(sentence, at, previous, pointing=pointing)
    for earlier in wholes:
        if event is not None and sentence.absorbs(earlier, event):
            event = earlier.measure
    if event is not None:
        return Counted(unit or unit_carried(sentence, previous, event), event, until, True)
    topic = sentence.topic
    if rest and topic is not None and topic.measure is not None:
        return topic.again(unit, until)
    found = carried(sentence, at, figure, start, until, unit, head, previous)
    whole = next((w for w in wholes if sentence.absorbs(w, found.measure or "")), None)
    return found._replace(measure=whole.measure) if whole else found


def _event(
    sentence: Sentence,
    at: int,
    figure: Figure,
    start: int,
    until: int,
    stop: int,
    head: Counted | None,
) -> str | None:
    """What is said to have happened to the people counted: by the verb before, or behind."""
    event = event_before(sentence, at, start) if sentence.hits else None
    if event is None and head is not None and head.measure is not None:
        event = said_of(sentence, until) or head.measure
    if event is None and sentence.free and sentence.free[-1].start >= until:
        event = event_after(sentence, at, until, reach(sentence, at, stop), bare=head is None)
    if event is None or head is not None or figure.kind not in ("percent", "fraction"):
        return event
    if sentence.topic and sentence.absorbs(sentence.topic, event):
        return None  # "80 percent had been arrested by" others: of the people removed
    return event


def _is_elided(sentence: Sentence, at: int, head: Counted) -> bool:
    """``7,600 had convictions and 2,000 pending charges``: people who had them, not charges."""
    joined = sentence.words.lower[at - 1] in ("and", ",")
    if head.measure not in sentence.table.things or not joined:
        return False
    return not any(at < hit.start < head.until for hit in sentence.free)
