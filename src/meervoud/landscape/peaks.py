"""Are there groups, or do people differ gradually? One peak along the trait, or more.

The curves of one smooth latent trait are fitted with people spread around a single peak. If people stand apart
in groups, the same curves fit clearly better when the spread may have any shape. How much better is more than
chance, follows from votes drawn from the fitted trait itself and fitted again (parametric bootstrap).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape import trait
from meervoud.landscape.classes import Answers
from meervoud.landscape.shuffled import predictive_p
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

MOST_PEOPLE = 700
"""A sample of this many people is enough to see peaks."""
REFIT = 3
FREE = 15


def look_for_peaks(
    votes: Votes, positions: Floats, *, weights: Floats, draws: int, rng: np.random.Generator
) -> Iterator[float | None]:
    """Test whether one peak will do; gives ``None`` for each draw and, last, the chance that it does.

    Parameters
    ----------
    positions
        Shape (n,): where people stand along the main direction.
    """
    able = np.flatnonzero((votes.votes_each > 0) & (weights > 0))
    if able.size > MOST_PEOPLE:
        able = np.sort(rng.choice(able, MOST_PEOPLE, replace=False))
    some, weight = votes.of_people(able), weights[able]
    answers = Answers.of(some)
    fitted = trait.fit(answers, positions[able], weights=weight)
    found = _gain(fitted, answers, weight)
    null = np.empty(draws)
    for draw in range(draws):
        yield None
        truth = fitted.drawn(rng)
        drawn = Answers.of(truth.votes(some, rng))
        null[draw] = _gain(trait.refit(truth, drawn, weights=weight, steps=REFIT), drawn, weight)
    yield predictive_p(found, null)


def _gain(fitted: trait.Trait, answers: Answers, weights: Floats) -> float:
    """Square root of what is gained in log-likelihood when the spread may have any shape."""
    joint = fitted.joint(answers) - np.log(fitted.people)
    likelihood = np.exp(joint - joint.max(axis=1, keepdims=True))
    free = 0.5 * fitted.people + 0.5 / fitted.people.size
    for _ in range(FREE):
        free = free * ((weights / (likelihood @ free)) @ likelihood) / weights.sum()
    gain = weights @ (np.log(likelihood @ free) - np.log(likelihood @ fitted.people))
    return float(np.sqrt(max(gain, 0.0)))
