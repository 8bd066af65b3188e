"""Who may read, write, confirm and contest how actors see the challenge."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import parts_of
from meervoud_web.challenges.rules import may_work_on
from meervoud_web.framings.models import Framing
from meervoud_web.people.models import Person


def reads_along(person: Person | None, challenge: Challenge) -> bool:
    """Read what is not confirmed yet, and answer the three questions: who works here or has a part in it."""
    return person is not None and person.is_active and (person.works_here or bool(parts_of(person, challenge)))


def may_begin(person: Person | None, challenge: Challenge) -> bool:
    """Write how one's own actor sees it: who has a part in the challenge or works on it."""
    return (
        person is not None
        and person.is_active
        and (bool(parts_of(person, challenge)) or may_work_on(person, challenge))
    )


def may_write_for_others(person: Person | None, challenge: Challenge) -> bool:
    """Write on behalf of an actor, who then confirms or contests it; say how the role of the government is."""
    return may_work_on(person, challenge)


def speaks_for(person: Person | None, framing: Framing) -> bool:
    """Confirm or contest a framing, and say which role the actor wants: only who speaks for the actor."""
    return person is not None and framing.holder_id == person.pk and reads_along(person, framing.challenge)


def may_rewrite(person: Person | None, framing: Framing) -> bool:
    """Write a new version: who speaks for the actor, and on their behalf who works on the challenge."""
    return speaks_for(person, framing) or may_write_for_others(person, framing.challenge)
