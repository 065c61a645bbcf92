"""The whole before its parts: ``30 arrests: 12 in Denver and 18 in Boston``."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import count_of_parts
from crossfoot.relate.sums.apart import IN_PLACE, added, may_overlap, placed
from crossfoot.relate.sums.footed import figures_beside, foot, like_whole
from crossfoot.relate.sums.last_one import last_of_row
from crossfoot.relate.sums.slipped import explained, goes_on
from crossfoot.relate.sums.ties import MADE_OF, Claim, comes_to, opening, rounded
from crossfoot.relate.sums.whole_last import AFTER_TOTAL, LARGE
from crossfoot.relate.wording.kinds import GENERIC, PERSONS, PLACES, alike, is_kind
from crossfoot.relate.wording.rows import Row, family, head, of_another, taken_from
from crossfoot.relate.wording.slips import slips_between

# "Of the 88 fires, 47"
_OF_WHOLE = pattern(
    r"(?:^\W*|[,:;]\s|\b(?:said|says|that|and|but)\s)"
    r"(?P<tie>(?:of|out of|among)(?: the| all| those| these)?(?: remaining| other)?)"
    r"\s(?P<whole>{amount})"
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
# "seven people died on northern roads, five in": the first has a place of its own, as the others
_HAS_PLACE = lazy(r"\b(?P<by>in|on|at|from|to|across|near|aboard)\s(?![\ue000-\uf8ff])")
# "$45 million, with $30 million going to the state"
_WITH = lazy(r",\s(?:with|of which|of that|or)\s(?:[a-z]+\s){0,2}$")
# "lost 189 officers in 2021, hired 92 in 2022": another deed is told of the next number
_NEXT_DEED = lazy(r",\s(?:and\s|but\s)?(?:[a-z]{3,}ed|took|won|lost|sold|bought|made|gave)\s$")
# "12 million fled, 3.3 million of them abroad: 1.2 million to Alder"
_OF_SOME = lazy(r",\s(?:[a-z]+\s)?[\ue000-\uf8ff]\s(?:of (?:them|whom|which|those)\b)[^.;:]{0,60}:")
# "30 were hurt; of the 27 survivors, nine": of another whole than the 30
_OF_FEWER = lazy(r"[;,:]\s(?:but\s|and\s)?of (?:the|these|those)\s[\ue000-\uf8ff]")
_IN_PERCENT = lazy(r"\b(?:in|as) (?:percent|percentages?|per cent)\b")  # "in percent, 54 and 36"
OF_THE = lazy(r"\sof the\b")


def opened(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole stands before the row: ``30 arrests: 12 in Denver and 18 in Boston``."""
    skeleton = row.skeleton
    if row.kind == "percent":
        return None
    if len(row.figures) > 2 and AFTER_TOTAL.match(skeleton.text, row.end):
        return None  # "90 from A, 40 from B, 130 in all"
    if last_of_row(skeleton, row.figures[-1]):
        return None  # "three in Alder, five in Birch, and the ninth in Cedar"
    # "at three courthouses: 298 at": no total of them where a larger number stands before
    wholes = figures_beside(skeleton, row, before=True)
    lone = row.largest if any((w.value or 0) > row.largest for w in wholes) else 0
    for whole in wholes:
        at = skeleton.sign_of(whole) + 1
        between = skeleton.text[at : row.start]
        if _OF_FEWER.search(between) or _IN_PERCENT.search(between):
            return None
        closes = skeleton.text.find(")", row.start, row.start + 14)
        bracketed = between.endswith("(") and 0 <= closes < (row.end - 1)
        tie = opening(between, bracketed=bracketed, complementary=row.complementary)
        misfits = bracketed or not row.total.meets(whole.range)
        if tie and misfits and _is_of_another(between, tie[1]):
            continue
        if tie is None or (misfits and _counts_places(row, whole)):
            continue  # "30 arrests in three cities: 12 in Denver, …"
        if misfits and between.startswith(")") and head(skeleton, whole) is None:
            continue  # "(Figures 1 and 2): one of"
        if _RANKED.search(skeleton.text, max(0, at - 60), row.start) or (whole.value or 0) <= lone:
            continue
        claim, start, end = tie
        if claim == "open" and not (row.completes or row.complementary or like_whole(row, whole)):
            claim = "weak"
        filled = row.complementary or row.completes
        made_of = between[start:].split()[0] in MADE_OF and not any(
            family(f) == row.kind for f in skeleton.within(row.end, len(skeleton.text))
        )
        kin = like_whole(row, whole) or (row.brief and head(skeleton, whole) in PERSONS)
        if claim == "full" and not (filled or made_of or kin):
            listed = (
                between.endswith(": ") and row.closed and any(slips_between(whole, row.figures))
            )
            claim = "full" if listed else "weak"  # "66 homicides: 40 shootings, 12 stabbings and"
        if claim == "open" and row.completes:
            claim = "full"
        elif may_overlap(reading, row, whole) and not row.complementary and not made_of:
            claim = "weak"
        elif claim == "weak" and (placed(reading, row) or row.apart or whole.kind == "money"):
            claim = "open"  # "38 deaths, with 53 in prisons and 30 in jails"; "$9, of which $6"
        if claim == "open" and rounded(row.total, whole):
            continue  # "within a fraction of $7,000,000, of which"
        span = Span(skeleton.offset(at + start), skeleton.offset(at + end))
        above = row.largest < (whole.value or 0) < (row.total.low or 0)  # no part is unread
        listed = claim == "full" and between.endswith(": ") and row.closed
        sure = (listed and above and like_whole(row, whole)) or (
            made_of and row.closed and head(skeleton, whole) is not None
        )
        if found := foot(reading, whole, claim, span, row.figures, sure=sure):
            return found
    return None


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
    match = _OF_WHOLE.search(row.skeleton.text, max(0, row.start - LEAD), row.start + 1)
    whole = row.skeleton.group(match, "whole") if match else None
    if match is None or whole is None or family(whole) != row.kind:
        return None
    if taken_from(row.skeleton.text, match.start("whole")):
        return None  # "nine in ten of the 120 patients, 70 men and"
    parts = row.figures[1:] if whole is row.figures[0] else row.figures
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


