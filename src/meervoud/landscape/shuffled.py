"""Is there any pattern at all? The votes against the same votes, shuffled within each statement.

Shuffling keeps who reacted to what and how often each statement was agreed with; what people have in common
across statements is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import special

from meervoud.landscape.positions import Centred
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

MOST_PEOPLE = 3000
"""A sample of this many people is enough to see a pattern."""
MOST_DIMENSIONS = 5


@dataclass(frozen=True)
class Pattern:
    """What rises above shuffled votes.

    Attributes
    ----------
    p
        Chance that shuffled votes have as strong a main direction.
    dimensions
        How many directions are stronger than the strongest of nearly all shuffled votes; at least 1.
    """

    p: float
    dimensions: int


def look_for_pattern(
    votes: Votes, *, weights: Floats, draws: int, rng: np.random.Generator
) -> Iterator[float | Pattern]:
    """Compare with shuffled votes (parallel analysis, Horn 1965); gives its progress and, last, the pattern."""
    votes, weights = sample_people(votes, weights, most=MOST_PEOPLE, rng=rng)
    found = Centred.of(votes, weights).principal(MOST_DIMENSIONS)[0]
    null = np.empty(draws)
    for draw in range(draws):
        yield draw / draws
        null[draw] = Centred.of(shuffled(votes, rng), weights).principal(1)[0][0]
    if not found[0] > 0 or not (null > 0).all():
        yield Pattern(p=1.0, dimensions=1)
        return
    chances = [predictive_p(np.log(value), np.log(null)) if value > 0 else 1.0 for value in found]
    weak = [place for place, chance in enumerate(chances) if chance > 0.01]
    yield Pattern(p=chances[0], dimensions=max(1, weak[0] if weak else MOST_DIMENSIONS))


def shuffled(votes: Votes, rng: np.random.Generator) -> Votes:
    """Deal the votes on each statement anew among the people who gave them."""
    dealt = np.argsort(votes.columns + rng.random(votes.size))
    values = np.empty_like(votes.values)
    values[votes.by_statement] = votes.values[dealt]
    return replace(votes, values=values)


def predictive_p(value: float, null: Floats) -> float:
    """Chance that a next draw of the null exceeds a value, when the null is about normal (Student)."""
    draws, spread = null.size, float(null.std(ddof=1)) if null.size > 1 else 0.0
    if not spread > 0:
        return 1.0 if value <= null.mean() + 1e-12 * max(1.0, abs(float(null.mean()))) else 1 / (draws + 1)
    return float(special.stdtr(draws - 1, (null.mean() - value) / (spread * np.sqrt(1 + 1 / draws))))


def sample_people(votes: Votes, weights: Floats, *, most: int, rng: np.random.Generator) -> tuple[Votes, Floats]:
    """Take those who voted, or a sample of them."""
    able = np.flatnonzero((votes.votes_each > 0) & (weights > 0))
    if able.size > most:
        able = np.sort(rng.choice(able, most, replace=False))
    if able.size == votes.shape[0]:
        return votes, weights
    return votes.of_people(able), weights[able]
