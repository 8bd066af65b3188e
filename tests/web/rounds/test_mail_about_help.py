"""Who reads for a round hears at once that somebody asks for help, and the words stay where they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud_web.people.models import Person, Role
from meervoud_web.rounds.actions.tell_readers import tell_readers
from meervoud_web.rounds.models import HelpRequest, Round
from meervoud_web.rounds.tasks import mail_about_help
from tests.web.conftest import MakePerson
from tests.web.rounds.making import device_client, open_round, send

CRY = "Ik durf niet meer naar huis."
PAGE = "https://meervoud.example.nl/rondes/1/hulpvragen/"


@pytest.fixture
def round_(db: None) -> Round:
    return open_round()


@pytest.fixture
def reader(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR, email="sanne@meerdam.example", name="Sanne de Wit")


def ask(round_: Round, client: Client | None = None, **more: Any) -> int:
    address = reverse("rounds:help", args=[round_.code])
    given = {"tekst": CRY, "contact": "06-12345678", **more}
    return send(client or device_client(), address, round_, **given).status_code


def queued() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.filter(task_path=mail_about_help.module_path).order_by("enqueued_at"))


def do_the_queued_work() -> None:
    for one in queued():
        DBTaskResult.objects.filter(pk=one.pk).delete()
        mail_about_help.call(*one.args_kwargs["args"])


def test_a_mail_says_that_there_is_one_and_where_and_nothing_of_what_it_says(
    round_: Round, reader: Person
) -> None:
    ask(round_)
    do_the_queued_work()
    (sent,) = mail.outbox
    assert sent.to == ["sanne@meerdam.example"]
    assert f"http://testserver/rondes/{round_.pk}/hulpvragen/" in sent.body
    assert "wacht nu 1 hulpvraag" in sent.body
    for secret in ("durf", "06-12345678"):
        assert secret not in sent.body + sent.subject


def test_the_queue_carries_no_word_of_it_either(round_: Round) -> None:
    ask(round_)
    (job,) = queued()
    assert job.args_kwargs["args"] == [round_.pk, f"http://testserver/rondes/{round_.pk}/hulpvragen/"]
    assert CRY not in str(job.args_kwargs)


def test_sent_twice_it_is_one_request_and_one_job(round_: Round) -> None:
    client, key = device_client(), "6f0b6b3e-5d3a-4f43-9a57-3a9d3ba7a111"
    assert [ask(round_, client, request_id=key) for _twice in range(2)] == [303, 303]
    assert len(queued()) == 1


def test_only_who_may_see_the_request_gets_the_mail(
    round_: Round, reader: Person, make_person: MakePerson
) -> None:
    for role in (Role.CIVIL_SERVANT, Role.COUNCIL_MEMBER, Role.EXTERNAL_ADVISER, Role.CLERK):
        make_person(role)
    make_person(Role.FACILITATOR, is_active=False)
    ask(round_)
    do_the_queued_work()
    assert [one.to for one in mail.outbox] == [["sanne@meerdam.example"]]


def test_many_at_once_are_one_mail_and_the_next_mail_tells_of_all_who_came_meanwhile(
    round_: Round, reader: Person
) -> None:
    for _one in range(5):
        ask(round_)
    do_the_queued_work()
    assert len(mail.outbox) == 1
    ask(round_)
    do_the_queued_work()
    assert len(mail.outbox) == 1
    (later,) = queued()
    assert later.run_after > timezone.now() + timedelta(minutes=14)
    HelpRequest.objects.exclude(mailed_at=None).update(mailed_at=timezone.now() - timedelta(minutes=16))
    do_the_queued_work()
    assert len(mail.outbox) == 2
    assert "wachten nu 6 hulpvragen" in mail.outbox[1].body
    assert not queued()


def test_a_mail_server_that_is_down_stops_nobody_and_is_tried_again(
    round_: Round, reader: Person, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    assert ask(round_) == 303
    do_the_queued_work()
    (again,) = queued()
    assert again.run_after > timezone.now() + timedelta(minutes=14)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    do_the_queued_work()
    assert len(mail.outbox) == 1


def test_a_request_that_was_taken_care_of_meanwhile_is_not_mailed_about(round_: Round, reader: Person) -> None:
    ask(round_)
    HelpRequest.objects.update(closed_at=timezone.now())
    do_the_queued_work()
    assert not mail.outbox


def test_each_reads_the_mail_in_their_own_language(round_: Round, make_person: MakePerson) -> None:
    make_person(Role.FACILITATOR, language="en")
    ask(round_)
    tell_readers(round_.pk, page=PAGE)
    assert mail.outbox[0].subject == "Somebody asks for help"