# "three in Ohio and one in Iowa | among them": there are others
_AMONG_THEM = lazy(r"[^.;:]{0,40}\bamong (?:them|those|these|others?)\b")


def apposed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole opens the row itself: ``30 people, 12 in Denver, 9 in Boston and 9 in Tampa``."""
    whole, parts = row.figures[0], row.figures[1:]
    if len(parts) < 2 or row.kind == "percent" or row.complementary:
        return None
    if last_of_row(row.skeleton, parts[-1]):
        return None
    if row.kind != "count":
        return _shared_out(reading, row)
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    if _NEXT_DEED.search(row.skeleton.text, row.start + 1, inner.start):
        return None
    if _OF_SOME.search(row.skeleton.text, row.start + 1, inner.start):
        return None
    if _AMONG_THEM.match(row.skeleton.text, row.skeleton.sign_of(parts[-1]) + 1):
        return None
    if _told_by_age(inner) and _NAMED_ONLY.fullmatch(row.skeleton.text, row.start + 1, inner.start):
        return foot(reading, whole, "full", Span(whole.end, parts[0].start), parts)
    halves = inner.complementary and not row.of_kinds(whole) and len(parts) == 2
    if not halves and (
        row.heads[0] is None or not all(alike(row.heads[0], h) for h in row.heads[1:])
    ):
        return None
    if (
        any(h and h != row.heads[0] and not is_kind(h) for h in row.heads[1:])
        and row.heads[0] not in GENERIC
    ):
        return None  # "32 parolees, 16 fugitives and": members all
    large = (whole.value or 0) >= LARGE and comes_to(parts, whole)
    if OF_THE.match(row.skeleton.text, row.start + 1) and not large:
        return None  # "three of the shops are in Reno, two in Elko" are parts themselves
    above = whole.value is not None and whole.value > inner.largest
    claim: Claim = "full" if halves and _kinds_apposed(row) else "weak"
    elsewhere = _has_place(row, inner)
    if above and not IN_PLACE.search(reading.document.text, whole.end, parts[0].start):
        if not elsewhere and (inner.apart or inner.settled or placed(reading, inner)):
            claim = "open"
        if row.completes or (inner.complementary and not row.of_kinds(whole)):
            claim = "full"
    if (above or _is_counted(row, whole)) and not may_overlap(reading, inner, whole):
        claim = "full" if _set_out(row, inner) else claim
    return foot(reading, whole, claim, Span(whole.end, parts[0].start), parts)


# "three aged 15", "two of them 14-year-olds": each person has but one age
_NAMED_ONLY = lazy(r"\s[a-z]+(?:\s[a-z]+)?(?:,|:|\s-)\s")  # "six boys, "
_AGED = pattern(r"\s(?:of (?:them|whom)\s)?(?:[a-z]+\s)?(?:aged?\s)?{age}")


def _told_by_age(row: Row) -> bool:
    return all(_AGED.match(row.skeleton.text, row.skeleton.sign_of(f) + 1) for f in row.figures)


# "at two gates, three at": what was counted is not said
_LED = lazy(
    r"\b(?:in|at|on|from|to|of|for|by|with|into|across|aboard|against|after|during)\s(?:the\s)?$"
)


def _is_counted(row: Row, whole: Figure) -> bool:
    """Whether parts as large as *whole* can only be of it: ``two bills, two on roads and one``."""
    return head(row.skeleton, whole) not in PLACES and not _LED.search(
        row.skeleton.text, 0, row.start
    )


# "53 arrests: 12 in Kent", "53 arrests: Kent, 12; Sussex, 9"
_COLON = lazy(r":\s(?:[a-z][a-z' -]{1,30},\s)?$")
# of which each counted thing has but one: where it is, whence it comes, what it is of
_WHERE = frozenset("in at on aboard".split())
_LATTER = lazy(r"\bthe former\b.*\bthe latter\b")
_BY_DATE = pattern(r"\s(?:in|on)\s{date}")
_BUT_ONE = _WHERE | frozenset("from to of by".split())


def _set_out(row: Row, inner: Row) -> bool:
    """Whether a colon opens the parts, or each is told by its place or kind alone.

    ``39 drums, 12 of oil and 27 of tar``; not ``two in Reno, five in Elko and one in Ely``, where
    the first stands in a place as the others do.
    """
    between = row.skeleton.text[row.start + 1 : inner.start]
    if _COLON.search(between):
        return True
    by = inner.elliptic
    if by not in _BUT_ONE or not between.endswith(", "):
        return False
    text = row.skeleton.text
    if "latter" in row.skeleton.words and _LATTER.search(text, inner.start):
        return True
    dated = all(_BY_DATE.match(text, row.skeleton.sign_of(f) + 1) for f in inner.figures)
    if dated and not any(f.kind == "date" for f in row.skeleton.within(row.start, inner.start)):
        return True  # "two people died in jail, two in March and one in May"
    return not _named_by(between, by)


def _named_by(between: str, by: str) -> bool:
    """Whether the words after a whole tell it by *by* too: ``two in Reno``, ``two on farms``."""
    words = "in|at|on|near|aboard|across" if by in _WHERE else by
    group = r"(?:the|those|these|his)\b(?!\s(?:north|south|east|west|central|middle|district))"
    return re.search(rf"\b(?:{words})\s(?!{group})", between) is not None


def _has_place(row: Row, inner: Row) -> bool:
    """Whether the first figure of *row* stands in a place as those of *inner* do."""
    found = {m["by"] for m in _HAS_PLACE.finditer(row.skeleton.text, row.start, inner.start)}
    if inner.apart_by in ("from", "to", "by"):  # "317 checks to herself, 203 from"
        return inner.apart_by in found
    return bool(found)


def _kinds_apposed(row: Row) -> bool:
    """Whether the kinds follow a comma at once: ``563 people last year, 539 adults and``."""
    at = row.skeleton.sign_of(row.figures[1])
    return row.skeleton.text[row.start + 1 : at].rstrip().endswith((",", ", of"))


def _shared_out(reading: Reading, row: Row) -> Relation | None:
    """``$212,000 from two lenders, $150,000 from one and $62,000 from the other``."""
    whole, parts = row.figures[0], row.figures[1:]
    between = row.skeleton.text[row.start + 1 : row.skeleton.sign_of(parts[0])]
    if _WITH.search(between) and comes_to(parts, whole):
        tie = Span(whole.end, parts[0].start)
        return foot(reading, whole, "weak", tie, parts)
    shared = count_of_parts(reading, whole, len(parts)) is not None
    if (
        not row.completes
        or not (shared or row.apart)
        or (whole.value or 0) <= max(p.value or 0 for p in parts)
    ):
        return None
    return foot(reading, whole, "full", Span(whole.end, parts[0].start), parts)


def taken_from_whole(reading: Reading, index: int, row: Row) -> Relation | None:
    """``96 of the 260 face charges of entry, 155 of reentry and nine of smuggling``."""
    whole = of_another(row.skeleton, row.skeleton.sign_of(row.figures[0]))
    if whole is None or family(whole) != row.kind:
        return None
    distinct = row.settled or row.apart or row.parallel or placed(reading, row)
    claim: Claim = "open" if distinct else "weak"
    slip = claim == "weak" and explained(reading, row, whole)
    if row.completes or row.complementary or slip or _is_divided(reading, row, whole):
        claim = "full"
    return foot(reading, whole, claim, Span(row.figures[0].end, whole.start), row.figures)


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
    if len(parts) < 2:
        return None
    inner = Row(row.skeleton, parts, match.start("one"), row.end)
    filled = inner.complementary or inner.completes or inner.elliptic in _BUT_ONE
    claim: Claim = "full" if filled else "weak"
    return foot(reading, whole, claim, row.skeleton.span(match, "tie"), parts)
