"""Reactions that come in from elsewhere are kept whole, and come out as they went in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud import landscape
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote
from meervoud_web.conversations.queries.votes import public_votes_of, votes_of
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson
from tests.web.conversations.conftest import votes_of_two_groups

POLIS = Path(__file__).parents[4] / "shared" / "data" / "polis-conversations"


def test_votes_come_out_as_they_went_in(conversation: Conversation, votes: landscape.Votes) -> None:
    kept = votes_of(conversation)
    assert kept.fingerprint() == votes.fingerprint()
    assert kept.texts == votes.texts
    assert kept.times is not None
    assert votes.times is not None
    assert np.array_equal(kept.times, votes.times)


def test_participants_without_a_vote_moderation_and_marks_are_kept(challenge: Challenge) -> None:
    votes = landscape.Votes.from_arrays(
        ["a", "a", "b"],
        ["1", "2", "1"],
        [1, -1, 0],
        important=[True, False, False],
        moderated={"2": True, "3": False},
        silent=["c"],
    )
    kept = votes_of(actions.import_votes(challenge=challenge, title="t", votes=votes))
    assert kept.participants == ("a", "b", "c")
    assert kept.fingerprint() == votes.fingerprint()


@pytest.mark.parametrize("name", ["scoop-hivemind.biodiversity", "vtaiwan.uberx"])
def test_a_real_polis_export_keeps_its_fingerprint(challenge: Challenge, name: str) -> None:
    if not (POLIS / name).exists():
        pytest.skip("../shared/data is not here")
    votes = landscape.read_votes(POLIS / name)
    conversation = actions.import_votes(challenge=challenge, title=name, votes=votes)
    assert votes_of(conversation).fingerprint() == votes.fingerprint()


def test_an_import_that_fails_at_its_last_step_leaves_nothing(
    challenge: Challenge, votes: landscape.Votes
) -> None:
    impossible = actions.FileFacts(name="x.csv", size=-1, sha256="")
    with pytest.raises(IntegrityError):
        actions.import_votes(challenge=challenge, title="half", votes=votes, file=impossible)
    for model in (Conversation, Participant, Statement, Vote):
        assert not model.objects.exists()


def test_one_person_has_one_vote_on_a_statement(conversation: Conversation) -> None:
    vote = Vote.objects.filter(statement__conversation=conversation).first()
    assert vote is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(participant_id=vote.participant_id, statement_id=vote.statement_id, value=0)


def test_a_vote_is_agree_pass_or_disagree(conversation: Conversation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.filter(statement__conversation=conversation).update(value=2)


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_lead_the_work_may_import(
    challenge: Challenge, votes: landscape.Votes, make_person: MakePerson, role: Role
) -> None:
    person: Person = make_person(role)
    if role in (Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER, Role.FACILITATOR):
        assert actions.import_votes(challenge=challenge, title="t", votes=votes, by=person).pk
    else:
        with pytest.raises(PermissionDenied):
            actions.import_votes(challenge=challenge, title="t", votes=votes, by=person)


def test_the_public_gets_new_ids_no_times_and_nobody_with_few_votes(challenge: Challenge) -> None:
    many = [("a", str(one), 1) for one in range(9)]
    few = [("b", str(one), -1) for one in range(6)]
    hidden = [("c", str(one), 1) for one in range(6)] + [("c", "8", 1)]
    who, what, values = zip(*many, *few, *hidden, strict=True)
    votes = landscape.Votes.from_arrays(who, what, values, times=range(len(who)), moderated={"8": True})
    conversation = actions.import_votes(challenge=challenge, title="t", votes=votes)

    public = public_votes_of(conversation)

    assert public.times is None
    assert public.shape == (1, 8), "b has six votes, and one of c's seven is on a statement that is moderated out"
    assert not {"a", "b", "c"} & set(public.participants)
    assert "8" not in public.statements


def test_votes_of_asks_the_database_three_times_whatever_the_size(
    challenge: Challenge, django_assert_num_queries: object
) -> None:
    for people in (20, 200):
        conversation = actions.import_votes(
            challenge=challenge, title="t", votes=votes_of_two_groups(people=people)
        )
        with django_assert_num_queries(3):  # type: ignore[operator]
            votes_of(conversation)
