"""SQLite lets one write at a time. Who finds it busy sleeps and tries again, ever longer, while others pass by.

So the threads of one process stand in line before they ask: the next one begins the moment the last one is done.
Other processes, such as the worker, still wait as SQLite has it.

Once somebody outside kept it locked for so long that one of us gave up, nobody here waits that long again until it
is free: else all threads stand still, and pages that only read with them.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from threading import Lock
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

LONGEST_WAIT_SECONDS = 20.0
"""As long as SQLite itself would wait; who had no turn by then tries all the same, and hears that it is locked."""

SHORT_WAIT_SECONDS = 1.0

_locked: set[str] = set()
"""The databases that somebody outside keeps locked, as far as we know."""

_turns: defaultdict[str, Lock] = defaultdict(Lock)
"""One line for each database."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn before it begins a transaction."""

    _has_turn = False
    _patience = LONGEST_WAIT_SECONDS

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        self._patience = LONGEST_WAIT_SECONDS
        found: sqlite3.Connection = super().get_new_connection(conn_params)
        return found

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            self._be_patient()
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException as error:
            if _is_busy(error):
                _locked.add(self._name)
            self._end_turn()
            raise
        _locked.discard(self._name)

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

    def _be_patient(self) -> None:
        wanted = SHORT_WAIT_SECONDS if self._name in _locked else LONGEST_WAIT_SECONDS
        if wanted != self._patience and self.connection is not None:
            self.connection.execute(f"PRAGMA busy_timeout={wanted * 1000:.0f}")
            self._patience = wanted

    @property
    def _name(self) -> str:
        return str(self.settings_dict["NAME"])

    @property
    def _turn(self) -> Lock:
        return _turns[self._name]


def _is_busy(error: BaseException) -> bool:
    cause = error.__cause__
    return (
        isinstance(error, OperationalError) and getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    )
