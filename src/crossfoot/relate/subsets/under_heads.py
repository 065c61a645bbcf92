"""Parts in a list under its whole: ``Of the 400 stops:`` and below it ``132 led to a search``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Relation
from crossfoot.relate.wording.hedged import hedges
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_H = hedges("a total of")
# "Of the 400 stops made in May:"
_HEAD = pattern(
    r"\W*(?P<tie>(?:of|among)\s(?:(?:the|those|these|all|its|their)\s)*)" + _H
    + r"(?P<whole>{n})(?:[^.;:\ue000-\uf8ff]|{date}){{0,60}}:\s*$"
)  # fmt: skip
# "- 132 led to a search"; a number with its percentage is one of shares
_ITEM = pattern(r"\W*" + _H + r"(?P<part>{n})\s(?!\(?{percent})")


def under_head(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """The items right below a head that takes them out of its number, each with its own first."""
    head = _HEAD.match(skeleton.text)
    whole = skeleton.group(head, "whole") if head else None
    sentences, blocks = reading.document.sentences, reading.document.blocks
    for at in range(index + 1, len(sentences)) if head and whole else ():
        if sentences[at].block == sentences[at - 1].block:
            continue
        if blocks[sentences[at].block].kind != "item":
            break
        item = _ITEM.match(reading.sentences[at].text)
        part = reading.sentences[at].group(item, "part") if item else None
        if head and whole and part and family(part) == family(whole):
            tie = skeleton.span(head, "tie")
            yield relation("subset", reading, [tie], part=part, whole=whole)
