"""Who may see, start and change challenges. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import WORKING_PARTS, Challenge
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.people.models import Person, Role


def may_see(person: Person | None, challenge: Challenge) -> bool:
    """Everyone sees an open challenge; whoever works here sees them all, and others those they have a part in."""
    if challenge.is_public or person is None:
        return challenge.is_public
    return person.works_here or bool(parts_of(person, challenge))


def may_edit_challenges(person: Person | None) -> bool:
    """Start a challenge, change its words, open it to everyone or close it."""
    return person is not None and person.has_role(Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER)


def may_redact(person: Person | None) -> bool:
    """Take words out of a text that stays, for good and with the reason."""
    return may_edit_challenges(person)


def may_work_on(person: Person | None, challenge: Challenge) -> bool:
    """Write notes, read signals, keep the course of this challenge: it is somebody's work, here or anywhere."""
    if person is None or not person.is_active:
        return False
    return may_edit_challenges(person) or bool(parts_of(person, challenge) & WORKING_PARTS)


def may_manage_involvements(person: Person | None) -> bool:
    """Say who has which part in a challenge."""
    return may_edit_challenges(person)


def may_see_load(person: Person | None) -> bool:
    """See who is asked for what over all challenges."""
    return person is not None and person.works_here


def may_edit_municipality(person: Person | None) -> bool:
    """Change the name of the municipality and where its formal doors are."""
    return person is not None and person.has_role(Role.ADMINISTRATOR)
