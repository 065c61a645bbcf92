"""Sentences of our own against a small workbook of our own, and the floors on the gold."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.quality.records import findings_of, score

HELD = [
    # text, verdict, recorded value
    ("ICE held 1,200 people on March 1, 2023.", "consistent", 1200),
    ("ICE held 1,210 people on March 1, 2023.", "inconsistent", 1200),
    ("On March 1, 2023, 500 detainees had been convicted of crimes.", "consistent", 500),
    ("On March 1, 2023, 450 detainees were immigration violators with no criminal record.",
     "consistent", 450),
    ("About 63% of those detained on March 1, 2023, had been arrested by ICE.", "consistent", 62.5),
    ("About 80% of detainees with convictions on March 1, 2023, had been arrested by ICE.",
     "consistent", 80),
    ("Convicted people made up 80% of all detainees on March 1, 2023.", "inconsistent", 41.666667),
    ("Some 58% of detainees on March 1, 2023, had no criminal convictions.", "consistent",
     58.333333),
    ("In December 2022, 1,530 people were booked into detention.", "consistent", 1530),
    ("In December 2022, 1,530 people were booked into detention after arrests by ICE.",
     "inconsistent", 510),
    ("From October through December 2022, ICE booked in 4,545 people.", "consistent", 4545),
    ("Book-ins rose 1% from November to December 2022.", "consistent", 0.990099),
    ("Book-ins fell 1% from November to December 2022.", "inconsistent", -0.990099),
    ("Book-ins peaked in February 2023, when 1,560 people were booked in.", "consistent", 1560),
    ("Book-ins peaked in January 2023, when 1,545 people were booked in.", "inconsistent", 1545),
    ("ICE removed 6,200 people from Oct. 1, 2022, through Feb. 28, 2023.", "consistent", 6200),
    ("ICE has deported 6,200 people in fiscal 2023.", "consistent", 6200),
    ("Willow County Detention Center in Elmville, Texas, averaged 135 people a day in fiscal 2023.",
     "consistent", 135.25),
    ("Willow County's detention center guarantees pay for 120 beds in fiscal 2023.", "unverifiable",
     None),
    ("The guaranteed minimum at the Willow County Detention Center was 120 beds in fiscal 2023.",
     "consistent", 120),
    ("River County Jail in Ashton, New York, averaged 10 detainees a day in fiscal 2023.",
     "consistent", 10),
    ("River County Jail averaged 10 detainees a day in fiscal 2023.", "unverifiable", None),
    ("On Feb. 28, 2023, 900 of the 1,000 people in alternatives to detention used SmartLINK.",
     "consistent", 900),
    ("A tenth of the people in alternatives to detention on Feb. 28, 2023, wore ankle monitors.",
     "consistent", 0.1),
    ("ICE's St. Paul area monitored 600 people in alternatives to detention on Feb. 28, 2023.",
     "consistent", 600),
]  # fmt: skip
OPEN = [
    "Twelve people died in ICE custody in fiscal 2023.",
    "ICE arrested 900 people in Boston on March 1, 2023.",
    "ICE held 1,200 people on March 1, 2031.",
    "ICE held 300 women on March 1, 2023.",
    "ICE removed 700 Peruvians in fiscal 2023.",
    "ICE held 1,200 people in Texas on March 1, 2023.",
    "The Oak Hill Detention Center averaged 40 people a day in fiscal 2023.",
    "A night in detention cost $155 in fiscal 2023.",
    "ICE plans to hold 9,000 people by March 1, 2023.",
    "ICE held 1,200 people.",
]


@pytest.mark.parametrize(("text", "verdict", "value"), HELD)
def test_figures_meet_their_records(small: Any, text: str, verdict: str, value: float) -> None:
    finding = findings_of(text, small)[0]
    assert finding.verdict == verdict, finding.message
    if value is not None:
        assert isinstance(finding.computed, Fraction)
        assert float(finding.computed) == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_covered_stays_open(small: Any, text: str) -> None:
    assert {f.verdict for f in findings_of(text, small)} <= {"unverifiable"}


def test_evidence_names_file_sheet_cell_and_query(small: Any) -> None:
    finding = findings_of("ICE held 1,210 people on March 1, 2023.", small)[0]
    (evidence,) = finding.evidence
    assert evidence.file == "FY23_detentionStats.xlsx"
    assert (evidence.sheet, evidence.cells) == ("Detention FY23", ("F7",))
    assert small.query(evidence.query)[1:] == [(1200.0,)]
    assert "1,200, not 1,210" in finding.message
    assert finding.difference == 10


def test_a_total_that_both_readings_share_is_given_for_both(small: Any) -> None:
    found = findings_of(
        "Of 1,530 people booked in during December 2022, 1,020 came from CBP.", small
    )
    assert [f.verdict for f in found] == ["consistent", "consistent"]


def test_none_is_a_claim(small: Any) -> None:
    finding = findings_of("Not a single person was booked into detention in December 2022.", small)[
        0
    ]
    assert finding.verdict == "inconsistent"
    assert finding.computed == 1530


def test_small_counts_of_people_are_held_back(tmp_path: Path) -> None:
    from crossfoot.figures import read_figures
    from crossfoot.figures.skeleton import Reading
    from crossfoot.read import read_text
    from crossfoot.records.match import record_findings
    from crossfoot.records.store import open_store
    from tests.records.test_store import RELEASE

    path = tmp_path / "removals.csv"
    path.write_text(RELEASE)
    text = "ICE carried out 3 expedited removals in its Springfield area in 2019."
    document = read_text(text, name="-")
    reading = Reading(document, read_figures(document))
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        store.add(path)
        shown = record_findings(reading, store)
        held_back = record_findings(reading, store, publish=True)
    assert {f.verdict for f in held_back} <= {"unverifiable"}
    assert all(f.computed is None and not f.evidence for f in held_back)
    assert shown is not held_back


def test_floors_on_the_gold(released: Any, shared: Path) -> None:
    lines = (shared / "eval" / "records-dev.jsonl").read_text("utf-8").splitlines()
    result = score([json.loads(line) for line in lines], released)
    assert result["verdict"] >= 0.95
    assert result["values"] >= 0.95
    assert result["unverifiable_precision"] >= 0.9
    assert result["inconsistent_as_consistent"] == 0


def test_floors_on_cases_of_our_own(released: Any) -> None:
    lines = (Path(__file__).parent / "claims.jsonl").read_text("utf-8").splitlines()
    result = score([json.loads(line) for line in lines], released)
    assert result["verdict"] >= 0.97
    assert result["values"] >= 0.97
    assert result["unverifiable_precision"] >= 0.9
    assert result["inconsistent_as_consistent"] == 0


def test_a_total_said_of_some_is_never_borne_out(released: Any) -> None:
    """Each line states the right total of a table, of a group, place or statistic it is not of."""
    lines = (Path(__file__).parent / "narrowed.txt").read_text("utf-8").splitlines()
    wrong = [
        line for line in lines if {f.verdict for f in findings_of(line, released)} == {"consistent"}
    ]
    assert wrong == []
