"""A Document becomes Figures: every quantity the text states, then its context."""

from __future__ import annotations

from crossfoot.figures.context import add_context
from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Document, Figure
from crossfoot.packs import Pack, load_pack

__all__ = ["read_figures"]


def read_figures(document: Document, pack: Pack | None = None) -> tuple[Figure, ...]:
    """All figures of *document*, in text order, never overlapping, with context filled in.

    Args:
        document: What was read.
        pack: The field whose words give measure, population, place and source; by default
            the one that ships with Crossfoot.
    """
    return add_context(document, read_quantities(document), pack or load_pack())
