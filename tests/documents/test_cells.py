"""Figures of the prose tie to the cells of the document's own table."""

from __future__ import annotations

from crossfoot import check_document
from crossfoot.read import markdown

TABLE = """
| Town | Evictions | Appeals |
|---|---|---|
| Dover | 31 | 4 |
| Milford | 22 | 9 |
| Total | 53 | 13 |
"""


def told(prose: str) -> list[tuple[str, str, list[str]]]:
    report = check_document(markdown.read((prose + "\n" + TABLE).encode()))
    return [
        (f.code, f.verdict, [m.text for m in f.figures()])
        for f in report.findings
        if f.code == "CF201"
    ]


def test_a_count_with_its_noun_and_place() -> None:
    assert told("The court ordered 31 evictions in Dover.") == [
        ("CF201", "consistent", ["31", "31"])
    ]
    assert told("The court ordered 13 evictions in Dover.") == [
        ("CF201", "inconsistent", ["13", "31"])
    ]


def test_the_place_before_its_count() -> None:
    assert told("Milford had 9 appeals.") == [("CF201", "consistent", ["9", "9"])]


def test_the_column_must_be_known() -> None:
    """Near miss: "31 in Dover" could be either column."""
    assert told("Dover had 35.") == []
    assert told("The court heard 6 witnesses in Dover.") == []


def test_another_time_is_another_number() -> None:
    assert told("Last year the court ordered 27 evictions in Dover.") == []
    assert told("The court ordered 27 evictions in Dover in May 2019.") == []


def test_a_number_of_another_column_is_not_alleged() -> None:
    assert told("The court took up 4 evictions in Dover.") == []
