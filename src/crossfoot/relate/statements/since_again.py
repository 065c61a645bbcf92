"""The date since when: "lowest since 2011" in the headline, and the same told again below."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.evidence import meanings
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation

# "fewest arrests since", "at its lowest since"
_RECORD = frozenset(
    "lowest highest fewest most least largest smallest biggest greatest worst best first record"
    " deadliest".split()
)
_SINCE = lazy(rf"\bsince (?:the |early |late |at least )?(?P<date>{SIGNS['date']})")


def since_again(reading: Reading) -> Iterator[Relation]:
    """The date since when, in the headline and told the same below."""
    if "since" not in reading.words:
        return
    told = [d for _, skeleton in reading.figured for d in _dates(skeleton)]
    lede = zones(reading).lede
    titles = [f for f in told if reading.document.sentences[f.sentence].block < lede]
    for title in titles[:1]:
        again = next((f for f in told if f not in titles and _are_one(reading, title, f)), None)
        if again is not None:
            spans = [Span(f.start, f.end) for f in (title, again)]
            yield relation(
                "restatement", reading, spans, {"of": "day"}, figures=[title, again]
            )  # fmt: skip


def _dates(skeleton: Skeleton) -> Iterator[Figure]:
    if "since" in skeleton.words:
        for match in _SINCE.finditer(skeleton.text):
            if figure := skeleton.group(match, "date"):
                yield figure


def _are_one(reading: Reading, title: Figure, other: Figure) -> bool:
    """Whether both are one day, since which something told in both sentences is so, or a record."""
    if not _same_day(title, other):
        return False
    told = [reading.sentences[f.sentence] for f in (title, other)]
    if not any(_RECORD.isdisjoint(skeleton.words) for skeleton in told):
        return True
    return not meanings(told[0]).isdisjoint(meanings(told[1]))


def _same_day(one: Figure, other: Figure) -> bool:
    if one.period is None or other.period is None:
        return False
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)
