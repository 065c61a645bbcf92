"""Sums found by their numbers: a whole and a run of parts beside it that no chance makes fit.

``agents made 5,317 arrests on the road, 429 in camps and 2,344 in cities`` after ``8,090 persons``:
no phrase ties them, but three such numbers do not come to a fourth by accident. How far
numbers may be trusted follows from their digits, from how many runs were tried, and from the words
they share with the whole. Small numbers that merely fit are nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, log

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._drawn import tables_of
from crossfoot.relate.sums.mentions import OTHERS, mentions
from crossfoot.relate.wording.kinds import PERSONS, alike, is_kind
from crossfoot.relate.wording.phrases import OF_THEM, relation
from crossfoot.relate.wording.rows import family, head, rows
from crossfoot.relate.wording.wholes import restated

LONGEST = 8  # parts of a run
RECENT = 16  # sums that a figure is held to be in
REACH = 10  # figures of the kind between a run and its whole
FAR = 12  # sentences between a run and its whole
APART = 3  # sentences that a run is spread over
APART_BETWEEN = 8  # and where others stand between them
NEAR = 3  # sentences by which a whole is half as near as in the run's own
FEWEST = 20  # noughts, more than any number ends in
TENTHS = 10  # odds are counted in them
CENTS = 100  # amounts are compared in hundredths
# by how much, in tenths, the digits must outweigh the runs tried, by the ties of wording
ENOUGH = (600, 120, 40, 4)
CHOSEN = 3  # times as much where some figures were passed over
STRANGE = 5  # times as much where the nouns differ

# words that say that what they stand with is all, or one share of all
_TIES = lazy(
    r"\b(?:totall?(?:s|ed|ing)?|combined|overall|in all|altogether|all told|together|respectively"
    r"|accounted for|remaining|remainder|the rest|of (?:those|them|which|whom|these)"
    r"|of the [\ue000-\uf8ff]"
    r"|(?:the |\bN )?others?|another|additional|consist(?:s|ed|ing)? of|made up of|including"
    r"|makes|brings|bringing|breakdown|both)\b|:"
)
# "another 44", "the remaining 12", "five others": with those before they are all
_REST_BEFORE = lazy(
    r"\b(?:another|an additional|a further|the (?:remaining|other))\b"
    r"[^.;]{0,12}$"
)
# a step from one number to the next, and no part: "an increase of 40", "40 more than"
_STEP_BEFORE = lazy(
    r"\b(?:increase|decrease|decline|drop|rise|reduction|gain|excess|deficit|surplus|difference"
    r"|change|margin|more|over|rose|fell|dropped|grew|by|compared (?:to|with))"
    r"(?: of| by)?(?: (?:about|nearly|over|almost))?\s$"
)
_STEP_AFTER = lazy(
    r"\s(?:[a-z]+\s){0,2}(?:more|fewer|less|higher|lower|above|below|increase|decrease|decline)\b"
    r"|\s(?:[a-z]+\s){0,3}(?:in the (?:previous|prior)|last year|the year before|a year earlier)\b"
)


_AND = lazy(r"(?:\s[a-z-]+){1,3}\sand\s")
# "against 48", "from last quarter (48", "compared to 48"
_AGAINST = pattern(
    r"\b(?:from|against|compared (?:with|to)|versus|than)\s(?:[a-z]+\s){{0,2}}"
    r"(?:{date}\s){{0,2}}\(?$"
)
_AGAINST_WORDS = frozenset("from against compared versus than".split())
_OF_THE = lazy(r"\sof the [\ue000-\uf8ff]")

_Values = Sequence[tuple[int, Figure]]  # figures in order, each with its value in hundredths


@dataclass(frozen=True)
class _Fit:
    """A run of parts that comes to a whole to the last digit."""

    whole: Figure
    parts: tuple[Figure, ...]
    odds: int
    between: bool = False  # others stand between them: what each is held against
    before: bool = False  # each is what another is held against: of the year before

    @property
    def members(self) -> tuple[Figure, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)


def fitting(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """Sums that fit too well for chance; *known* are the members of those read from wording."""
    fits = [fit for told in _families(reading) for fit in _fits(told)]
    fits += [
        fit
        for now, before in interleaved(reading)
        for told, earlier in ((now, False), (before, True))
        for fit in _fits(told, between=True, before=earlier)
    ]
    taken = by_member(known)
    for fit in sorted(fits, key=lambda fit: -fit.odds):
        ids = frozenset(f.id for f in fit.members)
        if shares_two(ids, taken):
            continue
        if tie := _licence(reading, fit):
            for one in ids:
                taken.setdefault(one, []).append(ids)
            wholes = restated(reading, fit.whole, parts=fit.parts)
            yield relation("sum", reading, [tie], {"claim": "weak"}, parts=fit.parts, whole=wholes)


def by_member(sums: Iterable[frozenset[str]]) -> dict[str, list[frozenset[str]]]:
    """The members of sums, by each of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for ids in sums:
        for one in ids:
            found.setdefault(one, []).append(ids)
    return found


