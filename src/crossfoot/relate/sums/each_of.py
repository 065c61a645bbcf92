"""A whole that is so many of each kind: ``nine weapons: three each of rifles, pistols and knives``.

The number stands once for every kind that is named; a row of several numbers, one of which is told
of each, is read with the other rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.so_many_each import how_often

_CUES = frozenset(("each",))
# "nine weapons: | three each", "12 arrests, | four each", "The six guns were | two each"
_LEADS = lazy(
    r"\s(?:(?!(?:in|at|on|from|to|for|by|with)\b)[a-z][a-z'-]*\s?){1,4}(?P<tie>:|,|\s-|\s\(|"
    r"\b(?:were|are|consisting of|consisted of|made up of|comprising|comprised))\s?"
)
# "rifles, pistols and knives, | for a total of 9", "…, 9 weapons in all", "…: nine in all"
_TOTALS = pattern(
    r"[^.;\ue000-\uf8ff]*?(?P<tie>(?:,|:|\s-)\s(?:for\s|or\s|making\s)?(?:a\stotal\sof\s)?)"
    r"(?P<whole>{amount})(?P<all>\s(?:[a-z-]+\s){{0,2}}?(?:in all|in total|altogether)\b)?"
)
_ENDS = lazy(r"(?![^.;:]*\sand\s[^,.;:]*,\sand\s)[^.;:\ue000-\uf8ff]*(?:[.;]|$)")
# some are told, or more than those
_OPEN = lazy(
    r"\b(?:includ|among|such as|mostly|mainly|at least|only|first|another|more|other|the rest"
    r"|remain|plus|as well as|up to)"
)


def each_of(reading: Reading) -> Iterator[Relation]:
    """Every whole that one number, told of each of several things, makes."""
    for _, skeleton in worded(reading, _CUES, fewest=2):
        for part in skeleton.figures:
            often = how_often(skeleton, part)
            if often is None or often < 2 or part.value is None or not _is_bare(skeleton, part):
                continue
            found = _before(skeleton, part, often) or _after(skeleton, part)
            if found is not None and family(found[0]) == family(part):
                whole, tie = found
                told = {"claim": "full", "times": str(often)}
                yield relation("sum", reading, [tie], told, parts=part, whole=whole)


def _is_bare(skeleton: Skeleton, part: Figure) -> bool:
    """Whether the number has no noun of its own: no "two counts each", of six people."""
    return skeleton.text.startswith(" each ", skeleton.sign_of(part) + 1)


def _before(skeleton: Skeleton, part: Figure, often: int) -> tuple[Figure, Span] | None:
    """The number right before, with nothing but its noun between, where the list closes all."""
    at = skeleton.sign_of(part)
    before = [f for f in skeleton.within(0, at) if family(f) == family(part)]
    if len(before) != 1 or _ENDS.fullmatch(skeleton.text, at + 1) is None:
        return None
    whole = before[0]
    start = skeleton.sign_of(whole)
    match = _LEADS.fullmatch(skeleton.text, start + 1, at)
    if match is None or _OPEN.search(skeleton.text, start):
        return None
    if match["tie"] == "," and (part.value or 0) * often != whole.value:
        return None  # "90 people, 40 each in Ohio and Iowa. The other ten work from home"
    return whole, skeleton.span(match, "tie")


def _after(skeleton: Skeleton, part: Figure) -> tuple[Figure, Span] | None:
    """The total that the sentence closes with."""
    at = skeleton.sign_of(part)
    if skeleton.within(0, at) or _OPEN.search(skeleton.text):
        return None  # what was told before may be in the total
    match = _TOTALS.match(skeleton.text, at + 1)
    whole = skeleton.group(match, "whole") if match else None
    if match is None or whole is None or not ("total" in match["tie"] or match["all"]):
        return None
    return whole, skeleton.span(match, "tie")
