"""People in every role, and a browser without a screen for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.people.models import Person, Role, RoleAssignment

PASSWORD = "een lange zin werkt"

MakePerson = Callable[..., Person]
ClientOf = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _fast_and_apart(settings: Any, tmp_path: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.WHITENOISE_USE_FINDERS = False  # or every client of a test looks through all files once more
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]


@pytest.fixture
def make_person(db: None) -> MakePerson:
    """Make somebody: ``make_person(Role.CLERK)``, ``make_person(Role.EXTERNAL_ADVISER, ends_on=...)``."""
    numbers = count(1)

    def make(*roles: Role, ends_on: date | None = None, password: str | None = PASSWORD, **more: Any) -> Person:
        number = next(numbers)
        more.setdefault("email", f"mens{number}@meerdam.example")
        more.setdefault("name", f"Mens {number}")
        person = Person.objects.create_person(password=password, **more)
        today = timezone.localdate()
        starts_on = min(today, ends_on) if ends_on else today
        if ends_on is None and Role.EXTERNAL_ADVISER in roles:
            ends_on = today + timedelta(days=30)
        for role in roles:
            RoleAssignment.objects.create(person=person, role=role, starts_on=starts_on, ends_on=ends_on)
        return person

    return make


@pytest.fixture
def administrator(make_person: MakePerson) -> Person:
    return make_person(Role.ADMINISTRATOR, name="Noor van Dijk", email="beheer@meerdam.example")


@pytest.fixture
def client_of() -> ClientOf:
    """A browser in which this person is logged in."""

    def log_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return log_in
