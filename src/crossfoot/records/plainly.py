"""A text set beside released data as it was meant, where its print says it another way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from crossfoot.figures.skeleton import Reading
from crossfoot.model import Finding
from crossfoot.read.placed import carried, moved
from crossfoot.read.printed import printed


def plainly(reading: Reading, find: Callable[[Reading], Iterable[Finding]]) -> Iterator[Finding]:
    """What *find* finds in the text of *reading* as meant, where it stands as given."""
    plain = printed(reading.document)
    if plain is None:
        yield from find(reading)
        return
    told = {f.id: f for f in reading.figures}
    for found in find(Reading(plain.document, tuple(moved(plain.forth, f) for f in told.values()))):
        repairs = tuple(replace(r, figure=told[r.figure.id]) for r in found.repairs)
        yield replace(found, relation=carried(plain.back, found.relation, told), repairs=repairs)
