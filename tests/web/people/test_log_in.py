from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from meervoud_web.people.actions.log_in import MOST_PER_ACCOUNT, MOST_PER_ADDRESS
from meervoud_web.people.models import LoginAttempt, Person, Role
from tests.web.conftest import PASSWORD, ClientOf, MakePerson


def try_to_log_in(client: Client, email: str, password: str = PASSWORD, **headers: Any) -> int:
    return client.post("/inloggen/", {"email": email, "password": password}, **headers).status_code


def is_in(client: Client) -> bool:
    return client.get("/mijn-pagina/").status_code == 200


def test_a_person_with_a_role_logs_in_and_out(client: Client, make_person: MakePerson) -> None:
    person = make_person(Role.CLERK)
    assert try_to_log_in(client, person.email) == 302
    assert is_in(client)
    client.post("/uitloggen/")
    assert not is_in(client)


def test_the_email_address_may_be_typed_in_capitals(client: Client, make_person: MakePerson) -> None:
    assert try_to_log_in(client, make_person(Role.CLERK).email.upper()) == 302


@pytest.mark.parametrize("email", ["mens1@meerdam.example", "niemand@meerdam.example"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    client: Client, make_person: MakePerson, email: str
) -> None:
    make_person(Role.CLERK, email="mens1@meerdam.example")
    response = client.post("/inloggen/", {"email": email, "password": "geen idee meer"})
    assert response.status_code == 200
    assert "horen niet bij elkaar" in response.content.decode()
    assert not is_in(client)


def test_a_deactivated_person_cannot_log_in(client: Client, make_person: MakePerson) -> None:
    try_to_log_in(client, make_person(Role.ADMINISTRATOR, is_active=False).email)
    assert not is_in(client)


def test_a_person_without_a_role_cannot_log_in(client: Client, make_person: MakePerson) -> None:
    try_to_log_in(client, make_person().email)
    assert not is_in(client)


def test_an_adviser_whose_term_is_over_is_out_while_logged_in(
    make_person: MakePerson, client_of: ClientOf
) -> None:
    adviser = make_person(Role.EXTERNAL_ADVISER)
    client = client_of(adviser)
    assert is_in(client)
    yesterday = timezone.localdate() - timedelta(days=1)
    adviser.assignments.update(starts_on=yesterday, ends_on=yesterday)
    assert not is_in(client)


def test_logging_in_gives_the_session_a_new_key(client: Client, make_person: MakePerson) -> None:
    session = client.session
    session["begun"] = "before"
    session.save()
    before = session.session_key
    try_to_log_in(client, make_person(Role.CLERK).email)
    assert client.session.session_key != before


@pytest.mark.parametrize(
    "target", ["https://elders.example/", "//elders.example", "/\\elders.example", "javascript:alert(1)"]
)
def test_after_log_in_nobody_is_sent_to_another_site(client: Client, make_person: MakePerson, target: str) -> None:
    email = make_person(Role.CLERK).email
    response = client.post("/inloggen/", {"email": email, "password": PASSWORD, "next": target})
    assert response["Location"] == "/"


def test_after_log_in_one_goes_on_to_where_one_was_going(client: Client, make_person: MakePerson) -> None:
    email = make_person(Role.CLERK).email
    response = client.post("/inloggen/", {"email": email, "password": PASSWORD, "next": "/mijn-pagina/"})
    assert response["Location"] == "/mijn-pagina/"


def test_guessing_one_account_is_slowed_down_even_with_the_right_password(
    client: Client, make_person: MakePerson
) -> None:
    email = make_person(Role.CLERK).email
    for _ in range(MOST_PER_ACCOUNT):
        assert try_to_log_in(client, email, "fout") == 200
    assert try_to_log_in(client, email) == 429
    LoginAttempt.objects.update(at=timezone.now() - timedelta(minutes=16))
    assert try_to_log_in(client, email) == 302


def test_knocking_on_does_not_keep_the_door_closed(client: Client, make_person: MakePerson) -> None:
    email = make_person(Role.CLERK).email
    for _ in range(MOST_PER_ACCOUNT + 5):
        try_to_log_in(client, email, "fout")
    assert LoginAttempt.objects.count() == 2 * MOST_PER_ACCOUNT


def test_guessing_from_one_address_is_slowed_down_whatever_a_header_claims(client: Client, db: None) -> None:
    for number in range(MOST_PER_ADDRESS):
        try_to_log_in(client, f"mens{number}@meerdam.example", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
    assert try_to_log_in(client, "nog-een@meerdam.example", HTTP_X_FORWARDED_FOR="10.1.1.1") == 429
    assert try_to_log_in(client, "nog-een@meerdam.example", REMOTE_ADDR="192.0.2.7") == 200


def test_all_addresses_of_one_ipv6_network_count_as_one(client: Client, db: None) -> None:
    for number in range(MOST_PER_ADDRESS):
        try_to_log_in(client, f"mens{number}@meerdam.example", REMOTE_ADDR=f"2001:db8::{number:x}")
    assert try_to_log_in(client, "nog-een@meerdam.example", REMOTE_ADDR="2001:db8::ffff") == 429


def test_a_log_in_that_succeeds_leaves_no_attempt_behind(client: Client, make_person: MakePerson) -> None:
    email = make_person(Role.CLERK).email
    try_to_log_in(client, email, "fout")
    try_to_log_in(client, email)
    assert LoginAttempt.objects.count() == 1  # the one failure, under the address


def test_attempts_are_kept_without_account_or_address_and_no_longer_than_a_day(
    client: Client, make_person: MakePerson
) -> None:
    email = make_person(Role.CLERK).email
    LoginAttempt.objects.create(key="oud", at=timezone.now() - timedelta(days=2))
    try_to_log_in(client, email, "fout")
    keys = list(LoginAttempt.objects.values_list("key", flat=True))
    assert len(keys) == 2
    assert not any(email in key or "127.0.0.1" in key or key == "oud" for key in keys)


def test_the_password_is_nowhere_on_the_page_after_a_failure(client: Client, db: None) -> None:
    response = client.post("/inloggen/", {"email": "wie@meerdam.example", "password": "mijn-geheim-123"})
    assert "mijn-geheim-123" not in response.content.decode()


def test_the_language_of_the_person_is_spoken_from_log_in_on(client: Client, make_person: MakePerson) -> None:
    person: Person = make_person(Role.CLERK, language="en")
    try_to_log_in(client, person.email)
    assert client.get("/mijn-pagina/")["Content-Language"] == "en"


def test_sessions_that_are_past_are_cleared_when_somebody_logs_in(client: Client, make_person: MakePerson) -> None:
    Session.objects.create(session_key="oud", session_data="", expire_date=timezone.now() - timedelta(days=1))
    try_to_log_in(client, make_person(Role.CLERK).email)
    assert not Session.objects.filter(session_key="oud").exists()
