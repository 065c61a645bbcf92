"""What the relations of a text say of its figures: which are told with others, and do not add up.

A number that others add up to is hardly mistyped; one that its parts do not come to may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import repeat

from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation

_TELLING = frozenset(("sum", "subset", "share", "change", "multiple", "mean", "span", "tally"))
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """The figures, by their ids, and what relations say of them."""

    _said: Mapping[str, Set[str]]
    _told_in: Mapping[str, Set[int]]

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> Held:
        """What *relations* say; restatements, ranks and the like say nothing here."""
        said: defaultdict[str, set[str]] = defaultdict(set)
        told_in: defaultdict[str, set[int]] = defaultdict(set)
        for at, relation in enumerate(relations):
            if relation.kind in _TELLING:
                holds = _may_hold(relation)
                for role, members in relation.roles.items():
                    for figure in members:
                        if isinstance(figure, Figure):
                            said[figure.id] |= {"held", role} if holds else {"broken"}
                            told_in[figure.id].add(at)
        return cls(said, told_in)

    def says(self, figure: Figure, what: str) -> bool:
        """Whether a relation has it as *what*: "held" or its role, or "broken" where it fails.

        Only sums and tallies are reckoned: of the others each is taken to hold.
        """
        return what in self._said.get(figure.id, _NONE)

    def together(self, one: Figure, other: Figure) -> bool:
        """Whether one relation has both."""
        here, there = self._told_in.get(one.id), self._told_in.get(other.id)
        return bool(here and there and not here.isdisjoint(there))


def _may_hold(relation: Relation) -> bool:
    """Whether a sum or tally comes out; of what else is told nothing is recomputed here."""
    if relation.kind == "sum":
        return adds_up(relation)
    if relation.kind == "tally":
        items = len(relation.roles.get("items", ()))
        return all(count.range.contains(items) for count in relation.figures("count"))
    return True


def adds_up(total: Relation) -> bool:
    """Whether the parts of a sum, each taken as often as it stands, come to its whole."""
    parts = total.figures("parts")
    often = map(int, total.options["times"].split(",")) if "times" in total.options else repeat(1)
    made = Interval.sum(f.range.scale(times) for f, times in zip(parts, often, strict=False))
    taken = Interval.sum(f.range for f in total.figures("minus"))
    return any((made - taken).meets(whole.range) for whole in total.figures("whole"))
