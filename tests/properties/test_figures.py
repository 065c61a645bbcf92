"""What holds of any text, and of any number however it is printed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.figures.quantities import read_quantities
from crossfoot.model import Figure
from crossfoot.read import read_text
from tests.growth import grows_at_most

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def read(text: str) -> tuple[Figure, ...]:
    return read_quantities(read_text(text))


def only(text: str) -> Figure:
    figures = read(text)
    assert len(figures) == 1, (text, [f.text for f in figures])
    return figures[0]


def in_words(number: int, joint: str = " ") -> str:
    """*number* as it is said; *joint* stands between hundreds and what follows."""
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            link = joint if 0 < rest < 100 else " "
            tail = f"{link}{in_words(rest, joint)}" if rest else ""
            return f"{in_words(number // scale, joint)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f"{joint}{in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


# years, times of day and the like have a reading of their own
counts = st.integers(2, 10**9).filter(lambda n: not 1600 <= n < 2200)


@given(counts, st.sampled_from([",", "\u00a0", "\u202f", "\u2009"]))
def test_a_count_printed_with_any_grouping_is_read_back(number: int, mark: str) -> None:
    figure = only(f"The agency held {number:,} people.".replace(",", mark))
    assert figure.value == number
    assert figure.range.is_exact


@given(st.integers(2, 10**12), st.sampled_from([" ", " and ", "  and "]))
def test_a_count_in_words_is_read_back(number: int, joint: str) -> None:
    figure = only(f"The agency held {in_words(number, joint)} people.")
    assert figure.value == number


@given(st.integers(0, 10**6), st.integers(1, 3), st.sampled_from(["%", " percent", " per cent"]))
def test_a_percent_lies_in_its_own_range(digits: int, places: int, sign: str) -> None:
    value = Fraction(digits, 10**places)
    figure = only(f"It rose {digits // 10**places}.{digits % 10**places:0{places}d}{sign} there.")
    assert (figure.kind, figure.value) == ("percent", value)
    assert figure.range.contains(value)
    assert figure.range.high == value + Fraction(1, 2 * 10**places)


@given(
    st.integers(1, 999), st.integers(0, 9), st.sampled_from(["million", "billion", "trillion"]),
    st.sampled_from("$£€"),
)  # fmt: skip
def test_money_with_a_scale_is_read_back(whole: int, tenth: int, scale: str, sign: str) -> None:
    figure = only(f"It cost {sign}{whole}.{tenth} {scale} in all.")
    unit = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert (figure.kind, figure.value) == ("money", (whole + Fraction(tenth, 10)) * unit)
    assert figure.step == Fraction(unit, 10)


@given(st.integers(2, 10**6), st.integers(1, 10**6))
def test_a_range_runs_from_low_to_high(low: int, more: int) -> None:
    figure = only(f"It held between {low:,} and {low + more:,} people.")
    assert (figure.range.low, figure.range.high) == (low, low + more)


@given(counts, st.sampled_from(["about", "nearly", "more than", "up to", "at least", "some"]))
def test_a_hedge_never_shuts_the_number_out(number: int, hedge: str) -> None:
    figure = only(f"It held {hedge} {number:,} people.")
    assert figure.hedge == hedge
    assert figure.range.contains(number)
    assert not figure.range.is_exact


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        "1 12 2,345 0.5 .5 $ £ % percent per cent million half a dozen one two hundred and or to -"
        " – — Jan. Sunday may 2017 fiscal FY Q1 between from about nearly than ( ) [ ] . , ; : / #"
        " § No. U.S. MS-13 years old 46-year-old three times as the last second third thirds"
        " doubled both none majority point minus e9 ^ x @ http:// ½ \u00ad \u200b \u00a0 \n \t"
        " İ 𝟓 ١ ² a an".split(" ")
    ),
)


def test_figures_are_equal_in_every_field_or_not_at_all() -> None:
    one, same = (read_quantities(read_text("In Reno, 498 people"))[0] for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    for changed in ({"start": 1}, {"unit": "cases"}, {"place": "Reno"}, {"value": Fraction(499)}):
        assert one != replace(one, **changed)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=400)
def test_any_text_gives_figures_in_order_that_stand_where_they_say(text: str) -> None:
    document = read_text(text)
    figures = read_quantities(document)
    assert all(text[f.start : f.end] == f.text for f in figures)
    assert all(f.start < f.end for f in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))
    assert all(0 <= f.sentence < len(document.sentences) for f in figures)
    assert all(f.step > 0 for f in figures)
    assert all(f.value is None or f.range.contains(f.value) for f in figures)
    assert figures == read_quantities(document)


@given(st.lists(st.sampled_from(["12 men.", "About 4% left.", "It cost $5 million."]), max_size=6))
def test_a_text_is_read_alike_inside_a_longer_one(sentences: list[str]) -> None:
    text = " ".join(sentences)
    before = "Nothing was said before.\n\n"
    alone, inside = read(text), read(before + text + "\n\nNor after.")
    assert [(f.start, f.value, f.range, f.kind) for f in alone] == [
        (f.start - len(before), f.value, f.range, f.kind) for f in inside
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "12, ", "1 ", "1-", "1,", "1\u00a0123", "one ", "one hundred and ", "$1 ", "1 to ", "½",
        "word ", ". ", "\n", "Jan. 1, ", "Aa, 4, ", "half ", "the last ", "(1)", "#1", "a.b@1 ",
        "both a ", "x", "!", "1 per cent ", "1/1",
    ],
)  # fmt: skip
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """Linear: eight times the text takes at most some twenty times as long."""

    short, long = (piece * (characters // len(piece)) for characters in (5_000, 40_000))
    assert grows_at_most(20, lambda: read(short), lambda: read(long))
