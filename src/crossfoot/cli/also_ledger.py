"""``crossfoot check --ledger FILE``: findings across documents."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from crossfoot.model import Finding
from crossfoot.report.result import Report

CODES = ("CF301", "CF302", "CF303", "CF304", "CF305")


def options(parser: argparse.ArgumentParser) -> None:
    """Add ``--ledger``."""
    parser.add_argument(
        "--ledger", metavar="FILE", help="also compare with the reports of a ledger (CF3)"
    )


def findings(report: Report, options: argparse.Namespace) -> Iterable[Finding]:
    """What the reports of the ledger say of the same quantities."""
    if not options.ledger:
        return ()
    from crossfoot.ledger import Ledger

    return Ledger(options.ledger).check(report).findings[len(report.findings) :]
