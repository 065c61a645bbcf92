"""Whole texts of our own, each figure with what the vocabulary says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import crossfoot
from crossfoot.model import Figure

TEXTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "practice.jsonl").read_text("utf-8").splitlines()
]
UNCOUNTED = ("date", "identifier", "rank", "duration", "age")


def read(figure: Figure) -> list[str]:
    """Text, measure, population, place, period and source, "-" for none."""
    period = figure.period
    return [
        figure.text,
        figure.measure or "-",
        ";".join(sorted(figure.population)) or "-",
        figure.place or "-",
        f"{period.start or ''}..{period.end or ''}" if period else "-",
        figure.source.name if figure.source else "-",
    ]


def agrees(got: str, expected: str, column: int) -> bool:
    """``?`` leaves a value open; a national total may name no place."""
    if column == 2:
        expected = ";".join(sorted(expected.split(";")))
    return expected in ("?", got) or (expected == "United States" and got == "-")


@pytest.mark.parametrize("text", TEXTS, ids=[text["name"] for text in TEXTS])
def test_every_figure_of_a_text(text: dict[str, Any]) -> None:
    report = crossfoot.check(str(text["text"]), published=str(text["published"]))
    found = [read(f) for f in report.figures if f.kind not in UNCOUNTED]
    rows = [str(row).split("|") for row in text["figures"]]
    assert [got[0] for got in found] == [row[0] for row in rows]
    wrong = [
        (row[0], got[column], row[column])
        for got, row in zip(found, rows, strict=True)
        for column in range(1, 6)
        if not agrees(got[column], row[column], column)
    ]
    assert not wrong