def shares_two(ids: frozenset[str], sums: Mapping[str, Sequence[frozenset[str]]]) -> bool:
    """Whether two of *ids* are members of one of *sums*."""
    return any(len(ids & others) > 1 for one in ids for others in sums.get(one, ())[-RECENT:])


def _families(reading: Reading) -> list[list[tuple[int, Figure]]]:
    """The figures that can be added, by kind, each with its value in hundredths."""
    kinds: dict[str, list[tuple[int, Figure]]] = {}
    in_tables = {cell.start for table in tables_of(reading) for cell in table.cells}
    for figure in reading.figures:
        if figure.start in in_tables:
            continue  # whose lines and columns say what adds up
        kind, value = family(figure), figure.value
        if kind is None or kind == "percent" or value is None:
            continue
        above, below = value.as_integer_ratio()
        if above and not CENTS % below:
            kinds.setdefault(kind, []).append((above * (CENTS // below), figure))
    return [told for told in kinds.values() if len(told) > 2]


@kept
def interleaved(reading: Reading) -> Sequence[tuple[_Values, _Values]]:
    """The figures of each kind that another is held against, and the others, each by themselves.

    ``55 apprehensions, against 48 the year before, of 31 men, against 27, and 24 women, against``.
    """
    found: list[tuple[_Values, _Values]] = []
    if _AGAINST_WORDS.isdisjoint(reading.words):
        return found
    for told in _families(reading):
        now, before = [], []
        for value, figure in told:
            how = _how_held(reading, figure)
            if how == "against":
                before.append((value, figure))
            elif how is None:
                now.append((value, figure))
        if len(now) < len(told) and len(now) > 2:
            found.append((now, before if len(before) > 2 else []))
    return found


def _how_held(reading: Reading, figure: Figure) -> str | None:
    """Whether another is held "against" it, or it is an "aside": ``23 of the 51``."""
    skeleton = reading.sentences[figure.sentence]
    at = skeleton.sign_of(figure)
    if _AGAINST.search(skeleton.text, max(0, at - 40), at):
        return "against"
    aside = skeleton.text.endswith((" of the ", " in ", " in the "), 0, at)
    return "aside" if aside or _OF_THE.match(skeleton.text, at + 1) else None


def _fits(told: _Values, *, between: bool = False, before: bool = False) -> Iterator[_Fit]:
    """The runs of two figures or more that a figure near them is the sum of."""
    if not told:
        return
    apart = APART_BETWEEN if between else APART
    places: dict[int, list[int]] = {}
    for at, (value, _) in enumerate(told):
        places.setdefault(value, []).append(at)
    largest = max(places)
    for first, (total, one) in enumerate(told):
        for last in range(first + 1, min(first + LONGEST, len(told))):
            value, figure = told[last]
            total += value
            if total > largest or figure.sentence - one.sentence > apart:
                break
            for at in _near(places.get(total, ()), first - REACH, last + REACH):
                steps = first - at if at < first else at - last
                whole = told[at][1]
                far = max(one.sentence - whole.sentence, whole.sentence - figure.sentence, 0)
                if steps > 0 and far <= FAR:
                    odds = _odds([v for v, _ in told[first : last + 1]], steps, far)
                    if odds >= ENOUGH[-1]:
                        parts = tuple(f for _, f in told[first : last + 1])
                        yield _Fit(whole, parts, odds, between, before)


def _near(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of the ordered *places* from *start* to *end*."""
    return places[bisect_left(places, start) : bisect_right(places, end)]


def _odds(parts: Sequence[int], steps: int, far: int) -> int:
    """How many tenths likelier it is that *parts* were told as such than that they fit by chance.

    By chance the smaller parts come to just what the largest lacks, once in as many times as they
    have steps of their last place; the runs that were tried nearer the whole are as many chances.
    """
    lacking = (sum(parts) - max(parts)) // smallest_unit(parts)
    return TENTHS * NEAR * lacking // (steps * (len(parts) - 1) * (NEAR + far))


def smallest_unit(values: Sequence[int]) -> int:
    """The unit in which *values* are told: 1000 of 45,000 and 3,000, 25 of 75 and 150."""
    fives = gcd(*values, 5**FEWEST)
    return fives * gcd(*values, 2 ** round(log(fives, 5)))


def _licence(reading: Reading, fit: _Fit) -> Span | None:
    """The words that tie the run to its whole, where they and the digits together suffice."""
    if not fit.before and any(_is_step(reading, f) for f in fit.members):
        return None
    if _is_joined(reading, fit):
        return None
    if len(fit.parts) == 2 and OF_THEM.match(reading.text, fit.parts[1].end):
        return None  # "66 were no citizens; 48 of them": some of the 66
    start = min(fit.whole.end, fit.parts[0].end)
    tie = _TIES.search(reading.text, start, max(fit.whole.start, fit.parts[-1].start))
    noun, *others = (head(reading.sentences[f.sentence], f) for f in fit.members)
    ties = (tie is not None) + (noun is not None and noun in others)
    if (
        noun in PERSONS
        and noun is not None
        and _told_often(reading, fit)
        and _is_closed(reading, fit)
    ):
        ties = len(ENOUGH) - 1
    if noun in others and any(other not in (noun, None) and is_kind(other) for other in others):
        return None  # "127 men and 38 women" are not the 165 men told of further on
    kin = all(alike(noun, other) for other in others)
    enough = ENOUGH[ties] * (1 if kin else STRANGE) * (CHOSEN if fit.between else 1)
    if fit.odds < enough or (not fit.before and _held_apart(reading, fit)):
        return None
    return Span(*tie.span()) if tie else Span(fit.parts[0].end, fit.parts[1].start)


def _is_closed(reading: Reading, fit: _Fit) -> bool:
    """Whether a later part is told as another or the rest: ``Four more``, ``the other two``."""
    text = reading.text
    return any(
        _REST_BEFORE.search(text, max(0, f.start - 30), f.start) or OTHERS.match(text, f.end)
        for f in fit.parts[1:]
    )


def _told_often(reading: Reading, fit: _Fit) -> bool:
    """Whether the whole is told again elsewhere, or is what the text begins with."""
    value = fit.whole.value or 0
    return len(reading.by_value.get(Fraction(value), ())) > 1 or fit.whole == reading.figures[0]


def _is_joined(reading: Reading, fit: _Fit) -> bool:
    """Whether the whole and a part are two sorts told together: ``seven women and five men``."""
    one = fit.parts[0]
    if one.sentence != fit.whole.sentence:
        return False
    skeleton = reading.sentences[one.sentence]
    row = next((row.figures for row in rows(skeleton) if fit.whole in row.figures), ())
    return one in row and _AND.fullmatch(reading.text, fit.whole.end, one.start) is not None


def _is_step(reading: Reading, figure: Figure) -> bool:
    """Whether *figure* tells by how much another rose or fell, or what it was before."""
    text = reading.text
    before = _STEP_BEFORE.search(text, max(0, figure.start - 30), figure.start)
    return bool(before or _STEP_AFTER.match(text, figure.end))


def _held_apart(reading: Reading, fit: _Fit) -> bool:
    """Whether one of the figures is what another is held against."""
    members = {f.id for f in fit.members}
    return any(
        mention.compared
        for at in {f.sentence for f in fit.members}
        for mention in mentions(reading, at)
        if mention.figure.id in members
    )
