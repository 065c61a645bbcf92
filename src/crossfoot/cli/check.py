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
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Protocol, cast

from crossfoot import cli
from crossfoot.cli import Commands
from crossfoot.cli._inputs import (
    add_inputs,
    add_output,
    codes,
    emit,
    is_input,
    look_over_output,
    say,
    wants_colour,
    write,
)
from crossfoot.cli._reports import add_jobs, reports
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
        """Findings besides those of the text alone.

        Raises:
            InputError: the source cannot be used, for this report or any other.
        """
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
    add_jobs(parser)
    for source in sources():
        source.options(parser)
    parser.set_defaults(run=run)


def sources() -> tuple[Source, ...]:
    """The modules of this folder that add findings from elsewhere, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(cli.__path__))
    return tuple(
        cast(Source, import_module(f"{cli.__name__}.{n}")) for n in names if n.startswith("also_")
    )


class Checked:
    """The files, read and checked one by one as they are asked for, and what came of them.

    No report is kept here: a thousand files need the memory of the largest.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        from crossfoot.checks import registry

        self.sources = sources()
        known = {*registry(), *(code for source in self.sources for code in source.CODES)}
        self.options = options
        self.select = known_prefixes(codes(options.select), known)
        self.ignore = known_prefixes(codes(options.ignore), known)
        self.advice = frozenset(
            c for c in known if c.startswith(ADVICE) and c.startswith(self.select or "\0")
        )
        self.worst = 0
        self.bad = False

    def __iter__(self) -> Iterator[tuple[str, Report]]:
        for path, report in reports(self.options, self.advice):
            if report is None:
                self.bad = True
                continue
            complete = self._completed(report)
            self.worst = max(self.worst, complete.exit_code)
            yield path, complete

    def _completed(self, report: Report) -> Report:
        """A report with what other sources add, and only what was asked for."""
        for source in self.sources:
            try:
                report = report.with_findings(source.findings(report, self.options))
            except InputError as error:
                # left out from now on: the next report would only wait and fail as this one did
                self.sources = tuple(s for s in self.sources if s is not source)
                self.bad = True
                say(f"{error} (the reports are checked without it)")
        return report.only(self.select, self.ignore)

    @property
    def exit_code(self) -> int:
        """Once all files were asked for."""
        return 2 if self.bad else 0 if self.options.exit_zero else self.worst


def run(options: argparse.Namespace) -> int:
    """Check every file; gives the exit code."""
    look_over_output(options)
    checked = Checked(options)
    if options.format == "html":
        _write_html(checked, options)
    elif options.format == "json":
        _write_json(checked, options)
    elif options.format == "sarif":
        from crossfoot.report import sarif

        emit(sarif.render(list(checked)), options, plain=False)
    elif options.output:
        emit("".join(_text(checked, options)), options)
    else:
        for text in _text(checked, options):
            emit(text, options)
    return checked.exit_code


def _text(checked: Checked, options: argparse.Namespace) -> Iterator[str]:
    from crossfoot.report.text import Style, render

    style = Style(wants_colour(options, sys.stdout), options.verbose, options.quiet)
    return (render(report, style, path=path) for path, report in checked)


def _write_json(checked: Checked, options: argparse.Namespace) -> None:
    """One object, or a list where several files were named."""
    from crossfoot.report import json

    texts = [json.render(report) for _, report in checked]
    if len(options.files) > 1:
        emit(json.listed(texts), options, plain=False)
    elif texts:
        emit(texts[0], options, plain=False)


def _write_html(checked: Checked, options: argparse.Namespace) -> None:
    """One page, or a page a file in a folder."""
    from crossfoot.report import html

    folder = Path(options.output) if options.output else None
    if folder is not None and folder.is_dir():
        taken: set[Path] = set()
        for path, report in checked:
            page = _free_page(folder, path, lambda p: p in taken or is_input(p, options))
            taken.add(page)
            write(page, html.render(report))
        return
    if len(options.files) > 1:
        raise InputError("an HTML report holds one document; for several name a folder with -o")
    for _, report in checked:
        emit(html.render(report), options, plain=False)


def _free_page(folder: Path, path: str, is_taken: Callable[[Path], bool]) -> Path:
    """The page for the file *path*: by its name, numbered where that is another's already."""
    stem = Path(path).stem if path != "-" else "stdin"
    pages = (folder / (f"{stem}.html" if n == 1 else f"{stem}-{n}.html") for n in count(1))
    return next(page for page in pages if not is_taken(page))
