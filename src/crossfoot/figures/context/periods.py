"""When: dates and spans put together, relative ones resolved, and the period of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.lexicon import Lexicon
from crossfoot.figures.context.words import Openers, Words, openings, within
from crossfoot.figures.lexicon import WEEKDAYS
from crossfoot.model import Figure, Period
from crossfoot.packs import Pack

_TO = frozenset("to through thru until till - – — and".split())
_ENDS = frozenset(
    "ending ended ends end concluded concluding finished wrapped closed through up on".split()
)
_ENDING = frozenset("ending ended ends end concluded concluding finished wrapped closed".split())
_BEGINNING = frozenset("began begins beginning started starts starting start".split())
_ENDS_TOLD = _ENDING | _BEGINNING
_PRESENT = frozenset("begins starts beginning starting ends ending".split())
_OPENERS = frozenset("from between began started since beginning starting".split())
_RECORD = frozenset(
    "lowest highest most least fewest largest smallest biggest record first worst best "
    "deadliest busiest longest shortest".split()
)
_COMPARING = frozenset("compared versus than".split())
_HANDED = frozenset("released issued shared".split())
_NUMBERS = frozenset("data figures numbers statistics report records statement".split())
_DAYS = {"day": 1, "week": 7, "night": 1, "hour": 0}
_LENGTHS = {"weeklong": 7, "daylong": 1}
_SHIFTS = {
    "this": 0, "current": 0, "present": 0, "coming": 1, "next": 1, "upcoming": 1,
    "last": -1, "previous": -1, "past": -1, "prior": -1,
}  # fmt: skip
_BY_WORD = frozenset("a one last this next".split())
_UNITS = frozenset(
    "day night days week month year quarter period stretch date evening morning weekend span "
    "nights years months weeks".split()
)
_OF_YEAR = frozenset("fiscal calendar same full".split())  # "the same fiscal year"
_BESIDE = frozenset("previous following that".split())
_WEEKDAYS = frozenset(day[:3] for day in WEEKDAYS)
_NEXT = frozenset("next following".split())
_WHOLE = frozenset("full whole entire".split())
_TURNING = (
    _BEGINNING | _ENDS | frozenset("year before earlier to now that which , ran just".split())
)
# words without a date that may name a time, each with those that may follow it
WORDED: Openers = {
    **dict.fromkeys(WEEKDAYS, frozenset({"'s"})),
    **dict.fromkeys(_BY_WORD, frozenset({"year"})),
    **dict.fromkeys(("that", "same"), _UNITS | _OF_YEAR),
    **dict.fromkeys(("fiscal", "year", "week", "month"), _TURNING),
    "the": _NEXT | _WHOLE,
}
_FIRST_YEAR, _LAST_YEAR = 1000, 3000  # further off is a slip, or no date that a report means
_LONG = timedelta(days=300)
_SHORT = timedelta(days=62)  # as long as an operation may take
_EVENT = frozenset(
    "operation operations sweep sweeps raid raids surge crackdown campaign blitz effort roundup "
    "push initiative enforcement mission action drive it".split()
)


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A day that returns every so many years, told by a name."""

    month: int
    day: int
    every: int
    after: int  # the remainder of its years by `every`

    def last(self, anchor: date) -> date:
        """The last such day up to *anchor*."""
        year = anchor.year - (anchor.year - self.after) % self.every
        day = date(year, self.month, self.day)
        return day if day <= anchor else date(year - self.every, self.month, self.day)


@lru_cache(maxsize=8)
def named_dates(pack: Pack) -> Lexicon[NamedDate]:
    """The days that *pack* knows by a name."""
    return Lexicon(
        (phrase, NamedDate(row["month"], row["day"], row["every"], row["after"]))
        for row in pack.measures.get("named_dates", ())
        for phrase in row["phrases"]
    )


@lru_cache(maxsize=8)
def named_spans(pack: Pack) -> Lexicon[NamedDate]:
    """What *pack* knows to begin on such a day: "the administration's first 50 days"."""
    return Lexicon(
        (phrase, NamedDate(row["month"], row["day"], row["every"], row["after"]))
        for row in pack.measures.get("named_dates", ())
        for phrase in row.get("spans", ())
    )


