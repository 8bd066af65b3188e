"""A database that is away for a while, as people and programs hear of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client

from meervoud_web.config.sqlite3 import base
from meervoud_web.rounds.codes import form_token
from meervoud_web.rounds.models import Receipt, Round
from meervoud_web.ui.outage import is_outage
from tests.web.rounds.making import open_round, statement_ids

SENTENCE = "Het lukt nu even niet"


@pytest.fixture
def round_(transactional_db: None) -> Round:
    if connection.vendor != "sqlite":
        pytest.skip("a lock of this kind is SQLite's")
    return open_round()


@contextmanager
def locked_by_somebody_else(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(base, "LONGEST_WAIT_SECONDS", 0.05)
    monkeypatch.setattr(base, "SHORT_WAIT_SECONDS", 0.02)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()
        monkeypatch.undo()


def reacted(round_: Round) -> HttpResponse:
    client = Client(raise_request_exception=False)
    client.cookies["deelnemer"] = "wie-reageert"
    data: dict[str, Any] = {
        "token": form_token("wie-reageert", round_id=round_.pk),
        "request_id": str(uuid4()),
        "stelling": statement_ids(round_)[0],
        "reactie": "eens",
    }
    return client.post(f"/r/{round_.code}/stelling/", data)


def test_a_locked_database_is_said_in_words_and_works_again(
    round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    with locked_by_somebody_else(monkeypatch):
        answer = reacted(round_)
        assert answer.status_code == 503
        assert SENTENCE in answer.content.decode()
        assert int(answer["Retry-After"]) > 0
        assert answer["Cache-Control"] == "private, no-store"
        assert Client().get(f"/r/{round_.code}/").status_code == 200  # reading goes on
        program = Client(raise_request_exception=False)
        answer = program.post(f"/v1/rounds/{round_.code}/participations")
        assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
        assert SENTENCE in answer.json()["title"]
        assert answer["Retry-After"]
    assert Receipt.objects.count() == 0
    assert reacted(round_).status_code == 303
    assert Receipt.objects.count() == 1


def error_of(number: int) -> OperationalError:
    cause = sqlite3.OperationalError("x")
    cause.sqlite_errorcode = number
    error = OperationalError("x")
    error.__cause__ = cause
    return error


def test_a_mistake_of_ours_is_no_outage() -> None:
    for number in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_BUSY_SNAPSHOT,
        sqlite3.SQLITE_IOERR_WRITE,
    ):
        assert is_outage(error_of(number))
    assert is_outage(InterfaceError("connection already closed"))
    assert is_outage(OSError(28, "No space left on device"))
    assert not is_outage(error_of(sqlite3.SQLITE_ERROR))  # no such table
    assert not is_outage(FileNotFoundError(2, "x"))
    assert not is_outage(ValueError("x"))
    assert not is_outage(None)
