"""What every method promises: the same bits for the same question, and an answer or a clear refusal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, fields
from typing import Any

import numpy as np
import pytest

from meervoud import records
from meervoud.errors import MethodError
from meervoud.landscape import Landscape, Votes
from meervoud.methods import METHODS, Method

CLOSE = 1e-9
LUCK = 0.25
"""How far a share of 24 resamples may stray when other random numbers are drawn (Monte Carlo)."""

Triple = tuple[Any, Any, int]


def conversation(seed: int = 1) -> list[Triple]:
    """Two camps of 90 and 50 people; everybody reacts to most of 24 statements."""
    rng = np.random.default_rng(seed)
    camp = np.where(rng.random(24) < 0.5, 0.85, 0.15)
    chances = np.concatenate([np.tile(camp, (90, 1)), np.tile(1 - camp, (50, 1))])
    seen = rng.random(chances.shape) < 0.8
    values = np.where(rng.random(chances.shape) < chances, 1, -1)
    values[rng.random(chances.shape) < 0.1] = 0
    return [(int(row), int(at), int(values[row, at])) for row, at in zip(*np.nonzero(seen), strict=True)]


def votes_of(cast: list[Triple], **rest: Any) -> Votes:
    people, statements, values = ([one[at] for one in cast] for at in range(3))
    return Votes.from_arrays(people, statements, values, **rest)


def _everybody(count: int, value: int) -> list[Triple]:
    return [(row, at, value) for row in range(count) for at in range(10)]


def _repeated() -> Votes:
    return votes_of([*conversation(), *conversation()])


DEGENERATE: dict[str, Callable[[], Votes]] = {
    "nobody": lambda: votes_of([]),
    "people without a vote": lambda: votes_of([], silent=["a", "b"]),
    "statements without a vote": lambda: votes_of([], moderated={"1": False}),
    "one person with one vote": lambda: votes_of([("a", 1, 1)]),
    "one person with many votes": lambda: votes_of([("a", at, 1 - at % 3) for at in range(20)]),
    "two people": lambda: votes_of([(row, at, 1 if row else -1) for row in (0, 1) for at in range(10)]),
    "one statement": lambda: votes_of([(row, 1, 1 - row % 3) for row in range(60)]),
    "two statements": lambda: votes_of([(row, at, 1 - row % 3) for row in range(60) for at in (1, 2)]),
    "everybody passes": lambda: votes_of(_everybody(40, 0)),
    "everybody agrees": lambda: votes_of(_everybody(40, 1)),
    "everybody disagrees": lambda: votes_of(_everybody(40, -1)),
    "two blocks that agree on nothing": lambda: votes_of(
        [(row, at, 1 if row < 20 else -1) for row in range(40) for at in range(10)]
    ),
    "people who share no statement": lambda: votes_of(
        [(row, row * 10 + at, 1) for row in range(30) for at in range(8)]
    ),
    "everything moderated": lambda: votes_of(conversation(), moderated=list(range(24))),
    "all but one moderated": lambda: votes_of(conversation(), moderated=list(range(23))),
    "every row twice": _repeated,
    "moderated ids that nobody voted on": lambda: votes_of(conversation(), moderated=["unknown"]),
    "everybody fewer than seven votes": lambda: votes_of(
        [(row, row % 30 + at, 1) for row in range(40) for at in (0, 1)]
    ),
    "twenty thousand statements without a vote": lambda: votes_of(
        [(row, at, 1 - (row + at) % 3) for row in range(30) for at in range(10)],
        moderated=dict.fromkeys(range(20_000), False),
    ),
    "ids that mean something to a spreadsheet": lambda: votes_of(
        [(f"=1+{row}", f"\u202e@{at}\n", 1 - (row + at) % 3) for row in range(30) for at in range(10)]
    ),
}


@pytest.fixture(params=list(METHODS.values()), ids=list(METHODS))
def method(request: pytest.FixtureRequest) -> Method:
    """Every method; one that takes something else than votes brings its own conversation here."""
    found: Method = request.param
    assert found.input is Votes, f"say in this file what {found.name} is tried on"
    return found


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for one in value.values():
            yield from numbers(one)
    elif isinstance(value, list):
        for one in value:
            yield from numbers(one)
    elif isinstance(value, float):
        yield value


def test_every_method_is_listed_under_its_own_name(method: Method) -> None:
    assert METHODS[method.name] is method
    assert method.analyse(votes_of(conversation()), resamples=0).method.name == method.name


def test_a_result_is_frozen(method: Method) -> None:
    result = method.analyse(votes_of(conversation()), resamples=0)
    with pytest.raises(FrozenInstanceError):
        setattr(result, fields(result)[0].name, None)


def test_the_same_votes_in_any_order_give_the_same_bits(method: Method) -> None:
    cast = conversation()
    first = records.to_json(method.analyse(votes_of(cast), seed=3, resamples=24))
    for seed in (1, 2):
        turned = [cast[at] for at in np.random.default_rng(seed).permutation(len(cast))]
        assert records.to_json(method.analyse(votes_of(turned), seed=3, resamples=24)) == first


def test_another_seed_may_change_only_what_is_drawn(method: Method) -> None:
    first, other = (method.analyse(votes_of(conversation()), seed=seed, resamples=24) for seed in (1, 2))
    assert other.tallies == first.tallies
    np.testing.assert_array_equal(other.members.x, first.members.x)
    assert other.structure.null != first.structure.null


def _compare(
    first: Landscape, other: Landscape, people: Callable[[str], str], topics: Callable[[str], str]
) -> None:
    """The same landscape under other names, up to the sign of an axis."""
    assert other.structure.verdict == first.structure.verdict
    assert other.structure.k == first.structure.k
    assert other.counts == first.counts
    assert {one.statement: one.agree for one in other.tallies} == {
        topics(one.statement): one.agree for one in first.tallies
    }
    scores = {topics(one.statement): one.score for one in first.bridges}
    assert {one.statement: one.score for one in other.bridges} == pytest.approx(scores, abs=CLOSE)
    consensus = {topics(name): value for name, value in first.consensus_polis.items()}
    assert dict(other.consensus_polis) == pytest.approx(consensus, abs=CLOSE)
    assert {topics(one.statement) for one in first.divides} == {one.statement for one in other.divides}
    for name, member in first.members.items():
        twin = other.members[people(name)]
        assert twin.group == member.group
        assert (abs(twin.x), abs(twin.y)) == pytest.approx((abs(member.x), abs(member.y)), abs=CLOSE)
        assert twin.reliability == pytest.approx(member.reliability, abs=CLOSE)
        assert (twin.certainty or 0) == pytest.approx(member.certainty or 0, abs=LUCK)


@pytest.mark.parametrize("recipe", ["meervoud", "polis"])
def test_other_names_give_the_same_landscape(method: Method, recipe: str) -> None:
    cast = conversation()
    renamed = [(f"p{(row * 37 + 5) % 140}", f"s{(at * 7 + 3) % 24}", value) for row, at, value in cast]
    first = method.analyse(votes_of(cast), resamples=24, recipe=recipe)
    other = method.analyse(votes_of(renamed), resamples=24, recipe=recipe)
    _compare(first, other, lambda one: f"p{(int(one) * 37 + 5) % 140}", lambda one: f"s{(int(one) * 7 + 3) % 24}")


@pytest.mark.parametrize("recipe", ["meervoud", "polis"])
@pytest.mark.parametrize("groups", ["auto", 3])
@pytest.mark.parametrize("case", DEGENERATE)
def test_every_odd_case_gets_an_answer_or_a_clear_refusal(
    method: Method, case: str, groups: Any, recipe: str
) -> None:
    votes = DEGENERATE[case]()
    for resamples in (0, 5):
        try:
            result = method.analyse(votes, groups=groups, recipe=recipe, resamples=resamples)
        except MethodError:
            continue
        text = records.to_json(result)
        assert all(np.isfinite(number) for number in numbers(json.loads(text)))
        assert records.to_json(records.from_json(text)) == text
        assert sum(group.size for group in result.groups) == int((result.members.group >= 0).sum())


@pytest.mark.parametrize("resamples", [0, 24])
def test_a_result_travels_as_json_and_comes_back(method: Method, resamples: int) -> None:
    result = method.analyse(votes_of(conversation()), resamples=resamples, weights={3: 2.0})
    text = records.to_json(result)
    back: Landscape = records.from_json(text)
    assert type(back) is method.result
    assert records.to_json(back) == text
    assert dict(back.members) == dict(result.members)
    assert back.bridges == result.bridges
    assert back.structure == result.structure


def test_without_resamples_the_verdict_is_left_open(method: Method) -> None:
    record = json.loads(records.to_json(method.analyse(votes_of(conversation()), resamples=0)))
    structure = record["structure"]
    assert (structure["verdict"], structure["k_certainty"]) == (None, None)
    assert structure["null"] == {"shuffle": None, "spectrum": None}


@pytest.mark.parametrize(
    "wrong",
    [
        {"groups": 1}, {"groups": 0}, {"groups": "three"}, {"groups": True}, {"groups": 2.5}, {"recipe": "other"},
        {"resamples": -1}, {"resamples": 2.5}, {"seed": -1}, {"seed": "x"}, {"weights": [1.0]},
        {"weights": {3: -1.0}}, {"weights": {3: float("nan")}}, {"weights": {3: "zwaar"}},
    ],
    ids=str,
)  # fmt: skip
def test_a_parameter_that_makes_no_sense_is_refused(method: Method, wrong: dict[str, Any]) -> None:
    with pytest.raises(MethodError):
        method.analyse(votes_of(conversation()), **{"resamples": 0, **wrong})


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"method": {"name": "x"}}', '{"method": {"name": "landscape"}}']
)
def test_what_is_not_a_record_is_refused(text: str) -> None:
    with pytest.raises(MethodError) as refused:
        records.from_json(text)
    assert refused.value.code == "bad-record"


def test_what_is_not_a_result_is_not_written() -> None:
    with pytest.raises(MethodError):
        records.to_json({"method": "landscape"})
