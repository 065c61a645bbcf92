"""Released data: loaded into a cube, kept in a store, and set beside what a text claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import Finding

if TYPE_CHECKING:
    from crossfoot.figures.skeleton import Reading

__all__ = ["check_against_data"]


def check_against_data(
    reading: Reading, path: Path | None = None, *, publish: bool = False
) -> tuple[Finding, ...]:
    """The `record` findings of a document against the store at *path* (by default the user's).

    Raises:
        InputError: there is no store, or it cannot be read.
    """
    from crossfoot.records.match import record_findings
    from crossfoot.records.store import open_store

    with open_store(path) as store:
        return record_findings(reading, store, publish=publish)
