"""The page of the commands, made of their parsers: what a command says of itself, in tables.

Not `format_help`: its layout differs between versions of Python.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator


def manual(parser: argparse.ArgumentParser, *, name: str = "crossfoot") -> str:
    """Every command with its arguments and options, in Markdown."""
    return "\n".join(["# Commands", "", *_sections(parser, name, 2)]).rstrip() + "\n"


def _sections(parser: argparse.ArgumentParser, name: str, level: int) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command, below in action.choices.items():
                yield f"{'#' * level} `{name} {command}`"
                yield ""
                if below.description:
                    yield " ".join(below.description.split())
                    yield ""
                yield from _table(below)
                if below.epilog:
                    yield _sentence(below.epilog)
                    yield ""
                yield from _sections(below, f"{name} {command}", level + 1)


def _table(parser: argparse.ArgumentParser) -> Iterator[str]:
    rows = [
        f"| {_named(action)} | {_said(action)} |"
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
        and action.help is not argparse.SUPPRESS
    ]
    if rows:
        yield from ("| argument | meaning |", "|---|---|", *rows, "")


def _named(action: argparse.Action) -> str:
    value = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
    if isinstance(value, tuple):
        value = " ".join(value)
    if not action.option_strings:
        return f"`{value}{'…' if action.nargs in ('+', '*') else ''}`"
    return ", ".join(f"`{o}{' ' + value if value else ''}`" for o in action.option_strings)


def _sentence(words: str) -> str:
    """An epilog as a sentence: a capital at its start, one full stop; names stay as they are."""
    said = " ".join(words.split()).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."


def _said(action: argparse.Action) -> str:
    words = " ".join((action.help or "").replace("%%", "%").split()).replace("|", "\\|")
    if action.choices is not None:
        words += f" ({', '.join(map(str, action.choices))})"
    return words
