"""A challenge, people in each role, and small conversations to work with."""

from __future__ import annotations

import numpy as np
import pytest
from django.test import Client

from meervoud import landscape
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Conversation
from meervoud_web.people.models import Person, Role
from tests.web.conftest import ClientOf, MakePerson


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


@pytest.fixture
def civil_servant(make_person: MakePerson) -> Person:
    return make_person(Role.CIVIL_SERVANT)


@pytest.fixture
def manager_client(manager: Person, client_of: ClientOf) -> Client:
    return client_of(manager)


@pytest.fixture
def staff_client(civil_servant: Person, client_of: ClientOf) -> Client:
    return client_of(civil_servant)


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(title="Samen langer thuis", slug="thuis", question="Hoe?", is_public=True)


def votes_of_two_groups(*, people: int = 60, statements: int = 20, seed: int = 1) -> landscape.Votes:
    """Two groups of equal size that disagree on most statements and share the last three."""
    rng = np.random.default_rng(seed)
    side = np.where(np.arange(people) % 2 == 0, 1, -1)
    lean = np.tile(side[:, None], (1, statements))
    lean[:, -3:] = 1
    noise = rng.random((people, statements))
    values = np.where(noise < 0.85, lean, np.where(noise < 0.93, 0, -lean))
    values[:, -3:] = np.where(noise[:, -3:] < 0.93, 1, 0)
    who, what = np.nonzero(rng.random((people, statements)) < 0.9)
    return landscape.Votes.from_arrays(
        participants=[f"p{one}" for one in who],
        statements=[str(one) for one in what],
        values=values[who, what],
        times=1_700_000_000_000 + np.arange(who.size) * 1000,
        texts={str(one): f"Stelling nummer {one}" for one in range(statements)},
    )


@pytest.fixture
def votes() -> landscape.Votes:
    return votes_of_two_groups()


@pytest.fixture
def conversation(challenge: Challenge, votes: landscape.Votes) -> Conversation:
    return actions.import_votes(challenge=challenge, title="Wat helpt u?", votes=votes)
