"""Items told off in a sentence: ``three roles: 1) …, 2) …``, ``two aims: first, …; second, …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import plural, tally
from crossfoot.relate.tallies.items import AND_ANOTHER, Items
from crossfoot.relate.tallies.words import CHOSEN, NO_LIST, NP, counted

_TOLD = (" (1) ", " 1) ", " (a) ", " a) ", " first")
_OPENED = pattern(r"(?P<n>{n})(?P<np>" + NP + r")(?P<tie>:|,|\s-{{1,2}})\s")
# "(1) fraud; (2) theft", "a) fraud, b) theft"
_NUMBERED = lazy(r"(?:^|[\s;,])\(?(?P<mark>[1-9]|[a-h])\),?\s")
_NUMBERS = ("123456789", "abcdefgh")
# "first, that they paid; and, second, that"
_ORDERED = lazy(
    r"[;:,-]\s(?P<and>and,?\s)?(?P<mark>first|second|third|fourth|fifth|sixth)(?=[,\s])"
)
_ONE_MORE = (", and ", "; and ", "; finally", ", finally", "; lastly")
_NEXT = lazy(r"\s*\(?[2-9b-h]\),?\s")


def told_off(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A number and the items that its sentence tells off by digits, letters or ordinals."""
    body = reading.text[skeleton.start : skeleton.end]
    if not any(map(body.__contains__, _TOLD)):
        return
    for match in _OPENED.finditer(skeleton.text):
        at = skeleton.offset(match.end())
        comma = match["tie"] == ","  # "three medals, first in Reno, second in Elko"
        spans, sure = _numbered(reading, skeleton, at) or _ordered(reading, skeleton, at)
        sure = sure and not comma
        if len(spans) < 2 or not plural(match["np"]):
            continue
        chosen = CHOSEN.search(skeleton.text, 0, match.start("n"))
        figure = counted(skeleton, match)
        if chosen or figure is None or NO_LIST.search(reading.text, at, skeleton.end):
            continue
        sure = sure and figure.hedge is None
        sure = sure and not AND_ANOTHER.search(reading.text, at, skeleton.end)
        items = Items.exactly(spans)
        yield from tally(reading, [figure], items, skeleton.span(match, "tie"), sure=sure)


def _numbered(
    reading: Reading, skeleton: Skeleton, start: int
) -> tuple[tuple[Span, ...], bool] | None:
    """The marks from *start* on, where they count from 1 or a; whether they end with their list."""
    marks = list(_NUMBERED.finditer(reading.text, start - 1, skeleton.end))
    if len(marks) < 2 or marks[0].start("mark") > start + 1:
        return None
    said = "".join(mark["mark"] for mark in marks)
    if not any(order.startswith(said) for order in _NUMBERS):
        return None
    return tuple(Span(*mark.span("mark")) for mark in marks), not goes_on(reading, skeleton)


def goes_on(reading: Reading, skeleton: Skeleton) -> bool:
    """Whether the next sentence goes on telling off: "(4) a gate"."""
    return _NEXT.match(reading.text, skeleton.end) is not None


def _ordered(reading: Reading, skeleton: Skeleton, start: int) -> tuple[tuple[Span, ...], bool]:
    """The same by "first, …; second, …": they end where "and" stands before the last."""
    marks = list(_ORDERED.finditer(reading.text, start - 2, skeleton.end))
    in_turn = tuple(mark["mark"] for mark in marks) == IN_TURN[: len(marks)]
    if len(marks) < 2 or not in_turn or marks[0].start("mark") != start:
        return (), False
    after = reading.text[marks[-1].end() : skeleton.end]
    over = marks[-1]["and"] is not None or not any(map(after.__contains__, _ONE_MORE))
    return tuple(Span(*mark.span("mark")) for mark in marks), over
