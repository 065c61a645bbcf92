"""Fit the weights by which numbers told alike are held to be one.

``python -m tests.quality.weights TEXTS...`` writes ``relate/statements/weights.json``.

Nothing needs to be annotated. In a published text two numbers that differ by a slip are nearly
always meant to: they are what must stay silent. Numbers that agree, one of which is then mistyped,
are what must be found, and so are the pairs that a case (``.md``) expects to be one number gone
wrong. In gold the numbers that it says agree are mistyped as well, found by a rule or not. Texts:
files, folders of ``*.txt``, gold (``.jsonl``) or cases; ``PATH=4`` counts each pair of it four
times.
Needs ``scikit-learn``, which nothing else does.

The limit is set by texts that the trees have not seen (a fifth at a time): of those counted
most often, `--alarms` texts in a thousand may be alleged.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from crossfoot import read_text
from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.relate import relaters
from crossfoot.relate._held import Held
from crossfoot.relate.restatement import field_of
from crossfoot.relate.statements import weighed
from crossfoot.relate.statements.evidence import GROUPS, NAMES, Evidence
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.headed import headed
from crossfoot.relate.statements.odd import disagreeing
from crossfoot.relate.statements.statement import Statement
from tests.quality.mistyped import mistyped

OUT = Path(weighed.__file__).parent / "weights.json"
MOST = 8  # numbers of one text that are mistyped
LONGEST = 8_000  # characters: of a longer text the pairs would outweigh those of others
TREES, LEAVES, RATE, FOLDS = 60, 16, 0.15, 5
WOODS, SEEN = 5, 0.3  # as many times trees are fitted, each seeing but so many of the entries
MARGIN = 0.5  # below all that reached the limit, at which a pair is left
_CASE = re.compile(r"```text[^\n]*\n(.*?)\n```\n```expect\n(.*?)```", re.DOTALL)
_WRONG = re.compile(r'CF201 inconsistent figures="([^"]+)","([^"]+)"')
_ERROR = re.compile("inconsistent|conflict")


@dataclass(frozen=True)
class Row:
    """A pair of numbers a slip apart: what is known of it, and whether it is one number."""

    text: str
    weight: float
    entries: tuple[float, ...]
    one: bool
    alleged: bool  # by another rule


class Known(NamedTuple):
    """What is known of a text: pairs that are wrong, by their words, and places that agree."""

    wrong: Sequence[set[str]] = ()
    agree: Sequence[Sequence[Sequence[int]]] = ()


def texts(path: Path) -> Iterator[tuple[str, Known]]:
    """The texts of a file or folder in which nothing was changed, each with what is known of it.

    A case that expects another error is left out.
    """
    if path.is_dir():
        for file in sorted([*path.rglob("*.txt"), *path.glob("*.md")]):
            yield from texts(file)
    elif path.suffix == ".jsonl":
        lines = map(json.loads, filter(None, path.read_text("utf-8").split("\n")))
        yield from ((line["text"], _annotated(line)) for line in lines if not line.get("mutated"))
    elif path.suffix == ".md":
        for text, expected in _CASE.findall(path.read_text("utf-8")):
            wrong = _WRONG.findall(expected)
            if len(_ERROR.findall(expected)) == len(wrong):
                yield text, Known([set(pair) for pair in wrong])
    else:
        yield path.read_text("utf-8", "replace"), Known()


def _annotated(line: Mapping[str, Any]) -> Known:
    """The numbers that a line of gold says agree."""
    told = (r for r in line.get("relations", ()) if r["relation"] == "restatement")
    return Known(agree=[r["roles"]["figures"] for r in told if r["verdict"] == "consistent"])


def rows(text: str, weight: float, known: Known) -> Iterator[Row]:
    """The pairs of a text as it stands, and those of copies with one number mistyped.

    Of those as it stands only the *wrong* ones, by their words, are one number.
    """
    (field, held), chosen = _read(text), random.Random(text)
    alleged = {frozenset((a.order, b.order)) for a, b in disagreeing(field)}
    for first, later in weighed.pairs(field):
        found = frozenset((first.order, later.order)) in alleged
        one = {first.figure.text, later.figure.text} in known.wrong
        yield Row(text, weight, _entries(field, held, first, later), one=one, alleged=found)
    ids = {s.figure.id for group in field.agreed for s in group}
    groups = [*field.agreed, *headed(field, ids), *_told(field, known)]
    agreed = [(s.figure, group) for group in groups for s in group if s.group in GROUPS]
    chosen.shuffle(agreed)
    for figure, group in agreed[:MOST]:
        written = mistyped(figure, chosen)
        if written is None or text[figure.start : figure.end] != figure.text:
            continue  # as in "three (3)", which is read once
        longer = len(written) - len(figure.text)
        like = {s.order + longer * (s.order > figure.start) for s in group}
        copy, said = _read(text[: figure.start] + written + text[figure.end :])
        for first, later in weighed.pairs(copy):
            if figure.start in (first.order, later.order) and {first.order, later.order} <= like:
                yield Row(text, weight, _entries(copy, said, first, later), one=True, alleged=False)


def _told(field: Field, known: Known) -> Iterator[Sequence[Statement]]:
    """The statements of numbers that are known to agree, where no rule finds it."""
    for places in known.agree:
        group = [
            s
            for s in field.story.statements
            if any(start < s.figure.end and s.figure.start < end for start, end in places)
        ]
        tied = field.group_of.get(group[0].figure.id, ()) if group else ()
        if any(s not in tied for s in group):
            yield group


def _entries(field: Field, held: Held, first: Statement, later: Statement) -> tuple[float, ...]:
    told = Evidence(field, held, first, later)
    return tuple(told[entry] for entry in range(len(NAMES)))


def _read(text: str) -> tuple[Field, Held]:
    document = read_text(text)
    reading = Reading(document, read_figures(document))
    told = (relation for relater in relaters() for relation in relater.relate(reading))
    return field_of(reading), Held.of(told)


def fitted(told: Sequence[Row], alarms: float) -> dict[str, Any]:
    """The weights that tell the rows apart, as the file has them."""
    found = np.array([row.entries for row in told], float)
    one = np.array([row.one for row in told])
    weight = np.array([row.weight for row in told])
    odds = np.zeros(len(told))
    for some, rest in GroupKFold(FOLDS).split(found, one, [row.text for row in told]):
        woods = _woods(found[some], one[some], weight[some])
        odds[rest] = np.mean([wood.decision_function(found[rest]) for wood in woods], 0)
    often = max(row.weight for row in told)
    near = [(row.text, o) for row, o in zip(told, odds, strict=True)
            if row.weight == often and not (row.one or row.alleged)]  # fmt: skip
    worst: dict[str, float] = {}
    for text, o in near:
        worst[text] = max(o, worst.get(text, o))
    limit = sorted(worst.values(), reverse=True)[min(int(alarms), len(worst) - 1)]
    held = np.mean(odds[one] > limit)
    print(
        f"{len(told)} pairs, {one.sum()} of them mistyped; limit {limit:.2f}: {held:.3f} of these"
    )
    woods = _woods(found, one, weight)
    # one tree of each in turn: the first of all tell the most
    staged = [np.array([wood._baseline_prediction.item() * np.ones(len(told)),
                        *wood.staged_decision_function(found)]) for wood in woods]  # fmt: skip
    odds, nodes, before = staged[0][0], [], []
    for at in range(TREES):
        for wood, stages in zip(woods, staged, strict=True):
            before.append(odds)
            odds = odds + (stages[at + 1] - stages[at]) / WOODS
            nodes.append(_node(wood._predictors[at][0].nodes, 0))
    reached = odds >= limit
    trees = [
        [round(float(now[reached].min()) - MARGIN, 2), node]
        for now, node in zip(before, nodes, strict=True)
    ]
    base = round(float(staged[0][0][0]), 4)
    return {"entries": NAMES, "least": round(float(limit), 2), "base": base, "trees": trees}


def _woods(found: Any, one: Any, weight: Any) -> list[Any]:
    """Trees fitted several times, of which the mean is taken: each sees other entries."""
    return [
        HistGradientBoostingClassifier(
            max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, l2_regularization=1,
            min_samples_leaf=10, max_features=SEEN, early_stopping=False, random_state=seed,
        ).fit(found, one, sample_weight=weight)
        for seed in range(WOODS)
    ]  # fmt: skip


def _node(nodes: Any, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return [0, round(float(node["value"]) / WOODS, 4), []]
    limit = round(float(node["num_threshold"]), 4)
    sides = [_node(nodes, int(node[side])) for side in ("left", "right")]
    return [int(node["feature_idx"]), limit, sides]


def main() -> None:
    """Fit and write them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", help="PATH, or PATH=WEIGHT")
    parser.add_argument("--alarms", type=float, default=8, help="of a thousand texts")
    args = parser.parse_args()
    told: list[Row] = []
    count: Counter[float] = Counter()
    for argument in args.paths:
        path, _, weight = argument.partition("=")
        for text, known in texts(Path(path)):
            if len(text) <= LONGEST:
                told += rows(text, float(weight or 1), known)
                count[float(weight or 1)] += 1
    kept = fitted(told, args.alarms * count[max(count)] / 1000)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in kept.pop("trees"))
    head = json.dumps(kept, indent=1)[:-2]
    OUT.write_text(f'{head},\n "trees": [\n{lines}\n]}}\n', "utf-8")


if __name__ == "__main__":
    main()
