"""What several apps ask for one page is asked once, and only while that page is made."""

from __future__ import annotations

import pytest

from meervoud_web.challenges.reading import once_a_page, one_page

asked: list[tuple[int, bool]] = []


@once_a_page
def count(number: int, *, twice: bool = False) -> int:
    asked.append((number, twice))
    return number * (2 if twice else 1)


@pytest.fixture(autouse=True)
def _nothing_asked_yet() -> None:
    asked.clear()


def test_a_question_is_put_once_while_a_page_is_made() -> None:
    with one_page():
        assert [count(1), count(1), count(1, twice=True), count(2), count(2)] == [1, 1, 2, 2, 2]
    assert asked == [(1, False), (1, True), (2, False)]


def test_the_next_page_and_everything_else_ask_anew() -> None:
    for _page in range(2):
        with one_page():
            count(1)
    count(1)
    count(1)
    assert len(asked) == 4


def test_an_answer_of_nothing_is_an_answer_too() -> None:
    with one_page():
        assert [count(0), count(0)] == [0, 0]
    assert len(asked) == 1
