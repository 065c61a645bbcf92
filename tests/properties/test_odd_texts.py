"""Texts that no one would write: nothing fails on them, and none takes longer than its length."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

import crossfoot
from crossfoot.interval import Interval
from tests.growth import grows_at_most

PHRASES = (
    "498 people", "0 of 0", "-5 arrests", "250%", "9" * 400, "1e999", "10**400", "Feb. 30, 2025",
    "Monday, Jan. 1, 0000", "December 31, 9999", "99999999 days ago", "10000 years ago",
    "the first 99999 weeks of the year", "a 99999999-day operation ended Jan. 5", "fiscal 9999",
    "١٢٣ people", "１２３", "one in zero", "0/0", "the year before", "1,2,3,4,5", "999-year-old",
    "of them", "rose to", "from", "compared with", "a total of", ":", ";", "(", ")", "“", "”",
    "fell 150 percent", "from about 20 to",
    ".", "\n\n", "\u202e", "e\u0301", "\x00", "\ud800", "\ufeff", "| 5 | 6 |\n", "respectively",
)  # fmt: skip
DATES = (None, "1600-01-01", "2025-02-03", "2199-12-31")


@pytest.mark.parametrize("seed", range(4))
def test_no_text_fails(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        text = " ".join(chance.choices(PHRASES, k=chance.randint(2, 40)))
        report = crossfoot.check(text, published=chance.choice(DATES))
        assert all(text[f.start : f.end] == f.text for f in report.figures)
        assert report.to_dict()


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_no_report_is_of_such_a_year(published: str) -> None:
    with pytest.raises(crossfoot.InputError, match="1600 to 2199"):
        crossfoot.check("30 arrests today", published=published)


@pytest.mark.parametrize(
    "unit", ["1,", "1/", "7 ", "5 people (", "more than 5 ", "twice as many as "]
)
def test_a_sentence_without_end_takes_time_in_proportion(unit: str) -> None:
    """Quadratic time would make it sixteen times as long or more; linear time makes it four.

    Figures far apart are compared from some 5,000 characters on: shorter texts take less for that.
    """
    short, long = (unit * (length // len(unit)) for length in (8_000, 32_000))
    assert grows_at_most(12, lambda: crossfoot.check(short), lambda: crossfoot.check(long))


def test_a_long_list_far_from_its_total_is_not_gone_through_for_each_slip() -> None:
    def check(parts: int) -> None:
        listed = ", ".join(f"{100 + 7 * k % 800} in Ward {chr(65 + k % 26)}" for k in range(parts))
        crossfoot.check(f"Agents made 99,000 arrests: {listed} and 5 in Denver.")

    assert grows_at_most(40, lambda: check(60), lambda: check(600))


def test_a_range_below_zero_is_divided_too() -> None:
    below = crossfoot.Interval(Fraction(-4), Fraction(-2))
    assert below / crossfoot.Interval(Fraction(1), Fraction(2)) == crossfoot.Interval(
        Fraction(-4), Fraction(-1)
    )


def test_a_range_is_multiplied_by_one_below_zero_too() -> None:
    """What is left of about 2,000 after a fall of 150 percent is less than nothing."""
    about = Interval(Fraction(2), Fraction(3))
    assert about * Interval(Fraction(-2), Fraction(-1)) == Interval(Fraction(-6), Fraction(-2))
    assert about * Interval(Fraction(-2), Fraction(1)) == Interval(Fraction(-6), Fraction(3))
    assert Interval.exactly(-5) * Interval(Fraction(-2), Fraction(-1)) == Interval(
        Fraction(5), Fraction(10)
    )
    assert about * Interval(None, Fraction(-1)) == Interval(None, None)
