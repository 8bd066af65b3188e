"""What sets groups apart: representative statements, divides, minority voices, and what is undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.agreement import Table, difference_p
from meervoud.landscape.pairs import Pairs, corrected, votes_needed
from meervoud.landscape.result import Divide, MinorityVoice, Representative, Stance, Undecided

Floats = NDArray[np.float64]

FALSE_FINDS = 0.05
"""At most this share of what is named may be chance (false discovery rate)."""
MOST_REPRESENTATIVE = 10
HELD = 0.5
"""A group holds a stance when at least this share has it: the point where one may say "the group agrees".

Both sides of a divide are told by it (one group holds the statement, another does not), and both sides of a
minority voice (the group holds it, everybody else together does not). Nine of ten against seven of ten is a
difference in degree: it can be shown, and yet both agree.
"""
LEAST_DIFFERENCE = 0.10
"""One in ten: a smaller difference between groups is neither a divide nor worth more votes.

With many votes any difference becomes sure; 51 against 49 of a hundred would divide a city. One in ten is about
what a group may be off because of who happened to take part, so less than that should not be built on.
"""
SMALL = 0.35
"""A group with at most this share of the people, and not the largest, is a minority.

Of three about equal groups each is one; of two, the smaller is as long as it is outnumbered by nearly two to one.
"""
OVERLOOKED = 0.25
"""And its voice is overlooked where the others have the stance this much less often.

The lower end of what the group says, at least one half, then lies well away from what everybody else says.
"""
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
        both = np.broadcast_to((table.seen > 0) & (others.seen > 0), raw.shape)
        return dict(zip(STANCES, corrected(raw, both=both), strict=True))

    def representative(self, group: int) -> tuple[Representative, ...]:
        """The statements in which a group differs most from the others, and holds a stance itself."""
        found: list[Representative] = []
        for stance, at in STANCES.items():
            share, other = self.table.share(stance=at)[group], self.table.others.share(stance=at)[group]
            p = self._against_others[stance][group]
            clear = (p <= FALSE_FINDS) & (share >= HELD) & (share > other)
            low, high = self.table.bounds(group, stance=at, where=clear)
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
                for one in np.flatnonzero(clear).tolist()
            )
        found.sort(key=lambda one: (round(one.others - one.low, 9), one.statement))
        return tuple(found[:MOST_REPRESENTATIVE])

    def minority_voices(self) -> tuple[MinorityVoice, ...]:
        """What a small group holds and everybody else together does not, clearest first."""
        share_of_people = self.sizes / max(float(self.sizes.sum()), 1e-12)
        largest = int(share_of_people.argmax())
        small = [g for g in range(len(self.table.ids)) if g != largest and share_of_people[g] <= SMALL]
        found = [voice for group in small for voice in self._voices(group)]
        return tuple(sorted(found, key=lambda one: (-round(one.score, 9), one.statement, one.group)))

    def _voices(self, group: int) -> Iterator[MinorityVoice]:
        for stance, at in STANCES.items():
            share, other = self.table.share(stance=at)[group], self.table.others.share(stance=at)[group]
            clear = (
                (self._against_others[stance][group] <= FALSE_FINDS)
                & (other < HELD)
                & (share - other >= OVERLOOKED)
            )
            low, high = self.table.bounds(group, stance=at, where=clear)
            for one in np.flatnonzero(low >= HELD).tolist():
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
    def _pairs(self) -> Pairs:
        return Pairs.of(self.table)

    @cached_property
    def _sure(self) -> NDArray[np.bool_]:
        """Whether a difference is beyond doubt, by itself and among so many, shape (pairs, m)."""
        return np.asarray((self._pairs.p <= FALSE_FINDS) & (self._pairs.low > 0))

    @cached_property
    def _dividing(self) -> NDArray[np.bool_]:
        """Whether two groups surely differ, and one holds the statement and the other does not, (pairs, m)."""
        pairs, columns = self._pairs, np.arange(len(self.statements))
        agree = self.table.agree
        across = (agree[pairs.most, columns] > HELD) & (agree[pairs.least, columns] < HELD)
        return np.asarray(self._sure & across & (pairs.difference >= LEAST_DIFFERENCE))

    def divides(self) -> tuple[Divide, ...]:
        """The statements that one group holds and another does not, beyond doubt; the surest difference first.

        Of several such pairs of groups the one with the surest difference is named.
        """
        if len(self.table.ids) < 2:
            return ()
        pair = self._pairs.picked(np.where(self._dividing, self._pairs.low, -np.inf).argmax(axis=0))
        low, high = pair.low, pair.high
        chosen = np.flatnonzero(self._dividing.any(axis=0))
        return tuple(
            Divide(
                statement=self.statements[one],
                score=float(pair.difference[one]),
                low=float(low[one]),
                high=float(high[one]),
                most=self.table.ids[pair.most[one]],
                least=self.table.ids[pair.least[one]],
                by_group=self.table.by_group[one],
            )
            for one in chosen[np.lexsort((chosen, -np.round(low[chosen], 12)))].tolist()
        )

    def undecided(self) -> tuple[Undecided, ...]:
        """The statements on which a difference is expected and not yet beyond doubt, nearest to an answer first.

        Looked at are the two groups that lie farthest apart. A statement on which these differ by at least
        ``LEAST_DIFFERENCE`` is a divide, or undecided, or both groups are surely on the same side of one half:
        there is nothing in between. Where the interval has left zero by itself (``low`` above 0) and yet so many
        statements are looked at that it may be chance, it is undecided too, and nearest to an answer.
        """
        if len(self.table.ids) < 2:
            return ()
        place = self._pairs.difference.argmax(axis=0)
        pair, sure = self._pairs.picked(place), self._sure[place, np.arange(place.size)]
        open_ = (pair.difference >= LEAST_DIFFERENCE) & ~sure & ~self._dividing.any(axis=0)
        low, high, chosen = pair.low, pair.high, np.flatnonzero(open_)
        needed = votes_needed(self.table, pair, chosen, sizes=self.sizes)
        found = [
            Undecided(
                statement=self.statements[one],
                score=float(pair.difference[one]),
                low=float(low[one]),
                high=float(high[one]),
                most=self.table.ids[pair.most[one]],
                least=self.table.ids[pair.least[one]],
                votes_needed=further,
                by_group=self.table.by_group[one],
            )
            for one, further in zip(chosen.tolist(), needed.tolist(), strict=True)
        ]
        return tuple(sorted(found, key=lambda one: (one.votes_needed, -round(one.low, 12), one.statement)))
