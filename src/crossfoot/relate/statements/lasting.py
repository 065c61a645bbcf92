"""How long something took, told twice: "a four-day sweep", "this was a five-day sweep".

"Over twelve weeks", and then "in those ten weeks", "the ten-week period": what is taken up is the
only length of its unit that was told, shortly before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.statements.agreement import contradict
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.slips import BESIDE, slip_for
from crossfoot.relate.wording.stems import stem

_NOUNS = (
    "operation|investigation|sweep|sting|effort|initiative|probe|crackdown|surge|campaign|wiretap"
    "|trial|spree|scheme|conspiracy|blitz|takedown|deployment|round-up|roundup|raid|mission"
)
# "a four-day immigration operation"
_LASTED = partial(
    pattern,
    r"(?P<one>{duration})(?:-long)?\s(?:[a-z][a-z-]*\s){{0,2}}?(?P<noun>{nouns})(?![a-z-])",
    nouns=_NOUNS,
)
_ACTORS = (
    r"(?:officers|agents|police|deputies|detectives|investigators|troopers|authorities|both|they|he"
    r"|she|the)\b"
)
# "those ten weeks", "the ten-week period"; not "the 30-day period before", "these 9 days of rest"
_THAT_LONG = partial(
    pattern,
    r"\b(?:(?:those|these)\s(?P<plural>{duration})(?=\s?(?:[,.;)]|$|{actors}))"
    r"|(?:the|that|this)\s(?P<single>{duration})(?:-long)?\speriod(?=\s?(?:[,.;)]|$|{actors}|ended\b)))",
    actors=_ACTORS,
)
# "over twelve weeks", "it lasted ten days"
_TOOK = partial(
    pattern,
    r"\b(?:over|during|within|in|lasted|took|spanned|lasting|spanning)\s(?P<one>{duration})"
    r"(?!\s(?:ago|later|after|before|earlier|of|in)\b)"
    r"|\ban?\s(?P<period>{duration})\speriod\b(?!\s(?:before|after|following|prior|since)\b)",
)
_WORDS = frozenset(_NOUNS.split("|"))
# of more than one accused or matter each has a length of its own
_OWN = frozenset(("trial", "spree", "scheme", "conspiracy"))
_TAKES_UP = lazy(r"\b(?:the|this|that|its|their|(?:is|was|been) an?)\s(?:[a-z]+\s){0,1}$")
_DURING_A = lazy(r"\b(?:during|within|in) an?\s(?:[a-z]+\s){0,1}$")
_ANOTHER = lazy(
    r"\b(?:another|separate|similar|previous|earlier|prior|last|second|other|related|next|first"
    r"|follow(?:s|ed|ing))\b"
)
# "the sweep | in Kent", "the sweep | in May"
_WHERE = lazy(r"\s(?:in|at|on|across|near|around)\s(?:the\s)?(?P<what>\w+)")
_SOON = 400  # characters after which a length is no more "those ten weeks"


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time and where it is told."""

    figure: Figure
    skeleton: Skeleton
    span: Span

    @property
    def unit(self) -> str:
        """Days, weeks …, one of them."""
        return (self.figure.unit or "").removesuffix("s")


def lasting(reading: Reading) -> Iterator[Relation]:
    """Lengths of one thing that are told twice."""
    told = [s for _, s in reading.quantified if SIGNS["duration"] in s.text]
    if sum(s.text.count(SIGNS["duration"]) for s in told) < 2:
        return
    found: dict[tuple[str, str], list[Lasting]] = defaultdict(list)
    for skeleton in told:
        if not _WORDS.isdisjoint(skeleton.words) or "round-up" in skeleton.text:
            for match in _LASTED().finditer(skeleton.text):
                figure = skeleton.group(match, "one")
                if figure and figure.value is not None and not figure.text.endswith("s"):
                    one = Lasting(figure, skeleton, skeleton.span(match))
                    found[stem(match["noun"]), one.unit].append(one)
    known: set[str] = set()
    for (noun, _), lengths in found.items():
        for other in lengths[1:]:
            if other.skeleton is not lengths[0].skeleton and _of_one(reading, noun, lengths, other):
                known |= {lengths[0].figure.id, other.figure.id}
                yield _relation(reading, lengths[0], other)
                break
    took = [length for lengths in found.values() for length in lengths]
    yield from _taken_up(reading, told, took, known)


def _relation(reading: Reading, one: Lasting, other: Lasting) -> Relation:
    spans, figures = [t.span for t in (one, other)], [t.figure for t in (one, other)]
    return relation("restatement", reading, spans, figures=figures)


def _of_one(reading: Reading, noun: str, told: list[Lasting], other: Lasting) -> bool:
    first = told[0]
    if not contradict(first.figure, other.figure):
        return first.figure.value == other.figure.value
    if len(told) > 2 or noun in _OWN or not _takes_up(reading, first, other):
        return False
    return not (
        _apart(reading, first, other) or any(_ANOTHER.search(t.skeleton.text) for t in told)
    )


def _takes_up(reading: Reading, first: Lasting, other: Lasting) -> bool:
    """Whether it goes back to the one told first: "the sweep", or "in a sweep" below a headline."""
    text, start, end = reading.text, other.skeleton.start, other.span.start
    if _TAKES_UP.search(text, start, end):
        return True
    headed = reading.document.sentences[first.figure.sentence].block < zones(reading).lede
    return headed and _DURING_A.search(text, start, end) is not None


def _apart(reading: Reading, first: Lasting, other: Lasting) -> bool:
    """Whether each was in another place or month."""
    where = [_WHERE.match(reading.text, t.span.end) for t in (first, other)]
    return all(where) and len({match["what"] for match in where if match}) > 1


def _taken_up(
    reading: Reading, told: Sequence[Skeleton], took: Sequence[Lasting], known: set[str]
) -> Iterator[Relation]:
    """Lengths that take up the one told before, and that one."""
    before: dict[str, Figure | None] = {}  # by unit, the last; None where two differ
    known_to_take = {length.figure.id: length for length in took}
    for skeleton in told:
        for match in _THAT_LONG().finditer(skeleton.text):
            figure = skeleton.group(match, match.lastgroup or "")
            if figure is None or figure.value is None or figure.id in known:
                continue
            other = Lasting(figure, skeleton, skeleton.span(match))
            last = before.get(other.unit)
            one = known_to_take.get(last.id) if last else None
            if one and _may_be_one(reading, one, other):
                known.add(figure.id)
                yield _relation(reading, one, other)
        for match in _TOOK().finditer(skeleton.text):
            figure = skeleton.group(match, match.lastgroup or "")
            if figure and figure.id not in known_to_take:
                known_to_take[figure.id] = Lasting(figure, skeleton, skeleton.span(match))
        for figure in skeleton.figures:
            if figure.kind == "duration":
                unit = (figure.unit or "").removesuffix("s")
                same = unit not in before or _value(before[unit]) == figure.value
                before[unit] = figure if same else None


def _value(figure: Figure | None) -> Fraction | None:
    return figure.value if figure else None


def _may_be_one(reading: Reading, one: Lasting, other: Lasting) -> bool:
    """Whether nothing between them tells of another, and they agree or are a slip apart."""
    a, b = one.figure.value, other.figure.value
    if a is None or b is None or other.skeleton.start - one.skeleton.end > _SOON:
        return False
    if _ANOTHER.search(reading.text, one.figure.end, other.figure.start):
        return False
    near = abs(a - b) <= BESIDE or (
        b.denominator == 1 and slip_for(one.figure, b.numerator) is not None
    )
    return near and not (one.figure.hedge or other.figure.hedge)
