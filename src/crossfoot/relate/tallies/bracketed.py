"""Names told with something in brackets each: ``Four counties saw falls: Dane (down 12), …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import plural, tally
from crossfoot.relate.tallies.items import Items

# "Four counties saw falls of more than 300 bookings last year:"
_ANNOUNCED = pattern(
    r"\W*(?:the |these |those |only )?(?P<n>{n})(?P<np>(?:\s[a-z-]+){{1,3}}?)\s"
    r"(?:had|have|saw|see|showed|reported|recorded|posted|were|are|accounted|led|made|lost|gained)\b"
    r"[^:;]{{3,160}}(?P<tie>:)\s"
)
# "Ohio (down 2,300)", ", and Utah (4)"
_ITEM = pattern(
    r"(?:,\s|;\s|\sand\s|,\sand\s|;\sand\s)?(?P<name>[a-z][a-z .'-]{{1,40}})\s\([^()]*\)"
)
# "his cousin was released (no charge)"; no state, where "three states" are announced
_NO_NAME = lazy(r"\b(?:was|were|is|are|had|has|district of columbia|d\.c|puerto rico|guam)\b")


def bracketed_listed(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The names with brackets that a sentence counts at its head and lists behind its colon."""
    if ": " not in skeleton.text or skeleton.text.count("(") < 2:
        return
    opened = _ANNOUNCED.match(skeleton.text)
    if opened is None or not plural(opened["np"]):
        return
    items: list[Span] = []
    at = opened.end()
    while item := _ITEM.match(skeleton.text, at):
        items.append(skeleton.span(item, "name"))
        at = item.end()
    names = [reading.text[i.start : i.end] for i in items]
    if len({*names}) < len(names) or any(map(_NO_NAME.search, names)):
        return
    if len(items) > 1 and not skeleton.text[at:].strip(" .*"):
        figures = [skeleton.group(opened, "n")]
        yield from tally(reading, figures, Items.exactly(items), skeleton.span(opened, "tie"))
