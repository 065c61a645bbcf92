"""The words between a whole and a row of parts: what they claim of the sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

from crossfoot.figures.hedges import significant
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Skeleton
from crossfoot.interval import Interval
from crossfoot.model import Figure
from crossfoot.relate.wording.slips import is_a_slip_apart

HAIR = Fraction(1, 100)  # of the whole: less is a slip, not a part left unnamed
NARROW = Fraction(2, 100)  # of the whole: rounded figures that say the same
_ROUND = 100  # one unit of the last place of a number that was rounded, at least
WIDE = Fraction(10, 100)  # of the larger: "over $1.2 million" said of $1,267,100

# full: the parts fill the whole. open: they cannot exceed it, and may fall short.
# weak: only that they fill it, where they do.
Claim = Literal["full", "open", "weak"]

_TOTAL_OF = lazy(r"\btotal of $")
_LONGEST = len(" total of ")
_LEAD = r"(?:[^.;:()]{0,45})"  # "in Denver ", "officers took "
_FULL = lazy(
    r"(?P<tie>:|\bconsist(?:ing|s|ed) of|\bcomposed of|\bcompris(?:ed of|es?|ed|ing)\b|\bmade up of"
    r"|\bbroken down (?:into|as|by)|\bdivided (?:into|among|between)|\bsplit (?:into|among|between)"
    r"|\bnamely|\bwhich consists? of|\b(?:breaks|broke) down (?:as|into|to))" + _LEAD + "$"
)
# "namely six", "i.e. six", "that is, six": right before the first part
SPELT_OUT = lazy(
    r"(?P<tie>\bnamely|\bviz\.?|\bi\.?\s?e\.?|\bthat is to say|\bthat is(?=,)|\bto wit),?:?\s$"
)
# "nine leaks and two frauds | besides petty matters": more are told than the parts
_TELLS_MORE = lazy(
    r"\b(?:besides|apart from|aside from|as well as|in addition|others?|another|several|some"
    r"|more)\b"
)
# "eight victims - three": the aside stands right after the thing counted
# "ten men-three": a dash without spaces leads to the number at once
_ASIDE = lazy(r"^[^.;:(),-]{1,70}(?P<tie> -{1,2} (?:[^.;:()]{0,14})|\((?:[^.;:()]{0,14})|-{1,2})$")
# "23 newcomers from Syria, Iraq and Iran (11": names between do not part the kinds from them
_LISTED = lazy(
    r"^(?:\s[a-z-]+){1,3}\s(?:from|of|in|at|on|across)\s(?:[a-z'-]+(?:\s[a-z'-]+){0,2},\s){0,6}"
    r"[a-z'-]+(?:\s[a-z'-]+){0,2},?\sand\s[a-z'-]+(?:\s[a-z'-]+){0,2}\s(?P<tie>\()$"
)
_SOME = lazy(
    r"(?P<tie>\bincluding|\bincludes?|\bincluded|\bamong (?:them|those|which|whom)|\bsuch as"
    r"|\bnotably)\b" + _LEAD + "$"
)
_OF_THEM = lazy(r"(?P<tie>\bof (?:which|whom|them|those|these)|\bwith)\b" + _LEAD + "$")
_RESULT = lazy(
    r"(?P<tie>\bresulting in|\bresulted in|\bended in|\bleading to|\bwith)\b" + _LEAD + "$"
)
# "arrests in Denver (12": brackets after the names
_NAMED = lazy(r"(?P<tie>:|,|\bin|\bat|\bfrom|\bacross|\bby|\bwere|\bincluding)\s[^.;:()]{1,45}\($")


# the first word of what says that the parts are the whole once more
THAT_IS = frozenset("namely namely, viz viz. i.e. i.e., i.e ie ie, that to".split())
# what a thing is made of need not be named as it is: "29 deaths consisted of 14 shootings, 9"
MADE_OF = frozenset(
    "consisting consisted consists comprising comprised comprises comprise made composed".split()
)


# two years set side by side, not a breakdown: 13% fewer in 2017 (45") than in "2016 (52)
_COMPARED = lazy(r"(?<!more )(?<!fewer )(?<!less )\bthan\b|\bcompared\b|\bversus\b")
# "three men - aged 20, 25 and 27": no parts
_AGED = lazy(r"\bage[ds]?\s(?:[\ue000-\uf8ff]|$)")


def opening(before: str, *, bracketed: bool, complementary: bool) -> tuple[Claim, int, int] | None:
    """What the text from a whole to its first part claims, and where in it the words stand."""
    if _COMPARED.search(before) or _AGED.search(before):
        return None
    openings: tuple[tuple[re.Pattern[str], Claim | None], ...] = (
        (_SOME, "open"),
        (SPELT_OUT, "full"),
        (_FULL, "full"),
        (_NAMED if bracketed else _ASIDE, "full"),
        (_LISTED, "full" if complementary else None),
        (_OF_THEM, "full" if complementary else "weak"),
        (_RESULT, "full" if complementary else None),
    )
    for source, claim in openings:
        if claim and (match := source.search(before)):
            start, end = match.span("tie")
            return claim, start, end
    return None


def is_spelt_out(skeleton: Skeleton, whole: Figure, parts: Sequence[Figure], end: int) -> bool:
    """Whether parts after "namely" are all of *whole*, if for a slip; they end before *end*."""
    if is_a_slip_apart(whole, parts):
        return _TELLS_MORE.search(skeleton.text, end) is None
    return Interval.sum(f.range for f in parts).meets(whole.range)


def asserted(claim: Claim, total: Interval, whole: Interval) -> bool:
    """Whether a sum of that claim says something of these numbers at all.

    An open list that falls short leaves room for parts not named. An amount of money that falls
    short by less than a hundredth leaves no such room: that is a slip. (Things that are counted
    may well be so few.)
    """
    if claim == "full" or total.meets(whole):
        return True
    if claim == "weak" or total.low is None or total.high is None:
        return False
    above = whole.high is not None and total.low > whole.high
    short = whole.low - total.high if whole.low is not None else Fraction(0)
    return above or (not whole.is_exact and 0 < short < total.high * HAIR)


def comes_to(parts: Iterable[Figure], whole: Figure, *, wide: Fraction = WIDE) -> bool:
    """Whether parts make the whole, closely: what a reading that rests on fitting must show.

    Parts may exceed a whole that is "more than" so much by *wide* of it.
    """
    members = list(parts)
    total = Interval.sum(p.range for p in members)
    if whole.value is None or not total.meets(whole.range):
        return False
    off = sum((p.value for p in members if p.value is not None), Fraction(0)) - whole.value
    if whole.range.high is None and total.high is not None:
        return 0 <= off <= wide * whole.value
    if whole.range.is_exact and total.is_exact:
        return off == 0
    return abs(off) <= NARROW * whole.value


def is_called_total(skeleton: Skeleton, figure: Figure) -> bool:
    """Whether "a total of" leads to *figure*."""
    at = skeleton.sign_of(figure)
    return _TOTAL_OF.search(skeleton.text, max(0, at - _LONGEST), at) is not None


def closest(wholes: Sequence[Figure], total: Interval) -> Figure:
    """The whole that parts of *total* miss by least: of two that are told the one that is meant."""
    made = total.low if total.low is not None else Fraction(0)
    plain = [whole for whole in wholes if whole.hedge is None] or wholes  # "498", not "nearly 500"
    return min(plain, key=lambda whole: abs((whole.value or Fraction(0)) - made))


def rounded(total: Interval, whole: Figure) -> bool:
    """Whether *whole* may be a sum of money told in round numbers: $48,000 for $48,650."""
    if whole.kind != "money" or whole.value is None or total.meets(whole.range):
        return False
    unit = min(significant(whole.value, Fraction(1)), whole.value / 10)
    low = whole.range.low if whole.range.low is not None else whole.value
    high = whole.range.high if whole.range.high is not None else whole.value
    return not total.is_open and total.meets(Interval(low - unit, high + unit))


def of_round_parts(parts: Sequence[Figure], total: Interval, whole: Figure) -> bool:
    """Whether some parts are round numbers of an exact whole: 48,006 of 22,000, 17,700, 7,888."""
    if whole.kind != "count" or total.is_open or _place(whole) > 1:
        return False
    places = [_place(p) if p.range.is_exact else Fraction(0) for p in parts]
    large = [at for p, at in zip(parts, places, strict=True) if at >= _ROUND < (p.value or 0) / 10]
    if not large or 1 not in places:
        return False
    return (total + Interval.around(Fraction(0), sum(large, Fraction(0)) / 2)).meets(whole.range)


def _place(figure: Figure) -> Fraction:
    """One unit of the last place of a number that is not naught."""
    return significant(figure.value, Fraction(1)) if figure.value else Fraction(0)
