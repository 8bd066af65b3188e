"""Who may do what with rounds that run here. ``person`` is ``None`` for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import rules as conversations
from meervoud_web.people.models import Person, Role
from meervoud_web.people.rules import may_enter

from .models import Appeal, Round


def may_prepare(person: Person | None, challenge: Challenge) -> bool:
    """Set a round up on a challenge, and answer who proposes one."""
    return conversations.may_import(person, challenge)


def runs_rounds(person: Person | None) -> bool:
    """Whether it is somebody's work to run rounds and to read along."""
    return person is not None and may_enter(person) and person.has_role(*conversations.MANAGERS)


def may_run(person: Person | None, round_: Round) -> bool:
    """Change, open and close a round, and say what was done with it."""
    return conversations.may_manage(person, round_.conversation)


def may_moderate(person: Person | None, round_: Round) -> bool:
    """Read what people bring in, decide about it, and see who asks for help."""
    return conversations.may_manage(person, round_.conversation)


def may_propose(person: Person | None, challenge: Challenge) -> bool:
    """Propose a round; everyone, on a challenge that is open to everyone."""
    return challenge.is_public


def may_answer(person: Person, appeal: Appeal) -> bool:
    """Look again at a decision; never at one's own."""
    return appeal.submission.decided_by_id != person.pk


def role_of(person: Person) -> Role:
    """In which role somebody reads for a round: the log says that, and not who."""
    return next(role for role in (Role.FACILITATOR, *conversations.MANAGERS) if person.has_role(role))
