"""Numbers written twice, in words and in digits, among what was read without the second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossfoot.figures.echoes import Echo
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Document, Figure, Relation, Span
from crossfoot.read.placed import P, carried
from crossfoot.relate.wording.phrases import relation

_SCALED = frozenset({"factor", "scale"})  # the two are told in different units


def with_echoes(
    document: Document,
    figures: Sequence[Figure],
    relations: Sequence[Relation],
    echoes: Sequence[Echo],
) -> tuple[tuple[Figure, ...], tuple[Relation, ...]]:
    """*figures* and *relations* with the second of each number, and that it says the first again.

    A unit behind both ("ten (10) years") belongs to either; no figure reaches over the other.
    """
    pairs = [(told, echo) for echo in echoes if (told := _told(figures, echo))]
    firsts = {told.id: _cut(told, echo.told) for told, echo in pairs}
    seconds = (
        replace(_cut(told, echo.again), id=f"{told.id}=", hedge=None) for told, echo in pairs
    )
    every = sorted(
        (*(firsts.get(f.id, f) for f in figures), *seconds), key=lambda figure: figure.start
    )
    placed = {f.id: replace(f, id=f"f{number}") for number, f in enumerate(every, start=1)}
    reading = Reading(document, tuple(placed.values()))
    heard = {told.id: placed[f"{told.id}="] for told, _ in pairs}
    again = (
        relation(
            "restatement", reading, [Span(echo.told.end, echo.again.start)],
            figures=[placed[told.id], heard[told.id]],
        )
        for told, echo in pairs
    )  # fmt: skip
    return reading.figures, (*(_said_with(r, heard, placed) for r in relations), *again)


def _told(figures: Sequence[Figure], echo: Echo) -> Figure | None:
    """The figure that *echo* says again, as read without it."""
    at = bisect_right(figures, echo.told.start, key=lambda f: f.start)
    told = figures[at - 1] if at else None
    return told if told and told.start <= echo.told.start < told.end else None


def _cut(figure: Figure, to: Figure) -> Figure:
    """What *figure* says, where *to* stands."""
    return replace(figure, start=to.start, end=to.end, text=to.text)


def _said_with(
    relation: Relation, heard: Mapping[str, Figure], placed: Mapping[str, Figure]
) -> Relation:
    """*relation* between the figures as *placed*; a restatement with the seconds of its figures."""
    there = carried(_there, relation, placed)
    if relation.kind != "restatement" or relation.options.keys() & _SCALED:
        return there
    ids = [figure.id for figure in relation.figures("figures")]
    figures = [f for i in ids for f in (placed[i], heard.get(i)) if f]
    return replace(there, roles={**there.roles, "figures": tuple(figures)})


def _there(placed: P) -> P:
    return placed
