"""How long somebody has lived or worked somewhere, and the year in which they came.

``She came to Ohio in 2004 and has lived here for 20 years``; ``who has run the shop for 12 years,
arrived in 2012``. The day of publication is the other end. Who came in 2004 may have lived in one
town since 2014: a length that is shorter is alleged only of "here" and "in the country", one that
is longer always.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation
from crossfoot.relate.spans.windows import has_year, loosely, published, span_to_now, window_of
from crossfoot.relate.wording.hedged import hedges

_D, _L = SIGNS["date"], SIGNS["duration"]
_CAME = (
    r"(?:came|arrived|entered|moved|immigrated|emigrated|migrated|crossed|settled|joined"
    r"|started|founded|opened|bought)"
)
# no "10 years since he returned", "after five in Mexico"
_FOR = (
    rf"for (?:the (?:past|last) )?{hedges()}(?P<length>{_L})"
    r"(?!,?(?: [a-z]+)?,? (?:since|after|before|when|until|as)\b)"
)
_HAS = rf"(?:has|have)(?: since| now)? (?P<done>[a-z]+)(?: [^.;{_D}{_L}]{{0,40}}?)? {_FOR}"
# "came to Ohio in" 2004 "and has lived here for" 20 years
_THEN_HAS = lazy(
    rf"\b{_CAME}\b[^.;{_D}{_L}]{{0,50}}? (?:in|on) (?P<start>{_D}),? (?:and|where|but)"
    rf"(?: he| she| they| it)? {_HAS}"
)
# "has lived in the country for" 20 years", arrived in" 2004
_HAS_SINCE = lazy(
    rf"\b{_HAS},? (?:and |after |having )*(?:{_CAME}|arriving|coming|moving|entering)\b"
    rf"[^.;{_D}{_L}]{{0,50}}? (?:in|on) (?P<start>{_D})"
)
# "open since" 1984", has served the town for" 40 years
_SINCE = lazy(
    r"\b(?:open|in business|in operation|operating|employed|working|living|serving|here) since "
    rf"(?P<start>{_D}),[^.;{_D}{_L}]{{0,60}}?(?<! who) {_HAS}"
)
_TESTS = (_THEN_HAS, _HAS_SINCE, _SINCE)
_EVER_SINCE = lazy(r" (?:here|there)\b| in (?:the|this) (?:country|united states|u\.?s\b)")
_STAYED = frozenset(("lived", "resided", "stayed", "remained", "been"))  # here, for so long


def years_lived(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """The lengths of a sentence that run from a year it names up to the day of publication."""
    if " has " not in skeleton.text and " have " not in skeleton.text:
        return
    if _L not in skeleton.text or not published(reading):
        return
    for match in (m for test in _TESTS for m in test.finditer(skeleton.text)):
        start, length = skeleton.group(match, "start"), skeleton.group(match, "length")
        if not start or not length or not has_year(start):
            continue
        said = skeleton.text[match.end("done") : match.start("length")]
        ever_since = match["done"] in _STAYED and _EVER_SINCE.match(said)
        may_be_less = not ever_since and not _is_longer(reading, start, length)
        for found in span_to_now(reading, skeleton, match, start):
            yield loosely(found) if may_be_less else found


def _is_longer(reading: Reading, start: Figure, length: Figure) -> bool:
    """Whether a length of years is more than lies between *start* and the day of publication."""
    first = window_of(start)
    if first is None or reading.today is None or length.unit != "years" or length.value is None:
        return False
    return length.value > reading.today.year - first.first.year + 1
