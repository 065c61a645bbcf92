"""``crossfoot ledger …``: the figures of many documents in one file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crossfoot.cli import Commands
from crossfoot.cli._inputs import add_inputs, default_ledger, printable, say
from crossfoot.cli._reports import add_jobs, reports

if TYPE_CHECKING:
    from crossfoot.report.result import Report

FORMATS = ("csv", "parquet", "jsonl", "datapackage")
LINKS = ("same", "conflict", "label", "update", "copy")


def add(commands: Commands) -> None:
    """Enter the command and its verbs."""
    parser = commands.add_parser(
        "ledger",
        help="keep the figures of many documents and link them",
        description="Store documents' figures in one file; find events and links between them.",
    )
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    _add(verbs)
    _verb(verbs, "list", _list, "the documents, newest first")
    show = _verb(verbs, "show", _show, "a document: its figures, findings and links")
    show.add_argument("document", help="id, the start of it, or name")
    remove = _verb(verbs, "remove", _remove, "take documents out")
    remove.add_argument("documents", nargs="+", metavar="DOCUMENT", help="ids or names")
    _verb(verbs, "events", _events, "documents about one event, with what brings them together")
    links = _verb(verbs, "links", _links, "figures of different documents about one quantity")
    links.add_argument("--kind", choices=LINKS, help="only these")
    export = _verb(verbs, "export", _export, "all tables into a new folder")
    export.add_argument("folder", help="a folder that does not exist yet")
    export.add_argument("--format", choices=FORMATS, default="csv", help="default: csv")
    query = _verb(verbs, "query", _query, "the result of a read-only SQL query, tab-separated")
    query.add_argument("sql", help="SELECT …; tables are documents, figures, findings, links, …")


def ledger_option(parser: argparse.ArgumentParser) -> None:
    """``--ledger FILE``."""
    parser.add_argument(
        "--ledger", default=default_ledger(), metavar="FILE",
        help="the file; default: $CROSSFOOT_LEDGER, else ledger.duckdb",
    )  # fmt: skip


def _verb(verbs: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=words, description=words)
    ledger_option(parser)
    parser.set_defaults(run=run)
    return parser


def _add(verbs: Any) -> None:
    parser = _verb(verbs, "add", _run_add, "check documents and store their figures")
    add_inputs(parser)
    add_jobs(parser)
    parser.add_argument(
        "--keep-text", action="store_true",
        help="store the text too; else short excerpts, names of private persons left out",
    )  # fmt: skip


def _run_add(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    bad: list[str] = []

    def usable() -> Iterator[Report]:
        for path, report in reports(options):
            if report is None:
                bad.append(path)
            else:
                yield report

    ledger = Ledger(options.ledger)
    added = ledger.add(usable(), keep_text=options.keep_text)
    for one in added:
        of = f" (was {one.version_of})" if one.version_of else ""
        print(f"{one.state:8} {one.id}  {printable(one.name)}{of}")
        if one.state != "known" or options.published is None:
            continue
        stored = ledger.document(one.id)["published"]
        if stored != options.published:
            say(f"{one.name}: is stored as {stored or 'undated'} and stays so; remove it first")
            bad.append(one.name)
    return 2 if bad else 0


def _list(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    rows = Ledger(options.ledger).documents()
    for row in rows:
        print(
            f"{row['id'][:8]}  {row['published'] or '          '}  {row['figures']:4} figures"
            f"  {row['findings']:3} to see  {printable(row['name'])}"
        )
    print(f"{len(rows)} documents", file=sys.stderr)
    return 0


def _show(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    row = Ledger(options.ledger).document(options.document)
    print(printable(f"{row['name']}  {row['published'] or 'undated'}  {row['id']}"))
    for figure in row["figures_list"]:
        about = (figure["measure"], figure["place"], figure["period_start"], figure["source"])
        said = ", ".join(str(a) for a in about if a)
        print(printable(f"  {figure['text']:>12}  {figure['status']:12} {said}"))
    for finding in row["findings_list"]:
        print(printable(f"  {finding['code']} {finding['verdict']}: {finding['message']}"))
    for line in _told(row["links_list"]):
        print(line)
    return 0


def _remove(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    for document in Ledger(options.ledger).remove(*options.documents):
        print(f"removed  {document}")
    return 0


def _events(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    ledger = Ledger(options.ledger)
    for row in ledger.events():
        print(
            printable(f"{row['event']}  {row['first'] or 'undated'}  {row['documents']} documents")
        )
        event = ledger.event(row["event"])
        for document in event["documents"]:
            print(printable(f"  {document['id'][:8]}  {document['name']}"))
        for relative in event["relatives"][:1]:
            print(printable(f"  because {'; '.join(relative['reasons'])}"))
    return 0


def _links(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    for line in _told(Ledger(options.ledger).links(options.kind)):
        print(line)
    return 0


def _told(links: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in links:
        yield printable(
            f"  {row['kind']:8} {row['later_name']} “{row['later_text']}” / "
            f"{row['earlier_name']} “{row['earlier_text']}”: {'; '.join(row['reasons'])}"
        )


def _export(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    for path in Ledger(options.ledger).export(options.folder, options.format):
        print(path)
    return 0


def _query(options: argparse.Namespace) -> int:
    from crossfoot.ledger import Ledger

    rows = Ledger(options.ledger).query(options.sql)
    if rows:
        print("\t".join(rows[0]))
    for row in rows:
        print("\t".join(printable("" if v is None else str(v)) for v in row.values()))
    return 0
