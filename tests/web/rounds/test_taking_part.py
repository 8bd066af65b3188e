"""A resident takes part: one statement at a time, to the last one, without an account."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Vote
from meervoud_web.rounds.models import Receipt, Round, State
from tests.web.rounds.making import device_client, open_round, participation_of, send, statement_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    return open_round()


def said(client: Client, round_: Round) -> dict[int, int]:
    mine = participation_of(client, round_).participant_id
    return dict(Vote.objects.filter(participant_id=mine).values_list("statement_id", "value"))


def react(client: Client, round_: Round, statement: int, word: str = "eens", **more: Any) -> Any:
    return send(client, f"/r/{round_.code}/stelling/", round_, stelling=statement, reactie=word, **more)


def shown(client: Client, round_: Round) -> int:
    page = client.get(f"/r/{round_.code}/stelling/").content.decode()
    found = re.search(r'name="stelling" value="(\d+)"', page)
    assert found
    return int(found.group(1))


def test_somebody_reacts_to_everything_and_is_thanked(round_: Round) -> None:
    client = device_client()
    for _ in range(3):
        assert react(client, round_, shown(client, round_)).status_code == 303
    response = client.get(f"/r/{round_.code}/stelling/", follow=True)
    page = response.content.decode()
    assert response.request["PATH_INFO"] == f"/r/{round_.code}/bedankt/"
    assert "U gaf 3 reacties." in page
    assert said(client, round_) == dict.fromkeys(statement_ids(round_), 1)


@pytest.mark.parametrize(("word", "value"), [("eens", 1), ("oneens", -1), ("weet-ik-niet", 0)])
def test_each_button_says_what_is_on_it(round_: Round, word: str, value: int) -> None:
    client, statement = device_client(), statement_ids(round_)[0]
    react(client, round_, statement, word, belangrijk="1")
    assert said(client, round_) == {statement: value}
    assert Vote.objects.get().is_important is True


def test_looking_again_shows_the_same_statement(round_: Round) -> None:
    client = device_client()
    assert len({shown(client, round_) for _ in range(6)}) == 1


def test_pressing_twice_is_one_reaction(round_: Round) -> None:
    client, statement, request_id = device_client(), statement_ids(round_)[0], str(uuid4())
    for _ in range(2):
        assert react(client, round_, statement, request_id=request_id).status_code == 303
    assert Receipt.objects.count() == 1


def test_the_last_reaction_is_taken_back_and_its_statement_shown_again(round_: Round) -> None:
    client, (first, second, _) = device_client(), statement_ids(round_)
    react(client, round_, first)
    react(client, round_, second, "oneens")
    page = client.get(f"/r/{round_.code}/stelling/").content.decode()
    assert "Vorige reactie terugnemen" in page
    assert f'value="{second}"' in page
    response = react(client, round_, second, "terug")
    assert response["Location"].endswith(f"?stelling={second}")
    assert said(client, round_) == {first: 1}
    assert shown(client, round_) in statement_ids(round_)


def test_a_chosen_statement_says_what_one_said_before(round_: Round) -> None:
    client, statement = device_client(), statement_ids(round_)[0]
    react(client, round_, statement, "oneens", belangrijk="1")
    page = client.get(f"/r/{round_.code}/stelling/?stelling={statement}").content.decode()
    assert "Uw reactie was: oneens." in page
    assert 'value="1" checked' in page


def test_a_reaction_that_comes_after_closing_is_not_counted_and_that_is_said(round_: Round) -> None:
    client, (first, second, _) = device_client(), statement_ids(round_)
    react(client, round_, first)
    Round.objects.update(state=State.CLOSED)
    page = client.get(react(client, round_, second)["Location"]).content.decode()
    assert "kwam te laat" in page
    assert said(client, round_) == {first: 1}


def test_a_statement_that_went_out_meanwhile_is_not_counted_and_another_is_shown(round_: Round) -> None:
    client, statement = device_client(), statement_ids(round_)[0]
    conversations.silence_statement(statement)
    page = client.get(react(client, round_, statement)["Location"]).content.decode()
    assert "doet niet meer mee" in page
    assert said(client, round_) == {}


def test_a_statement_of_another_round_is_never_shown(round_: Round) -> None:
    other = statement_ids(open_round(statements=("Iets heel anders.",)))[0]
    page = device_client().get(f"/r/{round_.code}/stelling/?stelling={other}").content.decode()
    assert "Iets heel anders." not in page


def test_a_statement_that_is_accepted_while_one_takes_part_is_still_shown(round_: Round) -> None:
    client = device_client()
    for _ in range(3):
        react(client, round_, shown(client, round_))
    late = conversations.add_statement(
        conversation_id=round_.conversation_id, text="Net erbij gekomen.", is_seed=False
    )
    assert shown(client, round_) == late.pk


@pytest.mark.parametrize(
    "data",
    [
        {"reactie": "misschien"},
        {"reactie": ""},
        {"stelling": "1e9"},
        {"stelling": "-1"},
        {"stelling": "9" * 40},
        {"stelling": "٣"},
        {"request_id": "geen"},
        {"request_id": ""},
    ],
)
def test_a_form_that_no_page_made_is_refused_and_changes_nothing(round_: Round, data: dict[str, str]) -> None:
    client = device_client()
    given = {"stelling": str(statement_ids(round_)[0]), "reactie": "eens"} | data
    assert send(client, f"/r/{round_.code}/stelling/", round_, **given).status_code == 400
    assert not Receipt.objects.exists()


def test_the_next_statement_costs_few_queries_however_many_there_are(
    round_: Round, django_assert_max_num_queries: Any
) -> None:
    many = open_round(statements=tuple(f"Mening {number}" for number in range(60)))
    for found in (round_, many):
        client = device_client(found)
        shown(client, found)
        with django_assert_max_num_queries(8):
            client.get(f"/r/{found.code}/stelling/")
