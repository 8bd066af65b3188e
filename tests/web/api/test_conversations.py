"""A program reads what came of conversations that were held elsewhere, as far as everyone may."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations.models import Conversation, Statement
from tests.web.conversations.ready import ready_at_once
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.django_db
ROOT = "/v1/conversations"


def ask(path: str = "", *, status: int = 200) -> Any:
    answer = Client().get(ROOT + path)
    assert answer.status_code == status
    return json.loads(answer.content)


@pytest.fixture
def challenge() -> Challenge:
    return Challenge.objects.create(title="Samen langer thuis", slug="thuis", question="Hoe?", is_public=True)


@pytest.fixture
def imported(challenge: Challenge) -> Conversation:
    return ready_at_once(challenge, title="Wat helpt u?", public=True)


def test_an_import_that_is_open_to_everyone_is_there_with_its_statements_and_its_result(
    imported: Conversation,
) -> None:
    (listed,) = ask()
    assert (listed["number"], listed["title"], listed["challenge"]) == (
        imported.pk,
        "Wat helpt u?",
        "Samen langer thuis",
    )
    assert ask(f"/{imported.pk}") == listed
    statements = ask(f"/{imported.pk}/statements")
    assert len(statements) == Statement.objects.filter(conversation=imported, is_moderated=False).count()
    result = ask(f"/{imported.pk}/result")
    assert result["assurance"] == listed["assurance"]
    assert result["result"]["method"]["name"]


def test_what_is_not_open_to_everyone_is_not_there(imported: Conversation, challenge: Challenge) -> None:
    Conversation.objects.update(is_public=False)
    assert ask() == []
    for path in ("", "/statements", "/result"):
        ask(f"/{imported.pk}{path}", status=404)
    Conversation.objects.update(is_public=True)
    Challenge.objects.update(is_public=False)
    ask(f"/{imported.pk}/result", status=404)


def test_a_round_that_runs_here_goes_by_its_code_only() -> None:
    round_ = open_round()
    Conversation.objects.update(vote_count=12)
    assert ask() == []
    for path in ("", "/statements", "/result"):
        ask(f"/{round_.conversation_id}{path}", status=404)


def test_a_longer_list_costs_no_more_questions(challenge: Challenge, imported: Conversation) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            ask()
        return len(queries)

    one = asked()
    ready_at_once(challenge, title="Nog een", public=True)
    assert asked() == one


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "x", "1.5"])
def test_a_number_that_no_conversation_has_is_a_problem(number: str) -> None:
    answer = Client().get(f"{ROOT}/{number}")
    assert answer.status_code in (400, 404)
    assert answer["Content-Type"] == "application/problem+json"
