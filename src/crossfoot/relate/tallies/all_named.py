"""All of those told before: ``Ann Lee (43) … Bo Roy (57) … Cy Fox (38). All three admitted it``."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Relation, Span
from crossfoot.relate.tallies.ages import aged
from crossfoot.relate.tallies.announced import announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.tallies.words import is_person
from crossfoot.relate.wording.phrases import phrase

_ALL = lazy(r"\ball(?: the| of the)? $")
_ALL_OR_THE = lazy(r"\b(?:all|the|these|those) $")
_ENDS = ("all ", "the ", "these ", "those ")
_ASIDE = lazy(r"\(\d\d\)")
# "Ann Lee (43)"
_BRACKETED = lazy(r"[A-Z][\w.'’“”\"-]*\s(?P<last>[A-Z][\w'’-]+)\s\((?P<age>\d\d)\)")


def all_named(reading: Reading) -> Iterator[Relation]:
    """The number of "all three", where as many persons were told before, each with an age."""
    for index, figures in announced(reading):
        skeleton = reading.sentences[index]
        for figure in figures:
            at = skeleton.sign_of(figure)
            if not skeleton.text.endswith(_ENDS, 0, at):  # as nearly always
                continue
            words = phrase(skeleton, figure)
            source = _ALL_OR_THE if words and is_person(words[0]) else _ALL
            if source.search(skeleton.text, max(0, at - 16), at) is None:
                continue
            spans = tuple(span for span in _persons(reading) if span.end <= figure.start)
            if len(spans) == figure.value:
                yield from tally(reading, [figure], Items.exactly(spans), figure.span, sure=False)


@kept
def _persons(reading: Reading) -> list[Span]:
    """Where each person of an age is first named, by the last name."""
    text = reading.document.text
    found: dict[str, Span] = {}
    for person in aged(reading):
        if len(person.name) > 1:
            found.setdefault(person.name[-1], person.figure.span)
    for match in _BRACKETED.finditer(text) if _ASIDE.search(text) else ():
        found.setdefault(match["last"], Span(match.start(), match.end("last")))
    return sorted(found.values())
