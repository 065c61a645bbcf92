"""Events announced with their total, and told one by one with parts that come to it."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.sums.announced import OCCASIONS, SHARED_PLACES, SITES, announcements, counted
from crossfoot.relate.sums.by_event import Told, told_by_event
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.kinds import PERSONS
from crossfoot.relate.wording.rows import head

# what is told as more of the same: "They took another "
_MORE = lazy(r"\b(?:another|an additional|a further)\s$")


def told_by_events(reading: Reading) -> Iterator[Relation]:
    """The number of events, where what they come to says that all of them are told."""
    told = told_by_event(reading)
    for whole, number in announcements(reading) if told else ():
        events = told.get((whole.id, number.id))
        noun = counted(reading.sentences[number.sentence], number)
        if events is None or not _may_count(noun, events):
            continue
        items, sure = Items.exactly(events.openers), _closes(reading, noun, events)
        if noun in SHARED_PLACES:
            sure = False  # two events can be at one of them, and one at two
        yield from tally(reading, [number], items, events.openers[0], sure=sure)


def _may_count(noun: str | None, told: Told) -> bool:
    """Whether each event is one of what the noun counts: a raid, a house, a giver, a place."""
    by_place = noun in SHARED_PLACES and told.fits
    return noun in OCCASIONS | SITES or by_place or (noun in PERSONS and told.singly)


def _closes(reading: Reading, noun: str | None, told: Told) -> bool:
    """Whether the parts make the whole, and each event is one of those counted.

    "The driver had another $80,000" tells no other stop than the sentence before.
    """
    same = any(_MORE.search(reading.text, e.opener.start, e.opener.end) for e in told.events)
    return (
        told.fits
        and not same
        and not any(
            (f.value or 0) > 1 and f.kind == "count" and head(reading.sentences[at], f) == noun
            for event in told.events
            for at in range(event.first, event.last + 1)
            for f in reading.by_sentence[at]
        )
    )
