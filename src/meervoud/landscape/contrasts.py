"""What sets groups apart: representative statements, divides, minority voices, and what is undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.agreement import Table, Z, adjusted, difference_p
from meervoud.landscape.result import Divide, MinorityVoice, Representative, Stance, Undecided

Floats = NDArray[np.float64]

FALSE_FINDS = 0.05
"""At most this share of what is named may be chance (false discovery rate)."""
MOST_REPRESENTATIVE = 10
HELD = 0.5
"""A group holds a stance when at least this share has it."""
SMALL = 0.35
"""A group with at most this share of the people is a minority."""
OVERLOOKED = 0.25
"""And its voice is overlooked where the others have the stance this much less often."""
LEAST_DIFFERENCE = 0.10
"""Smaller expected differences are not worth more votes."""
MOST_VOTES = 10**9
"""More further votes than this are not told apart."""
STANCES: dict[Stance, int] = dict(zip(get_args(Stance), (2, 0), strict=True))


@dataclass(frozen=True, eq=False)
class Contrasts:
    """The groups of a table, held against one another.

    Attributes
    ----------
    table
        What each group says.
    statements
        The ids of the statements.
    sizes
        Shape (k,): how many people each group has.
    """

    table: Table
    statements: tuple[str, ...]
    sizes: Floats

    @cached_property
    def _against_others(self) -> dict[Stance, Floats]:
        """Corrected chance that a group differs from everybody else, shape (k, m) for each stance."""
        table, others = self.table, self.table.others
        raw = np.stack(
            [
                difference_p(table.mass[:, :, at], table.seen, others.mass[:, :, at], others.seen)
                for at in STANCES.values()
            ]
        )
        return dict(zip(STANCES, adjusted(raw), strict=True))

    def representative(self, group: int) -> tuple[Representative, ...]:
        """The statements in which a group differs most from the others, and holds a stance itself."""
        found: list[Representative] = []
        for stance, at in STANCES.items():
            share, other = self.table.share(stance=at)[group], self.table.others.share(stance=at)[group]
            low, high = (end[group] for end in self.table.bounds(stance=at))
            p = self._against_others[stance][group]
            chosen = np.flatnonzero((p <= FALSE_FINDS) & (share >= HELD) & (share > other))
            found.extend(
                Representative(
                    statement=self.statements[one],
                    stance=stance,
                    share=float(share[one]),
                    low=float(low[one]),
                    high=float(high[one]),
                    others=float(other[one]),
                    p=float(p[one]),
                )
                for one in chosen.tolist()
            )
        found.sort(key=lambda one: (round(one.others - one.low, 9), one.statement))
        return tuple(found[:MOST_REPRESENTATIVE])

    def minority_voices(self) -> tuple[MinorityVoice, ...]:
        """What a small group holds and the others overlook, clearest first."""
        share_of_people = self.sizes / max(float(self.sizes.sum()), 1e-12)
        largest = int(share_of_people.argmax())
        small = [g for g in range(len(self.table.ids)) if g != largest and share_of_people[g] <= SMALL]
        found = [voice for group in small for voice in self._voices(group)]
        return tuple(sorted(found, key=lambda one: (-round(one.score, 9), one.statement, one.group)))

    def _voices(self, group: int) -> Iterator[MinorityVoice]:
        for stance, at in STANCES.items():
            share, other = self.table.share(stance=at)[group], self.table.others.share(stance=at)[group]
            low, high = (end[group] for end in self.table.bounds(stance=at))
            clear = (
                (self._against_others[stance][group] <= FALSE_FINDS)
                & (low >= HELD)
                & (share - other >= OVERLOOKED)
            )
            for one in np.flatnonzero(clear).tolist():
                yield MinorityVoice(
                    statement=self.statements[one],
                    group=self.table.ids[group],
                    stance=stance,
                    score=float(low[one] - other[one]),
                    share=float(share[one]),
                    low=float(low[one]),
                    high=float(high[one]),
                    others=float(other[one]),
                    by_group=self.table.by_group[one],
                )

    @cached_property
    def _pairs(self) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats, Floats, Floats]:
        """For each statement the two groups farthest apart, their difference, its error and corrected chance."""
        agree, table = self.table.agree, self.table
        most, least = agree.argmax(axis=0), agree.argmin(axis=0)
        columns = np.arange(agree.shape[1])
        difference = agree[most, columns] - agree[least, columns]
        error = np.sqrt(table.variance[most, columns] + table.variance[least, columns])
        pairs = list(combinations(range(agree.shape[0]), 2))
        raw = np.stack(
            [
                difference_p(table.mass[a, :, 2], table.seen[a], table.mass[b, :, 2], table.seen[b])
                for a, b in pairs
            ]
        )
        return most, least, difference, error, adjusted(raw).min(axis=0)

    def divides(self) -> tuple[Divide, ...]:
        """The statements on which two groups differ beyond doubt, the surest difference first."""
        if len(self.table.ids) < 2:
            return ()
        most, least, difference, error, p = self._pairs
        low = difference - Z * error
        chosen = np.flatnonzero((p <= FALSE_FINDS) & (low > 0))
        return tuple(
            Divide(
                statement=self.statements[one],
                score=float(difference[one]),
                low=float(low[one]),
                high=min(float(difference[one] + Z * error[one]), 1.0),
                most=self.table.ids[most[one]],
                least=self.table.ids[least[one]],
                by_group=self.table.by_group[one],
            )
            for one in chosen[np.lexsort((chosen, -np.round(low[chosen], 12)))].tolist()
        )

    def undecided(self) -> tuple[Undecided, ...]:
        """The statements on which a difference is expected and not yet sure, the nearest to an answer first.

        The interval shrinks with the square root of the votes. It leaves zero when the votes on the statement
        have grown by the square of how much wider than the difference its half now is.
        """
        if len(self.table.ids) < 2:
            return ()
        most, least, difference, error, _ = self._pairs
        seen = self.table.counts.sum(axis=(0, 2))
        low = difference - Z * error
        chosen = np.flatnonzero((low <= 0) & (difference >= LEAST_DIFFERENCE) & (seen > 0))
        found = [
            Undecided(
                statement=self.statements[one],
                score=float(difference[one]),
                low=max(float(low[one]), -1.0),
                high=min(float(difference[one] + Z * error[one]), 1.0),
                most=self.table.ids[most[one]],
                least=self.table.ids[least[one]],
                votes_needed=needed,
                by_group=self.table.by_group[one],
            )
            for one, needed in zip(chosen.tolist(), self._votes_needed(chosen).tolist(), strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (one.votes_needed, one.statement)))

    def _votes_needed(self, chosen: NDArray[np.intp]) -> NDArray[np.int64]:
        """Further votes on each chosen statement, which fall to groups as so far (or by size).

        With h more votes the variance of a group is a / (b + s h): a = p (1 - p), b its votes plus 2, s its share
        of new votes. The two variances may add up to (difference / Z)²: a quadratic equation in h.
        """
        most, least, difference, _, _ = (one[chosen] for one in self._pairs)
        pair = np.stack([most, least])
        agree, seen = self.table.agree[pair, chosen], self.table.seen[pair, chosen]
        total = np.maximum(self.table.seen[:, chosen].sum(axis=0), 1.0)
        a, b = agree * (1 - agree), seen + 2.0
        s = np.maximum(seen, self.sizes[pair] / self.sizes.sum()) / total
        aim = (difference / Z) ** 2
        square, plain = aim * s[0] * s[1], aim * (b * s[::-1]).sum(axis=0) - (a * s[::-1]).sum(axis=0)
        rest = aim * b[0] * b[1] - (a * b[::-1]).sum(axis=0)
        root = np.sqrt(np.maximum(plain**2 - 4 * square * rest, 0.0))
        return np.asarray(np.clip(np.ceil((root - plain) / (2 * square)), 1, MOST_VOTES), np.int64)
