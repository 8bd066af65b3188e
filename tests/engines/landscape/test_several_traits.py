"""Several smooth traits at once are no groups, however sharply each of them parts people."""

from __future__ import annotations

import numpy as np
import pytest

from meervoud import landscape
from meervoud.landscape import traits
from meervoud.landscape.closeness import closer_than_smooth
from meervoud.landscape.positions import Centred
from tests.engines.landscape.simulated import BIODIVERSITY, groups, shared, two_traits


@pytest.mark.parametrize("count", [6, pytest.param(100, marks=pytest.mark.deep)])
def test_two_strong_traits_at_once_are_a_spectrum(count: int) -> None:
    """Each statement goes with one of two traits, so strongly that four corners show."""
    found = [
        landscape.analyse(
            two_traits(np.random.default_rng([9, number]), people=400, statements=60, strength=2.0).votes,
            resamples=24,
            seed=number,
        ).structure.verdict
        for number in range(count)
    ]
    assert set(found) <= {"groups", "spectrum"}
    assert found.count("groups") <= max(1, count * 0.08)


@pytest.mark.parametrize(("people", "statements"), [(200, 30), (400, 60)])
def test_slopes_are_found_back_and_not_flattened(people: int, statements: int) -> None:
    drawn = two_traits(np.random.default_rng(1), people=people, statements=statements, strength=2.0)
    ones = np.ones(people)
    directions = Centred.of(drawn.votes, ones).principal(2)[1]
    fitted = traits.fit(drawn.votes, directions, weights=ones, rng=np.random.default_rng(2))
    odds = np.log(drawn.chances / (1 - drawn.chances))
    truth = np.sqrt(odds.var(axis=0).sum())
    assert np.linalg.norm(fitted.slopes) == pytest.approx(truth, rel=0.12)


def test_votes_drawn_from_the_traits_are_on_the_same_statements_with_as_many_passes() -> None:
    votes = two_traits(np.random.default_rng(3), people=300, statements=40, strength=1.5).votes
    directions = Centred.of(votes, np.ones(300)).principal(2)[1]
    rng = np.random.default_rng(4)
    drawn = traits.fit(votes, directions, weights=np.ones(300), rng=rng).drawn(rng).votes(votes, rng)
    np.testing.assert_array_equal(drawn.columns, votes.columns)
    np.testing.assert_array_equal(drawn.indptr, votes.indptr)
    assert (drawn.values == 0).mean() == pytest.approx((votes.values == 0).mean(), abs=0.02)
    assert drawn.values.mean() == pytest.approx(votes.values.mean(), abs=0.05)


@pytest.mark.parametrize("shares", [(0.4, 0.35, 0.25), (0.7, 0.2, 0.1), (0.3, 0.3, 0.2, 0.2)])
def test_groups_stand_closer_than_traits_would_make_them(shares: tuple[float, ...]) -> None:
    votes = groups(shares, np.random.default_rng(5), people=200, statements=40).votes
    dimensions = len(shares) - 1
    chance = closer_than_smooth(votes, dimensions, weights=np.ones(200), draws=24, rng=np.random.default_rng(6))
    assert chance < 1e-4


@pytest.mark.parametrize("seed", range(3))
def test_the_groups_of_biodiversity_do_not_hang_on_the_seed(seed: int) -> None:
    votes = landscape.read_votes(shared(BIODIVERSITY)).open_votes().heard()
    weights = (votes.votes_each >= 7).astype(float)
    assert closer_than_smooth(votes, 4, weights=weights, draws=60, rng=np.random.default_rng(seed)) <= 0.01
