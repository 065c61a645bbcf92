"""Sums written out with their signs: ``$300 (seed) + $200 (feed) = $500``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import family

_TOLD = r"(?:\s[a-z][a-z'-]*){{0,3}}?(?:\s?\([^()+=\ue000-\uf8ff]{{1,50}}\))?"
_SUM = pattern(
    r"(?<![+*/x=-])(?<![+*/x=-]\s)(?P<parts>{amount}" + _TOLD
    + r"(?:\s?(?P<tie>\+)\s?{amount}" + _TOLD + r")+)"
    r"\s?=\s?(?:a total of\s)?(?P<whole>{amount})(?!\s?[+*/x-])"
)  # fmt: skip
LEAST = 10  # "2 + 2 = 5" is a saying


def equations(reading: Reading) -> Iterator[Relation]:
    """Every sum that a sentence writes out."""
    for _, skeleton in reading.quantified:
        if "+" not in skeleton.text or "=" not in skeleton.text:  # as of nearly all
            continue
        for match in _SUM.finditer(skeleton.text):
            parts = skeleton.within(*match.span("parts"))
            whole = skeleton.group(match, "whole")
            if whole is not None and _are_summed(parts, whole):
                tie = skeleton.span(match, "tie")
                yield relation("sum", reading, [tie], parts=parts, whole=whole)


def _are_summed(parts: tuple[Figure, ...], whole: Figure) -> bool:
    """Whether all are amounts of one kind, and no saying of two small numbers."""
    kinds = {family(f) for f in (*parts, whole)}
    return len(kinds) == 1 and kinds != {None} and (whole.value or 0) >= LEAST
