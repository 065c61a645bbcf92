"""``crossfoot data`` and ``crossfoot check --data`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("openpyxl")

from crossfoot.cli import main
from tests.records.workbook import Layout, build


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "store.duckdb"
    monkeypatch.setenv("CROSSFOOT_DATA", str(path))
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return build(tmp_path / "FY23_detentionStats.xlsx")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out, err = capsys.readouterr()
    return code, out, err


def test_the_life_of_a_data_set(
    store: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "data", "add", str(book))
    assert code == 0
    assert "rows in" in out
    assert "is there already" in run(capsys, "data", "add", str(book))[1]
    assert "FY2023 to 2023-02-28" in run(capsys, "data", "list")[1]
    assert "bookins" in run(capsys, "data", "show")[1]
    assert "F7" in run(capsys, "data", "show", "detained")[1]
    asked = run(capsys, "data", "query", "SELECT count(*) AS n FROM editions")[1]
    assert asked.split() == ["n", "1"]
    assert "removed" in run(capsys, "data", "remove", book.name)[1]


def test_a_query_prints_the_values_that_it_finds(
    store: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "data", "add", str(book))
    values = {"0.001": "0.001", "-1.005": "-1.005", "12345.5": "12,345.5", "1200": "1,200",
              "'inf'": "inf", "'nan'": "nan", "NULL": ""}  # fmt: skip
    for value, printed in values.items():
        code, out, _ = run(capsys, "data", "query", f"SELECT {value}::DOUBLE AS n")
        assert (code, out.split("\n")[1]) == (0, printed)


def test_a_folder_is_added_and_what_is_unknown_is_told(
    store: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book.parent / "notes.txt").write_text("nothing")
    code, out, err = run(capsys, "data", "add", str(book.parent))
    assert code == 0
    assert "added" in out
    assert "notes.txt" in err


def test_what_cannot_be_used_costs_the_rest_nothing(
    store: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    unusable = ["ftp://example.org/a.csv", f"{tmp_path}//empty", f"{tmp_path}/./none.xlsx"]
    code, out, err = run(capsys, "data", "add", *unusable, str(book))
    assert code == 2
    one, two, three = err.splitlines()[:3]
    assert "only http" in one
    assert "no file in that folder" in two
    assert "no such file" in three
    assert "added" in out
    assert [run(capsys, "data", "add", name)[0] for name in unusable] == [2, 2, 2]
    code, out, err = run(capsys, "data", "fetch", "no-such-set", "refugees")
    assert code == 2
    assert "no data set is named 'no-such-set'" in err
    assert "added" in out


def test_a_list_tells_what_there_is_more(
    store: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = build(tmp_path / "later.xlsx", Layout(months=6, through="03/31/2023"))
    run(capsys, "data", "add", str(book), str(later))
    old, _, new, _ = run(capsys, "data", "list")[1].splitlines()
    assert old.endswith("(a newer edition is loaded beside it)")
    assert "loaded beside" not in new
    code, out, err = run(capsys, "data", "show", "adp")
    assert (code, len(out.splitlines())) == (0, 41)
    assert err.startswith("crossfoot: 40 of ")
    assert run(capsys, "data", "show", "removals")[2] == ""
    assert run(capsys, "data", "show", "nothing")[0] == 2


def test_named_sets_are_listed_without_fetching(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "data", "fetch")
    assert code == 0
    assert "refugees" in out
    assert not store.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["data", "add", "nowhere.xlsx"],
        ["data", "list"],
        ["data", "fetch", "no-such-set"],
        ["data", "add", "ftp://example.org/a.csv"],
    ],
)
def test_mistakes_are_one_line_and_code_2(
    store: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, _, err = run(capsys, *words)
    assert code == 2
    assert "Traceback" not in err
    assert err.strip()


def test_check_uses_the_data_where_there_are_some(
    store: Path, book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "story.txt"
    report.write_text("ICE held 1,210 people on March 1, 2023.")
    assert run(capsys, "check", str(report))[0] == 0
    run(capsys, "data", "add", str(book))
    code, out, _ = run(capsys, "check", str(report), "--format", "json")
    assert code == 1
    findings = [f for f in json.loads(out)["findings"] if f["relation"] == "record"]
    assert [f["verdict"] for f in findings] == ["inconsistent"]
    assert findings[0]["evidence"][0]["cells"] == ["F7"]
    assert run(capsys, "check", str(report), "--no-data")[0] == 0


def test_a_store_that_is_asked_for_must_be_there(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "story.txt"
    report.write_text("ICE held 1,210 people on March 1, 2023.")
    code, _, err = run(capsys, "check", str(report), "--data", str(tmp_path / "none.duckdb"))
    assert code == 2
    assert "no data at" in err


@pytest.mark.parametrize("option", ["--data", "--table", "--ledger"])
def test_a_source_that_cannot_be_used_costs_the_text_nothing(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    report = tmp_path / "story.txt"
    report.write_text("Officers made 30 arrests: Denver (12), Boston (9), Tampa (10).")
    words = ["check", "-q", str(report), str(report), option, str(tmp_path / "none.csv")]
    code, out, err = run(capsys, *words)
    assert code == 2
    assert [line.split(" ")[1] for line in out.splitlines()] == ["CF101", "CF101"]
    assert len(err.splitlines()) == 1
    assert err.endswith(" (the reports are checked without it)\n")


def test_a_damaged_store_that_nobody_asked_for_costs_the_text_nothing(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store.parent.mkdir()
    store.write_text("damaged")
    report = tmp_path / "story.txt"
    report.write_text("Officers made 30 arrests: Denver (12), Boston (9), Tampa (10).")
    code, out, err = run(capsys, "check", "-q", str(report))
    assert (code, "CF101" in out, "cannot be opened" in err) == (2, True, True)


def test_python_stays_pure_unless_data_is_given(store: Path, book: Path) -> None:
    import crossfoot
    from crossfoot.records.store import open_store

    with open_store(store, write=True) as opened:
        opened.add(book)
    text = "ICE held 1,210 people on March 1, 2023."
    assert not [f for f in crossfoot.check(text).findings if f.code == "CF401"]
    (found,) = [f for f in crossfoot.check(text, data=store).findings if f.code == "CF401"]
    assert found.verdict == "inconsistent"
