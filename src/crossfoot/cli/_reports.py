"""The files that a command was given, read and checked: several at once where there are many."""

from __future__ import annotations

import argparse
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from crossfoot.cli._inputs import say, tell
from crossfoot.model import InputError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from crossfoot.report.result import Report

__all__ = ["add_jobs", "reports"]

Work: TypeAlias = "Callable[[str], Report | str]"
_HANDFUL = 8  # files that a process is given at a time
_MANY = 200  # files from which on several processes are worth their start
_AHEAD = 2  # handfuls a process that may be read before the first is asked for


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """``--jobs``."""
    parser.add_argument(
        "-j", "--jobs", type=_at_least_one, metavar="N",
        help=f"check so many files at once; default: a file a processor, from {_MANY} files on",
    )  # fmt: skip


def reports(
    options: argparse.Namespace, select: frozenset[str] | None = None
) -> Iterator[tuple[str, Report | None]]:
    """Every file with its report, or None where it cannot be used; that is said in its turn.

    No report is kept here: a thousand files need the memory of a few.
    """
    files: Sequence[str] = options.files
    jobs = min(options.jobs or _processors(len(files)), len(files))
    work = partial(_report, published=options.published, select=select)
    found = map(work, files) if jobs == 1 else _at_once(work, files, jobs)
    for number, path in enumerate(files, 1):
        tell(number, len(files), path)
        report = next(found)
        if isinstance(report, str):
            say(report)
            yield path, None
        else:
            yield path, report


def _report(path: str, *, published: date | None, select: frozenset[str] | None) -> Report | str:
    """The report of a file, or what is wrong with it."""
    from crossfoot.pipeline import check_document
    from crossfoot.read import load

    try:
        document = load(path, published=published)
    except InputError as error:
        return str(error)
    return check_document(document, select=select)


def _at_once(work: Work, files: Sequence[str], jobs: int) -> Iterator[Report | str]:
    """What *work* makes of each file, in their order, in *jobs* processes."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # spawned: a forked one would hold the locks of whatever threads there are
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interrupts)
    waiting: deque[Future[list[Report | str]]] = deque()
    try:
        for start in range(0, len(files), _HANDFUL):
            some = files[start : start + _HANDFUL]
            if "-" in some:  # only this process has the standard input
                waiting.append(_done(_each(work, some)))
            else:
                waiting.append(pool.submit(_each, work, some))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise InputError(
            "a process that checks files was stopped (out of memory?); try --jobs 1"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _each(work: Work, files: Sequence[str]) -> list[Report | str]:
    return [work(path) for path in files]


def _done(result: list[Report | str]) -> Future[list[Report | str]]:
    from concurrent.futures import Future

    future: Future[list[Report | str]] = Future()
    future.set_result(result)
    return future


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors(files: int) -> int:
    """How many files at once are worth it."""
    if files < _MANY:
        return 1
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _at_least_one(words: str) -> int:
    if not (words.isascii() and words.isdigit() and int(words)):
        raise argparse.ArgumentTypeError(f"{words!r} is no number of files; use 1 or more")
    return int(words)
