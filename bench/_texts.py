"""What the benchmarks read: the natural texts of the gold where it is, else the example."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "eval" / "relations-dev.jsonl"
EXAMPLE = ROOT / "examples" / "two-operations.txt"


def releases() -> list[str]:
    """Some seventy press releases of 2 KB each."""
    if not GOLD.exists():
        return [EXAMPLE.read_text("utf-8")] * 76
    lines = GOLD.read_text("utf-8").split("\n")
    documents = (json.loads(line) for line in lines if line)
    return [d["text"] for d in documents if not d["mutated"]]
