"""Companies announced by number and told by their full names: ``two firms … Acme Inc.``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.rows import head

_NOUNS = frozenset("company agency firm corporation business entity clinic pharmacy".split())
_WORDS = _NOUNS | frozenset(
    "companies agencies firms corporations businesses entities clinics pharmacies".split()
)
_FORMS = (" Inc", " LLC", " Corp", " Ltd", " L.L.C", " LLP", " PLLC", " P.C.")
# "Home Care of Reno LLC", "Acme & Sons, Inc."
_COMPANY = lazy(
    r"(?P<name>[A-Z][\w'’&.-]*(?:\s(?:[A-Z][\w'’&.-]*|of|and|&|the|for)){0,6}?),?"
    r"\s(?:Inc|LLC|L\.L\.C|Corp(?:oration)?|Ltd|LLP|PLLC|P\.C)\b"
)
_TWO = lazy(r"\s(?:and|&)\s(?=[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){2})")


def companies_listed(reading: Reading) -> Iterator[Relation]:
    """As many companies as a number says; others may go by a name that tells nothing of it."""
    if _WORDS.isdisjoint(reading.words):
        return
    if not any(map(reading.document.text.__contains__, _FORMS)):
        return
    numbers: dict[int, list[Figure]] = {}
    for index, figures in announced(reading):
        for figure in figures:
            if figure.hedge is None and head(reading.sentences[index], figure) in _NOUNS:
                numbers.setdefault(int(figure.value or 0), []).append(figure)
    named = _companies(reading) if numbers else {}
    told = numbers.get(len(named), [])
    spans = sorted(named.values(), key=lambda s: s.start)
    if told:
        yield from tally(reading, told, Items.exactly(spans), spans[0])


def _companies(reading: Reading) -> dict[str, Span]:
    """The companies of the text, each where it is first told in full."""
    found: dict[str, Span] = {}
    for match in _COMPANY.finditer(reading.document.text):
        cut = _TWO.search(match["name"])
        start = match.start() + (cut.end() if cut else 0)
        name = match.string[start : match.end("name")]
        found.setdefault(name.lower(), Span(start, match.end()))
    return found
