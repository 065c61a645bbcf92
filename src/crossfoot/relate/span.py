"""Spans: two dates and the length of time said to lie between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import MONTHS
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, plain
from crossfoot.model import Figure, Relation, Role
from crossfoot.relate._wording import relation

_D, _L, _A = SIGNS["date"], SIGNS["duration"], SIGNS["age"]
_HEDGE = (
    r"(?:(?:about|nearly|almost|roughly|some|more than|over|just|only|less than|exactly|around"
    r"|approximately|just over|just under|a little over|a little more than|well over|barely) )*"
)
# "a year" that is no figure
_ONE = r"(?<![a-z] half )\ba (?:year|month|week|day)"
# "through" Oct. 9, ", and ran until" Oct. 9, "- " Oct. 9
_JOINT = (
    r"(?:,? ?-+ ?|,? (?:and )?(?:it )?(?:[a-z]+ )?(?:to|through|thru|until|till|ended|ending"
    r"|concluded|concluding|finished|wrapped up) (?:on |in |by |with |early |late )?"
    r"|,? and (?:on |in )?)"
)
_BEGINS = (
    r"(?:\b(?:from|between|beg[au]n|beginning|starting|started|opened|launched|spanning|covering"
    r"|that ran|which ran|lasted|dated|of)|,|\() ?(?:on |in |from )?"
)
_EVENT = (
    r"(?:operation|sweep|raids?|surge|effort|campaign|crackdown|investigation|period|initiative"
    r"|action|deployment|mission|roundup|exercise|stretch|span|blitz|detail|saturation|enforcement"
    r"|strike|scheme|conspiracy|spree|plot|siege|festival|conference|program)"
)

# "Six months later, on" Nov. 5
_LATER = lazy(
    rf"(?P<length>{_L}|{_ONE}) (?:later|afterwards?|after that|thereafter),? (?:and )?"
    rf"(?:(?:(?!(?:of|for|from|with|to|on|in|at)\b)[a-z']+ ){{1,5}}(?=on |in ))?"
    rf"(?:on |in |by |around |about |early on |late on )?(?P<end>{_D})"
)
# "in" 2016, four years "later,"
_THEN_LATER = lazy(rf"(?P<end>{_D}),? {_HEDGE}(?P<length>{_L}) later\b")
# "two days earlier, on" May 3
_EARLIER = lazy(
    rf"(?P<length>{_L}|{_ONE}) (?:earlier|before|previously),? (?:on |in )?(?P<start>{_D})"
)
# May 7", three days after the robbery on" May 4; "three days after" May 4", on" May 7
_AFTER = lazy(
    rf"(?P<end>{_D}),? -*\(?{_HEDGE}(?P<length>{_L}) (?P<way>after|before|prior to|following) "
    rf"(?:[^,;{_D}{_L}]{{0,60}} )??(?:on |in )?(?P<other>{_D})"
    rf"|(?P<length2>{_L}) (?P<way2>after|before|prior to|following) (?:[^,;{_D}{_L}]{{0,40}} )??"
    rf"(?:on |in )?(?P<other2>{_D}),?(?: [a-z]+){{0,3}}, (?:on |in )(?P<end2>{_D})"
)
# "Nearly 30 years after the" 1988 "killing, DNA linked him to it in" 2017
_FRONTED = lazy(
    rf"^\W*{_HEDGE}(?P<length>{_L}) after (?:[^,;{_D}{_L}]{{0,40}} )??(?:on |in )?(?P<start>{_D}),?"
    rf"(?: [a-z]+){{0,3}}, [^,;{_D}{_L}]{{0,60}} (?:on|in) (?P<end>{_D})"
)
# words that may lead from a length to its dates: three-day "search that", 14 years", "
_TO_DATES = (
    r"(?: (?!(?:for|in|to|of|prison|jail|probation|parole|supervised|old|ago|later|after|before"
    r"|earlier|sentences?|term|behind|custody|suspended)\b)[a-z'-]+){0,6}?,? ?"
)
# "three-day search that began" Oct. 7 ", and lasted through" Oct. 9
_LENGTH_FIRST = lazy(rf"(?P<length>{_L}){_TO_DATES}{_BEGINS}(?P<start>{_D}){_JOINT}(?P<end>{_D})")
# "from" 2003 "to" 2008", the six years"; "between" May 3 "and" May 9 "(six days"
_DATES_FIRST = lazy(
    rf"\b(?:from|between) (?P<start>{_D}){_JOINT}(?P<end>{_D}),? ?\(?(?:a |an |the |or )?"
    rf"(?:(?:span|period|stretch|total|course) of )?{_HEDGE}(?P<length>{_L})"
    r"(?! (?:later|earlier|ago|before|in (?:prison|jail)|of probation|old))"
)
# a four-day "search from" May 14-17, told by one figure
_LENGTH_OVER = lazy(rf"(?P<length>{_L}){_TO_DATES}{_BEGINS}(?P<both>{_D})")
# "finished a" nine-day "drill" Friday "that began" June 6
_ENDED_BEGAN = lazy(
    rf"\b(?:finished|ended|completed|concluded|wrapped up|closed) (?:an? |the |its |their )?"
    rf"(?P<length>{_L}) (?:[a-z-]+ ){{1,4}}(?:on )?(?P<end>{_D}),? (?:that|which) "
    rf"(?:began|started|opened) (?:on )?(?P<start>{_D})"
)
# "took effect on" Jan. 1, 2018 "and runs for" 18 months", through" June 30, 2019
_FOR_THROUGH = lazy(
    rf"(?P<start>{_D})[^;{_D}{_L}]{{0,50}}? for {_HEDGE}(?P<length>{_L}),? "
    rf"(?:through|until|to|ending(?: on)?) (?P<end>{_D})"
)
# a term of punishment, no span: "sentenced to" five years
_PUNISHED = lazy(
    r"\b(?:sentenced? (?:of|to)|faces?|facing|up to|maximum (?:of )?|term of|minimum of)"
    r"(?: [a-z]+){0,3} $"
    r"|\b(?:trial|hearing|testimony|deliberat[a-z]+)\b[^.;]*$"  # counted in days of court
)
# the 16th "consecutive dry year ("1990 "through" 2005
_CONSECUTIVE = lazy(
    rf"(?P<length>[{SIGNS['rank']}{SIGNS['count']}{_L}]) (?:consecutive|straight|successive)"
    rf"(?: [a-z.'-]+){{0,6}}? \((?:from )?(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# 15 years "ago, in" 2003; "in" 2003", nearly" 15 years "ago"
_AGO = lazy(
    rf"(?P<length>{_L}) ago,? (?:on |in |back in |\()?(?P<start>{_D})"
    rf"|\b(?:in|on|since) (?P<start2>{_D}),? ?\(?{_HEDGE}(?P<length2>{_L}) ago\b"
)
# "for" 12 years", since" 2006
_SINCE = lazy(rf"\bfor (?:the (?:past|last) )?{_HEDGE}(?P<length>{_L}),? since (?P<start>{_D})")
# "in" six days; "four-day" sweep
_OF_EVENT = lazy(
    rf"\b(?:in|over|during|lasted|lasting|took|after) (?:the )?(?:course of )?{_HEDGE}"
    rf"(?P<length>{_L})(?=[,.;)]|$| (?:of|by|in) )"
    rf"|(?P<length2>{_L})[ -](?:long )?(?:[a-z-]+ ){{0,2}}{_EVENT}\b"
    rf"|\b(?:those|these|that) (?P<length3>{_L})"
)
_EVENT_NAMED = lazy(rf"\b{_EVENT}\b")
# "the operation ran from" Aug. 6 "through" Aug. 11
_EVENT_RAN = lazy(
    rf"\b(?:{_EVENT}|it)\b[^;{_D}]{{0,60}}?\b(?:ran|lasted|took place|was conducted|were conducted"
    rf"|was carried out|was held|occurred|began|started|spanned|launched)\b[^;{_D}]{{0,30}}?"
    rf"(?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# "The operation, which began" Oct. 31; "that ended Thursday," March 14
_EVENT_BEGAN = lazy(
    rf"\b(?:{_EVENT}|it)\b[^;{_D}]{{0,40}}?\b(?:began|started|was launched|launched|kicked off"
    rf"|commenced|opened) (?:on )?(?P<start>{_D})"
)
_EVENT_ENDED = lazy(
    rf"\b(?:{_EVENT}|it)\b[^;{_D}]{{0,60}}?\b(?:ended|concluded|wrapped up|finished|was completed"
    rf"|culminated|came to an end) (?:on )?(?P<end>{_D})"
)
# "arrested 219 people between" Feb. 10 "and" Feb. 23
_ARRESTS_RAN = lazy(
    rf"\b(?:arrest(?:s|ed|ing)?|apprehend(?:ed|ing)|detained|captured|conducted|carried out)\b"
    rf"[^;{_D}]{{0,80}}?\b(?:from|between) (?P<start>{_D}){_JOINT}(?P<end>{_D})"
)
# "in" 1989", Marsh, then" 25
_THEN_AGED = lazy(
    rf"\b(?:in|on) (?P<start>{_D}),? (?P<name>[a-z'-]+)(?: [a-z'.-]+){{0,2}}, (?:who was )?then"
    rf"(?: aged| age)? (?P<age>[{_A}{SIGNS['count']}])"
)
# 38", who was born on" Jan. 9, 1981
_BORN = lazy(
    rf"(?P<age>[{_A}{SIGNS['count']}]),? (?:(?:who|and) )?(?:was )?born (?:on |in )?(?P<start>{_D})"
)
# a "death 44 years ago" of a headline
_LONG_AGO = lazy(rf"(?P<length>{_L}) ago\b")
# "the deadliest flood in" 90 years; "the deadliest flood since" 1928
_SUPERLATIVE = r"\b(?P<most>(?:[a-z]{3,}est|most|worst) [a-z-]+)\b"
_MOST_IN = lazy(rf"{_SUPERLATIVE}[^;.{_D}{_L}]{{0,50}}? in {_HEDGE}(?P<length>{_L})")
_MOST_SINCE = lazy(rf"{_SUPERLATIVE}[^;.{_D}{_L}]{{0,60}}? since (?:the )?(?P<start>{_D})")
_TOPIC = lazy(r"[a-z]{5,}")
_NEEDS = lazy(
    rf"[{_L}{_A}]|consecutive|straight|successive"
    r"|\bborn\b|, (?:who was )?then |\ba (?:year|month|week|day) "
)
_HEAD = 200  # characters at the head of a text, where a dateline stands
_LAST = 12  # figures of a sentence that are looked at, the last ones
_BACK = 3  # sentences looked back over for the earlier date
_UNITS = frozenset({"days", "weeks", "months", "years"})


@dataclass(frozen=True, slots=True)
class Window:
    """The days a date may mean."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def relate(reading: Reading) -> Iterator[Relation]:
    """Every span of time that the wording asserts between dates."""
    taken: set[int] = set()  # where the lengths and dates stand that a relation has used
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if not _NEEDS.search(skeleton.text):
            continue
        for found in _in_sentence(reading, index, skeleton):
            length = found.roles["length"][0].start
            if length not in taken:
                taken |= {r.start for members in found.roles.values() for r in members}
                yield found
    for found in (*_of_events(reading, taken), *_long_ago(reading), *_record_spans(reading)):
        if found.roles["length"][0].start not in taken:
            taken.add(found.roles["length"][0].start)
            yield found


