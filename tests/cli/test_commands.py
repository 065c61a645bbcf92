"""The commands as a user meets them: output, exit codes, errors, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import crossfoot
from crossfoot.checks import registry
from crossfoot.cli import main
from crossfoot.read import files
from tests.conftest import ROOT

WRONG = "Officers made 30 arrests: Denver (12), Boston (9), Tampa (10).\n"
RIGHT = "Officers made 31 arrests: Denver (12), Boston (9), Tampa (10).\n"


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    file = tmp_path / "wrong.txt"
    file.write_text(WRONG)
    return str(file)


@pytest.fixture
def right(tmp_path: Path) -> str:
    file = tmp_path / "right.txt"
    file.write_text(RIGHT)
    return str(file)


def command(*arguments: str, **about: Any) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "crossfoot", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment, **about,
    )  # fmt: skip


def test_a_finding_is_a_line_of_a_linter_with_its_sum(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", wrong]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith(f"{wrong}:1:15 CF101 ")
    assert rows[1].strip() == WRONG.strip()
    assert rows[2].strip("^ ") == ""
    assert "    12 + 9 + 10 = 31, not 30" in rows
    assert any(row.startswith("    would fit: 31 for “30”") for row in rows)
    assert "  read         10 words, 4 figures" in rows
    assert "  checked      1 statement: 1 does not hold" in rows
    assert "  not checked  nothing" in rows


def test_exit_codes(wrong: str, right: str, tmp_path: Path) -> None:
    assert main(["check", right]) == 0
    assert main(["check", right, wrong]) == 1
    assert main(["check", "--exit-zero", wrong]) == 0
    assert main(["check", str(tmp_path / "absent.txt")]) == 2
    assert main(["check", "--exit-zero", str(tmp_path / "absent.txt")]) == 2


def test_one_bad_file_costs_the_others_nothing(
    wrong: str, right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert main(["check", wrong, str(tmp_path), str(empty), "absent", right]) == 2
    told = capsys.readouterr()
    assert f"{wrong}:1:15 CF101" in told.out
    assert f"\n{right}\n" in told.out
    assert told.err.splitlines() == [
        f"crossfoot: {tmp_path}: is a folder; name the files in it",
        f"crossfoot: {empty}: is empty; there is nothing to check",
        "crossfoot: absent: no such file; check the name",
    ]


def test_quiet_is_a_line_a_finding_and_verbose_adds_what_holds(
    wrong: str, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--quiet", wrong, right])
    assert len(capsys.readouterr().out.splitlines()) == 1
    main(["check", "--quiet", "--verbose", right])
    assert "12 + 9 + 10 = 31" in capsys.readouterr().out


def test_colours_are_asked_for_or_for_a_terminal(
    wrong: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def coloured(*arguments: str) -> bool:
        main(["check", wrong, *arguments])
        return "\x1b[" in capsys.readouterr().out

    assert not coloured()
    assert coloured("--color", "always")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured()
    assert not coloured("--color", "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()


def test_json_is_one_object_or_a_list_of_them(
    wrong: str, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--format", "json", wrong])
    assert json.loads(capsys.readouterr().out) == crossfoot.check(WRONG, name="wrong.txt").to_dict()
    assert main(["check", "--format", "json", wrong, right, "absent"]) == 2
    assert [r["document"]["name"] for r in json.loads(capsys.readouterr().out)] == [
        "wrong.txt", "right.txt",
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes(wrong: str) -> None:
    for form in ("text", "json", "html", "sarif"):
        runs = [command("check", wrong, "--format", form).communicate()[0] for _ in range(2)]
        assert runs[0] == runs[1] != b""


def test_output_goes_to_a_file_whole(wrong: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    assert main(["check", wrong, "--format", "html", "-o", str(page)]) == 1
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.html", "wrong.txt"]


@pytest.mark.skipif(os.name == "nt", reason="rights and links as POSIX has them")
def test_an_output_file_keeps_its_rights_and_its_links(wrong: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("old")
    kept.chmod(0o600)
    link = tmp_path / "link.txt"
    link.symlink_to(kept)
    assert main(["check", wrong, "-o", str(link)]) == 1
    assert link.is_symlink()
    assert "CF101" in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes all")
def test_a_file_that_is_read_only_is_not_replaced(wrong: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("old")
    kept.chmod(0o444)
    assert main(["check", wrong, "-o", str(kept)]) == 2
    assert kept.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    for given in ([wrong], [wrong, wrong]):
        assert main(["check", *given, "--format", "html", "-o", f"{folder}/"]) == 2
        assert capsys.readouterr().err == f"crossfoot: {folder}/: no such folder; make it first\n"
    assert not folder.exists()


def test_a_table_without_a_name_is_an_error(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", wrong, "--table", ""])
    assert left.value.code == 2
    assert "--table: names no file" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", wrong, "-o", str(tmp_path)]) == 2
    assert main(["check", wrong, "-o", str(tmp_path / "no" / "such.txt")]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"crossfoot: {tmp_path}: is a folder; name a file"
    assert "cannot be written (no such file or directory)" in second

    assert main(["check", wrong, "-o", "x" * 300]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"crossfoot: {'x' * 300}: cannot be ")  # "used" or "written"
    assert "file name too long" in told
    assert main(["data", "--store", f"{wrong}/data/x", "add", wrong]) == 2
    assert f"{wrong}/data: cannot be used" in capsys.readouterr().err


def test_several_html_reports_want_a_folder(
    wrong: str, right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "more" / "wrong.txt"
    other.parent.mkdir()
    other.write_text(RIGHT)
    assert main(["check", wrong, right, "--format", "html"]) == 2
    assert "name a folder with -o" in capsys.readouterr().err
    folder = tmp_path / "out"
    folder.mkdir()
    assert main(["check", wrong, right, str(other), "--format", "html", "-o", str(folder)]) == 1
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["right.html", "wrong-2.html", "wrong.html"]


def test_a_report_never_takes_the_place_of_what_it_reports_on(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><p>{WRONG}</p></body></html>")
    given = page.read_bytes()
    linked = tmp_path / "linked.txt"
    linked.symlink_to(wrong)
    for output in (wrong, str(linked), f"{tmp_path}/./wrong.txt"):
        assert main(["check", wrong, "-o", output]) == 2
        assert main(["sheet", wrong, "-o", output]) == 2
    assert Path(wrong).read_text() == WRONG
    assert "is a file of the input; name another with -o" in capsys.readouterr().err
    assert main(["check", str(page), "--format", "html", "-o", str(tmp_path)]) == 1
    assert page.read_bytes() == given
    assert (tmp_path / "page-2.html").read_text("utf-8").startswith("<!doctype html>")


def test_codes_are_selected_and_ignored_by_their_beginnings(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", wrong, "--select", "cf1"]) == 1
    assert main(["check", wrong, "--ignore", "CF101"]) == 0
    assert main(["check", wrong, "--select", "ALL", "--ignore", "CF1", "--select", "CF101"]) == 1
    assert main(["check", wrong, "--select", "CF77"]) == 2
    assert "CF77: no check has that code" in capsys.readouterr().err


def test_a_wrong_date_or_option_is_named(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--published", "yesterday"], ["--format", "xml"], ["--nonsense"]):
        with pytest.raises(SystemExit) as left:
            main(["check", wrong, *arguments])
        assert left.value.code == 2
    assert "'yesterday' is no date; use YYYY-MM-DD" in capsys.readouterr().err


def test_standard_input_is_read() -> None:
    process = command("check", "-")
    out, err = process.communicate(b"\xff\xfe" + WRONG.encode("utf-16-le"))
    assert (process.returncode, err) == (1, b"")
    assert out.startswith(b"-:1:15 CF101 ")


def test_a_name_can_do_nothing_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "a\x1b[2J\nb.txt"
    odd.write_text(WRONG)
    main(["check", str(odd), str(odd) + "x"])
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert len(told.err.splitlines()) == 1


def test_an_ascii_terminal_gets_escapes_and_no_traceback(wrong: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "crossfoot", "check", wrong], env=environment, capture_output=True
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u201c30\\u201d" in done.stdout


def test_any_command_prints_what_an_old_terminal_lacks(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    odd = tmp_path / "caf\u00e9 \u201c1\u201d.txt"
    odd.write_text(WRONG)
    ledger = str(tmp_path / "ledger.duckdb")
    for words in (
        ["check", "--help"],
        ["ledger", "query", "-h"],
        ["ledger", "add", "--ledger", ledger, str(odd)],
        ["ledger", "list", "--ledger", ledger],
    ):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "ascii"}
        done = subprocess.run(
            [sys.executable, "-m", "crossfoot", *words], env=environment, capture_output=True
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), words
        assert done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_an_interrupt_leaves_no_traceback() -> None:
    # a shell that starts the tests in the background has interrupts ignored
    heeded = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = command("check", "absent", "-", preexec_fn=heeded)
    assert process.stderr
    assert b"absent: no such file" in process.stderr.readline()  # now it waits for its input
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="pipes as POSIX has them")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_closed_pipe_leaves_no_traceback(wrong: str, form: str) -> None:
    process = command("check", wrong, "--format", form)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(10) == 141


def test_commands_are_found_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    for name in ("check", "explain", "rules", "sheet"):
        assert f"\n    {name} " in shown
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"crossfoot {crossfoot.__version__}\n"


def test_every_check_has_a_line_and_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out
    for code, check in registry().items():
        assert f"\n{code}  " in f"\n{listed}"
        assert main(["explain", code.lower()]) == 0
        page = capsys.readouterr().out
        assert page.startswith(f"{code}: {check.name.replace('_', ' ')}\n")
        assert "Why it matters" in page
    assert main(["explain", "CF101", "CF000", "CF102"]) == 2
    told = capsys.readouterr()
    assert "CF000: no check has that code" in told.err
    assert all(f"{code}: " in told.out for code in ("CF101", "CF102"))


def test_the_sheet_lists_every_figure(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", wrong]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[1] for row in rows[1:-1]] == ["30", "12", "9", "10"]
    assert rows[-1].strip() == "4 figures: 4 failed"
    assert main(["sheet", wrong, "--format", "csv", "--status", "held"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["sheet", wrong, "--status", "good"]) == 2
    assert main(["sheet", wrong, "absent"]) == 2


def test_a_plain_check_imports_nothing_heavy(wrong: str) -> None:
    script = (
        "import sys; from crossfoot.cli import main; main(['check', sys.argv[1]]); "
        "print([m for m in ('jinja2', 'duckdb', 'lxml', 'pyarrow', 'bs4') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, wrong],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_text_has_a_limit_that_is_told() -> None:
    with pytest.raises(crossfoot.InputError, match="split it into several files"):
        files.load_bytes(b"12 " * files.MAX_TEXT, "a.txt")


def test_progress_is_told_only_where_it_disturbs_nothing(
    right: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check", "-q", *[right] * 30])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    main(["check", "-q", *[right] * 30])
    told = capsys.readouterr().err
    assert "\r\x1b[K7 of 30: " in told
    assert told.endswith("\r\x1b[K")


# only Linux has the device that is always full; nothing else fills a disk without filling one
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("way", [[], ["-o", "/dev/full"]])
def test_a_full_disk_is_one_clear_line(wrong: str, way: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "crossfoot", "check", wrong, *way],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
    assert done.returncode == 2
    assert "cannot be written (no space left on device)" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_interrupt_before_the_options_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(given: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crossfoot.cli.build_parser", interrupted)
    assert main(["rules"]) == 130


def test_the_package_loads_nothing_that_an_interrupt_could_hit() -> None:
    seen = "import sys, crossfoot; print([m for m in sys.modules if m.startswith('crossfoot.')])"
    done = subprocess.run(
        [sys.executable, "-c", seen], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stdout.strip() == "['crossfoot._standard', 'crossfoot._version']"
