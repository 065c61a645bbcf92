"""``crossfoot check --ledger FILE``: findings across documents."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from crossfoot.cli._inputs import default_ledger
from crossfoot.model import Finding
from crossfoot.report.result import Report

CODES = ("CF301", "CF302", "CF303", "CF304", "CF305")


def options(parser: argparse.ArgumentParser) -> None:
    """Add ``--ledger``."""
    parser.add_argument(
        "--ledger",
        metavar="FILE",
        nargs="?",
        const="",
        help="also compare with the reports of a ledger (CF3); without FILE with those of "
        "$CROSSFOOT_LEDGER, else ledger.duckdb",
    )


def findings(report: Report, options: argparse.Namespace) -> Iterable[Finding]:
    """What the reports of the ledger say of the same quantities."""
    if options.ledger is None:
        return ()
    from crossfoot.ledger import Ledger

    return Ledger(options.ledger or default_ledger()).check(report).findings[len(report.findings) :]
