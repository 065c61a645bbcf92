"""Links between the figures of two documents about one event, each with its reasons.

same      they speak of one quantity and agree within the precision of their wording
copy      the same, and both fail the same check in their own documents: one slip, handed on
update    a running total, counted further: the period starts alike and ends later
label     one exact value, set down under another place, day or unit
conflict  they speak of one quantity and do not agree

A figure has at most one link to another document, and what is told alike there is
never in conflict with a third figure: a report that gives two sources' counts agrees with each
of the reports that give one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.interval import display
from crossfoot.ledger.claims import Claim
from crossfoot.ledger.compare import (
    FAMILY,
    Comparison,
    Tie,
    at_home,
    compare,
    dated_by_words,
    in_time,
    measure_tie,
    nested,
    place_tie,
    population_tie,
    settled,
    slipped,
    unit_slip,
)  # fmt: skip

KINDS = ("same", "conflict", "label", "update", "copy")
_SAME = 1.5  # belief from which two agreeing figures are one quantity
_LABEL = 2.0
_CONFLICT = 2.0
# what a differing dimension takes from the score of a pair that is otherwise of one quantity
_PENALTY = {"place": -2.0, "population": -2.0, "period": -1.5}
_GROUPS = frozenset(("citizenship", "criminality", "destination", "origin", "sex"))
_MOST = 250  # figures of a document that are set beside those of another
_TOTALS = frozenset(("count", "duration"))


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures of different documents that speak of one quantity."""

    kind: str
    later: Claim
    earlier: Claim
    reasons: tuple[str, ...]


Pair = tuple[Claim, Claim, Comparison]  # the later document's claim first


def link(later: Sequence[Claim], earlier: Sequence[Claim]) -> tuple[Link, ...]:
    """The links between the claims of two documents, in the order of the later one's text."""
    whole = in_time(*at_home(settled(tuple(later)), settled(tuple(earlier))))
    dated = {d: dated_by_words(c) for c in whole if c for d in (c[0].document,)}
    leading = _leading(whole[0]) | _leading(whole[1])
    common = _common(whole[0]) | _common(whole[1])
    mine, theirs = _linkable(whole[0]), _linkable(whole[1])
    pairs = list(_pairs(mine, theirs))
    taken: set[tuple[str, str]] = set()
    found: list[Link] = []
    for kind, wanted in (
        ("same", [p for p in pairs if _is_same(p) or _is_loosely_dated(p, dated)]),
        ("update", [p for p in pairs if _is_update(p, leading)]),
        ("label", [p for p in pairs if p[0].value not in common and _is_label(p, mine, theirs)]),
        ("conflict", [p for p in pairs if _is_conflict(p, leading)]),
    ):
        for a, b, comparison in _assigned(wanted, taken, kind):
            told = "copy" if kind == "same" and a.status == b.status == "failed" else kind
            found.append(Link(told, a, b, tuple(_reasons(told, a, b, comparison))))
    return tuple(sorted(found, key=lambda x: (x.later.start, x.earlier.start)))


def _linkable(claims: Sequence[Claim]) -> list[Claim]:
    """The figures that can be linked, the first of a long table."""
    return [c for c in claims if c.value is not None and c.kind in FAMILY][:_MOST]


def _common(claims: Sequence[Claim]) -> set[Fraction | None]:
    """Values that a document has so often that finding one elsewhere tells nothing."""
    return {value for value, times in Counter(c.value for c in claims).items() if times > 3}


def _pairs(later: Sequence[Claim], earlier: Sequence[Claim]) -> Iterator[Pair]:
    """Pairs that may speak of one quantity: of one family, of a like size, not told apart."""
    families: dict[str, list[tuple[int, Claim]]] = {}
    for claim in earlier:
        if claim.value is not None:
            families.setdefault(FAMILY[claim.kind], []).append((_size(claim.value), claim))
    for a in later:
        if a.value is None:
            continue
        size = _size(a.value)
        for other, b in families.get(FAMILY[a.kind], ()):
            assert b.value is not None
            if (size != other or a.value != b.value) and _told_apart(a, b):
                continue
            low, high = (size, other) if size < other else (other, size)
            if (
                low * 3 + 3 >= high
                or slipped(a.value, b.value)
                or (low * 20 >= high and a.period_start and a.period_start == b.period_start)
            ):
                yield a, b, compare(a, b)


