"""A challenge with something in every corner, and who works on it."""

from __future__ import annotations

import pytest

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson
from tests.web.dossiers.making import a_challenge, fill


@pytest.fixture
def olga(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Olga Opgavemans")


@pytest.fixture
def challenge(olga: Person) -> Challenge:
    made = a_challenge(olga)
    fill(made, by=olga)
    return made
