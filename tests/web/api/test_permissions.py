"""Every operation of the API, for whoever comes without a token, with a foreign one, and with their own."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client

from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Round
from tests.web.api.test_rounds import Program
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.django_db

FOR_EVERYONE = {
    ("GET", "/rounds"): 200,
    ("GET", "/rounds/{code}"): 200,
    ("GET", "/rounds/{code}/statements"): 200,
    ("GET", "/rounds/{code}/result"): 404,
    ("POST", "/rounds/{code}/participations"): 201,
    ("GET", "/conversations"): 200,
    ("GET", "/conversations/{number}"): 404,
    ("GET", "/conversations/{number}/statements"): 404,
    ("GET", "/conversations/{number}/result"): 404,
}
WITH_ONES_OWN_TOKEN = {
    ("GET", "/rounds/{code}/reactions"): 200,
    ("PUT", "/rounds/{code}/statements/{number}/reaction"): 200,
    ("DELETE", "/rounds/{code}/statements/{number}/reaction"): 204,
    ("POST", "/rounds/{code}/submissions"): 202,
    ("DELETE", "/rounds/{code}/participations/own"): 204,
}
BODIES = {
    ("PUT", "/rounds/{code}/statements/{number}/reaction"): {"value": "agree"},
    ("POST", "/rounds/{code}/submissions"): {"text": "Er rijdt geen bus."},
}


def operations() -> Iterator[tuple[str, str]]:
    for path, found in Client().get("/openapi.json").json()["paths"].items():
        yield from ((method.upper(), path) for method in found)


@pytest.fixture
def round_() -> Round:
    return open_round()


def status(round_: Round, operation: tuple[str, str], token: str) -> int:
    method, path = operation
    program = Program(round_)
    program.root = ""
    asked = "/v1" + path.replace("{code}", round_.code).replace("{number}", "1")
    found: int = program.ask(method, asked, key=str(uuid4()), body=BODIES.get(operation), token=token).status_code
    return found


def test_every_operation_is_in_the_matrix() -> None:
    assert set(operations()) == set(FOR_EVERYONE) | set(WITH_ONES_OWN_TOKEN)


@pytest.mark.parametrize("operation", FOR_EVERYONE, ids=" ".join)
def test_what_is_for_everyone_needs_no_token(round_: Round, operation: tuple[str, str]) -> None:
    assert status(round_, operation, "") == FOR_EVERYONE[operation]


@pytest.mark.parametrize("operation", WITH_ONES_OWN_TOKEN, ids=" ".join)
def test_only_ones_own_token_opens_what_is_ones_own(round_: Round, operation: tuple[str, str]) -> None:
    mine, elsewhere = new_device_secret(), new_device_secret()
    actions.participate(round_, device=mine)
    actions.participate(open_round(), device=elsewhere)
    for foreign in ("", new_device_secret(), elsewhere):
        assert status(round_, operation, foreign) == 401
    assert status(round_, operation, mine) == WITH_ONES_OWN_TOKEN[operation]


def test_a_log_in_of_staff_or_a_cookie_of_a_device_opens_nothing(round_: Round) -> None:
    device = new_device_secret()
    actions.participate(round_, device=device)
    client = Client()
    client.cookies["deelnemer"] = device
    assert client.get(f"/v1/rounds/{round_.code}/reactions").status_code == 401
