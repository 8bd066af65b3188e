"""Positions from sparse rows are those of a dense eigendecomposition."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.sparse.linalg import eigsh

from meervoud.landscape import Votes, analyse, positions, read_votes
from meervoud.landscape.positions import Centred
from tests.engines.landscape.simulated import CONVERSATIONS, Floats, shared, trait

COUNT = 4
CLOSE = 1e-9


def dense(votes: Votes, weights: Floats | None = None) -> tuple[Floats, Floats, Floats]:
    """The same, the plain way: the full table, its scatter matrix and all eigenvectors."""
    table = np.full(votes.shape, np.nan)
    table[votes.rows, votes.columns] = votes.values
    each = np.where(
        np.isnan(table), 0.0, np.ones(votes.shape[0])[:, None] if weights is None else weights[:, None]
    )
    mean = np.nansum(table * each, axis=0) / np.maximum(each.sum(axis=0), 1e-300)
    centred: Floats = np.nan_to_num(table - mean)
    scatter = centred.T @ (centred if weights is None else centred * weights[:, None])
    values, vectors = np.linalg.eigh(scatter)
    return centred, values[::-1], vectors[:, ::-1]


def compare(votes: Votes, weights: Floats | None = None) -> None:
    centred, values, vectors = dense(votes, weights)
    sparse = Centred.of(votes, weights)
    found, directions = sparse.principal(COUNT)
    np.testing.assert_allclose(found, values[:COUNT], rtol=CLOSE)
    seen = np.asarray(votes.votes_each)
    places = sparse.project(directions, seen=seen, statements=votes.shape[1])
    scale = np.sqrt(votes.shape[1] / np.maximum(seen, 1))[:, None]
    expected = centred @ vectors[:, :COUNT] * scale
    gaps = np.minimum(values[:COUNT] - values[1 : COUNT + 1], np.r_[np.inf, values[: COUNT - 1] - values[1:COUNT]])
    told = np.flatnonzero(gaps / values[0] > 1e-6)
    assert told.size == COUNT, "the test wants directions that can be told apart"
    for at in told:
        sign = np.sign(directions[:, at] @ vectors[:, at])
        np.testing.assert_allclose(sign * directions[:, at], vectors[:, at], atol=CLOSE, rtol=0)
        np.testing.assert_allclose(
            sign * places[:, at], expected[:, at], atol=CLOSE * np.abs(expected).max(), rtol=0
        )


@pytest.mark.parametrize("shape", [(40, 12), (300, 60), (80, 200), (900, 700), (700, 900)])
@pytest.mark.parametrize("weighted", [False, True])
def test_random_sparse_votes_give_the_dense_positions(shape: tuple[int, int], *, weighted: bool) -> None:
    rng = np.random.default_rng(shape[0] + weighted)
    votes = trait(rng, people=shape[0], statements=shape[1], strength=1.0, density=0.2).votes
    compare(votes, rng.exponential(size=votes.shape[0]) if weighted else None)


@pytest.mark.parametrize("small", [0, 10**6])
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_every_way_to_the_eigenvectors_gives_the_dense_positions_of_a_real_conversation(
    name: str, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(positions, "SMALL", small)
    compare(read_votes(shared(name)).open_votes())


def test_the_iterative_way_really_is_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(scatter: Any, **rest: Any) -> Any:
        calls.append(1)
        return eigsh(scatter, **rest)

    monkeypatch.setattr(positions, "SMALL", 0)
    monkeypatch.setattr(positions, "eigsh", counted)
    compare(trait(np.random.default_rng(0), people=300, statements=60, strength=1.0).votes)
    assert calls


def test_statements_without_votes_and_people_without_votes_change_no_place() -> None:
    votes = trait(np.random.default_rng(3), people=120, statements=30, strength=1.0).votes
    wider = Votes.from_arrays(
        votes.rows, votes.columns, votes.values, moderated={990: False, 991: False}, silent=[5000, 5001]
    )
    plain, directions = Centred.of(votes).principal(2)
    more, wide = Centred.of(wider).principal(2)
    np.testing.assert_allclose(plain, more, rtol=CLOSE)
    np.testing.assert_allclose(directions, wide[:30], atol=CLOSE)
    assert not wide[30:].any()


def test_the_sign_of_a_direction_does_not_depend_on_the_order_of_statements() -> None:
    votes = trait(np.random.default_rng(4), people=200, statements=40, strength=1.0).votes
    turned = Votes.from_arrays(votes.rows, 39 - votes.columns, votes.values, silent=range(200))
    there: NDArray[np.float64] = Centred.of(votes).principal(2)[1]
    np.testing.assert_allclose(there, Centred.of(turned).principal(2)[1][::-1], atol=CLOSE)


def test_few_votes_make_a_place_unreliable() -> None:
    rng = np.random.default_rng(5)
    votes = trait(rng, people=400, statements=60, strength=1.5, density=0.4).votes
    result = analyse(votes, resamples=0)
    order = np.argsort(votes.votes_each)
    reliability = result.members.reliability[order]
    assert reliability[:100].mean() + 0.1 < reliability[-100:].mean()
    assert ((reliability >= 0) & (reliability <= 1)).all()


def test_reliability_is_the_share_of_signal() -> None:
    """Reliability predicts how well two halves of a person's votes agree on the place (Spearman-Brown)."""
    rng = np.random.default_rng(6)
    people, statements = 3000, 60
    place = rng.normal(size=people)
    slope = rng.choice([-1, 1], size=statements) * 1.2
    chance = 1 / (1 + np.exp(-place[:, None] * slope))
    seen = rng.random((people, statements)) < 0.4
    rows, columns = np.nonzero(seen)
    values = np.where(rng.random(chance.shape) < chance, 1, -1)[rows, columns]
    result = analyse(Votes.from_arrays(rows, columns, values, silent=range(people)), resamples=0)
    correlation = np.corrcoef(place, result.members.x)[0, 1]
    assert result.members.reliability.mean() == pytest.approx(correlation**2, abs=0.08)