class When(NamedTuple):
    """A period and how it was named.

    `said` marks the day on which somebody spoke or published; `bygone` one named only to compare
    or to date a record.
    """

    period: Period
    said: bool = False
    bygone: bool = False
    event: bool = False
    later: Period | None = None  # of "from fiscal 2019 to fiscal 2020", where that is a change
    relative: bool = False  # named by its distance from another: "two weeks ago"
    each: bool = False  # "the same days": one after the other


def shift_years(day: date | None, years: int) -> date | None:
    """The same day *years* on; the 29th of February falls back to the 28th."""
    if day is None or not _FIRST_YEAR <= day.year + years <= _LAST_YEAR:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _shift_days(day: date, days: int) -> date | None:
    """The day *days* on, where a calendar has it."""
    try:
        there = day + timedelta(days=days)
    except OverflowError:
        return None
    return there if _FIRST_YEAR <= there.year <= _LAST_YEAR else None


def _shifted(period: Period, years: int) -> Period:
    return Period(shift_years(period.start, years), shift_years(period.end, years), period.text)


def _up_to(first: Period, last: Period) -> Period:
    """*first* in a year that lets it come before *last*: "between January and September 2025"."""
    if first.start is None or last.end is None or first.start <= last.end:
        return first
    return _shifted(first, last.end.year - first.start.year)


def fiscal_start(day: date, month: int) -> date:
    """The first day of the fiscal year that *day* lies in, when years start in *month*."""
    return date(day.year if day.month >= month else day.year - 1, month, 1)


