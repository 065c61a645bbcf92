"""``crossfoot check --data`` and ``--publish``: findings against released data."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from crossfoot.model import Finding
from crossfoot.report.result import Report

CODES = ("CF401",)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of records."""
    parser.add_argument(
        "--data", nargs="?", const="", metavar="STORE",
        help="check against released data (CF4); on where 'crossfoot data' has some",
    )  # fmt: skip
    parser.add_argument("--no-data", action="store_true", help="do not")
    parser.add_argument(
        "--publish", action="store_true",
        help="for publication: counts under 11 from person-level data are not shown",
    )  # fmt: skip


def findings(report: Report, options: argparse.Namespace) -> Iterable[Finding]:
    """What the released data say of the report's figures."""
    store = _store(options)
    if store is None or not report.figures:
        return ()
    from crossfoot.figures.skeleton import Reading
    from crossfoot.records import check_against_data

    reading = Reading(report.document, report.figures)
    return check_against_data(reading, store, publish=options.publish, beside=report.findings)


def _store(options: argparse.Namespace) -> Path | None:
    """The store to use: the one named; else the usual one where it exists."""
    if options.no_data:
        return None
    if options.data:
        return Path(options.data)
    from crossfoot.records.store import default_path

    usual = default_path()
    return usual if options.data is not None or usual.exists() else None
