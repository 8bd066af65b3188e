"""Where reactions arrive while a round runs: the app that takes them in says so in its ``apps.py``.

So ``conversations`` knows no app above it. Without one, every conversation is as it was imported.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass


def _none(conversation_id: int) -> int:
    return 0


def _nobody(conversation_id: int, number: int) -> list[int]:
    return []


def _nowhere(conversation_id: int) -> str:
    return ""


def _not_yet(participant_id: int, number: int) -> bool:
    return False


def _never(conversation_id: int) -> bool:
    return False


def _none_of(conversation_ids: Collection[int]) -> set[int]:
    return set()


@dataclass(frozen=True)
class Arrivals:
    """What arrived, in numbers that only go up."""

    newest: Callable[[int], int] = _none
    """The number of the last reaction that arrived in a conversation."""
    people_since: Callable[[int, int], list[int]] = _nobody
    """The keys of the participants from whom something arrived after a number."""
    had_arrived: Callable[[int, int], bool] = _not_yet
    """Whether something of a participant had arrived up to a number."""
    is_running_here: Callable[[int], bool] = _never
    """Whether a round was ever held here, so that reactions may go on changing."""
    held_here: Callable[[Collection[int]], set[int]] = _none_of
    """The same for many at once: which of these."""
    take_part_at: Callable[[int], str] = _nowhere
    """The page where one takes part."""
    is_open: Callable[[int], bool] = _never
    """Whether people can react now."""


_arrivals = Arrivals()


def register_arrivals(given: Arrivals) -> None:
    """Say where reactions arrive."""
    global _arrivals
    _arrivals = given


def arrivals() -> Arrivals:
    """Return what was registered."""
    return _arrivals
