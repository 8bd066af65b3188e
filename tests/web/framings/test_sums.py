"""The sums behind the pictures: what people answer, and how far a role is from what somebody wants."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from meervoud_web.framings.queries.ladder import Dumbbell, Position, strands
from meervoud_web.framings.queries.wicked import (
    FEWEST,
    Verdict,
    broken_down,
    settled,
    spreads,
    verdict,
)

LEVELS = st.tuples(*[st.integers(1, 5)] * 3)
SAID = st.lists(st.tuples(st.integers(0, 8), LEVELS), max_size=30)


def test_where_nearly_everybody_says_yes_three_times_it_can_be_a_project() -> None:
    assert verdict([(5, 4, 4)] * 4 + [(3, 5, 5)]) == Verdict.TAME
    assert verdict([(5, 4, 4)] * 3 + [(3, 5, 5)] * 2) == Verdict.BETWEEN


def test_one_question_to_which_fewer_than_half_say_yes_makes_it_a_challenge() -> None:
    assert verdict([(5, 5, 2)] * 3 + [(5, 5, 5)] * 2) == Verdict.WICKED


def test_four_people_are_too_few_to_say_anything() -> None:
    assert verdict([(5, 5, 5)] * 4) == Verdict.TOO_FEW


def test_people_differ_where_a_fifth_stands_on_each_side() -> None:
    first, second, third = spreads([(1, 5, 3), (5, 5, 3), (5, 5, 3), (5, 5, 3), (5, 4, 3)])
    assert (first.differs, second.differs, third.differs) == (True, False, False)
    assert first.counts == (1, 0, 0, 0, 4)


@given(SAID)
def test_between_two_pictures_either_nobody_or_at_least_five_people_said_something(said: list) -> None:
    before: dict = {}
    moved: set = set()
    for number in range(len(said)):
        moved.add(said[number][0])
        now = settled(said[: number + 1])
        if now != before:
            assert len(moved) >= FEWEST
            assert set(now) == set(before) | moved
        if len(moved) >= FEWEST:
            moved = set()
        before = now


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(LEVELS, max_size=12), max_size=4))
def test_no_group_under_five_is_shown_nor_left_over(answers: dict) -> None:
    shown = broken_down(answers, others="anderen")
    assert all(len(group) >= FEWEST for group in shown.values())
    if shown:
        assert sum(map(len, shown.values())) == sum(map(len, answers.values()))


def test_each_who_wants_something_stands_beside_how_it_was_that_day() -> None:
    positions = [
        Position(who=None, rung=4, since=date(2025, 1, 1)),
        Position(who="De Merel", rung=2, since=date(2025, 3, 1)),
        Position(who=None, rung=3, since=date(2026, 1, 1)),
        Position(who="wij", rung=3, since=date(2025, 1, 1)),
    ]
    merel, ours = strands(positions, on=date(2026, 6, 1))
    assert (merel.who, [bell.gap for bell in merel.bells]) == ("De Merel", [-2, -1])
    assert ours.now == Dumbbell(since=date(2026, 1, 1), actual=3, wanted=3)
    assert [strand.now.gap for strand in strands(positions, on=date(2025, 6, 1))] == [-2, -1]


def test_nothing_is_compared_while_nobody_said_how_it_is_and_the_last_word_of_a_day_counts() -> None:
    wish = Position(who="wij", rung=1, since=date(2025, 1, 1))
    assert strands([wish], on=date(2026, 1, 1)) == []
    day = date(2025, 2, 1)
    said = [wish, Position(who=None, rung=5, since=day), Position(who=None, rung=2, since=day)]
    assert strands(said, on=day)[0].bells == (Dumbbell(since=day, actual=2, wanted=1),)
