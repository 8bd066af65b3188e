"""Who may sort contributions, answer people and tell what came of it. ``None`` is a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.rules import may_see, may_work_on
from meervoud_web.people.models import Person


def may_answer(person: Person | None, challenge: Challenge) -> bool:
    """Name themes, sort contributions into them, answer and publish: whoever works on the challenge."""
    return may_see(person, challenge) and may_work_on(person, challenge)
