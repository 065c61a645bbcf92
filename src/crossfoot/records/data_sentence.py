"""A sentence that is held against the data: what it names of what the store holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from crossfoot.figures.skeleton import Skeleton
from crossfoot.records.facilities import Facilities, facility_mentions, unknown_facility
from crossfoot.records.measure import measure_of
from crossfoot.records.mentions import (
    Mention,
    area_mentions,
    country_mentions,
    member_mentions,
    state_mentions,
)
from crossfoot.records.sentence import Sentence, sentence_of
from crossfoot.records.vocabulary import Measure, table


@dataclass(frozen=True)
class Held:
    """What the store holds that words may name."""

    countries: tuple[str, ...]
    facilities: Facilities


@dataclass(frozen=True)
class DataSentence(Sentence):
    """A sentence whose words name members, places and measures of the data."""

    held: Held = field(kw_only=True)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Members, countries, facilities, areas and states named, in order."""
        facilities = facility_mentions(self.text, self.held.facilities)
        if not facilities and (stranger := unknown_facility(self.original)):
            facilities = [stranger]
        areas = list(area_mentions(self.text))
        states = [s for s in state_mentions(self.text) if not _within(s, areas)]
        found = [
            *member_mentions(self.text),
            *country_mentions(self.text, self.held.countries),
            *areas,
            *states,
        ]
        if facilities:  # a city or state beside a facility says where that is
            found = [m for m in found if m.dimension not in {"state", "aor", "city"}]
            found = [m for m in found if not _within(m, facilities)]
        return tuple(sorted([*found, *facilities], key=lambda m: (m.start, m.end)))

    def ignored(self, index: int) -> frozenset[str]:
        """Dimensions whose words belong to naming what the number counts."""
        measure = measure_of(self, index)
        if not isinstance(measure, Measure):
            return frozenset()
        only = table()["only"]
        return measure.ignores | {d for d, names in only.items() if measure.name not in names}

    def of_a_day(self, index: int) -> bool:
        """Whether the number counts what there was on one day."""
        measure = measure_of(self, index)
        return isinstance(measure, Measure) and measure.kind == "stock"


def _within(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start < mention.end and mention.start < o.end for o in others)


def data_sentence_of(
    skeleton: Skeleton, document_text: str, held: Held, published: date | None
) -> DataSentence:
    """Take a folded sentence apart, to be held against the data."""
    plain = sentence_of(skeleton, document_text, published)
    return DataSentence(
        plain.text, plain.start, plain.numbers, plain.published, plain.original, held=held
    )
