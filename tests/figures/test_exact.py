"""`Exact` reckons and compares as the fractions of the library do."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.exact import Exact, whole

FRACTIONS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**4)
OTHERS = st.one_of(FRACTIONS, st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))
RECKON = (operator.add, operator.sub, operator.mul)
COMPARE = (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge)


@pytest.mark.parametrize("apply", [*RECKON, *COMPARE])
@given(one=FRACTIONS, other=OTHERS)
def test_as_the_library(
    apply: Callable[[object, object], object], one: Fraction, other: Fraction | int | float
) -> None:
    exact = Exact(one)
    assert apply(exact, other) == apply(one, other)
    assert apply(other, exact) == apply(other, one)
    if isinstance(other, Fraction):
        assert apply(exact, Exact(other)) == apply(one, other)


@given(one=FRACTIONS, other=FRACTIONS)
def test_a_quotient_is_exact(one: Fraction, other: Fraction) -> None:
    if other:
        assert Exact(one) / Exact(other) == one / other
        assert type(Exact(one) / other) is Exact
    else:
        with pytest.raises(ZeroDivisionError):
            Exact(one) / Exact(other)


@given(one=FRACTIONS)
def test_equal_numbers_have_one_hash(one: Fraction) -> None:
    exact = Exact(one)
    assert hash(exact) == hash(one)
    assert (abs(exact), -exact, bool(exact)) == (abs(one), -one, bool(one))


def test_a_number_made_once_cannot_be_written() -> None:
    three: Any = whole(3)
    with pytest.raises(AttributeError):
        three.numerator = 7
    assert whole(3) == 3
