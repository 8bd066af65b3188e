"""Confidence in five words, and since when an assumption sleeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Word(StrEnum):
    """Five words for a number that would look more precise than it is."""

    BROKEN = "broken"
    SHAKY = "shaky"
    OPEN = "open"
    LIKELY = "likely"
    FIRM = "firm"


BOUNDS: Mapping[Word, float] = MappingProxyType(
    {Word.BROKEN: 0.0, Word.SHAKY: 0.30, Word.OPEN: 0.45, Word.LIKELY: 0.65, Word.FIRM: 0.85}
)
"""From which confidence on each word holds. Doubt shows before trust; under 30 % is the alarm."""


def word_for(confidence: float) -> Word:
    """Say confidence in one of five words.

    Examples
    --------
    >>> [word_for(confidence).value for confidence in (0.02, 0.3, 0.5, 0.65, 0.98)]
    ['broken', 'shaky', 'open', 'likely', 'firm']
    """
    told = round(confidence, 9)  # so that 0.3 as the outcome of a calculation is 0.3
    return next(word for word, bound in reversed(tuple(BOUNDS.items())) if told >= bound)


def sleeps_since(last: date, *, today: date) -> date | None:
    """The day on which an assumption fell asleep: a year after its ``last`` evidence; ``None`` while it is awake.

    Examples
    --------
    >>> sleeps_since(date(2024, 2, 29), today=date(2025, 3, 1))
    datetime.date(2025, 3, 1)
    >>> sleeps_since(date(2024, 2, 29), today=date(2025, 2, 28)) is None
    True
    """
    try:
        asleep = last.replace(year=last.year + 1)
    except ValueError:  # the 29th of February
        asleep = date(last.year + 1, 3, 1)
    return asleep if asleep <= today else None
