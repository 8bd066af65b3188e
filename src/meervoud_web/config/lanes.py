"""The threads in which pages are made: a fixed number, each with a database connection that stays open.

Without this every request would get a thread of its own and open the database anew. A request stays in one lane;
it gets the one where the least is waiting, so that a slow page holds up nobody but itself.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
LANES = 3
"""More would wait for one another: Python runs one at a time, and SQLite lets one write at a time."""


class Lane(ThreadPoolExecutor):
    """One thread, which knows how much waits for it."""

    def __init__(self, number: int) -> None:
        super().__init__(max_workers=1, thread_name_prefix=f"lane-{number}")
        self.waiting = 0
        self.lock = Lock()

    def submit(self, function: Callable[..., T], /, *args: Any, **more: Any) -> Future[T]:
        with self.lock:
            self.waiting += 1
        future = super().submit(function, *args, **more)
        future.add_done_callback(self._one_less)
        return future

    def _one_less(self, _: object) -> None:
        with self.lock:
            self.waiting -= 1


class Lanes:
    """All lanes of this process."""

    def __init__(self, many: int = LANES) -> None:
        self.lanes = [Lane(number) for number in range(many)]
        self.turns = count()

    def quietest(self) -> Lane:
        """The lane where the least waits; where it is equally quiet everywhere, each in turn."""
        turn = next(self.turns) % len(self.lanes)
        return min(self.lanes[turn:] + self.lanes[:turn], key=lambda lane: lane.waiting)