def _size(value: Fraction) -> int:
    """A whole number near the value, to set sizes side by side quickly."""
    return abs(value.numerator) // value.denominator


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether place, measure or group differ: then only equal values can be linked."""
    return (
        place_tie(a.place, b.place) is Tie.OTHER
        or measure_tie(a.measure, b.measure) is Tie.OTHER
        or population_tie(a, b) is Tie.OTHER
    )


def _is_same(pair: Pair) -> bool:
    a, b, seen = pair
    if seen.others == ("population",) and (not a.population or not b.population):
        # one text narrows the group and the other does not: a telling number is the same still
        return _telling(a, seen) and seen.measure is Tie.SAME and seen.score >= _SAME
    return seen.agree and not seen.others and seen.score >= _SAME


def _is_loosely_dated(pair: Pair, dated: Mapping[str, frozenset[str]]) -> bool:
    """One telling value in two periods, of which one is only what the text around suggests."""
    a, b, seen = pair
    if seen.others != ("period",) or not _telling(a, seen) or seen.measure is not Tie.SAME:
        return False
    return a.figure not in dated[a.document] or b.figure not in dated[b.document]


def _telling(claim: Claim, seen: Comparison) -> bool:
    """Whether both give one value of three significant digits or more."""
    return seen.exact and len(str(claim.value).strip("0")) >= 3


def _is_update(pair: Pair, leading: frozenset[tuple[str, str]]) -> bool:
    """A count or a length of one thing, higher in the later report, of a period run further."""
    a, b, seen = pair
    if a.value is None or b.value is None or a.value <= b.value or seen.measure is not Tie.SAME:
        return False
    if FAMILY[a.kind] not in _TOTALS or {"population", "place"} & set(seen.others):
        return False
    if a.range.meets(b.range) and not b.range.is_open:
        return False
    if a.kind == "count" and not {_key(a), _key(b)} <= leading:
        return False
    further = a.period_start is not None and a.period_start == b.period_start and _ends_later(a, b)
    floor = b.range.is_open and b.hedge is not None and seen.period is not Tie.OTHER
    return further or (floor and a.kind == "count")


def _ends_later(a: Claim, b: Claim) -> bool:
    """Whether the later report's period ends later; where both run on, it was told later."""
    if a.period_end is None:
        return b.period_end is None or a.kind == "count"
    return b.period_end is not None and a.period_end > b.period_end


def _is_label(pair: Pair, later: Sequence[Claim], earlier: Sequence[Claim]) -> bool:
    """One exact value under two labels, where neither report has the other's label."""
    a, b, seen = pair
    if not seen.exact or a.value is None or a.hedge or b.hedge:
        return False
    if unit_slip(a, b):
        return not {"population", "place", "period"} & set(seen.others)
    if seen.measure not in (Tie.SAME, Tie.NEAR) or len(seen.others) != 1:
        return False
    (other,) = seen.others
    digits = len(str(a.value).strip("0"))
    if other == "place":
        labelled, needed = bool(a.place and b.place and not nested(a.place, b.place)), 2
    elif other == "population":
        labelled, needed = _one_dimension(a, b), 2 if a.kind == "count" else 3
    else:
        labelled, needed = other == "period", 3
    if not labelled or digits < needed or seen.score - _PENALTY[other] < _LABEL:
        return False
    return not _told_there(a, earlier, other) and not _told_there(b, later, other)


def _one_dimension(a: Claim, b: Claim) -> bool:
    """Whether two groups are told apart by one thing: from Mexico, from Honduras."""
    if len(a.population) != 1 or len(b.population) != 1:
        return False
    mine, theirs = a.population[0].partition(":")[0], b.population[0].partition(":")[0]
    return mine == theirs and mine in _GROUPS


def _told_there(claim: Claim, others: Iterable[Claim], dimension: str) -> bool:
    """Whether *others* give a figure of their own under the claim's label: then it is chance."""
    for other in others:
        if other.kind != claim.kind or other.value is None:
            continue
        seen = compare(claim, other)
        held = seen.place if dimension != "population" else seen.population
        if (
            not seen.others
            and seen.measure is Tie.SAME
            and held is Tie.SAME
            and seen.period in (Tie.SAME, Tie.NEAR)
        ):
            return True
    return False


def _is_conflict(pair: Pair, leading: frozenset[tuple[str, str]]) -> bool:
    """One quantity by every dimension, and values that cannot both be right."""
    a, b, seen = pair
    if seen.agree or a.range.meets(b.range):
        return False
    if seen.others == ("period",) and _digits_mixed(a, b) and (a.value or 0) >= 100:
        # one place, one measure and the same digits in another order: a date misread, not a fact
        return seen.place is Tie.SAME and seen.measure is Tie.SAME
    if seen.others or seen.measure is Tie.OTHER:
        return False
    if _digits_mixed(a, b) and seen.measure is Tie.SAME:
        return True
    if _same_words(a, b, seen):
        return _closeness(a, b) >= 0.5
    if seen.score < _CONFLICT or not {_key(a), _key(b)} <= leading or _closeness(a, b) < 0.5:
        return False
    if seen.measure is not Tie.SAME or (seen.period is Tie.OPEN and seen.place is not Tie.SAME):
        return False
    if FAMILY[a.kind] in ("share", "points"):
        return seen.population in (Tie.SAME, Tie.NEAR)
    return FAMILY[a.kind] != "duration"


