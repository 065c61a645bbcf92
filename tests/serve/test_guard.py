"""What the page refuses, what it bounds, and what it sends with every answer."""

from __future__ import annotations

import http.client
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from crossfoot import check
from crossfoot.ledger import Ledger
from tests.ledger.stories import reports
from tests.serve.site import served

for module in ("duckdb", "starlette", "uvicorn"):
    pytest.importorskip(module)
HOSTILE = (
    "<script>document.title='ran'</script> ICE arrested 1,204 people <img src=x onerror=alert(1)> "
    "in Tampa, Florida, on June 6, 2025, \u202eit said\u202c {{ 7*7 }} {% raw %} ‮ \u0000 "
    "</textarea></iframe><svg onload=alert(1)> of which 88 percent had convictions."
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = Ledger(tmp_path_factory.mktemp("serve") / "ledger.duckdb", keep=0.5)
    ledger.add(reports())
    name = "<img src=x onerror=alert(2)>\u202e.txt"
    ledger.add(check(HOSTILE, published="2025-06-07", name=name), keep_text=True)
    return ledger


@pytest.fixture(scope="module")
def site(ledger: Ledger) -> Iterator[str]:
    with served(ledger) as address:
        yield address


def ask(
    site: str, path: str, method: str = "GET", body: str | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=20)
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    if body is not None:
        named.setdefault("Content-Type", "application/x-www-form-urlencoded")
    connection.request(method, path, body, named)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    sent = {k.lower(): v for k, v in answer.getheaders()}
    connection.close()
    return answer.status, sent, text


VIEWS = ("/", "/figures", "/events", "/measures", "/measures/arrests", "/draft")


@pytest.mark.parametrize("path", VIEWS)
def test_views_answer_under_a_strict_policy(site: str, path: str) -> None:
    status, headers, text = ask(site, path)
    assert status == 200
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "<script" not in text
    assert "http://" not in text
    assert "https://" not in text


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:80", ""]
)
def test_other_host_names_are_refused(site: str, host: str) -> None:
    status, _, text = ask(site, "/", Host=host)
    assert status == 421
    assert "<html" not in text


def test_other_origins_are_refused(site: str) -> None:
    form = urlencode({"text": "ICE arrested 12 people."})
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ):
        assert ask(site, "/draft", "POST", form, **headers)[0] == 403
        assert ask(site, "/", **headers)[0] == 403
    own = ask(site, "/draft", "POST", form, Origin=site, Sec_Fetch_Site="same-origin")
    assert own[0] == 200


def test_inputs_are_bounded(site: str) -> None:
    assert ask(site, "/draft", "POST", "text=" + "1 " * 600_000)[0] == 413
    assert ask(site, "/figures?q=" + "x" * 5000)[0] == 414
    assert ask(site, "/", "DELETE")[0] == 405
    assert ask(site, "/", "PUT", "x")[0] == 405
    assert ask(site, "/figures?page=99999999999999999999")[0] == 200
    assert ask(site, "/figures?page=-1&value=1e999&status=none&measure=%00")[0] == 200
    assert ask(site, "/draft", "POST", "&".join(f"a{n}=1" for n in range(100)))[0] == 400
    assert ask(site, "/draft", "POST", urlencode({"text": "x", "published": "soon"}))[0] == 400
    assert ask(site, "/draft", "POST", "text=%20")[0] == 400


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/documents/none", "/events/none", "/static/../app.py", "/static/%2e%2e/app.py",
     "/documents/none/report", "/measures/arrests/chart.exe"],
)  # fmt: skip
def test_what_is_not_there_is_said(site: str, path: str) -> None:
    status, _, text = ask(site, path)
    assert status == 404
    assert "Traceback" not in text


def test_search_takes_words_as_they_are(site: str) -> None:
    assert "Tampa" in ask(site, "/figures?q=tampa")[2]
    assert "No figure fits" in ask(site, "/figures?q=%25%25zz_")[2]
    assert "No figure fits" in ask(site, "/figures?q=';drop+table+figures;--")[2]
    assert "412" in ask(site, "/figures?value=412")[2]
    for value in ("-412", "%E2%88%92412", "1e999", ".", "many"):
        assert "No figure fits" in ask(site, f"/figures?value={value}")[2]


def test_a_hostile_document_only_shows(site: str, ledger: Ledger) -> None:
    (row,) = ledger.query("SELECT id FROM documents WHERE text IS NOT NULL")
    for path in ("/", "/figures?q=1,204", f"/documents/{row['id']}"):
        text = ask(site, path)[2]
        for live in ("<script", "<img src=x", "<svg onload", "\u202e"):
            assert live not in text, path
        assert "{{ 7*7 }}" in text or path == "/", "a template in a text stays text"
    status, headers, text = ask(site, f"/documents/{row['id']}/report")
    assert status == 200
    assert "unsafe" not in headers["content-security-policy"]
    assert "<img src=x" not in text
    assert "\u202e" not in text


