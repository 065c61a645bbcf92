"""``crossfoot serve``: the ledger as a page on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from crossfoot.cli import Commands
from crossfoot.cli._inputs import say
from crossfoot.cli.ledger import ledger_option

_LOOPBACK = "127.0.0.1"
_HTTP = 80
_KEEP = 0.5  # seconds for which requests share one opening of the file


def add(commands: Commands) -> None:
    """Enter the command."""
    parser = commands.add_parser(
        "serve",
        help="show the ledger as a page on this machine",
        description="Serve the ledger on the loopback address; nothing leaves the machine.",
    )
    ledger_option(parser)
    parser.add_argument(
        "--port", type=_port, default=8765, help="default: 8765; 0 takes a free one"
    )
    parser.add_argument(
        "--data", metavar="FILE",
        help="the store of released data; default: that of `crossfoot data`",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    import socket

    from crossfoot.ledger import Ledger
    from crossfoot.model import InputError

    try:
        import uvicorn

        from crossfoot.serve.app import application
    except ImportError as error:
        raise InputError(f"the page needs {error.name}: pip install 'crossfoot[serve]'") from None
    data = _data(options.data)
    ledger = Ledger(options.ledger, keep=_KEEP)
    ledger.documents()  # a missing or foreign file is said now, not on the first request
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_LOOPBACK, options.port))
    except OSError as error:
        ledger.close()
        raise InputError(f"port {options.port}: {error.strerror}; choose another --port") from None
    port = listener.getsockname()[1]
    print(f"http://{_LOOPBACK}:{port}/  (Ctrl-C ends it)", flush=True)
    config = uvicorn.Config(
        application(ledger, _hosts(port), data), log_level="warning", access_log=False,
        server_header=False, proxy_headers=False, limit_concurrency=200, timeout_keep_alive=5,
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        ledger.close()
    return 0


def _data(named: str | None) -> Path | None:
    """The store of released data, looked into now; the page does without one nobody named.

    Raises:
        InputError: the one that is named is missing, or no store.
    """
    from crossfoot.model import InputError
    from crossfoot.records.store import default_path, open_store

    path = Path(named) if named else default_path()
    if not named and not path.exists():
        return path  # there may be some later
    try:
        with open_store(path) as store:
            _ = store.editions
    except InputError as error:
        if named:
            raise
        say(f"{error} (the page is served without it)")
        return None
    return path


def _hosts(port: int) -> tuple[str, ...]:
    """The page as browsers name it: they leave out the port that http has anyway."""
    names = (_LOOPBACK, "localhost")
    return (*(f"{n}:{port}" for n in names), *(names if port == _HTTP else ()))


def _port(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 6 and int(words) < 65536):
        raise argparse.ArgumentTypeError(f"{words!r} is no port; use 0 to 65535")
    return int(words)
