"""Which statement a participant sees next: one that tells much, with a fair chance for late ones."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.positions import Centred
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

CATCH_UP = 8.0
"""A statement behind the others is drawn at most this many times as often."""
PLAIN = 0.5
"""The share of the weight that every statement has, however little it tells."""


@dataclass(frozen=True, eq=False)
class Route:
    """The chances of the statements of one conversation, kept until its votes have clearly changed.

    Attributes
    ----------
    statements
        The ids of the open statements.
    weights
        Shape (m,): relative chance to be shown.
    """

    statements: tuple[str, ...]
    weights: Floats

    @classmethod
    def of(cls, votes: Votes) -> Route:
        """Weigh the open statements.

        Notes
        -----
        What a vote tells about a person's place is the squared loading of the statement times the variance of
        its votes. That is half of the weight; the other half is equal for all. Statements with fewer votes than
        the median catch up: their weight is multiplied by (median + 1) / (votes + 1), at most eight times.
        """
        open_ = votes.open_votes()
        m = open_.shape[1]
        if not m:
            return cls((), np.zeros(0))
        centred = Centred.of(open_)
        seen = np.bincount(open_.columns, minlength=m)
        variance = np.bincount(open_.columns, centred.matrix.data**2, minlength=m) / np.maximum(seen, 1)
        tells = (centred.principal(2)[1] ** 2).sum(axis=1) * np.where(
            seen > 0, variance, variance.max(initial=0.0)
        )
        share = tells / tells.sum() if tells.sum() > 0 else np.full(m, 1 / m)
        late = np.clip((np.median(seen) + 1) / (seen + 1), 1.0, CATCH_UP)
        return cls(open_.statements, (PLAIN / m + (1 - PLAIN) * share) * late)

    def next(self, answered: Collection[str], *, rng: np.random.Generator) -> str | None:
        """Draw the next statement for somebody who reacted to some already; ``None`` when there is none left."""
        done = set(answered)
        left = [at for at, name in enumerate(self.statements) if name not in done]
        if not left:
            return None
        chance = self.weights[left] / self.weights[left].sum()
        return self.statements[left[int(rng.choice(len(left), p=chance))]]
