"""Persons named under the noun that was counted: ``6 nurses … nurses Ann Lee, Bo Roy, … and``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.charged import LEDE, persons_charged
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.name_rows import behind_charge
from crossfoot.relate.tallies.names import groups, persons_from
from crossfoot.relate.tallies.words import AS_WELL, is_person
from crossfoot.relate.wording.phrases import phrase

_Led = tuple[Span, tuple[Span, ...], bool]
REACH = 25  # sentences after a number in which its noun labels names


def labelled(reading: Reading) -> Iterator[Relation]:
    """Numbers of persons, and the first row of names that their noun leads."""
    numbers = _numbers(reading)
    charged = {f.id for group in persons_charged(reading, LEDE) for f in group} if numbers else {}
    for figure, noun in numbers.values():
        found = list(_led(reading, figure, noun))
        for label, row, accused in found[:1]:
            # a second row may name more of them
            sure = accused and len(found) == 1 and figure.id in charged
            yield from tally(reading, [figure], Items.exactly(row), label, sure=sure)


def _led(reading: Reading, figure: Figure, noun: str) -> Iterator[_Led]:
    """Each row of names right behind *noun*: where the noun stands, the names, whether charged."""
    text, sentences = reading.document.text, reading.document.sentences
    end = sentences[min(figure.sentence + REACH, len(sentences) - 1)].end
    at = reading.text.find(f" {noun} ", figure.end, end)
    while at >= 0:
        start = at + len(noun) + 2
        sentence = sentences[bisect_right(sentences, start, key=lambda s: s.start) - 1]
        row = _row(text, start, sentence.end) if text[start : start + 1].isupper() else None
        if row:
            again = AS_WELL.search(reading.text, sentence.start, sentence.end)
            charged = again is None and behind_charge(text, sentence.start, at)
            yield Span(at + 1, start - 1), row, charged
        at = reading.text.find(f" {noun} ", start - 1, end)


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
