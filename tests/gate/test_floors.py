"""Scores never fall below their floors. Floors only rise: see `floors.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality import scores

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
# of these, less is better
CEILINGS = {
    "false alarms", "bare documents with a false alarm", "traps reported", "extra", "wrong",
    "mixed", "inconsistent_as_consistent",
}  # fmt: skip


def hold(measured: dict[str, float], floors: dict[str, float]) -> None:
    missed = {
        name: (measured[name], floor)
        for name, floor in floors.items()
        if (measured[name] > floor if name in CEILINGS else measured[name] < floor)
    }
    assert not missed, f"measured against floor: {missed}"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("suite", FLOORS["numbers"])
def test_numbers(suite: str) -> None:
    hold(scores.numbers()[suite], FLOORS["numbers"][suite])


@pytest.mark.usefixtures("shared")
def test_context() -> None:
    hold(scores.context(), FLOORS["context"])


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("gold", FLOORS["relations"])
def test_relations(gold: str) -> None:
    hold(scores.totals(*scores.relations(gold)), FLOORS["relations"][gold])


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("part", ["records", "ledger"])
def test_records_and_links(part: str) -> None:
    hold(getattr(scores, part)(), FLOORS[part])
