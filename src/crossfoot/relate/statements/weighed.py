"""Numbers that are told alike in many small ways: headline and text, a slip apart.

Each rule beside this one asks for a wording that leaves no doubt. Where none does, all that is
known of the two (`Evidence`) is weighed together, by small trees of decisions that were fitted to
published texts: to the numbers in them that differ by a slip and are meant to, and to numbers said
twice of which one was then mistyped. See ``docs/decisions/064-evidence-weighed.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from crossfoot.model import Relation
from crossfoot.relate._held import Held
from crossfoot.relate.statements.agreement import contradict, of_one_hedge
from crossfoot.relate.statements.evidence import GROUPS, NAMES, Evidence
from crossfoot.relate.statements.field import LAST, LEAD, Field, Pair, ids_of
from crossfoot.relate.statements.odd import tell_of_two
from crossfoot.relate.statements.same import heads
from crossfoot.relate.statements.slips import is_slip
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.wording.kinds import PLACES
from crossfoot.relate.wording.stems import stem

# [entry, limit, [where it is at most that, where it is more]], or [0, odds, []]
Node = tuple[int, float, Sequence["Node"]]


_PLACES = frozenset(
    map(
        stem,
        PLACES.union(
            "locations homes houses addresses premises venues shops restaurants apartments"
            " buildings".split()
        ),
    )
)


class Weights(NamedTuple):
    """Trees whose leaves add up to odds, as logarithms; pairs of less than *least* are left.

    With each tree goes the least that the odds may be before it: no pair that was fitted got from
    less to the limit, and most pairs are left after a few trees.
    """

    least: float
    base: float
    trees: Sequence[tuple[float, Node]]

    def are_one(self, entries: Mapping[int, float]) -> float:
        """The odds that two numbers of such evidence are one; 0 where they are too low."""
        odds = self.base
        for low, (entry, limit, sides) in self.trees:
            if odds < low:
                return 0.0
            while sides:
                entry, limit, sides = sides[entries[entry] > limit]
            odds += limit
        return odds if odds >= self.least else 0.0


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship with Crossfoot.

    Raises:
        ValueError: they were fitted to other evidence than is gathered.
    """
    told = json.loads((files(__package__) / "weights.json").read_text("utf-8"))
    if tuple(told["entries"]) != NAMES:
        raise ValueError("weights.json is of other evidence: fit it anew")
    return Weights(told["least"], told["base"], [tuple(tree) for tree in told["trees"]])


def pairs(field: Field) -> Iterator[Pair]:
    """Pairs of numbers that are worth weighing: a slip apart, the first in headline or lede.

    Or both further on, where the later takes up a number of its noun: "the 31 defendants".
    """
    for group in GROUPS:
        members = [s for s in field.by_group.get(group, ()) if s.size > 1]
        opening = [s for s in members if s.zone != "body"][:LEAD]
        for at, later in enumerate(members):
            for first in (*opening[:at], *_taken_up(field, members[max(0, at - LAST) : at], later)):
                if _may_be_one(first, later) and not _is_hopeless(field, first, later):
                    yield first, later


def _taken_up(field: Field, recent: Sequence[Statement], later: Statement) -> Iterator[Statement]:
    """Those below the first paragraph that a definite number of the same noun may take up.

    What agrees with a number told before takes up that one.
    """
    again = any(s.order < later.order for s in field.group_of.get(later.figure.id, ()))
    if later.zone == "body" and later.definite and not again:
        yield from (s for s in recent if s.zone == "body" and s.head == later.head)


def _may_be_one(first: Statement, later: Statement) -> bool:
    """Whether they are a slip apart, and no word beside one makes it a step, an end or an item."""
    if first.figure.sentence == later.figure.sentence or _are_headlines(first, later):
        return False
    if first.group in ("money", "measure", "length") and first.figure.unit != later.figure.unit:
        return False
    if not is_slip(first, later) or any(s.step or s.ranged or s.listed for s in (first, later)):
        return False
    # "over 6,100" and "over 1,600" may both be so, but nobody tells one number by both
    return contradict(first.figure, later.figure) or of_one_hedge(first.figure, later.figure)


def _are_headlines(first: Statement, later: Statement) -> bool:
    """Whether both stand above the first paragraph, the later in no sentence or of another noun."""
    if not first.zone == later.zone == "title":
        return False
    return heads(first, later) != "same" or not later.skeleton.text.rstrip().endswith(".")


def _is_hopeless(field: Field, first: Statement, later: Statement) -> bool:
    """Whether they are of two things at first sight: each is told again, or nothing ties them."""
    if field.count_of_value(first) > 1 and field.count_of_value(later) > 1:
        return True
    noun = heads(first, later)
    if noun == "unlike" and (first.head in _PLACES) != (later.head in _PLACES):
        return True  # "21 arrested" above "searched 23 homes"
    if first.zone == "title":
        return False
    if later.zone == "lede":
        return noun != "same"
    if noun not in ("open", "unlike"):
        return False
    return not (first.words & later.words if later.definite else first.near & later.near)


def weighed(field: Field, told: Iterable[Relation], alleged: Set[str]) -> Iterator[Pair]:
    """Pairs that are one number by all that is known of them, the likeliest first.

    *told* is what else the text asserts of its figures. Those *alleged* already are in no pair, and
    none is in two.
    """
    found = [pair for pair in pairs(field) if alleged.isdisjoint(ids_of(pair))]
    if found:
        scale, held = weights(), Held.of(told)
        odds = [(scale.are_one(Evidence(field, held, *pair)), pair) for pair in found]
        for score, pair in sorted(odds, key=lambda scored: -scored[0]):
            if score and alleged.isdisjoint(ids_of(pair)) and not tell_of_two(field, *pair):
                alleged = alleged | ids_of(pair)
                yield pair
