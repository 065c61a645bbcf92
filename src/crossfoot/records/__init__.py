"""Released data: loaded into a cube, kept in a store, and set beside what a text claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import Finding

if TYPE_CHECKING:
    from crossfoot.figures.skeleton import Reading

__all__ = ["check_against_data"]


def check_against_data(
    reading: Reading,
    path: Path | None = None,
    *,
    publish: bool = False,
    beside: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """The `record` findings of a document against the store at *path* (by default the user's).

    That no record settles a figure is not said of one that a finding of *beside* has decided.

    Raises:
        InputError: there is no store, or it cannot be read.
    """
    from crossfoot.records.match import record_findings
    from crossfoot.records.plainly import plainly
    from crossfoot.records.store import open_store

    decided = {f.id for finding in beside for f in finding.figures()}
    with open_store(path) as store:
        found = tuple(plainly(reading, lambda r: record_findings(r, store, publish=publish)))
    return tuple(
        f
        for f in found
        if f.verdict != "unverifiable" or not any(g.id in decided for g in f.figures())
    )
