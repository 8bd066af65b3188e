"""Who may see, start and change challenges. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role


def may_see(person: Person | None, challenge: Challenge) -> bool:
    """Everyone sees an open challenge; whoever works here sees them all."""
    return challenge.is_public or person is not None


def may_edit_challenges(person: Person | None) -> bool:
    """Start a challenge, change its words, open it to everyone or close it."""
    return person is not None and person.has_role(Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER)


def may_edit_municipality(person: Person | None) -> bool:
    """Change the name of the municipality and where its formal doors are."""
    return person is not None and person.has_role(Role.ADMINISTRATOR)
