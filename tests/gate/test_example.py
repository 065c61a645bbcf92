"""The example that `make demo` checks: what it shows, and nothing else."""

from __future__ import annotations

from pathlib import Path

from crossfoot import check

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-operations.txt"


def test_the_example_shows_three_errors_and_nothing_twice() -> None:
    findings = check(EXAMPLE.read_text("utf-8"), published="2025-02-03").findings
    told = [f.code for f in findings if f.verdict in ("inconsistent", "conflict")]
    assert sorted(told) == ["CF101", "CF103", "CF202"]
