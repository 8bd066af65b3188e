"""What each statement means: bridges, divides, minority voices and what is undecided."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from meervoud import landscape
from meervoud.errors import MethodError
from meervoud.landscape import Landscape, Votes
from tests.engines.landscape.simulated import Floats, conversation, groups, no_pattern


def told(shares: dict[str, int], chances: Floats, *, seed: int, seen: float = 1.0) -> tuple[Votes, dict[int, str]]:
    """Votes of groups of given sizes with given chances to agree, shape (k, m), and who is in which."""
    rng = np.random.default_rng(seed)
    names = [name for name, size in shares.items() for _ in range(size)]
    rows = np.repeat(np.arange(len(shares)), list(shares.values()))
    votes = conversation(chances[rows], rng, density=min(seen, 0.99), passing=0.0).votes
    return votes, dict(enumerate(names))


def bridge(result: Landscape, statement: str) -> landscape.Bridge:
    return next(one for one in result.bridges if one.statement == statement)


def test_a_bridge_scores_between_nothing_and_everything_and_the_best_comes_first() -> None:
    drawn = groups((0.6, 0.4), np.random.default_rng(1), people=200, statements=40)
    for result in (
        landscape.analyse(drawn.votes, resamples=24),
        landscape.analyse(no_pattern(np.random.default_rng(1), people=150, statements=20).votes, resamples=24),
    ):
        scores = [one.score for one in result.bridges]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= one.low <= one.score <= one.high <= 1 for one in result.bridges)
        voted = {one.statement for one in result.tallies if one.agree + one.disagree + one.pass_}
        assert {one.statement for one in result.bridges} == voted


def test_five_per_cent_cannot_veto_a_bridge() -> None:
    votes, who = told({"many": 380, "few": 20}, np.array([[0.95] * 12, [0.03] * 12]), seed=1)
    result = landscape.analyse(votes, groups=who, resamples=0)
    for one in result.bridges:
        assert one.score >= 0.7
        assert result.consensus_polis[one.statement] < 0.2, "a plain product is vetoed"


def test_a_majority_alone_is_no_bridge() -> None:
    votes, who = told({"many": 240, "few": 160}, np.array([[0.98, 0.75], [0.02, 0.75]]).repeat(6, axis=1), seed=2)
    result = landscape.analyse(votes, groups=who, resamples=0)
    assert {one.statement for one in result.bridges[:6]} == {"6", "7", "8", "9", "10", "11"}
    assert bridge(result, "0").score < 0.4


def test_a_bridge_is_the_geometric_mean_over_people_of_the_agreement_in_their_group() -> None:
    votes = Votes.from_arrays(list(range(40)), ["s"] * 40, [1] * 27 + [-1] * 3 + [1] * 4 + [-1] * 6)
    result = landscape.analyse(votes, groups={row: "a" if row < 30 else "b" for row in range(40)}, resamples=0)
    expected = ((27.5 / 31) ** 30 * (4.5 / 11) ** 10) ** (1 / 40)
    assert bridge(result, "s").score == pytest.approx(expected, rel=1e-12)


def test_intervals_hold_the_truth_nine_times_in_ten() -> None:
    rng = np.random.default_rng(3)
    held: list[bool] = []
    bridges: list[bool] = []
    for seed in range(60):
        chances = rng.uniform(0.1, 0.9, size=(2, 40))
        votes, who = told({"a": 120, "b": 60}, chances, seed=seed, seen=0.5)
        result = landscape.analyse(votes, groups=who, resamples=0)
        mass = np.bincount(np.array([0, 1])[(votes.rows >= 120).astype(int)], minlength=2) / votes.size
        for one in result.bridges:
            truth = chances[:, int(one.statement)]
            for name, share in zip("ab", truth, strict=True):
                held.append(bool(one.by_group[name].low <= share <= one.by_group[name].high))
            bridges.append(bool(one.low <= np.exp(mass @ np.log(truth)) <= one.high))
    assert np.mean(held) == pytest.approx(0.90, abs=0.03)
    assert np.mean(bridges) == pytest.approx(0.90, abs=0.03)


def test_groups_that_do_not_differ_have_nothing_that_sets_them_apart() -> None:
    """Of forty conversations with groups at random, about one in twenty may name something by bad luck."""
    named = 0
    for seed in range(40):
        chances = np.tile(np.random.default_rng(seed).uniform(0.2, 0.9, size=30), (2, 1))
        votes, who = told({"a": 100, "b": 60}, chances, seed=seed, seen=0.7)
        result = landscape.analyse(votes, groups=who, resamples=0)
        named += bool(result.divides or any(group.representative for group in result.groups))
        assert not result.minority_voices
    assert named <= 6


def test_what_a_small_group_holds_alone_is_its_voice() -> None:
    chances = np.array([[0.6, 0.1, 0.9, 0.8], [0.6, 0.95, 0.05, 0.7]]).repeat(3, axis=1)
    votes, who = told({"many": 180, "few": 20}, chances, seed=4)
    result = landscape.analyse(votes, groups=who, resamples=0)
    voices = {(one.statement, one.group, one.stance) for one in result.minority_voices}
    alone = {
        ("3", "agree"),
        ("4", "agree"),
        ("5", "agree"),
        ("6", "disagree"),
        ("7", "disagree"),
        ("8", "disagree"),
    }
    assert voices == {(statement, "few", stance) for statement, stance in alone}
    assert {one.statement for one in result.divides} >= {"3", "4", "5", "6", "7", "8"}
    typical = next(group.representative for group in result.groups if group.id == "few")
    assert {(one.statement, one.stance) for one in typical} >= alone


def spoken(counts: dict[str, tuple[int, int]], *, extra: dict[str, tuple[int, int]] | None = None) -> Landscape:
    """One statement with given agrees and disagrees of each group, and what comes on top."""
    who: dict[str, str] = {}
    values: list[int] = []
    for part in (counts, extra or {}):
        for group, (agree, disagree) in part.items():
            for value in [1] * agree + [-1] * disagree:
                who[f"{len(values)}"] = group
                values.append(value)
    return landscape.analyse(Votes.from_arrays(list(who), ["s"] * len(who), values), groups=who, resamples=0)


@pytest.mark.parametrize(
    "counts", [{"a": (9, 3), "b": (5, 6)}, {"a": (19, 11), "b": (5, 6)}, {"a": (7, 0), "b": (3, 1)}]
)
def test_the_votes_needed_are_what_it_takes_to_decide(counts: dict[str, tuple[int, int]]) -> None:
    """More people are asked, who answer as their group is expected to: about half of the times that decides."""
    (open_,) = spoken(counts).undecided
    assert open_.low <= 0 <= open_.high
    rng = np.random.default_rng(5)
    now = np.array([counts["a"], counts["b"]])
    chance = np.array([open_.by_group[name].share for name in "ab"])

    def decided(further: float) -> float:
        """How often the 90 % interval of the difference leaves zero after so many further votes."""
        more = np.round(further * now.sum(axis=1) / now.sum()).astype(int)
        agree = now[:, 0] + rng.binomial(more, chance, size=(4000, 2))
        seen = now.sum(axis=1) + more
        share = (agree + 0.5) / (seen + 1)
        error = np.sqrt((share * (1 - share) / (seen + 2)).sum(axis=1))
        return float((share[:, 0] - share[:, 1] > 1.645 * error).mean())

    assert decided(open_.votes_needed / 6) < 0.4
    assert 0.25 <= decided(open_.votes_needed) <= 0.8
    assert decided(open_.votes_needed * 10) > 0.8


def test_the_votes_needed_are_exactly_enough_when_all_goes_as_expected() -> None:
    (open_,) = spoken({"a": (60, 30), "b": (50, 40)}).undecided
    wide = open_.high - open_.score
    assert open_.votes_needed == pytest.approx(184 * ((wide / open_.score) ** 2 - 1), abs=1)


def test_what_is_decided_is_not_undecided() -> None:
    votes, who = told({"a": 100, "b": 60}, np.random.default_rng(6).uniform(size=(2, 30)), seed=6, seen=0.3)
    result = landscape.analyse(votes, groups=who, resamples=0)
    assert result.divides
    assert result.undecided
    assert not {one.statement for one in result.divides} & {one.statement for one in result.undecided}


def test_weights_shift_what_counts() -> None:
    counts = Votes.from_arrays(list(range(40)), ["s"] * 40, [1] * 20 + [-1] * 20)
    plain = landscape.analyse(counts, resamples=0)
    raked = landscape.analyse(counts, weights=dict.fromkeys(range(20), 3.0), resamples=0)
    assert bridge(plain, "s").score == pytest.approx(0.5)
    assert bridge(raked, "s").score == pytest.approx(0.75, abs=0.02)
    assert raked.tallies == plain.tallies


@pytest.mark.parametrize("weights", [[0.0] * 12, [1e300] + [1.0] * 11, [np.nan] * 12, [-1.0] * 12])
@pytest.mark.parametrize("recipe", ["meervoud", "polis"])
def test_weights_with_which_nobody_or_only_one_counts_are_refused(weights: list[float], recipe: Any) -> None:
    votes = landscape.Votes.from_arrays(np.repeat(np.arange(12), 8), np.tile(np.arange(8), 12), np.ones(96))
    with pytest.raises(MethodError) as refused:
        landscape.analyse(votes, weights=weights, recipe=recipe, resamples=5)
    assert refused.value.code == "bad-weight"


def test_more_groups_than_there_are_people_to_fill_leaves_no_empty_ones() -> None:
    rng = np.random.default_rng(1)
    votes = landscape.Votes.from_arrays(
        np.repeat(np.arange(30), 20), np.tile(np.arange(20), 30), rng.integers(-1, 2, 600)
    )
    found = landscape.analyse(votes, groups=50, resamples=0)
    assert min(one.size for one in found.groups) > 0
    assert sum(one.size for one in found.groups) == 30
    assert found.structure.k == len(found.groups)
