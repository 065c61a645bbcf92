"""Parts named as such: ``eight of those``, ``of whom 12``, ``including five``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.kinds import alike
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family, head, rows

_NP = r"(?:[^.;:()\ue000-\uf8ff]|{date}){{0,90}}?"
# "40 people, 12 of whom" / "40 people, of whom 12"
_WHOM = pattern(
    r"(?P<whole>{n})"
    + _NP
    + r"[,(]?\s?(?:(?P<part>{n})\s(?P<tie>of (?:whom|which|them|those|these))"
    r"|(?P<tie2>of (?:whom|which))\s(?:about |only |some )?(?P<part2>{n}))"
)
# "Of the 26 defendants, 14 are"
_OF = pattern(
    r"\W*(?P<tie>(?:of|among) (?:the|those|these|all))\s(?P<whole>{n})\s"
    + _NP
    + r",\s(?:about |only |some )?(?P<part>{n})"
)
# "12 of the 40 people"
_OF_THE = pattern(
    r"(?P<part>{n})\s(?P<tie>(?:out )?of (?:the|those|these|all)(?: the)?)\s(?P<whole>{n})"
    r"(?!\s?(?:[a-z]+ )?(?:largest|biggest|states|years|months|days))"
)
# "273 officers on modified duty, out of the 35,000", "31 counts of a 35-count indictment"
_OUT_OF = pattern(
    r"(?P<part>{n})\s[^.;:()\ue000-\uf8ff]{{1,50}}?,?\s(?P<tie>out of (?:the|all|its|a total of))\s"
    r"(?P<whole>{n})"
    r"|(?P<count>{n})\s(?:[a-z]+\s)?counts?\s(?P<of>of (?:an?|the))\s(?P<counts>{n})[\s-]counts?\b"
)
# "40 people, including five"
_INCLUDING = pattern(
    r"(?P<whole>{n})" + _NP + r",?\s(?P<tie>including)\s(?:about |at least )?(?P<part>{n})"
)
# "Eight of those were"
_THOSE = pattern(r"(?P<part>{n})\s(?P<tie>of (?:those|them|these))\b")
_BACK = frozenset("whom which them those these".split())
_WHOLES = frozenset("the those these all".split())
# each pattern, and the words without which it need not be tried
_ASIDE = (
    (_WHOM, _BACK),
    (_OF, _WHOLES),
    (_OF_THE, _WHOLES),
    (_INCLUDING, frozenset(("including",))),
)
_OUT = frozenset(("out", "count", "counts"))
_TAKEN = frozenset(("of", "among", "including"))
REACH = 2  # sentences back that "those" can refer to


def relate(reading: Reading) -> Iterator[Relation]:
    """Every part that the wording takes out of a whole, one a figure."""
    seen: set[str] = set()
    for index, skeleton in worded(reading, _TAKEN):
        for found in _all(reading, index, skeleton):
            part = found.one("part").id
            if part not in seen:
                seen.add(part)
                yield found


def _all(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    text, words, several = skeleton.text, skeleton.words, len(skeleton.figures) > 1
    for source, cues in _ASIDE if several else ():
        for match in () if cues.isdisjoint(words) else source.finditer(text):
            second = source is _WHOM and match["part2"] is not None
            part = skeleton.group(match, "part2" if second else "part")
            whole = skeleton.group(match, "whole")
            tie = skeleton.span(match, "tie2" if second else "tie")
            same = source is not _INCLUDING or _alike(skeleton, part, whole)
            if part and whole and same and whole.value != 1:  # "one … what if six of them"
                yield relation("subset", reading, [tie], part=part, whole=whole)
    for match in _OUT_OF.finditer(text) if several and not _OUT.isdisjoint(words) else ():
        names = ("part", "whole", "tie") if match["part"] else ("count", "counts", "of")
        part, whole = skeleton.group(match, names[0]), skeleton.group(match, names[1])
        if part and whole:
            tie = skeleton.span(match, names[2])
            yield relation("subset", reading, [tie], part=part, whole=whole)
    for match in () if _BACK.isdisjoint(words) else _THOSE.finditer(text):
        part = skeleton.group(match, "part")
        whole = _nearest(reading, index, part)
        if part and whole:
            tie = skeleton.span(match, "tie")
            yield relation("subset", reading, [tie], part=part, whole=whole)


def _alike(skeleton: Skeleton, part: Figure | None, whole: Figure | None) -> bool:
    if part is None or whole is None:
        return False
    listed = any(part in row.figures for row in rows(skeleton))
    return not listed and alike(head(skeleton, part), head(skeleton, whole))


def _nearest(reading: Reading, index: int, part: Figure | None) -> Figure | None:
    """The last figure before *part* that counts something; it must be the larger one."""
    for at in range(index, max(-1, index - REACH), -1):
        for figure in reversed(reading.by_sentence[at]):
            if part is None or figure.end > part.start or family(figure) != "count":
                continue
            larger = (
                figure.value is not None and part.value is not None and figure.value >= part.value
            )
            return figure if larger else None
    return None
