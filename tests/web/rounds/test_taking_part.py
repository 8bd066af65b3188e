"""A resident takes part: from the code on a poster to the last statement, without an account."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Participant, Vote
from meervoud_web.rounds.models import Receipt, Round, State
from tests.web.rounds.making import SAID_FIRST, device_client, open_round, participation_of, send, statement_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    return open_round()


def welcome(round_: Round) -> str:
    return f"/r/{round_.code}/"


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


# --- before anything is asked ---------------------------------------------------------------------------------


def test_all_there_is_to_know_is_said_before_anything_is_asked(client: Client, round_: Round) -> None:
    page = client.get(welcome(round_)).content.decode()
    for words in (*[str(one) for one in list(SAID_FIRST.values())[:4]], "1 januari 2031"):
        assert words in page
    assert "geen telling van personen" in page
    assert "Dit is geen zienswijze" in page
    assert "https://meerdam.example/" in page
    assert "Doe mee" in page


def test_looking_leaves_no_cookie_and_no_trace(client: Client, round_: Round) -> None:
    assert not client.get(welcome(round_)).cookies
    assert not Participant.objects.exists()


def test_beginning_gives_one_cookie_that_scripts_cannot_read(client: Client, round_: Round) -> None:
    response = send(client, welcome(round_), round_)
    assert response.status_code == 303
    assert list(response.cookies) == ["deelnemer"]
    cookie = response.cookies["deelnemer"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 180 * 24 * 60 * 60)
    assert not Participant.objects.exists()


def test_a_device_without_cookies_hears_why_it_cannot_take_part(round_: Round) -> None:
    client = Client()
    response = send(client, welcome(round_), round_)
    client.cookies.clear()
    response = client.get(response["Location"], follow=True)
    assert "bewaart geen cookie" in response.content.decode()


@pytest.mark.parametrize("typed", ["{code}", "{lower}", "{spaced}"])
def test_a_code_is_found_however_it_is_typed(client: Client, round_: Round, typed: str) -> None:
    code = round_.code
    typed = typed.format(code=code, lower=code.lower(), spaced=" ".join(code))
    assert client.get("/r/", {"code": typed})["Location"] == welcome(round_)


@pytest.mark.parametrize("typed", ["BCDFGH", "éé", "", "x" * 500, "\x00"])
def test_a_code_that_is_none_leads_nowhere_and_says_so(client: Client, round_: Round, typed: str) -> None:
    assert client.get("/r/", {"code": typed}).status_code == (404 if typed else 200)


def test_a_draft_is_not_there(client: Client) -> None:
    draft = open_round(state=State.DRAFT)
    assert client.get(welcome(draft)).status_code == 404
    assert client.get("/r/", {"code": draft.code}).status_code == 404


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"opens_at": timezone.now() + timedelta(days=2)}, "nog niet open"),
        ({"closes_at": timezone.now() - timedelta(hours=1)}, "is gesloten"),
        ({"state": State.CLOSED}, "Uiterlijk 1 januari 2031"),
        ({"state": State.CLOSED, "answer_by": date(2026, 3, 1)}, "Die dag is voorbij"),
        (
            {"state": State.ANSWERED, "answer": "Er komen bankjes.", "answered_at": timezone.now()},
            "Er komen bankjes.",
        ),
    ],
)
def test_a_round_that_is_not_open_says_so_and_what_became_of_it(
    client: Client, fields: dict[str, Any], words: str
) -> None:
    page = client.get(welcome(open_round(**fields))).content.decode()
    assert words in page
    assert "Doe mee" not in page


def test_a_date_that_was_moved_stays_readable_with_the_reason(client: Client, round_: Round) -> None:
    round_.postponements.create(was=date(2030, 1, 1), becomes=date(2031, 1, 1), reason="De raad wil eerst praten.")
    page = client.get(welcome(round_)).content.decode()
    assert "Eerst was 1 januari 2030 beloofd." in page
    assert "De raad wil eerst praten." in page


def test_a_round_speaks_its_own_language_unless_the_reader_chose_one(client: Client) -> None:
    round_ = open_round(language="en")
    assert client.get(welcome(round_))["Content-Language"] == "en"
    client.cookies["language"] = "nl"
    assert client.get(welcome(round_))["Content-Language"] == "nl"


# --- one statement at a time ----------------------------------------------------------------------------------


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


# --- the door -------------------------------------------------------------------------------------------------


def test_a_form_of_another_device_or_round_or_site_is_refused(round_: Round) -> None:
    mine, other = device_client(), device_client()
    address = f"/r/{round_.code}/stelling/"
    body = {"stelling": statement_ids(round_)[0], "reactie": "eens", "request_id": str(uuid4())}
    token = re.search(r'name="token" value="(\w+)"', other.get(address).content.decode())
    assert token
    assert mine.post(address, body | {"token": token.group(1)}).status_code == 403
    assert send(mine, address, open_round(), **body).status_code == 403
    for headers in ({"origin": "https://elders.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        from meervoud_web.rounds.codes import form_token

        good = body | {"token": form_token(mine.device, round_id=round_.pk)}  # type: ignore[attr-defined]
        assert mine.post(address, good, headers=headers).status_code == 403
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("cookie", ["", "x" * 5000, "é", "' OR 1=1 --"])
def test_a_cookie_that_we_never_gave_opens_nothing_of_another(round_: Round, cookie: str) -> None:
    react(device_client(), round_, statement_ids(round_)[0])
    client = Client()
    client.cookies["deelnemer"] = cookie
    page = client.get(f"/r/{round_.code}/bedankt/").content.decode()
    assert "U gaf nog geen reactie" in page


def test_pages_for_participants_open_no_session(round_: Round) -> None:
    client = device_client()
    react(client, round_, statement_ids(round_)[0])
    for page in ("", "stelling/", "bedankt/", "eigen/", "hulp/", "volgcode/", "klaar/", "waar-sta-ik/"):
        response = client.get(f"/r/{round_.code}/{page}")
        assert response.status_code == 200, page
        assert not response.cookies
        assert response["Cache-Control"] == "private, no-store"


def test_the_next_statement_costs_few_queries_however_many_there_are(
    round_: Round, django_assert_max_num_queries: Any
) -> None:
    many = open_round(statements=tuple(f"Mening {number}" for number in range(60)))
    for found in (round_, many):
        client = device_client(found)
        shown(client, found)
        with django_assert_max_num_queries(8):
            client.get(f"/r/{found.code}/stelling/")
