"""Who may do what with stellingenrondes. ``person`` is ``None`` for a visitor without an account."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person, Role
from meervoud_web.people.rules import may_enter

from .models import Conversation

MANAGERS = (Role.ADMINISTRATOR, Role.CHALLENGE_MANAGER, Role.FACILITATOR)


def may_import(person: Person | None, challenge: Challenge) -> bool:
    """Bring votes that were gathered elsewhere to a challenge."""
    return person is not None and may_enter(person) and person.has_role(*MANAGERS)


def may_manage(person: Person | None, conversation: Conversation) -> bool:
    """Open and close the result, name groups, run the analysis again."""
    return may_import(person, conversation.challenge)


def may_read_all(person: Person | None, conversation: Conversation) -> bool:
    """Read the result over all votes, as those who work here do."""
    return person is not None and may_enter(person) and person.works_here


def may_read(person: Person | None, conversation: Conversation) -> bool:
    """Read at least the result for everyone."""
    return is_open(conversation) or may_read_all(person, conversation)


def is_open(conversation: Conversation) -> bool:
    """Whether everyone may read the result; a challenge that is not public keeps its rounds to itself too."""
    return conversation.is_public and conversation.challenge.is_public
