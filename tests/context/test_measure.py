"""What a figure counts: the noun after it, the event said of it, the noun before it, its list."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.model import Figure


def figures(text: str) -> list[Figure]:
    found = crossfoot.check(text, published="2025-08-01").figures
    return [f for f in found if f.kind not in ("date", "identifier")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers made 212 arrests in the county.", ["arrests"]),
        ("Agents arrested about 212 people.", ["arrests"]),
        ("Agents took 40 men into custody.", ["arrests"]),
        ("Arrests rose from 956 to 1,179.", ["arrests", "arrests"]),
        ("Of the 498 people arrested, 317 had convictions.", ["arrests", "arrests"]),
        ("Arrests: 956", ["arrests"]),
        ("The agency deported 1,200 migrants and released 300.", ["removals", "releases"]),
        ("It lodged 45 detainers and made 12 arrests.", ["detainers", "arrests"]),
        ("ICE held 61,000 people in detention.", ["detained"]),
        ("Jails held an average of 1,060 detainees a day.", ["average_daily_population"]),
        ("The contract pays for 1,600 beds.", ["detention_capacity"]),
        ("The goal is 3,000 arrests a day.", ["arrest_goal"]),
        ("Some 200 demonstrators gathered.", ["protesters"]),
        ("They count 31 at-large arrests.", ["at_large_arrests"]),
        ("There were 19 shootings.", [None]),
    ],
)
def test_measure(text: str, expected: list[str | None]) -> None:
    assert [f.measure for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers made 212 arrests.", "arrests"),
        ("There were 19 murders in the borough.", "murders"),
        ("Police logged 31 shooting incidents last year.", "incidents"),
        ("Shooting victims fell to 44.", "victims"),
        ("The number of evictions rose to 905.", "evictions"),
    ],
)
def test_unit_is_the_text_s_own_noun(text: str, expected: str) -> None:
    assert figures(text)[0].unit == expected
