"""Nothing acknowledged is lost, nothing counts twice, and the last word counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Participant, Vote
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Participation, Receipt, Round, State, Submission, SubmissionState
from tests.web.rounds.making import open_round, statement_ids


def react(mine: Participation, statement: int, value: int | None, request_id: UUID | None = None) -> None:
    actions.react(mine, statement_id=statement, value=value, is_important=False, request_id=request_id or uuid4())


def said(mine: Participation) -> dict[int, int]:
    return dict(Vote.objects.filter(participant_id=mine.participant_id).values_list("statement_id", "value"))


def at_once(acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do all of it at the same moment, each in a thread with a connection of its own; errors are results too."""
    line = Barrier(len(acts))

    def act(one: Callable[[], Any]) -> Any:
        close_old_connections()
        line.wait()
        try:
            return one()
        except Exception as error:  # noqa: BLE001 an error is a result here
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


@pytest.fixture
def round_(db: None) -> Round:
    return open_round()


@pytest.fixture
def mine(round_: Round) -> Participation:
    return actions.participate(round_, device=new_device_secret())


# --- one after the other ------------------------------------------------------------------------------------


def test_a_device_that_comes_back_is_the_same_participant(round_: Round) -> None:
    device = new_device_secret()
    assert actions.participate(round_, device=device) == actions.participate(round_, device=device)
    assert Participant.objects.count() == 1


def test_the_tables_do_not_tell_that_one_device_takes_part_in_two_rounds(round_: Round) -> None:
    device = new_device_secret()
    here, there = actions.participate(round_, device=device), actions.participate(open_round(), device=device)
    for kept in ("device_hash", "follow_hash"):
        assert getattr(here, kept) != getattr(there, kept)


def test_the_last_word_counts_and_every_word_is_kept(mine: Participation) -> None:
    statement = statement_ids(mine.round)[0]
    for value in (1, -1, 0):
        react(mine, statement, value)
    assert said(mine) == {statement: 0}
    assert list(mine.receipts.values_list("value", flat=True)) == [1, -1, 0]


def test_a_reaction_can_be_taken_back(mine: Participation) -> None:
    statement = statement_ids(mine.round)[0]
    react(mine, statement, 1)
    react(mine, statement, None)
    assert said(mine) == {}


def test_a_request_that_arrives_late_again_does_not_undo_a_change_of_mind(mine: Participation) -> None:
    statement, early = statement_ids(mine.round)[0], uuid4()
    react(mine, statement, 1, early)
    react(mine, statement, -1)
    react(mine, statement, 1, early)
    assert list(mine.receipts.values_list("value", flat=True)) == [1, -1]
    assert said(mine) == {statement: -1}


def test_a_statement_of_another_round_cannot_be_reacted_to(mine: Participation) -> None:
    with pytest.raises(actions.NoSuchStatementError):
        react(mine, statement_ids(open_round())[0], 1)
    assert not Receipt.objects.exists()


def test_a_statement_that_is_out_cannot_be_reacted_to(mine: Participation) -> None:
    statement = statement_ids(mine.round)[0]
    conversations.silence_statement(statement)
    with pytest.raises(actions.NoSuchStatementError):
        react(mine, statement, 1)


@pytest.mark.parametrize(
    "closed",
    [
        {"state": State.CLOSED},
        {"state": State.DRAFT},
        {"closes_at": timezone.now() - timedelta(seconds=1)},
        {"opens_at": timezone.now() + timedelta(hours=1)},
    ],
)
def test_a_round_that_is_not_open_takes_nothing(mine: Participation, closed: dict[str, Any]) -> None:
    Round.objects.filter(pk=mine.round_id).update(**closed)
    with pytest.raises(actions.RoundIsNotOpenError):
        react(mine, statement_ids(mine.round)[0], 1)
    fresh = Round.objects.get(pk=mine.round_id)
    with pytest.raises(actions.RoundIsNotOpenError):
        actions.participate(fresh, device=new_device_secret())
    with pytest.raises(actions.RoundIsNotOpenError):
        actions.submit(Participation.objects.get(pk=mine.pk), text="Mag dit nog?", request_id=uuid4())


def test_a_statement_brought_in_twice_under_one_request_is_one(mine: Participation) -> None:
    request_id = uuid4()
    first = actions.submit(mine, text="Er is te weinig vervoer.", request_id=request_id)
    assert actions.submit(mine, text="Er is te weinig vervoer.", request_id=request_id) == first
    assert first.state == SubmissionState.WAITING
    assert first.due_at - first.submitted_at == pytest.approx(timedelta(hours=24), abs=timedelta(seconds=5))


