"""Who asks for help is brought to help, and somebody can say who did that, where and when."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.people.models import Person, Role
from meervoud_web.rounds.models import Forwarding, HelpRequest, Round
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round


@pytest.fixture
def reader(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR, name="Sanne de Wit")


@pytest.fixture
def client(reader: Person, client_of: ClientOf) -> Client:
    return client_of(reader)


@pytest.fixture
def round_(db: None) -> Round:
    return open_round()


@pytest.fixture
def asked(round_: Round) -> HelpRequest:
    return HelpRequest.objects.create(
        round=round_, request_id=uuid4(), text="Ik red het niet.", asked_at=timezone.now() - timedelta(hours=5)
    )


def test_a_hulpvraag_stands_above_the_queue_with_its_age(client: Client, asked: HelpRequest) -> None:
    page = client.get(reverse("rounds:queue", args=[asked.round_id])).content.decode()
    assert page.index("1 hulpvraag wacht") < page.index("Wacht op lezen")
    assert "5 uur geleden" in page


def test_who_brought_it_where_and_when_is_written_down(client: Client, asked: HelpRequest) -> None:
    address = reverse("rounds:forward", args=[asked.round_id, asked.pk])
    for _twice in range(2):
        client.post(address, {"to": "Wijkteam Noord", "note": "Gebeld."})
    assert Forwarding.objects.get().by.name == "Sanne de Wit"
    page = client.get(reverse("rounds:help_requests", args=[asked.round_id])).content.decode()
    assert "Doorgegeven aan Wijkteam Noord" in page
    assert "Sanne de Wit" in page


def test_a_hulpvraag_is_not_closed_before_it_was_brought_somewhere(client: Client, asked: HelpRequest) -> None:
    close = reverse("rounds:close_help_request", args=[asked.round_id, asked.pk])
    assert "Schrijf eerst op" in client.post(close, follow=True).content.decode()
    asked.refresh_from_db()
    assert asked.closed_at is None
    client.post(reverse("rounds:forward", args=[asked.round_id, asked.pk]), {"to": "De huisarts"})
    client.post(close)
    asked.refresh_from_db()
    assert asked.closed_at is not None
    assert "hulpvraag wacht" not in client.get(reverse("rounds:queue", args=[asked.round_id])).content.decode()


def test_a_hulpvraag_is_only_found_on_its_own_round(client: Client, asked: HelpRequest) -> None:
    other = open_round()
    for name in ("forward", "close_help_request"):
        assert client.post(reverse(f"rounds:{name}", args=[other.pk, asked.pk]), {"to": "x"}).status_code == 404


@pytest.mark.parametrize("role", [Role.CIVIL_SERVANT, Role.COUNCIL_MEMBER, Role.CLERK, Role.EXTERNAL_ADVISER])
def test_who_does_not_read_for_the_round_never_sees_who_asks_for_help(
    asked: HelpRequest, role: Role, make_person: MakePerson, client_of: ClientOf
) -> None:
    response = client_of(make_person(role)).get(reverse("rounds:help_requests", args=[asked.round_id]))
    assert response.status_code == 403
    assert "Ik red het niet." not in response.content.decode()
