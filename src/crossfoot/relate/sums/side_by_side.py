"""Sums told side by side: ``249 million from 233 million, and 167 million from 141 million``.

Where what is told now adds up, so should what each of its figures is held against, and the other
way round: one who sets both out sets out one account twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.fitting import by_member, interleaved, shares_two
from crossfoot.relate.wording.phrases import relation
from crossfoot.relate.wording.slips import is_a_slip_apart

_TO = lazy(r"\s?(?:[^.,;:\ue000-\uf8ff]{0,20}\s)?to\s(?:about\s)?")  # "from 95 in May | to | 64"
# "15,911 | claims in 2018", "15,911 | a year before"
_WHEN = pattern(
    r"(?:\s[a-z]+){{0,2}}?\s(?:(?:in|on|at|of|during)\s)?(?:the\s)?"
    r"(?:(?P<day>{date})|(?P<ago>(?:a|year|month|quarter|week)\s(?:[a-z]+\s)?(?:before|ago|earlier)))"
)
_NEAR = 6  # sentences back from the one behind the account
_ROUNDED = (
    2  # of its last places, for each figure, by which an account told in round numbers is off
)


def side_by_side(reading: Reading, known: Collection[frozenset[str]]) -> Iterator[Relation]:
    """The accounts that stand beside those of *known*, figure by figure."""
    paired = _pairs(reading)
    if not paired:
        return
    taken = by_member(known)
    figures = {f.id: f for f in reading.figures}
    for ids in list(known):
        members = [figures[one] for one in ids if one in figures]
        if len(members) != len(ids) or not all(one in paired for one in ids):
            continue
        account = _account(members)
        if account is None:
            continue
        whole, *parts = (paired[f.id] for f in account)
        other = frozenset(f.id for f in (whole, *parts))
        if len(other) < len(ids) or not other.isdisjoint(ids) or shares_two(other, taken):
            continue
        claim = _claim(whole, parts)
        if claim == "full" and not _is_closed(reading, whole, parts):
            continue
        if claim is not None:
            parts.sort(key=lambda f: f.start)
            tie = Span(parts[0].end, parts[1].start)
            yield relation("sum", reading, [tie], {"claim": claim}, parts=parts, whole=whole)


def _pairs(reading: Reading) -> Mapping[str, Figure]:
    """The figure that each is held against, or that is held against it."""
    found: dict[str, Figure] = {}
    for now, before in interleaved(reading):
        told = sorted([f for _, f in now] + [f for _, f in before], key=lambda f: f.start)
        against = {f.id for _, f in before}
        for at, figure in enumerate(told):
            if figure.id not in against:
                continue
            after = told[at + 1] if at + 1 < len(told) else None
            to = after is not None and _TO.fullmatch(reading.text, figure.end, after.start)
            own = after if to else told[at - 1] if at else None
            if own is None or own.id in against or own.sentence != figure.sentence:
                continue
            if own.id in found:
                continue  # "106 from 98 in May and 90 in April": only the first is sure
            found[own.id], found[figure.id] = figure, own
    return found


def _account(members: Sequence[Figure]) -> tuple[Figure, ...] | None:
    """The whole and its parts, where they come out."""
    whole = max(members, key=lambda f: f.value or Fraction(0))
    parts = sorted((f for f in members if f is not whole), key=lambda f: f.start)
    total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    return (whole, *parts) if len(parts) > 1 and total == whole.value else None


def _is_closed(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether an account that does not come out is of one time, and nothing near it is lacking."""
    figures = (whole, *parts)
    last = max(f.sentence for f in figures)
    told = {f.sentence: reading.sentences[f.sentence] for f in figures}
    if any("revised" in skeleton.words for skeleton in told.values()):
        return False
    if len({time for f in figures if (time := _time(reading, f))}) > 1:
        return False
    total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    lacking = reading.by_value.get((whole.value or 0) - total, ())  # a line that there is no more
    return not any(0 <= last + 1 - f.sentence <= _NEAR for f in lacking)


def _time(reading: Reading, figure: Figure) -> str:
    """When *figure* is told to have been, right behind it: ``in 2018``, ``a year before``."""
    skeleton = reading.sentences[figure.sentence]
    match = _WHEN.match(skeleton.text, skeleton.sign_of(figure) + 1)
    if match is None:
        return ""
    day = skeleton.group(match, "day") if match["day"] else None
    return day.text.lower() if day else match["ago"]


def _claim(whole: Figure, parts: Sequence[Figure]) -> str | None:
    total = Interval.sum(f.range for f in parts)
    if total.meets(whole.range):
        return "weak"
    figures = (whole, *parts)
    if any(f.hedge or f.range.is_open for f in figures) or not is_a_slip_apart(whole, parts):
        return None
    off = abs(sum((f.value or Fraction(0) for f in parts), Fraction(0)) - (whole.value or 0))
    return "full" if off > _ROUNDED * len(figures) * max(f.step for f in figures) else None
