"""``crossfoot check FILE…``: the findings of reports.

Findings that come from elsewhere than the text (released data, other documents) are added by
modules of this folder called ``also_NAME``, each with ``options(parser)``, which adds its
options; ``CODES``, the codes of its findings; and ``findings(report, options)``, which gives
them. They are imported for every check, so what is heavy they import in ``findings``.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from crossfoot import cli
from crossfoot.cli import Commands
from crossfoot.cli._inputs import add_inputs, add_output, codes, documents, emit, wants_colour
from crossfoot.model import Finding, InputError
from crossfoot.report.result import ADVICE, Report, known_prefixes

FORMATS = ("text", "json", "html", "sarif")
_HELP = """\
exit codes: 0 nothing is inconsistent, 1 something is, 2 an input or option could not be used
(the other inputs are still checked)"""


class Source(Protocol):
    """A module that adds findings from elsewhere."""

    CODES: tuple[str, ...]

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this source."""
        ...

    def findings(self, report: Report, options: argparse.Namespace) -> Iterable[Finding]:
        """Findings besides those of the text alone."""
        ...


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "check",
        help="check the figures of reports",
        description="Recompute what the words of a report assert of its figures.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_inputs(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    add_output(parser)
    parser.add_argument(
        "--select", nargs=1, action="extend", default=[], metavar="CODES",
        help="only these codes or beginnings: CF1,CF502; CF or ALL includes advice (CF9)",
    )  # fmt: skip
    parser.add_argument(
        "--ignore", nargs=1, action="extend", default=[], metavar="CODES", help="not these"
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    parser.add_argument("-q", "--quiet", action="store_true", help="one line a finding, no more")
    parser.add_argument("-v", "--verbose", action="store_true", help="also what holds")
    for source in sources():
        source.options(parser)
    parser.set_defaults(run=run)


def sources() -> tuple[Source, ...]:
    """The modules of this folder that add findings from elsewhere, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(cli.__path__))
    return tuple(
        cast(Source, import_module(f"{cli.__name__}.{n}")) for n in names if n.startswith("also_")
    )


def run(options: argparse.Namespace) -> int:
    """Check every file; gives the exit code."""
    from crossfoot.checks import registry
    from crossfoot.pipeline import check_document

    known = {*registry(), *(code for source in sources() for code in source.CODES)}
    select = known_prefixes(codes(options.select), known)
    ignore = known_prefixes(codes(options.ignore), known)
    advice = frozenset(c for c in known if c.startswith(ADVICE) and c.startswith(select or "\0"))
    several, bad = len(options.files) > 1, False
    _refuse_heap(options, several)
    done: list[tuple[str, Report]] = []
    for path, document in documents(options):
        if document is None:
            bad = True
            continue
        report = check_document(document, select=advice)
        for source in sources():
            report = report.with_findings(source.findings(report, options))
        done.append((path, report.only(select, ignore)))
        if options.format == "text" and not options.output:
            emit(_text(done[-1:], options), options)
    if done and (options.format != "text" or options.output):
        _write(done, options, several)
    if bad:
        return 2
    return 0 if options.exit_zero else max((r.exit_code for _, r in done), default=0)


def _refuse_heap(options: argparse.Namespace, several: bool) -> None:
    if options.format == "html" and several and not (
        options.output and Path(options.output).is_dir()
    ):  # fmt: skip
        raise InputError("an HTML report holds one document; for several name a folder with -o")


def _write(done: Sequence[tuple[str, Report]], options: argparse.Namespace, several: bool) -> None:
    if options.format == "html":
        _write_html(done, options)
        return
    if options.format == "text":
        emit(_text(done, options), options)
        return
    if options.format == "json":
        from crossfoot.report import json

        emit(json.render([report for _, report in done], several=several), options, plain=False)
    else:
        from crossfoot.report import sarif

        emit(sarif.render(done), options, plain=False)


def _write_html(done: Sequence[tuple[str, Report]], options: argparse.Namespace) -> None:
    from crossfoot.cli._inputs import write
    from crossfoot.report import html

    folder = Path(options.output) if options.output else None
    if folder is None or not folder.is_dir():
        emit(html.render(done[0][1]), options, plain=False)
        return
    taken: set[str] = set()
    for path, report in done:
        name = stem = Path(path).stem if path != "-" else "stdin"
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        write(folder / f"{name}.html", html.render(report))


def _text(done: Sequence[tuple[str, Report]], options: argparse.Namespace) -> str:
    from crossfoot.report.text import Style, render

    style = Style(wants_colour(options, sys.stdout), options.verbose, options.quiet)
    return "".join(render(report, style, path=path) for path, report in done)
