"""What must be found in the two stories that the project began with, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import crossfoot
from crossfoot.report.result import Report


def story(shared: Path, name: str, published: str) -> Report:
    return crossfoot.check((shared / "seeds" / name).read_text("utf-8"), published=published)


def rows(report: Report) -> list[tuple[Any, ...]]:
    """Code, verdict, and the words of each role, for what does not merely hold."""
    return [
        (f.code, f.verdict, {k: [m.text for m in f.relation.figures(k)] for k in f.relation.roles})
        for f in report.findings
    ]


@pytest.fixture
def safe_city(shared: Path) -> Report:
    return story(shared, "safe-city-2017.txt", "2017-09-30")


@pytest.fixture
def raids(shared: Path) -> Report:
    return story(shared, "raids-2025.txt", "2025-02-03")


def test_ten_places_do_not_foot(safe_city: Report) -> None:
    (finding,) = [f for f in safe_city.findings if f.verdict == "inconsistent"]
    assert (finding.code, finding.computed, finding.stated) == ("CF101", 564, 498)
    assert len(finding.relation.figures("parts")) == 10
    assert (finding.repairs[0].figure.text, finding.repairs[0].value) == ("167", 101)
    assert finding.severity == "substance"


def test_the_remainder_and_the_headline_hold(safe_city: Report) -> None:
    held = rows(safe_city)
    assert ("CF101", "consistent", {"whole": ["498"], "parts": ["317", "181"]}) in held
    assert any(
        code == "CF201" and verdict == "consistent" and roles["figures"][:2] == ["500", "498"]
        for code, verdict, roles in held
    )


def test_criminal_arrests_and_the_rest(raids: Report) -> None:
    told = rows(raids)
    assert ("CF101", "consistent", {"whole": ["1,179"], "parts": ["613", "566"]}) in told
    (share,) = [f for f in raids.findings if f.verdict == "inconsistent"]
    assert (share.code, share.severity) == ("CF103", "rounding")
    assert [f.text for f in share.relation.figures("part")] == ["566"]
    assert [f.text for f in share.relation.figures("whole")] == ["1,179"]


def test_two_sources_differ(raids: Report) -> None:
    (conflict,) = [f for f in raids.findings if f.verdict == "conflict"]
    assert conflict.code == "CF202"
    assert {f.text for f in conflict.figures()} == {"1,179", "956"}
