"""Stores for the tests of records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("python_calamine")


@pytest.fixture(scope="session")
def released(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A store with every file of the shared data."""
    from crossfoot.records.store import open_store
    from tests.quality.records import load

    path = tmp_path_factory.mktemp("released") / "data.duckdb"
    with open_store(path, write=True) as store:
        load(shared / "data", store)
        yield store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A store with one small workbook of our own."""
    pytest.importorskip("openpyxl")
    from crossfoot.records.store import open_store
    from tests.records.workbook import build

    folder = tmp_path_factory.mktemp("small")
    book = build(folder / "FY23_detentionStats.xlsx")
    with open_store(folder / "data.duckdb", write=True) as store:
        store.add(book)
        yield store
