"""A count, and in the next sentence the earlier one with the change that parts them.

``So far in 2012, there have been 487 incidents. At this point in 2011, there were 566 incidents,
resulting in a 14 percent decline``. The second sentence goes back in time by its own words, and
tells the change as what comes of the two; such a change is alleged however far it is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure
from crossfoot.relate.changes.shapes import Shape
from crossfoot.relate.changes.stock import ADD, CUT, DATE, FALL, GAIN, LIGHT, LOSS, RISE
from crossfoot.relate.wording.rows import family, head

_DOWN, _UP = rf"(?:{LOSS}|{FALL}|{CUT})", rf"(?:{GAIN}|{RISE}|{ADD})"
_COMES_OF = (
    r"(?:resulting in|which (?:is|was|represents|marks|means|amounts to)|for|representing|marking"
    r"|meaning|amounting to|that is|that's) "
)
_THEN = (
    r"(?:(?:at|by|in|during|for|over|from) )?(?:the )?(?:(?:same|this) (?:time|point|period|date"
    rf"|span|month|week)(?: in| of)? (?:the (?:previous|prior) year|the year before|{DATE})"
    rf"|(?:{DATE} (?:to|through) {DATE} )?(?P<last>{DATE})"
    r"(?: at (?:this|the same) (?:time|point|date))?"
    r"|(?:a|one) year (?:ago|earlier|before)|year before|(?:previous|prior) year)"
)
# "At this point in 2011, there were" 566 "reported incidents, resulting in a" 14 percent "decline"
_EARLIER = pattern(
    r"^\W*{then},? (?:there (?:were|had been)|(?:[a-z]+ ){{1,4}}?(?:made|had|saw|[a-z]+ed|took))"
    r" {light}(?P<from>{n})(?:[ -][a-z'-]+){{0,8}}?, (?P<tie>{comes_of}(?:an? |the )?)"
    r"(?:(?P<one>{percent}) (?:(?P<down>{down})|(?P<up>{up}))"
    r"|(?:(?P<fall>{down})|(?P<rise>{up})) of {light}(?P<other>{percent}))(?=[.,;]|$)",
    then=_THEN, comes_of=_COMES_OF, light=LIGHT, down=_DOWN, up=_UP,
)  # fmt: skip
# "By this time last year it was" 1,800", so the count is" 10 percent "behind"
_SO_IT_IS = pattern(
    r"^\W*{then},? (?:there (?:were|had been)|(?:it|they|the [a-z]+) (?:was|were|had been"
    r"|stood at)) {light}(?P<from>{n})(?:[ -][a-z'-]+){{0,6}}?, (?P<tie>so (?:the|its|this|that)"
    r"(?: [a-z'-]+){{1,3}}? (?:is|are|was|were) (?:now )?)(?:{light}(?P<one>{percent})"
    r" (?:(?P<down>behind|down|lower|fewer|below|less)|(?P<up>ahead|up|higher|more|above))"
    r"|(?:(?P<fall>down)|(?P<rise>up)) (?:by )?{light}(?P<other>{percent}))(?=[.,;]|$)",
    then=_THEN, light=LIGHT,
)  # fmt: skip
_LAST = frozenset(("last year", "a year ago", "a year earlier", "the year before"))
_NAME = lazy(r"[a-z,] [A-Z][a-z]+")


def year_before(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Shape]:
    """The change that the sentence at *index* tells from an earlier count to the one before it."""
    if not index or SIGNS["percent"] not in skeleton.text or len(skeleton.figures) < 2:
        return
    so = ", so " in skeleton.text and _SO_IT_IS.match(skeleton.text)
    match = so or _EARLIER.match(skeleton.text)
    if match is None or (match["last"] and not _is_last_year(skeleton, match.start("last"))):
        return
    base = skeleton.group(match, "from")
    change = skeleton.group(match, "one") or skeleton.group(match, "other")
    result = _later(reading, index, base) if base else None
    if base and change and result:
        way = "down" if match["down"] or match["fall"] else "up"
        # "Last year there were 250, which is a 25 percent rise" may be said of the year before that
        if ((result.value or 0) > (base.value or 0)) is not (way == "up"):
            return
        yield Shape(base, result, change, way, skeleton.span(match, "tie"))


def _is_last_year(skeleton: Skeleton, at: int) -> bool:
    return skeleton.figure_at(at).text.lower() in _LAST


def _later(reading: Reading, index: int, base: Figure) -> Figure | None:
    """The only count of the sentence before that counts what *base* does, in the same place."""
    before, here = reading.sentences[index - 1], reading.sentences[index]
    noun = head(here, base)
    counts = [f for f in before.figures if family(f) == "count"]
    if noun is not None:
        counts = [f for f in counts if head(before, f) == noun]
    if len(counts) != 1 or counts[0].value is None or counts[0].value == base.value:
        return None
    name = _NAME.search(reading.document.text, base.end, here.end)
    text = reading.document.text[before.start : before.end]
    return counts[0] if name is None or name.group()[2:] in text else None
