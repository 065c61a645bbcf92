"""CF109: a rank among the figures given."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, listed, quoted, say
from crossfoot.checks._repairs import ranked, slips
from crossfoot.model import Figure, Finding, Relation, Repair


@register("CF109", relation="rank")
def rank_holds_among_those_given(relation: Relation) -> Finding | None:
    """A figure said to be the most, the fewest or a record should be so among those given.

    Why: Ranks are taken over from an earlier list; a corrected figure changes who leads.
    Example: "Boston had the most arrests" after "12 in Boston, 19 in Denver and 8 in Tampa".
    Silent: A rank among figures that the text does not give; a list without names; "followed by"
    in time; a second place of another time or measure.
    Misses: A rank of rates or shares; a leader that a pronoun names.
    Source: American Copy Editors Society, numbers checklist: superlatives.
    """
    figure, others = relation.figures("figure")[0], relation.figures("others")
    way = relation.options["way"]
    wrong = [f for f in others if _beats(f, figure, way)]
    order = "<" if way in ("least", "behind most") else ">"
    line = f"{_say(figure)} {order} {listed(map(_say, others))}"
    if not wrong:
        return consistent(relation, computed="holds", stated=way, arithmetic=line)
    if "loose" in relation.options:
        return None
    first = wrong[0]
    repairs = _repairs(figure, wrong, others, way)
    return inconsistent(
        relation,
        computed="does not hold",
        stated=way,
        arithmetic=f"{_say(figure)} {'>' if order == '<' else '<'} {_say(first)}",
        message=f"{quoted(figure)} is said to be {_SAID[way]}, but {quoted(first)} is "
        f"{'less' if _smaller(first, figure) else 'more'}.",
        repairs=repairs,
    )


def _repairs(
    figure: Figure, wrong: Sequence[Figure], others: Sequence[Figure], way: str
) -> tuple[Repair, ...]:
    """Slips of the figure that would leave it the rank, or of the only one that contradicts it."""
    found = [
        Repair(figure, meant.value)
        for meant in slips(figure)
        if meant.value is not None and not any(_beats(other, meant, way) for other in others)
    ]
    if len(wrong) == 1:
        found += [
            Repair(wrong[0], meant.value)
            for meant in slips(wrong[0])
            if meant.value is not None and not _beats(meant, figure, way)
        ]
    found.sort(key=_moved)
    return ranked(found)


def _moved(repair: Repair) -> Fraction:
    """How far a repair moves its figure: of slips as likely the nearest is named first."""
    was, value = repair.figure.value, repair.value
    return Fraction(0) if was is None or isinstance(value, str) else abs(value - was)


_SAID = {
    "most": "the most",
    "least": "the least",
    "behind most": "behind the others",
    "behind least": "behind the others in being low",
}


def _say(figure: Figure) -> str:
    return say(figure.value, figure) if figure.value is not None else figure.text


def _beats(other: Figure, figure: Figure, way: str) -> bool:
    """Whether *other* contradicts the rank of *figure*, whatever the precision allows."""
    return _smaller(other, figure) if way in ("least", "behind most") else _smaller(figure, other)


def _smaller(one: Figure, other: Figure) -> bool:
    high, low = one.range.high, other.range.low
    return high is not None and low is not None and high < low
