"""How long an operation took, told twice: "a four-day sweep", "this was a five-day sweep"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.agreement import contradict
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.stems import stem

_NOUNS = (
    "operation|investigation|sweep|sting|effort|initiative|probe|crackdown|surge|campaign|wiretap"
    "|trial|spree|scheme|conspiracy"
)
# "a four-day immigration operation"
_LASTED = partial(
    pattern,
    r"(?P<one>{duration})(?:-long)?\s(?:[a-z][a-z-]*\s){{0,2}}?(?P<noun>{nouns})\b",
    nouns=_NOUNS,
)
_WORDS = frozenset(_NOUNS.split("|"))
# of more than one accused or matter each has a length of its own
_OWN = frozenset(("trial", "spree", "scheme", "conspiracy"))
_TAKES_UP = lazy(r"\b(?:the|this|that|its|their|(?:is|was|been) an?)\s(?:[a-z]+\s){0,1}$")
_ANOTHER = lazy(
    r"\b(?:another|separate|similar|previous|earlier|prior|last|second|other|related)\b"
)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time and where it is told."""

    figure: Figure
    skeleton: Skeleton
    span: Span
    takes_up: bool


def lasting(reading: Reading) -> Iterator[Relation]:
    """Lengths of one operation that are told twice."""
    found: dict[tuple[str, str], list[Lasting]] = defaultdict(list)
    for _, skeleton in reading.quantified:
        if SIGNS["duration"] in skeleton.text and not _WORDS.isdisjoint(skeleton.words):
            for match in _LASTED().finditer(skeleton.text):
                figure = skeleton.group(match, "one")
                if figure and figure.value is not None and not figure.text.endswith("s"):
                    takes_up = _TAKES_UP.search(skeleton.text, 0, match.start()) is not None
                    told = Lasting(figure, skeleton, skeleton.span(match), takes_up)
                    unit = (figure.unit or "").removesuffix("s")
                    found[stem(match["noun"]), unit].append(told)
    for (noun, _), lengths in found.items():
        for other in lengths[1:]:
            if other.skeleton is not lengths[0].skeleton and _of_one(noun, lengths, other):
                pair = (lengths[0], other)
                spans, figures = [t.span for t in pair], [t.figure for t in pair]
                yield relation("restatement", reading, spans, figures=figures)
                break


def _of_one(noun: str, told: list[Lasting], other: Lasting) -> bool:
    first = told[0]
    if not contradict(first.figure, other.figure):
        return first.figure.value == other.figure.value
    alone = len(told) == 2 and noun not in _OWN and other.takes_up
    return alone and not any(_ANOTHER.search(t.skeleton.text) for t in told)
