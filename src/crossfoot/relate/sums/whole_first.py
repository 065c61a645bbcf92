"""The whole before its parts: ``30 arrests: 12 in Denver and 18 in Boston``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, Skeleton, pattern
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.apart import added, may_overlap, placed
from crossfoot.relate.sums.footed import figures_beside, foot, is_half, like_whole
from crossfoot.relate.sums.last_one import last_of_row
from crossfoot.relate.sums.slipped import explained, goes_on
from crossfoot.relate.sums.ties import MADE_OF, THAT_IS, Claim, is_spelt_out, opening, rounded
from crossfoot.relate.sums.whole_apposed import BUT_ONE, BY_DATE
from crossfoot.relate.sums.whole_last import after_total
from crossfoot.relate.wording.antecedents import may_be_of_others, others_named
from crossfoot.relate.wording.kinds import PERSONS, PLACES, excludes, of_three
from crossfoot.relate.wording.phrases import worded
from crossfoot.relate.wording.rows import (
    Row,
    family,
    head,
    is_group,
    noun_of,
    of_another,
    taken_from,
)
from crossfoot.relate.wording.slips import is_a_slip_apart
from crossfoot.relate.wording.wholes import SOME_OF

# "Of the 88 fires, 47"
_OF_WHOLE = pattern(
    r"(?:^\W*|[,:;]\s|\b(?:said|says|that|and|but)\s)"
    r"(?P<tie>(?:of|out of|among)(?: the| all| those| these)?(?: remaining| other)?)"
    r"\s(?P<whole>{amount})"
)
_TAKING = frozenset(("of", "among"))
# "27 people fell ill, 19 of whom were children and eight of whom were adults"
_OF_WHOM = pattern(
    r"(?P<whole>{n})\s[^.;:()\ue000-\uf8ff]{{1,60}},\s(?P<one>{n})\s(?P<tie>of (?:whom|which|them))"
    r"\s[^.;:()\ue000-\uf8ff]{{3,60}}?\s(?:and|while)\s(?P<other>{n})"
    r"(?=(?:\sof (?:whom|which|them))?(?:\s(?:were|are|was|is|had|have))?\s[a-z-]+(?:[.,;]|$))"
)
LEAD = 90  # characters between such a whole and its first part
# "the most, 723, with Texas (288)", "followed by Burma (3,081)": one of a ranking
_RANKED = lazy(
    r"\b(?:the most|leading|followed by|ahead of|next|highest|largest|top|behind|trailed by)\b"
)
# "88 cases, 50 of them felonies and 38 misdemeanors"
_LISTED_OUT = 100  # of more than so many, small groups are left out of a list
_THEM = frozenset(("them", "whom", "which"))
_OF_THEM = pattern(
    r"(?P<whole>{n})\s(?:[^.;:()\ue000-\uf8ff]|{date}){{1,60}},\s(?P<one>{n})\s"
    r"(?P<tie>of (?:them|whom|which))\s"
)
# "30 were hurt; of the 27 survivors, nine": of another whole than the 30
_OF_FEWER = lazy(r"[;,:]\s(?:but\s|and\s)?of (?:the|these|those)\s[\ue000-\uf8ff]")
_OF_MORE = lazy(r"\s(?:out )?of (?:the |those |these |all )?[\ue000-\uf8ff]")
_IN_PERCENT = lazy(r"\b(?:in|as) (?:percent|percentages?|per cent)\b")  # "in percent, 54 and 36"
# "fell from 700 to | 600: 50 were fired": what it fell to is no whole of what follows
_MOVED_TO = pattern(
    r"\bfrom (?:about |some |nearly )?{amount}(?:[ -][a-z]+){{0,3}} to (?:about |just |only )?$"
)
# "; the union counts" 19: another's number of them all
_COUNTED_BY = lazy(
    r";\s(?:[a-z'-]+\s){1,5}?(?:counts?|counted|says?|said|puts?|lists?|listed|reports?|reported"
    r"|gives?|gave)\s(?:[a-z]+\s){0,3}$"
)
# "seven in Ely | - five in town and two on a farm - and" two "in Ayr"
_GOES_ON = pattern(r"[^.;]{{0,40}}? - [^;]{{1,120}}?(?<!-) - (?:and )?(?:about |some )?{n}")
_MOST_OF = lazy(r"\b(?:most|many|some|several|half|mainly|mostly|largely|chiefly)\b")


def opened(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands before the row: ``30 arrests: 12 in Denver and 18 in Boston``."""
    skeleton = row.skeleton
    if row.kind == "percent":
        return None
    if len(row.figures) > 2 and after_total(skeleton, row.end):
        return None  # "90 from A, 40 from B, 130 in all"
    if last_of_row(skeleton, row.figures[-1]):
        return None  # "three in Alder, five in Birch, and the ninth in Cedar"
    # "at three courthouses: 298 at": no total of them where a larger number stands before
    wholes = figures_beside(skeleton, row, before=True)
    lone = row.largest if any((w.value or 0) > row.largest for w in wholes) else 0
    for whole in wholes:
        if _MOVED_TO.search(skeleton.text, 0, skeleton.sign_of(whole)):
            return None
        between = skeleton.text[skeleton.sign_of(whole) + 1 : row.start]
        if _OF_FEWER.search(between) or _IN_PERCENT.search(between):
            return None
        found = _opened_by(reading, row, whole, between) if (whole.value or 0) > lone else None
        if found is not None:
            misfits = not row.total.meets(whole.range)
            return None if misfits and _are_of_all(reading, row, wholes) else found
    return None


