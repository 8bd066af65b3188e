"""A program takes part as a person does: begin, react, change one's mind, leave."""

from __future__ import annotations

import json
from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Vote
from meervoud_web.people.models import LoginAttempt
from meervoud_web.rounds.codes import follow_hash
from meervoud_web.rounds.models import Participation, Round, State, Submission, Way
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.django_db
participate = import_module("meervoud_web.rounds.actions.participate")


class Program:
    """A client of the API, with the token of its participation."""

    def __init__(self, round_: Round) -> None:
        self.client, self.root, self.token = Client(), f"/v1/rounds/{round_.code}", ""

    def ask(self, method: str, path: str, *, key: str = "", body: Any = None, token: str | None = None) -> Any:
        mine = self.token if token is None else token
        headers = {"Authorization": f"Bearer {mine}"} if mine else {}
        if key:
            headers["Idempotency-Key"] = key
        data = json.dumps(body) if body is not None else ""
        return self.client.generic(
            method, self.root + path, data, content_type="application/json", headers=headers
        )

    def begin(self) -> dict[str, str]:
        answer: dict[str, str] = self.ask("POST", "/participations").json()
        self.token = answer["token"]
        return answer

    def react(self, number: str, value: str, key: str | None = None, **more: Any) -> Any:
        return self.ask(
            "PUT", f"/statements/{number}/reaction", key=key or str(uuid4()), body={"value": value, **more}
        )


@pytest.fixture
def round_() -> Round:
    return open_round()


@pytest.fixture
def program(round_: Round) -> Program:
    return Program(round_)


