"""Changes that are added: ``12 more … 7 fewer … combined, 5 more``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded

BACK = 3  # sentences before the one that combines them
_STEP = pattern(r"(?P<step>{n})\s(?:[a-z]+\s)?(?P<way>more|fewer|less)\b(?! than (?:{n}|half))")
_WAYS = frozenset(("more", "fewer", "less"))
_COMBINED = pattern(r"\b(?:combined|together|in total|overall|all told|taken together)\b[^.;]*{n}")
# of each of these phrases one word
_CUES = frozenset("combined together total overall told".split())


def combined(reading: Reading) -> Iterator[Relation]:
    """A combined change and the two, up or down, that make it up."""
    for index, skeleton in worded(reading, _CUES):
        match = _COMBINED.search(skeleton.text)
        if match is None:
            continue
        whole = _steps(skeleton)
        earlier = [
            step
            for at in range(max(0, index - BACK), index)
            for step in _steps(reading.sentences[at])
        ]
        if len(whole) != 1 or len(earlier) != 2:
            continue
        (figure, up), parts = whole[0], earlier
        added = [f for f, way in parts if way == up]
        taken = [f for f, way in parts if way != up]
        if added:
            yield relation(
                "sum", reading, [skeleton.span(match)], parts=added, minus=taken, whole=figure
            )


def _steps(skeleton: Skeleton) -> list[tuple[Figure, bool]]:
    """The steps of a sentence, each with whether it leads up."""
    if _WAYS.isdisjoint(skeleton.words):
        return []
    return [
        (skeleton.figure_at(m.start("step")), m["way"] == "more")
        for m in _STEP.finditer(skeleton.text)
    ]
