"""Several smooth latent traits at once: people differ gradually, and in more ways than one.

Each person has a place on some independent, normal traits. For each statement the log-odds to pass, and to agree
when not passing, are linear in these places. Votes drawn from the fitted traits look like the real ones in all
but one respect: there are no groups in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit

from meervoud.landscape.positions import Centred
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

STEPS = 20
OPEN, STRICT = 0.05, 400.0
"""The least and the most that slopes are held back; intercepts are held back the least."""
BLOCK = 1_000_000
"""So many numbers are held at a time where people meet statements."""


@dataclass(frozen=True, eq=False)
class Traits:
    """Fitted traits.

    Attributes
    ----------
    beta
        Shape (2m, 1 + d): intercept and slopes of the log-odds to agree when not passing, of each statement, and
        then of those to pass.
    spread
        Shape (2m, 1 + d, 1 + d): how unsure each of these is (posterior covariance).
    """

    beta: Floats
    spread: Floats

    def drawn(self, rng: np.random.Generator) -> Traits:
        """Draw traits that could as well be true."""
        noise = rng.normal(size=self.beta.shape)
        moved = np.einsum("mab,mb->ma", np.linalg.cholesky(self.spread), noise)
        return Traits(self.beta + moved, self.spread)

    def votes(self, votes: Votes, rng: np.random.Generator) -> Votes:
        """Draw new values for the same votes, as if these traits were all there is."""
        people, statements = votes.shape
        place = np.column_stack([np.ones(people), rng.normal(size=(people, self.beta.shape[1] - 1))])
        odds = [
            np.einsum("va,va->v", place[votes.rows], beta[votes.columns])
            for beta in (self.beta[:statements], self.beta[statements:])
        ]
        agrees, passes = (rng.random(votes.size) < expit(one) for one in odds)
        return replace(votes, values=np.where(passes, 0, np.where(agrees, 1, -1)).astype(np.int8))

    @property
    def slopes(self) -> Floats:
        """The slopes with which people agree, shape (m, d)."""
        return self.beta[: self.beta.shape[0] // 2, 1:]

    @property
    def steepness(self) -> float:
        """Root of the expected sum of squares of these slopes."""
        spread = self.spread[: len(self.slopes), 1:, 1:]
        return float(np.sqrt((self.slopes**2).sum() + np.einsum("maa->", spread)))

    @property
    def second(self) -> Floats:
        """The products of intercept and slopes, shape (2m, (1 + d)²)."""
        return (self.beta[:, :, None] * self.beta[:, None, :]).reshape(len(self.beta), -1)

    def steeper(self, factor: float) -> Traits:
        """The same with every slope times a factor."""
        scale = np.r_[1.0, np.full(self.beta.shape[1] - 1, factor)]
        return Traits(self.beta * scale, self.spread)


def fit(votes: Votes, directions: Floats, *, weights: Floats, rng: np.random.Generator) -> Traits:
    """Fit as many traits as there are directions.

    Parameters
    ----------
    directions
        Shape (m, d): the directions in which people differ most.
    weights
        Shape (n,): how much each person counts.

    Notes
    -----
    Variational expectation-maximisation for logistic traits (Jaakkola & Jordan 2000; Tipping 1999) flattens
    slopes, the more so the fewer the votes. How much shows when it is fitted to votes drawn from what was found;
    the slopes are made as much steeper (indirect inference, Gouriéroux, Monfort & Renault 1993).
    """
    found = _fitted(votes, directions, weights)
    truth = found.drawn(rng)
    again = _fitted(truth.votes(votes, rng), directions, weights)
    return found.steeper(max(1.0, float(np.linalg.norm(truth.slopes)) / max(again.steepness, 1e-12)))


def places_along(votes: Votes, directions: Floats, *, weights: Floats) -> Floats:
    """Place people along the directions near given ones in which they differ most, shape (n, d), the most first.

    One step of subspace iteration: enough for votes that were drawn to be like those the directions are of.
    """
    centred = Centred.of(votes, weights)
    nearer = centred.matrix.T @ (weights[:, None] * (centred.matrix @ directions))
    places = centred.project(np.linalg.qr(nearer)[0], seen=votes.votes_each, statements=votes.shape[1])
    places -= np.average(places, axis=0, weights=weights)
    axes = np.linalg.eigh((places.T * weights) @ places)[1]
    return np.asarray(places @ axes[:, ::-1])


def _fitted(votes: Votes, directions: Floats, weights: Floats) -> Traits:
    """Improve curves and places in turn, from places along given directions."""
    items = _Items.of(votes)
    place = places_along(votes, directions, weights=weights)
    size = np.sqrt(np.average(place**2, axis=0, weights=weights))
    people = _People(place / np.maximum(size, 1e-12), np.zeros((*place.shape, size.size)))
    precision = np.ones((2, 1 + size.size))
    for _ in range(STEPS):
        traits = items.curves(people, precision, weights)
        precision = _precision(traits)
        traits, people = _standard(traits, items.people(traits), weights)
        items = items.tightened(traits, people)
    return traits


@dataclass(frozen=True, eq=False)
class _People:
    """Where people are thought to be, shape (n, d), and how unsure that is, shape (n, d, d)."""

    place: Floats
    spread: Floats

    @property
    def first(self) -> Floats:
        """One and the place, shape (n, 1 + d)."""
        return np.column_stack([np.ones(len(self.place)), self.place])

    @property
    def second(self) -> Floats:
        """The expected products of these, shape (n, (1 + d)²)."""
        products = self.first[:, :, None] * self.first[:, None, :]
        products[:, 1:, 1:] += self.spread
        return products.reshape(len(products), -1)


@dataclass(frozen=True, eq=False)
class _Items:
    """Votes as yes or no: whether who spoke agreed, and whether who reacted passed.

    Attributes
    ----------
    side
        Shape (n, 2m), sparse: one half for yes, minus one half for no.
    tight
        The same shape: how tightly the bound of Jaakkola and Jordan bends.
    """

    side: sparse.csr_array
    tight: sparse.csr_array

    @classmethod
    def of(cls, votes: Votes) -> _Items:
        """Lay out votes."""
        people, statements = votes.shape
        spoke = votes.values != 0
        rows = np.concatenate([votes.rows[spoke], votes.rows])
        columns = np.concatenate([votes.columns[spoke], votes.columns + statements])
        yes = np.concatenate([votes.values[spoke] > 0, ~spoke]) - 0.5
        side = sparse.csr_array((yes, (rows, columns)), shape=(people, 2 * statements))
        return cls(side, _like(side, np.full(side.nnz, 0.25)))

    def curves(self, people: _People, precision: Floats, weights: Floats) -> Traits:
        """Fit the curves to where people are thought to be."""
        size = precision.shape[1]
        bend = (self.tight.T @ (weights[:, None] * people.second)).reshape(2, -1, size, size)
        spread = np.linalg.inv(bend + np.einsum("ha,ab->hab", precision, np.eye(size))[:, None])
        spread = spread.reshape(-1, size, size)
        pull = self.side.T @ (weights[:, None] * people.first)
        return Traits(np.einsum("mab,mb->ma", spread, pull), spread)

    def people(self, traits: Traits) -> _People:
        """Find where people are, given the curves."""
        beta = traits.beta
        size = beta.shape[1]
        bend = (self.tight @ traits.second).reshape(-1, size, size)
        spread = np.linalg.inv(bend[:, 1:, 1:] + np.eye(size - 1))
        pull = self.side @ beta[:, 1:] - bend[:, 1:, 0]
        return _People(np.einsum("nab,nb->na", spread, pull), np.asarray(spread, np.float64))

    def tightened(self, traits: Traits, people: _People) -> _Items:
        """Bend the bound to where each person and curve meet."""
        root = np.sqrt(np.maximum(_met(self.side, people.second, traits.second), 1e-12))
        return _Items(self.side, _like(self.side, np.tanh(root / 2) / (2 * root)))


def _standard(traits: Traits, people: _People, weights: Floats) -> tuple[Traits, _People]:
    """Give people mean 0 and covariance 1 and let the curves follow: the same fit, found in fewer steps."""
    share = weights / weights.sum()
    middle = share @ people.place
    off = people.place - middle
    root = np.linalg.cholesky((off.T * share) @ off + np.einsum("n,nab->ab", share, people.spread))
    back = np.linalg.inv(root)
    slopes = traits.beta[:, 1:]
    beta = np.column_stack([traits.beta[:, 0] + slopes @ middle, slopes @ root])
    return Traits(beta, traits.spread), _People(off @ back.T, np.asarray(back @ people.spread @ back.T))


def _met(table: sparse.csr_array, left: Floats, right: Floats) -> Floats:
    """For each entry of a table: the product of a row of left and a row of right (some rows at a time)."""
    some = max(1, BLOCK // max(table.shape[1], 1))
    parts = [np.zeros(0)]
    for first in range(0, table.shape[0], some):
        borders = table.indptr[first : first + some + 1]
        rows = np.repeat(np.arange(borders.size - 1), np.diff(borders))
        whole = left[first : first + some] @ right.T
        parts.append(whole[rows, table.indices[borders[0] : borders[-1]]])
    return np.concatenate(parts)


def _like(table: sparse.csr_array, values: Floats) -> sparse.csr_array:
    return sparse.csr_array((values, table.indices, table.indptr), shape=table.shape)


def _precision(traits: Traits) -> Floats:
    """How much the slopes of all statements together are held back (empirical Bayes), shape (2, 1 + d)."""
    size = traits.beta.shape[1]
    square = traits.beta**2 + np.einsum("maa->ma", traits.spread)
    precision = 1 / np.maximum(square.reshape(2, -1, size).mean(axis=1), 1e-12)
    return np.column_stack([[OPEN, OPEN], np.clip(precision[:, 1:], OPEN, STRICT)])
