"""Writing a report in each format, against checking the text; and ten texts' worth against one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import crossfoot
from bench._texts import EXAMPLE
from bench._timing import side_by_side
from crossfoot.report import html, json, sarif, sheet, text

FORMATS: dict[str, Callable[[crossfoot.Report], object]] = {
    "text": text.render,
    "json": json.render,
    "sarif": lambda report: sarif.render([("a.txt", report)]),
    "sheet": sheet.render_text,
    "html": html.render,
}


def main() -> None:
    words = EXAMPLE.read_text("utf-8")
    one, ten = crossfoot.check(words), crossfoot.check("\n\n".join([words] * 10))
    works: dict[str, Callable[[], object]] = {"check": lambda: crossfoot.check(words)}
    for name, render in FORMATS.items():
        works[name] = partial(render, one)
        works[f"{name} x10"] = partial(render, ten)
    taken = side_by_side(works)
    print(f"check  {taken['check'] * 1000:6.1f} ms")
    for name in FORMATS:
        small, large = taken[name], taken[f"{name} x10"]
        part = small / taken["check"]
        print(f"{name:6} {small * 1000:6.1f} ms  {part:5.2f} of a check, x10: {large / small:5.1f}")
