"""A public challenge with a manager, a partner who speaks for the care, and somebody without a part in it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

import pytest

from meervoud_web.challenges.models import Challenge, Involvement, Part
from meervoud_web.framings import actions
from meervoud_web.framings.models import Framing
from meervoud_web.people.models import Person, Role
from tests.web.conftest import MakePerson

WORDS = actions.FramingWords(problem="Wij komen handen tekort.", solution="Minder papier.", words="Wij rennen.")


@dataclass(frozen=True)
class Scene:
    challenge: Challenge
    manager: Person
    partner: Person
    stranger: Person

    @property
    def here(self) -> str:
        return self.challenge.get_absolute_url()

    def written(self, *, by: Person, holder: Person | None, actor: str = "De Merel") -> Framing:
        return actions.begin_framing(
            self.challenge, by=by, actor=actor, holder=holder, words=WORDS, sources=(), request_id=uuid4()
        )


@pytest.fixture
def scene(make_person: MakePerson) -> Scene:
    challenge = Challenge.objects.create(title="Samen", slug="samen", question="?", is_public=True)
    manager, partner = make_person(Role.CHALLENGE_MANAGER), make_person(Role.PARTNER)
    Involvement.objects.create(person=partner, challenge=challenge, role=Part.PARTNER)
    return Scene(challenge, manager, partner, make_person(Role.RESIDENT))
