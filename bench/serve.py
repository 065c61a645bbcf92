"""The page under load: 50 requests a second for 30 s, over a ledger of 100,000 figures.

SERVE_SECONDS and LEDGER_DOCUMENTS shorten it; the tests run a second of it.
"""

from __future__ import annotations

import http.client
import os
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

from bench.ledger import reports, stories
from crossfoot.ledger import Ledger

RATE = 50  # requests a second
PATHS = (
    "/", "/?page=7", "/figures", "/figures?q=Boston", "/figures?measure=arrests&page=40",
    "/figures?value=120", "/events", "/measures", "/measures/arrests?place=Boston%2C+Massachusetts",
    "/static/page.css",
)  # fmt: skip


def load(
    site: str, paths: Sequence[str], rate: int, length: float
) -> tuple[list[float], list[str]]:
    """Ask for *paths* in turn, *rate* times a second; seconds of each answer, and what failed."""
    taken: list[float] = []
    failed: list[str] = []
    place = urlsplit(site).netloc
    begin = time.monotonic()

    def worker(first: int, workers: int) -> None:
        for number in range(first, int(rate * length), workers):
            wait = begin + number / rate - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            start = time.monotonic()
            try:
                connection = http.client.HTTPConnection(place, timeout=20)
                connection.request("GET", paths[number % len(paths)])
                answer = connection.getresponse()
                answer.read()
                connection.close()
                if answer.status != 200:
                    failed.append(f"{answer.status} {paths[number % len(paths)]}")
            except OSError as error:
                failed.append(f"{error} {paths[number % len(paths)]}")
            taken.append(time.monotonic() - start)

    threads = [threading.Thread(target=worker, args=(n, 16)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, failed


def draft(site: str, text: str) -> float:
    """Seconds until a draft's findings are there."""
    start = time.monotonic()
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=20)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/draft", urlencode({"text": text}), headers)
    assert connection.getresponse().read()
    return time.monotonic() - start


def main() -> None:
    from tests.serve.site import served

    many = int(os.environ.get("LEDGER_DOCUMENTS", "6000"))
    length = float(os.environ.get("SERVE_SECONDS", "30"))
    given = os.environ.get("LEDGER_FILE")
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(given or Path(folder) / "ledger.duckdb", keep=0.5)
        if not given:
            ledger.add(reports(many))
        figures = ledger.query("SELECT count(*) AS n FROM figures")[0]["n"]
        with served(ledger) as site:
            taken, failed = load(site, PATHS, RATE, length)
            drafts = [draft(site, text) for _, text, _ in list(stories(80))[::9]]
    tail = quantiles(taken, n=100)
    print(f"{figures:,} figures; {len(taken):,} requests in {length:g} s, {len(failed)} failed")
    for words in sorted(set(failed))[:5]:
        print("  ", words)
    print(
        f"median {median(taken) * 1000:.0f} ms, 95th {tail[94] * 1000:.0f}, "
        f"99th {tail[98] * 1000:.0f}"
    )
    print(f"a draft: {median(drafts) * 1000:.0f} ms  (at most 1000)")


if __name__ == "__main__":
    main()
