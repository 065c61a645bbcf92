"""Kinds of drugs announced by number and named: ``five types of drugs … cocaine, heroin, …``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, pattern
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items

REACH = 5  # sentences after the number in which the drugs are named
_WORDS = frozenset("drugs narcotics substances".split())
# "five types of drugs", "four different narcotics"
_KINDS = pattern(
    r"(?P<n>{n})\s(?:(?:different|separate|distinct|illegal|illicit|other)\s){{0,2}}"
    r"(?:(?:types|kinds|sorts|forms|varieties)\sof\s)?(?:[a-z-]+\s)?"
    r"(?:drugs|narcotics|(?:controlled\s)?substances)\b"
)
_SORT = (
    r"(?:crack|powder(?:ed)?|crystal|psychedelic|psilocybin|suspected|liquid|black|tar|counterfeit"
    r"|pressed|magic|synthetic|medical|high-grade|packaged|prescription|illegal)"
)
_DRUG = (
    rf"(?:{_SORT}\s){{0,2}}(?:fentanyl|heroin|cocaine|crack|methamphetamines?|meth|marijuana|cannabis|ecstasy"
    r"|mdma|lsd|mushrooms|psilocybin|oxycodone|oxycontin|xanax|alprazolam|ketamine|pcp|hashish"
    r"|suboxone|adderall|hydrocodone|codeine|morphine|amphetamines?|steroids|opium|tramadol|percocet)"
    r"(?:\s(?:pills|tablets|powder|wax|oil|edibles))?"
)
_ROW = lazy(rf"\b{_DRUG}(?:,\s{_DRUG})*,?\sand\s{_DRUG}\b")
_SEPARATOR = lazy(r",?\sand\s|,\s")
_SOME = lazy(r"\b(?:including|such as|among|other)\b")


def drugs_listed(reading: Reading) -> Iterator[Relation]:
    """The number of kinds of drugs, and as many named in one row in its sentence or after it."""
    if _WORDS.isdisjoint(reading.words):
        return
    for index, _ in announced(reading):
        match = _KINDS.search(reading.sentences[index].text)
        figure = reading.sentences[index].group(match, "n") if match else None
        if figure is None or figure.hedge is not None:
            continue
        last = min(index + REACH, len(reading.sentences) - 1)
        for row in _ROW.finditer(reading.text, figure.end, reading.sentences[last].end):
            items = _items(row.start(), row.group())
            if len(items) == figure.value and not _SOME.search(reading.text, *row.span()):
                yield from tally(reading, [figure], Items.exactly(items), items[0])
                break


def _items(start: int, row: str) -> tuple[Span, ...]:
    spans, at = [], 0
    for cut in (*(m.span() for m in _SEPARATOR.finditer(row)), (len(row), len(row))):
        spans.append(Span(start + at, start + cut[0]))
        at = cut[1]
    return tuple(spans)
