"""A number of charges and the crimes named: ``three felonies, murder, robbery and arson``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.tallies.announced import tally
from crossfoot.relate.tallies.words import CRIMES, NO_LIST, items_in

# "faces three felonies, murder, robbery and arson", "two charges of burglary, theft and arson"
_CRIMES = f"(?:{'|'.join(sorted(CRIMES))})"
_OF_CRIMES = lazy(rf"\b{_CRIMES}(?:,| of)\s")
_ACCUSING = frozenset(
    "charged convicted guilty pleaded face faces faced facing indicted acquitted sentenced".split()
)
_CHARGES = pattern(
    r"\b(?:charged with|convicted of|guilty (?:to|of)|pleaded (?:guilty )?to|fac(?:es?|ed|ing)"
    r"|indicted on|acquitted of|sentenced for)\s(?:the\s|all\s)?"
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?" + _CRIMES + r"(?P<tie>,|\sof)\s"
    r"(?P<list>[a-z -]+, [a-z, -]+ and [a-z -]+|[a-z-]+(?: [a-z-]+)? and [a-z-]+(?: [a-z-]+)?)"
    r"(?=[.;]|$)"
)


def crimes_listed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``three felonies, murder, robbery and arson``; "counts of" can be several of a kind."""
    if CRIMES.isdisjoint(skeleton.words) or _ACCUSING.isdisjoint(skeleton.words):
        return
    if not _OF_CRIMES.search(skeleton.text):
        return
    for match in _CHARGES.finditer(skeleton.text):
        listed = match["list"]
        if skeleton.within(*match.span("list")) or NO_LIST.search(listed):
            continue
        items = items_in(reading, skeleton, *match.span("list"))
        if items is None or items.least != len(items.finest):
            continue
        tie = skeleton.span(match, "tie")
        figure = skeleton.group(match, "n")
        yield from tally(reading, [figure], items, tie, partial=match["tie"] == " of")
