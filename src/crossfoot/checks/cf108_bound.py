"""CF108: a figure and the limit that words set to it."""

from __future__ import annotations

from fractions import Fraction

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent, mend, quoted, say, unverifiable
from crossfoot.checks._repairs import candidate, ranked, to_last_place
from crossfoot.model import Figure, Finding, Relation, Repair

HALF = Fraction(1, 2)
_RATIOS = frozenset(("percent", "fraction"))


@register("CF108", relation="bound")
def limit_in_words_holds(relation: Relation) -> Finding | None:
    """A figure should lie on the side of the limit that the words say.

    Why: "A majority" and "below 100" are written first and survive a corrected figure.
    Example: "480 of the 1,000 people, a majority," is less than half.
    Silent: "Most" and "majority" with no count beside them; a majority of fewer than were
    counted; limits of another period.
    Misses: A limit in a headline that sums up several figures.
    Source: Reuters Handbook of Journalism, on checking headlines against the body.
    """
    figure = relation.one("figure")
    if relation.options["side"] == "half":
        if figure.kind == "percent":
            return _most(relation, figure)
        found = _majority(relation, figure, relation.one("whole"))
        return None if found.verdict == "inconsistent" and "loose" in relation.options else found
    limit = relation.one("limit")
    if figure.value is None or limit.value is None:
        return unverifiable(relation, f"“{figure.text}” or “{limit.text}” is not given exactly.")
    above = relation.options["side"] == "above"
    low, high = (limit, figure) if above else (figure, limit)
    word = relation.options["side"]
    lowest, highest = low.range.low, high.range.high
    if limit.kind == "fraction" and figure.kind == "percent":
        # "more than two-thirds (66%)": the part is told in whole points at best
        lowest, highest = _in_points(low, -1), _in_points(high, 1)
    holds = lowest is None or highest is None or lowest < highest
    holds = holds or (word == "within" and lowest == highest)
    line = (
        f"{say(figure.value, figure)} is {'' if holds else 'not '}{word} {say(limit.value, limit)}"
    )
    if holds:
        return consistent(relation, computed=figure.value, stated=limit.value, arithmetic=line)
    repairs = _repairs(figure, figure.value, limit, limit.value, word)
    return inconsistent(
        relation,
        computed=figure.value,
        stated=limit.value,
        arithmetic=line,
        message=f"{quoted(figure)} is not {word} {quoted(limit)}, as the text says{mend(repairs)}.",
        repairs=repairs,
    )


def _repairs(
    figure: Figure, value: Fraction, limit: Figure, bound: Fraction, word: str
) -> tuple[Repair, ...]:
    """The nearest figure on the right side of the limit, and the nearest limit."""
    if (figure.kind, figure.unit) != (limit.kind, limit.unit) and figure.kind in _RATIOS:
        return ()  # "(31%)" for "more than a third": neither is written as the other is
    way = {"above": 1, "below": -1}.get(word, 0)
    return ranked(
        [
            candidate(figure, to_last_place(bound, figure) + way * figure.step),
            candidate(limit, to_last_place(value, limit) - way * limit.step),
        ]
    )


def _in_points(figure: Figure, way: int) -> Fraction | None:
    """The low or the high end of a part of a whole in percent; one so told is a point wide."""
    end = figure.range.low if way < 0 else figure.range.high
    if end is None or figure.kind == "fraction":
        return None if end is None else end * 100
    return end + way * figure.step / 2


def _most(relation: Relation, figure: Figure) -> Finding:
    """A percentage above fifty."""
    if figure.value is None:
        return unverifiable(relation, f"“{figure.text}” is not given exactly.")
    half = HALF * 100
    holds = figure.range.high is None or figure.range.high > half
    line = f"{say(figure.value, figure)} is {'' if holds else 'not '}more than half"
    if holds:
        return consistent(relation, computed=figure.value, stated=half, arithmetic=line)
    repairs = ranked([candidate(figure, half + figure.step)])
    return inconsistent(
        relation,
        computed=figure.value,
        stated=half,
        arithmetic=line,
        message=f"{quoted(figure)} is no majority{mend(repairs)}.",
        repairs=repairs,
    )


def _majority(relation: Relation, figure: Figure, whole: Figure) -> Finding:
    """More than half of the whole."""
    if figure.value is None or not whole.value:
        return unverifiable(relation, f"“{figure.text}” or “{whole.text}” is not given exactly.")
    part = figure.value / whole.value
    percent = f"{say(part * 100, places=1)}%"
    line = f"{say(figure.value)} / {say(whole.value)} = {percent}"
    highest = figure.range.high / whole.range.low if figure.range.high and whole.range.low else None
    lowest = figure.range.low / whole.range.high if figure.range.low and whole.range.high else None
    if lowest is not None and lowest > 1:
        repairs = ranked([candidate(figure, whole.value), candidate(whole, figure.value)])
        return inconsistent(
            relation,
            computed=part * 100,
            stated=HALF * 100,
            arithmetic=f"{line}, more than all of them",
            message=f"{quoted(figure)} of {quoted(whole)} is {percent}: more than all of them"
            f"{mend(repairs)}.",
            repairs=repairs,
        )
    if highest is None or highest > HALF:
        return consistent(relation, computed=part * 100, stated=HALF * 100, arithmetic=line)
    repairs = ranked([candidate(figure, Fraction(whole.value // 2 + 1))])
    return inconsistent(
        relation,
        computed=part * 100,
        stated=HALF * 100,
        arithmetic=f"{line}, not more than half",
        message=f"{quoted(figure)} of {quoted(whole)} is {percent}: no majority{mend(repairs)}.",
        repairs=repairs,
    )
