"""The store: content decides, versions replace, writers take turns, nothing is half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossfoot import InputError, check
from crossfoot.ledger import Ledger
from crossfoot.report.result import Report

pytest.importorskip("duckdb")
ROOT = Path(__file__).resolve().parents[2]
SWEEP = (
    "Agents made {total} arrests in Operation River Bend, a five-day sweep that ended on June 6, "
    "the agency said. They came to {tampa} in Tampa, 140 in Miami and 211 in Orlando. "
    "Officers said they would go on with such work through the summer and into the autumn."
)


def report(name: str, published: str = "2025-06-08", **figures: int) -> Report:
    text = SWEEP.format(**{"total": 412, "tampa": 61, **figures})
    return check(text, published=published, name=name)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.duckdb")


def counts(ledger: Ledger) -> dict[str, int]:
    tables = ("documents", "figures", "findings", "traits", "relatives", "links", "members")
    return {t: ledger.query(f"SELECT count(*) AS n FROM {t}")[0]["n"] for t in tables}


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    assert [a.state for a in ledger.add(report("one.txt"))] == ["added"]
    before = ledger.query("SELECT * FROM documents"), counts(ledger)
    assert [a.state for a in ledger.add([report("one.txt"), report("other-name.txt")])] == [
        "known",
        "known",
    ]
    assert (ledger.query("SELECT * FROM documents"), counts(ledger)) == before


def test_the_same_text_twice_in_one_batch_is_one_document(ledger: Ledger) -> None:
    assert [a.state for a in ledger.add([report("a"), report("a")])] == ["added", "known"]


def test_a_revision_takes_the_place_of_what_it_revises(ledger: Ledger) -> None:
    (first,) = ledger.add(report("story.txt", tampa=16))
    (second,) = ledger.add(report("story.txt", tampa=61))
    assert (second.state, second.version_of) == ("revised", first.id)
    assert [d["id"] for d in ledger.documents()] == [second.id]
    assert len(ledger.documents(all_versions=True)) == 2


def test_another_text_of_the_same_name_is_no_revision(ledger: Ledger) -> None:
    ledger.add(report("story.txt"))
    (other,) = ledger.add(check("Some 9,000 people marched in Dallas.", name="story.txt"))
    assert other.state == "added"
    assert len(ledger.documents()) == 2


def test_removing_a_revision_brings_its_predecessor_back(ledger: Ledger) -> None:
    (old,) = ledger.add(report("story.txt", tampa=16))
    ledger.add(report("other.txt", tampa=61, published="2025-06-09"))
    linked = counts(ledger)
    (new,) = ledger.add(report("story.txt", tampa=62))
    assert ledger.remove(new.id) == [new.id]
    assert counts(ledger) == linked
    assert {d["name"] for d in ledger.documents()} == {"story.txt", "other.txt"}
    assert old.id in {d["id"] for d in ledger.documents()}


def test_removing_everything_leaves_nothing_behind(ledger: Ledger) -> None:
    ledger.add([report("a"), report("b", tampa=62), report("a", tampa=63)])
    ledger.remove(*[d["id"] for d in ledger.documents(all_versions=True)])
    assert set(counts(ledger).values()) == {0}


def test_remove_refuses_what_it_does_not_know(ledger: Ledger) -> None:
    ledger.add(report("a"))
    with pytest.raises(InputError, match="no document"):
        ledger.remove("b")


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    reports = [report("a"), report("b", tampa=62), report("c", "2025-06-10", total=430)]
    states = []
    for number, order in enumerate((reports, reports[::-1])):
        ledger = Ledger(tmp_path / f"{number}.duckdb")
        for one in order:
            ledger.add(one)
        states.append((ledger.links(), ledger.events(), ledger.event(ledger.events()[0]["event"])))
    for one in states:
        for document in one[2]["documents"]:
            document.pop("added")
    assert states[0] == states[1]


def test_what_utf8_cannot_hold_costs_no_document(ledger: Ledger) -> None:
    odd = "odd\udcff.txt"  # how Python names a file whose name is no UTF-8
    text = SWEEP.format(total=412, tampa=61) + " A page had \ud83d 12 times."
    added = ledger.add([check(text, name=odd), report("b")], keep_text=True)
    assert [a.state for a in added] == ["added", "added"]
    assert ledger.document(odd)["name"] == "odd\ufffd.txt"
    assert ledger.add(check(text + " It said so.", name=odd))[0].state == "revised"
    with pytest.raises(InputError, match="no document"):
        ledger.document("\udcff")


def test_text_is_kept_only_on_demand(ledger: Ledger) -> None:
    ledger.add(report("a"))
    ledger.add(report("b", tampa=62), keep_text=True)
    texts = {r["name"]: r["text"] for r in ledger.query("SELECT name, text FROM documents")}
    assert texts["a"] is None
    assert texts["b"].startswith("Agents made")


def test_query_reads_and_nothing_else(ledger: Ledger) -> None:
    ledger.add(report("a"))
    for sql in (
        "DROP TABLE figures",
        "DELETE FROM documents",
        "SELECT * FROM read_text('/etc/passwd')",
        "ATTACH '/tmp/other.duckdb'",
        "COPY figures TO '/tmp/figures.csv'",
        "SELEC",
        "",
        "-- no statement",
    ):
        with pytest.raises(InputError, match="query"):
            ledger.query(sql)
        with pytest.raises(InputError, match="query"):
            ledger.query(sql, form="arrow")
    table = ledger.query("SELECT text FROM figures WHERE document = ?", ["x"], form="arrow")
    assert table.column_names == ["text"]


def test_columns_of_equal_names_are_all_there(ledger: Ledger) -> None:
    ledger.add(report("a"))
    (row,) = ledger.query("SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a")
    assert row == {"a": 1, "a_2": 2, "a_1": 3, "a_3": 4}


def test_a_core_installation_is_told_what_is_missing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.path.touch()
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for ask in (ledger.documents, lambda: ledger.query("SELECT 1"), lambda: ledger.remove("a")):
        with pytest.raises(InputError, match=r"needs duckdb: pip install 'crossfoot\[data\]'"):
            ask()


def test_clear_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no ledger there"):
        Ledger(tmp_path / "none.duckdb").documents()
    (tmp_path / "text.duckdb").write_text("no database" * 1000)
    with pytest.raises(InputError, match="not a DuckDB file"):
        Ledger(tmp_path / "text.duckdb").add(report("a"))
    import duckdb

    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(InputError, match="no Crossfoot ledger"):
        Ledger(tmp_path / "other.duckdb").add(report("a"))
    for keep in (0, 0.5):
        with pytest.raises(InputError, match="no Crossfoot ledger"):
            Ledger(tmp_path / "other.duckdb", keep=keep).documents()
    with pytest.raises(InputError):
        Ledger(tmp_path / "no" / "such" / "folder.duckdb").add(report("a"))


ADDER = textwrap.dedent("""
    import sys
    from crossfoot import check
    from crossfoot.ledger import Ledger
    path, who, many = sys.argv[1], sys.argv[2], int(sys.argv[3])
    ledger = Ledger(path)
    print("ready", flush=True)
    for n in range(many):
        text = f"Officers of unit {who} made {1000 + n} arrests in week {n}. " * 3
        ledger.add(check(text, name=f"{who}-{n}"))
        print(n, flush=True)
