"""The command line: ``crossfoot COMMAND``.

A command is a module of this folder: ``add(commands)`` enters its parser and sets ``run``, a
function that takes the parsed options and gives the exit code. Modules are discovered by name and
only the one asked for is imported, so a command costs the others nothing; what a command needs it
imports when it runs. A name that starts with ``_`` or ``also_`` is no command (see `check` for
the latter).
"""

from __future__ import annotations

import argparse
import os
import pkgutil
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Protocol, cast

Commands = Any  # argparse gives its sub-parsers no public type

__all__ = ["Commands", "build_parser", "main"]


class Command(Protocol):
    """A module of this folder."""

    def add(self, commands: Commands) -> None:
        """Enter the parser of the command."""
        ...


def main(arguments: list[str] | None = None) -> int:
    """Run a command; gives the exit code.

    0, 1 and 2 as each command has it; 130 after Ctrl-C, 141 when the reader of a pipe left.
    """
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130


def _run(given: list[str]) -> int:
    from crossfoot.cli._inputs import tolerate
    from crossfoot.model import InputError

    if sys.stdout is None:  # started with it closed: there is nobody to tell
        # what is printed needs somewhere to go until the process ends, so no "with" can close it
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    tolerate(sys.stdout)  # whatever is printed: the help has characters that Latin-1 lacks
    try:
        options = build_parser(given).parse_args(given)
        code = int(options.run(options))
        sys.stdout.flush()
    except InputError as error:
        print(f"crossfoot: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        if error.filename is not None:  # a file or folder; standard output has no name
            print(f"crossfoot: {error.filename}: cannot be used ({why})", file=sys.stderr)
            return 2
        _drop_output()
        print(f"crossfoot: standard output cannot be written ({why})", file=sys.stderr)
        return 2
    return code


def _drop_output() -> None:
    """Send the rest nowhere: the interpreter flushes standard output once more on its way out."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser(given: list[str]) -> argparse.ArgumentParser:
    """The parser of the command that *given* begins with, or of all."""
    from crossfoot._version import __version__

    parser = argparse.ArgumentParser(
        prog="crossfoot",
        description="A linter for figures: recomputes what a report's own words assert.",
    )
    parser.add_argument("--version", action="version", version=f"crossfoot {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if _is_command(m.name))
    wanted = given[0] if given else ""
    for name in [wanted] if wanted in names else names:
        cast(Command, import_module(f"{__name__}.{name}")).add(commands)
    return parser


def _is_command(name: str) -> bool:
    return not name.startswith(("_", "also_"))
