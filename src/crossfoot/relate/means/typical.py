"""An average that is told as what is typical: ``the typical stay was 44 days, on average``.

Or told as an average in one sentence and as typical, with the same number, in another.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.wording.phrases import relation, worded

_CUES = frozenset(("typical", "typically"))
_AVERAGE = frozenset("average averages averaged averaging mean".split())
_KINDS = frozenset(("count", "number", "money", "measure", "duration", "percent", "rate", "age"))
# "typical stay"; no "typical of", no "on a typical day", which is a day's
_TYPICAL = lazy(
    r"(?<!on a )(?<!in a )(?<!during a )\btypical(?:ly)?\b(?! of\b)(?! (?:day|week|month|year)\b)"
)
# "well below the average", "unlike the mean": held against it
_AGAINST = lazy(
    r"\b(?:below|above|than|unlike|under|over|beneath|not|from|near|times|half|beyond|versus"
    r"|compared (?:to|with))(?: [a-z]+){0,3}? (?:average|mean)\b"
)
# "averaged | 44 days", "an average stay of | 44 days"; 44 days | "on average"
_BEFORE = lazy(r"\b(?:averag(?:e|es|ed|ing)|mean)\b[^.;:\ue000-\uf8ff]{0,40}$")
_AFTER = lazy(r"[^.;:\ue000-\uf8ff]{0,30}\b(?:on average|average|mean)\b")


def typical(reading: Reading) -> Iterator[Relation]:
    """Every figure that is told as typical and is an average."""
    for index, skeleton in worded(reading, _CUES, fewest=1):
        match = _TYPICAL.search(skeleton.text)
        told = [f for f in skeleton.figures if f.kind in _KINDS]
        if match is None or len(told) != 1 or _AGAINST.search(skeleton.text):
            continue
        figure, span = told[0], skeleton.span(match)
        mean = figure if _is_average(skeleton, figure) else _elsewhere(reading, index, figure)
        if mean is not None:
            yield _relation(reading, span, mean, figure)


def _relation(reading: Reading, span: Span, mean: Figure, figure: Figure) -> Relation:
    told = {"told": "typical"}
    if mean is figure:
        return relation("mean", reading, [span], told, mean=figure)
    return relation("mean", reading, [span], told, mean=mean, typical=figure)


def _is_average(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether the words about *figure* make it an average."""
    at = skeleton.sign_of(figure)
    before = _BEFORE.search(skeleton.text, 0, at)
    return before is not None or _AFTER.match(skeleton.text, at + 1) is not None


def _elsewhere(reading: Reading, index: int, figure: Figure) -> Figure | None:
    """The same number as an average of another sentence."""
    if figure.value is None or _AVERAGE.isdisjoint(reading.words):
        return None
    for one in reading.by_value.get(figure.value, ()):
        beside = reading.sentences[one.sentence]
        alike = one.kind == figure.kind and one.unit == figure.unit and one.sentence != index
        if alike and _is_average(beside, one) and not _AGAINST.search(beside.text):
            return one
    return None
