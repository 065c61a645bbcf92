"""What the commands share: options for files, reading them one by one, writing what comes out."""

from __future__ import annotations

import argparse
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TextIO

from crossfoot.model import Document, InputError, published_on

__all__ = ["add_inputs", "add_output", "documents", "emit", "tolerate", "wants_colour"]

LONG_RUN = 20  # files from which on progress is told


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """The files, and what the user knows of them."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a report, or - for stdin")
    parser.add_argument(
        "--published", type=_day, metavar="DATE",
        help="when it was published (YYYY-MM-DD), for “today” and “two years ago”",
    )  # fmt: skip


def add_output(parser: argparse.ArgumentParser) -> None:
    """Where the report goes, and its colours."""
    parser.add_argument("-o", "--output", metavar="PATH", help="write to a file, not the terminal")
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto",
        help="colours: auto is on a terminal, without NO_COLOR",
    )  # fmt: skip


def documents(options: argparse.Namespace) -> Iterator[tuple[str, Document | None]]:
    """Every file with its document, or None where it cannot be used; that is said at once."""
    from crossfoot.read import load

    for number, path in enumerate(options.files, 1):
        tell(number, len(options.files), path)
        try:
            yield path, load(path, published=options.published)
        except InputError as error:
            say(str(error))
            yield path, None


def say(message: str) -> None:
    """An error of one file, on one line, behind what was printed of those before it."""
    sys.stdout.flush()
    print(f"crossfoot: {printable(message)}", file=sys.stderr)


def tell(number: int, every: int, path: str) -> None:
    """How far a long run is: on a terminal, where the result itself goes elsewhere."""
    if every < LONG_RUN or not sys.stderr.isatty() or sys.stdout.isatty():
        return
    # each line overwrites the one before; the last one wipes itself out
    words = f"{number} of {every}: {printable(path)[-60:]}" if number < every else ""
    print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


def look_over_output(options: argparse.Namespace) -> None:
    """Refuse to write over a file that is read: it would be gone; and into no folder.

    Raises:
        InputError: ``-o`` names a file of the input, or a folder that is not there.
    """
    if (
        options.output
        and options.output.endswith(("/", os.sep))
        and not Path(options.output).is_dir()
    ):
        raise InputError(f"{options.output}: no such folder; make it first")
    if options.output and is_input(Path(options.output), options):
        raise InputError(f"{options.output}: is a file of the input; name another with -o")


def is_input(path: Path, options: argparse.Namespace) -> bool:
    """Whether *path* is one of the files that the user gave, by whatever name."""
    given = [*options.files, *filter(None, (getattr(options, "table", None),))]
    return path.is_file() and any(_is_same(path, name) for name in given)


def _is_same(path: Path, name: str) -> bool:
    with suppress(OSError, ValueError):  # absent files and addresses
        return path.samefile(name)
    return False


def emit(text: str, options: argparse.Namespace, *, plain: bool = True) -> None:
    """Write to ``-o`` or standard output; *plain* text takes the terminal's encoding."""
    if options.output:
        write(Path(options.output), text)
        return
    if not plain:
        tolerate(sys.stdout, "utf-8")
    sys.stdout.write(text)


def tolerate(stream: TextIO, encoding: str | None = None) -> None:
    """Let *stream* write any character: what its encoding lacks comes out escaped."""
    if isinstance(stream, io.TextIOWrapper):  # a test or a notebook puts others in its place
        stream.reconfigure(errors="backslashreplace", encoding=encoding)


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        InputError: it cannot be written there.
    """
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise InputError(f"{path}: is a folder; name a file")
        _write_through(path, text)
        return
    target = Path(os.path.realpath(path))  # a link stays one
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists():
            _refuse_kept(target)
            draft.touch(0o600)
            shutil.copymode(target, draft)  # a private report stays so
        draft.write_bytes(text.encode("utf-8", "replace"))
        draft.replace(target)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise _unwritten(path, error) from None


def _refuse_kept(path: Path) -> None:
    """Taking a file's place asks for rights on its folder only; those on the file count, too."""
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _write_through(path: Path, text: str) -> None:
    """Write to a device or a pipe, which no file can take the place of."""
    try:
        path.write_bytes(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(path, error) from None


def _unwritten(path: Path, error: OSError) -> InputError:
    why = (error.strerror or str(error)).lower()
    return InputError(f"{path}: cannot be written ({why}); name another place")


def default_ledger() -> str:
    """The file of the ledger where none is named."""
    return os.environ.get("CROSSFOOT_LEDGER") or "ledger.duckdb"


def printable(words: str) -> str:
    """A message on one line, whatever a file is called."""
    return "".join(c if c.isprintable() else "\ufffd" for c in words)


def wants_colour(options: argparse.Namespace, stream: TextIO) -> bool:
    """``--color``, else colours on a terminal unless NO_COLOR is set (no-color.org)."""
    if options.color != "auto" or options.output:
        return bool(options.color == "always")
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def codes(words: Sequence[str]) -> tuple[str, ...]:
    """``CF1,CF9 CF202`` as one tuple."""
    return tuple(c for word in words for c in word.replace(",", " ").split())


def _day(words: str) -> date:
    try:
        return published_on(date.fromisoformat(words))
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no date; use YYYY-MM-DD") from None