@dataclass(slots=True)
class PeriodReader:
    """Reads the periods of sentences in order; keeps the last one for "that day"."""

    words: Words
    figures: Sequence[Figure]
    text: str
    anchor: date | None
    said: frozenset[str]  # verbs of saying and publishing
    named: Lexicon[NamedDate]  # days that the field knows by a name: "took office"
    spans: Lexicon[NamedDate]  # what begins on such a day
    fiscal_month: int = 10
    last: Period | None = None
    named_last: Period | None = None  # the same, or only to compare with
    last_said: Period | None = None
    topic: Period | None = None  # the last one that was not named by its distance from another
    long: list[Period] = field(default_factory=list)  # years and the like, as named
    weekdays: dict[str, Period] = field(default_factory=dict)  # "Sunday" as first dated
    begun: date | None = None  # when the event reported began
    event: Period | None = None
    event_length: int | None = None
    timely: list[int] = field(init=False)  # the words that may name a time

    def __post_init__(self) -> None:
        """Sort out the words that may name a time: dates, lengths, and such as "that day"."""
        lower, opening = self.words.lower, self.words.opening
        named = openings(lower, self.named.openers, opening)
        worded = openings(lower, WORDED, opening)
        numbered = zip(self.words.at, self.figures, strict=True)
        timed = [at for at, figure in numbered if figure.kind in ("date", "duration")]
        self.timely = sorted({*named, *worded, *timed})

    def read(self, begin: int, end: int) -> list[Mention[When]]:
        """The periods that words *begin* to *end* name, in order."""
        out: list[Mention[When]] = []
        self.last = self.topic or self.last  # "1,279 the year before. That year" is the later one
        lower, named, done = self.words.lower, self.named.firsts, begin
        for position in within(self.timely, begin, end):
            if position < done:
                continue
            if lower[position] in named:
                out += self._by_name(position, begin)
                continue
            found = self._at(position, begin, end, out)
            if found is not None:
                out.append(found)
                done = found.end
                self._remember(found.meaning)
        return out

    def _by_name(self, position: int, begin: int) -> list[Mention[When]]:
        """``since the president took office``."""
        hit = self.named.at(self.words.lower, position)
        opened = "since" in self.words.lower[max(begin, position - 7) : position]
        if hit is None or not opened or self.anchor is None:
            return []
        day = hit.meaning.last(self.anchor)
        then = self.words.lower[hit.end : hit.end + 2] == [",", "when"]
        found = self._mention(position, hit.end, Period(day, day if then else None), relative=then)
        self._remember(found.meaning)
        return [found]

    def _remember(self, when: When) -> None:
        period = when.period
        if not when.said and not when.relative:
            self.named_last = period
        if when.said:
            self.last_said = period
        elif not when.bygone:
            self.last = period
            self.topic = self.topic if when.relative else period
            if is_long(period):
                self.long.append(period)

    def _figure(self, position: int) -> Figure | None:
        number = self.words.figure[position]
        return self.figures[number] if number >= 0 else None

    def _date(self, position: int, end: int) -> Period | None:
        """The period of a date at *position*, where it is known."""
        figure = self._figure(position) if position < end else None
        if figure is None or figure.kind != "date" or figure.period is None:
            return None
        period = figure.period
        if period.start is None and period.end is None:
            return None
        if self.words.lower[position - 1] in _BESIDE and position > 0 and len(_parts(figure)) == 1:
            period = self._by_neighbour(position, period)
        if figure.text[:3].lower() not in _WEEKDAYS:
            return period
        day, *more = _parts(figure)
        if day in WEEKDAYS and any(word.isdigit() for word in more):
            self.weekdays[day] = period  # "Sunday, Jan. 26, 2025": a later Sunday than before
            return period
        if day in WEEKDAYS:
            return self.weekdays.setdefault(day, period) if more else self.weekdays.get(day, period)
        return period

    def _by_neighbour(self, position: int, period: Period) -> Period:
        """``the previous October``, ``the following May``: a month counted from the last date."""
        word, last = self.words.lower[position - 1], self.last
        if last is None or period.start is None:
            return period
        base = last.start or last.end
        if base is None or period.end is None:
            return period
        years = base.year - period.start.year
        moved = _shifted(period, years)
        if word == "that":
            return moved
        if word == "previous":
            return moved if moved.start and moved.start < base else _shifted(period, years - 1)
        return moved if moved.start and moved.start > base else _shifted(period, years + 1)

    def _at(
        self, position: int, begin: int, end: int, out: list[Mention[When]]
    ) -> Mention[When] | None:
        figure = self._figure(position)
        if figure is None:
            return self._worded(position, begin, end)
        if figure.kind == "duration":
            return self._from_duration(position, figure, begin, end)
        plain = figure.kind == "date" and figure.text.lower().endswith("fiscal year")
        if plain and (found := self._turning(position, begin, end)) is not None:
            return found
        period = self._date(position, end)
        if period is not None:
            return self._dated(position, period, begin, end, out)
        return self._fiscal(position) if plain else None

    def _worded(self, position: int, begin: int, end: int) -> Mention[When] | None:
        """A time told without a date: ``that day``, ``the year before``, ``Sunday's``."""
        lower = self.words.lower
        word, following = lower[position], lower[position + 1]
        if word in WEEKDAYS and following == "'s" and word in self.weekdays:
            return self._mention(position, position + 1, self.weekdays[word])
        if word in _BY_WORD and following == "year":
            return self._by_word(position)
        if word == "the":
            return self._next_day(position) if following in _NEXT else self._whole(position)
        if word in ("that", "same"):
            return self._back(position)
        if word in ("fiscal", "year", "week", "month") and lower[position - 1] not in ("a", "per"):
            return self._turning(position, begin, end)
        return None

    def _dated(
        self, position: int, period: Period, begin: int, end: int, out: list[Mention[When]]
    ) -> Mention[When]:
        """A date, or what the words about it make of it."""
        previous = self.words.lower[position - 1] if position > begin else ""
        return (
            self._span(position, previous, period, end)
            or self._opened(position, previous, period, begin)
            or self._closed(position, previous, period, begin, out)
            or self._single(position, previous, period, begin, end)
        )

    def _span(self, position: int, previous: str, period: Period, end: int) -> Mention[When] | None:
        """``from Jan. 20, 2017, to … Sept. 30``, ``fiscal 2026 through Jan. 25``."""
        lower = self.words.lower
        if previous in _OPENERS and (close := self._closing(position, end)) is not None:
            last, until = close
            span = Period(_up_to(period, until).start, until.end)
            return self._mention(position, last + 1, span, event=True, later=until)
        joint = lower[position + 1]
        other = self._date(position + 2, end) if joint in ("through", "thru", "of") else None
        if other is None:
            return None
        if joint != "of":
            return self._mention(position, position + 3, Period(period.start, other.end))
        if is_long(other) and other.start and period.start:
            moved = _shifted(period, other.start.year - period.start.year)
            return self._mention(position, position + 3, moved)  # "March of last year"
        return None

    def _opened(
        self, position: int, previous: str, period: Period, begin: int
    ) -> Mention[When] | None:
        """``since Jan. 20``, ``so far in fiscal 2026``: the end is open."""
        lower = self.words.lower
        if previous == "since" and (
            self._record_before(position - 1, begin) or self._in_aside(position, begin)
        ):
            if lower[position + 1 : position + 3] == [",", "when"]:
                return self._mention(position, position + 1, self._likewise(period), relative=True)
            return self._mention(position, position + 1, period, bygone=True)
        near = lower[max(0, position - 3) : position]
        so_far = "far" in near and ["so", "far"] in (near[:2], near[1:])
        if previous == "since" or so_far or self._since_clause(position, begin):
            return self._mention(position, position + 1, Period(period.start, None))
        return None

    def _likewise(self, period: Period) -> Period:
        """A bare year beside a fiscal one is fiscal: "the most since 2014, when"."""
        last = self.last
        fiscal = last is not None and is_long(last) and last.start is not None
        if not fiscal or not is_long(period) or period.start is None or period.end is None:
            return period
        if last is None or last.start is None or last.start.month != self.fiscal_month:
            return period
        start = fiscal_start(period.start, self.fiscal_month)
        return Period(start, (shift_years(start, 1) or start) - timedelta(days=1), period.text)

    def _closed(
        self, position: int, previous: str, period: Period, begin: int, out: list[Mention[When]]
    ) -> Mention[When] | None:
        """``through June 10``, ``by Friday``, ``a four-day sweep ending Sunday``: the end of it."""
        if period.end is None:
            return None
        if previous in ("through", "until") and out and out[-1].meaning.period.end is None:
            opened = out[-1]
            span = Period(opened.meaning.period.start, period.end, opened.meaning.period.text)
            out[-1] = Mention(opened.start, opened.end, opened.meaning._replace(period=span))
            self._remember(out[-1].meaning)
            return self._mention(position, position + 1, period, bygone=True)
        begun = self.begun if previous in ("by", "through") else None
        if begun is not None and begun <= period.end:
            return self._mention(position, position + 1, Period(begun, period.end))
        if _ENDING.isdisjoint(self.words.lower[max(begin, position - 9) : position]):
            return None
        length = self._length_before(position, begin)
        first = self._first_of(length, period.end) if length else None
        if first is None and (days := self._worded_length(position, begin)):
            first = period.end - timedelta(days=days - 1)
        if first is None:
            return None
        return self._mention(position, position + 1, Period(first, period.end), event=True)

    def _single(
        self, position: int, previous: str, period: Period, begin: int, end: int
    ) -> Mention[When]:
        if previous in _BEGINNING and period.start is not None:
            self.begun = period.start
        bygone = previous in ("since", "in") and self._record_before(position, begin)
        bygone = bygone or self._is_compared(position, begin)
        said = self._is_said(position, begin, end)
        return self._mention(position, position + 1, period, said=said, bygone=bygone)

    def _since_clause(self, position: int, begin: int) -> bool:
        """``Since the mayor took over on Aug. 11``."""
        first = max(begin, position - 12)
        if "since" not in self.words.lower[first : position - 1]:
            return False
        for back in range(position - 2, first - 1, -1):
            word = self.words.lower[back]
            if word == "since":
                return back == begin or not self._record_before(back, begin)
            if word in (",", ";", "that") or self.words.figure[back] >= 0:
                return False
        return False

    def _in_aside(self, position: int, begin: int) -> bool:
        """Whether the date is told of somebody: ``who had lived here since 1998``."""
        window = self.words.lower[max(begin, position - 10) : position]
        return not {"who", "whose"}.isdisjoint(window)

    def _is_compared(self, position: int, begin: int) -> bool:
        """Whether the date only gives the base: ``compared to annual data for 2016``."""
        first = max(begin, position - 8)
        if _COMPARING.isdisjoint(self.words.lower[first:position]):
            return False
        for back in range(position - 1, first - 1, -1):
            if self.words.figure[back] >= 0:
                return False
            if self.words.lower[back] in _COMPARING:
                return True
        return False

    def _by_word(self, position: int) -> Mention[When] | None:
        """``a year earlier``, ``last year's``: told by a word that is no date by itself."""
        lower = self.words.lower
        word, following = lower[position], lower[position + 2]
        if word in ("a", "one"):
            if following not in ("earlier", "before", "ago") or lower[position + 1] != "year":
                return None
            period = self._years_back("before" if self.last else following, -1)
        elif following == "'s" and lower[position + 1] == "year":
            period = self._year_by({"last": -1, "this": 0, "next": 1}[word])
        else:
            return None
        if period is None:
            return None
        return self._mention(position, position + 3, period, relative=True)

    def _year_by(self, shift: int) -> Period | None:
        """The year before or after the one spoken of, or else the calendar's."""
        if self.long and shift:
            base = self.long[-1]
            return Period(shift_years(base.start, shift), shift_years(base.end, shift))
        if self.anchor is None:
            return None
        year = self.anchor.year + shift
        return Period(date(year, 1, 1), date(year, 12, 31))

    def _fiscal(self, position: int) -> Mention[When] | None:
        """``the coming fiscal year``, ``this fiscal year``: counted from publication."""
        shift = _SHIFTS.get(self.words.lower[position - 1])
        if shift is None or self.anchor is None:
            return None
        start = shift_years(fiscal_start(self.anchor, self.fiscal_month), shift)
        after = shift_years(start, 1)
        if start is None or after is None:
            return None
        return self._mention(position - 1, position + 1, Period(start, after - timedelta(days=1)))

    def _next_day(self, position: int) -> Mention[When] | None:
        base = self.last_said or self.last
        if self.words.lower[position + 2] != "day" or base is None or base.end is None:
            return None
        day = base.end + timedelta(days=1)
        return self._mention(position, position + 3, Period(day, day), said=True)

    def _whole(self, position: int) -> Mention[When] | None:
        """``over the full year``: the long span that holds the one named last."""
        if self.words.lower[position + 2] not in ("year", "fiscal", "period") or not self.long:
            return None
        last = self.last
        for period in reversed(self.long):
            if last and _within(last, period) and last != period:
                return self._mention(position, position + 3, period)
        return self._mention(position, position + 3, self.long[0])

    def _mention(
        self,
        start: int,
        stop: int,
        period: Period,
        *,
        said: bool = False,
        bygone: bool = False,
        event: bool = False,
        later: Period | None = None,
        relative: bool = False,
        each: bool = False,
    ) -> Mention[When]:
        text = " ".join(self.text[self.words.start[start] : self.words.stop[stop - 1]].split())
        named = period if period.text == text else Period(period.start, period.end, text)
        return Mention(start, stop, When(named, said, bygone, event, later, relative, each))

    def _closing(self, position: int, end: int) -> tuple[int, Period] | None:
        """The date that closes a span opened at *position*, with no figure between."""
        lower, joined = self.words.lower, False
        for ahead in range(position + 1, min(end, position + 14)):
            period = self._date(ahead, end)
            if period is not None:
                return (ahead, period) if joined else None
            figure = self._figure(ahead)
            if figure is not None and figure.kind != "date":
                return None
            turning = self._turning(ahead, ahead, end) if figure is not None else None
            if turning is not None and joined:
                return turning.end - 1, turning.meaning.period
            joined = joined or lower[ahead] in _TO or lower[ahead] in _ENDING
        return None

    def _length_before(self, position: int, begin: int) -> Figure | None:
        """The length of ``a four-day period ending`` right before the date at *position*."""
        lower, ended = self.words.lower, False
        for back in range(position - 1, max(begin, position - 9) - 1, -1):
            if lower[back] in _ENDING:
                ended = True
            figure = self._figure(back)
            if figure is not None:
                return figure if ended and figure.kind == "duration" else None
            if lower[back] in (",", ";") and not ended:
                return None
        return None

    def _worded_length(self, position: int, begin: int) -> int | None:
        """The days of ``a weeklong surge that ended`` before the date at *position*."""
        lower = self.words.lower
        window = lower[max(begin, position - 9) : position]
        joined = " ".join(window).replace(" - ", "")
        return next((days for word, days in _LENGTHS.items() if word in joined), None)

    def _first_of(self, length: Figure, last: date) -> date | None:
        """The first day of a stretch of that *length* that ends on *last*."""
        days = self._days(length)
        if days:
            return _shift_days(last, 1 - days)
        if length.value == 12 and "month" in (length.unit or length.text):
            return shift_years(last + timedelta(days=1), -1)
        return None

    def _days(self, figure: Figure) -> int | None:
        """The length of a duration in days, where days or weeks count it."""
        if figure.kind != "duration" or figure.value is None:
            return None
        unit = (figure.unit or figure.text).lower()
        for name, days in _DAYS.items():
            if days and name in unit:
                return int(figure.value * days)
        return None

    def _record_before(self, position: int, begin: int) -> bool:
        window = self.words.lower[max(begin, position - 14) : position]
        near = not _RECORD.isdisjoint(window[-6:])
        return near or ("since" in window and not _RECORD.isdisjoint(window))

    def _is_said(self, position: int, begin: int, end: int) -> bool:
        """Whether the date tells when somebody spoke: ``announced Thursday``."""
        lower = self.words.lower
        for back in range(position - 1, max(begin, position - 7) - 1, -1):
            word = lower[back]
            if word in self.said:
                return True
            if word in (",", ";", "that", ")", "(", "by") or self.words.figure[back] >= 0:
                break
        if lower[position + 1] in ("statement", "news", "press", "release", "report", "letter"):
            return True
        first = position == begin or (position == begin + 1 and lower[begin] == "on")
        if first:
            ahead = lower[position + 1 : min(end, position + 8)]
            handed = not _HANDED.isdisjoint(ahead) and not _NUMBERS.isdisjoint(ahead)
            return handed or any(w in self.said for w in ahead[:5])
        return False

    def _from_duration(
        self, position: int, figure: Figure, begin: int, end: int
    ) -> Mention[When] | None:
        """``two weeks earlier``, ``30 days ago``, ``after four days``."""
        lower = self.words.lower
        days = self._days(figure)
        after = lower[position + 1]
        opening = self._opening(position, figure, end) if lower[position - 1] == "first" else None
        if opening is not None:
            return opening
        if lower[position - 1] == "after" and days and self.event and self.event.start:
            until = _shift_days(self.event.start, days - 1)
            return self._mention(position, position + 1, Period(self.event.start, until))
        if after in ("ago", "earlier", "before", "later", "prior"):
            base = self._now() if after == "ago" else self._then()
            year = "year" in (figure.unit or figure.text)
            if base is None or figure.value is None or (days is None and not year):
                return None
            sign = 1 if after == "later" else -1
            if self._is_compared(position, begin):
                return self._mention(position, position + 2, Period(base, base), bygone=True)
            if year:
                period = self._years_back(after, int(figure.value) * sign)
                return (
                    self._mention(position, position + 2, period, relative=True) if period else None
                )
            day = _shift_days(base, sign * (days or 0))
            return (
                self._mention(position, position + 2, Period(day, day), relative=True)
                if day
                else None
            )
        return None

    def _opening(self, position: int, figure: Figure, end: int) -> Mention[When] | None:
        """``the first ten weeks of the year``."""
        lower, ahead = self.words.lower, position + 2
        while lower[ahead] in ("the", "this"):
            ahead += 1
        year = self._date(ahead, end)
        start = year.start if year is not None and is_long(year) else None
        if start is None and lower[ahead] == "year" and self.anchor is not None:
            start = date(self.anchor.year, 1, 1)
        if start is None or lower[position + 1] != "of":
            start, ahead = self._span_start(position, end), position
        if start is None or figure.value is None:
            return None
        days = self._days(figure)
        last = _shift_days(start, days - 1) if days else None
        if last is None and "month" in (figure.unit or figure.text):
            year_after, month = divmod(start.month - 1 + int(figure.value), 12)
            after = shift_years(date(start.year, month + 1, 1), year_after)
            last = after - timedelta(days=1) if after else None
        return self._mention(position - 1, ahead + 1, Period(start, last)) if last else None

    def _span_start(self, position: int, end: int) -> date | None:
        """The day on which what is named beside the length began: ``his first week in office``."""
        lower = self.words.lower
        for near in range(max(0, position - 5), min(end, position + 7)):
            hit = self.spans.at(lower, near) if lower[near] in self.spans.firsts else None
            if hit is not None and self.anchor is not None:
                return hit.meaning.last(self.anchor)
        return None

    def _now(self) -> date | None:
        """The day that "ago" counts from: that of the statement reported, if it is fresh."""
        said = self.last_said.end if self.last_said else None
        if said and self.anchor and timedelta(0) <= self.anchor - said <= timedelta(days=3):
            return said
        return self.anchor

    def _then(self) -> date | None:
        """The day that "earlier" counts from."""
        if self.last is not None and self.last.end is not None:
            return self.last.end
        return self.last_said.end if self.last_said else None

    def _years_back(self, word: str, years: int) -> Period | None:
        if word == "ago" and self.anchor is not None:
            then = shift_years(date(self.anchor.year, 1, 1), years)
            return Period(then, then.replace(month=12, day=31)) if then else None
        if self.last is None:
            return None
        return _shifted(replace(self.last, text=""), years)

    def _back(self, position: int) -> Mention[When] | None:
        """``that day``, ``the same days``, ``that fiscal year``."""
        lower = self.words.lower
        ahead = position + 1
        while lower[ahead] in _OF_YEAR:
            ahead += 1
        if lower[ahead] not in _UNITS or (self.last is None and self.named_last is None):
            return None
        return self._back_to(position, ahead)

    def _back_to(self, position: int, unit: int) -> Mention[When] | None:
        lower = self.words.lower
        following = lower[unit + 1]
        if self.last is None and lower[position] == "that" and self.named_last is not None:
            return self._mention(position, unit + 1, self.named_last)
        if self.last is None:
            return None
        if following in ("before", "earlier") or lower[unit + 1 : unit + 3] == ["a", "year"]:
            period = self._years_back("before", -1)
            if period is None:
                return None
            return self._mention(position, unit + 1, period, relative=True)
        ahead = self._figure(unit + 1)
        if ahead is not None and ahead.kind == "duration" and "year" in ahead.text:
            period = self._years_back("before", -1)  # "the same period a year ago"
            return self._mention(position, unit + 2, period, relative=True) if period else None
        moved = self._moved(unit)
        if moved is not None:
            stop, period = moved
            return self._mention(position, stop, period, relative=True)
        if lower[position] == "that" and self.named_last is not None:
            return self._mention(position, unit + 1, self.named_last)
        each = lower[unit].endswith("s")
        return self._mention(position, unit + 1, self.last, each=each, relative=each)

    def _moved(self, unit: int) -> tuple[int, Period] | None:
        """``the same period of 2024``: the last period, in the year named."""
        ahead = unit + 1
        while self.words.lower[ahead] in ("of", "in", "during", "a"):
            ahead += 1
        year = self._date(ahead, ahead + 1)
        last = self.last
        if year is None or last is None or year.start is None or last.start is None:
            return None
        if not is_long(year):
            return None
        fiscal = year.start.month == self.fiscal_month and year.start.day == 1
        base = fiscal_start(last.start, self.fiscal_month) if fiscal else last.start
        return ahead + 1, _shifted(last, year.start.year - base.year)

    def _turning(self, position: int, begin: int, end: int) -> Mention[When] | None:
        """``the fiscal year that ended Sept. 30``, ``the year before``, ``the week ending``."""
        lower = self.words.lower
        fiscal = self._figure(position) is not None or lower[position] == "fiscal"
        ahead = position + 1
        if fiscal and lower[ahead] == "year":
            ahead += 1
        relative = self._turned(position, ahead, fiscal)
        return relative or self._turned_on(position, ahead, begin, end, fiscal)

    def _turned(self, position: int, ahead: int, fiscal: bool) -> Mention[When] | None:
        """``the year before``, ``the fiscal year to date``, ``the year now ending``."""
        lower = self.words.lower
        pair = lower[ahead : ahead + 2]
        if lower[ahead] in ("before", "earlier") and self.last is not None:
            period = self._years_back("before", -1)
            return self._mention(position, ahead + 1, period, relative=True) if period else None
        if fiscal and pair == ["to", "date"]:
            day = self.last.end if self.last is not None else self.anchor
            if day is not None:
                span = Period(fiscal_start(day, self.fiscal_month), day)
                return self._mention(position, ahead + 2, span)
        if pair == ["now", "ending"] and self.long:
            period = self._years_back("before", -1)
            return self._mention(position, ahead + 2, period) if period else None
        return None

    def _turned_on(
        self, position: int, ahead: int, begin: int, end: int, fiscal: bool
    ) -> Mention[When] | None:
        """``the fiscal year that ended Sept. 30``, ``… that begins Sunday``."""
        lower, verb = self.words.lower, ahead
        while lower[verb] in ("that", "which", "now", ",", "ran", "just"):
            verb += 1
        opens = lower[verb] in _BEGINNING
        if not opens and lower[verb] not in _ENDS and lower[verb] != "to":
            return None
        stop = verb + 1
        while lower[stop] in ("on", "in", "through", "to", ",", "last"):
            stop += 1
        named = self._date(stop, end)
        if named is None or named.start is None or named.end is None:
            return None
        ahead_of_us = lower[verb] in _PRESENT and self.anchor and named.end < self.anchor
        if ahead_of_us and named.start == named.end:  # "begins Sunday" looks ahead
            named = Period(named.start + timedelta(days=7), named.end + timedelta(days=7))
        period = self._year_of(named, position, opens, fiscal)
        if opens and "since" in lower[max(begin, position - 2) : position]:
            return self._mention(position, stop + 1, Period(period.start, None), relative=True)
        return self._mention(position, stop + 1, period)

    def _year_of(self, named: Period, position: int, opens: bool, fiscal: bool) -> Period:
        unit = self.words.lower[position]
        assert named.start is not None  # checked by the caller
        assert named.end is not None
        if unit == "week":
            return Period(named.end - timedelta(days=6), named.end)
        if opens:
            last = shift_years(named.start, 1)
            start = named.start
            if start.day > 25 or start.day < 6:  # a Sunday named for the 1st
                return Period(start, (last or start) - timedelta(days=1))
            return Period(start, None)
        if fiscal:
            return Period(fiscal_start(named.end, self.fiscal_month), named.end)
        return Period((shift_years(named.end, -1) or named.end) + timedelta(days=1), named.end)

    def may_tell_event(self, begin: int, end: int, *, top: bool) -> bool:
        """Whether the words may tell the ends of an event, or of which week a weekday is."""
        lower, said = self.words.lower, self.words.lower[begin:end]
        of_event = top or not _EVENT.isdisjoint(said)
        if not (_ENDS_TOLD if of_event else _BEGINNING).isdisjoint(said):
            return True
        for position in within(self.timely, begin, end):
            figure = self._figure(position)
            if figure is not None and figure.kind == "date":
                if of_event and lower[position - 1] in _OPENERS:
                    return True
                if figure.text[:3].lower() in _WEEKDAYS:
                    day, *more = _parts(figure)
                    if more and day in WEEKDAYS:
                        return True
        return False

    def find_event(
        self, begin: int, end: int, mentions: Sequence[Mention[When]], *, top: bool
    ) -> None:
        """Take in what the sentence tells of the length and ends of the event reported."""
        if self.event is not None:
            return
        lower = self.words.lower
        of_event = top or not _EVENT.isdisjoint(lower[begin:end])
        for mention in mentions:
            period = mention.meaning.period
            if of_event and mention.meaning.event and _is_short(period):
                self.event = period
                return
        for position in within(self.timely, begin, end):
            figure = self._figure(position)
            if figure is not None and figure.kind == "duration" and self.event_length is None:
                spanning = lower[position - 1] in ("over", "in", "a", "during", "for", "the")
                if spanning or "-" in figure.text:
                    self.event_length = self._days(figure)
        if self.event_length is None or _EVENT.isdisjoint(lower[begin:end]):
            return
        for mention in mentions:
            verb = set(lower[max(begin, mention.start - 3) : mention.start])
            day = mention.meaning.period.end
            if day is None or mention.meaning.said:
                continue
            length = self.event_length - 1
            if verb & _ENDING:
                self.event = Period(_shift_days(day, -length), day, mention.meaning.period.text)
            elif verb & _BEGINNING:
                self.event = Period(day, _shift_days(day, length), mention.meaning.period.text)


def _parts(figure: Figure) -> list[str]:
    """The words and numbers of a date."""
    return figure.text.lower().replace(",", " ").split()


def is_long(period: Period | None) -> bool:
    """Whether the period is a year or the like."""
    if period is None or period.start is None or period.end is None:
        return False
    return period.end - period.start > _LONG


def _is_short(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.end - period.start <= _SHORT


def _within(inner: Period, outer: Period) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end
