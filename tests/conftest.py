"""Where tests find what is not in the project: the shared gold and data, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# a busy machine is no failure: what takes how long is measured in bench/
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

BROWSER = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run --disable-quic"
).split()

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def _absent(what: str) -> None:
    """Skip on a laptop; in CI, where it must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; in CI it must be there")
    pytest.skip(what)


def needed(name: str) -> Any:
    """A module that the tests drive the browser with; in CI it must be there."""
    if os.environ.get("CI") == "true":
        return import_module(name)
    return pytest.importorskip(name, reason=f"{name} is not installed (the extra dev has it)")


@pytest.fixture(scope="session", autouse=True)
def _no_data_of_the_developers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A plain check uses the released data that it finds, and there may be some at home."""
    os.environ["CROSSFOOT_DATA"] = str(tmp_path_factory.mktemp("home") / "data.duckdb")


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


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """A running Chromium."""
    playwright = needed("playwright.sync_api")
    with playwright.sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=BROWSER)
        yield running
        running.close()


def listen(page: Any, noise: list[str], requests: list[str]) -> None:
    """Note in *noise* what a page complains of, in *requests* what it asks for."""
    page.on("console", lambda m: noise.append(m.text))
    page.on("pageerror", lambda e: noise.append(str(e)))
    page.on("dialog", lambda d: (noise.append("dialog"), d.dismiss()))
    page.on("request", lambda r: requests.append(r.url))
