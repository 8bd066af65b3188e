"""Residents and partners propose a round, and hear what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Round, RoundProposal, State
from meervoud_web.rounds.queries.proposals import proposal_by_follow_code
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.test_reactions import at_once

KEY = "k" * 43
SAID = {
    "question": "Moet er een bankje bij de bushalte?",
    "reason": "Mijn moeder kan niet lang staan.",
    "key": KEY,
}


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(title="Samen langer thuis", slug="thuis", question="Hoe?", is_public=True)


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


def propose(challenge: Challenge, client: Client | None = None, **more: Any) -> Any:
    return (client or Client()).post(reverse("rounds:propose", args=[challenge.slug]), {**SAID, **more})


def test_who_proposes_gets_a_code_that_finds_the_proposal_back(challenge: Challenge) -> None:
    client = Client()
    client.get(reverse("rounds:propose", args=[challenge.slug]))
    response = propose(challenge, client)
    code = response.context["code"]
    assert code in response.content.decode()
    found = proposal_by_follow_code(code.lower().replace("-", " "))
    assert found is not None
    assert found.question == SAID["question"]
    assert "no-store" in response["Cache-Control"]


def test_the_code_is_kept_nowhere(challenge: Challenge) -> None:
    code = propose(challenge).context["code"]
    assert code.replace("-", "") not in str(RoundProposal.objects.values())


def test_a_form_that_is_sent_twice_is_one_proposal_with_one_code(challenge: Challenge) -> None:
    assert propose(challenge).context["code"] == propose(challenge).context["code"]
    assert RoundProposal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_that_is_sent_twice_at_once_is_one_proposal() -> None:
    challenge = Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)
    done = at_once([lambda: propose(challenge).context["code"]] * 2)
    assert done[0] == done[1]
    assert RoundProposal.objects.count() == 1


def test_each_form_gives_another_code(challenge: Challenge) -> None:
    forms = [Client().get(reverse("rounds:propose", args=[challenge.slug])).context["form"] for _ in range(2)]
    assert forms[0]["key"].value() != forms[1]["key"].value()


def test_nobody_can_propose_on_a_challenge_that_is_not_open(challenge: Challenge) -> None:
    Challenge.objects.update(is_public=False)
    assert propose(challenge).status_code == 404


def test_too_many_proposals_from_one_place_are_slowed_down(challenge: Challenge) -> None:
    for number in range(5):
        assert propose(challenge, key=f"{number}" * 43).status_code == 200
    response = propose(challenge, key="z" * 43)
    assert response.status_code == 429
    assert "over een kwartier" in response.content.decode()
    assert SAID["question"] in response.content.decode()
    assert RoundProposal.objects.count() == 5


def test_taking_a_proposal_up_makes_a_draft_with_its_question(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    propose(challenge)
    proposal = RoundProposal.objects.get()
    address = reverse("rounds:answer_proposal", args=[challenge.slug, proposal.pk])
    client_of(manager).post(address, {"is_taken_up": "True", "answer": "Goed idee."})
    round_ = Round.objects.get()
    proposal.refresh_from_db()
    assert (round_.state, round_.conversation.question, proposal.round) == (State.DRAFT, SAID["question"], round_)


def test_a_proposal_that_is_not_taken_up_gets_a_reason(
    challenge: Challenge, manager: Person, client_of: ClientOf
) -> None:
    propose(challenge)
    proposal, client = RoundProposal.objects.get(), client_of(manager)
    address = reverse("rounds:answer_proposal", args=[challenge.slug, proposal.pk])
    assert client.post(address, {"is_taken_up": "False", "answer": ""}).status_code == 422
    client.post(address, {"is_taken_up": "False", "answer": "Het bankje komt er al."})
    proposal.refresh_from_db()
    assert (proposal.is_taken_up, proposal.answer) == (False, "Het bankje komt er al.")
    assert not Round.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_are_one_answer_and_one_draft(make_person: MakePerson) -> None:
    manager = make_person(Role.CHALLENGE_MANAGER)
    challenge = Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)
    propose(challenge)
    proposal = RoundProposal.objects.get()
    done = at_once([lambda: actions.answer_proposal(proposal, by=manager, is_taken_up=True, answer="Ja.")] * 3)
    assert sum(isinstance(one, Round) for one in done) == 1
    assert Round.objects.count() == 1


def test_an_answer_that_is_late_is_called_late(challenge: Challenge, manager: Person, client_of: ClientOf) -> None:
    propose(challenge)
    RoundProposal.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    page = client_of(manager).get(reverse("rounds:proposals", args=[challenge.slug])).content.decode()
    assert "te laat: antwoord was beloofd op" in page
    assert "1 voorstel wacht op antwoord" in client_of(manager).get(challenge.get_absolute_url()).content.decode()


def followed(code: str) -> str:
    response = Client().get(reverse("rounds:followed", args=[code]))
    assert response["Cache-Control"] == "private, no-store"
    return response.content.decode()


def test_who_proposed_reads_the_answer_under_the_code(challenge: Challenge, manager: Person) -> None:
    code = propose(challenge).context["code"]
    assert "Er is nog geen antwoord" in followed(code)
    proposal = RoundProposal.objects.get()
    round_ = actions.answer_proposal(proposal, by=manager, is_taken_up=True, answer="Goed idee, wij vragen het.")
    assert round_ is not None
    assert "Goed idee, wij vragen het." in followed(code)
    assert round_.code not in followed(code)


def test_who_proposed_reads_that_the_answer_is_late(challenge: Challenge) -> None:
    code = propose(challenge).context["code"]
    RoundProposal.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
    assert "moeten horen" in followed(code)
