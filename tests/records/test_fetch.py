"""Downloads against a server of our own: redirects, going on, checksums, cut connections."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crossfoot.model import InputError
from crossfoot.records import fetch
from crossfoot.records.fetch import data_sets, download

BODY = bytes(range(256)) * 4000
SHA = hashlib.sha256(BODY).hexdigest()


class Server(ThreadingHTTPServer):
    """What was asked, and how often it cuts the connection."""

    asked: list[tuple[str, str]]
    cuts: int


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        start = self.headers.get("Range", "")
        self.server.asked.append((self.path, start))
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/files/data%20set.csv")
            self.end_headers()
            return
        if self.path == "/gone":
            self.send_error(404)
            return
        self._send(int(start.removeprefix("bytes=").rstrip("-")) if start else 0)

    def _send(self, first: int) -> None:
        if self.path == "/whole":
            first = 0  # a server that knows no ranges
        if first >= len(BODY):
            self.send_error(416)
            return
        self.send_response(206 if first else 200)
        self.send_header("Content-Length", str(len(BODY) - first))
        if first:
            self.send_header("Content-Range", f"bytes {first}-{len(BODY) - 1}/{len(BODY)}")
        self.end_headers()
        if self.server.cuts:
            self.server.cuts -= 1
            self.wfile.write(BODY[first : first + 100_000])
            self.wfile.flush()
            self.connection.close()
            return
        self.wfile.write(BODY[first:])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.asked, made.cuts = [], 0
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


def url(server: Server, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


def test_redirects_are_followed(server: Server, tmp_path: Path) -> None:
    got = download(url(server, "/moved"), tmp_path, sha256=SHA)
    assert got.read_bytes() == BODY
    assert [path for path, _ in server.asked] == ["/moved", "/files/data%20set.csv"]


def test_a_cut_connection_is_taken_up_where_it_was(server: Server, tmp_path: Path) -> None:
    server.cuts = 2
    got = download(url(server, "/a.csv"), tmp_path, sha256=SHA)
    assert got.read_bytes() == BODY
    starts = [start for _, start in server.asked]
    assert starts[0] == ""
    assert starts[1].startswith("bytes=")
    assert starts[1] != starts[2]


def test_what_came_is_kept_for_the_next_run(server: Server, tmp_path: Path) -> None:
    server.cuts = 3
    with pytest.raises(InputError, match="run it again to go on"):
        download(url(server, "/a.csv"), tmp_path, sha256=SHA)
    assert not (tmp_path / "a.csv").exists()
    assert download(url(server, "/a.csv"), tmp_path, sha256=SHA).read_bytes() == BODY
    assert server.asked[-1][1].startswith("bytes=")


def test_a_server_without_ranges_sends_all_again(server: Server, tmp_path: Path) -> None:
    (tmp_path / "whole.part").write_bytes(BODY[:5000])
    assert download(url(server, "/whole"), tmp_path, sha256=SHA).read_bytes() == BODY


def test_a_part_that_is_too_long_is_dropped(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.csv.part").write_bytes(BODY + b"more")
    assert download(url(server, "/a.csv"), tmp_path, sha256=SHA).read_bytes() == BODY


def test_a_wrong_checksum_keeps_nothing(server: Server, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="checksum"):
        download(url(server, "/a.csv"), tmp_path, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_fetched(server: Server, tmp_path: Path) -> None:
    download(url(server, "/a.csv"), tmp_path, sha256=SHA)
    asked = len(server.asked)
    download(url(server, "/a.csv"), tmp_path, sha256=SHA)
    assert len(server.asked) == asked


def test_a_refusal_is_told_at_once(server: Server, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="404"):
        download(url(server, "/gone"), tmp_path)
    assert len(server.asked) == 1


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://example.org/a", "data.csv"])
def test_only_web_addresses_are_fetched(address: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only http and https"):
        download(address, tmp_path)


def test_an_address_that_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_SECONDS", 2.0)
    with pytest.raises(InputError, match="cannot be reached"):
        download("http://127.0.0.1:9/a.csv", tmp_path)


def test_named_sets_say_whose_they_are() -> None:
    for entry in data_sets().values():
        assert entry.publisher
        assert entry.terms
        assert (entry.url is None) != (entry.file is None)
        assert entry.url is None or entry.url.startswith("https://")
        assert entry.sha256 or entry.moving or entry.file


def test_shipped_tables_load(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    from crossfoot.records.store import open_store

    with open_store(tmp_path / "s.duckdb", write=True) as store:
        for entry in data_sets().values():
            if entry.file:
                path, _ = fetch.fetch(entry.name, tmp_path)
                assert store.add(path).edition.rows_out > 10
        ceilings = {r.end.year: r.value for r in store.records("refugee_ceiling", "")}
    assert ceilings[1980] == 231700
    assert ceilings[2018] == 45000


def test_a_set_that_is_not_known(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="known are refugees"):
        fetch.fetch("vera", tmp_path)
