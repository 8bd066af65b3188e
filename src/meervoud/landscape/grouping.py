"""How many groups, and who belongs to which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape import classes, clusters
from meervoud.landscape.classes import Answers, Classes

Floats = NDArray[np.float64]
Labels = NDArray[np.int32]

MOST = 6
"""More groups than this are not looked for: nobody could talk about them."""
STEPS = 25
RESTEPS = 7
APART = 0.6
"""A finer division must lie apart at least this well, compared with the one that lies apart best."""
SMALLEST = 5
"""Fewer people are not a group."""
SAMPLE = 500
GUESS_SAMPLE = 250
"""In a resample so many people are enough to guess where groups begin; everybody then takes part in the fit."""


@dataclass(frozen=True, eq=False)
class Division:
    """People divided into groups.

    Attributes
    ----------
    fitted
        The chances of each group.
    membership
        Shape (n, k): chance of each person to belong to each group; the largest group first.
    """

    fitted: Classes
    membership: Floats

    @property
    def k(self) -> int:
        """How many groups."""
        return int(self.membership.shape[1])

    @property
    def labels(self) -> Labels:
        """The most likely group of each person, shape (n,)."""
        return np.asarray(self.membership.argmax(axis=1), np.int32)


@dataclass(frozen=True, eq=False)
class Field:
    """The people among whom groups are looked for.

    Attributes
    ----------
    answers
        Their votes.
    places
        Shape (n, d): their positions along every direction that rises above chance.
    weights
        Shape (n,): how much each counts; 0 for those who voted too little to be placed.
    """

    answers: Answers
    places: Floats
    weights: Floats

    def divide(self, *, k: int | None = None, weights: Floats | None = None, thorough: bool = True) -> Division:
        """Divide people into the number of groups that serves best, or into a given number.

        Parameters
        ----------
        k
            How many groups, or ``None`` to choose: see :func:`_choose`.
        weights
            Shape (n,): how much each person counts this time.
        thorough
            False to take few rounds, as in a resample.
        """
        weight = self.weights if weights is None else weights
        numbers = range(2, MOST + 1) if k is None else (k,)
        guesses = [self._guess(number, weight, thorough=thorough) for number in numbers]
        fits = classes.fit(self.answers, guesses, weights=weight, steps=STEPS if thorough else RESTEPS)
        placed = classes.place(self.answers, fits)
        divisions = [
            _in_order(Division(*pair), weight) for pair in zip(fits, (one for one, _ in placed), strict=True)
        ]
        if k is not None:
            return divisions[0]
        return self._choose(divisions, [float(weight @ likelihood) for _, likelihood in placed], weight)

    def _guess(self, k: int, weights: Floats, *, thorough: bool) -> Floats:
        able = np.flatnonzero(weights > 0)
        if not thorough:
            able = able[:: max(1, -(-able.size // GUESS_SAMPLE))]
        places = self.places[:, : max(1, min(k - 1, self.places.shape[1]))]
        starts, rounds = (8, clusters.ROUNDS) if thorough else (2, 8)
        centres = clusters.kmeans(places[able], k, weights=weights[able], starts=starts, rounds=rounds)[1]
        return classes.guess(clusters.nearest(places, centres), k)

    def _choose(self, divisions: list[Division], likelihood: list[float], weights: Floats) -> Division:
        """Take the finest division that pays for itself and still lies apart.

        A division pays when the log-likelihood of the votes, less one for each free chance (Akaike 1974),
        is higher than with fewer groups; where people count unevenly, luck pays more, and a chance costs the
        mean weight, weighted (Σw² / Σw; Takeuchi 1976). Real people differ within groups as well, and then ever
        finer divisions pay; so it must also lie apart, by its silhouette, nearly as well as the clearest.
        """
        statements = self.answers.table.shape[1] // 3
        price = 2 * statements * float(weights @ weights) / max(float(weights.sum()), 1e-12)
        worth = [gain - price * one.k for gain, one in zip(likelihood, divisions, strict=True)]
        sizes = [np.bincount(one.labels, weights > 0, minlength=one.k).min() for one in divisions]
        fair = [place for place in range(len(divisions)) if sizes[place] >= SMALLEST] or [0]
        best = max(fair, key=lambda place: worth[place])
        apart = self._apart([divisions[place] for place in range(best + 1)], weights)
        good = [place for place in fair if place <= best and apart[place] >= APART * max(apart)]
        return divisions[max(good, default=0)]

    def _apart(self, divisions: list[Division], weights: Floats) -> list[float]:
        some, apart = self._sample
        return [clusters.silhouette(one.labels[some], apart, weights=weights[some]) for one in divisions]

    @cached_property
    def _sample(self) -> tuple[NDArray[np.intp], Floats]:
        """Some of the people, and how far they stand apart."""
        some = np.flatnonzero(self.weights > 0)
        some = some[:: max(1, -(-some.size // SAMPLE))]
        return some, np.sqrt(clusters.distances(self.places[some], self.places[some]))


def _in_order(division: Division, weights: Floats) -> Division:
    """Number the groups from large to small."""
    mass = weights @ division.membership
    order = np.lexsort((division.fitted.sizes, -np.round(mass, 9)))
    fitted = Classes(division.fitted.chances[:, order], division.fitted.sizes[order])
    return Division(fitted, division.membership[:, order])
