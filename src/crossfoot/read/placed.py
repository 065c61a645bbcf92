"""Figures and relations of a part or a version of a document, put where they stand in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from crossfoot.model import Figure, Relation, Source, Span

P = TypeVar("P", Figure, Source, Span)


class Back(Protocol):
    """Puts what stands in one text where it stands in the other."""

    def __call__(self, placed: P, /) -> P:
        """*placed* with its offsets in the other."""


def moved(back: Back, figure: Figure) -> Figure:
    """A figure, and whom it is credited to, where they stand in the other text."""
    if figure.source is not None:
        figure = replace(figure, source=back(figure.source))
    return back(figure)


def carried(back: Back, relation: Relation, placed: Mapping[str, Figure]) -> Relation:
    """A relation between the figures as *placed* in the other text, by their ids."""
    roles = {
        role: tuple(placed[r.id] if isinstance(r, Figure) else back(r) for r in members)
        for role, members in relation.roles.items()
    }
    return replace(relation, roles=roles, licence=tuple(map(back, relation.licence)))
