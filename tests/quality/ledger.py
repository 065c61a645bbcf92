"""Score links between documents and event clusters: ``python -m tests.quality.ledger GOLD``.

GOLD is JSON Lines, one story a line: `id`, `text`, `published`, `same_event_as` (ids), `ledger`
(`with`, `relation`, `here` and `there` as spans). All stories go into one new ledger.

A gold link is found when a link of its kind joins a figure that overlaps `here` with one that
overlaps `there`. Kinds: gold `conflict` is our conflict and label, gold `restatement` our same
and copy, gold `update` our update; a link that the gold gives from both sides counts once.

precision counts every link of conflict, label and update: one that the gold does not have is
wrong. The gold names only some of the agreements (of fifty figures that reports print alike, one
or two), so an agreement counts as right where the gold has it, as wrong where the gold gives one
of its figures another partner in that document, and else it is left out and counted as
`unlisted`. `strict precision` counts every agreement that the gold does not name as wrong.

--context FILE takes the figures with their context from gold (`context-dev.jsonl`) instead of the
text: what linking could reach if everything before it were right.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from crossfoot import Figure, Interval, Period, Source, check, read_text
from crossfoot.ledger import Ledger
from crossfoot.report.result import Report

KIND = {
    "conflict": "conflict", "label": "conflict", "update": "update",
    "same": "restatement", "copy": "restatement",
}  # fmt: skip
Ends = frozenset[tuple[str, int, int]]  # (document, start, end) of both figures


def stories(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gold_links(docs: Iterable[dict[str, Any]]) -> list[tuple[str, Ends]]:
    """Each link once, though both stories may name it."""
    found: list[tuple[str, Ends]] = []
    for doc in docs:
        for entry in doc.get("ledger", ()):
            for here, there in zip(entry["here"], entry["there"], strict=True):
                ends = frozenset({(doc["id"], *here), (entry["with"], *there)})
                if not any(k == entry["relation"] and meet(e, ends) for k, e in found):
                    found.append((entry["relation"], ends))
    return found


def meet(one: Ends, other: Ends) -> bool:
    """Whether both figures of a pair overlap those of another."""
    return all(any(touch(a, b) for b in other) for a in one)


def touch(a: tuple[str, int, int], b: tuple[str, int, int]) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def reports_of(docs: list[dict[str, Any]], context: Path | None) -> list[Report]:
    if context is None:
        return [check(d["text"], published=d["published"], name=d["id"]) for d in docs]
    gold = {d["id"]: d for d in stories(context)}
    return [_with_gold(d, gold[d["id"]]) for d in docs]


def score(docs: list[dict[str, Any]], context: Path | None = None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.duckdb")
        ledger.add(reports_of(docs, context))
        rows = ledger.links()
        events = {d["name"]: d["event"] for d in ledger.documents()}
    got = [
        (KIND[r["kind"]], frozenset({
            (r["later_name"], r["later_start"], r["later_end"]),
            (r["earlier_name"], r["earlier_start"], r["earlier_end"]),
        }), r)
        for r in rows
    ]  # fmt: skip
    return {**_links(gold_links(docs), got), **_clusters(docs, events)}


def _links(
    gold: list[tuple[str, Ends]], got: list[tuple[str, Ends, dict[str, Any]]]
) -> dict[str, Any]:
    right, wrong, open_, missed = [], [], [], []
    for kind, ends, row in got:
        if any(k == kind and meet(e, ends) for k, e in gold):
            right.append(row)
        elif kind != "restatement" or _contradicted(ends, gold):
            wrong.append(row)
        else:
            open_.append(row)
    for kind, ends in gold:
        if not any(k == kind and meet(ends, e) for k, e, _ in got):
            missed.append((kind, sorted(ends)))
    found = len(gold) - len(missed)
    return {
        "gold": len(gold), "found": found, "recall": found / len(gold) if gold else 1.0,
        "reported": len(got), "wrong": len(wrong), "unlisted": len(open_),
        "precision": len(right) / max(1, len(right) + len(wrong)),
        "strict precision": len(right) / max(1, len(got)),
        "_wrong": wrong, "_missed": missed, "_unlisted": open_,
    }  # fmt: skip


def _contradicted(ends: Ends, gold: list[tuple[str, Ends]]) -> bool:
    """Whether the gold gives one of the figures another partner in the other document."""
    documents = {e[0] for e in ends}
    return any(
        {e[0] for e in other} == documents and any(touch(a, b) for a in ends for b in other)
        for _, other in gold
    )


def _clusters(docs: list[dict[str, Any]], events: dict[str, str]) -> dict[str, Any]:
    gold = {frozenset({d["id"], *d.get("same_event_as", ())}) for d in docs}
    names: dict[str, set[str]] = {}
    for name, event in events.items():
        names.setdefault(event, set()).add(name)
    got = {frozenset(members) for members in names.values()}
    mixed = [sorted(g) for g in got if not any(g <= c for c in gold)]
    return {
        "clusters": len(gold), "recovered": len(gold & got), "mixed": len(mixed),
        "_split": [sorted(c) for c in gold - got], "_mixed": mixed,
    }  # fmt: skip


def _with_gold(doc: dict[str, Any], gold: dict[str, Any]) -> Report:
    document = read_text(
        doc["text"], name=doc["id"], published=date.fromisoformat(doc["published"])
    )
    figures = tuple(
        _figure(document.text, number, row, document.sentences)
        for number, row in enumerate(gold["figures"])
        if not row.get("optional")
    )
    own = check(doc["text"], published=doc["published"], name=doc["id"]).figures
    dates = [f for f in own if f.kind == "date"]  # the gold leaves dates aside
    every = sorted((*figures, *dates), key=lambda f: f.start)
    return Report("gold", document, tuple(every), ())


def _figure(text: str, number: int, row: dict[str, Any], sentences: Any) -> Figure:
    def exact(value: float | None) -> Fraction | None:
        return None if value is None else Fraction(str(value))

    period = row["period"]
    after = text[row["end"] :].lstrip(" -").split(" ")[0].strip(".,;")
    return Figure(
        id=f"g{number}", start=row["start"], end=row["end"], text=row["text"],
        sentence=max(s.index for s in sentences if s.start <= row["start"]),
        kind=row["kind"], value=exact(row["value"]),
        range=Interval(exact(row["low"]), exact(row["high"])),
        step=Fraction(1, 10) if "." in row["text"] else Fraction(1),
        hedge=row["hedge"], unit=after, measure=row["measure"],
        population=tuple(row["population"]), place=row["place"],
        period=Period(
            *(date.fromisoformat(period[k]) if period[k] else None for k in ("start", "end"))
        ) if period else None,
        source=Source(row["source"], 0, 0) if row["source"] else None,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--context", type=Path, help="gold figures with their context")
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    parser.add_argument("--all", action="store_true", help="print the unlisted agreements too")
    options = parser.parse_args()
    result = score(stories(options.gold), options.context)
    for name, value in result.items():
        if not name.startswith("_"):
            print(f"{name:18}", f"{value:.3f}" if isinstance(value, float) else value)
    if options.show:
        for kind, ends in result["_missed"]:
            print("missed", kind, ends)
        shown = [("wrong", result["_wrong"])] + [("unlisted", result["_unlisted"])] * options.all
        for word, rows in shown:
            for r in rows:
                print(
                    f"{word} {r['kind']}: "
                    f"{r['later_name']} {r['later_text']!r}@{r['later_start']} / "
                    f"{r['earlier_name']} {r['earlier_text']!r}@{r['earlier_start']}: "
                    + "; ".join(r["reasons"])
                )
        print("split", result["_split"], "mixed", result["_mixed"])


if __name__ == "__main__":
    main()