""")


def adder(path: Path, who: str, many: int, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDER, str(path), who, str(many)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, **options,
    )  # fmt: skip


def whole(ledger: Ledger) -> int:
    """The number of documents, each of which has all its figures."""
    rows = ledger.query(
        "SELECT d.figures AS stated, count(f.figure) AS held FROM documents d "
        "LEFT JOIN figures f ON f.document = d.id GROUP BY d.id, d.figures"
    )
    assert all(r["stated"] == r["held"] for r in rows)
    return len(rows)


def test_two_writers_and_a_reader_at_once(ledger: Ledger) -> None:
    ledger.add(report("a"))
    writers = [adder(ledger.path, who, 8) for who in ("alpha", "beta")]
    while any(w.poll() is None for w in writers):
        whole(ledger)
        time.sleep(0.02)
    for writer in writers:
        assert writer.wait() == 0, writer.stderr and writer.stderr.read()
    assert whole(ledger) == 17


def test_a_killed_writer_leaves_whole_documents(ledger: Ledger) -> None:
    writer = adder(ledger.path, "gamma", 1000)
    assert writer.stdout
    for line in writer.stdout:
        if line.strip() == "5":
            writer.send_signal(signal.SIGKILL)
            break
    writer.wait()
    assert whole(ledger) >= 6
    assert ledger.add(report("after"))[0].state == "added"


def test_a_full_disk_changes_nothing(ledger: Ledger) -> None:
    resource = pytest.importorskip("resource")
    ledger.add(report("a"))
    limit = ledger.path.stat().st_size + 4096
    writer = adder(
        ledger.path, "delta", 1000,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    _, errors = writer.communicate(timeout=60)
    assert writer.returncode != 0
    assert "InputError" in errors
    assert "disk is full" in errors, errors
    held = whole(ledger)
    assert held >= 1
    assert ledger.add(report("after", tampa=62))[0].state == "added"
    assert whole(ledger) == held + 1


def test_published_travels(ledger: Ledger) -> None:
    ledger.add(report("a"))
    assert ledger.documents()[0]["published"] == date(2025, 6, 8)
