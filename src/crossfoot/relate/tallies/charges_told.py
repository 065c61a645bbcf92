"""Charges announced by number and told next: ``two counts. … is accused of lying and stealing``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.words import CRIMES, NO_LIST, items_in
from crossfoot.relate.wording.phrases import worded
from crossfoot.relate.wording.rows import head

_CHARGES = frozenset("count charge felony misdemeanor crime offense".split())
_TOLD = lazy(
    r"\b(?P<tie>the (?:charges|counts|crimes|offenses) (?:are|were)|accused of|charged with"
    r"|guilty of|(?:convicted|accused) (?:him|her|them) of|charg(?:es?|ed) (?:him|her|them) with"
    r"|convicted of)\s(?P<list>[^.;:]{5,400})"
)
_SOME = lazy(r"\b(?:including|such as|among|other|related to|stemming|while|which|who|after)\b")
# "The three-count indictment charges Roe with", "a two-count complaint accusing Roe of"
_COUNTS = pattern(
    r"(?P<n>{n})(?:-count|\scounts?)\s(?:[a-z]+\s){{0,2}}?(?:indictment|complaint|information|petition)\s"
    r"[^.;:\ue000-\uf8ff]{{0,40}}?(?P<tie>(?:charg(?:es|ed|ing)|accus(?:es|ed|ing))\s[^.;:,]{{1,60}}?"
    r"\s(?:with|of))\s(?P<list>[a-z][^.;:]{{5,300}})"
)
_CONSPIRED = lazy(r"\b(?:conspir|attempt|aiding|scheme)")
REACH = 3  # sentences after the number in which the charges are told


def counts_charged(reading: Reading) -> Iterator[Relation]:
    """The counts of an indictment, where it lists as many crimes; never fewer than crimes."""
    for _, skeleton in worded(reading, frozenset(("count", "counts"))):
        match = _COUNTS.search(skeleton.text)
        if match is None or skeleton.within(*match.span("list")):
            continue
        listed = match["list"]
        if _SOME.search(listed) or NO_LIST.search(listed):
            continue
        items = items_in(reading, skeleton, *match.span("list"))
        if items is None or len(items.finest) > len(items.spans):
            continue
        figure, tie = skeleton.group(match, "n"), skeleton.span(match, "tie")
        sure = _CONSPIRED.search(listed) is None
        yield from tally(reading, [figure], items, tie, partial=True, sure=sure)


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
