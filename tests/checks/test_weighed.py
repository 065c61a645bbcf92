"""The weights by which numbers told alike are held to be one."""

from __future__ import annotations

import random

import pytest

from crossfoot import read_text
from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.relate.restatement import field_of
from crossfoot.relate.statements.evidence import NAMES, evidence
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.weighed import Node, pairs, weights

STORY = (
    "Nine Divers Rescued\n\nThe coast guard rescued {} divers off Dale on Sunday, an officer said."
)


def _field(text: str) -> Field:
    document = read_text(text)
    return field_of(Reading(document, read_figures(document)))


def _entries(node: Node) -> set[int]:
    return set() if isinstance(node, float) else {node[0], *_entries(node[2]), *_entries(node[3])}


def _leaves(node: Node) -> list[float]:
    return [node] if isinstance(node, float) else [*_leaves(node[2]), *_leaves(node[3])]


def test_the_weights_are_of_what_is_gathered() -> None:
    used = set().union(*(_entries(tree) for tree, _ in weights().trees))
    assert used <= set(range(len(NAMES)))
    assert len(used) > len(NAMES) / 2
    (pair,) = pairs(_field(STORY.format("eight")))
    assert len(evidence(_field(STORY.format("eight")), *pair)) == len(NAMES)


def test_what_agrees_or_is_no_slip_is_not_weighed() -> None:
    assert not list(pairs(_field(STORY.format("nine"))))
    assert not list(pairs(_field(STORY.format("forty-two"))))


def test_leaving_early_leaves_no_pair_out() -> None:
    scale, chosen = weights(), random.Random(1)
    rest = [most for _, most in scale.trees[1:]]
    for (tree, most), behind in zip(scale.trees, [*rest, 0.0], strict=True):
        assert most == pytest.approx(behind + max(_leaves(tree)))
    for _ in range(300):
        entries = [chosen.choice([0, 0, 1, 1, 2, 3, 5, 30]) for _ in NAMES]
        every = scale._replace(trees=[(tree, float("inf")) for tree, _ in scale.trees])
        assert scale.are_one(entries) == pytest.approx(every.are_one(entries))
