"""`crossfoot check` of a thousand files, one at a time against a file a processor."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from bench._texts import releases
from bench._timing import side_by_side

FILES = 1000


def main() -> None:
    processors = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{n:04}.txt" for n in range(FILES)]
        for file, text in zip(files, islice(cycle(releases()), FILES), strict=True):
            file.write_text(text, "utf-8")

        def run(jobs: int) -> None:
            command = [sys.executable, "-m", "crossfoot", "check", "--quiet", "--no-data"]
            subprocess.run(
                [*command, "--jobs", str(jobs), *map(str, files)],
                stdout=subprocess.DEVNULL, check=False,
            )  # fmt: skip

        taken = side_by_side(
            {"--jobs 1": lambda: run(1), f"--jobs {processors}": lambda: run(processors)}, rounds=3
        )
    base = taken["--jobs 1"]
    for name, time in taken.items():
        print(f"{name:12} {FILES / time:7.0f} documents/s   {base / time:4.1f} x one at a time")
