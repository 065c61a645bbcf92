"""Sums: a whole and the parts that the wording breaks it into."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation
from crossfoot.relate._wording import WORDS, relation, sentences

# "30 arrests: Denver (12), Boston (9) and Tampa (10)"
_IN_BRACKETS = pattern(
    r"(?P<whole>{n})(?P<tie>{word}{{0,60}}[:-])(?P<list>(?:[), ]*{word}{{1,60}}\({n}){{2,}})",
    word=WORDS,
)


def relate(reading: Reading) -> Iterator[Relation]:
    """Every sum that the wording asserts."""
    for _, skeleton in sentences(reading, fewest=3):
        for match in _IN_BRACKETS.finditer(skeleton.text):
            yield relation(
                "sum",
                reading,
                [skeleton.span(match, "tie")],
                whole=skeleton.group(match, "whole"),
                parts=skeleton.within(*match.span("list")),
            )
