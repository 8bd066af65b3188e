"""Latent classes: each group has its own chance to agree, pass or disagree with each statement.

Whoever said little is placed with little certainty, and a missing vote says nothing. Several numbers of groups
are fitted side by side in one pass over the votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

PRIOR = 2.0
"""Each group starts with this many votes on each statement, spread as everybody's."""
SOFT = 0.2
"""How much of a first guess is left open."""


@dataclass(frozen=True, eq=False)
class Answers:
    """Votes as a sparse table of ones, shape (n, 3m): disagree, pass and agree side by side."""

    table: sparse.csr_array

    @classmethod
    def of(cls, votes: Votes) -> Answers:
        """Lay out votes; moderated statements must have been left out."""
        column = votes.columns * 3 + (votes.values.astype(np.int32) + 1)
        people, statements = votes.shape
        ones = np.ones(votes.size)
        return cls(table=sparse.csr_array((ones, column, votes.indptr), shape=(people, 3 * statements)))

    def share(self, weights: Floats) -> Floats:
        """Everybody's share of each answer, shape (3m, 1), never 0."""
        total = (self.table.T @ weights).reshape(-1, 3) + 0.5
        return np.asarray((total / total.sum(axis=1, keepdims=True)).reshape(-1, 1))


@dataclass(frozen=True, eq=False)
class Classes:
    """Fitted groups for one number of groups.

    Attributes
    ----------
    chances
        Shape (3m, k): log chance of each answer in each group.
    sizes
        Shape (k,): log share of people in each group.
    """

    chances: Floats
    sizes: Floats

    def membership(self, answers: Answers) -> Floats:
        """Chance of each person to belong to each group, shape (n, k)."""
        ((member, _),) = place(answers, [self])
        return member


def place(answers: Answers, fits: Sequence[Classes]) -> list[tuple[Floats, Floats]]:
    """For each fit: the chance of each person to belong to each group, shape (n, k), and log-likelihoods, (n,)."""
    joint = answers.table @ np.concatenate([one.chances for one in fits], axis=1)
    rows = np.ascontiguousarray(joint.T)
    rows += np.concatenate([one.sizes for one in fits])[:, None]
    parts = _parts([one.sizes.size for one in fits])
    likelihood = [_to_shares(rows[part]) for part in parts]
    return [(np.ascontiguousarray(rows[part].T), one) for part, one in zip(parts, likelihood, strict=True)]


def fit(answers: Answers, guesses: Sequence[Floats], *, weights: Floats, steps: int) -> tuple[Classes, ...]:
    """Fit groups by expectation-maximisation, one fit for each first guess.

    Parameters
    ----------
    guesses
        Memberships to start from, shape (n, k) each.
    weights
        Shape (n,): how much each person counts.
    steps
        How many rounds.
    """
    shares = answers.share(weights)
    parts = _parts([guess.shape[1] for guess in guesses])
    member = np.concatenate(guesses, axis=1)
    for step in range(steps):
        chances = _chances(answers, member * weights[:, None], shares)
        sizes = _sizes(member, weights, parts)
        if step + 1 < steps:
            rows = np.ascontiguousarray((answers.table @ chances).T)
            rows += sizes[:, None]
            for part in parts:
                _to_shares(rows[part])
            member = np.ascontiguousarray(rows.T)
    return tuple(Classes(chances=chances[:, part], sizes=sizes[part]) for part in parts)


def guess(labels: NDArray[np.int32], k: int) -> Floats:
    """A membership to start from: mostly the given group."""
    member = np.full((labels.size, k), SOFT / k)
    member[np.arange(labels.size), labels] += 1 - SOFT
    return member


def _chances(answers: Answers, member: Floats, shares: Floats) -> Floats:
    counts = answers.table.T @ member + PRIOR * shares
    total = counts.reshape(-1, 3, member.shape[1]).sum(axis=1)
    return np.asarray(np.log(counts) - np.repeat(np.log(total), 3, axis=0))


def _sizes(member: Floats, weights: Floats, parts: Sequence[slice]) -> Floats:
    mass = weights @ member + 1.0
    for part in parts:
        mass[part] /= mass[part].sum()
    return np.asarray(np.log(mass))


def _parts(sizes: Sequence[int]) -> list[slice]:
    """Where each fit stands when all stand side by side."""
    return [slice(*pair) for pair in pairwise(np.cumsum([0, *sizes]).tolist())]


def _to_shares(log: Floats) -> Floats:
    """Turn unscaled logs, shape (k, n), into chances that add up to 1 over k; gives the log of each sum, (n,)."""
    top = log.max(axis=0)
    log -= top
    np.exp(log, out=log)
    total = log.sum(axis=0)
    log /= total
    return np.asarray(top + np.log(total))
