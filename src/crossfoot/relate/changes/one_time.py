"""Whether a change and the two counts of the next sentence may be told of one time.

``fell last year. In June, police logged 40, down from 90`` is not; nor is ``fell this year. In
2023 there were 100, compared with 110``.
"""

from __future__ import annotations

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS, WEEKDAYS
from crossfoot.figures.skeleton import Reading, Skeleton
from crossfoot.model import Figure

# what parts a count from the one it is held against
_PARTED = lazy(r"[,;(]| (?:and|from|compared|versus|vs|against|while|whereas|to|than|after)\b")
# "compared to the same time last year": the time of the earlier count
_THAN = lazy(r"\b(?:compared|from|than|versus|vs|against|the same|year-over-year)\b")
_SO_FAR = lazy(r"\b(?:so far|to date|through|year-to-date|year to date|same period|this point)\b")
_LESS_THAN_YEAR = lazy(r"\b(?:quarter|half|weekend|week|day|months?|season|summer|winter|spring)\b")
_YEARLY = lazy(r"\b(?:for the year|full year|all year|annual(?:ly)?|all of)\b")
_NAMED_YEAR = lazy(r"(?:19|20)\d\d|'\d\d")
_PARTS = frozenset(
    ("quarter", "half", "weekend", "week", "day", "month", "months", "season", "summer", "winter",
     "spring", *(f"month {n}" for n in range(1, 13)))
)  # fmt: skip
_HALF = frozenset(("month 1", "month 6"))
_DAYS = frozenset(("day", "weekend"))
_OPENING = 12  # characters into a sentence all of which is of that day
_WORD = lazy(r"[a-z][a-z'-]+")


def same_time(reading: Reading, home: Skeleton, end: int, base: Figure, result: Figure) -> bool:
    """Whether the change that *home* tells may be of the time of its ends, told in one sentence.

    It is told up to *end*. Where it names no time, it is of the time told just before.
    """
    now, then = times_of_ends(reading.sentences[result.sentence], base, result)
    index = next(f.sentence for f in home.figures)
    than = _THAN.search(home.text, 0, end)
    mine = times_told(home, 0, than.start() if than else end)
    if not mine:  # what is told of several years is of one after the other
        before = (times_told(s) for s in reading.sentences[max(index - 1, 0) : index])
        mine = frozenset(t for told in before for t in told if not t.isdigit())
    if mine:
        return are_one(mine, now) and (bool(mine & _PARTS) or not then & _PARTS)
    if now & _DAYS:
        return False  # "have fallen by half. On Sunday" 300, from 2,000 "a day a year ago"
    # "have risen 14 percent. Last month" 912, from 800 "in March 2019": a year before, not a month
    return not now & _PARTS or not then or "past" in then or any(map(str.isdigit, then))


def is_of_time(home: Skeleton, end: int, now: Skeleton) -> bool:
    """Whether the change that *home* tells up to *end* may be of the time of the count *now*."""
    than = _THAN.search(home.text, 0, end)
    mine, here = times_told(home, 0, than.start() if than else end), times_told(now)
    if not mine or not here:
        return True
    years = frozenset(t for t in here if t.isdigit())
    if years and years < mine:  # "between 2016 and 2017", then "in 2017"
        mine = frozenset(t for t in mine if not t.isdigit()) | years
    return are_one(beside(mine, here), here)


def beside(mine: frozenset[str], here: frozenset[str]) -> frozenset[str]:
    """Times as they are told beside those that name no year: "in the first half", of 2015."""
    return mine if not here or any(map(str.isdigit, here)) else mine - {"past"}


def times_of_ends(
    other: Skeleton, base: Figure, result: Figure
) -> tuple[frozenset[str], frozenset[str]]:
    """The times of the later figure and of the earlier one, as the words between part them."""
    first, last = sorted((other.sign_of(base), other.sign_of(result)))
    parted = _PARTED.search(other.text, first + 1, last)
    cut = parted.start() if parted else last
    times = times_told(other, 0, cut), times_told(other, cut, len(other.text))
    return times if base.start > result.start else (times[1], times[0])


def are_one(mine: frozenset[str], now: frozenset[str]) -> bool:
    """Whether the times of a change and of its result can be one."""
    years = [{t for t in told if t.isdigit()} for told in (mine, now)]
    if all(years) and years[0] != years[1]:
        return False
    return not now or {t for t in mine if not t.isdigit()} == {t for t in now if not t.isdigit()}


def times_told(skeleton: Skeleton, start: int = 0, end: int | None = None) -> frozenset[str]:
    """Of what times a stretch tells: this year, a past one, and which; months and parts."""
    text = skeleton.text[start:end]
    found = set(_LESS_THAN_YEAR.findall(text)) | set(_YEARLY.findall(text))
    if _SO_FAR.search(text):
        found.add("now")
    for figure in skeleton.within(start, len(skeleton.text) if end is None else end):
        if figure.kind != "date":
            continue
        told = figure.text.lower()
        months = {w for w in _WORD.findall(told) if w in MONTHS}
        if months and not skeleton.text[: skeleton.sign_of(figure)].endswith("through "):
            found |= {f"month {MONTHS[w]}" for w in months} | set(_NAMED_YEAR.findall(told))
        elif told.startswith("this ") and "year" in told:
            found.add("now")
        elif year := _NAMED_YEAR.search(told):
            found |= {"past", year.group(), *_LESS_THAN_YEAR.findall(told)}
        elif "year" in told:
            found.add("past")
        else:
            found |= set(_LESS_THAN_YEAR.findall(told))
            if skeleton.sign_of(figure) < _OPENING:  # not "in the report published Tuesday"
                found |= {"day" for w in _WORD.findall(told) if w in WEEKDAYS}
    if found >= _HALF:  # "between January and June"
        found = (found - _HALF) | {"half"}
    return frozenset(found)
