"""Score claims against released data: ``python -m tests.quality.records GOLD DATA [--show]``.

GOLD has one sentence a line with its figures, their true values and verdicts; DATA is a folder of
released files, loaded into a store of its own. A figure without a finding counts as unverifiable.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.model import Finding, InputError, Span
from crossfoot.read import read_text
from crossfoot.records.match import record_findings
from crossfoot.records.store import Store, open_store


def load(folder: Path, store: Store) -> list[str]:
    """Add every file of *folder*; gives what was left out and why."""
    left = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        try:
            store.add(path)
        except InputError as error:
            left.append(str(error))
    return left


def findings_of(text: str, store: Store) -> tuple[Finding, ...]:
    document = read_text(text, name="-")
    return record_findings(Reading(document, read_figures(document)), store)


def span_of(finding: Finding) -> Span:
    role = finding.relation.roles["figure"][0]
    return role if isinstance(role, Span) else role.span


def score(gold: list[dict[str, Any]], store: Store, show: bool = False) -> dict[str, Any]:
    """Right verdicts and true values, and the confusions that matter."""
    sentences: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    missed = []
    for entry in gold:
        found = findings_of(entry["text"], store)
        verdicts = []
        for figure in entry["figures"]:
            mine = next(
                (f for f in found
                 if span_of(f).start < figure["end"] and figure["start"] < span_of(f).end),
                None,
            )  # fmt: skip
            verdict = mine.verdict if mine else "unverifiable"
            value = mine.computed if mine and verdict != "unverifiable" else None
            verdicts.append(verdict)
            right = same(value, figure, mine)
            figures["right"] += right
            figures["all"] += 1
            if show and (not right or verdict != figure["verdict"]):
                missed.append(
                    f"{entry['id']} {figure['text']!r} gold {figure['verdict']} {figure['true']} "
                    f"mine {verdict} {float(value) if value is not None else None} "
                    f"{mine.message if mine else '(no finding)'}"
                )
        verdict = worst(verdicts)
        sentences["all"] += 1
        sentences["right"] += verdict == entry["verdict"]
        sentences[f"{entry['verdict']} as {verdict}"] += 1
    for line in missed:
        print(line)
    said = sum(n for k, n in sentences.items() if k.endswith("as unverifiable"))
    return {
        "sentences": sentences["all"],
        "verdict": sentences["right"] / sentences["all"],
        "values": figures["right"] / figures["all"],
        "unverifiable_precision": sentences["unverifiable as unverifiable"] / max(1, said),
        "inconsistent_as_consistent": sentences["inconsistent as consistent"],
        "confusion": {k: v for k, v in sorted(sentences.items()) if " as " in k},
    }


def worst(verdicts: list[str]) -> str:
    """A sentence is inconsistent if any figure is, consistent if all are."""
    if "inconsistent" in verdicts:
        return "inconsistent"
    return "consistent" if set(verdicts) == {"consistent"} else "unverifiable"


def same(value: Any, figure: dict[str, Any], mine: Finding | None) -> bool:
    """Whether the recorded value is the gold's, to six figures."""
    if figure["true"] is None:
        return value is None
    if value is None or isinstance(value, str):
        return False
    true = float(figure["true"])
    return abs(float(value) - true) <= max(1e-5 * abs(true), 1e-6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true", help="the figures that are not right")
    options = parser.parse_args()
    lines = options.gold.read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "data.duckdb", write=True) as store,
    ):
        begun = time.perf_counter()
        left = load(options.data, store)
        loaded = time.perf_counter() - begun
        result = score(gold, store, options.show)
        took = time.perf_counter() - begun - loaded
    for line in left:
        print("left out:", line)
    print(json.dumps({**result, "load_seconds": round(loaded, 2),
                      "ms_a_sentence": round(1000 * took / len(gold), 1)}, indent=1))  # fmt: skip


if __name__ == "__main__":
    main()
