"""Several files at once: the same output in the same order, whatever process read them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crossfoot.cli import main
from tests.conftest import ROOT


def _run(*arguments: str, told: str = "") -> tuple[int, str, str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "crossfoot", *arguments],
        input=told, capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    """Twenty reports, every third with a wrong total, and one that is not there."""
    files = [tmp_path / f"{n:02}.txt" for n in range(20)]
    for n, file in enumerate(files):
        total = 40 + n + (n % 3 == 0)
        file.write_text(f"Wardens made {total} arrests: Elko ({28 + n}), Ely (12).\n")
    files.insert(7, tmp_path / "missing.txt")
    return [str(file) for file in files]


@pytest.mark.parametrize("form", ["text", "json"])
def test_several_at_once_say_what_one_after_the_other_say(reports: list[str], form: str) -> None:
    one = _run("check", "--jobs", "1", "--format", form, *reports)
    assert _run("check", "--jobs", "2", "--format", form, *reports) == one
    code, out, err = one
    assert code == 2
    assert out.count("CF101") >= 7
    assert err.startswith("crossfoot: ")
    assert err.count("\n") == 1
    assert "missing.txt" in err


def test_standard_input_is_one_of_several(reports: list[str]) -> None:
    told = "Wardens made 50 arrests: Elko (28), Ely (12).\n"
    code, out, _ = _run("check", "-q", "-j", "2", *reports[:4], "-", told=told)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()] == [reports[0], reports[3], "-"]


def test_the_ledger_takes_several_at_once(reports: list[str], tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        ledger = str(tmp_path / f"{jobs}.duckdb")
        code, out, err = _run("ledger", "add", "--ledger", ledger, "-j", jobs, *reports)
        assert (code, out.count("added"), err.count("missing.txt")) == (2, 20, 1)


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "²"])
def test_a_number_of_jobs_is_one_or_more(
    reports: list[str], jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", f"--jobs={jobs}", *reports])
    assert stop.value.code == 2
    assert f"{jobs!r} is no number of files; use 1 or more" in capsys.readouterr().err
