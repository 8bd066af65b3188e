"""In which role somebody does something."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role


def role_of(person: Person | None, challenge: Challenge | None) -> str:
    """The role in which this person acts: the first that they hold today, in the order of :class:`Role`."""
    held = person.roles if person is not None else frozenset()
    return next((role.value for role in Role if role in held), "")
