"""Default deny: every address, every role, one's own things and those of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from zlib import crc32

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from meervoud_web.people.models import Person, Role
from tests.web.permissions import (
    course,
    dissent,
    dossiers,
    feedback,
    framings,
    handing_over,
    house,
    initiatives,
    live,
    notes,
    paper,
    papers,
    personal,
    rounds,
    running,
    search,
    signals,
    stories,
    taking_part,
)
from tests.web.permissions.matrix import LOG_IN, VISITORS, Matrix, Row

ROOMS = (
    course,
    dossiers,
    dissent,
    feedback,
    framings,
    handing_over,
    house,
    initiatives,
    live,
    notes,
    paper,
    papers,
    personal,
    rounds,
    running,
    search,
    signals,
    stories,
    taking_part,
)
ROWS: Matrix = {name: rows for room in ROOMS for name, rows in room.ROWS.items()}
OBJECTS = {name: make for room in ROOMS for name, make in room.OBJECTS.items()}

ON_OTHER_SITES = "conversations:embed"
"""The only page that may stand in a frame of another site."""

pytestmark = pytest.mark.django_db


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if prefix == "api:":  # tokens and no roles: tests/web/api/test_permissions.py
            continue
        if isinstance(pattern, URLPattern):
            yield prefix + str(pattern.name)
        else:
            yield from addresses(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)


@pytest.fixture
def person_behind(make_person: Callable[..., Person]) -> Callable[[str], Person | None]:
    def make(visitor: str) -> Person | None:
        if visitor == "anonymous":
            return None
        if visitor == "deactivated":
            return make_person(Role.ADMINISTRATOR, is_active=False)
        if visitor == "term_is_over":
            return make_person(Role.EXTERNAL_ADVISER, ends_on=timezone.localdate() - timedelta(days=1))
        return make_person(Role(visitor.replace("_", "-")))

    return make


def ask(client: Client, name: str, row: Row, person: Person | None) -> HttpResponse:
    address = reverse(name, kwargs=OBJECTS[row.of](person))
    return client.generic("POST", address, **form(row.data)) if row.method == "POST" else client.get(address)


def form(data: dict[str, Any]) -> dict[str, Any]:
    return {"data": urlencode(data, doseq=True), "content_type": "application/x-www-form-urlencoded"}


def answer_of(response: HttpResponse) -> int | str:
    if response.status_code == 302 and response["Location"].startswith(f"{reverse('people:log_in')}?next="):
        return LOG_IN
    return response.status_code


def test_every_address_is_in_the_matrix() -> None:
    assert set(addresses()) == set(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_everyone_gets_the_answer_that_the_matrix_promises_with_the_headers_that_protect_them(
    name: str,
    person_behind: Callable[[str], Person | None],
    administrator: Person,
    pytestconfig: pytest.Config,
) -> None:
    """Whoever a row names comes by, and one of those who share a word; with ``--each-visitor`` all of them."""
    wrong = []
    turn = crc32(name.encode())  # so that over all addresses everyone comes by
    coming = {
        row: VISITORS if pytestconfig.getoption("each_visitor") else row.visitors(turn) for row in ROWS[name]
    }
    for row in ROWS[name]:
        OBJECTS[row.of](administrator)  # once, to be found by all who come
    for visitor in VISITORS:
        rows = [row for row in ROWS[name] if visitor in coming[row]]
        with transaction.atomic():
            person, client = person_behind(visitor), Client()
            if person is not None:
                client.force_login(person)
            for row in rows:
                with transaction.atomic():
                    response = ask(client, name, row, person)
                    transaction.set_rollback(True)  # so that one question does not change what the next one finds
                given = answer_of(response)
                if given != row.answer_for(visitor):
                    wrong.append(f"{row}: {visitor} gets {given}, not {row.answer_for(visitor)}")
                protects(response, is_known=person is not None, may_be_framed=name == ON_OTHER_SITES)
            transaction.set_rollback(True)
    assert not wrong, f"{name}: " + "; ".join(wrong)


def protects(response: HttpResponse, *, is_known: bool, may_be_framed: bool) -> None:
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    if may_be_framed and response.status_code == 200:
        assert "frame-ancestors *;" in f"{policy};"
        assert "X-Frame-Options" not in response
        assert not response.cookies
    else:
        assert "frame-ancestors 'none'" in policy
        assert response["X-Frame-Options"] == "DENY"
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]
    assert "Cookie" in response["Vary"]
    if is_known or response.cookies:
        assert response["Cache-Control"] == "private, no-store"


def test_a_post_without_its_token_is_refused_everywhere(administrator: Person) -> None:
    logged_in = Client(enforce_csrf_checks=True)
    logged_in.force_login(administrator)
    for name, rows in ROWS.items():
        address = reverse(name, kwargs=OBJECTS[rows[0].of](administrator))
        for client in (Client(enforce_csrf_checks=True), logged_in):
            assert client.post(address).status_code == 403, name


def test_no_address_takes_a_method_that_the_matrix_does_not_name(administrator: Person) -> None:
    client = Client()
    client.force_login(administrator)
    for name, rows in ROWS.items():
        address = reverse(name, kwargs=OBJECTS[rows[0].of](administrator))
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - {row.method for row in rows}:
            assert client.generic(method, address).status_code == 405, f"{method} {name}"
