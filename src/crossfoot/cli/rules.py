"""``crossfoot rules``: every check in a line."""

from __future__ import annotations

import argparse
import sys

from crossfoot.cli import Commands


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "rules", help="list the checks", description="Every check by its code."
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list; gives the exit code."""
    from crossfoot.checks import registry
    from crossfoot.report.pages import page_of

    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    for code, check in registry().items():
        off = " (advice, off unless selected)" if check.advice else ""
        print(f"{code}  {check.relation:<12} {page_of(check).rule}{off}")
    print("\n`crossfoot explain CODE` tells more.")
    return 0
