"""A Document becomes Figures: every quantity the text states, then its context."""

from __future__ import annotations

from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Document, Figure

__all__ = ["read_figures"]


def read_figures(document: Document) -> tuple[Figure, ...]:
    """All figures of *document*, in text order, never overlapping, with context filled in."""
    return read_quantities(document)