def test_what_waits_is_no_statement_yet_unless_it_is_read_afterwards(mine: Participation) -> None:
    actions.submit(mine, text="Eerst lezen.", request_id=uuid4())
    assert mine.round.conversation.statements.count() == 3
    Round.objects.filter(pk=mine.round_id).update(moderation="after")
    actions.submit(Participation.objects.get(pk=mine.pk), text="Meteen tonen.", request_id=uuid4())
    assert mine.round.conversation.statements.filter(text="Meteen tonen.", is_moderated=False).count() == 1


def test_nobody_floods_a_round_with_statements(mine: Participation) -> None:
    for number in range(20):
        actions.submit(mine, text=f"Mening {number}", request_id=uuid4())
    with pytest.raises(actions.TooManyStatementsError):
        actions.submit(mine, text="Nog een", request_id=uuid4())


def test_a_statement_that_is_taken_back_leaves_no_words(mine: Participation) -> None:
    Round.objects.filter(pk=mine.round_id).update(moderation="after")
    fresh = Participation.objects.get(pk=mine.pk)
    submission = actions.submit(fresh, text="Ik schaam mij hiervoor.", request_id=uuid4())
    actions.withdraw_statement(submission)
    assert submission.statement is not None
    submission.refresh_from_db()
    submission.statement.refresh_from_db()
    assert (submission.text, submission.state) == ("", SubmissionState.WITHDRAWN)
    assert (submission.statement.text, submission.statement.is_moderated) == ("", True)


def test_who_takes_everything_back_was_never_there(mine: Participation) -> None:
    react(mine, statement_ids(mine.round)[0], 1)
    actions.submit(mine, text="Dit zei ik.", request_id=uuid4())
    actions.withdraw_everything(mine)
    assert not Participant.objects.exists()
    assert not Vote.objects.exists()
    assert not Receipt.objects.exists()
    assert not Submission.objects.exclude(text="").exists()
    with pytest.raises(actions.NotTakingPartError):
        react(mine, statement_ids(mine.round)[0], 1)


def test_another_device_goes_on_and_the_first_is_let_go(mine: Participation) -> None:
    other = new_device_secret()
    actions.go_on_with(mine, device=other)
    assert actions.participate(mine.round, device=other) == mine


# --- at the same moment -------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_fifty_identical_reactions_at_once_are_one() -> None:
    mine = actions.participate(open_round(), device=new_device_secret())
    statement, request_id = statement_ids(mine.round)[0], uuid4()
    found = at_once([lambda: react(mine, statement, 1, request_id)] * 50)
    assert found == [None] * 50, "nobody hears of an error"
    assert Receipt.objects.count() == 1
    assert said(mine) == {statement: 1}


@pytest.mark.django_db(transaction=True)
def test_the_reaction_that_counts_is_that_of_the_newest_receipt_however_they_race() -> None:
    mine = actions.participate(open_round(), device=new_device_secret())
    statement = statement_ids(mine.round)[0]
    at_once([lambda value=value: react(mine, statement, value) for value in (1, -1, 0, 1, -1, None) * 4])
    newest = mine.receipts.latest("pk").value
    assert said(mine) == ({} if newest is None else {statement: newest})


@pytest.mark.django_db(transaction=True)
def test_one_device_that_begins_ten_times_at_once_is_one_participant() -> None:
    round_, device = open_round(), new_device_secret()
    found = at_once([lambda: actions.participate(round_, device=device)] * 10)
    assert {one.pk for one in found} == {Participation.objects.get().pk}
    assert Participant.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_reacting_while_everything_is_taken_back_leaves_all_or_nothing() -> None:
    round_ = open_round()
    statement = statement_ids(round_)[0]
    for _ in range(5):
        mine = actions.participate(round_, device=new_device_secret())
        acts: list[Callable[[], Any]] = [lambda mine=mine: react(mine, statement, 1)] * 6
        found = at_once([*acts, lambda mine=mine: actions.withdraw_everything(mine)])
        wrong = [one for one in found if isinstance(one, Exception)]
        assert all(isinstance(one, actions.NotTakingPartError) for one in wrong), wrong
    assert not Participation.objects.exists()
    assert not Receipt.objects.exists()
    assert not Vote.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_statements_that_are_added_at_once_get_numbers_of_their_own() -> None:
    conversation = open_round().conversation
    found = at_once(
        [
            lambda number=number: conversations.add_statement(
                conversation_id=conversation.pk, text=f"Mening {number}", is_seed=False
            )
            for number in range(8)
        ]
    )
    assert not [one for one in found if isinstance(one, Exception)]
    numbers = conversation.statements.values_list("external_id", flat=True)
    assert sorted(map(int, numbers)) == list(range(1, 12))
