"""The command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="crossfoot")
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser("check", help="check the figures of a report")
    checker.add_argument("files", nargs="+")
    options = parser.parse_args(arguments)
    from crossfoot import check

    worst = 0
    for name in options.files:
        report = check(Path(name).read_text("utf-8"), name=Path(name).name)
        json.dump(report.to_dict(), sys.stdout, ensure_ascii=False, indent=1)
        worst = max(worst, report.exit_code)
    return worst
