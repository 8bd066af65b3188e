"""Votes from arrays: the order in which they arrive leaves no trace."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meervoud.errors import MethodError
from meervoud.landscape import Votes

Cast = tuple[int, int, int, int]


def votes_of(cast: list[Cast]) -> Votes:
    """Votes of (participant, statement, value, time)."""
    columns: list[Any] = [list(column) for column in zip(*cast, strict=True)] or [[], [], [], []]
    return Votes.from_arrays(*columns)


def current(votes: Votes) -> dict[tuple[str, str], int]:
    keys = [
        (votes.participants[row], votes.statements[at]) for row, at in zip(votes.rows, votes.columns, strict=True)
    ]
    return dict(zip(keys, votes.values.tolist(), strict=True))


cast_votes = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 4), st.sampled_from([1, 0, -1]), st.integers(0, 3)), max_size=40
)


@given(cast_votes)
@settings(max_examples=200, deadline=None)
def test_of_each_pair_the_last_vote_wins_by_time_and_then_by_place(cast: list[Cast]) -> None:
    expected: dict[tuple[str, str], int] = {}
    for participant, statement, value, _ in sorted(cast, key=lambda one: one[3]):
        expected[str(participant), str(statement)] = value
    assert current(votes_of(cast)) == expected


@given(cast_votes, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_any_order_gives_the_same_fingerprint(cast: list[Cast], chance: Any) -> None:
    clear = [
        (participant, statement, value, place) for place, (participant, statement, value, _) in enumerate(cast)
    ]
    shuffled = clear.copy()
    chance.shuffle(shuffled)
    assert votes_of(shuffled).fingerprint() == votes_of(clear).fingerprint()


def test_the_fingerprint_tells_every_difference() -> None:
    base: dict[str, Any] = {"participants": ["a", "b"], "statements": [1, 2], "values": [1, -1]}
    others: list[dict[str, Any]] = [
        {"values": [1, 0]},
        {"participants": ["a", "c"]},
        {"statements": [1, 3]},
        {"moderated": [2]},
        {"important": [True, False]},
        {"silent": ["z"]},
    ]
    prints = [Votes.from_arrays(**{**base, **other}).fingerprint() for other in ({}, *others)]
    assert len(set(prints)) == len(prints)


def test_numbers_and_their_text_are_the_same_ids_to_an_analysis() -> None:
    as_numbers = Votes.from_arrays([10, 2, 2], [7, 7, 30], [1, 0, -1])
    as_text = Votes.from_arrays(["10", "2", "2"], ["7", "7", "30"], [1, 0, -1])
    as_array = Votes.from_arrays(np.array([10, 2, 2]), np.array([7, 7, 30]), np.array([1, 0, -1]))
    assert as_numbers.participants == ("2", "10")
    assert as_numbers.fingerprint() == as_text.fingerprint() == as_array.fingerprint()


def test_ids_may_be_anything_hashable() -> None:
    votes = Votes.from_arrays([("a", 1), frozenset({2}), -3, 2**70], ["x"] * 4, [1, 1, 0, -1])
    assert set(votes.participants) == {"('a', 1)", "frozenset({2})", "-3", str(2**70)}


@pytest.mark.parametrize("ids", [[1, "1"], ["7", 7], [True, "True"]])
def test_ids_that_are_equal_as_text_are_refused(ids: list[Any]) -> None:
    for people, statements in ((ids, [0, 0]), ([0, 0], ids)):
        with pytest.raises(MethodError) as refused:
            Votes.from_arrays(people, statements, [1, 1])
        assert refused.value.code == "duplicate-id"


@pytest.mark.parametrize("ids", [[None], [""], ["  "], [float("nan")], [[1]]])
def test_ids_that_are_none_or_cannot_be_one_are_refused(ids: list[Any]) -> None:
    with pytest.raises(MethodError) as refused:
        Votes.from_arrays(ids, [1], [1])
    assert refused.value.code == "bad-id"


@pytest.mark.parametrize("name", ["statements", "values", "times", "important", "moderated"])
def test_arrays_of_unequal_length_are_refused(name: str) -> None:
    arrays: dict[str, Any] = {"participants": [1, 2], "statements": [1, 1], "values": [1, 1]}
    arrays[name] = [True] * 3 if name in ("important", "moderated") else [1, 1, 1]
    with pytest.raises(MethodError) as refused:
        Votes.from_arrays(**arrays)
    assert refused.value.code == "unequal-lengths"


@pytest.mark.parametrize(
    ("arrays", "code"),
    [
        ({"values": [2]}, "bad-vote"),
        ({"values": [float("nan")]}, "bad-vote"),
        ({"values": [0.5]}, "bad-vote"),
        ({"values": ["eens"]}, "bad-vote"),
        ({"values": [1], "times": ["later"]}, "bad-time"),
        ({"values": [1], "times": [float("inf")]}, "bad-time"),
        ({"values": [1], "important": [2]}, "bad-importance"),
    ],
)
def test_what_is_not_a_vote_a_time_or_a_mark_is_refused(arrays: dict[str, Any], code: str) -> None:
    with pytest.raises(MethodError) as refused:
        Votes.from_arrays([1], [1], **arrays)
    assert refused.value.code == code


@pytest.mark.parametrize("moderated", [[20], {20: True, 10: False}, {20: -1, 10: 1}, [False, True, True]])
def test_moderation_may_be_ids_a_mapping_or_a_flag_for_each_vote(moderated: Any) -> None:
    votes = Votes.from_arrays(["a", "a", "b"], [10, 20, 20], [1, 1, -1], moderated=moderated)
    assert votes.moderated.tolist() == [False, True]
    assert votes.open_votes().statements == ("10",)
    assert votes.open_votes().participants == ("a", "b")


def test_importance_belongs_to_the_vote_that_counts() -> None:
    votes = Votes.from_arrays([1, 1], [1, 1], [1, -1], times=[5, 4], important=[False, True])
    assert votes.important is not None
    assert (votes.values.tolist(), votes.important.tolist()) == ([1], [False])
