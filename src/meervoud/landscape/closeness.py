"""Whether people stand closer together in clusters than several smooth traits at once would make them.

Where people differ in more than one way, there may be more than one peak along the main direction without there
being groups: many votes on clear statements press people towards the ends of each trait, and two traits then show
four corners. So the clusters are compared with those in votes drawn from smooth traits fitted to the same votes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape import clusters, traits
from meervoud.landscape.positions import Centred
from meervoud.landscape.shuffled import predictive_p, sample_people
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

MOST_PEOPLE = 1500
"""A sample of this many people is enough to see clusters; with fewer the answer hangs on the sample."""
MOST_DRAWS = 60
"""With more draws the chance would be hardly clearer."""
CLUSTERS = range(2, 6)
STARTS = 2


def closer_than_smooth(
    votes: Votes, dimensions: int, *, weights: Floats, draws: int, rng: np.random.Generator
) -> float:
    """Give the chance that smooth traits make people stand in as dense clusters (parametric bootstrap).

    Parameters
    ----------
    dimensions
        In how many directions people differ more than chance allows: as many traits are fitted.
    """
    some, weight = sample_people(votes, weights, most=MOST_PEOPLE, rng=rng)
    directions = Centred.of(some, weight).principal(dimensions)[1]
    fitted = traits.fit(some, directions, weights=weight, rng=rng)
    found = _compactness(traits.places_along(some, directions, weights=weight), weight)
    null = np.empty((min(draws, MOST_DRAWS), found.size))
    for draw in range(len(null)):
        drawn = fitted.drawn(rng).votes(some, rng)
        null[draw] = _compactness(traits.places_along(drawn, directions, weights=weight), weight)
    spread = np.maximum(null.std(axis=0, ddof=1), 1e-12)
    highest = ((null - null.mean(axis=0)) / spread).max(axis=1)
    return predictive_p(float(((found - null.mean(axis=0)) / spread).max()), highest)


def _compactness(places: Floats, weights: Floats) -> Floats:
    """How well the nearest centre beats the next, for each number of clusters.

    Clusters lie in one direction fewer than there are of them; further directions would only blur them.
    """
    found = []
    for k in CLUSTERS:
        points = places[:, : k - 1]
        centres = clusters.kmeans(points, k, weights=weights, starts=STARTS, rounds=12)[1]
        found.append(clusters.quick_silhouette(points, centres, weights=weights))
    return np.array(found)
