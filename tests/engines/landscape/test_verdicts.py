"""Groups only where there are groups: judged on conversations of which the truth is known.

A hundred conversations in each run, a thousand in the deep one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from meervoud import landscape
from tests.engines.landscape.simulated import (
    BIODIVERSITY,
    Simulated,
    found_groups,
    groups,
    no_pattern,
    rand_index,
    shared,
    trait,
)

RESAMPLES = 24
SHAPES = ((0.5, 0.5), (0.9, 0.1), (0.4, 0.35, 0.25), (0.7, 0.2, 0.1), (0.3, 0.3, 0.2, 0.2))

Drawn = Callable[[np.random.Generator], Simulated]


def few_or_many(few: int, many: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("count", [few, pytest.param(many, marks=pytest.mark.deep)])


def verdicts(draw: Drawn, count: int, *, seed: int) -> Counter[str | None]:
    found: Counter[str | None] = Counter()
    for number in range(count):
        votes = draw(np.random.default_rng([seed, number])).votes
        found[landscape.analyse(votes, resamples=RESAMPLES, seed=number).structure.verdict] += 1
    return found


def allowed(count: int, share: float) -> int:
    """A share of the conversations, rounded down; of a few conversations, one may still be bad luck."""
    return max(1, int(count * share))


@few_or_many(20, 200)
def test_where_everybody_is_alike_there_are_no_groups(count: int) -> None:
    found = verdicts(lambda rng: no_pattern(rng, people=200, statements=25), count, seed=1)
    assert found["groups"] <= allowed(count, 0.02), found
    assert found["none"] >= count - allowed(count, 0.05), found


@few_or_many(10, 100)
def test_shuffled_votes_of_a_conversation_with_groups_have_none(count: int) -> None:
    def shuffled(rng: np.random.Generator) -> Simulated:
        drawn = groups((0.6, 0.4), rng, people=150, statements=30)
        values = drawn.votes.values.copy()
        for column in range(drawn.votes.shape[1]):
            there = np.flatnonzero(drawn.votes.columns == column)
            values[there] = values[rng.permutation(there)]
        votes = landscape.Votes.from_arrays(drawn.votes.rows, drawn.votes.columns, values)
        return Simulated(votes, drawn.truth, drawn.chances)

    found = verdicts(shuffled, count, seed=2)
    assert found["groups"] <= allowed(count, 0.02), found


@few_or_many(10, 100)
@pytest.mark.parametrize("strength", [0.6, 1.2, 2.0])
def test_people_who_differ_gradually_are_no_groups(strength: float, count: int) -> None:
    found = verdicts(
        lambda rng: trait(rng, people=200, statements=30, strength=strength), count, seed=int(strength * 10)
    )
    assert found["groups"] <= allowed(count, 0.03), found
    if strength > 1:
        assert found["spectrum"] >= count - allowed(count, 0.05), found


@few_or_many(8, 80)
@pytest.mark.parametrize("shares", SHAPES)
def test_well_separated_groups_are_found(shares: tuple[float, ...], count: int) -> None:
    missed = {}
    for number in range(count):
        drawn = groups(shares, np.random.default_rng([len(shares), number]), people=200, statements=40)
        result = landscape.analyse(drawn.votes, resamples=RESAMPLES, seed=number)
        placed = drawn.votes.votes_each >= 7
        index = rand_index(found_groups(result)[placed], drawn.truth[placed]) if result.groups else 0.0
        if len(result.groups) != len(shares) or index < 0.95:
            missed[number] = result.structure.verdict, len(result.groups), round(index, 3)
    assert len(missed) <= count * 0.02, missed


def test_the_verdict_on_biodiversity_is_groups() -> None:
    result = landscape.analyse(landscape.read_votes(shared(BIODIVERSITY)))
    assert result.structure.verdict == "groups"
    assert result.structure.null.shuffle is not None
    assert result.structure.null.shuffle <= 0.01
    assert result.structure.null.spectrum is not None
    assert result.structure.null.spectrum <= 0.01


def test_without_resamples_nothing_that_they_would_say_is_guessed() -> None:
    drawn = groups((0.6, 0.4), np.random.default_rng(1), people=150, statements=30)
    result = landscape.analyse(drawn.votes, resamples=0)
    structure = result.structure
    assert (structure.verdict, structure.k, structure.k_certainty, structure.dimensions) == (
        None,
        None,
        None,
        None,
    )
    assert (structure.null.shuffle, structure.null.spectrum, dict(structure.k_share)) == (None, None, {})
    assert not result.groups
    assert {member.group for member in result.members.values()} == {None}
    assert {member.certainty for member in result.members.values()} == {None}


def test_clear_groups_are_sure_and_their_number_too() -> None:
    drawn = groups((0.6, 0.4), np.random.default_rng(2), people=200, statements=40)
    result = landscape.analyse(drawn.votes, resamples=RESAMPLES)
    assert result.structure.k_certainty is not None
    assert result.structure.k_certainty >= 0.9
    assert sum(result.structure.k_share.values()) == pytest.approx(1)
    certainty = [member.certainty for member in result.members.values() if member.certainty is not None]
    assert len(certainty) == result.counts.participants_placed
    assert np.mean(certainty) > 0.95


def test_somebody_between_two_groups_is_less_sure() -> None:
    rng = np.random.default_rng(3)
    sides = np.arange(40) % 2 == 0
    camp = np.where(sides, 0.9, 0.1)
    chances = np.concatenate([np.tile(camp, (100, 1)), np.tile(1 - camp, (100, 1)), np.full((6, 40), 0.5)])
    values = np.where(rng.random(chances.shape) < chances, 1, -1)
    values[200:] = np.where(np.arange(40) < 20, 1, -1)
    rows, columns = np.nonzero(np.ones(chances.shape))
    result = landscape.analyse(landscape.Votes.from_arrays(rows, columns, values.ravel()), resamples=RESAMPLES)
    between = [result.members[str(row)].certainty or 0.0 for row in range(200, 206)]
    clear = [result.members[str(row)].certainty or 0.0 for row in range(200)]
    assert np.mean(between) + 0.05 < np.mean(clear)


def test_groups_are_named_from_the_largest_to_the_smallest() -> None:
    drawn = groups((0.2, 0.5, 0.3), np.random.default_rng(4), people=200, statements=40)
    result = landscape.analyse(drawn.votes, resamples=RESAMPLES)
    sizes = [group.size for group in result.groups]
    assert [group.id for group in result.groups] == ["1", "2", "3"]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes == np.bincount(found_groups(result)[found_groups(result) >= 0]).tolist()
