"""Shares of room: so many held, so many beds, so much percent full."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import backwards, relation
from crossfoot.relate.wording.rows import family, head

# 86 percent "full", 70 percent "of the places were used", 92 percent "of capacity"
_FULL = pattern(
    r"(?P<share>{portion}) (?P<tie>full|occupied|of (?:its |the )?(?:[a-z]+ )?capacity"
    r"|of (?:the |its |all )?(?:beds|places|seats|slots|cells|spaces)(?: [a-z]+)? (?:used|filled"
    r"|taken|occupied|full))\b"
)
_CUES = frozenset("full occupied capacity used filled taken".split())
_ROOM = frozenset("bed place seat slot cell space".split())
# "a capacity of" 480, "The ceiling for the year was" 80,000
_LIMIT = lazy(
    r"\b(?:capacity|ceiling|limit|quota|cap|room|space|built|designed)\b[^.;,\ue000-\uf8ff]{0,40}"
    r"\b(?:of|was|is|at|for|hold|house|had been|set at)(?: about| some| up to)?\s$"
    r"|\b(?:can|could) (?:hold|house|accommodate|take)(?: about| some| up to| as many as)?\s$"
)
# "held" 412, "is housing about" 412, "a population of" 412
_HELD = lazy(
    r"\b(?:held|holds?|holding|hous(?:ed|es?|ing)|detain(?:ed|s|ing)|admitted|admits|admit"
    r"|accommodat(?:ed|es|ing)|populations? (?:of|was|is|averaged))"
    r"(?: (?:about|an average of|some|nearly|roughly|around|only|just|a total of))*\s$"
)
# "with" 412 "people in its" 480 "beds"
_WITH = lazy(r"\bwith (?:about |some |only )?$")
_IN_ITS = pattern(r"\s[a-z]+ in (?:its|the|their) {n}")
# the 480-bed jail was 86 percent "full on" Monday", with" 412 "inmates"
_FULL_WITH = pattern(
    r"(?: on {date}| {date})?, with (?:about |some |only |just )?(?P<held>{n}) (?:inmates|detainees"
    r"|people|prisoners|patients|guests|children|students|migrants)(?=[.,;]|$)"
)
_NEAR = 2  # sentences back in which the room is told
_FAR = 8  # and who fills it
_MANY = 40  # figures gone back over


def of_room(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """``The jail held 412 people. It has 480 beds and was 86 percent full``."""
    if _CUES.isdisjoint(skeleton.words):
        return
    for match in _FULL.finditer(skeleton.text):
        share = skeleton.group(match, "share")
        room = _room(reading, index, share) if share else None
        held = _held(reading, index, room, share) if share and room else None
        if held is None and (after := _FULL_WITH.match(skeleton.text, match.end())):
            held = skeleton.group(after, "held")
        if held is not None:
            tie = skeleton.span(match, "tie")
            yield relation("share", reading, [tie], part=held, whole=room, share=share)


def _room(reading: Reading, index: int, share: Figure) -> Figure | None:
    """The number of beds or places that is told nearest, where it is one."""
    found = [
        f
        for f in islice(backwards(reading, index, index - _NEAR, share.start), _MANY)
        if family(f) == "count" and _is_room(reading.sentences[f.sentence], f)
    ]
    return found[0] if len({f.value for f in found}) == 1 else None


def _is_room(skeleton: Skeleton, figure: Figure) -> bool:
    at = skeleton.sign_of(figure)
    limit = _LIMIT.search(skeleton.text, max(0, at - 90), at)
    return limit is not None or head(skeleton, figure) in _ROOM


def _held(reading: Reading, index: int, room: Figure, share: Figure) -> Figure | None:
    """The number that is told to be held, where it is one."""
    found = []
    for figure in islice(backwards(reading, index, index - _FAR, share.start), _MANY):
        skeleton = reading.sentences[figure.sentence]
        at = skeleton.sign_of(figure)
        if figure is room or family(figure) != "count" or (figure.value or 0) < 2:
            continue
        with_them = _WITH.search(skeleton.text, max(0, at - 20), at)
        if (with_them and _IN_ITS.match(skeleton.text, at + 1)) or _HELD.search(
            skeleton.text, max(0, at - 60), at
        ):
            found.append(figure)
    return found[0] if len({f.value for f in found}) == 1 else None
