"""``crossfoot data``: released data that figures are checked against."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossfoot.cli import Commands
from crossfoot.cli._inputs import printable, say
from crossfoot.model import InputError

if TYPE_CHECKING:
    from crossfoot.records.store import Edition, Store

_SHOWN = 40  # numbers of a measure
_OF_MEASURE = "FROM observations o JOIN editions e ON e.id = o.edition WHERE measure = ?"


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "data",
        help="released data to check figures against",
        description="Keep released data in one file, and look into it.",
        epilog="The file is --store, else $CROSSFOOT_DATA, else one in the user's data folder.",
    )
    parser.add_argument("--store", type=Path, metavar="FILE", help="the data file to use")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _action(actions, "add", _add, "load files, folders or addresses", ("FILE", "+"))
    _action(actions, "fetch", _fetch, "fetch named data sets; without a name, list them",
            ("names", "*"))  # fmt: skip
    _action(actions, "list", _list, "what is loaded: editions, dates, checks, terms")
    _action(actions, "show", _show, "the latest numbers of a measure; without one, the measures",
            ("measure", "?"))  # fmt: skip
    _action(actions, "query", _query, "run a query on the tables editions, observations, places",
            ("sql", None))  # fmt: skip
    _action(actions, "remove", _remove, "remove loaded files by name or checksum", ("names", "+"))


def _action(
    actions: Any, name: str, run: Callable[[argparse.Namespace], int], about: str,
    *arguments: tuple[str, str | None],
) -> None:  # fmt: skip
    parser = actions.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    for argument, many in arguments:
        parser.add_argument(argument, nargs=many)
    parser.set_defaults(run=run)


def _add(options: argparse.Namespace) -> int:
    """What can be read is added; the rest is told, and where it was named the exit code is 2."""
    from crossfoot.records.store import open_store

    with open_store(options.store, write=True) as store:
        used = [_add_named(name, store) for name in options.FILE]
    return 0 if all(used) else 2


def _add_named(name: str, store: Store) -> bool:
    """Add a file, an address, or the files of a folder; gives whether *name* could be used."""
    from crossfoot.records.fetch import download

    path = Path(name)
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.is_file())
        for file in inside:
            _add_file(file, store)
        if not inside:
            say(f"{name}: there is no file in that folder; name another")
        return bool(inside)
    try:
        path = download(name, store.path.parent / "files", say=say) if "://" in name else path
    except InputError as error:
        say(f"left out: {error}")
        return False
    return _add_file(path, store)


def _add_file(path: Path, store: Store) -> bool:
    try:
        added = store.add(path)
    except InputError as error:
        say(f"left out: {error}")
        return False
    print(_told(added.edition, "added" if added.new else "is there already"))
    for note in added.edition.notes if added.new else ():
        print(f"  {note}", file=sys.stderr)
    return True


def _told(edition: Edition, what: str) -> str:
    return (
        f"{edition.file}: {what}: {edition.title}, {edition.edition}; {edition.rows_in:,} rows in, "
        f"{edition.rows_out:,} observations out, {edition.sums_held} of {edition.sums} sums hold"
    )


def _fetch(options: argparse.Namespace) -> int:
    from crossfoot.records.fetch import data_sets, fetch
    from crossfoot.records.store import open_store

    if not options.names:
        for entry in data_sets().values():
            where = entry.url or "ships with Crossfoot"
            print(f"{entry.name}: {entry.title} ({entry.publisher}; {entry.terms})\n  {where}")
        return 0
    bad = False
    with open_store(options.store, write=True) as store:
        for name in options.names:
            try:
                path, entry = fetch(name, store.path.parent / "files", say=say)
            except InputError as error:
                say(str(error))
                bad = True
                continue
            bad = not _add_file(path, store) or bad
            print(f"  {entry.publisher}; {entry.terms}; {entry.page}")
    return 2 if bad else 0


def _list(options: argparse.Namespace) -> int:
    from crossfoot.records.store import open_store

    with open_store(options.store) as store:
        latest = {e.title: e.id for e in store.editions}
        for e in store.editions:
            older = "" if latest[e.title] == e.id else " (a newer edition is loaded beside it)"
            print(
                f"{e.as_of}  {e.file}  {e.title}, {e.edition}{older}\n"
                f"            {e.publisher}; {e.terms}; {e.rows_out:,} observations; "
                f"sha256 {e.sha256[:12]}"
            )
    return 0


def _show(options: argparse.Namespace) -> int:
    from crossfoot.records.store import open_store

    with open_store(options.store) as store:
        if options.measure is None:
            rows = store.query(
                "SELECT measure, any_value(unit) AS unit, min(period_start) AS since, "
                "max(period_end) AS until, count(*) AS numbers FROM observations "
                "GROUP BY measure ORDER BY measure"
            )
        else:
            _, (numbers,) = store.query(f"SELECT count(*) {_OF_MEASURE}", [options.measure])
            if not numbers:
                raise InputError(f"no measure is named {options.measure!r}; see 'data show'")
            rows = store.query(
                "SELECT o.period_start AS since, o.period_end AS until, o.dims, o.value, o.unit, "
                f"e.file, trim(o.sheet) AS sheet, o.cell {_OF_MEASURE} "
                f"ORDER BY until DESC, since, dims, e.as_of LIMIT {_SHOWN}",
                [options.measure],
            )
    _table(rows)
    if options.measure is not None and numbers > _SHOWN:
        say(f"{_SHOWN} of {numbers:,} numbers; 'crossfoot data query' gives any of them")
    return 0


def _query(options: argparse.Namespace) -> int:
    from crossfoot.records.store import open_store

    with open_store(options.store) as store:
        _table(store.query(options.sql))
    return 0


def _remove(options: argparse.Namespace) -> int:
    from crossfoot.records.store import open_store

    with open_store(options.store, write=True) as store:
        for name in options.names:
            for edition in store.remove(name):
                print(f"{edition.file}: removed ({edition.rows_out:,} observations)")
    return 0


def _table(rows: Sequence[Sequence[Any]]) -> None:
    """Columns aligned; the first row holds their names."""
    texts = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        print(line.rstrip())


def _cell(value: Any) -> str:
    """A value in full: the shortest digits that mean a number, infinities and "nan" in words."""
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return "" if value is None else printable(str(value))
