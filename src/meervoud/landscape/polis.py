"""Polis's published recipe, for comparison: two principal directions, k-means, always two to five groups.

After Small et al. 2021 (Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces). Two deviations:
the groups do not depend on who came first, and where more than a few thousand people are placed, they are put
together in cells of a fine grid first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape import clusters

Floats = NDArray[np.float64]
Labels = NDArray[np.int32]

MOST = 5
CELLS = 16
STARTS = 4
ROUNDS = 20
MANY = 3000


def divide(places: Floats, *, k: int | None) -> Labels:
    """Divide people into groups by where they stand, shape (n,).

    Parameters
    ----------
    places
        Shape (n, 2).
    k
        How many groups, or ``None`` for the number with the highest silhouette.
    """
    if places.shape[0] < 2:
        return np.zeros(places.shape[0], np.int32)
    cells, weights = _cells(places) if places.shape[0] > CELLS**2 else (places, np.ones(places.shape[0]))
    numbers = (k,) if k else range(2, min(MOST, 2 + places.shape[0] // 12) + 1)
    divisions = [clusters.kmeans(cells, one, weights=weights, starts=STARTS, rounds=ROUNDS) for one in numbers]
    if k is None:
        apart = np.sqrt(clusters.distances(cells, cells))
        best = max(divisions, key=lambda one: clusters.silhouette(one[0], apart, weights=weights))
    else:
        (best,) = divisions
    if cells is places:
        return best[0]
    if places.shape[0] > MANY:
        return clusters.nearest(places, best[1])
    return clusters.kmeans(places, best[1].shape[0], weights=np.ones(places.shape[0]), starts=STARTS)[0]


def placed(votes_each: NDArray[np.integer], statements: int) -> NDArray[np.bool_]:
    """Who is placed: at least seven votes (or all there are); with under 15 people the most active are added."""
    able = votes_each >= max(1, min(7, statements))
    if able.sum() < 15:
        order = np.lexsort((np.arange(votes_each.size), -votes_each))[:15]
        able[order[votes_each[order] > 0]] = True
    return able


def _cells(places: Floats) -> tuple[Floats, Floats]:
    """Put people together who stand in one cell of a grid: centres, and how many stand there."""
    low, span = places.min(axis=0), np.ptp(places, axis=0)
    index = np.minimum((places - low) / np.maximum(span, 1e-12) * CELLS, CELLS - 1).astype(np.intp)
    cell = index[:, 0] * CELLS + index[:, 1]
    count = np.bincount(cell, minlength=CELLS**2)
    full = count > 0
    centres = [np.bincount(cell, places[:, axis], minlength=CELLS**2)[full] / count[full] for axis in (0, 1)]
    return np.stack(centres, axis=1), count[full].astype(np.float64)
