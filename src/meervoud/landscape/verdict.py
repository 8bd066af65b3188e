"""Groups, a spectrum, or no pattern at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape import clusters
from meervoud.landscape.peaks import look_for_peaks
from meervoud.landscape.result import Null, Verdict
from meervoud.landscape.shuffled import Pattern, look_for_pattern, predictive_p
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]
Progress = Callable[[float, str], None]

LEVEL = 0.01
"""The nominal error of each of the two tests."""
SAMPLE = 500


@dataclass(frozen=True)
class Finding:
    """The verdict with the two p-values behind it, and the directions that rise above chance."""

    verdict: Verdict
    null: Null
    dimensions: int


def judge(
    votes: Votes, places: Floats, *, weights: Floats, draws: int, rng: np.random.Generator, progress: Progress
) -> Finding:
    """Test whether there is a pattern, and if so, whether it is more than one smooth trait.

    Parameters
    ----------
    places
        Shape (n, d): positions along the principal directions.
    weights
        Shape (n,): 0 for people who are not placed.
    """
    pattern = Pattern(p=1.0, dimensions=1)
    for step in look_for_pattern(votes, weights=weights, draws=draws, rng=rng):
        if isinstance(step, Pattern):
            pattern = step
        else:
            progress(0.4 * step, "compare with shuffled votes")
    one_peak = 1.0
    for count, chance in enumerate(look_for_peaks(votes, places[:, 0], weights=weights, draws=draws, rng=rng)):
        progress(0.4 + 0.6 * count / (draws + 1), "compare with one smooth trait")
        one_peak = one_peak if chance is None else chance
    null = Null(shuffle=pattern.p, spectrum=one_peak)
    if pattern.p > LEVEL:
        return Finding("none", null, pattern.dimensions)
    apart = one_peak <= LEVEL and (
        pattern.dimensions < 2 or _denser_than_a_cloud(places[:, : pattern.dimensions], weights, draws, rng)
    )
    return Finding("groups" if apart else "spectrum", null, pattern.dimensions)


def _denser_than_a_cloud(places: Floats, weights: Floats, draws: int, rng: np.random.Generator) -> bool:
    """Say whether people lie in denser clusters than a smooth (normal) cloud of the same shape.

    Several smooth traits at once may show more than one peak along each; this keeps them a spectrum.
    """
    able = np.flatnonzero(weights > 0)
    if able.size > SAMPLE:
        able = np.sort(rng.choice(able, SAMPLE, replace=False))
    points, weight = places[able], weights[able]
    values, axes = np.linalg.eigh(np.cov(points.T, aweights=weight))
    shape = axes * np.sqrt(np.maximum(values, 0.0))
    found = _compactness(points, weight)
    null = np.array([_compactness(rng.normal(size=points.shape) @ shape.T, weight) for _ in range(draws)])
    spread = np.maximum(null.std(axis=0, ddof=1), 1e-12)
    highest = ((null - null.mean(axis=0)) / spread).max(axis=1)
    return predictive_p(float(((found - null.mean(axis=0)) / spread).max()), highest) <= LEVEL


def _compactness(points: Floats, weights: Floats) -> Floats:
    """How well the nearest centre beats the next, for each number of clusters."""
    found = []
    for k in range(2, 6):
        centres = clusters.kmeans(points, k, weights=weights, starts=2, rounds=12)[1]
        found.append(clusters.quick_silhouette(points, centres, weights=weights))
    return np.array(found)
