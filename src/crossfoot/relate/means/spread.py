"""Over how many days, weeks, months or years a total is spread."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Period, Role, Span
from crossfoot.relate.spans.windows import both_windows, published, window_of
from crossfoot.relate.wording.phrases import is_called_long, singular
from crossfoot.relate.wording.rows import family

_D = SIGNS["date"]
_DAYS = {"hour": Fraction(1, 24), "day": Fraction(1), "night": Fraction(1), "week": Fraction(7)}
LY = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year"}
_YEAR = lazy(
    r"\b(?:fiscal year|calendar year|the year|a year|in one year|full year|of the year"
    r"|(?:this|the) past year|last year)\b"
)
# "this calendar year up to April 6": a part of it
_SO_FAR = lazy(r",? (?:so far|to date|up to|through|until|as of)\b")
# "more than in all of last year": of that year another number is told
_HELD_AGAINST = lazy(
    r"\b(?:than|(?:up|down) from|against|versus|compared (?:with|to))\s(?:[a-z]+\s){0,4}$"
)
_YET = lazy(r"\b(?:so far|to date|year-to-date|already|as of|up to)\b")
# "the first half" of the year; "the start" of the year
_PART_OF = lazy(
    r"(?:\b(?:first|second|third|fourth|last|latter|final|opening|closing|this|one|a)\s"
    r"(?P<part>half|third|quarter)|\b(?:half|thirds?|quarters?|most|much|part|parts|rest|remainder"
    r"|start|beginning))\s(?:of\s|in\s|into\s)?$"
)
_PARTS = {
    "half": (2, range(181, 185)),
    "third": (3, range(120, 124)),
    "quarter": (4, range(90, 93)),
}
# "we had 400 that week"
_THAT = lazy(r"\b(?:that|this|in one) (?P<unit>week|month)\b")
# 322 "for the week"; a room costs less by the week
_THE_WEEK = lazy(r"\b(?:for|over|in) the (?:whole |entire |full )?week(?=[.;)]|$)")
# 130 "a year in its first three" is of these
_ENDS_THERE = lazy(r"(?: (?:an?|per|each|every) [a-z]+)?(?: on average)?(?=[.;,)]|$)")
_LENGTHS_LONG = {"day": (1,), "week": (7,), "month": (30, 31, 28), "year": (365, 366)}
# "in" two weeks, "over those" 269 days, "the" six-day sweep: not two weeks "ago"
_OVER = lazy(
    r"\b(?:in|over|during|for|within|across|throughout|course of|remaining|last|past|next|those"
    r"|these|the|its|their|an?|another|of|span|is|based on) (?:about |just |some |only )?$|^\W*$"
    rf"|{SIGNS['rank']} $"
)
_NOT_OVER = lazy(r" (?:ago|earlier|later|old|in (?:prison|jail)|of probation|sentence)")
# "from" March 1 "through" March 10; "since" Jan. 20 ... "through" March 20
_RANGE = lazy(
    rf"\b(?:from|between) (?:on )?(?P<start>{_D})(?:,? (?:to|through|until|and|-) |,? ?- ?)"
    rf"(?P<end>{_D})"
    rf"|\bsince (?P<start2>{_D})[^.;{_D}]{{0,70}}?\bthrough (?P<end2>{_D})"
)
# "since" Jan. 20: up to the day of publication
_SINCE = lazy(rf"\bsince (?P<start>{_D})")
_BEHIND_MEAN = 30  # characters between a mean and the length told after it
_BEHIND = 10  # days by which counts may lag behind the day of publication
_NEAR = 40  # characters before a year in which something is held against it
_DIGITS = 4  # of a year
_THIS = frozenset("last this that one the".split())


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the text tells how long, and the numbers of units that may be meant, best first."""

    where: Role | None
    lengths: Sequence[Fraction]
    loose: bool = False  # the end of the period is known to some days only
    carried: bool = False  # no word beside the total or the mean tells it

    @property
    def skips_days(self) -> bool:
        """Whether a day's rate may be of days of work: no number of days is told."""
        where = self.where
        if isinstance(where, Figure) and where.kind != "date":
            return where.kind == "duration" and singular((where.unit or "").lower()) != "day"
        return True


