"""A link from a mail lets one person in, once, within a quarter of an hour."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail, signing
from django.db import connection
from django.test import Client

from meervoud_web.people import actions
from meervoud_web.people.links import LOG_IN_TERM, LinkKind, key_for
from meervoud_web.people.models import Person, Role
from tests.web.conftest import PASSWORD, MakePerson

ASK = "/inloggen/met-een-mail/"


@pytest.fixture
def alderman(make_person: MakePerson) -> Person:
    return make_person(Role.COUNCIL_MEMBER, email="raad@meerdam.example")


def link_from_mail(client: Client, **more: str) -> str:
    client.post(ASK, {"email": "Raad@Meerdam.example ", **more})
    found = re.search(r"http://testserver(/inloglink/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_one_comes_in_and_goes_on_to_where_one_was_going(alderman: Person, client: Client) -> None:
    link = link_from_mail(client, next="/opgaven/thuis/")
    assert mail.outbox[-1].to == [alderman.email]
    assert not is_in(client)
    assert "Nog één tik" in client.get(link).content.decode()
    came_in = client.post(link, {"next": "/opgaven/thuis/"})
    assert (came_in.status_code, came_in["Location"]) == (302, "/opgaven/thuis/")
    assert is_in(client)


def test_looking_at_a_link_does_not_use_it_up_and_using_it_does(alderman: Person) -> None:
    link = link_from_mail(Client())
    assert [Client().get(link).status_code for _ in range(3)] == [200] * 3
    assert Client().post(link).status_code == 302
    later = Client()
    assert (later.get(link).status_code, later.post(link).status_code) == (410, 410)
    assert not is_in(later)


def log_in_otherwise(person: Person) -> None:
    assert Client().login(username=person.email, password=PASSWORD)


def choose_another_password(person: Person) -> None:
    actions.change_password(person, password="een andere lange zin")


def lose_access(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(is_active=False)


@pytest.mark.parametrize("act", [log_in_otherwise, choose_another_password, lose_access])
def test_a_link_is_over_once_something_else_happened(alderman: Person, act: Callable[[Person], None]) -> None:
    link = link_from_mail(Client())
    act(alderman)
    assert Client().post(link).status_code == 410


def test_a_link_holds_a_quarter_of_an_hour(alderman: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert timedelta(minutes=15) == LOG_IN_TERM
    link, now = link_from_mail(Client()), signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: now() + LOG_IN_TERM.total_seconds() - 5)
    assert Client().get(link).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: now() + LOG_IN_TERM.total_seconds() + 5)
    assert Client().get(link).status_code == 410


def test_nobody_can_tell_who_has_an_account(alderman: Person, administrator: Person, client: Client) -> None:
    def answer(email: str) -> str:
        return client.post(ASK, {"email": email}).content.decode()

    heard = {answer(email) for email in (alderman.email, administrator.email, "niemand@meerdam.example")}
    assert len({re.sub(r'nonce="[^"]*"', "", one) for one in heard}) == 1
    assert [one.to for one in mail.outbox] == [[alderman.email]], "who looks after the accounts gets no link"


def test_who_became_administrator_does_not_come_in_with_an_older_link(
    alderman: Person, administrator: Person
) -> None:
    link = link_from_mail(Client())
    actions.give_role(alderman, role=Role.ADMINISTRATOR, by=administrator)
    assert Client().post(link).status_code == 410


def test_a_mailbox_is_not_flooded(alderman: Person, client: Client) -> None:
    answers = [client.post(ASK, {"email": alderman.email}).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)"])
def test_a_link_leads_nowhere_else(alderman: Person, client: Client, elsewhere: str) -> None:
    assert client.post(link_from_mail(client, next=elsewhere), {"next": elsewhere})["Location"] == "/"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_a_link_at_once_one_comes_in(make_person: MakePerson) -> None:
    link, line = f"/inloglink/{key_for(make_person(Role.CLERK), LinkKind.LOG_IN)}/", Barrier(6)

    def use(_: int) -> int:
        line.wait()
        try:
            return Client().post(link).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(use, range(6))) == [302] + [410] * 5
