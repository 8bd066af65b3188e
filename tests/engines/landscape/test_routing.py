"""Which statement comes next: informative, and fair to late statements."""

from __future__ import annotations

import numpy as np

from meervoud import landscape
from tests.engines.landscape.simulated import groups


def route_with_a_late_statement() -> tuple[landscape.Route, str]:
    drawn = groups((0.5, 0.5), np.random.default_rng(1), people=200, statements=20)
    votes = drawn.votes
    names = [*np.array(votes.statements)[votes.columns].tolist(), "late"]
    people = [*np.array(votes.participants)[votes.rows].tolist(), votes.participants[0]]
    more = landscape.Votes.from_arrays(people, names, [*votes.values.tolist(), 1])
    return landscape.Route.of(more), "late"


def test_a_late_statement_is_shown_more_often_than_an_average_one() -> None:
    route, late = route_with_a_late_statement()
    chance = dict(zip(route.statements, (route.weights / route.weights.sum()).tolist(), strict=True))
    others = [value for name, value in chance.items() if name != late]
    assert chance[late] > 2 * float(np.median(others))
    assert chance[late] < 0.5


def test_nobody_gets_a_statement_twice_and_everybody_reaches_the_end() -> None:
    route, _ = route_with_a_late_statement()
    rng, answered = np.random.default_rng(0), set[str]()
    while (following := route.next(answered, rng=rng)) is not None:
        assert following not in answered
        answered.add(following)
    assert answered == set(route.statements)


def test_a_statement_that_divides_is_shown_more_often_than_one_that_all_agree_with() -> None:
    people = [person for person in range(100) for _ in range(4)]
    statements = ["divides", "divides too", "shared", "shared too"] * 100
    values = [vote for person in range(100) for vote in ((1, 1, 1, 1) if person % 2 else (-1, -1, 1, 1))]
    route = landscape.Route.of(landscape.Votes.from_arrays(people, statements, values))
    weight = dict(zip(route.statements, route.weights.tolist(), strict=True))
    assert weight["divides"] > weight["shared"] > 0


def test_moderated_statements_are_never_shown() -> None:
    votes = landscape.Votes.from_arrays([1, 1, 2], ["a", "b", "a"], [1, 0, -1], moderated=["b"])
    assert landscape.Route.of(votes).statements == ("a",)
