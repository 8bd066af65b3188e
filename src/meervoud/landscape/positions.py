"""Places participants so that like-minded people stand close.

A missing vote is taken to be average, so that a centred row has a number only where somebody voted. The
principal directions follow from these sparse rows alone; no table of all participants by all statements is
ever made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, sparse
from scipy.sparse.linalg import LinearOperator, eigsh

from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

SMALL = 640
"""Up to this many live statements the eigenvectors come from the full matrix of statements by statements."""
SMALL_WORK = 400_000_000
"""And up to this many products (participants × statements²)."""
CLOSE = 1e-9
"""Otherwise Lanczos goes on until no eigenvalue moves by more than this share; directions are then right to about
the same share, positions far closer than a single vote could move them."""


@dataclass(frozen=True, eq=False)
class Centred:
    """Votes minus the mean of their statement, sparse, with a weight for each participant.

    Attributes
    ----------
    matrix
        Shape (n, m): value minus mean where somebody voted, nothing elsewhere.
    means
        Shape (m,): weighted mean of the votes on each statement, 0 where there is none.
    live
        Shape (l,): the statements that got more than one answer; the others tell nobody apart.
    weights
        Shape (n,), or ``None`` when everybody counts as one.
    """

    matrix: sparse.csr_array
    means: Floats
    live: NDArray[np.intp]
    weights: Floats | None

    @classmethod
    def of(cls, votes: Votes, weights: Floats | None = None) -> Centred:
        """Centre votes; moderated statements must have been left out."""
        means = statement_means(votes, weights)
        data = means[votes.columns]
        np.subtract(votes.values, data, out=data)
        matrix = sparse.csr_array((data, votes.columns, votes.indptr), shape=votes.shape)
        live = np.flatnonzero((votes.answers > 0).sum(axis=1) > 1)
        return cls(matrix=matrix, means=means, live=live, weights=weights)

    @cached_property
    def _scaled(self) -> sparse.csr_array:
        """The rows times the square root of their weight."""
        if self.weights is None:
            return self.matrix
        return sparse.csr_array(sparse.diags_array(np.sqrt(self.weights)) @ self.matrix)

    def principal(self, count: int) -> tuple[Floats, Floats]:
        """Find the directions in which people differ most.

        Parameters
        ----------
        count
            How many directions.

        Returns
        -------
        values
            Shape (count,), largest first: eigenvalues of the scatter matrix; 0 where there are no more.
        directions
            Shape (m, count): unit eigenvectors, signed so that the third moment of the loadings is positive.
        """
        statements, live = self.matrix.shape[1], self.live
        values, directions = np.zeros(count), np.zeros((statements, count))
        found = min(count, live.size, self.matrix.shape[0])
        if found:
            rows = self._scaled if live.size == statements else self._scaled[:, live]
            values[:found], directions[live, :found] = _top(rows, found)
        return values, directions * _signs(directions)

    def project(self, directions: Floats, *, seen: NDArray[np.integer], statements: int) -> Floats:
        """Place each participant along the directions.

        Parameters
        ----------
        directions
            Shape (m, d).
        seen
            Shape (n,): how many statements each participant is taken to have reacted to.
        statements
            How many statements there are to react to.

        Returns
        -------
        Shape (n, d): the projection times ``sqrt(statements / seen)``, which makes up for the pull of missing
        votes towards the centre (Polis).
        """
        scale = np.sqrt(statements / np.maximum(seen, 1))
        return np.stack([(self.matrix @ one) * scale for one in directions.T], axis=1)


def statement_means(votes: Votes, weights: Floats | None = None) -> Floats:
    """Weighted mean vote on each statement, shape (m,); 0 where nobody voted."""
    if weights is None:
        disagree, _, agree = votes.answers.T
        mass, total = votes.answers.sum(axis=1), agree - disagree
    else:
        each = weights[votes.rows]
        mass = np.bincount(votes.columns, each, minlength=votes.shape[1])
        total = np.bincount(votes.columns, votes.values * each, minlength=votes.shape[1])
    return np.asarray(np.divide(total, mass, out=np.zeros(votes.shape[1]), where=mass > 0))


def _top(rows: sparse.csr_array, count: int) -> tuple[Floats, Floats]:
    """Largest eigenvalues and eigenvectors of rows' rows."""
    people, statements = rows.shape
    if statements <= SMALL and people * statements**2 <= SMALL_WORK:
        dense = rows.toarray()
        return top_of_scatter(dense.T @ dense, count)
    if people <= SMALL:
        values, places = top_of_scatter((rows @ rows.T).toarray(), count)
        vectors = rows.T @ places
        return values, vectors / np.maximum(np.linalg.norm(vectors, axis=0), np.finfo(float).tiny)
    back = rows.T
    scatter = LinearOperator(
        (statements, statements), matvec=lambda one: back @ (rows @ one), dtype=np.dtype(np.float64)
    )
    start = np.random.default_rng(0).normal(size=statements)
    values, vectors = eigsh(scatter, k=count, v0=start, tol=CLOSE, ncv=min(statements, 18 + count))
    order = np.argsort(values)[::-1]
    return np.maximum(values[order], 0.0), vectors[:, order]


def top_of_scatter(scatter: Floats, count: int) -> tuple[Floats, Floats]:
    """Largest eigenvalues and eigenvectors of a dense symmetric matrix, largest first."""
    size = scatter.shape[0]
    values, vectors = linalg.eigh(scatter, subset_by_index=(size - count, size - 1), check_finite=False)
    return np.maximum(values[::-1], 0.0), vectors[:, ::-1]


def _signs(directions: Floats) -> Floats:
    """One sign for each direction that does not depend on the order of statements."""
    third = np.sum(directions**3, axis=0)
    return np.where(third < 0, -1.0, 1.0)
