"""Which signal deserves attention first (after Ansoff's register of weak signals, 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from math import log2

YEAR = 365


def weight(*, impact: int, strangeness: int, confirmations: int, days: int) -> float:
    """Impact x strangeness x log2(1 + independent confirmations), fading to nothing in twelve months.

    ``days`` have passed since it was last seen. What nobody else saw yet weighs nothing: see :func:`place`.
    """
    return impact * strangeness * log2(1 + confirmations) * freshness(days)


def freshness(days: int) -> float:
    """What is left after so many days: all of it today, nothing after a year."""
    return min(1.0, max(0.0, 1 - days / YEAR))


def place(*, impact: int, strangeness: int, confirmations: int, days: int) -> tuple[float, float]:
    """Where a signal stands, the highest first: by its weight, and among equals by what it could become."""
    weighs = weight(impact=impact, strangeness=strangeness, confirmations=confirmations, days=days)
    return weighs, impact * strangeness * freshness(days)


def independent(source: Hashable, others: Iterable[Hashable]) -> int:
    """How many others saw it: each source counts once, and who saw it first does not confirm themselves."""
    return len({*others} - {source})
