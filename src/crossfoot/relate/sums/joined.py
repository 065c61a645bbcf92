"""Some and others with them: ``two bankers, along with two other co-defendants … all four``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import PERSONS, alike
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.rows import head

REACH = 12  # sentences after them in which all are counted
# "two bankers …, along with two other co-defendants", "three men and two others"
_OTHERS = pattern(
    r"(?P<one>{n})\s[^.;:\ue000-\uf8ff]{{3,140}}?"
    r"\b(?:along with|together with|as well as|and)\s(?P<other>{n})\s(?P<tie>others?)\b"
)
_ALL = pattern(r"\b(?P<tie>all|all of the|of the)\s(?P<whole>{n})\s")
_IDLE = lazy(r"\b(?:including|of them|of whom|of those)\b")


def joined_by_others(reading: Reading) -> Iterator[Relation]:
    """Sums of persons and of others with them, against "all four" told soon after."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if " other" not in skeleton.text or len(skeleton.figures) < 2:
            continue
        for match in _OTHERS.finditer(skeleton.text):
            one, other = skeleton.group(match, "one"), skeleton.group(match, "other")
            if one is None or other is None or _IDLE.search(match.group()):
                continue
            if (head(skeleton, one) or "") not in PERSONS:
                continue
            found = _all_of_them(reading, index, one, other)
            if found is not None:
                yield found


def _all_of_them(reading: Reading, index: int, one: Figure, other: Figure) -> Relation | None:
    """The first count of all of them, where no other number of theirs stands between."""
    noun = head(reading.sentences[index], one)
    for at in range(index + 1, min(len(reading.sentences), index + 1 + REACH)):
        skeleton = reading.sentences[at]
        if not skeleton.figures:
            continue
        for match in _ALL.finditer(skeleton.text):
            whole = skeleton.group(match, "whole")
            own = head(skeleton, whole) if whole else None
            if whole is None or own not in PERSONS or not alike(noun, own):
                continue
            if match["tie"] != "all" and not (one.range + other.range).meets(whole.range):
                continue
            tie = skeleton.span(match, "tie")
            return relation("sum", reading, [tie], parts=(one, other), whole=whole)
    return None
