"""The rounds on the page of their challenge: an invitation to everyone, and what waits for who runs them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Assurance, Conversation
from meervoud_web.people.models import Role
from meervoud_web.rounds.models import HelpRequest, Round
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round
from tests.web.rounds.test_moderation import brought_in
from tests.web.rounds.test_preparing import challenge, client, edited, facilitator, prepare

__all__ = ["challenge", "client", "facilitator"]


def test_open_rounds_invite_everyone_on_the_page_of_a_challenge(db: None) -> None:
    round_ = open_round()
    page = Client().get(round_.conversation.challenge.get_absolute_url()).content.decode()
    assert round_.get_absolute_url() in page
    assert "Doe mee" in page


def test_a_round_without_a_result_stands_on_the_page_of_its_challenge_once(client: Client, db: None) -> None:
    round_ = open_round()
    page = client.get(round_.conversation.challenge.get_absolute_url()).content.decode()
    assert page.count("<h3>") == 1
    assert '<span class="tag">nog geen uitkomst' not in page


def test_the_code_of_a_round_in_a_room_stands_on_no_page_for_everyone(
    client: Client, challenge: Challenge
) -> None:
    prepare(client, challenge, assurance="1")
    round_ = Round.objects.get()
    client.post(reverse("rounds:open", args=[round_.pk]))
    page = Client().get(challenge.get_absolute_url()).content.decode()
    assert "Doe mee met de code uit de zaal" in page
    assert round_.code not in page
    round_.refresh_from_db()
    assert edited(client, round_, assurance=0).status_code == 302
    assert Conversation.objects.get().assurance == 1


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        client.get(address)
    return len(seen)


def test_more_rounds_and_statements_ask_no_more_of_the_database(client: Client, challenge: Challenge) -> None:
    def grow() -> Round:
        for _ in range(4):
            round_ = open_round(challenge=challenge)
            for number in range(3):
                brought_in(round_, f"Stelling {number}.")
        return round_

    first = grow()
    addresses: list[Any] = [challenge.get_absolute_url(), reverse("rounds:queue", args=[first.pk])]
    before = [queries_of(client, address) for address in addresses]
    grow()
    for number in range(12):
        brought_in(first, f"Nog een stelling {number}.")
    assert [queries_of(client, address) for address in addresses] == before


def test_no_list_for_everyone_tells_the_code_of_a_round_in_a_room(challenge: Challenge) -> None:
    in_room, for_all = (
        open_round(challenge=challenge, assurance=Assurance.ROOM_CODE),
        open_round(challenge=challenge),
    )
    for address in ("/v1/rounds", reverse("challenges:front"), challenge.get_absolute_url()):
        page = Client().get(address).content.decode()
        assert in_room.code not in page, address
        assert for_all.code in page, address


def test_the_front_page_says_what_waits_to_those_whose_work_it_is(
    client: Client, challenge: Challenge, client_of: ClientOf, make_person: MakePerson
) -> None:
    quiet, round_ = open_round(challenge=challenge, question="Stil?"), open_round(challenge=challenge)
    brought_in(round_, "Een stelling.")
    HelpRequest.objects.create(round=round_, request_id=uuid4(), text="Help mij.")
    front = client.get("/").content.decode()
    assert "Dit wacht op u" in front
    assert "1 hulpvraag" in front
    assert reverse("rounds:queue", args=[round_.pk]) in front
    assert reverse("rounds:queue", args=[quiet.pk]) not in front
    for other in (Client(), client_of(make_person(Role.CIVIL_SERVANT))):
        assert "Dit wacht op u" not in other.get("/").content.decode()


def test_the_front_page_lets_in_who_has_a_code_also_when_no_round_is_open(db: None) -> None:
    for _ in range(2):
        front = Client().get(reverse("challenges:front")).content.decode()
        for name in ("rounds:find", "rounds:follow"):
            assert f'href="{reverse(name)}"' in front
        open_round()