def _are_of_all(reading: Reading, row: Row, wholes: Sequence[Figure]) -> bool:
    """Whether two wholes side by side make *row*: ``800 beds and 30 cots, of which 650``.

    Or can be told together only: ``The 46 men and one woman are from Peru (40) and Chile (7)``.
    """
    if len(wholes) < 2:
        return False
    signs = sorted(row.skeleton.sign_of(w) for w in wholes[:2])
    if " and " not in row.skeleton.text[slice(*signs)]:
        return False
    apart = excludes(*(noun_of(reading, w) for w in wholes[:2]))
    return apart or Interval.sum(w.range for w in wholes[:2]).meets(row.total)


def _opened_by(reading: Reading, row: Row, whole: Figure, between: str) -> Relation | None:
    """The row as the parts of *whole*, where the words *between* open them so."""
    skeleton, at = row.skeleton, row.skeleton.sign_of(whole) + 1
    closes = skeleton.text.find(")", row.start, row.start + 14)
    bracketed = between.endswith("(") and 0 <= closes < (row.end - 1)
    tie = opening(between, bracketed=bracketed, complementary=row.complementary)
    off = not row.total.meets(whole.range)
    if off and between.endswith("(") and _OF_MORE.match(skeleton.text, at):
        return None  # "67 of 72 samples (70 of milk and 2 of cheese)" tells the 72 apart
    misfits = bracketed or off
    if tie is None or (misfits and _is_of_others(row, whole, between, tie[1])):
        return None
    if _RANKED.search(skeleton.text, max(0, at - 60), row.start):
        return None
    if misfits and is_half(reading, whole, row):
        return None
    if misfits and any(family(f) == row.kind for f in skeleton.within(at + tie[2], row.start)):
        return None  # "five: two clerks to nine months each, a cook to six and two": not all read
    if misfits and between.startswith(": ") and not skeleton.text[: at - 1].strip():
        return None  # "7: A pipe joins 57 plants": a number of a list
    below = off and (row.total.high or 0) < (whole.value or 0)
    if below and not between.endswith(": ") and _tells_of_some(row, between):
        return None
    if misfits and _GOES_ON.match(skeleton.text, row.end):
        return None  # "28: 19 in Kent, seven in Ely - five in town, two on a farm - and two in Ayr"
    if misfits and any(
        _COUNTED_BY.search(skeleton.text, row.start, skeleton.sign_of(f)) for f in row.figures[1:]
    ):
        return None  # "17 deaths, including five suicides; the union counts 19"
    if misfits and _MOST_OF.search(between):
        return None  # "33 people, most of them from Peru (14) and Chile (9)"
    if misfits and SOME_OF.search(skeleton.text, 0, at - 1):
        return None  # "Most of the 80 huts were hit: 42 burned down and 31 lost roofs"
    told, start, end = tie
    made_of = between[start:].split()[0] in MADE_OF | THAT_IS and not any(
        family(f) == row.kind for f in skeleton.within(row.end, len(skeleton.text))
    )
    spelt_out = between[start:].split()[0] in THAT_IS
    if spelt_out and made_of and not is_spelt_out(skeleton, whole, row.figures, row.end):
        return None  # "40 for several reasons, namely 11 for speed and five for drink"
    listed = between.endswith(": ") and row.closed
    claim = _claimed(reading, row, whole, told, made_of=made_of, listed=listed)
    if claim == "open" and rounded(row.total, whole):
        return None  # "within a fraction of $7,000,000, of which"
    above = row.largest < (whole.value or 0) < (row.total.low or 0)  # no part is unread
    sure = (claim == "full" and listed and above and like_whole(row, whole)) or (
        made_of and row.closed and head(skeleton, whole) is not None
    )
    if claim == told == "open" and above and may_be_of_others(between[:start], row.noun):
        return None  # "a team of 12 visited several plants, including 11 in Dover and 7 in Salem"
    sure = sure or (above and claim == "open" and _are_apart(reading, row, between[:start]))
    span = Span(skeleton.offset(at + start), skeleton.offset(at + end))
    return foot(reading, whole, claim, span, row.figures, sure=sure)


