"""What a landscape is: the frozen answer of :func:`meervoud.landscape.analyse`.

All ids are the ids of the input, as text. Shares lie between 0 and 1. ``low`` and ``high`` are the ends of a
90 % interval. A field is ``None`` where it was not computed or cannot be known; it is never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Verdict = Literal["groups", "spectrum", "none"]
Stance = Literal["agree", "disagree"]


@dataclass(frozen=True)
class Counts:
    """How much was said: everything in the input counts, moderated-out statements too."""

    participants: int
    participants_placed: int
    statements: int
    votes: int
    agree: int
    disagree: int
    pass_: int


@dataclass(frozen=True)
class Tally:
    """The exact current votes on one statement; ``moderated`` is true when it stays out of all else."""

    statement: str
    agree: int
    disagree: int
    pass_: int
    moderated: bool


@dataclass(frozen=True)
class Null:
    """How likely each null model is to look at least as structured: the p-value of each test.

    ``shuffle``: votes shuffled within statements (no pattern). ``spectrum``: people differ gradually, along one
    smooth latent trait or, where they differ in several directions, along as many (the larger of the two chances).
    Structure is said to be there when the p-value is at most 0.01.
    """

    shuffle: float | None = None
    spectrum: float | None = None


@dataclass(frozen=True)
class Structure:
    """Whether people stand together, and how sure that is.

    Attributes
    ----------
    verdict
        ``groups``, ``spectrum`` (people differ gradually) or ``none`` (no pattern beyond chance).
    silhouette
        Mean silhouette of the grouping in the plane of the picture, -1 to 1.
    null
        The p-values of the two tests behind the verdict.
    k, k_certainty
        The number of groups, and the share of bootstrap resamples that finds the same number.
    k_share
        How often the resamples found each number of groups.
    dimensions
        How many independent lines of difference rise above shuffled votes.
    """

    verdict: Verdict | None
    silhouette: float | None
    null: Null
    k: int | None
    k_certainty: float | None
    k_share: Mapping[str, float]
    dimensions: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one group says to one statement: counts, and the share that agrees with its interval."""

    agree: int
    disagree: int
    pass_: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Representative:
    """A statement that sets a group apart: the group's share with this stance, against all others."""

    statement: str
    stance: Stance
    share: float
    low: float
    high: float
    others: float
    p: float


@dataclass(frozen=True)
class Group:
    """People who stand together, in their own statements (at most ten, strongest first)."""

    id: str
    size: int
    representative: tuple[Representative, ...]


@dataclass(frozen=True)
class Member:
    """One person's place.

    ``group`` is ``None`` when the person is not placed or when there are no groups. ``reliability`` (0 to 1)
    is the share of the variance of the position that is signal; it is low after few votes. ``certainty`` is
    the share of resamples that put the person with the same people.
    """

    group: str | None
    x: float
    y: float
    reliability: float
    certainty: float | None


@dataclass(frozen=True, eq=False)
class Members(Mapping[str, Member]):
    """The places of all participants, kept as columns; reads as ``{participant: Member}``."""

    ids: tuple[str, ...]
    group: NDArray[np.int32]
    """Index into ``group_ids`` for each participant, or -1."""
    group_ids: tuple[str, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    reliability: NDArray[np.float64]
    certainty: NDArray[np.float64]
    """Not a number where it is unknown."""
    _rows: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    def __getitem__(self, participant: str) -> Member:
        if not self._rows:
            self._rows.update((name, row) for row, name in enumerate(self.ids))
        row = self._rows[participant]
        group, certainty = int(self.group[row]), float(self.certainty[row])
        return Member(
            group=self.group_ids[group] if group >= 0 else None,
            x=float(self.x[row]),
            y=float(self.y[row]),
            reliability=float(self.reliability[row]),
            certainty=None if np.isnan(certainty) else certainty,
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Bridge:
    """How far a statement carries across everyone: ``score`` 0 to 1, best first."""

    statement: str
    score: float
    low: float
    high: float
    by_group: Mapping[str, Agreement]


@dataclass(frozen=True)
class Divide:
    """A statement that one group holds and another does not.

    ``score`` is the difference in agreement between the two groups that differ most surely: ``most`` has a share
    above one half, ``least`` below, and they are at least 0.1 apart beyond doubt.
    """

    statement: str
    score: float
    low: float
    high: float
    most: str
    least: str
    by_group: Mapping[str, Agreement]


@dataclass(frozen=True)
class MinorityVoice:
    """What a small group holds and everybody else together does not.

    ``share`` is the share of the group with this stance (``low``, ``high`` its interval; one half or more beyond
    doubt), ``others`` that of everyone else (under one half), ``score`` how far the two lie apart beyond doubt.
    """

    statement: str
    group: str
    stance: Stance
    score: float
    share: float
    low: float
    high: float
    others: float
    by_group: Mapping[str, Agreement]


@dataclass(frozen=True)
class Undecided:
    """A difference between the two groups farthest apart that cannot be told yet.

    ``score`` is the expected difference in agreement, at least 0.1; ``votes_needed`` how many further votes, one
    at least, would let its 90 % interval leave zero (spread as so far). Where ``low`` is above 0 it has left zero
    already, and yet may be chance because so many statements are looked at.
    """

    statement: str
    score: float
    low: float
    high: float
    most: str
    least: str
    votes_needed: int
    by_group: Mapping[str, Agreement]


@dataclass(frozen=True)
class Suspicion:
    """Accounts that repeat one pattern of votes more often than chance allows; they count as one."""

    participants: tuple[str, ...]
    statements: tuple[str, ...]
    p: float


@dataclass(frozen=True)
class WithCopies:
    """What the result would have been had suspected copies counted in full."""

    verdict: Verdict | None
    k: int | None
    bridges: Mapping[str, float]


@dataclass(frozen=True)
class Method:
    """What is needed to compute the same again."""

    name: str
    version: str
    parameters: Mapping[str, object]
    seed: int
    input_hash: str


@dataclass(frozen=True)
class Landscape:
    """Who stands together, what divides, what is shared, and how sure that is."""

    counts: Counts
    tallies: tuple[Tally, ...]
    structure: Structure
    groups: tuple[Group, ...]
    members: Members
    bridges: tuple[Bridge, ...]
    divides: tuple[Divide, ...]
    minority_voices: tuple[MinorityVoice, ...]
    undecided: tuple[Undecided, ...]
    consensus_polis: Mapping[str, float]
    suspicious: tuple[Suspicion, ...]
    method: Method
    with_copies: WithCopies | None = None
