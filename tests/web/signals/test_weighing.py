"""What deserves attention first: strange, large, seen by others, and lately."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meervoud_web.signals.weighing import freshness, independent, place, weight

SCALE = st.integers(1, 5)
FEW = st.integers(0, 50)
DAYS = st.integers(0, 500)


@pytest.mark.parametrize(
    ("impact", "strangeness", "confirmations", "days", "expected"),
    [
        (5, 4, 1, 0, 20.0),
        (5, 4, 3, 0, 40.0),
        (3, 3, 2, 0, 9 * log2(3)),
        (5, 5, 0, 0, 0.0),
        (2, 5, 1, 73, 8.0),
        (5, 5, 7, 365, 0.0),
    ],
)
def test_a_signal_weighs_what_the_reference_says(
    impact: int, strangeness: int, confirmations: int, days: int, expected: float
) -> None:
    given_weight = weight(impact=impact, strangeness=strangeness, confirmations=confirmations, days=days)
    assert given_weight == pytest.approx(expected)


@given(SCALE, SCALE, FEW, DAYS)
def test_more_of_anything_never_weighs_less_and_time_never_adds(
    impact: int, strangeness: int, confirmations: int, days: int
) -> None:
    now = weight(impact=impact, strangeness=strangeness, confirmations=confirmations, days=days)
    assert 0 <= now <= weight(impact=5, strangeness=strangeness, confirmations=confirmations, days=days)
    assert now <= weight(impact=impact, strangeness=strangeness, confirmations=confirmations + 1, days=days)
    assert now >= weight(impact=impact, strangeness=strangeness, confirmations=confirmations, days=days + 1)


def test_among_what_nobody_confirmed_the_strangest_and_largest_stands_first() -> None:
    alone = place(impact=5, strangeness=5, confirmations=0, days=1)
    assert alone > place(impact=2, strangeness=2, confirmations=0, days=1)
    assert alone < place(impact=1, strangeness=1, confirmations=1, days=1)


def test_a_year_is_the_end_and_the_future_counts_as_today() -> None:
    assert [freshness(days) for days in (-3, 0, 365, 900)] == [1.0, 1.0, 0.0, 0.0]


def test_who_says_it_twice_confirms_it_once_and_never_themselves() -> None:
    assert independent("a", ["a", "b", "b", "c"]) == 2
    assert independent("a", []) == 0
