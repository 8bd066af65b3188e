"""Where the role of the government is not what somebody wants, through time: plain sums, no rows.

A position holds from its day until the next of the same kind. Each who wants something is set beside how it is: a
dumbbell from the one to the other, anew on each day on which one of the two moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MOST_SHOWN = 4
"""How many moments of one actor are shown: the last ones."""


@dataclass(frozen=True, kw_only=True)
class Position:
    """From ``since`` on it is ``rung``, according to ``who``; nobody in particular for how it really is."""

    who: str | None
    rung: int
    since: date


@dataclass(frozen=True, kw_only=True)
class Dumbbell:
    """How it was and what somebody wanted, from a day on."""

    since: date
    actual: int
    wanted: int

    @property
    def gap(self) -> int:
        """How many steps more government is wanted; less when negative."""
        return self.wanted - self.actual


@dataclass(frozen=True, kw_only=True)
class Strand:
    """One actor through time, oldest first."""

    who: str
    bells: tuple[Dumbbell, ...]

    @property
    def now(self) -> Dumbbell:
        """Where it stands today."""
        return self.bells[-1]


def strands(positions: Sequence[Position], *, on: date) -> list[Strand]:
    """Set what each wants beside how it is, up to ``on``; largest difference first.

    Of positions of one day the later in the row counts. Nothing is drawn of who wants something while nobody said
    how it is.
    """
    held = [position for position in positions if position.since <= on]
    wanting = dict.fromkeys(position.who for position in held if position.who is not None)
    found = [Strand(who=who, bells=bells) for who in wanting if (bells := _bells(held, who))]
    return sorted(found, key=lambda strand: -abs(strand.now.gap))


def _bells(held: Sequence[Position], who: str) -> tuple[Dumbbell, ...]:
    bells: list[Dumbbell] = []
    for day in sorted({position.since for position in held if position.who in (None, who)}):
        actual, wanted = _rung_on(held, None, day), _rung_on(held, who, day)
        if actual is None or wanted is None:
            continue
        if not bells or (bells[-1].actual, bells[-1].wanted) != (actual, wanted):
            bells.append(Dumbbell(since=day, actual=actual, wanted=wanted))
    return tuple(bells[-MOST_SHOWN:])


def _rung_on(held: Sequence[Position], who: str | None, day: date) -> int | None:
    theirs = [position for position in held if position.who == who and position.since <= day]
    # max() keeps the first of equals, so the row is turned round: the later one of a day counts.
    return max(reversed(theirs), key=lambda position: position.since).rung if theirs else None
