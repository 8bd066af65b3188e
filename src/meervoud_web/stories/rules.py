"""Who may follow people and read what they tell. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.rules import may_see, may_work_on
from meervoud_web.people.models import Person


def may_follow(person: Person | None, challenge: Challenge) -> bool:
    """Follow somebody, write their stories down, and let a panel choose: whoever works on the challenge."""
    return may_see(person, challenge) and may_work_on(person, challenge)
