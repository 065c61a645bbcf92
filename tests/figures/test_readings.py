"""Each line of the jsonl files here is a text and what must be read in it, in full."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Figure
from crossfoot.read import read_text

HERE = Path(__file__).parent
PUBLISHED = date(2025, 2, 3)  # a Monday


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    lines = (HERE / f"{name}.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def reading(figure: Figure) -> dict[str, Any]:
    """A figure as the files have it."""
    said: dict[str, Any] = {"surface": figure.text, "kind": figure.kind}
    if figure.kind == "date":
        period = figure.period
        said["period"] = period and [str(period.start), str(period.end)]
    elif figure.kind != "identifier":
        bounds = (figure.range.low, figure.range.high)
        said["value"] = None if figure.value is None else str(figure.value)
        said["range"] = [None if bound is None else str(bound) for bound in bounds]
        said |= {"hedge": figure.hedge} if figure.hedge else {}
        said |= {"unit": figure.unit} if figure.unit else {}
    return said


def read(text: str) -> tuple[Figure, ...]:
    return read_quantities(read_text(text, published=PUBLISHED))


FILES = sorted(path.stem for path in HERE.glob("*.jsonl"))


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{f}: {c['text'][:40]}") for f in FILES for c in cases(f)]
)
def test_a_text_is_read_as_written_down(case: dict[str, Any]) -> None:
    assert [reading(figure) for figure in read(case["text"])] == case["reads"]


@pytest.mark.parametrize("case", cases("phrases"), ids=lambda case: case["text"][:40])
def test_a_phrase_reads_the_same_inside_a_sentence(case: dict[str, Any]) -> None:
    """Offsets move with the text, and nothing else changes."""
    before, after = "Officials said it was so (", "), and that no more was known."
    alone = read(case["text"])
    inside = read(before + case["text"] + after)
    assert [reading(f) for f in inside] == [reading(f) for f in alone]
    assert [f.start - len(before) for f in inside] == [f.start for f in alone]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("498 people", 1), ("47.5 percent", Fraction(1, 10)), ("1.2 million people", 100_000),
        ("$3.45", Fraction(1, 100)), ("12 dollars", 1), ("45k people", 1000),
        ("25 basis points", Fraction(1, 100)), ("1.20 to 1.5 million", 10_000),
    ],
)  # fmt: skip
def test_the_step_is_one_unit_of_the_last_place_written(text: str, step: Fraction) -> None:
    assert [figure.step for figure in read(text)] == [step]


def test_a_date_line_stands_in_for_the_day_of_publication() -> None:
    text = "Wednesday, March 6, 2019\nThe sweep that ended Monday began on Feb. 25."
    monday, began = [f.period for f in read_quantities(read_text(text))[1:]]
    assert monday is not None
    assert monday.start == date(2019, 3, 4)
    assert began is not None
    assert began.start == date(2019, 2, 25)


def test_nothing_tells_the_year() -> None:
    figures = read_quantities(read_text("It began on Feb. 25 and ended on Monday."))
    assert [(f.kind, f.period) for f in figures] == [("date", None), ("date", None)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # a full date beside it tells the year, even that of the year before
        ("Boise said on May 9, 2019, that the raid began on May 3.", "2019-05-09 2019-05-03"),
        ("He left on Jan. 8, 2019, and had come on Dec. 30.", "2019-01-08 2018-12-30"),
        # too far from it, and in another paragraph
        ("It began on Jan. 20, 2019. It ended on Oct. 30.", "2019-01-20 2024-10-30"),
        ("It began on May 9, 2019.\n\nIt ended on June 2.", "2019-05-09 2024-06-02"),
        # a weekday tells it, but not of the news of these weeks
        ("It ended on Sunday, June 12.", "2022-06-12"),
        ("It ended on Monday, Jan. 26.", "2025-01-26"),
        ("It ended on June 12.", "2024-06-12"),
    ],
)  # fmt: skip
def test_the_year_left_out_is_told_by_what_stands_beside(text: str, said: str) -> None:
    assert [str(f.period.start) for f in read(text) if f.period] == said.split()
