"""Every two groups held against each other: how far apart they are on each statement, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.agreement import Table, Z, adjusted, difference_p

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST_VOTES = 10**9
"""More further votes than this are not told apart."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of groups on statements, shape (pairs, m) each, or (m,) after :meth:`picked`.

    Attributes
    ----------
    most, least
        The group of the two that agrees most, and the other.
    difference
        The expected difference in agreement, 0 or more; 0 with a group that gave no vote at all.
    error
        Its standard error.
    p
        The chance of so large a difference if there is none, corrected for all comparisons together: of each two
        groups, on each statement that both reacted to. It is 1 where one of them did not.
    """

    most: NDArray[np.intp]
    least: NDArray[np.intp]
    difference: Floats
    error: Floats
    p: Floats

    @classmethod
    def of(cls, table: Table) -> Pairs:
        """Hold the groups of a table against each other."""
        agree, seen, said = table.agree, table.seen, table.mass[:, :, 2]
        one, other = np.triu_indices(len(table.ids), 1)
        difference = agree[one] - agree[other]
        turned, silent = difference < 0, seen.sum(axis=1) == 0
        first, second = one[:, None], other[:, None]
        p = difference_p(said[one], seen[one], said[other], seen[other])
        return cls(
            most=np.where(turned, second, first),
            least=np.where(turned, first, second),
            difference=np.where((silent[one] | silent[other])[:, None], 0.0, np.abs(difference)),
            error=np.sqrt(table.variance[one] + table.variance[other]),
            p=corrected(p, both=(seen[one] > 0) & (seen[other] > 0)),
        )

    @property
    def low(self) -> Floats:
        """Lower end of the 90 % interval of the difference; it says nothing about the other pairs."""
        return np.maximum(self.difference - Z * self.error, -1.0)

    @property
    def high(self) -> Floats:
        """Upper end."""
        return np.minimum(self.difference + Z * self.error, 1.0)

    def picked(self, place: NDArray[np.intp]) -> Pairs:
        """Take one pair for each statement, by its row, shape (m,)."""
        at = place, np.arange(place.size)
        return Pairs(self.most[at], self.least[at], self.difference[at], self.error[at], self.p[at])


def corrected(p: Floats, *, both: NDArray[np.bool_]) -> Floats:
    """Correct chances for how many comparisons there are; what one of both did not react to is not compared."""
    found = np.ones_like(p)
    found[both] = adjusted(p[both])
    return found


def votes_needed(table: Table, pair: Pairs, chosen: NDArray[np.intp], *, sizes: Floats) -> Whole:
    """How many further votes, one at least, let the 90 % interval of a difference leave zero.

    Parameters
    ----------
    pair
        One pair for each statement of the table.
    chosen
        The statements asked for.
    sizes
        Shape (k,): how many people each group has.

    Notes
    -----
    The votes fall to groups as so far, or by size where a group gave none. With h more of them the variance of a
    group's share is a / (b + s h): a = p (1 - p), b its votes plus 2, s its share of new votes. The interval
    leaves zero when both together come down to (difference / Z)²: a quadratic equation in h.
    """
    groups = np.stack([pair.most[chosen], pair.least[chosen]])
    agree, seen = table.agree[groups, chosen], table.seen[groups, chosen]
    total = np.maximum(table.seen[:, chosen].sum(axis=0), 1.0)
    a, b = agree * (1 - agree), seen + 2.0
    s = np.maximum(seen, sizes[groups] / sizes.sum()) / total
    aim = (pair.difference[chosen] / Z) ** 2
    square, plain = aim * s[0] * s[1], aim * (b * s[::-1]).sum(axis=0) - (a * s[::-1]).sum(axis=0)
    rest = aim * b[0] * b[1] - (a * b[::-1]).sum(axis=0)
    root = np.sqrt(np.maximum(plain**2 - 4 * square * rest, 0.0))
    return np.asarray(np.clip(np.ceil((root - plain) / (2 * square)), 1, MOST_VOTES), np.int64)
