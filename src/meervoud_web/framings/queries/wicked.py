"""Where people differ over three questions, as plain sums: no rows, no database.

Nothing moves before five people said something new, so that nobody's answer shows by subtraction.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

FEWEST = 5
"""Fewer people than this are never shown apart."""
NEARLY_ALL, A_FIFTH = 0.8, 0.2
HIGH, LOW, LEVELS = 4, 2, 5

Levels = tuple[int, int, int]
Who = TypeVar("Who", bound=Hashable)
Said = TypeVar("Said")


class Verdict(StrEnum):
    """What the answers together say."""

    TOO_FEW = "too-few"
    TAME = "tame"
    BETWEEN = "between"
    WICKED = "wicked"


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How the answers to one question lie: how many people at each level, from no to yes."""

    counts: tuple[int, ...]

    @property
    def people(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def in_favour(self) -> int:
        """How many say yes, or rather yes."""
        return sum(self.counts[HIGH - 1 :])

    @property
    def yes(self) -> float:
        """The share that says yes, or rather yes."""
        return self.in_favour / self.people if self.people else 0.0

    @property
    def no(self) -> float:
        """The share that says no, or rather not."""
        return sum(self.counts[:LOW]) / self.people if self.people else 0.0

    @property
    def differs(self) -> bool:
        """Whether people stand on both sides: at least a fifth on each."""
        return min(self.yes, self.no) >= A_FIFTH


def settled(said: Sequence[tuple[Who, Said]]) -> dict[Who, Said]:
    """What counts of all that was said, in the order of saying: each time that five people said something new.

    The last word of each person counts. What fewer than five people said since waits for the others.
    """
    counted: dict[Who, Said] = {}
    fresh: dict[Who, Said] = {}
    for person, words in said:
        fresh[person] = words
        if len(fresh) >= FEWEST:
            counted |= fresh
            fresh = {}
    return counted


def spreads(answers: Sequence[Levels]) -> tuple[Spread, Spread, Spread]:
    """How the answers to each of the three questions lie."""
    first, second, third = (_spread([levels[question] for levels in answers]) for question in range(3))
    return first, second, third


def verdict(answers: Sequence[Levels]) -> Verdict:
    """Tame where nearly everybody says yes three times; wicked where fewer than half do so to any question."""
    if len(answers) < FEWEST:
        return Verdict.TOO_FEW
    each = spreads(answers)
    if all(spread.yes >= NEARLY_ALL for spread in each):
        return Verdict.TAME
    return Verdict.WICKED if any(spread.yes < 1 / 2 for spread in each) else Verdict.BETWEEN


def broken_down(answers: Mapping[str, Sequence[Levels]], *, others: str) -> dict[str, tuple[Levels, ...]]:
    """The answers by group, where nobody can be found by what is left out.

    Groups under five go together as ``others``; while those are under five too, the smallest group joins them, for
    the whole minus what is shown would show them. What is not two groups in the end is not broken down.
    """
    large = {name: tuple(group) for name, group in answers.items() if len(group) >= FEWEST}
    rest = tuple(levels for group in answers.values() if len(group) < FEWEST for levels in group)
    while rest and len(rest) < FEWEST and large:
        smallest = min(large, key=lambda name: (len(large[name]), name))
        rest += large.pop(smallest)
    shown = large | ({others: rest} if rest else {})
    return shown if len(shown) > 1 else {}


def _spread(levels: Sequence[int]) -> Spread:
    return Spread(counts=tuple(levels.count(level) for level in range(1, LEVELS + 1)))
