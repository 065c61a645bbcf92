"""Persons named under the noun that was counted: ``6 nurses … nurses Ann Lee, Bo Roy, … and``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import behind_charge
from crossfoot.relate.tallies.names import groups, persons_from
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import singular
from crossfoot.relate.wording.rows import head

_LABEL = lazy(r"(?<=\s)(?P<noun>[a-z-]+(?:s|men|women|people))\s(?=[A-Z][\w'’.-]*\s[A-Z])")
REACH = 25  # sentences after a number in which its noun labels names


def labelled(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons, and the first row of names that their noun leads."""
    numbers = _numbers(reading)
    if not numbers:
        return
    text = reading.document.text
    for sentence in reading.document.sentences:
        for label in _LABEL.finditer(text, sentence.start, sentence.end):
            figure = numbers.get(singular(label["noun"]))
            if figure is None or not 0 <= sentence.index - figure.sentence <= REACH:
                continue
            if figure.end > label.start() or (row := _row(text, label.end(), sentence.end)) is None:
                continue
            tie = Span(*label.span("noun"))
            charged = behind_charge(text, sentence.start, label.start())
            yield from tally(reading, [figure], Items.exactly(row), tie, sure=charged)


def _numbers(reading: Reading) -> Mapping[str, Figure]:
    """The one number of each kind of persons; a kind with two numbers is left out."""
    found: dict[str, Figure] = {}
    twice = set()
    for index, figures in announced(reading):
        for figure in figures:
            noun = head(reading.sentences[index], figure)
            if noun is None or figure.hedge is not None or not is_person(noun):
                continue
            if found.setdefault(noun, figure).value != figure.value:
                twice.add(noun)
    return {noun: figure for noun, figure in found.items() if noun not in twice}


def _row(text: str, start: int, end: int) -> tuple[Span, ...] | None:
    """The names from *start* on, up to those that another noun leads."""
    row = persons_from(text, start, end)
    if row is None or not row.closed:
        return None
    first = next(spans for _, spans in groups(row))
    return first if len(first) > 1 else None
