"""10,000 documents of 20 figures added and linked; a draft checked against them.

Time per document should not grow with the ledger: the last thousand against the first, by
processor time, which what else runs on the machine disturbs less.
``python -m bench ledger`` takes the documents' number from LEDGER_DOCUMENTS (default 10,000).
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from bench._timing import seconds
from crossfoot import check
from crossfoot.ledger import Ledger
from crossfoot.report.result import Report

_CITIES = (
    "Tampa, Florida", "Boston, Massachusetts", "Denver, Colorado", "Dallas, Texas",
    "Phoenix, Arizona", "Omaha, Nebraska", "Portland, Oregon", "Atlanta, Georgia",
    "Chicago, Illinois", "Detroit, Michigan", "Newark, New Jersey", "Miami, Florida",
)  # fmt: skip
_FIRST = ("Blue", "Tall", "Iron", "Quiet", "North", "Red", "Stone", "Clear", "Long", "Bright")
_LAST = ("Pine", "River", "Gate", "Harbor", "Ridge", "Lantern", "Meadow", "Arrow", "Canyon")
_REPORTS = 8  # of one event


def stories(many: int, seed: int = 8) -> Iterator[tuple[str, str, date]]:
    """Reports in groups of eight about one event, each with about 20 figures, some changed."""
    pick = random.Random(seed)
    for number in range(many):
        if number % _REPORTS == 0:
            event = number // _REPORTS
            day = date(2015, 1, 1) + timedelta(days=event * 3)
            name = f"{_FIRST[event % 10]} {_LAST[event // 10 % 9]}"
            cities = pick.sample(_CITIES, 8)
            counts = [pick.randint(11, 300) for _ in cities]
        printed = list(counts)
        if pick.random() < 0.3:
            printed[pick.randrange(len(printed))] += pick.randint(1, 40)
        total = sum(counts)
        convicted = round(total * pick.uniform(0.3, 0.9))
        listed = ", ".join(f"{n} in {c}" for n, c in zip(printed, cities, strict=True))
        yield (
            f"report-{number}",
            f"ICE arrested {total:,} people in Operation {name}, a three-day sweep that ended on "
            f"{day:%B} {day.day}, {day.year}, the agency said. By city, it made {listed}. "
            f"Of those arrested, {convicted:,} had criminal convictions, "
            f"{round(convicted * 100 / total)} percent. Report {number} also notes that "
            f"{pick.randint(100, 999)} beds were free, {pick.randint(100, 999)} officers took "
            f"part and {pick.randint(1000, 9999):,} people were held in the area.",
            day + timedelta(days=pick.randint(0, 5)),
        )


def reports(many: int) -> Iterator[Report]:
    for name, text, published in stories(many):
        yield check(text, published=published, name=name)


def main() -> None:
    many = int(os.environ.get("LEDGER_DOCUMENTS", "10000"))
    batch = many // 10
    every = reports(many)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.duckdb")
        times: list[float] = []
        walls: list[float] = []
        for _ in range(10):
            some = list(islice(every, batch))  # checked beforehand
            begin = time.process_time()
            walls.append(seconds(lambda some=some: ledger.add(some)) / len(some))
            times.append((time.process_time() - begin) / len(some))
        counted = ledger.query(
            "SELECT (SELECT count(*) FROM documents) AS documents, "
            "(SELECT count(*) FROM figures) AS figures, (SELECT count(*) FROM links) AS links"
        )[0]
        drafts = [
            check(text.replace("three-day", "four-day"), published=published, name="draft")
            for _, text, published in list(stories(many))[:: max(1, many // 9)]
        ]
        taken = median(seconds(lambda d=d: ledger.check(d)) for d in drafts)
        size = ledger.path.stat().st_size / 1e6
    print(f"{counted['documents']:,} documents, {counted['figures']:,} figures, "
          f"{counted['links']:,} links, {size:.0f} MB")  # fmt: skip
    for words, row in (("on the clock", walls), ("of processor", times)):
        print(f"add and link, ms a document {words}:", " ".join(f"{t * 1000:.1f}" for t in row))
    print(f"last tenth against first, processor {times[-1] / times[0]:7.2f} x   (at most 1.5)")
    print(f"a draft against all             {taken * 1000:7.0f} ms  (at most 500)")


if __name__ == "__main__":
    main()
