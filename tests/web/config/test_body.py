"""A request comes in whole and of a modest size, whatever its headers say of its length."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client

from meervoud_web.challenges.models import Challenge
from meervoud_web.config.asgi import application
from meervoud_web.config.body import Body
from meervoud_web.conversations.models import Conversation
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson
from tests.web.conversations.uploads import GOOD_CSV

pytestmark = pytest.mark.django_db
ADDRESS = "/opgaven/thuis/stellingenrondes/nieuw/"
PIECE = 1024 * 1024


@contextmanager
def one_database() -> Iterator[None]:
    """Keep the connection that a test works in open, as Django's own client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def browser(make_person: MakePerson, client_of: ClientOf) -> Client:
    """A facilitator's browser, with the form open on its screen."""
    person: Person = make_person(Role.FACILITATOR)
    Challenge.objects.create(title="Samen langer thuis", slug="thuis", question="Hoe?")
    client = client_of(person)
    client.get(ADDRESS)
    return client


def form(client: Client, file: bytes) -> bytes:
    """What a browser sends for the form: its token, its fields and the file."""
    fields = {
        "csrfmiddlewaretoken": client.cookies[settings.CSRF_COOKIE_NAME].value,
        "title": "Wat helpt u?",
        "assurance": "0",
    }
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n' for key, text in fields.items()
    ]
    file_head = '--x\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
    return "".join([*parts, file_head]).encode() + file + b"\r\n--x--\r\n"


def send(client: Client, body: Iterator[bytes], *, length: int | None = None) -> tuple[int, str]:
    """Post a body in pieces, as a server hands it over, and give status and page."""
    cookies = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
    headers = [
        (b"host", b"localhost"),
        (b"content-type", b"multipart/form-data; boundary=x"),
        (b"cookie", cookies.encode()),
        (b"transfer-encoding", b"chunked") if length is None else (b"content-length", str(length).encode()),
    ]
    scope = {"type": "http", "method": "POST", "path": ADDRESS, "query_string": b"", "headers": headers}
    with one_database():
        return _answer(scope, body)


@async_to_sync
async def _answer(scope: dict[str, Any], body: Iterator[bytes]) -> tuple[int, str]:
    messages: Iterator[Mapping[str, Any]] = chain(
        ({"type": "http.request", "body": piece, "more_body": True} for piece in body), [{"type": "http.request"}]
    )
    sent: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        for message in messages:
            return message
        await asyncio.Event().wait()  # nothing more comes: the sender waits for the answer
        raise AssertionError

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    # Not through the outer door: that runs the page in a thread that does not see what a test wrote down.
    await application.handle(scope, receive, send)
    return sent[0]["status"], b"".join(message["body"] for message in sent[1:]).decode()


def pieces(body: bytes) -> Iterator[bytes]:
    return (body[place : place + PIECE] for place in range(0, len(body), PIECE))


def test_a_file_that_does_not_say_how_long_it_is_comes_in_whole(browser: Client) -> None:
    status, _ = send(browser, pieces(form(browser, GOOD_CSV)))
    assert status == 302
    assert Conversation.objects.get().vote_count == 96


@pytest.mark.parametrize("length", [None, 50 * PIECE, 100])
def test_fifty_megabytes_are_too_large_whatever_they_say_of_their_length(
    browser: Client, length: int | None
) -> None:
    status, page = send(browser, pieces(form(browser, b"a,b,1\n" * (50 * PIECE // 6))), length=length)
    assert status == 413
    assert "Dit bestand is te groot" in page
    assert not Conversation.objects.exists()


def test_what_is_too_large_is_not_kept_while_it_comes_in() -> None:
    body = Body(max_size=PIECE)
    most = 0
    for _ in range(100):
        body.take(b"x" * PIECE)
        most = max(most, body.tell())
    assert body.length == 100 * PIECE
    assert most <= settings.MAX_REQUEST_BYTES
    assert body.read() == b""


def test_a_form_that_was_cut_off_is_refused_and_changes_nothing(browser: Client) -> None:
    whole = form(browser, GOOD_CSV)
    cut = whole[: whole.rindex(b"\n", 0, -100) + 1]
    for length in (None, len(whole), len(cut)):
        status, page = send(browser, pieces(cut), length=length)
        assert status == 400
        assert "Dit verzoek begrijpen wij niet" in page
    assert not Conversation.objects.exists()


def test_a_disk_that_fills_up_while_a_file_comes_in_is_said_in_words_and_changes_nothing(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_body: Body, _piece: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Body, "write", full)
    status, page = send(browser, pieces(form(browser, GOOD_CSV)))
    assert status == 503
    assert "Het lukt nu even niet" in page
    assert not Conversation.objects.exists()
