"""Names told with something in brackets each: ``Four counties saw falls: Dane (down 12), …``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import plural, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.rows import ADDED

# "Four counties saw falls of more than 300 bookings last year:"
_ANNOUNCED = pattern(
    r"\W*(?:the |these |those |only )?(?P<n>{n})(?P<np>(?:\s[a-z-]+){{1,3}}?)\s"
    r"(?:had|have|saw|see|showed|reported|recorded|posted|were|are|accounted|led|made|lost|gained)\b"
    r"[^:;]{{3,160}}(?P<tie>:)\s"
)
# "The 12 on the way up:", "The two with significant falls were"
_THE_NUMBER = pattern(
    r"\W*(?:the|these|those|all)\s(?:other\s)?(?P<n>{n})(?P<np>(?:\s[a-z'-]+){{0,8}}?)"
    r"(?P<tie>:|\s(?:were|are):?)\s(?=[a-z][a-z .'-]{{1,40}}\s\()"
)
# "Ohio (down 2,300)", ", and Utah (4)"
_ITEM = pattern(
    r"(?:,\s|;\s|\sand\s|,\sand\s|;\sand\s)?(?P<name>[a-z][a-z .'-]{{1,40}})\s\([^()]*\)"
)
# "his cousin was released (no charge)"; no state, where "three states" are announced
_NO_NAME = lazy(r"\b(?:was|were|is|are|had|has|district of columbia|d\.c|puerto rico|guam)\b")
# "were armed (with knives)": what was done to them
_DONE = lazy(r"(?:[a-z]+ly )?[a-z]+(?:ed|ing|en|ly)\s\(")


def bracketed_listed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The names with brackets that a sentence counts at its head and lists behind its colon."""
    if skeleton.text.count("(") < 2:
        return
    opened = _ANNOUNCED.match(skeleton.text) if ": " in skeleton.text else None
    if opened is None or not plural(opened["np"]):
        opened = _THE_NUMBER.match(skeleton.text)
    if opened is None:
        return
    items: list[Span] = []
    at = opened.end()
    while item := _ITEM.match(skeleton.text, at):
        items.append(skeleton.span(item, "name"))
        at = item.end()
    if any(_DONE.match(reading.text, i.start) for i in items):
        return
    names = [reading.text[i.start : i.end] for i in items]
    if len({*names}) < len(names) or any(map(_NO_NAME.search, names)):
        return
    if len(items) > 1 and not skeleton.text[at:].strip(" .*"):
        figures = [skeleton.group(opened, "n")]
        if figures[0] and _adds_up(skeleton, opened.end(), figures[0]):
            return
        yield from tally(reading, figures, Items.exactly(items), skeleton.span(opened, "tie"))


def _adds_up(skeleton: Skeleton, start: int, figure: Figure) -> bool:
    """Whether the brackets tell how many of those counted: ``The five: Reno (2), Elko (3)``."""
    inside = [f for f in skeleton.within(start, len(skeleton.text)) if f.kind in ADDED]
    return sum((f.value or 0 for f in inside), Fraction(0)) == figure.value
