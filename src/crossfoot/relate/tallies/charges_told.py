"""Charges announced by number and told next: ``two counts. … is accused of lying and stealing``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Relation
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.words import CRIMES, NO_LIST, items_in
from crossfoot.relate.wording.rows import head

_CHARGES = frozenset("count charge felony misdemeanor crime offense".split())
_TOLD = lazy(
    r"\b(?P<tie>the (?:charges|counts|crimes|offenses) (?:are|were)|accused of|charged with"
    r"|guilty of|(?:convicted|accused) (?:him|her|them) of|charg(?:es?|ed) (?:him|her|them) with"
    r"|convicted of)\s(?P<list>[^.;:]{5,400})"
)
_SOME = lazy(r"\b(?:including|such as|among|other|related to|stemming|while|which|who|after)\b")
REACH = 3  # sentences after the number in which the charges are told


def charges_told(reading: Reading) -> Iterator[Relation]:
    """The number of charges, where the next sentence that tells of charges lists as many."""
    if CRIMES.isdisjoint(reading.words):
        return
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        counted = [f for f in figures if head(skeleton, f) in _CHARGES and f.hedge is None]
        if len(counted) != 1:
            continue
        for later in reading.sentences[index + 1 : index + 1 + REACH]:
            match = _TOLD.search(later.text)
            if match is None:
                continue
            listed = match["list"]
            if later.within(*match.span("list")) or _SOME.search(listed) or NO_LIST.search(listed):
                break
            items = items_in(reading, later, *match.span("list"))
            if items and len(items.finest) == counted[0].value:
                yield from tally(reading, counted, items, later.span(match, "tie"), sure=False)
            break
