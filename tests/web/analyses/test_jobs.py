"""One worker at a time, a whole result or none, and nothing is lost when a worker dies."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud.errors import MethodError
from meervoud_web.analyses import actions, queries
from meervoud_web.analyses.actions.lease import LeaseLostError, Renewal, claim
from meervoud_web.analyses.models import Analysis, FinishedAnalysisError, Picture
from meervoud_web.conversations import actions as conversation_actions
from meervoud_web.conversations.models import Audience, Conversation
from tests.web.conversations.landscapes import by_hand

State = Analysis.State
COMPUTE = "meervoud_web.analyses.actions.run._compute"
AGO = timedelta(seconds=1)


@pytest.fixture
def waiting(conversation: Conversation) -> Analysis:
    return conversation_actions.analyse_conversation(conversation)


@pytest.fixture
def computing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., Any]], None]:
    """Compute with a function of our own: it gets the analysis and the lease."""

    def with_(function: Callable[[Analysis, uuid.UUID], Any]) -> None:
        monkeypatch.setattr(COMPUTE, lambda analysis, lease, given: function(analysis, lease))

    return with_


def die(analysis: Analysis) -> None:
    """What is left when the worker of a running analysis is killed and its lease runs out."""
    Analysis.objects.filter(pk=analysis.pk).update(
        state=State.RUNNING, lease=uuid.uuid4(), lease_until=timezone.now() - AGO
    )


def queued() -> int:
    return DBTaskResult.objects.ready().count()


# --- asking -------------------------------------------------------------------------------------------------


def test_asking_puts_one_job_in_the_queue(waiting: Analysis) -> None:
    assert (waiting.state, queued()) == (State.WAITING, 1)


def test_asking_twice_gives_the_analysis_that_is_under_way(conversation: Conversation, waiting: Analysis) -> None:
    assert conversation_actions.analyse_conversation(conversation) == waiting
    assert queued() == 1


def test_the_database_itself_refuses_a_second_unfinished_analysis(waiting: Analysis) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Analysis.objects.create(source=waiting.source, subject=waiting.subject, method="landscape")


# --- running ------------------------------------------------------------------------------------------------


def test_a_result_is_published_whole(waiting: Analysis, computing: Any) -> None:
    computing(lambda analysis, lease: by_hand())
    assert actions.run_analysis(waiting.pk)
    found = queries.newest_result(Audience.STAFF, waiting.subject)
    assert found is not None
    assert (found.state, found.progress, found.input_hash, found.method_version) == (State.DONE, 100, "abc", "1")
    assert queries.record_of(found)
    assert Picture.objects.filter(analysis=found).count() == 4


def test_two_workers_never_both_publish(waiting: Analysis, computing: Any) -> None:
    first = claim(waiting.pk)
    assert first is not None
    assert claim(waiting.pk) is None

    Analysis.objects.filter(pk=waiting.pk).update(lease_until=timezone.now() - AGO)
    published: list[bool] = []

    def slow(analysis: Analysis, lease: uuid.UUID) -> Any:
        if not published:  # while this one computes, its lease runs out and another takes over
            published.append(False)
            Analysis.objects.filter(pk=analysis.pk).update(lease_until=timezone.now() - AGO)
            published.append(actions.run_analysis(analysis.pk))
        return by_hand()

    computing(slow)
    published.append(actions.run_analysis(waiting.pk))
    assert published == [False, True, False]
    assert Picture.objects.count() == 4


def test_who_lost_the_lease_hears_it_at_the_next_step(waiting: Analysis) -> None:
    lease = claim(waiting.pk)
    assert lease is not None
    renewal = Renewal(waiting.pk, lease)
    renewal(0.1)
    renewal.renewed = 0.0
    Analysis.objects.filter(pk=waiting.pk).update(lease=uuid.uuid4())
    with pytest.raises(LeaseLostError):
        renewal(0.2)


def test_progress_is_written_at_most_once_a_second_and_never_says_it_is_done(
    waiting: Analysis, django_assert_num_queries: Any
) -> None:
    lease = claim(waiting.pk)
    assert lease is not None
    renewal = Renewal(waiting.pk, lease)
    with django_assert_num_queries(1):
        for step in range(100):
            renewal(1.0 - step / 100)
    waiting.refresh_from_db()
    assert waiting.progress == 99


def test_input_that_the_method_refuses_fails_with_its_reason(waiting: Analysis, computing: Any) -> None:
    def refuse(analysis: Analysis, lease: uuid.UUID) -> Any:
        raise MethodError("no", code="too-few", row=3)

    computing(refuse)
    assert not actions.run_analysis(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.error) == (State.FAILED, {"code": "too-few", "details": {"row": "3"}})
    assert not waiting.record


def test_an_unexpected_error_fails_the_analysis_and_reaches_the_log(waiting: Analysis, computing: Any) -> None:
    def crash(analysis: Analysis, lease: uuid.UUID) -> Any:
        raise ZeroDivisionError

    computing(crash)
    with pytest.raises(ZeroDivisionError):
        actions.run_analysis(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.FAILED


def test_an_error_while_the_page_is_made_leaves_no_half_result(
    waiting: Analysis, computing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(analysis_id: int, pictures: Any) -> None:
        raise OSError("disk full")

    computing(lambda analysis, lease: by_hand())
    monkeypatch.setattr("meervoud_web.analyses.actions.run.keep_pictures", crash)
    with pytest.raises(OSError, match="disk full"):
        actions.run_analysis(waiting.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.record, waiting.summary) == (State.FAILED, "", {})


# --- dying --------------------------------------------------------------------------------------------------


def test_a_job_whose_worker_died_is_queued_again_once(waiting: Analysis) -> None:
    DBTaskResult.objects.all().delete()
    die(waiting)
    assert actions.resume_abandoned() == 1
    assert actions.resume_abandoned() == 0
    waiting.refresh_from_db()
    assert (waiting.state, queued()) == (State.WAITING, 1)


def test_a_job_that_the_queue_lost_is_queued_again(waiting: Analysis) -> None:
    assert actions.resume_abandoned() == 0, "it has its place in the queue"
    DBTaskResult.objects.all().delete()
    assert actions.resume_abandoned() == 1
    assert actions.resume_abandoned() == 0
    assert queued() == 1


def test_a_job_that_a_worker_took_and_never_began_is_queued_again_after_a_while(waiting: Analysis) -> None:
    task = DBTaskResult.objects.get()
    task.claim("a worker that was killed right after this")
    assert actions.resume_abandoned() == 0
    Analysis.objects.update(lease_until=timezone.now() - AGO)
    assert actions.resume_abandoned() == 1
    assert queued() == 1


@pytest.mark.parametrize("lease_until", [None, AGO])
def test_a_running_job_that_no_worker_says_anything_of_is_run(
    waiting: Analysis, computing: Any, lease_until: timedelta | None
) -> None:
    DBTaskResult.objects.all().delete()
    Analysis.objects.update(
        state=State.RUNNING, lease=uuid.uuid4(), lease_until=lease_until and timezone.now() - lease_until
    )
    computing(lambda analysis, lease: by_hand())
    assert actions.resume_abandoned() == 1
    assert actions.run_analysis(waiting.pk)


def test_a_running_job_is_left_alone(waiting: Analysis) -> None:
    claim(waiting.pk)
    assert actions.resume_abandoned() == 0


def test_a_job_that_kills_its_worker_time_and_again_is_given_up(waiting: Analysis) -> None:
    die(waiting)
    Analysis.objects.update(attempts=5)
    assert actions.resume_abandoned() == 0
    waiting.refresh_from_db()
    assert (waiting.state, waiting.error["code"]) == (State.FAILED, "too-many-attempts")


# --- keeping ------------------------------------------------------------------------------------------------


def test_a_finished_analysis_can_not_be_changed(waiting: Analysis, computing: Any) -> None:
    computing(lambda analysis, lease: by_hand())
    actions.run_analysis(waiting.pk)
    found = Analysis.objects.get(pk=waiting.pk)
    found.seed = 9
    with pytest.raises(FinishedAnalysisError):
        found.save()


def test_the_database_refuses_a_result_without_its_record(waiting: Analysis) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Analysis.objects.filter(pk=waiting.pk).update(state=State.DONE)


def test_running_a_finished_analysis_again_does_nothing(waiting: Analysis, computing: Any) -> None:
    computing(lambda analysis, lease: by_hand())
    assert actions.run_analysis(waiting.pk)
    assert not actions.run_analysis(waiting.pk)


def test_only_the_newest_result_is_shown_and_older_ones_are_kept(
    conversation: Conversation, waiting: Analysis, computing: Any
) -> None:
    computing(lambda analysis, lease: by_hand())
    actions.run_analysis(waiting.pk)
    newer = conversation_actions.analyse_conversation(conversation)
    shown = queries.newest_result(Audience.STAFF, conversation.pk)
    assert shown is not None
    assert shown.pk == waiting.pk, "while the new one is computed, the old one stands"
    actions.run_analysis(newer.pk)
    shown = queries.newest_result(Audience.STAFF, conversation.pk)
    assert shown is not None
    assert shown.pk == newer.pk
    assert Analysis.objects.count() == 2


def test_states_of_many_rounds_cost_one_query(conversation: Conversation, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        queries.standing_of(Audience.STAFF, [conversation.pk, 2, 3], "amounts")
