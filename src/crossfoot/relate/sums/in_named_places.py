"""A number of several places, and the next sentence what each of them had.

``In the three towns 214 deer were shot. Birch had 150, Cedar 52 and Dover 12``; ``Ten barns in
Birch and Cedar burned. Seven barns in Birch and three in Cedar burned``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import FEW, one_deed
from crossfoot.relate.sums.unsure import WIDER
from crossfoot.relate.wording.phrases import relation, worded
from crossfoot.relate.wording.rows import family
from crossfoot.relate.wording.slips import is_a_slip_apart

_PLACE = r"[a-z][a-z.' -]{{1,30}}?"
_VERB = r"(?:had|saw|reported|recorded|counted|logged)"
_CUES = frozenset("had saw reported recorded counted logged in".split())
# "Birch had 150, Cedar 52, Dover 12."
_HAD = pattern(
    r"\W*" + _PLACE + r"\s" + _VERB + r"\s{n}"
    r"(?:(?:,|;|,?\sand)\s(?:and\s)?" + _PLACE + r"\s(?:" + _VERB + r"\s)?{n})+\.?\W*"
)  # fmt: skip
_NAME = pattern(r"(?:^\W*|(?:,|;|\sand)\s(?:and\s)?)(?P<name>[a-z][a-z.' -]{{1,30}}?)"
                r"\s(?:" + _VERB + r"\s)?(?P<n>{n})")  # fmt: skip
# "Seven barns in Birch and three in Cedar burned"
_EACH_IN = pattern(
    r"(?P<n>{n})(?:\s[a-z-]+){{0,3}}?\sin\s(?P<name>[a-z][a-z'-]+(?:\s[a-z'-]+)??)"
    r"(?=,|\sand\s{n}|\s(?:were|was|have|had|are|[a-z]{{3,}}ed)\b|\.?\W*$)"
)
_NUMBER = pattern(r"\b(?:in|at|across|from)\s(?:the\s|these\s|all\s|those\s)*(?P<n>{n})\s")
_NAMED = lazy(r"\bin\s(?P<names>[A-Z][\w'’.-]+(?:,\s[A-Z][\w'’.-]+)*,?\sand\s[A-Z][\w'’.-]+)")
_NAMES = lazy(r"[A-Z][\w'’.-]+")


def in_named_places(reading: Reading) -> Iterator[Relation]:
    """Sums of what places had each, against the number of them all right before."""
    for index, skeleton in worded(reading, _CUES, fewest=2):
        if not index or skeleton.amounts < FEW or not reading.by_sentence[index - 1]:
            continue
        parted = _had(reading, skeleton)
        told = parted or _each_in(reading, skeleton)
        if told is None or WIDER.search(skeleton.text):
            continue
        whole, announced = _whole(reading, index - 1, told)
        named = whole is not None and _names(reading, whole) == {name for name, _ in told}
        if whole is None or not (named or (parted and announced)):
            continue
        above = (whole.value or 0) < (Interval.sum(f.range for _, f in told).low or 0)
        if parted or (above and one_deed(reading, whole, skeleton)):
            yield from _relation(told, whole, reading)


_Told = list[tuple[str, Figure]]


def _had(reading: Reading, skeleton: Skeleton) -> _Told | None:
    """The places of a sentence that says no more than what each had."""
    if _HAD.fullmatch(skeleton.text) is None:
        return None
    return _placed(reading, skeleton, _NAME.finditer(skeleton.text))


def _each_in(reading: Reading, skeleton: Skeleton) -> _Told | None:
    """The places of ``Seven barns in Birch and three in Cedar``, where all its numbers are so."""
    told = _placed(reading, skeleton, _EACH_IN.finditer(skeleton.text))
    counts = [f for f in skeleton.figures if family(f) == "count"]
    return told if told is not None and [f for _, f in told] == counts else None


def _placed(reading: Reading, skeleton: Skeleton, matches: Iterator[re.Match[str]]) -> _Told | None:
    """Each place with its number; None where one has no name, or two have the same."""
    found: _Told = []
    for match in matches:
        start = skeleton.offset(match.start("name"))
        name = reading.document.text[start : skeleton.offset(match.end("name"))]
        figure = skeleton.figure_at(match.start("n"))
        if not name[:1].isupper() or family(figure) != "count":
            return None
        found.append((name, figure))
    distinct = len({name for name, _ in found}) == len(found) >= FEW
    return found if distinct else None


def _whole(reading: Reading, index: int, told: _Told) -> tuple[Figure | None, bool]:
    """The one number of a sentence beside that of the places, and whether that is told."""
    skeleton = reading.sentences[index]
    if WIDER.search(skeleton.text):
        return None, False
    numbers = [skeleton.figure_at(m.start("n")) for m in _NUMBER.finditer(skeleton.text)]
    numbers = [f for f in numbers if f.value == len(told)]
    counts = [f for f in skeleton.figures if family(f) == "count" and f not in numbers]
    largest = max(f.value or 0 for _, f in told)
    one = counts[0] if len(counts) == 1 else None
    whole = one if one and (one.value or 0) > largest and one.range.is_exact else None
    return whole, len(numbers) == 1


def _names(reading: Reading, whole: Figure) -> set[str]:
    """The places that the sentence of *whole* names: ``in Birch and Cedar``."""
    skeleton = reading.sentences[whole.sentence]
    match = _NAMED.search(reading.document.text, skeleton.start, skeleton.end)
    return {name.rstrip(".") for name in _NAMES.findall(match["names"])} if match else set()


def _relation(told: _Told, whole: Figure, reading: Reading) -> Iterator[Relation]:
    """The sum, where the parts make *whole* or miss it by a slip only."""
    parts = [figure for _, figure in told]
    total = Interval.sum(f.range for f in parts)
    if total.meets(whole.range) or is_a_slip_apart(whole, parts):
        tie = Span(parts[0].end, parts[1].start)
        yield relation("sum", reading, [tie], {"claim": "full"}, parts=parts, whole=whole)
