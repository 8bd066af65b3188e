"""What each group says to each statement: weighted counts, shares and their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import special

from meervoud.landscape import counting
from meervoud.landscape.result import Agreement
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

SURE = 0.90
"""Intervals hold the truth this often."""
Z = float(special.ndtri(0.5 + SURE / 2))


@dataclass(frozen=True, eq=False)
class Table:
    """Counts of groups by statements by answers.

    Attributes
    ----------
    counts
        Shape (k, m, 3): plain numbers of disagree, pass and agree, for showing.
    mass
        Shape (k, m, 3): the same with weights, scaled to the number of votes that they are worth.
    ids
        The ids of the groups.
    """

    counts: NDArray[np.int64]
    mass: Floats
    ids: tuple[str, ...]

    @classmethod
    def of(cls, votes: Votes, labels: NDArray[np.int32], ids: tuple[str, ...], *, weights: Floats | None) -> Table:
        """Count votes; moderated statements must have been left out and a label of -1 is left out too."""
        counts = counting.answers_by_group(
            votes.indptr, votes.columns, votes.values, labels, statements=votes.shape[1], groups=len(ids)
        )
        if weights is None:
            return cls(counts=counts, mass=counts.astype(np.float64), ids=ids)
        group = labels[votes.rows]
        inside = group >= 0
        cell = ((group * votes.shape[1] + votes.columns) * 3 + votes.values + 1)[inside]
        each = weights[votes.rows][inside]
        total = np.bincount(cell, each, minlength=counts.size).reshape(counts.shape)
        squares = np.bincount(cell, each**2, minlength=counts.size).reshape(counts.shape).sum(axis=2)
        worth = np.divide(total.sum(axis=2), squares, out=np.zeros(squares.shape), where=squares > 0)
        return cls(counts=counts, mass=total * worth[:, :, None], ids=ids)

    @classmethod
    def of_all(cls, votes: Votes, *, weights: Floats | None) -> Table:
        """Count everybody as one group."""
        if weights is None:
            return cls(counts=votes.answers[None], mass=votes.answers[None].astype(np.float64), ids=("all",))
        return cls.of(votes, np.zeros(votes.shape[0], np.int32), ("all",), weights=weights)

    @cached_property
    def seen(self) -> Floats:
        """How many votes each group is worth on each statement, shape (k, m)."""
        return np.asarray(self.mass.sum(axis=2))

    @cached_property
    def agree(self) -> Floats:
        """Expected share that agrees, shape (k, m): half a vote each way where little is known."""
        return self.share(stance=2)

    def share(self, *, stance: int) -> Floats:
        """Expected share with an answer (0 disagree, 2 agree), shape (k, m) (Jeffreys)."""
        return np.asarray((self.mass[:, :, stance] + 0.5) / (self.seen + 1.0))

    def bounds(self, group: int, *, stance: int, where: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Ends of the 90 % interval of that share in one group, shapes (m,); not a number where not asked."""
        return jeffreys(self.mass[group, :, stance], self.seen[group], where=where)

    @cached_property
    def variance(self) -> Floats:
        """Variance of the expected share that agrees, shape (k, m)."""
        return np.asarray(self.agree * (1 - self.agree) / (self.seen + 2.0))

    @cached_property
    def others(self) -> Table:
        """For each group: everybody else."""
        return Table(self.counts.sum(axis=0) - self.counts, self.mass.sum(axis=0) - self.mass, self.ids)

    @cached_property
    def by_group(self) -> tuple[dict[str, Agreement], ...]:
        """What each group says, for each statement."""
        low, high = jeffreys(self.mass[:, :, 2], self.seen)
        each = [
            list(map(Agreement, agree, disagree, pass_, *numbers))
            for (disagree, pass_, agree), *numbers in zip(
                self.counts.transpose(0, 2, 1).tolist(),
                self.agree.tolist(),
                low.tolist(),
                high.tolist(),
                strict=True,
            )
        ]
        rows = zip(*each, strict=True) if each else [()] * self.counts.shape[1]
        return tuple(dict(zip(self.ids, row, strict=True)) for row in rows)


def jeffreys(hits: Floats, seen: Floats, *, where: NDArray[np.bool_] | bool = True) -> tuple[Floats, Floats]:
    """Ends of the 90 % Jeffreys interval of a share (Brown, Cai & DasGupta 2001); not a number elsewhere."""
    ends = (np.full(hits.shape, np.nan), np.full(hits.shape, np.nan))
    for end, tail in zip(ends, ((1 - SURE) / 2, (1 + SURE) / 2), strict=True):
        special.betaincinv(hits + 0.5, seen - hits + 0.5, tail, out=end, where=where)
    low, high = ends
    low[np.isfinite(low) & (hits <= 0)] = 0.0
    high[np.isfinite(high) & (hits >= seen)] = 1.0
    return low, high


def difference_p(hits: Floats, seen: Floats, hits_other: Floats, seen_other: Floats) -> Floats:
    """Two-sided chance that two shares differ this much while they are the same (pooled, Agresti-Caffo)."""
    one, other = (hits + 1) / (seen + 2), (hits_other + 1) / (seen_other + 2)
    pooled = (hits + hits_other + 2) / (seen + seen_other + 4)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / (seen + 2) + 1 / (seen_other + 2)))
    return np.asarray(2 * special.ndtr(-np.abs(one - other) / spread))


def adjusted(p: Floats) -> Floats:
    """The same chances, corrected for looking at so many at once (Benjamini & Hochberg 1995)."""
    flat = p.ravel()
    order = np.argsort(flat, kind="stable")
    scaled = flat[order] * flat.size / np.arange(1, flat.size + 1)
    corrected = np.empty_like(flat)
    corrected[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return corrected.reshape(p.shape)
