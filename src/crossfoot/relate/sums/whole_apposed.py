"""The whole opens the row of its parts: ``30 people, 12 in Denver, 9 in Boston and 9 in Tampa``."""

from __future__ import annotations

import re

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.sums.announced import count_of_parts
from crossfoot.relate.sums.apart import IN_PLACE, may_overlap, placed
from crossfoot.relate.sums.fared import fared
from crossfoot.relate.sums.footed import foot
from crossfoot.relate.sums.last_one import last_of_row
from crossfoot.relate.sums.ties import SPELT_OUT, Claim, comes_to, is_spelt_out
from crossfoot.relate.sums.whole_last import LARGE, STEP
from crossfoot.relate.wording.kinds import GENERIC, PLACES, alike, is_kind
from crossfoot.relate.wording.rows import Row, head
from crossfoot.relate.wording.wholes import SOME_OF

# "seven people died on northern roads, five in": the first has a place of its own, as the others
_HAS_PLACE = lazy(r"\b(?P<by>in|on|at|from|to|across|near|aboard)\s(?![\ue000-\uf8ff])")
# "$45 million, with $30 million going to the state"
_WITH = lazy(r",\s(?:with|of which|of that|or)\s(?:[a-z]+\s){0,2}$")
# "lost 189 officers in 2021, hired 92 in 2022": another deed is told of the next number
_NEXT_DEED = lazy(r",\s(?:and\s|but\s)?(?:[a-z]{3,}ed|took|won|lost|sold|bought|made|gave)\s$")
# "12 million fled, 3.3 million of them abroad: 1.2 million to Alder"
_OF_SOME = lazy(r",\s(?:[a-z]+\s)?[\ue000-\uf8ff]\s(?:of (?:them|whom|which|those)\b)[^.;:]{0,60}:")
_SUCH_AS = lazy(r"\b(?:such as|for example|for instance|e\.g)\b")
OF_THE = lazy(r"\sof the\b")
# "three in Ohio and one in Iowa | among them": there are others
_AMONG_THEM = lazy(r"[^.;:]{0,40}\bamong (?:them|those|these|others?)\b")
# "six boys, ", "four suspects into custody, ", "four of the five suspects, "
_NAMED_ONLY = lazy(
    r"(?:\sof the [\ue000-\uf8ff])?\s[a-z]+(?:\s[a-z]+)?"
    r"(?:\s(?:were|are)\s(?:[a-z]+ed|held|caught|shot|hurt))?"
    r"(?:\s(?:were\s|are\s)?(?:taken\s)?into?\scustody)?(?:,|:|\s-)\s"
)
# "at two gates, three at": what was counted is not said
_LED = lazy(
    r"\b(?:in|at|on|from|to|of|for|by|with|into|across|aboard|against|after|during)\s(?:the\s)?$"
)
# "53 arrests: 12 in Kent", "53 arrests: Kent, 12; Sussex, 9"
_COLON = lazy(r":\s(?:[a-z][a-z' -]{1,30},\s)?$")
# "49 people in Ohio, 33 in Akron and 16 | elsewhere in the state"
_ELSEWHERE_IN = lazy(r"\s(?:[a-z]+\s)?elsewhere (?:in|around|across) the (?:[a-z]+)")
# of which each counted thing has but one: where it is, whence it comes, what it is of
_WHERE = frozenset("in at on aboard".split())
# "14 pounds of meth, "
_STUFF = lazy(r"(?:\sof\s[a-z]+(?:\s[a-z]+)?|\sin (?:cash|[a-z]+ currency))?,\s")
_LATTER = lazy(r"\bthe former\b.*\bthe latter\b")
# "22 of them | in May"
BY_DATE = pattern(r"(?:\s[a-z]+)?\s(?:in|on|during|last|this)\s?{date}|\s{date}")
# "210 homicides in 2021", "200 in 2022"
_AND_ANOTHER = lazy(r"[^,;:()-]{0,40}? and [^,;:()-]{1,60}")
_WHEN = pattern(r"(?:\s[a-z'-]+){{0,4}}?\s(?:(?:in|on|for|during|by)\s)?(?P<date>{date})")
_YEAR = lazy(
    r"(?i)(?:fiscal (?:year )?|fy ?)?'?\d{2,4}|(?:last|this|(?:the )?(?:previous|prior)) year"
)
# "416 deaths, the most of any county, while": it leads those that follow
_LEADS = lazy(r"\bthe (?:most|fewest|highest|lowest|largest|smallest|biggest) of (?:any|all)\b")
BUT_ONE = _WHERE | frozenset("from to of by".split())


