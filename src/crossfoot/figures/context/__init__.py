"""Context: of what, of whom, where, when, and who says so, for figures that are read already."""

from __future__ import annotations

from crossfoot.figures.context.reader import add_context

__all__ = ["add_context"]
