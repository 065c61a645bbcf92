"""Agencies announced by number and named: ``three other agencies … the FBI, the DEA and …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items

REACH = 8  # sentences after the number in which the agencies are named
_WORDS = frozenset("agencies departments".split())
# "four other federal agencies"
_COUNTED = pattern(
    r"(?<!these\s)(?<!those\s)(?<!both\s)(?P<n>{n})\s(?:[a-z-]+\s){{0,4}}?(?:agencies|departments)\b"
)
# the "and" within a name, and the commas
_WITHIN = lazy(
    r"(?:Customs|Immigration|Citizenship|Firearms-?|Health|Fish|Housing|Veterans"
    r"|Drug|Parks|Public|Enforcement|Transportation|Weights|Labor|Investigations?|Food)"
    r"(?P<and>\sand\s)(?=(?:Border|Customs|Immigration|Explosives|Human|Wildlife|Urban|Removal|Safety"
    r"|Recreation|Drug|Health|Measures|Industry|Naturalization))"
)
_COMMAS = lazy(r"Alcohol(?P<one>,\s)Tobacco(?P<two>,?\s)Firearms(?P<three>,?)")
_WORD = r"[A-Z][\w.'’&-]*"
_NAME = rf"(?:the\s)?{_WORD}(?:\s(?:(?:of|for|on)\s(?:the\s)?)?{_WORD}){{0,8}}"
_ROW = lazy(rf"{_NAME}(?:[,;]\s{_NAME})*[,;]?\sand\s{_NAME}")
_ONE = lazy(_NAME)
# "FBI", "Police", "U.S. Marshals Service": each name has one of these
_AGENCY = lazy(
    r"\b(?:[A-Z]{2,5}|Bureau|Department|Agency|Administration|Services?|Police|Enforcement|Patrol"
    r"|Sheriff|Office|Investigations?|Marshals?|Division|Commission|Customs|Force|Attorney|Guard"
    r"|Inspector|Protection|Constables?)\b"
)


def agencies_listed(reading: Reading) -> Iterator[Relation]:
    """The number of agencies, and as many named in one row in its sentence or after it."""
    if _WORDS.isdisjoint(reading.words):
        return
    for index, _ in announced(reading):
        skeleton = reading.sentences[index]
        match = _COUNTED.search(skeleton.text)
        figure = skeleton.group(match, "n") if match else None
        if figure is None or figure.hedge is not None:
            continue
        for sentence in reading.document.sentences[index : index + REACH + 1]:
            start = max(sentence.start, figure.end)
            items = _row(reading.document.text[start : sentence.end], start, figure.value)
            if items:
                yield from tally(reading, [figure], Items.exactly(items), items[0])
                break


def _row(text: str, start: int, number: object) -> tuple[Span, ...] | None:
    """The first row of as many agencies as *number*."""
    if " and " not in text:
        return None
    text = _COMMAS.sub(lambda m: m.group().replace(",", "-").replace(" ", "-"), text)
    text = _WITHIN.sub(lambda m: m.group().replace(" and ", "-and-"), text)
    for row in _ROW.finditer(text):
        names = list(_ONE.finditer(row.group()))
        if len(names) == number and all(_AGENCY.search(name.group()) for name in names):
            at = start + row.start()
            return tuple(Span(at + name.start(), at + name.end()) for name in names)
    return None