def apposed(reading: Reading, index: int, row: Row) -> Relation | None:
    """The whole opens the row itself: ``30 people, 12 in Denver, 9 in Boston and 9 in Tampa``."""
    whole, parts = row.figures[0], row.figures[1:]
    if len(parts) < 2 or row.kind == "percent" or row.complementary:
        return None
    if last_of_row(row.skeleton, parts[-1]) or _is_series(row):
        return None
    if SOME_OF.search(row.skeleton.text, 0, row.start):
        return None
    if _LEADS.search(row.skeleton.text, row.start, row.skeleton.sign_of(parts[0])):
        return None
    if _SUCH_AS.search(row.skeleton.text, row.start, row.skeleton.sign_of(parts[0])):
        return None
    if row.skeleton.text.endswith(" the ", 0, row.skeleton.sign_of(parts[0])):
        return None  # "for 14 burns, the seven men and five women"
    if _AND_ANOTHER.fullmatch(row.skeleton.text, row.start + 1, row.skeleton.sign_of(parts[0])):
        return None  # "Lee carried 97 boxes and Poe 42; who took the other 75"
    if row.kind != "count":
        return _shared_out(reading, row)
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    if _goes_on(row, inner):
        return None
    tie = Span(whole.end, parts[0].start)
    if SPELT_OUT.search(row.skeleton.text, row.start + 1, inner.start):
        filled = is_spelt_out(row.skeleton, whole, parts, row.end)
        return foot(reading, whole, "full" if filled else "weak", tie, parts)
    if inner.aged and _NAMED_ONLY.fullmatch(row.skeleton.text, row.start + 1, inner.start):
        return foot(reading, whole, "full", tie, parts)
    if told := fared(reading, inner, whole):
        return foot(reading, whole, told, tie, parts)
    halves = inner.complementary and not row.of_kinds(whole) and len(parts) == 2
    if not (halves or _of_one_noun(row)) or _names_members(row):
        return None
    large = (whole.value or 0) >= LARGE and comes_to(parts, whole)
    if OF_THE.match(row.skeleton.text, row.start + 1) and not large:
        return None  # "three of the shops are in Reno, two in Elko" are parts themselves
    return foot(reading, whole, _claimed(reading, row, inner, halves=halves), tie, parts)


def _is_series(row: Row) -> bool:
    """Whether each figure is of a year of its own, the first too: "210 in 2021, 200 in 2022"."""
    skeleton = row.skeleton
    if SIGNS["date"] not in skeleton.text:
        return False
    told = [_WHEN.match(skeleton.text, skeleton.sign_of(f) + 1) for f in row.figures]
    dates = [skeleton.figure_at(m.start("date")) for m in told if m]
    if len(dates) < len(told):
        return False
    return len({d.text for d in dates}) == len(dates) and all(
        _YEAR.fullmatch(d.text) for d in dates
    )


def _claimed(reading: Reading, row: Row, inner: Row, *, halves: bool) -> Claim:
    """What is claimed of the parts: all, where kinds or a colon tell them, else as they stand."""
    whole = row.figures[0]
    above = whole.value is not None and whole.value > inner.largest
    claim: Claim = "full" if halves and _kinds_apposed(row) else "weak"
    first = IN_PLACE.search(reading.document.text, whole.end, inner.figures[0].start)
    if above and (not first or _ELSEWHERE_IN.match(row.tail)):
        apart = inner.apart or inner.settled or placed(reading, inner)
        if apart and not _has_place(row, inner):
            claim = "open"
        if row.completes or (inner.complementary and not row.of_kinds(whole)):
            claim = "full"
    counted = above or _is_counted(row, whole)
    if counted and not may_overlap(reading, inner, whole) and _set_out(row, inner):
        return "full"
    return claim


def _goes_on(row: Row, inner: Row) -> bool:
    """Whether the row goes on with another deed, with some of them, or is of some among them."""
    text, first, last = row.skeleton.text, row.start + 1, row.skeleton.sign_of(row.figures[-1])
    if _NEXT_DEED.search(text, first, inner.start) or _OF_SOME.search(text, first, inner.start):
        return True
    return _AMONG_THEM.match(text, last + 1) is not None


def _of_one_noun(row: Row) -> bool:
    """Whether all figures of the row count what the first does."""
    first, *others = row.heads
    return first is not None and all(alike(first, noun) for noun in others)


def _names_members(row: Row) -> bool:
    """Whether a part has a noun of its own: "32 parolees, 16 fugitives and": members all."""
    first, *others = row.heads
    return first not in GENERIC and any(h and h != first and not is_kind(h) for h in others)


def _is_counted(row: Row, whole: Figure) -> bool:
    """Whether parts as large as *whole* can only be of it: ``two bills, two on roads and one``."""
    return head(row.skeleton, whole) not in PLACES and not _LED.search(
        row.skeleton.text, 0, row.start
    )


def _set_out(row: Row, inner: Row) -> bool:
    """Whether a colon opens the parts, or each is told by its place or kind alone.

    ``39 drums, 12 of oil and 27 of tar``; not ``two in Reno, five in Elko and one in Ely``, where
    the first stands in a place as the others do.
    """
    between = row.skeleton.text[row.start + 1 : inner.start]
    if _COLON.search(between):
        return True
    by = inner.elliptic
    if by not in BUT_ONE or not between.endswith(", "):
        return False
    text = row.skeleton.text
    if "latter" in row.skeleton.words and _LATTER.search(text, inner.start):
        return True
    dated = all(BY_DATE.match(text, row.skeleton.sign_of(f) + 1) for f in inner.figures)
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
    inner = Row(row.skeleton, parts, row.skeleton.sign_of(parts[0]), row.end)
    if (
        row.kind != "count"
        and between.endswith(", ")
        and inner.closed
        and inner.apart_by in BUT_ONE
    ):
        dated = any(f.kind == "date" for f in row.skeleton.within(row.start, row.end + STEP))
        larger = (whole.value or 0) > inner.largest and not _named_by(between, inner.apart_by or "")
        if (larger and not dated and _STUFF.fullmatch(between)) or comes_to(parts, whole):
            return foot(reading, whole, "full", Span(whole.end, parts[0].start), parts)
    shared = count_of_parts(reading, whole, len(parts)) is not None
    if (
        not row.completes
        or not (shared or row.apart)
        or (whole.value or 0) <= max(p.value or 0 for p in parts)
    ):
        return None
    return foot(reading, whole, "full", Span(whole.end, parts[0].start), parts)
