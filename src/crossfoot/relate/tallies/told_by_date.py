"""Deeds announced by number and told by their dates: ``three robberies. On May 2, they …``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.rows import head

_EVENTS = frozenset(
    "robbery burglary theft raid attack shooting seizure action incident stop attempt interdiction"
    " sale purchase buy meeting operation assault encounter interception search event bust case"
    " break-in heist hit".split()
)
_PLACES = frozenset("bank store pharmacy home house restaurant station".split())
_DAY = lazy(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b", 2)
_ON = lazy(r"\W*(?:then\s|later\s|and\s)?on\s(?:or about\s)?$")
REACH = 20  # sentences after the number in which its deeds are told
FEWEST = 3  # pieces between semicolons that are a list


def told_by_date(reading: Reading) -> Iterator[Relation]:
    """The number of deeds, where as many sentences or pieces of one then begin with their dates."""
    if not any(figure.kind == "date" for figure in reading.figures):
        return
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        for figure in figures:
            noun = head(skeleton, figure)
            if figure.hedge is not None or not (noun in _EVENTS or noun in _PLACES):
                continue
            days = _pieces(reading, index, figure) or (
                _days(reading, index) if noun in _EVENTS else ()
            )
            if len(days) == figure.value:
                yield from tally(reading, [figure], Items.exactly(days), days[0])


def _days(reading: Reading, index: int) -> tuple[Span, ...]:
    """The days, each told once, with which sentences after *index* begin."""
    found: dict[str, Span] = {}
    for skeleton in reading.sentences[index + 1 : index + 1 + REACH]:
        dates = [f for f in skeleton.figures[:1] if f.kind == "date" and _DAY.match(f.text)]
        if dates and _ON.match(skeleton.text[: skeleton.sign_of(dates[0])]):
            day = _DAY.match(dates[0].text)
            found.setdefault(day.group().lower() if day else "", dates[0].span)
    return tuple(found.values())


def _pieces(reading: Reading, index: int, figure: Figure) -> tuple[Span, ...]:
    """The pieces of a sentence between semicolons, each with its date."""
    for skeleton in reading.sentences[index : index + REACH]:
        cuts = (
            [at for at, sign in enumerate(skeleton.text) if sign == ";"]
            if ";" in skeleton.text
            else []
        )
        if len(cuts) + 1 < FEWEST or len(cuts) + 1 != figure.value:
            continue
        edges = [0, *cuts, len(skeleton.text)]
        pieces = [
            [f for f in skeleton.within(a, b) if f.kind == "date"] for a, b in pairwise(edges)
        ]
        if all(pieces):
            return tuple(dates[-1].span for dates in pieces)
    return ()
