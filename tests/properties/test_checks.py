"""What must hold of the checks whatever the figures are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot import check
from crossfoot.checks import check_relations
from crossfoot.interval import Interval
from crossfoot.model import Figure, Relation, Span

COUNTS = st.lists(st.integers(1, 5000), min_size=2, max_size=8)
PLACES = ("Denver", "Boise", "Reno", "Tampa", "Akron", "Dayton", "Tulsa", "Provo")


def figure(number: int, value: int, width: int = 0) -> Figure:
    exact = Fraction(value)
    return Figure(
        id=f"f{number}",
        start=10 * number,
        end=10 * number + 4,
        text=f"{value}",
        sentence=0,
        kind="count",
        value=exact,
        range=Interval.around(exact, Fraction(width)),
    )


def sum_of(whole: int, parts: list[int], width: int = 0) -> Relation:
    figures = tuple(figure(n + 1, p, width) for n, p in enumerate(parts))
    roles = {"parts": figures, "whole": (figure(0, whole, width),)}
    return Relation("sum", roles, (Span(0, 1),))


@given(COUNTS, st.integers(-3, 3), st.randoms(use_true_random=False))
def test_order_of_parts_does_not_matter(parts: list[int], off: int, random: Random) -> None:
    whole = max(1, sum(parts) + off)
    shuffled = random.sample(parts, len(parts))
    first, second = (  # nothing is found where the gap is too wide for a slip
        [(f.verdict, f.computed, f.difference) for f in check_relations([sum_of(whole, p)])]
        for p in (parts, shuffled)
    )
    assert first == second


@given(COUNTS, st.integers(-5, 5), st.integers(0, 5), st.integers(0, 5))
def test_widening_never_makes_inconsistent(
    parts: list[int], off: int, width: int, more: int
) -> None:
    whole = max(1, sum(parts) + off)
    narrow, wide = (
        [f.verdict for f in check_relations([sum_of(whole, parts, w)])]
        for w in (width, width + more)
    )
    assert narrow != ["consistent"] or wide == ["consistent"]


@given(COUNTS, st.integers(1, 12))
def test_a_repair_makes_the_sum_hold(parts: list[int], percent: int) -> None:
    off = max(1, sum(parts) * percent // 100)  # wide gaps without a slip are unverifiable
    relation = sum_of(sum(parts) + off, parts)
    finding = check_relations([relation])[0]
    assert finding.verdict == "inconsistent"
    for repair in finding.repairs:
        assert isinstance(repair.value, Fraction)
        mended = {
            role: tuple(
                replace(f, value=repair.value, range=Interval.exactly(repair.value))
                if isinstance(f, Figure) and f.id == repair.figure.id
                else f
                for f in members
            )
            for role, members in relation.roles.items()
        }
        again = check_relations([replace(relation, roles=mended)])[0]
        assert again.verdict == "consistent"


@settings(max_examples=40)
@given(st.lists(st.integers(21, 90), min_size=2, max_size=8), st.integers(-2, 2))
def test_a_list_in_prose_is_added_up(parts: list[int], off: int) -> None:
    whole = sum(parts) + off
    listed = [f"{p} in {place}" for p, place in zip(parts, PLACES, strict=False)]
    text = f"Officers arrested {whole:,} people: {', '.join(listed[:-1])} and {listed[-1]}."
    findings = [f for f in check(text).findings if f.code == "CF101"]
    assert [f.verdict for f in findings] == ["inconsistent" if off else "consistent"]
    assert findings[0].computed == sum(parts)


@settings(max_examples=25)
@given(st.integers(1, 400), st.integers(401, 900))
def test_embedding_changes_no_finding(part: int, whole: int) -> None:
    share = round(100 * part / whole) + 7
    text = (
        f"Officers arrested {whole} people. Of those, {part}, or {share} percent, had convictions."
    )
    around = f"The weather was fine.\n\n{text}\n\nThe mayor spoke at length."
    shown = [[(f.code, f.verdict, f.arithmetic) for f in check(t).findings] for t in (text, around)]
    assert shown[0] == shown[1]
