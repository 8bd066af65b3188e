"""One smooth latent trait: the plainest way in which people can differ gradually.

Each person has one hidden position; for each statement the chance to pass, and to agree when not passing,
follows a smooth curve along it (log-odds of second degree, so that a statement may also appeal to the middle).
Positions are spread with a single peak. Votes drawn from the fitted model look like the real ones in all but
one respect: there are no groups in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit, ndtri

from meervoud.landscape.classes import Answers
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

NODES = np.linspace(-3.2, 3.2, 25)
"""The positions along the trait at which everything is computed."""
FEATURES = np.stack([np.ones_like(NODES), NODES, NODES**2 - 1.0], axis=1)
OPEN = 0.05
"""Precision of the prior on intercepts, and the least that a slope or a bend is held back."""
STRICT = 400.0
"""The most that slopes and bends are held back: where statements do not differ in them."""
STEPS = 30


@dataclass(frozen=True, eq=False)
class Curves:
    """One curve for each statement: log-odds of second degree along the trait.

    Attributes
    ----------
    beta
        Shape (m, 3): intercept, slope and bend.
    spread
        Shape (m, 3, 3): how unsure each of these is (posterior covariance).
    precision
        Shape (3,): how much slopes and bends of all statements together are held back (empirical Bayes).
    """

    beta: Floats
    spread: Floats
    precision: Floats

    @classmethod
    def flat(cls, statements: int) -> Curves:
        """Start without slope."""
        return cls(np.zeros((statements, 3)), np.zeros((statements, 3, 3)), np.array([OPEN, 1.0, 4.0]))

    @property
    def log_odds(self) -> Floats:
        """Log-odds at each node, shape (m, q)."""
        return self.beta @ FEATURES.T

    def improved(self, hits: Floats, tries: Floats) -> Curves:
        """Take one Newton step towards given numbers of hits and tries at each node, shapes (m, q)."""
        chance = expit(self.log_odds)
        gradient = (hits - tries * chance) @ FEATURES - self.beta * self.precision
        curvature = ((tries * chance * (1 - chance)) @ _PRODUCTS).reshape(-1, 3, 3) + np.diag(self.precision)
        spread = np.linalg.inv(curvature)
        beta = self.beta + np.clip(np.einsum("mab,mb->ma", spread, gradient), -1.5, 1.5)
        size = (beta**2 + np.einsum("maa->ma", spread)).mean(axis=0)
        return Curves(beta, spread, np.concatenate([[OPEN], np.clip(1 / size[1:], OPEN, STRICT)]))

    def drawn(self, rng: np.random.Generator) -> Curves:
        """Draw curves that could as well be true."""
        noise = rng.normal(size=self.beta.shape)
        moved = np.einsum("mab,mb->ma", np.linalg.cholesky(self.spread), noise)
        return Curves(self.beta + moved, self.spread, self.precision)


_PRODUCTS = np.einsum("qa,qb->qab", FEATURES, FEATURES).reshape(NODES.size, 9)


@dataclass(frozen=True, eq=False)
class Trait:
    """A fitted trait.

    Attributes
    ----------
    agree, passing
        The curves for agreeing when not passing, and for passing.
    people
        Shape (q,): share of people at each node.
    """

    agree: Curves
    passing: Curves
    people: Floats

    def drawn(self, rng: np.random.Generator) -> Trait:
        """Draw a trait that could as well be true."""
        return Trait(self.agree.drawn(rng), self.passing.drawn(rng), self.people)

    def votes(self, votes: Votes, rng: np.random.Generator) -> Votes:
        """Draw new values for the same votes, as if this trait were all there is."""
        node = rng.choice(NODES.size, size=votes.shape[0], p=self.people)[votes.rows]
        passes = rng.random(votes.size) < expit(self.passing.log_odds)[votes.columns, node]
        agrees = rng.random(votes.size) < expit(self.agree.log_odds)[votes.columns, node]
        return replace(votes, values=np.where(passes, 0, np.where(agrees, 1, -1)).astype(np.int8))

    def joint(self, answers: Answers) -> Floats:
        """Log chance of each person's votes together with each node, shape (n, q)."""
        agree, passing = self.agree.log_odds, self.passing.log_odds
        speaks = log_expit(-passing)
        each = np.stack([speaks + log_expit(-agree), log_expit(passing), speaks + log_expit(agree)], axis=1)
        return np.asarray(answers.table @ each.reshape(-1, NODES.size) + np.log(self.people))

    def improved(self, answers: Answers, posterior: Floats, *, people: Floats) -> Trait:
        """Refit the curves to where people are thought to be, shape (n, q)."""
        counts = (answers.table.T @ posterior).reshape(-1, 3, NODES.size)
        disagreed, passed, agreed = counts[:, 0], counts[:, 1], counts[:, 2]
        spoke = agreed + disagreed
        return Trait(self.agree.improved(agreed, spoke), self.passing.improved(passed, spoke + passed), people)