def spread_of(reading: Reading, total: Figure, mean: Figure, unit: str) -> Spread | None:
    """Over how many units the total is spread: a length beside it, its period, or a year."""
    skeleton = reading.sentences[total.sentence]
    for figure in skeleton.figures:  # "the six daily figures"
        after = skeleton.text[skeleton.sign_of(figure) + 1 :][:8].strip()
        if family(figure) == "count" and figure.value and LY.get(after.split(" ")[0]) == unit:
            return Spread(figure, [figure.value])
    homes = {s.start: s for s in (skeleton, reading.sentences[mean.sentence])}
    lengths = [found for home in homes.values() for found in _lengths(home, unit, mean)]
    if lengths:
        same = len({found.lengths[0] for found in lengths}) == 1
        return lengths[0] if same else None
    told = (f for f in skeleton.figures if f.kind == "duration" and f.end <= mean.start)
    if not all(map(is_called_long, told)):
        return None  # another length is told, in a unit that does not fit or of something else
    if span := _between(reading, skeleton, unit) or _between_years(skeleton, mean, unit):
        return span
    if unit not in _DAYS and unit not in ("month", "year"):  # "per 100,000": of no length of time
        return None
    if where := _year_named(reading, total, mean):
        if part := _PART_OF.search(reading.document.text, max(0, where.start - 30), where.start):
            units = _part_of_year(part["part"], unit)
            return Spread(where, units) if units else None
        period = total.period if total.period and _is_year(total.period) else None
        return Spread(where, _year(period, unit))
    named = _named_span(skeleton, unit, mean) or _called_long(skeleton, unit)
    if named := named or _the_week(skeleton, total, unit):
        return named
    period = total.period
    if period and period.start and period.end and _covers(skeleton, period):
        carried = not any(f.kind == "date" for home in homes.values() for f in home.figures)
        days = Fraction((period.end - period.start).days + 1)
        if unit in _DAYS:
            return None if days < 2 else Spread(None, [days / _DAYS[unit]], carried=carried)
        if _is_year(period) and not _YET.search(skeleton.text):
            return Spread(None, _year(period, unit), carried=carried)
    return None


def those_days(skeleton: Skeleton, mean: Figure, unit: str) -> Spread | None:
    """The one length that the sentence of a mean tells: "over those 269 days"."""
    found = [s for s in _lengths(skeleton, unit, mean) if s.where is not mean]
    return found[0] if len(found) == 1 else None


def _lengths(skeleton: Skeleton, unit: str, mean: Figure) -> list[Spread]:
    """The lengths of time over which the words of a sentence spread something.

    After the mean only one right behind it: "five a day over three weeks".
    """
    found = []
    for figure in skeleton.figures:
        if figure.kind != "duration" or not figure.value or not figure.range.is_exact:
            continue
        at = skeleton.sign_of(figure)
        if skeleton.start <= mean.start < figure.start:
            gap = skeleton.text[skeleton.sign_of(mean) + 1 : at]
            if len(gap) > _BEHIND_MEAN or "," in gap:
                continue
        over = _OVER.search(skeleton.text, max(0, at - 40), at)
        if not over or _NOT_OVER.match(skeleton.text, at + 1):
            continue
        if length := _convert(figure.value, singular((figure.unit or "").lower()), unit):
            found.append(Spread(figure, [length]))
    return found


