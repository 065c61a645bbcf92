"""``crossfoot explain CODE``: the page of a check."""

from __future__ import annotations

import argparse
import sys

from crossfoot.cli import Commands
from crossfoot.cli._inputs import say


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
    known = [pages[code.upper()] for code in options.codes if code.upper() in pages]
    sys.stdout.write("\n".join(page.text() for page in known))
    for code in options.codes:
        if code.upper() not in pages:
            say(f"{code}: no check has that code; `crossfoot rules` lists them")
    return 0 if len(known) == len(options.codes) else 2
