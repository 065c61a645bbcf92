"""The times that a sentence names: months and days, years, "last year", other occasions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.figures.skeleton import SIGNS
from crossfoot.model import Figure
from crossfoot.relate.wording.stems import is_person, stem

_SIGNS = frozenset(SIGNS.values())
_MONTHS = (
    "january february march april june july august september october november december jan feb mar"
    " apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday"
    " spring summer autumn winter weekend"
)
WHEN = frozenset(stem(w) for w in _MONTHS.split())
_RELATIVE = frozenset("last past previous prior earlier next this current same".split())
_LAPSE = frozenset("year years month months week weeks quarter decade season night".split())
_BYGONE = frozenset("last past previous prior earlier".split())
_OTHER = 3  # the sort of what tells of another event
_CLAUSE = 14  # tokens each side, at most
_OPENING = 1  # words into a sentence all of which is of that time
_NOW = frozenset("today yesterday tonight tomorrow now".split())
_OTHERWISE = frozenset(
    "similar separate separately earlier previous previously prior predecessor elsewhere another"
    " before ago".split()
)
_BENCH = frozenset("judge justice magistrate court jury".split())  # "arraigned before Judge …"
_PAST = frozenset("prior previous previously earlier".split())
# "prior convictions", "previously deported": what is known of those arrested, and no other event
_RECORD = frozenset(
    map(
        stem,
        "convicted convictions record records deported removed criminal felony arrests".split(),
    )
)


def times_in(
    tokens: Sequence[str], meanings: Sequence[str], signs: Sequence[int], figures: Sequence[Figure]
) -> list[tuple[int, int, str]]:
    """Where the sentence names a time, of which sort, and its name: a month, 2016, "last year"."""
    out: list[tuple[int, int, str]] = []
    if not WHEN.isdisjoint(meanings):
        out.extend((i, 0, m) for i, m in enumerate(meanings) if m in WHEN)
    if not _LAPSE.isdisjoint(tokens):
        for i, token in enumerate(tokens):
            if token in _LAPSE and i and tokens[i - 1] in _RELATIVE:
                out.append((i, 2, f"{tokens[i - 1]} {token}"))
                if tokens[i - 1] in _BYGONE:
                    out.append((i, 3, f"{tokens[i - 1]} {token}"))
    if not _OTHERWISE.isdisjoint(tokens):
        out.extend(
            (i, 3, token)
            for i, token in enumerate(tokens)
            if token in _OTHERWISE and not _is_of_the_same(tokens, i)
        )
    for sign, figure in zip(signs, figures, strict=True):
        if figure.kind == "date":
            out.extend((sign, kind, name) for kind, name in _named_times(figure.text.lower()))
    return out


def _is_of_the_same(tokens: Sequence[str], at: int) -> bool:
    """Whether it tells of the same event: "before Judge Roe", "prior convictions", "another man".

    "Separate" does where it is told of things counted: "69 separate charges".
    """
    if tokens[at] == "before":
        return not _BENCH.isdisjoint(tokens[at : at + 8])
    if tokens[at] == "another":
        return any(map(is_person, map(stem, tokens[at + 1 : at + 2])))
    if tokens[at] in _PAST:
        return not _RECORD.isdisjoint(map(stem, tokens[at + 1 : at + 3]))
    return tokens[at] == "separate" and at > 0 and tokens[at - 1] in _SIGNS


def _named_times(text: str) -> Iterator[tuple[int, str]]:
    """The times in a date's own words, by sort."""
    words = text.replace(".", " ").split()
    days = [m for m in map(stem, words) if m in WHEN or m == "may"]
    years = [w for w in words if len(w) > 3 and w[:4].isdigit() and w[4:5] in ("", "/")]
    yield from ((0, day) for day in days)
    yield from ((1, year) for year in years)
    if len(years) == len(words):  # "in 2019", and no day
        yield from ((3, year) for year in years if year.isdigit())  # not a season, "1996/97"
    elif not (years or days) and text not in _NOW:
        yield 2, " ".join(words)
        yield from ((3, w) for w in words if w in _BYGONE)


def when_of(
    tokens: Sequence[str], times: Sequence[tuple[int, int, str]], at: int
) -> tuple[frozenset[str], ...]:
    """The times named in the clause of the figure, by sort; another event's at its opening, too.

    "Last month, the attorney general announced …, where agents … seized 45 pounds".
    """
    begun, rest = tokens[max(0, at - _CLAUSE) : at], tokens[at + 1 : at + _CLAUSE]
    first = at - min(
        (begun[::-1].index(stop) + 1 for stop in ";(" if stop in begun), default=_CLAUSE
    )
    last = at + min((rest.index(stop) + 1 for stop in ";)" if stop in rest), default=_CLAUSE)
    named: tuple[set[str], ...] = (set(), set(), set(), set())
    for place, sort, name in times:
        if first <= place <= last or (sort == _OTHER and place <= _OPENING):
            named[sort].add(name)
    return tuple(map(frozenset, named))
