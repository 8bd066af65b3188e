from __future__ import annotations

from django.core import mail
from django.test import Client
from structlog.testing import capture_logs

from meervoud_web.people.models import Person, Role
from tests.web.conftest import PASSWORD, ClientOf, MakePerson


def test_every_change_of_access_leaves_a_line_that_says_who_did_it_to_whom(
    administrator: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    office, clerk = client_of(administrator), make_person(Role.CLERK)
    with capture_logs() as lines:
        office.post(f"/mensen/{clerk.pk}/", {"role": "facilitator"})
        office.post(f"/mensen/{clerk.pk}/rollen/{clerk.assignments.get(role=Role.CLERK).pk}/beeindigen/")
        office.post(f"/mensen/{clerk.pk}/toegang-weghalen/")
        office.post(f"/mensen/{clerk.pk}/toegang-teruggeven/")
    done = [(line["event"], line["by"], line["person"]) for line in lines]
    assert done == [
        (event, administrator.pk, clerk.pk)
        for event in ("role given", "role ended", "access taken away", "access given back")
    ]


def test_no_log_line_holds_a_password_a_link_or_an_address(
    client: Client, administrator: Person, client_of: ClientOf
) -> None:
    office = client_of(administrator)
    with capture_logs() as lines:
        client.post("/inloggen/", {"email": administrator.email, "password": "fout-maar-geheim"})
        client.post("/inloggen/", {"email": administrator.email, "password": PASSWORD})
        office.post("/mensen/uitnodigen/", {"name": "F", "email": "f@meerdam.example", "role": "clerk"})
    key = mail.outbox[0].body.split("/uitnodiging/")[1].split("/")[0]
    said = str(lines)
    assert [line["event"] for line in lines] == ["log-in failed", "logged in", "invited"]
    assert not [secret for secret in ("fout-maar-geheim", PASSWORD, key, "@meerdam.example") if secret in said]
