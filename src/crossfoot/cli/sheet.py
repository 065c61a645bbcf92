"""``crossfoot sheet FILE…``: every figure of a report with its status and why."""

from __future__ import annotations

import argparse
import sys

from crossfoot.cli import Commands
from crossfoot.cli._inputs import (
    add_inputs,
    add_output,
    codes,
    documents,
    emit,
    look_over_output,
    wants_colour,
)
from crossfoot.model import InputError


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "sheet",
        help="list every figure with its status",
        description="Every figure of a report: whether it was checked, how it fared, and why.",
    )
    add_inputs(parser)
    parser.add_argument("--format", choices=("text", "csv"), default="text", help="default: text")
    parser.add_argument(
        "--status", nargs=1, action="extend", default=[], metavar="STATUSES",
        help="only these: failed, conflict, unverifiable, held, unchecked",
    )  # fmt: skip
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the sheets; gives the exit code."""
    from crossfoot.pipeline import check_document
    from crossfoot.report.sheet import STATUSES, render_csv, render_text
    from crossfoot.report.text import Style

    only = codes(options.status)
    for word in only:
        if word not in STATUSES:
            raise InputError(f"{word}: no such status; it is one of {', '.join(STATUSES)}")
    look_over_output(options)
    read = list(documents(options))
    done = [(path, check_document(document)) for path, document in read if document is not None]
    style = Style(wants_colour(options, sys.stdout))
    if options.format == "csv":
        emit(render_csv(done, only=only), options, plain=False)
    else:
        sheets = (render_text(report, style, path=path, only=only) for path, report in done)
        emit("".join(sheets), options)
    return 2 if len(done) < len(read) else 0
