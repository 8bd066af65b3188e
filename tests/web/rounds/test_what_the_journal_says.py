"""The journal tells what was done with a round and how many took part: never what anybody said."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import JournalEntry, Link
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.people.models import Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.actions.moderate import accept, refuse
from meervoud_web.rounds.models import Moderation, RoundProposal, Rule, State, Submission
from tests.web.conftest import MakePerson
from tests.web.rounds.making import device_client, open_round, send, statement_ids

pytestmark = pytest.mark.django_db
SAID = "Wie hier woont, kent de weg naar de apotheek."


def verbs() -> list[str]:
    return list(JournalEntry.objects.order_by("pk").values_list("verb", flat=True))


def test_a_round_that_closes_leaves_a_tally_and_too_few_people_no_number(make_person: MakePerson) -> None:
    manager = make_person(Role.CHALLENGE_MANAGER)
    for people, told in ((2, "Minder dan 5 mensen deden mee."), (6, "6 mensen deden mee en gaven 6 reacties.")):
        round_ = open_round()
        for _person in range(people):
            phone = device_client()
            first = statement_ids(round_)[0]
            send(phone, f"/r/{round_.code}/stelling/", round_, stelling=first, reactie="eens")
        actions.close_round(round_, by=manager)
        entry = JournalEntry.objects.order_by("pk").last()
        assert entry is not None
        assert (entry.verb, entry.why) == ("round-closed", told)


def test_decisions_about_statements_are_told_without_their_words(make_person: MakePerson, client: Client) -> None:
    reader = make_person(Role.FACILITATOR)
    round_ = open_round(moderation=Moderation.BEFORE)
    for number in range(2):
        phone = device_client(round_)
        send(phone, f"/r/{round_.code}/eigen/", round_, tekst=f"{SAID} {number}")
    first, second = Submission.objects.order_by("pk")
    accept(first, by=reader)
    refuse(second, by=reader, rule=Rule.values[0], explanation="Dit kan niet.")
    assert verbs() == ["statement-accepted", "statement-refused"]
    assert SAID not in str(list(JournalEntry.objects.values()))
    page = client.get(f"/opgaven/{round_.conversation.challenge.slug}/tijdlijn/").content.decode()
    assert "liet een stelling meedoen" in page
    assert (
        "liet een stelling meedoen"
        not in client.get(round_.conversation.challenge.get_absolute_url()).content.decode()
    )


def test_a_proposal_that_is_taken_up_is_the_source_of_its_round(make_person: MakePerson) -> None:
    manager = make_person(Role.CHALLENGE_MANAGER)
    challenge = open_round().conversation.challenge
    proposal = RoundProposal.objects.create(
        challenge=challenge,
        question="Hoe komen wij bij de winkel?",
        follow_hash="x",
        answer_by=timezone.localdate(),
    )
    assert [one.what for one in waiting_for(manager, challenge)] == ["Een voorstel wacht op antwoord"]
    round_ = actions.answer_proposal(proposal, by=manager, is_taken_up=True, answer="Goed idee.")
    assert round_ is not None
    assert round_.state == State.DRAFT
    link = Link.objects.get()
    assert (link.from_kind, link.from_id, link.to_kind, link.to_id) == (
        "proposal",
        proposal.pk,
        "round",
        round_.pk,
    )
    assert verbs() == ["proposal-taken-up"]