def problem(answer: HttpResponse) -> dict[str, Any]:
    assert answer["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = json.loads(answer.content)
    assert said["status"] == answer.status_code
    assert said["title"]
    assert said["detail"]
    return said


def test_a_program_begins_reacts_changes_its_mind_and_leaves(program: Program) -> None:
    begun = program.begin()
    mine = Participation.objects.get()
    assert mine.follow_hash == follow_hash(begun["followCode"])
    assert program.react("1", "agree", isImportant=True).json() == {"statement": "1", "value": "agree"}
    assert program.react("1", "disagree").status_code == 200
    assert program.react("2", "pass").status_code == 200
    assert program.ask("GET", "/reactions").json() == [
        {"statement": "1", "value": "disagree"},
        {"statement": "2", "value": "pass"},
    ]
    assert program.ask("DELETE", "/statements/2/reaction", key=str(uuid4())).status_code == 204
    assert list(Vote.objects.values_list("statement__external_id", "value")) == [("1", -1)]
    assert program.ask("DELETE", "/participations/own").status_code == 204
    assert not Vote.objects.exists()
    assert problem(program.react("1", "agree"))["status"] == 401


def test_what_comes_through_a_program_is_kept_as_such(program: Program) -> None:
    program.begin()
    assert Participation.objects.get().way == Way.API


def test_a_token_that_nobody_was_given_begins_nothing(program: Program) -> None:
    program.token = "zelfbedacht" * 4
    assert problem(program.react("1", "agree"))["status"] == 401
    assert not Participation.objects.exists()


def test_one_address_does_not_begin_for_more_people_than_can_be_there(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(participate, "MOST_BEGUN_PER_ADDRESS", 3)
    answers = [program.ask("POST", "/participations") for _one in range(5)]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 429, 429]
    assert problem(answers[-1])["title"]
    assert answers[-1]["Retry-After"] == "900"
    elsewhere = program.client.post(f"{program.root}/participations", REMOTE_ADDR="203.0.113.9")
    assert elsewhere.status_code == 201
    LoginAttempt.objects.update(at=timezone.now() - timedelta(minutes=16))
    assert program.ask("POST", "/participations").status_code == 201
    assert Participation.objects.count() == 5


def test_a_full_room_behind_one_address_comes_in() -> None:
    assert participate.MOST_BEGUN_PER_ADDRESS >= 2 * 500
    assert participate.MOST_BEGUN_PER_NETWORK > participate.MOST_BEGUN_PER_ADDRESS


def test_a_request_sent_again_under_its_key_counts_once(program: Program) -> None:
    program.begin()
    key = str(uuid4())
    program.react("1", "agree", key)
    program.react("1", "disagree")
    assert program.react("1", "agree", key).status_code == 200
    assert Vote.objects.get().value == -1


def test_a_round_says_first_what_is_fixed_and_how_hard_its_result_is(program: Program, round_: Round) -> None:
    said = program.ask("GET", "").json()
    assert said["fixed"] == round_.fixed
    assert said["answerBy"] == "2031-01-01"
    assert "kan meedoen" in said["assurance"]
    Round.objects.filter(pk=round_.pk).update(state=State.CLOSED)
    assert "kon meedoen" in program.ask("GET", "").json()["assurance"]
    assert [one["number"] for one in program.ask("GET", "/statements").json()] == ["1", "2", "3"]


def test_every_answer_names_the_version_and_lets_pages_elsewhere_read_it(program: Program) -> None:
    for answer in (program.ask("GET", ""), program.ask("GET", "/nothing"), program.ask("OPTIONS", "")):
        assert answer["API-Version"] == "1.0.0"
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_drafts_and_rounds_of_closed_challenges_are_not_there(program: Program, round_: Round) -> None:
    Round.objects.filter(pk=round_.pk).update(state=State.DRAFT)
    assert problem(program.ask("GET", ""))["status"] == 404
    Round.objects.filter(pk=round_.pk).update(state=State.OPEN)
    Challenge.objects.update(is_public=False)
    for path in ("", "/statements", "/result"):
        assert problem(program.ask("GET", path))["status"] == 404
    assert Client().get("/v1/rounds").json() == []
    assert problem(program.ask("POST", "/participations"))["status"] == 404


def test_a_closed_round_takes_nothing_and_says_so(program: Program, round_: Round) -> None:
    program.begin()
    Round.objects.filter(pk=round_.pk).update(state=State.CLOSED)
    assert problem(program.react("1", "agree"))["status"] == 409
    assert problem(program.ask("POST", "/submissions", key=str(uuid4()), body={"text": "Nog?"}))["status"] == 409
    assert problem(program.ask("POST", "/participations", token=""))["status"] == 409
    assert not Vote.objects.exists()


def test_all_that_is_wrong_is_said_at_once(program: Program) -> None:
    program.begin()
    said = problem(program.ask("PUT", "/statements/1/reaction", body={"value": "ja", "isImportant": "soms"}))
    assert said["status"] == 400
    assert len(said["errors"]) == 3, "value, importance, key"


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"value": NaN}', "\x00", '{"value": "agree"'])
def test_a_broken_body_is_a_problem_and_changes_nothing(program: Program, body: str) -> None:
    program.begin()
    answer = program.client.generic(
        "PUT",
        f"{program.root}/statements/1/reaction",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {program.token}", "Idempotency-Key": str(uuid4())},
    )
    assert problem(answer)["status"] == 400
    assert not Vote.objects.exists()


@pytest.mark.parametrize("number", ["99", "0", "-1", "é", "1%00", "a" * 300])
def test_a_statement_that_is_not_there_is_not_found(program: Program, number: str) -> None:
    program.begin()
    assert problem(program.react(number, "agree"))["status"] in (400, 404)


def test_the_token_of_another_round_or_of_nobody_opens_nothing(program: Program) -> None:
    elsewhere = Program(open_round())
    elsewhere.begin()
    for token in (elsewhere.token, "", "onzin", "a" * 5000):
        assert problem(program.ask("GET", "/reactions", token=token))["status"] == 401


def test_a_statement_is_brought_in_with_a_promise(program: Program) -> None:
    program.begin()
    key = str(uuid4())
    for _ in range(2):
        answer = program.ask("POST", "/submissions", key=key, body={"text": "  Er rijdt geen bus.  "})
        assert answer.status_code == 202
        assert answer.json()["dueAt"]
    assert Submission.objects.get().text == "Er rijdt geen bus."
    for text in ("", "   ", "x" * 201, "a\x00b", "a\x07b"):
        assert problem(program.ask("POST", "/submissions", key=str(uuid4()), body={"text": text}))["status"] == 400


def test_without_a_result_it_says_so(program: Program) -> None:
    assert problem(program.ask("GET", "/result"))["status"] == 404
