# ruff: noqa: E501, SIM102, PIE810, F841
"""Quantities in prose: value, interval, kind, hedge. Context is added afterwards.

One pattern finds the places where a quantity may begin; what stands there is read by small
patterns, tried only where they can match. The text between is never looked at twice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from crossfoot.figures import dates, hedges, identifiers, money
from crossfoot.figures.flat import Flat, flatten
from crossfoot.figures.lexicon import (
    FLOORS,
    ONES,
    ORDINALS,
    PARTS,
    TEENS,
    TENS,
    TIMES,
    VULGAR,
)
from crossfoot.figures.numerals import Form, Numeral, cardinal, digits, whole
from crossfoot.figures.units import MEASURES, PER, PERIODIC
from crossfoot.interval import Interval
from crossfoot.model import Document, Figure, Kind, Period


class Draft(NamedTuple):
    """A figure before it has a number and a sentence; positions are those of the flat text."""

    start: int
    end: int
    kind: Kind
    value: Fraction | None
    range: Interval
    step: Fraction
    hedge: str | None = None
    unit: str | None = None
    period: tuple[date | None, date | None] | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """What every reader is handed: the flat text and the day of publication."""

    text: str
    cased: str
    anchor: date | None


_OPEN = Interval(None, None)
_ONE = whole(1)
_ZERO = whole(0)
_NO_STEP = Fraction(1)

_NUMBER_WORDS = "|".join(
    sorted(
        [*ONES, *TEENS, *TENS, *ORDINALS, "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "halves", "quarter", "quarters",
         *(w for w in PARTS if w.endswith("s"))],
        key=len, reverse=True,
    )
)  # fmt: skip
_TRIGGER = re.compile(
    r"([0-9]|\.[0-9])"
    rf"|([{money.SIGNS}])"
    rf"|([{''.join(VULGAR)}])"
    rf"|(?<![a-z0-9'_@])(?:({_NUMBER_WORDS})|({dates.MONTH})|({dates.WEEKDAY})"
    r"|(both|none|no one|nobody|dozens|scores|hundreds|thousands|millions|billions|trillions|several hundred|a few"
    r"|doubled?|doubling|tripled?|tripling|quadrupled?|quintupled?|twice|thrice|halved|[a-z]+-?fold"
    r"|fiscal|fy|q[1-4]|today|tonight|yesterday|tomorrow|this|last|past|previous|current|next|the majority|majority"
    r"|an? (?=(?:year|month|week|day|decade|century|hour|minute)\b)|percent of|per cent of|minus|negative"
    r"|age|aged|ages|several|few|usd|eur|gbp|cad|mxn))(?![a-z])"
)
_WORD_AHEAD = re.compile(r"[ \u00a0]?-?[ \u00a0]?([a-z%°]+)")
_PERCENT = re.compile(
    r"[ \u00a0]?-?(?:(%|percents?(?![a-z])|per[ \u00a0]cents?(?![a-z])|pct\.?(?![a-z])|percentages?(?![a-z]))"
    r"(?:[ \u00a0-](points?)(?![a-z]))?|percentage[ \u00a0-](points?)(?![a-z]))|[ \u00a0](?:(basis)[ \u00a0])?points?(?![a-z])"
)
_AGE_AFTER = re.compile(
    r"[ \u00a0]?-?[ \u00a0]?(years?|yrs?|months?|weeks?|days?)(?:[ \u00a0-]olds?\b|[ \u00a0]of[ \u00a0]age\b)|[ \u00a0]?(y/?o)\b"
)
_NAME_BEFORE = re.compile(
    r"[A-Z][\w.'-]*[a-z.\"][ \u00a0]?(?:\([^()]{1,40}\))?,\"?[ \u00a0]$|,\"[ \u00a0]$|\b(?:Jr|Sr|II|III)\.?,[ \u00a0]$"
)
_AGE_CLOSE = re.compile(r"[,;.)]|[ \u00a0](?:of|and|was|were|is|has|had|who|from)\b|\n|$")
_AGE_WORD = re.compile(r"\b(?:age|aged|ages)(?:[ \u00a0](?:of|from|between))?[ \u00a0]$")
_RATE_AFTER = re.compile(
    r"(?P<noun>(?:[ \u00a0][a-z-]+){0,2}?)(?:[ \u00a0](?:a|an|per|each|every)[ \u00a0](?P<unit>second|minute|hour|day|night|week|month|quarter|year|person|capita)(?![a-z])(?![ \u00a0](?:after|before|earlier|later|ago|and a half))"
    r"|[ \u00a0]per[ \u00a0](?P<base>[0-9][0-9,]*)(?![0-9])|[ \u00a0](?P<ly>hourly|daily|nightly|weekly|monthly|yearly|annually)(?![a-z])(?![ \u00a0](?:figures|reports|counts|updates|totals|tables|charts|posts|briefings|releases|papers|newspapers|editions|numbers|averages)\b))"
)
_TIMES = re.compile(r"[ \u00a0-]times?(?![a-z])|x(?![a-z0-9])|-?fold(?![a-z])")
_THAN = re.compile(
    r"[ \u00a0](?:as|more|the|that|higher|larger|greater|its|their|his|her|what|than|over|normal|bigger|lower|less|fewer|likelier|faster)\b"
)
_RANGE = re.compile(r"[ \u00a0]?-[ \u00a0]?(?:to-)?|[ \u00a0](?:to|and|or|through)[ \u00a0]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_CHANGE_BEFORE = re.compile(r"\bfrom[ \u00a0](?:about |nearly |some |roughly |around |\$)*$")
_BY_BEFORE = re.compile(r"\bby[ \u00a0](?:about |nearly |some |roughly |around |just |\$)*$")
_WIDEST_RANGE = 4  # "by 5 to 10" gives a range, "by 5 to 90" a change and where it led
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|aged?|ages)[ \u00a0](?:\w+[ \u00a0]){0,2}from[ \u00a0]\$?$"
)
_BETWEEN = re.compile(r"\bbetween[ \u00a0](?:about |roughly |\$)?$")


def read_quantities(document: Document) -> tuple[Figure, ...]:
    """All quantities of *document*, in text order, without context."""
    flat = flatten(document)
    scan = Scan(flat.text, flat.cased, dates.anchor_date(document))
    starts = [s.start for s in document.sentences]
    return tuple(
        _figure(document, flat, starts, number, draft)
        for number, draft in enumerate(_drafts(scan), start=1)
    )


def _figure(document: Document, flat: Flat, starts: list[int], number: int, draft: Draft) -> Figure:
    start, end = flat.start(draft.start), flat.end(draft.end)
    text = document.text[start:end]
    return Figure(
        id=f"f{number}", start=start, end=end, text=text,
        sentence=max(0, bisect_right(starts, start) - 1),
        kind=draft.kind, value=draft.value, range=draft.range, step=draft.step,
        hedge=draft.hedge, unit=draft.unit,
        period=Period(*draft.period, text) if draft.period and draft.period[0] else None,
    )  # fmt: skip


def _drafts(scan: Scan) -> Iterator[Draft]:
    """The quantities in text order; each reading begins where the last one ended."""
    at = 0
    text = scan.text
    search = _TRIGGER.search
    while match := search(text, at):
        group = match.lastindex or 0
        start = match.start()
        found, resume = _READERS[group - 1](scan, start, at)
        for draft in found:
            if draft.start >= at:
                yield draft
        at = max(resume, start + 1)


Found = tuple[tuple[Draft, ...], int]


def _nothing(end: int) -> Found:
    return (), end


def _identifier(start: int, end: int) -> Found:
    return (Draft(start, end, "identifier", None, _OPEN, _NO_STEP),), end


def _dated(written: dates.Written) -> Found:
    draft = Draft(
        written.start, written.end, "date", None, _OPEN, _NO_STEP,
        period=(written.first, written.last),
    )  # fmt: skip
    return (draft,), written.end


# --- digits ------------------------------------------------------------------------------------


def _at_digits(scan: Scan, at: int, floor: int) -> Found:
    text = scan.text
    previous = text[at - 1] if at else "\n"
    if text[at] == "." and (previous.isalnum() or previous in "\"')"):
        return _footnote(scan, at)
    if previous.isalnum() or previous in "-_/\\@#=+.§&":
        taken = _attached(scan, at, previous)
        if taken is not None:
            return taken
    elif previous == "[" and (mark := re.match(r"[0-9]{1,3}\]", text[at : at + 5])):
        return _identifier(at, at + mark.end() - 1)
    if previous in "\n(" and (end := identifiers.list_number(scan.cased, at)):
        return _identifier(at, end)
    if written := _date_at(scan, at):
        return _dated(written)
    if end := identifiers.here(text, scan.cased, at):
        return _identifier(at, end)
    if end := identifiers.named(text, scan.cased, at):
        return _identifier(at, end)
    if rank := _numbered(text, at):
        return rank
    number = digits(text, at, scan.cased)
    if number is None:
        return _nothing(at + 1)
    return _counted(scan, at, number, floor)


def _footnote(scan: Scan, at: int) -> Found:
    end = at + 1
    while scan.text[end : end + 1].isdigit():
        end += 1
    return _identifier(at + 1, end)


_CODE_BEFORE = re.compile(
    r"(?<![a-z0-9])(usd|eur|gbp|cad|aud|mxn|jpy|cny|rmb|inr|chf|hkd|nzd|sgd|m(?:usd|eur|aud|gbp))[ \u00a0]?$"
)
_PREFIXED = re.compile(
    r"(?<![a-z0-9])(mid|pre|post|early|late|since|circa|ca|c|plus|under|over|top|non|nearly|about)-$"
)


def _attached(scan: Scan, at: int, previous: str) -> Found | None:
    """Digits glued to what stands before them: a code, unless a word we know."""
    text = scan.text
    if previous == "-":
        before = text[at - 2 : at - 1]
        if not before.isalnum():
            return (
                _negative(scan, at) if before in (" ", "", "(", "\n", "$", "\u00a0", ",") else None
            )
        if _PREFIXED.search(text, max(0, at - 8), at):
            return None
        if before.isdigit():
            return _code(scan, at)
        return _code(scan, at)
    if previous in "§":
        return None
    if code := _CODE_BEFORE.search(text, max(0, at - 6), at):
        number = digits(text, at, scan.cased, money=True)
        if number:
            unit = code[1].upper()[-3:]
            if len(code[1]) == 4:
                number = number._replace(value=number.value * 10**6, step=number.step * 10**6)
            return _amount(scan, code.start(), number, unit)
    if previous == "#":
        number = digits(text, at, scan.cased)
        if (
            number
            and number.form == "exact"
            and not text[number.end : number.end + 1].isalnum()
            and number.value < 1000
        ):
            return (_rank(at - 1, number.end, number.value),), number.end
    if previous in "+&.=":
        start, end = identifiers.token(text, at)
        return (
            _identifier(start if start >= 0 else at, end)
            if identifiers.is_url(text[start:end]) or previous == "+"
            else None
        )
    if previous == "/":
        start, end = identifiers.token(text, at)
        if not identifiers.is_url(text[start:end]) and text[at - 2 : at - 1] in ("$", " "):
            return None
    return _code(scan, at)


def _code(scan: Scan, at: int) -> Found:
    start, end = identifiers.token(scan.text, at)
    while end > at + 1 and scan.text[end - 1] in ".,;:!?)]}\"'*":
        if scan.text[end - 1] == ")" and "(" in scan.text[start:end]:
            break
        end -= 1
    while start < at and scan.text[start] in "([{\"'*":
        start += 1
    return _identifier(start, end)


def _negative(scan: Scan, at: int) -> Found | None:
    number = digits(scan.text, at, scan.cased)
    if number is None:
        return None
    return _counted(scan, at - 1, number._replace(value=-number.value), at - 1)


_NUMBER_BEFORE = re.compile(r"(?<![a-z])(?:no\.|nos\.|number|#)[ \u00a0]$")


def _numbered(text: str, at: int) -> Found | None:
    """``No. 10`` is a rank."""
    if text[at - 2 : at - 1] != "." and text[at - 2 : at - 1] != "#":
        return None
    match = _NUMBER_BEFORE.search(text, max(0, at - 8), at)
    if match is None:
        return None
    end = at
    while text[end : end + 1].isdigit():
        end += 1
    if text[end : end + 1].isalpha() or end - at > 3 or text[end : end + 1] == "-":
        return _identifier(at, end)
    return (_rank(match.start(), end, whole(int(text[at:end]))),), end


def _rank(start: int, end: int, value: Fraction) -> Draft:
    return Draft(start, end, "rank", value, Interval(value, value), _ONE)


_YEAR_LIKE = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}(?![0-9]|,[0-9]|\.[0-9])")
_COUNTED_YEAR = re.compile(
    r"[ \u00a0]?(?:%|percent|per cent|people|persons|individuals|arrests|immigrants|migrants|men|women|children|officers|agents|dollars|million|thousand|miles|pounds|euros|hours|days|times|cases|more|fewer|over|or more|kilomet|km|feet|square|degrees|others|jobs|votes|troops|inmates|detainees|refugees)"
)


def _date_at(scan: Scan, at: int) -> dates.Written | None:
    text, anchor = scan.text, scan.anchor
    window = text[at : at + 5]
    if window[1:2] in "/-" or window[2:3] in "/-" or window[4:5] in "/-.":
        if written := dates.numeric(text, at):
            return written
    if text[at] in "0123" and (written := dates.by_day(text, at, anchor)):
        month = text[at : written.end]
        if "may" not in month.split() or scan.cased[at : written.end].find("May") >= 0:
            return written
    if _YEAR_LIKE.match(text, at) and not _COUNTED_YEAR.match(text, at + 4):
        return dates.years(text, at)
    if (decade := dates._DECADE.match(text, at)) is not None:
        return dates.years(text, at)
    return None


# --- a number, and what it counts ----------------------------------------------------------------


def _counted(scan: Scan, start: int, number: Numeral, floor: int, *, lone: bool = True) -> Found:
    """The figure of *number*, which begins at *start*, by what stands around it."""
    text = scan.text
    if (
        not number.words
        and (ordinal := _ORDINAL.match(text, number.end))
        and number.form == "exact"
    ):
        if end := identifiers.names_ordinal(scan.cased, ordinal.end()):
            return _identifier(start, end)
        return (_rank(start, ordinal.end(), number.value),), ordinal.end()
    if lone and (span := _ranged(scan, start, number, floor)):
        return span
    follow = text[number.end : number.end + 1]
    if follow.isalpha() or follow == "_":
        taken = _glued(scan, start, number, floor)
        if taken is not None:
            return taken
    if number.form == "rank":
        return (_rank(start, number.end, number.value),), number.end
    kind, unit, number = _kind(scan, start, number)
    return _hedged(scan, start, number, kind, unit, floor)


def _glued(scan: Scan, start: int, number: Numeral, floor: int) -> Found | None:
    """Letters right after digits: a unit, or a code such as 13WF2395."""
    match = re.compile(r"[a-z]+").match(scan.text, number.end)
    word = match.group() if match else ""
    if (
        word in MEASURES
        or word in TIMES
        or word in ("percent", "pct", "x", "yo", "million", "usd", "eur", "gbp", "rmb", "cad")
        or word.startswith(("year", "percent"))
    ):
        return None
    return _code(scan, start)


def _kind(scan: Scan, start: int, number: Numeral) -> tuple[Kind, str | None, Numeral]:
    """What a number is of, by the words around it."""
    text, end = scan.text, number.end
    if percent := _PERCENT.match(text, end):
        if percent[2] or percent[3]:
            return "points", "points", number._replace(end=percent.end())
        if percent[4]:
            return (
                "points",
                "points",
                number._replace(
                    end=percent.end(), value=number.value / 100, step=number.step / 100
                ),
            )
        if percent[1]:
            return "percent", "%", number._replace(end=percent.end())
    if number.form == "fraction":
        return "fraction", None, number
    if age := _AGE_AFTER.match(text, end):
        return "age", "years", _aged(number, age)
    if _is_age(scan, start, number):
        return "age", "years", number
    if taken := money.by_name(text, scan.cased, number):
        return "money", taken[1], taken[0]
    if _TIMES.match(text, end):
        return _timed(text, number)
    ahead = _WORD_AHEAD.match(text, end)
    word = ahead[1] if ahead else ""
    if ahead and word in TIMES and not _is_possessive(text, ahead.end()):
        return "duration", TIMES[word], number._replace(end=ahead.end())
    if ahead and word in MEASURES:
        return "measure", MEASURES[word], number._replace(end=ahead.end())
    if (ahead and word == "square") or word == "sq" or word == "cubic":
        unit = re.compile(r"[ \u00a0-]([a-z]+)").match(text, ahead.end()) if ahead else None
        if unit and unit[1] in MEASURES:
            return "measure", f"{word} {MEASURES[unit[1]]}", number._replace(end=unit.end())
    if rate := _RATE_AFTER.match(text, end):
        unit_word = rate["unit"] or PERIODIC.get(rate["ly"] or "") or rate["base"]
        per = f"per {PER.get(unit_word, unit_word)}"
        return "rate", per, number._replace(end=number.end if rate["noun"] else rate.end())
    return "count", None, number


def _is_possessive(text: str, end: int) -> bool:
    return False


def _aged(number: Numeral, match: re.Match[str]) -> Numeral:
    word = match[1] or "years"
    share = {
        "m": Fraction(1, 12),
        "w": Fraction(7, 1) / Fraction(1461, 4),
        "d": Fraction(1) / Fraction(1461, 4),
    }.get(word[0], _ONE)
    return number._replace(end=match.end(), value=number.value * share, step=number.step * share)


def _is_age(scan: Scan, start: int, number: Numeral) -> bool:
    if (
        number.form != "exact"
        or number.words
        or not 0 < number.value < 120
        or number.end - start > 3
    ):
        return False
    text = scan.text
    if _AGE_WORD.search(text, max(0, start - 16), start):
        return True
    if text[start - 2 : start] not in (", ", ",\u00a0", '" '):
        return False
    return (
        _AGE_CLOSE.match(text, number.end) is not None
        and _NAME_BEFORE.search(scan.cased, max(0, start - 48), start) is not None
        and _is_person(scan.cased, start)
    )


_PERSON = re.compile(
    r"(?:(?:[A-Z][\w.'-]*|de|la|del|los|van|von|al|bin|\"[^\"]*\"|aka|a\.k\.a\.)[ \u00a0]){1,5}(?:[A-Z][\w.'-]*|\"[^\"]*\"|\([^()]*\))(?:,? (?:Jr|Sr|II|III|IV)\.?)?,\"?[ \u00a0]$|,\"[ \u00a0]$"
)


def _is_person(cased: str, start: int) -> bool:
    return _PERSON.search(cased, max(0, start - 60), start) is not None and not _PLACE_LIST.search(
        cased, max(0, start - 40), start
    )


_PLACE_LIST = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|New York|Los Angeles|San [A-Z]\w+|Santa [A-Z]\w+|County|City|District|Section|Title|Street|Avenue),[ \u00a0]$"
)


def _timed(text: str, number: Numeral) -> tuple[Kind, str | None, Numeral]:
    match = _TIMES.match(text, number.end)
    assert match is not None
    end = match.end()
    if (
        "fold" in match.group()
        or match.group() == "x"
        or _THAN.match(text, end)
        or number.form == "rounded"
    ):
        return "multiple", None, number._replace(end=end)
    return "count", "times", number._replace(end=end)


def _amount(scan: Scan, start: int, number: Numeral, unit: str) -> Found:
    return _hedged(scan, start, number._replace(form="rounded"), "money", unit, start)


def _hedged(
    scan: Scan, start: int, number: Numeral, kind: Kind, unit: str | None, floor: int
) -> Found:
    base = hedges.bare(number.value, number.step, kind, number.form, number.words)
    words: str | None = None
    interval = base
    end = number.end
    hedge = hedges.before(scan.text, start)
    if hedge and not (kind == "duration" and _is_during(scan.text, hedge)):
        words = hedge.words
        interval = hedges.bent(number.value, number.step, kind, base, hedge.bend)
    if trailing := hedges.after(scan.text, end):
        end, said, bend = trailing
        if words is None or bend != "about":
            words = said
            interval = hedges.bent(number.value, number.step, kind, base, bend)
    return (Draft(start, end, kind, number.value, interval, number.step, words, unit),), end


_LASTING = re.compile(r"(?:for|last(?:s|ed|ing)|took|takes?|spent|after|of|by|is|was|are|were|a) $")


def _is_during(text: str, hedge: hedges.Hedge) -> bool:
    """Whether "over four days" means in their course, not more than four."""
    return hedge.words in ("over", "under") and not _LASTING.search(
        text, max(0, hedge.start - 8), hedge.start
    )


def _ranged(scan: Scan, start: int, first: Numeral, floor: int) -> Found | None:
    """``10 to 20``, ``between 5 and 8``, ``1.3-1.5 million``: one figure from low to high."""
    text = scan.text
    joint = _RANGE.match(text, first.end)
    if joint is None or first.form in ("rank", "fraction"):
        return None
    word = joint.group().strip(" \u00a0")
    at = joint.end()
    second = digits(text, at, scan.cased) or (
        cardinal(text, at) if first.words or word != "-" else None
    )
    if second is None or second.form in ("rank", "fraction") or _ORDINAL.match(text, second.end):
        return None
    if (
        word.startswith("-")
        and text[joint.end() - 1] == "-"
        and text[second.end : second.end + 1] == "-"
        and text[second.end + 1 : second.end + 2].isdigit()
    ):
        return None
    ahead = text[max(0, start - 32) : start]
    if word == "and" and not _BETWEEN.search(ahead):
        return None
    if word == "or" and second.value != first.value + 1:
        return None
    if word == "to" and _from_and_to(ahead, first, second):
        return None
    if (
        second.step > first.step
        and first.form == "exact"
        and second.form == "rounded"
        and first.value * second.step <= second.value
    ):
        first = first._replace(value=first.value * second.step, step=second.step)
    elif (
        second.form == "rounded"
        and second.step >= 1000
        and first.step < 1000
        and first.value < second.value / 1000
    ):
        scale = _scale_of(second)
        first = first._replace(value=first.value * scale, step=first.step * scale)
    if second.value <= first.value:
        return None
    kind, unit, last = _kind(scan, start, second)
    if last.value != second.value and second.value:  # a unit that changed the value (months of age)
        first = first._replace(value=first.value * last.value / second.value)
    middle = (first.value + last.value) / 2
    draft = Draft(
        start,
        last.end,
        kind,
        middle,
        Interval(first.value, last.value),
        min(first.step, last.step),
        None,
        unit,
    )
    return (draft,), last.end


def _from_and_to(ahead: str, first: Numeral, second: Numeral) -> bool:
    """Whether "to" leads from one number to another: from 5 to 9, up by 5 to 90."""
    if _RANGING.search(ahead):
        return False
    by = _BY_BEFORE.search(ahead) and second.value > _WIDEST_RANGE * first.value
    return bool(by or _CHANGE_BEFORE.search(ahead))


def _scale_of(number: Numeral) -> int:
    scale = 1
    for candidate in (10**3, 10**6, 10**9, 10**12):
        if abs(number.value) >= candidate and number.step <= candidate:
            scale = candidate
    return scale


# --- signs of money, vulgar fractions -------------------------------------------------------------


def _at_sign(scan: Scan, at: int, floor: int) -> Found:
    first = money.by_sign(scan.text, scan.cased, at)
    if first is None:
        return _nothing(at + 1)
    start, number, unit = first
    joint = _RANGE.match(scan.text, number.end)
    if joint:
        ahead = scan.text[max(0, start - 32) : start]
        word = joint.group().strip(" \u00a0")
        second: Numeral | None
        if (
            scan.text[joint.end() : joint.end() + 1] in money.SIGNS
            and scan.text[joint.end() : joint.end() + 1]
        ):
            pair = money.by_sign(scan.text, scan.cased, joint.end())
            second = pair.number if pair else None
        else:
            second = (
                digits(scan.text, joint.end(), scan.cased, money=True)
                if word != "and" and word != "or"
                else None
            )
        allowed = (
            word.startswith("-")
            or (word == "to" and second and not _from_and_to(ahead, number, second))
            or (word == "and" and _BETWEEN.search(ahead))
        )
        if second and allowed and second.value:
            if (
                second.value > number.value
                and second.step >= 1000
                and number.value < 1000
                and number.step < 1000
            ):
                scale = _scale_of(second)
                number = number._replace(value=number.value * scale, step=number.step * scale)
            if second.value > number.value:
                middle = (number.value + second.value) / 2
                interval = Interval(number.value, second.value)
                return (
                    Draft(
                        start,
                        second.end,
                        "money",
                        middle,
                        interval,
                        min(number.step, second.step),
                        None,
                        unit,
                    ),
                ), second.end
    return _amount(scan, start, number, unit)


def _at_vulgar(scan: Scan, at: int, floor: int) -> Found:
    value = VULGAR[scan.text[at]]
    number = Numeral(at + 1, value, Fraction(1, value.denominator), "fraction")
    return _counted(scan, at, number, floor, lone=False)


# --- words ---------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"(?<![a-z0-9'])an?[ \u00a0-]$")
_NO_COUNT_ONE = re.compile(
    r"(?<![a-z])(?:a|an|(?:a|an) [a-z]+|this|that|the|no|any|every|each|which|another|some|good|other|only|last|next|first|wrong|right|new|old|big|loved|it's)[ \u00a0-]$"
)
_NO_COUNT_AFTER = re.compile(
    r"'s?(?![a-z])|[ \u00a0](?:another|day(?=[ \u00a0](?:he|she|they|we|i|soon|will))|might|may|can|could|should|would|must|never|another's)\b|-(?:sided|way|off|liner|on-one|time|stop|self)\b|self\b"
)


def _at_word(scan: Scan, at: int, floor: int) -> Found:
    text = scan.text
    start = at
    if (article := _ARTICLE.search(text, max(0, at - 3), at)) and article.start() >= floor:
        start = article.start()
    match = re.compile(r"[a-z]+").match(text, at)
    word = match.group() if match else ""
    if word in ORDINALS:
        return _ordinal_word(scan, start, at, word)
    if word in ("half", "quarter", "halves", "quarters") or word in PARTS:
        return _part_word(scan, start, at, word, floor)
    if word == "dozen":
        end = at + 5
        number = Numeral(end, whole(12), _ONE, "exact", True)
        return _counted(scan, start, number, floor)
    number_or = cardinal(text, at)
    if number_or is None:
        return _nothing(at + len(word))
    if word in ("hundred", "thousand", "million", "billion", "trillion"):
        if start == at and not (
            at == 0 or text[at - 1] == "\n" or not text[max(0, at - 4) : at].strip()
        ):
            return _nothing(number_or.end)
    else:
        start = at
    number = _with_parts(text, number_or)
    if number.value == 1 and number.form == "exact" and word == "one":
        if _NO_COUNT_ONE.search(text, max(0, at - 20), at) or _NO_COUNT_AFTER.match(
            text, number.end
        ):
            return _nothing(number.end)
    if share := _in_words(text, number):
        return _hedged(scan, start, share, "fraction", None, floor)
    return _counted(scan, start, number, floor)


_PARTS_NEXT = re.compile(
    r"[ \u00a0]?-?[ \u00a0]?(and a |and one[ -]|and |dozen|doz)?(thirds?|halves|half|quarters?|[a-z]+ths?)?(?![a-z])"
)
_IN = re.compile(r"[ \u00a0](?:in|out of)[ \u00a0](?=[a-z0-9])")


def _with_parts(text: str, number: Numeral) -> Numeral:
    """*number* with a dozen, a denominator or a half after it."""
    match = _PARTS_NEXT.match(text, number.end)
    if match is None or not (match[1] or match[2]):
        return number
    joint, word = (match[1] or "").strip(" -"), match[2]
    if joint in ("dozen", "doz"):
        return (
            Numeral(match.end(1), number.value * 12, number.step * 12, "exact", True)
            if not word
            else number
        )
    below = PARTS.get(word or "") or (
        ORDINALS.get(word or "") if number.value == 1 or joint.endswith(("a", "one")) else None
    )
    if word == "half" and not joint.startswith("and") and number.value != 1:
        below = None
    if not below or below < 2 or (word == "second"):
        return number
    if joint.startswith("and a") or joint.startswith("and one"):
        part = Fraction(1, below)
        if number.form == "rounded" and number.step > 1:
            return Numeral(
                match.end(), number.value + part * number.step, number.step * part, "rounded", True
            )
        return Numeral(match.end(), number.value + part, part, "rounded", True)
    if joint == "and":
        return number
    return Numeral(match.end(), number.value / below, Fraction(1, below), "fraction", True)


def _in_words(text: str, number: Numeral) -> Numeral | None:
    """``one in four``, ``two out of five``."""
    if number.form != "exact" or number.value > 9 or number.value < 1:
        return None
    match = _IN.match(text, number.end)
    if match is None:
        return None
    second = (
        digits(text, match.end(), "")
        if text[match.end()].isdigit() and text[match.end() : match.end() + 1] != "."
        else cardinal(text, match.end())
    )
    if (
        second is None
        or second.form != "exact"
        or second.value <= number.value
        or (second.value >= 1900 and second.value < 2100)
    ):
        return None
    ahead = _WORD_AHEAD.match(text, second.end)
    if ahead and (
        ahead[1] in TIMES or ahead[1] in ("states", "cities", "counties", "countries", "places")
    ):
        return None
    if (
        match.group().strip() == "in"
        and number.value != 1
        and second.value not in (3, 4, 5, 10, 20, 100, 1000)
    ):
        return None
    return Numeral(second.end, number.value / second.value, 1 / second.value, "fraction", True)


_FRACTION_AFTER = re.compile(
    r"[ \u00a0](?:of|more|less|fewer|as|the|from|to|in|since|were|was|are|had|have|came|over|compared|between|between)\b|[,.;:)?!]|\n|$"
)


def _ordinal_word(scan: Scan, start: int, at: int, word: str) -> Found:
    text = scan.text
    end = at + len(word)
    value = ORDINALS[word]
    if start < at and value > 2 and _FRACTION_AFTER.match(text, end):
        number = Numeral(end, Fraction(1, value), Fraction(1, value), "fraction", True)
        return _hedged(scan, start, number, "fraction", None, start)
    if written := dates.quarter(text, at, scan.anchor):
        return _dated(written)
    if stop := identifiers.names_ordinal(scan.cased, end):
        return _identifier(at, stop)
    return (_rank(at, end, whole(value)),), end


def _part_word(scan: Scan, start: int, at: int, word: str, floor: int) -> Found:
    text = scan.text
    end = at + len(word)
    if word == "half" or word == "quarter":
        below = 2 if word == "half" else 4
        scale = re.compile(
            r"[ \u00a0-](?:a[ \u00a0-])?(hundred|thousand|million|billion|trillion|dozen)(?![a-z])"
        ).match(text, end)
        if scale:
            factor = {
                "hundred": 100,
                "thousand": 1000,
                "million": 10**6,
                "billion": 10**9,
                "trillion": 10**12,
                "dozen": 12,
            }[scale[1]]
            value = Fraction(factor, below)
            form: Form = "exact" if factor <= 100 else "rounded"
            step = _ONE if factor <= 100 else value / 10
            return _counted(scan, start, Numeral(scale.end(), value, step, form, True), floor)
        time = re.compile(
            r"[ \u00a0-](?:an?[ \u00a0-]|of an[ \u00a0])?(hours?|day|year|century|mile|decade|dozen)(?![a-z])"
        ).match(text, end)
        if time and time[1] in TIMES:
            number = Numeral(time.end(), Fraction(1, below), Fraction(1, below), "rounded", True)
            return _hedged(scan, start, number, "duration", TIMES[time[1]], floor)
        if re.compile(r"-[a-z]|[ \u00a0](?:past|brother|sister)").match(text, end):
            return _nothing(end)
        if re.search(r"(?:first|second|other|better)[ \u00a0]$", text[max(0, at - 8) : at]):
            return _nothing(end)
        if word == "quarter" and start == at:
            return _nothing(end)
        number = Numeral(end, Fraction(1, below), Fraction(1, below), "fraction", True)
        return _hedged(scan, start, number, "fraction", None, floor)
    return _nothing(end)


def _at_month(scan: Scan, at: int, floor: int) -> Found:
    if not scan.cased[at].isupper():
        return _nothing(at + 3)
    written = dates.by_month(scan.text, at, scan.anchor)
    if written is None:
        return _nothing(at + 3)
    if (
        scan.text.startswith(("may", "march", "mar ", "jan ", "dec "), at)
        and written.end - at <= 5
        and scan.text[at : written.end].isalpha()
    ):
        if not re.search(
            r"(?:in|since|by|until|of|last|late|early|mid|this|next|through|from|to|and|during|and|between|for|,)[ \u00a0-]$",
            scan.text[max(0, at - 9) : at],
        ):
            return _nothing(written.end)
    return _dated(written)


def _at_weekday(scan: Scan, at: int, floor: int) -> Found:
    if not scan.cased[at].isupper():
        return _nothing(at + 3)
    if (
        scan.text.startswith(("sun", "sat", "mon", "wed"), at)
        and scan.text[at + 3 : at + 4] not in (".", ",")
        and not scan.text[at + 3 : at + 4].isalpha()
    ):
        return _nothing(at + 3)
    written = dates.by_weekday(scan.text, at, scan.anchor)
    return _dated(written) if written else _nothing(at + 3)


_FOLD = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "hundred": 100,
}
_MULTIPLES = {
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3, "quadruple": 4,
    "quadrupled": 4, "quintuple": 5, "quintupled": 5, "twice": 2, "thrice": 3,
}  # fmt: skip
_MULTIPLE_OBJECT = re.compile(
    r"[ \u00a0](?:the|that|what|its|their|his|as|those|last|this|from|in|over|since|to|by|compared|between|and)\b|[,.;:)]|\n|$"
)
_FLOOR = re.compile(
    r"(?P<w>dozens|scores|hundreds|thousands|millions|billions|trillions)(?:[ \u00a0]of[ \u00a0](?P<s>thousands|millions|billions|trillions))?(?![a-z])"
)
_SEVERAL = re.compile(
    r"(?:several|an? few|few)[ \u00a0-](?P<s>dozen|hundred|thousand|million|billion)(?![a-z])"
)
_TENS_OF = re.compile(r"(?<![a-z])tens of $")


def _at_phrase(scan: Scan, at: int, floor: int) -> Found:
    text = scan.text
    match = re.compile(r"[a-z]+").match(text, at)
    word = match.group() if match else ""
    end = at + len(word)
    if word in _MULTIPLES:
        if word in (
            "double",
            "triple",
            "twice",
            "thrice",
            "quadruple",
        ) and not _MULTIPLE_OBJECT.match(text, end):
            return _nothing(end)
        if text.startswith(" down", end):
            return _nothing(end)
        number = Numeral(end, whole(_MULTIPLES[word]), _ONE, "exact", True)
        return _hedged(scan, at, number, "multiple", None, floor)
    if fold := re.compile(r"([a-z]+)-?fold").match(text, at):
        if fold[1] in _FOLD:
            return _hedged(
                scan,
                at,
                Numeral(fold.end(), whole(_FOLD[fold[1]]), _ONE, "exact", True),
                "multiple",
                None,
                floor,
            )
        return _nothing(fold.end())
    if floored := _FLOOR.match(text, at):
        return _floored(scan, at, floored)
    if several := _SEVERAL.match(text, at):
        unit = whole(
            {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}[
                several["s"]
            ]
        )
        draft = Draft(at, several.end(), "count", None, Interval(unit * 2, unit * 10), unit)
        return (draft,), several.end()
    if word in ("fiscal", "fy"):
        written = dates.fiscal(text, at) or dates.relative(text, at, scan.anchor)
        return _dated(written) if written else _nothing(end)
    if written := dates.quarter(text, at, scan.anchor) if word in ("q", "last") else None:
        return _dated(written)
    if word in (
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "this",
        "last",
        "past",
        "previous",
        "current",
        "next",
    ):
        written = dates.relative(text, at, scan.anchor)
        return _dated(written) if written else _nothing(end)
    if word in ("a", "an"):
        return _a_time(scan, at)
    if word == "both" and not re.compile(r"(?:[ \u00a0][a-z'-]+){1,5}[ \u00a0]and[ \u00a0]").match(
        text, end
    ):
        return (Draft(at, end, "count", whole(2), Interval(whole(2), whole(2)), _ONE),), end
    if word == "none" and re.compile(r"[ \u00a0](?:of|were|was|had|have)\b").match(text, end):
        return (Draft(at, end, "count", _ZERO, Interval(_ZERO, _ZERO), _ONE),), end
    if word in ("minus", "negative"):
        return _minus(scan, at, end)
    if word in ("percent", "per"):
        of = re.compile(r"(?:percent|per cent) of[ \u00a0]").match(text, at)
        share = digits(text, of.end(), scan.cased) if of else None
        return (
            _hedged(scan, at, share, "percent", "%", floor)
            if share and not text[at - 2 : at - 1].isalnum()
            else _nothing(end)
        )
    if word in ("age", "aged", "ages"):
        return _nothing(end)
    if word in ("usd", "eur", "gbp", "cad", "mxn"):
        code = re.compile(r"[a-z]{3}[ \u00a0](?=[0-9])").match(text, at)
        amount = digits(text, code.end(), scan.cased, money=True) if code else None
        return _amount(scan, at, amount, word.upper()) if amount else _nothing(end)
    return _nothing(end)


def _floored(scan: Scan, at: int, match: re.Match[str]) -> Found:
    floor = FLOORS[match["w"]]
    if match["s"]:
        floor *= {"thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}[
            match["s"]
        ]
    start = at
    if tens := _TENS_OF.search(scan.text, max(0, at - 8), at):
        floor, start = floor * 10, tens.start()
    low = whole(floor)
    return (Draft(start, match.end(), "count", None, Interval(low, None), low / 2),), match.end()


_A_TIME = re.compile(
    r"(?P<u>year|month|week|day|decade|century|hour|minute)(?P<h>[ \u00a0]and a half)?(?![a-z'])"
)
_TIME_TURN = re.compile(r"[ \u00a0](?:ago|later|earlier|before|after|prior|old)\b")
_TIME_LEAD = re.compile(
    r"(?:over|for|in|within|than|about|nearly|almost|least|only|every|under|around|roughly|half)[ \u00a0]$"
)


def _a_time(scan: Scan, at: int) -> Found:
    """``a year`` where it is a length: "a year later", "for over a year"."""
    text = scan.text
    skip = 3 if text.startswith("an", at) else 2
    match = _A_TIME.match(text, at + skip)
    if match is None:
        return _nothing(at + 1)
    if not (
        _TIME_TURN.match(text, match.end())
        or match["h"]
        or _TIME_LEAD.search(text, max(0, at - 10), at)
    ):
        return _nothing(match.end())
    value = Fraction(3, 2) if match["h"] else _ONE
    number = Numeral(match.end(), value, _ONE, "exact", True)
    return _hedged(scan, at, number, "duration", TIMES[match["u"]], at)


def _minus(scan: Scan, at: int, end: int) -> Found:
    number = digits(scan.text, end + 1, scan.cased) or cardinal(scan.text, end + 1)
    if number is None:
        return _nothing(end)
    return _counted(scan, at, number._replace(value=-number.value), at)


_READERS: tuple[Callable[[Scan, int, int], Found], ...] = (
    _at_digits, _at_sign, _at_vulgar, _at_word, _at_month, _at_weekday, _at_phrase,
)  # fmt: skip
