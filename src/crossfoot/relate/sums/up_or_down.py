"""What rose, fell and stayed as it was: ``rose in 120 of the 200, fell in 60, was flat in 20``.

Each of all is in one of the three, so that they make all, and two of them no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family

_UP = (
    r"(?:rose|rise[sn]?|increased|grew|climbed|gained|advanced|improved|went up"
    r"|(?:was|were) (?:up|higher)|won)"
)
# "were higher in 12 states, lower in three"
_LOWER = r"(?:higher|lower|up|down)"
_DOWN = (
    r"(?:fell|declined|dropped|decreased|shrank|slipped|worsened|lost|went down"
    r"|(?:was|were) (?:down|lower))"
)
_FLAT = (
    r"(?:(?:(?:was|were|remained?|remained|stayed|held|is|are)\s)?(?:unchanged|flat|steady|stable"
    r"|the same|level|even)|did not change|showed no change|held|tied|drew)"
)
_CUES = frozenset("unchanged flat steady stable same level even change held tied drew".split())
_NOUN = r"(?:\s(?!and\b)[a-z-]+){{0,2}}?"
# "Of the 200 towns, thefts rose in 120, fell in 60 and were unchanged in 20"
_THREE = pattern(
    r"(?:\b(?:of|among|in|across) (?:the |its |all |their )*(?P<whole>{n})(?:\s[a-z-]+){{1,3}},\s"
    r"[^.;:,\ue000-\uf8ff]{{0,50}}?)?"
    r"\b(?P<a>" + _UP + "|" + _DOWN + r")\s(?:in\s)?(?P<one>{n})"
    r"(?:\s(?:out )?of (?:the |its |all |their )*(?P<all>{n}))?" + _NOUN + r",?\s(?:and\s)?"
    r"(?P<b>" + _UP + "|" + _DOWN + "|" + _LOWER + r")\s(?:in\s)?(?P<two>{n})" + _NOUN
    + r",?\s(?:and|while|but)\s(?P<tie>" + _FLAT + r")\s(?:in\s)?(?P<three>{n})"
)  # fmt: skip
_RISES = lazy(_UP + "|higher|up")
_MORE = lazy(
    r"[^.;]{0,30}?\b(?:while|with|data|figures|numbers|results|information|unknown|not (?:counted"
    r"|reported|available)|others?|rest|remaining|no (?:data|figures|report))\b"
)


def up_or_down(reading: Reading) -> Iterator[Relation]:
    """Sums of what rose, fell and did not change, against all of them."""
    for _, skeleton in worded(reading, _CUES, fewest=4):
        for match in _THREE.finditer(skeleton.text):
            if found := _sum(reading, skeleton, match):
                yield found


def _counts(figure: Figure) -> bool:
    return family(figure) == "count"


def _sum(reading: Reading, skeleton: Skeleton, match: re.Match[str]) -> Relation | None:
    whole = skeleton.group(match, "all") or skeleton.group(match, "whole")
    parts = [skeleton.group(match, name) for name in ("one", "two", "three")]
    told = tuple(p for p in parts if p is not None and family(p) == "count")
    if whole is None or len(told) < len(parts) or family(whole) != "count":
        return None
    if (_RISES.match(match["a"]) is None) == (_RISES.match(match["b"]) is None):
        return None  # "rose in 12, grew in six"
    total = Interval.sum(f.range for f in told)
    lacking = (whole.value or 0) - (total.high or 0)
    rest = skeleton.within(match.end(), len(skeleton.text))
    if lacking > 0 and (_MORE.match(skeleton.text, match.end()) or any(map(_counts, rest))):
        return None  # "; two did not report"
    tie = skeleton.span(match, "tie")
    return relation("sum", reading, [tie], {"claim": "full"}, parts=told, whole=whole)
