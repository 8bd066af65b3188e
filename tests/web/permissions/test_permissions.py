"""Default deny: every address, every role, one's own things and those of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from meervoud_web.people.models import Person, Role
from tests.web.permissions import house, live, paper, rounds, running, taking_part
from tests.web.permissions.matrix import LOG_IN, VISITORS, Matrix, Row

ROWS: Matrix = house.ROWS | live.ROWS | paper.ROWS | rounds.ROWS | running.ROWS | taking_part.ROWS
OBJECTS = house.OBJECTS | live.OBJECTS | paper.OBJECTS | rounds.OBJECTS | running.OBJECTS | taking_part.OBJECTS
EVERY_ROW = [(name, row) for name, rows in ROWS.items() for row in rows]

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


@pytest.mark.parametrize(("name", "row"), EVERY_ROW, ids=str)
def test_everyone_gets_the_answer_that_the_matrix_promises(
    name: str, row: Row, person_behind: Callable[[str], Person | None], administrator: Person
) -> None:
    wrong = []
    for visitor in VISITORS:
        with transaction.atomic():
            person, client = person_behind(visitor), Client()
            if person is not None:
                client.force_login(person)
            given = answer_of(ask(client, name, row, person))
            if given != row.answer_for(visitor):
                wrong.append(f"{visitor} gets {given}, not {row.answer_for(visitor)}")
            transaction.set_rollback(True)  # so that one visitor does not change what the next one finds
    assert not wrong, f"{name}, {row}: " + "; ".join(wrong)


@pytest.mark.parametrize("name", ROWS)
def test_a_post_without_its_token_is_refused_everywhere(name: str, administrator: Person) -> None:
    address = reverse(name, kwargs=OBJECTS[ROWS[name][0].of](administrator))
    for person in (None, administrator):
        client = Client(enforce_csrf_checks=True)
        if person is not None:
            client.force_login(person)
        assert client.post(address).status_code == 403


@pytest.mark.parametrize("name", ROWS)
def test_no_address_takes_a_method_that_the_matrix_does_not_name(name: str, administrator: Person) -> None:
    client, methods = Client(), {row.method for row in ROWS[name]}
    client.force_login(administrator)
    address = reverse(name, kwargs=OBJECTS[ROWS[name][0].of](administrator))
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - methods:
        assert client.generic(method, address).status_code == 405, method


@pytest.mark.parametrize(("name", "row"), EVERY_ROW, ids=str)
def test_every_answer_carries_the_headers_that_protect_its_reader(
    name: str, row: Row, administrator: Person
) -> None:
    logged_in = Client()
    logged_in.force_login(administrator)
    for client in (Client(), logged_in):
        response = ask(client, name, row, administrator)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        if name == ON_OTHER_SITES and response.status_code == 200:
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
        if client is logged_in or response.cookies:
            assert response["Cache-Control"] == "private, no-store"
