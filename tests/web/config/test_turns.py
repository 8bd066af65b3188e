"""Threads of one process that write to SQLite stand in line instead of trying again and again."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest
from django.db import connection, transaction
from django.db.backends.sqlite3 import base

from meervoud_web.challenges.models import Municipality

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets many write at once"),
]


def in_thread(act: object) -> threading.Thread:
    def run() -> None:
        try:
            act()  # type: ignore[operator]
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_who_comes_second_does_not_even_ask_before_the_first_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    begin = base.DatabaseWrapper._start_transaction_under_autocommit

    def ask(wrapper: base.DatabaseWrapper) -> None:
        asked.append(threading.current_thread().name)
        begin(wrapper)

    monkeypatch.setattr(base.DatabaseWrapper, "_start_transaction_under_autocommit", ask)
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            held.set()
            go.wait(5)

    def follow() -> None:
        with transaction.atomic():
            pass

    first = in_thread(hold)
    held.wait(5)
    second = in_thread(follow)
    time.sleep(0.5)
    assert asked == [first.name]
    go.set()
    first.join()
    second.join()
    assert asked == [first.name, second.name]


def test_a_turn_ends_also_when_the_work_fails_or_the_connection_is_closed_halfway() -> None:
    def fail() -> None:
        with contextlib.suppress(ZeroDivisionError), transaction.atomic():
            Municipality.objects.create(pk=1, name="Meerdam")
            raise ZeroDivisionError

    def close() -> None:
        connection.ensure_connection()
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        connection.close()

    for act in (fail, close):
        in_thread(act).join()
    begun = time.monotonic()
    with transaction.atomic():
        Municipality.objects.create(pk=1, name="Meerdam")
    assert time.monotonic() - begun < 5
    assert Municipality.objects.count() == 1