def _between(reading: Reading, skeleton: Skeleton, unit: str) -> Spread | None:
    """Two days between which the total was counted, or one and the day of publication."""
    if unit not in _DAYS or _D not in skeleton.text:
        return None
    if match := _RANGE.search(skeleton.text):
        which = "" if match["start"] else "2"
        start, end = (skeleton.group(match, g + which) for g in ("start", "end"))
        windows = both_windows(start, end) if start and end else None
        days = [(w.last - w.first).days for w in windows] if windows else [1]
        if windows and not any(days):
            length = (windows[1].last - windows[0].first).days
            return Spread(start, [Fraction(n) / _DAYS[unit] for n in (length + 1, length)])
        return None
    match = _SINCE.search(skeleton.text)
    start = skeleton.group(match, "start") if match else None
    window, today = window_of(start) if start else None, published(reading)
    if not (start and window and today) or window.first != window.last or window.last >= today:
        return None
    length = (today - window.first).days
    lags = range(1, -min(_BEHIND, length // 4) - 1, -1)
    return Spread(start, [(length + lag) / _DAYS[unit] for lag in lags], loose=True)


def _between_years(skeleton: Skeleton, mean: Figure, unit: str) -> Spread | None:
    """The years from one to another, both counted or all but the last: "from 2018 to 2022"."""
    if unit not in ("year", "month") or sum(f.kind == "date" for f in skeleton.figures) != 2:
        return None
    match = _RANGE.search(skeleton.text)
    start, end = (skeleton.group(match, g) for g in ("start", "end")) if match else (None, None)
    here = skeleton.start <= mean.start < skeleton.end
    if not (here and start and end and end.end <= mean.start and _is_year_alone(start, end)):
        return None
    if not _ENDS_THERE.match(skeleton.text, skeleton.sign_of(mean) + 1):
        return None
    years = int(end.text) - int(start.text)
    per = Fraction(12 if unit == "month" else 1)
    return Spread(start, [(years + 1) * per, years * per]) if years > 1 else None


def _is_year_alone(*dates: Figure) -> bool:
    return all(len(f.text) == _DIGITS and f.text.isdigit() for f in dates)


def _the_week(skeleton: Skeleton, total: Figure, unit: str) -> Spread | None:
    """The week that a total behind its mean is said to be of: 46 a day, 322 "for the week"."""
    after = skeleton.sign_of(total) + 1
    match = _THE_WEEK.search(skeleton.text, after) if total.kind != "money" else None
    if match is None or unit not in _DAYS:
        return None
    return Spread(skeleton.span(match), [7 / _DAYS[unit]])


def _called_long(skeleton: Skeleton, unit: str) -> Spread | None:
    """ "A monthlong sweep", "that week"."""
    figure = next(filter(is_called_long, skeleton.figures), None)
    if figure is not None and figure.unit:
        where, named = Span(figure.start, figure.end), figure.unit.removesuffix("s")
    elif match := _THAT.search(skeleton.text):
        where, named = skeleton.span(match), match["unit"]
    else:
        return None
    if unit in _DAYS:
        return Spread(where, [n / _DAYS[unit] for n in _LENGTHS_LONG[named]])
    length = _convert(Fraction(1), named, unit)
    return Spread(where, [length]) if length else None


def _covers(skeleton: Skeleton, period: Period) -> bool:
    """Whether *period* is all that the sentence says of time; two months are not the first."""
    dates = [f for f in skeleton.figures if f.kind == "date"]
    return bool(period.text) and all(" ".join(f.text.split()) in period.text for f in dates)


def _year_named(reading: Reading, total: Figure, mean: Figure) -> Span | None:
    """Where the sentence of the total or of the mean speaks of a whole year."""
    for index in sorted({total.sentence, mean.sentence}):
        sentence = reading.document.sentences[index]
        body = reading.text[sentence.start : sentence.end]
        for match in _YEAR.finditer(body):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if _SO_FAR.match(body, match.end()):
                return None
            if _HELD_AGAINST.search(body, max(0, match.start() - _NEAR), match.start()):
                continue
            if not mean.start <= span.start <= mean.end + 2:  # "$3 million a year" is the mean
                return span
    return None


def _part_of_year(part: str | None, unit: str) -> list[Fraction]:
    """How many units a half, third or quarter of a year may have; none of another part."""
    if part is None or unit == "year":
        return []
    share, days = _PARTS[part]
    if unit == "month":
        return [Fraction(12, share)]
    weeks = [Fraction(52, share)] if unit == "week" else []
    return [*weeks, *(d / _DAYS[unit] for d in days)]


def _named_span(skeleton: Skeleton, unit: str, mean: Figure) -> Spread | None:
    """The month, the months in a row, or the week that the total's sentence names, in *unit*.

    Before the mean, where one is: behind it others are held against it, "up from 90 in May".
    """
    dates = [f for f in skeleton.figures if f.kind == "date"]
    dates = [f for f in dates if f.end <= mean.start] or dates
    if not dates or unit not in _DAYS:
        return None
    words = [f.text.lower().replace(".", "").replace(",", "").split() for f in dates]
    if len(dates) == 1 and words[0][-1] == "week" and words[0][0] in _THIS:
        return Spread(dates[0], [7 / _DAYS[unit]])
    months = [MONTHS[w[0]] for w in words if w[0] in MONTHS and _is_month(w)]
    between = skeleton.text[skeleton.sign_of(dates[0]) + 1 : skeleton.sign_of(dates[-1])]
    if len(months) != len(dates) or len(dates) > 2 or months != sorted(months):
        return None
    if len(dates) == 2 and between.strip() not in ("and", "to", "through", "-"):
        return None
    named = range(months[0], months[-1] + 1)
    if between.strip() == "and" and len(named) > 2:
        return None
    years = [int(words[-1][1])] if len(words[-1]) == 2 else [2023, 2024]
    lengths = dict.fromkeys(sum(monthrange(y, m)[1] for m in named) for y in years)
    return Spread(dates[0], [Fraction(d) / _DAYS[unit] for d in lengths])


def _is_month(words: list[str]) -> bool:
    """A month alone or with its year: "January", "January 2024"."""
    return len(words) == 1 or (len(words) == 2 and len(words[1]) == 4 and words[1].isdigit())


def _convert(value: Fraction, named: str, unit: str) -> Fraction | None:
    """A length in *named* units, in *unit*; None where that is no fixed number."""
    if named == unit:
        return value
    if named in _DAYS and unit in _DAYS:
        return value * _DAYS[named] / _DAYS[unit]
    if named == "year" and unit == "month":
        return value * 12
    return None


def _is_year(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days + 1 in (365, 366)


def _year(period: Period | None, unit: str) -> list[Fraction]:
    """How many units a year has; both lengths of a year that is not known."""
    if unit == "month":
        return [Fraction(12)]
    if unit == "year":
        return [Fraction(1)]
    days = [Fraction(365), Fraction(366)]
    if period and period.start and period.end:
        length = (period.end - period.start).days + 1
        days.sort(key=lambda d: d != length)
    weeks = [Fraction(52)] if unit == "week" else []  # as people reckon
    return [*(d / _DAYS[unit] for d in days), *weeks]
