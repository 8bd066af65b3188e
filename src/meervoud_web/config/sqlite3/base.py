"""SQLite lets one write at a time. Who finds it busy sleeps and tries again, ever longer, while others pass by.

So the threads of one process stand in line before they ask: the next one begins the moment the last one is done.
Other processes, such as the worker, still wait as SQLite has it.
"""

from __future__ import annotations

from collections import defaultdict
from threading import Lock

from django.db.backends.sqlite3 import base

LONGEST_WAIT_SECONDS = 20.0
"""As long as SQLite itself would wait; who had no turn by then tries all the same, and hears that it is locked."""

_turns: defaultdict[str, Lock] = defaultdict(Lock)
"""One line for each database."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn before it begins a transaction."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _take_turn(self) -> None:
        if not self._has_turn:
            self._has_turn = self._turn.acquire(timeout=LONGEST_WAIT_SECONDS)

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self._turn.release()

    @property
    def _turn(self) -> Lock:
        return _turns[str(self.settings_dict["NAME"])]
