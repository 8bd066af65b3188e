from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.contrib.auth.password_validation import get_default_password_validators
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from meervoud_web.people.actions.password import MOST_MAILS_PER_ACCOUNT
from meervoud_web.people.models import Person, Role
from tests.web.conftest import PASSWORD, ClientOf, MakePerson

NEW = "een heel andere zin"


def link_in_mail() -> str:
    found = re.search(r"https?://\S+", mail.outbox[-1].body)
    assert found
    return urlsplit(found[0]).path


def test_a_forgotten_password_is_replaced_through_a_link(client: Client, make_person: MakePerson) -> None:
    person = make_person(Role.CLERK)
    client.post("/wachtwoord-vergeten/", {"email": person.email.upper()})
    assert client.post(link_in_mail(), {"password": NEW}).status_code == 302
    assert client.get(link_in_mail()).status_code == 410
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_whoever_asks_cannot_tell_whether_there_is_an_account(client: Client, make_person: MakePerson) -> None:
    known = client.post("/wachtwoord-vergeten/", {"email": make_person(Role.CLERK).email})
    unknown = client.post("/wachtwoord-vergeten/", {"email": "niemand@meerdam.example"})
    assert known.content == unknown.content
    assert len(mail.outbox) == 1


def test_nobody_can_be_flooded_with_mail(client: Client, make_person: MakePerson) -> None:
    email = make_person(Role.CLERK).email
    statuses = [
        client.post("/wachtwoord-vergeten/", {"email": email}).status_code
        for _ in range(MOST_MAILS_PER_ACCOUNT + 1)
    ]
    assert statuses == [200] * MOST_MAILS_PER_ACCOUNT + [429]
    assert len(mail.outbox) == MOST_MAILS_PER_ACCOUNT


def test_a_link_of_somebody_who_is_deactivated_does_not_work(
    client: Client, administrator: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    person = make_person(Role.CLERK)
    client.post("/wachtwoord-vergeten/", {"email": person.email})
    client_of(administrator).post(f"/mensen/{person.pk}/toegang-weghalen/")
    assert client.get(link_in_mail()).status_code == 410


def test_the_administrator_can_have_the_link_sent_but_does_not_see_it(
    administrator: Person, make_person: MakePerson, client_of: ClientOf
) -> None:
    person = make_person(Role.CLERK)
    response = client_of(administrator).post(f"/mensen/{person.pk}/nieuw-wachtwoord/", follow=True)
    assert mail.outbox[-1].to == [person.email]
    assert link_in_mail() not in response.content.decode()


def test_changing_the_password_asks_for_the_present_one(make_person: MakePerson, client_of: ClientOf) -> None:
    person = make_person(Role.CLERK)
    response = client_of(person).post("/mijn-pagina/wachtwoord/", {"current": "gok", "password": NEW})
    assert "Dit is niet uw huidige wachtwoord." in response.content.decode()
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_changing_the_password_logs_out_other_devices_and_not_this_one(
    make_person: MakePerson, client_of: ClientOf
) -> None:
    person = make_person(Role.CLERK)
    here, elsewhere = client_of(person), client_of(person)
    here.post("/mijn-pagina/wachtwoord/", {"current": PASSWORD, "password": NEW})
    assert here.get("/mijn-pagina/").status_code == 200
    assert elsewhere.get("/mijn-pagina/").status_code == 302


def test_other_devices_can_be_logged_out_without_a_new_password(
    make_person: MakePerson, client_of: ClientOf
) -> None:
    person = make_person(Role.CLERK)
    here, elsewhere = client_of(person), client_of(person)
    here.post("/mijn-pagina/andere-apparaten/")
    assert here.get("/mijn-pagina/").status_code == 200
    assert elsewhere.get("/mijn-pagina/").status_code == 302


def test_on_the_own_page_only_name_and_language_change(make_person: MakePerson, client_of: ClientOf) -> None:
    person = make_person(Role.CLERK)
    client = client_of(person)
    before = Person.objects.filter(pk=person.pk).values().get()
    everything = dict.fromkeys(before, "1") | {
        "name": "Nieuwe naam",
        "language": "en",
        "role": "administrator",
    }
    client.post("/mijn-pagina/", everything)
    after = Person.objects.filter(pk=person.pk).values().get()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"name", "language"}
    assert Person.objects.get(pk=person.pk).roles == {Role.CLERK}


def test_every_rule_for_passwords_says_in_dutch_what_is_wrong(make_person: MakePerson) -> None:
    person = make_person(Role.CLERK, email="femke@meerdam.example")
    said = {}
    for rule in get_default_password_validators():
        for refused in ("kort", "femke@meerdam.example", "password1234", "123456789012"):
            try:
                rule.validate(refused, person)
            except ValidationError as refusal:
                said[type(rule).__name__] = refusal.messages[0]
    assert said == {
        "UserAttributeSimilarityValidator": "Dit wachtwoord lijkt te veel op uw e-mailadres.",
        "MinimumLengthValidator": "Dit wachtwoord is te kort. Gebruik minstens 12 tekens.",
        "CommonPasswordValidator": "Dit wachtwoord is te algemeen.",
        "NumericPasswordValidator": "Dit wachtwoord bevat alleen cijfers.",
    }
    assert len(said) == len(get_default_password_validators())
