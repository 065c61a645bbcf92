"""``crossfoot explain CODE``: the page of a check."""

from __future__ import annotations

import argparse
import sys

from crossfoot.cli import Commands
from crossfoot.model import InputError


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "explain", help="the page of a check", description="What a check tests, and why."
    )
    parser.add_argument("codes", nargs="+", metavar="CODE", help="for example CF101")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the pages; gives the exit code."""
    from crossfoot.report.pages import all_pages

    pages = all_pages()
    for number, code in enumerate(options.codes):
        page = pages.get(code.upper())
        if page is None:
            raise InputError(f"{code}: no check has that code; `crossfoot rules` lists them")
        sys.stdout.write("\n" * bool(number) + page.text())
    return 0
