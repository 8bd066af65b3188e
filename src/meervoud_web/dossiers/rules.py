"""Who may take which dossier along. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.people.models import Person


def may_take_inside(person: Person | None, challenge: Challenge) -> bool:
    """Take along what one may read oneself: whoever works here or has a part in the challenge."""
    if person is None or not person.is_active:
        return False
    return person.works_here or bool(parts_of(person, challenge))
