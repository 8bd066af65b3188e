"""Who may read and keep the course of a challenge. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import WORKING_PARTS, Challenge, Part
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.challenges.rules import may_edit_challenges, may_see, may_work_on
from meervoud_web.course.models import Dissent
from meervoud_web.people.models import Person, Role

__all__ = [
    "DECIDING_PARTS",
    "READING_PARTS",
    "may_answer",
    "may_dissent",
    "may_follow_handover",
    "may_hand_over",
    "may_keep_course",
    "may_see",
]

PRINCIPALS = frozenset({Part.POLITICAL_PRINCIPAL, Part.ADMINISTRATIVE_PRINCIPAL})
HANDING_PARTS = frozenset({Part.CHALLENGE_MANAGER, Part.POLITICAL_PRINCIPAL})
"""Who takes the course from one administration to the next."""
READING_PARTS = WORKING_PARTS | PRINCIPALS
"""Who reads dissent, and a handover that goes on."""
DECIDING_PARTS = PRINCIPALS | {Part.CHALLENGE_MANAGER}
"""Who answers dissent."""


def may_keep_course(person: Person | None, challenge: Challenge) -> bool:
    """Write main lines, assumptions, evidence and choices, and judge: whoever works on the challenge."""
    return may_see(person, challenge) and may_work_on(person, challenge)


def may_hand_over(person: Person | None, challenge: Challenge) -> bool:
    """Take the course to a new administration: the alderman and the opgavemanager."""
    if person is None or not person.is_active or not may_see(person, challenge):
        return False
    return may_edit_challenges(person) or bool(parts_of(person, challenge) & HANDING_PARTS)


def may_follow_handover(person: Person | None, challenge: Challenge) -> bool:
    """See a handover that goes on: whoever does it, and whoever works on the challenge."""
    return may_keep_course(person, challenge) or may_hand_over(person, challenge)


def may_dissent(person: Person | None, challenge: Challenge) -> bool:
    """Say in safety what one would do otherwise: whoever works for or with the municipality."""
    return person is not None and person.is_active and person.works_here and may_see(person, challenge)


def may_answer(person: Person | None, dissent: Dissent) -> bool:
    """Answer dissent: whoever decides, and never its author. An administrator only looks after the accounts."""
    if person is None or not person.is_active or dissent.author_id == person.pk:
        return False
    if not may_see(person, dissent.challenge):
        return False
    return person.has_role(Role.CHALLENGE_MANAGER) or bool(parts_of(person, dissent.challenge) & DECIDING_PARTS)
