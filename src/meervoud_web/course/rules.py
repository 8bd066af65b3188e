"""Who may read and keep the course of a challenge. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.rules import may_see, may_work_on
from meervoud_web.people.models import Person

__all__ = ["may_keep_course", "may_see"]


def may_keep_course(person: Person | None, challenge: Challenge) -> bool:
    """Write main lines, assumptions, evidence and choices, and judge: whoever works on the challenge."""
    return may_see(person, challenge) and may_work_on(person, challenge)
