"""Write the generated pages: ``python -m tools.docs``; with ``--check``, say which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from crossfoot.cli import build_parser
from crossfoot.report.pages import all_pages, index
from tools import phrases
from tools.manual import manual

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[Path, str]:
    """Every generated file with what should stand in it."""
    folder = ROOT / "docs" / "checks"
    every = list(all_pages().values())
    out = {folder / f"{p.check.code}.md": p.markdown() + _cases(p.check.code) for p in every}
    return {
        **out,
        folder / "README.md": index(every),
        ROOT / "docs" / "commands.md": manual(build_parser([])),
        ROOT / "docs" / "phrases.md": phrases.page(),
    }


def _cases(code: str) -> str:
    """Where a check's cases stand, if it has them in prose."""
    path = f"tests/checks/{code}.md"
    return f"\nIts cases, in prose: `{path}`.\n" if (ROOT / path).is_file() else ""


def stale(wanted: dict[Path, str]) -> list[Path]:
    """Files that are missing, differ, or belong to no check any more."""
    differ = [p for p, text in wanted.items() if not p.is_file() or p.read_text("utf-8") != text]
    folder = ROOT / "docs" / "checks"
    return sorted({*differ, *(set(folder.glob("*.md")) - set(wanted))})


def main(arguments: list[str]) -> int:
    """Rewrite what is stale, or name it; gives the exit code."""
    wanted = pages()
    old = stale(wanted)
    if "--check" in arguments:
        for path in old:
            print(f"{path.relative_to(ROOT)} is stale: run `make docs`", file=sys.stderr)
        return int(bool(old))
    for path in old:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], "utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
