"""Tallies: a number announced, and the items then listed."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.tallies.agencies import agencies_listed
from crossfoot.relate.tallies.ages_listed import ages_listed
from crossfoot.relate.tallies.all_named import all_named
from crossfoot.relate.tallies.amounts import amounts_listed
from crossfoot.relate.tallies.announced import announced
from crossfoot.relate.tallies.apposed import apposed
from crossfoot.relate.tallies.begun_alike import begun_alike
from crossfoot.relate.tallies.bracketed import bracketed_listed
from crossfoot.relate.tallies.by_age import told_by_age
from crossfoot.relate.tallies.by_event import told_by_events
from crossfoot.relate.tallies.charges_told import charges_told, counts_charged
from crossfoot.relate.tallies.companies import companies_listed
from crossfoot.relate.tallies.counts import counts_listed
from crossfoot.relate.tallies.crimes import crimes_listed
from crossfoot.relate.tallies.dates import dates_listed
from crossfoot.relate.tallies.deeds import deeds_listed
from crossfoot.relate.tallies.drugs import drugs_listed
from crossfoot.relate.tallies.each_count import counts_each
from crossfoot.relate.tallies.following import following_listed
from crossfoot.relate.tallies.in_sentence import in_sentence
from crossfoot.relate.tallies.in_turn import events_in_turn
from crossfoot.relate.tallies.joined_by import joined_by
from crossfoot.relate.tallies.labelled import labelled
from crossfoot.relate.tallies.laid_out import laid_out
from crossfoot.relate.tallies.lines import after_persons, bullets, lines, ordinals
from crossfoot.relate.tallies.persons import persons_listed
from crossfoot.relate.tallies.places import events_listed, places_listed, sections_listed
from crossfoot.relate.tallies.repeated_in import one_of_them, repeated_in, taken_up_in
from crossfoot.relate.tallies.rows_before import after_row
from crossfoot.relate.tallies.rows_of_places import rows_of_places
from crossfoot.relate.tallies.sharing_noun import sharing_noun
from crossfoot.relate.tallies.states import states_listed
from crossfoot.relate.tallies.the_number import taken_up
from crossfoot.relate.tallies.they_are import they_are
from crossfoot.relate.tallies.told_by_date import told_by_date
from crossfoot.relate.tallies.told_by_name import told_by_name
from crossfoot.relate.tallies.told_off import told_off
from crossfoot.relate.tallies.told_singly import told_singly
from crossfoot.relate.tallies.years import years_listed

# what is listed or told one by one in sentences further on
_FAR = (
    labelled,
    told_by_name,
    told_by_age,
    following_listed,
    counts_each,
    companies_listed,
    agencies_listed,
    they_are,
    drugs_listed,
    charges_told,
    counts_charged,
    told_by_events,
    told_by_date,
    places_listed,
    states_listed,
    rows_of_places,
    sections_listed,
    joined_by,
    ordinals,
    events_in_turn,
    laid_out,
    all_named,
    sharing_noun,
    taken_up_in,
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every tally that the wording asserts, one a figure."""
    seen: set[str] = set()
    for found in _all(reading):
        counts = {count.id for count in found.figures("count")}
        if not counts & seen:
            seen |= counts
            yield found


def _all(reading: Reading) -> Iterator[Relation]:
    yield from dates_listed(reading)
    yield from years_listed(reading)
    if not announced(reading):
        return
    yield from amounts_listed(reading)
    yield from ages_listed(reading)
    for index, _ in announced(reading):
        yield from _beside(reading, index)
    yield from told_singly(reading)
    persons = (*persons_listed(reading), *deeds_listed(reading))
    yield from sorted(persons, key=_differs)  # a number that a list fits is the number of that list
    for rule in _FAR:
        yield from rule(reading)


def _beside(reading: Reading, index: int) -> Iterator[Relation]:
    """What is listed in the sentence of a number, or in the lines after it."""
    skeleton = reading.sentences[index]
    yield from counts_listed(reading, index, skeleton)
    yield from in_sentence(reading, skeleton)
    yield from told_off(reading, skeleton)
    yield from bracketed_listed(reading, skeleton)
    yield from bullets(reading, index)
    yield from lines(reading, index)
    yield from after_row(reading, index)
    yield from after_persons(reading, index)
    yield from apposed(reading, skeleton)
    yield from taken_up(reading, skeleton)
    yield from repeated_in(reading, skeleton)
    yield from one_of_them(reading, skeleton)
    yield from events_listed(reading, skeleton)
    yield from crimes_listed(reading, skeleton)
    yield from begun_alike(reading, skeleton)


def _differs(found: Relation) -> bool:
    return found.figures("count")[0].value != len(found.roles["items"])
