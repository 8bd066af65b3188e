"""Who may report, read and show signals. ``None`` stands for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.challenges.rules import may_work_on
from meervoud_web.people.models import Person


def may_report(person: Person | None, challenge: Challenge) -> bool:
    """Whoever works here, and whoever has a part in the challenge; everybody else uses the letterbox."""
    if person is None or not person.is_active:
        return False
    return person.works_here or bool(parts_of(person, challenge))


def may_read(person: Person | None, challenge: Challenge) -> bool:
    """Read what came in, say what it is, show it, and open the letterbox: whoever works on the challenge."""
    return may_work_on(person, challenge)
