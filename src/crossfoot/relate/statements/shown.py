"""How a figure is shown in a message: the words it counts, and where it stands."""

from __future__ import annotations

from itertools import islice

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Span
from crossfoot.relate.statements.counted import PARTICIPLES, PEOPLE, is_plural
from crossfoot.relate.statements.statement import Statement
from crossfoot.relate.statements.zones import zones
from crossfoot.relate.wording.stems import stem

_WORD = lazy(r"[a-z](?:[a-z'-]*[a-z])?")


def wording(statement: Statement) -> Span:
    """The figure with the words it counts: "33 illegal firearms", "Arrests: 12"."""
    figure, skeleton = statement.figure, statement.skeleton
    if statement.group != "count":
        return Span(figure.start, figure.end)
    sign = skeleton.sign_of(figure)
    if statement.label:
        words = list(_WORD.finditer(skeleton.text, max(0, sign - 60), sign))
        named = (w.start() for w in reversed(words) if stem(w.group()) == statement.head)
        start = next(named, None)
        return Span(figure.start if start is None else skeleton.offset(start), figure.end)
    words = list(islice(_WORD.finditer(skeleton.text, sign + 1, sign + 80), 8))
    told = [word.group() for word in words[:2]]
    if statement.head == PEOPLE and PARTICIPLES & {*told[:1]} and not any(map(is_plural, told)):
        return Span(figure.start, skeleton.offset(words[0].end()))  # "the eight arrested"
    for word in words:
        if statement.head and stem(word.group()) == statement.head:
            return Span(figure.start, skeleton.offset(word.end()))
    return Span(figure.start, figure.end)


def whereabouts(statement: Statement, reading: Reading) -> str:
    """Where it stands, for a message: "the headline", "paragraph 3"."""
    if statement.zone == "title":
        return "the headline"
    second = zones(reading).second
    if statement.block < second:
        return "the first paragraph"
    return f"paragraph {statement.block - second + 2}"
