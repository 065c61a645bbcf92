"""Dates listed: ``on four occasions, on May 2, May 9 and June 1, 2019``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.figures.dates import MONTH, WEEKDAY
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton, pattern
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import slipped
from crossfoot.relate.wording.phrases import relation

MOST = 31  # dates that a text lists one by one
_WEEKDAY = rf"(?:(?:{WEEKDAY})\.?,?\s)?"
# "May 2", "Friday, May 2, 2019"
_FIRST = rf"{_WEEKDAY}(?:{MONTH})\.?\s\d{{1,2}}(?:,\s(?:19|20)\d\d)?(?![\d:%])"
# "9" after another day; "12 officers" is none
_BARE = r"\d{1,2}(?:,\s(?:19|20)\d\d)?(?=[,;.)]|\sand\s|$)"
_DAY = rf"(?:{_FIRST}|{_BARE})"
_JOIN = r"(?:\s?[,;]\s(?:and\s|then\s|again\s)*|\sand\s(?:again\s)?)(?:on\s)?"
_ROW = lazy(rf"{_FIRST}(?:{_JOIN}{_DAY})+")
_ONE = lazy(_DAY)
_EVENTS = frozenset(
    (
        "occasions dates days times nights evenings mornings weekends instances incidents meetings"
        " sales purchases buys robberies burglaries break-ins thefts raids attacks shootings visits"
        " hearings trips deals transactions protests flights"
    ).split()
)
_EVENT = f"(?:{'|'.join(sorted(_EVENTS))})"
_ON = r"(?P<tie>\s?[:(]\s?(?:on\s)?|\s-{{1,2}}\s(?:on\s)?|,?\son\s|,\s)$"
# "four separate occasions", "three dates in 2019"; "two days" and "three times" are one figure
_TIMES = pattern(r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?" + _EVENT + _ON)
_WHOLE = pattern(r"(?P<n>[{count}{duration}{multiple}])" + _ON)
# a list that goes on or that leaves days out: "May 2 through May 9", "and later that week"
_OPEN = lazy(rf"\s*(?:,\s)?(?:-\s?(?:\d|{MONTH})|to\b|through\b|until\b|and\b|or\b|among\b|,\s\d)")
_SOME = lazy(r"\b(?:including|such as|at least|more than|between|from)\b")
# "in ten days, on May 2"
_TERM = lazy(r"\b(?:in|within|after|every|of|than|next|last|past|for|over)\s(?:the\s)?$")
LEAD = 90  # characters before the first date in which the number stands

_OCCASIONS = pattern(r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?P<tie>occasions|times|instances|dates)\b")
_COUNTED_TIMES = pattern(r"(?P<tie>(?P<n>{count}))(?=[\s,.])")
# what is done on the occasions: "sold 25 of the firearms", "robbed couriers"
_DONE = lazy(
    r"\b(?P<verb>sold|bought|met|drove|stole|shot|took|gave|paid|broke|sent|[a-z]{3,}ed)\b"
    rf"(?:\s(?:[a-z]+\s){{0,3}}?(?P<amount>[{SIGNS['count']}{SIGNS['number']}]))?"
)
# "on May 2, 2021, he sold 25"
_DATED = pattern(r"\bon\s(?P<date>{date}),?\s(?=(?P<rest>[^{date}]{{0,90}}))")
_EXAMPLE = lazy(r"\b(?:for (?:example|instance)|among|one of|including|in one)\b")
REACH = 8  # sentences with figures after the number in which its occasions are told


def dates_listed(reading: Reading) -> Iterator[Relation]:
    """Occasions announced by number and then dated one by one."""
    for _, skeleton in reading.quantified:
        if SIGNS["date"] in skeleton.text:
            units = (f.unit for f in skeleton.figures if f.unit)
            if any(unit.rsplit(" ", 1)[-1] in _EVENTS for unit in units):
                yield from _in_row(reading, skeleton)
    yield from _told(reading)


def _in_row(reading: Reading, skeleton: Skeleton) -> Iterator[Relation]:
    """A row of dates right after the number."""
    body = reading.text[skeleton.start : skeleton.end]
    for row in _ROW.finditer(body):
        at = skeleton.start + row.start()
        lead = skeleton.text[: skeleton.position(at)][-LEAD:]
        shift = skeleton.position(at) - len(lead)
        match = _TIMES.search(lead) or _WHOLE.search(lead)
        if match is None or _SOME.search(lead, match.end("n")) or _OPEN.match(body, row.end()):
            continue
        figure = skeleton.figure_at(shift + match.start("n"))
        if not _of_events(figure) or _TERM.search(lead, 0, match.start("n")):
            continue
        days = tuple(
            Span(skeleton.start + d.start(), skeleton.start + d.end())
            for d in _ONE.finditer(body, *row.span())
        )
        if figure.hedge is not None or figure.value is None or not 2 <= figure.value <= MOST:
            continue
        if slipped(int(figure.value), len(days)):
            tie = Span(
                skeleton.offset(shift + match.start("tie")),
                skeleton.offset(shift + match.end("tie")),
            )
            yield relation("tally", reading, [tie], {}, count=figure, items=days)


def _of_events(figure: Figure) -> bool:
    """Whether the number counts what can have a date each: no "ten years"."""
    return figure.kind != "duration" or figure.unit in ("days", "nights")


def _told(reading: Reading) -> Iterator[Relation]:
    """``sold 25 on two occasions … On May 2, he sold 10 … On May 9, he sold 15``.

    The occasions are all told where what was done on them adds up to what was done in all.
    """
    if "occasion" not in reading.document.text and " times" not in reading.document.text:
        return
    for place, index in enumerate(reading.with_figures):
        skeleton = reading.sentences[index]
        if "occasion" not in skeleton.text and not _repeated(skeleton):
            continue
        match = _OCCASIONS.search(skeleton.text) or _COUNTED_TIMES.search(skeleton.text)
        count = skeleton.group(match, "n") if match else None
        deeds = {m["verb"]: m for m in _DONE.finditer(skeleton.text)}
        if match is None or count is None or not deeds or count.hedge is not None:
            continue
        verb, days = max(
            ((verb, _dated(reading, place + 1, verb)) for verb in deeds),
            key=lambda told: len(told[1]),
        )
        if len(days) < 2 or count.value is None:
            continue
        adds_up = sum(d[1] for d in days) == _amount(skeleton, deeds[verb])
        near = 2 <= count.value <= MOST and slipped(int(count.value), len(days))
        if count.value == len(days) or (adds_up and near):
            tie = skeleton.span(match, "tie")
            yield relation("tally", reading, [tie], {}, count=count, items=[d[0] for d in days])


def _repeated(skeleton: Skeleton) -> bool:
    return any(f.kind == "count" and (f.unit or "") == "times" for f in skeleton.figures)


def _amount(skeleton: Skeleton, deed: re.Match[str]) -> Fraction | None:
    figure = skeleton.group(deed, "amount")
    return figure.value if figure else None


def _dated(reading: Reading, place: int, verb: str) -> list[tuple[Span, Fraction]]:
    """The dates on which the deed is done again, with how much of it."""
    found: dict[str, tuple[Span, Fraction]] = {}
    for index in reading.with_figures[place : place + REACH]:
        skeleton = reading.sentences[index]
        for match in _DATED.finditer(skeleton.text):
            date = skeleton.group(match, "date")
            again = [m for m in _DONE.finditer(match["rest"]) if m["verb"] == verb]
            if date is None or not again or _EXAMPLE.search(match["rest"]):
                continue
            sign = match.start("rest") + again[0].start("amount")
            amount = skeleton.figure_at(sign).value if again[0]["amount"] else None
            found.setdefault(date.text, (date.span, amount or Fraction(0)))
    return list(found.values())
