"""How often a part stands in its row: ``57 from Cuba and one each from Laos and Peru``.

``One each`` counts once for every name that it is of. Where those cannot be counted, the row comes
to nothing that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation
from crossfoot.relate.wording.rows import family

_EACH = lazy(r"\s(?:[a-z]+\s)?each\b")
NAME = r"(?:the\s)?[A-Z][\w.'’-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.'’-]*){0,3}"
NAMES = rf"(?P<list>{NAME}(?:,\s{NAME})*,?\sand\s{NAME})"
# "one each from Laos and Peru": the names up to the end of the clause
_BEHIND = lazy(
    rf"\s(?:[a-z]+\s)?each\s(?:(?:came|was|were)\s)?(?:in|at|from|to|for|on|of)\s{NAMES}"
    r"(?=[.;:)]|,?\s[a-z]|\s*$)"
)
# "Laos and Peru (one each)"
_BEFORE = lazy(rf"(?:^|[,;]\s(?:and\s)?|:\s|\s(?:from|in|of)\s){NAMES}\s\($")
ONE_NAME = lazy(rf"{NAME}(?=,|\sand\s|$)")
# ", and a man in Utah": one more that has no number
_AND_A = lazy(r"[,;]?\s(?:(?:and|with|plus|as well as)\s)?(?:an?|another)\s")
_LONGEST = 120  # characters of such a list
# ", and one each from", "; plus two each in"
_GOES_ON = lazy(r"[^.;\ue000-\uf8ff]{0,40}(?:[,;]|\sand|\splus)\s(?:(?:and|with|plus)\s)?")


def of_each(reading: Reading, found: Relation) -> Relation | None:
    """*found* with how often each part stands; nothing where that is not known of one."""
    parts = found.figures("parts")
    if "each" not in reading.words or found.kind != "sum" or "times" in found.options or not parts:
        return found
    if any(family(f) != "count" for f in parts):
        return found
    if not _is_met(found, parts) and (last := _left_out(reading, parts[-1])):
        parts = (*parts, last)
    times = [_often(reading, f) for f in parts]
    if None in times:
        return None
    if set(times) == {1}:
        return found
    often = {"times": ",".join(map(str, times))}
    return replace(found, roles={**found.roles, "parts": parts}, options={**found.options, **often})


def _is_met(found: Relation, parts: Sequence[Figure]) -> bool:
    """Whether the parts come to a whole as they stand."""
    total = Interval.sum(f.range for f in parts)
    return any(total.meets(whole.range) for whole in found.figures("whole"))


def _left_out(reading: Reading, last: Figure) -> Figure | None:
    """The number right behind the row that is told of each of several: ``and one each``."""
    skeleton = reading.sentences[last.sentence]
    at = skeleton.sign_of(last)
    for figure in skeleton.within(at + 1, len(skeleton.text))[:1]:
        sign = skeleton.sign_of(figure)
        if family(figure) == "count" and _EACH.match(skeleton.text, sign + 1):
            return figure if _GOES_ON.fullmatch(skeleton.text, at + 1, sign) else None
    return None


def _often(reading: Reading, part: Figure) -> int | None:
    """For how many *part* stands: one, but for "one each"; nothing where that is not known."""
    skeleton = reading.sentences[part.sentence]
    at = skeleton.sign_of(part)
    if not (each := _EACH.match(skeleton.text, at + 1)):
        return 1
    text = reading.document.text
    names = _BEHIND.match(text, part.end, min(skeleton.end, part.end + _LONGEST))
    if names is None and skeleton.text.startswith(")", each.end()):
        start = max(skeleton.start, part.start - _LONGEST)
        names = _BEFORE.search(text, start, part.start)
    if names is None or _AND_A.match(text, names.end()):
        return None
    return len(ONE_NAME.findall(names["list"]))
