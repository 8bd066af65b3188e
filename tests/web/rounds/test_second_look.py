"""A second look at what was not shown, by somebody else; and what everyone may know about reading along."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from meervoud_web.conversations.models import Statement
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Appeal, Round, Rule, SubmissionState
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round
from tests.web.rounds.test_moderation import OWN_WORDS, brought_in, client, other_reader, reader, refused, round_
from tests.web.rounds.test_reactions import at_once

__all__ = ["client", "other_reader", "reader", "round_"]


def test_a_second_look_is_never_by_who_decided(client: Client, reader: Person, round_: Round) -> None:
    submission = refused(brought_in(round_), by=reader)
    appeal = Appeal.objects.create(submission=submission, text="Er staat niets persoonlijks in.")
    response = client.post(
        reverse("rounds:look_again", args=[round_.pk, appeal.pk]), {"is_granted": "True", "answer": "Ja."}
    )
    assert response.status_code == 403
    with pytest.raises(actions.OwnDecisionError):
        actions.answer_appeal(appeal, by=reader, is_granted=True, answer="Ja.")
    appeal.refresh_from_db()
    assert appeal.is_granted is None


@pytest.mark.parametrize(
    ("is_granted", "state"), [(True, SubmissionState.ACCEPTED), (False, SubmissionState.REFUSED)]
)
def test_a_second_look_lets_a_statement_take_part_or_says_why_not(
    client_of: ClientOf, reader: Person, other_reader: Person, round_: Round, is_granted: bool, state: str
) -> None:
    submission = refused(brought_in(round_), by=reader)
    appeal = Appeal.objects.create(submission=submission, text="Toch wel.")
    address = reverse("rounds:look_again", args=[round_.pk, appeal.pk])
    client_of(other_reader).post(address, {"is_granted": str(is_granted), "answer": "Daarom."})
    submission.refresh_from_db()
    assert submission.state == state
    assert Statement.objects.filter(text=OWN_WORDS).exists() == is_granted


@pytest.mark.django_db(transaction=True)
def test_two_second_looks_at_once_are_one(make_person: MakePerson) -> None:
    readers = [make_person(Role.FACILITATOR) for _ in range(3)]
    round_ = open_round()
    submission = refused(brought_in(round_), by=readers[0])
    appeal = Appeal.objects.create(submission=submission, text="Toch wel.")
    done = at_once(
        [
            lambda one=one, yes=yes: actions.answer_appeal(
                Appeal.objects.select_related("submission__round__conversation__challenge").get(pk=appeal.pk),
                by=one,
                is_granted=yes,
                answer="x",
            )
            for one, yes in ((readers[1], True), (readers[2], False))
        ]
    )
    assert sorted(type(one).__name__ for one in done) == ["DecidedAlreadyError", "NoneType"]


# --- what everyone may know ---------------------------------------------------------------------------------


def test_the_public_log_says_what_by_which_rule_in_which_role_and_nothing_more(
    reader: Person, round_: Round
) -> None:
    submission = brought_in(round_, "Geheime woorden van iemand.")
    actions.refuse(submission, by=reader, rule=Rule.OTHER_TOPIC, explanation="Geheime uitleg.")
    page = Client().get(reverse("rounds:log", args=[round_.code])).content.decode()
    assert "het gaat niet over deze vraag" in page
    assert "procesbegeleider" in page
    for secret in ("Geheime woorden", "Geheime uitleg", reader.name, reader.email):
        assert secret not in page


def test_the_public_rules_are_the_reasons_that_readers_can_choose(round_: Round) -> None:
    page = Client().get(reverse("rounds:house_rules", args=[round_.code])).content.decode()
    for _value, words in Rule.choices:
        assert str(words).capitalize()[:20] in page


def test_a_draft_has_no_public_log(round_: Round) -> None:
    Round.objects.update(state="draft")
    for name in ("log", "house_rules"):
        assert Client().get(reverse(f"rounds:{name}", args=[round_.code])).status_code == 404
