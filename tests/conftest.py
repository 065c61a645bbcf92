"""Where tests find what is not in the project: the shared gold and data, and a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def _absent(what: str) -> None:
    """Skip on a laptop; in CI, where it must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; in CI it must be there")
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold, seeds and data beside the project."""
    if not SHARED.is_dir():
        _absent("../shared is not here, so nothing was measured on it")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to drive."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        _absent("no chromium here (make system installs it)")
    assert found
    return found
