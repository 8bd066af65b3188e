"""The published recipe of Polis: the groups and the consensus that Polis itself found."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from meervoud import landscape
from tests.engines.landscape.simulated import BIODIVERSITY, UBERX, found_groups, no_pattern, rand_index, shared


def groups_of_polis(export: Path) -> dict[str, str]:
    with (export / "participants-votes.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {row["participant"]: row["group-id"] for row in csv.DictReader(lines) if row["group-id"]}


@pytest.mark.parametrize(("name", "least"), [(BIODIVERSITY, 0.90), (UBERX, 0.80)])
def test_two_groups_are_those_of_polis(name: str, least: float) -> None:
    export = shared(name)
    result = landscape.analyse(landscape.read_votes(export), groups=2, recipe="polis", resamples=0)
    theirs = groups_of_polis(export)
    both = [person for person, member in result.members.items() if member.group is not None and person in theirs]
    assert len(both) > 0.9 * len(theirs)
    ours = np.array([int(result.members[person].group or 0) for person in both])
    assert rand_index(ours, np.array([int(float(theirs[person])) for person in both])) >= least


@pytest.mark.parametrize("name", [BIODIVERSITY, UBERX])
def test_the_consensus_with_the_groups_of_polis_is_that_of_polis(name: str) -> None:
    export = shared(name)
    result = landscape.analyse(landscape.read_votes(export), groups=groups_of_polis(export), resamples=0)
    known = json.loads((export / "truth.json").read_text(encoding="utf-8"))
    expected = known["top15_group_informed_consensus_given_polis_groups"]
    out = {int(one.statement) for one in result.tallies if one.moderated}
    assert [one for one in expected if one[0] not in out], "the truth also names what was moderated out"
    best = sorted(result.consensus_polis.items(), key=lambda pair: -pair[1])
    ours = [[int(statement), round(value, 6)] for statement, value in best]
    theirs = [one for one in expected if one[0] not in out]
    assert ours[: len(theirs)] == theirs


@pytest.mark.parametrize("name", [BIODIVERSITY, UBERX])
def test_the_consensus_is_the_product_over_groups(name: str) -> None:
    export = shared(name)
    result = landscape.analyse(landscape.read_votes(export), groups=groups_of_polis(export), resamples=0)
    for bridge in result.bridges:
        product = 1.0
        for one in bridge.by_group.values():
            product *= (one.agree + 1) / (one.agree + one.disagree + one.pass_ + 2)
        assert result.consensus_polis[bridge.statement] == pytest.approx(product, abs=1e-12)


def test_the_recipe_of_polis_always_gives_two_to_five_groups() -> None:
    for seed in range(5):
        votes = no_pattern(np.random.default_rng(seed), people=120, statements=20).votes
        result = landscape.analyse(votes, recipe="polis", resamples=24, seed=seed)
        assert result.structure.verdict == "none"
        assert 2 <= len(result.groups) <= 5
        assert set(found_groups(result)[votes.votes_each >= 7]) == set(range(len(result.groups)))


def test_whoever_gave_fewer_than_seven_votes_is_not_placed() -> None:
    export = shared(BIODIVERSITY)
    votes = landscape.read_votes(export)
    result = landscape.analyse(votes, recipe="polis", resamples=0)
    known = json.loads((export / "truth.json").read_text(encoding="utf-8"))
    assert result.counts.participants_placed == known["participants_with_ge7_votes"]
    assert ((found_groups(result) >= 0) == (votes.votes_each >= 7)).all()
