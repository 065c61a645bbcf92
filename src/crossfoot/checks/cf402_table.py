"""CF402: a figure and the table that came with the report.

As CF401, it is handed the values: the folder `records` computes them from the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.checks.cf401_record import Reading, figure_ties_out
from crossfoot.model import Finding, Relation

__all__ = ["CODE", "figure_comes_out_of_its_table"]

CODE = "CF402"


def figure_comes_out_of_its_table(
    relation: Relation, readings: Sequence[Reading], *, unknown: str | None = None
) -> Finding:
    """A figure should come out of the table that was published with the report.

    Why: The table is at hand; a reader can filter it and see another number.
    Example: "12 arrests in Ohio" where 14 rows of the table have Ohio.
    Silent: Figures whose sentence names no column and no value of the table.
    Misses: Filters that no column holds, and columns named in other words than the text's.
    Source: Recalculation, International Standard on Auditing 500.
    """
    return replace(figure_ties_out(relation, readings, unknown=unknown), code=CODE)