def _in_sentence(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    if _D in skeleton.text:
        yield from _between(reading, skeleton)
        yield from _later(reading, index, skeleton)
        yield from _after(reading, skeleton)
        yield from _ago(reading, skeleton)
    yield from _ages(reading, skeleton)


def _between(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """Both dates in one sentence with the length, or one figure that tells both."""
    for test in (_LENGTH_FIRST, _DATES_FIRST, _CONSECUTIVE, _ENDED_BEGAN, _FOR_THROUGH):
        for match in test.finditer(skeleton.text):
            if not _is_term(skeleton, match):
                start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
                yield from _span(reading, skeleton, match, start, end, "inclusive")
    for match in _LENGTH_OVER.finditer(skeleton.text):
        both = skeleton.group(match, "both")
        if _is_term(skeleton, match):
            continue
        if both and re.search(r"\d ?[-–] ?\d|\b(?:to|through|and)\b", both.text):
            yield from _span(reading, skeleton, match, both, both, "inclusive")


def _is_term(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the length is a punishment, or counts days of court."""
    at = match.start("length")
    return _PUNISHED.search(skeleton.text, max(0, at - 80), at) is not None


def _later(reading: Reading, index: int, skeleton: Skeleton) -> Iterator[Relation]:
    """A length, and the date it leads to or from; the other date stands before."""
    for test in (_LATER, _THEN_LATER):
        for match in test.finditer(skeleton.text):
            end = skeleton.group(match, "end")
            yield from _from_before(reading, index, skeleton, match, end, later=True)
    for match in _EARLIER.finditer(skeleton.text):
        start = skeleton.group(match, "start")
        yield from _from_before(reading, index, skeleton, match, start, later=False)


def _from_before(
    reading: Reading,
    index: int,
    skeleton: Skeleton,
    match: re.Match[str],
    named: Figure | None,
    *,
    later: bool,
) -> Iterator[Relation]:
    """The dates last told before the length: the only one of its sentence, or the one that fits."""
    unit = _unit(skeleton, match)
    back = _BACK if unit in ("months", "years") else 1
    for at in range(index, max(-1, index - back - 1), -1):
        before = skeleton.within(0, match.start()) if at == index else reading.by_sentence[at]
        told = [
            f
            for f in before[-_LAST:]
            if f.kind == "date" and f is not named and re.search(r"\d", f.text)
            and _fine_enough(f, unit) and not _in_dateline(reading, f)
        ]  # fmt: skip
        if told:
            found = [
                r
                for other in reversed(told)
                for r in _span(
                    reading, skeleton, match,
                    other if later else named, named if later else other, "elapsed",
                )
            ]  # fmt: skip
            if len(told) == 1:
                yield from found
            return


def _in_dateline(reading: Reading, figure: Figure) -> bool:
    """Whether a date only tells when the text appeared: "KABUL (Nov. 3, 2011) -"."""
    after = reading.document.text[figure.end : figure.end + 4]
    return figure.start < _HEAD and re.match(r"\)? ?[-–—]", after) is not None


def _after(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """On one date, three days after the robbery on another."""
    if match := _FRONTED.search(skeleton.text):
        start, end = skeleton.group(match, "start"), skeleton.group(match, "end")
        yield from _span(reading, skeleton, match, start, end, "elapsed")
    for match in _AFTER.finditer(skeleton.text):
        which = "" if match["length"] else "2"
        end, other = skeleton.group(match, f"end{which}"), skeleton.group(match, f"other{which}")
        if match[f"way{which}"] in ("after", "following"):
            yield from _span(reading, skeleton, match, other, end, "elapsed")
        else:
            yield from _span(reading, skeleton, match, end, other, "elapsed")


def _ago(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A length reckoned back from the day of publication."""
    today = reading.today
    if today is None:
        return
    for test in (_AGO, _SINCE):
        for match in test.finditer(skeleton.text):
            start = skeleton.group(match, "start") or skeleton.group(match, "start2")
            if start and _has_year(start):
                yield from _span(reading, skeleton, match, start, None, "elapsed", today)


def _ages(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """An age then and an age now, and the years between."""
    today = reading.today
    if today is None:
        return
    for match in _BORN.finditer(skeleton.text) if "born" in skeleton.text else ():
        start, age = skeleton.group(match, "start"), skeleton.group(match, "age")
        if start and age and age.value and _has_year(start) and (window := _window(start)):
            options = {
                "counting": "born", "unit": "years",
                "start": str(window), "end": str(Window(today, today)),
            }  # fmt: skip
            yield relation(
                "span", reading, [skeleton.span(match)], options,
                start=start, end=_dated(reading, today), length=age,
            )  # fmt: skip
    for match in _THEN_AGED.finditer(skeleton.text):
        start, then = skeleton.group(match, "start"), skeleton.group(match, "age")
        now = _age_now(reading, match["name"])
        if start and then and now and _has_year(start) and (window := _window(start)):
            options = {
                "counting": "ages", "unit": "years",
                "start": str(window), "end": str(Window(today, today)),
            }  # fmt: skip
            yield relation(
                "span", reading, [skeleton.span(match)], options,
                start=start, end=_dated(reading, today), length=(now, then),
            )  # fmt: skip


def _age_now(reading: Reading, name: str) -> Figure | None:
    """The one age set behind *name* in commas: "Marsh, 62,"."""
    test = re.compile(rf"\b{re.escape(name)}, (?P<age>[{_A}{SIGNS['count']}]),")
    found = {
        figure.value: figure
        for index in reading.with_figures
        for match in test.finditer(reading.sentences[index].text)
        if (figure := reading.sentences[index].group(match, "age"))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _dated(reading: Reading, today: date) -> Figure | None:
    """The figure that names the day of publication, where the text does."""
    return next(
        (f for f in reading.figures if f.kind == "date" and f.period and f.period.start == today),
        None,
    )


def _of_events(reading: Reading, taken: set[int]) -> Iterator[Relation]:
    """An operation that ran from one date to another, and its length a sentence or two away."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if _D not in skeleton.text:
            continue
        ran = _EVENT_RAN.search(skeleton.text) if skeleton.text.count(_D) > 1 else None
        match = ran or _ARRESTS_RAN.search(skeleton.text) or _EVENT_BEGAN.search(skeleton.text)
        if match is None:
            continue
        start = skeleton.group(match, "start")
        if "end" in match.groupdict():
            end = skeleton.group(match, "end")
        else:
            end = _end_nearby(reading, index)
        if start is None or end is None or {start.start, end.start} & taken:
            continue
        lengths = [
            f for f in _event_lengths(reading, index, named=ran is None) if f.start not in taken
        ]
        if len(lengths) == 1 and lengths[0].unit in _UNITS and (windows := _windows(start, end)):
            options = _options(lengths[0].unit or "days", windows, "inclusive")
            yield relation(
                "span", reading, [skeleton.span(match)], options,
                start=start, end=end, length=lengths[0],
            )  # fmt: skip


def _end_nearby(reading: Reading, index: int) -> Figure | None:
    """The date on which the sentence itself or a neighbour says that an operation ended."""
    found = []
    for at in range(max(0, index - 1), min(len(reading.sentences), index + 2)):
        skeleton = reading.sentences[at]
        for match in _EVENT_ENDED.finditer(skeleton.text) if _D in skeleton.text else ():
            found.append(skeleton.group(match, "end"))
    return found[0] if len(found) == 1 else None


def _event_lengths(reading: Reading, index: int, *, named: bool) -> list[Figure]:
    """The lengths of events in the sentences around; *named*: of a "four-day sweep" only."""
    found = []
    for at in range(max(0, index - 2), min(len(reading.sentences), index + 3)):
        skeleton = reading.sentences[at]
        if _L not in skeleton.text:
            continue
        for match in _OF_EVENT.finditer(skeleton.text):
            of_event = skeleton.group(match, "length2")
            if at == index + 1:
                of_event = of_event or skeleton.group(match, "length3")
            figure = of_event
            if _EVENT_NAMED.search(skeleton.text):
                figure = figure or skeleton.group(match, "length")
            if figure and (of_event or (figure.unit == "days" and not named)):
                found.append(figure)
    return found


def _long_ago(reading: Reading) -> Iterator[Relation]:
    """ "44 years ago" in a headline or first sentence, and the one old year told below it."""
    today = reading.today
    if today is None:
        return
    for index in (i for i in reading.with_figures if i < 2):
        skeleton = reading.sentences[index]
        match = _LONG_AGO.search(skeleton.text)
        if match is None or _D in skeleton.text or _unit(skeleton, match) != "years":
            continue
        topic = set(_TOPIC.findall(skeleton.text))
        told = [
            f
            for i in reading.with_figures
            if index < i <= index + 8 and topic & set(_TOPIC.findall(reading.sentences[i].text))
            for f in reading.by_sentence[i]
            if f.kind == "date" and _has_year(f) and _old(f, today)
        ]
        years = {f.period.start.year for f in told if f.period and f.period.start}
        if len(years) == 1:
            yield from _span(reading, skeleton, match, told[0], None, "elapsed", today)


def _old(figure: Figure, today: date) -> bool:
    window = _window(figure)
    return window is not None and (today - window.last).days > 2 * 366


def _record_spans(reading: Reading) -> Iterator[Relation]:
    """ "The deadliest flood in 90 years" here, "the deadliest flood since 1928" there."""
    today = reading.today
    since: dict[str, Figure] = {}
    if today is None:
        return
    for index in reading.with_figures:
        text = reading.sentences[index].text
        for match in _MOST_SINCE.finditer(text) if "since" in text else ():
            start = reading.sentences[index].group(match, "start")
            if start and _has_year(start):
                since.setdefault(match["most"], start)
    for index in reading.with_figures if since else ():
        skeleton = reading.sentences[index]
        for match in _MOST_IN.finditer(skeleton.text) if _L in skeleton.text else ():
            if match["most"] in since and _unit(skeleton, match) == "years":
                start = since[match["most"]]
                yield from _span(reading, skeleton, match, start, None, "elapsed", today)


# --- windows and units ----------------------------------------------------------------------


def _span(
    reading: Reading,
    skeleton: Skeleton,
    match: re.Match[str],
    start: Figure | None,
    end: Figure | None,
    counting: str,
    today: date | None = None,
) -> Iterator[Relation]:
    """The relation, where both dates are known."""
    length = _length(skeleton, match)
    if start is None or length is None:
        return
    if today:
        first = _window(start)
        windows = (first, Window(today, today)) if first else None
        end = _dated(reading, today)
    else:
        windows = _windows(start, end) if end else None
    if windows is None:
        return
    options = _options(_unit(skeleton, match), windows, counting)
    if options["unit"] in _UNITS:
        yield relation(
            "span", reading, [skeleton.span(match)], options, start=start, end=end, length=length
        )


def _length(skeleton: Skeleton, match: re.Match[str]) -> Role | None:
    """The figure of the length, or the words "a year"."""
    name = _length_name(match)
    if match[name][0] == "a":
        return skeleton.span(match, name)
    return skeleton.group(match, name)


def _options(unit: str, windows: tuple[Window, Window], counting: str) -> dict[str, str]:
    return {
        "counting": counting,
        "unit": unit,
        "start": str(windows[0]),
        "end": str(windows[1]),
    }


def _length_name(match: re.Match[str]) -> str:
    """The group that holds the length."""
    return "length2" if "length2" in match.groupdict() and match["length2"] else "length"


def _unit(skeleton: Skeleton, match: re.Match[str]) -> str:
    """The unit of the length: of its figure, of "a year", of "16th consecutive year"."""
    name = _length_name(match)
    if match[name][0] == "a":
        return match[name][2:] + "s"
    figure = skeleton.group(match, name)
    if figure is None or figure.kind != "duration":
        return "years"
    return figure.unit or ""


def _fine_enough(figure: Figure, unit: str) -> bool:
    """Whether a date is told finely enough for a length in *unit* to be reckoned from it."""
    window = _window(figure)
    if window is None:
        return False
    days = (window.last - window.first).days
    return days <= {"days": 0, "weeks": 3, "months": 31}.get(unit, 366)


def _has_year(figure: Figure) -> bool:
    return re.search(r"\b\d{4}\b", figure.text) is not None


_MONTH_DAY = lazy(r"(?P<month>[a-z]{3})[a-z]*\.? (?P<day>\d{1,2})\b")


def _window(figure: Figure) -> Window | None:
    period = figure.period
    if period and period.start and period.end:
        return Window(period.start, period.end)
    return None


def _windows(start: Figure, end: Figure) -> tuple[Window, Window] | None:
    """The days of both dates; a date without a year is of the other's year."""
    first, last = _window(start), _window(end)
    if start is end:
        return (Window(first.first, first.first), Window(first.last, first.last)) if first else None
    if not _has_year(start) and not _has_year(end) and _DAY_ALONE.fullmatch(plain(end.text)):
        pass  # "Friday" is known by the day of publication, and so is the other
    elif not _has_year(start) and not _has_year(end):
        first, last = _in_year(start, 2023), _in_year(end, 2023)
        if first and last and last.last < first.first:
            last = _in_year(end, 2024)
    elif not _has_year(start) and last:
        first = _in_year(start, last.first.year)
        if first and first.first > last.last:
            first = _in_year(start, last.first.year - 1)
    elif not _has_year(end) and first:
        last = _in_year(end, first.first.year)
        if last and last.last < first.first:
            last = _in_year(end, first.first.year + 1)
    if first is None or last is None or last.last < first.first:
        return None
    return first, last


_DAY_ALONE = lazy(r"[a-z]+day\.?")


def _in_year(figure: Figure, year: int) -> Window | None:
    """A month and day of *year*."""
    found = _MONTH_DAY.search(plain(figure.text))
    if found is None or found["month"] not in MONTHS:
        return None
    try:
        there = date(year, MONTHS[found["month"]], int(found["day"]))
    except ValueError:
        return None
    return Window(there, there)
