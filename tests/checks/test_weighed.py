"""The weights by which numbers told alike are held to be one."""

from __future__ import annotations

from crossfoot import read_text
from crossfoot.figures import read_figures
from crossfoot.figures.skeleton import Reading
from crossfoot.relate._held import Held
from crossfoot.relate.restatement import field_of
from crossfoot.relate.statements.evidence import NAMES, Evidence
from crossfoot.relate.statements.field import Field
from crossfoot.relate.statements.weighed import Node, Weights, pairs, weights

STORY = (
    "Nine Divers Rescued\n\nThe coast guard rescued {} divers off Dale on Sunday, an officer said."
)


def _field(text: str) -> Field:
    document = read_text(text)
    return field_of(Reading(document, read_figures(document)))


def _entries(node: Node) -> set[int]:
    entry, _, sides = node
    return {entry}.union(*map(_entries, sides)) if sides else set()


def test_the_weights_are_of_what_is_gathered() -> None:
    used = set().union(*(_entries(tree) for _, tree in weights().trees))
    assert used <= set(range(len(NAMES)))
    assert len(used) > len(NAMES) / 2
    field = _field(STORY.format("eight"))
    (pair,) = pairs(field)
    told = Evidence(field, Held.of(()), *pair)
    known = {name: told[entry] for entry, name in enumerate(NAMES)}
    assert (known["zone of first"], known["zone of later"], known["nouns"]) == (0, 1, 0)
    assert (known["difference"], known["later is more"], known["slips"]) == (1, False, 0)
    assert known["words near"] > 0


def test_what_agrees_or_is_no_slip_is_not_weighed() -> None:
    assert not list(pairs(_field(STORY.format("nine"))))
    assert not list(pairs(_field(STORY.format("forty-two"))))


def test_a_pair_is_left_before_the_tree_where_its_odds_are_too_low() -> None:
    first, second = (((0, odds, ()) for odds in of) for of in ((-3.0, 1.0), (4.0, 2.0)))
    trees = [(-9.0, (0, 0.5, tuple(first))), (-2.0, (1, 0.5, tuple(second)))]
    scale = Weights(least=1.0, base=0.0, trees=trees)
    assert scale.are_one({0: 1, 1: 1}) == 3.0
    assert scale.are_one({0: 0}) == 0.0  # the second entry is not asked for
    assert scale._replace(least=5.5).are_one({0: 1, 1: 0}) == 0.0
