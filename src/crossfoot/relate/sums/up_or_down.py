"""How many went up, went down and stayed the same: the three leave none of a whole out.

``Of the 12 categories, seven rose, four fell and one was unchanged``; ``increases in four, an
equal number in one and fewer reports in six others``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head, taken_from
from crossfoot.relate.wording.slips import slips_between

_UNMOVED = frozenset(
    "unchanged same flat steady stable equal level even change unmoved constant held tied"
    " drew".split()
)
_SAME = lazy(
    r"\b(?:unchanged|same|flat|steady|stable|equal|level|even|(?:no|not) change|unmoved"
    r"|constant|held|tied|drew)\b"
)
_WAYS = (
    lazy(
        r"\b(?:rose|risen|rises?|up|higher|increas(?:es?|ed)|gain(?:s|ed)?|climbed|grew|improved"
        r"|advanced|won|more(?! than))\b"
    ),
    lazy(
        r"\b(?:fell|fallen|falls?|down|lower|decreas(?:es?|ed)|declin(?:es?|ed)|lost|losses"
        r"|drop(?:s|ped)?|fewer|slipped|shrank|reduced|worsened)\b"
    ),
    _SAME,
)
_WAYS_ARE = len(_WAYS)
_ENDS = lazy(r"[,;.]|\sand\s|\swhile\s")
_OF_THEM = pattern(
    r"\W*(?:[^,;:\ue000-\uf8ff]{{0,40}}\s)?(?:out )?of (?:the|those|these|all)?\s?(?={n})"
)
REACH = 2  # sentences back to the whole
BESIDE = 2  # by so many a slip of a word misses
# some of the whole have no direction, or the three are told of part of it
_ELSE = lazy(
    r"\b(?:not (?:report|available|measured|tracked|rated|counted|traded)|halted|suspended|closed"
    r"|no (?:answer|report|figures?)|data|missing|new|added|twice|several|some|the rest|remaining"
    r"|mixed|little change|nearly"
    r"|so far|by noon|midday|unknown|and the|other (?:states|places|countries))\b"
)


def up_or_down(reading: Reading) -> Iterator[Relation]:
    """Those that went up, down and stayed, against the whole that they are of."""
    for index, skeleton in worded(reading, _UNMOVED, fewest=3):
        tie, parts = _SAME.search(skeleton.text), _three(skeleton)
        if tie is None or not parts:
            continue
        whole = _own_whole(skeleton, parts) or _told_before(reading, index, parts)
        if whole is not None and (_total(parts) == whole.value or _is_sure(reading, whole, parts)):
            yield relation("sum", reading, [skeleton.span(tie)], parts=parts, whole=whole)


def _total(parts: Sequence[Figure]) -> Fraction:
    return sum((part.value for part in parts if part.value is not None), Fraction(0))


def _three(skeleton: Skeleton) -> tuple[Figure, ...]:
    """The three numbers of a sentence, if each has a way of its own right before or behind it."""
    opening = _OF_THEM.match(skeleton.text)
    start = opening.end() + 1 if opening else 0
    parts = tuple(
        figure
        for figure in skeleton.within(start, len(skeleton.text))
        if family(figure) == "count" and not taken_from(skeleton.text, skeleton.sign_of(figure))
    )
    if len(parts) != _WAYS_ARE or any(f.hedge or not f.range.is_exact for f in parts):
        return ()
    signs = [skeleton.sign_of(figure) for figure in parts]
    before = (skeleton.text[a:b] for a, b in zip((start, *signs), signs, strict=False))
    behind = (skeleton.text[a + 1 : b] for a, b in zip(signs, (*signs[1:], None), strict=True))
    if _have_each_a_way([_ENDS.split(text)[0] for text in behind]):
        return parts
    return parts if _have_each_a_way(list(before)) else ()


def _have_each_a_way(texts: Sequence[str]) -> bool:
    """Whether each of *texts* tells of one way, and no two of the same."""
    found = [[n for n, way in enumerate(_WAYS) if way.search(text)] for text in texts]
    return all(len(ways) == 1 for ways in found) and len({ways[0] for ways in found}) == _WAYS_ARE


def _own_whole(skeleton: Skeleton, parts: Sequence[Figure]) -> Figure | None:
    """The whole in the sentence itself: ``of the 12 categories``, ``9 of the 15 districts``."""
    largest = max(part.value or 0 for part in parts)
    others = [
        f
        for f in skeleton.figures
        if f not in parts and family(f) == "count" and (f.value or 0) >= largest
    ]
    return others[0] if len(others) == 1 and others[0].start < parts[1].start else None


def _told_before(reading: Reading, index: int, parts: Sequence[Figure]) -> Figure | None:
    """The only number of such things in the nearest sentence before that has any."""
    skeleton = reading.sentences[index]
    nouns = [noun for f in parts if (noun := head(skeleton, f)) is not None]
    largest = max(part.value or 0 for part in parts)
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        above = reading.sentences[at]
        told = [f for f in reading.by_sentence[at] if family(f) == "count" and f.range.is_exact]
        like = [f for f in told if all(alike(head(above, f), noun) for noun in nouns)]
        if like:
            whole = like[0]
            named = head(above, whole) is not None and (whole.value or 0) > largest
            return whole if len(like) == 1 and named else None
    return None


def _is_sure(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a slip parts the three from *whole*, and nothing leaves room for others."""
    index = parts[0].sentence
    near = reading.sentences[whole.sentence : index + 2]
    if whole.hedge or not whole.range.is_exact or any(_ELSE.search(s.text) for s in near):
        return False
    slips = {slip for slip, _ in slips_between(whole, parts)}
    if whole.sentence == index or "order" in slips:
        return bool(slips)
    return bool(slips) and abs(_total(parts) - (whole.value or 0)) <= BESIDE