def fit(answers: Answers, positions: Floats, *, weights: Floats) -> Trait:
    """Fit the trait by expectation-maximisation (Bock & Aitkin 1981), started at given positions.

    Parameters
    ----------
    positions
        Shape (n,): a first guess of everybody's position, in any unit.
    weights
        Shape (n,): how much each person counts.
    """
    statements = answers.table.shape[1] // 3
    trait = Trait(Curves.flat(statements), Curves.flat(statements), _NORMAL)
    posterior = _around(_normal_scores(positions))
    for step in range(STEPS):
        people = trait.people if step < STEPS // 2 else single_peak(weights @ posterior)
        trait = trait.improved(answers, posterior * weights[:, None], people=people)
        posterior = _normalised(trait.joint(answers))
    return trait


def refit(trait: Trait, answers: Answers, *, weights: Floats, steps: int) -> Trait:
    """Fit the trait again to other votes, starting from one that lies near."""
    for _ in range(steps):
        posterior = _normalised(trait.joint(answers))
        people = single_peak(weights @ posterior)
        trait = trait.improved(answers, posterior * weights[:, None], people=people)
    return trait


_NORMAL = np.exp(-0.5 * NODES**2)
_NORMAL /= _NORMAL.sum()


def single_peak(mass: Floats) -> Floats:
    """The spread with one peak that lies nearest to given masses (isotonic regression on both sides)."""
    up, down = _rising(mass), _rising(mass[::-1])
    errors = up.errors[1:] + down.errors[-2::-1]
    peak = int(np.argmin(errors)) + 1
    best = np.concatenate([_rising(mass[:peak]).fitted, _rising(mass[peak:][::-1]).fitted[::-1]])
    best = np.maximum(best, 1e-9 * mass.sum())
    return np.asarray(best / best.sum())


class _Rising(NamedTuple):
    """The nearest sequence that never falls, and the squared error of the nearest one to each first part."""

    fitted: Floats
    errors: Floats


def _rising(values: Floats) -> _Rising:
    """Pool neighbours that fall (Ayer et al. 1955); what was pooled for a first part stays pooled."""
    blocks: list[tuple[float, int, float]] = []
    errors = [0.0]
    for value in values.tolist():
        total, size, before = value, 1, errors[-1]
        while blocks and blocks[-1][0] * size > total * blocks[-1][1]:
            above, more, before = blocks.pop()
            total, size = total + above, size + more
        blocks.append((total, size, before))
        part = values[len(errors) - size : len(errors)]
        errors.append(before + float(((part - total / size) ** 2).sum()) if size > 1 else before)
    fitted = np.repeat([total / size for total, size, _ in blocks], [size for _, size, _ in blocks])
    return _Rising(fitted, np.array(errors))


def _normal_scores(positions: Floats) -> Floats:
    ranks = np.empty(positions.size)
    ranks[np.argsort(positions, kind="stable")] = np.arange(positions.size)
    return np.asarray(ndtri((ranks + 0.5) / positions.size))


def _around(scores: Floats) -> Floats:
    return _normalised(-0.5 * ((NODES[None, :] - scores[:, None]) / 0.5) ** 2)


def _normalised(log: Floats) -> Floats:
    shares = np.exp(log - log.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))
