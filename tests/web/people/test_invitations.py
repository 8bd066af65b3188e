from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson

NEW = {"name": "Femke Postma", "email": "Femke@Meerdam.example", "role": "facilitator"}
CHOSEN = {"password": "een andere lange zin"}


def invite(client: Client, **more: Any) -> Person:
    client.post("/mensen/uitnodigen/", {**NEW, **more})
    return Person.objects.get(email="femke@meerdam.example")


def link_in_mail(number: int = -1) -> str:
    found = re.search(r"https?://\S+", mail.outbox[number].body)
    assert found
    return urlsplit(found[0]).path


@pytest.fixture
def office(administrator: Person, client_of: ClientOf) -> Client:
    """The browser of the administrator."""
    return client_of(administrator)


def test_whoever_is_invited_chooses_a_password_and_logs_in(office: Client) -> None:
    invite(office)
    guest = Client()
    assert "Welkom, Femke Postma" in guest.get(link_in_mail()).content.decode()
    assert guest.post(link_in_mail(), CHOSEN).status_code == 302
    guest.post("/inloggen/", {"email": "femke@meerdam.example", **CHOSEN})
    assert guest.get("/mijn-pagina/").status_code == 200


def test_the_administrator_sees_the_link_once_to_hand_it_over(office: Client) -> None:
    person = invite(office)
    assert link_in_mail() in office.get(f"/mensen/{person.pk}/").content.decode()
    assert "/uitnodiging/" not in office.get(f"/mensen/{person.pk}/").content.decode()


def test_a_link_works_once(office: Client, client: Client) -> None:
    invite(office)
    client.post(link_in_mail(), CHOSEN)
    assert client.get(link_in_mail()).status_code == 410
    assert client.post(link_in_mail(), {"password": "die van een ander nu"}).status_code == 410


@pytest.mark.parametrize(("days", "status"), [(6, 200), (8, 410)])
def test_a_link_works_for_seven_days(
    office: Client, client: Client, days: int, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite(office)
    later = timezone.now().timestamp() + timedelta(days=days).total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert client.get(link_in_mail()).status_code == status


def test_an_invitation_that_ran_out_is_not_revived_by_a_forgotten_password(office: Client, client: Client) -> None:
    invite(office)
    before = len(mail.outbox)
    client.post("/wachtwoord-vergeten/", {"email": "femke@meerdam.example"})
    assert len(mail.outbox) == before


def test_a_new_invitation_replaces_the_earlier_one(office: Client, client: Client) -> None:
    person = invite(office)
    office.post(f"/mensen/{person.pk}/opnieuw-uitnodigen/")
    assert client.get(link_in_mail(0)).status_code == 410
    assert client.get(link_in_mail(1)).status_code == 200


def test_a_deactivated_person_cannot_use_the_invitation_any_more(office: Client, client: Client) -> None:
    person = invite(office)
    office.post(f"/mensen/{person.pk}/toegang-weghalen/")
    assert client.get(link_in_mail()).status_code == 410


@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: "x" + key, lambda key: key[::-1]])
def test_a_changed_link_does_not_work(office: Client, client: Client, change: Any) -> None:
    invite(office)
    key = Path(link_in_mail()).name
    assert client.get(f"/uitnodiging/{change(key)}/").status_code == 410


@pytest.mark.parametrize("weak", ["kort", "123456789012", "femke@meerdam.example", ""])
def test_a_weak_password_is_refused_with_a_reason_and_the_link_stays_good(
    office: Client, client: Client, weak: str
) -> None:
    invite(office)
    response = client.post(link_in_mail(), {"password": weak})
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert client.get(link_in_mail()).status_code == 200


def test_a_double_click_makes_one_person_and_the_link_is_still_shown(office: Client) -> None:
    office.post("/mensen/uitnodigen/", NEW)
    second = office.post("/mensen/uitnodigen/", NEW, follow=True)
    assert Person.objects.filter(email="femke@meerdam.example").count() == 1
    assert len(mail.outbox) == 1
    assert link_in_mail() in second.content.decode()


def test_an_external_adviser_needs_an_end_date(office: Client) -> None:
    response = office.post("/mensen/uitnodigen/", {**NEW, "role": "external-adviser"})
    assert "Een externe adviseur heeft een einddatum nodig." in response.content.decode()
    assert not Person.objects.filter(email="femke@meerdam.example").exists()


def test_an_end_date_in_the_past_is_refused(office: Client) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    response = office.post("/mensen/uitnodigen/", {**NEW, "ends_on": yesterday.isoformat()})
    assert "Deze dag is al voorbij" in response.content.decode()


def test_nobody_becomes_more_than_the_form_says(office: Client) -> None:
    person = invite(office, is_active="", password="gekozen door een ander", language="en", pk="1")
    assert not person.has_usable_password()
    assert person.is_active
    assert person.language == "nl"
    assert person.roles == {Role.FACILITATOR}


def test_a_mail_server_that_is_down_does_not_stop_the_invitation(office: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = office.post("/mensen/uitnodigen/", NEW, follow=True)
    assert "/uitnodiging/" in response.content.decode()


def test_links_in_mail_point_to_the_public_address_whatever_the_browser_claims(
    office: Client, settings: Any
) -> None:
    settings.PUBLIC_ADDRESSES = [urlsplit("https://meervoud.meerdam.example")]
    office.post("/mensen/uitnodigen/", NEW, headers={"host": "localhost"})
    assert "https://meervoud.meerdam.example/uitnodiging/" in mail.outbox[0].body


def test_no_secret_of_a_link_is_kept_in_the_database(office: Client, make_person: MakePerson) -> None:
    invite(office)
    key = Path(link_in_mail()).name
    kept = str(list(Person.objects.values())) + str(list(Person.objects.values_list("assignments__role")))
    assert key not in kept
