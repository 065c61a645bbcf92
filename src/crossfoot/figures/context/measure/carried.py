"""What a figure that names nothing itself counts: the noun before it, its list, or the topic."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures.context.attach import is_base
from crossfoot.figures.context.english import (
    BEFORE_FIGURE,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
    is_plural,
)
from crossfoot.figures.context.lexicon import Hit
from crossfoot.figures.context.measure.noun import NO_NOUNS
from crossfoot.figures.context.measure.part import is_included
from crossfoot.figures.context.measure.sentence import FAR, PARTS, Counted, Sentence
from crossfoot.figures.context.measure.table import Term
from crossfoot.figures.context.scope import refers_back
from crossfoot.model import Figure

# a noun after one of these is no subject; "not arrests" is none at all
GOVERNING = (PREPOSITIONS - {"of", "than"}) | {"not"}
_LINKS = frozenset("to from , and or then down up by compared with in".split())
_POINTING = frozenset("another other more among of the these those it they".split())


def carried(
    sentence: Sentence,
    at: int,
    figure: Figure,
    start: int,
    until: int,
    unit: str | None,
    head: Counted | None,
    previous: Sequence[Counted],
) -> Counted:
    """What such a figure counts; *head* is its noun phrase if that names only people."""
    lower, topic, last = sentence.words.lower, sentence.topic, previous[-1] if previous else None
    if last is not None and head is None and figure.kind == "count" and is_base(lower, at):
        return last.again(unit, until)
    back = refers_back(lower, at)
    if last is None and back and topic is not None:
        return topic.again(unit, until)
    if last is not None and back and last.measure is not None:
        return last.again(unit, until)
    if head is not None and _is_plain(sentence, at, previous):
        return Counted(unit, sentence.table.people, until, False)
    listed = next((c for c in reversed(previous) if c.measure not in sentence.table.unlisted), None)
    near = _before(sentence, at, start)
    if near is None and listed is not None and listed.measure is not None:
        return listed.again(unit, until)
    before = near or _before(sentence, at, sentence.begin)
    if before is not None and _fits(sentence, before, figure, head):
        named = sentence.surface(before) if before.meaning.role != "event" else None
        unit = unit or named or unit_carried(sentence, previous) or _unit_before(sentence, at)
        return Counted(unit, sentence.choose(before.meaning), until, False)
    again = last is not None and _counts_again(sentence, last, at)
    if last is not None and again and (last.measure or head is None) and figure.kind not in PARTS:
        unit = unit or last.unit_of_count or _unit_before(sentence, at)
        return Counted(unit, last.measure, until, False)
    unit = unit or _unit_before(sentence, at)
    if head is not None and topic and topic.measure in sentence.table.plans:
        return Counted(unit, sentence.table.people, until, False)  # beds, and then people
    if topic is not None:
        return topic.again(unit, until)
    return Counted(unit, sentence.table.people if head else None, until, False)


def _before(sentence: Sentence, at: int, after: int) -> Hit[Term] | None:
    """The nearest noun between words *after* and *at* that stands on its own, or an event."""
    event = None
    for hit in reversed(sentence.free):
        if hit.end > at or hit.meaning.role == "people":
            continue
        if hit.start < after:
            break
        if hit.meaning.role == "event":
            event = event or hit
        elif _stands_alone(sentence, hit):
            return hit
    return event


def _stands_alone(sentence: Sentence, hit: Hit[Term]) -> bool:
    """Whether a noun can be what a later figure counts: ``to the countries`` cannot."""
    name = hit.meaning.measures[0]
    if name in sentence.table.agents:
        return False
    lower = sentence.words.lower
    if name in sentence.table.things and not is_plural(lower[hit.end - 1]):
        return False
    for position in range(hit.start - 1, max(sentence.begin, hit.start - 5) - 1, -1):
        word = lower[position]
        if word in GOVERNING or word in ("a", "an"):
            return False
        number = sentence.words.figure[position]
        if number >= 0 and sentence.words.figures[number].kind == "date":
            break
        if number >= 0 and name in sentence.table.things:
            return False
        if (word in STOPS and word not in DETERMINERS) or not (word[0].isalpha() or number >= 0):
            break
    return True


def _unit_before(sentence: Sentence, at: int) -> str | None:
    """The nearest noun of several before a figure that has none after it."""
    lower = sentence.words.lower
    for position in range(at - 1, max(sentence.begin, at - FAR) - 1, -1):
        word = lower[position]
        if word in (";", ":") and position < at - 1:
            break
        noun = is_plural(word) and word not in NO_NOUNS
        if noun and (position == sentence.begin or not sentence.words.titled[position]):
            return sentence.span(position, position + 1)
    return None


def unit_carried(
    sentence: Sentence, previous: Sequence[Counted], measure: str | None = None
) -> str | None:
    """The noun of the last count, of the same *measure* where one is given."""
    for counted in reversed((sentence.topic, *previous)):
        unit = counted.unit_of_count if counted else None
        if unit and counted and (measure in (None, counted.measure) or _is_person(sentence, unit)):
            return unit
    return None


def _is_person(sentence: Sentence, unit: str) -> bool:
    """Whether the unit is a word for people: ``migrants``."""
    hit = sentence.table.terms.at((unit.lower().split()[-1], ""), 0)
    return hit is not None and hit.meaning.role == "people"


def _is_plain(sentence: Sentence, at: int, previous: Sequence[Counted]) -> bool:
    """Whether people are counted of whom the sentence says nothing that the field knows."""
    lower = sentence.words.lower
    if previous or sentence.qualified or refers_back(lower, at) or is_included(sentence, at):
        return False
    if not _POINTING.isdisjoint(lower[max(sentence.begin, at - 4) : at]):
        return False
    return all(hit.meaning.role == "people" for hit in sentence.free)


def _counts_again(sentence: Sentence, previous: Counted, at: int) -> bool:
    """Whether a bare figure goes on counting what the last did: ``201 centers to 172``."""
    if sentence.topic is None or previous.measure not in sentence.table.unlisted:
        return True
    gap = sentence.words.lower[previous.until : at]
    return all(word in BEFORE_FIGURE or word in _LINKS for word in gap)


def _fits(sentence: Sentence, before: Hit[Term], figure: Figure, head: Counted | None) -> bool:
    """Whether a noun before can be what the figure counts; places and offices hardly are."""
    if before.meaning.measures[0] not in sentence.table.things:
        return True
    plain = figure.kind not in ("percent", "rate") and head is None
    return plain or sentence.topic is None
