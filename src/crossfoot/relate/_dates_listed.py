"""Dates listed: ``on four occasions, on May 2, May 9 and June 1, 2019``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.dates import MONTH, WEEKDAY
from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern, plain
from crossfoot.model import Relation, Span
from crossfoot.relate._wording import relation

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
# "four separate occasions", "three dates in 2019"
_TIMES = pattern(
    r"(?P<n>{n})\s(?:[a-z-]+\s){{0,2}}?(?:occasions|dates|days|times|nights|evenings|instances)"
    r"(?P<tie>\s?[:(]\s?(?:on\s)?|\s-{{1,2}}\s(?:on\s)?|,?\son\s|,\s)$"
)
# a list that goes on or that leaves days out: "May 2 through May 9", "and later that week"
_OPEN = lazy(r"\s*(?:,\s)?(?:-|to\b|through\b|until\b|and\b|or\b|among\b|,\s\d)")
_SOME = lazy(r"\b(?:including|such as|at least|more than|between|from)\b")
# "in ten days, on May 2"
_TERM = lazy(r"\b(?:in|within|after|every|of|than|next|last|past)\s(?:the\s)?$")
LEAD = 90  # characters before the first date in which the number stands


def dates_listed(reading: Reading) -> Iterator[Relation]:
    """Occasions announced by number and then dated one by one."""
    for index in reading.with_figures:
        skeleton = reading.sentences[index]
        if not any(noun in skeleton.text for noun in ("occasion", "date", "day", "time", "night")):
            continue
        body = plain(reading.document.text[skeleton.start : skeleton.end])
        for row in _ROW.finditer(body):
            at = skeleton.start + row.start()
            lead = skeleton.text[: skeleton.position(at)][-LEAD:]
            shift = skeleton.position(at) - len(lead)
            match = _TIMES.search(lead)
            if match is None or _SOME.search(lead, match.end("n")) or _OPEN.match(body, row.end()):
                continue
            if _TERM.search(lead, 0, match.start("n")):
                continue
            figure = skeleton.figure_at(shift + match.start("n"))
            days = tuple(
                Span(skeleton.start + d.start(), skeleton.start + d.end())
                for d in _ONE.finditer(body, *row.span())
            )
            if figure.hedge is None and figure.value is not None and 2 <= figure.value <= MOST:
                tie = Span(
                    skeleton.offset(shift + match.start("tie")),
                    skeleton.offset(shift + match.end("tie")),
                )
                yield relation("tally", reading, [tie], {}, count=figure, items=days)
