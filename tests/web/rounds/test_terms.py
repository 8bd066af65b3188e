"""What a round keeps about people goes when its term is over, and not a day sooner."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from meervoud_web.conversations.actions import add_statement, silence_statement
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import (
    Appeal,
    Forwarding,
    HelpRequest,
    Participation,
    Receipt,
    Round,
    RoundProposal,
    State,
    Submission,
    SubmissionState,
)
from tests.web.rounds.making import device_client, open_round, participation_of, statement_ids

pytestmark = pytest.mark.django_db


def answered(round_: Round, *, days: int) -> None:
    at = timezone.now() - timedelta(days=days)
    Round.objects.filter(pk=round_.pk).update(
        state=State.ANSWERED, answer="Er komt een huiskamer.", answered_at=at
    )


def somebody_in(round_: Round) -> Participation:
    mine = participation_of(device_client(round_), round_)
    actions.react(mine, statement_id=statement_ids(round_)[0], value=1, is_important=False, request_id=uuid4())
    return mine


def brought_in(round_: Round, state: SubmissionState, **more: object) -> Submission:
    return Submission.objects.create(
        round=round_, text="Wij helpen elkaar.", state=state, due_at=timezone.now(), **more
    )


def test_the_tie_to_a_device_is_cut_thirty_days_after_the_answer_and_the_reaction_stays() -> None:
    round_ = open_round()
    mine = somebody_in(round_)
    answered(round_, days=29)
    keep_terms()
    mine.refresh_from_db()
    assert mine.device_hash
    assert mine.follow_hash
    answered(round_, days=31)
    assert keep_terms()["ties to devices and follow codes"] == 1
    mine.refresh_from_db()
    assert (mine.device_hash, mine.follow_hash) == (None, None)
    assert Receipt.objects.filter(participation=mine).count() == 1


def test_a_round_that_heard_nothing_yet_keeps_its_ties() -> None:
    mine = somebody_in(open_round(state=State.OPEN))
    keep_terms()
    mine.refresh_from_db()
    assert mine.device_hash


def test_words_that_take_no_part_go_and_words_that_do_stay() -> None:
    round_ = open_round()
    refused = brought_in(round_, SubmissionState.REFUSED, rule="insult")
    Appeal.objects.create(submission=refused, text="Kijk nog eens.")
    for state in (
        SubmissionState.MERGED,
        SubmissionState.HELP,
        SubmissionState.WITHDRAWN,
        SubmissionState.WAITING,
    ):
        brought_in(round_, state)
    shown = brought_in(round_, SubmissionState.WAITING, statement_id=statement_ids(round_)[0])
    put_back = add_statement(conversation_id=round_.conversation_id, text="Terug in de rij.", is_seed=False)
    brought_in(round_, SubmissionState.WAITING, statement=put_back)
    silence_statement(put_back.pk)
    accepted = brought_in(round_, SubmissionState.ACCEPTED)
    Appeal.objects.create(submission=accepted, text="Kijk nog eens.", is_granted=True, answer="U hebt gelijk.")
    answered(round_, days=29)
    keep_terms()
    assert Submission.objects.count() == 8
    answered(round_, days=31)
    keep_terms()
    assert set(Submission.objects.all()) == {shown, accepted}
    assert not Appeal.objects.exists()


def test_a_hulpvraag_goes_thirty_days_after_it_was_last_brought_somewhere() -> None:
    round_, now = open_round(), timezone.now()
    long_ago, lately, never = (
        HelpRequest.objects.create(round=round_, request_id=uuid4(), text="Help.") for _ in range(3)
    )
    for asked, days in ((long_ago, 40), (long_ago, 31), (lately, 40), (lately, 29)):
        Forwarding.objects.create(help_request=asked, to="wijkteam", at=now - timedelta(days=days))
    assert keep_terms()["requests for help"] == 1
    assert set(HelpRequest.objects.all()) == {lately, never}


def test_a_proposal_goes_a_year_after_its_answer() -> None:
    round_ = open_round()
    for days in (366, 364, None):
        at = None if days is None else timezone.now() - timedelta(days=days)
        RoundProposal.objects.create(
            challenge=round_.conversation.challenge,
            question="Wat kan hier beter?",
            reason="Het kan beter.",
            follow_hash=uuid4().hex,
            answer_by=timezone.localdate(),
            answered_at=at,
        )
    assert keep_terms()["proposals for a round"] == 1
    assert RoundProposal.objects.count() == 2
