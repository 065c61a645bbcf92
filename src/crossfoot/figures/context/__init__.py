"""Context: of what, of whom, where, when, and who says so, for figures that are read already."""

from __future__ import annotations

from dataclasses import replace

from crossfoot.figures.context.measure import MeasureReader
from crossfoot.figures.context.population import PopulationReader, inherit, population_table
from crossfoot.figures.context.scope import scopes_of
from crossfoot.figures.context.words import words_of
from crossfoot.model import Document, Figure
from crossfoot.packs import Pack

__all__ = ["add_context"]

_PEOPLED = frozenset({"count", "number", "percent", "fraction"})


def add_context(document: Document, figures: tuple[Figure, ...], pack: Pack) -> tuple[Figure, ...]:
    """*figures* with unit, measure, population, place, period and source, where the text says."""
    words = words_of(document, figures)
    measures = MeasureReader(pack, words, document.text)
    population = PopulationReader(population_table(pack), words)
    rows: dict[int, list[tuple[int, Figure]]] = {}
    for number, figure in enumerate(figures):
        if figure.kind not in ("date", "identifier"):
            rows.setdefault(figure.sentence, []).append((words.at[number], figure))
    out = list(figures)
    for sentence, row in rows.items():
        begin, end = words.sentence[sentence], words.sentence[sentence + 1]
        qualifiers = population.hits(begin, end)
        masked = population.masked(qualifiers)
        counted = measures.read(row, begin, end, masked)
        scopes = scopes_of(words.lower, row, begin, end)
        before: tuple[str, ...] = ()
        for (at, figure), scope in zip(row, scopes, strict=True):
            found = counted[at]
            own = population.read(qualifiers, scope, found.measure)
            if population.refers_back(scope):
                own = population.tidy(inherit(before, own), found.measure)
            if figure.kind in _PEOPLED:
                before = own
            number = words.figure[at]
            out[number] = replace(
                figure, unit=figure.unit or found.unit, measure=found.measure, population=own
            )
    return tuple(out)
