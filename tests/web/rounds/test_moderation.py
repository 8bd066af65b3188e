"""Read what people bring in: public rules, one decision each, a log without texts, a second look by another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.conversations.models import Statement, Vote
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import (
    HelpRequest,
    Moderation,
    ModerationEntry,
    Round,
    Rule,
    Submission,
    SubmissionState,
)
from meervoud_web.rounds.queries.moderating import clock
from tests.web.conftest import ClientOf, MakePerson
from tests.web.rounds.making import open_round, statement_ids
from tests.web.rounds.test_reactions import at_once

OWN_WORDS = "Bel Jan op 06-12345678 als u hulp wilt."


@pytest.fixture
def reader(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR)


@pytest.fixture
def other_reader(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


@pytest.fixture
def client(reader: Person, client_of: ClientOf) -> Client:
    return client_of(reader)


@pytest.fixture
def round_(db: None) -> Round:
    return open_round()


def brought_in(round_: Round, text: str = OWN_WORDS) -> Submission:
    mine = actions.participate(round_, device=new_device_secret())
    return actions.submit(mine, text=text, request_id=uuid4())


def decide(client: Client, submission: Submission, act: str, **data: Any) -> Any:
    address = reverse("rounds:decide", args=[submission.round_id, submission.pk])
    return client.post(address, {"act": act, **data})


def refused(submission: Submission, *, by: Person) -> Submission:
    actions.refuse(submission, by=by, rule=Rule.TWICE, explanation="Staat er al.")
    submission.refresh_from_db()
    return submission


def test_what_is_accepted_takes_part(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    client.post(reverse("rounds:accept", args=[round_.pk, submission.pk]))
    submission.refresh_from_db()
    assert submission.state == SubmissionState.ACCEPTED
    assert submission.statement.text == OWN_WORDS


def test_what_is_refused_does_not_take_part_and_says_why(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    assert decide(client, submission, "refuse", rule="personal").status_code == 422
    decide(client, submission, "refuse", rule="personal", explanation="Laat het nummer weg.")
    submission.refresh_from_db()
    assert (submission.state, submission.rule) == (SubmissionState.REFUSED, Rule.PERSONAL)
    assert Statement.objects.count() == 3


def test_only_the_public_rules_are_reasons(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    assert decide(client, submission, "refuse", rule="not-my-taste", explanation="Nee.").status_code == 422


def test_words_about_a_person_are_forgotten_when_they_are_taken_out(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    decide(client, submission, "redact", text="Bel iemand als u hulp wilt.")
    submission.refresh_from_db()
    assert submission.is_redacted
    assert submission.statement.text == submission.text == "Bel iemand als u hulp wilt."
    for model in (Submission, Statement, ModerationEntry):
        for row in model.objects.values():
            assert "06-12345678" not in str(row)


def test_a_redaction_that_takes_nothing_out_is_refused(client: Client, round_: Round) -> None:
    assert decide(client, brought_in(round_), "redact", text=f" {OWN_WORDS} ").status_code == 422


def test_merging_joins_words_and_counts_no_reaction(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    target = statement_ids(round_)[0]
    decide(client, submission, "merge", statement=target)
    submission.refresh_from_db()
    assert (submission.state, submission.statement_id) == (SubmissionState.MERGED, target)
    assert Vote.objects.count() == 0


def test_a_statement_of_another_round_is_no_target(client: Client, round_: Round) -> None:
    elsewhere = statement_ids(open_round())[0]
    assert decide(client, brought_in(round_), "merge", statement=elsewhere).status_code == 422


def test_a_cry_for_help_leaves_the_round_and_waits_where_help_is(client: Client, round_: Round) -> None:
    submission = brought_in(round_, "Ik word thuis geslagen.")
    client.post(reverse("rounds:hand_over", args=[round_.pk, submission.pk]))
    assert HelpRequest.objects.get().text == "Ik word thuis geslagen."
    assert (
        "Ik word thuis geslagen." in client.get(reverse("rounds:help_requests", args=[round_.pk])).content.decode()
    )


# --- read afterwards ----------------------------------------------------------------------------------------


def test_read_afterwards_a_statement_takes_part_and_is_silenced_when_refused(reader: Person, db: None) -> None:
    submission = brought_in(open_round(moderation=Moderation.AFTER))
    assert not submission.statement.is_moderated
    refused(submission, by=reader)
    assert (submission.statement.is_moderated, submission.statement.text) == (True, "")


def test_read_afterwards_accepting_makes_no_second_statement(reader: Person, db: None) -> None:
    submission = brought_in(open_round(moderation=Moderation.AFTER))
    actions.accept(submission, by=reader)
    assert Statement.objects.filter(text=OWN_WORDS).count() == 1


def test_read_afterwards_the_words_that_are_taken_out_are_gone_everywhere(reader: Person, db: None) -> None:
    submission = brought_in(open_round(moderation=Moderation.AFTER))
    actions.redact(submission, by=reader, text="Bel iemand.")
    assert not Statement.objects.filter(text=OWN_WORDS).exists()
    assert Statement.objects.filter(text="Bel iemand.", is_moderated=False).count() == 1


def test_read_afterwards_a_statement_is_not_merged_with_itself(reader: Person, db: None) -> None:
    submission = brought_in(open_round(moderation=Moderation.AFTER))
    with pytest.raises(actions.NoSuchTargetError):
        actions.merge(submission, by=reader, statement_id=submission.statement_id or 0)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WAITING


# --- one decision each --------------------------------------------------------------------------------------


def test_who_comes_second_hears_that_somebody_decided(client: Client, round_: Round, other_reader: Person) -> None:
    submission = brought_in(round_)
    actions.accept(submission, by=other_reader)
    response = client.post(
        reverse("rounds:decide", args=[round_.pk, submission.pk]),
        {"act": "refuse", "rule": "twice", "explanation": "Dubbel."},
        follow=True,
    )
    assert "Iemand anders las deze stelling al" in response.content.decode()
    submission.refresh_from_db()
    assert submission.state == SubmissionState.ACCEPTED


@pytest.mark.django_db(transaction=True)
def test_of_many_decisions_at_once_one_counts_and_one_is_logged(make_person: MakePerson) -> None:
    reader = make_person(Role.FACILITATOR)
    round_ = open_round()
    submission = brought_in(round_)
    target = statement_ids(round_)[0]
    done = at_once(
        [
            lambda: actions.accept(submission, by=reader),
            lambda: actions.redact(submission, by=reader, text="Anders."),
            lambda: actions.refuse(submission, by=reader, rule=Rule.TWICE, explanation="x"),
            lambda: actions.merge(submission, by=reader, statement_id=target),
            lambda: actions.hand_over(submission, by=reader),
            lambda: actions.accept(submission, by=reader),
        ]
    )
    assert sum(not isinstance(one, Exception) for one in done) == 1
    assert {type(one) for one in done if isinstance(one, Exception)} == {actions.DecidedAlreadyError}
    assert ModerationEntry.objects.count() == 1
    assert Statement.objects.count() <= 4


def test_what_was_taken_back_cannot_be_decided_about(reader: Person, round_: Round) -> None:
    submission = brought_in(round_)
    actions.withdraw_statement(submission)
    with pytest.raises(actions.DecidedAlreadyError):
        actions.accept(submission, by=reader)
    assert Statement.objects.count() == 3


def test_a_slip_can_be_undone_and_decided_again(client: Client, reader: Person, round_: Round) -> None:
    submission = brought_in(round_)
    actions.accept(submission, by=reader)
    client.post(reverse("rounds:put_back", args=[round_.pk, submission.pk]))
    submission.refresh_from_db()
    assert submission.state == SubmissionState.WAITING
    assert submission.statement.is_moderated
    actions.accept(submission, by=reader)
    assert Statement.objects.filter(text=OWN_WORDS, is_moderated=False).count() == 1
    assert Statement.objects.count() == 4


def test_undoing_a_merge_leaves_the_other_statement_alone(reader: Person, round_: Round) -> None:
    submission, target = brought_in(round_), statement_ids(round_)[0]
    actions.merge(submission, by=reader, statement_id=target)
    submission.refresh_from_db()
    actions.put_back(submission, by=reader)
    submission.refresh_from_db()
    assert submission.statement_id is None
    assert not Statement.objects.get(pk=target).is_moderated


def test_who_does_not_read_for_rounds_decides_nothing(round_: Round, make_person: MakePerson) -> None:
    with pytest.raises(PermissionDenied):
        actions.accept(brought_in(round_), by=make_person(Role.CIVIL_SERVANT))


def test_a_statement_is_only_found_on_its_own_round(client: Client, round_: Round) -> None:
    elsewhere = brought_in(open_round())
    for name in ("decide", "accept", "put_back", "hand_over"):
        assert client.post(reverse(f"rounds:{name}", args=[round_.pk, elsewhere.pk])).status_code == 404


# --- the clock ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(minutes=1), "nog 1 minuut"),
        (timedelta(hours=3, minutes=20), "nog 3 uur"),
        (timedelta(days=3), "nog 3 dagen"),
        (-timedelta(hours=5), "te laat: 5 uur"),
    ],
)
def test_the_clock_says_how_long_a_statement_may_still_wait(left: timedelta, words: str) -> None:
    now = timezone.now()
    assert clock(now + left, now=now) == words


def test_the_oldest_promise_stands_first_and_late_is_called_late(client: Client, round_: Round) -> None:
    new, old = brought_in(round_, "Nieuw."), brought_in(round_, "Oud.")
    Submission.objects.filter(pk=old.pk).update(due_at=timezone.now() - timedelta(hours=2))
    page = client.get(reverse("rounds:queue", args=[round_.pk]))
    assert [one.submission.pk for one in page.context["waiting"]] == [old.pk, new.pk]
    assert "te laat: 2 uur" in page.content.decode()


def test_what_may_lead_to_a_person_is_pointed_out_to_the_reader(client: Client, round_: Round) -> None:
    submission = brought_in(round_)
    for address in (
        reverse("rounds:queue", args=[round_.pk]),
        reverse("rounds:decide", args=[round_.pk, submission.pk]),
    ):
        assert "een telefoonnummer" in client.get(address).content.decode()


def test_the_statement_that_says_the_same_is_offered_first(client: Client, round_: Round) -> None:
    submission = brought_in(round_, "De gemeente doet echt te weinig!")
    page = client.get(reverse("rounds:decide", args=[round_.pk, submission.pk]))
    assert page.context["statements"][0][1] == "De gemeente doet te weinig."
    assert len(page.context["statements"]) == 3
