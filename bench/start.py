"""A cold `crossfoot check` of a short story, against a bare start of the interpreter."""

from __future__ import annotations

import subprocess
import sys

from bench._texts import EXAMPLE
from bench._timing import side_by_side


def main() -> None:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)

    taken = side_by_side(
        {
            "python -c pass": lambda: run("-c", "pass"),
            "from crossfoot import check": lambda: run("-c", "from crossfoot import check"),
            "crossfoot check": lambda: run("-m", "crossfoot", "check", str(EXAMPLE)),
        },
        rounds=9,
    )
    base = taken["python -c pass"]
    for name, time in taken.items():
        print(f"{name:28} {time * 1000:7.1f} ms   {time / base:5.1f} x a bare start")
