"""Group names stay with the same people from one analysis to the next."""

from __future__ import annotations

import numpy as np

from meervoud import landscape
from meervoud.landscape import Landscape, Votes
from tests.engines.landscape.simulated import groups


def divided(groups_of: dict[str, str]) -> Landscape:
    """Groups as given; what people vote is luck."""
    people = list(groups_of)
    rng = np.random.default_rng(0)
    votes = Votes.from_arrays(
        np.repeat(people, 8), list(range(8)) * len(people), rng.choice([1, -1], 8 * len(people))
    )
    return landscape.analyse(votes, groups=groups_of, resamples=0)


def members(result: Landscape) -> dict[str, set[str]]:
    return {
        group.id: {name for name, member in result.members.items() if member.group == group.id}
        for group in result.groups
    }


def test_people_keep_the_name_of_their_group_when_the_sizes_change_places() -> None:
    before = divided({f"p{n}": "1" if n < 30 else "2" for n in range(50)})
    after = divided({f"p{n}": "2" if n < 30 else "1" for n in range(90)})
    kept = landscape.keep_names(after, before)
    assert members(kept)["1"] >= {f"p{n}" for n in range(30)}
    assert members(kept)["2"] == {f"p{n}" for n in range(30, 90)}
    assert all(set(one.by_group) == {"1", "2"} for one in kept.bridges)
    assert all(set(one.by_group) == {"1", "2"} for one in kept.divides)
    assert all(set(one.by_group) == {"1", "2"} for one in kept.undecided)
    for old, new in zip(after.divides, kept.divides, strict=True):
        assert (new.most, new.least) == ({"1": "2", "2": "1"}[old.most], {"1": "2", "2": "1"}[old.least])


def test_a_group_of_new_people_gets_a_name_that_was_not_in_use() -> None:
    before = divided({f"p{n}": "1" if n < 30 else "2" for n in range(50)})
    after = divided({f"{'p' if n < 30 else 'q'}{n}": "1" if n < 30 else "2" for n in range(50)})
    assert set(members(landscape.keep_names(after, before))) == {"1", "3"}


def test_without_groups_before_or_after_nothing_is_renamed() -> None:
    some, none = divided({f"p{n}": "1" if n < 30 else "2" for n in range(50)}), divided({})
    assert members(landscape.keep_names(some, none)) == members(some)


def test_names_stay_when_more_people_take_part() -> None:
    drawn = groups((0.55, 0.45), np.random.default_rng(1), people=200, statements=40)
    half = drawn.votes.of_people(np.arange(40, 200))
    before = landscape.analyse(half, groups=2, resamples=0)
    after = landscape.keep_names(landscape.analyse(drawn.votes, groups=2, resamples=0), before)
    stayed = [after.members[name].group == before.members[name].group for name in half.participants]
    assert np.mean(stayed) > 0.95
