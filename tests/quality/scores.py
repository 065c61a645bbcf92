"""Scores on the gold of ../shared/eval; `python -m tests.quality.scores` rewrites docs/quality.md.

The scorers are the ones that stand beside the gold; this module calls them and keeps the figures.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from types import ModuleType
from typing import Any

import crossfoot
from tests.quality import mistyped

ROOT = Path(__file__).resolve().parent.parent.parent
EVAL = ROOT.parent / "shared" / "eval"
PAGE = ROOT / "docs" / "quality.md"
RELATIONS = ("relations-seeds.jsonl", "relations-dev.jsonl", "stories-dev.jsonl")


def scorer(name: str) -> ModuleType:
    """A scoring script of ../shared/eval as a module."""
    if str(EVAL) not in sys.path:
        sys.path.insert(0, str(EVAL))
    return importlib.import_module(name)


def find(text: str) -> list[tuple[int, int, float | None, str]]:
    """Crossfoot as a number finder: start, end, value and kind of each figure."""
    return [
        (f["start"], f["end"], None if f["value"] is None else float(f["value"]), f["kind"])
        for f in crossfoot.check(text).to_dict()["figures"]
    ]


def numbers() -> dict[str, dict[str, float]]:
    """F1 by kind on the published cases, and the counts on the two marked stories."""
    module = scorer("score_numbers")
    rows = {suite: module.score(find, suite, EVAL / "specs") for suite in module.SUITES}
    seeds = module.score_seeds(find, EVAL.parent / "seeds", EVAL)
    out = {s: {"F1": r["F1"], "P": r["P"], "R": r["R"]} for s, r in rows.items()}
    out["seeds"] = {k: seeds[k] for k in ("golds", "right", "kind_right", "extra")}
    return out


def context() -> dict[str, float]:
    """Found, interval and each dimension on context-dev.jsonl."""
    module = scorer("score_context")
    lines = (EVAL / "context-dev.jsonl").read_text("utf-8").split("\n")
    summary: dict[str, float] = module.summary(
        module.score([json.loads(line) for line in lines if line.strip()], crossfoot.check)
    )
    return summary


def relations(name: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Per relation type and in total, on one gold file."""
    module = scorer("score_relations")
    args = Namespace(gold=str(EVAL / name), texts=None, cmd=None, only=None, natural=False)
    rows, total, _ = module.score(module.load(args), args)
    return rows, total


def totals(rows: dict[str, Any], total: dict[str, int]) -> dict[str, float]:
    """The figures that the gate holds, of one gold file."""

    def rate(found: str, asked: str) -> float:
        wanted = sum(r.get(asked, 0) for r in rows.values())
        return sum(r.get(found, 0) for r in rows.values()) / wanted if wanted else 1.0

    right, false = total.get("nat_right", 0), total.get("nat_false", 0)
    return {
        "inconsistent precision": right / (right + false) if right + false else 1.0,
        "inconsistent recall": rate("nat_found", "nat"),
        "mutated recall": rate("mut_found", "mut"),
        "consistent recall": rate("cons_found", "cons"),
        "conflict recall": rate("conf_found", "conf"),
        "false alarms": float(false),
        "bare documents with a false alarm": float(total.get("bare_false_docs", 0)),
        "traps reported": float(total.get("traps_reported", 0)),
        "F1": scorer("score_relations").overall(rows)["f1"],
    }


def _table(head: list[str], rows: list[list[object]]) -> list[str]:
    def cell(value: object) -> str:
        return f"{value:.3f}" if isinstance(value, float) else str(value)

    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(map(cell, row)) + " |" for row in rows),
        "",
    ]


def _numbers_part() -> list[str]:
    scores = numbers()
    seeds = scores.pop("seeds")
    return [
        "## Figures: is each quantity found and read right",
        "",
        *_table(
            ["suite", "F1", "precision", "recall"],
            [[suite, *row.values()] for suite, row in scores.items()],
        ),
        f"Seed stories: {seeds['right']} of {seeds['golds']} right, {seeds['kind_right']} with the "
        f"right kind, {seeds['extra']} extra.",
        "",
    ]  # fmt: skip


