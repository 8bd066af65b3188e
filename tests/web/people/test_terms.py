"""What was promised about how long something is kept, is done."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud_web.analyses.actions.request import enqueue
from meervoud_web.people import terms
from meervoud_web.people.actions import keep_terms as keeping
from meervoud_web.people.actions.keep_terms import (
    TermNotKeptError,
    count_due,
    keep_terms,
    keep_terms_once_a_day,
)
from meervoud_web.people.commands import retention
from meervoud_web.people.models import LoginAttempt, TermsKept
from meervoud_web.people.policy import DataPolicy
from meervoud_web.people.terms import Term, all_terms

A_NUMBER = re.compile(
    r"(\d+|\b(een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien|twintig|dertig|zestig|negentig))"
    r"\s+(uur|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren)\b",
    re.IGNORECASE,
)
ATTEMPTS = "log-in attempts"

pytestmark = pytest.mark.django_db


def policies() -> dict[type, DataPolicy]:
    found = {model: getattr(model, "data_policy", None) for model in apps.get_models()}
    return {model: policy for model, policy in found.items() if isinstance(policy, DataPolicy)}


def attempts_of_long_ago(count: int) -> None:
    at = timezone.now() - timedelta(days=2)
    LoginAttempt.objects.bulk_create(LoginAttempt(key=str(number), at=at) for number in range(count))


def test_every_term_with_a_number_in_it_is_kept_by_somebody() -> None:
    promised = {model for model, policy in policies().items() if A_NUMBER.search(str(policy.term))}
    kept = {model for term in all_terms() for model in term.promised_by}
    assert len(promised) >= 5
    assert not {model.__name__ for model in promised - kept}


def test_who_keeps_a_term_points_at_a_model_that_promises_one() -> None:
    assert {model for term in all_terms() for model in term.promised_by} <= policies().keys()


def test_what_is_over_goes_and_what_is_not_stays() -> None:
    attempts_of_long_ago(2)
    LoginAttempt.objects.create(key="now")
    assert count_due()[ATTEMPTS] == 2
    assert keep_terms()[ATTEMPTS] == 2
    assert LoginAttempt.objects.get().key == "now"


def test_counting_changes_nothing() -> None:
    attempts_of_long_ago(2)
    count_due()
    assert LoginAttempt.objects.count() == 2
    assert not TermsKept.objects.exists()


def test_it_goes_a_little_at_a_time_until_nothing_is_left(monkeypatch: Any) -> None:
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    attempts_of_long_ago(5)
    assert keep_terms()[ATTEMPTS] == 5
    assert sum(keep_terms().values()) == 0


def test_what_went_is_written_down_as_numbers_only() -> None:
    attempts_of_long_ago(3)
    keep_terms()
    assert TermsKept.objects.get().removed == {ATTEMPTS: 3}


def test_one_term_that_fails_does_not_keep_the_others(monkeypatch: Any) -> None:
    def refuse(now: datetime) -> Any:
        raise DatabaseError("no such table")

    broken = Term(kind="broken", promised_by=(), due=refuse)
    monkeypatch.setattr(terms, "_TERMS", {"broken": broken, **terms._TERMS})
    attempts_of_long_ago(2)
    with pytest.raises(TermNotKeptError, match="broken: no such table") as failed:
        keep_terms()
    assert failed.value.removed[ATTEMPTS] == 2


def test_a_term_that_lets_nothing_go_ends_all_the_same(monkeypatch: Any) -> None:
    idle = Term(kind="idle", promised_by=(), due=lambda now: LoginAttempt.objects.all(), let_go=lambda keys: None)
    monkeypatch.setattr(terms, "_TERMS", {"idle": idle})
    attempts_of_long_ago(1)
    with pytest.raises(TermNotKeptError, match="still there"):
        keep_terms()


def test_it_is_done_once_a_day() -> None:
    assert keep_terms_once_a_day()
    assert not keep_terms_once_a_day()
    TermsKept.objects.update(at=timezone.now() - timedelta(hours=25))
    assert keep_terms_once_a_day()


def test_a_clock_that_ran_ahead_once_does_not_stop_it() -> None:
    TermsKept.objects.create(at=timezone.now() + timedelta(days=400))
    assert keep_terms_once_a_day()


def test_background_work_that_is_done_is_forgotten_after_two_weeks() -> None:
    for days, status in ((15, "SUCCESSFUL"), (15, "READY"), (13, "SUCCESSFUL")):
        enqueue(uuid4().int % 1000)
        newest = DBTaskResult.objects.order_by("-enqueued_at").first()
        DBTaskResult.objects.filter(pk=newest.pk).update(
            status=status, finished_at=timezone.now() - timedelta(days=days)
        )
    assert keep_terms()["finished background tasks"] == 1


def test_the_privacy_page_says_when_it_was_done_for_the_last_time(client: Client) -> None:
    assert "gaat vanzelf weg" not in client.get("/privacy/").content.decode()
    keep_terms()
    assert "gaat vanzelf weg" in client.get("/privacy/").content.decode()


def run(*arguments: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    retention(parser.add_subparsers())
    given = parser.parse_args(["retention", *arguments])
    return int(given.run(given))


def test_the_command_line_says_how_much_went(capsys: pytest.CaptureFixture[str]) -> None:
    attempts_of_long_ago(2)
    assert run("--dry-run") == 0
    assert "2 would go; nothing was changed." in capsys.readouterr().out
    assert run() == 0
    assert re.search(r"log-in attempts +2 +0\n", capsys.readouterr().out)


def test_the_command_line_ends_with_2_where_something_could_not_go(
    monkeypatch: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(now: datetime) -> Any:
        raise DatabaseError("disk full")

    monkeypatch.setattr(terms, "_TERMS", {"broken": Term(kind="broken", promised_by=(), due=refuse)})
    assert run() == 2
    assert capsys.readouterr().err.endswith("meervoud retention: broken: disk full\n")
