"""The store holds editions side by side, each whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("openpyxl")

from crossfoot.model import InputError
from crossfoot.records.store import Store, default_path, open_store
from tests.records.workbook import Layout, build


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return build(tmp_path / "FY23_detentionStats.xlsx")


def count(store: Store, table: str = "observations") -> int:
    return int(store.query(f"SELECT count(*) FROM {table}")[1][0])


def test_adding_twice_changes_nothing(tmp_path: Path, book: Path) -> None:
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        first = store.add(book)
        before = count(store)
        again = store.add(book)
        assert (first.new, again.new) == (True, False)
        assert again.edition == first.edition
        assert count(store) == before


def test_a_failure_in_the_middle_leaves_the_old_state(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = build(tmp_path / "later.xlsx", Layout(months=6, through="03/31/2023"))
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        store.add(book)
        before = count(store), count(store, "places")

        def fail(*_: object) -> None:
            raise RuntimeError("power cut")

        monkeypatch.setattr(Store, "_insert_places", fail)
        with pytest.raises(RuntimeError):
            store.add(later)
        assert (count(store), count(store, "places")) == before
        assert [e.file for e in store.editions] == [book.name]


def test_a_killed_process_leaves_the_old_state(tmp_path: Path, book: Path) -> None:
    later = build(tmp_path / "later.xlsx", Layout(months=6, through="03/31/2023"))
    where = tmp_path / "s.duckdb"
    with open_store(where, write=True) as store:
        store.add(book)
        before = count(store)
    script = (
        "import os, sys; from pathlib import Path; from crossfoot.records import store as s\n"
        "s.Store._insert_places = lambda *a: os._exit(9)\n"
        "with s.open_store(Path(sys.argv[1]), write=True) as store: store.add(Path(sys.argv[2]))"
    )
    source = str(Path(__file__).resolve().parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", script, str(where), str(later)],
        env={**os.environ, "PYTHONPATH": source}, check=False,
    )  # fmt: skip
    assert done.returncode == 9
    with open_store(where) as store:
        assert count(store) == before


def test_editions_live_side_by_side(tmp_path: Path, book: Path) -> None:
    later = build(tmp_path / "later.xlsx", Layout(months=6, through="03/31/2023"))
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        store.add(book)
        store.add(later)
        found = store.records("removals", "")
        assert [r.edition.edition for r in found] == [
            "FY2023 to 2023-02-28",
            "FY2023 to 2023-03-31",
        ]
        assert [r.superseded for r in found] == [True, False]


def test_remove_takes_all_of_an_edition(tmp_path: Path, book: Path) -> None:
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        store.add(book)
        store.remove(book.name)
        assert (count(store), count(store, "places"), count(store, "editions")) == (0, 0, 0)
        with pytest.raises(InputError, match="no loaded file is named"):
            store.remove(book.name)


def test_what_was_remembered_is_forgotten_when_the_file_changes(tmp_path: Path, book: Path) -> None:
    where = tmp_path / "s.duckdb"
    with open_store(where, write=True) as store:
        store.add(book)
    with open_store(where) as store:
        assert store.records("removals", "")
    with open_store(where, write=True) as store:
        store.remove(book.name)
    with open_store(where) as store:
        assert not store.records("removals", "")


def test_bad_files_are_one_clear_line(tmp_path: Path) -> None:
    junk = tmp_path / "s.duckdb"
    junk.write_text("this is no store")
    with pytest.raises(InputError, match="cannot be opened"), open_store(junk, write=True):
        pass
    with pytest.raises(InputError, match="no data at"), open_store(tmp_path / "none.duckdb"):
        pass
    with open_store(tmp_path / "new.duckdb", write=True) as store:
        with pytest.raises(InputError, match="no such file"):
            store.add(tmp_path / "nowhere.xlsx")
        (tmp_path / "a.docx").write_text("x")
        with pytest.raises(InputError, match="no loader reads"):
            store.add(tmp_path / "a.docx")
        for sql in ("SELEC 1", "", "-- no statement"):
            with pytest.raises(InputError, match="query"):
                store.query(sql)


def test_another_duckdb_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE figures (a INTEGER)")
    for write in (True, False):
        with (
            pytest.raises(InputError, match="no released data of Crossfoot"),
            open_store(path, write=write) as store,
        ):
            store.members("sex")
    with duckdb.connect(str(path)) as other:
        assert other.execute("SHOW TABLES").fetchall() == [("figures",)]


DAILY = (
    "COPY (SELECT 'A' AS detention_facility_code, 'Alder' AS detention_facility, "
    "DATE '2025-01-01' AS date, {held} AS n_detained, {held} AS n_detained_at_midnight "
    "WHERE {held} > 0) TO '{path}' (FORMAT parquet)"
)


def test_a_parquet_file_is_read_by_its_very_name(tmp_path: Path) -> None:
    import duckdb

    for held, name in ((7, "days1.parquet"), (9, "days[1].parquet"), (0, "none.parquet")):
        duckdb.sql(DAILY.format(held=held, path=tmp_path / name))
    with open_store(tmp_path / "s.duckdb", write=True) as store:
        store.add(tmp_path / "days[1].parquet")
        assert store.query("SELECT any_time FROM daily")[1:] == [(9,)]
        assert store.records("detained_daily", "count=any time")[0].value == 9
        with pytest.raises(InputError, match="has no row"):
            store.add(tmp_path / "none.parquet")
        (tmp_path / "text.parquet").write_text("no table")
        with pytest.raises(InputError, match=r"no parquet file that can be read \([^\n]*\)$"):
            store.add(tmp_path / "text.parquet")


HOLDER = (
    "import sys, time; from pathlib import Path; from crossfoot.records.store import open_store\n"
    "with open_store(Path(sys.argv[1]), write=True) as store:\n"
    "    print(len(store.editions), flush=True); time.sleep(0.5)"
)


def holder(path: Path) -> subprocess.Popen[str]:
    """A process that has the store open for writing, for half a second from now on."""
    source = str(Path(__file__).resolve().parents[2] / "src")
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": source},
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline()
    return process


def test_readers_and_writers_take_turns(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "s.duckdb"
    with open_store(where, write=True) as store:
        store.add(book)
    with holder(where), open_store(where) as store:
        assert store.records("removals", "")
    later = build(tmp_path / "later.xlsx", Layout(months=6, through="03/31/2023"))
    with holder(where), open_store(where, write=True) as store:
        assert store.add(later).new
    monkeypatch.setattr("crossfoot.records.store._PATIENCE", 0.05)
    with (
        holder(where),
        pytest.raises(InputError, match=r"has been using it for 0.05 s; try again"),
        open_store(where) as store,
    ):
        store.members("sex")


def test_a_file_is_read_while_others_use_the_store(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crossfoot.packs.us_immigration.loaders import choose

    where, load = tmp_path / "s.duckdb", choose.load_file

    def slowly(path: Path, connection: Any) -> Any:
        with open_store(where, write=True) as other:
            other.add(path)  # somebody else is quicker
        return load(path, connection)

    with open_store(where, write=True) as store:
        monkeypatch.setattr(choose, "load_file", lambda *a: (monkeypatch.undo(), slowly(*a))[1])
        assert not store.add(book).new
        assert count(store, "editions") == 1


def test_the_usual_place_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CROSSFOOT_DATA", str(tmp_path / "mine.duckdb"))
    assert default_path() == tmp_path / "mine.duckdb"
    monkeypatch.delenv("CROSSFOOT_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if sys.platform.startswith("linux"):
        assert default_path() == tmp_path / "crossfoot" / "data.duckdb"


# --- people ---------------------------------------------------------------------------------


RELEASE = """ERO,,,,,,
FY2019 (01/01/2019 - 03/31/2019) ICE Expedited Removals for the Springfield Area of Responsibility
Departed Date,Date of Birth,Gender,Country of Citizenship,Event Number,Most Serious Conviction
1/3/2019,"(b)(6),(b)(7)(c )",Male,FRANCE,EV12345,
1/3/2019,"(b)(6),(b)(7)(c )",Male,FRANCE,EV12345,
2/5/2019,4/4/1990,Female,PERU,(b)(7)(E ),
"""


def test_person_level_rows_are_counted_and_never_kept(tmp_path: Path) -> None:
    path = tmp_path / "removals.csv"
    path.write_text(RELEASE)
    where = tmp_path / "s.duckdb"
    with open_store(where, write=True) as store:
        edition = store.add(path).edition
        assert edition.person_level
        base = "aor=Springfield;disposition=expedited removal"
        everyone = store.records("removals", base)
        assert max(r.value for r in everyone) == 3  # rows that look alike are different people
        women = store.records("removals", f"{base};sex=female")
        assert women
        kept = str(store.query("SELECT * FROM observations")) + str(
            store.query("SELECT * FROM places")
        )
    assert "EV12345" not in kept
    assert "1990" not in kept
    assert b"EV12345" not in where.read_bytes()
