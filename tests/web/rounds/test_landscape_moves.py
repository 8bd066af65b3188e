"""While a round runs the landscape moves: soon, but never so that it shows who reacted how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud import landscape
from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.analyses.models import UNFINISHED, Analysis, AnalysisInput, Picture
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.models import Audience, Conversation, Participant, Statement
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.models import Participation, Round, State
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.django_db

PEOPLE = 24
TEXTS = [f"Stelling nummer {number}" for number in range(10)]


@pytest.fixture
def round_() -> Round:
    made = open_round(statements=TEXTS)
    Conversation.objects.filter(pk=made.conversation_id).update(is_public=True)
    return made


def statements_of(round_: Round) -> list[int]:
    return list(Statement.objects.filter(conversation_id=round_.conversation_id).values_list("pk", flat=True))


def let_react(round_: Round, people: range, *, turns: int = 8) -> list[Participation]:
    """Two groups that disagree on all but the last statements."""
    made = []
    for person in people:
        participation = actions.participate(round_, device=f"toestel {person}")
        for place, statement in enumerate(statements_of(round_)[:turns]):
            value = 1 if (person % 2 == 0 or place > 7) else -1
            actions.react(
                participation, statement_id=statement, value=value, is_important=False, request_id=uuid4()
            )
        made.append(participation)
    return made


def work() -> list[Analysis]:
    """Do what the worker does with what waits."""
    waiting = list(Analysis.objects.filter(state=Analysis.State.WAITING))
    for one in waiting:
        Analysis.objects.filter(pk=one.pk).update(parameters={"resamples": 5})
        assert analyses.run_analysis(one.pk), Analysis.objects.get(pk=one.pk).error
    return waiting


def waiting_for(round_: Round) -> set[str]:
    asked = Analysis.objects.filter(subject=round_.conversation_id, state__in=UNFINISHED)
    return set(asked.values_list("source", flat=True))


BOTH = {Audience.EVERYONE.value, Audience.STAFF.value}


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


# --- taking back ---------------------------------------------------------------------------------------------


def test_no_result_moves_when_one_person_takes_everything_back_and_it_does_after_five(round_: Round) -> None:
    people = let_react(round_, range(PEOPLE))
    work()
    work()
    for one in people[:4]:
        actions.withdraw_everything(one)
        assert waiting_for(round_) == set()
    actions.withdraw_everything(people[4])
    assert waiting_for(round_) == BOTH


def test_who_came_and_went_between_two_results_does_not_count_as_a_change(round_: Round) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    for number in range(100, 106):
        (one,) = let_react(round_, range(number, number + 1), turns=7)
        actions.withdraw_everything(one)
    assert waiting_for(round_) == set()


KINDS = ("polis.zip", "reacties.csv", "stellingen.csv", "meningenlandschap.svg", "meningenlandschap.json")


def everything_public(client: Client, conversation_id: int) -> bytes:
    pages = ("", "stellingen/", "berekening/", "lijst/shared/", *(f"bestand/{kind}" for kind in KINDS))
    said = b""
    for page in pages:
        response = client.get(f"/stellingenrondes/{conversation_id}/{page}")
        assert response.status_code in {200, 404}, page
        said += response.content
    return said


def test_who_took_everything_back_is_in_no_public_page_or_file_from_that_moment(
    round_: Round, client: Client
) -> None:
    people = let_react(round_, range(PEOPLE))
    work()
    work()
    gone = Participant.objects.get(pk=people[0].participant_id)
    assert gone.public_id.encode() in everything_public(client, round_.conversation_id)
    actions.withdraw_everything(people[0])
    said = everything_public(client, round_.conversation_id)
    assert gone.public_id.encode() not in said
    assert gone.external_id.encode() not in said
    other = Participant.objects.filter(conversation_id=round_.conversation_id).first()
    assert other is not None
    assert other.public_id.encode() in said


def test_words_that_were_taken_back_are_gone_from_every_page_file_and_picture(
    round_: Round, client: Client
) -> None:
    token = "zilverreiger-4711"
    Statement.objects.filter(pk=statements_of(round_)[0]).update(text=f"Hier staat {token}")
    let_react(round_, range(PEOPLE))
    work()
    work()
    assert token.encode() in everything_public(client, round_.conversation_id)
    Picture.objects.update(svg=f"<svg><text>{token}</text></svg>")  # as at the end of a spectrum
    conversations.silence_statement(statements_of(round_)[0])
    assert token.encode() not in everything_public(client, round_.conversation_id)
    assert not Picture.objects.filter(svg__contains=token).exists()


def test_statements_that_wait_or_were_refused_are_nowhere_in_public(round_: Round, client: Client) -> None:
    people = let_react(round_, range(PEOPLE))
    actions.submit(people[0], text="wachtende-kievit-0815", request_id=uuid4())
    refused = actions.submit(people[1], text="geweigerde-grutto-0816", request_id=uuid4())
    type(refused).objects.filter(pk=refused.pk).update(state="refused", rule="insult")
    work()
    work()
    said = everything_public(client, round_.conversation_id)
    assert b"kievit" not in said
    assert b"grutto" not in said


def test_files_hold_the_reactions_of_the_result_and_not_what_came_in_since(round_: Round, client: Client) -> None:
    let_react(round_, range(PEOPLE))
    work()
    work()
    address = f"/stellingenrondes/{round_.conversation_id}/bestand/"
    before = [client.get(address + kind).content for kind in ("reacties.csv", "polis.zip")]
    let_react(round_, range(3), turns=10)
    let_react(round_, range(100, 102), turns=10)
    assert [client.get(address + kind).content for kind in ("reacties.csv", "polis.zip")] == before


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
