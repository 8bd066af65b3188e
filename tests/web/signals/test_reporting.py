"""Anybody in the network reports a surprise in half a minute, and only who works on it reads it."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client

from meervoud_web.challenges.models import Challenge, Involvement, JournalEntry, Link, Part
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes.models import Note
from meervoud_web.people.models import Person, Role
from meervoud_web.signals import actions
from meervoud_web.signals.actions import report
from meervoud_web.signals.models import Letterbox, Observer, Signal
from tests.web.conftest import ClientOf, MakePerson
from tests.web.signals.making import a_challenge

pytestmark = pytest.mark.django_db

SEEN = "Drie mensen in een week vroegen bij de bakker waar zij hulp konden krijgen."
REPORT = report.Report(seen=SEEN, observer=Observer.PROFESSIONAL)


@pytest.fixture
def box(administrator: Person) -> Letterbox:
    return actions.open_letterbox(a_challenge(), by=administrator)


def fields_of(page: HttpResponse) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode()))


def send(client: Client, box: Letterbox, **changed: Any) -> HttpResponse:
    fields = fields_of(client.get(box.get_absolute_url())) | {"tekst": SEEN, "rol": "resident"} | changed
    return client.post(box.get_absolute_url(), fields)


def test_a_passer_by_reports_without_an_account_a_cookie_or_a_line_in_the_journal(box: Letterbox) -> None:
    client, lines = Client(enforce_csrf_checks=True), JournalEntry.objects.count()
    answer = send(client, box, plek="Oost")
    assert answer.status_code == 303
    assert "Uw signaal is binnen." in client.get(answer["Location"]).content.decode()
    assert not client.cookies
    signal = Signal.objects.get()
    assert (signal.seen, signal.place, signal.reporter, signal.verdict) == (SEEN, "Oost", None, "")
    assert JournalEntry.objects.count() == lines


def test_a_form_that_is_sent_twice_is_one_signal(box: Letterbox) -> None:
    client = Client()
    fields = fields_of(client.get(box.get_absolute_url())) | {"tekst": SEEN, "rol": "carer"}
    assert [client.post(box.get_absolute_url(), fields).status_code for _ in range(2)] == [303, 303]
    assert Signal.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"token": ""}, {}),
        ({"request_id": str(uuid4())}, {}),
        ({}, {"Origin": "https://elders.example"}),
        ({}, {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_a_form_that_no_page_of_ours_made_is_refused(
    box: Letterbox, fields: dict[str, str], headers: dict[str, str]
) -> None:
    client = Client()
    given = fields_of(client.get(box.get_absolute_url())) | {"tekst": SEEN, "rol": "resident"} | fields
    assert client.post(box.get_absolute_url(), given, headers=headers).status_code == 403
    assert not Signal.objects.exists()


def test_a_name_is_warned_of_and_who_wrote_it_decides(box: Letterbox) -> None:
    client, text = Client(), "Mevrouw Jansen belde al drie keer, op 06-12345678."
    warned = send(client, box, tekst=text)
    assert "een telefoonnummer" in warned.content.decode()
    assert not Signal.objects.exists()
    again = fields_of(warned) | {"tekst": text, "rol": "resident"}
    assert client.post(box.get_absolute_url(), again).status_code == 303
    assert Signal.objects.get().seen == text


def test_a_machine_that_keeps_sending_is_stopped(box: Letterbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_FROM_ONE_ADDRESS", 1)
    client = Client()
    assert [send(client, box).status_code for _ in range(2)] == [303, 429]
    assert Signal.objects.count() == 1


def test_a_closed_letterbox_takes_nothing_and_says_so(box: Letterbox, administrator: Person) -> None:
    client = Client()
    fields = fields_of(client.get(box.get_absolute_url())) | {"tekst": SEEN, "rol": "resident"}
    actions.close_letterbox(box.challenge, by=administrator)
    assert "Uw tekst is niet bewaard." in client.post(box.get_absolute_url(), fields).content.decode()
    assert not Signal.objects.exists()
    assert actions.open_letterbox(box.challenge, by=administrator).code == box.code


@pytest.mark.parametrize("changed", [{"tekst": " "}, {"tekst": "x" * 601}, {"rol": "koning"}])
def test_what_cannot_be_kept_is_said_and_changes_nothing(box: Letterbox, changed: dict[str, str]) -> None:
    assert send(Client(), box, **changed).status_code == 422
    assert not Signal.objects.exists()


def test_who_belongs_to_a_challenge_reports_and_may_follow_what_they_reported(
    make_person: MakePerson, client_of: ClientOf
) -> None:
    challenge, resident = a_challenge(), make_person(Role.RESIDENT)
    Involvement.objects.create(person=resident, challenge=challenge, role=Part.RESIDENT)
    client = client_of(resident)
    address = f"{challenge.get_absolute_url()}signalen/doorgeven/"
    fields = fields_of(client.get(address)) | {"tekst": SEEN, "rol": "resident"}
    assert client.post(address, fields, follow=True).status_code == 200
    signal = Signal.objects.get(reporter=resident)
    assert SEEN in client.get(signal.get_absolute_url()).content.decode()
    entry = JournalEntry.objects.get(verb="signal-reported")
    assert (entry.person, entry.about, entry.why) == (resident, "", "")


def test_a_signal_keeps_the_thread_to_what_it_came_from_and_to_nothing_that_one_may_not_see(
    make_person: MakePerson,
) -> None:
    challenge, clerk = a_challenge(), make_person(Role.CIVIL_SERVANT)
    told = {"by": clerk, "report": REPORT}
    signal = actions.report_signal(challenge, request_id=uuid4(), sources=[thing_of(challenge)], **told)
    assert Link.objects.get(to_kind="signal").to_id == signal.pk
    private = Signal.objects.create(challenge=challenge, seen="Besloten.", observer=Observer.OTHER)
    with pytest.raises(PermissionDenied):
        actions.report_signal(challenge, request_id=uuid4(), sources=[thing_of(private)], **told)
    assert Signal.objects.count() == 2


def test_a_note_becomes_a_signal_with_one_tap(administrator: Person, client_of: ClientOf) -> None:
    note = Note.objects.create(challenge=a_challenge(), writer=administrator, text=SEEN)
    client = client_of(administrator)
    page = client.get(note.get_absolute_url()).content.decode()
    form = page[page.index("signalen/doorgeven/") :]
    assert SEEN in form
    fields = dict(re.findall(r'name="(uit|request_id)" value="([^"]*)"', form)) | {"tekst": SEEN, "rol": "staff"}
    client.post(f"{a_challenge().get_absolute_url()}signalen/doorgeven/", fields)
    link = Link.objects.get(to_kind="signal")
    assert (link.from_kind, link.from_id) == ("note", note.pk)


def test_an_unknown_code_is_no_letterbox(client: Client) -> None:
    assert client.get("/s/BBBBBBBB/").status_code == 404
    assert Challenge.objects.count() == 0
