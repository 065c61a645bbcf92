"""Exports read back, and results in the forms of others."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from crossfoot import InputError, check
from crossfoot.ledger import Ledger
from tests.ledger.stories import reports

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = Ledger(tmp_path_factory.mktemp("export") / "ledger.duckdb")
    ledger.add(reports("bend-release", "bend-paper", "year-brief"))
    ledger.add(check("ICE arrested 12 people in Ohio.", name="=HYPERLINK(1)"), keep_text=True)
    return ledger


def rows(ledger: Ledger, table: str) -> int:
    return int(ledger.query(f"SELECT count(*) AS n FROM {table}")[0]["n"])


TABLES = ("documents", "figures", "findings", "relatives", "links")


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_row_comes_back(ledger: Ledger, tmp_path: Path, form: str) -> None:
    files = {p.stem: p for p in ledger.export(tmp_path / "out", form)}
    assert set(files) == set(TABLES)
    for table, path in files.items():
        assert path.suffix == f".{form}"
        if form == "csv":
            with path.open(encoding="utf-8", newline="") as stream:
                found = len(list(csv.DictReader(stream)))
        elif form == "jsonl":
            found = len([json.loads(line) for line in path.read_text("utf-8").splitlines()])
        else:
            found = pytest.importorskip("pyarrow.parquet").read_table(path).num_rows
        assert found == rows(ledger, table)


def test_a_data_package_describes_its_files(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    ledger.export(folder, "datapackage")
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["profile"] == "tabular-data-package"
    assert [r["name"] for r in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        path = folder / resource["path"]
        assert path.stat().st_size == resource["bytes"]
        with path.open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        assert header == [f["name"] for f in resource["schema"]["fields"]]
        assert set(resource["schema"].get("primaryKey", ())) <= set(header)


def test_exports_hold_no_text_and_no_formula(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out", "csv")
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as stream:
        documents = list(csv.DictReader(stream))
    assert "text" not in documents[0]
    assert not any(d["name"].startswith("=") for d in documents)


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    ledger.export(one)
    ledger.export(two)
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes()


def test_an_export_overwrites_nothing(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        ledger.export(tmp_path)
    with pytest.raises(InputError, match="no such format"):
        ledger.export(tmp_path / "new", "xml")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.txt"]


def test_results_as_arrow_and_as_a_data_frame(ledger: Ledger) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    sql = "SELECT text, value FROM figures WHERE measure = 'arrests' ORDER BY value DESC"
    table = ledger.query(sql, form="arrow")
    assert isinstance(table, pyarrow.Table)
    assert table.num_rows == len(ledger.query(sql))
    try:
        import pandas
    except ImportError:
        with pytest.raises(InputError, match="pip install"):
            ledger.query(sql, form="pandas")
    else:
        assert isinstance(ledger.query(sql, form="pandas"), pandas.DataFrame)


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from crossfoot.cli import main

    story, store = tmp_path / "story.txt", str(tmp_path / "ledger.duckdb")
    story.write_text("ICE arrested 61 people in Tampa, Florida, on June 6, 2025.")
    missing = str(tmp_path / "none.txt")
    assert main(["ledger", "add", "--ledger", store, str(story), missing]) == 2
    out, errors = capsys.readouterr()
    assert out.startswith("added")
    assert "no such file" in errors
    assert main(["ledger", "add", "--ledger", store, str(story)]) == 0
    assert capsys.readouterr().out.startswith("known")
    assert main(["ledger", "add", "--ledger", store, str(story), "--published", "2025-06-07"]) == 2
    assert "story.txt: is stored as undated and stays so" in capsys.readouterr().err
    for verb, wanted in (
        (["list"], "story.txt"),
        (["show", "story.txt"], "61"),
        (["events"], ""),
        (["links"], ""),
        (["query", "SELECT text FROM figures WHERE value = 61"], "61"),
        (["export", str(tmp_path / "out")], "figures.csv"),
        (["remove", "story.txt"], "removed"),
    ):
        assert main(["ledger", verb[0], "--ledger", store, *verb[1:]]) == 0
        assert wanted in capsys.readouterr().out
    assert main(["ledger", "show", "--ledger", store, "story.txt"]) == 2
    assert main(["ledger", "query", "--ledger", store, "DELETE FROM figures"]) == 2


def test_a_slip_handed_on_is_a_copy(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "copy.duckdb")
    wrong = (
        "Operation Low Water ended on June 6, 2025. ICE arrested 340 people: Tampa (120), "
        "Miami (130) and Ocala (100)."
    )
    again = (
        "ICE arrested 340 people: Tampa (120), Miami (130) and Ocala (100). Its sweep, called "
        "Low Water, came to an end on June 6, 2025."
    )
    ledger.add(
        [
            check(wrong, published="2025-06-07", name="wire"),
            check(again, published="2025-06-08", name="rewrite"),
        ]
    )
    assert {r["kind"] for r in ledger.links() if r["later_text"] == "340"} == {"copy"}
    draft = check(wrong.replace("ICE", "Officers"), published="2025-06-09", name="draft")
    codes = {f.code for f in ledger.check(draft).findings}
    assert "CF304" in codes
