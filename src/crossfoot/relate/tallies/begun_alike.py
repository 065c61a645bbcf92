"""Items that begin with one word: ``two findings: that it leaked, and that it was known``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import plural, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.words import NP, PLACED

# "two findings: that", "two kinds of arrests, those", "three files: one"
_ALIKE = r"that|those|whether|how|why|{n}\s(?:for|in|from|at|on|with|to|by|against)"
_ALIKE_WORDS = frozenset(("that", "those", "whether", "how", "why"))
_ITEM_ALIKE = pattern(r"(?:[,;]\s(?:and\s)?|\sand\s)(?P<word>" + _ALIKE + r")(?=\s)")
_KINDS = lazy(r"\b(?:kinds|types|sorts|groups|categories|classes|sets|forms)\b")
_SET_OFF = pattern(r"[:,(-]\s(?:" + _ALIKE + r")\s")
_BEGIN_ALIKE = pattern(
    r"(?P<n>{n})(?P<np>" + NP + r")(?P<tie>:|,|\s-|\s\()\s(?P<word>" + _ALIKE + r")(?=\s)"
)


def begun_alike(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """``two recommendations: that … and that …``; ``three files, one for … and one for …``."""
    if _ALIKE_WORDS.isdisjoint(skeleton.words) and sum(f.value == 1 for f in skeleton.figures) < 2:
        return
    for match in _BEGIN_ALIKE.finditer(skeleton.text) if _SET_OFF.search(skeleton.text) else ():
        word = match["word"].split()[0]
        one = word in SIGNS.values()
        if one and skeleton.figure_at(match.start("word")).value != 1:
            continue
        if match["tie"] == "," and not one and not _KINDS.search(match["np"]):
            continue
        spans = [match.span("word")]
        for item in _ITEM_ALIKE.finditer(skeleton.text, match.end()):
            if item["word"].split()[0] == word:
                spans.append(item.span("word"))
        last = skeleton.text[: spans[-1][0]].rstrip()
        placed = PLACED.match(match["np"].lstrip())
        if len(spans) > 1 and last.endswith("and") and plural(match["np"]) and not placed:
            items = Items.exactly([Span(skeleton.offset(a), skeleton.offset(b)) for a, b in spans])
            aside = match["tie"] == "," and "," in skeleton.text[spans[-1][1] :]
            tie = skeleton.span(match, "tie")
            yield from tally(reading, [skeleton.group(match, "n")], items, tie, sure=not aside)
