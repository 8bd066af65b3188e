"""A challenge, and who works on it: a manager, a colleague, a director, and a partner who looks on."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.notes import actions
from meervoud_web.notes.models import Note
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

TOLD = "Sprak mevrouw Jansen op de markt. Zij komt de trap niet meer op.\nBeloofd: ik bel de woningcorporatie."
WriteNote = Callable[..., Note]


@pytest.fixture
def challenge(olga: Person) -> Challenge:
    text = challenges.ChallengeText(title="Samen langer thuis", question="Hoe?", is_public=True)
    return challenges.start_challenge(by=olga, text=text)


@pytest.fixture
def olga(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Olga Opgave")


def _with_part(person: Person, challenge: Challenge, part: Part) -> Person:
    Involvement.objects.create(person=person, challenge=challenge, role=part)
    return person


@pytest.fixture
def amber(make_person: MakePerson, challenge: Challenge) -> Person:
    """Works on the challenge."""
    return _with_part(make_person(Role.CIVIL_SERVANT, name="Amber Ambt"), challenge, Part.TEAM_MEMBER)


@pytest.fixture
def dirk(make_person: MakePerson, challenge: Challenge) -> Person:
    """Can lift what blocks it, and does not work on it."""
    return _with_part(make_person(Role.CIVIL_SERVANT, name="Dirk Directie"), challenge, Part.DIRECTOR)


@pytest.fixture
def stranger(make_person: MakePerson) -> Person:
    """Works here, on something else."""
    return make_person(Role.CIVIL_SERVANT, name="Vera Verderop")


@pytest.fixture
def write_note(challenge: Challenge) -> WriteNote:
    def write(by: Person, text: str = TOLD, **more: object) -> Note:
        return actions.write_note(challenge, by=by, text=text, request_id=uuid4(), **more)  # type: ignore[arg-type]

    return write
