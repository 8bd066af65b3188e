"""The door without an account: one cookie, and forms that no other site and no other device can send."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.test import Client

from meervoud_web.challenges.models import Municipality
from meervoud_web.rounds.codes import form_token
from meervoud_web.rounds.models import Receipt, Round
from meervoud_web.rounds.pages import door
from tests.web.rounds.making import device_client, open_round, send, statement_ids

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    return open_round()


def welcome(round_: Round) -> str:
    return f"/r/{round_.code}/"


def react(client: Client, round_: Round, statement: int, word: str = "eens", **more: Any) -> Any:
    return send(client, f"/r/{round_.code}/stelling/", round_, stelling=statement, reactie=word, **more)


def test_over_https_the_cookie_is_locked_to_this_site(
    client: Client, round_: Round, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "COOKIE", "__Host-deelnemer")
    settings.HTTPS = True
    response = send(client, welcome(round_), round_)
    cookie = response.cookies["__Host-deelnemer"]
    assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    client.device = cookie.value  # type: ignore[attr-defined]
    gone = send(client, f"/r/{round_.code}/klaar/", round_).cookies["__Host-deelnemer"]
    assert (gone["max-age"], gone["secure"], gone["path"]) == (0, True, "/")


def test_a_page_that_was_opened_before_the_cookie_came_still_begins_and_still_brings_to_help(
    round_: Round,
) -> None:
    client, early = device_client(), {"token": form_token("", round_id=round_.pk), "request_id": str(uuid4())}
    assert client.post(welcome(round_), early).status_code == 303
    assert client.post(f"{welcome(round_)}hulp/", early | {"tekst": "Hulp"}).status_code == 303
    statement = {"stelling": statement_ids(round_)[0], "reactie": "eens"}
    refused = client.post(f"{welcome(round_)}stelling/", early | statement)
    assert refused.status_code == 403
    assert "stond te lang open" in refused.content.decode()
    assert not Receipt.objects.exists()


def test_a_form_passes_behind_a_proxy_that_calls_us_otherwise(
    client: Client, round_: Round, settings: Any
) -> None:
    settings.PUBLIC_ADDRESSES = [urlsplit("https://meedoen.meerdam.example")]
    body = {"token": form_token("", round_id=round_.pk)}
    for origin, answer in (("https://meedoen.meerdam.example", 303), ("https://elders.example", 403)):
        assert client.post(welcome(round_), body, headers={"origin": origin}).status_code == answer


def test_a_form_of_another_device_or_round_or_site_is_refused(round_: Round) -> None:
    mine, other = device_client(), device_client()
    address = f"/r/{round_.code}/stelling/"
    body = {"stelling": statement_ids(round_)[0], "reactie": "eens", "request_id": str(uuid4())}
    token = re.search(r'name="token" value="(\w+)"', other.get(address).content.decode())
    assert token
    assert mine.post(address, body | {"token": token.group(1)}).status_code == 403
    assert send(mine, address, open_round(), **body).status_code == 403
    for headers in ({"origin": "https://elders.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
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
