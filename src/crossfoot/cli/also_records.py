"""``crossfoot check --data``, ``--table`` and ``--publish``: findings against released data."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.model import Finding
from crossfoot.report.result import Report

if TYPE_CHECKING:
    from crossfoot.figures.skeleton import Reading

CODES = ("CF401", "CF402")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of records."""
    parser.add_argument(
        "--data", nargs="?", const="", metavar="STORE",
        help="check against released data (CF4); on where 'crossfoot data' has some",
    )  # fmt: skip
    parser.add_argument("--no-data", action="store_true", help="do not")
    parser.add_argument(
        "--table", metavar="FILE",
        help="check against the table that came with the report (.csv, .xlsx, .parquet)",
    )  # fmt: skip
    parser.add_argument(
        "--publish", action="store_true",
        help="for publication: counts under 11 from person-level data are not shown",
    )  # fmt: skip


def findings(report: Report, options: argparse.Namespace) -> Iterable[Finding]:
    """What the released data and the table say of the report's figures."""
    found: list[Finding] = []
    if options.table:
        from crossfoot.records.plainly import plainly
        from crossfoot.records.table import table_findings

        table, publish = Path(options.table), options.publish
        found.extend(plainly(_reading(report), lambda r: table_findings(r, table, publish=publish)))
    store = _store(options)
    if store is not None and report.figures:
        from crossfoot.records import check_against_data

        found.extend(
            check_against_data(
                _reading(report), store, publish=options.publish, beside=report.findings
            )
        )
    return found


def _store(options: argparse.Namespace) -> Path | None:
    """The store to use: the one named; else the usual one where it exists."""
    if options.no_data:
        return None
    if options.data:
        return Path(options.data)
    from crossfoot.records.store import default_path

    usual = default_path()
    return usual if options.data is not None or usual.exists() else None


def _reading(report: Report) -> Reading:
    from crossfoot.figures.skeleton import Reading

    return Reading(report.document, report.figures)
