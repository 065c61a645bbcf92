"""``crossfoot check --table``: findings against the table that came with the report."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from crossfoot.model import Finding
from crossfoot.report.result import Report

CODES = ("CF402",)


def options(parser: argparse.ArgumentParser) -> None:
    """Add ``--table``."""
    parser.add_argument(
        "--table", metavar="FILE", type=_named,
        help="check against the table that came with the report (.csv, .xlsx, .parquet)",
    )  # fmt: skip


def _named(name: str) -> str:
    if not name:  # a variable of the shell that is not set
        raise argparse.ArgumentTypeError("names no file")
    return name


def findings(report: Report, options: argparse.Namespace) -> Iterable[Finding]:
    """What the table says of the report's figures."""
    if not options.table:
        return ()
    from crossfoot.figures.skeleton import Reading
    from crossfoot.records.plainly import plainly
    from crossfoot.records.table import table_findings

    table, publish = Path(options.table), options.publish
    reading = Reading(report.document, report.figures)
    return plainly(reading, lambda r: table_findings(r, table, publish=publish))
