"""A page served from a thread of the test, over a ledger of invented reports."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crossfoot.ledger import Ledger


@contextmanager
def served(ledger: Ledger, data: Path | None = None) -> Iterator[str]:
    """The address of the running page."""
    import uvicorn

    from crossfoot.serve.app import application

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
    config = uvicorn.Config(application(ledger, hosts, data), log_level="warning", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < deadline, "the page did not start"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        ledger.close()
