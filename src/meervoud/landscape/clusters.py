"""Divides points into compact clusters, and says how well they lie apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int32]

ROUNDS = 50


def kmeans(
    points: Floats, k: int, *, weights: Floats, starts: int = 8, rounds: int = ROUNDS
) -> tuple[Labels, Floats]:
    """Find the k centres with the least weighted squared distance to the points.

    Parameters
    ----------
    points
        Shape (n, d).
    weights
        Shape (n,), not negative.
    starts
        How many different starts are tried, all at once.
    rounds
        How many times centres move at most.

    Returns
    -------
    labels
        Shape (n,): the cluster of each point; clusters are numbered from the largest weight down.
    centres
        Shape (k', d): k' is less than k when there are fewer distinct points.

    Notes
    -----
    Lloyd's algorithm from starts chosen as in k-means++ (Arthur & Vassilvitskii 2007), on the points in the
    order of their coordinates: the answer does not depend on how they are numbered.
    """
    order = np.lexsort(np.round(points, 9).T[::-1])
    centres = _spread_starts(points[order], k, weights=weights[order], starts=starts)
    norms = np.einsum("nd,nd->n", points, points)
    labels = None
    for _ in range(rounds):
        found = _less_norms(points, centres).argmin(axis=1)
        if labels is not None and (found == labels).all():
            break
        labels = found
        centres = _means(points, labels, centres, weights=weights)
    squares = _less_norms(points, centres)
    labels = squares.argmin(axis=1)
    distance = np.maximum(squares.min(axis=1) + norms, 0.0)
    best = int(np.argmin(np.round(distance @ weights, 9)))
    return renumber(labels[best], centres[best], weights=weights)


def nearest(points: Floats, centres: Floats) -> Labels:
    """The nearest centre of each point, shape (n,)."""
    found: Labels = _less_norms(points, centres[None]).argmin(axis=1)[0].astype(np.int32)
    return found


def renumber(labels: NDArray[np.intp], centres: Floats, *, weights: Floats) -> tuple[Labels, Floats]:
    """Number clusters from the largest weight down, without the empty ones."""
    mass = np.bincount(labels, weights, minlength=centres.shape[0])
    order = np.lexsort((*centres.T[::-1], -mass))
    order = order[mass[order] > 0]
    rank = np.zeros(centres.shape[0], np.int32)
    rank[order] = np.arange(order.size, dtype=np.int32)
    return rank[labels], centres[order]


def quick_silhouette(points: Floats, centres: Floats, *, weights: Floats) -> float:
    """Weighted mean of (b - a) / b with a and b the distances to the nearest and the next centre."""
    if centres.shape[0] < 2 or not weights.sum() > 0:
        return 0.0
    two = np.sqrt(np.partition(distances(points, centres), 1, axis=0)[:2])
    near, far = two
    return float(np.average((far - near) / np.maximum(far, np.finfo(float).tiny), weights=weights))


def distances(points: Floats, others: Floats) -> Floats:
    """Squared distances from each of some other points to each point, shape (others, points)."""
    squares: Floats = _less_norms(points, others[None])[0]
    squares += np.einsum("nd,nd->n", points, points)
    np.maximum(squares, 0.0, out=squares)
    return squares


def silhouette(labels: Labels, apart: Floats, *, weights: Floats) -> float:
    """Weighted mean silhouette (Rousseeuw 1987); a point alone in its cluster counts 0.

    Parameters
    ----------
    apart
        Shape (n, n): distances. With many points give those of a sample.
    """
    clusters = int(labels.max(initial=0)) + 1
    mass = np.bincount(labels, weights, minlength=clusters)
    if np.count_nonzero(mass) < 2:
        return 0.0
    share = np.zeros((labels.size, clusters))
    share[np.arange(labels.size), labels] = weights
    total = apart @ share
    rows = np.arange(labels.size)
    others = mass[labels] - weights
    own = total[rows, labels] / np.maximum(others, np.finfo(float).tiny)
    total /= np.maximum(mass, np.finfo(float).tiny)
    total[rows, labels] = np.inf
    total[:, mass == 0] = np.inf
    next_ = total.min(axis=1)
    value = (next_ - own) / np.maximum(np.maximum(own, next_), np.finfo(float).tiny)
    return float(np.average(np.where(others > 0, value, 0.0), weights=weights))


def _less_norms(points: Floats, centres: Floats) -> Floats:
    """Squared distances but for the norms of the points, shape (starts, k, n): enough to compare centres."""
    squares: Floats = centres @ points.T
    squares *= -2
    squares += np.einsum("skd,skd->sk", centres, centres)[:, :, None]
    return squares


def _means(points: Floats, labels: NDArray[np.intp], centres: Floats, *, weights: Floats) -> Floats:
    """Move each centre to the mean of its points; a centre without points stays."""
    member = (labels[:, None, :] == np.arange(centres.shape[1])[:, None]) * weights
    mass = member.sum(axis=2)[:, :, None]
    return np.asarray(np.divide(member @ points, mass, out=centres.copy(), where=mass > 0))


def _spread_starts(points: Floats, k: int, *, weights: Floats, starts: int) -> Floats:
    """Draw starts that lie apart: each next one with a chance proportional to its squared distance."""
    draws = np.random.default_rng(0).random((k, starts))
    norms = np.einsum("nd,nd->n", points, points)
    chance = np.broadcast_to(np.cumsum(weights), (starts, points.shape[0]))
    chosen = points[_drawn(chance, draws[0])][:, None]
    nearest_ = np.full((starts, points.shape[0]), np.inf)
    for draw in draws[1:]:
        nearest_ = np.minimum(nearest_, np.maximum(_less_norms(points, chosen[:, -1:])[:, 0] + norms, 0.0))
        chance = np.cumsum(nearest_ * weights, axis=1)
        chosen = np.concatenate([chosen, points[_drawn(chance, draw)][:, None]], axis=1)
    return chosen


def _drawn(cumulative: Floats, draws: Floats) -> NDArray[np.intp]:
    """One index for each start, with the chances that the cumulative sums give."""
    aim = draws * cumulative[:, -1]
    found = (cumulative <= aim[:, None]).sum(axis=1)
    return np.asarray(np.minimum(found, cumulative.shape[1] - 1), np.intp)
