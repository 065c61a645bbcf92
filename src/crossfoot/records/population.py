"""Of whom: the members that narrow a number, each of the words nearest to it."""

from __future__ import annotations

import re

from crossfoot.records import wording
from crossfoot.records.mentions import Mention
from crossfoot.records.sentence import RATIOS, Clause, Sentence

# dimensions that single out some of the people counted
NARROW = frozenset(
    {"criminality", "agency", "reason", "technology", "disposition", "sex", "country", "threat",
     "level", "placement_reason", "family_status", "time_in_custody", "population"}
)  # fmt: skip
_TOGETHER = re.compile(r"(?:s|ns)?,? (?:and|or|and/or|plus) (?:the |had |were |with |those )*")
# ranks above this are of words that stand with an earlier number
_INHERITED = 4


def dims_of(sentence: Sentence, index: int) -> dict[str, tuple[str, ...]]:
    """The members that narrow a number.

    Those of its clause, of clauses without numbers, and of earlier ones; of one dimension the
    nearest stands.
    """
    own = sentence.clause_of(index)
    chosen: dict[str, tuple[int, tuple[str, ...]]] = {}
    figure = sentence.numbers[index][2]
    level = figure is None or figure.kind not in RATIOS
    whole = index > 0 and level and wording.WHOLE.search(own.text) is not None
    for mention in sentence.mentions:
        clause = sentence.clause_at(mention.start)
        rank = _rank(sentence, mention, clause, own, index)
        if rank is None or (whole and clause is not own and mention.dimension in NARROW):
            continue
        held = chosen.get(mention.dimension)
        if held is None or rank < held[0]:
            chosen[mention.dimension] = rank, mention.members
        elif rank == held[0] and _joined(sentence, mention):
            both = "+".join(dict.fromkeys((*held[1], *mention.members)))
            chosen[mention.dimension] = rank, (both,)
    ignored = sentence.ignored(index)
    sentence.inherits[index] = any(
        rank > _INHERITED and d in NARROW and d not in ignored for d, (rank, _) in chosen.items()
    )
    return {d: members for d, (_, members) in chosen.items() if d not in ignored}


def _joined(sentence: Sentence, mention: Mention) -> bool:
    """Whether it goes with another of its dimension: ``Guatemalans and Hondurans``."""
    return any(
        m.dimension == mention.dimension
        and m.members != mention.members
        and _TOGETHER.fullmatch(sentence.text[m.end : mention.start]) is not None
        for m in sentence.mentions
        if m.end <= mention.start
    )


def _rank(
    sentence: Sentence, mention: Mention, clause: Clause, own: Clause, index: int
) -> int | None:
    """How near a mention is to a number, 0 nearest; None where it belongs to another one."""
    start, end, _ = sentence.numbers[index]
    if clause is own:
        between = any(
            end <= n[0] < mention.start or mention.end <= n[0] < start
            for i, n in enumerate(sentence.numbers)
            if i != index and not (i == index + 1 and sentence.part_of_next(index))
        )
        if between:
            return _INHERITED if mention.start < start else None
        return int(any(n[1] <= mention.start for n in sentence.numbers if n[1] <= start
                       and n[0] >= own.start) and mention.end <= start)  # fmt: skip
    if not clause.numbers:
        if clause.compares:
            return None
        return 2 if clause.start < own.start else 3
    steps = sentence.clauses.index(own) - sentence.clauses.index(clause)
    bare = wording.BARE.match(sentence.text[own.start : start]) is not None
    if steps == 1 and bare and mention.start > sentence.numbers[clause.numbers[-1]][1]:
        return 1  # "… those to Peru, 96"
    return _INHERITED + steps if steps > 0 else None
