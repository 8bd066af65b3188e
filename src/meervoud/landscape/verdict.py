"""Groups, a spectrum, or no pattern at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.closeness import closer_than_smooth
from meervoud.landscape.peaks import look_for_peaks
from meervoud.landscape.result import Null, Verdict
from meervoud.landscape.shuffled import Pattern, look_for_pattern
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]
Progress = Callable[[float, str], None]

LEVEL = 0.01
"""The nominal error of each test."""


@dataclass(frozen=True)
class Finding:
    """The verdict with the two p-values behind it, and the directions that rise above chance."""

    verdict: Verdict
    null: Null
    dimensions: int


def judge(
    votes: Votes, places: Floats, *, weights: Floats, draws: int, rng: np.random.Generator, progress: Progress
) -> Finding:
    """Test whether there is a pattern, and if so, whether it is more than people differing gradually.

    Gradually is along one smooth trait with a single peak and, where people differ in several directions, along as
    many smooth traits at once. Groups must beat both, so the larger of the two chances counts.

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
        progress(0.4 + 0.4 * count / (draws + 1), "compare with one smooth trait")
        one_peak = one_peak if chance is None else chance
    if pattern.p > LEVEL:
        return Finding("none", Null(pattern.p, one_peak), pattern.dimensions)
    smooth = one_peak
    if one_peak <= LEVEL and pattern.dimensions > 1:
        progress(0.8, "compare with several smooth traits")
        several = closer_than_smooth(votes, pattern.dimensions, weights=weights, draws=draws, rng=rng)
        smooth = max(one_peak, several)
    return Finding("groups" if smooth <= LEVEL else "spectrum", Null(pattern.p, smooth), pattern.dimensions)
