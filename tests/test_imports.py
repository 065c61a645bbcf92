"""Imports go one way: a folder imports only from those above it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "crossfoot"
# top to bottom; a module belongs to the longest name that fits it
LAYERS = (
    ("_version", "exact"),
    ("interval",),
    ("model",),
    ("packs",),
    ("read",),
    ("figures",),
    ("relate",),
    ("checks",),
    ("packs.us_immigration.loaders",),
    ("records",),
    ("report",),
    ("pipeline",),
    ("",),  # crossfoot itself: the public names
    ("ledger",),
    ("batch",),
    ("serve",),
    ("cli", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# heavy parts, each kept out of the import of what it offers and out of a plain check
HEAVY = ("duckdb", "pyarrow", "jinja2", "lxml", "python_calamine", "starlette", "numpy", "ray")


def layer(module: str) -> str:
    """The layer of a dotted name below ``crossfoot``."""
    parts = module.split(".")
    return next(name for n in range(len(parts), -1, -1) if (name := ".".join(parts[:n])) in RANK)


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Names below ``crossfoot`` that a module imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            if node.module == "crossfoot":
                names.update(a.name for a in node.names)
            else:
                names.add(node.module)
        elif isinstance(node, ast.Import):
            names.update(a.name for a in node.names)
    return {n.removeprefix("crossfoot").lstrip(".") for n in names if n.startswith("crossfoot")} | {
        n for n in names if (SOURCE / n).is_dir() or (SOURCE / f"{n}.py").is_file()
    }


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("*.py")), ids=lambda p: name_of(p) or "crossfoot"
)
def test_imports_go_down_only(path: Path) -> None:
    mine = layer(name_of(path))
    upward = {
        other
        for other in imported(path)
        if layer(other) != mine and RANK[layer(other)] > RANK[mine]
    }
    assert not upward, f"{name_of(path)} imports {sorted(upward)}, which stand below it"


def test_a_plain_check_imports_nothing_heavy() -> None:
    code = (
        "import sys, crossfoot; crossfoot.check('Of 12 people, 5 were held and 7 were not.');"
        f"print(*[m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "first",
    [
        "sys.path.insert(0, folder); import crossfoot",
        "import crossfoot; sys.path.insert(0, folder)",
    ],
)
def test_a_numbers_module_on_the_path_hides_nothing(tmp_path: Path, first: str) -> None:
    """Whether it joins the path before Crossfoot is imported or after."""
    (tmp_path / "numbers.py").write_text("def find(text): return []\n")
    code = (
        f"import sys; folder = {str(tmp_path)!r}; {first}; print(crossfoot.check('12 men').figures)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "12" in done.stdout
