"""The stellingenrondes on the page of a challenge."""

from __future__ import annotations

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel
from meervoud_web.conversations import rules
from meervoud_web.conversations.queries.conversations import conversations_of
from meervoud_web.people.models import Person


def conversations_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """List the rounds; to a visitor nothing when there is nothing to read."""
    listed = conversations_of(challenge, person)
    may_import = rules.may_import(person, challenge)
    if not listed and not may_import:
        return None
    context = {"challenge": challenge, "listed": listed, "may_import": may_import}
    return Panel(template="conversations/panel.html", context=context, order=10, movement=Movement.SEE)
