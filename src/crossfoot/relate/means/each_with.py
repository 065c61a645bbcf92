"""So many things with so much in each, and in the next sentence what that comes to.

``In the bed were 20 sacks, each with about 200,000 pills. In total that comes to four million
pills``. The second sentence takes up the first and nothing else is counted in it: such a total is
alleged where it does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import head

_HEDGE = hedges("an estimated", "a total of", "an?")
_HOLDS = (
    r"(?:with|holding|containing|weighing|carrying|bearing|worth|of|(?:filled|packed|stuffed|loaded)"
    r" with)"
)
# 20 "sacks, each with" 200,000 "pills."; 12 "bags of" 50 "phones each."
_EACH = pattern(
    r"(?P<count>{n})(?: [a-z'-]+){{1,4}}?(?:,? each(?: of (?:them|which))? {holds} {hedge}"
    r"(?P<mean>{amount})"
    r"(?: [a-z'-]+){{0,3}}| {holds} {hedge}(?P<mean2>{amount})(?: [a-z'-]+){{0,3}}"
    r" (?:each|apiece))\W*$",
    hedge=_HEDGE, holds=_HOLDS,
)  # fmt: skip
# "In total that comes to" four million; "Together they weighed" 30 pounds
_COMES_TO = pattern(
    r"^\W*(?:(?:in (?:total|all)|all told|altogether|(?:taken )?together),? )?"
    r"(?:that|this|it|they|these"
    r"|the (?P<what>[a-z]+)) (?:(?:together|thus|all) )?(?P<tie>(?:comes?|came|adds? up|added up"
    r"|amount(?:s|ed)?|works? out|worked out) to|makes?|made|is|was|means|meant"
    r"|weigh(?:s|ed)?|holds?|held|contain(?:s|ed)?|total(?:s|l?ed)?) {hedge}(?P<total>{amount})"
    r"(?: (?!(?:more|fewer|less|higher|lower|too|short|than|per|an?|each|of|over|above|below)\b)"
    r"[a-z'-]+){{0,3}}(?=[.;,)]|$)",
    hedge=_HEDGE,
)  # fmt: skip
_TWO = 2  # amounts of the sentence that tells what each holds
_FURTHER = lazy(r"\b(?:also|another|other|others|further|more|additional|plus|first|including)\b")


def each_with(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The total that a sentence gives of what the sentence before says each of several holds."""
    match = _COMES_TO.match(skeleton.text) if index else None
    before = reading.sentences[index - 1]
    if match is None or before.amounts != _TWO or _FURTHER.search(before.text):
        return
    told = _EACH.search(before.text)
    if told is None:
        return
    mean = before.group(told, "mean") or before.group(told, "mean2")
    count, total = before.group(told, "count"), skeleton.group(match, "total")
    if not (mean and count and total) or not _are_alike(before, skeleton, mean, total):
        return
    if match["what"] and match["what"] not in before.words:
        return
    if index > 1 and _told_before(reading.sentences[index - 2], before, mean, count):
        return
    options = {"count": str(count.value), "unit": ""}
    tie = skeleton.span(match, "tie")
    yield relation("mean", reading, [tie], options, total=total, mean=mean, count=count)


def _are_alike(before: Skeleton, here: Skeleton, mean: Figure, total: Figure) -> bool:
    """Whether what each holds and what all hold are told in one unit, of one thing."""
    kinds = {"count" if f.kind == "number" else f.kind for f in (mean, total)}
    if len(kinds) != 1 or (mean.kind in ("money", "measure") and mean.unit != total.unit):
        return False
    things = head(before, mean), head(here, total)
    return None in things or things[0] == things[1]


def _told_before(earlier: Skeleton, before: Skeleton, mean: Figure, count: Figure) -> bool:
    """Whether more of what is held, or of what holds it, was counted just before."""
    things = {head(before, mean), head(before, count)} - {None}
    return any(head(earlier, f) in things for f in earlier.figures)
