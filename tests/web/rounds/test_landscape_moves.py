"""While a round runs the landscape moves: soon, but never so that it shows who reacted how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud import landscape
from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.analyses.models import Analysis, AnalysisInput
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Participation, Round, State
from tests.web.rounds.moving import (
    BOTH,
    PEOPLE,
    let_react,
    round_with_statements,
    statements_of,
    waiting_for,
    work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_() -> Round:
    return round_with_statements()


def test_the_fifth_person_asks_for_the_first_landscape_in_the_same_commit(round_: Round) -> None:
    let_react(round_, range(4))
    assert waiting_for(round_) == set()
    let_react(round_, range(4, 5), turns=1)
    assert waiting_for(round_) == {Audience.STAFF.value}


def test_one_person_alone_never_moves_a_result_however_often_they_react(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    (alone,) = let_react(round_, range(100, 101))
    for turn in range(20):
        actions.react(
            alone,
            statement_id=statements_of(round_)[0],
            value=(-1) ** turn,
            is_important=False,
            request_id=uuid4(),
        )
    assert waiting_for(round_) == set()


def test_everyone_sees_nothing_move_for_people_who_do_not_take_part_in_what_they_see(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    let_react(round_, range(100, 109), turns=2)
    assert waiting_for(round_) == {Audience.STAFF.value}


def test_what_comes_in_while_an_analysis_runs_is_in_the_next_one(round_: Round, monkeypatch: Any) -> None:
    let_react(round_, range(PEOPLE))
    compute = analyses.run._compute

    def meanwhile(*given: Any) -> Any:
        if Participation.objects.count() == PEOPLE:
            let_react(round_, range(100, 106))
        return compute(*given)

    monkeypatch.setattr(analyses.run, "_compute", meanwhile)
    assert len(work()) == 1
    assert waiting_for(round_) == BOTH
    work()
    for audience in Audience:
        found = analyses_queries.newest_result(audience, round_.conversation_id)
        assert found is not None
        assert found.summary["amounts"]["participants"] == PEOPLE + 6
    assert waiting_for(round_) == set()


def test_the_next_analysis_leaves_the_machine_some_rest(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    Analysis.objects.update(seconds=9.0)
    before = timezone.now()
    let_react(round_, range(100, 106))
    task = DBTaskResult.objects.order_by("-enqueued_at").first()
    assert task is not None
    assert timedelta(seconds=80) < task.run_after - before < timedelta(seconds=100)
    assert Analysis.objects.filter(state=Analysis.State.WAITING, lease_until__gt=task.run_after).count() == 1
    assert analyses.resume_abandoned() == 0


def test_reactions_under_way_cost_one_light_question_more(round_: Round, monkeypatch: Any) -> None:
    (first, *_) = let_react(round_, range(PEOPLE))

    def once() -> None:
        actions.react(
            first, statement_id=statements_of(round_)[0], value=1, is_important=False, request_id=uuid4()
        )

    with CaptureQueriesContext(connection) as with_looking:
        once()
    monkeypatch.setattr(conversations, "look_again", lambda conversation_id: None)
    with CaptureQueriesContext(connection) as without:
        once()
    assert len(with_looking) - len(without) == 1


def test_lists_show_the_amounts_of_the_newest_landscape(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    found = Conversation.objects.get(pk=round_.conversation_id)
    assert (found.participant_count, found.vote_count) == (0, 0)
    work()
    found.refresh_from_db()
    assert (found.participant_count, found.vote_count) == (PEOPLE, PEOPLE * 8)


def test_groups_keep_their_names_from_one_landscape_to_the_next(round_: Round, monkeypatch: Any) -> None:
    seen: list[int] = []
    follow = landscape.keep_names
    monkeypatch.setattr(
        "meervoud.landscape.keep_names", lambda new, old: seen.append(len(old.members.ids)) or follow(new, old)
    )
    let_react(round_, range(PEOPLE))
    work()
    work()
    let_react(round_, range(100, 106))
    work()
    work()
    assert seen == [PEOPLE, PEOPLE]


# --- asking by hand, and closing ------------------------------------------------------------------------------


def test_nobody_can_ask_for_a_result_that_would_show_what_a_few_people_did(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    let_react(round_, range(100, 103))
    conversation = Conversation.objects.get(pk=round_.conversation_id)
    with pytest.raises(conversations.TooFewChangesError):
        conversations.analyse_conversation(conversation)
    Round.objects.filter(pk=round_.pk).update(state=State.CLOSED)
    conversations.analyse_conversation(conversation)
    assert waiting_for(round_) == BOTH


def test_when_a_round_closes_its_last_result_counts_everybody(
    round_: Round, make_person: Callable[..., Person]
) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    let_react(round_, range(100, 102))
    actions.close_round(round_, by=make_person(Role.FACILITATOR))
    assert waiting_for(round_) == BOTH
    work()
    for audience in Audience:
        found = analyses_queries.newest_result(audience, round_.conversation_id)
        assert found is not None
        assert found.summary["amounts"]["participants"] == PEOPLE + 2


def test_a_round_that_closes_by_its_clock_counts_everybody_too(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    people = let_react(round_, range(100, 102))
    analyses.look_everywhere()
    assert waiting_for(round_) == set()
    Round.objects.filter(pk=round_.pk).update(closes_at=timezone.now())
    analyses.look_everywhere()
    assert waiting_for(round_) == BOTH
    work()
    analyses.look_everywhere()
    assert waiting_for(round_) == set()
    actions.withdraw_everything(people[0])  # alone: that would show by subtraction
    assert waiting_for(round_) == set()


def test_of_passing_results_the_newest_stay_and_the_last_of_each_day(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    for turn in range(1, 6):
        work()
        work()
        yesterday = timezone.now() - timedelta(days=1)
        if turn == 2:
            Analysis.objects.exclude(finished_at=None).update(finished_at=yesterday)
        let_react(round_, range(100 * turn, 100 * turn + 5))
    done = Analysis.objects.filter(source=Audience.STAFF, state=Analysis.State.DONE)
    assert done.count() == 3
    assert AnalysisInput.objects.count() == 2