def _same_words(a: Claim, b: Claim, seen: Comparison) -> bool:
    """Whether one sentence was copied from the other but for the number."""
    return seen.wording >= 0.9 and min(len(a.words), len(b.words)) >= 5 and a.unit == b.unit


def _digits_mixed(a: Claim, b: Claim) -> bool:
    first, second = str(a.value), str(b.value)
    return len(first) >= 2 and first != second and sorted(first) == sorted(second)


def _leading(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """The claims that their label identifies: alone under it, or the largest count of it.

    A label is measure, group, place and period. "Of the 680 arrested in Ohio, 300 were let go"
    gives two counts of one label; only the larger is what "arrests in Ohio" means elsewhere.
    """
    labels: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.value is not None and claim.kind in FAMILY:
            about = (
                FAMILY[claim.kind], claim.measure, claim.population, claim.place,
                claim.period_start, claim.period_end,
            )  # fmt: skip
            labels.setdefault(about, []).append(claim)
    found: set[tuple[str, str]] = set()
    for of in labels.values():
        top = max(c.value or 0 for c in of)
        alone = len({c.value for c in of}) == 1
        if alone or FAMILY[of[0].kind] == "count":
            found.update(_key(c) for c in of if c.value == top)
    return frozenset(found)


def _closeness(a: Claim, b: Claim) -> float:
    """The smaller value over the larger, 0 to 1; for ranking only."""
    if not a.value or not b.value:
        return 0.0
    low, high = sorted((abs(a.value), abs(b.value)))
    return float(low / high)


def _assigned(pairs: list[Pair], taken: set[tuple[str, str]], kind: str) -> Iterator[Pair]:
    """The pairs, best first, each figure once; what is taken is kept in *taken*."""

    def rank(pair: Pair) -> tuple[object, ...]:
        a, b, seen = pair
        largest = -(a.value or 0) if kind == "update" else 0
        return (largest, -seen.score - _closeness(a, b), not seen.exact, a.start, b.start)

    for a, b, seen in sorted(pairs, key=rank):
        if _key(a) in taken or _key(b) in taken:
            continue
        taken |= {_key(a), _key(b)}
        yield a, b, seen


def _key(claim: Claim) -> tuple[str, str]:
    return claim.document, claim.figure


def _reasons(kind: str, a: Claim, b: Claim, seen: Comparison) -> Iterator[str]:
    assert a.value is not None
    assert b.value is not None
    first, second = display(a.value), display(b.value)
    if seen.exact:
        yield f"both give {first}"
    elif seen.agree:
        yield f"{first} and {second} agree within their precision"
    else:
        yield f"{first} against {second}"
    if a.measure and seen.measure is Tie.SAME:
        yield f"both count {a.measure.replace('_', ' ')}"
    if kind == "label" and unit_slip(a, b):
        yield f"counted in {a.unit} here and in {b.unit} there"
    yield from _dimension("place", seen.place, a.place, b.place)
    yield from _dimension("period", seen.period, _when(a), _when(b))
    if seen.population in (Tie.SAME, Tie.NEAR):
        yield f"both of {_people(a)}"
    if seen.population is Tie.OTHER:
        yield f"another group: {_people(a)} against {_people(b)}"
    if kind == "update":
        yield "the later count reaches further"
    if kind == "copy":
        yield "both fail the same check where they stand"


def _people(claim: Claim) -> str:
    return ", ".join(p.partition(":")[2] for p in claim.population) or "all"


def _dimension(name: str, tie: Tie, a: str | None, b: str | None) -> Iterator[str]:
    if tie is Tie.SAME and a:
        yield f"one {name}: {a}" if a == b else f"one {name}: {a} and {b}"
    elif tie is Tie.NEAR:
        yield f"a near {name}: {a} and {b}"
    elif tie is Tie.OTHER:
        yield f"another {name}: {a or 'none'} against {b or 'none'}"


def _when(claim: Claim) -> str | None:
    start, end = claim.period_start, claim.period_end
    if start is None and end is None:
        return None
    return f"{start or '…'}" if start == end else f"{start or '…'} to {end or '…'}"
