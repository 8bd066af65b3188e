"""A challenge, and two people who keep its course."""

from __future__ import annotations

import pytest

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)


@pytest.fixture
def noor(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Noor")


@pytest.fixture
def bas(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Bas")
