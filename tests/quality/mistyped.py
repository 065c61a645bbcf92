"""How many relations fail once a figure is mistyped: ``python -m tests.quality.mistyped``.

Nothing is annotated: what the checker finds consistent in a text as it stands is the gold. One
figure of each relation is replaced by a slip of it, and the text is checked again: either the
figure is then alleged, or the relation was read by its numbers and not by its wording. Slips
after which the relation still holds are left out. Texts: files, folders of ``*.txt``, gold
(``.jsonl``) or cases (``.md``); without any the project's own cases. ``--show N`` prints N of the
silent ones.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossfoot import check
from crossfoot.checks._printed import in_manner
from crossfoot.checks._repairs import slip, slips
from crossfoot.model import Figure, Finding

CASES = Path(__file__).resolve().parent.parent / "checks"
MOST = 8  # relations of one text
LIKELIEST = 6  # of the slips of a figure one of these
_TEXT = re.compile(r"```text\n(.*?)\n```", re.DOTALL)


@dataclass(frozen=True)
class Trial:
    """One relation that held, one figure mistyped, and whether it is alleged then."""

    relation: str
    found: bool
    shown: str


def texts(paths: list[Path]) -> Iterator[str]:
    """The natural texts in *paths*."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted([*path.rglob("*.txt"), *path.glob("*.md")]))
        elif path.suffix == ".jsonl":
            lines = map(json.loads, filter(None, path.read_text("utf-8").split("\n")))
            yield from (line["text"] for line in lines if not line.get("mutated"))
        elif path.suffix == ".md":
            yield from _TEXT.findall(path.read_text("utf-8"))
        else:
            yield path.read_text("utf-8", "replace")


def trials(text: str) -> Iterator[Trial]:
    """The relations of a text that hold, each with one of its figures mistyped."""
    chosen = random.Random(text)  # the same slips in every run
    held = [f for f in check(text).findings if f.verdict == "consistent"]
    for finding in chosen.sample(held, min(MOST, len(held))):
        figures = sorted(finding.figures(), key=lambda f: f.start)
        if not figures or (written := mistyped(figure := chosen.choice(figures), chosen)) is None:
            continue
        copy = text[: figure.start] + written + text[figure.end :]
        after = [f for f in check(copy).findings if _uses(f, figure.start)]
        found = any(f.verdict == "inconsistent" for f in after)
        kind = finding.relation.kind
        if found or not any(f.verdict == "consistent" and f.relation.kind == kind for f in after):
            before = text[max(0, figure.start - 90) : figure.start]
            shown = f"{before}[{figure.text} > {written}]{text[figure.end : figure.end + 60]}"
            yield Trial(kind, found, " ".join(shown.split()))


def mistyped(figure: Figure, chosen: random.Random) -> str | None:
    """*figure* as a likely slip would print it."""
    values = {meant.value for meant in slips(figure) if meant.value is not None}
    likely = sorted(values, key=lambda value: (slip(figure, value), value))[:LIKELIEST]
    return in_manner(chosen.choice(likely), figure) if likely else None


def _uses(finding: Finding, start: int) -> bool:
    return any(f.start == start for f in finding.figures())


def rows_of(paths: list[Path]) -> dict[str, tuple[int, int]]:
    """By relation, the most frequent first: how many are found of how many."""
    return _rows([trial for text in texts(paths) for trial in trials(text)])


def _rows(tried: list[Trial]) -> dict[str, tuple[int, int]]:
    found = Counter(t.relation for t in tried if t.found)
    return {kind: (found[kind], n) for kind, n in Counter(t.relation for t in tried).most_common()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[CASES])
    parser.add_argument("--show", type=int, default=0, help="print so many silent ones")
    args = parser.parse_args()
    tried = [trial for text in texts(args.paths) for trial in trials(text)]
    for kind, (found, of) in _rows(tried).items():
        print(f"{kind:12} {found:5} of {of:5}  {found / of:.2f}")
    for trial in [t for t in tried if not t.found][: args.show]:
        print(f"{trial.relation}: {trial.shown}")


if __name__ == "__main__":
    main()