def test_charts_come_as_svg_png_and_csv(site: str) -> None:
    pytest.importorskip("vl_convert")
    _, headers, text = ask(site, "/measures/arrests/chart.svg")
    assert headers["content-type"].startswith("image/svg+xml")
    assert "<svg" in text
    assert "<script" not in text
    assert ask(site, "/measures/arrests/chart.png")[1]["content-type"] == "image/png"
    status, headers, text = ask(site, "/measures/arrests/chart.csv")
    assert status == 200
    assert text.startswith("kind,period_start")
    assert "claimed" in text


def test_the_released_series_stands_behind_a_measure(ledger: Ledger, tmp_path: Path) -> None:
    from datetime import date

    from crossfoot.records.store import open_store

    store = tmp_path / "data.duckdb"
    with open_store(store, write=True) as opened:
        opened.connection.execute(
            "INSERT INTO editions (id, sha256, file, publisher, title, edition, as_of, terms, "
            "rows_in, rows_out, sums, sums_held, notes, person_level) VALUES "
            "(1, 'x', 'counts.xlsx', 'ICE', 'Counts', '2025', ?, '', 1, 1, 0, 0, [], false)",
            [date(2025, 6, 1)],
        )
        opened.connection.execute(
            "INSERT INTO observations VALUES (1, 'detained', 51302, 'people', ?, ?, 'day', '', "
            "'Sheet', 'A1', '')",
            [date(2025, 6, 1), date(2025, 6, 1)],
        )
    with served(ledger, store) as address:
        text = ask(address, "/measures/detained?length=days")[2]
        assert "What was released" in text
        assert "counts.xlsx" in text
        assert "released,2025-06-01" in ask(address, "/measures/detained/chart.csv")[2]


def test_a_draft_gets_its_findings_and_its_ties(site: str) -> None:
    text = (
        "ICE arrested 412 people in Operation River Bend, which ended on Friday, June 6, 2025. "
        "It made 71 arrests in Tampa, Florida."
    )
    status, headers, answer = ask(
        site, "/draft", "POST", urlencode({"text": text, "published": "2025-06-10"})
    )
    assert status == 200
    assert "CF301" in answer
    assert "CF305" in answer
    assert "script-src 'sha256-" in headers["content-security-policy"]


def test_a_missing_ledger_is_said(tmp_path: Path) -> None:
    with served(Ledger(tmp_path / "none.duckdb")) as address:
        status, _, text = ask(address, "/")
        assert status == 404
        assert "no ledger there" in text
        assert ask(address, "/draft")[0] == 200


def test_a_writer_is_not_shut_out(site: str, ledger: Ledger) -> None:
    """Pages are asked for while a document is added."""
    import threading

    stop = threading.Event()
    seen: list[int] = []

    def look() -> None:
        while not stop.is_set():
            seen.append(ask(site, "/figures")[0])

    thread = threading.Thread(target=look)
    thread.start()
    try:
        for number in range(5):
            text = f"ICE arrested {300 + number} people in Ohio on May {number + 1}, 2025."
            ledger.add(check(text, published="2025-05-09", name=f"ohio-{number}"))
    finally:
        stop.set()
        thread.join()
    assert set(seen) == {200}


def test_a_second_of_load(site: str) -> None:
    """The benchmark's load, in short: no answer but 200, none slow."""
    from bench.serve import PATHS, RATE, load

    taken, failed = load(site, PATHS, RATE, 1)
    assert failed == []
    assert len(taken) == RATE


def test_the_command_serves_on_the_loopback_address_only(ledger: Ledger) -> None:
    import os
    import subprocess
    import sys

    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "crossfoot", "serve", "--ledger", str(ledger.path)]
    process = subprocess.Popen(
        [*command, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    try:
        assert process.stdout
        address = process.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        for _ in range(100):
            try:
                assert ask(address, "/")[0] == 200
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        else:
            pytest.fail("the page does not answer")
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors


def test_the_port_that_browsers_leave_out_is_left_out() -> None:
    from crossfoot.cli.serve import _hosts

    assert "127.0.0.1" in _hosts(80)
    assert _hosts(8765) == ("127.0.0.1:8765", "localhost:8765")


def test_serve_looks_into_the_released_data_at_once(
    ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from crossfoot.cli import main
    from crossfoot.cli.serve import _data

    text = tmp_path / "a.txt"
    text.write_text("no store")
    for name, said in ((str(text), "cannot be opened"), (str(tmp_path / "none"), "no data at")):
        words = ["serve", "--ledger", str(ledger.path), "--port", "0", "--data", name]
        assert main(words) == 2
        assert said in capsys.readouterr().err
    monkeypatch.setenv("CROSSFOOT_DATA", str(text))
    assert _data(None) is None
    assert "served without it" in capsys.readouterr().err


def test_serve_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from crossfoot.cli import main

    assert main(["serve", "--ledger", str(tmp_path / "none.duckdb")]) == 2
    assert "no ledger there" in capsys.readouterr().err
