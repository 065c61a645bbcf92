"""``crossfoot rules``: every check in a line."""

from __future__ import annotations

import argparse

from crossfoot.cli import Commands


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "rules", help="list the checks", description="Every check by its code."
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list; gives the exit code."""
    from crossfoot.report.pages import all_pages

    pages = all_pages()
    wide = max((len(page.check.relation) for page in pages.values()), default=0)
    for code, page in pages.items():
        off = " (advice, off unless selected)" if page.check.advice else ""
        print(f"{code}  {page.check.relation:<{wide}}  {page.rule}{off}")
    print("\n`crossfoot explain CODE` tells more.")
    return 0
