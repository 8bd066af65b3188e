"""Everything about oneself to take along, and what the administrator does with a request."""

from __future__ import annotations

import argparse
import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from meervoud_web.challenges.actions import involve
from meervoud_web.challenges.models import Challenge, Part
from meervoud_web.notes.models import Note, Promise
from meervoud_web.people import commands, queries
from meervoud_web.people.models import LoginAttempt, Person, PersonErased, Role
from tests.web.conftest import PASSWORD, ClientOf, MakePerson

HERE = "/mijn-pagina/alles-over-mij/"


@pytest.fixture
def ilse(make_person: MakePerson, administrator: Person) -> Person:
    ilse = make_person(Role.CIVIL_SERVANT, name="Ilse Vermeer", email="ilse@meerdam.example")
    challenge = Challenge.objects.create(title="Werk dat past", slug="werk", question="Hoe?")
    involve(ilse, challenge=challenge, role=Part.TEAM_MEMBER, by=administrator)
    Note.objects.create(challenge=challenge, writer=ilse, text="=sprak de bakker")
    Note.objects.create(challenge=challenge, writer=administrator, text="een geheim van een ander")
    Promise.objects.create(challenge=challenge, what="terugbellen", keeper=ilse, due_on="2026-12-01")
    return ilse


def test_one_gets_everything_about_oneself_and_nothing_of_another(ilse: Person, client_of: ClientOf) -> None:
    answer = client_of(ilse).post(HERE, {"current": PASSWORD, "vorm": "json"})
    assert answer["Cache-Control"] == "private, no-store"
    text = json.dumps(json.loads(answer.content), ensure_ascii=False)
    assert all(word in text for word in ("ilse@meerdam.example", "sprak de bakker", "terugbellen", "teamlid"))
    assert "een geheim van een ander" not in text
    assert "Noor van Dijk" not in text


def test_the_zip_reads_in_a_browser_and_its_tables_run_no_formula(ilse: Person, client_of: ClientOf) -> None:
    answer = client_of(ilse).post(HERE, {"current": PASSWORD, "vorm": "zip"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as files:
        assert "=sprak de bakker" in files.read("alles-over-mij.html").decode()
        table = next(name for name in files.namelist() if name.endswith("/notities.csv"))
        cells = next(row for row in csv.reader(io.StringIO(files.read(table).decode())) if "bakker" in str(row))
    assert "'=sprak de bakker" in cells


def test_the_password_is_asked_again_and_guessed_a_few_times_only(ilse: Person, client_of: ClientOf) -> None:
    browser = client_of(ilse)
    assert [browser.post(HERE, {"current": "mis"}).status_code for _ in range(6)] == [422] * 5 + [429]
    assert browser.post(HERE, {"current": PASSWORD}).status_code == 429
    LoginAttempt.objects.all().delete()
    assert browser.post(HERE, {"current": PASSWORD}).status_code == 200


def test_the_administrator_sees_how_much_there_is_and_not_what(
    ilse: Person, administrator: Person, client_of: ClientOf
) -> None:
    browser = client_of(administrator)
    found = browser.post("/mensen/avg-verzoeken/", {"who": " Ilse@Meerdam.example"})
    page = browser.get(found["Location"]).content.decode()
    assert "Notities" in page
    assert "sprak de bakker" not in page
    assert "teamlid bij Werk dat past" in page  # to be handed over
    assert "terugbellen" in page


def test_erasing_asks_for_a_reason_without_a_name_and_for_the_password(
    ilse: Person, administrator: Person, client_of: ClientOf
) -> None:
    browser, here = client_of(administrator), f"/mensen/{ilse.pk}/avg-verzoek/wissen/"
    assert browser.post(here, {"reason": "Ilse  vermeer wil het"}).status_code == 422
    assert "voorgoed" in browser.post(here, {"reason": "zaak 12"}).content.decode()
    assert browser.post(here, {"reason": "zaak 12", "current": "mis"}).status_code == 422
    assert Person.objects.filter(pk=ilse.pk).exists()
    assert browser.post(here, {"reason": "zaak 12", "current": PASSWORD}).status_code == 302
    assert not Person.objects.filter(pk=ilse.pk).exists()
    shown = browser.get("/mensen/avg-verzoeken/").content.decode()
    assert "zaak 12" in shown
    assert "30 dagen" in shown
    assert "Ilse" not in shown


def test_nobody_erases_their_own_account_nor_the_last_administrator(
    administrator: Person, client_of: ClientOf, capsys: pytest.CaptureFixture[str]
) -> None:
    here = f"/mensen/{administrator.pk}/avg-verzoek/wissen/"
    client_of(administrator).post(here, {"reason": "zaak", "current": PASSWORD})
    assert meervoud("person", "erase", administrator.email, "--reason", "zaak", "--yes") == 2
    assert "administrator" in capsys.readouterr().err
    assert Person.objects.filter(pk=administrator.pk).exists()


def meervoud(*words: str) -> int:
    parser = argparse.ArgumentParser()
    commands.person(parser.add_subparsers())
    given = parser.parse_args(words)
    answer: int = given.run(given)
    return answer


def test_the_command_line_exports_and_erases(
    ilse: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ilse.json"
    assert meervoud("person", "export", ilse.email, str(file)) == 0
    assert "sprak de bakker" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0
    assert meervoud("person", "export", ilse.email, str(file)) == 2  # nothing is written over
    assert meervoud("person", "erase", ilse.email, "--reason", "zaak 12") == 0
    assert "Nothing was changed" in capsys.readouterr().out
    assert meervoud("person", "erase", str(ilse.pk), "--reason", "zaak 12", "--yes") == 0
    assert queries.person_at(ilse.email) is None
    assert PersonErased.objects.get().number == ilse.pk
