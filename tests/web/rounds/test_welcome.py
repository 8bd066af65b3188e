"""All there is to know is said before anything is asked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations.models import Participant
from meervoud_web.rounds.models import Round, State
from tests.web.rounds.making import SAID_FIRST, open_round, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    return open_round()


def welcome(round_: Round) -> str:
    return f"/r/{round_.code}/"


def test_all_there_is_to_know_is_said_before_anything_is_asked(client: Client, round_: Round) -> None:
    page = client.get(welcome(round_)).content.decode()
    for words in (*[str(one) for one in list(SAID_FIRST.values())[:4]], "1 januari 2031"):
        assert words in page
    assert "geen telling van personen" in page
    assert "Dit is geen zienswijze" in page
    assert "https://meerdam.example/" in page
    assert "Doe mee" in page


def test_an_address_that_was_typed_without_its_last_slash_is_found(client: Client, round_: Round) -> None:
    assert client.get(f"/r/{round_.code}", follow=True).status_code == 200


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