def _tells_of_some(row: Row, between: str) -> bool:
    """Whether a row set in may name but some: women and children, ``(4 Danes, 3 soldiers)``."""
    if row.complementary:
        return False
    loose = between.endswith("(") and not (row.closed or row.settled or row.alike_told)
    return loose or (len(row.figures) == 2 and of_three(row.words))


def _are_apart(reading: Reading, row: Row, before: str) -> bool:
    """Whether none is in two of the parts, and nothing named *before* them has them besides."""
    halves = row.complementary and len(row.figures) == 2  # a third may be of another cut
    kinds = halves or row.nations or row.aged or placed(reading, row)
    return kinds and not others_named(before)


def _claimed(
    reading: Reading, row: Row, whole: Figure, told: Claim, *, made_of: bool, listed: bool
) -> Claim:
    """What the words claim of the parts, given what is counted and where."""
    claim, like = told, like_whole(row, whole)
    filled = row.complementary or row.completes
    if claim == "open" and not (filled or like):
        claim = "weak"
    kin = like or (row.brief and head(row.skeleton, whole) in PERSONS)
    if claim == "full" and not (filled or made_of or kin):
        slip = listed and is_a_slip_apart(whole, row.figures)
        claim = "full" if slip else "weak"  # "66 homicides: 40 shootings, 12 stabbings and"
    if claim == "open" and row.completes:
        return "full"
    if may_overlap(reading, row, whole) and not row.complementary and not made_of:
        return "weak"
    if claim == "weak" and (placed(reading, row) or row.apart or whole.kind == "money"):
        return "open"  # "38 deaths, with 53 in prisons and 30 in jails"; "$9, of which $6"
    return claim


def _is_of_others(row: Row, whole: Figure, between: str, tie: int) -> bool:
    """Whether a number that the parts do not make is of a thing beside, of places or of none."""
    if _is_of_another(between, tie) or _counts_places(row, whole):
        return True  # "30 arrests in three cities: 12 in Denver, …"
    # "(Figures 1 and 2): one of"
    return between.startswith(")") and head(row.skeleton, whole) is None


def _is_of_another(before: str, tie: int) -> bool:
    """Whether "with" is said of a thing beside a whole: ``$45 in cash, notes with a value of``."""
    told = before[:tie].rstrip()
    return before.startswith("with", tie) and "," in told.rstrip(",") and not told.endswith(",")


def _counts_places(row: Row, whole: Figure) -> bool:
    """Whether *whole* numbers the places of a list and not what was counted in them."""
    noun = head(row.skeleton, whole)
    if noun in PERSONS and (row.elliptic is not None or row.brief):
        return False  # "two men: two at the depot and one at the post"
    return noun in PLACES or whole.value == len(row.figures)


def of_whole(reading: Reading, index: int, row: Row) -> Relation | None:
    """``Of the 88 fires, 47 were set and 41 began by other means``."""
    if _TAKING.isdisjoint(row.skeleton.words):
        return None
    match = _OF_WHOLE.search(row.skeleton.text, max(0, row.start - LEAD), row.start + 1)
    whole = row.skeleton.group(match, "whole") if match else None
    if match is None or whole is None or family(whole) != row.kind:
        return None
    if taken_from(row.skeleton.text, match.start("whole")):
        return None  # "nine in ten of the 120 patients, 70 men and"
    parts = row.figures[1:] if whole is row.figures[0] else row.figures
    parts = tuple(f for f in parts if f is parts[0] or not _is_again(row.skeleton, f, parts))
    if len(parts) < 2:
        return None
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    cases = inner.exclusive and Row(row.skeleton, (whole,), 0, 0).heads[0] not in PERSONS
    distinct = cases or inner.settled or inner.apart or inner.parallel or placed(reading, inner)
    distinct = distinct or (added(inner) and like_whole(inner, whole))
    claim: Claim = "open" if distinct else "weak"
    if inner.complementary or row.completes or _is_divided(reading, inner, whole):
        claim = "full"
    return foot(reading, whole, claim, row.skeleton.span(match, "tie"), parts)


