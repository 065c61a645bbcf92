"""Persons named under the noun that was counted: ``6 nurses … nurses Ann Lee, Bo Roy, … and``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import behind_charge
from crossfoot.relate.tallies.names import groups, persons_from
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import phrase

REACH = 25  # sentences after a number in which its noun labels names


def labelled(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons, and the first row of names that their noun leads."""
    text, sentences = reading.document.text, reading.document.sentences
    for figure, noun in _numbers(reading).values():
        last = min(figure.sentence + REACH, len(sentences) - 1)
        at = reading.text.find(f" {noun} ", figure.end, sentences[last].end)
        while at >= 0:
            start = at + len(noun) + 2
            if text[start : start + 1].isupper():
                yield from _led(reading, figure, Span(at + 1, start - 1), start)
            at = reading.text.find(f" {noun} ", start, sentences[last].end)


def _led(reading: Reading, figure: Figure, noun: Span, start: int) -> Iterator[Relation]:
    """The number against the names that begin at *start*, right behind its noun."""
    sentences = reading.document.sentences
    sentence = sentences[bisect_right(sentences, start, key=lambda s: s.start) - 1]
    row = _row(reading.document.text, start, sentence.end)
    if row:
        charged = behind_charge(reading.document.text, sentence.start, noun.start)
        yield from tally(reading, [figure], Items.exactly(row), noun, sure=charged)


def _numbers(reading: Reading) -> Mapping[str, tuple[Figure, str]]:
    """The one number of each kind of persons, with its noun; a kind with two is left out."""
    found: dict[str, tuple[Figure, str]] = {}
    twice = set()
    for index, figures in announced(reading):
        for figure in figures:
            words = phrase(reading.sentences[index], figure)
            noun = next((word for word in reversed(words) if is_person(word)), None)
            if noun is None or figure.hedge is not None:
                continue
            if found.setdefault(noun, (figure, noun))[0].value != figure.value:
                twice.add(noun)
    return {noun: told for noun, told in found.items() if noun not in twice}


def _row(text: str, start: int, end: int) -> tuple[Span, ...] | None:
    """The names from *start* on, up to those that another noun leads."""
    row = persons_from(text, start, end)
    if row is None or not row.closed:
        return None
    first = next(spans for _, spans in groups(row))
    return first if len(first) > 1 else None
