"""The residents of Meerdam: simulated people who react as their group does, each in their own way.

The same seed gives the same residents. What was planted is handed over with the votes, so that tests can see
whether it is found again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from meervoud import landscape
from meervoud_web.meerdam.content import LATE, SHARED, Planted, Round

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = 86_400_000
DAYS = 21
LATE_DAY = 16
"""Statements that came in late are seen from this day on only."""

COPIES = 9


@dataclass(frozen=True)
class Simulated:
    """The votes, and the truth behind them."""

    votes: landscape.Votes
    group_of: Mapping[str, str]
    """The planted group of each resident; copied accounts are not in it."""
    copies: frozenset[str]


def simulate(
    planned: Round, *, sizes: Mapping[str, int], seed: int, fewest: int = 10, with_copies: bool = False
) -> Simulated:
    """Let residents react.

    Parameters
    ----------
    planned
        The statements with the shares of each group.
    sizes
        How many residents each group has.
    fewest
        Most people react to this number of statements at least; one in twenty stops sooner.
    with_copies
        Add one short burst of accounts that all react alike, as somebody with a script would.
    """
    chance = np.random.default_rng(seed)
    groups = [planned.groups.index(name) for name, size in sizes.items() for _ in range(size)]
    chance.shuffle(groups)
    ballots = [_Ballot.of(planned, group, chance, fewest=fewest) for group in groups]
    names = [str(number + 1) for number in range(len(groups))]
    group_of = {name: planned.groups[group] for name, group in zip(names, groups, strict=True)}
    copies: list[str] = []
    if with_copies:
        copies = [str(len(groups) + number + 1) for number in range(COPIES)]
        ballots += _copied(planned, chance)
    return Simulated(_votes(planned, names + copies, ballots), group_of, frozenset(copies))


@dataclass(frozen=True)
class _Ballot:
    """What one person did: which statements, how, and when."""

    statements: NDArray[np.int64]
    values: NDArray[np.int64]
    times: NDArray[np.int64]

    @classmethod
    def of(cls, planned: Round, group: int, chance: np.random.Generator, *, fewest: int) -> _Ballot:
        """Let one person of a group come along once and react to a number of statements."""
        begin = _moment(chance)
        seen = [
            place
            for place, planted in enumerate(planned.statements)
            if planted.kind != LATE or begin >= LATE_DAY * DAY
        ]
        count = min(_patience(chance, fewest, len(planned.statements)), len(seen))
        statements = chance.permutation(np.array(seen, dtype=np.int64))[:count]
        values = np.array([_answer(planned.statements[place], group, chance) for place in statements.tolist()])
        times = begin + np.cumsum(chance.integers(4_000, 26_000, count))
        return cls(statements, values.astype(np.int64), times + round(START.timestamp() * 1000))


def _moment(chance: np.random.Generator) -> int:
    """Return when somebody comes along: many in the first days, others after a reminder, most in the evening."""
    is_early, is_evening = chance.random() < 0.55, chance.random() < 0.7
    day = min(int(chance.exponential(3.5)), DAYS - 1) if is_early else 9 + int(chance.integers(0, 12))
    hour = float(chance.normal(12.0, 2.6) if is_evening else chance.uniform(0, 15))
    return round(day * DAY + min(max(hour, 0.0), 15.0) * 3_600_000)


def _patience(chance: np.random.Generator, fewest: int, most: int) -> int:
    """Return how many statements somebody reacts to: few stop at once, many after a while, some never."""
    mood = chance.random()
    if mood < 0.05:
        return int(chance.integers(1, 7))
    if mood < 0.50:
        return int(chance.integers(fewest, 5 * fewest // 2))
    if mood < 0.85:
        return int(chance.integers(5 * fewest // 2, 9 * fewest // 2))
    return most


def _answer(planted: Planted, group: int, chance: np.random.Generator) -> int:
    agree, disagree = planted.shares[group]
    draw = chance.random()
    if draw < agree:
        return 1
    return -1 if draw < agree + disagree else 0


def _copied(planned: Round, chance: np.random.Generator) -> list[_Ballot]:
    """Return one pattern, nine times, within minutes of one night: against what everyone shares."""
    seen = [place for place, planted in enumerate(planned.statements) if planted.kind != LATE]
    statements = chance.permutation(np.array(seen, dtype=np.int64))[:24]
    values = np.array([-1 if planned.statements[place].kind == SHARED else 1 for place in statements.tolist()])
    night = round(START.timestamp() * 1000) + 11 * DAY + 18 * 3_600_000
    return [
        _Ballot(statements, values, night + number * 95_000 + np.arange(len(statements)) * 1_500)
        for number in range(COPIES)
    ]


def _votes(planned: Round, names: list[str], ballots: list[_Ballot]) -> landscape.Votes:
    numbers = [planted.number for planted in planned.statements]
    return landscape.Votes.from_arrays(
        participants=[name for name, ballot in zip(names, ballots, strict=True) for _ in ballot.values],
        statements=[numbers[place] for ballot in ballots for place in ballot.statements.tolist()],
        values=np.concatenate([ballot.values for ballot in ballots]),
        times=np.concatenate([ballot.times for ballot in ballots]),
        moderated={planted.number: planted.is_moderated for planted in planned.statements},
        texts={planted.number: planted.text for planted in planned.statements},
    )
