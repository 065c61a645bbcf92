"""Bytes become text, or a clear error in bounded time."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot import InputError
from crossfoot.read import files, load

WORDS = "Officers made “12” arrests – 3 in Cañon City.\n"


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_every_usual_encoding_is_read(tmp_path: Path, codec: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(WORDS.encode(codec))
    document = load(file)
    assert document.text == WORDS
    assert bool(document.notes) == (codec == "cp1252")
    assert document.name == "a.txt"


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_a_byte_order_mark_decides(codec: str, order: str) -> None:
    data = ("\ufeff" + WORDS).encode(f"{codec}-{order}")
    assert files.decode(data)[0] == WORDS


def test_a_few_damaged_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    text, notes = files.decode(WORDS.encode() + b"\xff\xfe and 4 more")
    assert text == WORDS + "\ufffd\ufffd and 4 more"
    assert notes == ("2 damaged characters were replaced",)


def test_bytes_that_windows_1252_leaves_out_become_boxes() -> None:
    assert files.decode(b"12 \x81 men\x92s")[0] == "12 \ufffd men’s"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (" \n".encode("utf-16"), "is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "a PNG image"),
        (b"\x1f\x8b\x08" + b"abc" * 90, "a gzip archive"),
        (bytes(range(256)) * 40, "is binary data"),
        (b"12 people" * 400 + b"\0", "a NUL at character 3601"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        load(file)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert "\n" not in message
    assert ";" in message  # what to do about it


def test_folders_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder; name the files in it"):
        load(tmp_path)
    with pytest.raises(InputError, match="no such file; check the name"):
        load(tmp_path / "absent.txt")
    with pytest.raises(InputError, match="cannot be read"):
        load("a\0b")


@pytest.mark.parametrize("name", ["a.csv", "A.CSV", "a.xlsx", "a.ods", "a.parquet"])
def test_a_table_is_no_report(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("state,arrests,age\nAlder,12,300\nBirch,20,310\nTotal,32,610\n")
    with pytest.raises(InputError, match="is a table, not a report"):
        load(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_rights_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("12")
    file.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        load(file)


def test_twenty_megabytes_of_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"Officers made 12 arrests. " * 800_000)
    with pytest.raises(InputError, match="larger than 4 MB"):
        load(file)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.touch()
    os.truncate(file, 1 << 40)  # zeros that take no room on the disk, and that no memory holds
    with pytest.raises(InputError, match="larger than 64 MB"):
        load(file)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_an_endless_device_ends() -> None:
    with pytest.raises(InputError, match="larger than"):
        load("/dev/zero")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    with suppress(InputError):  # anything else is a fault
        text, _ = files.decode(data, "x")
        assert text.strip()
        assert "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert files.decode(text.encode())[0] == text
