"""A promise holds, changes with a reason or is let go with one; who waits for me; and a mail on Monday."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.notes import actions, commands
from meervoud_web.notes.actions.weekly_mail import mail_who_waits
from meervoud_web.notes.models import Promise, PromiseState
from meervoud_web.people.models import Person
from tests.web.conftest import ClientOf

pytestmark = pytest.mark.django_db
HERE = "/opgaven/samen-langer-thuis/"
Promised = Callable[..., Promise]


@pytest.fixture
def promised(challenge: Challenge, amber: Person) -> Promised:
    """Amber promises something, due so many days from now."""

    def make(what: str = "De trap laten nakijken", *, days: int = 3, keeper: Person = amber) -> Promise:
        words = actions.PromiseWords(what=what, due_on=timezone.localdate() + timedelta(days=days), keeper=keeper)
        return actions.make_promise(challenge, by=amber, words=words, sources=[], request_id=uuid4())

    return make


def test_a_promise_is_kept_once_and_says_how(promised: Promised, amber: Person, client_of: ClientOf) -> None:
    promise, desk = promised(), client_of(amber)
    sent = {"kept-version": 1, "kept-outcome": "De corporatie plaatste een lift."}
    assert desk.post(f"{promise.get_absolute_url()}nagekomen/", sent).status_code == 302
    promise.refresh_from_db()
    assert (promise.state, promise.outcome) == (PromiseState.KEPT, "De corporatie plaatste een lift.")
    again = desk.post(f"{promise.get_absolute_url()}nagekomen/", sent).content.decode()
    assert "intussen afgerond" in again
    assert JournalEntry.objects.filter(verb="promise-kept").count() == 1


def test_a_promise_that_changes_keeps_what_it_first_was_and_needs_a_reason(
    promised: Promised, amber: Person, client_of: ClientOf
) -> None:
    promise, desk = promised(), client_of(amber)
    page = f"{promise.get_absolute_url()}veranderen/"
    sent = {"change-version": 1, "change-what": "Een lift aanvragen", "change-due_on": "2090-01-01"}
    assert "details open" in desk.post(page, sent).content.decode()
    assert desk.post(page, sent | {"change-reason": "Nakijken was niet genoeg."}).status_code == 302
    shown = desk.get(promise.get_absolute_url()).content.decode()
    assert "De trap laten nakijken" in shown
    assert "Nakijken was niet genoeg." in shown
    assert promise.changes.count() == 1


def test_of_two_who_change_a_promise_at_once_the_second_loses_no_word(
    promised: Promised, amber: Person, olga: Person, client_of: ClientOf
) -> None:
    promise = promised()
    actions.change_promise(promise, by=olga, what="Eerst", due_on=promise.due_on, reason="x", version=1)
    late = {
        "change-version": 1,
        "change-what": "Tweede",
        "change-due_on": "2090-01-01",
        "change-reason": "Mijn reden",
    }
    shown = client_of(amber).post(f"{promise.get_absolute_url()}veranderen/", late).content.decode()
    assert "intussen veranderd" in shown
    assert "Mijn reden" in shown
    assert "Eerst" in shown
    promise.refresh_from_db()
    assert promise.what == "Eerst"


def test_what_cannot_be_kept_is_let_go_with_a_reason(
    promised: Promised, amber: Person, client_of: ClientOf
) -> None:
    promise, desk = promised(), client_of(amber)
    page = f"{promise.get_absolute_url()}niet-nagekomen/"
    desk.post(page, {"let-go-version": 1, "let-go-reason": ""})
    assert Promise.objects.get().is_open
    desk.post(page, {"let-go-version": 1, "let-go-reason": "De woning wordt gesloopt."})
    assert "De woning wordt gesloopt." in desk.get(f"{HERE}tijdlijn/").content.decode()


def test_only_the_keeper_and_who_works_on_it_answer_for_a_promise(
    promised: Promised, dirk: Person, stranger: Person, client_of: ClientOf
) -> None:
    promise = promised()
    for other in (dirk, stranger):
        with pytest.raises(PermissionDenied):
            actions.keep_promise(promise, by=other, version=1)
        assert client_of(other).get(promise.get_absolute_url()).status_code == 404


def test_who_waits_for_me_is_what_i_promised_late_first_and_nothing_of_others(
    promised: Promised, amber: Person, olga: Person, client_of: ClientOf
) -> None:
    promised("Later bellen", days=9)
    promised("Nu bellen", days=-2)
    promised("Voor Olga", keeper=olga)
    page = client_of(amber).get("/wacht-op-mij/").content.decode()
    assert page.index("Nu bellen") < page.index("te laat") < page.index("Later bellen")
    assert "Voor Olga" not in page
    assert "(2 dingen, 1 te laat)" in client_of(amber).get("/").content.decode()
    challenge = Challenge.objects.get()
    assert [(one.what, one.is_late) for one in waiting_for(amber, challenge)] == [
        ("Toezegging: Nu bellen", True),
        ("Toezegging: Later bellen", False),
    ]


def test_on_monday_who_is_waited_for_gets_one_mail_a_week(
    promised: Promised, amber: Person, olga: Person, dirk: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    promised("Volgende maand bellen", days=40)
    assert mail_who_waits() == (0, 0)
    promised("Nu bellen & groeten", days=-1)
    assert mail_who_waits() == (1, 0)
    assert mail_who_waits() == (0, 0)
    sent = mail.outbox[0]
    assert sent.to == [amber.email]
    assert "Nu bellen & groeten" in sent.body
    assert "te laat" in sent.body
    assert "Volgende maand" not in sent.body
    assert "http://localhost:8000/toezeggingen/" in sent.body
    next_week = timezone.localdate() + timedelta(days=7)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_some: next_week)
    assert mail_who_waits() == (1, 0)


def test_a_mail_that_could_not_go_goes_with_the_next_run(
    promised: Promised, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    promised(days=-1)
    parser = argparse.ArgumentParser()
    commands.weekly_mail(parser.add_subparsers())
    parsed = parser.parse_args(["weekly-mail"])
    with monkeypatch.context() as down:
        down.setattr("meervoud_web.notes.actions.weekly_mail.send", lambda **_more: False)
        assert parsed.run(parsed) == 2
    assert parsed.run(parsed) == 0
    assert "1 people were mailed" in capsys.readouterr().out
    assert len(mail.outbox) == 1


def test_a_promise_of_today_is_not_late(promised: Promised) -> None:
    assert [promised(days=days).is_late for days in (-1, 0, 1)] == [True, False, False]
    assert isinstance(promised().due_on, date)