def _context_part() -> list[str]:
    return [
        "## Context: of what, of whom, where, when, who says so",
        "",
        *_table(["on context-dev.jsonl", "score"], [[k, v] for k, v in context().items()]),
    ]


def _relations_part(name: str) -> list[str]:
    rows, total = relations(name)

    def ratio(row: dict[str, int], found: str, asked: str) -> str:
        return f"{row.get(found, 0)}/{row.get(asked, 0)}"

    order = [t for t in scorer("score_relations").TYPES if t in rows]
    order += sorted(set(rows) - set(order))
    table = [
        [kind, *(ratio(rows[kind], f"{c}_found", c) for c in ("nat", "mut", "cons", "conf")),
         rows[kind].get("false", 0), rows[kind].get("spurious", 0)]
        for kind in order
    ]  # fmt: skip
    return [
        f"## Relations on {name}",
        "",
        *_table(
            ["relation", "inconsistent", "same, mutated", "consistent", "conflict", "false alarms",
             "spurious"],
            table,
        ),
        *_table(["in total", "score"], [[k, v] for k, v in totals(rows, total).items()]),
    ]  # fmt: skip


def _mistyped_part() -> list[str]:
    """Relations that hold, and are alleged once a figure of them is mistyped."""
    tried = {
        "our own cases": mistyped.rows_of([mistyped.CASES]),
        "relations-dev": mistyped.rows_of([EVAL / "relations-dev.jsonl"]),
    }
    kinds = dict.fromkeys(kind for rows in tried.values() for kind in rows)
    table: list[list[object]] = [
        [kind, *("/".join(map(str, rows.get(kind, (0, 0)))) for rows in tried.values())]
        for kind in kinds
    ]
    return ["## Relations that hold, one figure mistyped: alleged", "",
            *_table(["relation", *tried], table)]  # fmt: skip


def records() -> dict[str, float]:
    """Verdicts and true values on records-dev.jsonl, against ../shared/data."""
    from crossfoot.records.store import open_store
    from tests.quality import records as scored

    lines = (EVAL / "records-dev.jsonl").read_text("utf-8").split("\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.duckdb"
        with open_store(path, write=True) as store:
            scored.load(EVAL.parent / "data", store)
        with open_store(path) as store:
            result = scored.score([json.loads(line) for line in lines if line.strip()], store)
    return {k: float(v) for k, v in result.items() if isinstance(v, int | float)}


def ledger() -> dict[str, float]:
    """Links and events on stories-dev.jsonl."""
    from tests.quality import ledger as scored

    result = scored.score(scored.stories(EVAL / "stories-dev.jsonl"))
    return {k: float(v) for k, v in result.items() if isinstance(v, int | float)}


def _plain_part(title: str, scores: dict[str, float]) -> list[str]:
    rows: list[list[object]] = [
        [name, int(value) if value > 1 or name in _COUNTS else value]
        for name, value in scores.items()
    ]
    return [f"## {title}", "", *_table(["measured", "score"], rows)]


_COUNTS = frozenset({"wrong", "mixed", "inconsistent_as_consistent"})


def page() -> str:
    """The page of scores."""
    parts = [
        _numbers_part(),
        _context_part(),
        *map(_relations_part, RELATIONS),
        _mistyped_part(),
        _plain_part("Records: records-dev.jsonl against released data", records()),
        _plain_part("Links and events across stories-dev.jsonl", ledger()),
    ]
    head = [
        "# How well it reads",
        "",
        "Rewritten by `make quality` from the development gold (`../shared/eval`). Gold of the",
        "same kinds is kept back and scored on each version: nothing here is written for a case.",
        "These documents were before our eyes while the rules were written, so others score lower.",
        "",
        "What is still read wrong, and why: [figures](quality-notes-figures.md),",
        "[context](quality-notes-context.md), [relations](quality-notes-relations.md).",
        "",
    ]
    return "\n".join(head + [line for part in parts for line in part]).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
