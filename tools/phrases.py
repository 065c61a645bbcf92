"""The page of the hardest phrases, made of ``tests/figures/phrases.jsonl``."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from crossfoot.interval import display

CASES = Path(__file__).resolve().parent.parent / "tests" / "figures" / "phrases.jsonl"
HEAD = """# The hardest hundred phrases

What Crossfoot reads in them: the words it takes as a figure, the kind, the value, and the
range that the wording allows. Each line is a test (`tests/figures/phrases.jsonl`); this page
is written by `make docs`.

| phrase | figure | kind | value | range |
|---|---|---|---|---|
"""


def page() -> str:
    """The page as it should stand in ``docs/phrases.md``."""
    lines = CASES.read_text("utf-8").splitlines()
    return HEAD + "".join(row for line in lines for row in _rows(json.loads(line)))


def _rows(case: dict[str, Any]) -> list[str]:
    phrase = _cell(case["text"])
    if not case["reads"]:
        return [f"| {phrase} | none | | | |\n"]
    rows = []
    for number, read in enumerate(case["reads"]):
        first = phrase if number == 0 else ""
        rows.append(
            f"| {first} | {_cell(read['surface'])} | {read['kind']} | {_value(read)}"
            f" | {_range(*read['range'])} |\n"
        )
    return rows


def _cell(text: str) -> str:
    return text.replace("\n", " ⏎ ").replace("|", "\\|")


def _value(read: dict[str, Any]) -> str:
    if read["value"] is None:
        return "none"
    unit = read.get("unit", "")
    return f"{_number(read['value'])}{'' if unit == '%' else ' '}{unit}".strip()


def _number(text: str) -> str:
    return display(Fraction(text), 4)


def _range(low: str | None, high: str | None) -> str:
    if low is not None and low == high:
        return "exact"
    if high is None:
        return f"from {_number(low)}" if low is not None else "any"
    return f"{_number(low)} to {_number(high)}" if low is not None else f"up to {_number(high)}"
