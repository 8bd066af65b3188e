"""A challenge with who works on it, and a partner and a resident who have a part in it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.initiatives import actions
from meervoud_web.initiatives.models import Proposal, ProposalKind, Sighting
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

HERE = "/opgaven/samen-langer-thuis/"
Enter = Callable[..., Sighting]
Propose = Callable[..., Proposal]


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(
        slug="samen-langer-thuis", title="Samen langer thuis", question="Hoe?", is_public=True
    )


def _with_part(person: Person, challenge: Challenge, part: Part, organisation: str = "") -> Person:
    Involvement.objects.create(person=person, challenge=challenge, role=part, organisation=organisation)
    return person


@pytest.fixture
def olga(make_person: MakePerson, challenge: Challenge) -> Person:
    """Manages the challenge."""
    person = make_person(Role.CHALLENGE_MANAGER, name="Olga Opgave")
    return _with_part(person, challenge, Part.CHALLENGE_MANAGER)


@pytest.fixture
def amber(make_person: MakePerson, challenge: Challenge) -> Person:
    """Works on the challenge."""
    return _with_part(make_person(Role.CIVIL_SERVANT, name="Amber Ambt"), challenge, Part.TEAM_MEMBER)


@pytest.fixture
def pim(make_person: MakePerson, challenge: Challenge) -> Person:
    """A partner in the challenge."""
    return _with_part(make_person(Role.PARTNER, name="Pim Partner"), challenge, Part.PARTNER, "De Merel")


@pytest.fixture
def ria(make_person: MakePerson, challenge: Challenge) -> Person:
    """A resident in the challenge."""
    return _with_part(make_person(Role.RESIDENT, name="Ria Resident"), challenge, Part.RESIDENT)


@pytest.fixture
def enter(challenge: Challenge) -> Enter:
    def make(by: Person, **more: object) -> Sighting:
        words = {"what": "Buren eten samen", "by_whom": "de flat aan de Merelweg", "shows": "Het lukt zonder ons."}
        given = actions.SightingWords(**words | more)  # type: ignore[arg-type]
        return actions.enter_sighting(challenge, by=by, words=given, sources=(), request_id=uuid4())

    return make


@pytest.fixture
def propose(challenge: Challenge) -> Propose:
    def make(by: Person, what: str = "Een maand lang samen eten") -> Proposal:
        words = actions.ProposalWords(what=what, why="Omdat het in de flat al lukt.")
        return actions.propose(
            challenge, by=by, kind=ProposalKind.TRIAL, words=words, sources=(), request_id=uuid4()
        )

    return make
