"""Names that share one noun: ``five sectors … agents of the El Paso, Laredo and Del Rio sectors``.

The noun behind the names is the one that was counted shortly before. The names may be some of
those, so that only a row of just as many is a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.phrases import phrase

_REACH = 4  # sentences after a number in which those counted are named
_FEWEST = 3
_ROW_WORDS = frozenset(("the", "and"))
_NAME = r"(?:[A-Z][\w.'’-]*(?:\s[A-Z][\w'’-]*){0,2}|\d{1,2}(?:st|nd|rd|th))"
# "the El Paso, Big Bend and Laredo | sectors"
_ROW = lazy(
    rf"\b[Tt]he\s(?P<row>{_NAME}(?:,\s{_NAME})+,?\sand\s{_NAME})\s(?P<words>[A-Za-z]+(?:\s[a-z]+)?)"
)
_ONE = lazy(rf"(?:^|,\s(?:and\s)?|\sand\s)(?P<name>{_NAME})")


def sharing_noun(reading: Reading) -> Iterator[Relation]:
    """Things announced by number, and named in a row before their noun."""
    for index, figures in announced(reading):
        for figure in figures:
            nouns = phrase(reading.sentences[index], figure)[-1:]
            if not nouns or (figure.value or 0) < _FEWEST:
                continue
            last = min(index + _REACH, len(reading.sentences) - 1)
            for at in range(index, last + 1):
                if _ROW_WORDS | {nouns[0]} <= reading.sentences[at].words:
                    start = max(figure.end, reading.sentences[at].start)
                    if row := _row(reading, nouns[0], start, reading.sentences[at].end):
                        tie = Span(row[0].start, row[-1].end)
                        yield from tally(reading, [figure], Items.exactly(row), tie, sure=False)
                        break


def _row(reading: Reading, noun: str, start: int, end: int) -> tuple[Span, ...]:
    """The names before *noun* in a stretch of text; none where there is no row of them."""
    for match in _ROW.finditer(reading.document.text, start, end):
        if match["words"].lower().split()[-1] == noun or match["words"].lower().startswith(noun):
            at = match.start("row")
            found = _ONE.finditer(match["row"])
            return tuple(Span(at + m.start("name"), at + m.end("name")) for m in found)
    return ()