def _is_again(skeleton: Skeleton, figure: Figure, parts: Sequence[Figure]) -> bool:
    """Whether *figure* takes up a part: ``340 were used, and almost all of the 340``."""
    if not skeleton.text.endswith(
        ("of the ", "of those ", "of these "), 0, skeleton.sign_of(figure)
    ):
        return False
    return any(f.value == figure.value and f.start < figure.start for f in parts)


def _is_divided(reading: Reading, row: Row, whole: Figure) -> bool:
    """Whether three groups or more, the last after "and", are told as all of *whole*.

    ``Of the 45 deaths, 27 were pedestrians, 13 drivers, three passengers and two cyclists``.
    """
    if len(row.figures) < 3 or not row.closed or row.total.is_open:
        return False
    if (whole.value or 0) > _LISTED_OUT:
        return False
    if (
        may_overlap(reading, row, whole)
        or not like_whole(row, whole)
        or whole.hedge
        or row.exclusive
    ):
        return False
    lacking = (whole.value or 0) - (row.total.low or 0)
    return not goes_on(reading, row, Fraction(lacking))


def taken_from_whole(reading: Reading, index: int, row: Row) -> Relation | None:
    """``96 of the 260 face charges of entry, 155 of reentry and nine of smuggling``."""
    whole = of_another(row.skeleton, row.skeleton.sign_of(row.figures[0]))
    if whole is None or family(whole) != row.kind:
        return None
    inner = Row(row.skeleton, row.figures[1:], row.skeleton.sign_of(row.figures[1]), row.end)
    if inner.aged and not row.aged:
        return None  # "four of the five boys, one aged 14, two 15 and": these are of the four
    distinct = row.settled or row.apart or row.parallel or placed(reading, row)
    claim: Claim = "open" if distinct else "weak"
    slip = claim == "weak" and explained(reading, row, whole)
    if row.completes or row.complementary or slip or _is_divided(reading, row, whole):
        claim = "full"
    return foot(reading, whole, claim, Span(row.figures[0].end, whole.start), row.figures)


def of_whom(reading: Reading) -> Iterator[Relation]:
    """``27 people fell ill, 19 of whom were children and eight of whom were adults``."""
    for _, skeleton in worded(reading, _THEM, fewest=3):
        for match in _OF_WHOM.finditer(skeleton.text):
            whole, *parts = (skeleton.group(match, name) for name in ("whole", "one", "other"))
            if whole is None or None in parts or is_group(skeleton.text, match.start("whole")):
                continue
            told = tuple(part for part in parts if part is not None)
            row = Row(skeleton, told, match.start("one"), skeleton.sign_of(told[-1]) + 1)
            claim: Claim = "full" if row.complementary or row.completes else "weak"
            if found := foot(reading, whole, claim, skeleton.span(match, "tie"), told):
                yield found


def of_them(reading: Reading, index: int, row: Row) -> Relation | None:
    """``88 cases, 50 of them felonies and 38 misdemeanors``."""
    if _THEM.isdisjoint(row.skeleton.words):
        return None
    match = _OF_THEM.search(row.skeleton.text)
    if match is None:
        return None
    whole, one = row.skeleton.group(match, "whole"), row.skeleton.group(match, "one")
    if whole is None or one is None or whole not in row.figures:
        return None
    parts = (one, *(f for f in row.figures if f.start > one.start))
    if len(parts) < 2 or is_group(row.skeleton.text, match.start("whole")):
        return None
    if (
        any((p.value or 0) >= (whole.value or 0) for p in parts[1:])
        and " while " in (row.skeleton.text[match.start("one") : row.end])
    ):
        return None  # "seven were armed, six of them with knives, while 14 were not"
    inner = Row(row.skeleton, parts, match.start("one"), row.end)
    # "22 of them in May and 12 in June": some in other months
    placed_each = inner.elliptic in BUT_ONE and not all(
        BY_DATE.match(row.skeleton.text, row.skeleton.sign_of(p) + 1) for p in parts[1:]
    )
    filled = inner.complementary or inner.completes or placed_each
    claim: Claim = "full" if filled else "weak"
    return foot(reading, whole, claim, row.skeleton.span(match, "tie"), parts)
