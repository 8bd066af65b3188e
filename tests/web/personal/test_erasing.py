"""Whoever is erased is nowhere any more: not in a row, an index, a journal, nor in the bytes of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection, models, transaction
from django.test import Client

from meervoud_web.challenges.actions import involve, record
from meervoud_web.challenges.audit import verify
from meervoud_web.challenges.models import Challenge, JournalEntry, Part
from meervoud_web.challenges.things import thing_of
from meervoud_web.papers.models import PaperSource
from meervoud_web.people import actions
from meervoud_web.people.models import Person, Role
from meervoud_web.people.personal import doors
from meervoud_web.search.actions import take_in_everything
from meervoud_web.signals.models import Signal
from tests.web.conftest import MakePerson
from tests.web.personal.planting import EMAIL, GOES, NAME, fields_that_stay, planted

GONE = (NAME, EMAIL, GOES)


def everything_in_the_database() -> str:
    """Every row of every table as text, asked past Django and its models."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  the names come from the database itself
            rows += [(table, row) for row in cursor.fetchall()]
    return "\n".join(f"{table}: {row}" for table, row in rows).lower()


def files_of_the_database() -> list[Path]:
    path = Path(str(connection.settings_dict["NAME"]))
    return [found for found in (path, Path(f"{path}-wal"), Path(f"{path}-shm")) if found.exists()]


def words_in_the_files() -> dict[str, list[bytes]]:
    contents = {path.name: path.read_bytes().lower() for path in files_of_the_database()}
    found = {
        name: [word for word in GONE if word.lower().encode() in content] for name, content in contents.items()
    }
    return {name: words for name, words in found.items() if words}


def leave_traces_in_the_files() -> None:
    """Let SQLite be as it is built in most places, and keep every older version of a page in the WAL."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=OFF")
            cursor.execute("PRAGMA wal_autocheckpoint=0")


def where(text: str) -> set[str]:
    """The tables in which something that had to go still stands."""
    return {line.split(":")[0] for line in text.splitlines() if any(word.lower() in line for word in GONE)}


@pytest.fixture
def zanthek(make_person: MakePerson) -> Person:
    return make_person(Role.CIVIL_SERVANT, name=NAME, email=EMAIL)


def live(zanthek: Person, administrator: Person, challenge: Challenge) -> None:
    """What no loop over models makes: entries by and about somebody, sessions, mail, tries."""
    involve(zanthek, challenge=challenge, role=Part.TEAM_MEMBER, by=administrator, why=f"{GOES} kan dit")
    with transaction.atomic():
        thing = thing_of(challenge)
        record(challenge=challenge, by=zanthek, verb="turned-try", thing=thing, about=GOES, why=GOES)
        record(challenge=challenge, by=administrator, verb="turned-try", thing=thing, about="x", why=f"van {NAME}")
    browser = Client()
    browser.force_login(zanthek)
    Client().post("/wachtwoord-vergeten/", {"email": EMAIL})
    Client().post("/inloggen/", {"email": EMAIL, "password": GOES})


@pytest.mark.django_db(transaction=True)
def test_a_planted_word_of_a_person_is_found_nowhere_after_erasing(
    zanthek: Person, administrator: Person, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    leave_traces_in_the_files()
    rows = planted(zanthek)
    challenge = next(row for row in rows if isinstance(row, Challenge))
    live(zanthek, administrator, challenge)
    signal = next(row for row in rows if isinstance(row, Signal))
    PaperSource.objects.update(thing_kind="signal", thing_id=signal.pk, kind="signaal", address="/")
    take_in_everything()
    assert len(where(everything_in_the_database())) > 30
    assert any(EMAIL.encode() in path.read_bytes() for path in Path(settings.EMAIL_FILE_PATH).iterdir())
    assert words_in_the_files() or connection.vendor != "sqlite"
    kept = [(row, list(fields_that_stay(row))) for row in rows]

    erased = actions.erase(zanthek, by=administrator, reason="verzoek van 3 maart")

    assert where(everything_in_the_database()) == set()
    assert not any(EMAIL.encode() in path.read_bytes() for path in Path(settings.EMAIL_FILE_PATH).iterdir())
    assert not Person.objects.filter(pk=zanthek.pk).exists()
    assert erased.swept_at is not None
    assert verify().problems == ()
    if connection.vendor == "sqlite":
        assert words_in_the_files() == {}
    _the_rest_still_stands(kept)


def _the_rest_still_stands(kept: list[tuple[models.Model, list[str]]]) -> None:
    beside = {one.model for door in doors() for one in door.beside}  # goes or stays with what it belongs to
    for row, names in kept:
        if names and type(row) not in beside:
            row.refresh_from_db()
            assert list(fields_that_stay(row)) == names, row._meta.label


def test_an_official_act_keeps_its_role_its_verb_and_its_day(
    zanthek: Person, administrator: Person, db: None
) -> None:
    with transaction.atomic():
        thing = thing_of(Challenge(pk=1))
        entry = record(challenge=None, by=zanthek, verb="turned-try", thing=thing, about="iets", why="daarom")
    actions.erase(zanthek, by=administrator, reason="verzoek")
    left = JournalEntry.objects.get(pk=entry.pk)
    assert (left.person, left.about, left.why) == (None, "", "")
    assert (left.role, left.verb, left.at) == ("civil-servant", "turned-try", entry.at)
