"""How sure the groups are: the same question asked again with other people in the room.

Each resample gives every person a random weight (Bayesian bootstrap, Rubin 1981), looks for groups afresh and
sees who ends up with whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.classes import Answers, Classes
from meervoud.landscape.grouping import Division, Field

Floats = NDArray[np.float64]

MOST_PEOPLE = 5000
"""Resamples are fitted on at most this many people; everybody is then placed."""


@dataclass(frozen=True, eq=False)
class Stability:
    """What the resamples say.

    Attributes
    ----------
    k_share
        Number of groups to the share of resamples that found it, most often first.
    certainty
        Shape (n,): mean chance, over resamples, to stand with one's own group.
    """

    k_share: dict[int, float]
    certainty: Floats


def resample(
    field: Field, division: Division, *, k: int | None, draws: int, rng: np.random.Generator
) -> Iterator[Stability | None]:
    """Look for groups again and again; gives ``None`` for each resample and, last, the result.

    Parameters
    ----------
    division
        The groups whose certainty is asked.
    k
        The number of groups, where it is given and not looked for.
    """
    people = field.weights.size
    own = np.zeros((people, division.k))
    own[np.arange(people), division.labels] = field.weights
    together = np.zeros(people)
    found: Counter[int] = Counter()
    placed = _part(field, np.flatnonzero(field.weights > 0), field.weights)
    for _ in range(draws):
        yield None
        again = _again(placed, k=k, rng=rng).membership(field.answers)
        found[again.shape[1]] += 1
        host = (again.T @ own).argmax(axis=1)
        same = host[None, :] == division.labels[:, None]
        together += (again * same).sum(axis=1)
    shares = {
        number: times / draws for number, times in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    }
    yield Stability(k_share=shares, certainty=together / max(draws, 1))


def _again(placed: Field, *, k: int | None, rng: np.random.Generator) -> Classes:
    """Groups of one resample."""
    weights = placed.weights * rng.exponential(size=placed.weights.size)
    if weights.size <= MOST_PEOPLE:
        return placed.divide(k=k, weights=weights, thorough=False).fitted
    some = np.sort(rng.choice(weights.size, MOST_PEOPLE, replace=False))
    return _part(placed, some, weights).divide(k=k, thorough=False).fitted


def _part(field: Field, rows: NDArray[np.intp], weights: Floats) -> Field:
    return Field(Answers(field.answers.table[rows]), field.places[rows], weights[rows])
