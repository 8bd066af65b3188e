"""Who may write, set and redact papers. Who may read which: ``queries/seen.py``."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge, Part
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.challenges.rules import may_edit_challenges, may_see
from meervoud_web.people.models import Person


def may_write(person: Person | None, challenge: Challenge) -> bool:
    """Begin a paper, write, set, redact and throw away: the opgavemanager, of the house or of this challenge."""
    if person is None or not person.is_active or not may_see(person, challenge):
        return False
    return may_edit_challenges(person) or Part.CHALLENGE_MANAGER in parts_of(person, challenge)
