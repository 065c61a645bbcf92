"""The periods a sentence names, as records need them: fiscal years, months, days, and parts.

Figures carry the period that a reader would give them; a record is chosen by which of several
periods of a sentence belongs to which number, so they are read here with their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from crossfoot.figures.lexicon import MONTHS
from crossfoot.packs.us_immigration.loaders.grid import month_end

Grain = Literal["day", "part", "month", "quarter", "fiscal", "year", "range", "to_date", "edge"]

_MONTH = (
    r"(?P<{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_FISCAL = r"(?:fiscal(?:[ -]year)?|fy)[ -]?"


@dataclass(frozen=True, slots=True)
class When:
    """A period with where the text names it. `approximate`: "late January", "the end of"."""

    start: date
    end: date
    grain: Grain
    at: tuple[int, int]
    approximate: bool = False
    anchor: date | None = None  # of a year to date without a year: the day its data were pulled
    ends: tuple[When, When] | None = None  # of a range: the two periods it was read from
    until: bool = False  # "by", "through", "as of": what had happened up to then

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.end - self.start).days + 1


def fiscal(year: int, at: tuple[int, int]) -> When:
    """A fiscal year, October to September."""
    return When(date(year - 1, 10, 1), date(year, 9, 30), "fiscal", at)


def fiscal_year_of(day: date) -> int:
    """The fiscal year a day falls in."""
    return day.year + (day.month >= 10)


def month_of(year: int, month: int, at: tuple[int, int]) -> When:
    """A calendar month."""
    return When(date(year, month, 1), month_end(year, month), "month", at)


def _number(word: str) -> int:
    return MONTHS[word[:3]]


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
             "4th": 4, "last": 4, "final": 4}  # fmt: skip
_DIGITS = r"(?:\d{4}|'?\d\d)\b"
# tried in this order; a later one does not start inside an earlier one's span
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(source))
    for name, source in (
        # "the fiscal year ended June 30, 2016", "the fiscal year that ran to May 4, 2013"
        ("fiscal_to", rf"fiscal year (?:that |which )?(?P<verb>end(?:ed|ing|s)|ran|running|clos\w+|"
         rf"through|to)(?: on| to| through| until)? {_MONTH.format('m')} (?P<d>\d\d?),? "
         rf"{_YEAR.format('y')}"),
        # "the third quarter of fiscal 2014", "FY2025 Q4"
        ("quarter", rf"(?P<q>first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?:fiscal )?"
         rf"quarter of (?:the )?{_FISCAL}(?P<y>{_DIGITS})"),
        # "second-quarter book-ins of fiscal 2025"
        ("quarter3", r"(?P<q>first|second|third|fourth|last|final)-quarter (?:[\w-]+ ){1,4}?"
         rf"(?:of|in|for) (?:the )?{_FISCAL}(?P<y>{_DIGITS})"),
        ("half", rf"(?P<q>first|second|last) half of (?:the )?(?:{_FISCAL}(?P<y>{_DIGITS})|"
         rf"(?P<y2>(?:19|20)\d\d))"),
        ("quarter2", rf"(?:{_FISCAL}(?P<y>{_DIGITS}) ?q(?P<q>[1-4])\b|"
         rf"\bq(?P<q2>[1-4]) (?:of )?{_FISCAL}(?P<y2>{_DIGITS}))"),
        # "as fiscal 2014 closed", "at the close of fiscal 2014"
        ("edge", rf"(?:(?:at|by|as of|near) the (?:end|close) of|as|when|as of the end of) "
         rf"(?:the )?{_FISCAL}(?P<y>{_DIGITS})(?P<tail> (?:closed|ended|came to (?:an end|a close)|"
         rf"drew to a close))?"),
        # "the first six months of fiscal 2014", "the first months of fiscal 2014"
        ("months_of", rf"first (?:(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven) )?"
         rf"months of (?:the )?{_FISCAL}(?P<y>{_DIGITS})"),
        # "fiscal 2014 through June 3", "fiscal 2015 to May 9"
        ("fiscal_through", rf"{_FISCAL}(?P<y>{_DIGITS})(?:,? ?\(?)(?:through|to|until|up to) "
         rf"{_MONTH.format('m')} (?P<d>\d\d?)(?:,? {_YEAR.format('y2')})?"),
        # "through June of fiscal 2014"
        ("through_of", rf"(?:through|thru|to the end of) {_MONTH.format('m')} (?:of )?"
         rf"{_FISCAL}(?P<y>{_DIGITS})"),
        # "fiscal 2014 through June"
        ("through_month", rf"{_FISCAL}(?P<y>{_DIGITS}),? (?:through|thru) {_MONTH.format('m')}"
         r"(?! \d)"),
        ("fiscal", rf"{_FISCAL}(?P<y>{_DIGITS})"),
        ("fiscal_after", r"(?P<y>\d{4}) fiscal year"),
        # "since the fiscal year began in October", "so far this fiscal year"
        ("to_date", r"(?:since|from) the (?:start|beginning) of the fiscal year|since the fiscal "
         r"year (?:began|started)(?: in october| on oct(?:ober|\.) 1)?|(?:so far )?(?:in |during )?"
         r"(?:this|the current) fiscal year(?: so far)?|fiscal year to date"),
        ("day", rf"{_MONTH.format('m')} (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR.format('y')}"),
        ("iso", r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"),
        # "late March 2014", "mid-June", "the start of May 2015", "the end of August"
        ("part", rf"(?P<part>early|mid|late|(?:the )?(?:start|beginning|middle|end|close) of)[- ]"
         rf"(?:in )?{_MONTH.format('m')}(?:,? (?:of )?{_YEAR.format('y')})?"),
        ("mid_year", rf"(?P<part>early|mid|late)[- ]{_YEAR.format('y')}"),
        ("end_year", rf"(?:the )?(?P<part>start|beginning|middle|end|close) of "
         rf"{_YEAR.format('y')}"),
        # "the previous March", "the following April"
        ("relative_month", rf"(?:the )?(?P<way>previous|prior|preceding|following|next) "
         rf"{_MONTH.format('m')}"),
        ("month", rf"{_MONTH.format('m')},? (?:of )?{_YEAR.format('y')}"),
        ("bare_day", rf"{_MONTH.format('m')} (?P<d>\d\d?)(?:st|nd|rd|th)?(?![\d,]*\d)"),
        ("same_month", r"(?:the )?same (?:month|period|time|day|date|quarter|point) "
         r"(?:a|one|the|of the|in the|last) ?(?:year (?:earlier|before|ago|prior)|"
         r"(?:previous|prior|preceding|year) ?(?:year)?)"),
        # "two decades later"
        ("later", r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|"
         r"\d+|a) (?P<unit>decades?|years?|months?) "
         r"(?P<way>later|earlier|before|prior|after(?=[,.;]|$))"),
        ("year_before", r"(?:the|a) (?:previous|prior|preceding|past) (?:fiscal )?year|the "
         r"(?:fiscal )?year before|a year (?:earlier|before|prior)|last (?:fiscal )?year"),
        ("year_after", r"(?:the )?(?:next|following) (?:fiscal )?year|the year (?:after|that "
         r"followed)"),
        ("month_after", r"the (?:next|following) month|the month after|a month later"),
        ("quarter_before", r"(?:the|a) (?:previous|prior|preceding) quarter|the quarter before"),
        ("quarter_after", r"the (?:next|following) quarter|the quarter after"),
        ("month_before", r"(?:the|a) (?:previous|prior|preceding) month|the month before|a month "
         r"(?:earlier|before)"),
        ("bare_month", rf"\b(?<![a-z-]){_MONTH.format('m')}(?! \d)"),
        ("year", rf"(?<![\d,.$]){_YEAR.format('y')}(?![,.]\d|%| (?:people|detainees|removals|"
         r"individuals|beds|cases|arrests|book|hearings|noncitizens|immigrants|days))"),
    )
)  # fmt: skip
_DAY = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1000, 3000  # no record is further off
_COUNT = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
          "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twenty": 20, "thirty": 30,
          "forty": 40}  # fmt: skip
# words after which a bare "may" is a month
_IN = re.compile(
    r"\b(?:in|by|of|since|until|through|and|to|from|between|for|during|late|early|was|is) $"
)
# a period joined to the next makes a range: "from … through …", "between … and …"
_JOIN = re.compile(r",? ?(?:through|to|until|till|and|-|up to)(?: the)? ?$")
_OPEN = re.compile(r"\b(?:from|between|since)(?: (?:the|late|early))? $")


def read_periods(text: str, published: date | None = None) -> tuple[When, ...]:
    """Every period named in *text* (lowered, plain), in order; ranges joined.

    Those that lean on another ("the year before", a month without a year) take the nearest
    earlier one that has a year, else the next, else *published*.
    """
    found = sorted(_matches(text), key=lambda m: m[1].start())
    firm: list[tuple[int, When]] = []
    for i, (name, match) in enumerate(found):
        when = _firm(name, match)
        if when is not None:
            firm.append((i, when))
    whole: dict[int, When] = dict(firm)
    for i, (name, match) in enumerate(found):
        if i in whole:
            continue
        before = [w for j, w in sorted(whole.items()) if j < i]
        after = [w for j, w in sorted(whole.items()) if j > i]
        leant = _leaning(name, match, text, before, after, published)
        if leant is not None:
            whole[i] = leant
    return tuple(
        replace(w, until=_UNTIL.search(text[: w.at[0]]) is not None)
        for w in _joined(text, [whole[i] for i in sorted(whole)])
    )


_UNTIL = re.compile(
    r"\b(?:by|through|as of|until|till|up to|to|ended|ending|since|before)(?: the)? $"
)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < e and s < match.end() for s, e in taken):
                continue
            if name == "edge" and not match["tail"] and re.match(r"(?:as|when) (?!of)", match[0]):
                continue  # "as fiscal 2022 …" without an end is no edge
            verb = name == "bare_month" and match[0] in {"may", "mar", "march"}
            if verb and not _IN.search(text[: match.start()]):
                continue
            taken.append(match.span())
            yield name, match


def _firm(name: str, match: re.Match[str]) -> When | None:
    """A period that needs no other."""
    at, group = match.span(), match.groupdict()
    try:
        if name == "fiscal_to":
            day = date(int(group["y"]), _number(group["m"]), int(group["d"]))
            year = fiscal_year_of(day)
            whole = fiscal(year, at)
            return whole if day == whole.end else When(whole.start, day, "to_date", at)
        if name == "half":
            return _half(group, at)
        if name in {"quarter", "quarter2", "quarter3"}:
            year = _full_year((group["y"] or group.get("y2") or "").strip("'"))
            return _quarter(
                year, _ORDINALS.get(group["q"] or "") or int(group.get("q2") or group["q"]), at
            )
        if name in _FISCAL_FORMS:
            return _of_fiscal(name, group, _full_year(group["y"].strip("'")), at)
        if name in {"day", "iso"}:
            month = int(group["m"]) if name == "iso" else _number(group["m"])
            day = date(int(group["y"]), month, int(group["d"]))
            return When(day, day, "day", at)
        if name == "part" and group["y"]:
            return _part(group["part"], int(group["y"]), _number(group["m"]), at)
        if name == "month":
            return month_of(int(group["y"]), _number(group["m"]), at)
        if name in {"mid_year", "end_year"}:
            return _part_of_year(group["part"], int(group["y"]), at)
        if name == "year":
            year = int(group["y"])
            return When(date(year, 1, 1), date(year, 12, 31), "year", at)
    except ValueError:
        return None
    return None


_FISCAL_FORMS = frozenset(
    {"edge", "fiscal", "fiscal_after", "months_of", "fiscal_through", "through_of", "through_month"}
)


def _of_fiscal(name: str, group: dict[str, str], year: int, at: tuple[int, int]) -> When:
    whole = fiscal(year, at)
    if name == "edge":
        return When(whole.end, whole.end, "edge", at, approximate=True)
    if name == "months_of" and group["n"]:
        months = _COUNT[group["n"]]
        last = month_end(whole.start.year + (8 + months) // 12, (8 + months) % 12 + 1)
        return When(whole.start, last, "range", at)
    if name in {"through_of", "through_month"}:
        month = _number(group["m"])
        return When(whole.start, month_end(year - (month >= 10), month), "to_date", at)
    if name == "fiscal_through":
        month = _number(group["m"])
        day = date(year - (month >= 10), month, int(group["d"]))
        return When(whole.start, day, "to_date", at)
    return whole


def _half(group: dict[str, str], at: tuple[int, int]) -> When:
    late = group["q"] != "first"
    if group["y"]:
        year = _full_year(group["y"].strip("'"))
        first = date(year, 4, 1) if late else date(year - 1, 10, 1)
        return When(first, date(year, 9, 30) if late else date(year, 3, 31), "range", at)
    year = int(group["y2"])
    return When(date(year, 7 if late else 1, 1), month_end(year, 12 if late else 6), "range", at)


def _quarter(year: int, number: int, at: tuple[int, int]) -> When:
    first = date(year - 1, 10, 1) if number == 1 else date(year, 3 * number - 5, 1)
    return When(first, month_end(first.year, first.month + 2), "quarter", at)


def _part(part: str, year: int, month: int, at: tuple[int, int]) -> When:
    last = month_end(year, month)
    if part in {"early"} or part.split()[-2:-1] in (["start"], ["beginning"]):
        return When(date(year, month, 1), date(year, month, 10), "part", at, approximate=True)
    if part == "mid" or "middle" in part:
        return When(date(year, month, 10), date(year, month, 20), "part", at, approximate=True)
    if part == "late":
        return When(date(year, month, 20), last, "part", at, approximate=True)
    return When(last - timedelta(days=5), last, "part", at, approximate=True)


def _part_of_year(part: str, year: int, at: tuple[int, int]) -> When:
    months = {"early": (1, 4), "start": (1, 1), "beginning": (1, 1), "mid": (5, 8),
              "middle": (5, 8), "late": (9, 12), "end": (12, 12), "close": (12, 12)}  # fmt: skip
    first, last = months[part]
    return When(date(year, first, 1), month_end(year, last), "range", at, approximate=True)


def _leaning(
    name: str, match: re.Match[str], text: str, before: list[When], after: list[When],
    published: date | None,
) -> When | None:  # fmt: skip
    """A period that leans on another one."""
    at, group = match.span(), match.groupdict()
    base = before[-1] if before else after[0] if after else None
    if name == "to_date":
        return _running(at, before, after, published, text)
    if base is None:
        return None
    if name in {"bare_month", "bare_day", "part"}:
        return _in_year_of(name, group, at, before, after)
    if name == "relative_month":
        return _relative_month(group["way"], _number(group["m"]), base, at)
    if name in {"year_before", "same_month"}:
        return _years_off(base, -1, at)
    if name in {"quarter_before", "quarter_after"} and base.grain == "quarter":
        near = base.start - timedelta(days=1) if name == "quarter_before" else base.end + _DAY
        return _quarter(fiscal_year_of(near), (near.month + 2) % 12 // 3 + 1, at)
    if name == "year_after":
        return _years_off(base, 1, at)
    if name == "month_after":
        day = base.end + timedelta(days=1)
        return month_of(day.year, day.month, at)
    if name == "month_before":
        day = base.start - timedelta(days=1)
        return month_of(day.year, day.month, at)
    if name == "later":
        many = _COUNT.get(group["n"]) or int(group["n"])
        sign = 1 if group["way"] in {"later", "after"} else -1
        if group["unit"].startswith("decade"):
            many *= 10
        if group["unit"].startswith("month"):
            return None
        return _years_off(base, sign * many, at)
    return None


def _running(
    at: tuple[int, int], before: list[When], after: list[When], published: date | None, text: str
) -> When | None:
    """A fiscal year to date: to a day named beside it, or to when the data were pulled."""
    base = next((w for w in [*after, *before] if w.grain in {"day", "part", "month"}), None)
    if base is not None:
        year = fiscal_year_of(base.end)
        return When(date(year - 1, 10, 1), base.end, "to_date", at, base.approximate)
    if published is not None:
        year = fiscal_year_of(published)
        return When(date(year - 1, 10, 1), published, "to_date", at, approximate=True)
    # "an early-June extract": the month and the days are known, the year is not
    for found in re.finditer(rf"(?P<part>early|mid|late)[- ]{_MONTH.format('m')}", text):
        part = _part(found["part"], 2001, _number(found["m"]), at)
        return When(date(2000, 10, 1), part.end, "to_date", at, True, anchor=part.start)
    return None


def _in_year_of(
    name: str, group: dict[str, str | None], at: tuple[int, int], before: list[When],
    after: list[When],
) -> When | None:  # fmt: skip
    """A month or day without a year: of the fiscal or calendar year named beside it."""
    month = _number(group["m"] or "")
    near = before[-1] if before else after[0]
    if near.grain in {"fiscal", "to_date", "quarter"}:
        year = fiscal_year_of(near.end) - (month >= 10)
    else:
        year = near.end.year
        if not before and after and month > near.end.month:
            year -= 1  # "between October and March 2014"
    if name == "bare_month":
        return month_of(year, month, at)
    if name == "part":
        return _part(group["part"] or "", year, month, at)
    try:
        day = date(year, month, int(group["d"] or 0))
    except ValueError:
        return None
    return When(day, day, "day", at)


def _relative_month(way: str, month: int, base: When, at: tuple[int, int]) -> When:
    if way in {"following", "next"}:
        year = base.end.year + (month <= base.end.month)
    else:
        year = base.start.year - (month >= base.start.month)
    return month_of(year, month, at)


def _years_off(base: When, years: int, at: tuple[int, int]) -> When | None:
    if not _FIRST_YEAR < base.start.year + years <= base.end.year + years < _LAST_YEAR:
        return None
    start = _shift(base.start, years)
    end = _shift(base.end, years)
    if base.grain in {"to_date", "fiscal"}:
        return fiscal(fiscal_year_of(base.end) + years, at)
    if base.grain == "month":
        return month_of(start.year, start.month, at)
    return replace(base, start=start, end=end, at=at)


def _shift(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _joined(text: str, found: list[When]) -> Iterator[When]:
    """Ranges: two periods that "from … to …" or "between … and …" joins."""
    i = 0
    while i < len(found):
        here = found[i]
        if i + 1 < len(found):
            there = found[i + 1]
            gap = text[here.at[1] : there.at[0]]
            opened = _OPEN.search(text[: here.at[0]]) is not None
            through = re.fullmatch(r",? (?:through|until) (?:the )?", gap) is not None
            points = "fiscal" in {here.grain, there.grain} or "to_date" in {here.grain, there.grain}
            if here.start <= there.end and (
                (opened and _JOIN.fullmatch(gap) and not points) or (through and not points)
            ):
                yield When(here.start, there.end, "range", (here.at[0], there.at[1]),
                           there.approximate, ends=(here, there))  # fmt: skip
                i += 2
                continue
        yield here
        i += 1
