"""A report against the table that came with it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Finding, InputError
from crossfoot.read import read_text
from crossfoot.records.table import table_findings

ROWS = """city,date,agency,arrests,days_held
Denver,2025-03-01,ICE,12,30
Denver,2025-04-01,ICE,20,40
Boston,2025-03-01,ICE,5,10
Boston,2025-04-01,FBI,7,22
Tampa,2025-04-01,ICE,9,12
"""
CASES = [
    ("Denver recorded 32 arrests in all.", "consistent", 32),
    ("Tampa had 10 arrests.", "inconsistent", 9),
    ("In April 2025, Boston had 7 arrests.", "consistent", 7),
    ("The average number of days held in Denver was 35.", "consistent", 35),
    ("The median number of days held was 22.", "consistent", 22),
    ("The most arrests in one row for Denver were 20.", "consistent", 20),
    ("About 20% of the rows were in Tampa.", "consistent", 20),
    ("Of the rows for Boston, 4 had the FBI as their agency.", "inconsistent", 1),
]


def found(text: str, path: Path, *, publish: bool = False) -> tuple[Finding, ...]:
    document = read_text(text, name="-")
    return table_findings(Reading(document, read_figures(document)), path, publish=publish)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "raids.csv"
    path.write_text(ROWS)
    return path


@pytest.mark.parametrize(("text", "verdict", "value"), CASES)
def test_words_become_filters_and_aggregates(
    table: Path, text: str, verdict: str, value: float
) -> None:
    finding = found(text, table)[-1]
    assert (finding.code, finding.verdict) == ("CF402", verdict)
    assert isinstance(finding.computed, Fraction)
    assert float(finding.computed) == value
    assert finding.evidence[0].query
    assert finding.evidence[0].query.startswith("SELECT")


def test_what_the_table_does_not_name_is_left_alone(table: Path) -> None:
    assert not found("The mayor has held office for 12 years.", table)


def test_a_count_of_places_is_no_sum_over_them(table: Path) -> None:
    findings = found("Agents made 53 arrests in three cities.", table)
    assert [(f.relation.one("figure").text, f.verdict) for f in findings] == [("53", "consistent")]


def test_small_counts_are_held_back_for_publication(table: Path) -> None:
    (finding,) = found("Tampa had 9 arrests.", table, publish=True)
    assert finding.verdict == "unverifiable"
    assert not finding.evidence


def test_workbooks_and_parquet_are_tables_too(table: Path, tmp_path: Path) -> None:
    import duckdb

    other = tmp_path / "raids.parquet"
    duckdb.sql(f"COPY (SELECT * FROM '{table}') TO '{other}' (FORMAT parquet)")
    assert found("Denver recorded 32 arrests in all.", other)[0].verdict == "consistent"
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Title of the table"])
    for line in ROWS.splitlines():
        city, day, agency, *numbers = line.split(",")
        book.active.append([city, day, agency, *(int(n) if n.isdigit() else n for n in numbers)])
    book.save(tmp_path / "raids.xlsx")
    assert found("Denver recorded 32 arrests in all.", tmp_path / "raids.xlsx")[0].computed == 32


def test_columns_of_identifiers_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("person_id,city\n" + "\n".join(f"Springfield{i},Tampa" for i in range(12)))
    assert not found("Springfield3 appears in 1 row.", path)


def test_bad_tables_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        found("One row.", tmp_path / "nowhere.csv")
    (tmp_path / "a.docx").write_text("x")
    with pytest.raises(InputError, match=r"read from \.csv"):
        found("One row.", tmp_path / "a.docx")


def test_cells_without_a_number_and_numbers_with_commas(tmp_path: Path) -> None:
    (tmp_path / "data1.csv").write_text("city,arrests\nDenver,3\n", "utf-8")
    path = tmp_path / "data[1].csv"  # no pattern that stands for data1.csv
    path.write_text('city,arrests\nDenver,"1,012"\nBoston,5\nTampa,NaN\nDover,-\n', "utf-8")
    assert [f.verdict for f in found("Denver had 1,012 arrests.", path)] == ["consistent"]
    assert [f.verdict for f in found("Boston had 6 arrests.", path)] == ["inconsistent"]
    assert [f.verdict for f in found("Tampa had 6 arrests.", path)] == ["unverifiable"]
