"""All one said, on the device that said it: to read back, to change, to take back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meervoud_web.conversations.actions import silence_statement
from meervoud_web.conversations.models import Vote
from meervoud_web.rounds.models import Receipt, Round, State
from tests.web.rounds.making import STATEMENTS, device_client, open_round, send, statement_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    return open_round()


@pytest.fixture
def mine(round_: Round) -> Client:
    """Somebody who reacted to the first statement and, as extra important, to the second."""
    client, ids = device_client(), statement_ids(round_)
    send(client, f"/r/{round_.code}/stelling/", round_, stelling=ids[0], reactie="eens")
    send(client, f"/r/{round_.code}/stelling/", round_, stelling=ids[1], reactie="oneens", belangrijk="1")
    return client


def page_of(client: Client, round_: Round) -> str:
    return client.get(f"/r/{round_.code}/mijn-reacties/").content.decode()


def change(client: Client, round_: Round, statement: int, said: str, **more: Any) -> Any:
    return send(client, f"/r/{round_.code}/mijn-reacties/", round_, stelling=statement, reactie=said, **more)


def said(round_: Round) -> dict[int, int]:
    found = Vote.objects.filter(statement__conversation=round_.conversation)
    return dict(found.values_list("statement_id", "value"))


def test_every_reaction_stands_there_with_what_one_said(mine: Client, round_: Round) -> None:
    page = page_of(mine, round_)
    first, second = page.index(STATEMENTS[0]), page.index(STATEMENTS[1])
    assert "U zei: eens." in page[first:second]
    assert "U zei: oneens." in page[second:]
    assert page.count("Extra belangrijk voor u.") == 1
    assert STATEMENTS[2] not in page


def test_nobody_keeps_a_copy_and_nobody_else_sees_it(mine: Client, round_: Round) -> None:
    address = f"/r/{round_.code}/mijn-reacties/"
    assert mine.get(address)["Cache-Control"] == "private, no-store"
    for other in (Client(), device_client(), device_client(round_)):
        assert STATEMENTS[0] not in other.get(address, follow=True).content.decode()


def test_a_reaction_is_changed_and_the_page_says_so_at_its_place(mine: Client, round_: Round) -> None:
    first = statement_ids(round_)[0]
    response = change(mine, round_, first, "oneens")
    assert response.status_code == 303
    assert response["Location"].endswith(f"#s{first}")
    assert said(round_)[first] == -1
    page = mine.get(response["Location"].partition("#")[0]).content.decode()
    assert page.count("Bewaard.") == 1


def test_the_mark_of_what_is_important_is_kept_and_can_be_taken_away(mine: Client, round_: Round) -> None:
    second = statement_ids(round_)[1]
    assert len(re.findall(r'name="belangrijk" value="1" checked', page_of(mine, round_))) == 1
    change(mine, round_, second, "oneens")
    assert "Extra belangrijk voor u." not in page_of(mine, round_)


def test_a_reaction_is_taken_back(mine: Client, round_: Round) -> None:
    first, second = statement_ids(round_)[:2]
    response = change(mine, round_, first, "terug")
    assert said(round_) == {second: -1}
    page = mine.get(response["Location"].partition("#")[0]).content.decode()
    assert f"?stelling={first}" in page
    assert STATEMENTS[0] not in page


def test_the_same_form_sent_twice_is_one_change(mine: Client, round_: Round) -> None:
    first, before = statement_ids(round_)[0], Receipt.objects.count()
    for _twice in range(2):
        change(mine, round_, first, "oneens", request_id="0f0b6b3e-5d3a-4f43-9a57-3a9d3ba7a111")
    assert Receipt.objects.count() == before + 1


def test_in_a_round_that_is_closed_one_reads_back_and_changes_nothing(mine: Client, round_: Round) -> None:
    Round.objects.update(state=State.CLOSED)
    page = page_of(mine, round_)
    assert STATEMENTS[0] in page
    assert "<form" not in page.partition("my-reactions")[2].partition("</ol>")[0]
    first = statement_ids(round_)[0]
    change(mine, round_, first, "oneens")
    assert said(round_)[first] == 1


def test_a_statement_that_left_is_named_without_its_words(mine: Client, round_: Round) -> None:
    first = statement_ids(round_)[0]
    silence_statement(first)
    page = page_of(mine, round_)
    assert "Deze stelling doet niet meer mee." in page
    response = change(mine, round_, first, "oneens")
    assert "let-op=weg" in response["Location"]


def test_a_form_without_the_token_of_this_device_changes_nothing(mine: Client, round_: Round) -> None:
    first = statement_ids(round_)[0]
    given = {"stelling": first, "reactie": "oneens", "request_id": "0f0b6b3e-5d3a-4f43-9a57-3a9d3ba7a111"}
    response = mine.post(f"/r/{round_.code}/mijn-reacties/", {**given, "token": "nagemaakt"})
    assert response.status_code == 403
    assert said(round_)[first] == 1


def test_who_did_not_react_yet_goes_to_the_first_page(round_: Round) -> None:
    response = device_client().get(f"/r/{round_.code}/mijn-reacties/")
    assert response["Location"] == f"/r/{round_.code}/"


def test_one_comes_there_from_the_next_statement_and_from_the_thanks(mine: Client, round_: Round) -> None:
    for where in ("stelling", "bedankt"):
        assert f"/r/{round_.code}/mijn-reacties/" in mine.get(f"/r/{round_.code}/{where}/").content.decode()


def test_many_reactions_are_spread_over_pages_and_cost_as_many_questions(db: None) -> None:
    round_ = open_round(statements=tuple(f"Stelling {number}." for number in range(60)))
    client = device_client(round_)
    participant = round_.conversation.participants.get()

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page_of(client, round_)
        return len(queries)

    ids = statement_ids(round_)
    Vote.objects.create(participant=participant, statement_id=ids[0], value=1)
    few = asked()
    Vote.objects.bulk_create(Vote(participant=participant, statement_id=one, value=1) for one in ids[1:])
    assert asked() == few
    assert page_of(client, round_).count("U zei: eens.") == 50
    second = client.get(f"/r/{round_.code}/mijn-reacties/?pagina=2").content.decode()
    assert second.count("U zei: eens.") == 10
