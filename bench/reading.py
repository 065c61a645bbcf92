"""Reading and checking against a bare scan for digits and against quantulum3, in one run."""

from __future__ import annotations

import gc
import re
import tracemalloc
from collections.abc import Callable
from functools import partial

import crossfoot
from bench._texts import EXAMPLE, releases
from bench._timing import seconds, side_by_side
from crossfoot.figures import read_figures
from crossfoot.figures.quantities import read_quantities

SCAN = re.compile(r"\d+")


def main() -> None:
    texts = releases()
    documents = [crossfoot.read_text(t) for t in texts]
    taken = side_by_side(
        {
            "re scan for digits": lambda: [SCAN.findall(t) for t in texts],
            "quantities": lambda: [read_quantities(d) for d in documents],
            "with context": lambda: [read_figures(d) for d in documents],
            "check": lambda: [crossfoot.check(t) for t in texts],
        }
    )
    if peer := _quantulum():
        # over the same texts: it takes five seconds, and a sample is off by a tenth
        taken["quantulum3"] = seconds(lambda: [peer(t) for t in texts])
    base = taken["re scan for digits"]
    size = sum(map(len, texts))
    for name, time in taken.items():
        ratio = f"   {taken['quantulum3'] / time:8.1f} x as fast as quantulum3" * (
            "quantulum3" in taken
        )
        print(
            f"{name:20} {time * 1000:9.1f} ms {len(texts) / time:9.0f} documents/s "
            f"{time / base:8.1f} x the scan{ratio}"
        )
    slowest = _slowest(texts)
    print(
        f"slowest document: {slowest:.1f} x the median time a character ({size} characters in all)"
    )
    _growth()
    _memory(texts)


def _quantulum() -> Callable[[str], object] | None:
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: no comparison")
        return None
    parser.parse("12 people", classifier_path=None)
    parse: Callable[[str], object] = parser.parse
    return parse


def _slowest(texts: list[str]) -> float:
    rates = sorted(
        min(seconds(partial(crossfoot.check, t)) for _ in range(3)) / len(t) for t in texts
    )
    return rates[-1] / rates[len(rates) // 2]


def _growth() -> None:
    story = EXAMPLE.read_text("utf-8")
    rates = {}
    for kilobytes in (10, 100, 1000):
        text = story * (kilobytes * 1000 // len(story))
        rates[kilobytes] = seconds(partial(crossfoot.check, text)) / len(text)
    print(
        "time a character at 10, 100, 1,000 KB: "
        + ", ".join(f"{rate * 1e6:.2f} us ({rate / rates[10]:.2f} x)" for rate in rates.values())
    )


def _memory(texts: list[str]) -> None:
    for text in texts:
        crossfoot.check(text)
    tracemalloc.start()
    marks = []
    for count in range(1000):
        crossfoot.check(texts[count % len(texts)])
        if count in (199, 999):
            gc.collect()  # also gives back what the interpreter keeps to use again
            marks.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    print(
        f"memory held after 200 and 1,000 documents: {marks[0] // 1024} and {marks[1] // 1024} KB"
    )
